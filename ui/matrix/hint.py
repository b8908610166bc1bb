"""A quiet line over the table while a gesture is under way: what it would do, how to do it, how to give it up."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui.theme import RADIUS_CARD, Theme
from ui.widgets.part import set_part, text_label

_MARGIN = 8
_WIDEST = 460


class Hint(QFrame):
    """Stands beside an area of the table and lets the mouse through; hidden while it has nothing to say."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._within = parent
        self.setObjectName("matrixHint")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._said = text_label("")
        self._keys = text_label("", "secondary")
        self._said.setWordWrap(False)
        self._keys.setWordWrap(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.setSpacing(12)
        row.addWidget(self._said, 1)
        row.addWidget(self._keys)
        self.set_theme(theme)
        self.hide()

    def text(self) -> str:
        """What it says, "" while it is hidden."""
        return "" if self.isHidden() else self._said.text()

    def say(self, text: str, keys: str, beside: QRect, *, warning: bool = False) -> None:
        """Show `text`, and after it how to go on, below an area of the parent or where there is room."""
        set_part(self._said, "warning" if warning else "plain")
        self._said.setText(text)
        self._keys.setText(keys)
        self._keys.setVisible(bool(keys))
        room = self._within.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        self._said.setWordWrap(False)
        wanted = self.sizeHint()
        if wanted.width() > min(room.width(), _WIDEST):
            self._said.setWordWrap(True)
            width = min(room.width(), _WIDEST)
            self.resize(width, max(self.heightForWidth(width), wanted.height()))
        else:
            self.resize(wanted)
        x = (
            beside.left()
            if self.layoutDirection() == Qt.LayoutDirection.LeftToRight
            else beside.right() - self.width()
        )
        y = beside.bottom() + _MARGIN
        if y + self.height() > room.bottom():
            y = beside.top() - _MARGIN - self.height()
        x = max(room.left(), min(x, room.right() - self.width()))
        y = max(room.top(), min(y, room.bottom() - self.height()))
        self.move(x, y)
        self.show()
        self.raise_()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.setStyleSheet(
            f"#matrixHint {{ background: {theme.card.name()}; border: 1px solid {theme.line.name()};"
            f" border-radius: {RADIUS_CARD}px; }}"
        )
