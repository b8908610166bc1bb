"""Painting edges: lines, and the heads of their arrows."""

from __future__ import annotations

import functools

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.canvas.camera import Detail
from ui.canvas.edges import draw_copies, draw_lines, draw_pixel_rects, pixel_rects
from ui.canvas.frame import Box, Canvas
from ui.canvas.pixmaps import MARGIN
from ui.canvas.scene import LOOP, OFF_PATH, PATH
from ui.canvas.shapes import Bools, Floats, Ints
from ui.theme import mix

TIP = 7.0  # length and width of an arrow's head, world units


_DIM = 8  # added to a style: the same edge, faint
_MOST_TIP = 1.5  # zoom up to which heads grow
_MOST_ROUNDED = 150  # edges in view; with more of them corners are plain


@functools.lru_cache(maxsize=8)
def _edge_colors(name: str, ink: int, accent: int, ground: int) -> dict[int, QColor]:
    del name
    line, on = QColor(ink), QColor(ground)
    colors = {PATH: mix(line, on, 0.85), LOOP: QColor(accent), OFF_PATH: mix(line, on, 0.45)}
    return colors | {style + _DIM: mix(color, on, 0.25) for style, color in colors.items()}


def paint_edges(painter: QPainter, canvas: Canvas, view: Box) -> None:
    """Paint the edges that show: fine with turns and heads, or far out as hairlines."""
    edges, dim, theme = canvas.scene.edges, canvas.scene.dim_routes, canvas.theme
    if not len(edges.style):
        return
    colors = _edge_colors(theme.name, theme.text_3.rgb(), theme.accent.rgb(), theme.ground.rgb())
    if canvas.detail is Detail.BLOCK:
        _paint_coarse(painter, canvas, view, colors)
        return
    found = np.flatnonzero(edges.mask(view, 12.0))
    styles = edges.style if dim is None else edges.style + _DIM * dim
    if canvas.pixmaps is not None and len(found) > _MOST_ROUNDED:
        _paint_coarse(painter, canvas, view, colors)
    else:
        _paint_fine(painter, canvas, view, found, styles, colors)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_tips(painter, canvas, view, found, styles, colors)


def _width(canvas: Canvas, style: int) -> float:
    """How wide a line is, in view pixels."""
    zoom = canvas.camera.zoom
    if canvas.detail is Detail.BLOCK:
        return 1.0
    return max(1.0, (1.9 if style % _DIM == LOOP else 1.5) * min(zoom, 1.6))


def _paint_coarse(painter: QPainter, canvas: Canvas, view: Box, colors: dict[int, QColor]) -> None:
    """Lines with plain corners, as rectangles of whole pixels: there may be tens of thousands."""
    edges, dim = canvas.scene.edges, canvas.scene.dim_routes
    scale = canvas.camera.zoom * canvas.ratio
    if dim is not None:
        for each in edges.coarse(view, scale, dim):
            _draw_straight(painter, canvas, each.rects, colors[each.style + _DIM], _width(canvas, each.style))
    for each in edges.coarse(view, scale, None if dim is None else ~dim):
        _draw_straight(painter, canvas, each.rects, colors[each.style], _width(canvas, each.style))


def _draw_straight(
    painter: QPainter, canvas: Canvas, rects: npt.NDArray[np.int32], color: QColor, width: float
) -> None:
    """Level and upright pieces (left, top, right, bottom in screen pixels from the world's origin)."""
    camera, ratio = canvas.camera, canvas.ratio
    scale = camera.zoom * ratio
    thick = max(1, round(width * ratio))
    if thick > 1:
        before = thick // 2
        rects = rects + np.array((-before, -before, thick - 1 - before, thick - 1 - before), np.int32)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.save()
    painter.scale(1 / ratio, 1 / ratio)
    painter.translate(-round(camera.x * scale), -round(camera.y * scale))
    draw_pixel_rects(painter, rects)
    painter.restore()


