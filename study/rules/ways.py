"""One table for a whole decision, with an outcome for each way on, and the rule beside each way that it stands for.

USDM has no place for a table of a decision; a rule stands beside each ConditionAssignment. So a table is kept as one
rule a way: the same columns and rows, with "holds" where the row leads that way. As every way asks the same table, at
most one of them holds, and what decides stays one rule a way for whoever runs the schedule.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from study.language import translate
from study.rules.evaluate import Evaluated, evaluate_with
from study.rules.model import (
    AllOf,
    Answer,
    Cell,
    Comparison,
    Condition,
    Default,
    Example,
    Operand,
    Row,
    Rule,
    Sign,
    Table,
    Term,
    Test,
    Truth,
    Wait,
    Who,
    terms_in,
)
from study.rules.sentence import condition_words, operand_words, row_words, table_lines
from study.rules.situation import Value

ELSE: Final = "else"
"""No way with a condition: the decision's default, or, for a text alone, that it does not hold."""
ASKS: Final = "ask"
WAITS: Final = "wait"


@dataclass(frozen=True, slots=True)
class WayRow:
    """One row: a cell for each column, and its outcome: the id of a way, ELSE, ASKS or WAITS."""

    cells: tuple[Cell, ...]
    outcome: str


@dataclass(frozen=True, slots=True)
class WayTable:
    """A decision table over several ways: rows are tried from the top, the first that fits decides.

    `then` is the outcome once waiting has been tried often enough, `unanswered` the one where nobody answered in time.
    """

    columns: tuple[Operand, ...]
    rows: tuple[WayRow, ...]
    otherwise: str = ELSE
    who: Who = Who.INVESTIGATOR
    wait: Wait | None = None
    then: str = ELSE
    default: Default | None = None
    unanswered: str = ELSE
    examples: tuple[Example, ...] = ()


def rules_of(
    table: WayTable, ways: Sequence[str], at_most: Mapping[str, int | None] | None = None
) -> dict[str, Rule]:
    """The rule beside each way, by its id; `at_most` the passes that each may be taken.

    Examples go with the first way, the only one that need keep them.
    """
    passes = at_most or {}

    def rule(number: int, way: str) -> Rule:
        rows = tuple(Row(row.cells, _answer(row.outcome, way)) for row in table.rows)
        wait, default = table.wait, table.default
        if wait is not None:
            wait = Wait(wait.pause, wait.at_most, _answer(table.then, way))
        if default is not None:
            default = Default(default.after, _answer(table.unanswered, way))
        return Rule(
            Table(table.columns, rows),
            _answer(table.otherwise, way),
            table.who,
            passes.get(way),
            wait,
            table.examples if number == 0 else (),
            default,
        )

    return {way: rule(number, way) for number, way in enumerate(ways)}


def _answer(outcome: str, way: str) -> Answer:
    if outcome == ASKS:
        return Answer.ASK
    if outcome == WAITS:
        return Answer.WAIT
    return Answer.HOLDS if outcome == way else Answer.DOES_NOT_HOLD


def table_of(rules: Mapping[str, Rule | None]) -> WayTable | None:
    """The one table that the rules of all ways stand for, in their order; None where they are not of one table."""
    held = list(rules.items())
    first = held[0][1] if held else None
    if first is None or not isinstance(first.when, Table):
        return None
    outcomes: list[list[str]] = [[] for _ in range(len(first.when.rows) + 3)]
    for way, rule in held:
        if rule is None or not isinstance(rule.when, Table) or not _is_same(rule, first):
            return None
        wait, default = rule.wait, rule.default
        answers = [row.answer for row in rule.when.rows]
        answers += [
            rule.otherwise,
            wait.then if wait is not None else Answer.DOES_NOT_HOLD,
            default.answer if default is not None else Answer.DOES_NOT_HOLD,
        ]
        for place, answer in enumerate(answers):
            outcomes[place].append(
                {Answer.ASK: ASKS, Answer.WAIT: WAITS, Answer.HOLDS: way}.get(answer, ELSE)
            )
    told = [_one(each) for each in outcomes]
    if None in told:
        return None
    made = [each or ELSE for each in told]
    rows = tuple(WayRow(row.cells, outcome) for row, outcome in zip(first.when.rows, made, strict=False))
    return WayTable(
        first.when.columns,
        rows,
        made[-3],
        first.who,
        first.wait,
        made[-2],
        first.default,
        made[-1],
        first.examples,
    )


