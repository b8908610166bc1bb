"""A timeline that an event starts, beside the main one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.commands.side_timelines import AddSideTimeline
from study.language import translate
from ui.edit_dialogs.asking import EditDialog, Foresee, visit_choices


class SideTimelineDialog(EditDialog):
    """Asks what it is called, what starts it, and which visit its own is like."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        like: str = "",
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Add a side timeline"),
            translate("dialogs", "With one visit, which an event starts; more can be added in it."),
            translate("dialogs", "Add"),
            parent,
            foresee,
        )
        self.called = self.field(translate("dialogs", "Name"), hint=translate("dialogs", "Unscheduled visit"))
        self.event_field = self.field(
            translate("dialogs", "What starts it"), hint=translate("dialogs", "An adverse event occurs")
        )
        decisions = set()
        projection = study.projection_of(timeline)
        if projection is not None:
            decisions = {key for key, each in projection.graph.instances.items() if each.is_decision}
        self.like = self.choice(
            translate("dialogs", "Its visit is like"),
            [
                ("", translate("dialogs", "None: an empty one")),
                *visit_choices(study, timeline, tuple(decisions)),
            ],
            "" if like in decisions else like,
        )

    def command(self) -> Command | str:
        """AddSideTimeline in the design of the timeline."""
        projection = self.study.projection_of(self.timeline)
        return AddSideTimeline(
            self.called.text().strip(),
            self.event_field.text().strip(),
            str(self.like.currentData() or ""),
            design=(projection.design.id or "") if projection is not None else "",
        )
