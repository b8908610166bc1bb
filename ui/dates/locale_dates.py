"""How the reader's locale writes dates, and how dates that a person types are read."""

from __future__ import annotations

import datetime as dt
import re

from PySide6.QtCore import QDate, QLocale, QTime

from study.language import translate

_WEEKDAY = re.compile(r"[,،\s]*d{3,4}[,،\s]*")
_YEAR = re.compile(r"(\s*'[^']*'\s*|[\s,،./-]*)y+([年년]|\s*'[^']*')?\.?")
_EDGES = " ,،./-、"


class LocaleDates:
    """Dates as a locale writes them, with the weekday in words: `study.dating_words.DateForm` for people."""

    def __init__(self, locale: QLocale | None = None) -> None:
        self.locale = locale or QLocale()
        whole = self.locale.dateFormat(QLocale.FormatType.LongFormat)
        if "ddd" not in whole:
            whole = f"dddd, {whole}"
        self._whole = whole
        self._day = whole.replace("dddd", "ddd").replace("MMMM", "MMM")
        self._day_only = _without(_YEAR, self._day)
        self._plain = _without(_WEEKDAY, self._day)
        self._plain_only = _without(_YEAR, self._plain)

    def whole(self, day: dt.date) -> str:
        """ "Tuesday, 4 March 2025"."""
        return self._written(day, self._whole)

    def day(self, day: dt.date, *, year: bool = True) -> str:
        """ "Tue, 4 Mar 2025"."""
        return self._written(day, self._day if year else self._day_only)

    def plain(self, day: dt.date, *, year: bool = True) -> str:
        """ "4 Mar 2025"."""
        return self._written(day, self._plain if year else self._plain_only)

    def span(self, first: dt.date, last: dt.date, *, year: bool = True) -> str:
        """ "1 to 7 Mar 2025": the month and year are said once where the locale puts the day first."""
        if first == last:
            return self.plain(first, year=year)
        before_month = self._plain.split("M", 1)[0]
        if (first.year, first.month) == (last.year, last.month) and re.fullmatch(
            r"d{1,2}\.?\s*", before_month
        ):
            opening = self._written(first, before_month.strip())
        else:
            opening = self.plain(first, year=year and first.year != last.year)
        return translate("dates", "{first} to {last}").format(first=opening, last=self.plain(last, year=year))

    def weekday(self, day: dt.date) -> str:
        """ "Tuesday"."""
        return self.locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)

    def clock(self, at: dt.time) -> str:
        """ "16:30"."""
        return self.locale.toString(QTime(at.hour, at.minute), QLocale.FormatType.ShortFormat)

    def _written(self, day: dt.date, form: str) -> str:
        return self.locale.toString(QDate(day.year, day.month, day.day), form)


def locale_dates() -> LocaleDates:
    """How the program's locale writes dates; made once for each locale, for what paints many of them."""
    locale = QLocale()
    if locale not in _made:
        _made[:] = [locale]
        _forms[:] = [LocaleDates(locale)]
    return _forms[0]


_made: list[QLocale] = []
_forms: list[LocaleDates] = []


def _without(part: re.Pattern[str], form: str) -> str:
    return part.sub(" ", form).strip(_EDGES) or form


