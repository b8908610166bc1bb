"""A new timeline that runs inside an activity or a visit, made and attached in one step."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import CannotError, Command
from study.commands.draft import Draft, design_of
from study.commands.naming import named, shortened, why_no_name
from study.commands.path import instance_at
from study.commands.side_timelines import SetSubTimeline
from study.commands.timelines import AddTimeline
from study.document import Document
from study.language import translate


@dataclass(frozen=True, slots=True)
class AddSubTimeline(Command):
    """A new timeline called `called` with one visit, run inside the activity or visit `holder` (USDM timelineId)."""

    name: ClassVar[str] = "add_sub_timeline"
    holder: str
    called: str

    def why_not(self, document: Document) -> str:
        """Not without a name, and not in a decision."""
        if reason := why_no_name(self.called) or SetSubTimeline(self.holder, "").why_not(document):
            return reason
        instance = instance_at(document, self.holder)
        if instance is not None and instance.is_decision:
            return translate("commands", "“{name}” is a decision: nothing runs inside it.").format(
                name=named(document, self.holder)
            )
        return self._adds(document).why_not(document)

    def title(self, document: Document) -> str:
        """ "Run the new timeline PK profile in Dosing"."""
        return translate("commands", "Run the new timeline {timeline} in {name}").format(
            timeline=shortened(self.called), name=named(document, self.holder)
        )

    def carry_out(self, draft: Draft) -> None:
        """Insert it, then have it run."""
        design = design_of(draft.document, self.holder)
        before = {each.id for each in design.timelines} if design is not None else set()
        self._adds(draft.document).carry_out(draft)
        new = (
            next((e.id for e in design.timelines if e.id not in before), None) if design is not None else None
        )
        if new is None:
            raise CannotError(translate("commands", "The study has no design to add to."))
        SetSubTimeline(self.holder, new).carry_out(draft)

    def _adds(self, document: Document) -> AddTimeline:
        design = design_of(document, self.holder)
        begins = translate("commands", "{name} begins").format(name=named(document, self.holder))
        return AddTimeline(
            self.called, entry_condition=begins, design=design.id if design is not None else None
        )
