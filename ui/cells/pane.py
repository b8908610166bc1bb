"""The grid of arms and epochs: what each arm gets in each epoch, to be chosen cell by cell."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QStackedLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from study.arm_grid import ArmGrid, CellPlace
from study.language import translate
from ui.icons import icon
from ui.navigator.typing import NameLine
from ui.theme import Theme, system_theme
from ui.widgets.flow import FlowLayout
from ui.widgets.part import set_part, text_label

_WIDEST, _NARROWEST = 320, 140
_TALLEST = 76


class CellsPane(QWidget):
    """Arms and epochs of the design that is shown.

    Signals: `menu_asked(list of places, QPoint of the screen)` for what can be done with the chosen cells, the
    current one first; `emptied(list of places)`; `chosen(arm, epoch)` where somebody looks; `arm_wanted()`,
    `element_wanted()` for the buttons; `arm_moved(arm, arm or "")`, `epoch_moved(epoch, epoch or "")` to put one
    behind another or at the beginning.
    """

    menu_asked = Signal(object, QPoint)
    emptied = Signal(object)
    chosen = Signal(str, str)
    arm_wanted = Signal()
    element_wanted = Signal()
    arm_moved = Signal(str, str)
    epoch_moved = Signal(str, str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        set_part(self, "pane")
        self.theme = theme or system_theme()
        self.grid = ArmGrid()
        self.name_line: NameLine | None = None
        self.table = _Table()
        self.table.setAccessibleName(translate("cells", "Arms and elements"))
        self.table.setWhatsThis(translate("cells", "Enter chooses the elements of a cell"))
        self.table.installEventFilter(self)
        self.table.viewport().installEventFilter(self)
        self.table.currentCellChanged.connect(lambda *_: self._look())
        self.table.verticalHeader().sectionMoved.connect(
            lambda _logical, old, new: self._dragged(self.table.verticalHeader(), old, new)
        )
        self.table.horizontalHeader().sectionMoved.connect(
            lambda _logical, old, new: self._dragged(self.table.horizontalHeader(), old, new)
        )
        self.arm_button = QPushButton(" " + translate("cells", "Add an arm"))
        self.arm_button.setAccessibleName(translate("cells", "Add an arm"))
        self.arm_button.clicked.connect(lambda _checked=False: self.arm_wanted.emit())
        self.element_button = QPushButton(" " + translate("cells", "Add an element"))
        self.element_button.setAccessibleName(translate("cells", "Add an element"))
        self.element_button.clicked.connect(lambda _checked=False: self.element_wanted.emit())
        said = translate(
            "cells",
            "Enter or a double-click chooses the elements of a cell; Del empties it. Alt and arrows, or a drag of a "
            "heading, put arms and epochs in another order.",
        )
        self._said = text_label(said, "secondary")
        self._nothing = text_label("", "label")
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        buttons = QWidget()
        flow = FlowLayout(buttons, 8)
        flow.addWidget(self.arm_button)
        flow.addWidget(self.element_button)
        top = QVBoxLayout()
        top.setContentsMargins(12, 8, 12, 6)
        top.setSpacing(6)
        top.addWidget(buttons)
        top.addWidget(self._said)
        body = QWidget()
        self._stack = QStackedLayout(body)
        self._stack.addWidget(self.table)
        self._stack.addWidget(self._nothing)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(body, 1)
        self.set_theme(self.theme)
        self.set_grid(None)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        for button in (self.arm_button, self.element_button):
            button.setIcon(icon("plus", theme.text_2, theme.text_3))
        self._fill()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The table takes the focus. Not as a proxy: Tab would pass by the buttons."""
        self.table.setFocus(event.reason())

    def set_grid(self, grid: ArmGrid | None) -> None:
        """Show the grid of a design; None for no study. Where one was stays where it was."""
        here = self.current()
        self.grid = grid or ArmGrid()
        for button in (self.arm_button, self.element_button):
            button.setEnabled(grid is not None)
        if grid is None:
            self._nothing.setText(translate("cells", "Open a study to see its arms here."))
        elif not self.grid.arms:
            self._nothing.setText(translate("cells", "No arms yet. Add the first one: it gets a row here."))
        else:
            self._nothing.setText(
                translate(
                    "cells", "No epochs yet. Add the first one in the navigator: it gets a column here."
                )
            )
        self._stack.setCurrentIndex(0 if self.grid.arms and self.grid.epochs else 1)
        self._fill()
        if here is not None:
            self.go_to(*here)

    def go_to(self, arm: str, epoch: str) -> None:
        """Put the cursor on the cell of an arm in an epoch; on the first of either where one of them is not there."""
        rows, columns = [each[0] for each in self.grid.arms], [each[0] for each in self.grid.epochs]
        if not rows or not columns:
            return
        row = rows.index(arm) if arm in rows else max(0, self.table.currentRow())
        column = columns.index(epoch) if epoch in columns else max(0, self.table.currentColumn())
        row, column = min(row, len(rows) - 1), min(column, len(columns) - 1)
        if (row, column) != (self.table.currentRow(), self.table.currentColumn()):
            self.table.setCurrentCell(row, column)

    def current(self) -> CellPlace | None:
        """The arm and epoch of the cell with the cursor."""
        return self._place(self.table.currentRow(), self.table.currentColumn())

    def places(self) -> list[CellPlace]:
        """The cells that are chosen, the one with the cursor first."""
        current = self.current()
        found = [self._place(each.row(), each.column()) for each in self.table.selectedIndexes()]
        return list(dict.fromkeys(each for each in (current, *found) if each is not None))

    def type_name(
        self, spoken: str, judge: Callable[[str], str], keep: Callable[[str], object], text: str = ""
    ) -> None:
        """Have a name typed over the cell with the cursor."""
        if self.name_line is not None:
            self.name_line.give_up()
        table = self.table

        def over() -> None:
            self.name_line = None
            table.setFocus(Qt.FocusReason.OtherFocusReason)

        def kept(name: str) -> None:
            over()
            keep(name)

        line = NameLine(self, text, spoken, judge, kept, over)
        area = table.visualItemRect(table.currentItem()) if table.currentItem() is not None else self.rect()
        at = table.viewport().mapTo(self, area.topLeft()) if table.isVisible() else QPoint(12, 12)
        area.moveTopLeft(at)
        area.setWidth(max(200, area.width()))
        area.setHeight(30)
        self.name_line = line
        line.lie_over(area)
        line.start()

    def _place(self, row: int, column: int) -> CellPlace | None:
        if 0 <= row < len(self.grid.arms) and 0 <= column < len(self.grid.epochs):
            return self.grid.arms[row][0], self.grid.epochs[column][0]
        return None

    def _fill(self) -> None:
        table, grid = self.table, self.grid
        table.blockSignals(True)
        table.clear()
        table.setRowCount(len(grid.arms))
        table.setColumnCount(len(grid.epochs))
        table.setVerticalHeaderLabels([_line(title) for _, title in grid.arms])
        table.setHorizontalHeaderLabels([_line(title) for _, title in grid.epochs])
        for column, (_, title) in enumerate(grid.epochs):
            head = table.horizontalHeaderItem(column)
            if head is not None:
                head.setToolTip(title)
            for row, (_, arm) in enumerate(grid.arms):
                table.setItem(row, column, self._item(row, column, arm, title))
        for row, (_, title) in enumerate(grid.arms):
            head = table.verticalHeaderItem(row)
            if head is not None:
                head.setToolTip(title)
        table.resizeColumnsToContents()
        for column in range(len(grid.epochs)):
            table.setColumnWidth(column, max(_NARROWEST, min(_WIDEST, table.columnWidth(column) + 16)))
        table.resizeRowsToContents()
        for row in range(len(grid.arms)):
            table.setRowHeight(row, max(32, min(_TALLEST, table.rowHeight(row) + 8)))
        table.blockSignals(False)

    def _item(self, row: int, column: int, arm: str, epoch: str) -> QTableWidgetItem:
        cell = self.grid.at(self.grid.arms[row][0], self.grid.epochs[column][0])
        made = QTableWidgetItem("\n".join(_line(each) for each in cell.titles) if cell.titles else "–")
        if not cell.titles:
            made.setForeground(QColor(self.theme.text_2))
        names = ", ".join(cell.titles) or translate("cells", "nothing")
        spoken = translate("cells", "{arm} in {epoch}: {elements}").format(
            arm=arm, epoch=epoch, elements=names
        )
        made.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
        tip = spoken
        if cell.shared:
            tip = translate("cells", "{cell}. Other cells hold the same.").format(cell=spoken)
        made.setToolTip(tip)
        made.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        return made

    def _look(self) -> None:
        here = self.current()
        if here is not None:
            self.chosen.emit(*here)

    def ask_menu(self) -> None:
        """Ask for what can be done with the cells that are chosen, under the one with the cursor."""
        item = self.table.currentItem()
        if item is not None:
            area = self.table.visualItemRect(item)
            self.menu_asked.emit(
                self.places(), self.table.viewport().mapToGlobal(area.bottomLeft() + QPoint(8, 0))
            )

    # Order

    def _dragged(self, header: QHeaderView, old: int, new: int) -> None:
        """A heading was dragged to another place: ask for that, and have the table as it is until it is done."""
        header.blockSignals(True)
        header.moveSection(new, old)
        header.blockSignals(False)
        is_arm = header is self.table.verticalHeader()
        listed = [each for each, _ in (self.grid.arms if is_arm else self.grid.epochs)]
        behind = self._behind(listed, old, new)
        # What is asked for rebuilds the table, which must not happen while its header tells of a move.
        signal = self.arm_moved if is_arm else self.epoch_moved
        QTimer.singleShot(0, self, lambda: signal.emit(listed[old], behind))

    @staticmethod
    def _behind(listed: list[str], old: int, new: int) -> str:
        """Behind which one the one at `old` stands once it is at `new`; "" for the beginning."""
        others = [each for place, each in enumerate(listed) if place != old]
        return others[new - 1] if new > 0 else ""

    def step(self, key: Qt.Key) -> bool:
        """Ask to move the arm of the cell with the cursor up or down, its epoch to the side; whether it can be."""
        row, column = self.table.currentRow(), self.table.currentColumn()
        if self.current() is None:
            return False
        is_arm = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        later = Qt.Key.Key_Down if is_arm else Qt.Key.Key_Left if mirrored else Qt.Key.Key_Right
        listed = [each for each, _ in (self.grid.arms if is_arm else self.grid.epochs)]
        old = row if is_arm else column
        new = old + (1 if key == later else -1)
        if not 0 <= new < len(listed):
            return False
        (self.arm_moved if is_arm else self.epoch_moved).emit(listed[old], self._behind(listed, old, new))
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter, F2 and a double-click choose; Del empties; Alt and arrows move; the keys for the menu ask for it."""
        if watched is self.table and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key, held = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            opens = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space, Qt.Key.Key_Menu)
            shifted = held == Qt.KeyboardModifier.ShiftModifier and key == Qt.Key.Key_F10
            if shifted or (held == Qt.KeyboardModifier.NoModifier and key in opens):
                self.ask_menu()
                return True
            if held == Qt.KeyboardModifier.NoModifier and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
                self.emptied.emit(self.places())
                return True
            arrows = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right)
            if held == Qt.KeyboardModifier.AltModifier and key in arrows:
                self.step(Qt.Key(key))
                return True
        if watched is self.table.viewport():
            if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonDblClick:
                self.ask_menu()
                return True
            if isinstance(event, QContextMenuEvent):
                if event.reason() != QContextMenuEvent.Reason.Keyboard:
                    self._menu_at(event.pos())
                return True
        return super().eventFilter(watched, event)

    def _menu_at(self, point: QPoint) -> None:
        index: QModelIndex = self.table.indexAt(point)
        if index.isValid() and not self.table.selectionModel().isSelected(index):
            self.table.setCurrentCell(index.row(), index.column())
        if self.current() is not None:
            self.menu_asked.emit(self.places(), self.table.viewport().mapToGlobal(point))


class _Table(QTableWidget):
    """A quiet table: no editing of its own, headers as wide as their words."""

    def __init__(self) -> None:
        super().__init__()
        set_part(self, "grid")
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setFrameShape(QTableWidget.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        leading = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setDefaultAlignment(leading)
            header.setSectionsClickable(True)
            header.setHighlightSections(True)
            header.setSectionsMovable(True)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.verticalHeader().setMaximumWidth(240)


def _line(text: str) -> str:
    return " ".join(text.split())
