"""The calendar of a simulated participant: every visit with its planned day, window, what happened, and deviations."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from study.dating_words import DateForm
from study.interpreter.course import Occurrence
from study.interpreter.facts import Place
from study.language import translate
from study.simulation.session_conflicts import window_words
from study.simulation.session_marks import standing_of
from study.simulation.session_moves import visit_name, wanted_day
from study.simulation.standing import Standing
from ui.dates.locale_dates import LocaleDates
from ui.matrix.standings import paint_standing
from ui.simulator.words import status_words
from ui.theme import BODY_PX, SECONDARY_PX, Theme, font, system_theme
from ui.widgets.empty import paint_empty
from ui.widgets.part import set_part
from ui.widgets.text import text_width

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
VISIT, PLANNED, WINDOW, DONE, STATUS, DEVIATION = range(6)
_ROW = 27
_LEAST = 190  # pixels of the column of visits


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One visit of the calendar. `was` is the day that a what-if moved it from; `unscheduled` has no place in the plan.

    `deviation` are few words, `deviations` its sentences; `conflicts` those that it takes part in. `by_rule` are
    sentences on what rules beside the schedule say of it.
    """

    title: str
    place: Place | None
    standing: Standing
    status: str
    planned: dt.date | None = None
    provisional: bool = False
    first: dt.date | None = None
    last: dt.date | None = None
    done: dt.date | None = None
    was: dt.date | None = None
    deviation: str = ""
    deviations: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    timeline: str = ""
    address: str = ""
    booked: bool = False
    by_rule: tuple[str, ...] = ()

    @property
    def day(self) -> dt.date | None:
        """The day that it stands at in time."""
        return self.done or self.planned


def calendar_rows(
    visits: Sequence[Occurrence],
    side_titles: Mapping[str, str],
    was: Mapping[Place, dt.date],
    deviations: Mapping[Place, tuple[str, tuple[str, ...]]],
    conflicts: Mapping[Place, Sequence[str]],
    activities: Mapping[str, str],
) -> list[CalendarRow]:
    """The rows of visits in the order of the path; `side_titles` names runs beside it, `activities` activities."""
    rows = []
    for each in visits:
        short, told = deviations.get(each.place, ("", ()))
        dated = each.dated
        title = visit_name(each)
        if each.run in side_titles:
            title = translate("simulator", "{visit} · {timeline}").format(
                visit=title, timeline=side_titles[each.run]
            )
        rows.append(
            CalendarRow(
                title=title,
                place=each.place,
                standing=standing_of(each),
                status=status_words(each),
                planned=wanted_day(each),
                provisional=each.provisional,
                first=dated.first if dated is not None else None,
                last=dated.last if dated is not None else None,
                done=each.actual.date if each.actual is not None else None,
                was=was.get(each.place),
                deviation=short,
                deviations=told,
                conflicts=tuple(conflicts.get(each.place, ())),
                timeline=each.timeline,
                address=each.instance.key,
                booked=each.booked is not None and each.actual is None,
                by_rule=_by_rule(each, activities),
            )
        )
    return rows


def _by_rule(visit: Occurrence, activities: Mapping[str, str]) -> tuple[str, ...]:
    """What is not required at a visit, and what should hold before it and does not."""
    said = []
    if visit.waived:
        names = ", ".join(" ".join(activities.get(each, each).split()) for each in visit.waived)
        said.append(translate("simulator", "Not required: {activities}").format(activities=names))
    said += [
        translate("simulator", "Does not hold: “{condition}”").format(condition=" ".join(each.split()))
        for each in visit.held_back
    ]
    return tuple(said)