def _is_same(rule: Rule, first: Rule) -> bool:
    """Whether two rules ask the same of the same, whatever they come to."""
    one, other = rule.when, first.when
    if not isinstance(one, Table) or not isinstance(other, Table) or one.columns != other.columns:
        return False
    return (
        [row.cells for row in one.rows] == [row.cells for row in other.rows]
        and rule.who is first.who
        and (rule.wait is None) == (first.wait is None)
        and (
            rule.wait is None
            or first.wait is None
            or (rule.wait.pause, rule.wait.at_most) == (first.wait.pause, first.wait.at_most)
        )
        and (rule.default.after if rule.default is not None else None)
        == (first.default.after if first.default is not None else None)
    )


def _one(outcomes: Sequence[str]) -> str | None:
    """The outcome that all ways agree on; None where two claim a row, or one asks and another does not."""
    named = set(outcomes)
    if len(named) == 1:
        return next(iter(named))
    leads = [each for each in outcomes if each != ELSE]
    return leads[0] if len(leads) == 1 and leads[0] not in (ASKS, WAITS) else None


def as_ways(rules: Mapping[str, Rule | None], columns: tuple[Operand, ...] = ()) -> WayTable:
    """A table to begin with, made of what the ways' rules say: a column for each thing compared, a row for each part.

    What a table cannot hold as one cell (at least two of several, "not") is left for a person to say.
    """
    held = table_of(rules)
    if held is not None:
        return held
    rows: list[tuple[dict[Operand, list[Test]], str]] = []
    who = Who.INVESTIGATOR
    for way, rule in rules.items():
        if rule is None:
            continue
        who = rule.who
        if isinstance(rule.when, Table):
            for row in rule.when.rows:
                cells = {
                    column: list(cell.tests)
                    for column, cell in zip(rule.when.columns, row.cells, strict=False)
                    if cell.tests and not cell.any_of
                }
                if row.answer is Answer.HOLDS:
                    rows.append((cells, way))
            continue
        said = _tests(rule.when)
        if said:
            rows.append((said, way))
    used = [*columns, *(column for cells, _ in rows for column in cells)]
    kept = tuple(dict.fromkeys(used))
    made = tuple(WayRow(tuple(Cell(tuple(cells.get(each, ()))) for each in kept), way) for cells, way in rows)
    return WayTable(kept, made, who=who)


def why_no_conditions(table: WayTable) -> str:
    """Why a table cannot be said as conditions of each way; "" where it can."""
    if any(row.outcome in (ASKS, WAITS) for row in table.rows):
        return translate("rules", "Conditions cannot say rows in which somebody decides, or that wait.")
    if any(row.outcome == ELSE for row in table.rows) or any(
        not any(cell.tests for cell in row.cells) for row in table.rows
    ):
        return translate("rules", "Conditions cannot say rows that only stand before or behind others.")
    return ""


def _tests(condition: Condition) -> dict[Operand, list[Test]]:
    parts = condition.of if isinstance(condition, AllOf) else (condition,)
    found: dict[Operand, list[Test]] = {}
    for part in parts:
        if not isinstance(part, Comparison):
            return {}
        found.setdefault(part.left, []).append(Test(part.sign, part.right))
    return found


@dataclass(frozen=True, slots=True)
class Taken:
    """Where sample data lead: a way's id, ELSE, ASKS or WAITS; `by` the way whose rule told, with what it came to."""

    outcome: str
    by: str
    came_to: tuple[tuple[str, Evaluated | None], ...]

    def of(self, way: str) -> Evaluated | None:
        """What the rule of a way came to; None where it has none or was not asked."""
        return dict(self.came_to).get(way)


