"""Marks over nodes: selected, lit, found and different, painted from masks over the scene's nodes."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from ui.canvas.camera import Detail
from ui.canvas.cards import hue_color
from ui.canvas.edges import draw_lines, draw_pixel_rects, rounded
from ui.canvas.frame import Box, Canvas, block_rects
from ui.canvas.lettering import CENTRE, type_of
from ui.canvas.lighting import Difference, difference_letter
from ui.canvas.pixmaps import MARGIN
from ui.canvas.shapes import Bools, Ints, NodeKind
from ui.theme import RADIUS_CARD, Theme, mix

CORNER_SIDE = 16.0  # world units of the corner that says how a card differs


def outline(canvas: Canvas, node: int, grow: float) -> QPainterPath:
    """The outline of a node, `grow` view pixels outside it."""
    x, y, width, height = canvas.scene.rects[node].tolist()
    rect = canvas.rect(x, y, width, height).adjusted(-grow, -grow, grow, grow)
    path = QPainterPath()
    kind = canvas.scene.kind[node]
    if kind == NodeKind.CARD:
        radius = max(1.0, RADIUS_CARD * canvas.camera.zoom + grow)
        path.addRoundedRect(rect, radius, radius)
    elif kind == NodeKind.DECISION:
        middle = rect.center()
        path.addPolygon(
            QPolygonF(
                [
                    QPointF(middle.x(), rect.top() - grow),
                    QPointF(rect.right() + grow, middle.y()),
                    QPointF(middle.x(), rect.bottom() + grow),
                    QPointF(rect.left() - grow, middle.y()),
                ]
            )
        )
        path.closeSubpath()
    else:
        path.addEllipse(rect)
    return path


def paint_ring(
    painter: QPainter, canvas: Canvas, node: int, color: QColor, width: float, grow: float
) -> None:
    """Ring a node, `grow` view pixels outside it; what the pen draws is kept, for stroking it costs a lot."""
    if canvas.pixmaps is None or canvas.scene.kind[node] != NodeKind.CARD or grow > 5:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, width))
        painter.drawPath(outline(canvas, node, grow))
        return
    zoom, ratio, size = canvas.camera.zoom, canvas.ratio, canvas.scene.sizes[node]
    key = ("ring", size, color.rgba(), width, grow)
    kept = canvas.pixmaps.find(key, zoom, ratio, moving=False)
    if kept is None:
        radius = max(1.0, RADIUS_CARD * zoom + grow)

        def ring(onto: QPainter) -> None:
            onto.setPen(QPen(color, width / zoom))
            onto.setBrush(Qt.BrushStyle.NoBrush)
            by = grow / zoom
            rect = QRectF(0, 0, *size).adjusted(-by, -by, by, by)
            onto.drawRoundedRect(rect, radius / zoom, radius / zoom)

        kept = canvas.pixmaps.make(key, size, zoom, ratio, ring)
    left, top = float(canvas.scene.left[node]) - MARGIN, float(canvas.scene.top[node]) - MARGIN
    x, y = canvas.camera.to_view((left, top))
    painter.drawPixmap(
        QPointF(math.floor(x * ratio + 0.5) / ratio, math.floor(y * ratio + 0.5) / ratio), kept.pixmap
    )


def paint_selected(painter: QPainter, canvas: Canvas, view: Box, mask: Bools) -> None:
    """Ring every selected node that shows in the rectangle left, top, right, bottom (world units).

    `mask` is (n,) over the scene's nodes. From far out a selected block stands in a frame of the accent.
    """
    shown = np.flatnonzero(canvas.scene.mask(view) & mask)
    _paint_rings(painter, canvas, shown, canvas.theme.accent, 2.0)


def paint_lighting(painter: QPainter, canvas: Canvas, view: Box) -> None:
    """Paint what `Scene.lighting` lights and marks: lit links and nodes, the found one, and differences."""
    light = canvas.scene.lighting
    if light.lit_links is not None:
        _paint_lit_links(painter, canvas, view, light.lit_links)
    if light.lit is not None:
        shown = np.flatnonzero(canvas.scene.mask(view) & light.lit)
        _paint_rings(painter, canvas, shown, mix(canvas.theme.accent, canvas.theme.ground, 0.75), 2.0)
    if 0 <= light.current < canvas.scene.count:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(canvas.theme.accent, 3.0))
        painter.drawPath(outline(canvas, light.current, 2.5))
    if light.differs is not None:
        shown = np.flatnonzero(canvas.scene.mask(view) & (light.differs != Difference.NONE))
        _paint_differences(painter, canvas, shown)


def _paint_rings(painter: QPainter, canvas: Canvas, nodes: Ints, color: QColor, width: float) -> None:
    if not len(nodes):
        return
    if canvas.detail is Detail.BLOCK:
        _paint_framed_blocks(painter, canvas, nodes, color)
        return
    for node in nodes.tolist():
        paint_ring(painter, canvas, node, color, width, 0.0)


def _paint_framed_blocks(painter: QPainter, canvas: Canvas, nodes: Ints, color: QColor) -> None:
    """Blocks in whole pixels, framed where they are large enough, else filled with the frame's colour."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    rects = block_rects(canvas, nodes)
    small = bool(len(rects)) and int(rects[0, 2] - rects[0, 0]) < 5
    if small:
        draw_pixel_rects(painter, rects)
        return
    draw_pixel_rects(painter, rects + np.array((-1, -1, 1, 1), np.int32))
    scene = canvas.scene
    chosen = np.zeros(scene.count, np.bool_)
    chosen[nodes] = True
    for kind, hue, places in scene.alike:
        mine = places[chosen[places]]
        if len(mine):
            painter.setBrush(block_color(canvas.theme, kind, hue))
            draw_pixel_rects(painter, block_rects(canvas, mine) + np.array((1, 1, -1, -1), np.int32))


