"""Where labels of links stand: beside their own way, over no card and over no other label."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from ui.canvas import shapes
from ui.canvas.shapes import Floats, Label, Link, Measure, Point, Route

Box = tuple[float, float, float, float]
"""left, top, right, bottom in world units."""

_CELL = 256.0
_APART = 3.0  # world units between a label and what stands beside it
_NARROWEST = 40.0  # a label that is narrower says nothing
_SHARES = (0.5, 0.25, 0.75, 0.1, 0.9)


class Taken:
    """What stands where, found by cells of a coarse grid."""

    def __init__(self) -> None:
        self._cells: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        """Remember a box."""
        for cell in _cells(box):
            self._cells.setdefault(cell, []).append(box)

    def meets(self, box: Box) -> bool:
        """Whether a box shares area with one that is there."""
        left, top, right, bottom = box
        for cell in _cells(box):
            for other in self._cells.get(cell, ()):
                if left < other[2] and other[0] < right and top < other[3] and other[1] < bottom:
                    return True
        return False


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    left, top, right, bottom = box
    for i in range(int(left // _CELL), int(right // _CELL) + 1):
        for j in range(int(top // _CELL), int(bottom // _CELL) + 1):
            yield i, j


def settle_labels(
    rects: Floats,
    links: Sequence[Link],
    routes: Sequence[Route],
    wished: Iterable[Label],
    measure: Measure,
) -> tuple[Label, ...]:
    """The labels, each where it was wished if there is room, else along its way, narrower, or not at all.

    A label that finds no room is left out: its text is in the tooltip of its way. Those over other ways are
    avoided where another place is free.
    """
    labels = list(wished)
    if not labels:
        return ()
    cards, ways, settled = Taken(), Taken(), Taken()
    reach = _around(labels, routes)
    for x, y, width, height in rects.tolist():
        if x < reach[2] and x + width > reach[0] and y < reach[3] and y + height > reach[1]:
            cards.add((x, y, x + width, y + height))
    of = {route.link: route for route in routes}
    for route in routes:
        for (x1, y1), (x2, y2) in pairwise(route.points):
            ways.add((min(x1, x2) - 1, min(y1, y2) - 1, max(x1, x2) + 1, max(y1, y2) + 1))
    out: list[Label] = []
    for label in labels:
        found = _room_for(label, of.get(label.link), links[label.link].label, measure, cards, ways, settled)
        if found is not None:
            settled.add(_grown(found))
            out.append(found)
    return tuple(out)


def _around(labels: Sequence[Label], routes: Sequence[Route]) -> Box:
    """The part of the world in which a label may come to stand."""
    links = {label.link for label in labels}
    points = [point for route in routes if route.link in links for point in route.points]
    points += [(label.x, label.y) for label in labels]
    margin = shapes.PILL_WIDTH
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return (min(xs) - margin, min(ys) - margin, max(xs) + margin, max(ys) + margin)


def _grown(label: Label) -> Box:
    return (
        label.x - _APART,
        label.y - _APART,
        label.x + label.width + _APART,
        label.y + label.height + _APART,
    )


def _room_for(
    label: Label,
    route: Route | None,
    text: str,
    measure: Measure,
    cards: Taken,
    ways: Taken,
    settled: Taken,
) -> Label | None:
    second: Label | None = None
    for candidate in _candidates(label, route, text, measure):
        box = (
            candidate.x,
            candidate.y,
            candidate.x + candidate.width,
            candidate.y + candidate.height,
        )
        if cards.meets(box) or settled.meets(box):
            continue
        # A pill lies on its way and hides what runs below it; text stands beside all ways, if it can.
        if candidate.pill or not ways.meets(box):
            return candidate
        second = second or candidate
    return second


def _candidates(label: Label, route: Route | None, text: str, measure: Measure) -> Iterator[Label]:
    yield label
    if route is None:
        return
    full = measure(text)
    if label.pill:
        widths = [label.width, *(w for w in (label.width * 0.6, 120.0, 72.0) if _NARROWEST < w < label.width)]
        for width in widths:
            yield from (
                replace(label, x=round(x - width / 2), y=y - label.height / 2, width=round(width))
                for x, y in _along(route.points, width)
            )
        return
    sizes = [(label.width, label.height)]
    if full + 4 <= shapes.LABEL_WIDTH * 2 and label.height > shapes.LABEL_LINE:
        sizes.append((full + 4, shapes.LABEL_LINE))
    sizes += [
        (width, shapes.LABEL_LINE) for width in (label.width, 84.0, 56.0, _NARROWEST) if width <= label.width
    ]
    for width, height in sizes:
        for (x1, y1), (x2, y2) in pairwise(route.points):
            if y1 == y2:
                length = abs(x2 - x1)
                for share in _SHARES:
                    x = (
                        min(x1, x2) + max(0.0, length - width) * share
                        if length > width
                        else (x1 + x2 - width) / 2
                    )
                    yield replace(label, x=x, y=y1 - height - 4, width=width, height=height)
                    yield replace(label, x=x, y=y1 + 4, width=width, height=height)
            else:
                for share in _SHARES:
                    y = min(y1, y2) + abs(y2 - y1) * share - height / 2
                    yield replace(label, x=x1 + 6, y=y, width=width, height=height)
                    yield replace(label, x=x1 - 6 - width, y=y, width=width, height=height)


def _along(points: Sequence[Point], width: float) -> Iterator[Point]:
    """Places for the middle of a pill, on level pieces of a way, the longest first."""
    level = [(a, b) for a, b in pairwise(points) if a[1] == b[1]]
    for (x1, y), (x2, _) in sorted(level, key=lambda piece: -abs(piece[1][0] - piece[0][0])):
        low, high = min(x1, x2), max(x1, x2)
        spare = max(0.0, high - low - width)
        for share in _SHARES:
            yield ((low + high - spare) / 2 + spare * share, y)
