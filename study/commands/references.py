"""What visits are timed from: the anchor (fixed) or another visit (rolling), and which visit is the anchor."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import CannotError, Command
from study.commands.draft import Draft
from study.commands.path import spoken, why_no_visits
from study.commands.planned import (
    Sides,
    TimingType,
    minus,
    planned_at,
    timed_from,
    times_at,
    timing_at,
    untimed,
    why_unsaid,
    write_distance,
    write_sides,
    write_type,
    write_value,
    write_window,
)
from study.commands.timing import why_not_from
from study.document import Document
from study.duration_writing import written_duration
from study.durations import Offset, is_clock_duration
from study.language import translate
from study.model import ScheduleTimeline, Timing
from study.timeline import PlannedTimes, is_main_timeline


@dataclass(frozen=True, slots=True)
class ToFixedReference(Command):
    """Has visits counted from the anchor, each staying at its planned day: it no longer moves with other visits."""

    name: ClassVar[str] = "to_fixed_reference"
    visits: tuple[str, ...]

    def why_not(self, document: Document) -> str:
        """Not an anchor, and not what has no time."""
        if reason := why_no_visits(document, self.visits):
            return reason
        times = times_at(document, self.visits[0])
        for visit in self.visits:
            base = times.times[visit].time_base
            if reason := why_not_retimed(document, times, visit, base):
                return reason
        return ""

    def title(self, document: Document) -> str:
        """ "Count Week 10 from Dose, the anchor"."""
        planned = planned_at(document, self.visits[0]) if self.visits else None
        anchor = spoken(document, planned.time_base if planned is not None else "")
        if len(self.visits) == 1:
            return translate("commands", "Count {visit} from {anchor}, the anchor").format(
                visit=spoken(document, self.visits[0]), anchor=anchor
            )
        return translate(
            "commands", "Count %n visit(s) from {anchor}, the anchor", "", len(self.visits)
        ).format(anchor=anchor)

    def carry_out(self, draft: Draft) -> None:
        """Give each timing the anchor as its reference, at the same planned time."""
        times = times_at(draft.document, self.visits[0])
        for visit in self.visits:
            retime(draft, times, visit, times.times[visit].time_base)


@dataclass(frozen=True, slots=True)
class ToRollingReference(Command):
    """Has visits counted from the visit before each in the path (one alone: from `reference`), at the same day."""

    name: ClassVar[str] = "to_rolling_reference"
    visits: tuple[str, ...]
    reference: str = ""

    def why_not(self, document: Document) -> str:
        """Not an anchor, not what has no time, not in a circle."""
        if reason := why_no_visits(document, self.visits):
            return reason
        times = times_at(document, self.visits[0])
        for visit in self.visits:
            reference = self._reference_of(times, visit)
            if reference is None:
                return translate("commands", "Nothing that is timed comes before “{visit}”.").format(
                    visit=spoken(document, visit)
                )
            if reason := why_not_retimed(document, times, visit, reference):
                return reason
        return ""

    def title(self, document: Document) -> str:
        """ "Count Week 10 from Week 8"."""
        if len(self.visits) == 1:
            known = planned_at(document, self.visits[0]) is not None
            times = times_at(document, self.visits[0]) if known else None
            reference = (self._reference_of(times, self.visits[0]) or "") if times is not None else ""
            return translate("commands", "Count {visit} from {reference}").format(
                visit=spoken(document, self.visits[0]), reference=spoken(document, reference)
            )
        return translate("commands", "Count %n visit(s) each from the one before", "", len(self.visits))

    def carry_out(self, draft: Draft) -> None:
        """Give each timing its new reference, at the same planned time."""
        times = times_at(draft.document, self.visits[0])
        for visit in self.visits:
            reference = self._reference_of(times, visit)
            if reference is not None:
                retime(draft, times, visit, reference)

    def _reference_of(self, times: PlannedTimes, visit: str) -> str | None:
        if self.reference and len(self.visits) == 1:
            return self.reference
        order = times.graph.order
        for key in reversed(order[: order.index(visit)]):
            instance = times.graph.instances[key]
            planned = times.times[key]
            if not instance.is_decision and planned.offset is not None:
                return key if planned.time_base == times.times[visit].time_base else None
        return None


@dataclass(frozen=True, slots=True)
class ChangeAnchor(Command):
    """Makes another visit the Fixed Reference; all planned days stay relative to each other.

    What was counted from the old anchor is counted from the new one. Study days stay what they are where the new
    anchor's own is positive (its value says it); else they count from it as Day 1.
    """

    name: ClassVar[str] = "change_anchor"
    visit: str

    def why_not(self, document: Document) -> str:
        """Not to what is the anchor, not to what has no time."""
        if reason := why_no_visits(document, (self.visit,)):
            return reason
        times = times_at(document, self.visit)
        planned = times.times[self.visit]
        if planned.is_anchor:
            return translate("commands", "“{name}” is an anchor already.").format(
                name=spoken(document, self.visit)
            )
        if planned.offset is None:
            return planned.reason or untimed(document, self.visit)
        base = times.times[planned.time_base]
        assert base.offset is not None
        if written_duration(minus(base.offset, planned.offset)) is None:
            return why_unsaid(document, planned.time_base)
        return ""

    def title(self, document: Document) -> str:
        """ "Make Week 2 the anchor instead of Dose"."""
        planned = planned_at(document, self.visit)
        base = planned.time_base if planned is not None else ""
        return translate("commands", "Make {visit} the anchor instead of {old}").format(
            visit=spoken(document, self.visit), old=spoken(document, base)
        )

    def carry_out(self, draft: Draft) -> None:
        """Make its timing the Fixed Reference, and count from it what was counted from the old one."""
        move_anchor(draft, self.visit)


def move_anchor(draft: Draft, to: str) -> None:
    """Make an instance the Fixed Reference of its time base; its old anchor is timed from it."""
    document = draft.document
    times = times_at(document, to)
    planned = times.times[to]
    old = planned.time_base
    timing, anchor = planned.timing, times.times[old].timing
    if timing is None or timing.id is None or anchor is None or anchor.id is None or planned.offset is None:
        raise CannotError(untimed(document, to))
    timeline = draft.timeline_of(to)
    value = _anchor_value(document, timeline, times, to, anchor)
    kept = timed_from(timeline, old)
    write_type(draft, timing, TimingType.FIXED_REFERENCE)
    write_sides(draft, timing, Sides.START_TO_START)
    write_value(draft, timing, value)
    draft.set(timing.id, "relativeToScheduledInstanceId", to)
    if timing.window_lower or timing.window_upper:
        write_window(draft, timing.id, (None, None))
    clock = is_clock_duration(anchor.value)
    base_offset = times.times[old].offset or Offset()
    write_distance(draft, anchor, to, minus(base_offset, planned.offset), like="PT0M" if clock else "P0D")
    for other in kept:
        if other == timing or other.relative_from is None or other.id is None:
            continue
        hung = times.times.get(other.relative_from)
        offset = hung.offset if hung is not None else None
        if offset is not None and written_duration(minus(offset, planned.offset)) is not None:
            write_distance(draft, other, to, minus(offset, planned.offset))


def _anchor_value(
    document: Document, timeline: ScheduleTimeline, times: PlannedTimes, to: str, anchor: Timing
) -> str:
    """What a new anchor's value says: its study day on the main timeline, else what the old one said."""
    design = next((d for d in document.designs() if timeline in d.timelines), None)
    if not is_main_timeline(timeline, design):
        return anchor.value
    day = times.times[to].study_day
    return f"P{day}D" if day is not None and day > 0 else "P1D"


