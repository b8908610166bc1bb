"""Writing durations: a distance as ISO 8601 in the units that people used, and labels that only repeat a value."""

from __future__ import annotations

import re
from typing import Final

from study.duration_input import NotUnderstoodError, read_duration
from study.durations import Offset, is_clock_duration, parse_duration
from study.json_types import JsonValue

_PARTS = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII
)


def written_duration(distance: Offset, like: str = "") -> str | None:
    """The magnitude of a distance as ISO 8601, in the units of the duration `like` where they fit; else None.

    None where its parts have different signs (a day later and an hour earlier): USDM's durations are magnitudes.
    Weeks are kept where they stay whole, and so are minutes ("PT240M"); zero is `PT0M` where `like` is clock time.
    """
    parts = (distance.months, distance.days, distance.seconds)
    if min(parts) < 0 < max(parts):
        return None
    months, days, seconds = (abs(part) for part in parts)
    if not months and not days and not seconds:
        return "PT0M" if is_clock_duration(like) else "P0D"
    dates = ""
    if months:
        years = months // 12 if "Y" in like else 0
        months -= 12 * years
        dates += f"{years}Y" if years else ""
        dates += f"{months}M" if months else ""
    if days:
        in_weeks = "W" in like and not dates and not seconds and days % 7 == 0
        dates += f"{days // 7}W" if in_weeks else f"{days}D"
    clock = ""
    if seconds:
        in_minutes = is_clock_duration(like) and "H" not in like and "M" in like.partition("T")[2]
        hours = 0 if in_minutes and seconds % 60 == 0 else seconds // 3600
        minutes, rest = divmod(seconds - 3600 * hours, 60)
        clock = "".join(f"{n}{unit}" for n, unit in ((hours, "H"), (minutes, "M"), (rest, "S")) if n)
    return f"P{dates}{'T' if clock else ''}{clock}"


# Labels


_NUMBER_UNIT = re.compile(r"([0-9]+)(\s*)([A-Za-z]+)", re.ASCII)
_WORDS: Final = {
    "Y": ("year", "y"),
    "M": ("month", "mo"),
    "W": ("week", "wk"),
    "D": ("day", "d"),
    "TH": ("hour", "h"),
    "TM": ("minute", "min"),
    "TS": ("second", "s"),
}
_SHORT: Final = frozenset(
    {"y", "yr", "yrs", "mo", "mos", "wk", "wks", "w", "d", "h", "hr", "hrs", "min", "mins", "s", "sec"}
)
_DAY_LABEL = re.compile(r"(\s*day\s*)([0-9]+)(\s*)", re.IGNORECASE | re.ASCII)


def value_label(label: str, old: str, new: str) -> str | None:
    """The valueLabel for the value `new` where `label` only repeats the value `old`, in its style; else None.

    "42 Days" of P42D repeats it, and so do "same day" of a zero and "Day 1" of an anchor on P1D.
    """
    if old == new:
        return None
    day = _DAY_LABEL.fullmatch(label)
    if day is not None and old == f"P{int(day[2])}D":
        days = parse_duration(new)
        if days is not None and days == Offset(days=days.days):
            return f"{day[1]}{days.days}{day[3]}"
        return None
    if not _repeats(label, old):
        return None
    return plain_label(new, label)


def plain_label(value: str, like: str = "") -> str:
    """A duration as a label in the style of another one: its capitals, its short forms, its space; "2 weeks"."""
    parts = _PARTS.fullmatch(value)
    if parts is None:
        return value
    style = _NUMBER_UNIT.search(like)
    gap, word = (style[2], style[3]) if style is not None else (" ", "")
    numbers = [
        (int(number), unit) for number, unit in zip(parts.groups(), _WORDS, strict=True) if number is not None
    ]
    kept = [pair for pair in numbers if pair[0]] or numbers[-1:]
    return " ".join(f"{number}{gap}{_unit_word(number, unit, word)}" for number, unit in kept)


def _unit_word(number: int, unit: str, like: str) -> str:
    long, short = _WORDS[unit]
    if like.casefold() in _SHORT:
        return like if _same_unit(like, unit) and like.casefold() == short else short
    word = long if number == 1 else f"{long}s"
    return word.capitalize() if like[:1].isupper() else word


