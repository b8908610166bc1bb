"""Many events at once: the same state as one `advance` after another gives, in time linear in their number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from study.dating import ANYWHERE, SiteCalendar
from study.interpreter.advance import next_of, with_anchor
from study.interpreter.effects import Effect
from study.interpreter.events import Event, EventType
from study.interpreter.facts import later
from study.interpreter.refusing import why_refused
from study.interpreter.rules import NO_RULES, Rules
from study.interpreter.state import State
from study.language import translate
from study.plan.plan import Plan


def recorded(
    plan: Plan,
    state: State,
    events: Iterable[Event],
    calendar: SiteCalendar = ANYWHERE,
    rules: Rules = NO_RULES,
) -> tuple[State, tuple[str, ...], tuple[Effect, ...]]:
    """The state after all of them, why each was refused ("" where it was not), and what is to be done in the end.

    Whether an event is refused does not depend on those before it, but on what is recorded already under its id. Raises
    ValueError where the state is on another plan.
    """
    if state.plan != plan.hash:
        raise ValueError("The participant is on another plan.")
    known = {each.id: each for each in state.facts}
    facts = list(state.facts)
    refusals: list[str] = []
    clock, accepted = state.clock, 0
    for given in events:
        event = with_anchor(plan, given.identified())
        why = why_refused(plan, event)
        if why:
            refusals.append(why)
            continue
        refusals.append("")
        if event.type is EventType.TIMER_FIRED:
            at = event.occurred
            if clock is None or later(at.at_site(calendar), clock.at_site(calendar)):
                clock = at
                accepted += 1
        elif event.id not in known:
            known[event.id] = event
            facts.append(event)
            accepted += 1
        elif not given.id or known[event.id] != event:
            refusals[-1] = translate("course", "This is recorded already: nothing was changed.")
    if not accepted:
        return state, tuple(refusals), ()
    before = replace(
        state, facts=tuple(facts), clock=clock, sequence=state.sequence + accepted - 1, trace=None
    )
    after, effects = next_of(plan, before, calendar, rules)
    return after, tuple(refusals), effects