_KINDS = (QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"(\d{1,4})\s*([./-])\s*(\d{1,2})(?:\s*\2\s*(\d{1,4}))?\.?")
_SHIFT = re.compile(r"([+\-−])\s*(\d{1,3})")
_CLOCK = re.compile(r"(?:^|[\sT,]+)(\d{1,2})([:.h])(\d{2})(?::\d{2})?\s*([ap]\.?m\.?)?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)


def read_moment(
    text: str, locale: QLocale | None = None, near: dt.date | None = None
) -> tuple[dt.date, dt.time | None] | None:
    """A date as people type it, with a clock time behind it where there is one; None where it is none.

    Reads "7 Jan 2025", "January 7, 2025", "2025-01-07", "07.01.2025", "1/7/2025" by the locale's order, month names
    in the locale's language and in English, each with "16:30" behind it. Without a year it is the one that comes
    nearest to `near`; "+3" is three days after `near`, "-2" two days before.
    """
    text = " ".join(text.split())
    at: dt.time | None = None
    clock = _CLOCK.search(text)
    if clock is not None and clock.start() > 0 and clock[2] != ".":  # "7.1.25" is a date
        at = _time(clock)
        if at is None:
            return None
        text = text[: clock.start()].rstrip(" ,T")
    day = _read_date(text, locale or QLocale(), near)
    return None if day is None else (day, at)


def read_time(text: str) -> dt.time | None:
    """A clock time as people type it: "16:30", "16.30", "4:30 pm"; None where it is none."""
    clock = _CLOCK.fullmatch(" ".join(text.split()))
    return _time(clock) if clock is not None else None


def _time(clock: re.Match[str]) -> dt.time | None:
    hour, minute = int(clock[1]), int(clock[3])
    half = (clock[4] or "").lower()[:1]
    if half and not 1 <= hour <= 12:
        return None
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return dt.time(hour, minute) if hour < 24 and minute < 60 else None


def _read_date(text: str, locale: QLocale, near: dt.date | None) -> dt.date | None:
    shift = _SHIFT.fullmatch(text)
    if shift is not None and near is not None:
        days = int(shift[2]) * (1 if shift[1] == "+" else -1)
        return _date(near.toordinal() + days)
    iso = _ISO.fullmatch(text)
    if iso is not None:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    numbers = _NUMBERS.fullmatch(text)
    if numbers is not None:
        return _in_numbers(numbers, locale, near)
    return _in_words(text, locale, near)


def _in_numbers(numbers: re.Match[str], locale: QLocale, near: dt.date | None) -> dt.date | None:
    first, second = int(numbers[1]), int(numbers[3])
    last = int(numbers[4]) if numbers[4] else None
    form = locale.dateFormat(QLocale.FormatType.ShortFormat)
    month_first = numbers[2] != "." and 0 <= form.find("M") < form.find("d")
    if len(numbers[1]) == 4 and last is not None:  # the year leads
        return _day(first, second, last)
    day, month = (second, first) if month_first else (first, second)
    return _with_year(last, numbers[4] or "", month, day, near)


def _in_words(text: str, locale: QLocale, near: dt.date | None) -> dt.date | None:
    words = _WORD.findall(text)
    months = [number for word in words if (number := _month(word, locale))]
    if len(months) > 1:  # French writes Tuesday as it begins March
        others = (word for word in words if not _is_weekday(word, locale))
        months = [number for word in others if (number := _month(word, locale))]
    figures = re.findall(r"\d+", text)
    if len(months) != 1 or not 1 <= len(figures) <= 2:
        return None
    if len(figures) == 1:
        return _with_year(None, "", months[0], int(figures[0]), near)
    day, year = (figures[1], figures[0]) if len(figures[0]) == 4 else (figures[0], figures[1])
    return _with_year(int(year), year, months[0], int(day), near)


def _month(word: str, locale: QLocale) -> int:
    """The month that a word means, 0 for none: names in the locale's language or English, at least three letters."""
    said = word.casefold()
    if len(said) < 3 and locale.language() is not QLocale.Language.Chinese:
        return 0
    for each in (locale, QLocale(QLocale.Language.English)):
        for kind in _KINDS:
            for number in range(1, 13):
                names = (each.monthName(number, kind), each.standaloneMonthName(number, kind))
                if any(name and name.rstrip(".").casefold().startswith(said) for name in names):
                    return number
    return 9 if said == "sept" else 0


def _is_weekday(word: str, locale: QLocale) -> bool:
    names = (locale.dayName(day, kind) for day in range(1, 8) for kind in _KINDS)
    return any(name.rstrip(".").casefold() == word.casefold() for name in names)


def _with_year(year: int | None, written: str, month: int, day: int, near: dt.date | None) -> dt.date | None:
    if year is not None:
        return _day(2000 + year if len(written) == 2 else year, month, day)
    if near is None:
        return None
    found = [_day(near.year + step, month, day) for step in (-1, 0, 1)]
    return min((each for each in found if each is not None), key=lambda each: abs(each - near), default=None)


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day) if year >= 1000 else None
    except ValueError:
        return None


def _date(ordinal: int) -> dt.date | None:
    return dt.date.fromordinal(ordinal) if 1 <= ordinal <= dt.date.max.toordinal() else None
