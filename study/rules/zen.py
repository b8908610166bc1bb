"""A rule as zen-engine evaluates it: variables, expressions over them, and the whole as its JSON decision model.

zen-engine takes a missing value, or a text among numbers, for "no" within a decision table, gives null for a division
by zero, and has no time limit. So each comparison is written as a number: 1 where it holds, 0 where it does not, 0.5
where it cannot be told (Kleene's logic: "and" is the least, "or" the greatest). A row decides where all of its cells
are 1, and asks where none is 0. Nothing a person types becomes part of an expression: texts are variables, too.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Final

from study.json_types import JsonObject
from study.rules.kinds import type_of
from study.rules.model import (
    AllOf,
    AtLeast,
    Calculation,
    Combined,
    Comparison,
    Condition,
    Not,
    Operand,
    Quantity,
    Rule,
    Sign,
    Term,
    Truth,
    Words,
    as_table,
    terms_in,
)
from study.rules.situation import Value, rounded
from study.rules.units import conversion, has_dimension

_SIGN: Final = {
    Sign.EQUAL: "==",
    Sign.NOT_EQUAL: "!=",
    Sign.LESS: "<",
    Sign.AT_MOST: "<=",
    Sign.MORE: ">",
    Sign.AT_LEAST: ">=",
}


@dataclass(frozen=True, slots=True)
class Step:
    """A number made of others before the rows are tried: `text` is evaluated where all of `needs` are known."""

    name: str
    text: str
    needs: tuple[str, ...]
    divisor: str = ""


@dataclass(slots=True)
class Expressions:
    """A rule in zen-engine's language. Raises MismatchError or UnitError when made of what does not go together.

    `terms` are the variables t0, t1, ... by term; `texts` the texts that stand in it, k0, k1, ...; `steps` make the
    variables c0, c1, ...; `rows` hold a text for each cell.
    """

    rule: Rule
    terms: dict[Term, str] = field(default_factory=dict)
    texts: dict[str, str] = field(default_factory=dict)
    steps: dict[Combined, Step] = field(default_factory=dict)
    rows: list[list[str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.terms = {term: f"t{number}" for number, term in enumerate(terms_in(self.rule.when))}
        self.rows = [[self._condition(cell) for cell in cells] for cells, _ in as_table(self.rule)]

    def variables(self, values: dict[Term, Value | None]) -> dict[str, object]:
        """The variables, for values of the terms, each in the unit in which its term speaks; None for missing."""
        made: dict[str, object] = {name: text for text, name in self.texts.items()}
        for term, name in self.terms.items():
            value = values.get(term)
            made[name] = float(value) if isinstance(value, Decimal) else value
        return made

    def _condition(self, condition: Condition) -> str:
        match condition:
            case Comparison():
                return self._comparison(condition)
            case Not(of):
                return f"(1 - {self._condition(of)})"
            case AllOf(of):
                return f"min([{', '.join(map(self._condition, of))}])" if of else "1"
            case AtLeast(1, of):
                return f"max([{', '.join(map(self._condition, of))}])" if of else "0"
            case AtLeast(number, of):
                # Thousands count what holds, ones what cannot be told; one list, so that nothing is written twice.
                parts = ", ".join(map(self._condition, of))
                told = f"sum(map([{parts}], # == 1 ? 10000 : (# == 0.5 ? 1 : 0)))"
                counted = (
                    f"floor(# / 10000) >= {number} ? 1 : (floor(# / 10000) + # % 10000 >= {number} ? 0.5 : 0)"
                )
                return f"map([{told}], {counted})[0]"

    def _comparison(self, comparison: Comparison) -> str:
        first, second = type_of(comparison.left), type_of(comparison.right)
        left = self._operand(comparison.left)
        right = self._operand(comparison.right, *_conversion(second.unit, first.unit))
        needs = self._needs(comparison.left) + self._needs(comparison.right)
        asked = f"{left} {_SIGN[comparison.sign]} {right} ? 1 : 0"
        if not needs:
            return f"({asked})"
        missing = " or ".join(f"{name} == null" for name in dict.fromkeys(needs))
        return f"(({missing}) ? 0.5 : ({asked}))"

    def _operand(
        self, operand: Operand, factor: Fraction = Fraction(1), offset: Fraction = Fraction(0)
    ) -> str:
        """An operand, times `factor` plus `offset`."""
        match operand:
            case Quantity(value):
                return _number(Fraction(value) * factor + offset)
            case Words(value):
                return self.texts.setdefault(value.strip().casefold(), f"k{len(self.texts)}")
            case Truth(value):
                return "true" if value else "false"
            case Combined():
                name = self._step(operand)
            case _:
                name = self.terms[operand]
        if factor != 1:
            name = f"({name} * {_number(factor)})"
        return name if offset == 0 else f"({name} + {_number(offset)})"

    def _needs(self, operand: Operand) -> tuple[str, ...]:
        match operand:
            case Quantity() | Words() | Truth():
                return ()
            case Combined():
                return (self._step(operand),)
        return (self.terms[operand],)

    def _step(self, combined: Combined) -> str:
        known = self.steps.get(combined)
        if known is not None:
            return known.name
        first, second = type_of(combined.left).unit, type_of(combined.right).unit
        type_of(combined)
        same = combined.how is not Calculation.TIMES and (
            combined.how is not Calculation.DIVIDED or has_dimension(second)
        )
        left = self._operand(combined.left)
        right = self._operand(combined.right, *(_conversion(second, first) if same else ()))
        needs = tuple(dict.fromkeys(self._needs(combined.left) + self._needs(combined.right)))
        text = {
            Calculation.PLUS: f"{left} + {right}",
            Calculation.MINUS: f"{left} - {right}",
            Calculation.TIMES: f"{left} * {right}",
            Calculation.DIVIDED: f"{left} / {right}",
            Calculation.LESSER: f"min([{left}, {right}])",
            Calculation.GREATER: f"max([{left}, {right}])",
        }[combined.how]
        step = Step(f"c{len(self.steps)}", text, needs, right if combined.how is Calculation.DIVIDED else "")
        self.steps[combined] = step
        return step.name


def _conversion(from_unit: str, to_unit: str) -> tuple[Fraction, Fraction]:
    return (Fraction(1), Fraction(0)) if from_unit == to_unit else conversion(from_unit, to_unit)


def _number(value: Fraction) -> str:
    exact = rounded(Decimal(value.numerator) / Decimal(value.denominator))
    return f"({exact:f})" if exact < 0 else f"{exact:f}"


def decision_model(rule: Rule) -> JsonObject:
    """A rule as zen-engine's JSON decision model, to be run by any program that has the engine.

    It takes the variables of `Expressions.variables` and gives {"row", "answer"}: "ask" where a row cannot be told;
    row 0 where none fits. Raises MismatchError or UnitError for what does not go together.
    """
    made = Expressions(rule)
    columns = max(len(row) for row in made.rows)
    inputs: list[JsonObject] = [{"id": f"column{n}", "name": f"Column {n}"} for n in range(1, columns + 1)]
    rows: list[JsonObject] = []
    for number, (cells, (_, answer)) in enumerate(zip(made.rows, as_table(rule), strict=True), 1):
        for test, told in (("== 1", answer.value), (">= 0.5", "ask")):
            row: JsonObject = {"_id": f"row{number}{told}", "row": str(number), "answer": f'"{told}"'}
            row.update({f"column{n}": f"{cell} {test}" for n, cell in enumerate(cells, 1)})
            rows.append(row)
    last: JsonObject = {f"column{n}": "" for n in range(1, columns + 1)}
    rows.append({"_id": "otherwise", **last, "row": "0", "answer": f'"{rule.otherwise.value}"'})
    outputs: list[JsonObject] = [{"id": name, "name": name, "field": name} for name in ("row", "answer")]
    steps: list[JsonObject] = []
    for step in made.steps.values():
        unknown = [f"{name} == null" for name in step.needs]
        unknown += [f"{step.divisor} == 0"] if step.divisor else []
        text = f"({' or '.join(unknown)}) ? null : ({step.text})" if unknown else step.text
        steps.append({"id": step.name, "key": step.name, "value": text})
    nodes: list[JsonObject] = [
        _node("in", "inputNode", None),
        *(
            _node(str(step["id"]), "expressionNode", {"expressions": [step], "passThrough": True})
            for step in steps
        ),
        _node(
            "table",
            "decisionTableNode",
            {"hitPolicy": "first", "inputs": [*inputs], "outputs": [*outputs], "rules": [*rows]},
        ),
        _node("out", "outputNode", None),
    ]
    edges: list[JsonObject] = [
        {"id": f"edge{number}", "type": "edge", "sourceId": first["id"], "targetId": second["id"]}
        for number, (first, second) in enumerate(pairwise(nodes))
    ]
    return {"contentType": "application/vnd.gorules.decision", "nodes": [*nodes], "edges": [*edges]}


def _node(identity: str, kind: str, content: JsonObject | None) -> JsonObject:
    node: JsonObject = {"id": identity, "name": identity, "type": kind, "position": {"x": 0, "y": 0}}
    return node if content is None else {**node, "content": content}