def block_color(theme: Theme, kind: int, hue: int) -> QColor:
    """What a node is painted with from far out."""
    if kind == NodeKind.CARD:
        return mix(hue_color(theme, hue), theme.card, 0.7)
    return theme.warning if kind == NodeKind.DECISION else theme.text_3


def _paint_lit_links(painter: QPainter, canvas: Canvas, view: Box, lit: Bools) -> None:
    scene, camera = canvas.scene, canvas.camera
    routes = np.flatnonzero(scene.edges.mask(view, 12.0) & lit[scene.route_link])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(canvas.theme.accent, max(1.5, 2.5 * min(1.0, camera.zoom))))
    for route in routes.tolist():
        points = [camera.to_view((x, y)) for x, y in scene.edges.points_of(route).tolist()]
        corners = rounded(points, 8.0 * camera.zoom)
        draw_lines(painter, np.array([(*a, *b) for a, b in pairwise(corners)], np.float64))


def difference_color(theme: Theme, difference: int) -> QColor:
    """Green for added, red for removed, amber for changed."""
    if difference == Difference.ADDED:
        return theme.ok
    return theme.error if difference == Difference.REMOVED else theme.warning


def _paint_differences(painter: QPainter, canvas: Canvas, nodes: Ints) -> None:
    """A coloured corner at the card's lower left, with a letter where it can be read."""
    differs = canvas.scene.lighting.differs
    assert differs is not None
    if canvas.detail is Detail.BLOCK:
        for kind in (Difference.ADDED, Difference.REMOVED, Difference.CHANGED):
            mine = nodes[differs[nodes] == kind]
            _paint_framed_blocks(painter, canvas, mine, difference_color(canvas.theme, kind))
        return
    zoom = canvas.camera.zoom
    letter = type_of(11, 700)
    side = CORNER_SIDE * max(1.0, min(1.6, 0.8 / zoom))
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    for node in nodes.tolist():
        color = difference_color(canvas.theme, int(differs[node]))
        x, y, _, height = canvas.scene.rects[node].tolist()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 1.5))
        painter.drawPath(outline(canvas, node, 0.0))
        painter.save()
        painter.translate(*canvas.camera.to_view((x - 4, y + height - side + 4)))
        painter.scale(zoom * side / CORNER_SIDE, zoom * side / CORNER_SIDE)
        plate = QRectF(0, 0, CORNER_SIDE, CORNER_SIDE)
        painter.setPen(QPen(canvas.theme.card, 1.0))
        painter.setBrush(color)
        painter.drawRoundedRect(plate, 4, 4)
        painter.setFont(letter.font)
        painter.setPen(canvas.theme.card)
        painter.drawText(plate, CENTRE, difference_letter(int(differs[node])))
        painter.restore()
