"""The one notation for time and text that people read: study days, windows, distances, reasons, footnotes.

Minus is U+2212 in all of these, never a hyphen; files for machines write numbers of their own.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from study.durations import Offset, is_clock_duration, negate, parse_duration
from study.language import translate
from study.reading import reading_text
from study.timeline import PlannedTime, PlannedTimes, Status, timing_sides, timing_sign

__all__ = [
    "MINUS",
    "anchor",
    "day_text",
    "duration_text",
    "leeway_text",
    "not_stated",
    "offset_text",
    "reading_text",
    "sentence",
    "timing_text",
    "when_text",
    "window_text",
]

MINUS = "−"

_ZERO = Offset()


def not_stated() -> str:
    """What is said of a window that the schedule does not give: "not stated", never zero."""
    return translate("wording", "not stated")


def anchor() -> str:
    """What is said where an anchor without a window has it."""
    return translate("wording", "anchor")


def day_text(planned: PlannedTime) -> str:
    """When it is: "Day 57", "Day −42 to −9" for a range, "+2 h" where there is no study day, "" where unknown."""
    if planned.offset is None:
        return ""
    if planned.study_day is not None:
        if planned.is_range and planned.window_close_day is not None:
            return translate("wording", "Day {first} to {last}").format(
                first=_signed(planned.study_day), last=_signed(planned.window_close_day)
            )
        return _day(planned.study_day)
    text = _from_zero(planned.offset, planned.whole_days)
    if planned.is_range and planned.window_close is not None:
        last = _from_zero(planned.window_close, planned.whole_days)
        return translate("wording", "{first} to {last}").format(first=text, last=last)
    return text


def window_text(planned: PlannedTime) -> str:
    """The window beside `day_text`: "54 to 60" in study days, "−3 d / +3 d" elsewhere, "not stated".

    "anchor" for an anchor without one, and "" where the time is unknown or the day's text is the range itself.
    """
    if planned.offset is None or planned.is_range:
        return ""
    if planned.window_open is None and planned.window_close is None:
        return anchor() if planned.is_anchor else not_stated()
    first, last = planned.window_open_day, planned.window_close_day
    if first is not None and last is not None:
        if first == last:
            return translate("wording", "{day} only").format(day=_signed(first))
        return translate("wording", "{first} to {last}").format(first=_signed(first), last=_signed(last))
    if first is not None:
        return translate("wording", "from {day}").format(day=_signed(first))
    if last is not None:
        return translate("wording", "until {day}").format(day=_signed(last))
    return lengths_text(planned)


def lengths_text(planned: PlannedTime) -> str:
    """The window as lengths around the planned time: "−3 d / +3 d", "exact", "not stated" for a side or both."""
    lower, upper = _leeway(planned)
    if lower is None and upper is None:
        return not_stated()
    if lower == upper == _ZERO:
        return translate("wording", "exact")
    earlier = not_stated() if lower is None else _compact(negate(lower))
    later = not_stated() if upper is None else _compact(upper)
    return f"{earlier} / {later}"


def when_text(planned: PlannedTime) -> str:
    """Time and window in one line: "Day 57, 54 to 60", "Day 71, window not stated"; "" where unknown."""
    window = window_text(planned)
    if window == not_stated():
        window = translate("wording", "window not stated")
    return ", ".join(text for text in (day_text(planned), window) if text)


def offset_text(offset: Offset) -> str:
    """A distance in words, without its sign: "2 weeks", "56 days", "15 minutes", "6 months 3 days".

    Two to four whole weeks are said in weeks, longer ones in days, as study days count them.
    """
    months, days, seconds = _magnitude(offset)
    weeks = days // 7 if days in (14, 21, 28) else 0
    parts = [
        *_calendar_words(months),
        *_counted((_weeks, weeks), (_days, 0 if weeks else days)),
        *_clock_words(seconds),
    ]
    return " ".join(parts) or _days(0)


def duration_text(text: str) -> str:
    """An ISO 8601 duration in words and the units it is written in: "8 weeks", "90 minutes"; "" if unreadable."""
    duration = parse_duration(text)
    if duration is None:
        return ""
    whole = _WHOLE.fullmatch(text)
    if whole is None:
        return offset_text(duration)
    years, months, weeks, days, hours, minutes, seconds = (int(n or 0) for n in whole.groups())
    parts = _counted(
        (_years, years),
        (_months, months),
        (_weeks, weeks),
        (_days, days),
        (_hours, hours),
        (_minutes, minutes),
        (_seconds, seconds),
    )
    return " ".join(parts) or (_minutes(0) if is_clock_duration(text) else _days(0))


def sentence(planned: PlannedTime, times: PlannedTimes) -> str:
    """When it is, as a person would say it: "56 days after Dose, 3 days either way"; why not, where unknown."""
    if planned.offset is None:
        return planned.reason
    text = timing_text(planned, times)
    if not planned.is_anchor or planned.window_open is not None or planned.window_close is not None:
        leeway = leeway_text(planned)
        text = f"{text}, {leeway}" if leeway else text
    if planned.status is Status.NOMINAL:
        return translate("wording", "{when}; a calendar date, known once the anchor has one").format(
            when=text
        )
    return text


def timing_text(planned: PlannedTime, times: PlannedTimes) -> str:
    """What it is timed from: "7 days after this cycle's Day 1", "Right after Dose, on the same day"; "" if unknown."""
    timing = planned.timing
    if planned.offset is None or timing is None:
        return ""
    if planned.is_anchor:
        if planned.study_day is None:
            return translate("wording", "The anchor that this timeline's times count from")
        return translate("wording", "Day {day}, the anchor that this timeline's times count from").format(
            day=_signed(planned.study_day)
        )
    reference = times.times.get(planned.reference)
    if reference is None:
        return ""
    reference_side, timed_side = timing_sides(timing)
    name = _reference_name(planned, reference, times)
    if reference_side == "end":
        name = translate("wording", "the end of {name}").format(name=name)
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
        distance = _days_text(value) if from_anchor else duration_text(timing.value)
        text = _apart(distance, name, before=before)
    if timed_side == "end":
        return translate("wording", "Its end {when}").format(when=text[0].lower() + text[1:])
    return text


def leeway_text(planned: PlannedTime) -> str:
    """The window in words: "3 days either way", "up to 3 days earlier or 7 days later", "window not stated"."""
    if planned.is_range or planned.offset is None:
        return ""
    lower, upper = _leeway(planned)
    if lower is None and upper is None:
        return translate("wording", "window not stated")
    if lower is None or upper is None:
        if lower is None and upper is not None:
            return translate("wording", "at most {later} later, earliest not stated").format(
                later=offset_text(upper)
            )
        return translate("wording", "at most {earlier} earlier, latest not stated").format(
            earlier=offset_text(lower or _ZERO)
        )
    if lower == upper:
        if lower != _ZERO:
            return translate("wording", "{leeway} either way").format(leeway=offset_text(lower))
        if planned.whole_days:
            return translate("wording", "on that day only")
        return translate("wording", "at that time only")
    if lower == _ZERO:
        return translate("wording", "up to {later} later, not earlier").format(later=offset_text(upper))
    if upper == _ZERO:
        return translate("wording", "up to {earlier} earlier, not later").format(earlier=offset_text(lower))
    return translate("wording", "up to {earlier} earlier or {later} later").format(
        earlier=offset_text(lower), later=offset_text(upper)
    )


_WHOLE = re.compile(
    r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?", re.ASCII
)


def _signed(number: int) -> str:
    return f"{MINUS}{-number}" if number < 0 else str(number)


def _magnitude(offset: Offset) -> tuple[int, int, int]:
    return abs(offset.months), abs(offset.days), abs(offset.seconds)


def _day(day: int) -> str:
    return translate("wording", "Day {day}").format(day=_signed(day))


def _years(number: int) -> str:
    return translate("wording", "%n year(s)", "", number)


def _months(number: int) -> str:
    return translate("wording", "%n month(s)", "", number)


def _weeks(number: int) -> str:
    return translate("wording", "%n week(s)", "", number)


def _days(number: int) -> str:
    return translate("wording", "%n day(s)", "", number)


def _hours(number: int) -> str:
    return translate("wording", "%n hour(s)", "", number)


def _minutes(number: int) -> str:
    return translate("wording", "%n minute(s)", "", number)


def _seconds(number: int) -> str:
    return translate("wording", "%n second(s)", "", number)


def _counted(*counts: tuple[Callable[[int], str], int]) -> list[str]:
    return [words(number) for words, number in counts if number]


def _calendar_words(months: int) -> list[str]:
    return _counted((_years, months // 12), (_months, months % 12))


def _clock_words(seconds: int) -> list[str]:
    return _counted((_hours, seconds // 3600), (_minutes, seconds % 3600 // 60), (_seconds, seconds % 60))


def _apart(distance: str, name: str, *, before: bool) -> str:
    if before:
        return translate("wording", "{distance} before {name}").format(distance=distance, name=name)
    return translate("wording", "{distance} after {name}").format(distance=distance, name=name)


def _days_text(value: Offset) -> str:
    """A distance from an anchor, its weeks told in days."""
    months, days, seconds = _magnitude(value)
    return " ".join([*_calendar_words(months), *_counted((_days, days)), *_clock_words(seconds)])


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
        distance = translate("wording", "{distance} and up to {width} later").format(
            distance=_apart(offset_text(value), name, before=before), width=offset_text(width)
        )
    elif start >= 0:
        first, last = str(start), _days(end)
        distance = translate("wording", "{first} to {last} after {name}").format(
            first=first, last=last, name=name
        )
    elif end < 0:
        first = str(-start) if end < -1 else _days(-start)
        distance = translate("wording", "{first} to {last} before {name}").format(
            first=first, last=_days(-end), name=name
        )
    elif end == 0:
        distance = translate("wording", "{first} before {name} to its own day").format(
            first=_days(-start), name=name
        )
    else:
        distance = translate("wording", "{first} before to {last} after {name}").format(
            first=_days(-start), last=_days(end), name=name
        )
    if planned.study_day is None or planned.window_close_day is None:
        return translate("wording", "Any time from {distance}").format(distance=distance)
    return translate("wording", "Any time from {first} to {last}, {distance}").format(
        first=_day(planned.study_day), last=_day(planned.window_close_day), distance=distance
    )


def _no_distance_text(planned: PlannedTime, clock: bool, name: str, before: bool) -> str:
    """A distance of zero: PT0M means next, on the same day; P0D the same day, whichever comes first."""
    if not clock:
        return translate("wording", "On the same day as {name}").format(name=name)
    if before:
        text = translate("wording", "Right before {name}").format(name=name)
    else:
        text = translate("wording", "Right after {name}").format(name=name)
    return translate("wording", "{when}, on the same day").format(when=text) if planned.whole_days else text


def _reference_name(planned: PlannedTime, reference: PlannedTime, times: PlannedTimes) -> str:
    """What a person calls the reference; in a loop that it heads, the reference of the current pass."""
    name = _spoken_name(reference)
    in_loop = any(loop.head == reference.key and planned.key in loop.body for loop in times.graph.loops)
    if not in_loop or planned.key == reference.key:
        return name
    cycle = _CYCLE.fullmatch(name)
    if cycle:
        return translate("wording", "this cycle's {name}").format(name=cycle[1])
    return translate("wording", "{name} in the same pass").format(name=name)


# "Cycle n Day 1", "Cycle 1, Day 1", "Cycle Day 1": what stands behind the cycle and its number.
_CYCLE = re.compile(r"cycle(?:\s+(?:[a-z]|[0-9]+)\b)?[\s,:·–-]+(.+)", re.IGNORECASE)


def _spoken_name(planned: PlannedTime) -> str:
    """An instance's title; where a file labels it by number ("1", "-6 through -5"), its study day or name."""
    title = planned.instance.title
    if title[0] not in "-+−" and any(character.isalpha() for character in title):
        return title
    if planned.study_day is not None and not planned.is_range:
        return _day(planned.study_day)
    return planned.instance.name or title
