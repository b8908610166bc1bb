"""Copies of instances that follow one another in the path, with encounters, footnotes and timings of their own."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise

from study.commands.copies import fresh_copy
from study.commands.draft import Draft, timeline_of
from study.commands.new_visits import encounter_before, name_like
from study.commands.path import Way, in_order, instance_at, onward, spoken, why_no_visits
from study.commands.planned import (
    TimingType,
    copy_timing,
    minus,
    new_timing,
    signed_value,
    timing_at,
    write_distance,
)
from study.commands.timing import write_signed
from study.commands.visits import carry_footnotes
from study.document import Document
from study.duration_writing import written_duration
from study.durations import Offset, add
from study.graph import is_fixed_reference
from study.json_types import JsonObject
from study.language import translate
from study.model import Entity, Timing
from study.timeline import PlannedTimes

Called = Callable[[str], str]
"""What the copy of something is called, by what the original is called."""


def why_no_run(document: Document, visits: Sequence[str]) -> str:
    """Why these do not follow one another in one path; "" where they do."""
    if reason := why_no_visits(document, visits):
        return reason
    timeline = timeline_of(document, visits[0])
    assert timeline is not None
    run = in_order(document, timeline, visits)
    for here, following in pairwise(run):
        instance = instance_at(document, here)
        if instance is None or onward(instance).target != following:
            return translate(
                "commands", "“{first}” does not lead to “{second}”: choose visits that follow one another."
            ).format(first=spoken(document, here), second=spoken(document, following))
    return ""


def copy_run(draft: Draft, run: Sequence[str], called: Called, way: Way) -> dict[str, str]:
    """Copies of instances, not yet timed and not yet on the path, written behind the beginning of `way`.

    Ways inside the run lead to the copies. Instances that share an encounter share its copy. Gives the id of each
    copy by that of its original.
    """
    document = draft.document
    timeline = draft.timeline_of(run[0])
    design = draft.design_of(run[0])
    assert timeline.id is not None
    assert design.id is not None
    names = {address: draft.fresh_id(draft.instance(address).instance_type) for address in run}
    encounters: dict[str, str] = {}
    last = encounter_before(draft, design, timeline, way)
    behind: str | None = way.source if instance_at(document, way.source) is not None else None
    for address in run:
        instance = draft.instance(address)
        encounter = instance.encounter
        if encounter is not None and encounter not in encounters and encounter in document.index.unique:
            last = draft.insert(design.id, "encounters", _encounter(draft, encounter, called), last)
            encounters[encounter] = last
        copy = fresh_copy(draft, instance.raw, {**names, **encounters})
        _rename(copy, [each.name for each in timeline.instances], instance, called)
        behind = draft.insert(timeline.id, "instances", copy, behind)
        carry_footnotes(draft, address, behind)
    return names


def time_copies(
    draft: Draft,
    names: Mapping[str, str],
    shift: Offset,
    called: Called,
    head: tuple[str, Offset] | None = None,
) -> None:
    """Time copies as their originals: from the copy where that was inside the run, else `shift` later.

    `head`: what the first copy is timed from instead, and at what distance.
    """
    document = draft.document
    for place, (original, copy) in enumerate(names.items()):
        timing = timing_at(document, original)
        if timing is None or timing.id is None:
            continue
        timeline = draft.timeline_of(original)
        name = name_like(
            [t.name for t in timeline.timings], called(timing.name or spoken(document, original))
        )
        if place == 0 and head is not None:
            made = _timing_from(draft, timing, copy, name, *head)
        elif is_fixed_reference(timing):
            made = _timing_from(draft, timing, copy, name, original, shift)
        elif timing.relative_to in names:
            made = copy_timing(draft, timing, copy, name)
            draft.set(made, "relativeToScheduledInstanceId", names[timing.relative_to or ""])
        else:
            made = _shifted(draft, timing, copy, name, original, shift)
        encounter = draft.instance(copy).encounter
        if encounter is not None and draft.entity(encounter).raw.get("scheduledAtId") is None:
            draft.set(encounter, "scheduledAtId", made)


def times_over(period: Offset, times: int) -> Offset:
    """A distance so many times one after the other."""
    return Offset(period.months * times, period.days * times, period.seconds * times)


def _shifted(draft: Draft, timing: Timing, copy: str, name: str, original: str, shift: Offset) -> str:
    """A copy of a timing that counts from outside the run, a distance later; from the original where that fails."""
    distance = signed_value(timing)
    later = add(distance, shift) if distance is not None else None
    if later is None or written_duration(later) is None:
        return _timing_from(draft, timing, copy, name, original, shift)
    made = copy_timing(draft, timing, copy, name)
    write_signed(draft, Timing(draft.entity(made).raw), later)
    return made


def _timing_from(draft: Draft, timing: Timing, copy: str, name: str, reference: str, distance: Offset) -> str:
    if is_fixed_reference(timing):
        value = written_duration(distance, "P0D") or "P0D"
        return new_timing(draft, copy, name, TimingType.AFTER, value, reference)
    made = copy_timing(draft, timing, copy, name)
    write_distance(draft, Timing(draft.entity(made).raw), reference, distance)
    return made


def period_between(times: PlannedTimes, first: str, last: str) -> Offset | None:
    """How far one instance is planned from another; None where either is not known."""
    start, end = times.times[first].offset, times.times[last].offset
    if start is None or end is None or times.times[first].time_base != times.times[last].time_base:
        return None
    return minus(end, start)


def _encounter(draft: Draft, address: str, called: Called) -> JsonObject:
    original = draft.entity(address)
    copy = fresh_copy(draft, original.raw)
    taken = [encounter.name for encounter in draft.design_of(address).encounters]
    _rename(copy, taken, original, called)
    for attribute in ("previousId", "nextId", "scheduledAtId"):
        if attribute in copy:
            copy[attribute] = None
    return copy


def _rename(copy: JsonObject, taken: Sequence[str], original: Entity, called: Called) -> None:
    copy["name"] = name_like(taken, called(original.name or original.title))
    if original.label:
        copy["label"] = called(original.label)
