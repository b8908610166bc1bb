"""To scale: cards stand with their leading edge at their planned time, on strips with a time base each. No Qt.

Time runs evenly along a strip. Long times in which nothing is planned are cut short, and where more visits fall on
one time than lanes can hold the strip waits; both are pieces of the strip that say so, so that a ruler can show where
it is not even. Cards that would overlap stand in lanes below one another, each with a line to its true time.
"""

from __future__ import annotations

import itertools
import math
from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

import numpy as np

from ui.canvas import shapes
from ui.canvas.detours import Detours, repaired
from ui.canvas.labels import settle_labels
from ui.canvas.shapes import Band, Label, Layout, Link, Measure, Node, NodeKind, Point, Route, estimated_width

LANES = 6
"""Lanes of one strip; what falls on one time beyond them stands to the right."""

SPACE = 28.0  # world units between cards of one lane
_STEP = shapes.CARD_WIDTH + SPACE
_CUT_AT = 4.5 * _STEP  # an empty time longer than this is cut short
_CUT = 96.0  # world units that stand for what is cut out
_SHOULDER = 1.0 * _STEP  # even time that is left on each side of a cut
RULER = 44.0  # world units above the first lane of a strip: its ruler when it is not at the view's top
_HEAD = (
    84.0  # world units above the first strip, for the ruler along the view's top and the controls under it
)
_TITLED = 300.0  # world units that a band needs for its own title
_STRIP_GAP = 72.0
_ROUTED = 400  # nodes up to which every way is led around the cards


class Evenness(Enum):
    """What a piece of a strip does with time."""

    EVEN = "even"
    CUT = "cut"  # time is cut out: the piece is shorter than it should be
    WAITS = "waits"  # time stands still: the piece is there to make room


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a strip: seconds `start` to `end` (equal where time waits) lie at x `left` to `right`."""

    start: float
    end: float
    left: float
    right: float
    evenness: Evenness = Evenness.EVEN


@dataclass(frozen=True, slots=True)
class Strip:
    """One time base: `section` its place among those given, its pieces from left to right, top and bottom.

    `density` is world units a second on its even pieces. `marks` are (node, x of its true time).
    """

    section: int
    pieces: tuple[Piece, ...]
    density: float
    top: float
    bottom: float
    marks: tuple[tuple[int, float], ...]

    def x(self, seconds: float) -> float:
        """Where a time lies; of a time at which the strip waits, the end of the wait."""
        place = max(0, bisect_right(self.pieces, seconds, key=lambda piece: piece.start) - 1)
        piece = self.pieces[place]
        if piece.end <= piece.start:
            return piece.right + (seconds - piece.end) * self.density
        if seconds > piece.end:
            return piece.right + (seconds - piece.end) * self.density
        return piece.left + (seconds - piece.start) / (piece.end - piece.start) * (piece.right - piece.left)


@dataclass(frozen=True, slots=True)
class ScaledLayout(Layout):
    """A layout to scale. `leaders` are (node, x, y) from a strip's top to the cards that stand off it."""

    strips: tuple[Strip, ...] = ()
    leaders: tuple[tuple[int, Point, Point], ...] = ()
    untimed: int = 0

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """x, y, width and height around everything, the first ruler included."""
        x, y, width, height = Layout.bounds.__get__(self)
        return (x, y - _HEAD, width, height + _HEAD)


