"""The matrix for screen readers: its headers and cells as children, named in few words, with the cursor as focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from ui.accessible import Part
from ui.matrix.grid import HEADER
from ui.matrix.words import cell_name, describe

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView

Role = QAccessible.Role


class MatrixParts:
    """The shown headers and cells, row by row, headers first: place 0 is the corner."""

    def __init__(self, view: MatrixView) -> None:
        self._view = view

    @property
    def _width(self) -> int:
        return len(self._view.sheet.shown.columns) + 1

    def count(self) -> int:
        """All headers and cells that are shown, in view or not."""
        sheet = self._view.sheet
        return (len(sheet.shown.rows) + 1) * self._width if sheet.soa is not None else 0

    def cell(self, place: int) -> tuple[int, int]:
        """Row and column of the table at a place; HEADER for headers."""
        shown = self._view.sheet.shown
        row, column = divmod(place, self._width)
        return (shown.rows[row - 1] if row else HEADER), (shown.columns[column - 1] if column else HEADER)

    def place(self, row: int, column: int) -> int | None:
        """The place of a cell or header of the table; None where it is not shown."""
        sheet = self._view.sheet
        if sheet.soa is None:
            return None
        across = 0 if column == HEADER else sheet.column_place.get(column, -2) + 1
        down = 0 if row == HEADER else sheet.row_place.get(row, -2) + 1
        return down * self._width + across if across >= 0 and down >= 0 else None

    def part(self, place: int) -> Part:
        """What a header or cell is."""
        view = self._view
        row, column = self.cell(place)
        at, mark = self.place(row, column), None
        if row == HEADER:
            role = Role.ColumnHeader
        elif column == HEADER:
            role = Role.RowHeader
        else:
            role = Role.Cell
            mark = view.sheet.soa.marks.get((row, column)) if view.sheet.soa else None
        heads = [self.place(row, HEADER), self.place(HEADER, column)] if role is Role.Cell else []
        area = view.cell_rect(row, column)
        return Part(
            name=cell_name(view.sheet, row, column, view.overlays),
            role=role,
            rect=area.translated(view.viewport().pos()),
            description=describe(view.sheet, row, column, view.overlays),
            is_selected=view.is_selected(row, column),
            is_focused=view.current() == (row, column) and at is not None,
            follows=tuple(head for head in heads if head is not None),
            keys=("Return",) if mark is not None and mark.sub_timeline else (),
        )

    def at(self, point: QPoint) -> int | None:
        """The header or cell under a point of the widget."""
        place = self._view.cell_at(point - self._view.viewport().pos())
        return self.place(*place) if place is not None else None

    def focused(self) -> int | None:
        """The header or cell that the cursor is on."""
        return self.place(*self._view.current())

    def selected(self) -> Sequence[int]:
        """The header of what is selected, or the cursor's cell in it."""
        focused = self.focused()
        return [focused] if focused is not None and self._view.is_selected(*self._view.current()) else []

    def select(self, place: int) -> None:
        """Bring the cursor there and select what it stands for."""
        self._view.go_to(*self.cell(place))

    def press(self, place: int) -> None:
        """Open the sub-timeline, fold the group, or select."""
        self._view.open_at(*self.cell(place))
