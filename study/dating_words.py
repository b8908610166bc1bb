"""Dates as people read them: beside days in every view, how far from planned, what moves and why.

How a date is written is the reader's locale, so these take a `DateForm`; `ISO_DATES` is for files and verbs.
"""

from __future__ import annotations

import datetime as dt
from typing import Protocol

from study.dating import DatedTime, DatedTimes, DateStatus
from study.dating_moved import Moved
from study.language import translate


class DateForm(Protocol):
    """How dates are written. All return whole texts; `year` False leaves the year out."""

    def day(self, day: dt.date, *, year: bool = True) -> str:
        """Weekday and date, short: "Tue 4 Mar 2025"."""
        ...

    def whole(self, day: dt.date) -> str:
        """Weekday and date in full: "Tuesday 4 March 2025"."""
        ...

    def span(self, first: dt.date, last: dt.date, *, year: bool = True) -> str:
        """Two dates, both inclusive: "1 to 7 Mar 2025"."""
        ...

    def plain(self, day: dt.date, *, year: bool = True) -> str:
        """A date without its weekday: "4 Mar 2025"."""
        ...

    def clock(self, at: dt.time) -> str:
        """A clock time: "16:30"."""
        ...


class IsoDates:
    """Dates as ISO 8601 writes them, always with their year: for files that are read again."""

    def day(self, day: dt.date, *, year: bool = True) -> str:  # noqa: ARG002
        """ "2025-03-04"."""
        return day.isoformat()

    def whole(self, day: dt.date) -> str:
        """ "2025-03-04"."""
        return day.isoformat()

    def span(self, first: dt.date, last: dt.date, *, year: bool = True) -> str:  # noqa: ARG002
        """ "2025-03-01 to 2025-03-07"."""
        return translate("dates", "{first} to {last}").format(first=first, last=last)

    def plain(self, day: dt.date, *, year: bool = True) -> str:  # noqa: ARG002
        """ "2025-03-04"."""
        return day.isoformat()

    def clock(self, at: dt.time) -> str:
        """ "16:30"."""
        return at.isoformat("minutes")


ISO_DATES = IsoDates()


def day_dates_text(dated: DatedTime, form: DateForm) -> str:
    """The day it is on: "Tue 4 Mar 2025", "Fri 18 Apr 2025 (Good Friday)", a range's span; "" where unknown.

    With its hour where the schedule counts in hours from one that is known.
    """
    day = dated.day
    if day is None:
        return ""
    if dated.actual is None and dated.planned.is_range and dated.last is not None:
        return form.span(day, dated.last)
    text = form.day(day)
    at = dated.actual.time if dated.actual is not None else _local(dated.at)
    if at is not None:
        text = translate("dates", "{date}, {time}").format(date=text, time=form.clock(at))
    if dated.holiday:
        text = translate("dates", "{date} ({holiday})").format(date=text, holiday=dated.holiday)
    return text


def window_dates_text(dated: DatedTime, form: DateForm) -> str:
    """The window in dates: "1 to 7 Mar", "from 1 Mar", "16:15 to 16:45"; "" where there is none or it is the day's."""
    if dated.planned.is_range or dated.planned.is_anchor or dated.day is None:
        return ""
    opens, closes = _local(dated.opens), _local(dated.closes)
    if opens is not None and closes is not None and dated.first == dated.last == dated.date:
        return translate("dates", "{first} to {last}").format(
            first=form.clock(opens), last=form.clock(closes)
        )
    first, last = dated.first, dated.last
    year = any(side is not None and side.year != dated.day.year for side in (first, last))
    if first is not None and last is not None:
        if first == last:
            return translate("dates", "{date} only").format(date=form.plain(first, year=year))
        return form.span(first, last, year=year)
    if first is not None:
        return translate("dates", "from {date}").format(date=form.plain(first, year=year))
    if last is not None:
        return translate("dates", "until {date}").format(date=form.plain(last, year=year))
    return ""


def when_dates_text(dated: DatedTime, form: DateForm) -> str:
    """Day and window in one line: "Tue 4 Mar 2025, 1 to 7 Mar"; "forecast" and "took place" are said; "" if unknown."""
    day = day_dates_text(dated, form)
    if not day:
        return ""
    if dated.status is DateStatus.DONE:
        return translate("dates", "{date}, took place").format(date=day)
    window = window_dates_text(dated, form)
    if dated.is_provisional:
        if window:
            return translate("dates", "{date}, {window}, forecast").format(date=day, window=window)
        return translate("dates", "{date}, forecast").format(date=day)
    if window:
        return translate("dates", "{date}, {window}").format(date=day, window=window)
    return day


def dates_text(times: DatedTimes | None, key: str, form: DateForm) -> str:
    """`when_dates_text` of one instance of a timeline; "" where it has no date."""
    dated = times.get(key) if times is not None else None
    return when_dates_text(dated, form) if dated is not None else ""


