"""A layout that sets its widgets in lines, like words: for chips."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QStyle, QWidget


class FlowLayout(QLayout):
    """From where reading begins, on as many lines as the width asks for; none wider than the line. `gap` in pixels."""

    def __init__(self, parent: QWidget | None = None, gap: int = 4) -> None:
        super().__init__(parent)
        self._placed: list[QLayoutItem] = []
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Add an item at the end."""
        self._placed.append(item)

    def count(self) -> int:
        """The number of items."""
        return len(self._placed)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at `index`, or None."""
        return self._placed[index] if 0 <= index < len(self._placed) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take the item at `index` out, or None."""
        return self._placed.pop(index) if 0 <= index < len(self._placed) else None

    def expandingDirections(self) -> Qt.Orientation:
        """It takes no more room than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines at `width`."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, area: QRect) -> None:
        """Place the widgets."""
        super().setGeometry(area)
        self._arrange(area, place=True)

    def sizeHint(self) -> QSize:
        """As small as it can be."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """One line of the highest item; widths give way."""
        around = self.contentsMargins()
        high = max((item.sizeHint().height() for item in self._seen()), default=0)
        return QSize(24, high).grownBy(around)

    def _seen(self) -> list[QLayoutItem]:
        """Those that take room: what is hidden leaves no gap."""
        return [item for item in self._placed if not item.isEmpty()]

    def _arrange(self, whole: QRect, place: bool) -> int:
        area = whole.marginsRemoved(self.contentsMargins())
        x, y, high = area.x(), area.y(), 0
        line: list[tuple[QLayoutItem, QRect]] = []
        for item in self._seen():
            size = item.sizeHint()
            width = min(size.width(), area.width())
            if x > area.x() and x + width > area.x() + area.width():
                if place:
                    self._put(line, area, high)
                x, y, high, line = area.x(), y + high + self._gap, 0, []
            line.append((item, QRect(QPoint(x, y), QSize(width, size.height()))))
            x += width + self._gap
            high = max(high, size.height())
        if place:
            self._put(line, area, high)
        return y + high - area.y() + whole.height() - area.height()

    def _put(self, line: list[tuple[QLayoutItem, QRect]], area: QRect, high: int) -> None:
        """The items of one line, the lower ones on its middle."""
        around = self.parentWidget()
        direction = around.layoutDirection() if around is not None else Qt.LayoutDirection.LeftToRight
        for item, at in line:
            at.translate(0, (high - at.height()) // 2)
            item.setGeometry(QStyle.visualRect(direction, area, at))
