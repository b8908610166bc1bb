"""A participant's calendar as iCalendar (RFC 5545): an entry a visit, its window and its activities in the description.

An entry keeps its UID from one file to the next, so that importing a newer one moves entries instead of doubling them.
"""

from __future__ import annotations

import datetime as dt
import hashlib

from study.dating_words import ISO_DATES, DateForm
from study.export.calendar_sheet import (
    CalendarSheet,
    day_words,
    doubts,
    free_day_words,
    moment_words,
    visit_words,
    window_words,
)
from study.export.printable import printable
from study.language import translate
from study.visit_calendar import CalendarRow

_ONE_DAY = dt.timedelta(days=1)


def calendar_ics(sheet: CalendarSheet, form: DateForm = ISO_DATES) -> bytes:
    """The sheet as an .ics file. Visits are all-day entries, ranges of days last as long; what has an hour is at it.

    What has no date has no entry. What is not certain is tentative.
    """
    import icalendar

    made = icalendar.Calendar()
    made.add("prodid", f"-//Maestro//{sheet.imprint.program}//EN")
    made.add("version", "2.0")
    made.add("method", "PUBLISH")
    made.add("x-wr-calname", printable(sheet.heading))
    stamp = sheet.imprint.printed.astimezone(dt.UTC)
    for row in sheet.rows:
        if row.planned is None:
            continue
        event = icalendar.Event()
        event.add("uid", uid(sheet, row))
        event.add("dtstamp", stamp)
        _times(event, row)
        title = visit_words(row)
        if sheet.participant:
            title = f"{printable(sheet.participant)}: {title}"
        event.add("summary", title)
        event.add("description", _description(sheet, row, form))
        if row.epoch:
            event.add("categories", [printable(row.epoch)])
        tentative = row.provisional or bool(row.depends_on)
        event.add("status", "TENTATIVE" if tentative else "CONFIRMED")
        event.add("transp", "TRANSPARENT")  # a planned day keeps nobody from having another appointment
        made.add_component(event)
    return bytes(made.to_ical())


def uid(sheet: CalendarSheet, row: CalendarRow) -> str:
    """The UID of a row's entry: made of the study, the participant (else where the dates come from), and the visit."""
    whose = sheet.participant or sheet.origin
    parts = "\0".join((sheet.study, whose, row.run, row.instance, str(row.pass_)))
    return hashlib.sha256(parts.encode("utf-8", "backslashreplace")).hexdigest()[:32] + "@maestro"


def _times(event: object, row: CalendarRow) -> None:
    add = event.add  # type: ignore[attr-defined]
    planned = row.planned
    if isinstance(planned, dt.datetime):
        add("dtstart", planned.astimezone(dt.UTC))  # how long it takes is not said: it has no end of its own
        return
    assert planned is not None
    last = planned
    if row.is_range and row.closes is not None:
        last = row.closes.date() if isinstance(row.closes, dt.datetime) else row.closes
    add("dtstart", planned)
    if last < dt.date.max:
        add("dtend", max(planned, last) + _ONE_DAY)


def _description(sheet: CalendarSheet, row: CalendarRow, form: DateForm) -> str:
    lines = [day_words(row)]
    window = window_words(row, form)
    if row.is_range and window:
        lines.append(translate("calendar", "Any day: {window}").format(window=window))
    else:
        if row.planned is not None:
            lines.append(
                translate("calendar", "Planned: {date}").format(date=moment_words(row.planned, form))
            )
        if window:
            lines.append(translate("calendar", "Allowed: {window}").format(window=window))
        elif not row.is_anchor and not row.window_unjudged:
            lines.append(translate("calendar", "Window: not stated"))
    if row.free_day:
        lines.append(translate("calendar", "The planned day is: {day}").format(day=free_day_words(row)))
    lines += doubts(row, form)
    if row.to_do:
        lines += ["", translate("calendar", "Activities:"), *(f"- {each}" for each in row.to_do)]
    lines += ["", sheet.identity.short, sheet.imprint.short]
    return printable("\n".join(lines)).strip()
