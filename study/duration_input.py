"""What a person types for a duration ("4 weeks", "P4W", "28 d", "1 h 30 min") to ISO 8601, or a sentence why not."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from study.durations import parse_duration
from study.language import translate

LONGEST: Final = 80
"""How many characters of a duration are read; nobody types more."""


class NotUnderstoodError(ValueError):
    """What was typed cannot be read: `reason` says why, as a sentence for a person, with what to type instead."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


# Words and short forms, English and German, without their dot; "m" is none of them: minutes or months?
_UNITS: Final = {
    "Y": ("y", "yr", "yrs", "year", "years", "jahr", "jahre", "jahren", "j"),
    "M": ("mo", "mos", "mon", "month", "months", "monat", "monate", "monaten"),
    "W": ("w", "wk", "wks", "week", "weeks", "woche", "wochen", "wo"),
    "D": ("d", "day", "days", "tag", "tage", "tagen", "t"),
    "TH": ("h", "hr", "hrs", "hour", "hours", "stunde", "stunden", "std"),
    "TM": ("min", "mins", "minute", "minutes", "minuten"),
    "TS": ("s", "sec", "secs", "second", "seconds", "sekunde", "sekunden", "sek"),
}
_UNIT_OF: Final = {word: unit for unit, words in _UNITS.items() for word in words}
_ONE: Final = frozenset({"a", "an", "one", "ein", "eine", "einen", "einem", "einer"})
_PART = re.compile(r"\s*([0-9]+(?:[.,][0-9]+)?|[^\W\d_]+(?=\s))\s*([^\W\d_]+)\.?\s*(?:,|and\b|und\b)?")


def read_duration(text: str) -> str:
    """The ISO 8601 duration that a person means. Raises NotUnderstoodError.

    Weeks beside other units are written as days, so that the text is ISO 8601 in all its editions.
    """
    typed = unicodedata.normalize("NFKC", text).strip()
    if not typed:
        raise NotUnderstoodError(translate("durations", "Type a duration, such as “4 weeks” or “28 d”."))
    if len(typed) > LONGEST:
        raise NotUnderstoodError(
            translate("durations", "This is too long for a duration. Type one such as “4 weeks” or “28 d”.")
        )
    if typed[0] in "-+−±–":
        raise NotUnderstoodError(
            translate("durations", "A duration has no sign: whether it is before or after is said beside it.")
        )
    iso = typed.upper()
    if parse_duration(iso) is not None:
        return iso
    parts = _parts(typed.casefold())
    written = _iso(parts)
    if parse_duration(written) is None:
        raise NotUnderstoodError(
            translate(
                "durations",
                "“{text}” makes no whole number of months or seconds. Type it in a smaller unit.",
            ).format(text=typed)
        )
    return written


def _parts(typed: str) -> dict[str, str]:
    """The numbers by unit, as typed; each unit once."""
    parts: dict[str, str] = {}
    position = 0
    if typed.replace(".", "", 1).replace(",", "", 1).isdigit():
        raise NotUnderstoodError(
            translate("durations", "{number} of what? Type its unit, such as “{number} days”.").format(
                number=typed
            )
        )
    while position < len(typed):
        found = _PART.match(typed, position)
        if found is None:
            raise _unreadable(typed)
        number, word = found[1], found[2]
        if number in _ONE:
            number = "1"
        elif not number[0].isdigit():
            raise _unreadable(typed)
        if word == "m":
            raise NotUnderstoodError(
                translate("durations", "“m” may be minutes or months. Type “min” or “mo”.")
            )
        unit = _UNIT_OF.get(word)
        if unit is None:
            raise NotUnderstoodError(
                translate("durations", "“{word}” is no unit. Use min, h, d, weeks, months or years.").format(
                    word=word
                )
            )
        if unit in parts:
            raise NotUnderstoodError(
                translate("durations", "“{text}” says the same unit twice.").format(text=typed)
            )
        parts[unit] = number.replace(",", ".")
        position = found.end()
    return parts


def _iso(parts: dict[str, str]) -> str:
    if "W" in parts and len(parts) > 1 and "." not in parts["W"]:
        days = parts.get("D", "0")
        whole, dot, fraction = days.partition(".")
        parts = {**parts, "D": f"{int(whole) + 7 * int(parts['W'])}{dot}{fraction}"}
        del parts["W"]
    dates = "".join(f"{_plain(parts[unit])}{unit}" for unit in "YMWD" if unit in parts)
    clock = "".join(f"{_plain(parts[unit])}{unit[1]}" for unit in ("TH", "TM", "TS") if unit in parts)
    return f"P{dates}{'T' if clock else ''}{clock}"


def _plain(number: str) -> str:
    """A number without zeros that say nothing: "04" is 4, "2.50" is 2.5."""
    whole, _, fraction = number.partition(".")
    whole, fraction = whole.lstrip("0") or "0", fraction.rstrip("0")
    return f"{whole}.{fraction}" if fraction else whole


def _unreadable(typed: str) -> NotUnderstoodError:
    return NotUnderstoodError(
        translate(
            "durations", "“{text}” is no duration. Type one such as “4 weeks”, “28 d”, “90 min” or “P4W”."
        ).format(text=typed)
    )
