"""What lies beside a participant's path: recorded all the same, of an earlier plan, or not reached (any more)."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from study.dating import Moment, SiteCalendar
from study.interpreter.course import Course, Occurrence
from study.interpreter.facts import Facts, Place, Recorded
from study.interpreter.kept import Kept, in_force
from study.interpreter.records import declared_not_done, missed_at, treated_at
from study.interpreter.runs import main_run, timeline_of, visit_around
from study.interpreter.status import Status, judged
from study.interpreter.walking import Walk
from study.plan.plan import Plan, PlanInstance, PlanTimeline


@dataclass(slots=True)
class Beside:
    """A course whose paths have been gone along, to which is added what lies beside them."""

    plan: Plan
    facts: Facts
    calendar: SiteCalendar
    kept: Mapping[Place, Sequence[Kept]]
    result: Course
    aside: frozenset[Place]
    walks: Mapping[str, Walk]
    main_anchor: dt.date | None

    def add_what_is_recorded(self) -> None:
        """What is recorded where the path does not lead, or has not led yet."""
        found = []
        for place in self.aside:
            recorded = self.facts.places[place]
            run, key, pass_ = place
            timeline = timeline_of(self.plan, run)
            instance = timeline.by_key.get(key) if timeline is not None else None
            if timeline is None or instance is None:
                if place in self.kept:
                    found += self._of_an_earlier_plan(place, recorded)
                continue
            if instance.is_decision:
                continue
            walk = self.walks.get(run)
            possible, date, counted = self._is_possible(place), None, None
            if walk is None:
                start = self._start_of(run)
                walk = Walk(self.plan, run, timeline, self.facts.places, self.calendar, start=start)
            if pass_ == 1:
                counted = walk.counted(key, 1)
                date = walk.date_of(key, counted)
            actual = walk.actual(key, pass_)
            declared = declared_not_done(instance, recorded)
            provisional = counted is not None and not counted.base.happened
            status, out = Status.NOT_APPLICABLE, None
            if actual is not None:
                status = Status.DONE
                against = in_force(self.kept, place, date, actual.date)
                if against is not None and possible and not provisional:
                    status, out = judged(against, actual, self.calendar)
                date = against or date
            elif declared is not None:
                status = Status.NOT_DONE
            elif possible:
                status = Status.UPCOMING
            main = timeline is self.plan.main
            stopped = self.result.stopped if run == main_run(self.facts.attempts) else None
            found.append(
                Occurrence(
                    run,
                    timeline.id,
                    instance,
                    pass_,
                    status,
                    date,
                    provisional,
                    actual,
                    None,
                    declared.event.reason if declared is not None else "",
                    out,
                    on_path=False,
                    possible=possible,
                    missed=missed_at(instance, recorded) if actual is not None else (),
                    anchor=self.main_anchor if main else None,
                    day_of_anchor=timeline.day_of_anchor if main else None,
                    treated=treated_at(instance, recorded, self.plan.treatments, stopped)
                    if stopped is not None
                    else None,
                )
            )
        self.result.occurrences += sorted(found, key=lambda each: each.place)

    def _is_possible(self, place: Place) -> bool:
        """Whether the path may still lead to a place: it is behind the decision that its run waits at, or inside such
        a visit."""
        run, key, _ = place
        if run in self.walks:
            frontier = self.result.frontiers.get(run)
            timeline = timeline_of(self.plan, run)
            if frontier is None or timeline is None:
                return False
            return key in _reachable(self.plan, timeline, frontier)
        around = visit_around(run)
        return around is not None and self._is_possible(around)

    def _start_of(self, run: str) -> Moment | None:
        """When the visit took place that a run is nested in."""
        around = visit_around(run)
        recorded = self.facts.places.get(around) if around is not None else None
        told = recorded.actual if recorded is not None else None
        return told.at if told is not None else None

    def _of_an_earlier_plan(self, place: Place, recorded: Recorded) -> list[Occurrence]:
        """What took place, or was declared not done, at a visit that this plan does not have any more."""
        kept = self.kept[place][-1]
        instance = PlanInstance(place[1], kept.title, kept.time, activities=kept.activities)
        told = recorded.actual
        made = Occurrence(place[0], "", instance, place[2], Status.NOT_DONE, kept.dated)
        if told is None:
            declared = declared_not_done(instance, recorded)
            if declared is None:
                return []
            made = replace(made, reason=declared.event.reason)
        else:
            against = in_force(self.kept, place, kept.dated, told.at.date)
            status, out = (
                judged(against, told.at, self.calendar) if against is not None else (Status.DONE, None)
            )
            missed = missed_at(instance, recorded)
            made = replace(made, status=status, dated=against, actual=told.at, out=out, missed=missed)
        main = place[0] == main_run(self.facts.attempts)
        if main:
            made = replace(made, anchor=self.main_anchor, day_of_anchor=self.plan.main.day_of_anchor)
        return [made]

    def add_what_is_not_reached(self) -> None:
        """The visits that the path of each run does not lead to, each behind the one that it follows."""
        result = self.result
        there = {each.place for each in result.occurrences}
        behind: dict[tuple[str, str], list[Occurrence]] = {}
        for run, walk in self.walks.items():
            if "/" in run:
                continue
            frontier = result.frontiers.get(run)
            ahead = _reachable(self.plan, walk.timeline, frontier) if frontier is not None else frozenset()
            visited = {key for r, key, _ in there if r == run}
            before = ""
            for instance in walk.timeline.instances:
                key = instance.key
                if key in visited:
                    before = key
                    continue
                if instance.is_decision:
                    continue
                possible = key in ahead and result.ended is None
                counted = walk.counted(key, walk.pass_of(key))
                behind.setdefault((run, before), []).append(
                    Occurrence(
                        run,
                        walk.timeline.id,
                        instance,
                        walk.pass_of(key),
                        Status.UPCOMING if possible else Status.NOT_APPLICABLE,
                        walk.date_of(key, counted),
                        counted is not None and not counted.base.happened,
                        on_path=False,
                        possible=possible,
                        anchor=self.main_anchor if walk.timeline is self.plan.main else None,
                        day_of_anchor=walk.timeline.day_of_anchor,
                    )
                )
        last = {(each.run, each.instance.key): place for place, each in enumerate(result.occurrences)}
        order = list(behind.pop((main_run(1), ""), ()))
        for place, each in enumerate(result.occurrences):
            order.append(each)
            if last[each.run, each.instance.key] == place:
                order += behind.pop((each.run, each.instance.key), ())
        for rest in behind.values():
            order += rest
        result.occurrences = [self._spread(each) for each in order]

    def _spread(self, each: Occurrence) -> Occurrence:
        """With the earliest and latest day, where what it is timed from leaves them open."""
        walk = self.walks.get(each.run)
        if (
            walk is None
            or each.actual is not None
            or each.dated is None
            or each.instance.key not in walk.steps
        ):
            return each
        found = walk.spread(each.instance.key, each.pass_)
        dated = each.dated
        if found is None or found == (dated.first or dated.date, dated.last or dated.date):
            return each
        return replace(each, earliest=found[0], latest=found[1])


def _reachable(plan: Plan, timeline: PlanTimeline, key: str) -> frozenset[str]:
    """All that may follow an instance, loops included."""
    asked = ("behind", timeline.id, key)
    known = plan.memo.get(asked)
    if isinstance(known, frozenset):
        return known
    found: set[str] = set()
    waiting = [key]
    while waiting:
        for way in timeline.by_key[waiting.pop()].ways:
            if way.target and way.target not in found:
                found.add(way.target)
                waiting.append(way.target)
    plan.memo[asked] = frozenset(found)
    return frozenset(found)
