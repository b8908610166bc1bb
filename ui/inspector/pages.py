"""The inspector's page, as high as what is on it, and its empty state."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.theme import Theme
from ui.widgets.empty import paint_empty


class Page(QWidget):
    """The contents, as high as they are at the width that there is."""

    def minimumSizeHint(self) -> QSize:
        """No height of its own: the scroll area asks for the height at its width."""
        return QSize(180, 0)


class Nothing(QWidget):
    """The inspector's empty state."""

    def __init__(self, theme: Theme, title: str, text: str) -> None:
        super().__init__()
        self._theme, self._title, self._text = theme, title, text
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, title, what to do."""
        painter = QPainter(self)
        paint_empty(painter, self.rect(), self._theme, "panel-right", self._title, self._text)
