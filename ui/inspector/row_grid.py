"""Rows as widgets: words on the left, on the right the value, in a box where it can be edited, or its editor."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QGridLayout, QLabel, QWidget

from study.attribute_kinds import Attribute, Kind
from study.language import translate
from ui.inspector.editing.asking import Asking, Place
from ui.inspector.editing.box import Inset, ValueBox
from ui.inspector.editing.editor import FieldEditor
from ui.inspector.labels import ValueLabel
from ui.inspector.rows import Row
from ui.theme import Theme
from ui.widgets.part import text_label

LABEL_WIDTH = 96
_LABEL_WIDEST = 168
_CHOSEN = (Kind.CODE, Kind.CODES, Kind.REFERENCE, Kind.REFERENCES)

Spot = tuple[str, Place]
"""Where on the page something is edited: the section, and the place in the study. One place can stand twice."""


class RowGrid:
    """Makes the rows of one page. `boxes` are those that are made, in their order.

    `width`: how wide the rows can be, in pixels. `editors` are the open ones; `explained` a spot with why it is not
    edited, or was not.
    """

    def __init__(
        self,
        theme: Theme,
        asking: Asking | None,
        editors: Mapping[Spot, FieldEditor],
        explained: tuple[Spot, str] | None,
        *,
        width: int,
        follow: Callable[[str], None],
        ask: Callable[[str], None],
        show: Callable[[str, str], QWidget],
        opened: Callable[[Spot, str], None],
        put: Callable[[Spot, object], None],
    ) -> None:
        self._theme, self._asking = theme, asking
        self._editors, self._explained, self._width = editors, explained, width
        self._follow, self._ask, self._show, self._opened, self._put = follow, ask, show, opened, put
        self.boxes: dict[Spot, QAbstractButton] = {}

    def laid_out(self, rows: Sequence[Row], space: int, *, whole: bool, section: str) -> QGridLayout:
        """A grid of rows; `whole` as `EntityPage` says."""
        grid = QGridLayout()
        grid.setContentsMargins(0, space, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        standing = [self._attribute(row) for row in rows]
        boxed = any(each is not None and each.is_edited for each in standing)
        grid.setVerticalSpacing(3 if boxed else 7)
        names: list[QLabel] = []
        room = self._width - 10 - max(LABEL_WIDTH, min(_LABEL_WIDEST, _widest(rows)))
        at = 0
        for row, attribute in zip(rows, standing, strict=True):
            if whole and not row.words:
                grid.addWidget(self.values(row), at, 0, 1, 2)
                at += 1
                continue
            name = text_label(row.words, "label")
            if whole and not (row.values or row.more):
                grid.addWidget(name, at, 0, 1, 2)
                at += 1
                continue
            names.append(name)
            name.setAlignment(Qt.AlignmentFlag.AlignTop)
            if boxed:
                name.setContentsMargins(0, 3, 0, 2)
            if row.attribute:
                named = translate("inspector", "USDM attribute {name}")
                name.setToolTip(f"<qt>{named.format(name=f'<b>{escape(row.attribute)}</b>')}</qt>")
            grid.addWidget(name, at, 0, Qt.AlignmentFlag.AlignTop)
            spot = (section, row.place) if row.place is not None else None
            editor = self._editors.get(spot) if spot is not None else None
            if spot is not None and attribute is not None and attribute.kind is Kind.FLAG:
                grid.addWidget(self._flag(row, spot, attribute), at, 1)
            elif editor is not None:
                if editor.wide:
                    at += 1
                    grid.addWidget(editor, at, 0, 1, 2)
                else:
                    grid.addWidget(editor, at, 1)
                    at += 1
                    grid.addWidget(editor.notes, at, 0, 1, 2)
                    editor.notes.setVisible(bool(editor.error() or editor.told()))
                editor.show()
            elif row.values:
                value = self._standing(row, spot, attribute) if attribute is not None else self.values(row)
                if boxed and attribute is None:
                    value = Inset(value)
                grid.addWidget(value, at, 1)
            if row.more:
                at += 1
                button = self._show(row.key, row.more)
                # A long word of another language may need the whole width: a column that is too wide cuts all others.
                fits = button.sizeHint().width() <= room
                place = (at, 1, 1, 1) if fits else (at, 0, 1, 2)
                grid.addWidget(button, *place, Qt.AlignmentFlag.AlignLeading)
            if spot is not None and self._explained is not None and spot == self._explained[0]:
                at += 1
                grid.addWidget(self._reason(self._explained[1]), at, 0, 1, 2)
            at += 1
        for name in names:
            name.setFixedWidth(label_width(names))
        return grid

    def box(
        self, label: ValueLabel, spot: Spot, attribute: Attribute, words: str, *, quiet: bool = False
    ) -> ValueBox:
        """A value in a box that opens, or says why it does not; `quiet` without a frame at rest."""
        edits = attribute.is_edited and not self._locked()
        made = ValueBox(label, self._theme, edits=edits, chooses=attribute.kind in _CHOSEN, quiet=quiet)
        reason = attribute.why or self._locked()
        if reason and not edits:
            made.setToolTip(f"<qt>{escape(reason)}</qt>")
            made.setAccessibleDescription(reason)
        else:
            made.setAccessibleDescription(translate("inspector", "Enter or F2 edits it"))
        made.opened.connect(lambda: self._opened(spot, words))
        self.boxes[spot] = made
        return made

    def values(self, row: Row) -> QWidget:
        """The values of a row that cannot be edited."""
        return self._label(row)

    def _standing(self, row: Row, spot: Spot | None, attribute: Attribute) -> QWidget:
        if spot is None:
            return self.values(row)
        if (
            row.more and not attribute.is_edited
        ):  # a long list, whose members are edited each on their own page
            listed = self._label(row)
            listed.setToolTip(f"<qt>{escape(attribute.why)}</qt>")
            return listed
        return self.box(self._label(row), spot, attribute, row.words.strip())

    def _label(self, row: Row) -> ValueLabel:
        label = ValueLabel(row.values, self._theme)
        if row.words.strip():
            named = translate("inspector", "{what}: {value}")
            label.setAccessibleName(named.format(what=row.words.strip(), value=label.accessibleName()))
        label.link_chosen.connect(self._follow)
        label.asked.connect(self._ask)
        return label

    def _attribute(self, row: Row) -> Attribute | None:
        """How the row's place is edited; None where the row only tells."""
        if row.place is None or self._asking is None:
            return None
        stands = self._asking.stands(row.place)
        return stands.attribute if stands is not None else None

    def _locked(self) -> str:
        return self._asking.locked() if self._asking is not None else ""

    def _flag(self, row: Row, spot: Spot, attribute: Attribute) -> QWidget:
        """Yes or no as a check box: what is clicked is kept."""
        stands = self._asking.stands(spot[1]) if self._asking is not None else None
        value = stands is not None and stands.value is True
        made = QCheckBox(translate("inspector", "Yes") if value else translate("inspector", "No"))
        made.setChecked(value)
        made.setMinimumHeight(28)
        made.setEnabled(attribute.is_edited and not self._locked())
        made.setToolTip(f"<qt>{escape(self._locked())}</qt>" if self._locked() else "")
        made.setAccessibleName(row.words.strip())
        made.clicked.connect(lambda checked: self._put(spot, checked))
        self.boxes[spot] = made
        return made

    def _reason(self, why: str) -> QLabel:
        label = text_label(why, "secondary")
        label.setContentsMargins(0, 0, 0, 6)
        return label


def label_width(names: Sequence[QLabel]) -> int:
    """As wide as the names of attributes are in English; wider where another language has longer words."""
    words = [
        (name.fontMetrics(), f"{word}-") for name in names for word in re.split(r"[\s\u00ad]+", name.text())
    ]
    widest = max((metrics.horizontalAdvance(word) for metrics, word in words), default=0)
    return min(max(LABEL_WIDTH, widest + 2), _LABEL_WIDEST)


def _widest(rows: Sequence[Row]) -> int:
    """As wide as the label column of some rows is about to be."""
    return label_width([text_label(row.words, "label") for row in rows])
