"""What the layout is given and what it gives back: nodes, links, placed rectangles, bands, routes and labels."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Ints = npt.NDArray[np.int64]
Bools = npt.NDArray[np.bool_]
PixelRects = npt.NDArray[np.int32]  # (n, 4): left, top, last column, last row
Point = tuple[float, float]

# World units are device-independent pixels at 100 %, on a 4 px grid.
CARD_WIDTH, CARD_HEIGHT = 172.0, 70.0
DIAMOND = 44.0  # width and height of a decision
DOT = 16.0  # width and height of an entry or an exit
COLUMN_GAP = 40.0
ROW_GAP = 36.0
CHANNEL_HEIGHT = 28.0  # a row that only edges run along
BAND_PADDING = 20.0  # between a band's side and its cards
BAND_GAP = 8.0
BAND_HEAD = 64.0  # above the first row: the epoch's name, then room for a timing arc
BAND_FOOT = 24.0
LABEL_WIDTH = 124.0  # a condition wraps at this width: diamond and both gaps beside it
LABEL_LINE = 14.0
PILL_HEIGHT = 22.0
PILL_WIDTH = 420.0  # at most; a longer sentence is elided, whole in the tooltip
TRACK = 10.0  # between two verticals in the same gap


class NodeKind(IntEnum):
    """What a node is drawn as."""

    CARD = 0
    DECISION = 1
    ENTRY = 2
    EXIT = 3


SIZES: dict[NodeKind, tuple[float, float]] = {
    NodeKind.CARD: (CARD_WIDTH, CARD_HEIGHT),
    NodeKind.DECISION: (DIAMOND, DIAMOND),
    NodeKind.ENTRY: (DOT, DOT),
    NodeKind.EXIT: (DOT, DOT),
}


@dataclass(frozen=True, slots=True)
class Node:
    """A node to be placed. `epoch` is "" where it has none; `reached` is false for what no path leads to."""

    kind: NodeKind
    epoch: str = ""
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Link:
    """An edge to be routed, between places in the list of nodes. `main` marks the way that stays straight."""

    source: int
    target: int
    label: str = ""
    main: bool = True
    back: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """An epoch's band over a contiguous run of columns; `reached` is false for the band off the path.

    `title` heads it in place of the epoch's name, where it is given.
    """

    epoch: str
    x: float
    y: float
    width: float
    height: float
    reached: bool = True
    title: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """The way of a link: corners of an orthogonal polyline from source to target. `loop` marks a way back."""

    link: int
    points: tuple[Point, ...]
    loop: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """The place of a link's text: a pill on the line, or text of one or two lines beside the way out."""

    link: int
    x: float
    y: float
    width: float
    height: float
    pill: bool


@dataclass(frozen=True, slots=True)
class Layout:
    """A placed graph. `rects` is (n, 4): x, y, width, height of each node, in the order they were given.

    `columns` is (n,): the column of each node, left to right. All lengths are world units.
    """

    rects: Floats
    columns: Ints
    bands: tuple[Band, ...]
    routes: tuple[Route, ...]
    labels: tuple[Label, ...]

    @property
    def bounds(self) -> tuple[float, float, float, float]:
        """x, y, width and height around everything; zeros where there is nothing."""
        left: list[float] = [band.x for band in self.bands]
        top: list[float] = [band.y for band in self.bands]
        right: list[float] = [band.x + band.width for band in self.bands]
        bottom: list[float] = [band.y + band.height for band in self.bands]
        if len(self.rects):
            left.append(float(self.rects[:, 0].min()))
            top.append(float(self.rects[:, 1].min()))
            right.append(float((self.rects[:, 0] + self.rects[:, 2]).max()))
            bottom.append(float((self.rects[:, 1] + self.rects[:, 3]).max()))
        for label in self.labels:
            left.append(label.x)
            top.append(label.y)
            right.append(label.x + label.width)
            bottom.append(label.y + label.height)
        if not left:
            return (0.0, 0.0, 0.0, 0.0)
        return (min(left), min(top), max(right) - min(left), max(bottom) - min(top))


Measure = Callable[[str], float]
"""The width of a text in world units at the size of a canvas label."""


def estimated_width(text: str) -> float:
    """A width without fonts, for where nothing is painted: about what Inter takes at 11 px."""
    return 5.9 * len(text)
