"""Rules of texts at a visit: footnotes that decide what is done there, transitions that are to hold before it."""

from __future__ import annotations

from study.dating import Moment
from study.interpreter.dates import study_day
from study.interpreter.given import Given
from study.interpreter.line import Line
from study.interpreter.rules import Asked, holds
from study.interpreter.status import Status
from study.plan.plan import PlanInstance


def ruled(
    given: Given,
    line: Line,
    instance: PlanInstance,
    pass_: int,
    day: Moment | None,
    waived: tuple[str, ...],
    status: Status,
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What is not required at a visit, beside `waived`; and the words of the transition rules that do not hold.

    As of the day it took place, else the day it is planned for. What cannot be told waives nothing and holds nothing
    back: it is left to people.
    """
    number = study_day(day.date, line.anchor, line.day_of_anchor) if day is not None else None
    facts = given.facts
    asked = Asked(
        given.plan, line.walk.run, instance, pass_, (), number, day, facts.observations, given.now, facts
    )
    not_required = [
        activity
        for each in instance.conditions
        if holds(given.rules, each.rule, asked) is False
        for activity in each.activities
    ]
    held_back: tuple[str, ...] = ()
    if status.is_done or status in (Status.DUE, Status.OVERDUE):
        gates = (each for each in instance.gates if holds(given.rules, each.rule, asked) is False)
        held_back = tuple(each.text or each.id for each in gates)
    return tuple(dict.fromkeys((*waived, *not_required))), held_back
