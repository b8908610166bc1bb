"""Dates as locales write them, and as people type them."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import QLocale

from study.dating_words import DateForm
from ui.dates.locale_dates import LocaleDates, read_moment, read_time

DAY = dt.date(2025, 1, 7)
GERMAN = QLocale("de_DE")
BRITISH = QLocale("en_GB")
AMERICAN = QLocale("en_US")


@pytest.mark.parametrize(
    ("locale", "whole", "day", "span"),
    [
        ("en_GB", "Tuesday 4 March 2025", "Tue 4 Mar 2025", "1 to 7 Mar 2025"),
        ("de_DE", "Dienstag, 4. März 2025", "Di., 4. März 2025", "1. to 7. März 2025"),
        ("en_US", "Tuesday, March 4, 2025", "Tue, Mar 4, 2025", "Mar 1 to Mar 7, 2025"),
    ],
)
def test_dates_are_written_as_the_locale_does_with_weekday_in_words(
    locale: str, whole: str, day: str, span: str
) -> None:
    form: DateForm = LocaleDates(QLocale(locale))
    at = dt.date(2025, 3, 4)
    assert form.whole(at).replace(",", "") == whole.replace(",", "")
    assert form.day(at).replace(",", "") == day.replace(",", "")
    assert form.span(dt.date(2025, 3, 1), dt.date(2025, 3, 7)) == span


def test_the_year_and_the_month_can_be_left_out() -> None:
    form = LocaleDates(BRITISH)
    assert form.plain(DAY) == "7 Jan 2025"
    assert form.plain(DAY, year=False) == "7 Jan"
    assert form.span(dt.date(2024, 12, 30), DAY) == "30 Dec 2024 to 7 Jan 2025"
    assert form.span(dt.date(2025, 3, 28), dt.date(2025, 4, 5), year=False) == "28 Mar to 5 Apr"
    assert form.clock(dt.time(16, 30)) == "16:30"


@pytest.mark.parametrize("name", ["es_ES", "ja_JP", "hu_HU", "ar_EG", "da_DK", "fr_FR", "zh_CN", "he_IL"])
def test_every_locale_says_day_and_month_without_a_year(name: str) -> None:
    locale = QLocale(name)
    form = LocaleDates(locale)
    without = form.plain(dt.date(2025, 3, 24), year=False)
    assert locale.toString(24) in without
    assert locale.toString(2025).replace(locale.groupSeparator(), "") not in without
    assert not set("yMd'") & set(without) or name in ("es_ES", "da_DK", "fr_FR", "hu_HU")


@pytest.mark.parametrize(
    ("text", "locale"),
    [
        ("7 Jan 2025", BRITISH),
        ("7 January 2025", GERMAN),
        ("7. Januar 2025", GERMAN),
        ("Tuesday, 7 January 2025", BRITISH),
        ("January 7, 2025", BRITISH),
        ("2025-01-07", AMERICAN),
        ("07.01.2025", GERMAN),
        ("7.1.25", AMERICAN),
        ("1/7/2025", AMERICAN),
        ("7/1/2025", BRITISH),
        ("2025/1/7", BRITISH),
    ],
)
def test_a_date_is_read_as_people_type_it(text: str, locale: QLocale) -> None:
    assert read_moment(text, locale) == (DAY, None)


def test_what_the_locale_writes_it_reads_again() -> None:
    for name in ("en_GB", "en_US", "de_DE", "fr_FR", "es_ES"):
        locale = QLocale(name)
        for month in range(1, 13):
            day = dt.date(2025, month, 23)
            assert read_moment(LocaleDates(locale).day(day), locale) == (day, None), name


def test_a_clock_time_may_stand_behind_the_date() -> None:
    assert read_moment("3 Mar 2025 16:30", BRITISH) == (dt.date(2025, 3, 3), dt.time(16, 30))
    assert read_moment("2025-03-03T16:30", BRITISH) == (dt.date(2025, 3, 3), dt.time(16, 30))
    assert read_moment("03.03.2025, 9:05", GERMAN) == (dt.date(2025, 3, 3), dt.time(9, 5))
    assert read_moment("3 Mar 2025 25:00", BRITISH) is None
    assert read_time("16.30") == read_time("4:30 pm") == dt.time(16, 30)
    assert read_time("12:15 am") == dt.time(0, 15)
    assert read_time("noon") is None


def test_near_a_planned_day_the_year_may_be_left_out_and_days_may_be_counted() -> None:
    planned = dt.date(2025, 3, 4)
    assert read_moment("7 Mar", BRITISH, planned) == (dt.date(2025, 3, 7), None)
    assert read_moment("30 Dec", BRITISH, DAY) == (dt.date(2024, 12, 30), None)
    assert read_moment("+3", BRITISH, planned) == (dt.date(2025, 3, 7), None)
    assert read_moment("-4", BRITISH, planned) == (dt.date(2025, 2, 28), None)
    assert read_moment("7 Mar", BRITISH) is None


@pytest.mark.parametrize(
    "text", ["", "soon", "31 Feb 2025", "32.1.2025", "7 Foo 2025", "2025", "7", "13/13/2025"]
)
def test_what_is_no_date_is_not_read_as_one(text: str) -> None:
    assert read_moment(text, BRITISH) is None
