"""The burden pane: totals in a line, then each visit with its assessments, samples and hours at the site."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from study.burden import Burden, BurdenDifference, VisitBurden, burden_difference
from study.burden_words import difference_line
from study.durations import Offset
from study.language import translate
from study.wording import MINUS, offset_text
from ui.theme import SECONDARY_PX, Theme, font, system_theme
from ui.widgets.part import set_part, text_label
from ui.widgets.rows import Empty, RowDelegate, RowsView, RowWords
from ui.widgets.text import elided

_COLUMN = 128.0  # pixels of a column of figures
_NARROW = 84.0


@dataclass(frozen=True)
class _Head:
    """The names of the columns."""


@dataclass(frozen=True)
class _Line:
    """One visit, and how much more it asks for than before; `is_new` where it was not there."""

    visit: VisitBurden
    assessments: int = 0
    samples: int = 0
    is_new: bool = False


_Row = _Head | _Line


def _none_open() -> Empty:
    return Empty(
        "clipboard-check",
        translate("burden", "No study is open"),
        translate("burden", "What a schedule asks of a participant is counted here."),
    )


def _nothing() -> Empty:
    return Empty(
        "clipboard-check",
        translate("burden", "No visits"),
        translate("burden", "This timeline plans no visit, so it asks for nothing."),
    )


class BurdenPane(QWidget):
    """What one timeline asks for. `chosen(str)`: a visit was clicked or Enter pressed on it: go to its instance."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        theme = theme or system_theme()
        set_part(self, "pane")
        self._difference: BurdenDifference | None = None
        self.totals = text_label("", selectable=True)
        self.changes = text_label("", "secondary", selectable=True)
        self._note = text_label("", "secondary", selectable=True)
        self._above = QWidget()
        above = QVBoxLayout(self._above)
        above.setContentsMargins(16, 8, 16, 8)
        above.setSpacing(2)
        first = QHBoxLayout()
        first.addWidget(self.totals, 1)
        above.addLayout(first)
        above.addWidget(self.changes)
        above.addWidget(self._note)
        self.rows = RowsView(_words, _none_open(), theme)
        self.rows.setUniformItemSizes(True)
        self.rows.setAccessibleName(translate("burden", "Burden by visit"))
        self.rows.setItemDelegate(_Delegate(self.rows))
        self.rows.chosen.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._above)
        column.addWidget(self.rows, 1)
        self.show_burden(None)

    def show_burden(
        self, now: Burden | None, before: Burden | None = None, *, timed_within: bool = False
    ) -> None:
        """Shows what is asked for now, beside what was asked for before the edits; None for no study, nothing before.

        `timed_within`: visits run timelines of their own, so that more is counted than the table has marks. The lit
        visit and the scroll stay where they were.
        """
        self._above.setVisible(now is not None)
        if now is None:
            self.rows.set_empty(_none_open())
            self.rows.set_items(())
            return
        difference = burden_difference(before, now) if before is not None else None
        self.totals.setText(totals_text(now))
        self.changes.setText(difference_text(difference) if difference is not None else "")
        self.changes.setVisible(bool(self.changes.text()))
        self._note.setText(note_text(now, timed_within=timed_within))
        self._note.setVisible(bool(self._note.text()))
        lines: list[_Row] = list(_lines(now, before))
        lit, at = self.rows.current_item(), self.rows.verticalScrollBar().value()
        self.rows.set_empty(_nothing())
        self.rows.set_items([_Head(), *lines] if lines else ())
        if isinstance(lit, _Line):
            same = [
                row
                for row, line in enumerate(self.rows.items())
                if isinstance(line, _Line) and set(line.visit.instances) & set(lit.visit.instances)
            ]
            self.rows.set_current_row(same[0] if same else -1)
        self.rows.verticalScrollBar().setValue(at)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.rows.set_theme(theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list takes the keys."""
        self.rows.setFocus(event.reason())

    def _choose(self, line: _Row) -> None:
        if isinstance(line, _Line) and line.visit.instances:
            self.chosen.emit(line.visit.instances[0])


def totals_text(now: Burden) -> str:
    """All of it in a line: "51 visits · 496 planned assessments · 205 samples · at least 8 hours at the site"."""
    parts = [
        translate("burden", "%n visit(s)", "", len(now.visits)),
        translate("burden", "%n planned assessment(s)", "", now.assessments),
        translate("burden", "%n sample(s)", "", now.samples),
    ]
    if now.seconds is not None:
        hours = translate("burden", "at least {hours} at the site in %n visit(s)", "", now.timed_visits)
        parts.append(hours.format(hours=offset_text(Offset(seconds=now.seconds))))
    else:
        parts.append(translate("burden", "hours at the site: not known"))
    return " · ".join(parts)


def difference_text(difference: BurdenDifference) -> str:
    """What the edits ask for more or less than the revision before them; "" where they ask for the same."""
    if difference.is_none and not difference.changed:
        return ""
    changes = difference_line(difference) or translate("burden", "as many in all, at other visits")
    return translate("burden", "Against the revision before: {changes}").format(changes=changes)


def note_text(now: Burden, *, timed_within: bool = False) -> str:
    """What the figures count, where that is not plain."""
    notes = []
    if timed_within:
        notes.append(translate("burden", "What is timed within a visit counts each time."))
    if now.has_loops:
        notes.append(translate("burden", "Each loop is counted once."))
    if now.has_branches:
        notes.append(translate("burden", "Every branch is counted, though nobody takes all of them."))
    if now.samples_by_name:
        notes.append(
            translate("burden", "%n sample(s) only by the activity's name.", "", now.samples_by_name)
        )
    return " ".join(notes)


def signed(number: int) -> str:
    """A difference with its sign: "+3", "−2"."""
    return f"+{number}" if number > 0 else f"{MINUS}{-number}"


def hours_text(visit: VisitBurden) -> str:
    """How long a visit lasts at the site, at least; a dash where the study does not say."""
    if visit.at_site is False:
        return translate("burden", "not at the site")
    return offset_text(Offset(seconds=visit.seconds)) if visit.seconds is not None else "–"


def _lines(now: Burden, before: Burden | None) -> Sequence[_Line]:
    if before is None:
        return [_Line(visit) for visit in now.visits]
    was = {instance: visit for visit in before.visits for instance in visit.instances}
    lines = []
    for visit in now.visits:
        old = next((was[each] for each in visit.instances if each in was), None)
        lines.append(
            _Line(visit, is_new=True)
            if old is None
            else _Line(visit, visit.assessments - old.assessments, visit.samples - old.samples)
        )
    return lines


class _Delegate(RowDelegate):
    """The visit's name, then figures under one another, with what is more or less beside them in the accent."""

    def paint_row(self, painter: QPainter, area: QRect, item: _Row, _selected: bool) -> None:
        theme = self.view.theme
        turned = self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        start, end = (
            (Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignLeft)
            if turned
            else (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight)
        )
        absolute = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        middle = int(absolute) | int(Qt.TextFlag.TextSingleLine)
        wide = _COLUMN if area.width() >= 5 * _COLUMN else _NARROW
        head = isinstance(item, _Head)
        face = font(SECONDARY_PX) if head else font()
        painter.setFont(face)
        edge = 16.0
        for place, (text, more) in enumerate(self._cells(item)):
            right = area.right() - edge - wide * (2 - place)
            cell = QRectF(right - wide, area.top(), wide, area.height())
            if turned:
                cell.moveLeft(area.right() - (cell.right() - area.left()))
            painter.setPen(theme.text_2 if head else theme.text)
            painter.drawText(cell, middle | int(end.value), elided(text, face, wide - 8))
            if more:
                painter.setPen(theme.accent)
                beside = cell.adjusted(0, 0, -34, 0) if not turned else cell.adjusted(34, 0, 0, 0)
                painter.drawText(beside, middle | int(end.value), more)
        painter.setPen(theme.text_2 if head else theme.accent if item.is_new else theme.text)  # type: ignore[union-attr]
        title = translate("burden", "Visit") if isinstance(item, _Head) else item.visit.title
        room = QRectF(area).adjusted(16, 0, -edge - 3 * wide - 8, 0)
        if turned:
            room.moveLeft(area.right() - (room.right() - area.left()))
        named = font(SECONDARY_PX) if head else font(tabular=False)
        painter.setFont(named)
        painter.drawText(room, middle | int(start.value), elided(title, named, room.width()))
        painter.setPen(QPen(theme.line_soft, 1))
        painter.drawLine(area.left(), area.bottom(), area.right(), area.bottom())

    def _cells(self, item: _Row) -> tuple[tuple[str, str], ...]:
        """(text, difference) of the three columns."""
        if isinstance(item, _Head):
            return (
                (translate("burden", "Assessments"), ""),
                (translate("burden", "Samples"), ""),
                (translate("burden", "Hours at site"), ""),
            )
        visit = item.visit
        return (
            (str(visit.assessments), signed(item.assessments) if item.assessments else ""),
            (str(visit.samples), signed(item.samples) if item.samples else ""),
            (hours_text(visit), ""),
        )


def _words(item: _Row) -> RowWords:
    if isinstance(item, _Head):
        return RowWords(translate("burden", "Visit"), is_head=True)
    visit = item.visit
    said = translate("burden", "{visit}: {assessments} assessments, {samples} samples, {hours}").format(
        visit=visit.title, assessments=visit.assessments, samples=visit.samples, hours=hours_text(visit)
    )
    if item.is_new:
        said = translate("burden", "{visit}, new").format(visit=said)
    elif item.assessments or item.samples:
        said = translate("burden", "{visit}, before: {assessments} and {samples}").format(
            visit=said, assessments=visit.assessments - item.assessments, samples=visit.samples - item.samples
        )
    return RowWords(visit.title, said, said)
