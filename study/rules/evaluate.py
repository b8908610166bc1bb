"""Evaluating a rule: total, deterministic, and bounded in time by the rule's size, with the row that decided.

Time is limited without a clock, so that the same rule and the same situation always come to the same: a rule has no
loop and no formula of its own, is refused when read where it is larger than `study.rules.model` allows, and looks once
at each observation that it speaks of. Whatever goes wrong asks a person and says why; nothing raises.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final, Protocol

from study.changes import UnknownFormatError
from study.language import translate
from study.rules.kinds import MismatchError, Trouble, troubles
from study.rules.model import (
    Answer,
    Quantity,
    Rule,
    Term,
    Who,
    as_table,
    terms_in,
)
from study.rules.situation import Known, Situation, Value, known
from study.rules.units import UnitError
from study.rules.writing import read_rule, why_too_large
from study.rules.zen import Expressions

HOLDS, FAILS, UNTOLD = 1.0, 0.0, 0.5
_STEP: Final = re.compile(r"\bc\d+\b")
_VARIABLE: Final = re.compile(r"\b[ctk]\d+\b")


@dataclass(frozen=True, slots=True)
class Missing:
    """A term that is not known, with the row and column that need it, from 1."""

    term: Term
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Evaluated:
    """What a rule comes to.

    `row` is the row that decided or asked, from 1; 0 where none fitted. `cells` are the rows that were tried, a number
    for each cell: 1 holds, 0 does not, 0.5 cannot be told. `missing` and `troubles` say why it asks; `who` answers.
    `pause` is how long to wait where the answer is to wait.
    """

    answer: Answer
    row: int = 0
    cells: tuple[tuple[float, ...], ...] = ()
    missing: tuple[Missing, ...] = ()
    troubles: tuple[Trouble, ...] = ()
    who: Who = Who.INVESTIGATOR
    pause: Quantity | None = None


class _Compiled(Protocol):
    def evaluate(self, context: dict[str, object], /) -> object: ...


class _Runnable:
    """A compiled expression, which is given the variables that it names and no others: each one given costs time."""

    __slots__ = ("compiled", "names")

    def __init__(self, text: str, compiled: _Compiled) -> None:
        self.compiled = compiled
        self.names = tuple(dict.fromkeys(_VARIABLE.findall(text)))

    def evaluate(self, variables: dict[str, object]) -> object:
        """What it comes to. Raises RuntimeError for a number beyond 28 digits."""
        return self.compiled.evaluate({name: variables[name] for name in self.names})


class _Program:
    """A rule, compiled once: the expressions of zen-engine, ready to run."""

    def __init__(self, rule: Rule) -> None:
        self.rule = rule
        self.troubles = troubles(rule)
        reason = why_too_large(rule)
        if reason:
            self.troubles = (Trouble(reason), *self.troubles)
        self.answers = [answer for _, answer in as_table(rule)] if not reason else []
        self.expressions: Expressions | None = None
        self.steps: list[_Runnable] = []
        self.rows: list[list[_Runnable]] = []
        if self.troubles:
            return
        try:
            self.expressions = Expressions(rule)
            from zen import compile_expression  # 25 MB, which most starts of the program do not need

            self.steps = [
                _Runnable(step.text, compile_expression(step.text))
                for step in self.expressions.steps.values()
            ]
            self.rows = [
                [_Runnable(cell, compile_expression(cell)) for cell in row] for row in self.expressions.rows
            ]
        except (MismatchError, UnitError, RuntimeError) as error:
            self.troubles = (Trouble(str(error).splitlines()[0]),)
            self.expressions = None

    def run(self, values: Mapping[Term, Known], waited: int, *, whole: bool = True) -> Evaluated:
        """`whole`: every cell of the rows that are tried, also behind one that does not hold."""
        rule = self.rule
        if self.expressions is None:
            return Evaluated(Answer.ASK, troubles=self.troubles, who=rule.who)
        variables = self.expressions.variables({term: each.value for term, each in values.items()})
        broken = self._step(variables)
        tried: list[tuple[float, ...]] = []
        for number, row in enumerate(self.rows, 1):
            cells = _cells(row, variables, whole)
            tried.append(cells)
            if FAILS in cells:
                continue
            if UNTOLD in cells:
                missing, found = self._why_untold(number, cells, values, broken)
                return Evaluated(Answer.ASK, number, tuple(tried), missing, found, rule.who)
            return self._come_to(self.answers[number - 1], number, tuple(tried), waited)
        return self._come_to(rule.otherwise, 0, tuple(tried), waited)

    def _step(self, variables: dict[str, object]) -> dict[str, str]:
        """Makes the numbers that are made of others; why, for those that cannot be."""
        assert self.expressions is not None
        broken: dict[str, str] = {}
        for step, compiled in zip(self.expressions.steps.values(), self.steps, strict=True):
            variables[step.name] = None
            if any(variables[name] is None for name in step.needs):
                reasons = [broken[name] for name in step.needs if name in broken]
                if reasons:
                    broken[step.name] = reasons[0]
                continue
            try:
                made = compiled.evaluate(variables)
            except RuntimeError:
                made = None
            if type(made) in (int, float):
                variables[step.name] = made
            elif step.divisor:
                broken[step.name] = translate("rules", "This divides by zero.")
            else:
                broken[step.name] = translate("rules", "What this comes to is too large.")
        return broken

    def _why_untold(
        self, row: int, cells: tuple[float, ...], values: Mapping[Term, Known], broken: Mapping[str, str]
    ) -> tuple[tuple[Missing, ...], tuple[Trouble, ...]]:
        assert self.expressions is not None
        missing: list[Missing] = []
        found: list[Trouble] = []
        conditions = as_table(self.rule)[row - 1][0]
        for column, (condition, cell) in enumerate(zip(conditions, cells, strict=True), 1):
            if cell != UNTOLD:
                continue
            for term in terms_in(condition):
                if values[term].value is None:
                    missing.append(Missing(term, row, column))
                    if values[term].trouble:
                        found.append(Trouble(values[term].trouble, row, column))
            used = _STEP.findall(self.expressions.rows[row - 1][column - 1])
            found += [Trouble(broken[name], row, column) for name in dict.fromkeys(used) if name in broken]
        if not missing and not found:
            found.append(Trouble(translate("rules", "This cannot be reckoned."), row))
        return tuple(missing), tuple(found)

    def _come_to(
        self, answer: Answer, row: int, cells: tuple[tuple[float, ...], ...], waited: int
    ) -> Evaluated:
        wait = self.rule.wait
        if answer is Answer.WAIT and wait is not None:
            if waited < wait.at_most:
                return Evaluated(answer, row, cells, who=self.rule.who, pause=wait.pause)
            answer = wait.then
        if answer is Answer.WAIT:
            answer = Answer.ASK
            text = translate("rules", "It waits, and does not say for how long.")
            return Evaluated(answer, row, cells, (), (Trouble(text, row),), self.rule.who)
        return Evaluated(answer, row, cells, who=self.rule.who)


def _cells(row: Sequence[_Runnable], variables: dict[str, object], whole: bool) -> tuple[float, ...]:
    told: list[float] = []
    for cell in row:
        told.append(_cell(cell, variables))
        if not whole and told[-1] == FAILS:
            break
    return tuple(told)


def _cell(cell: _Runnable, variables: dict[str, object]) -> float:
    try:
        told = cell.evaluate(variables)
    except RuntimeError:  # a number beyond 28 digits
        return UNTOLD
    return float(told) if type(told) in (int, float) and told in (0, 1) else UNTOLD


@lru_cache(maxsize=512)
def _program(rule: Rule) -> _Program:
    return _Program(rule)


def evaluate(rule: Rule, situation: Situation) -> Evaluated:
    """What a rule comes to in a situation. Never raises; what it cannot tell it asks."""
    program = _program(rule)
    if program.expressions is None:
        return program.run({}, situation.waited)
    return program.run({term: known(term, situation) for term in program.expressions.terms}, situation.waited)


def evaluate_with(rule: Rule, values: Mapping[Term, Value | None], waited: int = 0) -> Evaluated:
    """What a rule comes to where its terms have these values, each in the unit in which its term speaks."""
    every = {term: Known(values.get(term)) for term in terms_in(rule.when)}
    return _program(rule).run(every, waited)


def evaluator(rule: Rule) -> Callable[[Mapping[Term, Value | None]], Evaluated]:
    """`evaluate_with` for a rule that is asked often: of each row only as many cells as it takes are looked at."""
    program, terms = _program(rule), terms_in(rule.when)

    def evaluated(values: Mapping[Term, Value | None]) -> Evaluated:
        return program.run({term: Known(values.get(term)) for term in terms}, 0, whole=False)

    return evaluated


def evaluate_text(text: str, situation: Situation) -> Evaluated:
    """`evaluate` for a rule as it is kept. One that cannot be read asks, and says why."""
    try:
        return evaluate(read_rule(text), situation)
    except (UnknownFormatError, ValueError) as error:
        return Evaluated(Answer.ASK, troubles=(Trouble(str(error)),))


@dataclass(frozen=True, slots=True)
class Tried:
    """An example of a rule, evaluated: whether it came to what was expected."""

    name: str
    expected: Answer
    came_to: Evaluated

    @property
    def is_right(self) -> bool:
        """Whether the rule came to what the example expects."""
        return self.came_to.answer is self.expected


def try_examples(rule: Rule) -> tuple[Tried, ...]:
    """The rule tried against the examples that are kept with it."""
    made = []
    for example in rule.examples:
        values: dict[Term, Value | None] = {}
        for given in example.given:
            values[given.term] = _constant(given.value)
        made.append(Tried(example.name, example.expected, evaluate_with(rule, values)))
    return tuple(made)


def _constant(value: object) -> Value | None:
    held = getattr(value, "value", None)
    if isinstance(held, str):
        return held.strip().casefold()
    return held if isinstance(held, Decimal | bool) else None
