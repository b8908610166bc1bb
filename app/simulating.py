"""Simulating a group for the window: worker processes that tell how far they are, can be cancelled, and end with us."""

from __future__ import annotations

import json
import logging
import os
import sys
from typing import Final

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QTimer, Signal

from app.simulation_worker import VERB, GroupAsked, request_text
from study.json_types import JsonValue
from study.language import translate
from study.simulation.figures import GroupFigures, figures_from_json

MOST_WORKERS: Final = 4
SMALLEST_SHARE: Final = 200
"""Participants for which a worker of its own is worth its start."""

_PATIENCE: Final = 3_000  # milliseconds until a killed process is gone

log = logging.getLogger(__name__)


def command() -> list[str]:
    """How the program starts a worker: itself, frozen or not."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app.main"]
    return [*program, VERB]


def workers_for(participants: int) -> int:
    """How many processes share a group: as many as there are cores, where each has enough to do."""
    return max(1, min(os.cpu_count() or 1, MOST_WORKERS, participants // SMALLEST_SHARE))


class GroupRun(QObject):
    """One run of a group. Of `finished`, `failed` and `cancelled` exactly one comes, once, and never from `start`.

    `progressed`: how many participants are through, of how many. `finished`: their `GroupFigures`, the same however
    many workers share them. `failed`: what happened and what to do, for people. The window never waits for it.
    """

    progressed = Signal(int, int)
    finished = Signal(object)
    failed = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        asked: GroupAsked,
        parent: QObject | None = None,
        *,
        workers: int | None = None,
        argv: list[str] | None = None,
    ) -> None:
        super().__init__(parent)
        self.asked = asked
        self._workers = workers or workers_for(asked.participants)
        self._argv = argv or command()
        self._running: list[_Worker] = []
        self._done: dict[int, int] = {}
        self._figures: list[GroupFigures] = []
        self._over = False
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.close)

    @property
    def is_running(self) -> bool:
        """Whether it has been started, and neither ended nor been cancelled."""
        return bool(self._running)

    def start(self) -> None:
        """Starts the workers."""
        assert not self._running
        assert not self._over
        for part in range(self._workers):
            worker = _Worker(self._argv, request_text(self.asked, part, self._workers), part, self)
            self._running.append(worker)
            worker.done.connect(self._told)
            worker.figured.connect(self._has_figures)
            worker.broke.connect(self._broke)
        for worker in list(self._running):
            worker.start()

    def cancel(self) -> None:
        """Ends the workers at once; `cancelled` follows."""
        if self._over or not self._running:
            return
        self.close()
        QTimer.singleShot(0, self, self.cancelled.emit)

    def close(self) -> None:
        """Ends the workers, and says nothing more."""
        self._over = True
        running, self._running = self._running, []
        for worker in running:
            worker.end()

    def _told(self, part: int, number: int) -> None:
        if self._over:
            return
        self._done[part] = number
        self.progressed.emit(sum(self._done.values()), self.asked.participants)

    def _has_figures(self, worker: _Worker, figures: GroupFigures) -> None:
        if self._over:
            return
        self._figures.append(figures)
        self._told(worker.part, figures.participants)
        self._running.remove(worker)
        worker.end()
        if self._running:
            return
        self._over = True
        whole = self._figures[0]
        for part in self._figures[1:]:
            whole.join(part)
        self.finished.emit(whole)

    def _broke(self, why: str) -> None:
        if self._over:
            return
        log.info("a simulation ended: %s", why)
        self.close()
        self.failed.emit(why)


class _Worker(QObject):
    """One child process, which takes one part of the group."""

    done = Signal(int, int)
    figured = Signal(object, object)
    broke = Signal(str)

    def __init__(self, argv: list[str], request: str, part: int, parent: QObject) -> None:
        super().__init__(parent)
        self.part = part
        self._request = request
        self._rest = b""
        self._has_answered = False
        self._process = QProcess(self)
        self._process.setProgram(argv[0])
        self._process.setArguments(argv[1:])
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.started.connect(self._ask)
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.errorOccurred.connect(self._failed)
        self._process.finished.connect(self._ended)

    def start(self) -> None:
        self._process.start()

    def end(self) -> None:
        """Ends the process, whatever it does. Says nothing more."""
        self._has_answered = True
        self._process.blockSignals(True)
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished(_PATIENCE)
        self.deleteLater()

    def _ask(self) -> None:
        self._process.write(
            self._request.encode("ascii")
        )  # and stdin stays open: its end would end the child

    def _read(self) -> None:
        lines = (self._rest + bytes(self._process.readAllStandardOutput().data())).split(b"\n")
        self._rest = lines.pop()
        for line in lines:
            if not self._has_answered:
                self._take(line)

    def _take(self, line: bytes) -> None:
        try:
            told: JsonValue = json.loads(line)
            if "done" in told:
                self.done.emit(self.part, int(told["done"]))
            elif "figures" in told:
                figures = figures_from_json(told["figures"])
                self._has_answered = True
                self.figured.emit(self, figures)
            else:
                self._break(str(told["error"]))
        except (ValueError, KeyError, TypeError):
            self._break(
                translate("simulation", "What the simulation came to could not be read: simulate again.")
            )

    def _failed(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._break(
                translate(
                    "simulation",
                    "The simulation could not be started ({why}). Install Maestro again if it stays so.",
                ).format(why=self._process.errorString())
            )

    def _ended(self, code: int, _status: object) -> None:
        self._read()
        self._break(
            translate(
                "simulation",
                "The simulation ended before it was through (exit code {code}). "
                "Nothing was kept of it: simulate again, with fewer participants if it stays so.",
            ).format(code=code)
        )

    def _break(self, why: str) -> None:
        if self._has_answered:
            return
        self._has_answered = True
        self.broke.emit(why)
