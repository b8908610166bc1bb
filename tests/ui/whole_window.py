"""The whole window with a study in it: made, opened, and led through everything that it can show."""

from __future__ import annotations

import datetime as dt
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
from services.library_entries import Freshness, LibraryEvents
from study.dating import Anchor
from tests.app.held_library import ENTRY, HeldLibrary
from ui.main_window import MainWindow
from ui.start import layout_settings
from ui.theme import SystemTheme
from ui.views import ARRANGEMENTS

PANES = ("navigator", "inspector", "problems", "dates", "text")


@contextmanager
def whole_window(qtbot: QtBot, folder: Path, *, size: tuple[int, int] = (1280, 800)) -> Iterator[MainWindow]:
    """The main window over a library that holds nothing, closed again with all that it started."""

    def make(settings: LibrarySettings, events: LibraryEvents) -> Library:
        return cast(Library, HeldLibrary(settings, events))

    program = Program(folder / "data", Settings(), library=make)
    theme = SystemTheme()
    window = MainWindow(program, theme, layout_settings(folder))
    window.set_theme(theme.theme)
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


def opened(window: MainWindow, content: bytes) -> OpenStudy:
    """Opens a file's bytes in the window. Raises DocumentError."""
    study = OpenStudy(prepared(content), ENTRY, Freshness.CURRENT)
    window.program.current = study
    window.program.study_opened.emit(study)
    assert window.is_study_shown
    return study


def timelines(study: OpenStudy) -> list[str]:
    """The ids of all timelines."""
    return [found[2].id for found in study.document.timelines() if found[2].id]


def worst_entities(study: OpenStudy, most: int = 4) -> list[str]:
    """What the inspector has most to say of: by findings, then by how much of the file it is."""
    sizes = {
        address: len(str(study.document.entity(address).raw))  # type: ignore[union-attr]
        for address in list(study.document.index.unique)[:4000]
        if study.document.entity(address) is not None
    }
    by_findings = sorted(study.findings_by_entity, key=lambda each: -len(study.findings_by_entity[each]))
    return [*by_findings[: most // 2], *sorted(sizes, key=lambda each: -sizes[each])[: most // 2]]


def show_everything(
    window: MainWindow, study: OpenStudy, *, grab: bool = True, most_timelines: int = 5
) -> None:
    """Every pane and view, each timeline, dates typed, what is worst inspected, and the palette asked."""

    def seen() -> None:
        QApplication.processEvents()
        if grab:
            window.grab()

    for name in PANES:
        window.show_pane(name)
        seen()
    window.show_pane("inspector")
    for place, timeline in enumerate([*timelines(study)[:most_timelines], *timelines(study)[:1]]):
        window.show_timeline(timeline)
        date_anchors(study)
        # In turn, so that each timeline is seen as it comes up in another view; the first one in all of them.
        for arrangement in ARRANGEMENTS if not place else list(ARRANGEMENTS)[place % 5 :][:1]:
            window.show_views(arrangement)
            seen()
    for address in worst_entities(study):
        window.select(address)
        seen()
    window.select("")
    window.actions_by_id["palette"].trigger()
    popup = window.parts["Palette"].popup  # type: ignore[attr-defined]
    popup.field.setText("w")
    QApplication.processEvents()
    popup.close()
    QApplication.processEvents()


def date_anchors(study: OpenStudy, most: int = 4) -> None:
    """Types a date for the first anchors of the timeline that is shown."""
    if study.projection is None:
        return
    dating = study.dating
    anchors = [key for key, planned in study.projection.planned.times.items() if planned.is_anchor]
    for key in anchors[:most]:
        dating = dating.with_anchor(key, Anchor(dt.date(2026, 3, 3), None))
    study.dates.change(dating)
