"""Which timeline runs inside an activity or a visit: none, one that there is, or a new one."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.open_study import OpenStudy
from study.commands.command import Command
from study.commands.draft import design_of
from study.commands.side_timelines import SetSubTimeline
from study.commands.sub_timelines import AddSubTimeline
from study.language import translate
from ui.edit_dialogs.asking import EditDialog, Foresee, title_of

NEW = "+"
"""What is kept of the choice of a new timeline."""


class SubTimelineDialog(EditDialog):
    """Asks for the timeline that `holder`, an activity or a visit, runs inside it."""

    def __init__(
        self,
        study: OpenStudy,
        timeline: str,
        holder: str,
        parent: QWidget | None = None,
        foresee: Foresee | None = None,
    ) -> None:
        self._holder = holder
        name = title_of(study, holder)
        super().__init__(
            study,
            timeline,
            translate("dialogs", "Timeline inside {name}").format(name=name),
            translate(
                "dialogs", "Its steps are done each time that {name} is, such as the samples of a profile."
            ).format(name=name),
            translate("dialogs", "Set"),
            parent,
            foresee,
        )
        design = design_of(study.document, holder)
        others = [
            (each.id, each.title)
            for each in (design.timelines if design is not None else ())
            if each.id and not each.main
        ]
        entity = study.entity(holder)
        self._now = str((entity.raw.get("timelineId") if entity is not None else None) or "")
        self.runs = self.choice(
            translate("dialogs", "Runs"),
            [
                ("", translate("dialogs", "No timeline")),
                *others,
                (NEW, translate("dialogs", "A new timeline")),
            ],
            self._now or NEW,
        )
        self.called = self.field(translate("dialogs", "Its name"), hint=translate("dialogs", "PK profile"))

    def command(self) -> Command | str:
        """AddSubTimeline for a new one, else SetSubTimeline."""
        chosen = str(self.runs.currentData() or "")
        self.called.setEnabled(chosen == NEW)
        if chosen == NEW:
            return AddSubTimeline(self._holder, self.called.text().strip())
        if chosen == self._now:
            return translate("dialogs", "This is as it is now.")
        return SetSubTimeline(self._holder, chosen)
