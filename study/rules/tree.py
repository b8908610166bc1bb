"""A condition as people edit it: groups of lines, each line one thing with what is asked of it; and back.

A line holds what a cell of a table can hold, so that "is between" and "is one of" are one line and not several.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from study.rules.model import (
    AllOf,
    AtLeast,
    Cell,
    Comparison,
    Condition,
    Not,
    Operand,
    Sign,
    Test,
    Truth,
    cell_condition,
)

OPPOSITE = {
    Sign.EQUAL: Sign.NOT_EQUAL,
    Sign.NOT_EQUAL: Sign.EQUAL,
    Sign.LESS: Sign.AT_LEAST,
    Sign.AT_LEAST: Sign.LESS,
    Sign.MORE: Sign.AT_MOST,
    Sign.AT_MOST: Sign.MORE,
}


class Mode(StrEnum):
    """How many of a group hold."""

    ALL = "all"
    AT_LEAST = "at least"
    NONE = "none"
    NOT_ALL = "not all"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing and what is asked of it; `negated`: that this is not so."""

    left: Operand
    cell: Cell
    negated: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Lines and groups, of which so many hold; `number` for AT_LEAST."""

    mode: Mode
    of: tuple[Line | Group, ...]
    number: int = 1


def tree_of(condition: Condition) -> Group:
    """A condition as a group; one that is a single line as a group of it."""
    made = _part(condition)
    return made if isinstance(made, Group) else Group(Mode.ALL, (made,))


def _part(condition: Condition) -> Line | Group:
    line = _line(condition)
    if line is not None:
        return line
    match condition:
        case AllOf(of):
            return Group(Mode.ALL, tuple(map(_part, of)))
        case AtLeast(number, of):
            return Group(Mode.AT_LEAST, tuple(map(_part, of)), number)
        case Not(AtLeast(1, of)):
            return Group(Mode.NONE, tuple(map(_part, of)))
        case Not(AllOf(of)):
            return Group(Mode.NOT_ALL, tuple(map(_part, of)))
        case Not(of):
            return Group(Mode.NONE, (_part(of),))
    raise AssertionError(condition)


def _line(condition: Condition) -> Line | None:
    match condition:
        case Comparison(left, sign, right):
            return Line(left, Cell((Test(sign, right),)))
        case Not(Comparison(left, sign, right)):
            if isinstance(right, Truth):
                return Line(left, Cell((Test(sign, Truth(not right.value)),)))
            return Line(left, Cell((Test(OPPOSITE[sign], right),)))
        case AllOf((Comparison(left, Sign.AT_LEAST, low), Comparison(other, Sign.AT_MOST, high))) if (
            left == other
        ):
            return Line(left, Cell((Test(Sign.AT_LEAST, low), Test(Sign.AT_MOST, high))))
        case Not(AllOf() as of):
            line = _line(of)
            return Line(line.left, line.cell, True) if line is not None and not line.negated else None
        case AtLeast(1, (Comparison(left), _, *_) as of):
            same = [
                each
                for each in of
                if isinstance(each, Comparison) and each.left == left and each.sign is Sign.EQUAL
            ]
            if len(same) == len(of):
                return Line(left, Cell(tuple(Test(each.sign, each.right) for each in same), any_of=True))
    return None


def condition_of(part: Line | Group) -> Condition:
    """The condition that a group or a line says."""
    if isinstance(part, Line):
        made = cell_condition(part.left, part.cell)
        return Not(made) if part.negated else made
    of = tuple(map(condition_of, part.of))
    if len(of) == 1 and (part.mode is Mode.ALL or (part.mode is Mode.AT_LEAST and part.number == 1)):
        return of[0]
    match part.mode:
        case Mode.ALL:
            return AllOf(of)
        case Mode.AT_LEAST:
            return AtLeast(part.number, of)
        case Mode.NONE:
            return Not(AtLeast(1, of))
        case Mode.NOT_ALL:
            return Not(AllOf(of))
