"""A ring around a widget that came to the focus by key and shows nothing of its own of that."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget

_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class FocusRing(QWidget):
    """Lies over its parent, lets everything through, and is seen while the parent has the keys."""

    def __init__(self, around: QWidget) -> None:
        super().__init__(around)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        around.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follows the parent's focus and size."""
        around = self.parentWidget()
        if watched is around and around is not None:
            if isinstance(event, QFocusEvent):
                self.setVisible(event.gotFocus() and event.reason() in _BY_KEY)
                self._cover(around)
            elif event.type() == QEvent.Type.Resize:
                self._cover(around)
        return False

    def _cover(self, around: QWidget) -> None:
        self.setGeometry(around.rect())
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Two pixels of the accent, inside the edge."""
        painter = QPainter(self)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), 2))
        painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()
