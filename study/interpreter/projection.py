"""What is true of a participant, worked out from plan and facts alone: the order of recording plays no part in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from study.dating import Moment, SiteCalendar
from study.interpreter.beside import Beside
from study.interpreter.consents import Lapse, given_again, lapses_of
from study.interpreter.course import Course, Ended, Occurrence, Query, QueryKind
from study.interpreter.events import Event, EventType
from study.interpreter.facts import Facts, Place, Told, at_time, consent_of, extended, facts_of
from study.interpreter.given import Given, kept_by_place
from study.interpreter.going import go_along
from study.interpreter.kept import Kept
from study.interpreter.line import Limits, Line
from study.interpreter.mending import mended
from study.interpreter.ongoing import ongoing_in
from study.interpreter.queries import queries_of
from study.interpreter.rules import Rules
from study.interpreter.runs import MAIN, main_run, timeline_of
from study.interpreter.starting import starts_of
from study.interpreter.trace import Changed, Trace
from study.interpreter.walking import Walk, forecasts_of
from study.interpreter.when import When
from study.plan.plan import Plan


def course_of(
    plan: Plan,
    events: tuple[Event, ...],
    clock: When | None,
    calendar: SiteCalendar,
    rules: Rules,
    kept: Sequence[Kept] = (),
    whole: bool = False,
    nested: bool = True,
) -> Course:
    """The course of one participant.

    `kept`: what earlier plans said, for what took place under them. `whole`: the whole calendar, with what is nested in
    visits (unless not `nested`), also where nothing is recorded in it, and with what the path may still lead to, or
    does not any more.
    """
    facts = facts_of(events, clock, calendar)
    return _from_scratch(plan, facts, calendar, rules, tuple(kept), whole, whole and nested).course


def traced(
    plan: Plan,
    events: tuple[Event, ...],
    clock: When | None,
    calendar: SiteCalendar,
    rules: Rules,
    kept: tuple[Kept, ...],
    before: Trace | None,
) -> Trace:
    """The course and how it was worked out; the same as `course_of`, sooner where `before` was one event ago."""
    trace: Trace | None = None
    if before is not None and before.is_of(plan, calendar, rules, kept):
        told: Event | None = None
        facts: Facts | None = None
        if events is before.events or events == before.events:
            if clock == before.clock:
                return before
            facts = at_time(before.facts, clock, calendar)
        elif events[:-1] == before.events and events:
            told = events[-1]
            facts = extended(before.facts, told, clock, calendar)
        if facts is not None:
            trace = _mended(before, facts, told)
    if trace is None:
        trace = _from_scratch(plan, facts_of(events, clock, calendar), calendar, rules, kept, whole=False)
        trace.ids = {each.id for each in events}
    else:
        assert before is not None
        trace.ids = before.ids
        if events:
            trace.ids.add(events[-1].id)
    trace.events, trace.clock = events, clock
    return trace


def _from_scratch(
    plan: Plan,
    facts: Facts,
    calendar: SiteCalendar,
    rules: Rules,
    kept: tuple[Kept, ...],
    whole: bool,
    all_nested: bool = False,
) -> Trace:
    course = Course(now=facts.now)
    trace = Trace(plan, calendar, rules, kept, kept_by_place(kept), facts, course)
    if facts.now is None:
        return trace
    if (consented := _first(facts.consents)) is not None:
        course.consent, course.consent_time = consented.date, consented.time
    course.lapses = lapses_of(facts)
    if course.lapses and course.lapses[-1].until is None:
        course.withdrawn = course.lapses[-1].since.date
    course.unscheduled = facts.unscheduled
    nested = all_nested or any("/" in each for each in facts.runs)
    trace.nested = nested
    given = Given(plan, facts, calendar, rules, trace.kept_at, all_nested, facts.now, nested)
    for attempt in range(1, facts.attempts + 1):
        line = _main(given, course, attempt)
        if line is not None:
            trace.lines.append(line)
            trace.main_anchor = line.anchor
    for run, told in sorted(facts.sides.items(), key=lambda item: (item[1].order, item[0])):
        trace.lines += _side(given, run, told.at, course.lapses)
    for run in sorted(facts.runs - set(facts.sides)):
        if run.startswith("side:") and "/" not in run:
            trace.lines += _side(given, run, None, course.lapses)
            trace.not_started.append(Query(QueryKind.NOT_STARTED, run))
    for line in trace.lines:
        for each in _with_inside(line):
            course.runs[each.walk.run] = each.walk.timeline.id
    if not trace.lines:
        course.runs[MAIN] = plan.main.id
    seen = {
        (line.walk.run, *here) for first in trace.lines for line in _with_inside(first) for here in line.path
    }
    trace.aside = frozenset(facts.places.keys() - seen)
    _collect(trace, whole)
    return trace


def _mended(before: Trace, facts: Facts, told: Event | None) -> Trace | None:
    """The trace one event, or some time, later; None where it has to be worked out from the beginning."""
    if not before.lines or facts.now is None or before.nested:
        return None
    place: Place | None = None
    if told is not None and told.type is not EventType.OBSERVATION_RECORDED:
        place = (told.run or MAIN, told.instance, told.pass_)
        if place[0] not in {line.walk.run for line in before.lines}:
            return None
    given = Given(
        before.plan, facts, before.calendar, before.rules, before.kept_at, False, facts.now, nested=False
    )
    former = before.course
    course = Course(
        facts.now,
        former.consent,
        former.withdrawn,
        former.ended,
        former.stopped,
        consent_time=former.consent_time,
        lapses=former.lapses,
        unscheduled=facts.unscheduled,
        runs=former.runs,
    )
    trace = Trace(before.plan, before.calendar, before.rules, before.kept, before.kept_at, facts, course)
    trace.not_started, trace.main_anchor = before.not_started, before.main_anchor
    trace.aside = before.aside
    changed: list[Changed] = []
    for line in before.lines:
        run = line.walk.run
        made = mended(given, line, place if place is not None and place[0] == run else None)
        if made is None:
            return None
        now, touched = made
        trace.lines.append(now)
        changed += [
            Changed(line.occurrences[n] if n < len(line.occurrences) else None, now.occurrences[n])
            for n in touched
        ]
        if len(now.path) > len(line.path) and trace.aside:
            trace.aside = trace.aside - {(run, *here) for here in now.path[len(line.path) :]}
        if place is not None and place[0] == run and place[1:] not in now.steps:
            trace.aside = trace.aside | {place}
    trace.changed = changed
    _collect(trace, whole=False)
    return trace


def _collect(trace: Trace, whole: bool) -> None:
    """Puts together what the lines say, and what lies beside them."""
    course, facts, plan = trace.course, trace.facts, trace.plan
    decisions = course.decisions
    next_change = None
    waiting = False
    for first in trace.lines:
        for line in _with_inside(first):
            decisions += [each.decision for each in line.decisions]
            if line.frontier:
                course.frontiers[line.walk.run] = line.frontier
            if line.first_open < len(line.entries):
                waiting = True
            changes = [line.decisions[-1].change] if line.decisions else []
            changes.append(line.next_change())
            for change in changes:
                if change is not None and (next_change is None or change < next_change):
                    next_change = change
    if next_change is not None:
        course.next_change = (next_change[0], next_change[1] if next_change[1] != dt.time.min else None)
    if len(trace.lines) == 1 and not trace.lines[0].inside and not trace.aside and not whole:
        course.occurrences = trace.lines[0].occurrences.copy()
    else:
        course.occurrences = [each for line in trace.lines for each in _occurrences(line)]
    beside = len(course.occurrences)
    if trace.aside or whole:
        # In walks of their own: what is asked of a place too early counts from another pass than when it is reached.
        walks = {
            line.walk.run: line.walk.with_places(facts.places)
            for first in trace.lines
            for line in _with_inside(first)
        }
        added = Beside(
            plan, facts, trace.calendar, trace.kept_at, course, trace.aside, walks, trace.main_anchor
        )
        added.add_what_is_recorded()
        if whole:
            added.add_what_is_not_reached()
    trace.beside = course.occurrences[beside:] if not whole else []
    course.queries = [*trace.not_started, *queries_of(plan, facts)]
    course.starts = starts_of(plan, facts, trace.rules, course.ended)
    for line in trace.lines:
        if line.walk.timeline.spans:
            course.ongoing += ongoing_in(line, course.ended)
    last = main_run(facts.attempts)
    at_the_end = any(line.over and line.walk.run == last for line in trace.lines)
    over = course.consent is not None and (at_the_end or course.ended is not None)
    course.complete = over and not waiting and not any(each.asked for each in decisions)


def _main(given: Given, course: Course, attempt: int) -> Line | None:
    """The main timeline of one screening, gone along; None where nothing has begun and there is nothing to prompt."""
    facts, plan = given.facts, given.plan
    ended = _ended(plan, facts, attempt)
    stops = [told for told in facts.stops if facts.attempt_on(told.at.date) == attempt]
    untreated = _earliest(stops)
    stopped = _earliest(told for told in stops if not told.event.stays)
    if attempt == facts.attempts:
        course.ended, course.stopped = ended, stopped or untreated
    consented = consent_of(facts, attempt)
    if consented is None and attempt == 1 and not facts.runs:
        return None
    walk = Walk(plan, main_run(attempt), plan.main, facts.places, given.calendar)
    walk.forecasts = forecasts_of(walk, consented)
    line = Line(
        walk,
        Limits(ended, False, stopped, untreated, course.lapses),
        None,
        walk.anchored(),
        plan.main.day_of_anchor,
        plan.main.entry,
    )
    go_along(given, line)
    return line


def _side(given: Given, run: str, start: Moment | None, lapses: Sequence[Lapse]) -> list[Line]:
    timeline = timeline_of(given.plan, run)
    if timeline is None:
        return []
    facts = given.facts
    ended = _earliest(
        told
        for told in facts.ends
        if told.event.type is not EventType.SCREEN_FAILED and not _is_lifted(facts, told)
    )
    # What is begun because somebody leaves, an early termination, is still asked for on that day.
    strictly = ended is None or start is None or start.date >= ended.date
    walk = Walk(given.plan, run, timeline, given.facts.places, given.calendar, start=start)
    beside = tuple(replace(each, strictly=start is None or start.date >= each.since.date) for each in lapses)
    line = Line(walk, Limits(ended, strictly, None, lapses=beside), None, None, None, timeline.entry)
    go_along(given, line)
    return [line]


def _ended(plan: Plan, facts: Facts, attempt: int) -> Ended | None:
    """What ends an attempt first: an end of participation, a side timeline that ends the main one."""
    again = sorted({told.at.date for told in facts.screened_again})
    ends = []
    for told in facts.ends:
        before = told.event.type is EventType.SCREEN_FAILED
        mine = 1 + sum(day < told.at.date or (day == told.at.date and not before) for day in again)
        if mine == attempt and not _is_lifted(facts, told, attempt):
            ends.append(Ended(told.event.type.value, told.at.date, told.event.reason))
    for run, told in facts.sides.items():
        timeline = timeline_of(plan, run)
        if timeline is not None and timeline.ends_main and facts.attempt_on(told.at.date) == attempt:
            ends.append(Ended(timeline.title, told.at.date, told.event.reason))
    if not ends and attempt <= len(again):
        return Ended(EventType.RE_SCREENED.value, again[attempt - 1])
    return min(ends, key=lambda each: (each.date, each.kind, each.reason), default=None)


def _is_lifted(facts: Facts, told: Told, attempt: int = 0) -> bool:
    """Whether an end is the withdrawal of a consent that was given again, for the same screening where one is meant."""
    if told.event.type is not EventType.CONSENT_WITHDRAWN:
        return False
    again = given_again(facts, told)
    return again is not None and (not attempt or facts.attempt_on(again.date) == attempt)


def _first(told: Iterable[Told]) -> Moment | None:
    """The first of several moments; of those on one day one whose hour is not known, which may be any."""
    moments = [each.at for each in told]
    return min(moments, key=lambda each: (each.date, each.time or dt.time.min), default=None)


def _earliest(told: Iterable[Told]) -> Ended | None:
    first = min(told, key=lambda each: each.order, default=None)
    if first is None:
        return None
    return Ended(first.event.type.value, first.at.date, first.event.reason, first.event.stays, first.at.time)


def _with_inside(line: Line) -> Iterator[Line]:
    """A line, and those nested in it."""
    yield line
    for inside in line.inside.values():
        for each in inside:
            yield from _with_inside(each)


def _occurrences(line: Line) -> Iterator[Occurrence]:
    if not line.inside:
        yield from line.occurrences
        return
    for place, each in enumerate(line.occurrences):
        yield each
        for inside in line.inside.get(place, ()):
            yield from _occurrences(inside)
