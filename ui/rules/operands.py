"""What a rule speaks of, as a button that says it and opens the choice of it; and what that is compared with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from study.language import translate
from study.rules.kinds import MismatchError, type_of
from study.rules.model import (
    Done,
    Elapsed,
    Judged,
    Kind,
    Observed,
    Operand,
    Quantity,
    Reading,
    StudyDay,
    Term,
    Truth,
    Which,
    Words,
    operands_in,
)
from study.rules.sentence import number_words, operand_words, unit_words
from study.rules.units import UnitError, fits
from ui.icons import icon_pixmap
from ui.rules.fields import NumberField, Setting, UnitField, capital, number_in, tool
from ui.theme import font
from ui.widgets.part import set_part

RANGE = ("low", "normal", "high")


def is_open(operand: Operand | None) -> bool:
    """Whether a person still has to say what something in it is in this study."""
    return operand is None or any(
        (isinstance(each, Observed | Done) and not each.of)
        or (isinstance(each, Elapsed) and not each.since)
        or (isinstance(each, Judged) and not each.question)
        for each in operands_in(operand)
    )


class OperandButton(QPushButton):
    """Says what is compared, cut where there is no room, and opens the choice of it. `changed` when that was made."""

    changed = Signal()

    def __init__(self, setting: Setting, operand: Operand | None, name: str) -> None:
        super().__init__()
        self.setting = setting
        self._name = name
        self._operand = operand
        set_part(self, "operand")
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(120)
        self.clicked.connect(self.choose)
        self._say()

    @property
    def operand(self) -> Operand | None:
        """What is chosen; None while nothing is."""
        return self._operand

    def set_operand(self, operand: Operand | None) -> None:
        """Show something else; tells nobody."""
        self._operand = operand
        self._say()

    def choose(self) -> None:
        """Open the choice."""
        from ui.rules.choosing import OperandDialog

        dialog = OperandDialog(self.setting, self._operand, self.window())
        dialog.exec()
        dialog.deleteLater()
        if dialog.chosen is not None and dialog.chosen != self._operand:
            self.set_operand(dialog.chosen)
            self.changed.emit()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def words(self) -> str:
        """What it says."""
        if self._operand is None:
            return translate("rules", "Choose…")
        return capital(operand_words(self._operand))

    def _say(self) -> None:
        words = self.words()
        self.setAccessibleName(translate("rules", "{field}: {value}").format(field=self._name, value=words))
        open_ = self._operand is not None and is_open(self._operand)
        self.setToolTip(
            translate("rules", "{value}. Choose what this is in this study.").format(value=words)
            if open_
            else words
        )
        self.setProperty("unchosen", is_open(self._operand))
        self.update()

    def sizeHint(self) -> QSize:
        """Room for all of its words, within reason."""
        width = self.fontMetrics().horizontalAdvance(self.words()) + 44
        return QSize(min(360, max(150, width)), 28)

    def minimumSizeHint(self) -> QSize:
        """As narrow as a few letters."""
        return QSize(120, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The button, its words as far as there is room, and the sign that something opens."""
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        theme = self.setting.theme
        inside = self.rect().adjusted(10, 0, -26, 0)
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if rtl:
            inside = self.rect().adjusted(26, 0, -10, 0)
        face = font(tabular=False)
        painter.setFont(face)
        unchosen = bool(self.property("unchosen"))
        painter.setPen(theme.warning if unchosen and self._operand is not None else theme.text)
        if self._operand is None:
            painter.setPen(theme.text_2)
        text = self.fontMetrics().elidedText(self.words(), Qt.TextElideMode.ElideRight, inside.width())
        flags = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        painter.drawText(inside, flags, text)
        picture = icon_pixmap("chevron-down", theme.text_2, 14, self.devicePixelRatioF())
        left = 8 if rtl else self.width() - 22
        painter.drawPixmap(QRect(left, (self.height() - 14) // 2, 14, 14), picture)


class OperandField(QWidget):
    """What something is compared with: a value of its kind, or another thing. `changed` follows every keystroke."""

    changed = Signal()

    def __init__(self, setting: Setting, name: str) -> None:
        super().__init__()
        self.setting = setting
        self._name = name
        self._left: Operand | None = None
        self._kind = Kind.NUMBER
        self._many = False
        self._quiet = False
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.number = NumberField(name)
        self.unit = UnitField(translate("rules", "Unit of {name}").format(name=name))
        self.text = QComboBox()
        self.text.setEditable(True)
        self.text.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.text.setAccessibleName(name)
        self.text.setMinimumWidth(130)
        typed = self.text.lineEdit()
        if typed is not None:
            typed.setMaxLength(300)
        self.line = QLineEdit()
        self.line.setMaxLength(2_000)
        self.line.setAccessibleName(name)
        self.line.setMinimumWidth(130)
        self.operand = OperandButton(setting, None, name)
        self.more = tool(setting.theme, "ellipsis", translate("rules", "Compare with something else"))
        self.more.clicked.connect(self._offer)
        for each in (self.number, self.unit, self.text, self.line, self.operand, self.more):
            row.addWidget(each)
        self.setFocusProxy(self.number)
        self.number.textChanged.connect(lambda _text: self.changed.emit())
        self.unit.changed.connect(self.changed)
        self.text.editTextChanged.connect(lambda _text: self.changed.emit())
        self.line.textChanged.connect(lambda _text: self.changed.emit())
        self.operand.changed.connect(self.changed)
        self._other = False
        self._show()

    def set_left(self, left: Operand | None, *, many: bool = False, quiet: bool = False) -> None:
        """What it is compared with; `many`: several values, parted by commas; `quiet`: its unit is said elsewhere."""
        kind, before = _kind(left), self._left
        self._many, self._quiet = many, quiet
        if left != before or kind is not self._kind:
            self._left, self._kind = left, kind
            unit = self._unit_of(left)
            if kind is Kind.NUMBER and not isinstance(left, StudyDay):
                said = self.unit.unit()
                held = self.unit.blockSignals(True)
                listed = [self.unit.itemData(row) for row in range(self.unit.count())]
                if unit and unit not in listed:
                    self.unit.insertItem(0, unit_words(unit), unit)
                if not said or (unit and not _goes(said, unit)) or (before is not None and not unit):
                    self.unit.show_unit(unit)
                self.unit.blockSignals(held)
            if kind is Kind.TEXT:
                typed = self.text.currentText()
                held = self.text.blockSignals(True)
                self.text.clear()
                self.text.addItems(self._choices(left))
                self.text.setEditText(typed)
                self.text.blockSignals(held)
        self._show()

    def set_value(self, value: Operand | None) -> None:
        """Show a value, or another thing; tells nobody."""
        self._other = value is not None and not isinstance(value, Quantity | Words | Truth)
        held = self.blockSignals(True)
        if self._other:
            self.operand.set_operand(value)
        elif isinstance(value, Quantity):
            self.number.setText(number_words(value.value))
            self.unit.show_unit(value.unit)
            self.line.setText(number_words(value.value))
        elif isinstance(value, Words):
            self.text.setEditText(value.value)
            self.line.setText(value.value)
        self.blockSignals(held)
        self._show()

    def is_other(self) -> bool:
        """Whether another thing is compared with, and no value."""
        return self._other

    def set_values(self, values: Sequence[Operand]) -> None:
        """Show several values."""
        shown = [
            number_words(each.value)
            if isinstance(each, Quantity)
            else each.value
            if isinstance(each, Words)
            else ""
            for each in values
        ]
        self.line.setText(", ".join(each for each in shown if each))
        units = [each.unit for each in values if isinstance(each, Quantity)]
        if units:
            self.unit.show_unit(units[0])

    def value(self) -> Operand | None:
        """What is said; None while it is not said whole."""
        if self._other:
            return self.operand.operand
        if self._kind is Kind.NUMBER:
            number = self.number.number()
            return None if number is None else Quantity(number, self._said_unit())
        if self._kind is Kind.TEXT:
            text = self.text.currentText().strip()
            return Words(text) if text else None
        return Truth()

    def values(self) -> tuple[Operand, ...]:
        """The several values; () while they are not said whole."""
        parts = [part.strip() for part in self.line.text().replace(";", ",").split(",")]
        parts = [part for part in parts if part]
        if self._kind is Kind.TEXT:
            return tuple(Words(part) for part in parts)
        numbers = [number_in(part) for part in parts]
        unit = self._said_unit()
        return () if None in numbers else tuple(Quantity(each, unit) for each in numbers if each is not None)

    def _said_unit(self) -> str:
        return self.unit.unit() if self.shows_unit() else ""

    def shows_unit(self) -> bool:
        """Where what is compared has a unit, or nobody said yet in which it is recorded."""
        if self._kind is not Kind.NUMBER or isinstance(self._left, StudyDay):
            return False
        return bool(self._unit_of(self._left)) or (
            isinstance(self._left, Observed)
            and self._left.reading is Reading.VALUE
            and self._left.which is not Which.COUNT
        )

    @staticmethod
    def _unit_of(left: Operand | None) -> str:
        if left is None:
            return ""
        try:
            return type_of(left).unit
        except (MismatchError, UnitError):
            return ""

    def _choices(self, left: Operand | None) -> tuple[str, ...]:
        if isinstance(left, Observed) and left.reading is Reading.AGAINST_RANGE:
            return RANGE
        return next((word.choices for word in self.setting.words.words if _same(word.term, left)), ())

    def _show(self) -> None:
        number = self._kind is Kind.NUMBER
        self.number.setVisible(number and not self._other and not self._many)
        self.unit.setVisible(self.shows_unit() and not self._other and not self._quiet)
        self.text.setVisible(self._kind is Kind.TEXT and not self._other and not self._many)
        self.line.setVisible(self._many and not self._other)
        self.operand.setVisible(self._other)
        self.more.setVisible(self._kind is not Kind.TRUTH and not self._many and not self._quiet)
        spread = QSizePolicy.Policy.Expanding if self._other else QSizePolicy.Policy.Maximum
        self.setSizePolicy(spread, QSizePolicy.Policy.Fixed)
        shown = self.operand if self._other else self.line if self._many else self.number
        self.setFocusProxy(self.text if self._kind is Kind.TEXT and shown is self.number else shown)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.addAction(translate("rules", "A value"), lambda: self._take(None))
        left = self._left
        if isinstance(left, Observed) and left.which is Which.NOW:
            before = replace(left, which=Which.BEFORE)
            menu.addAction(translate("rules", "The value before"), lambda: self._take(before))
            menu.addAction(
                translate("rules", "The first value"), lambda: self._take(replace(left, which=Which.FIRST))
            )
        menu.addAction(translate("rules", "Another thing, or a calculation…"), self._choose_other)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _choose_other(self) -> None:
        before = self._other
        self._other = True
        self._show()
        self.operand.choose()
        if self.operand.operand is None:
            self._other = before
            self._show()
            return
        self.changed.emit()

    def _take(self, operand: Operand | None) -> None:
        self._other = operand is not None
        if operand is not None:
            self.operand.set_operand(operand)
        self._show()
        self.changed.emit()


def _kind(operand: Operand | None) -> Kind:
    if operand is None:
        return Kind.NUMBER
    try:
        return type_of(operand).kind
    except (MismatchError, UnitError):
        return Kind.NUMBER


def kind_of(operand: Operand | None) -> Kind:
    """The kind of an operand; a number where it cannot be told."""
    return _kind(operand)


def _goes(unit: str, to: str) -> bool:
    return fits(unit, to)


def _same(term: Term, operand: Operand | None) -> bool:
    """Whether a word is what an operand speaks of, however it is read."""
    if isinstance(term, Observed) and isinstance(operand, Observed):
        return term.of == operand.of
    return term == operand


def asked_unit(left: Operand, right: Operand) -> Operand:
    """What is compared, spoken of in the unit of what it is compared with where its own is not known."""
    if (
        isinstance(left, Observed)
        and isinstance(right, Quantity)
        and left.kind is Kind.NUMBER
        and left.reading is Reading.VALUE
        and left.which is not Which.COUNT
        and not left.unit
        and right.unit
    ):
        return replace(left, unit=right.unit)
    return left


__all__ = [
    "OperandButton",
    "OperandField",
    "asked_unit",
    "is_open",
    "kind_of",
]
