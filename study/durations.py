"""Durations: ISO 8601 text to a distance in time that keeps calendar months, whole days and clock seconds apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

# Nine digits keep every sum over a whole timeline far inside 64 bits; no study is planned a million years ahead.
_NUMBER = r"([0-9]{1,9}(?:[.,][0-9]{1,9})?)"
_DURATION = re.compile(
    rf"P(?:{_NUMBER}Y)?(?:{_NUMBER}M)?(?:{_NUMBER}W)?(?:{_NUMBER}D)?"
    rf"(T(?:{_NUMBER}H)?(?:{_NUMBER}M)?(?:{_NUMBER}S)?)?"
)
_DAY_SECONDS = 86_400
# The mean Gregorian month (400 years are 146,097 days). Good for ordering, never for a date.
_MONTH_SECONDS = 146_097 * _DAY_SECONDS // 4_800


@dataclass(frozen=True, slots=True, order=True)
class Offset:
    """A distance in time as USDM writes it: calendar months, whole days and clock seconds, kept apart."""

    months: int = 0
    days: int = 0
    seconds: int = 0


@lru_cache(
    maxsize=32_768
)  # a study says the same few hundred durations again and again, the longest ten thousand
def parse_duration(text: str) -> Offset | None:
    """The distance that an ISO 8601 duration such as P42D, PT15M, P1DT2H, P2W, P1M or P0.5D says.

    Years are 12 months and weeks 7 days; the T part is clock time, so P1D (a date) and PT24H (an instant) differ.
    A fraction is read where it is exact: years that make whole months, weeks and days that make whole seconds.
    None for anything else: a sign (USDM's durations are magnitudes, DDF00060), an empty P or T, a fraction before
    the last component, more than nine digits.
    """
    match = _DURATION.fullmatch(text)
    if match is None or match[5] == "T":
        return None
    years, months, weeks, days, _, hours, minutes, seconds = match.groups()
    written = [n for n in (years, months, weeks, days, hours, minutes, seconds) if n is not None]
    if not written or any("." in n or "," in n for n in written[:-1]):
        return None
    calendar = _number(years) * 12 + _number(months)
    dates = _number(weeks) * 7 + _number(days)
    part_of_day = dates - int(dates)
    clock = _number(hours) * 3600 + _number(minutes) * 60 + _number(seconds) + part_of_day * _DAY_SECONDS
    if calendar.denominator != 1 or clock.denominator != 1:
        return None
    return Offset(int(calendar), int(dates), int(clock))


def _number(text: str | None) -> Fraction | int:
    if not text:
        return 0
    return int(text) if text.isdigit() else Fraction(text.replace(",", "."))


def is_clock_duration(text: str) -> bool:
    """Whether a duration is written in hours, minutes or seconds (an instant) rather than as dates."""
    return "T" in text


def add(first: Offset, second: Offset) -> Offset:
    """The two distances one after the other, each part by itself."""
    return Offset(first.months + second.months, first.days + second.days, first.seconds + second.seconds)


def negate(offset: Offset) -> Offset:
    """The same distance the other way."""
    return Offset(-offset.months, -offset.days, -offset.seconds)


def offset_seconds(offset: Offset) -> int | None:
    """The distance in seconds, a day being 86,400; None where it holds calendar months, which have no length."""
    return None if offset.months else offset.days * _DAY_SECONDS + offset.seconds


def nominal_seconds(offset: Offset) -> int:
    """A length in seconds by which distances are ordered, a month counting as a mean month. Never for a date."""
    return offset.months * _MONTH_SECONDS + offset.days * _DAY_SECONDS + offset.seconds
