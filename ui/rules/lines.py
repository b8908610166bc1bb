"""Cards of the builder, and lines of words in them."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from ui.rules.telling import WARNS, Told
from ui.widgets.part import set_part, text_label


class Lines(QWidget):
    """Some lines of words, each in its part of the look."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: list[Told] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def set_lines(self, lines: list[Told]) -> None:
        """Show other lines."""
        if lines == self._lines:
            return
        self._lines = list(lines)
        while self._column.count():
            item = self._column.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for each in lines:
            self._column.addWidget(text_label(each.text, each.part, selectable=True))
        self.setVisible(bool(lines))

    def text(self) -> str:
        """All lines."""
        return "\n".join(each.text for each in self._lines)

    def warns(self) -> bool:
        """Whether one of them warns."""
        return any(each.part == WARNS for each in self._lines)


def head(words: str) -> QLabel:
    """The head of a card, in capitals."""
    made = text_label(words.upper(), "caps")
    made.setAccessibleName(words)
    return made


def card(part: str = "card") -> tuple[QFrame, QVBoxLayout]:
    """A card, and the column in it."""
    frame = set_part(QFrame(), part)
    column = QVBoxLayout(frame)
    column.setContentsMargins(14, 11, 14, 12)
    column.setSpacing(7)
    return frame, column


def label(words: str, of: QWidget | None = None) -> QLabel:
    """The name of a field, in one line."""
    made = text_label(words, "label")
    made.setWordWrap(False)
    if of is not None:
        made.setBuddy(of)
    return made
