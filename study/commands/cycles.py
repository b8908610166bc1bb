"""Cycles: wrap visits in one, unroll it into single passes, go on differently from a pass on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from study.commands.command import CannotError, Command
from study.commands.decisions import why_no_condition, why_no_decision, why_no_target
from study.commands.draft import Draft, timeline_of
from study.commands.new_visits import name_like, new_branch, new_decision, put_on_way
from study.commands.path import (
    Onward,
    Way,
    graph_of,
    in_order,
    instance_at,
    lead,
    onward,
    spoken,
    ways_to,
)
from study.commands.planned import (
    ZERO,
    TimingType,
    hangs_on,
    is_negative,
    minus,
    new_timing,
    timed_from,
    times_at,
    timing_at,
    why_no_duration,
    write_distance,
)
from study.commands.runs import Called, copy_run, period_between, time_copies, times_over, why_no_run
from study.commands.visits import why_no_name
from study.document import Document
from study.durations import Offset
from study.graph import Loop
from study.language import translate
from study.model import ConditionAssignment
from study.timeline import PlannedTimes

MOST_PASSES = 200


@dataclass(frozen=True, slots=True)
class WrapInCycle(Command):
    """Puts a decision behind visits that follow one another: back to the first while `condition` holds, else on.

    `to`: the instance that the way out leads to, "" for where the last visit leads now. `every`: how long one pass
    takes, ISO 8601, counted from the first visit; "" where the decision follows the last visit right away.
    """

    name: ClassVar[str] = "wrap_in_cycle"
    visits: tuple[str, ...]
    condition: str
    to: str = ""
    called: str = ""
    every: str = ""

    def why_not(self, document: Document) -> str:
        """Not where the visits do not follow one another, and not without a visit to go on to."""
        if reason := why_no_run(document, self.visits) or why_no_condition(self.condition):
            return reason
        if self.called and (reason := why_no_name(self.called)):
            return reason
        if self.every and (reason := why_no_duration(self.every)):
            return reason
        first, last = self._ends(document)
        if self.to:
            if self.to in self.visits:
                return translate("commands", "The way out must lead out of the cycle.")
            return why_no_target(document, first, self.to)
        instance = instance_at(document, last)
        if instance is None or onward(instance).target is None:
            return translate(
                "commands",
                "The path ends with “{visit}”: a cycle needs a visit behind it to go on to. Add one first.",
            ).format(visit=spoken(document, last))
        if onward(instance).target in self.visits:
            return translate("commands", "“{visit}” leads back already.").format(visit=spoken(document, last))
        return ""

    def title(self, document: Document) -> str:
        """ "Repeat Day 1 to Day 15 while “no progression”"."""
        first, last = self._ends(document)
        condition = " ".join(self.condition.split())
        if first == last:
            return translate("commands", "Repeat {visit} while “{condition}”").format(
                visit=spoken(document, first), condition=condition
            )
        return translate("commands", "Repeat {first} to {last} while “{condition}”").format(
            first=spoken(document, first), last=spoken(document, last), condition=condition
        )

    def carry_out(self, draft: Draft) -> None:
        """Make the decision and its branch back, and time it."""
        first, last = self._ends(draft.document)
        timeline = draft.timeline_of(first)
        epoch = draft.instance(last).epoch
        called = self.called or translate("commands", "Repeat {visit}?").format(
            visit=spoken(draft.document, first)
        )
        decision = new_decision(draft, timeline, called, epoch=epoch, behind=last)
        put_on_way(draft, Way(last), decision)
        if self.to:
            lead(draft, Way(decision), Onward(target=self.to))
        new_branch(draft, decision, self.condition.strip(), first)
        reference, value = (first, self.every) if self.every else (last, "PT0M")
        if timing_at(draft.document, reference) is not None:
            name = name_like([t.name for t in timeline.timings], called)
            new_timing(draft, decision, name, TimingType.AFTER, value, reference)

    def _ends(self, document: Document) -> tuple[str, str]:
        timeline = timeline_of(document, self.visits[0])
        run = in_order(document, timeline, self.visits) if timeline is not None else list(self.visits)
        return run[0], run[-1]


@dataclass(frozen=True, slots=True)
class UnrollCycle(Command):
    """Writes a cycle out as so many passes of visits of their own; its decision goes.

    What comes later and was timed from the cycle is timed from its last pass.
    """

    name: ClassVar[str] = "unroll_cycle"
    decision: str
    times: int

    def why_not(self, document: Document) -> str:
        """Not a decision that ends no cycle or has further ways, not a pass of unknown length."""
        if not 1 <= self.times <= MOST_PASSES:
            return translate("commands", "A cycle is unrolled into 1 to %n passes.", "", MOST_PASSES)
        if reason := why_no_decision(document, self.decision):
            return reason
        cycle = _Cycle.of(document, self.decision)
        if isinstance(cycle, str):
            return cycle
        if cycle.way_out is None:
            return translate(
                "commands",
                "“{name}” has more than one way out: what is unrolled has one. Remove the others first.",
            ).format(name=spoken(document, self.decision))
        return ""

    def title(self, document: Document) -> str:
        """ "Unroll the cycle of Day 1 to Day 15 into 4 passes"."""
        cycle = _Cycle.of(document, self.decision)
        first = spoken(document, cycle.body[0]) if not isinstance(cycle, str) else ""
        last = spoken(document, cycle.body[-1]) if not isinstance(cycle, str) else ""
        if first == last:
            return translate("commands", "Unroll {visit} into %n pass(es)", "", self.times).format(
                visit=first
            )
        return translate("commands", "Unroll {first} to {last} into %n pass(es)", "", self.times).format(
            first=first, last=last
        )

    def carry_out(self, draft: Draft) -> None:
        """Copy the passes, lead through them and out, and take the decision away."""
        cycle = _Cycle.of(draft.document, self.decision)
        if isinstance(cycle, str) or cycle.way_out is None:
            raise CannotError(self.why_not(draft.document))
        document = draft.document
        times = times_at(document, self.decision)
        lead(draft, Way(cycle.body[-1]), Onward(target=cycle.way_out))
        for way in ways_to(draft.timeline_of(self.decision), self.decision):
            lead(draft, way, Onward(target=cycle.way_out))
        names = {address: address for address in cycle.body}
        for number in range(2, self.times + 1):
            before = names
            called = _pass_name(number)
            way = Way(before[cycle.body[-1]])
            names = copy_run(draft, cycle.body, called, way)
            put_on_way(draft, way, names[cycle.body[0]], names[cycle.body[-1]])
            head = (before[cycle.body[0]], cycle.period)
            time_copies(draft, names, times_over(cycle.period, number - 1), called, head)
        _count_from_last(draft, cycle, times, names, self.decision)
        draft.remove(self.decision)


@dataclass(frozen=True, slots=True)
class SplitCycle(Command):
    """Has a cycle go on differently from a pass on: a copy of its visits with a decision of its own follows it."""

    name: ClassVar[str] = "split_cycle"
    decision: str
    from_pass: int

    def why_not(self, document: Document) -> str:
        """Not from the first pass on, which is the cycle itself."""
        if not 2 <= self.from_pass <= MOST_PASSES:
            return translate(
                "commands", "A cycle goes on differently from its second pass on, or from a later one."
            )
        if reason := why_no_decision(document, self.decision):
            return reason
        cycle = _Cycle.of(document, self.decision)
        if isinstance(cycle, str):
            return cycle
        if not cycle.back:
            return translate(
                "commands", "“{name}” leads back by default: give the way back a condition first."
            ).format(name=spoken(document, self.decision))
        return ""

    def title(self, document: Document) -> str:
        """ "From pass 3 on, let Day 1 to Day 15 differ"."""
        cycle = _Cycle.of(document, self.decision)
        first = spoken(document, cycle.body[0]) if not isinstance(cycle, str) else ""
        last = spoken(document, cycle.body[-1]) if not isinstance(cycle, str) else ""
        if first == last:
            return translate("commands", "Let {visit} differ from pass {number} on").format(
                visit=first, number=self.from_pass
            )
        return translate("commands", "Let {first} to {last} differ from pass {number} on").format(
            first=first, last=last, number=self.from_pass
        )

    def carry_out(self, draft: Draft) -> None:
        """Copy body and decision, lead the first cycle into it from that pass on, and both out."""
        cycle = _Cycle.of(draft.document, self.decision)
        if isinstance(cycle, str) or not cycle.back:
            raise CannotError(self.why_not(draft.document))
        times = times_at(draft.document, self.decision)
        run = (*cycle.body, self.decision)

        def called(title: str) -> str:
            return translate("commands", "{visit}, from pass {number}").format(
                visit=title, number=self.from_pass
            )

        names = copy_run(draft, run, called, Way(self.decision))
        time_copies(draft, names, times_over(cycle.period, self.from_pass - 1), called, (self.decision, ZERO))
        _count_from_last(draft, cycle, times, names, self.decision, spare=names)
        branch = ConditionAssignment(draft.entity(cycle.back).raw)
        text = branch.condition
        if self.from_pass == 2:
            draft.set(cycle.back, "conditionTargetId", names[cycle.body[0]])
            return
        until = translate("commands", "{condition}, up to pass {number}")
        on = translate("commands", "{condition}, from pass {number} on")
        draft.set(cycle.back, "condition", until.format(condition=text, number=self.from_pass - 1))
        new_branch(
            draft, self.decision, on.format(condition=text, number=self.from_pass), names[cycle.body[0]]
        )


@dataclass(frozen=True, slots=True)
class _Cycle:
    """A cycle that a decision ends: its other instances in order, one pass's length, its way back and out.

    `back` is the id of the ConditionAssignment that leads back, "" where the default does. `way_out` is where the
    one other way leads, None where there are several.
    """

    body: tuple[str, ...]
    period: Offset
    back: str
    way_out: str | None

    @classmethod
    def of(cls, document: Document, decision: str) -> _Cycle | str:
        """The cycle, or the reason why there is none that can be copied."""
        timeline = timeline_of(document, decision)
        instance = instance_at(document, decision)
        if timeline is None or instance is None:
            return translate("commands", "There is no such decision any more.")
        loops = [loop for loop in graph_of(document, timeline).loops if loop.tail == decision]
        if len(loops) != 1:
            return translate("commands", "“{name}” leads back to no visit: it ends no cycle.").format(
                name=spoken(document, decision)
            )
        loop: Loop = loops[0]
        body = tuple(key for key in loop.body if key != decision)
        if reason := why_no_run(document, (*body, decision)):
            return reason
        period = period_between(times_at(document, decision), loop.head, decision)
        if period is None or is_negative(period):
            return translate("commands", "How long one pass takes is not known: time “{name}” first.").format(
                name=spoken(document, decision)
            )
        ways = [("", instance.default_condition)]
        ways += [(branch.id or "", branch.target) for branch in instance.condition_assignments]
        back = [identity for identity, target in ways if target == loop.head]
        out = {target for _, target in ways if target is not None and target != loop.head}
        return cls(body, period, back[0], out.pop() if len(out) == 1 else None)


def _pass_name(number: int) -> Called:
    def called(title: str) -> str:
        return translate("commands", "{visit}, pass {number}").format(visit=title, number=number)

    return called


def _count_from_last(
    draft: Draft,
    cycle: _Cycle,
    times: PlannedTimes,
    names: dict[str, str],
    decision: str,
    spare: dict[str, str] | None = None,
) -> None:
    """Count what comes later, and was timed from the cycle, from its last pass, at the same distance."""
    timeline = draft.timeline_of(decision)
    order = times.graph.order
    inside = {*cycle.body, decision, *names.values()}
    later = {key for key in order[order.index(decision) + 1 :] if key not in inside}
    for address in (*cycle.body, decision):
        for timing in timed_from(timeline, address):
            visit = timing.relative_from
            if visit not in later or timing.id is None or visit in (spare or {}).values():
                continue
            if address in names:
                if names[address] != address:
                    draft.set(timing.id, "relativeToScheduledInstanceId", names[address])
                continue
            head = names[cycle.body[0]]
            offset, base = times.times[visit].offset, times.times[cycle.body[0]].offset
            if offset is not None and base is not None and not hangs_on(timeline, head, visit):
                write_distance(draft, timing, head, minus(offset, base))
