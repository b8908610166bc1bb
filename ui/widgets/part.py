"""Which part of the look a widget plays: the dynamic property that the style sheet reads."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

WidgetT = TypeVar("WidgetT", bound=QWidget)


def set_part(widget: WidgetT, part: str) -> WidgetT:
    """Give `widget` its part (`pane`, `card`, `soft`, `title`, `caps`, `primary`, ...); returns it."""
    if widget.property("part") != part:
        widget.setProperty("part", part)
        widget.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, True)
        style = widget.style()
        style.unpolish(widget)
        style.polish(widget)
    return widget


def text_label(text: str, part: str = "", selectable: bool = False) -> QLabel:
    """A label that shows `text` as it is, never as HTML, and wraps where it must."""
    label = QLabel()
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setWordWrap(True)
    if part:
        set_part(label, part)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    return label
