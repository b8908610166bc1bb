"""Moments as people read them, in the language of the program."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime

from study.language import translate


def date_text(day: date) -> str:
    """A day as the locale writes it, with the month in letters, which nobody mistakes: "3 Nov 2026"."""
    locale = QLocale()
    if locale.language() is QLocale.Language.English:
        # Day before month, as clinical records are written in every English-speaking country.
        return locale.toString(QDate(day.year, day.month, day.day), "d MMM yyyy")
    return locale.toString(
        QDate(day.year, day.month, day.day), "d. MMM yyyy" if _has_dots(locale) else "d MMM yyyy"
    )


def clock_text(moment: datetime, *, seconds: bool = False) -> str:
    """The clock time of a moment here: "16:30". 24 hours, as in clinical records."""
    local = moment.astimezone()
    return QTime(local.hour, local.minute, local.second).toString("HH:mm:ss" if seconds else "HH:mm")


def ago(moment: datetime | None, now: datetime) -> str:
    """How long before `now` something happened, plainly: "never", "just now", "2 min ago", "3 Nov 2026".

    Both moments know their time zone. A moment in the future (a clock was set back) reads "just now".
    """
    if moment is None:
        return translate("moments", "never")
    seconds = (now - moment).total_seconds()
    if seconds < 60:
        return translate("moments", "just now")
    minutes = int(seconds // 60)
    hours, days = minutes // 60, minutes // (24 * 60)
    if minutes < 60:
        return translate("moments", "%n min ago", "minutes", minutes)
    if hours < 24:
        return translate("moments", "%n h ago", "hours", hours)
    if days < 7:
        return translate("moments", "%n day(s) ago", "", days)
    return date_text(moment.astimezone(now.tzinfo).date())


def _has_dots(locale: QLocale) -> bool:
    return "." in locale.dateFormat(QLocale.FormatType.ShortFormat)
