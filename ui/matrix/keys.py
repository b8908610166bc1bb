"""Where a key moves the matrix's cursor: a rule without a widget."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.matrix.grid import HEADER

Key = Qt.Key


def moved(
    key: int, control: bool, cursor: tuple[int, int], rows: int, columns: int, page: int
) -> tuple[int, int] | None:
    """The cursor (place among shown rows, among shown columns) after `key`; None where the key does not move it.

    `control`: Ctrl is held, to go all the way; `page`: rows that Page Up and Page Down pass over.
    """
    row, column = cursor
    last_column, last_row = columns - 1, rows - 1
    if key == Key.Key_Left:
        column = min(0, last_column) if control else max(HEADER, column - 1)
    elif key == Key.Key_Right:
        column = last_column if control else min(last_column, column + 1)
    elif key == Key.Key_Up:
        row = HEADER if control else max(HEADER, row - 1)
    elif key == Key.Key_Down:
        row = last_row if control else min(last_row, row + 1)
    elif key == Key.Key_Home:
        column, row = (min(0, last_column), min(0, last_row)) if control else (HEADER, row)
    elif key == Key.Key_End:
        column, row = last_column, last_row if control else row
    elif key == Key.Key_PageUp:
        row = max(HEADER, row - page)
    elif key == Key.Key_PageDown:
        row = min(last_row, row + page)
    else:
        return None
    return row, column


def mirrored(key: int) -> int:
    """The key that means the same where lines run from right to left."""
    return {Key.Key_Left: Key.Key_Right, Key.Key_Right: Key.Key_Left}.get(Key(key), key)
