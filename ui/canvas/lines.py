"""Painting edges: lines, and the heads of their arrows."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.canvas.camera import Detail
from ui.canvas.edges import draw_lines
from ui.canvas.frame import Box, Canvas
from ui.canvas.pixmaps import MARGIN
from ui.canvas.scene import LOOP, OFF_PATH, PATH
from ui.canvas.shapes import Bools, Floats, Ints
from ui.theme import Theme, mix

TIP = 7.0  # length and width of an arrow's head, world units


_DIM = 8  # added to a style: the same edge, faint


def _edge_colors(theme: Theme) -> dict[int, QColor]:
    colors = {
        PATH: mix(theme.text_3, theme.ground, 0.85),
        LOOP: QColor(theme.accent),
        OFF_PATH: mix(theme.text_3, theme.ground, 0.45),
    }
    return colors | {style + _DIM: mix(color, theme.ground, 0.25) for style, color in colors.items()}


def paint_edges(painter: QPainter, canvas: Canvas, view: Box) -> None:
    """Paint the edges that show: fine with turns and heads, or far out as hairlines."""
    if not len(canvas.scene.edges.style):
        return
    colors = _edge_colors(canvas.theme)
    if canvas.detail is Detail.BLOCK:
        _paint_hairlines(painter, canvas, view, colors)
        return
    found = np.flatnonzero(canvas.scene.edges.mask(view, 12.0))
    styles = canvas.scene.edges.style
    if canvas.scene.dim_routes is not None:
        styles = styles + _DIM * canvas.scene.dim_routes
    _paint_fine(painter, canvas, view, found, styles, colors)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_tips(painter, canvas, view, found, styles, colors)


def _paint_hairlines(painter: QPainter, canvas: Canvas, view: Box, colors: dict[int, QColor]) -> None:
    """The painter places the lines: from far out there are tens of thousands, and most of them show."""
    camera, edges, dim = canvas.camera, canvas.scene.edges, canvas.scene.dim_routes
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.scale(camera.zoom, camera.zoom)
    painter.translate(-camera.x, -camera.y)
    if dim is not None:
        for style, lines in edges.coarse_by_style(view, dim):
            painter.setPen(QPen(colors[style + _DIM], 0.0))
            draw_lines(painter, lines)
    for style, lines in edges.coarse_by_style(view, None if dim is None else ~dim):
        painter.setPen(QPen(colors[style], 0.0))
        draw_lines(painter, lines)
    painter.restore()


def _paint_fine(
    painter: QPainter, canvas: Canvas, view: Box, found: Ints, styles: Ints, colors: dict[int, QColor]
) -> None:
    camera, zoom = canvas.camera, canvas.camera.zoom
    fine = canvas.scene.edges.fine(found)
    shown = _shows(fine.lines, view)
    placed = (fine.lines[shown] - (camera.x, camera.y, camera.x, camera.y)) * zoom
    style_of, straight = styles[fine.of[shown]], fine.straight[shown]
    for style in sorted(set(style_of.tolist()), reverse=True):
        width = max(1.0, (1.9 if style % _DIM == LOOP else 1.5) * min(zoom, 1.6))
        mine = style_of == style
        if canvas.pixmaps is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colors[style], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            draw_lines(painter, placed[mine])
            continue
        # On a screen straight pieces lie on whole pixels, crisp and quick; only the turns are smoothed.
        width = max(1, round(width * canvas.ratio)) / canvas.ratio
        painter.setPen(QPen(colors[style], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        draw_lines(painter, np.floor(placed[mine & straight] * canvas.ratio + 0.5) / canvas.ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_lines(painter, placed[mine & ~straight])


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
    # The top left corner of each head's square.
    corners = (tips[:, :2] - tips[:, 2:] * (TIP / 2) - (TIP / 2) - (camera.x, camera.y)) * zoom
    if canvas.pixmaps is None:
        for (dx, dy), (px, py), style in zip(tips[:, 2:].tolist(), corners.tolist(), styles, strict=True):
            painter.save()
            painter.translate(px, py)
            painter.scale(zoom, zoom)
            _paint_tip(painter, dx, dy, colors[style])
            painter.restore()
        return
    places = np.floor((corners - MARGIN * zoom) * ratio + 0.5) / ratio
    heads = np.rint(tips[:, 2:]).astype(np.int64).tolist()
    for (dx, dy), (px, py), style in zip(heads, places.tolist(), styles, strict=True):
        key = ("tip", dx, dy, style)
        kept = canvas.pixmaps.find(key, zoom, ratio, moving=False)
        if kept is None:
            kept = canvas.pixmaps.make(
                key,
                (TIP, TIP),
                zoom,
                ratio,
                lambda onto, dx=dx, dy=dy, style=style: _paint_tip(onto, dx, dy, colors[style]),  # type: ignore[misc]
            )
        painter.drawPixmap(QPointF(px, py), kept.pixmap)


def _paint_tip(painter: QPainter, dx: float, dy: float, color: QColor) -> None:
    """An arrow's head in a square of TIP at (0, 0), pointing along (dx, dy)."""
    middle = TIP / 2
    tip = QPointF(middle + dx * middle, middle + dy * middle)
    base = QPointF(middle - dx * middle, middle - dy * middle)
    side = QPointF(-dy * middle, dx * middle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawConvexPolygon(QPolygonF([tip, base + side, base - side]))
