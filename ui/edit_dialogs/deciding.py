"""Edits that did not fit beside what others did, decided field by field: keep theirs, or put mine again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.open_study import OpenStudy
from services.journal import JournalEntry
from study.change_set import ChangeSet
from study.language import translate
from ui.history.told import FieldWords
from ui.widgets.dialog import Dialog, ok_cancel
from ui.widgets.part import set_part, text_label

if TYPE_CHECKING:
    from study.commands.put_again import Field, PutAgain


_LONGEST = 72  # characters of a value beside its button; all of it is in the tooltip
_LINES = 420  # pixels of height, at most, before the list scrolls


@dataclass
class Row:
    """One field with its two buttons."""

    field: Field
    theirs: QRadioButton
    mine: QRadioButton


@dataclass
class Decision:
    """One edit and what was decided of it."""

    entry: JournalEntry
    made: ChangeSet
    rows: list[Row] = field(default_factory=list)

    def command(self) -> PutAgain | None:
        """What puts the chosen fields again; None where theirs are kept throughout."""
        from study.commands.put_again import put_again

        chosen = tuple(row.field for row in self.rows if row.mine.isChecked())
        return put_again(self.made, chosen) if chosen else None


class DecideDialog(Dialog):
    """Shows each edit that waits for a decision, and of each field what it was, what it is now, and mine."""

    def __init__(
        self, study: OpenStudy, edits: Sequence[tuple[JournalEntry, ChangeSet]], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            parent,
            translate("dialogs", "Decide about %n edit(s)", "", len(edits)),
            translate(
                "dialogs",
                "Somebody else was quicker. Keep what stands there now, or put yours again; what you put again is a "
                "new step, which can be undone.",
            ),
            ok_cancel(),
        )
        self.setMinimumWidth(560)
        self.decisions: list[Decision] = []
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(12)
        for entry, made in edits:
            decision = Decision(entry, made)
            self.decisions.append(decision)
            self._edit(column, study, decision)
        column.addStretch(1)
        scroll = QScrollArea()
        for part in (scroll, inside):
            set_part(part, "ground")
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setAccessibleName(translate("dialogs", "Edits to decide about"))
        scroll.setWidget(inside)
        scroll.setMinimumHeight(min(_LINES, inside.sizeHint().height() + 8))
        all_row = QHBoxLayout()
        self.all_theirs = QPushButton(translate("dialogs", "Keep all of theirs"))
        self.all_mine = QPushButton(translate("dialogs", "Put all of mine again"))
        self.all_theirs.clicked.connect(lambda _checked=False: self._all(mine=False))
        self.all_mine.clicked.connect(lambda _checked=False: self._all(mine=True))
        for button in (self.all_theirs, self.all_mine):
            button.setAutoDefault(False)
            all_row.addWidget(button)
        all_row.addStretch(1)
        self.body.addLayout(all_row)
        self.body.addWidget(scroll, 1)
        self.buttons.button(QDialogButtonBox.StandardButton.Ok).setText(translate("dialogs", "Decide"))
        self.buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(translate("dialogs", "Later"))

    def _edit(self, column: QVBoxLayout, study: OpenStudy, decision: Decision) -> None:
        from study.commands.naming import shortened
        from study.commands.put_again import fields_of

        column.addWidget(text_label(shortened(decision.made.title, 160), "title"))
        if decision.entry.reason:
            column.addWidget(text_label(decision.entry.reason, "secondary"))
        words = FieldWords(decision.made, study.document)
        fields = fields_of(decision.made, study.document, study.annexe)
        for each in fields:
            if not each.is_done:
                self._field(column, decision, words, each)
        if not decision.rows:
            said = translate("dialogs", "All of it stands in the study already: there is nothing to decide.")
            column.addWidget(text_label(said, "label"))

    def _field(self, column: QVBoxLayout, decision: Decision, words: FieldWords, each: Field) -> None:
        from study.commands.naming import shortened

        card = QFrame()
        set_part(card, "card")
        lines = QVBoxLayout(card)
        lines.setContentsMargins(12, 8, 12, 8)
        lines.setSpacing(4)
        about = words.about(each.change)
        lines.addWidget(text_label(about, "label"))
        before = translate("dialogs", "Before: {value}").format(value=words.value(each.change, each.base))
        lines.addWidget(text_label(before, "secondary"))
        now = translate("dialogs", "As it is now: {value}").format(
            value=words.value(each.change, each.theirs)
        )
        own = translate("dialogs", "Mine: {value}").format(value=words.value(each.change, each.mine))
        theirs, mine = QRadioButton(shortened(now, _LONGEST)), QRadioButton(shortened(own, _LONGEST))
        group = QButtonGroup(card)
        for button, said in ((theirs, now), (mine, own)):
            button.setToolTip(said)
            button.setAccessibleName(
                translate("dialogs", "{field}. {choice}").format(field=about, choice=said)
            )
            group.addButton(button)
            lines.addWidget(button)
        if each.why_not:
            mine.setEnabled(False)
            mine.setToolTip(each.why_not)
            lines.addWidget(text_label(each.why_not, "warning"))
        (theirs if each.is_met or each.why_not else mine).setChecked(True)
        column.addWidget(card)
        decision.rows.append(Row(each, theirs, mine))

    def _all(self, *, mine: bool) -> None:
        for decision in self.decisions:
            for row in decision.rows:
                button = row.mine if mine and row.mine.isEnabled() else row.theirs
                button.setChecked(True)
