"""Repairing a route whose ends have moved: its shape is kept, and stretched where the ends pull."""

from __future__ import annotations

from collections.abc import Sequence

from ui.canvas.shapes import Point

_SAME = 1e-6


def repaired(points: Sequence[Point], source: Point, target: Point) -> tuple[Point, ...]:
    """The corners of an orthogonal polyline whose ends move by `source` and `target` (world units).

    Where both move alike the route moves as it is. Moving both further by the same way moves the result by it.
    """
    moved = [(x + source[0], y + source[1]) for x, y in points]
    dx, dy = target[0] - source[0], target[1] - source[1]
    if (abs(dx) < _SAME and abs(dy) < _SAME) or len(moved) < 2:
        return tuple(moved)
    if len(moved) == 2:
        return _bent(moved[0], moved[1], dx, dy)
    moved[-1] = (moved[-1][0] + dx, moved[-1][1] + dy)
    # The corner before the end follows across the last piece; the piece before that one takes up the rest.
    (x, y), (end_x, end_y) = moved[-2], points[-1]
    level = abs(points[-2][1] - end_y) < abs(points[-2][0] - end_x)
    moved[-2] = (x, y + dy) if level else (x + dx, y)
    if len(moved) == 4 and level:
        first, last = moved[0][0], moved[3][0]
        if not min(first, last) < moved[1][0] < max(first, last):
            middle = (first + last) / 2
            moved[1], moved[2] = (middle, moved[1][1]), (middle, moved[2][1])
    return tuple(moved)


def _bent(start: Point, end: Point, dx: float, dy: float) -> tuple[Point, ...]:
    """A straight line with its end pulled away: a step in its middle where it no longer lies straight."""
    level = abs(end[1] - start[1]) <= abs(end[0] - start[0])
    to = (end[0] + dx, end[1] + dy)
    if level:
        if abs(to[1] - start[1]) < _SAME:
            return (start, to)
        middle = (start[0] + to[0]) / 2
        return (start, (middle, start[1]), (middle, to[1]), to)
    if abs(to[0] - start[0]) < _SAME:
        return (start, to)
    middle = (start[1] + to[1]) / 2
    return (start, (start[0], middle), (to[0], middle), to)
