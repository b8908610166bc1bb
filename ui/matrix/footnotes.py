"""The footnotes under the matrix, each with its letter; those that matter for the selection stand out."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from study.soa import Footnote, ScheduleOfActivities
from ui.icons import icon
from ui.theme import SECONDARY_PX, Theme, caps_font, font, system_theme
from ui.widgets.rows import RowDelegate, RowsView, RowWords, wrapped_height
from ui.widgets.text import breakable

_LETTER_WIDTH = 26
_LEFT = 16


class _NoteDelegate(RowDelegate):
    """A letter in the accent, and its text in as many lines as it needs."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self.letters: frozenset[str] = frozenset()
        self._heights: dict[tuple[str, int], int] = {}

    def height(self, item: Any, width: int) -> int:
        key = (item.text, width)
        if key not in self._heights:
            self._heights[key] = (
                wrapped_height(breakable(item.text), font(SECONDARY_PX, tabular=False), self._room(width)) + 8
            )
        return self._heights[key]

    @staticmethod
    def _room(width: int) -> int:
        return max(60, width - _LEFT - _LETTER_WIDTH - 16)

    def paint_row(self, painter: QPainter, area: QRect, item: Footnote, _selected: bool) -> None:
        theme = self.view.theme
        stands_out = not self.letters or item.letter in self.letters
        top = area.top() + 4.0
        painter.setFont(font(SECONDARY_PX, 600))
        painter.setPen(theme.accent)
        painter.drawText(
            QRectF(_LEFT, top, _LETTER_WIDTH, 20), int(Qt.AlignmentFlag.AlignLeft), item.letter or "–"
        )
        painter.setFont(font(SECONDARY_PX, tabular=False))
        painter.setPen(theme.text if stands_out else theme.text_2)
        painter.drawText(
            QRectF(_LEFT + _LETTER_WIDTH, top, self._room(area.width()), area.height()),
            int(Qt.TextFlag.TextWordWrap),
            breakable(item.text),
        )


class FootnoteList(QWidget):
    """The footnotes of one table, under a head that folds them away; `selected(address)` on click or Enter."""

    selected = Signal(str)
    folded_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._head = QToolButton()
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setFont(caps_font())
        self._head.setIconSize(QSize(14, 14))
        self._head.clicked.connect(self.toggle)
        self._list = RowsView(_words, theme=self._theme)
        self._list.setAccessibleName("Footnotes")
        self._delegate = _NoteDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._list, 1)
        self._dress()

    def set_schedule(self, soa: ScheduleOfActivities | None) -> None:
        """List a table's footnotes; the whole list hides where there are none."""
        notes = soa.footnotes if soa else ()
        self._list.set_items(notes)
        self._head.setText(f"FOOTNOTES · {len(notes)}")
        self._head.setAccessibleName(f"Footnotes, {len(notes)}")
        self.setVisible(bool(notes))

    def set_letters(self, letters: frozenset[str]) -> None:
        """Let the footnotes with these letters stand out; all of them for none."""
        self._delegate.letters = letters
        self._list.viewport().update()

    def set_selection(self, address: str) -> None:
        """Light the footnote whose Condition has this id."""
        notes: list[Footnote] = list(self._list.items())
        rows = [row for row, note in enumerate(notes) if address and note.condition.id == address]
        self._list.set_current_row(rows[0] if rows else -1)

    def is_folded(self) -> bool:
        """Whether only the head shows."""
        return self._list.isHidden()

    def toggle(self) -> None:
        """Fold the list away, or show it again."""
        self._list.setVisible(self._list.isHidden())
        self._dress()
        self.folded_changed.emit(self.is_folded())

    def head_height(self) -> int:
        """The height of the head alone."""
        return self._head.sizeHint().height() + 4

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._list.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        name = "chevron-right" if self.is_folded() else "chevron-down"
        self._head.setIcon(icon(name, self._theme.text_2))
        self._head.setToolTip("Show the footnotes" if self.is_folded() else "Fold the footnotes away")

    def _choose(self, note: Footnote) -> None:
        if note.condition.id:
            self.selected.emit(note.condition.id)


def _words(note: Footnote) -> RowWords:
    name = f"Footnote {note.letter}" if note.letter else "Footnote that names no place"
    return RowWords(text=f"{note.letter} {note.text}".strip(), spoken=f"{name}: {note.text}")
