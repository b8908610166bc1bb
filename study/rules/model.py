"""What an executable rule says: operands, comparisons and tables, as frozen values.

A rule stands beside one free text of the study (ConditionAssignment.condition, Condition.text,
ScheduleTimeline.entryCondition, TransitionRule.text) and leaves that as it is. It holds no formula that a person types,
only these values, so that what it may cost is bounded by its size. `study.rules.writing` keeps it as JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Final

MOST_ROWS: Final = 100
MOST_COLUMNS: Final = 20
MOST_COMPARISONS: Final = 400
MOST_TERMS: Final = 30
MOST_WAITS: Final = 100
DEEPEST: Final = 6
LONGEST_TEXT: Final = 500


class Sign(StrEnum):
    """How two values are compared."""

    EQUAL = "="
    NOT_EQUAL = "!="
    LESS = "<"
    AT_MOST = "<="
    MORE = ">"
    AT_LEAST = ">="


class Answer(StrEnum):
    """What a rule comes to."""

    HOLDS = "holds"
    DOES_NOT_HOLD = "does not hold"
    ASK = "ask"
    """A person decides."""
    WAIT = "wait"
    """Not yet: tried again after `Rule.wait`."""


class Who(StrEnum):
    """Who decides where a rule asks (design section 7, roles)."""

    INVESTIGATOR = "investigator"
    COMMITTEE = "committee"
    IRT = "IRT"
    SITE_COORDINATOR = "site coordinator"


class Reading(StrEnum):
    """How an observed value is read."""

    VALUE = "value"
    OF_UPPER_LIMIT = "times upper limit"
    """As a multiple of the upper limit of the laboratory's range of that day (x ULN)."""
    OF_LOWER_LIMIT = "times lower limit"
    AGAINST_RANGE = "against range"
    """ "low", "normal" or "high", by the laboratory's range of that day."""


class Which(StrEnum):
    """Which of the values of an observation, within the look-back where one is stated."""

    NOW = "now"
    """The latest."""
    BEFORE = "before"
    """The one before the latest."""
    FIRST = "first"
    LOWEST = "lowest"
    HIGHEST = "highest"
    MEAN = "mean"
    COUNT = "count"
    """How many there are; 0 where there are none."""


class Kind(StrEnum):
    """What can be compared with what."""

    NUMBER = "number"
    TEXT = "text"
    TRUTH = "truth"


# Constants


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its UCUM unit, "" for none."""

    value: Decimal
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """A text, such as "female"."""

    value: str


@dataclass(frozen=True, slots=True)
class Truth:
    """Yes or no."""

    value: bool = True


# Terms: what is known of a participant


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute of the participant: "age" in years, or a text: "sex", "arm", or one of the study's own."""

    name: str


@dataclass(frozen=True, slots=True)
class Observed:
    """An observation: `of` is the id of a BiomedicalConcept, of one of its properties, of a surrogate or an Activity.

    `name` is what people call it, by which it is also found where it is recorded under a name. `unit` is the one in
    which the rule speaks of it. `within` is a look-back, a duration before now, None for all that is recorded.
    """

    of: str
    name: str
    kind: Kind = Kind.NUMBER
    unit: str = ""
    reading: Reading = Reading.VALUE
    which: Which = Which.NOW
    within: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Time from something that happened until now, in `unit`: CONSENT, ANCHOR, or the id of an instance or Activity.

    Counted from its first time, or its last; a clock of its own, whatever else the schedule does.
    """

    since: str
    name: str
    unit: str = "d"
    from_last: bool = False


CONSENT: Final = "$consent"
ANCHOR: Final = "$anchor"


@dataclass(frozen=True, slots=True)
class StudyDay:
    """The study day that the decision stands at."""


@dataclass(frozen=True, slots=True)
class Passes:
    """How many passes through the loop were begun, the present one included."""


@dataclass(frozen=True, slots=True)
class Done:
    """Whether all activities of an instance, or an Activity, were done, `within` a look-back where stated.

    False is known here: what is not recorded as done is not done.
    """

    of: str
    name: str
    within: Quantity | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """Whether somebody says yes to `question`. Missing until they do."""

    question: str
    who: Who = Who.INVESTIGATOR


Term = Attribute | Observed | Elapsed | StudyDay | Passes | Done | Judged
Constant = Quantity | Words | Truth


class Calculation(StrEnum):
    """How two numbers become one."""

    PLUS = "plus"
    MINUS = "minus"
    TIMES = "times"
    DIVIDED = "divided by"
    LESSER = "the lesser of"
    GREATER = "the greater of"


@dataclass(frozen=True, slots=True)
class Combined:
    """Two numbers made one: the change from the value before, a multiple, the lesser of two windows."""

    how: Calculation
    left: Operand
    right: Operand


Operand = Term | Constant | Combined


# Conditions


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two operands compared. A truth is compared with `Truth()`."""

    left: Operand
    sign: Sign
    right: Operand


