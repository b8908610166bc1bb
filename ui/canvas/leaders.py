"""What lies under the cards: the lines from a ruler to cards that stand off their time, and the sheets of a block."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF

from ui.canvas.camera import Detail
from ui.canvas.collapse import CollapsedProjection
from ui.canvas.frame import Box, Canvas
from ui.canvas.ruler import paint_rulers_on_paper
from ui.canvas.scaled import ScaledLayout
from ui.theme import RADIUS_CARD, mix

SHEETS = (8.0, 4.0)  # how far the sheets under a collapsed epoch's block stand out, world units


def paint_under(painter: QPainter, canvas: Canvas, view: Box) -> None:
    """Paint leaders and sheets that show in the rectangle left, top, right, bottom (world units)."""
    layout = canvas.scene.layout
    if isinstance(layout, ScaledLayout) and canvas.detail is not Detail.BLOCK:
        _paint_leaders(painter, canvas, layout, view)
        if canvas.pixmaps is None:
            paint_rulers_on_paper(painter, canvas, view)
    if isinstance(canvas.scene.content, CollapsedProjection):
        _paint_sheets(painter, canvas, canvas.scene.content, view)


def _paint_leaders(painter: QPainter, canvas: Canvas, layout: ScaledLayout, view: Box) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(mix(canvas.theme.text_3, canvas.theme.ground, 0.6), 1.0)
    pen.setDashPattern([2.0, 3.0])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for _, (x1, y1), (x2, y2) in layout.leaders:
        if max(x1, x2) < view[0] or min(x1, x2) > view[2] or y2 < view[1] or y1 > view[3]:
            continue
        start, end = QPointF(*canvas.camera.to_view((x1, y1))), QPointF(*canvas.camera.to_view((x2, y2)))
        if abs(x1 - x2) < 0.5:
            painter.drawLine(start, end)
            continue
        # A card that had to stand aside: down from its time to just above it, then across.
        turn = QPointF(start.x(), end.y() - 10 * canvas.camera.zoom)
        across = QPointF(end.x() + 8 * canvas.camera.zoom, turn.y())
        painter.drawPolyline(QPolygonF([start, turn, across, QPointF(across.x(), end.y())]))


def _paint_sheets(painter: QPainter, canvas: Canvas, content: CollapsedProjection, view: Box) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    zoom, theme = canvas.camera.zoom, canvas.theme
    shown = np.zeros(canvas.scene.count, np.bool_)
    shown[list(content.members)] = True
    for node in np.flatnonzero(shown & canvas.scene.mask(view)).tolist():
        x, y, width, height = canvas.scene.rects[node].tolist()
        for out in SHEETS:
            painter.setPen(QPen(theme.line, 1.0))
            painter.setBrush(theme.card)
            rect: QRectF = canvas.rect(x + out / 2, y + out, width - out, height)
            painter.drawRoundedRect(rect, RADIUS_CARD * zoom, RADIUS_CARD * zoom)
