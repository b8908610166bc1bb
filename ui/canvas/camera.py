"""The camera: which part of the world the view shows, and how large."""

from __future__ import annotations

import bisect
import math
from dataclasses import dataclass
from enum import IntEnum

from ui.canvas.shapes import Point

MIN_ZOOM, MAX_ZOOM = 0.02, 4.0
BLOCK_BELOW = 0.3  # a card is a block in its epoch's hue
NAME_ONLY_BELOW = 0.5  # a card is its name
SHORT_BELOW = 0.8  # a card is its name and its day, large enough to read
FULL_BELOW = 1.8  # a card is name, day and window, activities counted, sub-timelines, footnotes
GROUPS_BELOW = 2.6  # activities counted by group; above, they are named


class Detail(IntEnum):
    """How much of a card shows: each level says more, never in letters too small to read."""

    BLOCK = 0
    NAME = 1
    SHORT = 2
    FULL = 3
    GROUPS = 4
    NAMES = 5


_DETAILS = tuple(Detail)
_LEVELS = (BLOCK_BELOW, NAME_ONLY_BELOW, SHORT_BELOW, FULL_BELOW, GROUPS_BELOW)


def detail_at(zoom: float) -> Detail:
    """The level of detail at a zoom."""
    return _DETAILS[bisect.bisect_right(_LEVELS, zoom)]


Box = tuple[float, float, float, float]
"""x, y, width, height."""


@dataclass(frozen=True, slots=True)
class Camera:
    """`x`, `y`: the world point at the view's top left corner; `zoom`: view pixels per world unit."""

    x: float = 0.0
    y: float = 0.0
    zoom: float = 1.0

    def to_world(self, point: Point) -> Point:
        """The world point shown at a view point."""
        return (self.x + point[0] / self.zoom, self.y + point[1] / self.zoom)

    def to_view(self, point: Point) -> Point:
        """The view point where a world point is shown."""
        return ((point[0] - self.x) * self.zoom, (point[1] - self.y) * self.zoom)

    def snapped(self, ratio: float) -> Camera:
        """The nearest camera that lies on whole pixels of a screen with this many per view pixel.

        What is painted there lies on the same pixels, only elsewhere, so that it can be scrolled.
        """
        pixels = self.zoom * ratio
        return Camera(
            math.floor(self.x * pixels + 0.5) / pixels, math.floor(self.y * pixels + 0.5) / pixels, self.zoom
        )

    def panned(self, dx: float, dy: float) -> Camera:
        """The camera after dragging what is shown by (dx, dy) view pixels."""
        return Camera(self.x - dx / self.zoom, self.y - dy / self.zoom, self.zoom)

    def zoomed(self, zoom: float, at: Point) -> Camera:
        """The camera at another zoom, with the world point under the view point `at` kept there."""
        zoom = max(MIN_ZOOM, min(MAX_ZOOM, zoom))
        wx, wy = self.to_world(at)
        return Camera(wx - at[0] / zoom, wy - at[1] / zoom, zoom)

    def shown(self, width: float, height: float) -> Box:
        """The world rectangle left, top, right, bottom that a view of this size shows."""
        return (self.x, self.y, self.x + width / self.zoom, self.y + height / self.zoom)

    def between(self, other: Camera, share: float) -> Camera:
        """The camera a `share` (0 to 1) of the way to another, zooming evenly about a still point."""
        if share >= 1.0:
            return other
        zoom = self.zoom * (other.zoom / self.zoom) ** share
        if abs(other.zoom - self.zoom) < 1e-9:
            return Camera(self.x + (other.x - self.x) * share, self.y + (other.y - self.y) * share, self.zoom)
        part = (1 / self.zoom - 1 / zoom) / (1 / self.zoom - 1 / other.zoom)
        return Camera(self.x + (other.x - self.x) * part, self.y + (other.y - self.y) * part, zoom)

    def revealing(self, box: Box, width: float, height: float, margin: float) -> Camera:
        """The camera moved as little as needed to show a world box with a margin in view pixels."""
        left, top = self.to_view((box[0], box[1]))
        right, bottom = self.to_view((box[0] + box[2], box[1] + box[3]))
        dx = _shift(left, right, width, margin)
        dy = _shift(top, bottom, height, margin)
        return self.panned(dx, dy) if dx or dy else self


def _shift(low: float, high: float, size: float, margin: float) -> float:
    if high - low > size - 2 * margin or low < margin:
        return margin - low if low < margin or high > size - margin else 0.0
    return min(0.0, size - margin - high)


def fitting(box: Box, width: float, height: float, margin: float = 24.0, most: float = 1.0) -> Camera:
    """The camera that shows a whole world box in the middle of a view, never larger than `most`."""
    zoom = min(
        max(1.0, width - 2 * margin) / max(1.0, box[2]),
        max(1.0, height - 2 * margin) / max(1.0, box[3]),
        most,
    )
    zoom = max(MIN_ZOOM / 10, zoom)
    return Camera(box[0] + box[2] / 2 - width / zoom / 2, box[1] + box[3] / 2 - height / zoom / 2, zoom)


def opening(box: Box, width: float, height: float, margin: float = 20.0) -> Camera:
    """The first view: everything where that stays readable, else a readable zoom that starts at the entry.

    A schedule of fifty visits fitted to a window is a row of crumbs; people read it from its beginning.
    """
    whole = fitting(box, width, height, margin)
    if whole.zoom >= 0.6:
        return whole
    zoom = max(0.75, min(1.0, (height - 2 * margin) / max(1.0, box[3])))
    wide, high = box[2] * zoom > width - 2 * margin, box[3] * zoom > height - 2 * margin
    x = box[0] - margin / zoom if wide else box[0] + box[2] / 2 - width / zoom / 2
    y = box[1] - margin / zoom if high else box[1] + box[3] / 2 - height / zoom / 2
    return Camera(x, y, zoom)
