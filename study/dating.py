"""Dates of a schedule: what a site has typed (anchor, actual dates), and when each instance then is, and may be.

The rules are those of time in docs/architecture.md. Nothing here knows what day it is: dates come from a person, time
zone, weekend and holidays from a `SiteCalendar`.
"""

from __future__ import annotations

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, timedelta, tzinfo
from enum import StrEnum

from study.durations import Offset, add, is_clock_duration, negate, parse_duration
from study.language import translate
from study.timeline import PlannedTime, PlannedTimes, clock_window_on_date
from study.visit_title import visit_title

__all__ = [
    "ANYWHERE",
    "NO_DATING",
    "Anchor",
    "DateStatus",
    "DatedTime",
    "DatedTimes",
    "Dating",
    "Moment",
    "SiteCalendar",
    "dated_times",
    "is_anchor_of",
]


@dataclass(frozen=True, slots=True)
class Moment:
    """When something took place: a site-local date, and the clock time where it was recorded."""

    date: dt.date
    time: dt.time | None = None


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date of a Fixed Reference. `happened` False: it is expected, and all that counts from it is a forecast."""

    date: dt.date
    time: dt.time | None = None
    happened: bool = True


@dataclass(frozen=True, slots=True)
class Dating:
    """What a person typed for one study on this computer; never part of the protocol.

    `anchors` by the key of a Fixed Reference (one for each time base), `actual` by the key of the visit that took place
    then. `zone` is an IANA name ("Europe/Berlin"), `country` an ISO 3166-1 code ("DE"), `subdivision` the part of an
    ISO 3166-2 code behind its country ("BY"); "" where not stated. Keys of instances that a schedule does not have
    are kept and mean nothing to it.
    """

    anchors: Mapping[str, Anchor] = field(default_factory=dict)
    actual: Mapping[str, Moment] = field(default_factory=dict)
    zone: str = ""
    country: str = ""
    subdivision: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether there is no date at all."""
        return not self.anchors and not self.actual

    def with_anchor(self, key: str, anchor: Anchor | None) -> Dating:
        """The same with another date for a Fixed Reference; None takes it away."""
        others = {k: a for k, a in self.anchors.items() if k != key}
        return replace(self, anchors=others if anchor is None else {**others, key: anchor})

    def with_actual(self, key: str, moment: Moment | None) -> Dating:
        """The same with another actual date of a visit that is no anchor; None takes it away."""
        others = {k: m for k, m in self.actual.items() if k != key}
        return replace(self, actual=others if moment is None else {**others, key: moment})

    def with_site(self, zone: str, country: str, subdivision: str = "") -> Dating:
        """The same at another site."""
        return replace(self, zone=zone, country=country, subdivision=subdivision)


NO_DATING = Dating()


def _no_holiday(_day: dt.date) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class SiteCalendar:
    """The site's time zone, weekend (0 is Monday) and holidays (a date's name, "" for none). Without a zone: UTC."""

    zone: tzinfo = UTC
    weekend: frozenset[int] = frozenset((5, 6))
    holiday: Callable[[dt.date], str] = _no_holiday

    def is_working_day(self, day: dt.date) -> bool:
        """Whether a day is neither on the weekend nor a holiday."""
        return day.weekday() not in self.weekend and not self.holiday(day)


ANYWHERE = SiteCalendar()
"""No site in particular: UTC, Saturday and Sunday, no holidays."""


class DateStatus(StrEnum):
    """How certain a date is, or why there is none."""

    DONE = "done"  # it took place, on the date that a person typed
    DATED = "dated"  # planned, counted from what happened
    FORECAST = "forecast"  # planned, counted from an anchor that has not happened yet
    UNDATED = "undated"  # the anchor that it counts from has no date
    UNKNOWN = "unknown"  # the schedule does not say when it is


