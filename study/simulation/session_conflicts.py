"""What does not go together in the calendar of a simulated participant: days off, windows, two visits on one day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from dataclasses import dataclass
from enum import Enum, auto

from study.dating import SiteCalendar
from study.dating_words import ISO_DATES, DateForm
from study.interpreter.course import Occurrence
from study.interpreter.facts import Place
from study.language import translate
from study.simulation.session import Session
from study.simulation.session_moves import visit_name, wanted_day


class ConflictKind(Enum):
    """In what way visits and days do not go together."""

    MOVED = auto()
    """Planned on a day off, and moved to a working day in its window: told, no trouble."""
    DAY_OFF = auto()
    """On a day off, and no working day in its window."""
    OUTSIDE = auto()
    """Booked outside its window."""
    SAME_DAY = auto()
    ORDER = auto()
    """Before a visit that the path leads to first."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict of an open visit. `day` is when it will take place, `planned` where it would stand otherwise."""

    kind: ConflictKind
    place: Place
    title: str
    day: dt.date
    planned: dt.date | None = None
    other: str = ""
    first: dt.date | None = None
    last: dt.date | None = None
    has_window: bool = True

    @property
    def is_trouble(self) -> bool:
        """Whether somebody has to look at it."""
        return self.kind is not ConflictKind.MOVED


def conflicts(session: Session) -> tuple[Conflict, ...]:
    """The conflicts of the visits that the path leads to and that are still to be done, in the order of the path."""
    if not session.at:
        return ()
    found: list[Conflict] = []
    on: dict[dt.date, list[Occurrence]] = defaultdict(list)
    latest: dict[str, tuple[dt.date, Occurrence]] = {}
    days = session.days(session.course())
    for each in session.visits():
        if not each.on_path:
            continue
        day = each.actual.date if each.actual is not None else days.get(each.place)
        if day is None or not (each.status.is_open or each.actual is not None):
            continue
        on[day].append(each)
        if each.status.is_open:
            found += _of_visit(session, each, day)
            before = latest.get(each.run)
            if before is not None and day < before[0] and before[1].status.is_open:
                name = visit_name(before[1])
                found.append(Conflict(ConflictKind.ORDER, each.place, visit_name(each), day, other=name))
        if each.run not in latest or latest[each.run][0] <= day:
            latest[each.run] = (day, each)
    for day, together in on.items():
        found += _same_day(day, together)
    return tuple(found)


def _of_visit(session: Session, each: Occurrence, day: dt.date) -> list[Conflict]:
    planned, dated = wanted_day(each), each.dated
    first, last = (dated.first, dated.last) if dated is not None else (None, None)
    title, made = visit_name(each), []
    has_window = first is not None or last is not None
    if planned is not None and day != planned:
        made.append(Conflict(ConflictKind.MOVED, each.place, title, day, planned))
    elif not session.calendar.is_working_day(day):
        made.append(Conflict(ConflictKind.DAY_OFF, each.place, title, day, has_window=has_window))
    outside = (first is not None and day < first) or (last is not None and day > last)
    if outside and each.booked is not None:
        made.append(Conflict(ConflictKind.OUTSIDE, each.place, title, day, first=first, last=last))
    return made


def _same_day(day: dt.date, together: list[Occurrence]) -> list[Conflict]:
    """Visits that the schedule puts on different days, or that belong to different timelines."""
    made = []
    for place, each in enumerate(together):
        if not each.status.is_open:
            continue
        for other in together:
            if other is each or (other.status.is_open and together.index(other) > place):
                continue
            if each.run != other.run or _differs(each, other):
                made.append(
                    Conflict(
                        ConflictKind.SAME_DAY, each.place, visit_name(each), day, other=visit_name(other)
                    )
                )
                break
    return made


def _differs(one: Occurrence, other: Occurrence) -> bool:
    if one.instance.encounter and one.instance.encounter == other.instance.encounter:
        return False
    a, b = one.instance.time.offset, other.instance.time.offset
    return a is not None and b is not None and (a.months, a.days) != (b.months, b.days)


def conflict_text(conflict: Conflict, calendar: SiteCalendar, form: DateForm = ISO_DATES) -> str:
    """A conflict in a sentence that names the visit and the day."""
    day = form.day(conflict.day, year=False)
    match conflict.kind:
        case ConflictKind.MOVED:
            assert conflict.planned is not None
            return translate(
                "simulation", "{visit} moves from {planned} ({why}) to {day}, a working day"
            ).format(
                visit=conflict.title,
                planned=form.day(conflict.planned, year=False),
                why=day_off_words(conflict.planned, calendar),
                day=day,
            )
        case ConflictKind.DAY_OFF:
            text = (
                translate("simulation", "{visit} is on {day} ({why}): its window has no working day")
                if conflict.has_window
                else translate("simulation", "{visit} is on {day} ({why}): no window is stated")
            )
            return text.format(visit=conflict.title, day=day, why=day_off_words(conflict.day, calendar))
        case ConflictKind.OUTSIDE:
            return translate(
                "simulation", "{visit} is booked for {day}, outside its window, {window}"
            ).format(visit=conflict.title, day=day, window=window_words(conflict.first, conflict.last, form))
        case ConflictKind.SAME_DAY:
            return translate("simulation", "{visit} and {other} are on the same day, {day}").format(
                visit=conflict.title, other=conflict.other, day=day
            )
        case ConflictKind.ORDER:
            return translate("simulation", "{visit} would be on {day}, before {other}").format(
                visit=conflict.title, other=conflict.other, day=day
            )


def day_off_words(day: dt.date, calendar: SiteCalendar) -> str:
    """Why a day is no working day: the holiday's name, or that it is on the weekend."""
    return calendar.holiday(day) or translate("simulation", "weekend")


def window_words(first: dt.date | None, last: dt.date | None, form: DateForm = ISO_DATES) -> str:
    """A window in dates; "not stated" where it has no side."""
    if first is not None and last is not None:
        return form.span(first, last, year=False)
    if last is not None:
        return translate("simulation", "until {date}").format(date=form.plain(last, year=False))
    if first is not None:
        return translate("simulation", "from {date}").format(date=form.plain(first, year=False))
    return translate("simulation", "not stated")
