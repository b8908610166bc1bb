"""Gestures that select many: a box, a lasso, and a click that adds or takes away."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from ui.canvas.aligning import inside
from ui.canvas.gestures import SLACK
from ui.canvas.hit import NOTHING, Hit
from ui.theme import Theme, mix

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas


class Toggle:
    """A click that adds a card to what is selected, or takes it away."""

    def __init__(self, view: ScheduleCanvas, node: int) -> None:
        self._view, self._node = view, node

    def start(self, at: QPointF) -> None:
        """Add or take away."""
        del at
        self._view.hand.toggle(self._node)

    def move(self, at: QPointF) -> None:
        """Nothing is dragged."""
        del at

    def end(self, at: QPointF) -> None:
        """Nothing more."""
        del at

    def cancel(self) -> None:
        """As it was before."""
        self._view.hand.toggle(self._node)


class Box:
    """Draws a rectangle; all cards that it touches are selected. A press that does not move selects `click`."""

    def __init__(self, view: ScheduleCanvas, click: Hit = NOTHING, *, adds: bool) -> None:
        self._view, self._click, self._adds = view, click, adds
        self._from = self._to = QPointF()
        self._before: frozenset[int] = frozenset()
        self.has_moved = False

    def start(self, at: QPointF) -> None:
        """One corner."""
        self._from = self._to = QPointF(at)
        self._before = self._view.hand.marked

    def move(self, at: QPointF) -> None:
        """The corner across."""
        shift = at - self._from
        if not self.has_moved and abs(shift.x()) + abs(shift.y()) < SLACK:
            return
        self.has_moved = True
        self._to = QPointF(at)
        self._view.hand.mark(self._found() | (self._before if self._adds else frozenset()))
        self._view.update()

    def _found(self) -> frozenset[int]:
        scene = self._view.scene
        if scene is None:
            return frozenset()
        rect = QRectF(self._from, self._to).normalized()
        left, top = self._view.camera.to_world((rect.left(), rect.top()))
        right, bottom = self._view.camera.to_world((rect.right(), rect.bottom()))
        return self._view.hand.cards_among(scene.mask((left, top, right, bottom), 0.0))

    def end(self, at: QPointF) -> None:
        """Stay selected; a click on the ground selects the timeline, unless it was to add."""
        self.move(at)
        if self.has_moved:
            self._view.hand.settle()
        elif not self._adds:
            self._view.choose(self._click)
        self._view.update()

    def cancel(self) -> None:
        """Select what was selected before."""
        self._view.hand.mark(self._before)
        self._view.update()

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """The rectangle."""
        if self.has_moved:
            _dress(painter, theme)
            painter.drawRect(QRectF(self._from, self._to).normalized())


class Lasso:
    """Draws an outline by hand; all cards whose middle lies inside are selected."""

    def __init__(self, view: ScheduleCanvas, *, adds: bool) -> None:
        self._view, self._adds = view, adds
        self._points: list[QPointF] = []
        self._before: frozenset[int] = frozenset()
        self.has_moved = False

    def start(self, at: QPointF) -> None:
        """The first point."""
        self._points = [QPointF(at)]
        self._before = self._view.hand.marked

    def move(self, at: QPointF) -> None:
        """The next point."""
        shift = at - self._points[-1]
        if abs(shift.x()) + abs(shift.y()) < SLACK:
            return
        self.has_moved = True
        self._points.append(QPointF(at))
        scene = self._view.scene
        if scene is None:
            return
        outline = [self._view.camera.to_world((point.x(), point.y())) for point in self._points]
        middles = np.column_stack([(scene.left + scene.right) / 2, (scene.top + scene.bottom) / 2])
        found = self._view.hand.cards_among(inside(middles, outline))
        self._view.hand.mark(found | (self._before if self._adds else frozenset()))
        self._view.update()

    def end(self, at: QPointF) -> None:
        """Stay selected."""
        self.move(at)
        if self.has_moved:
            self._view.hand.settle()
        self._view.update()

    def cancel(self) -> None:
        """Select what was selected before."""
        self._view.hand.mark(self._before)
        self._view.update()

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """The outline, closed."""
        if len(self._points) > 1:
            _dress(painter, theme)
            path = QPainterPath()
            path.addPolygon(QPolygonF([*self._points, self._points[0]]))
            painter.drawPath(path)


def _dress(painter: QPainter, theme: Theme) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    wash = mix(theme.accent, theme.ground, 1.0)
    wash.setAlphaF(0.08)
    painter.setBrush(wash)
    pen = QPen(theme.accent, 1.0)
    pen.setStyle(Qt.PenStyle.SolidLine)
    painter.setPen(pen)
