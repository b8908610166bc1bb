"""Timelines: a new one that opens without a finding of its own, deleted, and which is the main one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import CannotError, Command
from study.commands.draft import Draft
from study.commands.draft import design_of as design_around
from study.commands.naming import free_name, named, shortened, why_no_name
from study.commands.rules import design_at, why_no_design, why_not_in
from study.document import Document
from study.graph import FIXED_REFERENCE
from study.json_types import ABSENT
from study.language import translate
from study.model import ScheduleTimeline


@dataclass(frozen=True, slots=True)
class AddTimeline(Command):
    """A new timeline called `called`, with one visit called `first` that is its anchor, and a way out.

    `main` makes it the main timeline of its design, in the place of the one that was. `entry_condition` says when it
    begins, in words.
    """

    name: ClassVar[str] = "add_timeline"
    called: str
    main: bool = False
    entry_condition: str = ""
    first: str = "Start"
    design: str | None = None

    def why_not(self, document: Document) -> str:
        """Not without names, and not in a study without a design."""
        return why_no_name(self.called) or why_no_name(self.first) or why_no_design(document, self.design)

    def title(self, document: Document) -> str:  # noqa: ARG002 - the same in every study
        """ "Add the timeline Adverse event"."""
        return translate("commands", "Add the timeline {name}").format(name=shortened(self.called))

    def carry_out(self, draft: Draft) -> None:
        """Insert it with its exit, its first instance and that one's Fixed Reference."""
        found = design_at(draft.document, self.design)
        owner = draft.document.index.address_of(found.raw) if found is not None else None
        if found is None or owner is None:
            raise CannotError(why_no_design(draft.document, self.design))
        if self.main:
            not_main_any_more(draft, [t for t in found.timelines if t.main])
        way_out = draft.new("ScheduleTimelineExit")
        instance = draft.new(
            "ScheduledActivityInstance",
            name=self.first,
            label=self.first,
            description="",
            defaultConditionId=None,
            epochId=None,
            timelineId=None,
            timelineExitId=way_out["id"],
            activityIds=[],
            encounterId=None,
        )
        timing = draft.new(
            "Timing",
            name=self.first,
            label=self.first,
            description="",
            type=draft.code(FIXED_REFERENCE, "Fixed Reference"),
            value="P1D" if self.main else "P0D",
            valueLabel=self.first,
            relativeToFrom=draft.code("C201355", "Start to Start"),
            relativeFromScheduledInstanceId=instance["id"],
            relativeToScheduledInstanceId=instance["id"],
            windowLower=None,
            windowUpper=None,
            windowLabel="",
        )
        timeline = draft.new(
            "ScheduleTimeline",
            name=free_name(found.raw.get("scheduleTimelines"), self.called),
            label=self.called,
            description="",
            mainTimeline=self.main,
            entryCondition=self.entry_condition,
            entryId=instance["id"],
            exits=[way_out],
            timings=[timing],
            instances=[instance],
            plannedDuration=None if draft.document.capabilities.planned_duration else ABSENT,
        )
        draft.insert(owner, "scheduleTimelines", timeline)


@dataclass(frozen=True, slots=True)
class DeleteTimeline(Command):
    """Takes a timeline out with its visits and timings; what ran it as a sub-timeline runs none then."""

    name: ClassVar[str] = "delete_timeline"
    timeline: str

    def why_not(self, document: Document) -> str:
        """Not for the main one while there are others: the schedule would begin nowhere."""
        reason = why_not_in(document, "scheduleTimelines", (self.timeline,))
        design = design_around(document, self.timeline)
        item = document.index.object_at(self.timeline)
        if reason or design is None or item is None:
            return reason
        if len(design.timelines) == 1:
            return translate(
                "commands", "“{name}” is the only timeline: a study without one has no schedule."
            ).format(name=named(document, self.timeline))
        if ScheduleTimeline(item).main and sum(t.main for t in design.timelines) == 1:
            return translate(
                "commands", "“{name}” is the main timeline. Make another one the main timeline first."
            ).format(name=named(document, self.timeline))
        return ""

    def title(self, document: Document) -> str:
        """ "Delete the timeline Adverse event with its 3 visits"."""
        item = document.index.object_at(self.timeline)
        count = len(ScheduleTimeline(item).instances) if item is not None else 0
        return translate("commands", "Delete the timeline {name} with its %n visit(s)", "", count).format(
            name=named(document, self.timeline)
        )

    def carry_out(self, draft: Draft) -> None:
        """Remove it; references to it and to what was in it follow."""
        draft.remove(self.timeline)


@dataclass(frozen=True, slots=True)
class MakeMainTimeline(Command):
    """Makes a timeline the main one of its design: the Schedule of Activities."""

    name: ClassVar[str] = "make_main_timeline"
    timeline: str

    def why_not(self, document: Document) -> str:
        """Not for the one that is the main one already."""
        reason = why_not_in(document, "scheduleTimelines", (self.timeline,))
        item = document.index.object_at(self.timeline)
        design = design_around(document, self.timeline)
        if reason or item is None or design is None:
            return reason
        if ScheduleTimeline(item).main and sum(t.main for t in design.timelines) == 1:
            return translate("commands", "“{name}” is the main timeline already.").format(
                name=named(document, self.timeline)
            )
        return ""

    def title(self, document: Document) -> str:
        """ "Make Treatment the main timeline"."""
        return translate("commands", "Make {name} the main timeline").format(
            name=named(document, self.timeline)
        )

    def carry_out(self, draft: Draft) -> None:
        """Set mainTimeline here and clear it in the others."""
        others = [t for t in draft.design_of(self.timeline).timelines if t.main and t.id != self.timeline]
        not_main_any_more(draft, others)
        draft.set(self.timeline, "mainTimeline", True)


def not_main_any_more(draft: Draft, timelines: list[ScheduleTimeline]) -> None:
    """Clears mainTimeline."""
    for timeline in timelines:
        address = draft.document.index.address_of(timeline.raw)
        if address is not None:
            draft.set(address, "mainTimeline", False)