@dataclass(frozen=True, slots=True)
class DatedTime:
    """When one instance is, in dates of the site. All spans are whole days, both ends inclusive.

    `date` is the planned date: projected from what happened, else from the anchor; the first day of a range. `first`
    and `last` are its window's dates, None where that side is not stated or cannot be judged. `at`, `opens` and
    `closes` are instants, where the schedule counts in hours or minutes from a clock time that is known. `earliest`
    and `latest` are set until the visit that it is timed from has taken place, where that visit's window leaves it
    open. `actual` is when it took place. `base` is the key of what it was counted from. `study_day` is that of the day
    it is on; `planned.study_day` the nominal one. `weekend` and `holiday` are about the day it is on; `working_days`
    counts those of the window, None where not both sides are known.
    """

    key: str
    planned: PlannedTime
    status: DateStatus
    reason: str = ""
    date: dt.date | None = None
    at: dt.datetime | None = None
    first: dt.date | None = None
    last: dt.date | None = None
    opens: dt.datetime | None = None
    closes: dt.datetime | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    actual: Moment | None = None
    base: str = ""
    study_day: int | None = None
    weekend: bool = False
    holiday: str = ""
    working_days: int | None = None

    @property
    def day(self) -> dt.date | None:
        """The day it is on: when it took place, else when it is planned."""
        return self.actual.date if self.actual is not None else self.date

    @property
    def days_off(self) -> int | None:
        """Days from the planned day to the actual one, negative when early; 0 anywhere in a range. None if unknown."""
        if self.actual is None or self.date is None:
            return None
        if self.planned.is_range and self.last is not None and self.actual.date > self.date:
            return max(0, (self.actual.date - self.last).days)
        return (self.actual.date - self.date).days

    @property
    def days_outside(self) -> int | None:
        """Days by which it took place before (negative) or after its window, 0 within; None where not judged."""
        if self.actual is None:
            return None
        day = self.actual.date
        if self.first is not None and day < self.first:
            return (day - self.first).days
        if self.last is not None and day > self.last:
            return (day - self.last).days
        return 0 if self.first is not None and self.last is not None else None

    @property
    def is_provisional(self) -> bool:
        """Whether it counts from an anchor that has not happened yet."""
        return self.status is DateStatus.FORECAST


@dataclass(frozen=True, slots=True)
class DatedTimes:
    """The date of every instance of one timeline, by key, in graph order."""

    planned: PlannedTimes
    dating: Dating
    calendar: SiteCalendar
    times: Mapping[str, DatedTime]

    @property
    def is_dated(self) -> bool:
        """Whether any instance has a date."""
        return any(dated.day is not None for dated in self.times.values())

    def get(self, key: str) -> DatedTime | None:
        """The dates of one instance; None where this timeline does not have it."""
        return self.times.get(key)


def is_anchor_of(planned: PlannedTimes, key: str) -> bool:
    """Whether an instance is a Fixed Reference of this timeline: when it took place is the anchor's date."""
    found = planned.times.get(key)
    return found is not None and found.is_anchor


def dated_times(planned: PlannedTimes, dating: Dating, calendar: SiteCalendar = ANYWHERE) -> DatedTimes:
    """The date of each instance of a timeline; never raises on a damaged one. One pass of each loop.

    A visit timed from a Fixed Reference counts from the anchor's date. One timed from another visit counts from the
    day on which that took place, else from its projected day. Months and years count from the date of the nearest of
    these and are clamped to the month's end, never added one after the other. Days are dates, whatever the hour;
    hours and minutes are instants from the recorded clock time, across changes to and from daylight-saving time.
    """
    return DatedTimes(planned, dating, calendar, _Dates(planned, dating, calendar).times())


@dataclass(frozen=True, slots=True)
class _Base:
    """What dates count from: an anchor or a visit that took place, at `offset` in the schedule."""

    key: str
    offset: Offset
    date: dt.date
    time: dt.time | None
    happened: bool


@dataclass(frozen=True, slots=True)
class _Known:
    """What one instance hands on to those that are timed from it."""

    base: _Base | None
    is_clock: bool  # its hour follows from the base's
    earliest: dt.date | None
    latest: dt.date | None


