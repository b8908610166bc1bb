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
from ui.theme import Theme, mix

TIP = 7.0  # length and width of an arrow's head, world units


def _edge_colors(theme: Theme) -> dict[int, QColor]:
    return {
        PATH: mix(theme.text_3, theme.ground, 0.85),
        LOOP: QColor(theme.accent),
        OFF_PATH: mix(theme.text_3, theme.ground, 0.45),
    }


def paint_edges(painter: QPainter, canvas: Canvas, view: Box) -> None:
    """Paint the edges that show: fine with turns and heads, or far out as hairlines."""
    if not len(canvas.scene.edges.style):
        return
    colors = _edge_colors(canvas.theme)
    if canvas.detail is Detail.BLOCK:
        _paint_hairlines(painter, canvas, view, colors)
        return
    _paint_fine(painter, canvas, view, colors)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    _paint_tips(painter, canvas, view, colors)


def _paint_hairlines(painter: QPainter, canvas: Canvas, view: Box, colors: dict[int, QColor]) -> None:
    """The painter places the lines: from far out there are tens of thousands, and most of them show."""
    camera = canvas.camera
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.scale(camera.zoom, camera.zoom)
    painter.translate(-camera.x, -camera.y)
    for style, lines in canvas.scene.edges.coarse_by_style(view):
        painter.setPen(QPen(colors[style], 0.0))
        draw_lines(painter, lines)
    painter.restore()


def _paint_fine(painter: QPainter, canvas: Canvas, view: Box, colors: dict[int, QColor]) -> None:
    edges, camera, zoom = canvas.scene.edges, canvas.camera, canvas.camera.zoom
    found = edges.visible(view, fine=True)
    placed = (edges.fine[found] - (camera.x, camera.y, camera.x, camera.y)) * zoom
    styles, straight = edges.style[edges.fine_of[found]], edges.fine_straight[found]
    for style in sorted(set(styles.tolist())):
        width = max(1.0, (1.9 if style == LOOP else 1.5) * min(zoom, 1.6))
        mine = styles == style
        if canvas.pixmaps is None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(colors[style], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
            draw_lines(painter, placed[mine])
            continue
        # On a screen straight pieces lie on whole pixels, crisp and quick; only the turns are smoothed.
        width = max(1, round(width * canvas.ratio)) / canvas.ratio
        painter.setPen(QPen(colors[style], width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        draw_lines(painter, np.round(placed[mine & straight] * canvas.ratio) / canvas.ratio)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        draw_lines(painter, placed[mine & ~straight])


def _paint_tips(painter: QPainter, canvas: Canvas, view: Box, colors: dict[int, QColor]) -> None:
    edges = canvas.scene.edges
    camera, zoom, ratio = canvas.camera, canvas.camera.zoom, canvas.ratio
    x, y = edges.tips[:, 0], edges.tips[:, 1]
    found = np.flatnonzero(
        (x >= view[0] - 12) & (x <= view[2] + 12) & (y >= view[1] - 12) & (y <= view[3] + 12)
    )
    tips, styles = edges.tips[found], edges.style[found].tolist()
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
    places = ((corners - MARGIN * zoom) * ratio).round() / ratio
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
