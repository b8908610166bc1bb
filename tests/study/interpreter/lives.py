"""Participants for property tests who mostly do what is asked: late, early, or not at all. Chance comes from a seed."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import Any

from study.annexe import Annexe
from study.dating import SiteCalendar
from study.interpreter.advance import advance, course
from study.interpreter.rules import NO_RULES, Rules
from study.interpreter.runs import sub_run
from study.interpreter.state import State, new_state
from study.json_types import JsonObject
from study.plan.plan import Plan, PlanInstance, TextRule
from study.rules.model import (
    ANCHOR,
    Answer,
    Attribute,
    Cell,
    Elapsed,
    Passes,
    Row,
    Rule,
    StudyDay,
    Table,
    Wait,
)
from study.rules.writing import rule_text, rule_to_json
from tests.study.rules.drawing import cell, compare, q

_HABITS = (0, 0, 0, 0, 1, 2, 9, -1, -3)  # days from the planned one
_TURNS = ("do",) * 8 + ("miss", "book", "activity", "wait", "observe", "side", "nested", "odd")
_ODD = (
    "intervention stopped",
    "unscheduled visit",
    "lost to follow-up",
    "screen failed",
    "re-screened",
    "consent withdrawn",
    "consented",
    "corrected",
)


def life(
    plan: Plan, chance: random.Random, calendar: SiteCalendar, rules: Rules = NO_RULES, most: int = 25
) -> list[dict[str, Any]]:
    """What happens to somebody, as JSON events with ids, in the order in which it is recorded."""
    state = new_state(plan)
    events: list[dict[str, Any]] = []

    def happen(**event: Any) -> None:
        nonlocal state
        event = {"id": f"e{len(events)}", **event}
        events.append(event)
        state, _ = advance(plan, state, event, calendar, rules)

    day = dt.date(2024, 1, 20) + dt.timedelta(days=chance.randrange(60))
    happen(type="consented", occurred=str(day))
    while len(events) < most:
        day = max(day, _now(plan, state, calendar, rules))
        happen(**_next(plan, state, chance, calendar, rules, day))
        if course(plan, state, calendar, rules).complete and chance.random() < 0.7:
            break
    return events


def _now(plan: Plan, state: State, calendar: SiteCalendar, rules: Rules) -> dt.date:
    now = course(plan, state, calendar, rules).now
    return now.date if now is not None else dt.date(2024, 1, 1)


def _next(
    plan: Plan, state: State, chance: random.Random, calendar: SiteCalendar, rules: Rules, day: dt.date
) -> dict[str, Any]:
    now = course(plan, state, calendar, rules)
    turn = chance.choice(_TURNS)
    asked = [each for each in now.decisions if each.asked]
    open_ = [each for each in now.occurrences if each.status.is_open and each.on_path]
    if asked and turn in ("do", "miss", "book"):
        one = asked[0]
        place: dict[str, Any] = {"run": one.run, "instance": one.instance.key, "pass": one.pass_}
        occurred = one.dated.date if one.dated is not None else day
        return place | {
            "type": "decision answered",
            "occurred": str(occurred),
            "answer": chance.choice(one.ways).id,
        }
    if turn == "observe":
        value = chance.choice((0, 5, 40, 70))
        return {
            "type": "observation recorded",
            "occurred": str(day),
            "name": "age",
            "value": value,
            "unit": "a",
        }
    if turn == "side" and len(plan.timelines) > 1:
        return {
            "type": "side timeline started",
            "occurred": str(day),
            "timeline": chance.choice(plan.timelines).id,
        }
    if turn == "odd":
        return {
            "type": chance.choice(_ODD),
            "occurred": str(day),
            "reason": "r",
            "stays": chance.random() < 0.5,
            "target": f"e{chance.randrange(8)}",
        }
    if turn == "wait" or not open_:
        later = now.next_change[0] if now.next_change is not None else day + dt.timedelta(days=3)
        return {"type": "timer fired", "occurred": str(later)}
    return _at_a_visit(plan, chance, day, turn, open_)


def _at_a_visit(
    plan: Plan, chance: random.Random, day: dt.date, turn: str, open_: list[Any]
) -> dict[str, Any]:
    one = open_[0] if chance.random() < 0.8 else chance.choice(open_)
    place: dict[str, Any] = {"run": one.run, "instance": one.instance.key, "pass": one.pass_}
    planned = one.dated.date if one.dated is not None else day
    try:
        occurred = planned + dt.timedelta(days=chance.choice(_HABITS))
    except OverflowError:
        occurred = planned
    hour = chance.choice(("", "", "T02:30", "T09:15", "T23:50Z"))
    made = place | {"occurred": f"{occurred}{hour}"}
    if turn == "miss":
        return made | {"type": "visit not done", "reason": "ill"}
    if turn == "book":
        return made | {
            "type": "visit rescheduled",
            "to": str(occurred + dt.timedelta(days=chance.randrange(5))),
        }
    if turn == "activity" and one.instance.activities:
        name = chance.choice(one.instance.activities)
        return made | {
            "type": chance.choice(("activity done", "activity not done")),
            "activity": name,
            "reason": "r",
        }
    if turn == "nested" and one.instance.subs and "/" not in one.run:
        sub = one.instance.subs[0]
        inner = plan.by_id[sub.timeline]
        run = sub_run(one.run, one.instance.key, one.pass_, sub.timeline, sub.activity)
        key = chance.choice(inner.instances).key
        return {"type": "visit done", "run": run, "instance": key, "occurred": f"{occurred}T10:00"}
    if one.instance.time.is_anchor and chance.random() < 0.5:
        return made | {"type": "anchor happened"}
    return made | {"type": "visit done"}


def ruled(ways: list[str], chance: random.Random) -> Annexe:
    """An annexe with a rule for some of the ways on: of age, of the study day, of passes, or one that waits."""
    age = compare(Attribute("age"), ">", q(18, "a"))
    waits = Rule(
        Table((Attribute("age"),), (_row((">", q(18, "a")), Answer.HOLDS), _row(None, Answer.WAIT))),
        wait=Wait(q(2, "d"), 2, Answer.DOES_NOT_HOLD),
    )
    drawn = (Rule(age), Rule(compare(StudyDay(), "<", q(9))), waits)
    annexe = Annexe.empty()
    annexe.root["rules"] = [_entry(way, chance.choice(drawn)) for way in ways if chance.random() < 0.7]
    return annexe


def with_judged_visits(plan: Plan, chance: random.Random) -> Plan:
    """The plan with rules for footnotes and transitions at some visits: of age, passes, days, and what is done."""
    age = Rule(compare(Attribute("age"), ">", q(18, "a")))
    anchor = Rule(compare(Elapsed(ANCHOR, "dosing"), ">", q(3, "d")))
    drawn = (age, anchor, Rule(compare(StudyDay(), "<", q(9))), Rule(compare(Passes(), "<", q(2))))

    def drawn_for(instance: PlanInstance) -> PlanInstance:
        rules = [TextRule(str(n), rule_text(chance.choice(drawn)), "a text") for n in range(2)]
        if instance.is_decision or chance.random() < 0.4:
            return instance
        activities = instance.activities or ("ecg",)
        return replace(
            instance,
            activities=activities,
            conditions=(replace(rules[0], activities=activities[:1]),),
            gates=(rules[1],) if chance.random() < 0.5 else (),
        )

    return replace(
        plan,
        timelines=tuple(
            replace(each, instances=tuple(drawn_for(i) for i in each.instances)) for each in plan.timelines
        ),
    )


def _row(test: tuple[str, Any] | None, answer: Answer) -> Row:
    cells: tuple[Cell, ...] = (cell(test) if test is not None else cell(),)
    return Row(cells, answer)


def _entry(way: str, rule: Rule) -> JsonObject:
    return {"id": f"rule:{way}", "conditionAssignmentId": way, "rule": rule_to_json(rule)}
