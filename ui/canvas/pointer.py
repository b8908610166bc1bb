"""The canvas's pointer: which gesture a press begins, what lies under it, and what wheel and fingers do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QHelpEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip

from ui.canvas.addresses import address_of
from ui.canvas.connecting import Connecting
from ui.canvas.dragging import Drag
from ui.canvas.frame import Canvas
from ui.canvas.gestures import Gesture, Pan, Select
from ui.canvas.hit import NOTHING, Hit, hit
from ui.canvas.overlay import reach
from ui.canvas.picking import Box, Lasso, Toggle
from ui.canvas.ports import LEAST_ZOOM
from ui.canvas.ruler import on_ruler, piece_at, piece_text
from ui.canvas.shapes import NodeKind

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas

ZOOM_STEP = 1.25
NAME_HEIGHT = 28.0  # world units from a card's top that hold its name


class Pointer:
    """Mouse, wheel and touchpad. `hover` is what lies under the pointer."""

    def __init__(self, view: ScheduleCanvas) -> None:
        self._view = view
        self.hover: Hit = NOTHING
        self._gesture: Gesture | None = None
        self._button = Qt.MouseButton.NoButton
        self._space = False

    @property
    def is_dragging(self) -> bool:
        """Whether a gesture goes on."""
        return self._gesture is not None

    @property
    def gesture(self) -> Gesture | None:
        """The gesture that goes on."""
        return self._gesture

    def hold_space(self, held: bool) -> None:
        """While space is held, the left button pans."""
        self._space = held
        self._show_cursor()

    def press(self, event: QMouseEvent) -> None:
        """Begin a gesture.

        The middle button, or the left one with space, pans. The left button drags the card under it, and from a port
        on its edge a way; with ctrl or shift it adds the card, or takes it away; on the empty ground it draws a box,
        with alt a lasso.
        """
        if self._gesture is not None:
            return
        at, button = event.position(), event.button()
        found = self._hit(at)
        gesture: Gesture
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self._space):
            gesture = Pan(self._view)
        elif button == Qt.MouseButton.LeftButton:
            self._view.editing.came_by_hand = True
            gesture = self._connecting(event) or self._left(found, event.modifiers())
        else:
            event.ignore()
            return
        self._view.flight.stop()
        self._gesture, self._button = gesture, button
        gesture.start(at)
        self._show_cursor()
        event.accept()

    def _connecting(self, event: QMouseEvent) -> Connecting | None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        return self._view.editing.gesture_at(event.position()) if plain else None

    def _left(self, found: Hit, mods: Qt.KeyboardModifier) -> Gesture:
        control = bool(mods & Qt.KeyboardModifier.ControlModifier)
        shift = bool(mods & Qt.KeyboardModifier.ShiftModifier)
        if found.node is not None:
            if control or shift:
                return Toggle(self._view, found.node)
            return Drag(self._view, found)
        if found.link is not None:
            return Select(self._view, found)
        if mods & Qt.KeyboardModifier.AltModifier:
            return Lasso(self._view, adds=control or shift)
        return Box(self._view, found, adds=control or shift)

    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        """What the gesture that goes on draws: a box, a lasso, guides."""
        if isinstance(self._gesture, (Drag, Connecting)):
            self._gesture.paint(painter, canvas)
        elif isinstance(self._gesture, (Box, Lasso)):
            self._gesture.paint(painter, canvas.theme)

    def move(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or light what is under the pointer."""
        if self._gesture is not None:
            self._gesture.move(event.position())
        else:
            self._hover_at(self._view.editing.hover(event.position(), self._hit(event.position())))

    def release(self, event: QMouseEvent) -> None:
        """End the gesture that this button began."""
        if self._gesture is not None and event.button() == self._button:
            gesture, self._gesture = self._gesture, None
            gesture.end(event.position())
            self._show_cursor()

    def double_click(self, event: QMouseEvent) -> None:
        """Open what the card runs; an epoch's name collapses the epoch.

        Where the protocol can be edited, a card's name is typed, and on an arrow or the ground it is asked what to add.
        """
        if event.button() != Qt.MouseButton.LeftButton:
            return
        self.cancel()
        found = self._hit(event.position())
        if found.band is not None and self._view.scene is not None:
            self._view.hand.collapse(self._view.scene.layout.bands[found.band].epoch)
        elif self._view.editing.is_possible and self._edit(event.position(), found):
            return
        elif found.node is None:
            self.press(event)
        else:
            self._view.activate(found)

    def _edit(self, at: QPointF, found: Hit) -> bool:
        """What a double click edits: the name of a card whose name was meant, else what is to be added."""
        view, scene = self._view, self._view.scene
        if scene is None:
            return False
        if found.node is None:
            if found.link is not None:
                view.choose(found)
            return view.editing.ask("add", view.editing.spot(at, found))
        if scene.kind[found.node] > NodeKind.DECISION:
            return view.editing.ask("add", view.editing.spot(at, found))
        _, y = view.camera.to_world((at.x(), at.y()))
        on_name = y - float(scene.top[found.node]) <= NAME_HEIGHT
        runs_nothing = scene.kind[found.node] == NodeKind.DECISION or not scene.face(found.node).chips
        if (on_name and view.camera.zoom >= LEAST_ZOOM) or runs_nothing:
            view.choose(found)
            return view.editing.ask("rename")
        return False

    def menu(self, event: QContextMenuEvent) -> None:
        """Ask what can be done to what lies under the pointer, or to what is selected."""
        view = self._view
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            asked = view.editing.ask("menu")
        else:
            at = QPointF(event.pos())
            found = self._hit(at)
            if found.node is None or found.node not in view.hand.marked:
                view.choose(found)
            asked = view.editing.ask("menu", view.editing.spot(at, found))
        event.setAccepted(asked)

    def cancel(self) -> None:
        """Take the gesture back, where one goes on."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
        self._show_cursor()

    def leave(self) -> None:
        """Nothing is under the pointer any more."""
        self._view.editing.hover(QPointF(-1e6, -1e6), NOTHING)
        self._hover_at(NOTHING)

    def forget(self) -> None:
        """What was under the pointer is no longer there: another scene is shown."""
        self.cancel()
        self.hover = NOTHING

    def wheel(self, event: QWheelEvent) -> None:
        """A mouse wheel zooms to the pointer; two fingers pan; ctrl zooms with both, shift pans sideways."""
        if self._gesture is not None or self._view.scene is None:
            return
        mods = event.modifiers()
        pixels, angle = event.pixelDelta(), event.angleDelta()
        fingers = not pixels.isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase
        if mods & Qt.KeyboardModifier.ControlModifier:
            turn = pixels.y() * 1.5 if fingers else angle.y()
            self._zoom_at(ZOOM_STEP ** (turn / 120), event.position())
        elif fingers:
            self._pan(pixels.x(), pixels.y())
        elif mods & Qt.KeyboardModifier.ShiftModifier or (angle.x() and not angle.y()):
            self._pan(angle.y() or angle.x(), 0)
        elif angle.y():
            self._zoom_at(ZOOM_STEP ** (angle.y() / 120), event.position())
        event.accept()

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Zoom to the fingers; False for any other native gesture."""
        if event.gestureType() != Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self._zoom_at(max(0.2, 1.0 + event.value()), event.position())
        return True

    def tell(self, event: QHelpEvent) -> None:
        """Show the full texts of what lies under the pointer."""
        found = self._hit(QPointF(event.pos()))
        if self._view.scene is not None:
            uneven = piece_at(self._view.canvas(), event.pos().x(), event.pos().y())
            if uneven is not None:
                QToolTip.showText(event.globalPos(), piece_text(*uneven), self._view)
                return
        text = self._view.tooltip_of(found)
        if text:
            area = QRect() if found.node is None else reach(self._view.canvas(), found).toAlignedRect()
            QToolTip.showText(event.globalPos(), text, self._view, area)
        else:
            QToolTip.hideText()

    def _hit(self, at: QPointF) -> Hit:
        scene, camera = self._view.scene, self._view.camera
        if scene is None or not scene.count or on_ruler(self._view.canvas(), at.x(), at.y()):
            return NOTHING
        return hit(scene, *camera.to_world((at.x(), at.y())), camera.zoom)

    def _pan(self, dx: float, dy: float) -> None:
        self._view.flight.stop()
        self._view.show_camera(self._view.camera.panned(dx, dy))

    def _zoom_at(self, factor: float, at: QPointF) -> None:
        camera = self._view.camera
        self._view.flight.stop()
        self._view.show_camera(camera.zoomed(camera.zoom * factor, (at.x(), at.y())))

    def _hover_at(self, found: Hit) -> None:
        if found == self.hover:
            return
        before, self.hover = self.hover, found
        self._show_cursor()
        scene = self._view.scene
        if scene is not None:
            for each in (before, found):
                if each.link is not None:
                    self._view.update()
                elif each.node is not None:
                    self._view.update(reach(self._view.canvas(), each).toAlignedRect())
        self._view.hovered.emit(address_of(scene, found))

    def _show_cursor(self) -> None:
        if isinstance(self._gesture, Pan):
            self._view.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif isinstance(self._gesture, (Box, Lasso, Connecting)) or self._view.editing.hovered is not None:
            self._view.setCursor(Qt.CursorShape.CrossCursor)
        elif self._space:
            self._view.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self.hover.node is not None or self.hover.link is not None:
            self._view.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self._view.unsetCursor()
