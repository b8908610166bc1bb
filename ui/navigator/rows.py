"""The navigator's list: several rows can be chosen, rows are dragged to another place, heads have a button to add."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from ui.navigator.entries import Entry, Head
from ui.theme import Theme
from ui.widgets.rows import ITEM, Empty, RowsView, RowWords

ADD_WIDTH = 26
"""Pixels of the button at the end of a head."""
_CHOOSING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


class NavigatorRows(RowsView):
    """Until `can_edit` it is a list to go from, as others are.

    `addition_asked(Head)` follows a click on a head's button; `dropped(list of Entry, Entry or None)` rows that were
    let go below another, or below the head; `menu_asked(QPoint)`, in pixels of the viewport, a click for the menu.
    `may_drop(rows, above)` says whether they may.
    """

    addition_asked = Signal(object)
    dropped = Signal(object, object)
    menu_asked = Signal(QPoint)

    def __init__(
        self, words: Callable[[Any], RowWords], empty: Empty, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(words, empty, theme, parent)
        self.can_edit = False
        self.may_drop: Callable[[list[Entry], Entry | None], bool] = lambda _rows, _above: False
        self.hovered_add = -1
        self._pressed = QPoint()
        self._dragged: list[Entry] = []
        self._gap = -1  # the row above which a drop would be, -1 for none
        self._is_chosen_already = False

    def allow_editing(self) -> None:
        """From now on rows can be chosen several at once and dragged, and heads have their button."""
        self.can_edit = True
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)

    def chosen_entries(self) -> list[Entry]:
        """The rows that are chosen and are of one kind with the current one, in their order."""
        current = self.current_item()
        if not isinstance(current, Entry):
            return []
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        items = [self.items()[row] for row in rows]
        same = [
            item for item in items if isinstance(item, Entry) and item.kind == current.kind and item.address
        ]
        return same if current in same else [current]

    def add_area(self, row: int) -> QRect:
        """Where the button of the head in a row is, in pixels of the viewport."""
        area = self.visualRect(self.rows.index(row))
        at = area.left() if self.isRightToLeft() else area.right() + 1 - ADD_WIDTH - 6
        at = at + 6 if self.isRightToLeft() else at
        return QRect(at, area.bottom() + 1 - ADD_WIDTH, ADD_WIDTH, ADD_WIDTH)

    @property
    def is_dragging(self) -> bool:
        """Whether rows are being dragged."""
        return bool(self._dragged)

    def _add_at(self, point: QPoint) -> int:
        index = self.indexAt(point)
        if not self.can_edit or not index.isValid() or not isinstance(index.data(ITEM), Head):
            return -1
        return index.row() if self.add_area(index.row()).contains(point) else -1

    def _choose(self, index: QModelIndex) -> None:
        """A click with Ctrl or Shift only chooses more rows; one on a head's button adds."""
        if self.can_edit and QApplication.keyboardModifiers() & _CHOOSING:
            return
        if self._is_chosen_already:
            return
        super()._choose(index)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press may begin a drag; on a head's button it adds."""
        self._is_chosen_already = False
        point = event.position().toPoint()
        row = self._add_at(point)
        if event.button() == Qt.MouseButton.LeftButton and row >= 0:
            self.by_keyboard = False
            self._is_chosen_already = True
            self.addition_asked.emit(self.items()[row])
            event.accept()
            return
        self._pressed = point if event.button() == Qt.MouseButton.LeftButton else QPoint()
        index = self.indexAt(point)
        if event.button() == Qt.MouseButton.RightButton and self.selectionModel().isSelected(index):
            self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
            event.accept()  # the menu is about all that is chosen
            return
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag what is chosen, or light a head's button."""
        point = event.position().toPoint()
        row = self._add_at(point)
        if row != self.hovered_add:
            self.hovered_add = row
            self.viewport().update()
        if not event.buttons() & Qt.MouseButton.LeftButton or not self.can_edit:
            super().mouseMoveEvent(event)
            return
        far = (point - self._pressed).manhattanLength() >= QApplication.startDragDistance()
        if not self._dragged and far and not self._pressed.isNull():
            entries = self.chosen_entries()
            pressed = self.indexAt(self._pressed).data(ITEM)
            if pressed in entries:
                self._dragged = entries
                self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._dragged:
            self._show_gap(point)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what is dragged."""
        self._pressed = QPoint()
        if not self._dragged:
            super().mouseReleaseEvent(event)
            return
        dragged, gap = self._dragged, self._gap
        self.give_up()
        event.accept()
        if gap >= 0:
            above = self.items()[gap - 1]
            self.dropped.emit(dragged, above if isinstance(above, Entry) else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up a drag."""
        if event.key() == Qt.Key.Key_Escape and self._dragged:
            self.give_up()
            event.accept()
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The mouse asks for the menu here; the keys for it are the pane's."""
        if self.can_edit and event.reason() != QContextMenuEvent.Reason.Keyboard:
            self.menu_asked.emit(event.pos())
        event.accept()

    def give_up(self) -> None:
        """Drag nothing any more."""
        self._dragged, self._gap = [], -1
        self._pressed = QPoint()
        self.viewport().unsetCursor()
        self.viewport().update()

    def _show_gap(self, point: QPoint) -> None:
        index = self.indexAt(point)
        gap = -1
        if index.isValid():
            area = self.visualRect(index)
            gap = index.row() + (point.y() > area.center().y() or isinstance(index.data(ITEM), Head))
            above = self.items()[gap - 1] if gap > 0 else None
            kind = self._dragged[0].kind
            fits = isinstance(above, Entry) and above.kind == kind
            heads = isinstance(above, Head) and gap < len(self.items())
            heads = heads and isinstance(self.items()[gap], Entry) and self.items()[gap].kind == kind
            if not (fits or heads) or not self.may_drop(self._dragged, above if fits else None):
                gap = -1
        self._gap = gap
        allowed = Qt.CursorShape.DragMoveCursor if gap >= 0 else Qt.CursorShape.ForbiddenCursor
        self.viewport().setCursor(allowed)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the line at which a drop would put them."""
        super().paintEvent(event)
        if self._gap <= 0:
            return
        area = self.visualRect(self.rows.index(self._gap - 1))
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawLine(area.left() + 14, area.bottom(), area.right() - 12, area.bottom())
        painter.end()
