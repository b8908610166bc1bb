"""A decision table: a column for each thing that is compared, a row for each case, and its outcome at the end.

A cell is typed into ("< 18", "18 to 75", "low, high", nothing for any value) or opened with Alt+Down for fields.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QBrush, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QPushButton,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from study.language import translate
from study.rules.cell_input import CellError, cell_text, read_cell
from study.rules.evaluate import Evaluated
from study.rules.kinds import Trouble, troubles
from study.rules.model import MOST_COLUMNS, MOST_ROWS, Cell, Operand, terms_in
from study.rules.sentence import operand_words
from study.rules.ways import ELSE, WayRow, WayTable, rules_of
from ui.accessible import announce
from ui.icons import icon
from ui.rules.asking import AskingField
from ui.rules.fields import Setting, capital, pictured
from ui.rules.operands import is_open
from ui.widgets.dialog import Dialog, ok_cancel
from ui.widgets.part import set_part, text_label

Index = QModelIndex | QPersistentModelIndex
OutcomeWords = Callable[[str], str]
_PLAIN: Final = Qt.KeyboardModifier.NoModifier


class TableEditor(QWidget):
    """Edits a WayTable as a grid. `changed` follows every change."""

    changed = Signal()

    def __init__(self, setting: Setting, outcomes: Sequence[tuple[str, str]]) -> None:
        """`outcomes`: what a row can come to, with what a person calls it."""
        super().__init__()
        self.setting = setting
        self.outcomes = list(outcomes)
        self.columns: list[Operand] = []
        self.rows: list[WayRow] = []
        self._errors: dict[tuple[int, int], str] = {}
        self._lit: Evaluated | None = None
        self.grid = _Grid(self)
        set_part(self.grid, "grid")
        self.grid.setAccessibleName(translate("rules", "Decision table"))
        self.grid.setItemDelegate(_CellDelegate(self))
        self.grid.itemChanged.connect(self._typed)
        self.grid.horizontalHeader().sectionClicked.connect(self._choose_column)
        self.grid.customContextMenuRequested.connect(self._menu)
        self.error = text_label("", "warning")
        self.error.hide()
        self.hint = text_label(
            translate(
                "rules",
                "Type into a cell: < 18, 18 to 75, low, high; nothing for any value. Rows are tried from the top.",
            ),
            "secondary",
        )
        self.add_row = self._link(translate("rules", "Row"), lambda: self.insert_row(len(self.rows)))
        self.add_column = self._link(translate("rules", "Column"), self.insert_column)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        foot.addWidget(self.add_row)
        foot.addWidget(self.add_column)
        foot.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.grid)
        column.addLayout(foot)
        column.addWidget(self.error)
        column.addWidget(self.hint)

    def _link(self, words: str, act: Callable[[], object]) -> QPushButton:
        made = pictured(set_part(QPushButton(words), "link"), self.setting.theme, "plus", "accent")
        made.setAutoDefault(False)
        made.setAccessibleName(translate("rules", "Add: {what}").format(what=words))
        made.clicked.connect(lambda _checked: act())
        return made

    # What it shows

    def set_table(self, table: WayTable) -> None:
        """Show another table; tells nobody."""
        self.columns, self.rows = list(table.columns), list(table.rows)
        self._errors.clear()
        self._lit = None
        self._fill()

    def table(self, of: WayTable) -> WayTable:
        """`of` with the columns and rows that stand here."""
        return replace(of, columns=tuple(self.columns), rows=tuple(self.rows))

    def outcome_words(self, outcome: str) -> str:
        """What a person calls an outcome."""
        return dict(self.outcomes).get(outcome, outcome)

    def set_outcomes(self, outcomes: Sequence[tuple[str, str]]) -> None:
        """Other words for what a row can come to."""
        if list(outcomes) != self.outcomes:
            self.outcomes = list(outcomes)
            self._fill()

    def _fill(self) -> None:
        grid = self.grid
        held = grid.blockSignals(True)
        at = (grid.currentRow(), grid.currentColumn())
        grid.setRowCount(len(self.rows))
        grid.setColumnCount(len(self.columns) + 1)
        for place, operand in enumerate(self.columns):
            words = capital(operand_words(operand))
            head = QTableWidgetItem(words)
            head.setToolTip(translate("rules", "{column}. Click to choose another.").format(column=words))
            if is_open(operand) or self._why_unknown(operand):
                head.setForeground(QBrush(self.setting.theme.warning))
            grid.setHorizontalHeaderItem(place, head)
        grid.setHorizontalHeaderItem(len(self.columns), QTableWidgetItem(translate("rules", "Then")))
        for number in range(len(self.rows)):
            self._fill_row(number)
        grid.blockSignals(held)
        grid.fit()
        if at[0] >= 0 and at[0] < len(self.rows):
            grid.setCurrentCell(at[0], min(max(0, at[1]), len(self.columns)))
        self._judge()

    def _fill_row(self, number: int) -> None:
        grid, theme, row = self.grid, self.setting.theme, self.rows[number]
        told = self._lit.cells[number] if self._lit is not None and number < len(self._lit.cells) else ()
        decided = self._lit is not None and self._lit.row == number + 1
        head = QTableWidgetItem(str(number + 1))
        if decided:
            head.setForeground(QBrush(theme.accent))
        grid.setVerticalHeaderItem(number, head)
        for place, operand in enumerate((*self.columns, None)):
            text = (
                self.outcome_words(row.outcome) if operand is None else cell_text(operand, row.cells[place])
            )
            item = QTableWidgetItem(text)
            spoken = text or translate("rules", "any value")
            name = operand_words(operand) if operand is not None else translate("rules", "Then")
            where = translate("rules", "Row {row}, {column}: {value}").format(
                row=number + 1, column=name, value=spoken
            )
            error = self._errors.get((number + 1, place + 1), "")
            if error:
                where = f"{where}. {error}"
                item.setBackground(QBrush(theme.warning_soft))
                item.setForeground(QBrush(theme.warning))
                item.setIcon(icon("triangle-alert", theme.warning))
            elif place < len(told):
                picture, color = {
                    1.0: ("circle-check", theme.ok),
                    0.0: ("circle-x", theme.text_3),
                }.get(told[place], ("circle-help", theme.warning))
                item.setIcon(icon(picture, color))
            if decided and not error:
                item.setBackground(QBrush(theme.accent_soft))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, where)
            item.setToolTip(error or spoken)
            grid.setItem(number, place, item)

    def show_marks(self, came_to: Evaluated | None) -> None:
        """Light the row that decided with sample data, and mark the cells that were looked at; None for no data."""
        self._lit = came_to
        held = self.grid.blockSignals(True)
        for number in range(len(self.rows)):
            self._fill_row(number)
        self.grid.blockSignals(held)

    # What is wrong

    def _judge(self) -> None:
        """Marks what cannot be compared, by row and column."""
        found = self.troubles()
        errors: dict[tuple[int, int], str] = {}
        for each in found:
            if each.row and each.column:
                errors.setdefault((each.row, each.column), each.text)
        if errors != self._errors:
            self._errors = errors
            held = self.grid.blockSignals(True)
            for number in range(len(self.rows)):
                self._fill_row(number)
            self.grid.blockSignals(held)
        first = found[0].placed if found else ""
        self.error.setText(first)
        self.error.setVisible(bool(first))

    def troubles(self) -> tuple[Trouble, ...]:
        """All that is wrong with what stands here."""
        if not self.columns or not self.rows:
            return (Trouble(translate("rules", "A table needs a row and a column.")),)
        made = WayTable(tuple(self.columns), tuple(self.rows))
        found = troubles(rules_of(made, ("x",))["x"])
        for number, operand in enumerate(self.columns, 1):
            reason = self._why_unknown(operand)
            if reason:
                text = translate("rules", "Column {column}: {trouble}").format(column=number, trouble=reason)
                found = (*found, Trouble(text))
        return found

    def _why_unknown(self, operand: Operand) -> str:
        """Why a column cannot be compared in this study, such as an activity that is deleted; "" where it can."""
        reasons = (self.setting.words.why_unknown(term) for term in terms_in(operand))
        return next((reason for reason in reasons if reason), "")

    def say(self, text: str) -> None:
        """A sentence beneath the table, and to assistive technology."""
        self.error.setText(text)
        self.error.setVisible(bool(text))
        if text:
            announce(self, text)

    # Editing

    def _typed(self, item: QTableWidgetItem) -> None:
        row, place = item.row(), item.column()
        if place >= len(self.columns) or row >= len(self.rows):
            return
        typed = item.text()
        try:
            cell = read_cell(typed, self.columns[place], self.setting.words)
        except CellError as error:
            held = self.grid.blockSignals(True)
            self._fill_row(row)
            self.grid.blockSignals(held)
            self.say(
                translate("rules", "Row {row}, column {column}: {trouble}").format(
                    row=row + 1,
                    column=place + 1,
                    trouble=translate("rules", "“{typed}” was not kept. {reason}").format(
                        typed=typed[:40], reason=error
                    ),
                )
            )
            return
        self.set_cell(row, place, cell)

    def set_cell(self, row: int, place: int, cell: Cell) -> None:
        """Have a cell ask something else."""
        cells = list(self.rows[row].cells)
        cells[place] = cell
        self.rows[row] = replace(self.rows[row], cells=tuple(cells))
        self._refill(row)

    def set_outcome(self, row: int, outcome: str) -> None:
        """Have a row come to something else."""
        self.rows[row] = replace(self.rows[row], outcome=outcome)
        self._refill(row)

    def _refill(self, row: int) -> None:
        held = self.grid.blockSignals(True)
        self._fill_row(row)
        self.grid.blockSignals(held)
        self._judge()
        self.changed.emit()

    def insert_row(self, at: int) -> None:
        """One more row, which asks nothing yet."""
        if len(self.rows) >= MOST_ROWS:
            self.say(
                translate("rules", "A rule has at most {rows} rows and {columns} columns. Split it.").format(
                    rows=MOST_ROWS, columns=MOST_COLUMNS
                )
            )
            return
        used = self.rows[at - 1].outcome if 0 < at <= len(self.rows) else self._first_outcome()
        self.rows.insert(at, WayRow(tuple(Cell() for _ in self.columns), used))
        self._lit = None
        self._fill()
        self.grid.setCurrentCell(at, 0)
        self.grid.setFocus()
        self.changed.emit()

    def _first_outcome(self) -> str:
        return next((key for key, _ in self.outcomes if key != ELSE), ELSE)

    def insert_column(self) -> None:
        """One more thing to compare, which a person chooses."""
        if len(self.columns) >= MOST_COLUMNS:
            self.say(
                translate("rules", "A rule has at most {rows} rows and {columns} columns. Split it.").format(
                    rows=MOST_ROWS, columns=MOST_COLUMNS
                )
            )
            return
        chosen = self._ask_operand(None)
        if chosen is not None:
            self.add_operand(chosen)

    def add_operand(self, operand: Operand) -> None:
        """A column for something to compare."""
        self.columns.append(operand)
        self.rows = [replace(row, cells=(*row.cells, Cell())) for row in self.rows]
        if not self.rows:
            self.rows.append(WayRow((Cell(),), self._first_outcome()))
        self._lit = None
        self._fill()
        self.grid.setCurrentCell(0, len(self.columns) - 1)
        self.grid.setFocus()
        self.changed.emit()

    def _ask_operand(self, operand: Operand | None) -> Operand | None:
        from ui.rules.choosing import OperandDialog

        dialog = OperandDialog(self.setting, operand, self.window())
        dialog.exec()
        dialog.deleteLater()
        return dialog.chosen

    def _choose_column(self, place: int) -> None:
        if place >= len(self.columns):
            return
        chosen = self._ask_operand(self.columns[place])
        if chosen is not None and chosen != self.columns[place]:
            self.columns[place] = chosen
            self._lit = None
            self._fill()
            self.changed.emit()

    def remove_row(self, row: int) -> None:
        """Take a row out."""
        if 0 <= row < len(self.rows):
            self.rows.pop(row)
            self._lit = None
            self._fill()
            self.changed.emit()

    def remove_column(self, place: int) -> None:
        """Take a column out, with what it asks."""
        if 0 <= place < len(self.columns):
            self.columns.pop(place)
            self.rows = [
                replace(row, cells=(*row.cells[:place], *row.cells[place + 1 :])) for row in self.rows
            ]
            self._lit = None
            self._fill()
            self.changed.emit()

    def move_row(self, row: int, step: int) -> None:
        """Move a row: the first that fits decides."""
        to = row + step
        if 0 <= row < len(self.rows) and 0 <= to < len(self.rows):
            self.rows.insert(to, self.rows.pop(row))
            self._lit = None
            self._fill()
            self.grid.setCurrentCell(to, self.grid.currentColumn())
            self.changed.emit()

    def open_cell(self, row: int, place: int) -> None:
        """The fields of a cell, or the choice of an outcome."""
        if not 0 <= row < len(self.rows):
            return
        if place >= len(self.columns):
            item = self.grid.item(row, place)
            if item is not None:
                self.grid.editItem(item)
            return
        dialog = CellDialog(self.setting, self.columns[place], self.rows[row].cells[place], self.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.chosen is not None:
            self.set_cell(row, place, dialog.chosen)
        self.grid.setFocus(Qt.FocusReason.PopupFocusReason)

    def _menu(self, point: QPoint) -> None:
        row, place = self.grid.currentRow(), self.grid.currentColumn()
        menu = self.menu(row, place)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.grid.viewport().mapToGlobal(point))

    def menu(self, row: int, place: int) -> QMenu:
        """What can be done at a cell."""
        menu = QMenu(self)
        if 0 <= row < len(self.rows):
            menu.addAction(translate("rules", "Open the cell…\tAlt+Down"), lambda: self.open_cell(row, place))
            menu.addSeparator()
            menu.addAction(translate("rules", "Insert a row above"), lambda: self.insert_row(row))
            menu.addAction(translate("rules", "Insert a row below\tCtrl++"), lambda: self.insert_row(row + 1))
            menu.addAction(translate("rules", "Move the row up\tAlt+Up"), lambda: self.move_row(row, -1))
            menu.addAction(
                translate("rules", "Move the row down\tAlt+Shift+Down"), lambda: self.move_row(row, 1)
            )
            menu.addAction(translate("rules", "Remove the row\tCtrl+Del"), lambda: self.remove_row(row))
        if 0 <= place < len(self.columns):
            menu.addSeparator()
            menu.addAction(
                translate("rules", "Choose what the column compares…"), lambda: self._choose_column(place)
            )
            menu.addAction(translate("rules", "Remove the column"), lambda: self.remove_column(place))
        return menu

    def key(self, event: QKeyEvent) -> bool:
        """Does what a key means in the grid; whether it means something."""
        row, place = self.grid.currentRow(), self.grid.currentColumn()
        key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        alt, control = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        if held == alt and key == Qt.Key.Key_Down:
            self.open_cell(row, place)
        elif held == alt and key == Qt.Key.Key_Up:
            self.move_row(row, -1)
        elif held == alt | shift and key == Qt.Key.Key_Down:
            self.move_row(row, 1)
        elif held == control and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove_row(row)
        elif control & held and key == Qt.Key.Key_Plus:
            self.insert_row(row + 1)
        elif (
            held == _PLAIN and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and place < len(self.columns)
        ):
            if row >= 0:
                self.set_cell(row, place, Cell())
        else:
            return False
        return True


class _Grid(QTableWidget):
    """As high as its rows, up to a limit; every cell is typed into."""

    _HIGHEST = 330

    def __init__(self, editor: TableEditor) -> None:
        super().__init__()
        self._editor = editor
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setWordWrap(False)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        header.setMinimumSectionSize(110)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setStretchLastSection(True)
        down = self.verticalHeader()
        down.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        down.setDefaultSectionSize(32)
        down.setHighlightSections(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def fit(self) -> None:
        """Columns as wide as their words need, within reason; as high as the rows."""
        for place in range(self.columnCount() - 1):
            self.resizeColumnToContents(place)
            head = self.horizontalHeaderItem(place)
            wide = self.fontMetrics().horizontalAdvance(head.text()) + 36 if head is not None else 0
            self.setColumnWidth(place, min(260, max(130, wide, self.columnWidth(place) + 12)))
        height = self.horizontalHeader().sizeHint().height() + 32 * self.rowCount() + 14
        self.setFixedHeight(min(self._HIGHEST, max(96, height)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The table's own keys, then the grid's; Enter types."""
        if self._editor.key(event):
            event.accept()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() == _PLAIN:
            item = self.currentItem()
            if self.state() != QAbstractItemView.State.EditingState:
                self.editItem(item)
            event.accept()
            return
        super().keyPressEvent(event)


