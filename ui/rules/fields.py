"""The small fields of the builder: numbers with units, choices in words, and what all of them share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QComboBox, QHBoxLayout, QLineEdit, QToolButton, QWidget

from study.language import translate
from study.rules.model import Quantity, Who
from study.rules.sentence import number_words, unit_words, who_words
from study.rules.situation import as_number
from study.rules.units import UnitError, as_ucum, fits, unit_of
from study.rules.vocabulary import Vocabulary
from ui.icons import icon
from ui.theme import Theme
from ui.widgets.part import set_part

ButtonT = TypeVar("ButtonT", bound=QAbstractButton)
TIMES: Final = ("h", "d", "wk", "mo", "a")
_OFTEN: Final = (
    *("g/dL", "g/L", "mg/dL", "mmol/L", "umol/L", "U/L", "[IU]/L", "10*9/L", "10*12/L", "ug/L", "ng/mL"),
    *(
        "ug/mL",
        "kg",
        "g",
        "mg",
        "ug",
        "cm",
        "m",
        "mm[Hg]",
        "kPa",
        "Cel",
        "[degF]",
        "K",
        "%",
        "/min",
        "ms",
        "s",
    ),
    *("min", "h", "d", "wk", "mo", "a", "mL/min", "kg/m2", "mL", "L", "meq/L", "mg/kg"),
)


@dataclass(slots=True)
class Setting:
    """What every field of a builder is made with: the words of the study, and the look, which may become another."""

    words: Vocabulary
    theme: Theme


class Choice(QComboBox):
    """A drop-down of things that are kept and shown; `picked` follows a person's choice. A wheel passes by."""

    picked = Signal()

    def __init__(self, name: str, options: Iterable[tuple[object, str]] = (), at: object = None) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setToolTip("")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.offer(options, at)
        self.activated.connect(lambda _row: self.picked.emit())

    def offer(self, options: Iterable[tuple[object, str]], at: object = None) -> None:
        """Other things to choose from, with one chosen; the first where that is not among them."""
        self.clear()
        for kept, shown in options:
            self.addItem(shown, kept)
        self.choose(at)

    def choose(self, kept: object) -> None:
        """Show what is kept as this; the first where there is none such."""
        rows = [row for row in range(self.count()) if self.itemData(row) == kept]
        self.setCurrentIndex(rows[0] if rows else 0)

    def sizeHint(self) -> QSize:
        """Room for the longest of its words."""
        words = (self.fontMetrics().horizontalAdvance(self.itemText(row)) for row in range(self.count()))
        return QSize(max(words, default=40) + 46, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """No narrower than what is chosen, as far as that is short."""
        wide = self.fontMetrics().horizontalAdvance(self.currentText()) + 46
        return QSize(min(wide, 260), super().minimumSizeHint().height())

    @property
    def kept(self) -> object:
        """What is chosen."""
        return self.currentData()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past a field changes nothing in it."""
        event.ignore()


class NumberField(QLineEdit):
    """A number as people write it, with a point or a comma, and a minus of any kind."""

    def __init__(self, name: str, value: Decimal | None = None, hint: str = "") -> None:
        super().__init__("" if value is None else number_words(value))
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setFixedWidth(76)

    def number(self) -> Decimal | None:
        """The number; None where there is none, or it cannot be reckoned with."""
        return number_in(self.text())


class CountField(QLineEdit):
    """A whole number within limits; the arrow keys count. `counted` follows every change."""

    counted = Signal()

    def __init__(self, name: str, least: int, most: int, value: int) -> None:
        super().__init__(str(value))
        self._least, self._most = least, most
        self.setAccessibleName(name)
        self.setFixedWidth(52)
        self.textChanged.connect(lambda _text: self.counted.emit())

    def count(self) -> int:
        """The number; the nearest that is allowed where another is typed."""
        text = self.text().strip()
        number = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else self._least
        return min(self._most, max(self._least, number))

    def set_count(self, value: int) -> None:
        """Show another number."""
        if value != self.count() or not self.text().strip():
            self.setText(str(value))

    def set_most(self, most: int) -> None:
        """Allow up to another number."""
        self._most = most

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down count."""
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.set_count(min(self._most, max(self._least, self.count() + step)))
            return
        super().keyPressEvent(event)


def number_in(text: str) -> Decimal | None:
    """The number that a text writes; None where it writes none, or one that cannot be reckoned with."""
    bare = text.strip().replace("−", "-").replace("–", "-").replace("\u2009", "").replace("\xa0", "")
    if "," in bare and "." not in bare:
        bare = bare.replace(",", ".")
    try:
        number = Decimal(bare) if 0 < len(bare) <= 24 else None
    except InvalidOperation:
        return None
    return number if number is not None and as_number(number) is not None else None


class UnitField(QComboBox):
    """A UCUM unit, chosen or typed as people write it; shows what is usual and keeps what UCUM says."""

    changed = Signal()

    def __init__(self, name: str, unit: str = "", offered: Sequence[str] = (), like: str = "") -> None:
        """`offered` stand first; `like`: only units that this one can become, "" for any."""
        super().__init__()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(name)
        hint = translate("rules", "no unit")
        self.setFixedWidth(max(104, self.fontMetrics().horizontalAdvance(hint) + 46))
        line = self.lineEdit()
        if line is not None:
            line.setPlaceholderText(hint)
        listed = [*offered, *(each for each in _OFTEN if not like or fits(each, like))]
        for each in dict.fromkeys(each for each in listed if each):
            self.addItem(time_words(each) if each in TIMES else unit_words(each), each)
        self.show_unit(unit)
        self.editTextChanged.connect(lambda _text: self.changed.emit())

    def show_unit(self, unit: str) -> None:
        """Show a unit, "" for none."""
        row = self.findData(unit) if unit else -1
        if row >= 0:
            self.setCurrentIndex(row)
        else:
            self.setCurrentIndex(-1)
            self.setEditText(unit)

    def unit(self) -> str:
        """The unit as UCUM writes it, known or not."""
        text = self.currentText().strip()
        row = self.findText(text)
        return str(self.itemData(row)) if row >= 0 and text else as_ucum(text)

    def why_not(self) -> str:
        """Why the unit cannot be used; "" where it can."""
        try:
            unit_of(self.unit())
        except UnitError as error:
            return str(error)
        return ""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling past a field changes nothing in it."""
        event.ignore()


class DurationField(QWidget):
    """A number and a unit of time; empty for none."""

    changed = Signal()

    def __init__(
        self, name: str, value: Quantity | None = None, hint: str = "", units: Sequence[str] = TIMES
    ) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self.amount = NumberField(name, value.value if value is not None else None, hint)
        self.unit = Choice(
            translate("rules", "Unit of {name}").format(name=name),
            [(each, time_words(each)) for each in units],
            value.unit if value is not None else "d",
        )
        row.addWidget(self.amount)
        row.addWidget(self.unit)
        row.addStretch(1)
        self.setFocusProxy(self.amount)
        self.amount.textChanged.connect(lambda _text: self.changed.emit())
        self.unit.picked.connect(self.changed)

    def quantity(self) -> Quantity | None:
        """The duration; None where none is typed."""
        number = self.amount.number()
        return None if number is None else Quantity(number, str(self.unit.kept))


def time_words(unit: str) -> str:
    """What a unit of time is called: "days"."""
    return {
        "s": translate("rules", "seconds"),
        "min": translate("rules", "minutes"),
        "h": translate("rules", "hours"),
        "d": translate("rules", "days"),
        "wk": translate("rules", "weeks"),
        "mo": translate("rules", "months"),
        "a": translate("rules", "years"),
    }.get(unit, unit)


def who_options() -> list[tuple[object, str]]:
    """Everybody who can decide."""
    return [(who, capital(who_words(who))) for who in Who]


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def pictured(button: ButtonT, theme: Theme, picture: str, tint: str = "text_2") -> ButtonT:
    """Give a button its picture in a colour of the look, by which `redress` finds it again."""
    button.setProperty("picture", picture)
    button.setProperty("tint", tint)
    button.setIcon(icon(picture, getattr(theme, tint), theme.text_3))
    return button


def redress(inside: QWidget, theme: Theme) -> None:
    """Give all pictured buttons their pictures in another look."""
    for button in inside.findChildren(QAbstractButton):
        picture = button.property("picture")
        if picture:
            pictured(button, theme, str(picture), str(button.property("tint")))


def tool(theme: Theme, picture: str, name: str) -> QToolButton:
    """A small button that shows a picture; its name is its tooltip and what is read."""
    made = pictured(QToolButton(), theme, picture)
    made.setIconSize(QSize(15, 15))
    made.setToolTip(name)
    made.setAccessibleName(name)
    made.setFixedSize(26, 28)
    return set_part(made, "tiny")
