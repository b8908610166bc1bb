"""Going along a run as far as it is decided: visit by visit, with the way taken at each decision."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from heapq import heappush

from study.dating import Moment
from study.interpreter.course import Decision
from study.interpreter.dates import Counted, study_day
from study.interpreter.facts import Recorded
from study.interpreter.given import Given
from study.interpreter.line import Change, Decided, Line
from study.interpreter.rules import Asked, InTime
from study.interpreter.runs import sub_run
from study.interpreter.status import Status, opening
from study.interpreter.visits import entry_of, started_by
from study.interpreter.walking import Walk
from study.plan.plan import PlanInstance, Way

_NOTHING = Recorded()
_END = Way("", "")
_MOST_OCCURRENCES = 20_000  # with what is nested; real participants have a few hundred


def go_along(given: Given, line: Line) -> None:
    """Goes on along a run until a decision waits, or the path ends."""
    walk = line.walk
    steps, passes, planned, onward = walk.steps, walk.passes, walk.planned, walk.onward
    path, at, first_at, entries = line.path, line.steps, line.first_at, line.entries
    resolved = line.first_open >= len(entries)
    arrival = line.arrival
    key = line.next_key
    while key:
        pass_ = passes.get(key, 1) if passes else 1
        here = (key, pass_)
        if here in at:  # only where a loop could not be told as one
            passes[key] = pass_ = pass_ + 1
            here = (key, pass_)
        step = len(path)
        at[here] = step
        path.append(here)
        if key not in first_at:
            first_at[key] = step
        if pass_ > 1 and walk.heads(key):
            walk.arrive(key, pass_, arrival)
            line.heads.append(step)
        counted = planned[here] if here in planned else walk.counted(key, pass_)
        instance = steps[key].instance
        way: Way | None
        if instance.is_decision:
            decided, way = decided_at(given, line, step, len(entries), counted, arrival, resolved)
            if decided is not None:
                line.decisions.append(decided)
        else:
            place = len(entries)
            entry = entry_of(given, line, step, counted, resolved)
            entries.append(entry)
            line.occurrences.append(entry.occurrence)
            line.visits[here] = place
            given.count += 1
            if entry.is_open:
                resolved = False
                if entry.change is not None:
                    heappush(line.changes, (entry.change, place))
            elif resolved:
                line.first_open = place + 1
            if entry.in_turn:
                line.in_turn.append(place)
            if given.nested and instance.subs:
                _nested(given, line, place)
            way = instance.ways[0] if instance.ways else _END
        arrival = onward.get(here) or arrival
        key = take(line, key, way)
    line.arrival = arrival
    line.next_key = ""


def take(line: Line, key: str, way: Way | None) -> str:
    """Takes a way on from an instance: the key of the next; "" where the line waits there, or is over."""
    if way is None:
        line.frontier = key
        return ""
    line.frontier = ""
    if not way.target:
        line.over = True
        return ""
    if way.back:
        line.walk.go_back(key, way.target)
    return way.target


def decided_at(
    given: Given,
    line: Line,
    step: int,
    visits: int,
    counted: Counted | None,
    arrival: Counted | None,
    resolved: bool,
) -> tuple[Decided | None, Way | None]:
    """A decision at a place on the path, and the way taken; no way where it is still to be decided, or nobody will.

    No decision where only one way is open. `counted`: when it is planned; where that is not known, it takes `arrival`.
    """
    walk = line.walk
    key, pass_ = line.path[step]
    instance = walk.steps[key].instance
    ways = walk.open_ways(key, pass_)
    if len(ways) < 2:
        return None, (ways[0] if ways else (None if instance.ways else _END))
    by_arrival = counted is None
    if counted is None:
        counted = arrival
    date = walk.date_of(key, counted)
    recorded = given.facts.places.get((walk.run, key, pass_), _NOTHING)
    answer = recorded.answer
    taken, by_rule, waits = "", False, False
    if answer is not None and any(way.id == answer.event.answer for way in ways):
        taken = answer.event.answer
    # What has no day of its own is reached when all before it is recorded, not when that was planned.
    due = resolved or (date is not None and not by_arrival and opening(date) <= given.now.date)
    over = line.limits.ended is not None
    change: Change | None = None
    if not taken and due and not over and any(way.rule for way in ways):
        asked = _asked(given, line, instance, pass_, ways, Moment(date.date) if date is not None else None)
        chosen = given.rules.way(asked)
        leads = next((way for way in ways if way.id == chosen), None)
        by_rule = leads is not None and not _goes_nowhere(line, step, leads, counted, resolved)
        if chosen is not None and by_rule:
            taken = chosen
        elif isinstance(given.rules, InTime):
            again = given.rules.again_on(asked)
            change = _after(given, again) if again is not None else None
            waits = change is not None and given.rules.waits(asked)
    if not taken and not due and not over and date is not None and not by_arrival:
        change = _after(given, Moment(opening(date)))
    decision = Decision(
        walk.run,
        walk.timeline.id,
        instance,
        pass_,
        ways,
        taken,
        by_rule,
        asked=not taken and due and not over and not waits,
        dated=date,
    )
    decided = Decided(decision, step, visits, taken, by_arrival, change)
    return decided, next((way for way in ways if way.id == taken), None) if taken else None


def _goes_nowhere(line: Line, step: int, way: Way, counted: Counted | None, resolved: bool) -> bool:
    """Whether a rule would go round a loop for ever: one of decisions alone, or one that takes no time.

    The latter goes on when what lies in it is recorded; the former asks a person, as nothing in it could change.
    """
    if not way.back:
        return False
    walk = line.walk
    key, pass_ = line.path[step]
    loop = walk.timeline.bodies.get((key, way.target))
    if loop is not None and all(walk.steps[each].instance.is_decision for each in loop.body):
        return True
    return not resolved and pass_ > 1 and walk.planned.get((key, pass_ - 1)) == counted


def _asked(
    given: Given, line: Line, instance: PlanInstance, pass_: int, ways: tuple[Way, ...], at: Moment | None
) -> Asked:
    """What the rules are asked at a decision that is planned for `at`."""
    number = study_day(at.date, line.anchor, line.walk.timeline.day_of_anchor) if at is not None else None
    facts = given.facts
    return Asked(
        given.plan, line.walk.run, instance, pass_, ways, number, at, facts.observations, given.now, facts
    )


def _after(given: Given, at: Moment) -> Change | None:
    change = (at.date, at.time or dt.time.min)
    return change if change > given.instant else None


def _nested(given: Given, line: Line, place: int) -> None:
    """Goes along the sub-timelines of a visit: those in which something is recorded, or all where asked."""
    occurrence = line.entries[place].occurrence
    walk = line.walk
    for sub in occurrence.instance.subs:
        if given.count > _MOST_OCCURRENCES:
            return
        timeline = given.plan.by_id.get(sub.timeline)
        run = sub_run(walk.run, occurrence.instance.key, occurrence.pass_, sub.timeline, sub.activity)
        recorded = run in given.facts.runs
        if timeline is None or not (recorded or given.whole):
            continue
        start, happened = started_by(occurrence)
        inner = Walk(
            given.plan,
            run,
            timeline,
            given.facts.places,
            given.calendar,
            start=start,
            start_happened=happened,
        )
        inside = Line(inner, line.limits, occurrence.status, None, None, timeline.entry)
        go_along(given, inside)
        if not recorded:
            _goes_with(inside, occurrence.status)
        line.inside.setdefault(place, []).append(inside)


def _goes_with(inside: Line, covered: Status) -> None:
    """A sub-timeline in which nothing is recorded goes with its visit, and asks for nothing of its own."""
    inside.decisions.clear()
    inside.changes.clear()
    inside.frontier = ""
    inside.first_open = len(inside.entries)
    for place, each in enumerate(inside.entries):
        if each.is_open or covered.is_done:
            status = Status.DONE if covered.is_done else covered
            occurrence = replace(each.occurrence, status=status)
            inside.entries[place] = each._replace(occurrence=occurrence)
            inside.occurrences[place] = occurrence
    for nested in inside.inside.values():
        for deeper in nested:
            _goes_with(deeper, covered)
