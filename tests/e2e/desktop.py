"""The window, the program and its backend, put together as `maestro open` does, for tests that use them."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from app.program import Program
from app.settings import Settings
from resources.sample import sample_study_bytes
from services.keyrings import Keyring
from services.library import Library, LibrarySettings
from services.library_entries import LibraryEvents, StudyEntry
from services.sync import Offline, Online
from services.transport import Traffic
from tests.services.memory_keyring import MemoryKeyring
from tests.shared import ROOT
from ui.main_window import MainWindow
from ui.start import layout_settings
from ui.style import apply_theme
from ui.theme import SystemTheme

WAIT_MS = 30_000
"""Milliseconds after which a test that waits for something gives up."""

SAMPLE_TITLE = "MAE-101"


class BackendSwitch:
    """Stops and starts the embedded backend, which is the real one in a child process."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.argv = [sys.executable, str(ROOT / "tests/e2e/switchable_backend.py"), str(folder)]

    @property
    def process_id(self) -> int:
        """The process of the backend that was started last."""
        return int((self._folder / "pid").read_text(encoding="ascii"))

    def take_away(self) -> None:
        """Kill the backend as a power cut would, and let no other start."""
        self.forbid()
        os.kill(self.process_id, signal.SIGKILL)

    def forbid(self) -> None:
        """Let no backend start."""
        (self._folder / "down").touch()

    def give_back(self) -> None:
        """Let it start again; the program has to find that out by itself."""
        (self._folder / "down").unlink()


class Desktop:
    """One start of the program on a data folder. `close` ends it as closing the window does."""

    def __init__(
        self,
        qtbot: QtBot,
        folder: Path,
        keyring: Keyring | None,
        *,
        settings: Settings | None = None,
        switch: BackendSwitch | None = None,
    ) -> None:
        """`keyring` stands in for the system's, None for a session without one. Raises Trouble as Program does."""
        self.qtbot = qtbot
        self.folder = folder
        self.switch = switch
        self._libraries: list[Library] = []
        self._keyring = keyring
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.theme = SystemTheme()
        apply_theme(application, self.theme.theme)
        self.program = Program(
            folder,
            settings or Settings.load(folder),
            sample=sample_study_bytes,
            library=self._library,
        )
        self.window = MainWindow(self.program, self.theme, layout_settings(folder))
        self.window.resize(1500, 950)
        self.window.show()
        self._open = True
        self.told: list[str] = []
        self.program.told.connect(self.told.append)
        self.program.noticed.connect(lambda trouble: self.told.append(trouble.message))

    def _library(self, settings: LibrarySettings, events: LibraryEvents) -> Library:
        if self.switch is not None:
            settings = replace(settings, embedded_argv=self.switch.argv)
        made = Library(settings, events, open_keyring=lambda: self._keyring)
        self._libraries.append(made)
        return made

    @property
    def traffic(self) -> Traffic:
        """What has travelled to and from the backend since the start."""
        return self._libraries[-1].traffic

    def start(self) -> Desktop:
        """Begin, as the event loop's first turn does."""
        self.program.start()
        return self

    def close(self) -> None:
        """Close the window and end what was started. Idempotent."""
        if self._open:
            self._open = False
            self.window.close()
            self.program.close()
            self.window.deleteLater()
            self.program.deleteLater()

    # Waiting

    def until(self, condition: Callable[[], object], what: str = "") -> None:
        """Let the window live until something holds; fails with what it says when that takes too long."""

        def holds() -> bool:
            return bool(condition())

        try:
            self.qtbot.waitUntil(holds, timeout=WAIT_MS)
        except AssertionError as error:
            raise AssertionError(
                f"{what or 'it'} did not come; status {self.window.status.connection_words!r}, "
                f"notices {self.window.notices.sentences}, told {self.told}"
            ) from error

    def until_online(self) -> None:
        """Until the backend has answered."""
        self.until(lambda: self.program.status and isinstance(self.program.status.sync, Online), "online")

    def until_offline(self) -> None:
        """Until it is known that the backend does not answer."""
        self.until(lambda: self.program.status and isinstance(self.program.status.sync, Offline), "offline")

    def until_told(self, words: str) -> None:
        """Until a sentence with these words has been said."""
        self.until(lambda: any(words in sentence for sentence in self.told), f"a sentence with “{words}”")

    def until_listed(self, title: str) -> StudyEntry:
        """Until Home lists a study whose title begins so; gives it."""
        self.until(lambda: self.listed(title), f"{title} on Home")
        found = self.listed(title)
        assert found is not None
        return found

    def listed(self, title: str) -> StudyEntry | None:
        """The study on Home whose title begins so."""
        on_home = {entry.id for entry in self.window.home.entries()}
        found = [
            entry for entry in self.program.entries if entry.title.startswith(title) and entry.id in on_home
        ]
        return found[0] if found else None

    # What people do

    def trigger(self, action: str) -> None:
        """Choose an action of the menu."""
        chosen = self.window.actions_by_id[action]
        assert chosen.isEnabled(), action
        chosen.trigger()

    def open(self, title: str) -> OpenStudy:
        """Open a study of Home by its row, and wait until it is on screen."""
        entry = self.until_listed(title)
        self.window.home.open_entry.emit(entry.id)
        return self.until_open(lambda study: study.entry.id == entry.id)

    def open_file(self, path: Path) -> OpenStudy:
        """Open a file as dropping it does."""
        self.window.open_path(path)
        return self.until_open(
            lambda study: study.entry.source is not None and study.entry.source.name == path.name
        )

    def until_open(self, condition: Callable[[OpenStudy], bool] = lambda _: True) -> OpenStudy:
        """Until a study is on screen for which the condition holds."""
        window = self.window

        def shown() -> bool:
            study = self.program.current
            return (
                study is not None
                and condition(study)
                and window.pages.currentWidget() is window.views
                and window.windowTitle().startswith(study.title[:20])
            )

        self.until(shown, "an open study")
        assert self.program.current is not None
        return self.program.current

    def click_card(self, address: str) -> None:
        """Click an instance in the graph, brought into view first."""
        canvas = self.window.canvas
        scene = canvas.scene
        assert scene is not None
        node = scene.place_of(address)
        assert node is not None
        canvas.fit_all()
        self.until(lambda: canvas.rect().contains(QPoint(*(int(at) for at in canvas.point_of(node)))))
        QTest.mouseClick(
            canvas,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(*(round(at) for at in canvas.point_of(node))),
        )

    @property
    def selections(self) -> dict[str, str]:
        """What each view says is selected."""
        window = self.window
        current = window.navigator._list.current_item()
        problem = window.problems._list.current_item()
        return {
            "canvas": window.canvas._address(window.canvas.selection),
            "matrix": window.matrix.view.selection(),
            "inspector": window.inspector._address,
            "navigator": getattr(current, "address", ""),
            "problems": "" if problem is None else problem.finding.entity_id,
        }


def memory_keyring() -> MemoryKeyring:
    """A keyring in this process's memory, where the machine has no Secret Service: named so, and only in tests."""
    return MemoryKeyring()
