"""What is in view, in whole pixels of the zoom: worked out once, and kept while the camera stays near."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap

from ui.canvas.edges import draw_copies, draw_lines, draw_pixel_rects
from ui.canvas.frame import Box, Canvas
from ui.canvas.pixmaps import MARGIN
from ui.canvas.shapes import Bools, Floats, PixelRects


@dataclass(slots=True)
class Strokes:
    """Edges ready to be drawn, in screen pixels from the world's origin.

    `straight` are whole pixels, `turns` (n, 4) segments with their width, `heads` (n, 10) copies of pixmaps.
    """

    straight: list[tuple[QColor, PixelRects]] = field(default_factory=list)
    turns: list[tuple[QColor, float, Floats]] = field(default_factory=list)
    heads: list[tuple[QPixmap, Floats]] = field(default_factory=list)


@dataclass(slots=True)
class InView:
    """What shows in `region` (left, top, right, bottom in world units) of a scene.

    `nodes` are [node, left, top, width, height] and `labels` (place, left, top), in screen pixels from the world's
    origin, with the margin that their pixmaps have.
    """

    region: Box
    of: tuple[object, ...]
    nodes: list[list[int]]
    labels: list[tuple[int, int, int]]
    strokes: Strokes | None = None
    uses: int = 0


_BEYOND = 128.0  # view pixels around the view that are worked out too, for the next steps of a slow pan


def in_view(canvas: Canvas, view: Box) -> InView:
    """What shows in the rectangle left, top, right, bottom (world units), with what is kept of it."""
    pixmaps, scene = canvas.pixmaps, canvas.scene
    assert pixmaps is not None
    of = (scene, canvas.camera.zoom, canvas.ratio, scene.moves)
    kept = pixmaps.in_view
    dim: Bools | None = scene.dim_routes
    if isinstance(kept, InView) and kept.of[:3] == of[:3] and kept.of[4] is dim:
        if kept.of[3] != scene.moves and _share(canvas, view) < _SMALL:
            # A step of a drag: of no use for anything else.
            part = pixmaps.in_part
            if not isinstance(part, InView) or part.of[3] != scene.moves or part.region != view:
                part = pixmaps.in_part = _found(canvas, view, (*of, dim))
            return part
        if kept.of[3] == scene.moves and _holds(kept.region, view):
            kept.uses += 1
            return kept
        beyond = _BEYOND if kept.uses else 0.0
    else:
        beyond = 0.0
    whole = canvas.camera.shown(canvas.width, canvas.height)
    by = beyond / canvas.camera.zoom
    region = (
        min(whole[0], view[0]) - by,
        min(whole[1], view[1]) - by,
        max(whole[2], view[2]) + by,
        max(whole[3], view[3]) + by,
    )
    made = pixmaps.in_view = _found(canvas, region, (*of, dim))
    return made


_SMALL = 0.3  # of the view


def _share(canvas: Canvas, view: Box) -> float:
    area = (view[2] - view[0]) * (view[3] - view[1]) * canvas.camera.zoom**2
    return area / max(1.0, canvas.width * canvas.height)


def _holds(region: Box, view: Box) -> bool:
    return region[0] <= view[0] and region[1] <= view[1] and region[2] >= view[2] and region[3] >= view[3]


def _found(canvas: Canvas, region: Box, of: tuple[object, ...]) -> InView:
    scene, scale = canvas.scene, canvas.camera.zoom * canvas.ratio
    found = scene.visible(region)
    rects = scene.rects[found]
    placed = np.empty((len(found), 5), np.int64)
    placed[:, 0] = found
    placed[:, 1:3] = np.floor((rects[:, :2] - MARGIN) * scale + 0.5)
    placed[:, 3:] = np.ceil((rects[:, 2:] + 2 * MARGIN) * scale)
    labels = []
    for place in scene.visible_labels(region).tolist():
        label = scene.labels[place]
        labels.append((place, round((label.x - MARGIN) * scale), round((label.y - MARGIN) * scale)))
    return InView(region, of, placed.tolist(), labels)


def draw_strokes(painter: QPainter, canvas: Canvas, strokes: Strokes) -> None:
    """Draw edges that were made ready."""
    camera, ratio = canvas.camera, canvas.ratio
    scale = camera.zoom * ratio
    painter.save()
    if ratio != 1.0:
        painter.scale(1 / ratio, 1 / ratio)
    painter.translate(-round(camera.x * scale), -round(camera.y * scale))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    for color, rects in strokes.straight:
        painter.setBrush(color)
        draw_pixel_rects(painter, rects)
    if strokes.turns:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for color, width, lines in strokes.turns:
        painter.setPen(QPen(color, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        draw_lines(painter, lines)
    for pixmap, copies in strokes.heads:
        draw_copies(painter, pixmap, copies)
    painter.restore()
