"""The frame: what one painting needs to know, and how a kept pixmap is put into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter

from ui.canvas.camera import Camera, Detail, detail_at
from ui.canvas.pixmaps import MARGIN, Kept, Pixmaps
from ui.canvas.scene import Scene
from ui.canvas.shapes import Ints
from ui.theme import Theme

Box = tuple[float, float, float, float]
"""left, top, right, bottom in world units."""


@dataclass(slots=True)
class Canvas:
    """What a painting needs to know. Without `pixmaps` everything is painted as vectors.

    `moving` lets kept pixmaps of another zoom serve; `hurried` lets cards that are seen for the first time stand
    without their texts, when there are many, until the next frame.
    """

    scene: Scene
    theme: Theme
    camera: Camera
    width: float
    height: float
    ratio: float = 1.0
    pixmaps: Pixmaps | None = None
    moving: bool = False
    hurried: bool = False

    @property
    def detail(self) -> Detail:
        """The level of detail; what is printed shows all."""
        return detail_at(self.camera.zoom) if self.pixmaps is not None else Detail.FULL

    def rect(self, x: float, y: float, width: float, height: float) -> QRectF:
        """A world rectangle in view pixels."""
        zoom = self.camera.zoom
        return QRectF((x - self.camera.x) * zoom, (y - self.camera.y) * zoom, width * zoom, height * zoom)

    def color(self, of: tuple[str, int, int], make: Callable[[], QColor]) -> QColor:
        """A colour that is mixed for this theme, kept on a screen."""
        if self.pixmaps is None:
            return make()
        found = self.pixmaps.colors.get(of)
        if found is None:
            found = self.pixmaps.colors[of] = make()
        return found

    def inner(self) -> QRectF:
        """The view with a margin: a band that holds all of it shows none of its corners."""
        return QRectF(-16, -16, self.width + 32, self.height + 32)


def block_rects(canvas: Canvas, nodes: Ints) -> npt.NDArray[np.int32]:
    """(k, 4) view pixels of nodes from far out: left, top, and the last pixel's column and row.

    Whole pixels, never narrower than one: a row of visits must not flicker or vanish.
    """
    camera = canvas.camera
    x, y = round(camera.x * camera.zoom), round(camera.y * camera.zoom)
    return canvas.scene.blocks(camera.zoom)[nodes] - np.array((x, y, x, y), np.int32)


def put(painter: QPainter, kept: Kept, x: float, y: float, size: tuple[float, float], zoom: float) -> None:
    """Draw a kept pixmap of something of a world size at a view point, scaled where it has another zoom."""
    if kept.zoom == zoom:
        painter.drawPixmap(QPointF(x, y), kept.pixmap)
        return
    width, height = (size[0] + 2 * MARGIN) * zoom, (size[1] + 2 * MARGIN) * zoom
    painter.drawPixmap(QRectF(x, y, width, height), kept.pixmap, QRectF(kept.pixmap.rect()))