@dataclass(frozen=True, slots=True)
class AllOf:
    """Every one of these holds."""

    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class AtLeast:
    """So many of these hold, or more."""

    number: int
    of: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """This does not hold."""

    of: Condition


Condition = Comparison | AllOf | AtLeast | Not


# Tables


@dataclass(frozen=True, slots=True)
class Test:
    """What a cell asks of its column's operand."""

    sign: Sign
    right: Operand


@dataclass(frozen=True, slots=True)
class Cell:
    """The tests of a column in a row: all of them, or with `any_of` one of them; none for "any value"."""

    tests: tuple[Test, ...] = ()
    any_of: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a cell for each column, and what it comes to where all of them fit."""

    cells: tuple[Cell, ...]
    answer: Answer = Answer.HOLDS


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table: rows are tried from the top, the first that fits decides."""

    columns: tuple[Operand, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Wait:
    """What "wait" means: try again after `pause`, so many times at most, then `then`."""

    pause: Quantity
    at_most: int
    then: Answer = Answer.DOES_NOT_HOLD


@dataclass(frozen=True, slots=True)
class Default:
    """What is taken where a person is asked and nobody has answered `after` so long."""

    after: Quantity
    answer: Answer = Answer.DOES_NOT_HOLD


@dataclass(frozen=True, slots=True)
class Given:
    """One known value of an example."""

    term: Term
    value: Constant


@dataclass(frozen=True, slots=True)
class Example:
    """Sample data kept with a rule, and what the rule should come to with them."""

    name: str
    given: tuple[Given, ...]
    expected: Answer


@dataclass(frozen=True, slots=True)
class Rule:
    """An executable rule. `otherwise` is what it comes to where no row fits, or the expression does not hold.

    `who` answers where it asks; `default` is taken where nobody does, None for no such time. `at_most` is how many
    passes of a loop the way may be taken, None for no limit.
    """

    when: Condition | Table
    otherwise: Answer = Answer.DOES_NOT_HOLD
    who: Who = Who.INVESTIGATOR
    at_most: int | None = None
    wait: Wait | None = None
    examples: tuple[Example, ...] = ()
    default: Default | None = None


def operands_in(value: object) -> Iterator[Operand]:
    """Every operand that stands in a rule or a part of one, the parts of combined ones included; repeated ones too."""
    match value:
        case Rule():
            yield from operands_in(value.when)
        case Table():
            for column in value.columns:
                yield from operands_in(column)
            for row in value.rows:
                for cell in row.cells:
                    for test in cell.tests:
                        yield from operands_in(test.right)
        case Comparison():
            yield from operands_in(value.left)
            yield from operands_in(value.right)
        case AllOf() | AtLeast():
            for each in value.of:
                yield from operands_in(each)
        case Not():
            yield from operands_in(value.of)
        case Combined():
            yield value
            yield from operands_in(value.left)
            yield from operands_in(value.right)
        case (
            Quantity()
            | Words()
            | Truth()
            | Attribute()
            | Observed()
            | Elapsed()
            | StudyDay()
            | Passes()
            | Done()
            | Judged()
        ):
            yield value


def terms_in(value: object) -> tuple[Term, ...]:
    """What a rule needs to know of a participant, each once, in the order in which it is spoken of."""
    terms = (each for each in operands_in(value) if not isinstance(each, Quantity | Words | Truth | Combined))
    return tuple(dict.fromkeys(terms))


def as_table(rule: Rule) -> tuple[tuple[tuple[Condition, ...], Answer], ...]:
    """A rule as rows of conditions with what each row comes to; an expression is one row, a column for each part.

    A cell that asks nothing is an `AllOf` of nothing, which holds.
    """
    if not isinstance(rule.when, Table):
        parts = rule.when.of if isinstance(rule.when, AllOf) and rule.when.of else (rule.when,)
        return ((parts, Answer.HOLDS),)
    return tuple(
        (
            tuple(
                cell_condition(column, cell)
                for column, cell in zip(rule.when.columns, row.cells, strict=True)
            ),
            row.answer,
        )
        for row in rule.when.rows
    )


def cell_condition(column: Operand, cell: Cell) -> Condition:
    """What a cell asks, as a condition."""
    tests = tuple(Comparison(column, test.sign, test.right) for test in cell.tests)
    if len(tests) == 1:
        return tests[0]
    return AtLeast(1, tests) if cell.any_of and tests else AllOf(tests)
