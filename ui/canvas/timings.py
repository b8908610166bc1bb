"""Timings on demand: what is timed from what as arcs over the cards, stars on anchors, and what moves with a visit."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from study.timing_chains import TimingChains, timing_chains
from ui.canvas.frame import Canvas
from ui.canvas.lettering import CENTRE, type_of
from ui.canvas.projection import ScheduleProjection
from ui.canvas.scene import Scene
from ui.theme import mix

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas

_RISE = 12.0  # world units that an arc between neighbours stands above the cards
_MOST = 46.0  # and the widest arc: a band's head is not higher


class Timings:
    """The timing edges of the timeline that is shown, painted where `shown`.

    With a visit selected, what hangs on it, directly or through others, stands out.
    """

    def __init__(self, view: ScheduleCanvas) -> None:
        self._view = view
        self._shown = False
        self._scene: Scene | None = None
        self._chains: TimingChains | None = None
        self._arcs: list[tuple[int, int]] = []
        self._anchors: list[tuple[int, int]] = []

    @property
    def shown(self) -> bool:
        """Whether all timings are painted."""
        return self._shown

    def show(self, shown: bool) -> None:
        """Paint all timings, or none but that of the selected visit."""
        self._shown = shown
        self._view.update()

    def arcs(self) -> list[tuple[int, int]]:
        """All timings as (node timed from, node that is timed)."""
        self._prepare()
        return self._arcs

    def anchors(self) -> list[tuple[int, int]]:
        """The anchors as (node, how many are timed from it)."""
        self._prepare()
        return self._anchors

    def moved_by(self, node: int) -> list[int]:
        """The nodes that move where this one moves."""
        self._prepare()
        scene = self._scene
        if scene is None or self._chains is None:
            return []
        found = (scene.place_of(key) for key, _ in self._chains.moved_by(scene.content.address(node)))
        return [each for each in found if each is not None]

    def _prepare(self) -> None:
        scene = self._view.scene
        if scene is self._scene:
            return
        self._scene, self._chains, self._arcs, self._anchors = scene, None, [], []
        if scene is None or not isinstance(scene.content, ScheduleProjection):
            return
        self._chains = chains = timing_chains(scene.content.planned)
        for reference, timed in chains.direct.items():
            start = scene.place_of(reference)
            ends = [scene.place_of(key) for key in timed]
            self._arcs += [(start, end) for end in ends if start is not None and end is not None]
        for key in chains.anchors:
            node = scene.place_of(key)
            if node is not None:
                self._anchors.append((node, len(chains.direct.get(key, ()))))

    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        """Paint the arcs and stars over the scene."""
        if not self._shown or canvas.camera.zoom < 0.2:
            return
        self._prepare()
        selected = self._view.selection.node
        chain = {selected, *self.moved_by(selected)} if selected is not None else set()
        accent, ground = canvas.theme.accent, canvas.theme.ground
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        faint, plain = mix(accent, ground, 0.3), mix(accent, ground, 0.65)
        for reference, timed in self._arcs:
            in_chain = reference in chain and timed in chain
            color = accent if in_chain else faint if selected is not None else plain
            _paint_arc(painter, canvas, reference, timed, color, 2.0 if in_chain else 1.2)
        for node, count in self._anchors:
            _paint_star(painter, canvas, node, count)


def _paint_arc(
    painter: QPainter, canvas: Canvas, reference: int, timed: int, color: QColor, width: float
) -> None:
    boxes, zoom = canvas.scene.rects, canvas.camera.zoom
    x1, y1, w1, _ = boxes[reference].tolist()
    x2, y2, w2, _ = boxes[timed].tolist()
    start = QPointF(*canvas.camera.to_view((x1 + w1 / 2, y1)))
    end = QPointF(*canvas.camera.to_view((x2 + w2 / 2, y2)))
    if max(start.x(), end.x()) < 0 or min(start.x(), end.x()) > canvas.width:
        return
    apart = abs(x2 - x1) / 212.0
    top = min(start.y(), end.y()) - min(_MOST, _RISE + 7.0 * math.log2(1.0 + apart)) * zoom * 1.33
    path = QPainterPath(start)
    lean = min(abs(end.x() - start.x()) / 3, 90.0 * zoom)
    side = lean if end.x() >= start.x() else -lean
    path.cubicTo(QPointF(start.x() + side, top), QPointF(end.x() - side, top), end)
    pen = QPen(color, width)
    pen.setDashPattern([3.0, 2.2])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    painter.drawEllipse(end, 2.2, 2.2)


def _paint_star(painter: QPainter, canvas: Canvas, node: int, count: int) -> None:
    """A star on the card's top edge, clear of its arcs, with how many visits are timed from it."""
    x, y, _, _ = canvas.scene.rects[node].tolist()
    middle = QPointF(*canvas.camera.to_view((x + 28.0, y)))
    zoom = max(0.7, min(1.2, canvas.camera.zoom))
    label = str(count)
    prose = type_of(11, 600)
    room = prose.width(label) + 26
    painter.save()
    painter.translate(middle)
    painter.scale(zoom, zoom)
    plate = QRectF(-room / 2, -9, room, 18)
    painter.setPen(QPen(canvas.theme.accent, 1.2))
    painter.setBrush(canvas.theme.card)
    painter.drawRoundedRect(plate, 9, 9)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(canvas.theme.accent)
    painter.drawPolygon(_star(plate.left() + 11, 0.0, 5.6))
    painter.setFont(prose.font)
    painter.setPen(canvas.theme.accent)
    painter.drawText(QRectF(plate.left() + 18, -9, room - 22, 18), CENTRE, label)
    painter.restore()


def _star(x: float, y: float, radius: float) -> QPolygonF:
    points = []
    for corner in range(10):
        reach = radius if corner % 2 == 0 else radius * 0.45
        turn = math.pi * corner / 5 - math.pi / 2
        points.append(QPointF(x + reach * math.cos(turn), y + reach * math.sin(turn)))
    return QPolygonF(points)
