"""A line of text that leads to a visit, wrapped where it is long."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QVBoxLayout

from ui.widgets.part import set_part, text_label


class LinkLine(QPushButton):
    """`clicked` by mouse, Enter or Space."""

    def __init__(self, text: str) -> None:
        super().__init__()
        set_part(self, "link")
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(5, 3, 5, 3)
        self._label = text_label(text)
        self._label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        inside.addWidget(self._label)

    def hasHeightForWidth(self) -> bool:
        """Long lines wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as the text needs."""
        return max(24, self._label.heightForWidth(max(40, width - 12)) + 8)

    def sizeHint(self) -> QSize:
        """As wide as the column."""
        return QSize(160, self.heightForWidth(max(160, self.width())))

    def minimumSizeHint(self) -> QSize:
        """Narrow columns wrap."""
        return QSize(80, 24)
