"""Words of a button that also has a picture: with room between the two, the same everywhere."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

# Qt leaves two pixels between a picture and words. A space before the words lies on the right side in every language.
_ROOM = "\u2004"


def beside_picture(words: str) -> str:
    """A button's words as they stand beside its picture."""
    return f"{_ROOM}{words}" if words else ""


def say_beside_picture(button: QToolButton, words: str) -> None:
    """Have a button show a picture and these words; assistive technology reads the words alone."""
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    button.setText(beside_picture(words))
    button.setAccessibleName(words)
