"""One step: what a participant's state becomes when something happens, and what the outside is asked to do."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial

from study.changes import UnknownFormatError
from study.dating import ANYWHERE, SiteCalendar
from study.interpreter.course import Course, Decision, Occurrence
from study.interpreter.deviations import deviations_of
from study.interpreter.effects import (
    AskDecision,
    ClearTimer,
    CloseQuery,
    CloseTask,
    Complete,
    Effect,
    OpenTask,
    ProposeDeviation,
    RaiseQuery,
    Refused,
    Reopen,
    SetTimer,
    WithdrawDeviation,
)
from study.interpreter.events import Event, EventType, event_from_json
from study.interpreter.facts import later
from study.interpreter.projection import course_of, traced
from study.interpreter.refusing import why_refused
from study.interpreter.rules import NO_RULES, Rules
from study.interpreter.runs import timeline_of
from study.interpreter.state import State
from study.interpreter.status import Status
from study.interpreter.when import When
from study.language import translate
from study.plan.plan import Plan

_TIMER, _COMPLETE = "timer/next", "complete"

Wish = tuple[str, Callable[[str], Effect]]
"""What something says, and the effect that asks for it under a key."""


def advance(
    plan: Plan,
    state: State,
    event: Event | Mapping[str, object],
    calendar: SiteCalendar = ANYWHERE,
    rules: Rules = NO_RULES,
) -> tuple[State, tuple[Effect, ...]]:
    """The state after an event, and the effects. Never raises on any event: what cannot be recorded is refused.

    Deterministic: the same plan, state, event, calendar and rules give the same. A refused event leaves the state as it
    is and gives one `Refused`. An event whose id is recorded already changes nothing, and gives nothing where it is the
    same one sent again. `event` may be a JSON object, which is read first.
    """
    if not isinstance(event, Event):
        try:
            event = event_from_json(event)
        except (ValueError, UnknownFormatError) as error:
            return state, (_refused(str(error), _about(event)),)
    given = event
    if state.plan != plan.hash:
        text = translate("course", "The participant is on another plan: move them to this one first.")
        return state, (_refused(text, event.identified().id),)
    event = _with_anchor(plan, event.identified())
    why = why_refused(plan, event)
    if why:
        return state, (_refused(why, event.id),)
    if event.type is EventType.TIMER_FIRED:
        return _timer(plan, state, event, calendar, rules)
    for known in state.facts:
        if known.id == event.id:
            if given.id and known == event:
                return state, ()
            text = translate("course", "This is recorded already: nothing was changed.")
            return state, (_refused(text, event.id + "/again"),)
    return next_of(plan, replace(state, facts=(*state.facts, event)), calendar, rules)


def course(
    plan: Plan,
    state: State,
    calendar: SiteCalendar = ANYWHERE,
    rules: Rules = NO_RULES,
    *,
    whole: bool = False,
    on: When | None = None,
) -> Course:
    """All that is true of a participant, on a day later than the last record where `on` says so.

    `whole`: the calendar as a whole, with what is nested in visits, what the path may still lead to, and what it does
    not lead to any more.
    """
    clock = state.clock
    if on is not None and (clock is None or later(on.at_site(calendar), clock.at_site(calendar))):
        clock = on
    if whole or clock != state.clock:
        return course_of(plan, state.facts, clock, calendar, rules, state.kept, whole)
    made = traced(plan, state.facts, clock, calendar, rules, state.kept, state.trace).course
    assert made is not None
    return made


def _timer(
    plan: Plan, state: State, event: Event, calendar: SiteCalendar, rules: Rules
) -> tuple[State, tuple[Effect, ...]]:
    """Time alone has gone on: only the latest timer is remembered."""
    clock = event.occurred
    if state.clock is not None and not later(clock.at_site(calendar), state.clock.at_site(calendar)):
        return state, ()
    return next_of(plan, replace(state, clock=clock), calendar, rules)


def _with_anchor(plan: Plan, event: Event) -> Event:
    """The event with the instance that it means, where "anchor happened" does not name one."""
    if event.type is EventType.CORRECTED and event.instead is not None:
        return replace(event, instead=_with_anchor(plan, event.instead))
    if event.type is not EventType.ANCHOR_HAPPENED or event.instance:
        return event
    timeline = timeline_of(plan, event.run or "main")
    return event if timeline is None else replace(event, instance=timeline.anchor)


def next_of(
    plan: Plan, state: State, calendar: SiteCalendar, rules: Rules
) -> tuple[State, tuple[Effect, ...]]:
    """What is open now against what was: the difference is asked of the outside."""
    sequence = state.sequence + 1
    trace = traced(plan, state.facts, state.clock, calendar, rules, state.kept, state.trace)
    assert trace.course is not None
    wishes = _wishes(trace.course)
    before = state.open
    effects: list[Effect] = []
    for subject, content in before.items():
        wish = wishes.get(subject)
        if wish is None or wish[0] != content:
            effects.append(_closed(subject, sequence))
    for subject, (content, made) in wishes.items():
        if before.get(subject) != content:
            effects.append(made(f"{sequence}/open/{subject}"))
    open_ = {subject: wish[0] for subject, wish in wishes.items()}
    return replace(state, sequence=sequence, open=open_, trace=trace), tuple(effects)


def _closed(subject: str, sequence: int) -> Effect:
    key = f"{sequence}/close/{subject}"
    if subject == _TIMER:
        return ClearTimer(key, subject)
    if subject == _COMPLETE:
        return Reopen(key, subject)
    if subject.startswith("deviation/"):
        return WithdrawDeviation(key, subject)
    if subject.startswith("query/"):
        return CloseQuery(key, subject)
    return CloseTask(key, subject)


def _wishes(course: Course) -> dict[str, Wish]:
    """All that is to be open, by subject."""
    wishes: dict[str, Wish] = {}
    for each in course.occurrences:
        if (each.status is Status.DUE or each.status is Status.OVERDUE) and each.on_path:
            subject = f"visit/{each.run}/{each.instance.key}#{each.pass_}"
            wishes[subject] = (_task_content(each), _task(subject, each))
    for asked in course.decisions:
        if asked.asked:
            subject = f"decision/{asked.run}/{asked.instance.key}#{asked.pass_}"
            wishes[subject] = ("|".join(way.id for way in asked.ways), _question(subject, asked))
    for deviation in deviations_of(course):
        subject = deviation.subject
        wishes[subject] = (
            deviation.content,
            partial(ProposeDeviation, subject=subject, deviation=deviation),
        )
    for query in course.queries:
        subject = f"query/{query.kind.value}/{query.subject}"
        wishes[subject] = (
            "|".join(each.isoformat() for each in query.dates),
            partial(RaiseQuery, subject=subject, query=query),
        )
    if course.complete:
        wishes[_COMPLETE] = ("", lambda key: Complete(key, _COMPLETE))
    elif course.next_change is not None:
        day, time = course.next_change
        wishes[_TIMER] = (f"{day}|{time or ''}", _timer_at(day, time))
    return wishes


def _task_content(each: Occurrence) -> str:
    dated, booked = each.dated, each.booked
    if dated is None:
        return f"|{booked.date if booked is not None else ''}"
    hours = f"{dated.opens}|{dated.closes}" if dated.opens is not None or dated.closes is not None else ""
    when = f"{dated.date}|{dated.first}|{dated.last}|{hours}|{each.provisional:d}"
    return when if booked is None else f"{when}|{booked.date}"


def _task(subject: str, each: Occurrence) -> Callable[[str], Effect]:
    return lambda key: OpenTask(
        key,
        subject,
        each.run,
        each.instance.key,
        each.pass_,
        each.instance.title,
        each.instance.role,
        each.dated,
        each.provisional,
        each.booked.date if each.booked is not None else None,
        each.instance.activities,
    )


def _question(subject: str, asked: Decision) -> Callable[[str], Effect]:
    return lambda key: AskDecision(
        key,
        subject,
        asked.run,
        asked.instance.key,
        asked.pass_,
        asked.instance.title,
        asked.instance.role,
        asked.ways,
    )


def _timer_at(day: dt.date, time: dt.time | None) -> Callable[[str], Effect]:
    return lambda key: SetTimer(key, _TIMER, day, time)


def _refused(reason: str, about: str) -> Refused:
    digest = hashlib.sha256(json.dumps([about, reason]).encode("ascii")).hexdigest()[:20]
    return Refused(f"refused/{digest}", "event", reason)


def _about(event: object) -> str:
    """What an event that cannot be read says of itself, so that the same one is refused under the same key."""
    if not isinstance(event, Mapping):
        return ""
    said = (event.get(name) for name in ("id", "type", "run", "instance", "occurred", "recorded"))
    return "|".join(each if isinstance(each, str) else "" for each in said)
