"""The one notation for time and text that people read: study days, windows, distances, reasons, footnotes.

Minus is U+2212 in all of these, never a hyphen; files for machines write numbers of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser

from study.durations import Offset, is_clock_duration, negate, parse_duration
from study.timeline import PlannedTime, PlannedTimes, Status, timing_sides, timing_sign

MINUS = "−"
NOT_STATED = "not stated"
ANCHOR = "anchor"

_ZERO = Offset()


def day_text(planned: PlannedTime) -> str:
    """When it is: "Day 57", "Day −42 to −9" for a range, "+2 h" where there is no study day, "" where unknown."""
    if planned.offset is None:
        return ""
    if planned.study_day is not None:
        if planned.is_range and planned.window_close_day is not None:
            return f"Day {_signed(planned.study_day)} to {_signed(planned.window_close_day)}"
        return f"Day {_signed(planned.study_day)}"
    text = _from_zero(planned.offset, planned.whole_days)
    if planned.is_range and planned.window_close is not None:
        return f"{text} to {_from_zero(planned.window_close, planned.whole_days)}"
    return text


def window_text(planned: PlannedTime) -> str:
    """The window beside `day_text`: "54 to 60" in study days, "−3 d / +3 d" elsewhere, "not stated".

    "anchor" for an anchor without one, and "" where the time is unknown or the day's text is the range itself.
    """
    if planned.offset is None or planned.is_range:
        return ""
    if planned.window_open is None and planned.window_close is None:
        return ANCHOR if planned.is_anchor else NOT_STATED
    first, last = planned.window_open_day, planned.window_close_day
    if first is not None and last is not None:
        return f"{_signed(first)} to {_signed(last)}" if first != last else f"{_signed(first)} only"
    if first is not None:
        return f"from {_signed(first)}"
    if last is not None:
        return f"until {_signed(last)}"
    lower, upper = _leeway(planned)
    if lower == upper == _ZERO:
        return "exact"
    earlier = NOT_STATED if lower is None else _compact(negate(lower))
    later = NOT_STATED if upper is None else _compact(upper)
    return f"{earlier} / {later}"


def when_text(planned: PlannedTime) -> str:
    """Time and window in one line: "Day 57, 54 to 60", "Day 71, window not stated"; "" where unknown."""
    window = window_text(planned)
    if window == NOT_STATED:
        window = f"window {NOT_STATED}"
    return ", ".join(text for text in (day_text(planned), window) if text)


def offset_text(offset: Offset) -> str:
    """A distance in words, without its sign: "2 weeks", "56 days", "15 minutes", "6 months 3 days".

    Two to four whole weeks are said in weeks, longer ones in days, as study days count them.
    """
    months, days, seconds = _magnitude(offset)
    weeks = days // 7 if days in (14, 21, 28) else 0
    parts = [
        *_calendar_words(months),
        *_words((weeks, "week"), (0 if weeks else days, "day")),
        *_clock_words(seconds),
    ]
    return " ".join(parts) or "0 days"


def duration_text(text: str) -> str:
    """An ISO 8601 duration in words and the units it is written in: "8 weeks", "90 minutes"; "" if unreadable."""
    duration = parse_duration(text)
    if duration is None:
        return ""
    whole = _WHOLE.fullmatch(text)
    if whole is None:
        return offset_text(duration)
    years, months, weeks, days, hours, minutes, seconds = (int(n or 0) for n in whole.groups())
    parts = _words(
        (years, "year"),
        (months, "month"),
        (weeks, "week"),
        (days, "day"),
        (hours, "hour"),
        (minutes, "minute"),
        (seconds, "second"),
    )
    return " ".join(parts) or ("0 minutes" if is_clock_duration(text) else "0 days")


def sentence(planned: PlannedTime, times: PlannedTimes) -> str:
    """When it is, as a person would say it: "56 days after Dose, 3 days either way"; why not, where unknown."""
    if planned.offset is None:
        return planned.reason
    text = timing_text(planned, times)
    if not planned.is_anchor or planned.window_open is not None or planned.window_close is not None:
        leeway = leeway_text(planned)
        text = f"{text}, {leeway}" if leeway else text
    if planned.status is Status.NOMINAL:
        text += "; a calendar date, known once the anchor has one"
    return text


def timing_text(planned: PlannedTime, times: PlannedTimes) -> str:
    """What it is timed from: "7 days after this cycle's Day 1", "Right after Dose, on the same day"; "" if unknown."""
    timing = planned.timing
    if planned.offset is None or timing is None:
        return ""
    if planned.is_anchor:
        what = "he anchor that this timeline's times count from"
        return f"T{what}" if planned.study_day is None else f"Day {_signed(planned.study_day)}, t{what}"
    reference = times.times.get(planned.reference)
    if reference is None:
        return ""
    reference_side, timed_side = timing_sides(timing)
    name = _reference_name(planned, reference, times)
    if reference_side == "end":
        name = f"the end of {name}"
    before = timing_sign(timing) < 0
    value = parse_duration(timing.value) or _ZERO
    clock = is_clock_duration(timing.value)
    if planned.is_range:
        text = _range_text(planned, value, name, before)
    elif value == _ZERO:
        text = _no_distance_text(planned, clock, name, before)
    else:
        # From an anchor people count in days, as study days do; from another visit in the units as written.
        from_anchor = reference.is_anchor and planned.study_day is not None and not clock
        text = f"{_days_text(value) if from_anchor else duration_text(timing.value)} {_word(before)} {name}"
    return f"Its end {text[0].lower()}{text[1:]}" if timed_side == "end" else text


def leeway_text(planned: PlannedTime) -> str:
    """The window in words: "3 days either way", "up to 3 days earlier or 7 days later", "window not stated"."""
    if planned.is_range or planned.offset is None:
        return ""
    lower, upper = _leeway(planned)
    if lower is None and upper is None:
        return f"window {NOT_STATED}"
    if lower is None or upper is None:
        if lower is None and upper is not None:
            return f"at most {offset_text(upper)} later, earliest {NOT_STATED}"
        return f"at most {offset_text(lower or _ZERO)} earlier, latest {NOT_STATED}"
    if lower == upper:
        if lower != _ZERO:
            return f"{offset_text(lower)} either way"
        return "on that day only" if planned.whole_days else "at that time only"
    if lower == _ZERO:
        return f"up to {offset_text(upper)} later, not earlier"
    if upper == _ZERO:
        return f"up to {offset_text(lower)} earlier, not later"
    return f"up to {offset_text(lower)} earlier or {offset_text(upper)} later"


def reading_text(html: str) -> str:
    """The words of a piece of HTML, for reading: a line per paragraph, "• " before list items, no mark-up.

    Raised and lowered digits stay so ("10⁹/L", never "109/L"). USDM keeps footnotes and criteria as HTML
    (DDF00247). Never raises; text that is no HTML comes back as it is, but for its white space.
    """
    parts: list[str] = []
    silent, level = 0, ""
    for piece in _pieces(html):
        reader = _Reader(silent, level)
        try:
            reader.feed(piece)
            reader.close()
        except AssertionError:  # how html.parser refuses a declaration that it does not know
            parts.append(unescape(piece))
        else:
            parts += reader.parts
            silent, level = reader.silent, reader.level
    return _tidy("".join(parts))


# html.parser takes time that grows with the square of what is left open, so long texts are read in pieces.
_PIECE = 4_000


def _pieces(html: str) -> Iterator[str]:
    """The text in pieces of a few thousand characters, cut behind a tag, else between words."""
    start = 0
    while len(html) - start > _PIECE:
        limit = start + _PIECE
        cut = html.rfind(">", start, limit)
        if cut < 0:
            cut = html.rfind(" ", start, limit)
        end = limit if cut < 0 else cut + 1
        yield html[start:end]
        start = end
    yield html[start:]


_WHOLE = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII
)


def _signed(number: int) -> str:
    return f"{MINUS}{-number}" if number < 0 else str(number)


def _magnitude(offset: Offset) -> tuple[int, int, int]:
    return abs(offset.months), abs(offset.days), abs(offset.seconds)


def _words(*counts: tuple[int, str]) -> list[str]:
    return [f"{number} {unit}" if number == 1 else f"{number} {unit}s" for number, unit in counts if number]


def _calendar_words(months: int) -> list[str]:
    return _words((months // 12, "year"), (months % 12, "month"))


def _clock_words(seconds: int) -> list[str]:
    return _words((seconds // 3600, "hour"), (seconds % 3600 // 60, "minute"), (seconds % 60, "second"))


def _days_text(value: Offset) -> str:
    """A distance from an anchor, its weeks told in days."""
    months, days, seconds = _magnitude(value)
    return " ".join([*_calendar_words(months), *_words((days, "day")), *_clock_words(seconds)])


def _compact(offset: Offset) -> str:
    """A signed distance in the short form "+1 h 30 min"; the sign stands again where it turns, zero is "0"."""
    parts: list[str] = []
    shown = 0
    for amount, units in (
        (offset.months, ((1, "mo"),)),
        (offset.days, ((1, "d"),)),
        (offset.seconds, ((3600, "h"), (60, "min"), (1, "s"))),
    ):
        rest = abs(amount)
        for size, unit in units:
            number, rest = divmod(rest, size)
            if number:
                sign = -1 if amount < 0 else 1
                mark = "" if sign == shown else (MINUS if sign < 0 else "+")
                parts.append(f"{mark}{number} {unit}")
                shown = sign
    return " ".join(parts) or "0"


def _from_zero(offset: Offset, whole_days: bool) -> str:
    """An offset on a time base without study days: "+2 h", "−15 min", "0 min" for its zero."""
    if offset == _ZERO:
        return "0 d" if whole_days else "0 min"
    return _compact(offset)


def _leeway(planned: PlannedTime) -> tuple[Offset | None, Offset | None]:
    """The window's two magnitudes, earlier and later; None where a side is not stated."""
    timing = planned.timing
    if timing is None:
        return None, None
    return parse_duration(timing.window_lower), parse_duration(timing.window_upper)


