"""Detours: orthogonal ways around cards that stand anywhere, for links that the grid's own router cannot serve.

A way is chosen among candidates of up to five pieces whose turns lie on the free lines beside the cards; where
all of those cross a card, a search over the same lines finds one with more turns.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np

from ui.canvas.shapes import DIAMOND, TRACK, Floats, Link, Point, Route

MARGIN = 14.0  # world units that a way keeps from a card it passes
_TURN = 30.0  # what a turn costs, in world units of length
_CROSS = 1e6  # what running through a card costs: never chosen while there is another way
_SHARED = 3.0  # what a unit of length on top of another way costs
_BRUSH = 40.0  # what passing close by a card costs
_NEAR = 4.0  # world units within which two parallel pieces look like one
_SEARCHED = 60  # cards among which a way with more turns is searched; beyond them the shortest is taken


class _Ways(NamedTuple):
    """Candidates with the same number of corners: (ways, corners, 2), and what is added to their cost."""

    points: Floats
    extra: Floats


class Detours:
    """Cards that stand, and the ways that already run between them.

    `rects` is (n, 4): x, y, width, height in world units.
    """

    def __init__(self, rects: Floats) -> None:
        self._left, self._top = rects[:, 0], rects[:, 1]
        self._right, self._bottom = rects[:, 0] + rects[:, 2], rects[:, 1] + rects[:, 3]
        self._taken: list[tuple[float, float, float, float]] = []

    def take(self, points: Sequence[Point]) -> None:
        """Remember that a way runs here, so that others keep apart from it."""
        self._taken += [(x1, y1, x2, y2) for (x1, y1), (x2, y2) in pairwise(points)]

    def crosses(self, points: Sequence[Point], but: Iterable[int] = ()) -> bool:
        """Whether a way runs through the inside of a card other than those in `but`."""
        way = np.array(points, np.float64)[None]
        found = self._crossings(way)[0]
        found[list(but)] = False
        return bool(found.any())

    def brushes(self, points: Sequence[Point], but: Iterable[int] = ()) -> bool:
        """Whether a way runs close along a card other than those in `but`."""
        found = self._crossings(np.array(points, np.float64)[None], 5.0)[0]
        found[list(but)] = False
        return bool(found.any())

    def way(
        self, source: int, target: int, *, back: bool = False, thorough: bool = True
    ) -> tuple[Point, ...]:
        """The corners of a way between two cards; through one only where nothing else is possible.

        `back` leaves below, as a loop does. Without `thorough` only ways of up to five pieces are tried: what a
        drag can afford at every move.
        """
        best, cost = self._best(source, target, back)
        if cost >= _CROSS and thorough:
            found = self._searched(source, target)
            if found is not None:
                best = found
        return _tidy(best)

    # Candidates

    def _best(self, source: int, target: int, back: bool) -> tuple[list[Point], float]:
        best: list[Point] = []
        least = np.inf
        for ways in self._candidates(source, target, back):
            cost = self._cost(ways.points) + ways.extra
            k = int(np.argmin(cost))
            if cost[k] < least:
                least = float(cost[k])
                best = [(float(x), float(y)) for x, y in ways.points[k]]
        return best, least

    def _candidates(self, source: int, target: int, back: bool) -> list[_Ways]:
        sl, st, sr, sb = self._box(source)
        tl, tt, tr, tb = self._box(target)
        sx, sy, tx, ty = (sl + sr) / 2, (st + sb) / 2, (tl + tr) / 2, (tt + tb) / 2
        near = self._near(min(sl, tl), min(st, tt), max(sr, tr), max(sb, tb))
        ys = self._free_lines(self._top[near], self._bottom[near])
        xs = self._free_lines(self._left[near], self._right[near])
        sideways = 200.0 if back else 0.0
        ways: list[_Ways] = []
        if sy == ty and not back:
            ways.append(_of([[sr, sy], [tl, ty]], 0.0))
        # Out of the right side, one vertical, into the left side.
        between = np.concatenate([xs, [(sr + tl) / 2]]) if tl > sr else xs
        one = np.empty((len(between), 4, 2))
        one[:, 0], one[:, 3] = (sr, sy), (tl, ty)
        one[:, 1, 0] = one[:, 2, 0] = between
        one[:, 1, 1], one[:, 2, 1] = sy, ty
        ways.append(_Ways(one, np.full(len(one), sideways) + _behind(between, sr, tl)))
        # Out of the right side, along a free line, into the left side.
        outs = sr + TRACK * np.arange(1.0, 4.0)
        ins = tl - TRACK * np.arange(1.6, 4.0)
        grid = np.array(np.meshgrid(outs, ys, ins, indexing="ij")).reshape(3, -1)
        two = np.empty((grid.shape[1], 6, 2))
        two[:, 0], two[:, 5] = (sr, sy), (tl, ty)
        two[:, 1, 0] = two[:, 2, 0] = grid[0]
        two[:, 3, 0] = two[:, 4, 0] = grid[2]
        two[:, 1, 1], two[:, 4, 1] = sy, ty
        two[:, 2, 1] = two[:, 3, 1] = grid[1]
        ways.append(_Ways(two, np.full(len(two), sideways)))
        # Out of the bottom (or top), along a free line below (above) both, back in from there.
        for below in (True, False):
            here, there = (sb, tb) if below else (st, tt)
            clear = MARGIN - 1
            lines = ys[ys > max(here, there) + clear] if below else ys[ys < min(here, there) - clear]
            extra = (0.0 if below else 150.0) if back else (150.0 if below else 220.0)
            apart = TRACK * 1.4
            for k in range(3):
                # Several ways of one card leave it side by side; the two ends of a way round one card as well.
                out = apart * (k + 1 if source == target else k)
                leaves, enters = sx + _within(out, sr - sl), tx - _within(out, tr - tl)
                under = np.empty((len(lines), 4, 2))
                under[:, 0], under[:, 3] = (leaves, here), (enters, there)
                under[:, 1, 0], under[:, 2, 0] = leaves, enters
                under[:, 1, 1] = under[:, 2, 1] = lines
                if len(lines) and (source != target or leaves != enters):
                    ways.append(_Ways(under, np.full(len(lines), extra + 4 * k)))
        if source == target and sr - sl <= 2 * DIAMOND:
            # Round a decision: out at its lower corner, back in at its right one.
            low, far = sb + MARGIN, sr + MARGIN
            ways.append(_of([[sx, sb], [sx, low], [far, low], [far, sy], [sr, sy]], -_TURN))
        # From one row into another that lies straight below or above it.
        if tt > sb or tb < st:
            here, there = (sb, tt) if tt > sb else (st, tb)
            lines = ys[(ys > min(here, there) + 8) & (ys < max(here, there) - 8)]
            lines = np.concatenate([lines, [(here + there) / 2]])
            down = np.empty((len(lines), 4, 2))
            down[:, 0], down[:, 3] = (sx, here), (tx, there)
            down[:, 1, 0], down[:, 2, 0] = sx, tx
            down[:, 1, 1] = down[:, 2, 1] = lines
            ways.append(_Ways(down, np.full(len(lines), 90.0 if not back else 180.0)))
        return ways

    def _cost(self, points: Floats) -> Floats:
        """Length, turns, what is shared with other ways, and cards that are run through."""
        steps = np.abs(np.diff(points, axis=1))
        length = steps.sum(axis=(1, 2))
        turns = (np.count_nonzero(steps.sum(axis=2) > 0.5, axis=1) - 1) * _TURN
        crossed = np.count_nonzero(self._crossings(points), axis=1) * _CROSS
        # The ends themselves are close to every way of theirs: what counts is whom else a way brushes.
        close = np.count_nonzero(self._crossings(points[:, 1:-1], 8.0), axis=1) * _BRUSH
        cost: Floats = length + turns + crossed + close + self._shared(points) * _SHARED
        return cost

    def _crossings(
        self, points: Floats, around: float = -1.0
    ) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        """(ways, cards): which way runs through the inside of which card, or comes within `around` of it."""
        low, high = np.minimum(points[:, :-1], points[:, 1:]), np.maximum(points[:, :-1], points[:, 1:])
        inside = (
            (high[..., 0, None] > self._left - around)
            & (low[..., 0, None] < self._right + around)
            & (high[..., 1, None] > self._top - around)
            & (low[..., 1, None] < self._bottom + around)
        )
        return np.asarray(inside.any(axis=1), np.bool_)

    def _shared(self, points: Floats) -> Floats:
        """The length that each way runs on top of another."""
        if not self._taken:
            return np.zeros(len(points))
        taken = np.array(self._taken)
        low, high = np.minimum(points[:, :-1], points[:, 1:]), np.maximum(points[:, :-1], points[:, 1:])
        total = np.zeros(len(points))
        for axis in (0, 1):
            other = 1 - axis
            lines = taken[np.abs(taken[:, other] - taken[:, other + 2]) < 0.5]
            ends = np.sort(lines[:, [axis, axis + 2]], axis=1)
            around = (
                (ends[:, 1] > low[:, :, axis].min())
                & (ends[:, 0] < high[:, :, axis].max())
                & (lines[:, other] > low[:, :, other].min() - _NEAR)
                & (lines[:, other] < high[:, :, other].max() + _NEAR)
            )
            lines, ends = lines[around], ends[around]
            if not len(lines):
                continue
            level = (low[:, :, other] == high[:, :, other])[..., None]
            close = np.abs(low[:, :, other, None] - lines[:, other]) < _NEAR
            span = np.minimum(high[:, :, axis, None], ends[:, 1]) - np.maximum(
                low[:, :, axis, None], ends[:, 0]
            )
            total += np.where(level & close, np.maximum(span, 0.0), 0.0).sum(axis=(1, 2))
        return total

    # Lines and cards around

    def _box(self, i: int) -> tuple[float, float, float, float]:
        return float(self._left[i]), float(self._top[i]), float(self._right[i]), float(self._bottom[i])

    def _near(
        self, left: float, top: float, right: float, bottom: float
    ) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
        reach = 260.0
        return np.flatnonzero(
            (self._left < right + reach)
            & (self._right > left - reach)
            & (self._top < bottom + reach)
            & (self._bottom > top - reach)
        )

    @staticmethod
    def _free_lines(low: Floats, high: Floats) -> Floats:
        """The lines just beside every card, each with a second one a track further."""
        lines = np.concatenate([low - MARGIN, high + MARGIN, low - MARGIN - TRACK, high + MARGIN + TRACK])
        return np.unique(np.round(lines))

    # Search

    def _searched(self, source: int, target: int) -> list[Point] | None:
        """A way with as many turns as it takes, over the free lines; None where the cards are shut in."""
        sl, st, sr, sb = self._box(source)
        tl, tt, tr, tb = self._box(target)
        near = self._near(min(sl, tl), min(st, tt), max(sr, tr), max(sb, tb))
        if len(near) > _SEARCHED:
            middle = np.hypot(
                (self._left[near] + self._right[near]) / 2 - (sl + tr) / 2,
                (self._top[near] + self._bottom[near]) / 2 - (st + tb) / 2,
            )
            near = near[np.argsort(middle)[:_SEARCHED]]
            near = np.union1d(near, [source, target])
        sx, sy, tx, ty = (sl + sr) / 2, (st + sb) / 2, (tl + tr) / 2, (tt + tb) / 2
        xs = np.unique(
            np.concatenate([self._left[near] - MARGIN, self._right[near] + MARGIN, [sx, tx, sr, tl, sl, tr]])
        )
        ys = np.unique(
            np.concatenate([self._top[near] - MARGIN, self._bottom[near] + MARGIN, [sy, ty, sb, tb, st, tt]])
        )
        shut_x = np.zeros((len(ys), len(xs)), np.bool_)  # from x to the next, on a line
        shut_y = np.zeros((len(ys), len(xs)), np.bool_)
        for i in near.tolist():
            left, top, right, bottom = self._box(i)
            x1, x2 = np.searchsorted(xs, (left + 1, right - 1))
            y1, y2 = np.searchsorted(ys, (top + 1, bottom - 1))
            shut_x[y1:y2, max(0, x1 - 1) : x2] = True
            shut_y[max(0, y1 - 1) : y2, x1:x2] = True
        starts = [(sr, sy), (sx, sb), (sx, st), (sl, sy)]
        ends = {(tl, ty), (tx, tb), (tx, tt), (tr, ty)}
        return _search(xs.tolist(), ys.tolist(), shut_x, shut_y, starts, ends)


def _search(
    xs: list[float],
    ys: list[float],
    shut_x: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
    shut_y: np.ndarray[tuple[int, ...], np.dtype[np.bool_]],
    starts: list[Point],
    ends: set[Point],
) -> list[Point] | None:
    """The cheapest way over a grid of lines (Dijkstra with turns)."""
    at_x, at_y = {x: i for i, x in enumerate(xs)}, {y: i for i, y in enumerate(ys)}
    goal = {(at_x[x], at_y[y]) for x, y in ends}
    heap: list[tuple[float, int, int, int]] = []
    cost: dict[tuple[int, int, int], float] = {}
    before: dict[tuple[int, int, int], tuple[int, int, int]] = {}
    for place, (x, y) in enumerate(starts):
        for direction in (0, 1):
            state = (at_x[x], at_y[y], direction)
            cost[state] = 60.0 * place
            heapq.heappush(heap, (cost[state], *state))
    while heap:
        spent, i, j, direction = heapq.heappop(heap)
        if spent > cost[i, j, direction]:
            continue
        if (i, j) in goal:
            state = (i, j, direction)
            points = [(xs[i], ys[j])]
            while state in before:
                state = before[state]
                points.append((xs[state[0]], ys[state[1]]))
            return points[::-1]
        steps = []
        if i + 1 < len(xs) and not shut_x[j, i]:
            steps.append((i + 1, j, 0, xs[i + 1] - xs[i]))
        if i and not shut_x[j, i - 1]:
            steps.append((i - 1, j, 0, xs[i] - xs[i - 1]))
        if j + 1 < len(ys) and not shut_y[j, i]:
            steps.append((i, j + 1, 1, ys[j + 1] - ys[j]))
        if j and not shut_y[j - 1, i]:
            steps.append((i, j - 1, 1, ys[j] - ys[j - 1]))
        for to_x, to_y, heading, length in steps:
            total = spent + length + (_TURN if heading != direction else 0.0)
            state = (to_x, to_y, heading)
            if total < cost.get(state, np.inf):
                cost[state] = total
                before[state] = (i, j, direction)
                heapq.heappush(heap, (total, *state))
    return None


def _within(shift: float, width: float) -> float:
    """How far aside of its middle a way may leave a card; a decision is left at its corner only."""
    return min(shift, width / 2 - 8) if width > 2 * DIAMOND else 0.0


def _of(points: list[list[float]], extra: float) -> _Ways:
    return _Ways(np.array([points], np.float64), np.array([extra]))


def _behind(xs: Floats, right: float, left: float) -> Floats:
    """What a vertical costs that lies left of where a way begins or right of where it ends."""
    cost: Floats = np.where((xs < right + 8) | (xs > left - 8), 400.0, 0.0)
    return cost


def _tidy(points: Sequence[Point]) -> tuple[Point, ...]:
    """The corners without those where nothing turns."""
    out: list[Point] = []
    for point in points:
        if out and abs(out[-1][0] - point[0]) < 0.25 and abs(out[-1][1] - point[1]) < 0.25:
            continue
        if len(out) >= 2:
            (x0, y0), (x1, y1) = out[-2], out[-1]
            if (x0 == x1 == point[0]) or (y0 == y1 == point[1]):
                out[-1] = point
                continue
        out.append(point)
    if len(out) == 1:
        out.append(out[0])
    return tuple(out)


def repaired(
    rects: Floats,
    links: Sequence[Link],
    routes: Sequence[Route],
    anew: Iterable[int],
    *,
    thorough: bool = True,
) -> tuple[Route, ...]:
    """The routes with those of the links in `anew` led anew around the cards; all others stay as they are."""
    wanted = set(anew)
    detours = Detours(rects)
    for route in routes:
        if route.link not in wanted:
            detours.take(route.points)
    out: list[Route] = []
    for route in routes:
        if route.link in wanted:
            link = links[route.link]
            points = detours.way(link.source, link.target, back=route.loop, thorough=thorough)
            detours.take(points)
            route = Route(route.link, points, route.loop)
        out.append(route)
    return tuple(out)


def crossing(rects: Floats, links: Sequence[Link], routes: Sequence[Route]) -> list[int]:
    """The links whose routes run through a card that is not at their end.

    Takes all segments of one route against all cards at once.
    """
    detours = Detours(rects)
    return [
        route.link
        for route in routes
        if detours.crosses(route.points, (links[route.link].source, links[route.link].target))
    ]
