"""The other study's table below the open one's, with what it is and a button that puts it away."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from study.language import translate
from ui.icons import icon
from ui.matrix.pane import MatrixPane
from ui.theme import Theme
from ui.widgets.part import set_part, text_label


class OtherTable(QWidget):
    """`closed()` when a person puts it away; the table itself is `matrix`."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "pane")
        self.matrix = MatrixPane(theme=theme)
        self.matrix.set_footnotes(0, True)
        self.heading = text_label("", "secondary")
        self.heading.setWordWrap(False)
        self._close = QToolButton()
        self._close.setIconSize(QSize(14, 14))
        words = translate("compare", "Hide the table of the other study")
        self._close.setAccessibleName(words)
        self._close.setToolTip(words)
        self._close.clicked.connect(lambda _checked=False: self.closed.emit())
        row = QHBoxLayout()
        row.setContentsMargins(16, 2, 8, 2)
        row.addWidget(self.heading, 1)
        row.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.matrix, 1)
        self.set_theme(theme)

    def set_title(self, title: str) -> None:
        """Says whose table it is; "" for none."""
        self.heading.setText(
            translate("compare", "Compared with: {title}").format(title=title) if title else ""
        )

    def set_theme(self, theme: Theme) -> None:
        """Paints in another theme."""
        self.matrix.set_theme(theme)
        self._close.setIcon(icon("x", theme.text_2, size=14))
