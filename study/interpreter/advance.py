"""One step: what a participant's state becomes when something happens, and what the outside is asked to do."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import replace

from study.changes import UnknownFormatError
from study.dating import ANYWHERE, SiteCalendar
from study.interpreter.course import Course
from study.interpreter.effects import Effect, Refused
from study.interpreter.events import Event, EventType, event_from_json
from study.interpreter.facts import later
from study.interpreter.projection import course_of, traced
from study.interpreter.refusing import why_refused
from study.interpreter.rules import NO_RULES, Rules
from study.interpreter.runs import timeline_of
from study.interpreter.state import State
from study.interpreter.when import When
from study.interpreter.wishes import closing_of, wishes_of, wishes_since
from study.language import translate
from study.plan.plan import Plan


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
    event = with_anchor(plan, event.identified())
    why = why_refused(plan, event)
    if why:
        return state, (_refused(why, event.id),)
    if event.type is EventType.TIMER_FIRED:
        return _timer(plan, state, event, calendar, rules)
    if state.trace is None or event.id in state.trace.ids:
        for known in state.facts:
            if known.id == event.id:
                if given.id and known == event:
                    return state, ()
                text = translate("course", "This is recorded already: nothing was changed.")
                return state, (_refused(text, event.id + "/again"),)
    more = State(
        state.plan, (*state.facts, event), state.clock, state.sequence, state.open, state.kept, state.trace
    )
    return next_of(plan, more, calendar, rules)


def course(
    plan: Plan,
    state: State,
    calendar: SiteCalendar = ANYWHERE,
    rules: Rules = NO_RULES,
    *,
    whole: bool = False,
    nested: bool = True,
    on: When | None = None,
) -> Course:
    """All that is true of a participant, on a day later than the last record where `on` says so.

    `whole`: the calendar as a whole, with what is nested in visits (unless not `nested`: much quicker), what the path
    may still lead to, and what it does not lead to any more.
    """
    clock = state.clock
    if on is not None and (clock is None or later(on.at_site(calendar), clock.at_site(calendar))):
        clock = on
    if whole or clock != state.clock:
        return course_of(plan, state.facts, clock, calendar, rules, state.kept, whole, nested)
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


def with_anchor(plan: Plan, event: Event) -> Event:
    """The event with the instance that it means, where "anchor happened" does not name one."""
    if event.type is EventType.CORRECTED and event.instead is not None:
        return replace(event, instead=with_anchor(plan, event.instead))
    if event.type is not EventType.ANCHOR_HAPPENED or event.instance:
        return event
    timeline = timeline_of(plan, event.run or "main")
    return event if timeline is None else replace(event, instance=timeline.anchor)


def next_of(
    plan: Plan, state: State, calendar: SiteCalendar, rules: Rules
) -> tuple[State, tuple[Effect, ...]]:
    """What is open now against what was: the difference is asked of the outside."""
    sequence = state.sequence + 1
    former = state.trace
    trace = traced(plan, state.facts, state.clock, calendar, rules, state.kept, former)
    if former is None or trace.changed is None:
        before: Mapping[str, str] = state.open
        wishes, trace.passing = wishes_of(trace.course)
    else:
        before, wishes = wishes_since(former, trace)
    effects: list[Effect] = []
    for subject in sorted(before):
        wish = wishes.get(subject)
        if wish is None or wish[0] != before[subject]:
            effects.append(closing_of(subject, sequence))
    open_ = {subject: content for subject, content in state.open.items() if subject not in before}
    for subject, (content, made) in wishes.items():
        open_[subject] = content
        if before.get(subject) != content:
            effects.append(made(f"{sequence}/open/{subject}"))
    after = State(state.plan, state.facts, state.clock, sequence, open_, state.kept, trace)
    return after, tuple(effects)


def _refused(reason: str, about: str) -> Refused:
    digest = hashlib.sha256(json.dumps([about, reason]).encode("ascii")).hexdigest()[:20]
    return Refused(f"refused/{digest}", "event", reason)


def _about(event: object) -> str:
    """What an event that cannot be read says of itself, so that the same one is refused under the same key."""
    if not isinstance(event, Mapping):
        return ""
    said = (event.get(name) for name in ("id", "type", "run", "instance", "occurred", "recorded"))
    return "|".join(each if isinstance(each, str) else "" for each in said)
