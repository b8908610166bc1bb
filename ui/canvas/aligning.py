"""Aligning, distributing and snapping cards: plain geometry over rectangles, in world units. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from ui.canvas.shapes import Floats, Point

GRID = 4.0
"""Cards that a hand places stand on multiples of this."""


class Edge(StrEnum):
    """What cards are aligned by."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    TOP = "top"
    MIDDLE = "middle"
    BOTTOM = "bottom"


class Way(StrEnum):
    """Along what cards are distributed."""

    ACROSS = "across"
    DOWN = "down"


def aligned(rects: Floats, edge: Edge) -> Floats:
    """The top left corners (n, 2) of rectangles (n, 4) whose edges or middles lie on one line.

    The line is the outermost edge among them, for middles that of what holds them all.
    """
    corners = rects[:, :2].copy()
    axis = 0 if edge in (Edge.LEFT, Edge.CENTRE, Edge.RIGHT) else 1
    low, size = rects[:, axis], rects[:, axis + 2]
    if edge in (Edge.LEFT, Edge.TOP):
        corners[:, axis] = low.min()
    elif edge in (Edge.RIGHT, Edge.BOTTOM):
        corners[:, axis] = (low + size).max() - size
    else:
        corners[:, axis] = (low.min() + (low + size).max()) / 2 - size / 2
    return corners


def distributed(rects: Floats, way: Way) -> Floats:
    """The top left corners (n, 2) of rectangles (n, 4) with equal space between them.

    The first and the last stay, in the order in which their middles lie.
    """
    corners = rects[:, :2].copy()
    if len(rects) < 3:
        return corners
    axis = 0 if way is Way.ACROSS else 1
    low, size = rects[:, axis], rects[:, axis + 2]
    order = np.argsort(low + size / 2, kind="stable")
    first, last = order[0], order[-1]
    room = float(low[last] + size[last] - low[first] - size.sum())
    space = room / (len(rects) - 1)
    at = float(low[first])
    for i in order.tolist():
        corners[i, axis] = at
        at += float(size[i]) + space
    return corners


@dataclass(frozen=True, slots=True)
class Guide:
    """A line that says what a card is in line with: from one point to another, world units."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Snapped:
    """How far to move, and the guides of what was snapped to."""

    dx: float
    dy: float
    guides: tuple[Guide, ...] = ()


def snapped(moving: Floats, others: Floats, dx: float, dy: float, reach: float) -> Snapped:
    """Where rectangles that are dragged by (dx, dy) come to lie.

    Within `reach` of the edge or middle of one of `others` (n, 4) they take it over, with a guide; else the corner of
    the first falls on the grid. `moving` is (n, 4), the first that which the hand holds.
    """
    held = moving[0]
    box = np.array(
        [
            moving[:, 0].min(),
            moving[:, 1].min(),
            (moving[:, 0] + moving[:, 2]).max(),
            (moving[:, 1] + moving[:, 3]).max(),
        ]
    )
    guides: list[Guide] = []
    out = [dx, dy]
    for axis, wish in ((0, dx), (1, dy)):
        size = held[axis + 2]
        lines = held[axis] + wish + np.array([0.0, size / 2, size])
        found = _nearest(lines, others, axis, reach)
        if found is None:
            out[axis] = round((held[axis] + wish) / GRID) * GRID - float(held[axis])
            continue
        shift, _, _ = found
        out[axis] = wish + shift
    for axis in (0, 1):
        size = held[axis + 2]
        lines = held[axis] + out[axis] + np.array([0.0, size / 2, size])
        met = _nearest(lines, others, axis, 0.01)
        if met is None:
            continue
        _, at, other = met
        across = 1 - axis
        low = min(float(box[across]) + out[across], float(others[other, across]))
        high = max(
            float(box[across + 2]) + out[across], float(others[other, across] + others[other, across + 2])
        )
        guides.append(
            Guide((at, low - 12), (at, high + 12)) if axis == 0 else Guide((low - 12, at), (high + 12, at))
        )
    return Snapped(out[0], out[1], tuple(guides))


def _nearest(lines: Floats, others: Floats, axis: int, reach: float) -> tuple[float, float, int] | None:
    """How far to the nearest line of the others of the same sort, where that lies, and whose it is."""
    if not len(others):
        return None
    low, size = others[:, axis], others[:, axis + 2]
    theirs = np.stack([low, low + size / 2, low + size])  # (3, n)
    away = theirs - lines[:, None]
    place = int(np.argmin(np.abs(away)))
    sort, other = divmod(place, len(others))
    shift = float(away[sort, other])
    if abs(shift) > reach:
        return None
    return shift, float(theirs[sort, other]), other


def inside(points: Floats, outline: Sequence[Point]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """Which of points (n, 2) lie inside a closed outline (even-odd)."""
    found = np.zeros(len(points), np.bool_)
    if len(outline) < 3:
        return found
    x, y = points[:, 0], points[:, 1]
    for (x1, y1), (x2, y2) in zip(outline, [*outline[1:], outline[0]], strict=True):
        if y1 == y2:
            continue
        crosses = (y1 > y) != (y2 > y)
        at = x1 + (y - y1) * (x2 - x1) / (y2 - y1)
        found ^= crosses & (x < at)
    return found
