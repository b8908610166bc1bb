"""Marking planned assessments: activities of visits, one cell or a block."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import Draft, gone
from study.document import Document
from study.language import translate
from study.model import Entity, ScheduledInstance

Cell = tuple[str, str]
"""The ids of a ScheduledActivityInstance and of an Activity."""


@dataclass(frozen=True, slots=True)
class SetMarks(Command):
    """Plans (`marked`) or no longer plans the activity of each cell at its visit; what is so already stays."""

    name: ClassVar[str] = "set_marks"
    cells: tuple[Cell, ...]
    marked: bool

    def why_not(self, document: Document) -> str:
        """Not for what is not there, and not in a decision, which has no activities."""
        for address in dict.fromkeys(each for cell in self.cells for each in cell):
            if document.index.object_at(address) is None:
                return gone(address)
        for address, _ in self.cells:
            item = document.index.object_at(address)
            if item is not None and ScheduledInstance(item).is_decision:
                return translate("commands", "“{name}” is a decision: nothing is planned in it.").format(
                    name=Entity(item).title
                )
        return ""

    def title(self, document: Document) -> str:
        """ "Plan ECG at Week 8", or "Plan 12 assessments"."""
        if len(self.cells) == 1:
            instance, activity = (
                Entity(item).title if (item := document.index.object_at(address)) is not None else address
                for address in self.cells[0]
            )
            words = (
                translate("commands", "Plan {activity} at {visit}")
                if self.marked
                else translate("commands", "No longer plan {activity} at {visit}")
            )
            return words.format(activity=activity, visit=instance)
        words = (
            translate("commands", "Plan {count} assessments")
            if self.marked
            else translate("commands", "No longer plan {count} assessments")
        )
        return words.format(count=len(self.cells))

    def carry_out(self, draft: Draft) -> None:
        """Add or remove the activity's id in `activityIds` of each instance."""
        for instance, activity in self.cells:
            if self.marked:
                draft.add_ref(instance, "activityIds", activity)
            else:
                draft.remove_ref(instance, "activityIds", activity)
