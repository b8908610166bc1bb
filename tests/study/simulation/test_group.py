"""A simulated group: the same for the same seed, however it is shared, and enrolled at its rate."""

from __future__ import annotations

import datetime as dt

import pytest

from study.simulation.figures import figures_from_json, figures_to_json
from study.simulation.group import assumed, enrolment, group
from study.simulation.outcomes import Compliance, Discontinuation, Outcomes
from tests.study.simulation.groups import START, WORKDAYS, cycles, figures_of, simulated_group, weekly

OUTCOMES = Outcomes(
    per_month=8.0,
    screen_failure=0.2,
    discontinuation=Discontinuation(0.1),
    visits=Compliance(0.1, ((-2, 1.0), (-1, 2.0), (0, 6.0), (1, 2.0), (3, 1.0))),
)


def test_the_same_seed_gives_the_same_group_and_another_seed_another() -> None:
    first, again, other = (simulated_group(weekly(), OUTCOMES, 12, seed) for seed in (4, 4, 5))
    assert [one.state for one in first] == [one.state for one in again]
    assert [one.state for one in first] != [one.state for one in other]


def test_a_participant_is_the_same_whoever_else_is_simulated() -> None:
    given = assumed(weekly(), OUTCOMES)
    days = enrolment(12, OUTCOMES.per_month, START, 4)
    everybody = list(group(given, days, 4))
    odd = list(group(given, days, 4, range(1, 13, 2)))
    assert [one.state for one in odd] == [one.state for one in everybody[::2]]


def test_what_a_seed_gives_is_the_same_on_every_machine() -> None:
    days = enrolment(6, 8.0, START, 4)
    assert [(day - START).days for day in days] == [2, 8, 9, 12, 18, 18]
    everybody = simulated_group(weekly(), OUTCOMES, 6, 4)
    ends = [(one.end.value, (one.last - START).days) for one in everybody]
    assert ends == [("completed", after) for after in (37, 43, 44, 48, 52, 53)]


def test_parts_of_a_group_come_to_the_same_as_the_whole() -> None:
    everybody = simulated_group(weekly(), OUTCOMES, 20)
    whole = figures_of(weekly(), everybody, OUTCOMES)
    joined = figures_of(weekly(), everybody[1::2], OUTCOMES)
    joined.join(figures_from_json(figures_to_json(figures_of(weekly(), everybody[::2], OUTCOMES))))
    assert joined == whole


def test_participants_are_enrolled_at_the_rate() -> None:
    days = enrolment(240, 20.0, START, 7)
    assert list(days) == sorted(days)
    assert days[0] >= START
    assert days[-1] <= START + dt.timedelta(days=366)
    half = sum(day < START + dt.timedelta(days=183) for day in days)
    assert 90 < half < 150
    assert enrolment(3, None, START, 7) == [START] * 3


def test_nobody_is_enrolled_when_the_site_is_closed() -> None:
    given = assumed(cycles(), OUTCOMES, WORKDAYS)
    days = enrolment(60, 30.0, dt.date(2026, 1, 3), 1, given.works)
    assert all(day.weekday() < 5 for day in days)


def test_an_enrolment_beyond_the_calendar_is_an_error() -> None:
    with pytest.raises(OverflowError):
        enrolment(1_000_000, 0.001, START, 1)
