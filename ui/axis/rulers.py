"""The marks of a section's ruler in the words of the reader: study days, hours, or dates as the locale writes them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale

from study.axis import Section, Unit
from study.axis_dates import date_at
from study.axis_notes import moment_text, point_text
from study.axis_ticks import DateStep, DateTick, Tick, date_ticks, ticks
from study.dating_words import DateForm
from study.language import translate
from ui.axis.frame import MARGIN, SectionFrame
from ui.dates.locale_dates import LocaleDates

_ROOM = 74.0  # pixels between two labelled marks, at the least
_ROOM_DATED = 92.0
_BEYOND = 60.0  # pixels to the sides for which marks are made: a label may reach into view


def marks_of(frame: SectionFrame) -> list[Tick]:
    """The marks of the part of a section that is in view."""
    made: list[Tick] = []
    first = frame.zoom.scroll - MARGIN - _BEYOND
    section, density = frame.section, frame.scale.density
    is_dated = section.zero is not None and section.unit is not Unit.CLOCK
    for start, end in frame.scale.stretches(first, first + frame.width + 2 * _BEYOND):
        if is_dated and section.zero is not None:
            weekday = QLocale().firstDayOfWeek().value - 1
            dates = date_ticks(section.zero, start, end, density, _ROOM_DATED, weekday)
            made += _dated(section, dates)
        else:
            made += ticks(section, start, end, density, _ROOM)
    return _with_clock(section, made) if section.unit is Unit.CLOCK else made


def _dated(section: Section, dates: Sequence[DateTick]) -> list[Tick]:
    locale, form = QLocale(), LocaleDates()
    made = []
    for each in dates:
        if not each.labelled:
            made.append(Tick(each.at))
            continue
        day = QDate(each.day.year, each.day.month, each.day.day)
        if each.step is DateStep.DAYS:
            text = form.day(each.day, year=False)
        elif each.step is DateStep.WEEKS:
            text = form.plain(each.day, year=False)
        elif each.step is DateStep.MONTHS:
            text = locale.toString(day, "MMM yyyy")
        else:
            text = locale.toString(day, "yyyy")
        made.append(Tick(each.at, text, point_text(section, round(each.at))))
    return made


def _with_clock(section: Section, marks: list[Tick]) -> list[Tick]:
    """The marks with the clock time below, where that of the anchor is known."""
    zero = section.dated.get(section.base) if section.dated is not None else None
    if section.dated is None or zero is None or zero.at is None:
        return marks
    form = LocaleDates()
    begin = zero.at.astimezone(dt.UTC)
    made = []
    for tick in marks:
        below = ""
        if tick.text:
            try:
                there = (begin + dt.timedelta(seconds=tick.at)).astimezone(section.dated.calendar.zone)
                below = form.clock(there.time())
            except OverflowError:  # outside the calendar
                below = ""
        made.append(Tick(tick.at, tick.text, below))
    return made


def pointer_text(frame: SectionFrame, x: float, form: DateForm | None = None) -> str:
    """The day, or time from the anchor, under the pointer, as exact as a pixel tells it; with its date."""
    section = frame.section
    at = frame.at_x(x)
    if section.unit is not Unit.CLOCK:
        text = point_text(section, round(at))
        day = date_at(section, at)
        if day is None:
            return text
        form = form or LocaleDates()
        words = translate("axis", "{date} · {day}").format(date=form.day(day), day=text)
        holiday = section.dated.calendar.holiday(day) if section.dated is not None else ""
        return translate("axis", "{day} · {holiday}").format(day=words, holiday=holiday) if holiday else words
    second = 1 / frame.scale.density
    step = next((step for step in (1, 5, 15, 60, 300, 900, 3600, 21_600, 86_400) if step >= second), 86_400)
    return moment_text(section, round(at / step) * step)
