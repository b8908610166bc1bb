"""The time axis in dates: where visits lie once the anchor is dated, what has moved, and what took place when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from study.axis import DAY, HALF_DAY, Axis, AxisVisit, Section, Shape, bands_of, loops_of
from study.dating import DatedTime, DatedTimes


def dated_axis(axis: Axis, dated: Sequence[DatedTimes]) -> Axis:
    """The axis with the dates that are known; sections whose anchor has no date stay as they are."""
    by_timeline = {each.planned.timeline: each for each in dated}
    return replace(
        axis,
        sections=tuple(
            _dated(section, found)
            if (found := by_timeline.get(section.timeline)) is not None
            and section.base in found.dating.anchors
            else section
            for section in axis.sections
        ),
    )


def _dated(section: Section, dated: DatedTimes) -> Section:
    zero = dated.dating.anchors[section.base].date
    visits = tuple(
        _moved(visit, found, zero) if (found := dated.get(visit.key)) is not None else visit
        for visit in section.visits
    )
    titles = {band.epoch: band.title for band in section.bands}
    return replace(
        section,
        visits=visits,
        bands=bands_of(visits, titles),
        loops=loops_of(section.times, visits),
        zero=zero,
        dated=dated,
        start=min((_first(visit) for visit in visits), default=0),
        end=max((_last(visit) for visit in visits), default=0),
    )


def _first(visit: AxisVisit) -> int:
    return min(edge for edge in (visit.first, visit.before, visit.actual) if edge is not None)


def _last(visit: AxisVisit) -> int:
    return max(edge for edge in (visit.last, visit.before, visit.actual) if edge is not None)


def _moved(visit: AxisVisit, dated: DatedTime, zero: dt.date) -> AxisVisit:
    """The visit on its date; `before` is where the schedule alone puts it, where that is another day.

    What counts in hours keeps its distance from the anchor, which dates do not change; only an actual date is added.
    """
    actual = _at(dated.actual.date, zero) if dated.actual is not None and not visit.is_anchor else None
    if dated.date is None or not visit.planned.whole_days:
        return replace(visit, actual=actual, dated=dated)
    at = _at(dated.date, zero)
    by = at - visit.at  # a side that has no date of its own moves along
    opens, closes = visit.opens, visit.closes
    if opens is not None:
        opens = opens + by if dated.first is None else _at(dated.first, zero) - HALF_DAY
    if closes is not None:
        closes = closes + by if dated.last is None else _at(dated.last, zero) + HALF_DAY
    if visit.shape is Shape.RANGE:
        opens = at - HALF_DAY
    edges = [edge for edge in (at - HALF_DAY, at + HALF_DAY, opens, closes) if edge is not None]
    return replace(
        visit,
        at=at,
        opens=opens,
        closes=closes,
        first=min(edges),
        last=max(edges),
        before=visit.at if at != visit.at and not visit.nominal else None,
        actual=actual,
        dated=dated,
        nominal=False,
    )


def _at(day: dt.date, zero: dt.date) -> int:
    return (day - zero).days * DAY


def date_at(section: Section, at: float) -> dt.date | None:
    """The date at a position of a dated section; None where it has none, or the calendar ends."""
    if section.zero is None:
        return None
    number = section.zero.toordinal() + int((at + HALF_DAY) // DAY)
    return dt.date.fromordinal(number) if 1 <= number <= dt.date.max.toordinal() else None


def days_off(section: Section, start: float, end: float) -> list[tuple[int, str]]:
    """The positions of the days between two positions on which a site does not work, with a holiday's name or ""."""
    if section.dated is None or section.zero is None:
        return []
    calendar = section.dated.calendar
    found = []
    for number in range(int((start + HALF_DAY) // DAY), int((end + HALF_DAY) // DAY) + 1):
        day = date_at(section, number * DAY)
        if day is None:
            continue
        holiday = calendar.holiday(day)
        if holiday or day.weekday() in calendar.weekend:
            found.append((number * DAY, holiday))
    return found
