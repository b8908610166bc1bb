"""When a simulated participant comes to a visit: given its planned day, its window and the days that a site works."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from random import Random
from typing import TypeVar

from study.interpreter.dates import Dated
from study.interpreter.status import closing, opening
from study.simulation.outcomes import Compliance

Works = Callable[[dt.date], bool]
"""Whether a site works on a day."""

_LONGEST_CLOSED = 30  # days; no site is closed for longer
_LONGEST_WINDOW = 366  # days of a window among which one is drawn
_DAY = dt.timedelta(days=1)

T = TypeVar("T")


def drawn(draw: Random, weights: Sequence[tuple[T, float]]) -> T:
    """One of several, each as likely as its share of the weights. The same on every machine."""
    at = draw.random() * sum(weight for _, weight in weights)
    for value, weight in weights:
        if at < weight:
            return value
        at -= weight
    return weights[-1][0]


def comes(
    draw: Random,
    compliance: Compliance,
    planned: Dated,
    not_before: dt.date,
    works: Works | None,
    *,
    is_range: bool = False,
) -> dt.date | None:
    """The day on which somebody comes; None where the visit is missed.

    Never before `not_before`, the day of what came before it. On a day on which the site works where `works` is given:
    the nearest in the window, else the nearest behind it. In a range every day is as good as any other.
    """
    if compliance.missed and draw.random() < compliance.missed:
        return None
    try:
        day = planned.date if compliance.is_exact else _wished(draw, compliance, planned, is_range=is_range)
        day = max(day, not_before)
        return day if works is None or works(day) else nearest(day, planned, not_before, works)
    except OverflowError:  # at the ends of the calendar
        return max(planned.date, not_before)


def nearest(day: dt.date, planned: Dated, not_before: dt.date, works: Works) -> dt.date:
    """The nearest day on which the site works, in the window where there is one; the later of two."""
    first, last = opening(planned), closing(planned)
    stated = planned.first is not None or planned.last is not None
    found: dt.date | None = None
    for distance in range(1, _LONGEST_CLOSED):
        for other in (day + distance * _DAY, day - distance * _DAY):
            if other < not_before or not works(other):
                continue
            if not stated or first <= other <= last:
                return other
            if found is None and other > day:
                found = other
    return found or day


def next_working(day: dt.date, works: Works | None) -> dt.date:
    """The day itself where the site works on it, else the next on which it does."""
    if works is None:
        return day
    for distance in range(_LONGEST_CLOSED):
        if works(day + distance * _DAY):
            return day + distance * _DAY
    return day


def _wished(draw: Random, compliance: Compliance, planned: Dated, *, is_range: bool) -> dt.date:
    first, last = opening(planned), closing(planned)
    if compliance.days_off:
        if is_range:
            return _any_day(draw, first, last)
        return planned.date + drawn(draw, compliance.days_off) * _DAY
    # The chances are of all visits; of those that take place, they are a little more.
    at = draw.random() * (1 - compliance.missed)
    if at < compliance.before_its_window:
        return first - _days(draw, compliance.farthest_days)
    at -= compliance.before_its_window
    if at < compliance.after_its_window:
        return last + _days(draw, compliance.farthest_days)
    at -= compliance.after_its_window
    if is_range or at < compliance.in_its_window:
        return _any_day(draw, first, last)
    return planned.date


def _any_day(draw: Random, first: dt.date, last: dt.date) -> dt.date:
    """Any day of a window alike."""
    length = min((last - first).days + 1, _LONGEST_WINDOW)
    return first + int(draw.random() * length) * _DAY


def _days(draw: Random, most: int) -> dt.timedelta:
    return (1 + int(draw.random() * most)) * _DAY
