"""A label of one line that ends in an ellipsis where it has no room, and then tells the whole in a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

_NARROWEST = 24


class ElidedLabel(QLabel):
    """Takes the room that there is; `setText` and `setToolTip` are those of any label."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self._whole = ""
        self._tip = ""
        self.setText(text)

    def setText(self, text: str) -> None:
        """Shows as much of `text` as there is room for."""
        self._whole = text
        self._fit()
        self.updateGeometry()

    def setToolTip(self, text: str) -> None:
        """What the tooltip says below the whole text, or alone where that is seen."""
        self._tip = text
        self._fit()

    def sizeHint(self) -> QSize:
        """Room for the whole text."""
        margins = self.contentsMargins()
        beside = margins.left() + margins.right() + 2 * self.margin() + 2
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + beside, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """As little as an ellipsis takes."""
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cuts the text anew."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        room = self.contentsRect().width() - 2 * self.margin()
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        super().setText(shown)
        self.setAccessibleName(self._whole)
        lines = [self._whole] if shown != self._whole else []
        super().setToolTip("\n".join([*lines, self._tip] if self._tip else lines))
