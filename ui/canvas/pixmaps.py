"""Pixmaps of what is in view: painted when first seen, scaled while zooming, painted anew when idle."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ui.canvas.camera import Detail, detail_at
from ui.canvas.shapes import PixelRects

MARGIN = 7.0  # world units around what is painted, for shadows and the problem dot
_VIEWS = 2.0  # as many views' worth of pixels are kept
HURRIED = 3  # nodes that a frame in a hurry paints with their texts
ZOOMING = 1  # and a step of a zoom, whose texts are painted anew soon after
_LEAST = 1_000_000  # pixels kept at least: cards stand over the edges of a small view


@dataclass(slots=True)
class Kept:
    """A pixmap, the zoom that it was painted at, and the frame that last showed it."""

    zoom: float
    ratio: float
    detail: Detail
    pixmap: QPixmap
    frame: int


class Pixmaps:
    """Bounded by their pixels; what the present frame shows is never given up."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, Kept] = {}
        self._pixels = 0
        self._most = _LEAST
        self._frame = 0
        self.painted = 0  # nodes painted since the start, for tests and benchmarks
        # Nodes shown without their texts, in a hurry, and labels left out: by -1 less their place.
        self.owed: dict[int, None] = {}
        self._budget = HURRIED
        self.titles: dict[object, object] = {}  # the epochs' names of the last few views
        self.colors: dict[object, QColor] = {}  # colours that are mixed, by what they are of
        self.in_view: object = None  # what is worked out of the present view, see `ui.canvas.in_view`
        # All nodes as blocks, by colour, in pixels from the world's origin, and for which scene and zoom.
        self.blocks: tuple[object, list[tuple[QColor, PixelRects]]] | None = None
        self.in_part: object = None  # and of the small part of it that a drag touches

    @property
    def pixels(self) -> int:
        """How many pixels are kept, of four bytes each."""
        return self._pixels

    def begin(self, pixels: float, budget: int = HURRIED) -> None:
        """A frame of a view of so many pixels begins; in a hurry it paints the texts of `budget` nodes."""
        self._frame += 1
        self._budget = budget
        self._most = max(_LEAST, int(_VIEWS * pixels))

    def clear(self) -> None:
        """Forget all: the theme or the texts have changed."""
        self._kept.clear()
        self._pixels = 0
        self.in_view = self.in_part = self.blocks = None
        self.titles.clear()
        self.colors.clear()
        self.owed.clear()

    def spend(self) -> bool:
        """Whether a hurried frame may paint one more node with its texts."""
        self._budget -= 1
        return self._budget >= 0

    def find(self, key: Hashable, zoom: float, ratio: float, *, moving: bool) -> Kept | None:
        """The kept pixmap; while moving one of another zoom will do, where it shows the same level of detail."""
        kept = self._kept.get(key)
        if kept is None or kept.ratio != ratio:
            return None
        if kept.zoom != zoom and not (
            moving and 0.4 < kept.zoom / zoom < 2.5 and kept.detail is detail_at(zoom)
        ):
            return None
        kept.frame = self._frame
        return kept

    def stand_in(self, key: Hashable, zoom: float, ratio: float) -> Kept | None:
        """What is kept of another level of detail, to be scaled for a moment rather than show no text."""
        kept = self._kept.get(key)
        if kept is None or kept.ratio != ratio or not 0.3 < kept.zoom / zoom < 3.0:
            return None
        kept.frame = self._frame
        return kept

    def make(
        self,
        key: Hashable,
        size: tuple[float, float],
        zoom: float,
        ratio: float,
        paint: Callable[[QPainter], None],
        ground: QPixmap | None = None,
    ) -> Kept:
        """Paint and keep what `paint` paints in a rectangle of `size` world units, with MARGIN around it.

        `ground`, of the same size, zoom and ratio, lies under it.
        """
        scale = zoom * ratio
        if ground is None:
            width = max(1, round((size[0] + 2 * MARGIN) * scale))
            height = max(1, round((size[1] + 2 * MARGIN) * scale))
            pixmap = QPixmap(width, height)
            pixmap.fill(Qt.GlobalColor.transparent)
        else:
            pixmap = ground.copy()
            pixmap.setDevicePixelRatio(1.0)
        painter = QPainter(pixmap)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.scale(scale, scale)
        painter.translate(MARGIN, MARGIN)
        paint(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return self._keep(key, Kept(zoom, ratio, detail_at(zoom), pixmap, self._frame))

    def _keep(self, key: Hashable, kept: Kept) -> Kept:
        self._give_up(key)
        self._kept[key] = kept
        self._pixels += _pixels(kept)
        if self._pixels > self._most:
            old = [k for k, other in self._kept.items() if other.frame != self._frame]
            for each in sorted(old, key=lambda k: self._kept[k].frame):
                self._give_up(each)
                if self._pixels < 0.7 * self._most:
                    break
        return kept

    def _give_up(self, key: Hashable) -> None:
        old = self._kept.pop(key, None)
        if old is not None:
            self._pixels -= _pixels(old)


def _pixels(kept: Kept) -> int:
    return kept.pixmap.width() * kept.pixmap.height()
