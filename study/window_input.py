"""What a person types for a window ("-3 d / +3 d", "±3 days", "54 to 60") to its two sides, or a sentence why not."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from study.duration_input import LONGEST, NotUnderstoodError, read_duration
from study.durations import is_clock_duration
from study.language import translate
from study.wording import not_stated

Window = tuple[str | None, str | None]
"""Earlier and later, as ISO 8601 magnitudes; None for a side that is not stated, which is not zero."""

_NOT_STATED: Final = frozenset(
    {
        "",
        "none",
        "no",
        "not stated",
        "unknown",
        "n/a",
        "-",
        "keine",
        "keins",
        "kein",
        "nicht angegeben",
        "window not stated",
    }
)
_EXACT: Final = {
    "exact": "P0D",
    "exactly": "P0D",
    "genau": "P0D",
    "on that day only": "P0D",
    "that day only": "P0D",
    "at that time only": "PT0M",
    "0": "P0D",
}

_NUMBER = r"([+-]?\s*[0-9]+)"
_DAYS = re.compile(rf"(?:day|tag)?\s*{_NUMBER}\s*(?:to|bis|\.\.|/|-)\s*(?:day|tag)?\s*{_NUMBER}")
_ONE_DAY = re.compile(rf"(?:(from|ab|until|bis)\s+)?(?:day|tag)?\s*{_NUMBER}(?:\s+(only|nur))?")
_EITHER = re.compile(r"(?:\+\s*/?\s*-|±)\s*(.+)|(.+?)\s+(?:either way|in either direction|hin oder her)")
_SIDES = re.compile(r"(.+?)\s*/\s*(.+)")
_SPAN = re.compile(r"([+-]?\s*[0-9.,]+)\s*(?:\.\.|to|bis)\s*([+-]?\s*[0-9.,]+)\s*([^\W\d_]+\.?)")
_EARLIER_OR_LATER = re.compile(r"(?:up to )?(.+?) earlier(?: or|,| and) (?:up to )?(.+?) later")
_LATER = re.compile(r"(?:up to )?(.+?) later,? not earlier")
_EARLIER = re.compile(r"(?:up to )?(.+?) earlier,? not later")
_AT_MOST_LATER = re.compile(r"at most (.+?) later, earliest not stated")
_AT_MOST_EARLIER = re.compile(r"at most (.+?) earlier, latest not stated")


def read_window(text: str, planned_day: int | None = None) -> Window:
    """The window that a person means: lower and upper. Raises NotUnderstoodError.

    Days without a unit ("54 to 60", "from 54", "57 only") are study days, read where `planned_day` says the planned
    one; there is no Day 0. All that `study.wording` writes of a window is read, in English.
    """
    typed = " ".join(unicodedata.normalize("NFKC", text).replace("−", "-").replace("–", "-").split())
    if len(typed) > LONGEST:
        raise _unreadable(typed[:LONGEST] + "…")
    said = typed.casefold()
    if said in _NOT_STATED or said == not_stated().casefold():
        return None, None
    if said in _EXACT:
        return _EXACT[said], _EXACT[said]
    for words, window in ((_LATER, (0, 1)), (_EARLIER, (1, 0)), (_EARLIER_OR_LATER, (1, 2))):
        found = words.fullmatch(said)
        if found is not None:
            stated = [read_duration(found[group]) if group else "" for group in window]
            zero = _zero(*stated)
            return stated[0] or zero, stated[1] or zero
    if found := _AT_MOST_LATER.fullmatch(said):
        return None, read_duration(found[1])
    if found := _AT_MOST_EARLIER.fullmatch(said):
        return read_duration(found[1]), None
    days = _days(said)
    if days is not None:
        return _around(planned_day, *days)
    if found := _EITHER.fullmatch(said):
        leeway = read_duration(found[1] or found[2])
        return leeway, leeway
    if found := _SPAN.fullmatch(said):
        return _sides(f"{found[1]} {found[3]}", f"{found[2]} {found[3]}", typed)
    if found := _SIDES.fullmatch(said):
        return _sides(found[1], found[2], typed)
    raise _unreadable(typed)


def _days(said: str) -> tuple[int | None, int | None] | None:
    """The first and last study day where only days are said, None for a side that is open; else None."""
    if found := _DAYS.fullmatch(said):
        if "/" in said and any(sign in said for sign in "+-"):
            return None
        return _number(found[1]), _number(found[2])
    found = _ONE_DAY.fullmatch(said)
    if found is None or (not found[1] and not found[3] and "day" not in said and "tag" not in said):
        return None
    day = _number(found[2])
    return (day if found[1] not in ("until", "bis") else None), (
        day if found[1] not in ("from", "ab") else None
    )


def _number(text: str) -> int:
    return int(text.replace(" ", ""))


def _around(planned: int | None, first: int | None, last: int | None) -> Window:
    if planned is None:
        raise NotUnderstoodError(
            translate(
                "durations", "This visit has no study day. Type its window around it, such as “−3 d / +3 d”."
            )
        )
    if 0 in (first, last):
        raise NotUnderstoodError(translate("durations", "There is no Day 0: the day before Day 1 is Day −1."))
    earlier = None if first is None else _index(planned) - _index(first)
    later = None if last is None else _index(last) - _index(planned)
    if any(side is not None and side < 0 for side in (earlier, later)):
        raise NotUnderstoodError(
            translate("durations", "The planned day, Day {day}, must lie within its window.").format(
                day=str(planned).replace("-", "−")
            )
        )
    return (None if earlier is None else f"P{earlier}D"), (None if later is None else f"P{later}D")


def _index(day: int) -> int:
    return day - 1 if day > 0 else day


def _sides(first: str, last: str, typed: str) -> Window:
    """The window of "−3 d" and "+7 d", whichever sign is left out."""
    lower, upper = _side(first, "-", typed), _side(last, "+", typed)
    zero = _zero(lower or "", upper or "")
    return (zero if lower == "0" else lower), (zero if upper == "0" else upper)


def _side(text: str, sign: str, typed: str) -> str | None:
    side = text.strip()
    if side in _NOT_STATED - {"-"} or side == not_stated().casefold():
        return None
    wrong = "+" if sign == "-" else "-"
    magnitude = side.removeprefix(sign).strip()
    if magnitude.startswith(wrong):
        if re.match(r"[+-]\s*0\b", magnitude):
            magnitude = magnitude[1:].strip()
        else:
            raise NotUnderstoodError(
                translate(
                    "durations",
                    "The planned time must lie within its window: “{text}” puts it outside. Type “−3 d / +3 d”.",
                ).format(text=typed)
            )
    return "0" if magnitude == "0" else read_duration(magnitude)


def _zero(*others: str) -> str:
    """Nought in the units of the other side: hours and minutes, or days."""
    return "PT0M" if any(is_clock_duration(other) for other in others) else "P0D"


def _unreadable(typed: str) -> NotUnderstoodError:
    return NotUnderstoodError(
        translate(
            "durations",
            "“{text}” is no window. Type one such as “−3 d / +3 d”, “±3 days”, “54 to 60” or “not stated”.",
        ).format(text=typed)
    )
