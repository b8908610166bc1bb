"""A new activity that is planned at a visit at once, so that a table which shows only what it plans has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.changes import Insert
from study.commands.activities import AddActivity
from study.commands.command import Command
from study.commands.draft import Draft
from study.commands.marks import why_no_marks_at
from study.commands.naming import named
from study.document import Document
from study.language import translate


@dataclass(frozen=True, slots=True)
class AddPlannedActivity(Command):
    """Adds an activity as `add` says, and plans it at the visit `visit`."""

    name: ClassVar[str] = "add_planned_activity"
    add: AddActivity
    visit: str

    def why_not(self, document: Document) -> str:
        """As for adding; and not in a decision."""
        beside = self.add.after or self.add.group
        at_visit = why_no_marks_at(document, [(self.visit, beside)]) if beside else ""
        return self.add.why_not(document) or at_visit

    def title(self, document: Document) -> str:
        """ "Add the activity ECG at Week 8"."""
        return translate("commands", "{add} at {visit}").format(
            add=self.add.title(document), visit=named(document, self.visit)
        )

    def carry_out(self, draft: Draft) -> None:
        """Add it, and its id to the visit's `activityIds`."""
        before = len(draft.recorded)
        self.add.carry_out(draft)
        for recorded in draft.recorded[before:]:
            if isinstance(recorded.change, Insert) and recorded.change.attribute == "activities":
                draft.add_ref(self.visit, "activityIds", str(recorded.change.entity["id"]))
