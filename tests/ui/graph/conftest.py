"""A real window with a study open, for tests of what surrounds the canvas."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy, prepared
from app.program import Program
from app.settings import Settings
from resources.sample import sample_study_bytes
from services.library import Library, LibrarySettings
from services.library_entries import Freshness, LibraryEvents
from tests.app.held_library import ENTRY, HeldLibrary
from tests.shared import shared_study
from ui.main_window import MainWindow
from ui.start import layout_settings
from ui.theme import SystemTheme

Opened = Callable[[str], OpenStudy]


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Generator[MainWindow, None, None]:
    """The window, with no study."""

    def make(settings: LibrarySettings, events: LibraryEvents) -> Library:
        return cast(Library, HeldLibrary(settings, events))

    program = Program(tmp_path, Settings(), library=make)
    made = MainWindow(program, SystemTheme(), layout_settings(tmp_path))
    made.resize(1500, 950)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    program.close()
    made.deleteLater()


@pytest.fixture
def opened(qtbot: QtBot, window: MainWindow) -> Opened:
    """Opens the sample ("") or one of the shared studies in the window."""

    def open_study(name: str) -> OpenStudy:
        content = shared_study(name) if name else sample_study_bytes()
        made = OpenStudy(prepared(content), ENTRY, Freshness.CURRENT)
        window.program.current = made
        window.program.study_opened.emit(made)
        qtbot.waitUntil(window.canvas.isVisible)
        return made

    return open_study