def why_not_retimed(document: Document, times: PlannedTimes, visit: str, reference: str) -> str:
    """Why a visit cannot be counted from another one at the same planned time; "" where it can."""
    planned = times.times[visit]
    if planned.timing is None:
        return untimed(document, visit)
    if planned.is_anchor:
        return translate("commands", "“{name}” is the anchor: the others count from it.").format(
            name=spoken(document, visit)
        )
    base = times.times.get(reference)
    if planned.offset is None:
        return planned.reason or untimed(document, visit)
    if base is None or base.offset is None or base.time_base != planned.time_base:
        return translate(
            "commands", "“{reference}” has no time that “{visit}” could be counted from."
        ).format(reference=spoken(document, reference), visit=spoken(document, visit))
    if reason := why_not_from(document, visit, reference):
        return reason
    if written_duration(minus(planned.offset, base.offset)) is None:
        return why_unsaid(document, visit)
    return ""


def retime(draft: Draft, times: PlannedTimes, visit: str, reference: str) -> None:
    """Count a visit from another one, at the planned time that `times` says of it."""
    timing = timing_at(draft.document, visit)
    here, base = times.times[visit].offset, times.times[reference].offset
    if timing is None or here is None or base is None:
        raise CannotError(untimed(draft.document, visit))
    if timing.relative_to != reference:
        write_distance(draft, timing, reference, minus(here, base))