def card_dates_text(dated: DatedTime, form: DateForm) -> str:
    """The day in a narrow place, without its year: "Tue 4 Mar", "~ Tue 4 Mar" while a forecast, "done 4 Mar"."""
    day = dated.day
    if day is None:
        return ""
    if dated.status is DateStatus.DONE:
        # On which weekday something was matters no more: the room is for what is still to come.
        return translate("dates", "done {date}").format(date=form.plain(day, year=False))
    if dated.actual is None and dated.planned.is_range and dated.last is not None:
        text = form.span(day, dated.last, year=False)
    else:
        text = form.day(day, year=False)
        if dated.holiday:
            text = translate("dates", "{date} ({holiday})").format(date=text, holiday=dated.holiday)
    return translate("dates", "~ {date}").format(date=text) if dated.is_provisional else text


def dates_sentence(dated: DatedTime, form: DateForm) -> str:
    """The date as a person would say it: "Tuesday 4 March 2025, 1 to 7 March inclusive"; the reason where unknown."""
    day = dated.date
    if day is None:
        return dated.reason
    if dated.planned.is_range and dated.last is not None:
        text = translate("dates", "Any day from {first} to {last}, both inclusive").format(
            first=form.whole(day), last=form.whole(dated.last)
        )
    else:
        text = form.whole(day)
        at = _local(dated.at)
        if at is not None:
            text = translate("dates", "{date} at {time}").format(date=text, time=form.clock(at))
        window = window_dates_text(dated, form)
        if window and dated.first is not None and dated.last is not None and dated.first != dated.last:
            text = translate("dates", "{date}, {window} inclusive").format(date=text, window=window)
        elif window:
            text = translate("dates", "{date}, {window}").format(date=text, window=window)
    if dated.is_provisional:
        return translate("dates", "Forecast: {dates}").format(dates=text)
    return text


def until_then_text(dated: DatedTime, reference: str, form: DateForm) -> str:
    """While what it is timed from is open: "15 to 21 Mar 2025, until Week 8 has taken place"; "" where it is not."""
    if dated.earliest is None or dated.latest is None:
        return ""
    span = form.span(dated.earliest, dated.latest)
    return translate("dates", "{span}, until {visit} has taken place").format(span=span, visit=reference)


def took_place_text(dated: DatedTime) -> str:
    """How an actual date lies to the plan: "3 days after planned, within the window". Says what is, and judges nothing.

    "" where it has not taken place, or where there is no planned date to compare with.
    """
    off = dated.days_off
    if off is None:
        return ""
    outside = dated.days_outside
    if dated.planned.is_range:
        if off > 0:
            return translate("dates", "%n day(s) after the last planned day", "", off)
        if off < 0:
            return translate("dates", "%n day(s) before the first planned day", "", -off)
        return translate("dates", "within the planned days")
    if off > 0:
        text = translate("dates", "%n day(s) after planned", "", off)
    elif off < 0:
        text = translate("dates", "%n day(s) before planned", "", -off)
    else:
        text = translate("dates", "on the planned day")
    if dated.planned.is_anchor or off == 0:
        return text
    if outside is None:
        return translate("dates", "{difference}; window not stated").format(difference=text)
    if outside == 0:
        return translate("dates", "{difference}, within the window").format(difference=text)
    if outside > 0:
        beyond = translate("dates", "%n day(s) after the window", "", outside)
    else:
        beyond = translate("dates", "%n day(s) before the window", "", -outside)
    return translate("dates", "{difference}, {beyond}").format(difference=text, beyond=beyond)


def free_day_text(dated: DatedTime, form: DateForm) -> str:
    """That its day is on the weekend or a holiday, and how many working days the window has; "" on a working day."""
    day = dated.day
    if day is None or not (dated.weekend or dated.holiday):
        return ""
    if dated.planned.is_range and dated.actual is None:
        return ""  # no one day of it is meant
    if dated.holiday:
        text = translate("dates", "{date} is a holiday: {holiday}.").format(
            date=form.plain(day), holiday=dated.holiday
        )
    else:
        text = translate("dates", "{date} is on the weekend.").format(date=form.day(day))
    if dated.actual is not None or dated.working_days is None:
        return text
    if dated.working_days:
        window = translate("dates", "Its window has %n working day(s).", "", dated.working_days)
    else:
        window = translate("dates", "Its window has no working day.")
    return translate("dates", "{day} {window}").format(day=text, window=window)


def moved_text(moved: Moved, form: DateForm) -> str:
    """One thing that moves: "Week 10 call: Tue 18 Mar 2025 → Fri 21 Mar 2025, because it is timed from Week 8"."""
    if moved.old == moved.new:
        return translate("dates", "{visit}: the window of {day} changes, {why}").format(
            visit=moved.title, day=form.day(moved.new), why=moved.why
        )
    return translate("dates", "{visit}: {old} → {new}, {why}").format(
        visit=moved.title, old=form.day(moved.old), new=form.day(moved.new), why=moved.why
    )


def moved_dates_text(moved: Moved, form: DateForm) -> str:
    """`moved_text` beside the visit's name: "Tue 18 Mar 2025 → Fri 21 Mar 2025, because it is timed from Week 8"."""
    if moved.old == moved.new:
        return translate("dates", "The window of {day} changes, {why}").format(
            day=form.day(moved.new), why=moved.why
        )
    return translate("dates", "{old} → {new}, {why}").format(
        old=form.day(moved.old), new=form.day(moved.new), why=moved.why
    )


def _local(at: dt.datetime | None) -> dt.time | None:
    return at.time() if at is not None else None
