"""Deleting visits and decisions: the path leads past them, and what was timed from them stays at its planned day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import chain
from typing import ClassVar

from study.commands.command import Command
from study.commands.draft import Draft, timeline_of
from study.commands.path import (
    Onward,
    Way,
    graph_of,
    in_order,
    lead,
    onward,
    source_name,
    spoken,
    timeline_exit,
    why_no_visits,
)
from study.commands.planned import (
    anchor_of,
    minus,
    signed_value,
    times_at,
    timing_at,
    timings_by_instance,
    write_distance,
)
from study.commands.references import move_anchor
from study.document import Document
from study.duration_writing import written_duration
from study.language import translate
from study.model import ScheduledInstance, ScheduleTimeline, Timing
from study.timeline import PlannedTimes


@dataclass(frozen=True, slots=True)
class DeleteVisits(Command):
    """Deletes instances of one timeline, visits and decisions, with their timings.

    Paths lead past them. What was timed from one is timed from its reference at the same planned day; where the
    anchor goes, another visit becomes it. An encounter goes when nothing uses it any more, a footnote where it held
    at these visits alone. A decision goes too when its only branches came straight back to it.
    """

    name: ClassVar[str] = "delete_visits"
    visits: tuple[str, ...]

    def why_not(self, document: Document) -> str:
        """Not where a decision that stays would lead straight out, or a time could not be said any more."""
        if reason := why_no_visits(document, self.visits):
            return reason
        return _Deletion(document, self.visits).why_not()

    def title(self, document: Document) -> str:
        """ "Delete Week 8", "Delete Dose; Week 2 becomes the anchor", "Delete 3 visits"."""
        if why_no_visits(document, self.visits):
            return translate("commands", "Delete %n visit(s)", "", len(set(self.visits)))
        deletion = _Deletion(document, self.visits)
        anchor = deletion.new_anchor
        if len(self.visits) == 1:
            visit = spoken(document, self.visits[0])
            if anchor is not None:
                return translate("commands", "Delete {visit}; {other} becomes the anchor").format(
                    visit=visit, other=spoken(document, anchor)
                )
            also = [key for key in deletion.gone if key not in self.visits]
            if also:
                return translate("commands", "Delete {visit} and the decision {other}").format(
                    visit=visit, other=spoken(document, also[0])
                )
            return translate("commands", "Delete {visit}").format(visit=visit)
        if anchor is not None:
            return translate(
                "commands", "Delete %n visit(s); {other} becomes the anchor", "", len(set(self.visits))
            ).format(other=spoken(document, anchor))
        return translate("commands", "Delete %n visit(s)", "", len(set(self.visits)))

    def carry_out(self, draft: Draft) -> None:
        """Re-reference, lead past, remove; timings, encounters and footnotes follow by themselves."""
        _Deletion(draft.document, self.visits).carry_out(draft)


@dataclass(frozen=True, slots=True)
class DeleteVisit(Command):
    """Deletes one visit or decision; see `DeleteVisits`."""

    name: ClassVar[str] = "delete_visit"
    visit: str

    def why_not(self, document: Document) -> str:
        """As for several."""
        return DeleteVisits((self.visit,)).why_not(document)

    def title(self, document: Document) -> str:
        """ "Delete Week 8"."""
        return DeleteVisits((self.visit,)).title(document)

    def carry_out(self, draft: Draft) -> None:
        """As for several."""
        DeleteVisits((self.visit,)).carry_out(draft)


class _Deletion:
    """What deleting some instances of a timeline comes to, worked out before anything is written."""

    def __init__(self, document: Document, visits: tuple[str, ...]) -> None:
        self.document = document
        timeline = timeline_of(document, visits[0])
        assert timeline is not None  # asked by `why_no_visits`
        self.timeline: ScheduleTimeline = timeline
        self.instances: Mapping[str, ScheduledInstance] = {
            instance.id: instance
            for instance in timeline.instances
            if instance.id and instance.id in document.index.unique
        }
        self.gone = set(visits)
        while emptied := self._emptied():
            self.gone |= emptied
        self.times: PlannedTimes = times_at(document, visits[0])
        self.new_anchor = self._new_anchor()

    def past(self, target: str, source: str = "") -> Onward:
        """Where the path leads instead of to `target`: the first instance that stays, or an exit, or nowhere."""
        seen: set[str] = set()
        here = target
        while here in self.gone:
            if here in seen:
                return Onward()
            seen.add(here)
            instance = self.instances.get(here)
            led = onward(instance) if instance is not None else Onward()
            if led.target is None:
                return led
            here = led.target
        return Onward() if here == source else Onward(target=here)

    def why_not(self) -> str:
        for instance in self._left():
            if not instance.is_decision or instance.id is None:
                continue
            if instance.default_condition in self.gone:
                led = self.past(instance.default_condition or "", instance.id)
                if led.target is None:
                    return self._straight_out(Way(instance.id))
            for assignment in instance.condition_assignments:
                if assignment.target in self.gone and self.past(assignment.target or "").target is None:
                    return self._straight_out(Way(instance.id, assignment.id or ""))
        for timing in self._retimed():
            if self._reference(timing) is None:
                return translate(
                    "commands",
                    "“{name}” is timed from “{reference}”, and no other visit is left from which its time could be "
                    "said exactly. Time it from another visit first.",
                ).format(
                    name=spoken(self.document, timing.relative_from or ""),
                    reference=spoken(self.document, timing.relative_to or ""),
                )
        return ""

    def carry_out(self, draft: Draft) -> None:
        if self.new_anchor is not None:
            move_anchor(draft, self.new_anchor)
            self.times = times_at(draft.document, self.new_anchor)
        for timing in self._retimed():
            reference = self._reference(timing)
            visit, base = self.times.times.get(timing.relative_from or ""), None
            if reference is not None:
                base = self.times.times[reference]
            if visit is None or base is None or reference is None:
                continue
            if visit.offset is not None and base.offset is not None:
                like = self._own_value(timing.relative_to or "")
                write_distance(draft, timing, reference, minus(visit.offset, base.offset), like=like)
        self._lead_past(draft)
        for address in in_order(draft.document, self.timeline, tuple(self.gone)):
            draft.remove(address)

    def _lead_past(self, draft: Draft) -> None:
        timeline = self.timeline
        if timeline.entry in self.gone and timeline.id is not None:
            lead(draft, Way(timeline.id), self.past(timeline.entry or ""))
        for instance in self._left():
            assert instance.id is not None
            if instance.default_condition in self.gone:
                led = self.past(instance.default_condition or "", instance.id)
                if led == Onward() and not instance.is_decision:
                    led = Onward(exit=timeline_exit(draft, timeline))
                lead(draft, Way(instance.id), led)
            for assignment in instance.condition_assignments:
                if assignment.target not in self.gone or not assignment.id:
                    continue
                led = self.past(assignment.target or "")
                if led.target == instance.id:  # a cycle with nothing left in it
                    draft.remove(assignment.id)
                else:
                    lead(draft, Way(instance.id, assignment.id), led)

    def _left(self) -> list[ScheduledInstance]:
        return [instance for key, instance in self.instances.items() if key not in self.gone]

    def _emptied(self) -> set[str]:
        """Decisions that would decide nothing any more: all their branches came back to them through what goes."""
        found = set()
        for instance in self._left():
            branches = instance.condition_assignments
            if instance.id is None or not branches or not instance.is_decision:
                continue
            if all(
                branch.target in self.gone and self.past(branch.target or "").target == instance.id
                for branch in branches
            ):
                found.add(instance.id)
        return found

    def _straight_out(self, way: Way) -> str:
        return translate(
            "commands",
            "“{decision}” would then lead straight to the end, and a decision cannot. "
            "Lead it elsewhere first, or remove that branch.",
        ).format(decision=source_name(self.document, way))

    # Time

    def _retimed(self) -> list[Timing]:
        """The timings of what stays that count from what goes, where their time is known."""
        found = []
        for visit, timing in timings_by_instance(self.timeline).items():
            if visit in self.gone or visit == self.new_anchor or timing.relative_to not in self.gone:
                continue
            planned = self.times.times.get(visit)
            if timing.id in self.document.index.unique and planned is not None and planned.offset is not None:
                found.append(timing)
        return found

    def _reference(self, timing: Timing) -> str | None:
        """What it is timed from instead: up the chain of what goes, else the anchor, else what stays before it."""
        visit = timing.relative_from or ""
        passed: list[str] = []
        here = timing.relative_to
        while here is not None and here in self.gone and here not in passed:
            passed.append(here)
            planned = self.times.times.get(here)
            here = planned.reference if planned is not None and planned.reference else None
        order = self.times.graph.order
        anchor = self.new_anchor or anchor_of(self.timeline)
        for candidate in chain((here, anchor), reversed(order[: order.index(visit)])):
            if candidate is not None and self._can_count(visit, candidate):
                return candidate
        return None

    def _can_count(self, visit: str, reference: str) -> bool:
        if reference in self.gone or reference == visit or self._hangs_on(reference, visit):
            return False
        own, base = self.times.times.get(visit), self.times.times.get(reference)
        if own is None or base is None or own.offset is None or base.offset is None:
            return False
        if own.time_base != base.time_base:
            return False
        return written_duration(minus(own.offset, base.offset)) is not None

    def _hangs_on(self, visit: str, other: str) -> bool:
        """Whether a visit is timed from another one without passing what goes."""
        seen: set[str] = set()
        while visit and visit not in seen:
            if visit == other:
                return True
            seen.add(visit)
            visit = self.times.times[visit].reference if visit in self.times.times else ""
        return False

    def _own_value(self, address: str) -> str:
        timing = timing_at(self.document, address)
        return timing.value if timing is not None and signed_value(timing) is not None else ""

    def _new_anchor(self) -> str | None:
        """What becomes the anchor where it goes: the first later visit that can be, else any that hangs on it."""
        for base in sorted({p.time_base for p in self.times.times.values() if p.time_base in self.gone}):
            left = [
                key
                for key in self.times.graph.order
                if key not in self.gone
                and key in self.instances
                and self.times.times[key].time_base == base
                and self.times.times[key].offset is not None
            ]
            visits = [key for key in left if not self.instances[key].is_decision] or left
            if not visits:
                continue
            later = [
                key for key in visits if (day := self.times.times[key].study_day) is not None and day > 0
            ]
            order = graph_of(self.document, self.timeline).order
            behind = [key for key in visits if order.index(key) > order.index(base)]
            return (later or behind or visits)[0]
        return None
