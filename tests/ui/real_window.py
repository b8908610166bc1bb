"""The real window over a library whose answers the test decides about: made, given a study, and closed again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import cast

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy, prepared
from app.program import Program
from app.settings import Settings
from services.library import Library, LibrarySettings
from services.library_entries import Freshness, LibraryEvents, StudyEntry
from tests.app.held_library import ENTRY, HeldLibrary
from ui.main_window import MainWindow
from ui.start import layout_settings
from ui.theme import SystemTheme


@contextmanager
def real_window(
    qtbot: QtBot,
    folder: Path,
    library: type[HeldLibrary] = HeldLibrary,
    *,
    size: tuple[int, int] = (1400, 900),
) -> Iterator[MainWindow]:
    """The main window, shown, with the keys and with no study; at the end it and its program are closed.

    `folder` keeps its layout; `size` is in pixels.
    """

    def make(settings: LibrarySettings, events: LibraryEvents) -> Library:
        return cast(Library, library(settings, events))

    program = Program(folder, Settings(), library=make)
    window = MainWindow(program, SystemTheme(), layout_settings(folder))
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    try:
        yield window
    finally:
        window.close()
        program.close()
        window.deleteLater()
        QApplication.processEvents()


def opened(window: MainWindow, content: bytes, entry: StudyEntry = ENTRY) -> OpenStudy:
    """Opens a file's bytes in the window, as if the library had just brought them. Raises DocumentError."""
    study = OpenStudy(prepared(content), entry, Freshness.CURRENT)
    window.program.current = study
    window.program.study_opened.emit(study)
    assert window.is_study_shown
    return study
