"""Simulated groups for tests: a small schedule with windows, a decision and a loop, and groups through it."""

from __future__ import annotations

import datetime as dt
from functools import cache

from study.dating import SiteCalendar
from study.plan.plan import Plan
from study.simulation.figures import GroupFigures, Workload
from study.simulation.group import assumed, enrolment, group
from study.simulation.outcomes import AS_PLANNED, Outcomes
from study.simulation.participant import Simulated
from tests.study.building import anchor, decision, timeline, timing, visit
from tests.study.interpreter.participants import plan_from

START = dt.date(2026, 1, 5)
"""A Monday."""

WORKDAYS = SiteCalendar(weekend=frozenset((5, 6)))


@cache
def weekly() -> Plan:
    """Screening, dosing a week later, then four weekly visits with a day either way, timed from dosing."""
    keys = ("w1", "w2", "w3", "w4")
    visits = [visit("screening", "dose", activities=("exam",)), visit("dose", "w1", activities=("dosing",))]
    visits += [
        visit(key, to, activities=("exam", "blood")) for key, to in zip(keys, (*keys[1:], None), strict=True)
    ]
    timings = [timing("screening", "Before", "P7D", "dose"), anchor("dose")]
    timings += [
        timing(key, value=f"P{week * 7}D", to="dose", window=("P1D", "P1D"))
        for week, key in enumerate(keys, 1)
    ]
    activities = [{"id": each, "name": each.capitalize()} for each in ("exam", "dosing", "blood")]
    return plan_from(timeline(visits, timings), activities=activities)


@cache
def cycles() -> Plan:
    """Dosing in cycles of three weeks until a decision stops it, then a last visit."""
    return plan_from(
        timeline(
            [
                visit("dose", "again"),
                decision("again", "last", on="dose"),
                visit("last"),
            ],
            [
                anchor("dose"),
                timing("again", value="P21D", to="dose"),
                timing("last", value="P7D", to="again"),
            ],
        )
    )


def simulated_group(
    plan: Plan,
    outcomes: Outcomes = AS_PLANNED,
    participants: int = 1,
    seed: int = 1,
    site: SiteCalendar | None = None,
) -> list[Simulated]:
    """A group that starts on START."""
    given = assumed(plan, outcomes, site)
    return list(group(given, enrolment(participants, outcomes.per_month, START, seed, given.works), seed))


def figures_of(
    plan: Plan, everybody: list[Simulated], outcomes: Outcomes = AS_PLANNED, site: SiteCalendar | None = None
) -> GroupFigures:
    """What a group comes to."""
    given = assumed(plan, outcomes, site)
    figures, work = GroupFigures(START), Workload(plan, given.outcomes.minutes)
    for one in everybody:
        figures.add(one, work, given.works)
    return figures


def done(one: Simulated) -> dict[str, dt.date | None]:
    """When each visit took place, by key, in its last pass."""
    return {
        each.instance.key: each.actual.date if each.actual is not None else None
        for each in one.course.occurrences
    }
