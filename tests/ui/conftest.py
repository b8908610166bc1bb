"""The real window, over a library whose answers the test decides about."""

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
from services.library_entries import Freshness, LibraryEvents, StudyEntry
from tests.app.held_library import ENTRY, HeldLibrary
from tests.shared import shared_study
from ui.main_window import MainWindow
from ui.start import layout_settings
from ui.theme import SystemTheme

ShowStudy = Callable[..., OpenStudy]


@pytest.fixture
def libraries() -> list[HeldLibrary]:
    """The window's library, once it is made."""
    return []


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, libraries: list[HeldLibrary]) -> Generator[MainWindow, None, None]:
    """The window, shown, with the keys, and with no study."""

    def make(settings: LibrarySettings, events: LibraryEvents) -> Library:
        libraries.append(HeldLibrary(settings, events))
        return cast(Library, libraries[-1])

    program = Program(tmp_path, Settings(), library=make)
    made = MainWindow(program, SystemTheme(), layout_settings(tmp_path))
    made.resize(1400, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()
    program.close()
    made.deleteLater()


@pytest.fixture
def show_study(qtbot: QtBot, window: MainWindow) -> ShowStudy:
    """Shows the sample, or one of the shared studies by its name, as if it had just been opened."""

    def show(name: str = "", entry: StudyEntry = ENTRY) -> OpenStudy:
        content = shared_study(name) if name else sample_study_bytes()
        made = OpenStudy(prepared(content), entry, Freshness.CURRENT)
        window.program.current = made
        window.program.study_opened.emit(made)
        qtbot.waitUntil(window.canvas.isVisible)
        return made

    return show
