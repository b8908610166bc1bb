"""Dates of occurrences: the arithmetic that `study.dating` has for a static schedule, for passes and nested runs.

Offsets are added up from what took place, part by part, and turned into a date once: months first, clamped to the
month's end, then days, then clock time across changes to and from daylight-saving time.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, timedelta
from typing import NamedTuple

from study.dating import Moment, SiteCalendar
from study.durations import Offset
from study.plan.plan import PlanInstance, PlanTime, PlanTimeline

Distance = tuple[int, int, int]
"""Calendar months, whole days, clock seconds."""

NOTHING: Distance = (0, 0, 0)


class Base(NamedTuple):
    """What dates count from: something that took place, is booked, or is expected (then `happened` is False).

    `key` and `pass_` say of which occurrence it is the time.
    """

    date: dt.date
    time: dt.time | None
    happened: bool
    key: str
    pass_: int


class Counted(NamedTuple):
    """When something is: a distance from a base. `is_clock`: its hour follows from the base's."""

    base: Base
    distance: Distance
    is_clock: bool


@dataclass(frozen=True, slots=True)
class Dated:
    """The planned date of an occurrence and its window: as in `study.dating.DatedTime`."""

    date: dt.date
    at: dt.datetime | None
    first: dt.date | None
    opens: dt.datetime | None
    last: dt.date | None
    closes: dt.datetime | None


@dataclass(frozen=True, slots=True)
class Step:
    """What a plan says of one instance, ready to be added up."""

    instance: PlanInstance
    reference: str
    distance: Distance | None
    """From its reference (its own zero for an anchor); None where its time is unknown."""
    offset: Distance | None
    moves: bool
    lower: Distance | None
    upper: Distance | None


def steps_of(timeline: PlanTimeline) -> dict[str, Step]:
    """The steps of a timeline, in the order of its path."""
    steps: dict[str, Step] = {}
    for each in timeline.instances:
        time = each.time
        offset = _plain(time.offset)
        reference = timeline.by_key.get(time.reference)
        distance = offset
        if reference is not None and offset is not None:
            zero = _plain(reference.time.offset)
            distance = None if zero is None else minus(offset, zero)
        steps[each.key] = Step(
            each,
            time.reference if reference is not None else "",
            distance,
            offset,
            distance != NOTHING,
            _plain(time.lower),
            _plain(time.upper),
        )
    return steps


def _plain(offset: Offset | None) -> Distance | None:
    return None if offset is None else (offset.months, offset.days, offset.seconds)


def plus(first: Distance, second: Distance) -> Distance:
    """One distance after the other, each part by itself."""
    return first[0] + second[0], first[1] + second[1], first[2] + second[2]


def minus(first: Distance, second: Distance) -> Distance:
    """From the second to the first."""
    return first[0] - second[0], first[1] - second[1], first[2] - second[2]


def follows_the_clock(time: PlanTime, moves: bool, of: Counted, reference: PlanTime, from_base: bool) -> bool:
    """Whether the hour of what is timed follows from an hour that is known (rule 4 of time)."""
    clock = of.base.time is not None if from_base else of.is_clock
    return clock and (time.in_hours if moves else (not from_base or not reference.whole_days))


def dated(step: Step, counted: Counted, calendar: SiteCalendar) -> Dated | None:
    """The date and window at a distance from a base; None where it lies outside the calendar."""
    base, distance, is_clock = counted
    time = step.instance.time
    try:
        day, at = moment(base, distance, is_clock, calendar)
        first, opens = _side(time, base, is_clock, calendar, step.lower, time.lower_in_hours, distance, -1)
        last, closes = _side(time, base, is_clock, calendar, step.upper, time.upper_in_hours, distance, 1)
    except (OverflowError, ValueError):
        return None
    return Dated(day, at, first, opens, last, closes)


def _side(
    time: PlanTime,
    base: Base,
    is_clock: bool,
    calendar: SiteCalendar,
    width: Distance | None,
    written_in_hours: bool,
    distance: Distance,
    sign: int,
) -> tuple[dt.date | None, dt.datetime | None]:
    if width is None:
        return None, None
    in_hours = written_in_hours and (is_clock or width[2] != 0)
    if (in_hours or time.clock_window_on_date) and not is_clock:
        return None, None
    edge = plus(distance, width) if sign > 0 else minus(distance, width)
    day, at = moment(base, edge, is_clock, calendar)
    return day, at if in_hours else None


def moment(
    base: Base, distance: Distance, is_clock: bool, calendar: SiteCalendar
) -> tuple[dt.date, dt.datetime | None]:
    """The date at a distance from a base, and the instant where its hour follows from the base's.

    Without an hour, clock time moves the date by each full 24 hours alone. Raises OverflowError or ValueError outside
    the calendar.
    """
    months, days, seconds = distance
    day = base.date
    if months:
        day = months_later(day, months)
    if days:
        day += timedelta(days=days)
    if is_clock and base.time is not None:
        at = dt.datetime.combine(day, base.time, calendar.zone).astimezone(UTC)
        at = (at + timedelta(seconds=seconds)).astimezone(calendar.zone)
        return at.date(), at
    if seconds:
        full = abs(seconds) // 86_400
        day += timedelta(days=full if seconds >= 0 else -full)
    return day, None


def months_later(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later, or the month's last. Raises ValueError outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.date.min.year <= year <= dt.date.max.year:
        raise ValueError("outside the calendar")
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def study_day(day: dt.date, anchor: dt.date | None, day_of_anchor: int | None) -> int | None:
    """The study day of a date; no Day 0 where the anchor is on Day 1 or later. None where days are not counted."""
    if anchor is None or day_of_anchor is None:
        return None
    number = day_of_anchor + (day - anchor).days
    return number - 1 if day_of_anchor >= 1 and number <= 0 else number


def instant(at: Moment, calendar: SiteCalendar) -> dt.datetime | None:
    """The instant of a moment whose clock time is known."""
    if at.time is None:
        return None
    try:
        return dt.datetime.combine(at.date, at.time, calendar.zone).astimezone(UTC)
    except (OverflowError, ValueError):
        return None
