"""What a person types for when a visit is ("Day 57", "4 weeks", "Day −28 to −1") or for its window, as commands."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from study.commands.command import Command
from study.commands.planned import TimingType
from study.commands.several import Several
from study.commands.timing import MoveVisit, SetTiming
from study.commands.windows import SetWindow
from study.duration_input import LONGEST, NotUnderstoodError, read_duration
from study.durations import Offset, add, negate, parse_duration
from study.language import translate
from study.timeline import PlannedTime, PlannedTimes, timing_sign
from study.window_input import Window, read_window
from study.wording import day_text, window_text

_DAY: Final = re.compile(r"(?:(?:study )?day|tag|d)\s*([+-]?\s*[0-9]{1,6})|([+-]?\s*[0-9]{1,6})")
_DAYS: Final = re.compile(
    r"(?:day|tag|d)?\s*([+-]?\s*[0-9]{1,6})\s*(?:to|bis|\.\.)\s*(?:day|tag|d)?\s*([+-]?\s*[0-9]{1,6})"
)
_BEFORE: Final = re.compile(r"(?:(.+?)\s+(?:before|earlier|vorher|früher)|(?:vor)\s+(.+))")
_AFTER: Final = re.compile(r"(?:(.+?)\s+(?:after|later|danach|später)|(?:nach)\s+(.+))")


def read_time(times: PlannedTimes, visit: str, text: str) -> Command | None:
    """The command that plans a visit when a person says; None where it says what is so already.

    A study day, and a distance with its sign ("+2 h", "−14 d"), count from the timeline's anchor; a distance without
    one ("4 weeks", "4 weeks before") from what the visit is timed from. Raises NotUnderstoodError.
    """
    planned = times.times[visit]
    typed = _plain(text)
    if typed == _plain(day_text(planned)):
        return None
    said = typed.casefold()
    if found := _DAYS.fullmatch(said):
        return _range(times, planned, _number(found[1]), _number(found[2]))
    if found := _DAY.fullmatch(said):
        return _at(times, planned, _day_offset(times, planned, _number(found[1] or found[2])))
    if typed[:1] in ("+", "-"):
        distance = parse_duration(read_duration(typed[1:]))
        assert distance is not None  # read_duration writes nothing else
        return _at(times, planned, distance if typed[0] == "+" else negate(distance))
    return _from_reference(times, planned, said)


def read_windows(times: PlannedTimes, visits: tuple[str, ...], text: str) -> Command | None:
    """The command that gives visits the window a person types; None where it says what is so already.

    Study days ("54 to 60") are for one visit alone: of several they would mean another window for each. Raises
    NotUnderstoodError.
    """
    planned = times.times[visits[0]]
    if len(visits) == 1 and _plain(text) == _plain(window_text(planned)):
        return None
    lower, upper = _window(planned, text, alone=len(visits) == 1)
    return SetWindow(visits, lower, upper)


def _window(planned: PlannedTime, text: str, *, alone: bool) -> Window:
    return read_window(text, planned.study_day if alone else None)


def _plain(text: str) -> str:
    folded = unicodedata.normalize("NFKC", text).replace("−", "-").replace("–", "-").replace("—", "-")
    plain = " ".join(folded.split())
    if len(plain) > LONGEST:
        raise NotUnderstoodError(
            translate("durations", "This is too long for a time. Type one such as “Day 57” or “4 weeks”.")
        )
    if not plain:
        return ""
    return plain


def _number(text: str) -> int:
    return int(text.replace(" ", ""))


def _index(day: int) -> int:
    """Days from Day 1; there is no Day 0."""
    return day - 1 if day > 0 else day


def _day_offset(times: PlannedTimes, planned: PlannedTime, day: int) -> Offset:
    """The offset of a study day on the timeline's own time base."""
    if day == 0:
        raise NotUnderstoodError(translate("durations", "There is no Day 0: the day before Day 1 is Day −1."))
    known = planned if planned.study_day is not None and planned.offset is not None else None
    if known is None:
        known = next(
            (
                each
                for each in times.times.values()
                if each.study_day is not None
                and each.offset is not None
                and (planned.offset is None or each.is_anchor)
            ),
            None,
        )
    if known is None or known.study_day is None or known.offset is None:
        raise NotUnderstoodError(
            translate(
                "durations",
                "This timeline has no study days. Type how long from its anchor, such as “+2 h” or “+4 weeks”.",
            )
        )
    return add(known.offset, Offset(days=_index(day) - _index(known.study_day)))


