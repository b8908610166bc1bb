"""When a visit is: its timing, its place on the axis, all that comes later at once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import CannotError, Command
from study.commands.draft import Draft, gone, timeline_of
from study.commands.new_visits import name_like
from study.commands.path import graph_of, instance_at, spoken, why_no_visits
from study.commands.planned import (
    ZERO,
    Sides,
    TimingType,
    hangs_on,
    is_negative,
    minus,
    new_timing,
    planned_at,
    signed_value,
    times_at,
    timing_at,
    timings_by_instance,
    untimed,
    why_no_duration,
    why_unsaid,
    write_distance,
    write_sides,
    write_type,
    write_value,
    write_window,
)
from study.document import Document
from study.duration_writing import written_duration
from study.durations import Offset, add, negate, parse_duration
from study.graph import is_fixed_reference
from study.language import translate
from study.model import Timing
from study.timeline import PlannedTime, timing_sides
from study.wording import day_text, duration_text, offset_text


@dataclass(frozen=True, slots=True)
class SetTiming(Command):
    """Says when a visit is: `value` (ISO 8601) before or after `reference`, or that it is the Fixed Reference.

    `sides` None leaves them, a new timing being Start to Start. An anchor refers to itself and has no window.
    """

    name: ClassVar[str] = "set_timing"
    visit: str
    value: str
    kind: TimingType = TimingType.AFTER
    reference: str = ""
    sides: Sides | None = None

    def why_not(self, document: Document) -> str:
        """Not with a value nobody can read, from itself, from another timeline, or in a circle."""
        if reason := why_no_visits(document, (self.visit,)) or why_no_duration(self.value):
            return reason
        if self.kind is TimingType.FIXED_REFERENCE:
            return ""
        if not self.reference:
            return translate("commands", "Say from which visit the time counts.")
        return why_not_from(document, self.visit, self.reference)

    def title(self, document: Document) -> str:
        """ "Time Week 8 8 weeks after Dose", "Make Dose the anchor"."""
        visit = spoken(document, self.visit)
        if self.kind is TimingType.FIXED_REFERENCE:
            return translate("commands", "Make {visit} an anchor").format(visit=visit)
        words = (
            translate("commands", "Time {visit} {duration} before {reference}")
            if self.kind is TimingType.BEFORE
            else translate("commands", "Time {visit} {duration} after {reference}")
        )
        return words.format(
            visit=visit, duration=duration_text(self.value), reference=spoken(document, self.reference)
        )

    def carry_out(self, draft: Draft) -> None:
        """Change its timing, or make one."""
        fixed = self.kind is TimingType.FIXED_REFERENCE
        reference = self.visit if fixed else self.reference
        sides = Sides.START_TO_START if fixed else self.sides
        timing = timing_at(draft.document, self.visit)
        if timing is None or timing.id is None:
            timeline = draft.timeline_of(self.visit)
            name = name_like([t.name for t in timeline.timings], spoken(draft.document, self.visit))
            new_timing(
                draft, self.visit, name, self.kind, self.value, reference, sides=sides or Sides.START_TO_START
            )
            return
        write_type(draft, timing, self.kind)
        write_value(draft, timing, self.value)
        draft.set(timing.id, "relativeToScheduledInstanceId", reference)
        if sides is not None:
            write_sides(draft, timing, sides)
        if fixed and (timing.window_lower or timing.window_upper):
            write_window(draft, timing.id, (None, None))


@dataclass(frozen=True, slots=True)
class MoveVisit(Command):
    """Moves a visit to an offset of its time base, its Fixed Reference being zero; what hangs on it moves with it."""

    name: ClassVar[str] = "move_visit"
    visit: str
    to: Offset

    def why_not(self, document: Document) -> str:
        """Not an anchor, from which all else counts, and not what has no time."""
        if reason := why_no_visits(document, (self.visit,)):
            return reason
        planned = times_at(document, self.visit).times[self.visit]
        timing = planned.timing
        if timing is None:
            return untimed(document, self.visit)
        if planned.is_anchor:
            return translate(
                "commands",
                "“{name}” is the anchor: the other visits count from it. Move those, or shift all later.",
            ).format(name=spoken(document, self.visit))
        distance = self._distance(planned)
        if distance is None:
            return planned.reason or untimed(document, self.visit)
        return "" if written_duration(distance) is not None else why_unsaid(document, self.visit)

    def title(self, document: Document) -> str:
        """ "Move Week 8 from Day 57 to Day 64", "Move 2 h by 30 minutes"."""
        planned = planned_at(document, self.visit)
        visit = spoken(document, self.visit)
        by = minus(self.to, (planned.offset if planned is not None else None) or ZERO)
        if (
            planned is not None
            and planned.study_day is not None
            and by == Offset(days=by.days)
            and not planned.is_range
        ):
            day = planned.study_day + by.days
            if planned.study_day < 0 <= day:
                day += 1
            elif day <= 0 < planned.study_day:
                day -= 1
            return translate("commands", "Move {visit} from {day} to Day {new}").format(
                visit=visit, day=day_text(planned), new=f"−{-day}" if day < 0 else day
            )
        words = (
            translate("commands", "Move {visit} {duration} earlier")
            if is_negative(by)
            else translate("commands", "Move {visit} {duration} later")
        )
        return words.format(visit=visit, duration=offset_text(by))

    def carry_out(self, draft: Draft) -> None:
        """Give its timing the value that puts it there, before or after the same reference."""
        planned = times_at(draft.document, self.visit).times[self.visit]
        distance = self._distance(planned)
        timing = timing_at(draft.document, self.visit)
        if timing is None or distance is None:
            raise CannotError(untimed(draft.document, self.visit))
        write_signed(draft, timing, distance)

    def _distance(self, planned: PlannedTime) -> Offset | None:
        """How far from its reference it would be, sides as they are: the distance now and how much it moves."""
        now = signed_value(planned.timing) if planned.timing is not None else None
        if now is None or planned.offset is None:
            return None
        return add(now, minus(self.to, planned.offset))


@dataclass(frozen=True, slots=True)
class ShiftAfter(Command):
    """Moves everything later in the path than a visit (`with_it`: and that visit) by a duration, later or `earlier`.

    What is timed from something that moves follows by itself. Distances change only where one end moves and the
    other stays: so the gap in front of what moves is what grows, also where the anchor lies behind it.
    """

    name: ClassVar[str] = "shift_after"
    visit: str
    by: str
    earlier: bool = False
    with_it: bool = False

    def why_not(self, document: Document) -> str:
        """Not by what is no duration, not where nothing comes later, not where a time cannot be said."""
        if reason := why_no_visits(document, (self.visit,)) or why_no_duration(self.by):
            return reason
        distances = self._distances(document)
        if not distances:
            return translate("commands", "Nothing that is timed comes after “{visit}”.").format(
                visit=spoken(document, self.visit)
            )
        for timing, distance in distances:
            if written_duration(distance, timing.value) is None:
                return why_unsaid(document, timing.relative_from or "")
        return ""

    def title(self, document: Document) -> str:
        """ "Shift everything after Week 8 by 1 week"."""
        if self.with_it:
            words = (
                translate("commands", "Shift {visit} and everything after it {duration} earlier")
                if self.earlier
                else translate("commands", "Shift {visit} and everything after it by {duration}")
            )
        else:
            words = (
                translate("commands", "Shift everything after {visit} {duration} earlier")
                if self.earlier
                else translate("commands", "Shift everything after {visit} by {duration}")
            )
        return words.format(visit=spoken(document, self.visit), duration=duration_text(self.by))

    def carry_out(self, draft: Draft) -> None:
        """Change the distances between what moves and what stays."""
        for timing, distance in self._distances(draft.document):
            write_signed(draft, timing, distance)

    def moved(self, document: Document) -> frozenset[str]:
        """The ids of the instances that come later in the path."""
        timeline = timeline_of(document, self.visit)
        if timeline is None:
            return frozenset()
        graph = graph_of(document, timeline)
        path = [key for key in graph.order if key not in graph.unreachable]
        if self.visit not in path:
            return frozenset((self.visit,) if self.with_it else ())
        at = path.index(self.visit)
        return frozenset(path[at if self.with_it else at + 1 :])

    def _distances(self, document: Document) -> list[tuple[Timing, Offset]]:
        by = parse_duration(self.by)
        timeline = timeline_of(document, self.visit)
        if by is None or timeline is None:
            return []
        if self.earlier:
            by = negate(by)
        moved = self.moved(document)
        found = []
        for visit, timing in timings_by_instance(timeline).items():
            moves, reference_moves = visit in moved, timing.relative_to in moved
            if moves == reference_moves or timing.id is None or timing.relative_to is None:
                continue
            distance = signed_value(timing)
            if distance is not None:
                found.append((timing, add(distance, by if moves else negate(by))))
        return found


def why_not_from(document: Document, visit: str, reference: str) -> str:
    """Why a visit cannot be timed from another one; "" where it can (DDF00031, DDF00046)."""
    if instance_at(document, reference) is None:
        return gone(reference)
    if reference == visit:
        return translate("commands", "“{name}” cannot be timed from itself.").format(
            name=spoken(document, visit)
        )
    timeline = timeline_of(document, visit)
    if timeline is None or timeline_of(document, reference) != timeline:
        return translate("commands", "“{reference}” is in another timeline: times count within one.").format(
            reference=spoken(document, reference)
        )
    if hangs_on(timeline, reference, visit):
        return translate(
            "commands", "“{reference}” is itself timed from “{visit}”: they would be timed from one another."
        ).format(reference=spoken(document, reference), visit=spoken(document, visit))
    return ""


def write_signed(draft: Draft, timing: Timing, distance: Offset) -> None:
    """Give a timing another distance from its own reference; its sides stay."""
    assert timing.id is not None
    assert timing.relative_to is not None
    if timing_sides(timing) == ("start", "start"):
        write_distance(draft, timing, timing.relative_to, distance)
        return
    value = written_duration(distance, timing.value)
    if value is None:
        raise CannotError(why_unsaid(draft.document, timing.relative_from or ""))
    if distance != ZERO:
        write_type(draft, timing, TimingType.BEFORE if is_negative(distance) else TimingType.AFTER)
    write_value(draft, timing, value)


def fixes(document: Document, visit: str) -> bool:
    """Whether a visit is an anchor."""
    timing = timing_at(document, visit)
    return timing is not None and is_fixed_reference(timing)
