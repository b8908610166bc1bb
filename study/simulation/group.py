"""A simulated group: participants enrolled over time, each with a source of chance of their own.

What happens to a participant follows from the seed and the participant's number alone, so the group is the same on
every machine, and however many workers share it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from random import Random
from typing import Final

from study.dating import SiteCalendar
from study.interpreter.rules import Rules
from study.plan.plan import Plan
from study.rules.deciding import PLAN_RULES
from study.simulation.attendance import Works, next_working
from study.simulation.outcomes import Outcomes, fitted
from study.simulation.participant import Assumed, Simulated, simulated

MOST_PARTICIPANTS: Final = 1_000_000

_MONTH: Final = 365.25 / 12


def assumed(
    plan: Plan, outcomes: Outcomes, site: SiteCalendar | None = None, rules: Rules = PLAN_RULES
) -> Assumed:
    """What the participants have in common. With `site`, nobody comes on its weekends and holidays.

    Raises OutcomesError where the outcomes do not fit the plan.
    """
    return Assumed(plan, fitted(outcomes, plan), rules, works_on(site) if site is not None else None)


def works_on(site: SiteCalendar) -> Works:
    """Whether a site works on a day, asked of its calendar once for each."""
    return cache(site.is_working_day)


def enrolment(
    participants: int, per_month: float | None, start: dt.date, seed: int, works: Works | None = None
) -> Sequence[dt.date]:
    """The day on which each participant consents, in order; all on the first where no rate is said.

    At a rate they come at random over the months that it takes (of 365.25 / 12 days). Raises OverflowError where it
    takes longer than the calendar lasts.
    """
    first = next_working(start, works)
    if per_month is None:
        return [first] * participants
    days = participants / per_month * _MONTH
    draw = Random(f"{seed}/enrolment")  # noqa: S311 - chance that can be repeated is what a simulation is about
    return [
        next_working(start + dt.timedelta(days=after), works)
        for after in sorted(int(draw.random() * days) for _ in range(participants))
    ]


def group(
    given: Assumed, days: Sequence[dt.date], seed: int, numbers: Iterable[int] | None = None
) -> Iterator[Simulated]:
    """The participants with these numbers (from 1; all of them where not said), one after the other."""
    for number in numbers if numbers is not None else range(1, len(days) + 1):
        draw = Random(f"{seed}/participant/{number}")  # noqa: S311 - as above
        yield simulated(given, number, days[number - 1], draw)
