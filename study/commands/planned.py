"""Timings as commands read and write them: which one says when an instance is, and what it would say instead."""

from __future__ import annotations

from enum import Enum
from typing import Final

from study.commands.command import CannotError
from study.commands.copies import fresh_copy
from study.commands.draft import Draft, design_of, timeline_of
from study.commands.naming import free_name
from study.commands.path import instance_at, spoken
from study.document import Document
from study.duration_writing import plain_label, value_label, window_label, written_duration
from study.durations import Offset, add, negate, parse_duration
from study.graph import is_fixed_reference
from study.json_types import ABSENT, JsonObject, JsonValue
from study.language import translate
from study.model import ScheduleTimeline, Timing
from study.timeline import PlannedTime, PlannedTimes, planned_times, timing_sides, timing_sign

ZERO: Final = Offset()


class TimingType(Enum):
    """USDM Timing.type: its code and its word."""

    BEFORE = ("C201357", "Before")
    AFTER = ("C201356", "After")
    FIXED_REFERENCE = ("C201358", "Fixed Reference")


class Sides(Enum):
    """USDM Timing.relativeToFrom: the reference's side first, then the timed instance's; code and word."""

    START_TO_START = ("C201355", "Start to Start")
    END_TO_START = ("C201353", "End to Start")
    START_TO_END = ("C201354", "Start to End")
    END_TO_END = ("C201352", "End to End")


def timing_at(document: Document, instance: str) -> Timing | None:
    """The timing that says when an instance is: of several, as `planned_times` chooses; None where none does."""
    timeline = timeline_of(document, instance)
    if timeline is None:
        return None
    return timings_by_instance(timeline, only=instance).get(instance)


def timings_by_instance(timeline: ScheduleTimeline, only: str | None = None) -> dict[str, Timing]:
    """The timing that says when each instance of a timeline is, by the instance's id; in one walk."""
    found: dict[str, Timing] = {}
    for timing in timeline.timings:
        timed = timing.relative_from
        if timed is None or (only is not None and timed != only):
            continue
        if timed not in found or _rank(timing) < _rank(found[timed]):
            found[timed] = timing
    return found


def _rank(timing: Timing) -> int:
    """Which of several timings of one instance counts, as `planned_times` chooses: the lowest, then the first."""
    return 0 if is_fixed_reference(timing) else 1 if timing.relative_to is not None else 2


def times_at(document: Document, instance: str) -> PlannedTimes:
    """The planned times of the timeline that an instance stands in. Raises CannotError where it stands in none."""
    timeline = timeline_of(document, instance)
    if timeline is None:
        raise CannotError(translate("commands", "“{name}” stands in no timeline.").format(name=instance))
    return planned_times(timeline, design_of(document, instance))


def planned_at(document: Document, instance: str) -> PlannedTime | None:
    """When an instance is planned; None where there is no such instance."""
    timeline = timeline_of(document, instance) if instance_at(document, instance) is not None else None
    return planned_times(timeline, design_of(document, instance)).times.get(instance) if timeline else None


def anchor_of(timeline: ScheduleTimeline) -> str | None:
    """The instance that a timeline's first Fixed Reference fixes; None where there is none."""
    ids = {instance.id for instance in timeline.instances}
    for timing in timeline.timings:
        if is_fixed_reference(timing) and timing.relative_from in ids:
            return timing.relative_from
    return None


def timed_from(timeline: ScheduleTimeline, reference: str) -> list[Timing]:
    """The timings that count from an instance, its own and anchors left out."""
    return [
        timing
        for timing in timeline.timings
        if timing.relative_to == reference
        and timing.relative_from != reference
        and not is_fixed_reference(timing)
    ]


def hangs_on(timeline: ScheduleTimeline, instance: str, other: str) -> bool:
    """Whether an instance is timed from another one, directly or through others, or is that one."""
    reference = {
        timing.relative_from: timing.relative_to
        for timing in reversed(timeline.timings)
        if timing.relative_from and not is_fixed_reference(timing)
    }
    seen: set[str] = set()
    here: str | None = instance
    while here is not None and here not in seen:
        if here == other:
            return True
        seen.add(here)
        here = reference.get(here)
    return False


