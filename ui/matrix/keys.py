"""Where a key moves the matrix's cursor: a rule without a widget."""

from __future__ import annotations

from PySide6.QtCore import Qt

from ui.matrix.grid import HEADER, Folding

Key = Qt.Key


def moved(
    key: int, control: bool, cursor: tuple[int, int], folding: Folding, columns: int, page: int
) -> tuple[int, int] | None:
    """The cursor (row, column) of the table after `key`; None where the key does not move it.

    `control`: Ctrl is held, to go all the way; `page`: rows that Page Up and Page Down pass over.
    """
    row, column = cursor
    shown = folding.shown
    place = folding.position.get(row, HEADER)
    last_column, last_place = columns - 1, len(shown) - 1
    if key == Key.Key_Left:
        column = min(0, last_column) if control else max(HEADER, column - 1)
    elif key == Key.Key_Right:
        column = last_column if control else min(last_column, column + 1)
    elif key == Key.Key_Up:
        place = HEADER if control else max(HEADER, place - 1)
    elif key == Key.Key_Down:
        place = last_place if control else min(last_place, place + 1)
    elif key == Key.Key_Home:
        column, place = (min(0, last_column), min(0, last_place)) if control else (HEADER, place)
    elif key == Key.Key_End:
        column, place = last_column, last_place if control else place
    elif key == Key.Key_PageUp:
        place = max(HEADER, place - page)
    elif key == Key.Key_PageDown:
        place = min(last_place, place + page)
    else:
        return None
    return (shown[place] if place != HEADER else HEADER), column
