"""A simulated group against the closed formulas of what was assumed, within four standard deviations of chance."""

from __future__ import annotations

from math import sqrt

from study.simulation.group import enrolment
from study.simulation.outcomes import Compliance, Discontinuation, Outcomes
from study.simulation.participant import End, Simulated
from tests.study.simulation.groups import START, cycles, done, simulated_group, weekly

MANY = 400
MONTH = 365.25 / 12
SEED = 20_261_123


def expected(found: int, chance: float, of: int = MANY) -> None:
    """So many of so many is what a chance gives, give or take four standard deviations."""
    assert abs(found - of * chance) <= 4 * sqrt(of * chance * (1 - chance)), (found, of * chance)


def still_there(per_month: float, days: int) -> float:
    """The share who have not stopped by the end of a day after consent: alike on each day of a month."""
    months, part = divmod((days + 1) / MONTH, 1)
    return float((1 - per_month) ** months * (1 - per_month * part))


def passes(one: Simulated) -> int:
    return max(each.pass_ for each in one.course.occurrences)


def test_who_stops_by_the_month() -> None:
    everybody = simulated_group(
        weekly(), Outcomes(discontinuation=Discontinuation(per_month=0.1)), MANY, SEED
    )
    came = [sum(done(one).get(f"w{week}") is not None for one in everybody) for week in range(1, 5)]
    for week, number in enumerate(came, 1):
        expected(number, still_there(0.1, 7 + 7 * week))
    assert sum(one.end is End.STOPPED for one in everybody) == MANY - came[-1]


def test_who_stops_after_each_visit() -> None:
    everybody = simulated_group(
        weekly(), Outcomes(discontinuation=Discontinuation(per_visit=0.05)), MANY, SEED
    )
    expected(sum(one.end is End.COMPLETED for one in everybody), 0.95**5)  # nobody can stop behind the last


def test_by_what_they_stop() -> None:
    how = (("consent withdrawn", 1.0), ("lost to follow-up", 3.0))
    everybody = simulated_group(
        weekly(), Outcomes(discontinuation=Discontinuation(per_visit=0.3, how=how)), MANY, SEED
    )
    stopped = [one for one in everybody if one.end is End.STOPPED]
    expected(sum(one.how == "lost to follow-up" for one in stopped), 0.75, len(stopped))


def test_who_fails_screening() -> None:
    everybody = simulated_group(weekly(), Outcomes(screen_failure=0.2), MANY, SEED)
    expected(sum(one.end is End.SCREEN_FAILED for one in everybody), 0.2)


def test_who_misses_a_visit_or_comes_out_of_its_window() -> None:
    visits = Compliance(missed=0.1, in_its_window=0.5, before_its_window=0.05, after_its_window=0.15)
    everybody = simulated_group(weekly(), Outcomes(visits=visits), MANY, SEED)
    weeks = [
        each for one in everybody for each in one.course.occurrences if each.instance.key in ("w1", "w4")
    ]
    statuses = [each.status.value for each in weeks]
    many = len(weeks)
    assert many == 2 * MANY
    expected(statuses.count("not done"), 0.1, many)
    expected(statuses.count("done early"), 0.05, many)
    expected(statuses.count("done after window"), 0.15, many)
    expected(statuses.count("done in window"), 0.7, many)


def test_how_often_a_loop_is_gone_round() -> None:
    decisions = {"again": ({"again_on": 3.0, "otherwise": 1.0},)}
    outcomes = Outcomes(
        decisions={key: tuple(tuple(each.items()) for each in of) for key, of in decisions.items()}
    )
    everybody = simulated_group(cycles(), outcomes, MANY, SEED)
    for number in range(1, 6):
        expected(sum(passes(one) >= number for one in everybody), 0.75 ** (number - 1))


def test_how_long_enrolment_takes() -> None:
    days = [(day - START).days for day in enrolment(MANY, 6.0, START, SEED)]
    length = MANY / 6 * MONTH
    assert 0 <= min(days) <= max(days) < length
    for share in (0.25, 0.5, 0.75):
        expected(sum(day < share * length for day in days), share)