class _Dates:
    """Works out the dates of one timeline, each instance once, after the one that it is timed from."""

    def __init__(self, planned: PlannedTimes, dating: Dating, calendar: SiteCalendar) -> None:
        self.planned = planned
        self.dating = dating
        self.calendar = calendar
        self.dated: dict[str, DatedTime] = {}
        self.known: dict[str, _Known] = {}

    def times(self) -> dict[str, DatedTime]:
        for key in self.planned.times:
            for each in reversed(list(self._chain(key))):
                time_ = self.planned.times[each]
                self.dated[each] = self._with_day(self._dated(time_))
        return {key: self.dated[key] for key in self.planned.times}

    def _chain(self, key: str) -> Iterator[str]:
        """`key` and, one after the other, what it is timed from, as far as that is not worked out."""
        seen: set[str] = set()
        while key in self.planned.times and key not in self.dated and key not in seen:
            seen.add(key)
            yield key
            key = self.planned.times[key].reference

    def _actual(self, time_: PlannedTime) -> Moment | None:
        if time_.is_anchor:
            anchor = self.dating.anchors.get(time_.key)
            return Moment(anchor.date, anchor.time) if anchor is not None and anchor.happened else None
        return self.dating.actual.get(time_.key)

    def _dated(self, time_: PlannedTime) -> DatedTime:
        actual = self._actual(time_)
        unknown = DatedTime(time_.key, time_, DateStatus.UNKNOWN, time_.reason, actual=actual)
        if time_.offset is None:
            self._remember(time_, None, False, None, None)
            return replace(unknown, status=DateStatus.DONE) if actual is not None else unknown
        base, is_clock = self._base_of(time_)
        if base is None:
            self._remember(time_, None, False, None, None)
            status = DateStatus.DONE if actual is not None else DateStatus.UNDATED
            return replace(unknown, status=status, reason=self._undated(time_))
        try:
            dated = self._counted(time_, base, is_clock, actual)
        except (OverflowError, ValueError):
            self._remember(time_, None, False, None, None)
            return replace(unknown, reason=translate("dates", "Its date lies outside the calendar."))
        return dated

    def _base_of(self, time_: PlannedTime) -> tuple[_Base | None, bool]:
        """What `time_` counts from, and whether its hour follows from the hour of that."""
        if time_.is_anchor:
            anchor = self.dating.anchors.get(time_.key)
            if anchor is None:
                return None, False
            return _Base(
                time_.key, Offset(), anchor.date, anchor.time, anchor.happened
            ), anchor.time is not None
        known = self.known.get(time_.reference)
        if known is None or known.base is None:
            return None, False
        reference, timing = self.planned.times[time_.reference], time_.timing
        moves = reference.offset != time_.offset
        from_base = known.base.key == time_.reference
        clock = known.base.time is not None if from_base else known.is_clock
        in_hours = timing is not None and is_clock_duration(timing.value)
        return known.base, clock and (in_hours if moves else not from_base or not reference.whole_days)

    def _counted(self, time_: PlannedTime, base: _Base, is_clock: bool, actual: Moment | None) -> DatedTime:
        assert time_.offset is not None
        day, at = self._moment(base, time_.offset, is_clock)
        first, opens, last, closes = self._window(time_, base, is_clock)
        status = DateStatus.DATED if base.happened else DateStatus.FORECAST
        earliest, latest = self._spread(time_, first or day, last or day)
        self._remember(time_, base, is_clock, earliest, latest)
        is_open = (earliest, latest) != (first or day, last or day)
        return DatedTime(
            time_.key,
            time_,
            DateStatus.DONE if actual is not None else status,
            date=day,
            at=at,
            first=first,
            last=last,
            opens=opens,
            closes=closes,
            earliest=earliest if is_open and actual is None else None,
            latest=latest if is_open and actual is None else None,
            actual=actual,
            base=base.key,
        )

    def _window(
        self, time_: PlannedTime, base: _Base, is_clock: bool
    ) -> tuple[dt.date | None, dt.datetime | None, dt.date | None, dt.datetime | None]:
        """First day and instant, last day and instant: what is not stated, or cannot be judged, is None."""
        sides: list[tuple[dt.date | None, dt.datetime | None]] = []
        timing = time_.timing
        texts = (timing.window_lower, timing.window_upper) if timing is not None else ("", "")
        for offset, text in zip((time_.window_open, time_.window_close), texts, strict=True):
            width = parse_duration(text)
            in_hours = width is not None and is_clock_duration(text) and (is_clock or width.seconds != 0)
            if offset is None or ((in_hours or clock_window_on_date(time_)) and not is_clock):
                sides.append((None, None))
                continue
            day, at = self._moment(base, offset, is_clock)
            sides.append((day, at if in_hours else None))
        return (*sides[0], *sides[1])

    def _spread(self, time_: PlannedTime, first: dt.date, last: dt.date) -> tuple[dt.date, dt.date]:
        """The earliest and latest day, counting from the earliest and latest of what it is timed from."""
        known = self.known.get(time_.reference)
        reference = self.planned.times.get(time_.reference)
        if time_.is_anchor or known is None or reference is None or reference.offset is None:
            return first, last
        if known.earliest is None or known.latest is None:
            return first, last
        assert time_.offset is not None
        if known.earliest == known.latest:
            return first, last
        ends: list[dt.date] = []
        for start, offset in ((known.earliest, time_.window_open), (known.latest, time_.window_close)):
            base = _Base(time_.reference, reference.offset, start, None, happened=True)
            ends.append(self._moment(base, offset or time_.offset, is_clock=False)[0])
        return ends[0], ends[1]

    def _moment(self, base: _Base, offset: Offset, is_clock: bool) -> tuple[dt.date, dt.datetime | None]:
        """The date at an offset of the schedule, and the instant where its hour follows from the base's.

        Months first, clamped to the month's end; then days; then clock time. Without an hour, clock time moves the
        date by each full 24 hours alone. Raises OverflowError or ValueError outside the calendar.
        """
        distance = add(offset, negate(base.offset))
        day = _months_later(base.date, distance.months) + timedelta(days=distance.days)
        if is_clock and base.time is not None:
            at = dt.datetime.combine(day, base.time, self.calendar.zone).astimezone(UTC)
            at = (at + timedelta(seconds=distance.seconds)).astimezone(self.calendar.zone)
            return at.date(), at
        full = abs(distance.seconds) // 86_400
        return day + timedelta(days=full if distance.seconds >= 0 else -full), None

    def _remember(
        self,
        time_: PlannedTime,
        base: _Base | None,
        is_clock: bool,
        earliest: dt.date | None,
        latest: dt.date | None,
    ) -> None:
        """Keeps what those timed from this one count from: itself where it took place, else what it counts from."""
        actual = self._actual(time_)
        if actual is not None and time_.offset is not None:
            base = _Base(time_.key, time_.offset, actual.date, actual.time, happened=True)
            is_clock = actual.time is not None
            earliest = latest = actual.date
        if time_.is_anchor and base is not None:
            earliest = latest = base.date
        self.known[time_.key] = _Known(base, is_clock, earliest, latest)

    def _undated(self, time_: PlannedTime) -> str:
        anchor = self.planned.times.get(time_.time_base)
        title = visit_title(anchor) if anchor is not None else ""
        return translate("dates", "{anchor} has no date yet.").format(anchor=title)

    def _with_day(self, dated: DatedTime) -> DatedTime:
        """Study day, weekend, holiday and the working days of the window."""
        day = dated.day
        if day is None:
            return dated
        calendar = self.calendar
        working = None
        if dated.first is not None and dated.last is not None and dated.opens is None:
            span = min((dated.last - dated.first).days, _LONGEST_WINDOW)
            days = (dated.first + timedelta(days=n) for n in range(span + 1))
            working = sum(calendar.is_working_day(each) for each in days)
        return replace(
            dated,
            study_day=self._study_day(dated, day),
            weekend=day.weekday() in calendar.weekend,
            holiday=calendar.holiday(day),
            working_days=working,
        )

    def _study_day(self, dated: DatedTime, day: dt.date) -> int | None:
        """The study day of a date; None where the anchor has no date or days are not counted (side timelines)."""
        anchor = self.planned.times.get(dated.planned.time_base)
        zero = self.dating.anchors.get(dated.planned.time_base)
        if anchor is None or anchor.study_day is None or zero is None:
            return None
        number = anchor.study_day + (day - zero.date).days
        return number - 1 if anchor.study_day >= 1 and number <= 0 else number


_LONGEST_WINDOW = 800  # days whose working days are counted


def _months_later(day: dt.date, months: int) -> dt.date:
    """The same day of the month so many months later, or the month's last. Raises ValueError outside the calendar."""
    if not months:
        return day
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not dt.date.min.year <= year <= dt.date.max.year:
        raise ValueError("outside the calendar")
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
