"""Status and judgement of an occurrence: what is upcoming, due or overdue; what was early, in its window or after."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from study.dating import Moment, SiteCalendar
from study.interpreter.dates import Dated, instant


class Status(StrEnum):
    """Rule 11 of time. Overdue is a prompt, never a deviation."""

    UPCOMING = "upcoming"
    DUE = "due"
    OVERDUE = "overdue"
    DONE = "done"
    """Done, where the schedule states no window, or one that cannot be judged."""
    DONE_EARLY = "done early"
    DONE_IN_WINDOW = "done in window"
    DONE_AFTER = "done after window"
    NOT_DONE = "not done"
    NOT_REQUIRED = "not required"
    NOT_APPLICABLE = "not applicable"

    @property
    def is_done(self) -> bool:
        """Whether it took place."""
        return self in _DONE

    @property
    def is_open(self) -> bool:
        """Whether it is still to come, or to be recorded."""
        return self in _OPEN


_DONE = frozenset((Status.DONE, Status.DONE_EARLY, Status.DONE_IN_WINDOW, Status.DONE_AFTER))
_OPEN = frozenset((Status.UPCOMING, Status.DUE, Status.OVERDUE))


@dataclass(frozen=True, slots=True)
class Out:
    """How far out of its window something was: whole days, or minutes where the window is in hours. Negative: early."""

    days: int = 0
    minutes: int = 0

    @property
    def early(self) -> bool:
        """Before the window; else after."""
        return self.days < 0 or self.minutes < 0


def opening(dated: Dated) -> dt.date:
    """The first day on which it may be done: its window's, else the planned day."""
    return dated.first if dated.first is not None and dated.first < dated.date else dated.date


def closing(dated: Dated) -> dt.date:
    """The last day on which it may be done: its window's, else the planned day."""
    return dated.last if dated.last is not None and dated.last > dated.date else dated.date


def opens_at(dated: Dated) -> dt.datetime | None:
    """The instant from which it may be done, where that is told by the hour: a window in days opens by the day."""
    return dated.opens if dated.opens is not None or dated.first is not None else dated.at


def closes_at(dated: Dated) -> dt.datetime | None:
    """The last instant at which it may be done, where that is told by the hour."""
    return dated.closes if dated.closes is not None or dated.last is not None else dated.at


def prompted(dated: Dated, booked: dt.date | None, now: Moment, calendar: SiteCalendar) -> Status:
    """Whether something that is not recorded is upcoming, due or overdue. A booking later than the window waits."""
    first, last = opening(dated), closing(dated)
    if booked is not None:
        first, last = min(first, booked), max(last, booked)
    today = now.date
    if today < first:
        return Status.UPCOMING
    if today > last:
        return Status.OVERDUE
    if now.time is not None and (dated.at is not None or dated.opens is not None) and booked is None:
        at = instant(now, calendar)
        opens, closes = opens_at(dated), closes_at(dated)
        if at is not None and opens is not None and at < opens:
            return Status.UPCOMING
        if at is not None and closes is not None and at > closes:
            return Status.OVERDUE
    return Status.DUE


def judged(dated: Dated, actual: Moment, calendar: SiteCalendar) -> tuple[Status, Out | None]:
    """Early, in window or after, and how far out; `DONE` where there is no window that could be judged."""
    day = actual.date
    at = instant(actual, calendar) if dated.opens is not None or dated.closes is not None else None
    if dated.opens is not None and at is not None:
        if at < dated.opens:
            return Status.DONE_EARLY, Out(minutes=_minutes(at, dated.opens))
    elif dated.first is not None and day < dated.first:
        return Status.DONE_EARLY, Out(days=(day - dated.first).days)
    if dated.closes is not None and at is not None:
        if at > dated.closes:
            return Status.DONE_AFTER, Out(minutes=_minutes(at, dated.closes))
    elif dated.last is not None and day > dated.last:
        return Status.DONE_AFTER, Out(days=(day - dated.last).days)
    if dated.first is None or dated.last is None:
        return Status.DONE, None
    if at is None and (dated.opens is not None or dated.closes is not None):
        return Status.DONE, None  # its hour is not known
    return Status.DONE_IN_WINDOW, None


def _minutes(at: dt.datetime, edge: dt.datetime) -> int:
    """Whole minutes from an edge to an instant, never 0."""
    seconds = (at - edge).total_seconds()
    return -max(1, int(-seconds // 60)) if seconds < 0 else max(1, int(seconds // 60))
