"""The editing hand of the matrix: what keys and mouse ask to have changed. It only asks; a part of the window does."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from study.language import translate
from ui.accessible import announce
from ui.matrix.carrying import Carrying
from ui.matrix.chosen import planning
from ui.matrix.clipboard import block_between
from ui.matrix.coming import Coming, filled, filled_from_beside, pasted, stretched
from ui.matrix.editing_paint import HANDLE_REACH
from ui.matrix.gestures import Part
from ui.matrix.grid import HEADER, Place, Zone
from ui.matrix.inline import Inline
from ui.matrix.keys import mirrored
from ui.matrix.letters import visit_title
from ui.matrix.lit import Block

if TYPE_CHECKING:
    from ui.matrix.view import MatrixView

Key = Qt.Key
Modifier = Qt.KeyboardModifier
_ARROWS = (Key.Key_Up, Key.Key_Down, Key.Key_Left, Key.Key_Right)


class Hand:
    """What of one view can be edited. A table that only shows, as beside another study, asks for nothing.

    `coming` is what the gesture under way would do: a fill while its handle is dragged, a paste until Enter.
    """

    def __init__(self, view: MatrixView) -> None:
        self._view = view
        self.can_edit = False
        self.coming: Coming | None = None
        self._filled_from: Block | None = None
        self._copied = ""  # the text that is being pasted
        self.inline = Inline(view)
        self.add: Callable[[], object] = lambda: None
        """Asks for what is to be added where the cursor is; the window sets it."""
        self.locked: Callable[[], str] = lambda: ""
        """Why nothing can be edited, a sentence; "" where it can. The window sets it."""
        self.carrying = Carrying(view)

    # Keys

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is the table's own even where the window has a shortcut on it."""
        return self.can_edit and self._meant(event) is not None

    def press(self, event: QKeyEvent) -> bool:
        """Do what a key asks to be changed; False where it asks for nothing."""
        asked = self._meant(event) if self.can_edit else None
        if asked is None:
            return False
        reason = self.locked()
        if reason and event.key() not in (Key.Key_Space, Key.Key_Escape):
            self.tell(reason)
        else:  # what would change something is refused where it is done
            asked()
        return True

    def _meant(self, event: QKeyEvent) -> Callable[[], object] | None:
        key = event.key()
        held = event.modifiers() & ~Modifier.KeypadModifier
        row, column = self._view.current()
        if event.matches(QKeySequence.StandardKey.Paste):
            return self.finish if self._copied else self.paste
        if self._copied and key in (Key.Key_Return, Key.Key_Enter):
            return self.finish
        if self.coming is not None and key == Key.Key_Escape:
            return self.give_up
        if event.matches(QKeySequence.StandardKey.Cut):
            return self.cut
        if held == Modifier.ControlModifier and key in (Key.Key_D, Key.Key_R):
            return self.fill_down if key == Key.Key_D else self.fill_across
        if key == Key.Key_Space:
            if held == Modifier.ShiftModifier:
                return self.choose_row if row != HEADER else None
            if held == Modifier.ControlModifier:
                return self.choose_column if column != HEADER else None
            return self.toggle if held == Modifier.NoModifier and self._can_toggle() else None
        if held == Modifier.AltModifier and key in _ARROWS:
            return lambda: self.carrying.step(mirrored(key) if self._view.grid.right_to_left else key)
        if held == Modifier.NoModifier and key == Key.Key_Insert:
            return self.add
        if held == Modifier.NoModifier and key == Key.Key_F2:
            return self.rename
        if held == Modifier.NoModifier and key in (Key.Key_Delete, Key.Key_Backspace):
            return self.clear
        return None

    def _can_toggle(self) -> bool:
        """Not a group's name alone, which folds, nor the corner."""
        view = self._view
        row, column = view.current()
        if view.block() is not None or (row != HEADER and column != HEADER):
            return True
        soa = view.sheet.soa
        return soa is not None and (column != HEADER or (row != HEADER and not soa.rows[row].is_group))

    # Marks

    def toggle(self) -> None:
        """Plan all cells that are chosen, or none where all are. On a header alone it first chooses the whole line."""
        view = self._view
        row, column = view.current()
        if HEADER in (row, column) and view.block() is None and not view.chosen():
            view.choose_block((row, column), (row, column))
            return
        self._plan(None)

    def clear(self) -> None:
        """No longer plan what is chosen. On a header alone it deletes nothing: the menu does."""
        if not self._view.chosen():
            self.tell(
                translate("matrix", "Choose cells to empty them. The menu deletes activities and visits.")
            )
            return
        self._plan(False)

    def choose_row(self) -> None:
        """Choose all cells of the cursor's row."""
        row, column = self._view.current()
        self._view.choose_block((row, HEADER), (row, column))

    def choose_column(self) -> None:
        """Choose all cells of the cursor's column."""
        row, column = self._view.current()
        self._view.choose_block((HEADER, column), (row, column))

    def double_click(self, row: int, column: int) -> bool:
        """Plan or no longer plan the cell under the pointer; False where that is not what it asks for."""
        if not self.can_edit or HEADER in (row, column):
            return False
        self._plan(None)
        return True

    def _plan(self, planned: bool | None) -> None:
        view = self._view
        asked = planning(view.sheet, view.chosen(), planned)
        if not isinstance(asked, str):
            view.edit_asked.emit(asked)
        elif asked:
            self.tell(asked)

    def tell(self, text: str) -> None:
        """Say what was not done, and why, where the person looks."""
        announce(self._view, text)
        self._view.told.emit(text)

    # What is typed

    def rename(self) -> None:
        """Type the name of the header that the cursor is on; in a cell, of its visit."""
        row, column = self._view.current()
        self.inline.open(HEADER if column != HEADER else row, column)

    def type_over(self, place: Place, position: QPointF) -> bool:
        """Type what was double-clicked in a header; False where that is not what it asks for."""
        view = self._view
        soa, shown = view.sheet.soa, view.sheet.shown
        if not self.can_edit or soa is None or self.locked():
            return False
        if place.zone is Zone.TITLE:
            row = shown.rows[place.row]
            return not soa.rows[row].is_group and self.inline.open(row, HEADER)
        if place.zone is Zone.VISIT:
            column = shown.columns[place.column]
            part = self._part_at(column, position.y())
            if part is Part.NAME and soa.columns[column].sub_timeline is not None:
                return False  # opens the sub-timeline, as it does in a cell
            return self.inline.open(HEADER, column, part)
        if place.zone in (Zone.EPOCH, Zone.ENCOUNTER):
            runs = shown.epochs if place.zone is Zone.EPOCH else shown.encounters
            run = runs[place.run] if 0 <= place.run < len(runs) else None
            if run is None or not run.entity_id:
                return False
            grid = view.grid
            left = max(grid.column_left(run.start), float(grid.titles_width))
            right = min(grid.column_left(run.start + run.length), float(grid.body_right))
            top, bottom = grid.epoch_top, grid.encounter_top
            if place.zone is Zone.ENCOUNTER:
                top, bottom = grid.encounter_top, grid.visit_top
            area = QRectF(grid.mirrored(left, right - left), top, right - left, bottom - top)
            self.inline.open_run(run.entity_id, run.title, area.toRect())
            return True
        return False

    def _part_at(self, column: int, y: float) -> Part:
        view = self._view
        lines, top = visit_title(view.sheet, view.grid, view.fonts, column)
        line = int((y - top) // view.grid.line) - len(lines)
        return Part.NAME if line < 0 else Part.DAY if line == 0 else Part.WINDOW

    # Fill

    def handle(self) -> Block | None:
        """What the fill handle at the corner would repeat: the block that is chosen, or the cursor's cell."""
        view = self._view
        if not self.can_edit or self.coming is not None or view.also() or not view.hasFocus():
            return None
        block = view.block()
        if block is None and HEADER not in view.current():
            block = block_between(view.sheet, view.current(), view.current())
        return block

    def is_on_handle(self, position: QPointF) -> bool:
        """Whether a point of the viewport lies on the fill handle."""
        block, grid = self.handle(), self._view.grid
        if block is None:
            return False
        x = grid.width - position.x() if grid.right_to_left else position.x()
        across, down = grid.column_left(block.columns.stop) - 3, grid.row_top(block.rows.stop) - 3
        seen = across > grid.titles_width and down > grid.header_height
        return seen and abs(x - across) <= HANDLE_REACH and abs(position.y() - down) <= HANDLE_REACH

    def take(self, place: Place, position: QPointF, *, alone: bool) -> bool:
        """Take hold of the fill handle or, with no key held (`alone`), of a chosen header; whether there is one."""
        if not self.is_on_handle(position):
            return self.can_edit and alone and self.carrying.take(place, position)
        self._filled_from = self.handle()
        return True

    def drag(self, place: Place, position: QPointF) -> bool:
        """Show what the fill does as far as the pointer is, or where what is carried goes; whether either is held."""
        if self.carrying.drag(position):
            return True
        source = self._filled_from
        if source is None:
            return False
        view, shown = self._view, self._view.sheet.shown
        view.bring_into_view(shown.rows[place.row], shown.columns[place.column])
        target = stretched(source, place.row, place.column)
        self._show(filled(view.sheet, source, target) if target != source else None)
        return True

    def drop(self) -> None:
        """What was held was let go of: fill, or put it there."""
        if self.carrying.drop() or self._filled_from is None:
            return
        coming, source = self.coming, self._filled_from
        self.give_up()
        if coming is not None:
            self._ask(coming)
            self._choose(coming.block, source)

    def fill_down(self) -> None:
        """Repeat the first row of the block in the others; in a single row, what is planned in the one above."""
        self._fill(down=True)

    def fill_across(self) -> None:
        """Repeat the first column of the block in the others; in a single column, that of the one before."""
        self._fill(down=False)

    def _fill(self, *, down: bool) -> None:
        view = self._view
        row, column = view.current()
        block = view.block()
        if block is None and HEADER not in (row, column):
            block = block_between(view.sheet, (row, column), (row, column))
        coming = filled_from_beside(view.sheet, block, down) if block is not None else None
        if coming is not None:
            self._ask(coming)

    def _choose(self, block: Block, source: Block) -> None:
        """Choose what was filled; the cursor stays where the fill came from."""
        shown = self._view.sheet.shown
        rows, columns = block.rows, block.columns
        ends = (
            (shown.rows[rows.start], shown.columns[columns.start]),
            (shown.rows[rows.stop - 1], shown.columns[columns.stop - 1]),
        )
        from_start = source.rows.start == rows.start and source.columns.start == columns.start
        one, other = ends if not from_start else (ends[1], ends[0])
        self._view.choose_block(one, other)

    # Cut and paste

    def cut(self) -> None:
        """Copy what is chosen, and no longer plan it."""
        if self._view.copy():
            self._plan(False)

    def paste(self) -> None:
        """Show what the marks on the clipboard would do from the cursor on; Enter pastes them."""
        view = self._view
        if view.sheet.soa is None or not view.sheet.shown.rows or not view.sheet.shown.columns:
            return
        coming = pasted(view.sheet, self._corner(), QGuiApplication.clipboard().text())
        if coming.reason or not coming.cells:
            self.tell(coming.words)
            self._show(coming)
            self.coming = None
            return
        self._copied = QGuiApplication.clipboard().text()
        self._show(coming)

    def follow(self) -> None:
        """The cursor moved: what is being pasted goes where it is."""
        if self._copied and self._view.sheet.soa is not None:
            self._show(pasted(self._view.sheet, self._corner(), self._copied))
        elif self.coming is None:
            self._view.hint.hide()

    def finish(self) -> None:
        """Paste what is shown; where it cannot be pasted it says why again."""
        coming = self.coming
        if coming is None or coming.reason:
            self.tell(coming.words if coming is not None else "")
            return
        self.give_up()
        self._ask(coming)

    def _corner(self) -> tuple[int, int]:
        """Where a paste begins: the first cell of the block, else the cursor's."""
        view = self._view
        block, shown = view.block(), view.sheet.shown
        if block is not None:
            return shown.rows[block.rows.start], shown.columns[block.columns.start]
        return view.current()

    # What is under way

    def give_up(self) -> bool:
        """Change nothing; whether a gesture was under way, or a sentence about one was left."""
        had = self.coming is not None or self._filled_from is not None or not self._view.hint.isHidden()
        had = self.carrying.give_up() or had
        self._filled_from, self._copied = None, ""
        self._show(None)
        return had

    def _show(self, coming: Coming | None) -> None:
        view, grid = self._view, self._view.grid
        self.coming = coming
        view.viewport().update()
        if coming is None:
            view.hint.hide()
            return
        left, top = grid.column_left(coming.block.columns.start), grid.row_top(coming.block.rows.start)
        width = grid.column_left(coming.block.columns.stop) - left
        height = grid.row_top(coming.block.rows.stop) - top
        area = QRectF(grid.mirrored(left, width), top, width, height).toRect()
        body = view.viewport().rect().adjusted(0, grid.header_height, 0, 0)
        keys = translate("matrix", "Enter pastes · Esc gives it up") if self._copied else ""
        view.hint.say(
            coming.words,
            keys if not coming.reason else "",
            area.intersected(body),
            warning=bool(coming.reason),
        )
        announce(view, coming.words)

    def _ask(self, coming: Coming) -> None:
        if coming.gesture is not None:
            self._view.edit_asked.emit(coming.gesture)
        else:
            self.tell(coming.words)