def _anchor_of(times: PlannedTimes, planned: PlannedTime) -> PlannedTime:
    """What a visit without a time is to be timed from: the first anchor."""
    anchor = next((each for each in times.times.values() if each.is_anchor and each.key != planned.key), None)
    if anchor is None:
        raise NotUnderstoodError(
            translate("durations", "This timeline has no anchor that a time could count from.")
        )
    return anchor


def _at(times: PlannedTimes, planned: PlannedTime, to: Offset) -> Command | None:
    """Planned at an offset of the time base: moved there, or timed from the anchor where it has no time yet."""
    if planned.offset is not None and planned.timing is not None:
        return MoveVisit(planned.key, to) if to != planned.offset else None
    anchor = _anchor_of(times, planned)
    assert anchor.offset is not None  # an anchor is its time base's zero
    distance = add(to, negate(anchor.offset))
    before = min(distance.months, distance.days, distance.seconds) < 0
    kind = TimingType.BEFORE if before else TimingType.AFTER
    return SetTiming(planned.key, _iso(negate(distance) if before else distance), kind, anchor.key)


def _iso(distance: Offset) -> str:
    if distance.seconds:
        return f"P{distance.days}DT{distance.seconds}S" if distance.days else f"PT{distance.seconds}S"
    return f"P{distance.days}D"


def _range(times: PlannedTimes, planned: PlannedTime, first: int, last: int) -> Command | None:
    """A span of days: its first day is the planned one, and its window runs to the last."""
    if 0 in (first, last):
        raise NotUnderstoodError(translate("durations", "There is no Day 0: the day before Day 1 is Day −1."))
    length = _index(last) - _index(first)
    if length < 0:
        raise NotUnderstoodError(
            translate("durations", "The last day comes before the first. Type it as “Day −28 to −1”.")
        )
    window = SetWindow((planned.key,), "P0D", f"P{length}D")
    moved = _at(times, planned, _day_offset(times, planned, first))
    if moved is None:
        return window
    title = translate("commands", "Plan {visit} from Day {first} to {last}").format(
        visit=" ".join(planned.instance.title.split())[:80],
        first=str(first).replace("-", "−"),
        last=str(last).replace("-", "−"),
    )
    return Several((moved, window), title)


def _from_reference(times: PlannedTimes, planned: PlannedTime, said: str) -> Command | None:
    """A distance from what the visit is timed from; before it where that is said, or was so and nothing is said."""
    timing = planned.timing
    before = timing is not None and timing_sign(timing) < 0
    if found := _BEFORE.fullmatch(said):
        said, before = found[1] or found[2], True
    elif found := _AFTER.fullmatch(said):
        said, before = found[1] or found[2], False
    try:
        value = read_duration(said)
    except NotUnderstoodError as why:
        if not said:
            raise
        raise NotUnderstoodError(
            translate(
                "durations",
                "“{text}” is no time. Type a day such as “Day 57”, or how long after what it is timed from: “4 weeks”.",
            ).format(text=said if len(said) <= 40 else said[:39] + "…")
        ) from why
    if planned.is_anchor:
        raise NotUnderstoodError(
            translate("durations", "This is the anchor: the other visits count from it. Move those instead.")
        )
    reference = planned.reference or _anchor_of(times, planned).key
    kind = TimingType.BEFORE if before else TimingType.AFTER
    return SetTiming(planned.key, value, kind, reference)
