"""When something happened or was recorded: a date, the clock time where known, and its distance from UTC where said."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from study.dating import Moment, SiteCalendar

_ISO = re.compile(
    r"(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?)(Z|[+-]\d{2}:?\d{2})?)?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class When:
    """A date, and the clock time where it was recorded; local to the site unless `offset` (minutes east of UTC) is set.

    What is said with its distance from UTC is an instant, and is turned into the site's time wherever it is judged: so
    a participant who travels, or a site whose clock changes, gives no wrong date.
    """

    date: dt.date
    time: dt.time | None = None
    offset: int | None = None

    def at_site(self, calendar: SiteCalendar) -> Moment:
        """The site-local date and time; the date as said where the instant lies outside the calendar."""
        if self.time is None or self.offset is None:
            return Moment(self.date, self.time)
        zone = dt.timezone(dt.timedelta(minutes=self.offset))
        try:
            local = dt.datetime.combine(self.date, self.time, zone).astimezone(calendar.zone)
        except (OverflowError, ValueError):
            return Moment(self.date, self.time)
        return Moment(local.date(), local.time())

    def __str__(self) -> str:
        """ISO 8601: "2025-03-04", "2025-03-04T16:30", "2025-03-04T16:30+01:00"."""
        if self.time is None:
            return self.date.isoformat()
        precise = self.time.second or self.time.microsecond
        text = f"{self.date.isoformat()}T{self.time.isoformat('auto' if precise else 'minutes')}"
        if self.offset is None:
            return text
        hours, minutes = divmod(abs(self.offset), 60)
        return f"{text}{'-' if self.offset < 0 else '+'}{hours:02}:{minutes:02}"


def read_when(text: str) -> When:
    """The moment that ISO 8601 text says. Raises ValueError for anything else, also for 29 February of other years."""
    match = _ISO.fullmatch(text.strip())
    if match is None:
        raise ValueError(f"“{text[:40]}” is no date (2025-03-04) and no date with a time (2025-03-04T16:30).")
    date, time, zone = match.groups()
    try:
        day = dt.date.fromisoformat(date)
        at = dt.time.fromisoformat(time) if time else None
    except ValueError as error:
        raise ValueError(f"“{text[:40]}” is no day or no time of the calendar.") from error
    if not zone:
        return When(day, at)
    if zone == "Z":
        return When(day, at, 0)
    minutes = int(zone[1:3]) * 60 + int(zone[-2:])
    if minutes >= 24 * 60:
        raise ValueError(f"“{text[:40]}” is too far from UTC.")
    return When(day, at, -minutes if zone[0] == "-" else minutes)
