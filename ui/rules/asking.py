"""What is asked of one thing, as fields: "is between 18 and 75 years", "is one of low, high", "is done"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from study.language import translate
from study.rules.kinds import why_not_compared
from study.rules.model import Cell, Comparison, Done, Judged, Kind, Operand, Quantity, Sign, Test, Truth
from ui.rules.fields import Choice, Setting
from ui.rules.operands import OperandField, kind_of
from ui.widgets.part import text_label

ANY, BETWEEN, OUTSIDE, ONE_OF = "any", "between", "outside", "several"
YES, NO = "yes", "no"


def sign_options(kind: Kind, left: Operand | None, *, any_value: bool = False) -> list[tuple[object, str]]:
    """What can be asked of a kind of thing, in words; `any_value`: nothing, as a cell may."""
    made: list[tuple[object, str]] = [(ANY, translate("rules", "any value"))] if any_value else []
    if kind is Kind.TRUTH:
        if isinstance(left, Done):
            return [*made, (YES, translate("rules", "is so")), (NO, translate("rules", "is not so"))]
        if isinstance(left, Judged):
            return [*made, (YES, translate("rules", "answered yes")), (NO, translate("rules", "answered no"))]
        return [*made, (YES, translate("rules", "is yes")), (NO, translate("rules", "is no"))]
    made += [(Sign.EQUAL, translate("rules", "is")), (Sign.NOT_EQUAL, translate("rules", "is not"))]
    if kind is Kind.NUMBER:
        made += [
            (Sign.LESS, translate("rules", "is less than")),
            (Sign.AT_MOST, translate("rules", "is at most")),
            (Sign.MORE, translate("rules", "is more than")),
            (Sign.AT_LEAST, translate("rules", "is at least")),
            (BETWEEN, translate("rules", "is between")),
        ]
        if not any_value:
            made.append((OUTSIDE, translate("rules", "is not between")))
    return [*made, (ONE_OF, translate("rules", "is one of"))]


class AskingField(QWidget):
    """The sign in words and the values beside it. `changed` follows every keystroke."""

    changed = Signal()

    def __init__(self, setting: Setting, name: str, *, any_value: bool = False) -> None:
        super().__init__()
        self._left: Operand | None = None
        self._kind: Kind | None = None
        self._any = any_value
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.sign = Choice(translate("rules", "{name}, comparison").format(name=name))
        self.sign.setMinimumWidth(124)
        self.first = OperandField(setting, translate("rules", "{name}, value").format(name=name))
        self.joined = text_label(translate("rules", "and"), "label")
        self.joined.setWordWrap(False)
        self.second = OperandField(setting, translate("rules", "{name}, upper value").format(name=name))
        for each in (self.sign, self.first, self.joined, self.second):
            row.addWidget(each)
        self.setFocusProxy(self.sign)
        self.sign.picked.connect(self._picked)
        self.first.changed.connect(self.changed)
        self.second.changed.connect(self.changed)
        self.set_left(None)

    def set_left(self, left: Operand | None) -> None:
        """What it is asked of; what was typed stays where it fits."""
        kind = kind_of(left)
        if kind is not self._kind or type(left) is not type(self._left):
            at = self.sign.kept
            self.sign.offer(sign_options(kind, left, any_value=self._any), at)
        self._left, self._kind = left, kind
        self._show()

    def set_cell(self, cell: Cell, *, negated: bool = False) -> None:
        """Show what is asked; tells nobody."""
        held = self.blockSignals(True)
        tests = cell.tests
        if not tests:
            self.sign.choose(ANY)
        elif len(tests) == 2 and not cell.any_of:
            self.sign.choose(OUTSIDE if negated else BETWEEN)
            self.first.set_value(tests[0].right)
            self.second.set_value(tests[1].right)
        elif len(tests) > 1:
            self.sign.choose(ONE_OF)
            self.first.set_values([test.right for test in tests])
        elif isinstance(tests[0].right, Truth):
            self.sign.choose(YES if tests[0].right.value == (tests[0].sign is Sign.EQUAL) else NO)
        else:
            self.sign.choose(tests[0].sign)
            self.first.set_value(tests[0].right)
        self.blockSignals(held)
        self._show()

    def cell(self) -> Cell | None:
        """What is asked; None while it is not said whole."""
        sign = self.sign.kept
        if sign == ANY:
            return Cell()
        if sign in (YES, NO):
            return Cell((Test(Sign.EQUAL, Truth(sign == YES)),))
        if sign == ONE_OF:
            values = self.first.values()
            return Cell(tuple(Test(Sign.EQUAL, each) for each in values), len(values) > 1) if values else None
        first = self.first.value()
        if first is None:
            return None
        if sign in (BETWEEN, OUTSIDE):
            second = self.second.value()
            if second is None:
                return None
            if isinstance(first, Quantity) and isinstance(second, Quantity):
                first = Quantity(first.value, second.unit)  # one unit is shown for both
            return Cell((Test(Sign.AT_LEAST, first), Test(Sign.AT_MOST, second)))
        return Cell((Test(Sign(str(sign)), first),))

    @property
    def negated(self) -> bool:
        """Whether it is asked that it is not so."""
        return self.sign.kept == OUTSIDE

    def is_wide(self) -> bool:
        """Whether it needs a line of its own: two values with a unit, or another thing to compare with."""
        two = self.sign.kept in (BETWEEN, OUTSIDE)
        return self.first.is_other() or (two and (self.second.is_other() or self.second.shows_unit()))

    def why_not(self) -> str:
        """Why what is typed cannot be compared with what it is asked of; "" where it can, or is not said whole."""
        cell = self.cell()
        if cell is None or self._left is None:
            return ""
        for test in cell.tests:
            reason = why_not_compared(Comparison(self._left, test.sign, test.right))
            if reason:
                return reason
        return ""

    def _picked(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        sign = self.sign.kept
        valued = sign not in (ANY, YES, NO)
        self.first.setVisible(valued)
        two = sign in (BETWEEN, OUTSIDE)
        self.joined.setVisible(two)
        self.second.setVisible(two)
        self.first.set_left(self._left, many=sign == ONE_OF, quiet=two)
        self.second.set_left(self._left)
