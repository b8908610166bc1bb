"""Edges as numpy memory: every corner of every route as line segments, drawn in one call."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise
from typing import cast

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QLineF, QRect
from PySide6.QtGui import QPainter

from ui.canvas.shapes import Bools, Floats, Ints, Point, Route

CORNER = 8.0  # radius of a turn, world units
_STEPS = 4  # straight pieces of a rounded turn


def rounded(points: Sequence[Point], radius: float = CORNER) -> list[Point]:
    """The polyline with its right angles rounded; a turn never takes more than half of a straight piece."""
    if len(points) < 3:
        return list(points)
    out: list[Point] = [points[0]]
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        first = math.dist(before, corner)
        second = math.dist(corner, after)
        r = min(radius, first / 2, second / 2)
        if r < 0.5:
            if first > 0:
                out.append(corner)
            continue
        ux, uy = (before[0] - corner[0]) / first, (before[1] - corner[1]) / first
        vx, vy = (after[0] - corner[0]) / second, (after[1] - corner[1]) / second
        for step in range(_STEPS + 1):
            angle = math.pi / 2 * step / _STEPS
            a, b = 1 - math.sin(angle), 1 - math.cos(angle)
            out.append((corner[0] + r * (a * ux + b * vx), corner[1] + r * (a * uy + b * vy)))
    out.append(points[-1])
    return out


class EdgeLines:
    """The segments of many routes: `fine` with rounded turns, `coarse` without, and which route each is of.

    `fine` and `coarse` are (n, 4): x1, y1, x2, y2 in world units. `style` is (routes,): 0 path, 1 loop, 2 off
    the path. `tips` is (routes, 4): where each route ends and the direction it arrives from.
    """

    def __init__(self, routes: Sequence[Route], style: Sequence[int]) -> None:
        self.style: Ints = np.array(style, np.int64)
        self.fine, self.fine_of = self._segments([rounded(route.points) for route in routes])
        self.coarse, self.coarse_of = self._segments([route.points for route in routes])
        self.fine_straight: Bools = (self.fine[:, 0] == self.fine[:, 2]) | (
            self.fine[:, 1] == self.fine[:, 3]
        )
        # Sorted by style, so that from far out whole runs are drawn as they lie in memory.
        order = np.argsort(self.style[self.coarse_of], kind="stable")
        self.coarse, self.coarse_of = np.ascontiguousarray(self.coarse[order]), self.coarse_of[order]
        runs = np.searchsorted(self.style[self.coarse_of], range(max(style, default=0) + 2)).tolist()
        self._coarse_runs = list(enumerate(pairwise(runs)))
        self.fine_box = self._boxes(self.fine)
        self.coarse_box = self._boxes(self.coarse)
        self.tips: Floats = np.array(
            [(*route.points[-1], *_arrival(route.points)) for route in routes], np.float64
        ).reshape(-1, 4)

    @staticmethod
    def _segments(lines: Sequence[Sequence[Point]]) -> tuple[Floats, Ints]:
        rows: list[tuple[float, float, float, float]] = []
        of: list[int] = []
        for k, points in enumerate(lines):
            for (x1, y1), (x2, y2) in pairwise(points):
                rows.append((x1, y1, x2, y2))
                of.append(k)
        return np.array(rows, np.float64).reshape(-1, 4), np.array(of, np.int64)

    @staticmethod
    def _boxes(lines: Floats) -> Floats:
        return np.ascontiguousarray(
            np.vstack(
                [
                    np.minimum(lines[:, 0], lines[:, 2]),
                    np.minimum(lines[:, 1], lines[:, 3]),
                    np.maximum(lines[:, 0], lines[:, 2]),
                    np.maximum(lines[:, 1], lines[:, 3]),
                ]
            )
        )

    def visible(self, view: tuple[float, float, float, float], *, fine: bool) -> Ints:
        """The segments that may show in the rectangle left, top, right, bottom (world units)."""
        left, top, right, bottom = view
        box = self.fine_box if fine else self.coarse_box
        return np.flatnonzero((box[0] <= right) & (box[2] >= left) & (box[1] <= bottom) & (box[3] >= top))

    def coarse_by_style(self, view: tuple[float, float, float, float]) -> list[tuple[int, Floats]]:
        """Each style with its coarse segments that may show in the rectangle left, top, right, bottom."""
        left, top, right, bottom = view
        box = self.coarse_box
        mask = (box[0] <= right) & (box[2] >= left) & (box[1] <= bottom) & (box[3] >= top)
        # Picking costs more than drawing a few that lie outside.
        most = 2 * np.count_nonzero(mask) > len(mask)
        return [
            (style, self.coarse[a:b] if most else self.coarse[a:b][mask[a:b]])
            for style, (a, b) in self._coarse_runs
            if b > a
        ]


def _arrival(points: Sequence[Point]) -> Point:
    (x1, y1), (x2, y2) = points[-2], points[-1]
    length = math.dist((x1, y1), (x2, y2)) or 1.0
    return ((x2 - x1) / length, (y2 - y1) / length)


def draw_lines(painter: QPainter, lines: Floats) -> None:
    """Draw (n, 4) segments in one call, from numpy's own memory."""
    count = len(lines)
    if count:
        lines = np.ascontiguousarray(lines, np.float64)
        painter.drawLines(cast(QLineF, shiboken6.wrapInstance(lines.ctypes.data, QLineF)), count)


def draw_pixel_rects(painter: QPainter, rects: npt.NDArray[np.int32]) -> None:
    """Draw (n, 4) rectangles left, top, last column, last row in one call, from numpy's own memory."""
    count = len(rects)
    if count:
        rects = np.ascontiguousarray(rects, np.int32)
        painter.drawRects(cast(QRect, shiboken6.wrapInstance(rects.ctypes.data, QRect)), count)
