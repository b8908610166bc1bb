"""First steps: what an empty timeline, or a table without rows, says to do first, and the button that does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect

from study.language import translate
from ui.widgets.invitation import Invitation

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow

VISIT, ACTIVITY = "visit", "activity"


class FirstSteps:
    """Lays an invitation over graph, table and time axis where they have nothing to show."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        matrix, axis = window.matrix.view, window.axis

        def body() -> QRect:
            head = (
                matrix.grid.header_height if matrix.sheet.soa is not None and matrix.sheet.soa.columns else 0
            )
            return matrix.viewport().rect().adjusted(0, int(head), 0, 0)

        self.graph = Invitation(window.canvas, window.canvas.rect, self.begin)
        self.table = Invitation(matrix.viewport(), body, self.begin)
        self.axis = Invitation(axis, axis.rect, self.begin)
        window.study_changed.connect(self._set_study)
        if window.study is not None:
            self._set_study(window.study)

    def _set_study(self, study: OpenStudy | None) -> None:
        if study is not None:
            study.content_changed.connect(lambda _changed: self.refresh())
            study.timeline_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Invite to what is missing, or to nothing."""
        study = self._window.study
        projection = study.projection if study is not None else None
        no_visits = projection is not None and not projection.timeline.instances
        visit = VISIT if no_visits else ""
        words = (
            translate("first steps", "No visits yet"),
            translate("first steps", "A timeline begins with its first visit: often Day 1, the first dose."),
            translate("first steps", "Add the first visit"),
        )
        self.graph.invite(visit, *words)
        self.axis.invite(visit, *words)
        if projection is not None and not no_visits and not projection.soa.rows:
            self.table.invite(
                ACTIVITY,
                translate("first steps", "No activities yet"),
                translate("first steps", "Each activity is a row; a click, or Space, plans it at a visit."),
                translate("first steps", "Add the first activity"),
            )
        else:
            self.table.invite(visit, *words)

    def begin(self, what: str) -> None:
        """Ask for the name of the first visit or activity, and add it."""
        from ui.edit_dialogs.asking import carried_out
        from ui.edit_dialogs.first_steps import FirstActivityDialog, FirstVisitDialog

        study = self._window.study
        timeline = (
            study.projection.timeline.id if study is not None and study.projection is not None else None
        )
        if study is None or not timeline:
            return
        made = FirstVisitDialog if what == VISIT else FirstActivityDialog
        dialog = made(study, timeline, self._window)
        if carried_out(dialog):
            (self._window.canvas if what == VISIT else self._window.matrix).setFocus()
        dialog.deleteLater()