def _same_unit(word: str, unit: str) -> bool:
    try:
        return read_duration(f"1 {word}") == (f"PT1{unit[1]}" if unit.startswith("T") else f"P1{unit}")
    except NotUnderstoodError:
        return False


def _repeats(label: str, value: str) -> bool:
    said = parse_duration(value)
    if said is None:
        return False
    if said == Offset() and label.strip().casefold() == "same day":
        return True
    try:
        return parse_duration(read_duration(label)) == said
    except NotUnderstoodError:
        return False


_WINDOW_LABEL = re.compile(
    r"\s*([-−]?)\s*([0-9]+)\s*(\.\.|to|/)(\s*)\+?([0-9]+)(\s*)([A-Za-z]+)\s*", re.ASCII
)
_EITHER_LABEL = re.compile(r"\s*(±|\+/-)(\s*)([0-9]+)(\s*)([A-Za-z]+)\s*", re.ASCII)


def window_label(
    label: str, old: tuple[str, str], new: tuple[str | None, str | None], like: str = ""
) -> str | None:
    """The windowLabel for a new window where `label` only repeats the old one, or says nothing; else None.

    `old` and `new` are the lower and upper magnitudes, "" or None where not stated. "-3..3 days" is how USDM files
    write it; "±3 days" is kept where both sides are the same. "" for a window that is not stated on both sides.
    `like`: another window's label of the file, whose style is taken where `label` says nothing.
    """
    if label.strip() and not _repeats_window(label, old):
        return None
    lower, upper = new
    if lower is None or upper is None:
        return ""
    return plain_window_label(lower, upper, label if label.strip() else like)


def plain_window_label(lower: str, upper: str, like: str = "") -> str:
    """A window as a label, "-3..3 days", in the style of another one."""
    first, last = _amount(lower), _amount(upper)
    unit = (last[1] if last[0] else first[1]) if first[0] or last[0] else first[1]
    if (first[0] and first[1] != unit) or (last[0] and last[1] != unit) or "" in (first[1], last[1]):
        return f"-{plain_label(lower)} / +{plain_label(upper)}"
    either = _EITHER_LABEL.fullmatch(like)
    found = _WINDOW_LABEL.fullmatch(like)
    number = max(first[0], last[0])
    if either is not None and first[0] == last[0]:
        return f"{either[1]}{either[2]}{number}{either[4]}{_unit_word(number, unit, either[5])}"
    gap, word = (found[6] or " ", found[7]) if found is not None else (" ", "")
    sign = "-" if first[0] else ""
    # The unit ends a span: it stands in the plural but for a span of nought to one.
    return f"{sign}{first[0]}..{last[0]}{gap}{_unit_word(max(number, 2), unit, word)}"


def _amount(text: str) -> tuple[int, str]:
    """A duration's number and unit where it has one alone ("P3D": 3, D); the unit is "" where not."""
    parts = _PARTS.fullmatch(text)
    if parts is None:
        return 0, ""
    pairs = [(int(n), unit) for n, unit in zip(parts.groups(), _WORDS, strict=True) if n is not None]
    kept = [pair for pair in pairs if pair[0]] or pairs[-1:]
    return kept[0] if len(kept) == 1 else (0, "")


def _repeats_window(label: str, old: tuple[str, str]) -> bool:
    lower, upper = (parse_duration(side) if side else None for side in old)
    if lower is None or upper is None:
        return False
    either, span = _EITHER_LABEL.fullmatch(label), _WINDOW_LABEL.fullmatch(label)
    if either is not None:
        first = last = either[3]
        word = either[5]
    elif span is not None:
        first, last, word = span[2], span[5], span[7]
    else:
        return label == f"-{plain_label(old[0])} / +{plain_label(old[1])}"
    try:
        said = (parse_duration(read_duration(f"{number} {word}")) for number in (first, last))
        return tuple(said) == (lower, upper)
    except NotUnderstoodError:
        return False


def said_or_none(value: JsonValue) -> str | None:
    """A window's side as a file has it: its duration, or None where it is not stated."""
    return value if type(value) is str and value else None
