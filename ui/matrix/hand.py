"""The editing hand of the matrix: what keys and mouse ask to have changed. It only asks; a part of the window does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from ui.accessible import announce
from ui.matrix.chosen import planning
from ui.matrix.grid import HEADER

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView

Key = Qt.Key
Modifier = Qt.KeyboardModifier


class Hand:
    """What of one view can be edited. A table that only shows, as beside another study, asks for nothing."""

    def __init__(self, view: MatrixView) -> None:
        self._view = view
        self.can_edit = False

    # Keys

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is the table's own even where the window has a shortcut on it."""
        return self.can_edit and self._meant(event) is not None

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks to be changed; False where it asks for nothing."""
        asked = self._meant(event) if self.can_edit else None
        if asked is None:
            return False
        asked()
        return True

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        key = event.key()
        held = event.modifiers() & ~Modifier.KeypadModifier
        row, column = self._view.current()
        if key == Key.Key_Space:
            if held == Modifier.ShiftModifier:
                return self.choose_row if row != HEADER else None
            if held == Modifier.ControlModifier:
                return self.choose_column if column != HEADER else None
            return self.toggle if held == Modifier.NoModifier and self._can_toggle() else None
        if held == Modifier.NoModifier and key in (Key.Key_Delete, Key.Key_Backspace):
            return self.clear
        return None

    def _can_toggle(self) -> bool:
        """Not a group's name alone, which folds, nor the corner."""
        view = self._view
        row, column = view.current()
        if view.block() is not None or (row != HEADER and column != HEADER):
            return True
        soa = view.sheet.soa
        return soa is not None and (column != HEADER or (row != HEADER and not soa.rows[row].is_group))

    # Marks

    def toggle(self) -> None:
        """Plan all cells that are chosen, or none where all are. On a header alone it first chooses the whole line."""
        view = self._view
        row, column = view.current()
        if HEADER in (row, column) and view.block() is None and not view.chosen():
            view.choose_block((row, column), (row, column))
            return
        self._plan(None)

    def clear(self) -> None:
        """No longer plan what is chosen."""
        self._plan(False)

    def choose_row(self) -> None:
        """Choose all cells of the cursor's row."""
        row, column = self._view.current()
        self._view.choose_block((row, HEADER), (row, column))

    def choose_column(self) -> None:
        """Choose all cells of the cursor's column."""
        row, column = self._view.current()
        self._view.choose_block((HEADER, column), (row, column))

    def double_click(self, row: int, column: int) -> bool:
        """Plan or no longer plan the cell under the pointer; False where that is not what it asks for."""
        if not self.can_edit or HEADER in (row, column):
            return False
        self._plan(None)
        return True

    def _plan(self, planned: bool | None) -> None:
        view = self._view
        asked = planning(view.sheet, view.chosen(), planned)
        if not isinstance(asked, str):
            view.edit_asked.emit(asked)
        elif asked:
            self.tell(asked)

    def tell(self, text: str) -> None:
        """Say what was not done, and why, where the person looks."""
        announce(self._view, text)
        self._view.told.emit(text)