class _CellDelegate(QStyledItemDelegate):
    """A line to type in for a test, a drop-down for an outcome; the ground that a cell was given, under both."""

    def __init__(self, editor: TableEditor) -> None:
        super().__init__(editor)
        self._table = editor

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The ground first: the style sheet paints none."""
        ground = index.data(Qt.ItemDataRole.BackgroundRole)
        if isinstance(ground, QBrush):
            painter.fillRect(option.rect, ground)
        super().paint(painter, option, index)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """By the column."""
        if index.column() < len(self._table.columns):
            made = super().createEditor(parent, option, index)
            if isinstance(made, QLineEdit):
                made.setPlaceholderText(translate("rules", "any value"))
            return made
        box = QComboBox(parent)
        for key, words in self._table.outcomes:
            box.addItem(words, key)

        def picked(_row: int) -> None:
            self.commitData.emit(box)
            self.closeEditor.emit(box)

        box.activated.connect(picked)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands there now."""
        if isinstance(editor, QComboBox):
            outcome = self._table.rows[index.row()].outcome
            editor.setCurrentIndex(max(0, editor.findData(outcome)))
            return
        super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """An outcome is kept by what it is, a test by what was typed."""
        if isinstance(editor, QComboBox):
            self._table.set_outcome(index.row(), str(editor.currentData()))
            return
        super().setModelData(editor, model, index)

    def displayText(self, value: Any, locale: Any) -> str:
        """A cell that asks nothing says so."""
        return super().displayText(value, locale) or translate("rules", "any")


class CellDialog(Dialog):
    """What a cell asks, as fields; `chosen` once it was agreed to."""

    def __init__(self, setting: Setting, column: Operand, cell: Cell, parent: QWidget | None = None) -> None:
        super().__init__(parent, capital(operand_words(column)), "", ok_cancel())
        self.chosen: Cell | None = None
        self.asked = AskingField(setting, operand_words(column), any_value=True)
        self.asked.set_left(column)
        self.asked.set_cell(cell)
        self.error = text_label("", "warning")
        self.body.addWidget(self.asked)
        self.body.addWidget(self.error)
        self.asked.changed.connect(self._tell)
        self._tell()
        self.asked.sign.setFocus()

    def _tell(self) -> None:
        cell = self.asked.cell()
        reason = self.asked.why_not()
        self.error.setText(reason)
        self.error.setVisible(bool(reason))
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(cell is not None and not reason)

    def accept(self) -> None:
        """Keep what is asked."""
        cell = self.asked.cell()
        if cell is None or self.asked.why_not():
            return
        self.chosen = cell
        super().accept()