def signed_value(timing: Timing) -> Offset | None:
    """A timing's value with its sign, as a distance from its reference; None where it cannot be read."""
    value, sign = parse_duration(timing.value), timing_sign(timing)
    if value is None or sign == 0 or is_fixed_reference(timing):
        return None
    return value if sign > 0 else negate(value)


def minus(first: Offset, second: Offset) -> Offset:
    """How far the first lies from the second."""
    return add(first, negate(second))


def is_negative(distance: Offset) -> bool:
    """Whether a distance goes back in time; its parts have one sign."""
    return min(distance.months, distance.days, distance.seconds) < 0


# Making a timing


def new_timing(
    draft: Draft,
    instance: str,
    name: str,
    kind: TimingType,
    value: str,
    reference: str,
    *,
    sides: Sides = Sides.START_TO_START,
    window: tuple[str | None, str | None] = (None, None),
    label: str | None = None,
) -> str:
    """A new Timing of an instance, behind those of its timeline; its id."""
    timeline = draft.timeline_of(instance)
    assert timeline.id is not None
    like = next((t for t in timeline.timings if t.value_label and not is_fixed_reference(t)), None)
    own_label = plain_label(value, like.value_label if like is not None else "")
    timing = draft.new(
        "Timing",
        name=free_name(timeline.raw.get("timings"), name),
        label=own_label if label is None else label,
        description=None,
        type=draft.code(*kind.value),
        value=value,
        valueLabel=own_label if label is None else label,
        relativeToFrom=draft.code(*sides.value),
        relativeFromScheduledInstanceId=instance,
        relativeToScheduledInstanceId=reference,
        windowLower=unstated(timeline, "windowLower"),
        windowUpper=unstated(timeline, "windowUpper"),
        windowLabel=unstated(timeline, "windowLabel"),
    )
    address = draft.insert(timeline.id, "timings", timing, _behind(draft, timeline, instance))
    if window != (None, None):
        write_window(draft, address, window)
    return address


def copy_timing(draft: Draft, timing: Timing, instance: str, name: str) -> str:
    """A copy of a timing for another instance of the timeline: same value, reference, sides and window; its id."""
    timeline = draft.timeline_of(instance)
    assert timeline.id is not None
    copy = fresh_copy(draft, timing.raw)
    copy.update({"name": name, "relativeFromScheduledInstanceId": instance})
    return draft.insert(timeline.id, "timings", copy, _behind(draft, timeline, instance))


def unstated(timeline: ScheduleTimeline, attribute: str, but: Timing | None = None) -> JsonValue:
    """How this timeline writes a window that is not stated: null, "" or not at all. Never zero."""
    for timing in timeline.timings:
        if timing != but and not (timing.window_lower or timing.window_upper or timing.window_label):
            return timing.raw.get(attribute, ABSENT)
    return None


def _behind(draft: Draft, timeline: ScheduleTimeline, instance: str) -> str | None:
    """Behind which timing a new one is written: that of the instance written before its own; None: at the front."""
    before: str | None = None
    timed = {timing.relative_from: timing.id for timing in timeline.timings}
    for each in timeline.instances:
        if each.id == instance:
            break
        before = timed.get(each.id) or before
    if before is None and timeline.timings:
        return None
    return before if before in draft.document.index.unique else None


# Changing a timing


def write_distance(draft: Draft, timing: Timing, reference: str, distance: Offset, *, like: str = "") -> None:
    """Time an instance at a distance from a reference, start to start, in its own units; windows stay.

    Raises CannotError where no ISO 8601 magnitude can say the distance.
    """
    address = timing.id
    assert address is not None
    own = "" if parse_duration(timing.value) in (None, ZERO) else timing.value
    value = written_duration(distance, own or like or timing.value)
    if value is None:
        raise CannotError(why_unsaid(draft.document, timing.relative_from or ""))
    before = is_negative(distance)
    if distance == ZERO:
        before = timing_sign(timing) < 0
    write_type(draft, timing, TimingType.BEFORE if before else TimingType.AFTER)
    write_value(draft, timing, value)
    if reference != timing.relative_to:
        draft.set(address, "relativeToScheduledInstanceId", reference)
    if timing_sides(timing) != ("start", "start"):
        write_sides(draft, timing, Sides.START_TO_START)


