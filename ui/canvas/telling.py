"""Dates and contact modes on cards: by the locale, short on the card and whole in its tooltip."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import QDate, QLocale

from study.dating import DatedTime
from study.language import translate
from study.model import Code

# CDISC controlled terminology, ContactMode: how people meet -> a Lucide icon.
_MODES = {"C175574": "user", "C171537": "phone"}


def contact_icon(modes: Sequence[Code]) -> str:
    """The icon of the first way of contact that has one; "" for none."""
    return next((_MODES[mode.code] for mode in modes if mode.code in _MODES), "")


def day_of_month(day: dt.date) -> str:
    """Weekday and date in short, as the locale writes them: "Tue 04/03/2025"."""
    locale, date = QLocale(), QDate(day.year, day.month, day.day)
    return translate("canvas", "{weekday} {date}", "a date on a card").format(
        weekday=locale.dayName(date.dayOfWeek(), QLocale.FormatType.ShortFormat),
        date=locale.toString(date, QLocale.FormatType.ShortFormat),
    )


def dates_text(dated: DatedTime) -> str:
    """The date and what its window means in dates; "" where it has no date."""
    if dated.day is None:
        return ""
    text = day_of_month(dated.day)
    if dated.first is not None and dated.last is not None and dated.first != dated.last:
        text = translate("canvas", "{date} ({first} to {last})").format(
            date=text, first=day_of_month(dated.first), last=day_of_month(dated.last)
        )
    return f"{text}, {dated.holiday}" if dated.holiday else text
