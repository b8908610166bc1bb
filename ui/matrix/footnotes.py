"""The footnotes under the matrix, each with its letter; those that matter for the selection stand out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QToolButton, QVBoxLayout, QWidget

from study.language import translate
from study.soa import Footnote, ScheduleOfActivities
from study.soa_footnotes import FootnotePlaces, disagreements, footnote_places, places_text
from ui.icons import icon, paint_icon
from ui.theme import CAPS_PX, SECONDARY_PX, Theme, caps_font, font, system_theme
from ui.widgets.rows import RowDelegate, RowsView, RowWords, wrapped_height
from ui.widgets.text import breakable, elided

_LETTER_WIDTH = 26
_LEFT = 16
_LINE = 16


@dataclass(frozen=True, slots=True)
class Noted:
    """A footnote with the places where it stands, and what it says otherwise than the marks."""

    note: Footnote
    places: str
    disagreements: tuple[str, ...]

    @property
    def letter(self) -> str:
        """Its letter, "" where it names no place."""
        return self.note.letter

    @property
    def condition(self) -> Any:
        """Its USDM Condition."""
        return self.note.condition


class _NoteDelegate(RowDelegate):
    """A letter in the accent, its text in as many lines as it needs, and below where it stands."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self.letters: frozenset[str] = frozenset()
        self._heights: dict[tuple[str, int], int] = {}

    def _text_height(self, text: str, width: int) -> int:
        key = (text, width)
        if key not in self._heights:
            face = font(SECONDARY_PX, tabular=False)
            self._heights[key] = wrapped_height(breakable(text), face, self._room(width))
        return self._heights[key]

    def height(self, item: Noted, width: int) -> int:
        lines = sum(self._text_height(text, width - 16) + 2 for text in item.disagreements)
        return self._text_height(item.note.text, width) + (_LINE if item.places else 0) + lines + 8

    @staticmethod
    def _room(width: int) -> int:
        return max(60, width - _LEFT - _LETTER_WIDTH - 16)

    def paint_row(self, painter: QPainter, area: QRect, item: Noted, _selected: bool) -> None:
        theme = self.view.theme
        mirrored = self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        room = self._room(area.width())
        stands_out = not self.letters or item.letter in self.letters
        ink = theme.text if stands_out else theme.text_2

        def place(x: float, y: float, width: float, height: float) -> QRectF:
            return QRectF(area.width() - x - width if mirrored else x, y, width, height)

        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text as its own letters say
        top = area.top() + 4.0
        painter.setFont(font(SECONDARY_PX, 600))
        painter.setPen(theme.accent if item.letter else theme.text_2)
        side = Qt.AlignmentFlag.AlignAbsolute | (
            Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        )
        painter.drawText(place(_LEFT, top, _LETTER_WIDTH - 4, 20), int(side), item.letter or "–")
        x = _LEFT + _LETTER_WIDTH
        wrapped = int(side) | int(Qt.TextFlag.TextWordWrap)
        painter.setFont(font(SECONDARY_PX, tabular=False))
        painter.setPen(ink)
        painter.drawText(place(x, top, room, area.height()), wrapped, breakable(item.note.text))
        top += self._text_height(item.note.text, area.width())
        if item.places:
            face = font(CAPS_PX, tabular=False)
            painter.setFont(face)
            painter.setPen(theme.text_2)
            shown = elided(item.places, face, room)
            painter.drawText(place(x, top, room, _LINE), int(side | Qt.AlignmentFlag.AlignVCenter), shown)
            top += _LINE
        painter.setFont(font(SECONDARY_PX, tabular=False))
        for said in item.disagreements:
            paint_icon(painter, "triangle-alert", place(x, top + 3, 12, 12), theme.warning)
            painter.setPen(theme.warning)
            painter.drawText(place(x + 16, top + 1, room - 16, area.height()), wrapped, breakable(said))
            top += self._text_height(said, area.width() - 16) + 2


