"""What people do with the matrix: select, move the cursor, mark a block, copy, fold and open, with mouse and keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from study.language import translate
from study.said_of_marks import Said
from study.soa import HeaderRun, ScheduleOfActivities
from ui.accessible import announce, expose
from ui.matrix.accessible import MatrixParts
from ui.matrix.chosen import Cell, cells_of, chosen_cells, visits_of
from ui.matrix.clipboard import block_between, block_data, block_words, copied_words
from ui.matrix.grid import HEADER, Place
from ui.matrix.hand import Hand
from ui.matrix.hint import Hint
from ui.matrix.keyboard import Keyboard
from ui.matrix.lit import NOWHERE, Block, Lit
from ui.matrix.painting import area_in_viewport
from ui.matrix.pointer import Pointer
from ui.matrix.sheet import Sheet
from ui.matrix.surface import MatrixSurface
from ui.matrix.words import describe, lettered
from ui.theme import Theme


class MatrixView(MatrixSurface):
    """The Schedule of Activities of one timeline.

    Signals: `selected(address)` when a person chooses a visit, activity, epoch, encounter or footnote, with its id;
    `open_timeline(id)` when they open the sub-timeline behind a mark; `current_changed(row, column)` as the
    cursor moves (indices of the table, -1 for headers); `menu_asked(QPoint)` for a context menu at a place of the
    screen; `filter_asked()` when the filter is to be typed in; `edit_asked(gesture)` when something is to be
    changed, a value of `ui.matrix.gestures`: the table itself changes nothing.
    """

    selected = Signal(str)
    open_timeline = Signal(str)
    current_changed = Signal(int, int)
    menu_asked = Signal(QPoint)
    filter_asked = Signal()
    edit_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent, theme)
        self._selection = ""
        self._selected_columns = range(0)
        self._selected_row = HEADER
        self._letter = ""
        self._cursor = (HEADER, HEADER)
        self._anchor: tuple[int, int] | None = None
        self._also: frozenset[Cell] = frozenset()
        self.hint = Hint(self._theme, self.viewport())
        self.hand = Hand(self)
        self._pointer = Pointer(self)
        self._keyboard = Keyboard(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(translate("matrix", "Schedule of Activities"))
        self.parts = MatrixParts(self)
        self._exposure = expose(self, self.parts, QAccessible.Role.Table)

    # When something else is shown

    def set_schedule(self, soa: ScheduleOfActivities | None, epoch_ids: Sequence[str] = ()) -> None:
        """Show a table as `MatrixSurface` says; what was selected is lit in it."""
        self._cursor = (HEADER, HEADER)
        self._anchor, self._also = None, frozenset()
        self.hand.give_up()
        self.hand.inline.give_up()
        super().set_schedule(soa, epoch_ids)

    def show_edited(self, soa: ScheduleOfActivities, epoch_ids: Sequence[str] = ()) -> None:
        """The cursor and what is chosen stay on the same visits and activities, wherever they stand now."""
        self.hand.give_up()
        before, here = self.sheet, self._cursor
        anchor, also = self._anchor, self._also
        super().show_edited(soa, epoch_ids)
        after = self.sheet
        self._cursor = after.same_cell(before, here) or (HEADER, HEADER)
        self._anchor = after.same_cell(before, anchor) if anchor is not None else None
        kept = (after.same_cell(before, cell) for cell in also)
        self._also = frozenset(cell for cell in kept if cell is not None)
        self.hand.inline.follow(before)
        self._light(self._selection)
        self._tell()

    def set_merged(self, merged: bool) -> None:
        """Merge or part the visits of each encounter; what was selected stays so."""
        if merged != self.sheet.merged:
            selection = self._selection
            self._cursor = (self._cursor[0], HEADER)
            super().set_merged(merged)
            self._light(selection)

    def _show_sheet(self, sheet: Sheet) -> None:
        """The cursor stays where it is shown, else goes to the header."""
        row, column = self._cursor
        self._cursor = (
            row if row in sheet.row_place else HEADER,
            column if column in sheet.column_place else HEADER,
        )
        self._anchor, self._also = None, frozenset()
        self.hand.give_up()
        super()._show_sheet(sheet)

    def _lay_out(self) -> None:
        """What is chosen and seen stays in view."""
        chosen = self._selected_columns.start if len(self._selected_columns) else HEADER
        was_seen = self.sheet.column_place.get(chosen, -1) in self.grid.visible_columns()
        row = self._selected_row
        row_was_seen = self.sheet.row_place.get(row, -1) in self.grid.visible_rows()
        super()._lay_out()
        self.bring_into_view(row if row_was_seen else HEADER, chosen if was_seen else HEADER)

    def _table_changed(self) -> None:
        self._light(self._selection)
        if len(self._selected_columns):
            self._move_cursor(HEADER, self._selected_columns.start, select=False)
        self._exposure.rebuilt()
        self._tell()

    def _places_changed(self) -> None:
        self._exposure.rebuilt()

    def set_said(self, said: Said) -> None:
        """What a person said of marks; the cell of the cursor is told anew."""
        super().set_said(said)
        self._tell()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        super().set_theme(theme)
        self.hint.set_theme(theme)

    # Selection

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
            if self._cursor[0] == HEADER:
                self._show_marks_down(self._selected_columns)
        elif self._letter:
            self._show_note()
        self.viewport().update()

    def selection(self) -> str:
        """The address that is lit."""
        return self._selection

    def is_selected(self, row: int, column: int) -> bool:
        """Whether a cell or header of the table lies in the selected row or columns, or is chosen."""
        if (row, column) in self._also:
            return True
        block = self.block()
        if block is not None and row != HEADER and column != HEADER:
            at = self.sheet.row_place.get(row), self.sheet.column_place.get(column)
            if at[0] in block.rows and at[1] in block.columns:
                return True
        if row != HEADER and row == self._selected_row:
            return True
        return column != HEADER and column in self._selected_columns

    def choose(self, address: str) -> None:
        """Select what is at an address and tell it."""
        if address and address != self._selection:
            self._light(address)
            self.selected.emit(address)

    def choose_run(self, runs: Sequence[HeaderRun], index: int) -> None:
        """Select the epoch or encounter of a header run."""
        if 0 <= index < len(runs):
            self.choose(runs[index].entity_id)

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

    def _lit(self) -> Lit:
        places = self.sheet.places.get(self._letter) if self._letter else None
        return Lit(
            columns=self._selected_columns,
            row=self._selected_row,
            hover=self.hover,
            cursor=self._cursor,
            focused=self.hasFocus(),
            block=self.block(),
            also=self._also,
            coming=self.hand.coming.cells if self.hand.coming else {},
            coming_block=self.hand.coming.block if self.hand.coming else None,
            has_handle=self.hand.handle() is not None,
            drop_line=self.hand.carrying.line,
            letter=self._letter,
            noted_rows=frozenset(places.rows) if places else frozenset(),
            noted_columns=frozenset(places.columns) if places else frozenset(),
            noted_cells=frozenset((*places.marked, *places.unmarked)) if places else frozenset(),
        )

    # Footnotes

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

    # Cursor

    def current(self) -> tuple[int, int]:
        """The cursor: (row, column) of the table, -1 for a header."""
        return self._cursor

    def go_to(self, row: int, column: int) -> None:
        """Move the cursor to a cell or header of the table and select what it stands for."""
        self._move_cursor(row, column)

    def _move_cursor(self, row: int, column: int, select: bool = True) -> None:
        if self.sheet.soa is None:
            return
        elsewhere = (row, column) != self._cursor
        self._cursor = (row, column)
        self._anchor, self._also = None, frozenset()
        self.bring_into_view(row, column)
        if select:
            self.choose(self.sheet.address(row, column))
        self.hand.follow()
        if elsewhere:
            self._tell()
            self.current_changed.emit(row, column)
        self.viewport().update()

    def _show_marks(self, row: int) -> None:
        """Scroll to the first mark of a row, where none of its marks is in view."""
        soa, places = self.sheet.soa, self.sheet.column_place
        if soa is None:
            return
        marked = sorted(places[column] for column in soa.columns_of(row) if column in places)
        if marked and not set(marked) & set(self.grid.visible_columns()):
            # The column before it stays in view, to show that nothing is marked there.
            self.horizontalScrollBar().setValue(round((marked[0] - 1) * self.grid.column_width))

    def _show_marks_down(self, columns: range) -> None:
        """Scroll to the first mark of a visit, where none of its marks is in view."""
        soa, places = self.sheet.soa, self.sheet.row_place
        if soa is None:
            return
        marked = sorted(places[row] for column in columns for row in soa.rows_at[column] if row in places)
        if marked and not set(marked) & set(self.grid.visible_rows()):
            self.verticalScrollBar().setValue(self.grid.tops[max(0, marked[0] - 1)])

    def show_visit(self, column: int) -> None:
        """Scroll to a visit of the table and its first mark; what is selected and where the cursor is stay."""
        self.bring_into_view(HEADER, column)
        self._show_marks_down(range(column, column + 1))

    def _tell(self) -> None:
        """Say the current cell to assistive technology."""
        self.setAccessibleDescription(describe(self.sheet, *self._cursor, self.overlays))
        self._exposure.focus_moved(self.parts.focused())

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

    # What is chosen: a block, and cells besides

    def extend_to(self, row: int, column: int) -> None:
        """Choose the block from where the cursor was to a cell or header of the table; the cursor goes there."""
        if self._anchor is None:
            self._anchor = self._cursor
        self._cursor = (row, column)
        self.bring_into_view(row, column)
        self._say_chosen()
        self.viewport().update()

    def choose_all(self) -> None:
        """Choose every cell that is shown."""
        self.choose_block((HEADER, HEADER), (HEADER, HEADER))

    def choose_block(self, one: Cell, other: Cell) -> None:
        """Choose the block between two cells or headers of the table alone; the cursor goes to the second."""
        if self.sheet.soa is None:
            return
        self._anchor, self._also, self._cursor = one, frozenset(), other
        self.viewport().update()
        self._say_chosen()

    def choose_also(self, row: int, column: int) -> None:
        """Choose one more cell, row or column besides what is chosen, or let go of it; the cursor goes there."""
        had = set(self.chosen())
        there = block_between(self.sheet, (row, column), (row, column))
        if there is None:
            return
        added = set(cells_of(self.sheet, there))
        self._also = frozenset(had - added if added <= had and len(had) > len(added) else had | added)
        self._anchor, self._cursor = None, (row, column)
        self.bring_into_view(row, column)
        self._say_chosen()
        self.current_changed.emit(row, column)
        self.viewport().update()

    def chosen(self) -> tuple[Cell, ...]:
        """The cells that are chosen: of the block and besides, else that of the cursor."""
        return chosen_cells(self.sheet, self.block(), self._also, self._cursor)

    def chosen_visits(self) -> tuple[str, ...]:
        """The visits whose whole columns are chosen, decisions left out; none where only cells are."""
        block, soa, shown = self.block(), self.sheet.soa, self.sheet.shown
        if block is None or soa is None or len(block.rows) < len(shown.rows):
            return ()
        columns = (soa.columns[shown.columns[at]] for at in block.columns)
        return tuple(visit.key for column in columns for visit in visits_of(column) if not visit.is_decision)

    def chosen_rows(self) -> tuple[int, ...]:
        """The rows of the table that are chosen whole, else that of the cursor."""
        block, shown = self.block(), self.sheet.shown
        if block is not None and len(block.columns) == len(shown.columns):
            return tuple(shown.rows[place] for place in block.rows)
        return (self._cursor[0],) if self._cursor[0] != HEADER else ()

    def also(self) -> frozenset[Cell]:
        """The cells that are chosen besides the block."""
        return self._also

    def let_go(self) -> bool:
        """Choose nothing but the cursor's cell; whether there was more."""
        had = self._anchor is not None or bool(self._also)
        self._anchor, self._also = None, frozenset()
        self.viewport().update()
        return had

    def _say_chosen(self) -> None:
        block = self.block()
        if block is not None and not self._also:
            announce(self, block_words(block))
        else:
            announce(self, translate("matrix", "%n cell(s) chosen", "", len(self.chosen())))

    def block(self) -> Block | None:
        """The chosen block; a header stands for its whole row or column, the corner for all. None where none is."""
        if self._anchor is None or self.sheet.soa is None:
            return None
        return block_between(self.sheet, self._anchor, self._cursor)

    def copy(self) -> bool:
        """Put the chosen block, or the cell of the cursor, on the clipboard with its headers; whether there was one."""
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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the cursor is."""
        super().focusInEvent(event)
        self._exposure.focus_moved(self.parts.focused())
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the cursor."""
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the pointer; a chevron folds; a letter shows its footnote."""
        if not self._pointer.press(event):
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ends a drag."""
        self._pointer.release()
        self.hand.drop()
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

    def place_at(self, position: QPointF) -> Place:
        """What lies at a point of the viewport, as places among what is shown."""
        return self._pointer.place_at(position)

    def tooltip_for(self, position: QPointF) -> str:
        """The tooltip at a point of the viewport: of one letter its footnote, else all that is there."""
        letter = self.letter_at(position)
        if letter and self.sheet.soa is not None:
            return "".join(lettered(note) for note in self.sheet.soa.footnotes if note.letter == letter)
        return self.tooltip_at(self.place_at(position))
