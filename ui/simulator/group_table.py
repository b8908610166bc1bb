"""Tables of the simulated group's figures, beside each plot and for the visits."""

from __future__ import annotations

import datetime as dt
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from study.language import number_text
from study.simulation.group_tables import Cell, FigureTable
from ui.dates.locale_dates import LocaleDates
from ui.theme import SECONDARY_PX, font
from ui.widgets.part import set_part
from ui.widgets.text import text_width

Index = QModelIndex | QPersistentModelIndex
_NO_INDEX = QModelIndex()
ROW = 27
_NAME = 150  # pixels of the first column, at least
_PAD = 26


class FigureModel(QAbstractTableModel):
    """A table of figures as Qt's views read it: numbers to the right, dates as the locale writes them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = FigureTable("", (), ())
        self._dates = LocaleDates()

    def set_table(self, table: FigureTable) -> None:
        """Show another table."""
        self.beginResetModel()
        self.table = table
        self.endResetModel()

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of rows."""
        return 0 if parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: Index = _NO_INDEX) -> int:
        """The number of columns."""
        return 0 if parent.isValid() else len(self.table.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """The names of the columns."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.table.columns):
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.table.columns[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """A cell in words."""
        if not index.isValid():
            return None
        value = self.table.rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.text(value)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 0:
            return self.text(value)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        if role == Qt.ItemDataRole.FontRole:
            return font(SECONDARY_PX, tabular=type(value) is not str)
        return None

    def text(self, value: Cell) -> str:
        """A value as people read it; nothing for none, an en dash for a column that does not apply is not made up."""
        if value is None:
            return ""
        if isinstance(value, dt.date):
            return self._dates.plain(value)
        if isinstance(value, int):
            return number_text(value)
        if isinstance(value, float):
            return self._dates.locale.toString(value, "f", 1)
        return value

    def _alignment(self, column: int) -> int:
        first = next((row[column] for row in self.table.rows if row[column] is not None), "")
        side = (
            Qt.AlignmentFlag.AlignTrailing if type(first) in (int, float) else Qt.AlignmentFlag.AlignLeading
        )
        return int(side | Qt.AlignmentFlag.AlignVCenter)


class FigureView(QTableView):
    """One table. `chosen(key)`: Enter or a double click on a row that is about a visit. As high as `rows` rows."""

    chosen = Signal(str)

    def __init__(self, rows: int = 8, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self.figures = FigureModel(self)
        set_part(self, "grid")
        self.setModel(self.figures)
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
        self.verticalHeader().setDefaultSectionSize(ROW)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setFont(font(SECONDARY_PX, 600))
        self.activated.connect(self._activated)

    def set_table(self, table: FigureTable) -> None:
        """Show another table."""
        self.figures.set_table(table)
        self.setAccessibleName(table.name)
        self.updateGeometry()
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as its rows, up to so many."""
        shown = max(2, min(self._rows, len(self.figures.table.rows)))
        return QSize(320, self.horizontalHeader().sizeHint().height() + shown * ROW + 12)

    def minimumSizeHint(self) -> QSize:
        """The same height, narrow."""
        return QSize(200, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The first column takes what is left."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        table, face, bold = self.figures.table, font(SECONDARY_PX), font(SECONDARY_PX, 600)
        if not table.columns:
            return
        widths = []
        for column, name in enumerate(table.columns):
            texts = {self.figures.text(row[column]) for row in table.rows}
            widest = max((text_width(text, face) for text in texts), default=0.0)
            widths.append(round(max(widest, text_width(name, bold)) + _PAD))
        room = self.viewport().width()
        if type(next((row[0] for row in table.rows), 0)) is str:
            widths[0] = max(_NAME, min(widths[0], room - sum(widths[1:])))
            widths[0] += max(0, min(room - sum(widths), 160))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def _activated(self, index: QModelIndex) -> None:
        keys = self.figures.table.keys
        if 0 <= index.row() < len(keys):
            self.chosen.emit(keys[index.row()])
