"""What the builder is made of: its cards in two columns, its buttons, its size. What they do is the dialog's."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from study.language import translate
from ui.rules.conditions import ConditionsEditor
from ui.rules.fields import Choice, Setting, pictured
from ui.rules.lines import Lines, card, head, label
from ui.rules.settings import SettingsPane
from ui.rules.subject import Subject
from ui.rules.table import TableEditor
from ui.rules.trying_card import TryingCard
from ui.theme import Theme
from ui.widgets.dialog import Dialog
from ui.widgets.part import set_part, text_label

_NARROW = 900
_WIDEST, _HIGHEST = 1160, 790


class RuleFrame(Dialog):
    """The fields of a rule, empty, and what is told of it beside them. Nothing in it does anything yet."""

    def __init__(
        self,
        subject: Subject,
        theme: Theme,
        ways: Sequence[str],
        way: str,
        parent: QWidget | None = None,
        *,
        next_one: bool = False,
    ) -> None:
        """`ways` of the decision, of which `way` is chosen at first; `next_one`: whether another condition waits."""
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel
        )
        super().__init__(parent, subject.title, "", buttons)
        self.subject = subject
        self.setting = Setting(subject.words, theme)
        self._build_frame()
        self._build_text()
        self._build_rule(ways, way)
        self._left.addStretch(1)
        self._build_told()
        self._right.addStretch(1)
        self._build_buttons(next_one)

    def _build_frame(self) -> None:
        self.setSizeGripEnabled(True)
        inside = set_part(QWidget(), "ground")
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, inside)
        self._columns.setContentsMargins(0, 0, 4, 0)
        self._columns.setSpacing(16)
        left, right = QWidget(), QWidget()
        self._columns.addWidget(left, 19)
        self._columns.addWidget(right, 11)
        self._left, self._right = QVBoxLayout(left), QVBoxLayout(right)
        for each in (self._left, self._right):
            each.setContentsMargins(0, 0, 0, 0)
            each.setSpacing(8)
        self.area = set_part(QScrollArea(), "clear")
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.area, 1)
        self._column.setStretch(self._column.indexOf(self.buttons) - 1, 1)

    def _build_text(self) -> None:
        frame, column = card()
        line = QHBoxLayout()
        line.addWidget(head(translate("rules", "The protocol says")), 1)
        if self.subject.whose not in self.subject.title:
            line.addWidget(label(self.subject.whose))
        column.addLayout(line)
        said = self.subject.text or translate("rules", "Nothing is said.")
        self.text = text_label(said, "", selectable=True)
        self.text.setAccessibleName(translate("rules", "The protocol says: {text}").format(text=said))
        column.addWidget(self.text)
        if self.subject.look:
            column.addWidget(text_label(self.subject.look, "warning"))
        self._left.addWidget(frame)
        self.offer_frame, offered = card("offer")
        self.offer_text = text_label("")
        self.offer_rest = text_label("", "secondary")
        self.offer_take = set_part(QPushButton(translate("rules", "Use this rule")), "link")
        self.offer_take.setAutoDefault(False)
        row = QHBoxLayout()
        row.addWidget(self.offer_take)
        row.addStretch(1)
        offered.addWidget(self.offer_text)
        offered.addWidget(self.offer_rest)
        offered.addLayout(row)
        self._left.addWidget(self.offer_frame)

    def _build_rule(self, ways: Sequence[str], way: str) -> None:
        frame, column = card()
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(head(translate("rules", "The rule")))
        line.addStretch(1)
        segments = set_part(QFrame(), "segments")
        row = QHBoxLayout(segments)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(2)
        self.as_conditions = _segment(translate("rules", "Conditions"))
        self.as_table = _segment(translate("rules", "Table"))
        row.addWidget(self.as_conditions)
        row.addWidget(self.as_table)
        line.addWidget(segments)
        self.examples = QPushButton(translate("rules", "Start from an example"))
        self.examples.setAutoDefault(False)
        pictured(self.examples, self.setting.theme, "chevron-down")
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.examples.setLayoutDirection(
            Qt.LayoutDirection.LeftToRight if mirrored else Qt.LayoutDirection.RightToLeft
        )  # the sign that something opens stands behind the words
        line.addWidget(self.examples)
        column.addLayout(line)
        offered = [(each, self.subject.way_words(each)) for each in ways]
        self.way = Choice(translate("rules", "The way"), offered, way)
        self._way_row = QWidget()
        row = QHBoxLayout(self._way_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label(translate("rules", "The way"), self.way))
        row.addWidget(self.way, 1)
        column.addWidget(self._way_row)
        self.conditions = ConditionsEditor(self.setting)
        self.table = TableEditor(self.setting, ())
        self.trouble = text_label("", "warning")
        for widget in (self.conditions, self.table, self.trouble):
            column.addWidget(widget)
        self._left.addWidget(frame)
        frame, column = card()
        self.settings = SettingsPane()
        column.addWidget(self.settings)
        self._left.addWidget(frame)

    def _build_told(self) -> None:
        frame, column = card()
        column.addWidget(head(translate("rules", "In words")))
        self.sentence = text_label("", "", selectable=True)
        column.addWidget(self.sentence)
        self._right.addWidget(frame)
        self.trying = TryingCard(self.setting)
        self._right.addWidget(self.trying)
        self._impact_frame, column = card()
        column.addWidget(
            head(
                translate("rules", "What it does to the decision")
                if self.subject.is_decision
                else translate("rules", "What the rows come to")
            )
        )
        self.impact = Lines()
        column.addWidget(self.impact)
        self._right.addWidget(self._impact_frame)

    def _build_buttons(self, next_one: bool) -> None:
        self.save = self.buttons.button(QDialogButtonBox.StandardButton.Save)
        self.save.setText(translate("rules", "Save the rule"))
        self.clear = QPushButton(translate("rules", "Clear the rule"))
        self.next = QPushButton(translate("rules", "Save, and the next condition"))
        self.buttons.addButton(self.clear, QDialogButtonBox.ButtonRole.ResetRole)
        self.buttons.addButton(self.next, QDialogButtonBox.ButtonRole.ActionRole)
        for button in (self.clear, self.next):
            button.setAutoDefault(False)
        kept = [rule for rule in self.subject.rules.values() if rule is not None]
        self.clear.setVisible(bool(kept) or bool(self.subject.broken))
        self.next.setVisible(next_one)

    # Its size

    def sizeHint(self) -> QSize:
        """Two columns where the screen has room for them."""
        room = self.screen().availableSize()
        return QSize(min(_WIDEST, room.width() - 40), min(_HIGHEST, room.height() - 60))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Below each other where there is no room beside."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        narrow = self.width() < _NARROW
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if narrow else beside)
        for column, share in enumerate((0, 1) if narrow else (19, 11)):
            self._columns.setStretch(column, share)


def _segment(words: str) -> QToolButton:
    made = set_part(QToolButton(), "segment")
    made.setText(words)
    made.setCheckable(True)
    made.setAutoExclusive(True)
    return made
