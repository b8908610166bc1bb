"""Edges as numpy memory: the corners of every route, drawn as line segments in one call."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import cast

import numpy as np
import numpy.typing as npt
import shiboken6
from PySide6.QtCore import QLineF, QRect
from PySide6.QtGui import QPainter, QPixmap

from ui.canvas.shapes import Bools, Floats, Ints, Point, Route

CORNER = 8.0  # radius of a turn, world units
_STEPS = 4  # straight pieces of a rounded turn
_MOST_FINE = 4_000  # routes whose rounded turns are kept
Pieces = npt.NDArray[np.float32]
View = tuple[float, float, float, float]
"""left, top, right, bottom in world units."""


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


@dataclass(frozen=True, slots=True)
class Fine:
    """Segments with rounded turns: `lines` (n, 4), the route of each (n,), and whether it is level or upright."""

    lines: Floats
    of: Ints
    straight: Bools


@dataclass(frozen=True, slots=True)
class Coarse:
    """Pieces of one style: (n, 4) left, top, right, bottom in whole pixels; what is level is 0 high."""

    style: int
    rects: npt.NDArray[np.int32]


class EdgeLines:
    """The routes of a scene, by their places in `Layout.routes`.

    `style` is (routes,): 0 path, 1 loop, 2 off the path. `boxes` is (4, routes): left, top, right and bottom of
    each. `tips` is (routes, 4): where each ends and the direction it arrives from. Rounded turns are made for what
    comes into view, and kept.
    """

    def __init__(self, routes: Sequence[Route], style: Sequence[int]) -> None:
        self.style: Ints = np.array(style, np.int64)
        count = len(routes)
        lengths = np.fromiter((len(route.points) for route in routes), np.int64, count)
        self._starts: Ints = np.zeros(count + 1, np.int64)
        np.cumsum(lengths, out=self._starts[1:])
        flat = chain.from_iterable(chain.from_iterable(route.points for route in routes))
        self._points: Floats = np.fromiter(flat, np.float64, 2 * int(lengths.sum())).reshape(-1, 2)
        self._loose: dict[int, Floats] = {}  # routes that have other corners than at first
        self._fine: dict[int, tuple[Floats, Bools]] = {}
        self._pieces(lengths)
        self.boxes: Floats = np.empty((4, count))
        self.tips: Floats = np.empty((count, 4))
        if count:
            self.boxes[:2] = np.minimum.reduceat(self._points, self._starts[:-1]).T
            self.boxes[2:] = np.maximum.reduceat(self._points, self._starts[:-1]).T
            ends = self._points[self._starts[1:] - 1]
            way = ends - self._points[np.maximum(self._starts[1:] - 2, self._starts[:-1])]
            far = np.hypot(way[:, 0], way[:, 1])
            self.tips[:, :2] = ends
            self.tips[:, 2:] = way / np.where(far > 0, far, 1.0)[:, None]

    def _pieces(self, lengths: Ints) -> None:
        """The straight pieces between corners, sorted by style: from far out whole runs are drawn as they lie."""
        of = np.repeat(np.arange(len(lengths)), lengths)
        firsts = np.flatnonzero(of[:-1] == of[1:])
        of = of[firsts]
        order = np.argsort(self.style[of], kind="stable")
        firsts, of = firsts[order], of[order]
        self._coarse: Pieces = _pieces(self._points[firsts], self._points[firsts + 1])
        self._coarse_of: npt.NDArray[np.int32] = of.astype(np.int32)
        styles = self.style[of]
        runs = np.searchsorted(styles, range(int(styles.max(initial=0)) + 2)).tolist()
        self._runs = [(style, (a, b)) for style, (a, b) in enumerate(pairwise(runs)) if b > a]
        self._kept: list[Coarse] = []
        self._kept_scale = 0.0

    def points_of(self, route: int) -> Floats:
        """The corners of a route, (k, 2)."""
        loose = self._loose.get(route)
        return self._points[self._starts[route] : self._starts[route + 1]] if loose is None else loose

    def mask(self, view: View, margin: float = 0.0) -> Bools:
        """Which routes may show in the rectangle: (routes,)."""
        left, top, right, bottom = view
        box = self.boxes
        shown: Bools = (
            (box[0] <= right + margin)
            & (box[2] >= left - margin)
            & (box[1] <= bottom + margin)
            & (box[3] >= top - margin)
        )
        return shown

    def fine(self, routes: Ints) -> Fine:
        """The segments of these routes, with rounded turns."""
        if len(self._fine) > _MOST_FINE:
            self._fine.clear()
        found = [self._fine.get(k) or self._round(k) for k in routes.tolist()]
        if not found:
            return Fine(np.empty((0, 4)), np.empty(0, np.int64), np.empty(0, np.bool_))
        lines = np.concatenate([each[0] for each in found])
        straight = np.concatenate([each[1] for each in found])
        return Fine(lines, np.repeat(routes, [len(each[0]) for each in found]), straight)

    def _round(self, route: int) -> tuple[Floats, Bools]:
        corners = np.array(rounded([(x, y) for x, y in self.points_of(route).tolist()]), np.float64)
        lines = np.hstack([corners[:-1], corners[1:]])
        straight: Bools = (lines[:, 0] == lines[:, 2]) | (lines[:, 1] == lines[:, 3])
        made = self._fine[route] = (lines, straight)
        return made

    def coarse(self, view: View, scale: float, only: Bools | None = None) -> list[Coarse]:
        """The pieces between corners, turns unrounded, of the routes that may show in the rectangle.

        As (style, rectangles, thickness) in pixels of `scale` to the unit, from the world's origin; `only` (routes,)
        leaves out others. From far out most show, and are kept while the scale stays.
        """
        mask = self.mask(view) if only is None else self.mask(view) & only
        found: list[Coarse] = []
        if only is None and 2 * np.count_nonzero(mask) > len(mask):  # picking costs more than drawing all
            if self._kept_scale != scale:
                self._kept_scale = scale
                self._kept = [
                    Coarse(style, pixel_rects(self._coarse[:, a:b], scale)) for style, (a, b) in self._runs
                ]
            found += self._kept
        else:
            for style, (a, b) in self._runs:
                mine = mask[self._coarse_of[a:b]]
                if mine.any():
                    found.append(Coarse(style, pixel_rects(self._coarse[:, a:b][:, mine], scale)))
        for route, points in self._loose.items():
            if mask[route]:
                rects = pixel_rects(_pieces(points[:-1], points[1:]), scale)
                found.append(Coarse(int(self.style[route]), rects))
        return found

    # What is moved by hand

    def shift(self, routes: Ints, dx: float, dy: float) -> None:
        """Move whole routes by (dx, dy)."""
        if not len(routes):
            return
        self._kept_scale = 0.0
        self.boxes[:, routes] += np.array((dx, dy, dx, dy))[:, None]
        self.tips[routes, :2] += (dx, dy)
        moved = np.zeros(len(self.style), np.bool_)
        moved[routes] = True
        for route in [k for k in self._loose if moved[k]]:
            self._loose[route] = self._loose[route] + (dx, dy)
        for route in [k for k in self._fine if moved[k]]:
            del self._fine[route]
        lengths = np.diff(self._starts)
        self._points[np.repeat(moved, lengths)] += (dx, dy)
        self._coarse[:, moved[self._coarse_of]] += np.array((dx, dy, dx, dy), np.float32)[:, None]

    def replace(self, route: int, points: Sequence[Point]) -> None:
        """Give a route other corners."""
        corners = np.array(points, np.float64).reshape(-1, 2)
        self._fine.pop(route, None)
        self._kept_scale = 0.0
        if route not in self._loose:
            # What it was shrinks to its beginning; from now on it is drawn apart.
            self._coarse[:, self._coarse_of == route] = np.tile(corners[0], 2)[:, None]
        self._loose[route] = corners
        self.boxes[:2, route] = corners.min(axis=0)
        self.boxes[2:, route] = corners.max(axis=0)
        way = corners[-1] - corners[-2]
        far = float(np.hypot(way[0], way[1])) or 1.0
        self.tips[route] = (*corners[-1], *(way / far))


def _pieces(starts: Floats, ends: Floats) -> Pieces:
    """Straight pieces as left, top, right, bottom: what lies level or upright is a rectangle of no width."""
    return np.vstack([np.minimum(starts, ends).T, np.maximum(starts, ends).T], dtype=np.float32)


def pixel_rects(pieces: Pieces | Floats, scale: float) -> npt.NDArray[np.int32]:
    """Level and upright pieces in whole pixels, `scale` to the unit: (k, 4) left, top, right, bottom.

    `pieces` is (4, n). What is shorter than a pixel is left out: nobody would see it, and there are thousands.
    """
    placed = np.empty(pieces.shape, np.int32)
    for side in range(4):
        at = pieces[side] * pieces.dtype.type(scale)
        at += pieces.dtype.type(0.5)
        placed[side] = np.floor(at, out=at)
    long = (placed[2] != placed[0]) | (placed[3] != placed[1])
    return np.ascontiguousarray((placed if long.all() else placed[:, long]).T)


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


def copies_of(pixmap: QPixmap, corners: Floats, scale: float = 1.0) -> Floats:
    """(n, 10) copies of a pixmap, scaled, with their top left corners at (n, 2) screen pixels, for `draw_copies`."""
    # Of each: middle, source rectangle, scale, rotation and opacity, as QPainter::PixmapFragment has them.
    copies = np.zeros((len(corners), 10))
    width, height = pixmap.width(), pixmap.height()
    copies[:, 0] = corners[:, 0] + width * scale / 2
    copies[:, 1] = corners[:, 1] + height * scale / 2
    copies[:, 4:6] = (width, height)
    copies[:, 6:8] = scale
    copies[:, 9] = 1.0
    return copies


def draw_copies(painter: QPainter, pixmap: QPixmap, copies: Floats) -> None:
    """Draw copies of a pixmap in one call; the painter's unit is a pixel of the screen."""
    fragments = cast(
        QPainter.PixmapFragment, shiboken6.wrapInstance(copies.ctypes.data, QPainter.PixmapFragment)
    )
    painter.drawPixmapFragments(fragments, len(copies), pixmap)
