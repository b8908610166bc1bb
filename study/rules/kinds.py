"""What kind of value each operand gives and in which unit, and what in a rule cannot be compared, by row and column."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from study.language import translate
from study.rules.model import (
    MOST_WAITS,
    AllOf,
    Answer,
    AtLeast,
    Attribute,
    Calculation,
    Combined,
    Comparison,
    Condition,
    Done,
    Elapsed,
    Judged,
    Kind,
    Not,
    Observed,
    Operand,
    Passes,
    Quantity,
    Reading,
    Rule,
    Sign,
    StudyDay,
    Truth,
    Which,
    Words,
    as_table,
    terms_in,
)
from study.rules.situation import AGE, as_number
from study.rules.units import UnitError, conversion, has_dimension, is_duration, unit_of

_ORDERED: Final = frozenset((Sign.LESS, Sign.AT_MOST, Sign.MORE, Sign.AT_LEAST))


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong, in a sentence, with the row and the column where it is, from 1; 0 where it is in none."""

    text: str
    row: int = 0
    column: int = 0

    @property
    def placed(self) -> str:
        """The sentence with its place: "Row 2, column 1: …"."""
        if not self.row:
            return self.text
        return translate("rules", "Row {row}, column {column}: {trouble}").format(
            row=self.row, column=self.column, trouble=self.text
        )


class MismatchError(ValueError):
    """Operands that cannot be put together: a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Type:
    """The kind of an operand, and its UCUM unit where it is a number."""

    kind: Kind
    unit: str = ""


def type_of(operand: Operand) -> Type:
    """The type of an operand. Raises MismatchError or UnitError where its parts do not go together."""
    match operand:
        case Quantity(value, unit):
            unit_of(unit)
            if as_number(value) is None:
                raise MismatchError(translate("rules", "A number lies between -10^12 and 10^12."))
            return Type(Kind.NUMBER, unit)
        case Words():
            return Type(Kind.TEXT)
        case Truth() | Done() | Judged():
            return Type(Kind.TRUTH)
        case StudyDay() | Passes():
            return Type(Kind.NUMBER)
        case Attribute(name):
            return Type(Kind.NUMBER, "a") if name == AGE else Type(Kind.TEXT)
        case Elapsed(unit=unit):
            if not is_duration(unit):
                raise MismatchError(translate("rules", "“{unit}” is no unit of time.").format(unit=unit))
            return Type(Kind.NUMBER, unit)
        case Observed():
            return _observed(operand)
        case Combined(how, left, right):
            return _combined(how, left, right)


def _observed(term: Observed) -> Type:
    unit_of(term.unit)
    if term.which is Which.COUNT:
        return Type(Kind.NUMBER)
    if term.kind is not Kind.NUMBER:
        if term.reading is not Reading.VALUE or term.which in (Which.LOWEST, Which.HIGHEST, Which.MEAN):
            raise MismatchError(
                translate("rules", "“{name}” is no number: it has no limit, lowest, highest or mean.").format(
                    name=term.name
                )
            )
        return Type(term.kind)
    if term.reading is Reading.AGAINST_RANGE:
        if term.which in (Which.LOWEST, Which.HIGHEST, Which.MEAN):
            raise MismatchError(translate("rules", "Low, normal and high have no lowest, highest or mean."))
        return Type(Kind.TEXT)
    return Type(Kind.NUMBER, term.unit if term.reading is Reading.VALUE else "")


def _combined(how: Calculation, left: Operand, right: Operand) -> Type:
    first, second = type_of(left), type_of(right)
    if first.kind is not Kind.NUMBER or second.kind is not Kind.NUMBER:
        raise MismatchError(translate("rules", "Only numbers can be reckoned with."))
    if how is Calculation.TIMES:
        if has_dimension(first.unit) and has_dimension(second.unit):
            raise MismatchError(
                translate("rules", "One of two numbers that are multiplied must be without a unit.")
            )
        return first if has_dimension(first.unit) else second
    if how is Calculation.DIVIDED:
        if isinstance(right, Quantity) and right.value == 0:
            raise MismatchError(translate("rules", "This divides by zero."))
        if not has_dimension(second.unit):
            return first
        conversion(second.unit, first.unit)
        return Type(Kind.NUMBER)
    conversion(second.unit, first.unit)
    return first


def troubles(rule: Rule) -> tuple[Trouble, ...]:
    """All that cannot be compared in a rule, whatever is recorded: texts with numbers, units that do not fit."""
    found: list[Trouble] = []
    for row, (cells, _) in enumerate(as_table(rule), 1):
        for column, cell in enumerate(cells, 1):
            found += [Trouble(text, row, column) for text in _in(cell)]
    for term in terms_in(rule):
        within = term.within if isinstance(term, Observed | Done) else None
        if within is not None and (not is_duration(within.unit) or within.value <= 0):
            found.append(Trouble(translate("rules", "A look-back is a duration, such as 14 days.")))
    if rule.wait is not None and (
        not is_duration(rule.wait.pause.unit) or rule.wait.pause.value <= 0 or rule.wait.at_most < 1
    ):
        found.append(Trouble(translate("rules", "Waiting needs a duration and how often, at most.")))
    if rule.wait is not None and rule.wait.at_most > MOST_WAITS:
        text = translate("rules", "A rule waits at most {number} times.").format(number=MOST_WAITS)
        found.append(Trouble(text))
    default = rule.default
    if default is not None and (
        not is_duration(default.after.unit)
        or default.after.value <= 0
        or default.answer not in (Answer.HOLDS, Answer.DOES_NOT_HOLD)
    ):
        found.append(
            Trouble(translate("rules", "What is taken without an answer needs a duration, such as 7 days."))
        )
    return tuple(found)


def _in(condition: Condition) -> list[str]:
    match condition:
        case Comparison():
            text = why_not_compared(condition)
            return [text] if text else []
        case AllOf(of):
            return [text for each in of for text in _in(each)]
        case AtLeast(number, of):
            short = []
            if not 1 <= number <= len(of):
                short = [
                    translate("rules", "At least {number} of {all} can never hold.").format(
                        number=number, all=len(of)
                    )
                ]
            return short + [text for each in of for text in _in(each)]
        case Not(of):
            return _in(of)


def why_not_compared(comparison: Comparison) -> str:
    """Why two operands cannot be compared; "" where they can."""
    try:
        first, second = type_of(comparison.left), type_of(comparison.right)
        if first.kind is not second.kind:
            return _WORDS[frozenset((first.kind, second.kind))]()
        if first.kind is not Kind.NUMBER and comparison.sign in _ORDERED:
            return translate("rules", "Only numbers are less or more than one another.")
        if first.kind is Kind.NUMBER:
            conversion(second.unit, first.unit)
    except (MismatchError, UnitError) as error:
        return str(error)
    return ""


_WORDS: Final = {
    frozenset((Kind.TEXT, Kind.NUMBER)): lambda: translate("rules", "This compares a text with a number."),
    frozenset((Kind.TRUTH, Kind.NUMBER)): lambda: translate(
        "rules", "This compares yes or no with a number."
    ),
    frozenset((Kind.TEXT, Kind.TRUTH)): lambda: translate("rules", "This compares a text with yes or no."),
}
