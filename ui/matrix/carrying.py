"""Carrying rows and columns elsewhere: dragged by their headers to where a line shows, or with Alt and arrows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtWidgets import QApplication

from study.language import translate
from ui.matrix.chosen import Cell
from ui.matrix.gestures import Gesture, Judged, MoveRows, MoveVisits
from ui.matrix.grid import HEADER, INDENT, TEXT_LEFT, Place, Zone
from ui.matrix.lit import DropLine
from ui.matrix.moving import (
    rows_moved,
    rows_shifted,
    rows_stepped,
    visits_moved,
    visits_stepped,
)

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView

Key = Qt.Key


@dataclass
class _Held:
    """What the pointer took hold of, where, and what letting go would do."""

    cell: Cell
    at: QPointF
    is_row: bool
    is_moving: bool = False
    gesture: MoveRows | MoveVisits | None = None


class Carrying:
    """The rows or columns of one view that are being moved. `judge` says why they cannot go somewhere."""

    def __init__(self, view: MatrixView) -> None:
        self._view = view
        self._held: _Held | None = None
        self.line: DropLine | None = None
        self.judge: Callable[[Gesture], Judged] = lambda _gesture: Judged()

    # By mouse

    def can_take(self, place: Place) -> bool:
        """Whether a header is one that was chosen before, and so can be carried."""
        view = self._view
        if place.zone is Zone.TITLE:
            row = view.sheet.shown.rows[place.row]
            alone = view.block() is None and view.current() == (row, HEADER)
            return alone or (view.block() is not None and row in view.chosen_rows())
        if place.zone is Zone.VISIT:
            column = view.sheet.shown.columns[place.column]
            alone = view.block() is None and view.current() == (HEADER, column)
            return alone or (view.block() is not None and column in self._columns())
        return False

    def take(self, place: Place, position: QPointF) -> bool:
        """Take hold of a chosen header; whether it is one."""
        if not self.can_take(place):
            return False
        shown = self._view.sheet.shown
        is_row = place.zone is Zone.TITLE
        cell = (shown.rows[place.row], HEADER) if is_row else (HEADER, shown.columns[place.column])
        self._held = _Held(cell, position, is_row)
        return True

    def drag(self, position: QPointF) -> bool:
        """Show where what is held would go; whether anything is."""
        held = self._held
        if held is None:
            return False
        if not held.is_moving:
            far = (position - held.at).manhattanLength() >= QApplication.startDragDistance()
            if not far:
                return True
            held.is_moving = True
            self._view.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)
        if held.is_row:
            self._drag_rows(held, position)
        else:
            self._drag_columns(held, position)
        self._view.viewport().update()
        return True

    def _drag_rows(self, held: _Held, position: QPointF) -> None:
        view, grid = self._view, self._view.grid
        y = min(max(position.y(), grid.header_height + 1), grid.body_bottom - 1)
        row = grid.row_at(y)
        place = grid.rows if row == HEADER else row + (y > grid.row_top(row) + grid.row_size(row) / 2)
        near = min(max(place, 0), grid.rows - 1)
        view.bring_into_view(view.sheet.shown.rows[near], HEADER)
        x = grid.width - position.x() if grid.right_to_left else position.x()
        level = max(0, round((x - grid.scaled(TEXT_LEFT)) / grid.scaled(INDENT)))
        gesture, at = rows_moved(view.sheet, self._rows(), place, level)
        judged = self.judge(gesture)
        self.line = DropLine(place, False, at, not judged.reason)
        held.gesture = gesture if not judged.reason else None
        # Beside the names: where it goes is read there.
        left, width = grid.titles_width + 12, grid.body_width - 24
        self._say(judged, QRect(round(grid.mirrored(left, width)), grid.row_top(place) - 4, width, 8))

    def _drag_columns(self, held: _Held, position: QPointF) -> None:
        view, grid = self._view, self._view.grid
        x = grid.width - position.x() if grid.right_to_left else position.x()
        x = min(max(x, grid.titles_width + 1), grid.body_right - 1)
        place = round((x - grid.titles_width + grid.scroll_x) / grid.column_width)
        place = min(max(0, place), grid.columns)
        view.bring_into_view(HEADER, view.sheet.shown.columns[min(place, grid.columns - 1)])
        gesture = visits_moved(view.sheet, self._columns(), place)
        judged = self.judge(gesture) if gesture is not None else Judged()
        self.line = DropLine(place, True, 0, not judged.reason)
        held.gesture = gesture if not judged.reason else None
        left = grid.mirrored(grid.column_left(place))
        self._say(judged, QRect(round(left) - 4, grid.visit_top, 8, grid.header_height - grid.visit_top))

    def drop(self) -> bool:
        """Let go: move it there. One that was only clicked is chosen alone. Whether anything was held."""
        held = self._held
        if held is None:
            return False
        gesture, moved = held.gesture, held.is_moving
        self.give_up()
        if not moved:
            self._view.go_to(*held.cell)
        elif gesture is not None:
            self._view.edit_asked.emit(gesture)
        return True

    def give_up(self) -> bool:
        """Leave everything where it is; whether something was being carried."""
        had = self._held is not None
        if had:
            self._view.viewport().unsetCursor()
        self._held, self.line = None, None
        if had:
            self._view.hint.hide()
            self._view.viewport().update()
        return had

    # By keyboard

    def step(self, key: int) -> bool:
        """Move what the cursor is on with Alt and an arrow (as the eye sees it, from the leading edge).

        A row goes up and down, out of its group and into the one above; a visit earlier and later in the path.
        """
        view = self._view
        row, column = view.current()
        soa = view.sheet.soa
        if soa is None:
            return False
        gesture: MoveRows | MoveVisits | None = None
        reason = ""
        if key in (Key.Key_Up, Key.Key_Down):
            if row == HEADER:
                return False
            stepped = rows_stepped(view.sheet, self._rows(), -1 if key == Key.Key_Up else 1)
            gesture = stepped[0] if stepped is not None else None
            reason = translate("matrix", "It is at the end of the table already.")
        elif column == HEADER and row != HEADER:
            gesture = rows_shifted(view.sheet, self._rows(), inwards=key == Key.Key_Right)
            reason = (
                translate("matrix", "No group stands right above it.")
                if key == Key.Key_Right
                else translate("matrix", "It is in no group.")
            )
        elif column != HEADER:
            moved = visits_stepped(view.sheet, self._columns(), -1 if key == Key.Key_Left else 1)
            gesture = moved[0] if moved is not None else None
            reason = translate("matrix", "It is at the end of the table already.")
        else:
            return False
        if gesture is None:
            view.hand.tell(reason)
            return True
        judged = self.judge(gesture)
        if judged.reason:
            view.hand.tell(judged.reason)
            self._say(judged, view.cell_rect(*view.current()))
        else:
            view.edit_asked.emit(gesture)
            view.bring_into_view(*view.current())
        return True

    def _rows(self) -> tuple[int, ...]:
        """The rows to be moved, without those that go along in a group that is moved."""
        view, index = self._view, self._view.sheet.index
        rows = view.chosen_rows() or (view.current()[0],)
        if view.current()[0] not in rows:
            rows = (view.current()[0],)
        assert index is not None
        chosen = set(rows)
        return tuple(row for row in rows if not any(row in index.members.get(other, ()) for other in chosen))

    def _columns(self) -> tuple[int, ...]:
        """The columns to be moved: those chosen whole, else that of the cursor."""
        view = self._view
        block, shown = view.block(), view.sheet.shown
        if block is not None and len(block.rows) == len(shown.rows):
            return tuple(shown.columns[at] for at in block.columns)
        return (view.current()[1],)

    def _say(self, judged: Judged, beside: QRect) -> None:
        hint = self._view.hint
        if judged.reason:
            hint.say(judged.reason, "", beside, warning=True)
        elif judged.effect and self._held is not None:
            hint.say(judged.effect, translate("matrix", "Esc gives it up"), beside)
        else:
            hint.hide()
