"""The canvas in words, for screen readers: what it holds, what is selected, and saying so when that changes."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from ui.canvas.addresses import full_text
from ui.canvas.hit import Hit
from ui.canvas.scene import Scene
from ui.canvas.shapes import NodeKind


def described(scene: Scene | None, selection: Hit, message: str) -> str:
    """What the canvas shows now: the selected node in full, else how much there is; `message` for nothing."""
    if scene is None or not scene.count:
        return message
    if selection.node is not None:
        return full_text(scene, selection)
    count = int((scene.kind <= NodeKind.DECISION).sum())
    return f"{count} {'instance' if count == 1 else 'instances'}. Arrow keys move along the schedule."


def announce(view: QWidget, text: str) -> None:
    """Have a screen reader say a text, where one listens and the view has the focus."""
    if text and QAccessible.isActive() and view.hasFocus():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(view, text))
