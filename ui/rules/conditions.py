"""Conditions as rows: one thing and what is asked of it a row, in groups of which all or so many hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from study.language import translate
from study.rules.evaluate import evaluate_with
from study.rules.kinds import troubles
from study.rules.model import Answer, Cell, Quantity, Rule, Sign, Term, Test, terms_in
from study.rules.situation import Value
from study.rules.tree import Group, Line, Mode, condition_of
from ui.icons import icon_pixmap
from ui.rules.asking import AskingField
from ui.rules.fields import Choice, CountField, NumberField, Setting, pictured, tool
from ui.rules.operands import OperandButton, asked_unit, is_open
from ui.widgets.part import set_part, text_label

MOST_DEEP = 4
"""Groups within groups that the builder adds; a rule may nest two levels deeper in all."""
_MARKS = {Answer.HOLDS: "circle-check", Answer.DOES_NOT_HOLD: "circle-x", Answer.ASK: "circle-help"}


class Mark(QLabel):
    """Whether a row holds with the sample data, as a picture with words for it."""

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        self.answer: Answer | None = None
        self.setFixedSize(18, 28)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.show_answer(None)

    def show_answer(self, answer: Answer | None) -> None:
        """Holds, does not, asks; None for nothing to show."""
        self.answer = answer
        theme = self._setting.theme
        if answer is None:
            self.clear()
            self.setToolTip("")
            self.setAccessibleName("")
            return
        color = {Answer.HOLDS: theme.ok, Answer.ASK: theme.warning}.get(answer, theme.text_3)
        picture = _MARKS.get(answer, "circle-help")
        self.setPixmap(icon_pixmap(picture, color, 16, self.devicePixelRatioF()))
        words = {
            Answer.HOLDS: translate("rules", "Holds with these data"),
            Answer.ASK: translate("rules", "Asks: something is not known"),
        }.get(answer, translate("rules", "Does not hold with these data"))
        self.setToolTip(words)
        self.setAccessibleName(words)


class Row(QWidget):
    """What a group holds, a line or a group: marked, moved and taken out alike."""

    changed = Signal()
    moved = Signal(object, int)
    removed = Signal(object)

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self.setting = setting
        self.mark = Mark(setting)
        self.up = tool(setting.theme, "chevron-up", translate("rules", "Move up (Alt+Up)"))
        self.down = tool(setting.theme, "chevron-down", translate("rules", "Move down (Alt+Down)"))
        self.away = tool(setting.theme, "x", translate("rules", "Remove (Ctrl+Del)"))
        self.up.clicked.connect(lambda: self.moved.emit(self, -1))
        self.down.clicked.connect(lambda: self.moved.emit(self, 1))
        self.away.clicked.connect(lambda: self.removed.emit(self))

    def part(self) -> Line | Group | None:
        """What it says; None while it is not said whole."""
        raise NotImplementedError

    def show_marks(self, values: Mapping[Term, Value | None] | None) -> None:
        """Say whether it holds with sample data; None for no data."""
        part = self.part()
        if part is None or values is None:
            self.mark.show_answer(None)
            return
        rule = Rule(condition_of(part))
        told = evaluate_with(rule, values)
        self.mark.show_answer(told.answer)


class LineRow(Row):
    """One thing and what is asked of it, with what is wrong with it beneath."""

    def __init__(self, setting: Setting, line: Line | None) -> None:
        super().__init__(setting)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        self._grid = QGridLayout()
        self._grid.setSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self.left = OperandButton(
            setting, line.left if line else None, translate("rules", "What is compared")
        )
        self.asked = AskingField(setting, translate("rules", "Condition"))
        self._grid.addWidget(self.mark, 0, 0)
        self._grid.addWidget(self.left, 0, 1)
        for place, each in enumerate((self.up, self.down, self.away), 3):
            self._grid.addWidget(each, 0, place)
        column.addLayout(self._grid)
        self.error = text_label("", "warning")
        self.error.setContentsMargins(24, 0, 0, 2)
        self.error.hide()
        column.addWidget(self.error)
        self.asked.set_left(self.left.operand)
        if line is not None:
            self.asked.set_cell(line.cell, negated=line.negated)
        self._arrange()
        self.left.changed.connect(self._chosen)
        self.asked.changed.connect(self._changed)
        self.judge()

    def _arrange(self) -> None:
        """What is asked stands beside the thing, or below it where it is long."""
        if self.asked.is_wide():
            self._grid.addWidget(self.asked, 1, 1, 1, 2)
        else:
            self._grid.addWidget(self.asked, 0, 2)

    def _chosen(self) -> None:
        self.asked.set_left(self.left.operand)
        self._changed()

    def _changed(self) -> None:
        self._arrange()
        self.judge()
        self.changed.emit()

    def judge(self) -> None:
        """Say what is wrong with the row, beside it."""
        reason = self.why_not()
        self.error.setText(reason)
        self.error.setVisible(bool(reason))

    def why_not(self) -> str:
        """What is wrong with what is said; "" for nothing, and for what is not said whole yet."""
        left = self.left.operand
        if left is None:
            return ""
        part = self.part()
        if part is None:
            return self.asked.why_not()
        rule = Rule(condition_of(part))
        found = troubles(rule)
        if found:
            return found[0].text
        unknown = (self.setting.words.why_unknown(term) for term in terms_in(rule))
        return next((reason for reason in unknown if reason), "")

    def part(self) -> Line | None:
        """The line; None while it is not said whole."""
        left, cell = self.left.operand, self.asked.cell()
        if left is None or cell is None:
            return None
        if cell.tests:
            left = asked_unit(left, cell.tests[-1].right)
            cell = _in_unit(cell)
        return Line(left, cell, self.asked.negated)

    def is_whole(self) -> bool:
        """Whether everything in it is said and chosen."""
        part = self.part()
        return (
            part is not None and not is_open(part.left) and not any(is_open(t.right) for t in part.cell.tests)
        )

    def is_no_number(self) -> bool:
        """Whether words stand where a number goes."""
        fields = (each for each in self.findChildren(NumberField) if each.isVisibleTo(self))
        return any(each.text().strip() and each.number() is None for each in fields)


def _in_unit(cell: Cell) -> Cell:
    """Both ends of a range in the unit that is shown beside the second."""
    match cell.tests:
        case (Test(Sign.AT_LEAST, Quantity() as low), Test(Sign.AT_MOST, Quantity() as high)):
            return Cell((Test(Sign.AT_LEAST, replace(low, unit=high.unit)), cell.tests[1]))
    return cell


def modes() -> list[tuple[object, str]]:
    """How many of a group hold, in words."""
    return [
        (Mode.ALL, translate("rules", "All of these hold")),
        (Mode.AT_LEAST, translate("rules", "At least so many of these hold")),
        (Mode.NONE, translate("rules", "None of these holds")),
        (Mode.NOT_ALL, translate("rules", "Not all of these hold")),
    ]


class GroupRow(Row):
    """A group: how many of its rows hold, and the rows. `deep` counts the groups around it."""

    def __init__(self, setting: Setting, group: Group | None, deep: int = 0) -> None:
        super().__init__(setting)
        self._deep = deep
        self.rows: list[Row] = []
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(6)
        column = QVBoxLayout()
        column.setSpacing(6)
        if deep:
            self.mark.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
            outer.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
            frame = set_part(QFrame(), "group")
            frame.setLayout(column)
            column.setContentsMargins(10, 8, 6, 6)
            outer.addWidget(frame, 1)
        else:
            self.mark.hide()
            column.setContentsMargins(0, 0, 0, 0)
            outer.addLayout(column, 1)
        head = QHBoxLayout()
        head.setSpacing(6)
        self.mode = Choice(translate("rules", "How many hold"), modes(), group.mode if group else Mode.ALL)
        self.number = CountField(
            translate("rules", "How many, at least"), 1, 99, group.number if group else 1
        )
        head.addWidget(self.mode)
        head.addWidget(self.number)
        head.addStretch(1)
        for each in (self.up, self.down, self.away):
            each.setVisible(deep > 0)
            head.addWidget(each)
        column.addLayout(head)
        self._body = QVBoxLayout()
        self._body.setSpacing(6)
        column.addLayout(self._body)
        foot = QHBoxLayout()
        foot.setSpacing(10)
        self.add_line = self._link(translate("rules", "Condition"), lambda: self.add(LineRow(setting, None)))
        foot.addSpacing(20)
        foot.addWidget(self.add_line)
        if deep < MOST_DEEP:
            self.add_group = self._link(
                translate("rules", "Group"), lambda: self.add(GroupRow(setting, None, deep + 1))
            )
            foot.addWidget(self.add_group)
        foot.addStretch(1)
        column.addLayout(foot)
        self.mode.picked.connect(self._changed)
        self.number.counted.connect(self._changed)
        for part in group.of if group is not None else ():
            self._put(self._made(part))
        if group is None:
            self._put(LineRow(setting, None))
        self._order()

    def _link(self, words: str, act: Callable[[], object]) -> QPushButton:
        made = pictured(set_part(QPushButton(words), "link"), self.setting.theme, "plus", "accent")
        made.setAutoDefault(False)
        made.setAccessibleName(translate("rules", "Add: {what}").format(what=words))
        made.clicked.connect(lambda _checked: act())
        return made

    def _made(self, part: Line | Group) -> Row:
        if isinstance(part, Line):
            return LineRow(self.setting, part)
        return GroupRow(self.setting, part, self._deep + 1)

    def _put(self, row: Row) -> None:
        self.rows.append(row)
        self._body.addWidget(row)
        row.changed.connect(self._changed)
        row.moved.connect(self._move)
        row.removed.connect(self._remove)

    def add(self, row: Row) -> None:
        """One more row, with the keys in it."""
        self._put(row)
        self._order()
        self.changed.emit()
        if isinstance(row, LineRow):
            row.left.setFocus()

    def _move(self, row: Row, step: int) -> None:
        at = self.rows.index(row)
        to = at + step
        if not 0 <= to < len(self.rows):
            return
        self.rows.insert(to, self.rows.pop(at))
        self._body.removeWidget(row)
        self._body.insertWidget(to, row)
        self._order()
        self.changed.emit()

    def _remove(self, row: Row) -> None:
        at = self.rows.index(row)
        self.rows.pop(at)
        self._body.removeWidget(row)
        row.setParent(None)
        row.deleteLater()
        if not self.rows:
            self._put(LineRow(self.setting, None))
        near = self.rows[min(at, len(self.rows) - 1)]
        if isinstance(near, LineRow):
            near.left.setFocus()
        self._order()
        self.changed.emit()

    def _changed(self) -> None:
        self._order()
        self.changed.emit()

    def _order(self) -> None:
        several = len(self.rows) > 1
        for place, row in enumerate(self.rows):
            row.up.setEnabled(place > 0)
            row.down.setEnabled(place < len(self.rows) - 1)
            for each in (row.up, row.down):
                each.setVisible(several)
            if isinstance(row, LineRow):
                row.away.setEnabled(several or row.left.operand is not None)
        self.number.set_most(max(1, len(self.rows)))
        self.number.setVisible(self.mode.kept == Mode.AT_LEAST)
        self.mode.setVisible(several or self._deep > 0 or self.mode.kept != Mode.ALL)

    def part(self) -> Group | None:
        """The group; None while something in it is not said whole."""
        parts = [row.part() for row in self.rows]
        if None in parts:
            return None
        of = tuple(part for part in parts if part is not None)
        return Group(Mode(str(self.mode.kept)), of, self.number.count())

    def show_marks(self, values: Mapping[Term, Value | None] | None) -> None:
        """Its own and those of all its rows."""
        super().show_marks(values)
        for row in self.rows:
            row.show_marks(values)

    def lines(self) -> Iterator[LineRow]:
        """All lines in it, at any depth."""
        for row in self.rows:
            if isinstance(row, LineRow):
                yield row
            elif isinstance(row, GroupRow):
                yield from row.lines()

    def row_of(self, widget: QWidget | None) -> tuple[GroupRow, Row] | None:
        """The innermost row that a widget stands in, with its group."""
        for row in self.rows:
            if isinstance(row, GroupRow):
                inside = row.row_of(widget)
                if inside is not None:
                    return inside
            if widget is not None and (row is widget or row.isAncestorOf(widget)):
                return self, row
        return None


class ConditionsEditor(QWidget):
    """The whole condition. `changed` follows every keystroke."""

    changed = Signal()

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.root = GroupRow(setting, None)
        self._column.addWidget(self.root)
        self._column.setDirection(QBoxLayout.Direction.TopToBottom)
        self.root.changed.connect(self.changed)

    def set_tree(self, group: Group | None) -> None:
        """Show another condition; None for an empty row. Tells nobody."""
        self.root.hide()
        self._column.removeWidget(self.root)
        self.root.deleteLater()
        self.root = GroupRow(self._setting, group)
        self._column.addWidget(self.root)
        self.root.changed.connect(self.changed)
        for line in self.root.lines():
            line.judge()

    def tree(self) -> Group | None:
        """What is said; None while something is not said whole."""
        return self.root.part()

    def is_empty(self) -> bool:
        """Whether nothing is said yet."""
        return all(line.left.operand is None for line in self.root.lines())

    def said(self) -> list[tuple[int, str]]:
        """What is wrong and is said beside its row, with the number of the row from 1."""
        told = ((number, line.why_not()) for number, line in enumerate(self.root.lines(), 1))
        return [(number, reason) for number, reason in told if reason]

    def troubles(self) -> list[tuple[int, str]]:
        """What is wrong, with the number of the row from 1; what is not said whole yet included."""
        found = []
        for number, line in enumerate(self.root.lines(), 1):
            reason = line.why_not()
            if not reason and not line.is_whole():
                reason = (
                    translate("rules", "This is no number.")
                    if line.is_no_number()
                    else translate("rules", "This row is not finished.")
                )
            if reason:
                found.append((number, reason))
        return found

    def show_marks(self, values: Mapping[Term, Value | None] | None) -> None:
        """Which rows hold with sample data."""
        self.root.show_marks(values)

    def move_row(self, step: int) -> bool:
        """Move the row with the keys; whether there is one."""
        found = self.root.row_of(_focus())
        if found is None:
            return False
        keys = _focus()
        found[0]._move(found[1], step)
        if keys is not None:
            keys.setFocus()
        return True

    def remove_row(self) -> bool:
        """Remove the row with the keys; whether there is one."""
        found = self.root.row_of(_focus())
        if found is None:
            return False
        found[0]._remove(found[1])
        return True


def _focus() -> QWidget | None:
    return QApplication.focusWidget()
