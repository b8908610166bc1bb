"""The first visit of a timeline, and the first activity of a study."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.activities import AddActivity
from study.commands.add_planned import AddPlannedActivity
from study.commands.command import Command
from study.commands.visits import AddVisit
from study.language import translate
from ui.edit_dialogs.asking import EditDialog


class FirstVisitDialog(EditDialog):
    """Asks what the first visit of a timeline is called."""

    def __init__(self, study: OpenStudy, timeline: str, parent: QWidget | None = None) -> None:
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Add the first visit"),
            translate("dialogs", "The timeline begins with it. When it is planned is said in the inspector."),
            translate("dialogs", "Add"),
            parent,
        )
        self.called = self.field(translate("dialogs", "Name"), hint=translate("dialogs", "Day 1"))

    def command(self) -> Command | str:
        """AddVisit at the beginning of the timeline."""
        called = self.called.text().strip()
        return (
            AddVisit(called, after=self.timeline)
            if called
            else translate("dialogs", "Type what the visit is called.")
        )


class FirstActivityDialog(EditDialog):
    """Asks what the first activity is called; beside the main timeline it is planned at the first visit at once."""

    def __init__(self, study: OpenStudy, timeline: str, parent: QWidget | None = None) -> None:
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Add the first activity"),
            translate("dialogs", "It gets a row in the table; a click plans it at a visit."),
            translate("dialogs", "Add"),
            parent,
        )
        self.called = self.field(translate("dialogs", "Name"), hint=translate("dialogs", "Vital signs"))

    def command(self) -> Command | str:
        """AddActivity, with a mark where the table shows only what it plans."""
        called = self.called.text().strip()
        projection = self.study.projection_of(self.timeline)
        if not called or projection is None:
            return translate("dialogs", "Type what the activity is called.")
        adding = AddActivity(called, design=projection.design.id)
        graph = projection.graph
        visits = [key for key in graph.order if not graph.instances[key].is_decision and key[0] != "#"]
        if projection.timeline == projection.design.main_timeline or not visits:
            return adding
        return AddPlannedActivity(adding, visits[0])
