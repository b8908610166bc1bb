"""The overlay: selection, hover and the timing of what is selected, drawn apart from the scene."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.canvas.edges import draw_lines, rounded
from ui.canvas.face import TimingArc
from ui.canvas.frame import Canvas
from ui.canvas.hit import Hit
from ui.canvas.lettering import CENTRE, type_of
from ui.canvas.marking import paint_ring
from ui.theme import FOCUS_RING, mix

ARC_RISE = 18.0  # world units from the cards' top to the timing arc


def paint_overlay(painter: QPainter, canvas: Canvas, selected: Hit, hovered: Hit, *, focused: bool) -> None:
    """Paint what is hovered and what is selected; with the keyboard's focus, the soft ring too."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if hovered.node is not None and hovered.node != selected.node:
        color = mix(canvas.theme.accent, canvas.theme.line, 0.45)
        paint_ring(painter, canvas, hovered.node, color, 1.5, 0.5)
    if hovered.link is not None and hovered.link != selected.link:
        _paint_link(painter, canvas, hovered.link, 0.55)
    if selected.link is not None:
        _paint_link(painter, canvas, selected.link, 1.0)
    if selected.band is not None and selected.band < len(canvas.scene.layout.bands):
        band = canvas.scene.layout.bands[selected.band]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(canvas.theme.accent, 1.5))
        painter.drawRoundedRect(canvas.rect(band.x, band.y, band.width, band.height), 10, 10)
    if selected.node is not None:
        arc = canvas.scene.content.timing(selected.node)
        if arc is not None and canvas.camera.zoom >= 0.3:
            paint_arc(painter, canvas, arc)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if focused:
            ring = 0.5 + FOCUS_RING / 2
            paint_ring(painter, canvas, selected.node, canvas.theme.focus_ring, FOCUS_RING, ring)
        paint_ring(painter, canvas, selected.node, canvas.theme.accent, 2.0, 0.0)


def _paint_link(painter: QPainter, canvas: Canvas, link: int, strength: float) -> None:
    points = canvas.scene.points_of(link)
    if len(points) < 2:
        return
    corners = rounded([canvas.camera.to_view(point) for point in points], 8.0 * canvas.camera.zoom)
    lines = np.array([(*a, *b) for a, b in pairwise(corners)], np.float64)
    painter.setPen(QPen(mix(canvas.theme.accent, canvas.theme.ground, strength), 2.5))
    draw_lines(painter, lines)


def paint_arc(painter: QPainter, canvas: Canvas, arc: TimingArc) -> None:
    """A dashed bridge over the cards from the reference to what is timed from it, with its sentence."""
    zoom = canvas.camera.zoom
    boxes = canvas.scene.rects
    x1, y1, w1, _ = boxes[arc.reference].tolist()
    x2, y2, w2, _ = boxes[arc.timed].tolist()
    start = QPointF(*canvas.camera.to_view((x1 + w1 / 2, y1)))
    end = QPointF(*canvas.camera.to_view((x2 + w2 / 2, y2)))
    rise = ARC_RISE * zoom
    y = min(start.y(), end.y()) - rise
    side = 1.0 if end.x() >= start.x() else -1.0
    turn = min(14.0 * zoom, abs(end.x() - start.x()) / 2)
    path = QPainterPath(start)
    path.lineTo(start.x(), y + min(rise, turn))
    path.quadTo(start.x(), y, start.x() + side * turn, y)
    path.lineTo(end.x() - side * turn, y)
    path.quadTo(end.x(), y, end.x(), y + min(rise, turn))
    path.lineTo(end)
    accent = QColor(canvas.theme.accent)
    pen = QPen(accent, 1.4)
    pen.setDashPattern([2.2, 2.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(accent)
    painter.drawEllipse(start, 2.4, 2.4)
    if not arc.sentence:
        return
    prose = type_of(11, 500)
    middle, width = _plate(canvas, arc, start.x(), end.x())
    plate = QRectF(middle - width / 2, y - 9, width, 18)
    painter.setBrush(canvas.theme.card)
    painter.setPen(QPen(mix(accent, canvas.theme.card, 0.25), 1.0))
    painter.drawRoundedRect(plate, 9, 9)
    painter.setFont(prose.font)
    painter.setPen(accent)
    painter.drawText(plate, CENTRE, prose.elided(arc.sentence, width - 12))


def _plate(canvas: Canvas, arc: TimingArc, start: float, end: float) -> tuple[float, float]:
    """The middle and the width of the plate with an arc's sentence, in view pixels.

    On the arc, as near its middle as the view allows, and never out of sight of what is selected: above the arc it
    would cover the epoch's name wherever the band is scaled down.
    """
    width = min(type_of(11, 500).width(arc.sentence) + 16, max(120.0, canvas.width - 32))
    left, right = max(min(start, end), 12.0), min(max(start, end), canvas.width - 12.0)
    return ((left + right) / 2 if left < right else end, width)


def plate_areas(canvas: Canvas, selected: Hit) -> list[QRect]:
    """Where the sentence on a timing arc stands, while it is kept in sight apart from the arc's middle."""
    if selected.node is None or canvas.camera.zoom < 0.3:
        return []
    arc = canvas.scene.content.timing(selected.node)
    if arc is None:
        return []
    x1, y1, w1, _ = canvas.scene.rects[arc.reference].tolist()
    x2, y2, w2, _ = canvas.scene.rects[arc.timed].tolist()
    start, y = canvas.camera.to_view((x1 + w1 / 2, min(y1, y2) - ARC_RISE))
    end, _ = canvas.camera.to_view((x2 + w2 / 2, y2))
    if min(start, end) >= 12 and max(start, end) <= canvas.width - 12:
        return []
    return [QRect(0, round(y) - 12, round(canvas.width), 24)]


def arc_area(canvas: Canvas, selected: Hit) -> QRect:
    """The part of the view that the selected node's timing arc and its sentence lie in; empty where it has none."""
    arc = canvas.scene.content.timing(selected.node) if selected.node is not None else None
    if arc is None or canvas.camera.zoom < 0.3:
        return QRect()
    x1, y1, w1, _ = canvas.scene.rects[arc.reference].tolist()
    x2, y2, w2, _ = canvas.scene.rects[arc.timed].tolist()
    start, y1 = canvas.camera.to_view((x1 + w1 / 2, y1))
    end, y2 = canvas.camera.to_view((x2 + w2 / 2, y2))
    left, right = min(start, end), max(start, end)
    rise = ARC_RISE * canvas.camera.zoom + 14
    if arc.sentence:
        middle, width = _plate(canvas, arc, start, end)
        left, right = min(left, middle - width / 2), max(right, middle + width / 2)
    left, right = max(left - 6, -1.0), min(right + 6, canvas.width + 1)
    if left >= right:
        return QRect()
    top = min(y1, y2) - rise
    return QRectF(left, top, right - left, abs(y1 - y2) + rise + 5).toAlignedRect()


def reach(canvas: Canvas, hit: Hit) -> QRectF:
    """The part of the view that hovering a node touches; empty for a link, which may reach anywhere."""
    if hit.node is None:
        return QRectF()
    x, y, width, height = canvas.scene.rects[hit.node].tolist()
    return canvas.rect(x, y, width, height).adjusted(-8, -8, 8, 8)
