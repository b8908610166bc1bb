"""What the mouse does in the matrix: select, mark a block, fold, open, drag the border of the names, scroll, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent

from ui.matrix.grid import HEADER, Place, Zone, title_left

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView

_WHEEL_STEP = 54  # pixels for one notch
_CELLS = (Zone.TITLE, Zone.CELL, Zone.VISIT)


class Pointer:
    """The mouse over one view."""

    def __init__(self, view: MatrixView) -> None:
        self._view = view
        self._pressed: Place | None = None

    def place_at(self, position: QPointF) -> Place:
        """What lies at a point of the viewport; the chevron of a group is a place of its own."""
        view = self._view
        place = view.grid.at(position.x(), position.y())
        if place.zone is Zone.TITLE and view.sheet.soa is not None:
            row = view.sheet.soa.rows[view.sheet.shown.rows[place.row]]
            x = view.grid.width - position.x() if view.grid.right_to_left else position.x()
            if row.is_group and x < view.grid.scaled(title_left(row.level, True)):
                return Place(Zone.CHEVRON, place.row)
        return place

    def cell(self, place: Place) -> tuple[int, int]:
        """The row and column of the table at a place."""
        shown = self._view.sheet.shown
        return (
            shown.rows[place.row] if place.row != HEADER else HEADER,
            shown.columns[place.column] if place.column != HEADER else HEADER,
        )

    def press(self, event: QMouseEvent) -> bool:
        """Select; False where it is not the left button or there is no table."""
        view = self._view
        if view.sheet.soa is None or event.button() != Qt.MouseButton.LeftButton:
            if event.button() == Qt.MouseButton.RightButton and view.sheet.soa is not None:
                self._select_for_menu(self.place_at(event.position()))
                return True
            return False
        place = self.place_at(event.position())
        self._pressed = place
        shown = view.sheet.shown
        letter = view.letter_at(event.position())
        alone = event.modifiers() == Qt.KeyboardModifier.NoModifier and not letter
        if view.hand.take(place, event.position(), alone=alone):
            self._pressed = None
        elif letter:
            view.choose_letter(letter)
        elif place.zone is Zone.CHEVRON:
            view.toggle(shown.rows[place.row])
        elif place.zone in _CELLS:
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                view.extend_to(*self.cell(place))
            elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                view.choose_also(*self.cell(place))
            else:
                view.go_to(*self.cell(place))
        elif place.zone is Zone.ROW_TOTAL:
            view.go_to(shown.rows[place.row], HEADER)
        elif place.zone is Zone.COLUMN_TOTAL:
            view.go_to(HEADER, shown.columns[place.column])
        elif place.zone is Zone.EPOCH:
            view.choose_run(shown.epochs, place.run)
        elif place.zone is Zone.ENCOUNTER:
            view.choose_run(shown.encounters, place.run)
        return True

    def _select_for_menu(self, place: Place) -> None:
        """A menu is about what is under it: outside a marked block the cursor goes there."""
        view = self._view
        if place.zone not in _CELLS:
            return
        block = view.block()
        if self.cell(place) in view.also():
            return
        if block is None or place.row not in block.rows or place.column not in block.columns:
            view.go_to(*self.cell(place))

    def release(self) -> None:
        """No drag any more."""
        self._pressed = None

    def double_click(self, event: QMouseEvent) -> None:
        """Open what is under the pointer; on the border, let the names be as wide as they need."""
        view = self._view
        if event.button() != Qt.MouseButton.LeftButton or view.sheet.soa is None:
            return
        place = self.place_at(event.position())
        if place.zone is Zone.BORDER:
            view.set_titles_width(0)
        elif view.letter_at(event.position()) or view.hand.type_over(place, event.position()):
            return
        elif place.zone in (*_CELLS, Zone.CHEVRON):
            row, column = self.cell(place)
            mark = view.sheet.soa.marks.get((row, column))
            opens = mark is not None and mark.sub_timeline
            alone = column == HEADER or not view.hand.can_edit
            folds = row != HEADER and alone and view.sheet.soa.rows[row].is_group
            if opens or row == HEADER or folds:
                view.open_at(row, column)
            else:
                view.hand.double_click(row, column)

    def move(self, event: QMouseEvent) -> None:
        """Light what is under the pointer; drag a block or the border."""
        view = self._view
        if event.buttons() & Qt.MouseButton.LeftButton and view.hand.drag(
            self._nearest(event.position()), event.position()
        ):
            return
        if event.buttons() & Qt.MouseButton.LeftButton and self._pressed is not None:
            self._drag(event.position())
            return
        place = self.place_at(event.position())
        pointing = bool(view.letter_at(event.position()))
        if view.sheet.soa is not None and place.zone is Zone.CELL:
            mark = view.sheet.soa.marks.get(self.cell(place))
            pointing = pointing or (mark is not None and mark.sub_timeline is not None)
        if view.hand.is_on_handle(event.position()):
            shape = Qt.CursorShape.CrossCursor
        elif place.zone is Zone.BORDER and view.sheet.soa is not None:
            shape = Qt.CursorShape.SplitHCursor
        elif pointing or place.zone is Zone.CHEVRON:
            shape = Qt.CursorShape.PointingHandCursor
        elif view.hand.can_edit and view.sheet.soa is not None and view.hand.carrying.can_take(place):
            shape = Qt.CursorShape.OpenHandCursor
        else:
            shape = Qt.CursorShape.ArrowCursor
        if view.viewport().cursor().shape() != shape:
            view.viewport().setCursor(shape)
        if place != view.hover:
            view.hover = place
            view.viewport().update()

    def _drag(self, position: QPointF) -> None:
        view, pressed = self._view, self._pressed
        grid = view.grid
        if pressed is None:
            return
        if pressed.zone is Zone.BORDER:
            x = grid.width - position.x() if grid.right_to_left else position.x()
            view.set_titles_width(max(1, round(x)))
            return
        if pressed.zone not in _CELLS or view.sheet.soa is None or not grid.rows or not grid.columns:
            return
        near = self._nearest(position)
        target = Place(
            Zone.CELL,
            HEADER if pressed.zone is Zone.VISIT else near.row,
            HEADER if pressed.zone is Zone.TITLE else near.column,
        )
        cell = self.cell(target)
        if cell != view.current() or view.block() is not None:
            view.extend_to(*cell)

    def _nearest(self, position: QPointF) -> Place:
        """The cell nearest to a point: beyond the edge the one at it, which is scrolled into view."""
        grid = self._view.grid
        left, right = grid.titles_width + 1, grid.body_right - 1
        x = grid.width - position.x() if grid.right_to_left else position.x()
        x = min(max(x, left), right)
        y = min(max(position.y(), grid.header_height + 1), grid.body_bottom - 1)
        column = min(
            max(0, int((x - grid.titles_width + grid.scroll_x) // grid.column_width)), grid.columns - 1
        )
        row = grid.row_at(y)
        if row == HEADER:
            row = grid.rows - 1
        return Place(Zone.CELL, row, column)

    def wheel(self, event: QWheelEvent) -> None:
        """Scroll; across with Shift; zoom with Ctrl."""
        view = self._view
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            view.zoom_by((event.angleDelta().y() or event.pixelDelta().y()) / 120)
            event.accept()
            return
        delta = event.pixelDelta()
        if delta.isNull():
            turned = event.angleDelta()
            delta = QPoint(round(turned.x() / 120 * _WHEEL_STEP), round(turned.y() / 120 * _WHEEL_STEP))
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not delta.x():
            delta = QPoint(delta.y(), 0)
        across = -delta.x() if view.grid.right_to_left else delta.x()
        view.horizontalScrollBar().setValue(view.horizontalScrollBar().value() - across)
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - delta.y())
        event.accept()