def lay_out_to_scale(
    nodes: Sequence[Node],
    links: Sequence[Link],
    moments: Mapping[int, tuple[int, int]],
    measure: Measure = estimated_width,
    *,
    untimed_title: str = "",
    title_of: Callable[[str], str] = str,
) -> ScaledLayout:
    """Place a timeline's graph by time: `moments` gives (section, seconds) of each node that has a time.

    Each section is a strip of its own, below the one before. Cards and decisions without a time stand apart, under
    the last strip, in a band headed `untimed_title`; `title_of` gives the name of an epoch. An entry stands before, an
    exit behind what it belongs to. No two nodes overlap; a card's left edge is at its time, or has a leader there.
    """
    if not nodes:
        return ScaledLayout(np.zeros((0, 4)), np.zeros(0, np.int64), (), (), ())
    exits = {link.source for link in links if nodes[link.target].kind is NodeKind.EXIT}
    rects = np.zeros((len(nodes), 4))
    strips: list[Strip] = []
    bands: list[Band] = []
    leaders: list[tuple[int, Point, Point]] = []
    top = 0.0
    for section in sorted({section for section, _ in moments.values()}):
        times = sorted((at, i) for i, (mine, at) in moments.items() if mine == section)
        strip, lanes = _strip(section, times, nodes, exits, rects, top)
        strips.append(strip)
        bands += _bands(strip, times, nodes, rects, title_of)
        marks = dict(strip.marks)
        for i, lane in lanes.items():
            x, y = float(rects[i, 0]), float(rects[i, 1])
            if lane or abs(x - marks[i]) > 0.5:
                middle = y + (shapes.DIAMOND / 2 if nodes[i].kind is NodeKind.DECISION else 0.0)
                leaders.append((i, (marks[i], strip.top), (x, middle)))
        top = strip.bottom + _STRIP_GAP
    apart = _stand_apart(nodes, links, moments, rects, top)
    if apart is not None:
        left, right, bottom = apart
        head = shapes.BAND_HEAD / 2
        bands.append(
            Band(
                "",
                left - shapes.BAND_PADDING,
                top,
                max(_TITLED, right - left + 2 * shapes.BAND_PADDING),
                bottom - top + head,
                reached=False,
                title=untimed_title,
            )
        )
    _place_ends(nodes, links, rects, moments)
    routes = _routes(nodes, links, rects)
    labels = settle_labels(rects, links, routes, _wished(links, routes, measure), measure)
    order = np.argsort(np.argsort(rects[:, 0], kind="stable"), kind="stable").astype(np.int64)
    count = sum(1 for i, node in enumerate(nodes) if i not in moments and node.kind <= NodeKind.DECISION)
    return ScaledLayout(rects, order, tuple(bands), routes, labels, tuple(strips), tuple(leaders), count)