class CalendarModel(QAbstractTableModel):
    """The rows as Qt's views read them."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.rows: list[CalendarRow] = []
        self.form: DateForm = LocaleDates()
        self._signs: dict[tuple[Standing, float], QPixmap] = {}

    def set_rows(self, rows: Sequence[CalendarRow]) -> None:
        """Show other rows; those that only say something else keep their place."""
        if len(rows) == len(self.rows):
            changed = [n for n, (a, b) in enumerate(zip(self.rows, rows, strict=True)) if a != b]
            self.rows = list(rows)
            if changed:
                self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], DEVIATION))
            return
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self._signs.clear()
        if self.rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self.rows) - 1, DEVIATION))

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of visits."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """Visit, planned, window, done, status, deviation."""
        return 0 if parent.isValid() else 6

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The columns' names."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            translate("simulator", "Visit"),
            translate("simulator", "Planned"),
            translate("simulator", "Window"),
            translate("simulator", "Done"),
            translate("simulator", "Status"),
            translate("simulator", "Deviation"),
        )[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell in words, in colour, and as a sentence."""
        if not index.isValid() or not 0 <= index.row() < len(self.rows):
            return None
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self.told(row)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.told(row) if column == VISIT else self.text(row, column)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._ink(row, column)
        if role == Qt.ItemDataRole.DecorationRole and column == VISIT:
            return self._sign(row.standing)
        if role == Qt.ItemDataRole.FontRole:
            return self._face(row, column)
        return None

    def text(self, row: CalendarRow, column: int) -> str:
        """A cell in words."""
        form = self.form
        match column:
            case 0:
                return row.title
            case 1:
                if row.planned is None:
                    return translate("simulator", "no date") if row.place is not None else ""
                day = form.day(row.planned, year=False)
                if row.provisional:
                    day = translate("simulator", "~ {date}").format(date=day)
                if row.was is not None and row.was != row.planned:
                    was = form.plain(row.was, year=False)
                    return translate("simulator", "{was} → {now}").format(was=was, now=day)
                return day
            case 2:
                if row.first is None and row.last is None:
                    return "–" if row.place is not None else ""
                return window_words(row.first, row.last, form)
            case 3:
                return form.day(row.done, year=False) if row.done is not None else ""
            case 4:
                return row.status
            case _:
                return row.deviation

    def told(self, row: CalendarRow) -> str:
        """All that is known of a visit, a line each."""
        form = self.form
        lines = [f"{row.title}: {row.status}"]
        if row.planned is not None:
            day = form.day(row.planned)
            if row.booked:
                lines.append(translate("simulator", "Booked for {date}").format(date=day))
            elif row.provisional:
                lines.append(
                    translate("simulator", "Planned for {date}, provisional until Day 1 has happened").format(
                        date=day
                    )
                )
            else:
                lines.append(translate("simulator", "Planned for {date}").format(date=day))
        if row.was is not None and row.was != row.planned:
            lines.append(translate("simulator", "Moved from {date}").format(date=form.day(row.was)))
        if row.first is not None or row.last is not None:
            lines.append(
                translate("simulator", "Window: {window}").format(
                    window=window_words(row.first, row.last, form)
                )
            )
        elif row.place is not None:
            lines.append(translate("simulator", "Window: not stated"))
        if row.done is not None:
            lines.append(translate("simulator", "Done on {date}").format(date=form.day(row.done)))
        lines += [*row.by_rule, *row.deviations, *row.conflicts]
        return "\n".join(lines)

    def _ink(self, row: CalendarRow, column: int) -> QColor:
        theme = self.theme
        if column == DEVIATION:
            return theme.warning
        if column == PLANNED and row.was is not None and row.was != row.planned:
            return theme.accent
        if row.standing is Standing.OFF or row.standing is Standing.AHEAD:
            return theme.text_2
        if column == STATUS:
            return {
                Standing.DONE: theme.ok,
                Standing.OPEN: theme.accent,
                Standing.MISSED: theme.error,
            }[row.standing]
        return theme.text

    def _face(self, row: CalendarRow, column: int) -> QFont:
        face = font(SECONDARY_PX, 500 if column == VISIT else 400, tabular=column != VISIT)
        if column == PLANNED and row.provisional:
            face.setItalic(True)
        return face

    def _sign(self, standing: Standing) -> QPixmap:
        parent = self.parent()
        ratio = parent.devicePixelRatioF() if isinstance(parent, QWidget) else 1.0
        key = (standing, ratio)
        if key not in self._signs:
            side = 16
            made = QPixmap(round(side * ratio), round(side * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            painter = QPainter(made)
            paint_standing(painter, QPointF(side / 2, side / 2), standing, self.theme, 0.95)
            painter.end()
            self._signs[key] = made
        return self._signs[key]


class CalendarTable(QTableView):
    """The calendar. `chosen(CalendarRow)` for a click, Enter or the arrow keys; `menu_asked(CalendarRow, QPoint)`."""

    chosen = Signal(object)
    menu_asked = Signal(object, QPoint)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme or system_theme()
        self.rows = CalendarModel(self.theme, self)
        self._today: dt.date | None = None
        self._today_words = ""
        self._keeps_quiet = False
        set_part(self, "grid")
        self.setModel(self.rows)
        self.setAccessibleName(translate("simulator", "Calendar of the simulated participant"))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(_ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(44)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setStretchLastSection(False)
        self.selectionModel().currentRowChanged.connect(self._told_current)
        self.rows.modelReset.connect(self.fit)
        self.rows.dataChanged.connect(self.fit)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.rows.set_theme(theme)
        self.viewport().update()

    def set_rows(self, rows: Sequence[CalendarRow], today: dt.date | None, words: str) -> None:
        """Show the calendar with the line of the simulated day and its words; None for no line."""
        self._today, self._today_words = today, words
        here = self.current_row()
        self._keeps_quiet = True
        self.rows.set_rows(rows)
        if here is not None and not self.currentIndex().isValid():
            self.show_place(here.place)
        self._keeps_quiet = False
        self.viewport().update()

    def current_row(self) -> CalendarRow | None:
        """The visit with the cursor."""
        row = self.currentIndex().row()
        return self.rows.rows[row] if 0 <= row < len(self.rows.rows) else None

    def show_place(self, place: Place | None) -> None:
        """Light the row of a visit and bring it into view; nothing is told."""
        for number, row in enumerate(self.rows.rows):
            if row.place == place and place is not None:
                self._keeps_quiet = True
                self.setCurrentIndex(self.rows.index(number, VISIT))
                self.scrollTo(self.rows.index(number, VISIT), QAbstractItemView.ScrollHint.EnsureVisible)
                self._keeps_quiet = False
                return

    def show_address(self, address: str) -> None:
        """Light the row of an instance: the current one where it is of it, else its last."""
        here = self.current_row()
        if here is not None and here.address == address:
            return
        found = [row.place for row in self.rows.rows if row.address == address and row.place is not None]
        if found:
            self.show_place(found[-1])

    def show_today(self) -> None:
        """Bring the simulated day into view."""
        row = self._first_ahead()
        if row > 0:
            self.scrollTo(self.rows.index(min(row + 1, len(self.rows.rows) - 1), VISIT))
            self.scrollTo(self.rows.index(row - 1, VISIT))

    def _told_current(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = current.row()
        if not self._keeps_quiet and 0 <= row < len(self.rows.rows):
            self.chosen.emit(self.rows.rows[row])

    # Size

    def fit(self, *_changed: object) -> None:
        """Columns as wide as their words, the visits what is left."""
        face = font(SECONDARY_PX)
        widths = []
        for column in range(1, 6):
            texts = {self.rows.text(row, column) for row in self.rows.rows}
            head = str(self.rows.headerData(column, Qt.Orientation.Horizontal))
            wide = max((text_width(text, face) for text in texts), default=0.0)
            widths.append(max(wide + 26, text_width(head, font(BODY_PX, 600)) + 30))
        room = self.viewport().width()
        names = {row.title for row in self.rows.rows}
        name = max((text_width(text, font(SECONDARY_PX, 500)) for text in names), default=60) + 52
        others = [int(width) + 1 for width in widths]
        first = room - sum(others)
        if first < name:  # names are never what has to go: the table is moved across
            first = max(first, min(int(name) + 1, _LEAST))
        for column, width in enumerate([first, *others]):
            self.setColumnWidth(column, width)

    def resizeEvent(self, event: Any) -> None:
        """The visits take what is left."""
        super().resizeEvent(event)
        self.fit()

    # Painting

    def _first_ahead(self) -> int:
        """The row below which the line of today is drawn: the first that is still to come."""
        rows = self.rows.rows
        if self._today is None:
            return -1
        past = [n for n, row in enumerate(rows) if row.done is not None or row.standing is Standing.MISSED]
        due = [
            n
            for n, row in enumerate(rows)
            if row.day is not None and row.day <= self._today and row.standing is Standing.OPEN
        ]
        reached = [*past, *due]
        return max(reached) + 1 if reached else 0

    def paintEvent(self, event: QPaintEvent) -> None:
        """The rows, and the line of today between what was and what is to come; or the empty state."""
        if not self.rows.rows:
            painter = QPainter(self.viewport())
            paint_empty(
                painter,
                self.viewport().rect(),
                self.theme,
                "calendar-days",
                translate("simulator", "Nothing has happened yet"),
                translate("simulator", "Step or Run has the participant give consent."),
            )
            painter.end()
            return
        super().paintEvent(event)
        row = self._first_ahead()
        if row < 0:
            return
        y = self.rowViewportPosition(row) if row < len(self.rows.rows) else -1
        if row >= len(self.rows.rows):
            y = self.rowViewportPosition(len(self.rows.rows) - 1) + _ROW
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.theme.accent, 2))
        painter.drawLine(0, y, self.viewport().width(), y)
        painter.setBrush(self.theme.accent)
        painter.setPen(Qt.PenStyle.NoPen)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.drawEllipse(QPointF(self.viewport().width() - 4 if rtl else 4, y), 4, 4)
        painter.end()

    @property
    def today(self) -> dt.date | None:
        """The day at which the line is drawn."""
        return self._today

    # Asking

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What if, at this visit."""
        row = self.current_row()
        if row is None:
            return
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_asked.emit(row, at)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter shows the visit in all views."""
        row = self.current_row()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row is not None:
            self.chosen.emit(row)
            event.accept()
            return
        super().keyPressEvent(event)
