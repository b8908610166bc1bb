"""What a time axis tells: windows of neighbouring visits that overlap, and long times with no visit."""

from __future__ import annotations

from dataclasses import dataclass
from statistics import median

from study.axis import DAY, HALF_DAY, AxisVisit, Section, Shape, Unit
from study.language import translate
from study.wording import MINUS


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two neighbouring visits whose windows overlap, from `start` to `end` (positions), edges included."""

    first: AxisVisit
    second: AxisVisit
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Gap:
    """A long time with no visit, from the planned time of one (of a range its last day) to that of the next."""

    before: AxisVisit
    after: AxisVisit
    start: int
    end: int


def overlaps(section: Section) -> tuple[Overlap, ...]:
    """Windows and ranges, each against the next one that is planned later; decisions are no visits.

    What is planned for the same time is not compared. In time order, the graph's among what is planned alike.
    """
    barred = [v for v in section.visits if v.shape in (Shape.WINDOW, Shape.RANGE) and not v.is_decision]
    barred.sort(key=lambda visit: visit.at)
    found = []
    later: AxisVisit | None = None
    pairs = []
    for place in range(len(barred) - 2, -1, -1):
        if barred[place + 1].at > barred[place].at:
            later = barred[place + 1]
        if later is not None:
            pairs.append((barred[place], later))
    for one, other in reversed(pairs):
        start, end = max(one.first, other.first), min(one.last, other.last)
        # Hours that touch share an instant, which is no time; whole days end where the next ones begin.
        if start < end:
            found.append(Overlap(one, other, start, end))
    return tuple(found)


_LONG = 2  # times the usual distance


def gaps(section: Section) -> tuple[Gap, ...]:
    """Distances between visits in a row that are more than twice the usual one, the median of all; in time order.

    Decisions are no visits. A section with fewer than three distances has nothing that is usual, and in one that counts
    in hours and minutes distances grow by design (samples after a dose).
    """
    if section.unit is Unit.CLOCK:
        return ()
    visits = sorted((v for v in section.visits if not v.is_decision), key=lambda visit: visit.at)
    distances: list[Gap] = []
    latest: AxisVisit | None = None
    for visit in visits:
        if latest is not None and visit.at > latest.end:
            distances.append(Gap(latest, visit, latest.end, visit.at))
        if latest is None or visit.end >= latest.end:
            latest = visit
    if len(distances) < 3:
        return ()
    usual = median(gap.end - gap.start for gap in distances)
    return tuple(gap for gap in distances if gap.end - gap.start > _LONG * usual)


def overlap_text(overlap: Overlap, section: Section) -> str:
    """ "Week 4’s and Week 6’s windows overlap on Days 29 to 31"."""
    start, end = overlap.start, overlap.end
    first, last = moment_text(section, start, closing=False), moment_text(section, end, closing=True)
    names = {"first": overlap.first.title, "second": overlap.second.title}
    if section.unit is Unit.CLOCK or not (_whole(start) and _whole(end)):
        text = translate("axis", "{first}’s and {second}’s windows overlap from {start} to {end}")
        return text.format(**names, start=moment_text(section, start), end=moment_text(section, end))
    if first == last:
        return translate("axis", "{first}’s and {second}’s windows overlap on {day}").format(
            **names, day=translate("axis", "Day {day}").format(day=first) if _numbered(section) else first
        )
    if _numbered(section):
        text = translate("axis", "{first}’s and {second}’s windows overlap on Days {start} to {end}")
    else:
        text = translate("axis", "{first}’s and {second}’s windows overlap from {start} to {end}")
    return text.format(**names, start=first, end=last)


def gap_text(gap: Gap, section: Section) -> str:
    """ "No visit between Day 57 and Day 85, 28 days apart"."""
    text = translate("axis", "No visit between {start} and {end}, {length} apart")
    return text.format(
        start=point_text(section, gap.start),
        end=point_text(section, gap.end),
        length=length_text(gap.end - gap.start),
    )


def study_day(first_day: int, days: int) -> int:
    """The study day that lies `days` after an anchor on Day `first_day`: no Day 0 where that is Day 1 or later."""
    day = first_day + days
    return day - 1 if first_day >= 1 and day <= 0 else day


def signed(number: int) -> str:
    """A number with a true minus."""
    return f"{MINUS}{-number}" if number < 0 else str(number)


def moment_text(section: Section, at: int, closing: bool | None = None) -> str:
    """The day, or time from the anchor, at a position: "29", "+2 h"; of an edge between days the one that it means.

    `closing`: the edge ends what it bounds, so the day before it is meant; None: `at` is a point.
    """
    if closing is not None and _whole(at):
        at += -HALF_DAY if closing else HALF_DAY
    if section.unit is Unit.STUDY_DAYS and section.first_day is not None:
        days = (at + HALF_DAY) // DAY
        return signed(study_day(section.first_day, days))
    return distance_text(at, section.unit is not Unit.CLOCK)


def point_text(section: Section, at: int) -> str:
    """The day, or time from the anchor, of a point: "Day 57", "+2 h"."""
    text = moment_text(section, at)
    return translate("axis", "Day {day}").format(day=text) if _numbered(section) else text


def distance_text(seconds: int, days: bool = True) -> str:
    """A signed distance from an anchor: "+2 h 15 min", "−14 d"; "0 d" or "0 min" for none.

    `days`: whole days are told as such; else everything in hours.
    """
    if not seconds:
        return translate("axis", "0 d") if days else translate("axis", "0 min")
    return f"{MINUS if seconds < 0 else '+'}{_amount(abs(seconds), days)}"


def length_text(seconds: int) -> str:
    """A length in words: "28 days", "1 day 6 h", "90 min"."""
    days, rest = divmod(abs(seconds), DAY)
    words = translate("axis", "%n day(s)", "", days) if days else ""
    return " ".join(text for text in (words, _amount(rest, False) if rest or not days else "") if text)


def _amount(seconds: int, days: bool) -> str:
    whole, rest = divmod(seconds, DAY) if days else (0, seconds)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    parts = (
        (whole, translate("axis", "{number} d")),
        (hours, translate("axis", "{number} h")),
        (minutes, translate("axis", "{number} min")),
        (rest, translate("axis", "{number} s")),
    )
    return " ".join(text.format(number=number) for number, text in parts if number) or translate(
        "axis", "0 min"
    )


def _whole(edge: int) -> bool:
    """Whether an edge lies between two days."""
    return (edge + HALF_DAY) % DAY == 0


def _numbered(section: Section) -> bool:
    return section.unit is Unit.STUDY_DAYS and section.first_day is not None
