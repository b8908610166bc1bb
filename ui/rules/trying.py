"""Trying a rule in place: sample data in a small table, what the rule comes to with them, and what is missing."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from study.language import translate
from study.rules.kinds import MismatchError, type_of
from study.rules.model import (
    Attribute,
    Constant,
    Given,
    Kind,
    Observed,
    Quantity,
    Reading,
    StudyDay,
    Term,
    Truth,
    Words,
)
from study.rules.sentence import number_words, term_words, unit_words
from study.rules.situation import Value
from study.rules.units import UnitError
from ui.rules.fields import TIMES, CountField, NumberField, Setting, capital, time_words
from ui.rules.operands import RANGE
from ui.widgets.part import set_part, text_label

UNKNOWN = "\0"


class TryingPane(QWidget):
    """Sample data, by term; what is typed stays as the rule changes. `changed` follows every keystroke."""

    changed = Signal()

    def __init__(self, setting: Setting) -> None:
        super().__init__()
        self._setting = setting
        self._terms: tuple[Term, ...] = ()
        self._typed: dict[Term, str] = {}
        self._fields: dict[Term, QWidget] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.empty = text_label(
            translate("rules", "Say a condition first; what it needs to know can be tried here."), "label"
        )
        column.addWidget(self.empty)
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)
        column.addWidget(self._table)
        self._waits = QWidget()
        waiting = QHBoxLayout(self._waits)
        waiting.setContentsMargins(0, 0, 0, 0)
        said = text_label(translate("rules", "Tried before"), "label")
        self.waited = CountField(translate("rules", "How often it was tried before"), 0, 100, 0)
        self.waited.setFixedWidth(76)
        self.waited.counted.connect(self.changed)
        waiting.addWidget(said, 1)
        waiting.addWidget(self.waited)
        column.addWidget(self._waits)
        self._waits.hide()

    def set_terms(self, terms: Sequence[Term], *, waits: bool = False) -> None:
        """What the rule needs to know now; `waits`: how often it was put off as well."""
        self._waits.setVisible(waits)
        if tuple(terms) == self._terms:
            return
        self._remember()
        self._terms = tuple(terms)
        while self._grid.count():
            item = self._grid.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self._fields = {}
        for row, term in enumerate(self._terms):
            name = capital(term_words(term))
            label = QLabel(name)
            label.setWordWrap(True)
            set_part(label, "label")
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            field = self._field(term, name)
            label.setBuddy(field)
            self._fields[term] = field
            self._grid.addWidget(label, row, 0)
            self._grid.addWidget(field, row, 1)
            unit = self._unit(term)
            if unit:
                self._grid.addWidget(text_label(unit, "secondary"), row, 2)
        self.empty.setVisible(not self._terms)
        self._table.setVisible(bool(self._terms))

    def _field(self, term: Term, name: str) -> QWidget:
        kind, typed = _kind(term), self._typed.get(term, "")
        hint = translate("rules", "asks")
        if kind is Kind.TRUTH:
            box = QComboBox()
            for shown, kept in (
                (translate("rules", "not known"), ""),
                (translate("rules", "yes"), "yes"),
                (translate("rules", "no"), "no"),
            ):
                box.addItem(shown, kept)
            box.setCurrentIndex(max(0, box.findData(typed)))
            widest = max(box.fontMetrics().horizontalAdvance(box.itemText(row)) for row in range(box.count()))
            box.setMinimumWidth(widest + 46)
            box.setAccessibleName(name)
            box.currentIndexChanged.connect(lambda _row: self.changed.emit())
            return box
        if kind is Kind.TEXT:
            text = QComboBox()
            text.setEditable(True)
            text.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            text.addItems(["", *self._choices(term)])
            text.setEditText(typed)
            line = text.lineEdit()
            if line is not None:
                line.setPlaceholderText(hint)
            text.setAccessibleName(name)
            text.setMinimumWidth(128)
            text.editTextChanged.connect(lambda _text: self.changed.emit())
            return text
        number = NumberField(name, None, hint)
        number.setText(typed)
        number.textChanged.connect(lambda _text: self.changed.emit())
        return number

    def _choices(self, term: Term) -> tuple[str, ...]:
        if isinstance(term, Observed) and term.reading is Reading.AGAINST_RANGE:
            return RANGE
        for word in self._setting.words.words:
            same = word.term == term or (
                isinstance(word.term, Observed) and isinstance(term, Observed) and word.term.of == term.of
            )
            if same:
                return word.choices
        return ()

    @staticmethod
    def _unit(term: Term) -> str:
        if isinstance(term, StudyDay):
            return translate("rules", "study day")
        if isinstance(term, Observed) and term.reading is Reading.OF_UPPER_LIMIT:
            return "× ULN"
        if isinstance(term, Observed) and term.reading is Reading.OF_LOWER_LIMIT:
            return "× LLN"
        try:
            unit = type_of(term).unit
        except (MismatchError, UnitError):
            return ""
        return time_words(unit) if unit in TIMES else unit_words(unit)

    def _remember(self) -> None:
        for term, field in self._fields.items():
            self._typed[term] = _text(field)

    def values(self) -> dict[Term, Value | None]:
        """The sample data; None where nothing is typed, or what cannot be read."""
        made: dict[Term, Value | None] = {}
        for term, field in self._fields.items():
            text = _text(field).strip()
            kind = _kind(term)
            if kind is Kind.TRUTH:
                made[term] = {"yes": True, "no": False}.get(text)
            elif kind is Kind.TEXT:
                made[term] = text.casefold() or None
            else:
                made[term] = field.number() if isinstance(field, NumberField) else None
        return made

    def has_values(self) -> bool:
        """Whether anything is typed."""
        return any(value is not None for value in self.values().values())

    def set_values(self, values: dict[Term, Value | None]) -> None:
        """Show other sample data."""
        for term, field in self._fields.items():
            value = values.get(term)
            text = (
                ""
                if value is None
                else number_words(value)
                if isinstance(value, Decimal)
                else ("yes" if value else "no")
                if isinstance(value, bool)
                else value
            )
            self._typed[term] = text
            held = field.blockSignals(True)
            if isinstance(field, QComboBox):
                if field.isEditable():
                    field.setEditText(text)
                else:
                    field.setCurrentIndex(max(0, field.findData(text)))
            elif isinstance(field, QLineEdit):
                field.setText(text)
            field.blockSignals(held)
        self.changed.emit()

    def given(self) -> tuple[Given, ...]:
        """The sample data as they are kept with a rule."""
        made = []
        for term, value in self.values().items():
            if value is not None:
                made.append(Given(term, _constant(term, value)))
        return tuple(made)


def given_values(given: Sequence[Given]) -> dict[Term, Value | None]:
    """What an example says, by term."""
    return {each.term: each.value.value for each in given}


def _constant(term: Term, value: Value) -> Constant:
    if isinstance(value, bool):
        return Truth(value)
    if isinstance(value, str):
        return Words(value)
    try:
        unit = type_of(term).unit
    except (MismatchError, UnitError):
        unit = ""
    return Quantity(value, unit)


def _kind(term: Term) -> Kind:
    if isinstance(term, Attribute):
        return type_of(term).kind
    try:
        return type_of(term).kind
    except (MismatchError, UnitError):
        return Kind.NUMBER


def _text(field: QWidget) -> str:
    if isinstance(field, QComboBox):
        return field.currentText() if field.isEditable() else str(field.currentData())
    return field.text() if isinstance(field, QLineEdit) else ""
