"""What keys do in the matrix: move, mark, fold, open, copy, zoom, and go to the row that is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from ui.matrix.grid import HEADER
from ui.matrix.keys import mirrored, moved
from ui.matrix.words import starts_with

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView

Key = Qt.Key
Modifier = Qt.KeyboardModifier
_ZOOM = {Key.Key_Plus: 1, Key.Key_Equal: 1, Key.Key_Minus: -1}
_TITLES_STEP = 24


class Keyboard:
    """The keys of one view; those that change something are its hand's."""

    def __init__(self, view: MatrixView) -> None:
        self._view = view
        self._typed = ""
        self._since = QElapsedTimer()

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is the table's own even where the window has a shortcut on it: copy, mark all, zoom."""
        if event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll):
            return True
        if self._view.hand.claims(event):
            return True
        return self._control(event) and event.key() in _ZOOM

    @staticmethod
    def _control(event: QKeyEvent) -> bool:
        return bool(event.modifiers() & Modifier.ControlModifier)

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key does; False where it does nothing here."""
        view = self._view
        key, control = event.key(), self._control(event)
        if event.matches(QKeySequence.StandardKey.Copy):
            return view.copy()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            view.choose_all()
            return True
        if control and key in _ZOOM:
            view.zoom_by(_ZOOM[Key(key)])
            return True
        if key == Key.Key_Escape:
            return self._escape()
        if key == Key.Key_Space and self._is_typing():
            return self._type(event)
        if self._view.hand.press(event):
            return True
        if event.modifiers() & Modifier.AltModifier:
            return self._widen(self._direction(key))
        if key in (Key.Key_Return, Key.Key_Enter):
            view.open_at(*view.current())
            return True
        return self._fold(key, control) or self._move(event, control) or self._type(event)

    def _direction(self, key: int) -> int:
        return mirrored(key) if self._view.grid.right_to_left else key

    def _escape(self) -> bool:
        view = self._view
        if view.hand.give_up():
            return True
        if view.let_go():
            return True
        if view.asked.phrase:
            view.set_phrase("")
            return True
        if view.footnote:
            view.show_footnote("")
            return True
        return False

    def _widen(self, key: int) -> bool:
        step = {Key.Key_Left: -_TITLES_STEP, Key.Key_Right: _TITLES_STEP}.get(Key(key))
        if step is None:
            return False
        self._view.set_titles_width(self._view.titles_width + step)
        return True

    def _fold(self, key: int, control: bool) -> bool:
        view = self._view
        row, column = view.current()
        soa = view.sheet.soa
        if soa is None or row == HEADER or not soa.rows[row].is_group or control:
            return False
        folded = soa.rows[row].key in view.asked.folded
        direction = self._direction(key)
        fits = direction == (Key.Key_Right if folded else Key.Key_Left)
        if key == Key.Key_Space or (column == HEADER and fits):
            view.toggle(row)
            return True
        return False

    def _move(self, event: QKeyEvent, control: bool) -> bool:
        view = self._view
        sheet, (row, column) = view.sheet, view.current()
        here = sheet.row_place.get(row, HEADER), sheet.column_place.get(column, HEADER)
        shown = sheet.shown
        page = max(1, view.grid.body_height // view.grid.row_height - 1)
        there = moved(self._direction(event.key()), control, here, len(shown.rows), len(shown.columns), page)
        if there is None:
            return False
        to = (
            shown.rows[there[0]] if there[0] != HEADER else HEADER,
            shown.columns[there[1]] if there[1] != HEADER else HEADER,
        )
        self._typed = ""
        if event.modifiers() & Modifier.ShiftModifier:
            view.extend_to(*to)
        else:
            view.go_to(*to)
        return True

    def _is_typing(self) -> bool:
        interval = QGuiApplication.styleHints().keyboardInputInterval()
        return bool(self._typed) and self._since.isValid() and self._since.elapsed() < 2 * interval

    def _type(self, event: QKeyEvent) -> bool:
        """Go to the next row whose name, or a word of it, starts with what is typed."""
        text = event.text()
        modifiers = event.modifiers() & ~(Modifier.ShiftModifier | Modifier.KeypadModifier)
        if not text or not text.isprintable() or modifiers != Modifier.NoModifier:
            return False
        if text == "/" and not self._is_typing():
            self._view.filter_asked.emit()
            return True
        if text == " " and not self._is_typing():
            return False
        fresh = not self._is_typing()
        self._typed = text if fresh else self._typed + text
        self._since.start()
        view = self._view
        soa, rows = view.sheet.soa, view.sheet.shown.rows
        if soa is None or not rows:
            return False
        start = view.sheet.row_place.get(view.current()[0], HEADER) + (1 if fresh else 0)
        for step in range(len(rows)):
            row = rows[(max(0, start) + step) % len(rows)]
            if starts_with(soa.rows[row].title, self._typed):
                view.go_to(row, HEADER)
                return True
        return True
