"""The sheet of keys as a dialog: in columns, filtered as a person types, scrolled where the screen is small."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from study.language import translate
from ui.shortcuts.rows import KeyGroup, as_text, key_groups
from ui.theme import BODY_PX, font
from ui.widgets.dialog import Dialog
from ui.widgets.focus_ring import FocusRing
from ui.widgets.part import set_part, text_label

_WIDTH, _HEIGHT = 1060, 720
_COLUMN = 320  # the narrowest that titles and keys stand beside one another
_GAP = 36
_HEAD_ROWS = 2  # a heading takes the room of so many rows


class ShortcutsDialog(Dialog):
    """Every key, found by what it does or by its name."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            translate("shortcuts", "Keyboard shortcuts"),
            translate(
                "shortcuts",
                "Every action, with keys or without, is in the menu (F10) and in the palette (Ctrl+K).",
            ),
            QDialogButtonBox(QDialogButtonBox.StandardButton.Close),
        )
        self.field = QLineEdit()
        self.field.setPlaceholderText(translate("shortcuts", "Filter by what it does, or by key"))
        self.field.setAccessibleName(translate("shortcuts", "Filter the shortcuts"))
        self.field.setClearButtonEnabled(True)
        self.field.textChanged.connect(lambda _text: self._fill())
        self.listing = QScrollArea()
        self.listing.setFrameShape(QFrame.Shape.NoFrame)
        self.listing.setWidgetResizable(True)
        self.listing.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.listing.setAccessibleName(translate("shortcuts", "Shortcuts"))
        FocusRing(self.listing)
        self.copy_button = QPushButton(translate("shortcuts", "Copy as text"))
        self.copy_button.setToolTip(
            translate("shortcuts", "What is listed, to paste into a document and print")
        )
        self.copy_button.setAutoDefault(False)
        self.copy_button.clicked.connect(self._copy)
        self.buttons.addButton(self.copy_button, QDialogButtonBox.ButtonRole.ActionRole)
        self.body.addWidget(self.field)
        self.body.addWidget(self.listing, 1)
        self._columns = 0
        self.groups: list[KeyGroup] = []
        room = (
            parent.screen().availableSize() if parent is not None else QGuiApplication.primaryScreen().size()
        )
        self.resize(min(_WIDTH, room.width() - 40), min(_HEIGHT, room.height() - 60))
        self._fill()
        self.field.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        if self._columns_that_fit() != self._columns:
            self._fill()

    def _columns_that_fit(self) -> int:
        return max(1, (self.width() - 60 + _GAP) // (_COLUMN + _GAP))

    def _fill(self) -> None:
        self.groups = key_groups(self.field.text())
        self._columns = self._columns_that_fit()
        page = set_part(QWidget(), "ground")
        beside = QHBoxLayout(page)
        beside.setContentsMargins(0, 0, 12, 0)
        beside.setSpacing(_GAP)
        for column in _parted(self.groups, self._columns):
            below = QVBoxLayout()
            below.setSpacing(18)
            for group in column:
                below.addLayout(_listed(group))
            below.addStretch(1)
            beside.addLayout(below, 1)
        if not self.groups:
            nothing = translate("shortcuts", "No shortcut fits “{phrase}”.").format(phrase=self.field.text())
            beside.addWidget(text_label(nothing, "label"), 0, Qt.AlignmentFlag.AlignTop)
        self.listing.setWidget(page)
        self.copy_button.setEnabled(bool(self.groups))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self.groups))


def _parted(groups: list[KeyGroup], columns: int) -> list[list[KeyGroup]]:
    """The groups in their order, in columns of about the same height; none is parted."""
    heights = [len(group.rows) + _HEAD_ROWS for group in groups]
    parted: list[list[KeyGroup]] = [[] for _ in range(columns)]
    passed, whole = 0, sum(heights)
    for group, height in zip(groups, heights, strict=True):
        middle = passed + height / 2
        parted[min(columns - 1, int(middle * columns / max(1, whole)))].append(group)
        passed += height
    return parted


def _listed(group: KeyGroup) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    head = text_label(group.title)
    head.setFont(font(BODY_PX, 600))
    grid.addWidget(head, 0, 0, 1, 2)
    for place, row in enumerate(group.rows, 1):
        keys = text_label(row.keys)
        keys.setWordWrap(False)
        grid.addWidget(text_label(row.title, "label"), place, 0)
        grid.addWidget(keys, place, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignTrailing)
    return grid