def _range_text(planned: PlannedTime, value: Offset, name: str, before: bool) -> str:
    """A span in words: "Any time from Day −42 to Day −9, 42 to 9 days before Day 1"."""
    _, width = _leeway(planned)
    assert width is not None  # a range has a stated end
    start = -value.days if before else value.days
    end = start + width.days
    if value.months or width.months:
        distance = f"{offset_text(value)} {_word(before)} {name} and up to {offset_text(width)} later"
    elif start >= 0:
        distance = f"{start} to {_days(end)} after {name}"
    elif end < 0:
        first = str(-start) if end < -1 else _days(-start)
        distance = f"{first} to {_days(-end)} before {name}"
    elif end == 0:
        distance = f"{_days(-start)} before {name} to its own day"
    else:
        distance = f"{_days(-start)} before to {_days(end)} after {name}"
    if planned.study_day is None or planned.window_close_day is None:
        return f"Any time from {distance}"
    days = f"Day {_signed(planned.study_day)} to Day {_signed(planned.window_close_day)}"
    return f"Any time from {days}, {distance}"


def _no_distance_text(planned: PlannedTime, clock: bool, name: str, before: bool) -> str:
    """A distance of zero: PT0M means next, on the same day; P0D the same day, whichever comes first."""
    if not clock:
        return f"On the same day as {name}"
    text = f"Right {_word(before)} {name}"
    return f"{text}, on the same day" if planned.whole_days else text


