"""The whole window with a study in it: made, opened, and led through everything that it can show."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QApplication

from app.open_study import OpenStudy
from study.dating import Anchor
from ui.main_window import MainWindow
from ui.views import ARRANGEMENTS

PANES = ("navigator", "inspector", "problems", "dates", "text")


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
