"""The matrix widget: scrolls, selects, folds, filters and tells; `ui.matrix.painting` paints it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from study.language import translate
from study.soa import HeaderRun, ScheduleOfActivities
from study.soa_differences import TableDifferences
from study.soa_shown import Asked, Shown, narrowed
from ui.accessible import announce, expose
from ui.matrix.accessible import MatrixParts
from ui.matrix.clipboard import block_between, block_data, block_words, copied_words
from ui.matrix.empty import paint_nothing
from ui.matrix.fonts import Fonts
from ui.matrix.grid import (
    HEADER,
    TITLES_LEAST,
    Grid,
    Place,
)
from ui.matrix.keyboard import Keyboard
from ui.matrix.letters import letter_under, letters_at
from ui.matrix.lit import NOWHERE, Block, Lit
from ui.matrix.measuring import Room, measured, text_widths
from ui.matrix.painting import MatrixPainter, area_in_viewport
from ui.matrix.pointer import Pointer
from ui.matrix.sheet import Overlays, Sheet
from ui.matrix.words import describe, lettered, place_tooltip, summary
from ui.theme import Theme, system_theme

ZOOM_LEAST, ZOOM_MOST = 0.6, 2.0
_ZOOM_STEP = 1.1


class MatrixView(QAbstractScrollArea):
    """The Schedule of Activities of one timeline, read-only.

    Signals: `selected(address)` when a person chooses a visit, activity, epoch, encounter or footnote, with its id;
    `open_timeline(id)` when they open the sub-timeline behind a mark; `current_changed(row, column)` as the
    cursor moves (indices of the table, -1 for headers); `shown_changed()` when other rows or columns are shown;
    `menu_asked(QPoint)` for a context menu at a place of the screen; `filter_asked()` when the filter is to be typed
    in; `told(text)` when something was done that is not seen.
    """

    selected = Signal(str)
    open_timeline = Signal(str)
    current_changed = Signal(int, int)
    shown_changed = Signal()
    laid_out = Signal()
    menu_asked = Signal(QPoint)
    filter_asked = Signal()
    told = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self.fonts = Fonts.make()
        self.sheet = Sheet(None)
        self.overlays = Overlays()
        self.has_totals = False
        self._missing = ""
        self._study = ""
        self._folded: dict[tuple[str, str], frozenset[str]] = {}
        self._epoch_index: dict[str, int] = {}
        self._zoom = 1.0
        self._titles_asked = 0
        self._widths = text_widths(None, self.overlays, self.fonts, 1.0)
        self._selection = ""
        self._selected_columns = range(0)
        self._selected_row = HEADER
        self._letter = ""
        self.hover = NOWHERE
        self._cursor = (HEADER, HEADER)
        self._anchor: tuple[int, int] | None = None
        self._pointer = Pointer(self)
        self._keyboard = Keyboard(self)
        self.grid = self._measure()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(translate("matrix", "Schedule of Activities"))
        self.setMinimumSize(240, 120)
        self.parts = MatrixParts(self)
        self._exposure = expose(self, self.parts, QAccessible.Role.Table)

    # What is shown

    def set_study(self, key: str) -> None:
        """Which study the tables belong to, by any key of it: what is folded is remembered for each."""
        self._study = key

    def set_missing(self, text: str) -> None:
        """What to say where there is no table, though a study is open; "" for no study."""
        self._missing = text
        self.viewport().update()

    def set_schedule(self, soa: ScheduleOfActivities | None, epoch_ids: Sequence[str] = ()) -> None:
        """Show a table, or the empty state for None.

        `epoch_ids` is the design's order of epochs, by which they take their hues; the order of first use in
        the table where not given. What was folded in this timeline before stays folded; a filter ends.
        """
        self.hover = NOWHERE
        self._cursor = (HEADER, HEADER)
        self._anchor = None
        self._epoch_index = {}
        if soa is not None:
            for epoch in [*epoch_ids, *(run.entity_id for run in soa.epochs)]:
                self._epoch_index.setdefault(epoch, len(self._epoch_index))
        asked = self.sheet.asked
        timeline = (soa.timeline.id or "") if soa is not None else ""
        folded = self._folded.get((self._study, timeline), frozenset())
        self.sheet = Sheet(soa, replace(asked, folded=folded, phrase=""), self.sheet.merged)
        self._measure_texts()
        self._lay_out()
        self.horizontalScrollBar().setValue(0)
        self.verticalScrollBar().setValue(0)
        self._light(self._selection)
        if len(self._selected_columns):
            self._move_cursor(HEADER, self._selected_columns.start, select=False)
        self._exposure.rebuilt()
        self._tell()
        self.shown_changed.emit()

    def schedule(self) -> ScheduleOfActivities | None:
        """The table, with nothing merged, hidden or filtered."""
        return self.sheet.original

    def shown(self) -> Shown:
        """Which rows and columns of `shown_schedule(whole=True)` are shown."""
        return self.sheet.shown

    def shown_schedule(self, whole: bool = False) -> ScheduleOfActivities | None:
        """The table as it is shown: merged, filtered, without what is hidden; groups unfolded. `whole`: merged only."""
        soa, shown = self.sheet.soa, self.sheet.shown
        if soa is None or whole:
            return soa
        return narrowed(soa, shown.counted, shown.columns)

    def ask(self, asked: Asked) -> None:
        """Show another part of the table. What was selected stays so where it is shown."""
        if asked == self.sheet.asked:
            return
        if asked.folded != self.asked.folded:
            self._folded[self._timeline_key()] = asked.folded
        self._show_sheet(self.sheet.asking(asked))

    @property
    def asked(self) -> Asked:
        """What a person asked to see of the table."""
        return self.sheet.asked

    def set_phrase(self, phrase: str) -> None:
        """Filter activities and visits; "" ends it."""
        self.ask(replace(self.asked, phrase=phrase))

    def set_hidden(self, *, rows: bool | None = None, columns: bool | None = None) -> None:
        """Hide activities, or visits, with no mark, or show them again; None leaves it."""
        asked = self.asked
        self.ask(
            replace(
                asked,
                hide_empty_rows=asked.hide_empty_rows if rows is None else rows,
                hide_empty_columns=asked.hide_empty_columns if columns is None else columns,
            )
        )

    def set_merged(self, merged: bool) -> None:
        """A column for each contiguous run of an encounter's visits, or one for each visit."""
        if merged != self.sheet.merged:
            selection = self._selection
            self._cursor = (self._cursor[0], HEADER)
            self._show_sheet(self.sheet.merging(merged))
            self._light(selection)

    def set_totals(self, shown: bool) -> None:
        """Totals behind the rows and below the columns."""
        if shown != self.has_totals:
            self.has_totals = shown
            self._lay_out()
            self.shown_changed.emit()

    def set_dates(self, dates: Mapping[str, str], told: Mapping[str, str] | None = None) -> None:
        """Dates with weekdays by column key, shown under day and window; `told` are the longer texts of tooltips."""
        self.overlays = replace(self.overlays, dates=dict(dates), told_dates=dict(told or dates))
        self._measure_texts()
        self._lay_out()

    def set_differences(self, differences: TableDifferences | None) -> None:
        """What differs from a table beside this one."""
        self.overlays = replace(self.overlays, differences=differences or TableDifferences())
        self.viewport().update()

    def set_conditional(self, cells: Iterable[tuple[str, str]]) -> None:
        """The marks, by row and column key, that a person classed as conditional: they are rings."""
        self.overlays = replace(self.overlays, conditional=frozenset(cells))
        self.viewport().update()

    def set_selection(self, address: str) -> None:
        """Light the visit, activity, epoch, encounter or footnote at `address` and bring it into view; "" for none."""
        if address == self._selection:
            return
        self._light(address)
        if self._selected_row != HEADER:
            self._unfold_to(self._selected_row)
            self._move_cursor(self._selected_row, HEADER, select=False)
            self._show_marks(self._selected_row)
        elif len(self._selected_columns):
            self._move_cursor(self._cursor[0], self._selected_columns.start, select=False)
        elif self._letter:
            self._show_note()
        self.viewport().update()

    def selection(self) -> str:
        """The address that is lit."""
        return self._selection

    def is_selected(self, row: int, column: int) -> bool:
        """Whether a cell or header of the table lies in the selected row or columns, or in the marked block."""
        block = self.block()
        if block is not None and row != HEADER and column != HEADER:
            at = self.sheet.row_place.get(row), self.sheet.column_place.get(column)
            if at[0] in block.rows and at[1] in block.columns:
                return True
        if row != HEADER and row == self._selected_row:
            return True
        return column != HEADER and column in self._selected_columns

    def current(self) -> tuple[int, int]:
        """The cursor: (row, column) of the table, -1 for a header."""
        return self._cursor

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.viewport().update()

    def set_folded(self, keys: frozenset[str]) -> None:
        """Fold exactly the groups with these row keys."""
        self.ask(replace(self.asked, folded=keys))

    def folded(self) -> frozenset[str]:
        """The row keys of the folded groups."""
        return self.asked.folded

    def fold_all(self, folded: bool = True) -> None:
        """Fold or unfold every group."""
        self.set_folded(self.sheet.groups() if folded else frozenset())

    def letters_here(self) -> frozenset[str]:
        """The letters of the footnotes that matter for what is selected."""
        soa = self.sheet.soa
        if soa is None:
            return frozenset()
        letters = {self._letter} - {""}
        if self._selected_row != HEADER:
            letters.update(soa.rows[self._selected_row].footnotes)
        for column in self._selected_columns:
            letters.update(soa.columns[column].footnotes)
        if self._selected_row == HEADER and not self._selected_columns:
            return frozenset(letters)
        for letter, places in self.sheet.places.items():
            cells = (*places.marked, *places.unmarked)
            if any(row == self._selected_row or column in self._selected_columns for row, column in cells):
                letters.add(letter)
        return frozenset(letters)

    def show_footnote(self, letter: str) -> None:
        """Light the cells, rows and columns of the footnote with this letter; "" for none."""
        if letter != self._letter:
            self._letter = letter
            self._show_note()
            self.viewport().update()

    @property
    def footnote(self) -> str:
        """The letter of the footnote whose places are lit."""
        return self._letter

    # Zoom and geometry

    @property
    def zoom(self) -> float:
        """The scale, 1 at 100 %."""
        return self._zoom

    def set_zoom(self, zoom: float) -> None:
        """Scale between 60 and 200 %; what is at the top stays there."""
        zoom = max(ZOOM_LEAST, min(ZOOM_MOST, round(zoom, 2)))
        if zoom == self._zoom:
            return
        ratio = zoom / self._zoom
        left, top = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        self._zoom = zoom
        self.fonts = Fonts.make(zoom)
        self._measure_texts()
        self._lay_out()
        self.horizontalScrollBar().setValue(round(left * ratio))
        self.verticalScrollBar().setValue(round(top * ratio))
        self.told.emit(translate("matrix", "{percent} %").format(percent=round(zoom * 100)))

    def zoom_by(self, steps: float) -> None:
        """Zoom in by so many steps, or out."""
        self.set_zoom(self._zoom * _ZOOM_STEP**steps)

    def set_titles_width(self, width: int) -> None:
        """How wide the names of activities are, in pixels; 0 as wide as they need."""
        self._titles_asked = max(TITLES_LEAST, width) if width else 0
        self._lay_out()

    @property
    def titles_width(self) -> int:
        """How wide the names of activities are now, in pixels."""
        return self.grid.titles_width

    def _timeline_key(self) -> tuple[str, str]:
        soa = self.sheet.original
        return self._study, (soa.timeline.id or "") if soa else ""

    def _measure_texts(self) -> None:
        self._widths = text_widths(self.sheet.soa, self.overlays, self.fonts, self._zoom)

    def _measure(self) -> Grid:
        size = self.viewport().size()
        return measured(
            self.sheet,
            self.overlays,
            self.fonts,
            self._widths,
            Room(size.width(), size.height(), self._titles_asked, self._zoom, self.has_totals),
            right_to_left=self.layoutDirection() == Qt.LayoutDirection.RightToLeft,
        )

    def _lay_out(self) -> None:
        chosen = self._selected_columns.start if len(self._selected_columns) else HEADER
        was_seen = self.sheet.column_place.get(chosen, -1) in self.grid.visible_columns()
        self.grid = grid = self._measure()
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setPageStep(grid.body_width)
        across.setSingleStep(round(grid.column_width))
        across.setRange(0, max(0, grid.contents_width - grid.body_width))
        down.setPageStep(grid.body_height)
        down.setSingleStep(grid.row_height)
        down.setRange(0, max(0, grid.contents_height - grid.body_height))
        grid.scroll_x, grid.scroll_y = across.value(), down.value()
        if was_seen:
            self.bring_into_view(HEADER, chosen)
        self.viewport().update()
        self.laid_out.emit()

    def _show_sheet(self, sheet: Sheet) -> None:
        """Show another sheet; the cursor stays where it is shown, else goes to the header."""
        others = sheet.soa is not self.sheet.soa
        self.sheet = sheet
        row, column = self._cursor
        self._cursor = (
            row if row in sheet.row_place else HEADER,
            column if column in sheet.column_place else HEADER,
        )
        self._anchor = None
        self.hover = NOWHERE
        if others:
            self._measure_texts()
        self._lay_out()
        self._exposure.rebuilt()
        self.shown_changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay out again."""
        super().resizeEvent(event)
        self._lay_out()

    def changeEvent(self, event: QEvent) -> None:
        """Lay out again where lines run the other way."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_out()

    def scrollContentsBy(self, _dx: int, _dy: int) -> None:
        """Follow the scroll bars."""
        self.grid.scroll_x = self.horizontalScrollBar().value()
        self.grid.scroll_y = self.verticalScrollBar().value()
        self.viewport().update()

    def toggle(self, row: int) -> None:
        """Fold or unfold the group at `row` of the table; nothing where it is no group."""
        soa = self.sheet.soa
        if soa is not None and row != HEADER and soa.rows[row].is_group:
            self.set_folded(self.asked.folded ^ {soa.rows[row].key})
            self._tell()

    def _unfold_to(self, row: int) -> None:
        index = self.sheet.index
        if index is None or row in self.sheet.row_place:
            return
        groups = {index.soa.rows[g].key for g, members in index.members.items() if row in members}
        self.set_folded(self.asked.folded - groups)
        if (
            row not in self.sheet.row_place and self.asked.phrase
        ):  # what is filtered away comes back to be shown
            self.set_phrase("")

    # Selection and cursor

    def _light(self, address: str) -> None:
        self._selection = address
        self._letter = self.sheet.letter_of(address)
        self._selected_columns, self._selected_row = range(0), HEADER
        if self.sheet.soa is not None and address:
            if address in self.sheet.column_of:
                column = self.sheet.column_of[address]
                self._selected_columns = range(column, column + 1)
            elif address in self.sheet.row_of:
                self._selected_row = self.sheet.row_of[address]
            else:
                self._selected_columns = self.sheet.run_columns(address)
        self.viewport().update()

    def _show_note(self) -> None:
        """Bring a place of the lit footnote into view, unless one is."""
        places = self.sheet.places.get(self._letter)
        if places is None:
            return
        spots = [
            *((HEADER, c) for c in places.columns),
            *((r, HEADER) for r in places.rows),
            *places.marked,
            *places.unmarked,
        ]
        shown = [spot for spot in spots if not area_in_viewport(self.sheet, self.grid, *spot).isEmpty()]
        rows, columns = self.grid.visible_rows(), self.grid.visible_columns()
        for row, column in shown:
            at = self.sheet.row_place.get(row, HEADER), self.sheet.column_place.get(column, HEADER)
            if (row == HEADER or at[0] in rows) and (column == HEADER or at[1] in columns):
                return
        if not shown and (folded := next((row for row, _ in spots if row != HEADER), None)) is not None:
            self._unfold_to(folded)
            shown = [spot for spot in spots if not area_in_viewport(self.sheet, self.grid, *spot).isEmpty()]
        if shown:
            self.bring_into_view(*shown[0])

    def choose(self, address: str) -> None:
        """Select what is at an address and tell it."""
        if address and address != self._selection:
            self._light(address)
            self.selected.emit(address)

    def choose_letter(self, letter: str) -> None:
        """Select the footnote with this letter; one that has no address is only lit."""
        soa = self.sheet.soa
        note = next((note for note in soa.footnotes if note.letter == letter), None) if soa else None
        if note is not None and note.condition.id:
            self.choose(note.condition.id)
        self._letter = letter
        self._show_note()
        self.viewport().update()
        self.current_changed.emit(*self._cursor)

    def choose_run(self, runs: Sequence[HeaderRun], index: int) -> None:
        """Select the epoch or encounter of a header run."""
        if 0 <= index < len(runs):
            self.choose(runs[index].entity_id)

    def go_to(self, row: int, column: int) -> None:
        """Move the cursor to a cell or header of the table and select what it stands for."""
        self._move_cursor(row, column)

    def _move_cursor(self, row: int, column: int, select: bool = True) -> None:
        if self.sheet.soa is None:
            return
        elsewhere = (row, column) != self._cursor
        self._cursor = (row, column)
        self._anchor = None
        self.bring_into_view(row, column)
        if select:
            self.choose(self.sheet.address(row, column))
        if elsewhere:
            self._tell()
            self.current_changed.emit(row, column)
        self.viewport().update()

    def bring_into_view(self, row: int, column: int) -> None:
        """Scroll so that a cell or header of the table is seen."""
        grid, sheet = self.grid, self.sheet
        if column != HEADER and column in sheet.column_place:
            place = sheet.column_place[column]
            left, right = place * grid.column_width, (place + 1) * grid.column_width
            across = self.horizontalScrollBar()
            if left < across.value():
                across.setValue(int(left))
            elif right > across.value() + grid.body_width:
                across.setValue(round(right - grid.body_width))
        if row != HEADER and row in sheet.row_place:
            top, bottom = grid.tops[sheet.row_place[row]], grid.tops[sheet.row_place[row] + 1]
            down = self.verticalScrollBar()
            if top < down.value():
                down.setValue(top)
            elif bottom > down.value() + grid.body_height:
                down.setValue(bottom - grid.body_height)

    def _show_marks(self, row: int) -> None:
        """Scroll to the first mark of a row, where none of its marks is in view."""
        soa, places = self.sheet.soa, self.sheet.column_place
        if soa is None:
            return
        marked = sorted(
            places[mark.column] for mark in soa.marks.values() if mark.row == row and mark.column in places
        )
        if marked and not set(marked) & set(self.grid.visible_columns()):
            # The column before it stays in view, to show that nothing is marked there.
            self.horizontalScrollBar().setValue(round((marked[0] - 1) * self.grid.column_width))

    def _tell(self) -> None:
        """Say the current cell to assistive technology."""
        self.setAccessibleDescription(describe(self.sheet, *self._cursor, self.overlays))
        self._exposure.focus_moved(self.parts.focused())

    # A marked block

    def extend_to(self, row: int, column: int) -> None:
        """Mark the block from where the cursor was to a cell or header of the table; the cursor goes there."""
        if self._anchor is None:
            self._anchor = self._cursor
        self._cursor = (row, column)
        self.bring_into_view(row, column)
        block = self.block()
        if block is not None:
            announce(self, block_words(block))
        self.viewport().update()

    def mark_all(self) -> None:
        """Mark every cell that is shown."""
        if self.sheet.soa is not None:
            self._anchor, self._cursor = (HEADER, HEADER), (HEADER, HEADER)
            self.viewport().update()
            if (block := self.block()) is not None:
                announce(self, block_words(block))

    def unmark(self) -> bool:
        """Let go of the marked block; whether there was one."""
        had, self._anchor = self._anchor is not None, None
        self.viewport().update()
        return had

    def block(self) -> Block | None:
        """The marked block; a header stands for its whole row or column, the corner for all. None where none is."""
        if self._anchor is None or self.sheet.soa is None:
            return None
        return block_between(self.sheet, self._anchor, self._cursor)

    def copy(self) -> bool:
        """Put the marked block, or the cell of the cursor, on the clipboard with its headers; whether there was one."""
        block = self.block() or block_between(self.sheet, self._cursor, self._cursor)
        data = block_data(self.sheet, block, self.overlays.dates) if block is not None else None
        if block is None or data is None:
            return False
        QGuiApplication.clipboard().setMimeData(data)
        text = copied_words(block)
        announce(self, text)
        self.told.emit(text)
        return True

    # Keyboard and mouse

    def event(self, event: QEvent) -> bool:
        """Keys that are the table's own while it has the focus, though the window has them for something else."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._keyboard.claims(event)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End, Page Up and Down move; with Shift they mark; see `ui.matrix.keyboard`."""
        if self.sheet.soa is None or not self._keyboard.press(event):
            super().keyPressEvent(event)

    def open_at(self, row: int, column: int) -> None:
        """Open the sub-timeline of a mark or visit, fold a group, else choose visit and activity in turn."""
        soa = self.sheet.soa
        if soa is None:
            return
        mark = soa.marks.get((row, column))
        within = soa.columns[column] if row == HEADER and column != HEADER else mark
        if within is not None and within.sub_timeline:
            self.open_timeline.emit(within.sub_timeline)
        elif row != HEADER and mark is None and soa.rows[row].is_group:
            self.toggle(row)
        elif row != HEADER and column != HEADER:
            visit = self.sheet.address(row, column)
            self.choose(visit if self._selection != visit else soa.rows[row].key)
        else:
            self.choose(self.sheet.address(row, column))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        self._exposure.focus_moved(self.parts.focused())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()

    def place_at(self, position: QPointF) -> Place:
        """What lies at a point of the viewport, as places among what is shown."""
        return self._pointer.place_at(position)

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """The cell or header of the table at a point of the viewport; None where there is none."""
        place = self.grid.at(point.x(), point.y())
        shown = self.sheet.shown
        if self.sheet.soa is None or (place.row == HEADER and place.column == HEADER):
            return None
        return (
            shown.rows[place.row] if place.row != HEADER else HEADER,
            shown.columns[place.column] if place.column != HEADER else HEADER,
        )

    def cell_rect(self, row: int, column: int) -> QRect:
        """Where a cell or header of the table lies in the viewport, in sight or not; empty where it is not shown."""
        return area_in_viewport(self.sheet, self.grid, row, column).toRect()

    def letter_at(self, position: QPointF) -> str:
        """The footnote letter at a point of the viewport; "" where there is none."""
        cell = self.cell_at(position.toPoint())
        if cell is None:
            return ""
        run = letters_at(self.sheet, self.grid, self.fonts, *cell)
        x = self.grid.width - position.x() if self.grid.right_to_left else position.x()
        return letter_under(run, x, position.y(), self.fonts)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the pointer; a chevron folds; a letter shows its footnote."""
        if not self._pointer.press(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a drag."""
        self._pointer.release()
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the sub-timeline behind a mark; fold a group by its title; fit the names."""
        self._pointer.double_click(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Light the row and column under the pointer; mark a block while dragging."""
        self._pointer.move(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Shift across; with Ctrl zoom."""
        self._pointer.wheel(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for a menu: at the pointer, which selects first, or at the cursor."""
        at = event.globalPos()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            at = self.viewport().mapToGlobal(self.cell_rect(*self._cursor).center())
        self.menu_asked.emit(at)
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips, and the pointer leaving."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            text = self.tooltip_for(QPointF(event.pos()))
            if text:
                QToolTip.showText(event.globalPos(), text, self.viewport())
            else:
                QToolTip.hideText()
            return True
        if event.type() == QEvent.Type.Leave and self.hover != NOWHERE:
            self.hover = NOWHERE
            self.viewport().update()
        return super().viewportEvent(event)

    def tooltip_for(self, position: QPointF) -> str:
        """The tooltip at a point of the viewport: of one letter its footnote, else all that is there."""
        letter = self.letter_at(position)
        if letter and self.sheet.soa is not None:
            return "".join(lettered(note) for note in self.sheet.soa.footnotes if note.letter == letter)
        return self.tooltip_at(self.place_at(position))

    def tooltip_at(self, place: Place) -> str:
        """The full texts of what lies at `place`, as the tooltip says them; "" where there is nothing."""
        return place_tooltip(self.sheet, place, self.overlays)

    # Painting

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the table, or what to do where there is none."""
        painter = QPainter(self.viewport())
        if self.sheet.soa is None or not self.sheet.soa.columns:
            paint_nothing(painter, self.viewport().rect(), self._theme, self.sheet, self._missing)
            return
        MatrixPainter(
            self.sheet, self.grid, self._theme, self.fonts, self._lit(), self._epoch_index, self.overlays
        ).paint(painter)
        if not self.sheet.shown.rows or not self.sheet.shown.columns:
            grid = self.grid
            below = QRect(0, grid.header_height, grid.width, grid.body_height)
            paint_nothing(painter, below, self._theme, self.sheet, self._missing)

    def _lit(self) -> Lit:
        places = self.sheet.places.get(self._letter) if self._letter else None
        return Lit(
            columns=self._selected_columns,
            row=self._selected_row,
            hover=self.hover,
            cursor=self._cursor,
            focused=self.hasFocus(),
            block=self.block(),
            letter=self._letter,
            noted_rows=frozenset(places.rows) if places else frozenset(),
            noted_columns=frozenset(places.columns) if places else frozenset(),
            noted_cells=frozenset((*places.marked, *places.unmarked)) if places else frozenset(),
        )

    def summary(self) -> str:
        """The count of what is shown."""
        return summary(self.sheet.soa, self.sheet.shown) if self.sheet.soa else ""