def _days(number: int) -> str:
    return "1 day" if number == 1 else f"{number} days"


def _word(before: bool) -> str:
    return "before" if before else "after"


def _reference_name(planned: PlannedTime, reference: PlannedTime, times: PlannedTimes) -> str:
    """What a person calls the reference; in a loop that it heads, the reference of the current pass."""
    name = _spoken_name(reference)
    in_loop = any(loop.head == reference.key and planned.key in loop.body for loop in times.graph.loops)
    if not in_loop or planned.key == reference.key:
        return name
    cycle = _CYCLE.fullmatch(name)
    return f"this cycle's {cycle[1]}" if cycle else f"{name} in the same pass"


# "Cycle n Day 1", "Cycle 1, Day 1", "Cycle Day 1": what stands behind the cycle and its number.
_CYCLE = re.compile(r"cycle(?:\s+(?:[a-z]|[0-9]+)\b)?[\s,:·–-]+(.+)", re.IGNORECASE)


def _spoken_name(planned: PlannedTime) -> str:
    """An instance's title; where a file labels it by number ("1", "-6 through -5"), its study day or name."""
    title = planned.instance.title
    if title[0] not in "-+−" and any(character.isalpha() for character in title):
        return title
    if planned.study_day is not None and not planned.is_range:
        return f"Day {_signed(planned.study_day)}"
    return planned.instance.name or title


def _tidy(text: str) -> str:
    """The text with its white space made plain: no runs of it, no empty lines."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


# Elements that stand on lines of their own; all others run on within the line.
# fmt: off
_BLOCKS = frozenset((
    "address", "article", "aside", "blockquote", "dd", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main",
    "nav", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    "br",
))
# fmt: on
_SILENT = frozenset(("script", "style", "title"))
# Only what changes a number's meaning when it sinks into the line; raised letters are read as they are.
_LEVELS = {
    "sup": str.maketrans("0123456789+-−", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻"),
    "sub": str.maketrans("0123456789+-−", "₀₁₂₃₄₅₆₇₈₉₊₋₋"),
}


class _Reader(HTMLParser):
    """Collects the words of HTML."""

    def __init__(self, silent: int = 0, level: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self.silent = silent  # how many elements are open whose text nobody reads
        self.level = level  # "sup" or "sub" inside such an element

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag in _SILENT:
            self.silent += 1
        elif tag in _LEVELS:
            self.level = tag
        elif tag in ("td", "th"):
            self.parts.append(" ")
        elif tag in _BLOCKS:
            self.parts.append("\n• " if tag == "li" else "\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag in _LEVELS:
            self.level = ""
        elif tag in _BLOCKS and tag not in ("td", "th"):
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            # A line break within a text is only white space: lines are what the elements say.
            text = _BREAKS.sub(" ", data)
            self.parts.append(text.translate(_LEVELS[self.level]) if self.level else text)


_BREAKS = re.compile(r"\s+")
