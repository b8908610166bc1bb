"""The program's own log and crash files, in the data folder: what it did and where it failed, never what it read."""

from __future__ import annotations

import contextlib
import faulthandler
import json
import logging
import os
import traceback
from dataclasses import dataclass
from datetime import UTC, datetime
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import IO

from services import files
from services.trouble import Trouble

FOLDER = "logs"
LOG_NAME = "maestro.log"
CRASH_NAME = "crash.txt"
_RUNNING_NAME = "running.json"
_LARGEST = 512 * 1024
_KEPT_LOGS = 3
_KEPT_CRASHES = 5
OURS = ("app", "services", "study", "ui")
"""What logs below a warning. Libraries would write addresses, headers and what travels."""


@dataclass(frozen=True, slots=True)
class UncleanExit:
    """The start before this one did not come to its end. `crashed`: it left word of where it stood."""

    started: datetime | None
    version: str
    crashed: bool


class _PlainFormatter(logging.Formatter):
    """UTC times, and errors without their own words: those may hold a study's text, or a participant's."""

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)s %(name)s: %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        self.converter = lambda seconds: datetime.fromtimestamp(seconds or 0, UTC).timetuple()

    def format(self, record: logging.LogRecord) -> str:
        """A line, and where an error stood."""
        # Another handler may have written the error down with its words before.
        ours = logging.makeLogRecord({**record.__dict__, "exc_text": None, "stack_info": None})
        if not _is_ours(record):
            ours.msg, ours.args = "said by a library, whose words may hold what travels", ()
        return super().format(ours)

    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        kind, _, trace = ei
        return f"{''.join(traceback.format_tb(trace))}{kind.__name__ if kind is not None else ''}"


def _is_ours(record: logging.LogRecord) -> bool:
    return record.name.split(".")[0] in OURS


class ProgramLog:
    """Open from start to end. Where its folder cannot be written the program does without."""

    def __init__(self, folder: Path, level: str, version: str) -> None:
        """Begins to log into `folder`/logs. `level`: warning, info or debug."""
        self.folder = folder / FOLDER
        self.unclean: UncleanExit | None = None
        self._handler: RotatingFileHandler | None = None
        self._crash: IO[str] | None = None
        self._running = self.folder / _RUNNING_NAME
        try:
            files.make_folder(self.folder)
            self.unclean = self._before()
            self._handler = RotatingFileHandler(
                self.folder / LOG_NAME, maxBytes=_LARGEST, backupCount=_KEPT_LOGS, encoding="utf-8"
            )
            self._crash = (self.folder / CRASH_NAME).open("w", encoding="utf-8")
            faulthandler.enable(self._crash)
            started = {"started": datetime.now(UTC).isoformat(), "version": version, "process": os.getpid()}
            files.write_atomically(self._running, json.dumps(started).encode())
        except (OSError, Trouble) as error:
            logging.getLogger(__name__).info("there is no log: %s", type(error).__name__)
        if self._handler is not None:
            self._handler.setFormatter(_PlainFormatter())
            self._handler.addFilter(lambda record: _is_ours(record) or record.levelno >= logging.WARNING)
            logging.getLogger().addHandler(self._handler)
            set_level(level)

    def close(self) -> None:
        """The end that a program should come to."""
        if self._handler is not None:
            logging.getLogger().removeHandler(self._handler)
            self._handler.close()
            self._handler = None
            for name in OURS:
                logging.getLogger(name).setLevel(logging.NOTSET)
        if self._crash is not None:
            faulthandler.disable()
            self._crash.close()
            self._crash = None
            with contextlib.suppress(OSError):
                (self.folder / CRASH_NAME).unlink(missing_ok=True)
        with contextlib.suppress(OSError):
            self._running.unlink(missing_ok=True)

    def _before(self) -> UncleanExit | None:
        """How the start before this one ended, None where it ended well; its crash is kept under its time."""
        crash = self.folder / CRASH_NAME
        crashed = crash.exists() and crash.stat().st_size > 0
        if crashed:
            stamp = datetime.fromtimestamp(crash.stat().st_mtime, UTC).strftime("%Y%m%dT%H%M%SZ")
            crash.replace(self.folder / f"crash-{stamp}.txt")
            for old in sorted(self.folder.glob("crash-*.txt"))[:-_KEPT_CRASHES]:
                old.unlink()
        if not self._running.exists() and not crashed:
            return None
        started, version = None, ""
        with contextlib.suppress(Trouble, ValueError, AttributeError, TypeError):
            said = json.loads(files.read(self._running))
            version = str(said.get("version", ""))
            started = datetime.fromisoformat(said["started"])
        return UncleanExit(started, version, crashed)


def set_level(level: str) -> None:
    """How much the program says of itself from now on: warning, info or debug."""
    for name in OURS:
        logging.getLogger(name).setLevel(level.upper())


def log_texts(folder: Path) -> dict[str, str]:
    """The logs and crashes in `folder`/logs by their name, newest log first; those that cannot be read are left out."""
    texts: dict[str, str] = {}
    logs = folder / FOLDER
    for path in [*sorted(logs.glob(f"{LOG_NAME}*")), *sorted(logs.glob("crash-*.txt"), reverse=True)]:
        with contextlib.suppress(OSError):
            texts[path.name] = path.read_text(encoding="utf-8", errors="replace")
    return texts
