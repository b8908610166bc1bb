"""From time to length on one section of the axis: even, but for long empty times that can be squeezed."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from study.axis import Section

SQUEEZED = 62.0  # the length of a squeezed time, in pixels


@dataclass(frozen=True, slots=True)
class Squeeze:
    """A time that is drawn `SQUEEZED` pixels long: positions in seconds, and lengths from the section's start."""

    start: int
    end: int
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Scale:
    """Lengths in pixels from the position `origin`, `density` pixels a second outside of what is squeezed."""

    origin: int
    density: float
    squeezed: tuple[Squeeze, ...] = ()

    def x(self, at: float) -> float:
        """The length from the origin to a position; negative before it."""
        place = bisect_right(self.squeezed, at, key=lambda squeeze: squeeze.start) - 1
        if place < 0:
            return (at - self.origin) * self.density
        before = self.squeezed[place]
        if at < before.end:
            share = (at - before.start) / (before.end - before.start)
            return before.left + share * (before.right - before.left)
        return before.right + (at - before.end) * self.density

    def at(self, x: float) -> float:
        """The position at a length; the inverse of `x`."""
        place = bisect_right(self.squeezed, x, key=lambda squeeze: squeeze.left) - 1
        if place < 0:
            return self.origin + x / self.density
        before = self.squeezed[place]
        if x < before.right:
            share = (x - before.left) / (before.right - before.left)
            return before.start + share * (before.end - before.start)
        return before.end + (x - before.right) / self.density

    def stretches(self, left: float, right: float) -> list[tuple[float, float]]:
        """The positions between two lengths, in pieces that are not squeezed."""
        pieces = []
        start, last = self.at(left), self.at(right)
        for squeeze in self.squeezed:
            if squeeze.end <= start:
                continue
            if squeeze.start >= last:
                break
            if squeeze.start > start:
                pieces.append((start, float(squeeze.start)))
            start = float(squeeze.end)
        if start < last:
            pieces.append((start, last))
        return pieces


def scale(origin: int, density: float, empty: Sequence[tuple[int, int]] = ()) -> Scale:
    """A scale of `density` pixels a second (above 0) that squeezes `empty` times where that makes them shorter.

    `empty` holds (start, end) in order, apart from one another.
    """
    made: list[Squeeze] = []
    for start, end in empty:
        if (end - start) * density > SQUEEZED:
            left = Scale(origin, density, tuple(made)).x(start)
            made.append(Squeeze(start, end, left, left + SQUEEZED))
    return Scale(origin, density, tuple(made))


def fitting(start: int, end: int, width: float, empty: Sequence[tuple[int, int]] = ()) -> Scale:
    """The scale on which everything from `start` to `end` fits into `width` pixels (above 0)."""
    least = width / max(1, end - start)
    # Squeezing one time makes the others longer, so that one more may be worth squeezing.
    chosen: list[tuple[int, int]] = []
    density = least
    for gap in sorted(empty, key=lambda gap: gap[0] - gap[1]):
        room = width - SQUEEZED * (len(chosen) + 1)
        rest = (end - start) - sum(b - a for a, b in chosen) - (gap[1] - gap[0])
        if room <= 0 or rest <= 0 or room / rest <= density:
            break
        density = room / rest
        chosen.append(gap)
    return scale(start, density, sorted(chosen))


_USUAL = 2  # times the median of all empty times
_SHARE = 0.1  # of the section


def empty_times(section: Section) -> tuple[tuple[int, int], ...]:
    """The long times in which nothing is drawn: over twice the usual one, or over a tenth of the section."""
    found: list[tuple[int, int]] = []
    reached: int | None = None
    for visit in sorted(section.visits, key=lambda visit: visit.first):
        if reached is not None and visit.first > reached:
            found.append((reached, visit.first))
        reached = visit.last if reached is None else max(reached, visit.last)
    if not found:
        return ()
    usual = median(end - start for start, end in found)
    share = _SHARE * (section.end - section.start)
    return tuple((a, b) for a, b in found if b - a > share or (len(found) > 2 and b - a > _USUAL * usual))