def density_for(gaps: Sequence[float]) -> float:
    """World units a second at which most of the distances between visits can be seen as they are.

    Weighs what would have to be cut short against what would have to stand in lanes.
    """
    gaps = sorted(gap for gap in gaps if gap > 0)
    if not gaps:
        return _STEP / 86_400
    best, least = _STEP / gaps[-1], math.inf
    every = max(1, len(gaps) // 24)
    lengths = np.array(gaps)
    for gap in gaps[::every]:
        density = _STEP / gap
        drawn = lengths * density
        long, short = drawn[drawn > _CUT_AT], drawn[drawn < _STEP]
        cost = float((1.5 + 0.2 * np.log(long / _CUT_AT)).sum() + (1.0 - short / _STEP).sum())
        if cost < least - 1e-9:
            best, least = density, cost
    return best


def _strip(
    section: int,
    times: list[tuple[int, int]],
    nodes: Sequence[Node],
    exits: set[int],
    rects: shapes.Floats,
    top: float,
) -> tuple[Strip, dict[int, int]]:
    """Place the nodes of one time base; returns the strip and the lane of each."""
    distinct = sorted({at for at, _ in times})
    # Distances weigh as often as they occur: the scale suits the schedule's usual step.
    density = density_for([float(b - a) for a, b in itertools.pairwise(distinct)])
    pieces: list[Piece] = []
    ends = [-math.inf] * LANES
    aside = -math.inf
    lane_of: dict[int, int] = {}
    marks: list[tuple[int, float]] = []
    x, before = 0.0, float(distinct[0])
    at_time: dict[int, list[int]] = {}
    for at, i in times:
        at_time.setdefault(at, []).append(i)
    for at, group in at_time.items():
        x = _advanced(pieces, before, float(at), x, density)
        before = float(at)
        # Cards that stand aside for want of a lane must not seem to be of a later time.
        free = max(min(ends), aside) + SPACE
        if free > x:
            pieces.append(Piece(at, at, x, free, Evenness.WAITS))
            x = free
        for i in sorted(group):
            width, height = shapes.SIZES[nodes[i].kind]
            lane = next((k for k, end in enumerate(ends) if end + SPACE <= x + 0.01), None)
            left = x
            if lane is None:
                lane = int(np.argmin(ends))
                left = ends[lane] + SPACE
            reach = width + (shapes.COLUMN_GAP + shapes.DOT if i in exits else 0.0)
            ends[lane] = left + reach
            if left > x:
                aside = max(aside, left + reach)
            lane_of[i] = lane
            y = top + RULER + lane * (shapes.CARD_HEIGHT + shapes.ROW_GAP)
            rects[i] = (left, y + (shapes.CARD_HEIGHT - height) / 2, width, height)
            marks.append((i, x))
    pieces.append(Piece(before, before + _STEP / density, x, x + _STEP))
    used = max(lane_of.values()) + 1
    bottom = top + RULER + used * (shapes.CARD_HEIGHT + shapes.ROW_GAP) - shapes.ROW_GAP
    return Strip(section, tuple(pieces), density, top, bottom + shapes.BAND_FOOT, tuple(marks)), lane_of


def _advanced(pieces: list[Piece], before: float, at: float, x: float, density: float) -> float:
    """Add the pieces from one time to the next; returns where the next lies."""
    if at <= before:
        return x
    length = (at - before) * density
    if length <= _CUT_AT:
        pieces.append(Piece(before, at, x, x + length))
        return x + length
    shoulder = _SHOULDER / density
    first, last = x + _SHOULDER, x + _SHOULDER + _CUT
    pieces.append(Piece(before, before + shoulder, x, first))
    pieces.append(Piece(before + shoulder, at - shoulder, first, last, Evenness.CUT))
    pieces.append(Piece(at - shoulder, at, last, last + _SHOULDER))
    return last + _SHOULDER


def _bands(
    strip: Strip,
    times: list[tuple[int, int]],
    nodes: Sequence[Node],
    rects: shapes.Floats,
    title_of: Callable[[str], str],
) -> list[Band]:
    """A band for each run of one epoch in time, from its first visit's time to the next run's.

    Where visits of several epochs are planned for one time, that time's band names them all.
    """
    marks = dict(strip.marks)
    at: dict[float, dict[str, None]] = {}
    before = ""
    for _, i in sorted(times, key=lambda each: (marks[each[1]], each[1])):
        before = nodes[i].epoch or before
        at.setdefault(marks[i], {})[before] = None
    runs: list[tuple[tuple[str, ...], float]] = []
    for x, epochs in at.items():
        names = tuple(epoch for epoch in epochs if epoch)
        if not runs or runs[-1][0] != names:
            runs.append((names, x))
    right = max(float(rects[i, 0] + rects[i, 2]) for _, i in times) + shapes.BAND_PADDING
    bands = []
    for k, (names, start) in enumerate(runs):
        end = runs[k + 1][1] - 12.0 if k + 1 < len(runs) else right
        left = start - 8.0
        if names and end - left > 1:
            title = " · ".join(title_of(each) for each in names) if len(names) > 1 else ""
            bands.append(Band(names[0], left, strip.top, end - left, strip.bottom - strip.top, title=title))
    return bands


def _stand_apart(
    nodes: Sequence[Node],
    links: Sequence[Link],
    moments: Mapping[int, tuple[int, int]],
    rects: shapes.Floats,
    top: float,
) -> tuple[float, float, float] | None:
    """Put what has no time into rows below; returns their left, right and bottom."""
    apart = [i for i, node in enumerate(nodes) if i not in moments and node.kind <= NodeKind.DECISION]
    if not apart:
        return None
    before: dict[int, int] = {}
    for link in links:
        before.setdefault(link.target, link.source)
    width = max((float(rects[i, 0]) for i in moments), default=0.0) + 4 * _STEP
    per_row = max(4, math.ceil(math.sqrt(len(apart)) * 1.6), int(width // _STEP) if len(apart) > 12 else 0)
    row, used, cursor, left, right = 0, 0, -math.inf, math.inf, -math.inf
    for i in apart:
        # Below what leads to it, where that leaves room.
        wish = float(rects[before[i], 0]) if before.get(i) in moments else 0.0
        x = max(cursor, wish if used == 0 or wish > cursor else cursor)
        if used == per_row:
            row, used, x = row + 1, 0, min(left, wish)
        node_width, height = shapes.SIZES[nodes[i].kind]
        y = top + shapes.BAND_HEAD / 2 + row * (shapes.CARD_HEIGHT + shapes.ROW_GAP)
        rects[i] = (x, y + (shapes.CARD_HEIGHT - height) / 2, node_width, height)
        left, right = min(left, x), max(right, x + node_width)
        cursor = x + _STEP
        used += 1
    bottom = top + shapes.BAND_HEAD / 2 + (row + 1) * (shapes.CARD_HEIGHT + shapes.ROW_GAP) - shapes.ROW_GAP
    return left, right, bottom


def _place_ends(
    nodes: Sequence[Node],
    links: Sequence[Link],
    rects: shapes.Floats,
    moments: Mapping[int, tuple[int, int]],
) -> None:
    """An entry stands left of everything beside its target, an exit right behind its source."""
    leftmost = min((float(rects[i, 0]) for i in moments), default=0.0)
    for link in links:
        for i, other, kind in (
            (link.source, link.target, NodeKind.ENTRY),
            (link.target, link.source, NodeKind.EXIT),
        ):
            if nodes[i].kind is not kind:
                continue
            x, y, width, height = rects[other].tolist()
            middle = y + height / 2 - shapes.DOT / 2
            if kind is NodeKind.ENTRY:
                rects[i] = (
                    min(leftmost, x) - shapes.COLUMN_GAP - shapes.DOT,
                    middle,
                    shapes.DOT,
                    shapes.DOT,
                )
            else:
                gap = shapes.COLUMN_GAP if other in moments else (SPACE - shapes.DOT) / 2
                rects[i] = (x + width + gap, middle, shapes.DOT, shapes.DOT)


def _routes(nodes: Sequence[Node], links: Sequence[Link], rects: shapes.Floats) -> tuple[Route, ...]:
    begun = tuple(
        Route(k, _plain(rects[link.source].tolist(), rects[link.target].tolist()), link.back)
        for k, link in enumerate(links)
    )
    if len(nodes) > _ROUTED:
        return begun
    detours = Detours(rects)
    straight: set[int] = set()
    for route in begun:
        link = links[route.link]
        level = len(route.points) == 2 and route.points[1][0] > route.points[0][0]
        if level and not link.back and not detours.crosses(route.points, (link.source, link.target)):
            straight.add(route.link)
    return repaired(rects, links, begun, [k for k in range(len(links)) if k not in straight])


def _plain(source: Sequence[float], target: Sequence[float]) -> tuple[Point, ...]:
    """A way of three pieces at most, whatever lies between."""
    x1, y1 = source[0] + source[2], source[1] + source[3] / 2
    x2, y2 = target[0], target[1] + target[3] / 2
    if y1 == y2 and x2 > x1:
        return ((x1, y1), (x2, y2))
    if x2 > x1:
        middle = (x1 + x2) / 2
        return ((x1, y1), (middle, y1), (middle, y2), (x2, y2))
    between = (source[1] + source[3] + target[1]) / 2 if target[1] > source[1] else source[1] - SPACE / 2
    return (
        (x1, y1),
        (x1 + SPACE / 2, y1),
        (x1 + SPACE / 2, between),
        (x2 - SPACE / 2, between),
        (x2 - SPACE / 2, y2),
        (x2, y2),
    )


def _wished(links: Sequence[Link], routes: Sequence[Route], measure: Measure) -> list[Label]:
    """Where labels would like to stand: on the middle of a way back, above where another way begins."""
    labels = []
    for route in routes:
        text = links[route.link].label
        if not text:
            continue
        labels.append(wished_label(route, text, measure))
    return labels


def wished_label(route: Route, text: str, measure: Measure) -> Label:
    """Where the label of a way would like to stand: a pill on its longest level piece, or text above its beginning."""
    pieces = [(a, b) for a, b in zip(route.points, route.points[1:], strict=False) if a[1] == b[1]]
    (x1, y), (x2, _) = max(
        pieces or [(route.points[0], route.points[-1])], key=lambda p: abs(p[1][0] - p[0][0])
    )
    full = measure(text)
    if route.loop:
        width = min(full + 24, shapes.PILL_WIDTH)
        return Label(
            route.link,
            round((x1 + x2 - width) / 2),
            y - shapes.PILL_HEIGHT / 2,
            round(width),
            shapes.PILL_HEIGHT,
            pill=True,
        )
    width = min(full + 4, shapes.LABEL_WIDTH)
    height = shapes.LABEL_LINE * (1 if full + 4 <= shapes.LABEL_WIDTH else 2)
    return Label(route.link, min(x1, x2) + 6, y - height - 4, width, height, pill=False)
