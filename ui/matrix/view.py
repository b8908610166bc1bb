"""The matrix widget: scrolls, selects, folds and tells; `ui.matrix.painting` paints it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from study.soa import HeaderRun, Mark, ScheduleOfActivities
from ui.matrix.grid import (
    COLUMN_MAX,
    COLUMN_MIN,
    HEADER,
    TITLES_MAX,
    TITLES_MIN,
    Folding,
    Grid,
    Place,
    Zone,
    encounters_say_more,
    has_epochs,
)
from ui.matrix.keys import moved
from ui.matrix.painting import Fonts, Lit, MatrixPainter, title_left
from ui.matrix.words import describe, place_tooltip, summary
from ui.theme import MATRIX_ROW_HEIGHT, Theme, system_theme
from ui.widgets.empty import paint_empty
from ui.widgets.text import lines_within, text_width

_NOWHERE = Place(Zone.OUTSIDE)


class MatrixView(QAbstractScrollArea):
    """The Schedule of Activities of one timeline, read-only.

    Signals: `selected(address)` when a person chooses a visit, activity, epoch or encounter, with its id;
    `open_timeline(id)` when they open the sub-timeline behind a mark; `current_changed(row, column)` as the
    cursor moves (indices of the table, -1 for headers).
    """

    selected = Signal(str)
    open_timeline = Signal(str)
    current_changed = Signal(int, int)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._fonts = Fonts.make()
        self._soa: ScheduleOfActivities | None = None
        self._folding = Folding(None)
        self._folded: dict[str, frozenset[str]] = {}
        self._hidden_marks: dict[tuple[int, int], int] = {}
        self._epoch_index: dict[str, int] = {}
        self._column_of: dict[str, int] = {}
        self._row_of: dict[str, int] = {}
        self._noted: list[tuple[tuple[int, int], Mark]] = []
        self._titles_width = TITLES_MIN
        self._column_least = float(COLUMN_MIN)
        self._selection = ""
        self._selected_columns = range(0)
        self._selected_row = HEADER
        self._hover = _NOWHERE
        self._cursor = (HEADER, HEADER)
        self._grid = self._measure()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName("Schedule of Activities")
        self.setMinimumSize(240, 120)

    # What is shown

    def set_schedule(self, soa: ScheduleOfActivities | None, epoch_ids: Sequence[str] = ()) -> None:
        """Show a table, or the empty state for None.

        `epoch_ids` is the design's order of epochs, by which they take their hues; the order of first use in
        the table where not given. What was folded in this timeline before stays folded.
        """
        self._soa = soa
        self._hover = _NOWHERE
        self._cursor = (HEADER, HEADER)
        self._epoch_index = {}
        self._column_of, self._row_of = {}, {}
        if soa is not None:
            for epoch in [*epoch_ids, *(run.entity_id for run in soa.epochs)]:
                self._epoch_index.setdefault(epoch, len(self._epoch_index))
            for index, column in enumerate(soa.columns):
                self._column_of.setdefault(column.key, index)
            for index, row in enumerate(soa.rows):
                self._row_of.setdefault(row.key, index)
        self._noted = [(cell, mark) for cell, mark in soa.marks.items() if mark.footnotes] if soa else []
        self._measure_texts()
        self._fold(self._folded.get(self._timeline_key(), frozenset()))
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        self._light(self._selection)
        if len(self._selected_columns):
            self._move_cursor(HEADER, self._selected_columns.start, select=False)
        self._tell()

    def schedule(self) -> ScheduleOfActivities | None:
        """The table shown."""
        return self._soa

    def set_selection(self, address: str) -> None:
        """Light the visit, activity, epoch or encounter at `address` and bring it into view; "" for none."""
        if address == self._selection:
            return
        self._light(address)
        if self._selected_row != HEADER:
            self._unfold_to(self._selected_row)
            self._move_cursor(self._selected_row, HEADER, select=False)
        elif len(self._selected_columns):
            row = self._cursor[0]
            self._move_cursor(row, self._selected_columns.start, select=False)
        self.viewport().update()

    def selection(self) -> str:
        """The address that is lit."""
        return self._selection

    def current(self) -> tuple[int, int]:
        """The cursor: (row, column) of the table, -1 for a header."""
        return self._cursor

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.viewport().update()

    def set_folded(self, keys: frozenset[str]) -> None:
        """Fold exactly the groups with these row keys."""
        self._fold(keys)

    def folded(self) -> frozenset[str]:
        """The row keys of the folded groups."""
        return self._folding.folded

    def letters_here(self) -> frozenset[str]:
        """The letters of the footnotes that matter for what is selected."""
        soa = self._soa
        if soa is None:
            return frozenset()
        letters: set[str] = set()
        if self._selected_row != HEADER:
            letters.update(soa.rows[self._selected_row].footnotes)
        for column in self._selected_columns:
            letters.update(soa.columns[column].footnotes)
        for (row, column), mark in self._noted:
            if row == self._selected_row or column in self._selected_columns:
                letters.update(mark.footnotes)
        return frozenset(letters)

    # Geometry

    def _timeline_key(self) -> str:
        return (self._soa.timeline.id or "") if self._soa else ""

    def _measure_texts(self) -> None:
        soa = self._soa
        self._titles_width, self._column_least = TITLES_MIN, float(COLUMN_MIN)
        if soa is None:
            return
        widest = text_width(summary(soa), self._fonts.time) + 32
        for row in soa.rows:
            face = self._fonts.group if row.is_group else self._fonts.body
            widest = max(widest, title_left(row.level, row.is_group) + text_width(row.title, face) + 24)
        self._titles_width = round(min(TITLES_MAX, max(TITLES_MIN, widest)))
        times = (text for column in soa.columns for text in (column.day_text, column.window_text))
        needed = max((text_width(text, self._fonts.time) for text in times), default=0) + 14
        self._column_least = min(float(COLUMN_MAX), max(float(COLUMN_MIN), needed))

    def _measure(self) -> Grid:
        soa = self._soa
        size = self.viewport().size()
        columns = len(soa.columns) if soa else 0
        titles = min(self._titles_width, max(120, size.width() // 2))
        width = self._column_least
        if columns:
            width = min(max(width, (size.width() - titles) / columns), max(width, float(COLUMN_MAX)))
        lines = 1
        if soa and any(len(lines_within(c.title, self._fonts.visit, width - 10, 2)) > 1 for c in soa.columns):
            lines = 2
        return Grid(
            columns=columns,
            rows=len(self._folding.shown),
            column_width=width,
            titles_width=titles,
            has_epochs=bool(soa and has_epochs(soa)),
            has_encounters=bool(soa and encounters_say_more(soa)),
            title_lines=lines,
            width=size.width(),
            height=size.height(),
            epoch_starts=[run.start for run in soa.epochs] if soa else (),
            encounter_starts=[run.start for run in soa.encounters] if soa else (),
        )

    def _lay_out(self) -> None:
        self._grid = grid = self._measure()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setPageStep(grid.body_width)
        across.setSingleStep(round(grid.column_width))
        across.setRange(0, max(0, grid.contents_width - grid.body_width))
        down.setPageStep(grid.body_height)
        down.setSingleStep(MATRIX_ROW_HEIGHT)
        down.setRange(0, max(0, grid.contents_height - grid.body_height))
        grid.scroll_x, grid.scroll_y = across.value(), down.value()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Follow the scroll bars."""
        self._grid.scroll_x = self.horizontalScrollBar().value()
        self._grid.scroll_y = self.verticalScrollBar().value()
        self.viewport().update()

    def _fold(self, folded: frozenset[str]) -> None:
        soa = self._soa
        self._folded[self._timeline_key()] = folded
        self._folding = Folding(soa, folded)
        self._hidden_marks = {}
        if soa is not None and folded:
            around: dict[int, int] = {}
            for group, members in self._folding.members.items():
                if soa.rows[group].key in folded and group in self._folding.position:
                    around.update(dict.fromkeys(members, group))
            for row, column in soa.marks:
                if row in around:
                    cell = (around[row], column)
                    self._hidden_marks[cell] = self._hidden_marks.get(cell, 0) + 1
        self._lay_out()

    def toggle(self, row: int) -> None:
        """Fold or unfold the group at `row` of the table; nothing where it is no group."""
        if self._soa is not None and row != HEADER and self._soa.rows[row].is_group:
            self._fold(self._folding.folded ^ {self._soa.rows[row].key})
            self._tell()

    def _unfold_to(self, row: int) -> None:
        assert self._soa is not None
        if row in self._folding.position:
            return
        groups = {self._soa.rows[g].key for g, members in self._folding.members.items() if row in members}
        self._fold(self._folding.folded - groups)

    # Selection and cursor

    def _light(self, address: str) -> None:
        self._selection = address
        self._selected_columns, self._selected_row = range(0), HEADER
        soa = self._soa
        if soa is not None and address:
            if address in self._column_of:
                column = self._column_of[address]
                self._selected_columns = range(column, column + 1)
            elif address in self._row_of:
                self._selected_row = self._row_of[address]
            else:
                for run in (*soa.encounters, *soa.epochs):
                    if run.entity_id == address:
                        self._selected_columns = range(run.start, run.start + run.length)
                        break
        self.viewport().update()

    def _choose(self, address: str) -> None:
        if address and address != self._selection:
            self._light(address)
            self.selected.emit(address)

    def _move_cursor(self, row: int, column: int, select: bool = True) -> None:
        soa = self._soa
        if soa is None:
            return
        elsewhere = (row, column) != self._cursor
        self._cursor = (row, column)
        self._show_cursor()
        if select:
            if column != HEADER:
                self._choose(soa.columns[column].key)
            elif row != HEADER:
                self._choose(soa.rows[row].key)
        if elsewhere:
            self._tell()
            self.current_changed.emit(row, column)
        self.viewport().update()

    def _show_cursor(self) -> None:
        grid = self._grid
        row, column = self._cursor
        if column != HEADER:
            left, right = column * grid.column_width, (column + 1) * grid.column_width
            across = self.horizontalScrollBar()
            if left < across.value():
                across.setValue(int(left))
            elif right > across.value() + grid.body_width:
                across.setValue(round(right - grid.body_width))
        if row != HEADER and row in self._folding.position:
            top = self._folding.position[row] * MATRIX_ROW_HEIGHT
            down = self.verticalScrollBar()
            if top < down.value():
                down.setValue(top)
            elif top + MATRIX_ROW_HEIGHT > down.value() + grid.body_height:
                down.setValue(top + MATRIX_ROW_HEIGHT - grid.body_height)

    def _tell(self) -> None:
        """Say the current cell to assistive technology."""
        text = describe(self._soa, *self._cursor) if self._soa else "No schedule to show"
        self.setAccessibleDescription(text)
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End, Page Up and Down move; Enter opens or folds; Space folds."""
        if self._soa is None or not self._key(event):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent) -> bool:
        soa = self._soa
        assert soa is not None
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        row, column = self._cursor
        group = row != HEADER and soa.rows[row].is_group
        folded = group and soa.rows[row].key in self._folding.folded
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(row, column)
        elif group and (
            key == Qt.Key.Key_Space
            or (column == HEADER and key == (Qt.Key.Key_Right if folded else Qt.Key.Key_Left))
        ):
            self.toggle(row)
        else:
            page = max(1, self._grid.body_height // MATRIX_ROW_HEIGHT - 1)
            cursor = moved(key, control, self._cursor, self._folding, len(soa.columns), page)
            if cursor is None:
                return False
            self._move_cursor(*cursor)
        return True

    def _open(self, row: int, column: int) -> None:
        soa = self._soa
        if soa is None:
            return
        mark = soa.marks.get((row, column))
        within = soa.columns[column] if row == HEADER and column != HEADER else mark
        if within is not None and within.sub_timeline:
            self.open_timeline.emit(within.sub_timeline)
        elif mark is None and row != HEADER:
            self.toggle(row)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()

    # Mouse

    def _place_at(self, position: QPointF) -> Place:
        place = self._grid.at(position.x(), position.y())
        if place.zone is Zone.TITLE and self._soa is not None:
            row = self._soa.rows[self._folding.shown[place.row]]
            if row.is_group and position.x() < title_left(row.level, True):
                return Place(Zone.CHEVRON, place.row)
        return place

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the pointer; a chevron folds."""
        if event.button() != Qt.MouseButton.LeftButton or self._soa is None:
            super().mousePressEvent(event)
            return
        soa = self._soa
        place = self._place_at(event.position())
        row = self._folding.shown[place.row] if place.row != HEADER else HEADER
        if place.zone is Zone.CHEVRON:
            self.toggle(row)
        elif place.zone in (Zone.TITLE, Zone.CELL, Zone.VISIT):
            self._move_cursor(row, place.column)
        elif place.zone is Zone.EPOCH:
            self._choose_run(soa.epochs, place.run)
        elif place.zone is Zone.ENCOUNTER:
            self._choose_run(soa.encounters, place.run)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """All was done at the press."""
        event.accept()

    def _choose_run(self, runs: Sequence[HeaderRun], index: int) -> None:
        if 0 <= index < len(runs):
            self._choose(runs[index].entity_id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the sub-timeline behind a mark; fold a group by its title."""
        if event.button() != Qt.MouseButton.LeftButton or self._soa is None:
            return
        place = self._place_at(event.position())
        if place.zone in (Zone.CELL, Zone.TITLE, Zone.CHEVRON, Zone.VISIT):
            row = self._folding.shown[place.row] if place.row != HEADER else HEADER
            self._open(row, place.column)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row and column under the pointer."""
        place = self._place_at(event.position())
        if place != self._hover:
            self._hover = place
            over_pill = False
            if self._soa is not None and place.zone is Zone.CELL:
                mark = self._soa.marks.get((self._folding.shown[place.row], place.column))
                over_pill = mark is not None and mark.sub_timeline is not None
            pointing = over_pill or place.zone is Zone.CHEVRON
            shape = Qt.CursorShape.PointingHandCursor if pointing else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(shape)
            self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Shift across."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        delta = event.pixelDelta() if not event.pixelDelta().isNull() else event.angleDelta() / 120 * 54
        if shift and not delta.x():
            delta = QPoint(delta.y(), 0)
        self.horizontalScrollBar().setValue(self.horizontalScrollBar().value() - delta.x())
        self.verticalScrollBar().setValue(self.verticalScrollBar().value() - delta.y())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips, and the pointer leaving."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.tooltip_at(self._place_at(QPointF(event.pos())))
            if text:
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        if event.type() == QEvent.Type.Leave and self._hover != _NOWHERE:
            self._hover = _NOWHERE
            self.viewport().update()
        return super().viewportEvent(event)

    def tooltip_at(self, place: Place) -> str:
        """The full texts of what lies at `place`, as the tooltip says them; "" where there is nothing."""
        if self._soa is None:
            return ""
        row = self._folding.shown[place.row] if place.row != HEADER else HEADER
        return place_tooltip(self._soa, place, row)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the table, or what to do where there is none."""
        painter = QPainter(self.viewport())
        soa = self._soa
        if soa is None or not soa.columns:
            paint_empty(
                painter,
                self.viewport().rect(),
                self._theme,
                "table-2",
                "No schedule" if soa is None else "No visits in this timeline",
                "Open a study to see its Schedule of Activities here."
                if soa is None
                else "A visit appears here as a column when the timeline has a scheduled instance.",
            )
            return
        lit = Lit(
            columns=self._selected_columns,
            row=self._selected_row,
            hover=self._hover,
            cursor=self._cursor,
            focused=self.hasFocus(),
        )
        MatrixPainter(
            soa,
            self._grid,
            self._folding,
            self._theme,
            self._fonts,
            lit,
            self._epoch_index,
            self._hidden_marks,
        ).paint(painter)
