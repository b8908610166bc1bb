"""A table with an outcome for each way: kept as one rule a way and read back, told, tried, and run with waits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from study.interpreter.effects import SetTimer
from study.rules.impact import Branch, impact
from study.rules.model import (
    Answer,
    AtLeast,
    Default,
    Judged,
    Row,
    Rule,
    Table,
    Term,
    Truth,
    Wait,
    Who,
)
from study.rules.sentence import rule_sentence
from study.rules.situation import Value
from study.rules.ways import (
    ASKS,
    ELSE,
    WAITS,
    WayRow,
    WayTable,
    as_ways,
    rules_of,
    table_of,
    taken,
    way_lines,
)
from study.rules.writing import read_rule, rule_text
from tests.study.rules.drawing import AGE, ALT, DAY, cell, compare, q
from tests.study.rules.test_deciding import branching, decided, somebody

THREE = WayTable(
    (AGE, DAY),
    (
        WayRow((cell(("<", q(18, "a"))), cell()), "child"),
        WayRow((cell((">=", q(65, "a"))), cell()), "old"),
        WayRow((cell(), cell(("<", q(0)))), ASKS),
        WayRow((cell(), cell((">", q(7)))), WAITS),
    ),
    otherwise="adult",
    who=Who.COMMITTEE,
    wait=Wait(q(7, "d"), 3),
    then="old",
)
WAYS = ("child", "adult", "old")


def test_a_table_of_three_ways_is_kept_beside_each_and_read_back() -> None:
    rules = rules_of(THREE, WAYS, {"old": 4})
    assert {way: rule.at_most for way, rule in rules.items()} == {"child": None, "adult": None, "old": 4}
    kept: dict[str, Rule | None] = {way: read_rule(rule_text(rule)) for way, rule in rules.items()}
    assert table_of(kept) == THREE
    branches = [Branch(way, way, rule) for way, rule in rules.items()]
    told = impact(branches)
    assert not told.overlaps, "one table: at most one way holds"


@pytest.mark.parametrize(
    ("age", "day", "waited", "outcome"),
    [
        (17, 1, 0, "child"),
        (70, 1, 0, "old"),
        (40, 1, 0, "adult"),
        (40, -3, 0, ASKS),
        (40, 9, 0, WAITS),
        (40, 9, 3, "old"),
        (None, 1, 0, ASKS),
    ],
)
def test_sample_data_lead_one_way(age: int | None, day: int, waited: int, outcome: str) -> None:
    values: dict[Term, Value | None] = {AGE: None if age is None else Decimal(age), DAY: Decimal(day)}
    assert taken({**rules_of(THREE, WAYS)}, values, waited).outcome == outcome


def test_a_way_without_a_rule_asks_and_the_default_is_last() -> None:
    adult = Rule(compare(AGE, ">=", q(18, "a")))
    assert taken({"a": adult, "b": None}, {AGE: Decimal(20)}).outcome == "a"
    asked = taken({"a": adult, "b": None}, {AGE: Decimal(2)})
    assert (asked.outcome, asked.by) == (ASKS, "b")
    assert taken({"a": adult}, {AGE: Decimal(2)}).outcome == ELSE


def test_rules_that_differ_are_no_table_and_become_a_row_each() -> None:
    adult, late = Rule(compare(AGE, ">=", q(18, "a"))), Rule(compare(DAY, ">", q(7)))
    rules: dict[str, Rule | None] = {"a": adult, "b": late, "c": None}
    assert table_of(rules) is None
    made = as_ways(rules)
    assert made.columns == (AGE, DAY)
    assert [(row.outcome, [len(each.tests) for each in row.cells]) for row in made.rows] == [
        ("a", [1, 0]),
        ("b", [0, 1]),
    ]
    assert table_of({**rules_of(made, ("a", "b"))}) is not None
    both = {**rules_of(THREE, WAYS)}
    holds = Row((cell(), cell()), Answer.HOLDS)
    both["adult"] = Rule(Table(THREE.columns, (holds,) * 4))
    assert table_of({**both}) is None, "two ways claim a row"


def test_what_no_cell_holds_is_left_to_a_person() -> None:
    several = Rule(AtLeast(2, (compare(AGE, ">", q(1, "a")), compare(DAY, ">", q(1)))))
    assert as_ways({"a": several}).rows == ()


def test_lines_name_the_outcomes() -> None:
    names = {"child": "to Child visit", "old": "to Visit 9", ASKS: "somebody decides", WAITS: "it waits"}
    lines = way_lines(THREE, lambda outcome: names.get(outcome, outcome))
    assert lines[0] == "1. If age is less than 18 years: to Child visit."
    assert lines[4] == "Otherwise: adult."
    assert lines[5] == "To wait is to try again after 7 days, at most 3 times; then: to Visit 9."


# In the interpreter


def test_a_rule_waits_tries_again_and_then_stops() -> None:
    waiting = Rule(
        Table((DAY,), (Row((cell((">", q(1))),), Answer.WAIT),)), wait=Wait(q(3, "d"), 2, Answer.HOLDS)
    )
    one = somebody(branching(stop=waiting))
    on = decided(one)
    assert (on.taken, on.asked) == ("", False), "the first pause is not over, and nobody is to be asked"
    one.on("2026-03-16")
    assert decided(one).taken == ""
    one.on("2026-03-18")
    assert (decided(one).taken, decided(one).by_rule) == ("D_stop", True), (
        "two pauses of 3 days after 11 March"
    )


def test_time_alone_wakes_a_rule_that_waits() -> None:
    waiting = Rule(Table((DAY,), (Row((cell((">", q(1))),), Answer.WAIT),)), wait=Wait(q(3, "d"), 1))
    one = somebody(branching(stop=waiting))
    timers = [each.date.isoformat() for each in one.effects if isinstance(each, SetTimer)]
    assert "2026-03-14" in timers


def test_a_default_is_taken_where_nobody_answers_and_never_for_a_missing_value() -> None:
    asks = Rule(compare(Judged("major rash?"), "=", Truth()), default=Default(q(5, "d"), Answer.HOLDS))
    one = somebody(branching(stop=asks))
    assert decided(one).asked
    one.on("2026-03-16")
    assert (decided(one).taken, decided(one).by_rule) == ("D_stop", True)
    measured = Rule(compare(ALT, ">", q(3)), default=Default(q(5, "d"), Answer.HOLDS))
    other = somebody(branching(stop=measured))
    other.on("2026-05-01")
    assert decided(other).asked, "a value that is missing is asked for"
    assert "Where nobody has answered after 5 days, it holds." in rule_sentence(asks)
