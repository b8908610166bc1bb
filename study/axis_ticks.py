"""The marks of an axis' ruler: steps from seconds to years, as nice as the scale allows, in days or in dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import IntEnum
from math import ceil, floor

from study.axis import DAY, HALF_DAY, Section, Unit
from study.axis_notes import distance_text, point_text
from study.language import translate
from study.wording import MINUS

_HOUR, _MINUTE, _WEEK = 3600, 60, 7 * DAY
_YEAR = 365.2425 * DAY  # as calendar months are ordered: the mean Gregorian year
_CLOCK_STEPS = (
    *(1, 5, 15, 30),
    *(_MINUTE, 5 * _MINUTE, 15 * _MINUTE, 30 * _MINUTE),
    *(_HOUR, 2 * _HOUR, 6 * _HOUR, 12 * _HOUR),
)
_DAY_STEPS = (DAY, 2 * DAY, _WEEK, 2 * _WEEK, 4 * _WEEK, 12 * _WEEK, 24 * _WEEK)


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark at a position in seconds. `text` is "" for a mark between labelled ones; `below` stands under it."""

    at: float
    text: str = ""
    below: str = ""


def ticks(section: Section, start: float, end: float, density: float, room: float) -> list[Tick]:
    """The marks from `start` to `end`, in order, labelled ones at least `room` pixels apart.

    `density` is in pixels a second. In days, a label is the study day and below it the weeks or years from the anchor;
    at finer steps the hours from the middle of the nearest day, which stands for the anchor's time of day.
    """
    if end <= start or density <= 0:
        return []
    step = _step(room / density)
    made = [_tick(section, n, step) for n in _numbers(start, end, step)]
    finer = _finer(step, 6 / density)
    if finer:
        taken = {tick.at for tick in made}
        made += [Tick(at) for n in _numbers(start, end, finer) if (at := _at(n, finer)) not in taken]
        made.sort(key=lambda tick: tick.at)
    return made


def _step(least: float) -> float:
    """The smallest nice step of at least so many seconds."""
    for step in (*_CLOCK_STEPS, *_DAY_STEPS):
        if step >= least:
            return float(step)
    size = 1.0
    while True:
        for times in (1, 2, 5):
            if times * size * _YEAR >= least:
                return times * size * _YEAR
        size *= 10


_BETWEEN = {
    DAY: 6 * _HOUR,
    2 * DAY: DAY,
    _WEEK: DAY,
    2 * _WEEK: _WEEK,
    4 * _WEEK: _WEEK,
    12 * _WEEK: 4 * _WEEK,
}


def _finer(step: float, least: float) -> float:
    """The step of the marks between: one that divides `step` and is at least `least` seconds; 0 for none."""
    if step >= _YEAR:
        years = round(step / _YEAR)
        part = years // 10 if years % 10 == 0 else years // 5 if years % 5 == 0 else 1
        return part * _YEAR if part < years and part * _YEAR >= least else 0
    if step in _BETWEEN:
        return _BETWEEN[round(step)] if _BETWEEN[round(step)] >= least else 0
    for parts in (5, 4, 3, 2):
        if step % parts == 0 and step / parts >= least:
            return step / parts
    return 0


def _numbers(start: float, end: float, step: float) -> range:
    return range(ceil(start / step - 1e-9), floor(end / step + 1e-9) + 1)


def _at(number: int, step: float) -> float:
    """The position of a step; a year's is a whole day."""
    return float(round(number * step / DAY) * DAY) if step >= _YEAR else number * step


def _tick(section: Section, number: int, step: float) -> Tick:
    at = _at(number, step)
    seconds = round(at)
    if section.unit is Unit.CLOCK:
        return Tick(at, distance_text(seconds, days=seconds % DAY == 0 and abs(seconds) >= 2 * DAY))
    if seconds % DAY:
        return Tick(at, _from_middle(seconds))
    return Tick(at, point_text(section, seconds), _below(number, seconds, step))