def taken(rules: Mapping[str, Rule | None], values: Mapping[Term, Value | None], waited: int = 0) -> Taken:
    """The way that sample data lead: ways are tried in their order, and one without a rule asks a person."""
    told: list[tuple[str, Evaluated | None]] = []
    for way, rule in rules.items():
        came_to = evaluate_with(rule, values, waited) if rule is not None else None
        told.append((way, came_to))
        if came_to is None:
            return Taken(ASKS, way, tuple(told))
        if came_to.answer is Answer.DOES_NOT_HOLD:
            continue
        outcome = {Answer.ASK: ASKS, Answer.WAIT: WAITS}.get(came_to.answer, way)
        return Taken(outcome, way, tuple(told))
    return Taken(ELSE, told[-1][0] if told else "", tuple(told))


def needed(rules: Mapping[str, Rule | None]) -> tuple[Term, ...]:
    """What the rules of all ways speak of, each once."""
    return tuple(
        dict.fromkeys(term for rule in rules.values() if rule is not None for term in terms_in(rule.when))
    )


def yes(operand: Operand) -> Comparison:
    """A truth as a condition: it is so."""
    return Comparison(operand, Sign.EQUAL, Truth())


def rule_lines(rule: Rule, way: str, outcome_words: Callable[[str], str]) -> list[str]:
    """A way's own rule as sentences that name where it leads: "If it is Day −6: to “Visit 3”."."""

    def told(answer: Answer) -> str:
        return outcome_words({Answer.HOLDS: way, Answer.ASK: ASKS, Answer.WAIT: WAITS}.get(answer, ELSE))

    if isinstance(rule.when, Table):
        held = table_of({way: rule})
        return way_lines(held, outcome_words) if held is not None else table_lines(rule)
    lines = [
        translate("rules", "If {condition}: {outcome}.").format(
            condition=condition_words(rule.when), outcome=told(Answer.HOLDS)
        ),
        translate("rules", "Otherwise: {outcome}.").format(outcome=told(rule.otherwise)),
    ]
    if rule.wait is not None:
        words = translate(
            "rules", "To wait is to try again after {pause}, at most {number} times; then: {outcome}."
        )
        lines.append(
            words.format(
                pause=operand_words(rule.wait.pause), number=rule.wait.at_most, outcome=told(rule.wait.then)
            )
        )
    if rule.default is not None:
        words = translate("rules", "Where nobody has answered after {time}: {outcome}.")
        lines.append(words.format(time=operand_words(rule.default.after), outcome=told(rule.default.answer)))
    if rule.at_most is not None:
        lines.append(translate("rules", "At most {number} passes.").format(number=rule.at_most))
    return lines


def way_lines(table: WayTable, outcome_words: Callable[[str], str]) -> list[str]:
    """A sentence for each row of a table, and what happens otherwise; `outcome_words` says what an outcome is."""
    lines: list[str] = []
    for number, row in enumerate(table.rows, 1):
        asked = row_words(table.columns, row.cells)
        words = translate("rules", "{number}. If {condition}: {outcome}.")
        if not asked:
            words = translate("rules", "{number}. In any case: {outcome}.")
        lines.append(words.format(number=number, condition=asked, outcome=outcome_words(row.outcome)))
    lines.append(translate("rules", "Otherwise: {outcome}.").format(outcome=outcome_words(table.otherwise)))
    waits = WAITS in (table.otherwise, *(row.outcome for row in table.rows))
    if table.wait is not None and waits:
        words = translate(
            "rules", "To wait is to try again after {pause}, at most {number} times; then: {outcome}."
        )
        lines.append(
            words.format(
                pause=operand_words(table.wait.pause),
                number=table.wait.at_most,
                outcome=outcome_words(table.then),
            )
        )
    if table.default is not None:
        words = translate("rules", "Where nobody has answered after {time}: {outcome}.")
        lines.append(
            words.format(time=operand_words(table.default.after), outcome=outcome_words(table.unanswered))
        )
    return lines
