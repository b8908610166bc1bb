"""What a person proposes on the time axis by hand: a visit moved, a window's side drawn, everything later pushed.

Free of Qt. Distances are whole seconds on the section's scale; what is planned by dates moves by whole days, by the
clock by minutes or seconds. `Foreseen` says what a proposal would come to, before anything is done.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from study.axis import DAY, Axis, AxisVisit, Section, Unit


class Side(StrEnum):
    """A side of a window."""

    EARLIEST = "earliest"
    LATEST = "latest"


@dataclass(frozen=True, slots=True)
class MoveVisit:
    """Plan the visit `key` of a timeline `by` seconds later; below zero: earlier."""

    timeline: str
    key: str
    by: int


@dataclass(frozen=True, slots=True)
class DrawWindow:
    """Give a window's side this distance from the planned time, in seconds; 0 is the planned day alone."""

    timeline: str
    key: str
    side: Side
    distance: int


@dataclass(frozen=True, slots=True)
class PushLater:
    """Plan everything that comes after the visit `key` `by` seconds later; below zero: earlier."""

    timeline: str
    key: str
    by: int


Proposal = MoveVisit | DrawWindow | PushLater


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a visit would stand: positions in seconds from the section's anchor, None where not stated."""

    at: int
    opens: int | None
    closes: int | None


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a proposal would come to: `sentence` in words, or `reason` why it cannot be.

    `spots`: where those visits would stand that it changes, by timeline and key.
    """

    sentence: str = ""
    reason: str = ""
    spots: Mapping[tuple[str, str], Spot] = field(default_factory=dict)


NOTHING = Foreseen()


def step_of(section: Section, density: float, *, fine: bool = False) -> int:
    """What a hand snaps to, in seconds, at so many pixels a second: no step is smaller than 4 pixels unless `fine`.

    Dates snap to days, weeks or four weeks; the clock to seconds, minutes, five or fifteen of them, or hours.
    """
    steps = (1, 60, 300, 900, 3_600) if section.unit is Unit.CLOCK else (DAY, 7 * DAY, 28 * DAY)
    if fine:
        return steps[0]
    return next((step for step in steps if step * density >= 4), steps[-1])


def snapped(distance: float, step: int) -> int:
    """The nearest whole number of steps, in seconds."""
    return round(distance / step) * step


def before_point(section: Section, at: float) -> AxisVisit | None:
    """The last visit planned at or before a position; None where all come later."""
    earlier = [visit for visit in section.visits if visit.at <= at and not visit.is_decision]
    return max(earlier, key=lambda visit: visit.at, default=None)


def spots_of(axis: Axis) -> dict[tuple[str, str], Spot]:
    """Where every visit of an axis stands."""
    return {
        (section.timeline.id or "", visit.key): Spot(visit.at, visit.opens, visit.closes)
        for section in axis.sections
        for visit in section.visits
    }


def moved_spots(
    before: Mapping[tuple[str, str], Spot], after: Mapping[tuple[str, str], Spot]
) -> dict[tuple[str, str], Spot]:
    """Those that stand elsewhere afterwards, or have another window."""
    return {name: spot for name, spot in after.items() if before.get(name) != spot}


def moving_along(spots: Iterable[tuple[str, str]], proposal: Proposal) -> int:
    """How many visits move besides the one that a hand holds."""
    return sum(name != (proposal.timeline, proposal.key) for name in spots)