def _from_middle(seconds: int) -> str:
    rest = (seconds + HALF_DAY) % DAY - HALF_DAY
    if rest == -HALF_DAY:
        rest = HALF_DAY
    return distance_text(rest, days=False)


def _below(number: int, seconds: int, step: float) -> str:
    sign = MINUS if seconds < 0 else "+"
    if step >= _YEAR:
        years = abs(round(number * step / _YEAR))
        return translate("axis", "{sign}{number} y").format(sign=sign, number=years) if years else ""
    if seconds and seconds % _WEEK == 0:
        return translate("axis", "{sign}{number} wk").format(sign=sign, number=abs(seconds) // _WEEK)
    return ""


class DateStep(IntEnum):
    """How far the marks of a dated ruler lie apart, and thereby how a date is written on it."""

    DAYS = 1
    WEEKS = 7
    MONTHS = 30
    YEARS = 365


@dataclass(frozen=True, slots=True)
class DateTick:
    """A mark at the position of a date, which `labelled` ones show."""

    at: float
    day: date
    step: DateStep
    labelled: bool = True


def date_ticks(
    anchor: date, start: float, end: float, density: float, room: float, first_weekday: int = 0
) -> list[DateTick]:
    """The marks of a section whose anchor has a date, as `ticks`; `first_weekday` 0 is Monday.

    Days, beginnings of weeks, of months, of quarters, of years; none where the calendar ends. `room` is what a label
    with a weekday needs; without it, two thirds are enough. Between beginnings of months, weeks are marked.
    """
    if end <= start or density <= 0:
        return []
    least = room / density
    first = _date(anchor, floor(start / DAY))
    last = _date(anchor, ceil(end / DAY))
    if least <= DAY:
        days = _each_day(first, last, 1)
        return [DateTick(_day_at(anchor, day), day, DateStep.DAYS) for day in days]
    monday = first - timedelta(days=(first.weekday() - first_weekday) % 7) if first > _EARLY else first
    weeks = _each_day(monday, last, 7) if _WEEK * density >= 6 else []
    least *= 2 / 3
    if least <= _WEEK:
        made = [DateTick(_day_at(anchor, day), day, DateStep.WEEKS) for day in weeks]
        if DAY * density >= 6:
            labelled = {tick.day for tick in made}
            made += [
                DateTick(_day_at(anchor, day), day, DateStep.WEEKS, False)
                for day in _each_day(first, last, 1)
                if day not in labelled
            ]
            made.sort(key=lambda tick: tick.at)
        return made
    months = next((n for n in (1, 3, 6) if n * 28 * DAY >= least), 0)
    if months:
        place = first.year * 12 + (first.month - 1) // months * months
        stop = last.year * 12 + last.month
        dates = [date(m // 12, m % 12 + 1, 1) for m in range(place, stop, months)]
        made = [DateTick(_day_at(anchor, day), day, DateStep.MONTHS) for day in dates]
        made += [
            DateTick(_day_at(anchor, day), day, DateStep.MONTHS, False)
            for day in weeks
            if day.day != 1 or months > 1
        ]
        return sorted(made, key=lambda tick: (tick.at, not tick.labelled))
    years = round(_step(max(least, _YEAR)) / _YEAR)
    dates = [
        date(y, 1, 1)
        for y in range(max(1, first.year // years * years), last.year + 1, years)
        if y <= date.max.year
    ]
    return [DateTick(_day_at(anchor, day), day, DateStep.YEARS) for day in dates]


_EARLY = date(1, 1, 8)


def _date(anchor: date, days: int) -> date:
    number = anchor.toordinal() + days
    return date.fromordinal(min(max(1, number), date.max.toordinal()))


def _each_day(first: date, last: date, step: int) -> list[date]:
    return [date.fromordinal(n) for n in range(first.toordinal(), last.toordinal() + 1, step)]


def _day_at(anchor: date, day: date) -> float:
    return float((day.toordinal() - anchor.toordinal()) * DAY)
