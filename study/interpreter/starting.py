"""Side timelines: which are to be started because their entry rule holds, and which were started too often."""

from __future__ import annotations

import datetime as dt

from study.interpreter.course import Ended, Start
from study.interpreter.facts import Facts, Told, later
from study.interpreter.rules import Asked, Rules, holds
from study.interpreter.runs import MAIN, main_run
from study.plan.plan import Plan, PlanTimeline


def starts_of(plan: Plan, facts: Facts, rules: Rules, ended: Ended | None) -> list[Start]:
    """The side timelines whose entry rule holds, as long as nobody has started them for what it holds by.

    Proposed, never started by itself: an adverse event is what an investigator says it is. One that was started
    already is proposed again by what was observed since alone. None once participation has ended.
    """
    if not plan.with_entry_rules or ended is not None or not facts.consents:
        return []
    found = []
    for each in plan.with_entry_rules:
        started = _starts(plan, facts, each)
        if each.at_most is not None and len(started) >= each.at_most:
            continue
        observations = facts.observations
        if started:
            last = started[-1].at
            observations = [told for told in observations if later(told.at, last)]
            if not observations:
                continue
        entry = each.by_key[each.entry]
        run = main_run(facts.attempts) if facts.attempts > 1 else MAIN
        asked = Asked(plan, run, entry, 1, (), None, None, observations, facts.now, facts)
        if holds(rules, each.entry_rule, asked):
            found.append(Start(each.id, each.title, each.started_by))
    return found


def started_too_often(plan: Plan, facts: Facts) -> list[tuple[PlanTimeline, list[dt.date]]]:
    """The side timelines that were started more often than the study says, with the days of all starts."""
    if not facts.sides:
        return []
    found = []
    for each in plan.timelines:
        if each.at_most is None:
            continue
        started = _starts(plan, facts, each)
        if len(started) > each.at_most:
            found.append((each, [told.at.date for told in started]))
    return found


def _starts(plan: Plan, facts: Facts, timeline: PlanTimeline) -> list[Told]:
    """When a side timeline was started, earliest first."""
    mine = [told for told in facts.sides.values() if plan.by_id.get(told.event.timeline) is timeline]
    return sorted(mine, key=lambda told: told.order)
