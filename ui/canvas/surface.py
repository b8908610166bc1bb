"""A widget's events, handed to the objects that deal with them: the pointer and the keys."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from ui.canvas.editing import Editing
from ui.canvas.keys import Keys
from ui.canvas.pointer import Pointer

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


class Surface(QWidget):
    """What Qt can only tell a widget itself. `pointer` and `keys` are made by the widget that derives from it."""

    pointer: Pointer
    editing: Editing
    keys: Keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self.pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or light what is under the pointer."""
        self.pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        self.pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what the card runs."""
        self.pointer.double_click(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self.pointer.leave()
        super().leaveEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom or pan."""
        self.pointer.wheel(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask what can be done here."""
        self.pointer.menu(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk, zoom, fit or open; what the canvas does not know goes on to others."""
        if not self.keys.press(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting go of space ends panning by it."""
        if not self.keys.release(event):
            super().keyReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Pinches, tooltips, and a pointer that is taken away."""
        if isinstance(event, QNativeGestureEvent):
            if self.pointer.pinch(event):
                return True
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self.pointer.tell(event)
            return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if self.keys.claims(event):
                event.accept()
                return True
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            # Tab goes on to the next control before a widget hears of it as a key.
            if event.key() == Qt.Key.Key_Tab and self.keys.press(event):
                return True
        elif event.type() == QEvent.Type.UngrabMouse and self.pointer.is_dragging:
            self.pointer.cancel()
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        if event.reason() in _BY_KEY:
            self.editing.came_by_hand = False
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A gesture does not outlive the focus."""
        self.pointer.hold_space(False)
        super().focusOutEvent(event)
        self.update()
