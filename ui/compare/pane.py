"""The pane of differences: with what the study is compared, a list by area, and both values of the one chosen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from study.differences import Area, StudyDifference, StudyDifferences
from study.language import translate
from study.search_texts import folded
from ui.compare.rows import AREA_NAMES, DifferenceDelegate, row_words, rows_of
from ui.compare.values import Values
from ui.icons import icon
from ui.theme import Theme, system_theme
from ui.widgets.part import set_part, text_label
from ui.widgets.rows import Empty, RowsView


def _idle() -> Empty:
    return Empty(
        "files",
        translate("compare", "Compared with no other study"),
        translate(
            "compare", "Choose another study or a file: what differs is listed here and lit in every view."
        ),
    )


def _same() -> Empty:
    return Empty(
        "circle-check",
        translate("compare", "Nothing differs"),
        translate("compare", "Schedule, footnotes, design and texts say the same in both."),
    )


def _hidden() -> Empty:
    return Empty(
        "list-filter",
        translate("compare", "No difference fits"),
        translate("compare", "Choose all areas, or other words."),
    )


class ComparePane(QWidget):
    """`chosen(StudyDifference)` when a person goes to one; `other_wanted()`, `table_wanted()` and `end_wanted()`."""

    chosen = Signal(object)
    other_wanted = Signal()
    table_wanted = Signal()
    end_wanted = Signal()

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._found: StudyDifferences | None = None
        set_part(self, "pane")
        self.heading = text_label("")
        self.heading.setWordWrap(False)
        self.area = QComboBox()
        self.area.setAccessibleName(translate("compare", "Area"))
        self.area.currentIndexChanged.connect(lambda _index: self._filter())
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("compare", "Filter"))
        self.field.setAccessibleName(translate("compare", "Filter differences"))
        self.field.setClearButtonEnabled(True)
        self.field.setMaximumWidth(200)
        self.field.textChanged.connect(lambda _text: self._filter())
        self._before = self._tool(
            translate("compare", "Previous difference (Shift+F3)"), lambda: self.step(-1)
        )
        self._after = self._tool(translate("compare", "Next difference (F3)"), lambda: self.step(1))
        self.other = QPushButton(translate("compare", "Compare with…"))
        self.other.setAccessibleName(translate("compare", "Compare with another study"))
        self.other.clicked.connect(lambda _checked=False: self.other_wanted.emit())
        self.table = QPushButton(translate("compare", "Other table"))
        self.table.setAccessibleName(translate("compare", "Show the table of the other study"))
        self.table.clicked.connect(lambda _checked=False: self.table_wanted.emit())
        self.end = QPushButton(translate("compare", "End"))
        self.end.setAccessibleName(translate("compare", "End the comparison"))
        self.end.clicked.connect(lambda _checked=False: self.end_wanted.emit())
        bar = QHBoxLayout()
        bar.setContentsMargins(16, 2, 12, 6)
        bar.setSpacing(6)
        bar.addWidget(self.heading, 1)
        for part in (self.area, self.field, self._before, self._after, self.table, self.other, self.end):
            bar.addWidget(part)
        self.list = RowsView(row_words, _idle(), self._theme)
        self.list.setAccessibleName(translate("compare", "Differences"))
        self.list.setItemDelegate(DifferenceDelegate(self.list))
        self.list.chosen.connect(self._choose)
        self.list.current.connect(self._choose)
        self.values = Values(self._theme)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.list)
        self.split.addWidget(self.values)
        self.split.setStretchFactor(0, 3)
        self.split.setStretchFactor(1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(bar)
        column.addWidget(self.split, 1)
        self.set_theme(self._theme)
        self.set_differences(None)

    def set_differences(self, found: StudyDifferences | None, title: str = "") -> None:
        """Shows what differs from the study called `title`; None where it is compared with none."""
        self._found = found
        self.area.blockSignals(True)
        self.area.clear()
        if found is not None:
            counts: Counter[Area] = found.counts()
            self.area.addItem(
                translate("compare", "All areas ({count})").format(count=len(found.items)), None
            )
            for area in Area:
                if counts[area]:
                    name = translate("compare", AREA_NAMES[area])
                    self.area.addItem(
                        translate("compare", "{area} ({count})").format(area=name, count=counts[area]), area
                    )
        self.area.blockSignals(False)
        self.field.clear()
        self.heading.setText(_told(found, title))
        self.heading.setToolTip(_how(found))
        for part in (self.area, self.field, self._before, self._after, self.table, self.end, self.values):
            part.setVisible(found is not None)
        self.other.setText(
            translate("compare", "Another…") if found is not None else translate("compare", "Compare with…")
        )
        self.values.show_difference(None)
        self._filter()

    def shown(self) -> list[StudyDifference]:
        """The differences that the filter leaves, in the order shown."""
        return [item for item in self.list.items() if isinstance(item, StudyDifference)]

    def step(self, by: int) -> None:
        """Goes to the next difference, or the one before; round at the end."""
        items = self.list.items()
        rows = [row for row, item in enumerate(items) if isinstance(item, StudyDifference)]
        if not rows:
            return
        at = self.list.currentIndex().row()
        first = rows[0] if by > 0 else rows[-1]
        row = rows[(rows.index(at) + by) % len(rows)] if at in rows else first
        self.list.set_current_row(row)
        self._choose(items[row])

    def set_theme(self, theme: Theme) -> None:
        """Paints in another theme."""
        self._theme = theme
        self.list.set_theme(theme)
        self.values.set_theme(theme)
        self._before.setIcon(icon("chevron-up", theme.text_2, theme.text_3))
        self._after.setIcon(icon("chevron-down", theme.text_2, theme.text_3))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The list takes the focus. Not as a proxy: Tab would pass by everything else in here."""
        self.list.setFocus(event.reason())

    def _choose(self, item: Any) -> None:
        if isinstance(item, StudyDifference):
            self.values.show_difference(item)
            self.chosen.emit(item)

    def _filter(self) -> None:
        found = self._found
        if found is None:
            self.list.set_empty(_idle())
            self.list.set_items([])
            return
        area, words = self.area.currentData(), folded(self.field.text()).split()
        items = [
            item
            for item in found.items
            if area in (None, item.area)
            and all(word in folded(f"{item.title} {item.sentence} {item.was} {item.now}") for word in words)
        ]
        self.list.set_empty(_hidden() if found.items else _same())
        self.list.set_items(rows_of(items))

    def _tool(self, words: str, call: Callable[[], object]) -> QToolButton:
        button = QToolButton()
        button.setIconSize(QSize(15, 15))
        button.setToolTip(words)
        button.setAccessibleName(words)
        button.clicked.connect(lambda _checked=False: call())
        return button


def _told(found: StudyDifferences | None, title: str) -> str:
    if found is None:
        return ""
    return translate("compare", "%n difference(s) from “{title}”", "", len(found.items)).format(title=title)


def _how(found: StudyDifferences | None) -> str:
    """How it was known what is what."""
    if found is None:
        return ""
    if found.by_id:
        return translate("compare", "Visits, activities and all else were matched by their ids.")
    return translate(
        "compare", "The ids of the two do not mean the same: all was matched by names and by order."
    )