def _paint_fine(
    painter: QPainter, canvas: Canvas, view: Box, found: Ints, styles: Ints, colors: dict[int, QColor]
) -> None:
    camera, zoom = canvas.camera, canvas.camera.zoom
    fine = canvas.scene.edges.fine(found)
    shown = _shows(fine.lines, view)
    lines = fine.lines[shown]
    style_of, straight = styles[fine.of[shown]], fine.straight[shown]
    for style in sorted(set(style_of.tolist()), reverse=True):
        width = _width(canvas, style)
        mine = style_of == style
        if canvas.pixmaps is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colors[style], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            draw_lines(painter, (lines[mine] - (camera.x, camera.y, camera.x, camera.y)) * zoom)
            continue
        # On a screen straight pieces lie on whole pixels, crisp and quick; only the turns are smoothed.
        level = lines[mine & straight].T
        ends = np.vstack([np.minimum(level[:2], level[2:]), np.maximum(level[:2], level[2:])])
        _draw_straight(painter, canvas, pixel_rects(ends, zoom * canvas.ratio), colors[style], width)
        turns = lines[mine & ~straight]
        if len(turns):
            width = max(1, round(width * canvas.ratio)) / canvas.ratio
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colors[style], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
            draw_lines(painter, (turns - (camera.x, camera.y, camera.x, camera.y)) * zoom)


def _shows(lines: Floats, view: Box) -> Bools:
    """Which segments may show in the rectangle left, top, right, bottom (world units)."""
    left, top, right, bottom = view
    shown: Bools = (
        (np.minimum(lines[:, 0], lines[:, 2]) <= right)
        & (np.maximum(lines[:, 0], lines[:, 2]) >= left)
        & (np.minimum(lines[:, 1], lines[:, 3]) <= bottom)
        & (np.maximum(lines[:, 1], lines[:, 3]) >= top)
    )
    return shown


def _paint_tips(
    painter: QPainter, canvas: Canvas, view: Box, found: Ints, styles_of: Ints, colors: dict[int, QColor]
) -> None:
    camera, zoom, ratio = canvas.camera, canvas.camera.zoom, canvas.ratio
    tips = canvas.scene.edges.tips[found]
    x, y = tips[:, 0], tips[:, 1]
    near = (x >= view[0] - 12) & (x <= view[2] + 12) & (y >= view[1] - 12) & (y <= view[3] + 12)
    tips, styles = tips[near], styles_of[found[near]].tolist()
    # The top left corner of each head's square; from close by heads grow no further, as lines do not.
    share = min(1.0, _MOST_TIP / zoom)
    corners = (tips[:, :2] - (tips[:, 2:] + 1) * (TIP / 2) * share - (camera.x, camera.y)) * zoom
    if canvas.pixmaps is None:
        for (dx, dy), (px, py), style in zip(tips[:, 2:].tolist(), corners.tolist(), styles, strict=True):
            painter.save()
            painter.translate(px, py)
            painter.scale(zoom * share, zoom * share)
            _paint_tip(painter, dx, dy, colors[style])
            painter.restore()
        return
    places = np.floor((corners - MARGIN * zoom * share) * ratio + 0.5) / ratio
    heads = np.rint(tips[:, 2:]).astype(np.int64)
    kinds = (heads[:, 0] + 1) * 3 + heads[:, 1] + 1 + 9 * np.array(styles, np.int64)
    for kind in set(kinds.tolist()):
        mine = np.flatnonzero(kinds == kind)
        (dx, dy), style = heads[mine[0]].tolist(), styles[mine[0]]
        key = ("tip", dx, dy, style)
        kept = canvas.pixmaps.find(key, zoom * share, ratio, moving=False)
        if kept is None:
            kept = canvas.pixmaps.make(
                key,
                (TIP, TIP),
                zoom * share,
                ratio,
                lambda onto, dx=dx, dy=dy, style=style: _paint_tip(onto, dx, dy, colors[style]),  # type: ignore[misc]
            )
        draw_copies(painter, kept.pixmap, places[mine])


def _paint_tip(painter: QPainter, dx: float, dy: float, color: QColor) -> None:
    """An arrow's head in a square of TIP at (0, 0), pointing along (dx, dy)."""
    middle = TIP / 2
    tip = QPointF(middle + dx * middle, middle + dy * middle)
    base = QPointF(middle - dx * middle, middle - dy * middle)
    side = QPointF(-dy * middle, dx * middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawConvexPolygon(QPolygonF([tip, base + side, base - side]))
