"""A participant's dated schedule, ready to be written as a calendar or a workbook: rows, and what they are of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from study.dating_words import ISO_DATES, DateForm
from study.export.identity import Identity, Imprint
from study.export.printable import one_line
from study.language import translate
from study.visit_calendar import CalendarRow, When
from study.wording import MINUS


@dataclass(frozen=True, slots=True)
class CalendarSheet:
    """Rows with the study and content that they are of. `study` is by what its entries are told from other studies'.

    `participant` is what the caller calls them, "" where not said; `origin` tells the entries of one participant from
    another's where it is not. `basis` are sentences on what the dates count from.
    """

    rows: tuple[CalendarRow, ...]
    timeline: str
    identity: Identity
    imprint: Imprint
    study: str
    participant: str = ""
    origin: str = ""
    basis: tuple[str, ...] = ()

    @property
    def heading(self) -> str:
        """What it is called: the study, and the participant where said."""
        name = one_line(self.identity.name)
        if self.participant:
            return translate("calendar", "{participant} · {study}").format(
                participant=one_line(self.participant), study=name
            )
        return name


def visit_words(row: CalendarRow) -> str:
    """ "Week 8", "Cycle n Day 1 (pass 2)"."""
    title = one_line(row.visit)
    if row.pass_ > 1:
        return translate("calendar", "{visit} (pass {number})").format(visit=title, number=row.pass_)
    return title


def day_words(row: CalendarRow) -> str:
    """ "Study Day 57"; "" where days are not counted."""
    if row.study_day is None:
        return ""
    return translate("calendar", "Study Day {number}").format(number=signed(row.study_day))


def window_words(row: CalendarRow, form: DateForm = ISO_DATES) -> str:
    """ "2025-03-01 to 2025-03-07", "from …", "until …"; "" where no side is stated."""
    opens, closes = row.opens, row.closes
    if opens is not None and closes is not None:
        return translate("calendar", "{first} to {last}").format(
            first=moment_words(opens, form), last=moment_words(closes, form)
        )
    if opens is not None:
        return translate("calendar", "from {first}").format(first=moment_words(opens, form))
    if closes is not None:
        return translate("calendar", "until {last}").format(last=moment_words(closes, form))
    return ""


def moment_words(when: When, form: DateForm = ISO_DATES) -> str:
    """A date, or a date with its hour."""
    if isinstance(when, dt.datetime):
        return translate("calendar", "{date} at {time}").format(
            date=form.plain(when.date()), time=form.clock(when.time())
        )
    return form.plain(when)


def doubts(row: CalendarRow, form: DateForm = ISO_DATES) -> tuple[str, ...]:
    """What is not certain about a date, in sentences."""
    said = []
    if row.depends_on:
        said.append(
            translate("calendar", "Depends on the decision “{decision}”.").format(
                decision=one_line(row.depends_on)
            )
        )
    if row.window_unjudged:
        said.append(
            translate("calendar", "Its window is in hours, around a date: it cannot be told in dates.")
        )
    if row.provisional:
        said.append(translate("calendar", "Provisional: what it counts from has not happened."))
    if row.earliest is not None and row.latest is not None:
        said.append(
            translate(
                "calendar", "From {first} to {last}, until the visit that it is timed from has taken place."
            ).format(first=form.plain(row.earliest), last=form.plain(row.latest))
        )
    return tuple(said)


def free_day_words(row: CalendarRow) -> str:
    """ "weekend", or the holiday's name; "" on a working day."""
    return translate("calendar", "weekend") if row.free_day == "weekend" else one_line(row.free_day)


def signed(number: int) -> str:
    """A study day with the field's minus sign."""
    return f"{MINUS}{-number}" if number < 0 else str(number)