def why_unsaid(document: Document, instance: str) -> str:
    """The reason why a distance that goes back and forth at once cannot be written."""
    return translate(
        "commands",
        "The time of “{name}” cannot be said exactly: its days and its hours count in opposite directions.",
    ).format(name=spoken(document, instance))


def write_value(draft: Draft, timing: Timing, value: str) -> None:
    """Give a timing another value; its label goes with it where it only repeats the value."""
    assert timing.id is not None
    old, label = timing.value, timing.value_label
    if value == old:
        return
    draft.set(timing.id, "value", value)
    kept = value_label(label, old, value)
    if kept is not None:
        draft.set(timing.id, "valueLabel", kept)
    if timing.label and (own := value_label(timing.label, old, value)) is not None:
        draft.set(timing.id, "label", own)


def write_type(draft: Draft, timing: Timing, kind: TimingType) -> None:
    """Make a timing Before, After or a Fixed Reference; its Code keeps its id."""
    _write_code(draft, timing, "type", kind.value)


def write_sides(draft: Draft, timing: Timing, sides: Sides) -> None:
    """Say which sides a timing joins."""
    _write_code(draft, timing, "relativeToFrom", sides.value)


def _write_code(draft: Draft, timing: Timing, attribute: str, value: tuple[str, str]) -> None:
    assert timing.id is not None
    code, decode = value
    now = timing.raw.get(attribute)
    if type(now) is dict and now.get("code") == code:
        return
    if type(now) is dict and type(now.get("id")) is str and now["id"] in draft.document.index.unique:
        draft.set(now["id"], "code", code)
        draft.set(now["id"], "decode", decode)
    else:
        draft.set(timing.id, attribute, draft.code(code, decode))


def write_window(draft: Draft, address: str, window: tuple[str | None, str | None]) -> None:
    """Give a timing a window; a side that is None is not stated, written as the file does."""
    timing = Timing(draft.entity(address).raw)
    timeline = draft.timeline_of(address)
    old = (timing.window_lower, timing.window_upper)
    like = next((t.window_label for t in timeline.timings if t.window_label and t != timing), "")
    label = window_label(timing.window_label, old, window, like)
    for attribute, side in zip(("windowLower", "windowUpper"), window, strict=True):
        _write_side(draft, timing, timeline, attribute, side)
    if label is not None and label != timing.window_label:
        _write_side(draft, timing, timeline, "windowLabel", label or None)


def _write_side(
    draft: Draft, timing: Timing, timeline: ScheduleTimeline, attribute: str, value: str | None
) -> None:
    assert timing.id is not None
    now = timing.raw.get(attribute, ABSENT)
    if value is None and (now is ABSENT or now is None or now == ""):
        return
    draft.set(timing.id, attribute, unstated(timeline, attribute, but=timing) if value is None else value)


def why_no_duration(value: str) -> str:
    """Why a text is no ISO 8601 duration; "" where it is one."""
    if parse_duration(value) is not None:
        return ""
    shown = value if len(value) <= 40 else f"{value[:39]}…"
    return translate("commands", "“{value}” is no duration.").format(value=shown)


def why_no_window(window: tuple[str | None, str | None]) -> str:
    """Why two sides are no window; "" where they are."""
    for side in window:
        if side is not None and (reason := why_no_duration(side)):
            return reason
    return ""


def untimed(document: Document, instance: str) -> str:
    """The reason for what needs a timing."""
    return translate("commands", "“{name}” has no timing yet: say first when it is.").format(
        name=spoken(document, instance)
    )


def raw_instance(draft: Draft, address: str) -> JsonObject:
    """The instance's own JSON object. Raises CannotError where it is no instance."""
    found = instance_at(draft.document, address)
    if found is None:
        raise CannotError(translate("commands", "“{name}” is no visit and no decision.").format(name=address))
    return found.raw
