"""A list of rows: one model and one view for the panes that list things, painted by each pane's delegate."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import RADIUS_FIELD, ROW_HEIGHT, Theme, system_theme
from ui.widgets.empty import paint_empty

ITEM = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()


@dataclass(frozen=True)
class Empty:
    """What a list says when it has no rows."""

    icon: str
    title: str
    text: str


@dataclass(frozen=True)
class RowWords:
    """What a row says: its text, a sentence for assistive technology, a tooltip; a head cannot be chosen."""

    text: str
    spoken: str = ""
    tooltip: str = ""
    is_head: bool = False


class RowsModel(QAbstractListModel):
    """The items of a list, with their words; items are values that the pane made."""

    def __init__(self, words: Callable[[Any], RowWords], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._items: list[Any] = []

    @property
    def items(self) -> Sequence[Any]:
        """The items, in order."""
        return self._items

    def set_items(self, items: Sequence[Any]) -> None:
        """Replace all items."""
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of items."""
        return 0 if parent.isValid() else len(self._items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The item itself by the role `ITEM`, its words by Qt's roles."""
        if not index.isValid() or not 0 <= index.row() < len(self._items):
            return None
        item = self._items[index.row()]
        if role == ITEM:
            return item
        if role not in (
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        ):
            return None
        words = self._words(item)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return words.spoken or words.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return words.tooltip or None
        return words.text

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Heads can be neither chosen nor reached by key."""
        if not index.isValid() or self._words(self._items[index.row()]).is_head:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren


class RowDelegate(QStyledItemDelegate):
    """Paints a row's ground and focus; a pane's delegate paints what is in it."""

    inset = 0  # pixels between the pane's edge and the row's ground
    rounded = False

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self.view = view

    def height(self, _item: Any, _width: int) -> int:
        """The height in pixels of the item's row, at a width."""
        return ROW_HEIGHT

    def paint_row(self, painter: QPainter, area: QRect, item: Any, selected: bool) -> None:
        """Paint the contents of a row; the ground is painted."""
        raise NotImplementedError

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the view, as high as the row needs."""
        width = self.view.viewport().width()
        return QSize(width, self.height(index.data(ITEM), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground by state, the contents, and the ring of focus."""
        theme = self.view.theme
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        enabled = bool(index.flags() & Qt.ItemFlag.ItemIsEnabled)
        selected = enabled and bool(state & QStyle.StateFlag.State_Selected)
        hovered = enabled and bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = theme.accent_soft if selected else theme.hover if hovered else None
        if ground is not None:
            self._ground(painter, area, ground)
        self.paint_row(painter, area, index.data(ITEM), selected)
        current = self.view.hasFocus() and index.row() == self.view.currentIndex().row()
        if current and enabled and self.view.by_keyboard:
            ring = QRectF(area).adjusted(self.inset + 1, 1, -self.inset - 1, -1)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.focus_ring, 3))
            painter.drawRoundedRect(ring, RADIUS_FIELD, RADIUS_FIELD)
            painter.setPen(QPen(theme.accent, 1))
            painter.drawRoundedRect(ring, RADIUS_FIELD, RADIUS_FIELD)
        painter.restore()

    def _ground(self, painter: QPainter, area: QRect, color: QColor) -> None:
        if not self.rounded:
            painter.fillRect(area, color)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        ground = QRectF(area).adjusted(self.inset, 0, -self.inset, 0)
        painter.drawRoundedRect(ground, RADIUS_FIELD, RADIUS_FIELD)


class RowsView(QListView):
    """A list that is chosen from by one click or Enter.

    `chosen(item)` follows a click or Enter; `current(item)` the arrow keys as well.
    """

    chosen = Signal(object)
    current = Signal(object)

    def __init__(
        self,
        words: Callable[[Any], RowWords],
        empty: Empty | None = None,
        theme: Theme | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.theme = theme or system_theme()
        self.by_keyboard = True
        self._empty = empty
        self.rows = RowsModel(words, self)
        self.setModel(self.rows)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.clicked.connect(self._choose)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.viewport().update()

    def set_empty(self, empty: Empty | None) -> None:
        """What to say when there are no rows."""
        self._empty = empty
        self.viewport().update()

    def set_items(self, items: Sequence[Any]) -> None:
        """Replace all rows."""
        self.rows.set_items(items)

    def items(self) -> Sequence[Any]:
        """The rows' items, in order."""
        return self.rows.items

    def set_current_row(self, row: int) -> None:
        """Light one row and bring it into view; -1 lights none. Emits nothing."""
        if row < 0:
            self.clearSelection()
            self.setCurrentIndex(_NO_INDEX)
            return
        index = self.rows.index(row)
        if index != self.currentIndex() or not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def current_item(self) -> Any:
        """The lit item, or None."""
        index = self.currentIndex()
        return index.data(ITEM) if index.isValid() else None

    def _choose(self, index: QModelIndex) -> None:
        if index.isValid() and index.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.chosen.emit(index.data(ITEM))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse needs no ring of focus."""
        self.by_keyboard = False
        super().mousePressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring of focus to those who came by key."""
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.by_keyboard = True
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses; the rest is the list's own."""
        self.by_keyboard = True
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self.currentIndex())
            event.accept()
            return
        before = self.currentIndex()
        super().keyPressEvent(event)
        now = self.currentIndex()
        if now.isValid() and now != before:
            self.current.emit(now.data(ITEM))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows that wrap change their height with the width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows, or the empty state."""
        if self._empty is not None and not self.rows.rowCount():
            painter = QPainter(self.viewport())
            empty = self._empty
            paint_empty(painter, self.viewport().rect(), self.theme, empty.icon, empty.title, empty.text)
            painter.end()
        else:
            super().paintEvent(event)
        if self.hasFocus() and self.by_keyboard and not self.currentIndex().isValid():
            # No row to ring yet: the list itself says where the keys go.
            painter = QPainter(self.viewport())
            painter.setPen(QPen(self.theme.focus_ring, 3))
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -2, -2))
            painter.end()


def wrapped_height(text: str, face: QFont, width: float) -> int:
    """The height of `text` broken into lines of `width` pixels; its long words are to be `breakable`."""
    flags = int(Qt.TextFlag.TextWordWrap)
    box = QFontMetricsF(face).boundingRect(QRectF(0, 0, width, 100_000), flags, text)
    return int(box.height() + 0.999)
