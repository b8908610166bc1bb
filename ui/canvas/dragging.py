"""The gesture that places cards by hand: what is selected follows the pointer, with guides to its neighbours."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPen

from ui.canvas.aligning import Guide, snapped
from ui.canvas.frame import Canvas
from ui.canvas.gestures import SLACK
from ui.canvas.hit import Hit
from ui.canvas.placing import followers
from ui.canvas.shapes import Floats, NodeKind

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas

REACH = 7.0  # view pixels within which an edge is taken over


class Drag:
    """Selects the card that was pressed; moved further, it drags all that are selected.

    Alt lets them stand anywhere. Where they cannot be placed (to scale, time alone says where a card stands) the hand
    is told why.
    """

    def __init__(self, view: ScheduleCanvas, hit: Hit) -> None:
        self._view, self._hit = view, hit
        self._from = QPointF()
        self._nodes: list[int] = []
        self._along: list[int] = []
        self._guides_before: tuple[Guide, ...] = ()
        self._moved = (0.0, 0.0)
        self._refused = False
        self.has_moved = False
        self.guides: tuple[Guide, ...] = ()

    def start(self, at: QPointF) -> None:
        """Select at once what is not selected yet."""
        self._from = QPointF(at)
        if self._hit.node not in self._view.hand.marked:
            self._view.choose(self._hit)

    def move(self, at: QPointF) -> None:
        """Move what is selected along, its edges with it."""
        scene, node = self._view.scene, self._hit.node
        if scene is None or node is None:
            return
        shift = at - self._from
        if not self.has_moved:
            if abs(shift.x()) + abs(shift.y()) < SLACK:
                return
            if not self._may():
                return
            self.has_moved = True
            cards = [node, *(each for each in sorted(self._view.hand.movable()) if each != node)]
            self._nodes = cards
            self._along = [*cards, *followers(scene.content.nodes, scene.content.links, cards)]
        zoom = self._view.camera.zoom
        dx, dy = shift.x() / zoom, shift.y() / zoom
        origin = scene.rects[self._nodes].copy()
        origin[:, :2] -= self._moved
        if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.AltModifier:
            self.guides = ()
        else:
            found = snapped(origin, self._others(), dx, dy, REACH / zoom)
            dx, dy, self.guides = found.dx, found.dy, found.guides
        self._view.scrolling.drag(self._along, dx - self._moved[0], dy - self._moved[1], self._guide_areas())
        self._moved = (dx, dy)

    def _guide_areas(self) -> list[QRect]:
        """Where guides are and were, in view pixels."""
        guides = (*self.guides, *self._guides_before)
        self._guides_before = self.guides
        canvas, areas = self._view.canvas(), []
        for guide in guides:
            (left, top), (right, bottom) = guide.start, guide.end
            rect = canvas.rect(left, top, right - left, bottom - top).adjusted(-24, -24, 24, 24)
            areas.append(rect.toAlignedRect())
        return areas

    def _may(self) -> bool:
        if self._refused:
            return False
        reason = self._view.hand.why_fixed(self._hit.node)
        if reason:
            self._refused = True
            self._view.hand.told.emit(reason)
        return not reason

    def _others(self) -> Floats:
        """The cards in sight that stay."""
        scene = self._view.scene
        assert scene is not None
        left, top = self._view.camera.to_world((0.0, 0.0))
        right, bottom = self._view.camera.to_world((float(self._view.width()), float(self._view.height())))
        shown = scene.mask((left, top, right, bottom)) & (scene.kind == NodeKind.CARD)
        shown[self._nodes] = False
        return np.asarray(scene.rects[shown], np.float64)

    def end(self, at: QPointF) -> None:
        """Stay there; a click on one of several selects it alone."""
        self.move(at)
        self.guides = ()
        if self.has_moved:
            if self._moved != (0.0, 0.0):
                self._view.hand.drop(self._nodes)
        elif not self._refused:
            self._view.choose(self._hit)
        self._view.update()

    def cancel(self) -> None:
        """Go back to where it began."""
        scene = self._view.scene
        self.guides = ()
        if scene is not None and self.has_moved:
            scene.move(self._along, -self._moved[0], -self._moved[1])
            self._moved = (0.0, 0.0)
        self._view.update()

    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        """The guides."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(QPen(canvas.theme.accent, 1.0))
        for guide in self.guides:
            painter.drawLine(
                QPointF(*canvas.camera.to_view(guide.start)), QPointF(*canvas.camera.to_view(guide.end))
            )
