"""What a person types into a cell of a table, and how it is written there: "< 18 years", "18 to 75", "low, high"."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import Final

from study.language import translate
from study.rules.kinds import MismatchError, Type, type_of, why_not_compared
from study.rules.model import (
    Cell,
    Comparison,
    Kind,
    Observed,
    Operand,
    Quantity,
    Reading,
    Sign,
    StudyDay,
    Test,
    Truth,
    Words,
)
from study.rules.sentence import number_words, operand_words, quantity_words
from study.rules.units import UnitError, as_ucum
from study.rules.vocabulary import Vocabulary

_SIGNS: Final = {
    "=": Sign.EQUAL,
    "==": Sign.EQUAL,
    "≠": Sign.NOT_EQUAL,
    "!=": Sign.NOT_EQUAL,
    "<>": Sign.NOT_EQUAL,
    "<": Sign.LESS,
    "<=": Sign.AT_MOST,
    "≤": Sign.AT_MOST,
    ">": Sign.MORE,
    ">=": Sign.AT_LEAST,
    "≥": Sign.AT_LEAST,
}
_WRITTEN: Final = {
    Sign.EQUAL: "=",
    Sign.NOT_EQUAL: "≠",
    Sign.LESS: "<",
    Sign.AT_MOST: "≤",
    Sign.MORE: ">",
    Sign.AT_LEAST: "≥",
}
_SIGN = re.compile(r"^(<=|>=|==|!=|<>|[=≠<≤>≥])\s*")
_NUMBER = re.compile(r"^([-−–]?\d{1,12}(?:[.,]\d{1,6})?)\s*(.{0,40})$")
_RANGE = re.compile(
    r"^([-−–]?\d{1,12}(?:[.,]\d{1,6})?)\s*(?:\.\.|to|–|…|bis|and)\s*([-−–]?\d{1,12}(?:[.,]\d{1,6})?)\s*(.{0,40})$"
)


class CellError(ValueError):
    """What was typed is no test: a sentence that says what can be typed."""


def cell_text(column: Operand, cell: Cell) -> str:
    """A cell as it is written in the table; "" for one that asks nothing."""
    tests = cell.tests
    match tests:
        case ():
            return ""
        case (Test(Sign.AT_LEAST, Quantity() as low), Test(Sign.AT_MOST, Quantity() as high)) if (
            not cell.any_of and low.unit == high.unit
        ):
            return translate("rules", "{low} to {high}").format(
                low=number_words(low.value), high=quantity_words(high, column)
            )
    if cell.any_of and all(test.sign is Sign.EQUAL for test in tests):
        return ", ".join(_right(test.right, column) for test in tests)
    words = [_test(test, column) for test in tests]
    if len(words) == 1:
        return words[0]
    joined = (
        translate("rules", "{first} or {second}")
        if cell.any_of
        else translate("rules", "{first} and {second}")
    )
    text = words[0]
    for each in words[1:]:
        text = joined.format(first=text, second=each)
    return text


def _test(test: Test, column: Operand) -> str:
    if isinstance(test.right, Truth):
        return operand_words(Truth(test.right.value == (test.sign is Sign.EQUAL)))
    if isinstance(test.right, Words) and test.sign is Sign.EQUAL:
        return _right(test.right, column)
    return f"{_WRITTEN[test.sign]} {_right(test.right, column)}"


def _right(right: Operand, column: Operand) -> str:
    if isinstance(right, Words):
        return right.value
    if isinstance(right, Quantity):
        limit = {Reading.OF_UPPER_LIMIT: "× ULN", Reading.OF_LOWER_LIMIT: "× LLN"}
        if isinstance(column, Observed) and column.reading in limit:
            return f"{number_words(right.value)} {limit[column.reading]}"
        return quantity_words(right, column)
    return operand_words(right)


def read_cell(text: str, column: Operand, words: Vocabulary | None = None) -> Cell:
    """The tests that a text says of a column. Raises CellError with a sentence where it says none.

    Empty, "-" and "any" ask nothing. A number without a sign is to be equal, several values one of them.
    """
    bare = " ".join(text.split())
    if (
        not bare
        or bare in ("-", "–", "*")
        or bare.casefold() in ("any", translate("rules", "any value").casefold())
    ):
        return Cell()
    try:
        kind = type_of(column)
    except (MismatchError, UnitError) as error:
        raise CellError(str(error)) from error
    cell = _read(bare, kind, column)
    for test in cell.tests:
        reason = why_not_compared(Comparison(column, test.sign, test.right))
        if reason:
            raise CellError(reason)
    choices = _choices(column, words)
    for test in cell.tests:
        known = {each.casefold() for each in choices}
        if known and isinstance(test.right, Words) and test.right.value.casefold() not in known:
            raise CellError(
                translate("rules", "“{value}” is none of: {choices}.").format(
                    value=test.right.value, choices=", ".join(choices[:12])
                )
            )
    return cell


def _choices(column: Operand, words: Vocabulary | None) -> tuple[str, ...]:
    if isinstance(column, Observed) and column.reading is Reading.AGAINST_RANGE:
        return ("low", "normal", "high")
    if words is None:
        return ()
    return next((word.choices for word in words.words if word.term == column), ())


def _read(bare: str, kind: Type, column: Operand) -> Cell:
    if kind.kind is Kind.TRUTH:
        yes, no = operand_words(Truth(True)).casefold(), operand_words(Truth(False)).casefold()
        if bare.casefold() not in (yes, no, "yes", "no"):
            raise CellError(translate("rules", "Type yes or no."))
        return Cell((Test(Sign.EQUAL, Truth(bare.casefold() in (yes, "yes"))),))
    sign, rest = _signed(bare)
    if kind.kind is Kind.TEXT:
        if sign in (Sign.LESS, Sign.AT_MOST, Sign.MORE, Sign.AT_LEAST):
            raise CellError(translate("rules", "Only numbers are less or more than one another."))
        values = [part.strip(" “”\"'") for part in re.split(r"[,;]| or ", rest)]
        values = [value for value in values if value]
        if not values or (sign is Sign.NOT_EQUAL and len(values) > 1):
            raise CellError(translate("rules", "Type a text, or several with commas between them."))
        tests = tuple(Test(sign or Sign.EQUAL, Words(value)) for value in values)
        return Cell(tests, len(tests) > 1)
    between = _RANGE.match(rest) if sign is None else None
    if between is not None:
        low, high = _decimal(between[1]), _decimal(between[2])
        unit = _unit(between[3], kind, column)
        if low > high:
            raise CellError(translate("rules", "The lower value stands first."))
        return Cell((Test(Sign.AT_LEAST, Quantity(low, unit)), Test(Sign.AT_MOST, Quantity(high, unit))))
    if sign is None and ";" in rest:
        numbers = [_quantity(part.strip(), kind, column) for part in rest.split(";") if part.strip()]
        return Cell(tuple(Test(Sign.EQUAL, each) for each in numbers), len(numbers) > 1)
    return Cell((Test(sign or Sign.EQUAL, _quantity(rest, kind, column)),))


def _signed(bare: str) -> tuple[Sign | None, str]:
    found = _SIGN.match(bare)
    if found is None:
        return None, bare
    return _SIGNS[found[1]], bare[found.end() :]


def _quantity(text: str, kind: Type, column: Operand) -> Quantity:
    if isinstance(column, StudyDay):
        text = re.sub(r"^(?:study )?day\s*", "", text, flags=re.IGNORECASE)
    found = _NUMBER.match(text)
    if found is None:
        raise CellError(
            translate("rules", "Type a value such as “< 18”, “18 to 75”, or nothing for any value.")
        )
    return Quantity(_decimal(found[1]), _unit(found[2], kind, column))


def _unit(text: str, kind: Type, column: Operand) -> str:
    bare = text.strip()
    if isinstance(column, Observed) and column.reading in (Reading.OF_UPPER_LIMIT, Reading.OF_LOWER_LIMIT):
        return "" if re.fullmatch(r"(?:x|×|\*)?\s*(?:ULN|LLN)?", bare, re.IGNORECASE) else as_ucum(bare)
    return as_ucum(bare) if bare else kind.unit


def _decimal(text: str) -> Decimal:
    try:
        return Decimal(text.replace("−", "-").replace("–", "-").replace(",", "."))
    except InvalidOperation:  # pragma: no cover - the pattern lets none through
        raise CellError(translate("rules", "This is no number.")) from None
