"""The canvas's keys: arrows along the graph, the zoom, fitting, and panning while space is held."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.canvas.hit import Hit

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas

_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class Keys:
    """Arrows walk; + - 0 zoom; F fits all, Shift+F what is selected; Home and End; Return opens."""

    def __init__(self, view: ScheduleCanvas) -> None:
        self._view = view

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key says; False where it says nothing to the canvas."""
        key, mods = event.key(), event.modifiers()
        view = self._view
        if key == Qt.Key.Key_Escape and view.pointer.is_dragging:
            view.pointer.cancel()
        elif view.editing.press(event) or view.hand.press(event):
            return True
        elif mods & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            return False
        elif key == Qt.Key.Key_Space:
            view.pointer.hold_space(True)
        elif key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            view.zoom_in()
        elif key == Qt.Key.Key_Minus:
            view.zoom_out()
        elif key == Qt.Key.Key_0:
            view.zoom_actual()
        elif key == Qt.Key.Key_F:
            (view.fit_selection if mods & Qt.KeyboardModifier.ShiftModifier else view.fit_all)()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and view.scene is not None:
            self._go_to(view.scene.first_card() if key == Qt.Key.Key_Home else view.scene.last_card())
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            view.page(-1 if key == Qt.Key.Key_PageUp else 1)
        elif key in (Qt.Key.Key_I, Qt.Key.Key_Question):
            view.describe()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            view.activate(view.selection)
        else:
            return False
        return True

    def release(self, event: QKeyEvent) -> bool:
        """Letting go of space ends panning by it; False for every other key."""
        if event.key() != Qt.Key.Key_Space or event.isAutoRepeat():
            return False
        self._view.pointer.hold_space(False)
        return True

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is the canvas's own although an action of the window has it too."""
        return self._view.editing.claims(event)

    def _step(self, dx: int, dy: int) -> None:
        scene, node = self._view.scene, self._view.selection.node
        if scene is None:
            return
        link = self._view.selection.link
        if link is not None:  # from an arrow to what it joins
            each = scene.content.links[link]
            self._go_to(each.target if dx + dy > 0 else each.source)
            return
        if node is None:
            self._go_to(scene.first_card())
            return
        following = scene.along(node, forward=dx > 0) if dx else None
        self._go_to(following if following is not None else scene.beside(node, dx, dy))

    def _go_to(self, node: int | None) -> None:
        if node is not None:
            self._view.choose(Hit(node=node))
            self._view.reveal(node)