class FootnoteList(QWidget):
    """The footnotes of one table, under a head that folds them away; `selected(address)` on click or Enter.

    `shown(letter)` on click, Enter and arrow keys, also of a footnote that has no address.
    """

    selected = Signal(str)
    shown = Signal(str)
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
        self._list.setAccessibleName(translate("matrix", "Footnotes"))
        self._list.setMinimumHeight(28)
        self._delegate = _NoteDelegate(self._list)
        self._list.setItemDelegate(self._delegate)
        self._list.chosen.connect(self._choose)
        self._list.current.connect(lambda item: self.shown.emit(item.letter))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._head)
        layout.addWidget(self._list, 1)
        self._dress()

    def set_schedule(
        self, soa: ScheduleOfActivities | None, standing: Mapping[str, FootnotePlaces] | None = None
    ) -> None:
        """List a table's footnotes, which stand where `standing` says; the whole list hides where there are none."""
        notes: list[Noted] = []
        if soa is not None and soa.footnotes:
            places = footnote_places(soa) if standing is None else standing
            for note in soa.footnotes:
                at = places.get(note.letter) if note.letter else None
                said = tuple(disagreements(soa, note, at))
                notes.append(Noted(note, places_text(soa, at) if at is not None else "", said))
        self._list.set_items(notes)
        doubtful = sum(len(item.disagreements) > (0 if item.letter else 1) for item in notes)
        text = translate("matrix", "FOOTNOTES · {count}").format(count=len(notes))
        spoken = translate("matrix", "%n footnote(s)", "", len(notes))
        if doubtful:
            beside = translate("matrix", "%n beside marks that differ", "", doubtful)
            text, spoken = f"{text} · {beside.upper()}", f"{spoken}, {beside}"
        self._head.setText(text)
        self._head.setAccessibleName(spoken)
        self.setVisible(bool(notes))

    def items(self) -> list[Noted]:
        """The footnotes, in order."""
        return list(self._list.items())

    def set_letters(self, letters: frozenset[str]) -> None:
        """Let the footnotes with these letters stand out; all of them for none."""
        self._delegate.letters = letters
        self._list.viewport().update()

    def set_selection(self, address: str, letter: str = "") -> None:
        """Light the footnote whose Condition has this id, or that has this letter."""
        rows = [
            row
            for row, item in enumerate(self.items())
            if (address and item.condition.id == address) or (letter and item.letter == letter)
        ]
        self._list.set_current_row(rows[0] if rows else -1)

    def is_folded(self) -> bool:
        """Whether only the head shows."""
        return self._list.isHidden()

    def toggle(self) -> None:
        """Fold the list away, or show it again, as a person asks."""
        self.set_folded(not self.is_folded())
        self.folded_changed.emit(self.is_folded())

    def set_folded(self, folded: bool) -> None:
        """Fold the list away, or show it; emits nothing."""
        self._list.setVisible(not folded)
        self.setMaximumHeight(self.head_height() if folded else 16_777_215)
        self._dress()

    def head_height(self) -> int:
        """The height of the head alone."""
        return self._head.sizeHint().height() + 4

    def wanted_height(self) -> int:
        """The height in which every footnote is seen without scrolling."""
        width = self._list.viewport().width()
        return self.head_height() + sum(self._delegate.height(item, width) for item in self.items()) + 4

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self._list.set_theme(theme)
        self._dress()

    def _dress(self) -> None:
        name = "chevron-right" if self.is_folded() else "chevron-down"
        self._head.setIcon(icon(name, self._theme.text_2))
        self._head.setToolTip(
            translate("matrix", "Show the footnotes")
            if self.is_folded()
            else translate("matrix", "Fold the footnotes away")
        )

    def _choose(self, item: Noted) -> None:
        self.shown.emit(item.letter)
        if item.condition.id:
            self.selected.emit(item.condition.id)


def _words(item: Noted) -> RowWords:
    note = item.note
    if note.letter:
        said = translate("matrix", "Footnote {letter}: {text}").format(letter=note.letter, text=note.text)
    else:
        said = translate("matrix", "Footnote that names no place: {text}").format(text=note.text)
    spoken = ". ".join(part for part in (said, item.places, *item.disagreements) if part)
    return RowWords(text=f"{note.letter} {note.text}".strip(), spoken=spoken)
