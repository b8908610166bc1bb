"""The overlaps and gaps that the time axis found, each as a sentence, under a head that folds them away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QToolButton, QVBoxLayout, QWidget

from study.axis_notes import gap_text, overlap_text
from study.language import translate
from ui.axis.frame import Facts
from ui.axis.looks import LEADING
from ui.icons import icon, paint_icon
from ui.theme import SECONDARY_PX, Theme, caps_font, font
from ui.widgets.rows import RowDelegate, RowsView, RowWords
from ui.widgets.text import elided

ROW = 26
_MOST_ROWS = 4


@dataclass(frozen=True, slots=True)
class Note:
    """One thing that was found: its sentence, the visit that it leads to, and whether it is an overlap."""

    text: str
    key: str
    is_overlap: bool


def notes_of(facts: Sequence[Facts]) -> list[Note]:
    """What was found in some sections, overlaps before gaps, in the order of time."""
    made = []
    for each in facts:
        made += [Note(overlap_text(o, each.section), o.second.key, True) for o in each.overlaps]
        made += [Note(gap_text(gap, each.section), gap.after.key, False) for gap in each.gaps]
    return made


class _NoteDelegate(RowDelegate):
    """A sign and the sentence."""

    def height(self, _item: Any, _width: int) -> int:
        return ROW

    def paint_row(self, painter: QPainter, area: QRect, item: Note, _selected: bool) -> None:
        theme = self.view.theme
        name, color = (
            ("triangle-alert", theme.warning) if item.is_overlap else ("chevrons-right", theme.text_2)
        )
        turned = self.view.layoutDirection() is Qt.LayoutDirection.RightToLeft
        sign = area.right() - 29 if turned else area.left() + 16
        paint_icon(painter, name, QRectF(sign, area.top() + 6, 14, 14), color)
        face = font(SECONDARY_PX, tabular=False)
        painter.setFont(face)
        painter.setPen(theme.text)
        room = area.width() - 56
        start = area.right() - 37 - room - 4 if turned else area.left() + 38
        place = QRectF(start, area.top(), room + 4, area.height())
        painter.drawText(place, int(LEADING), elided(item.text, face, room))


class NoteList(QWidget):
    """The notes of an axis; `chosen(key)` on click or Enter, `folded_changed(folded)`."""

    chosen = Signal(str)
    folded_changed = Signal(bool)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._head = QToolButton()
        self._head.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._head.setFont(caps_font())
        self._head.setIconSize(QSize(14, 14))
        self._head.clicked.connect(self.toggle)
        self.list = RowsView(_words, theme=theme)
        self.list.setAccessibleName(translate("axis", "Overlaps and gaps"))
        self.list.setItemDelegate(_NoteDelegate(self.list))
        self.list.chosen.connect(self._choose)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 2)
        layout.setSpacing(0)
        self._line = QFrame()
        self._line.setFixedHeight(1)
        layout.addWidget(self._line)
        layout.addWidget(self._head)
        layout.addWidget(self.list, 1)
        self._dress()

    def set_notes(self, notes: Sequence[Note]) -> None:
        """List notes; hidden where there are none."""
        self.list.set_items(notes)
        text = translate("axis", "OVERLAPS AND GAPS · {number}").format(number=len(notes))
        self._head.setText(text)
        self._head.setAccessibleName(translate("axis", "Overlaps and gaps, %n", "", len(notes)))
        self.list.setFixedHeight(ROW * max(1, min(len(notes), _MOST_ROWS)))
        self.setVisible(bool(notes))

    def is_folded(self) -> bool:
        """Whether only the head shows."""
        return self.list.isHidden()

    def toggle(self) -> None:
        """Fold the list away, or show it again."""
        self.set_folded(not self.is_folded())

    def set_folded(self, folded: bool) -> None:
        """Fold the list away, or show it."""
        if folded != self.is_folded():
            self.list.setVisible(not folded)
            self._dress()
            self.folded_changed.emit(folded)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.list.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        folded = self.is_folded()
        self._line.setStyleSheet(f"background: {self._theme.line.name()}; border: none;")
        self._head.setIcon(icon("chevron-right" if folded else "chevron-down", self._theme.text_2))
        tip = (
            translate("axis", "Show the overlaps and gaps") if folded else translate("axis", "Fold them away")
        )
        self._head.setToolTip(tip)

    def _choose(self, note: Note) -> None:
        self.chosen.emit(note.key)


def _words(note: Note) -> RowWords:
    return RowWords(text=note.text, tooltip=note.text)
