"""Evaluating rules: what protocols say, a missing value that asks, bad values told by row and column, and its laws."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace
from decimal import Decimal

import pytest
import zen
from hypothesis import given
from hypothesis import strategies as st

from study.rules.evaluate import evaluate, evaluate_text, evaluate_with, try_examples
from study.rules.kinds import troubles
from study.rules.model import (
    ANCHOR,
    AllOf,
    Answer,
    AtLeast,
    Attribute,
    Calculation,
    Combined,
    Condition,
    Done,
    Elapsed,
    Example,
    Given,
    Judged,
    Not,
    Passes,
    Reading,
    Row,
    Rule,
    Table,
    Term,
    Truth,
    Wait,
    Which,
    Who,
    Words,
)
from study.rules.situation import MOST_VALUES, Situation, Value, known
from study.rules.writing import why_too_large
from study.rules.zen import Expressions, decision_model
from tests.study.rules.drawing import (
    AGE,
    ALT,
    DAY,
    NOW,
    RULES,
    SEX,
    SITUATIONS,
    SOUND_RULES,
    VALUES,
    WEIGHT,
    cell,
    compare,
    q,
    seen,
)

HOLDS, NOT, ASK, WAIT = Answer.HOLDS, Answer.DOES_NOT_HOLD, Answer.ASK, Answer.WAIT


def told(condition: Condition, **known_: object) -> Answer:
    return evaluate(Rule(condition), Situation(**{"now": NOW, **known_})).answer  # type: ignore[arg-type]


at = dt.datetime.fromisoformat

# What protocols say


def test_an_attribute_of_the_participant() -> None:
    adult = compare(AGE, ">=", q(18, "a"))
    assert [told(adult, attributes={"age": age}) for age in (17, 18, 18.5)] == [NOT, HOLDS, HOLDS]
    woman = compare(SEX, "=", Words("Female"))
    assert told(woman, attributes={"sex": " female "}) is HOLDS
    assert told(woman, attributes={"sex": "male"}) is NOT


def test_a_value_now_in_another_unit() -> None:
    glucose = replace(WEIGHT, of="PG", name="PG", unit="mg/dL")
    low = compare(glucose, "<", q("0.6", "g/L"))
    assert told(low, observations=(seen("PG", 59, "mg/dL"),)) is HOLDS
    assert told(low, observations=(seen("PG", "0.6", "g/L"),)) is NOT
    came_to = evaluate(Rule(low), Situation(NOW, observations=(seen("PG", 3.2, "mmol/L"),)))
    assert came_to.answer is ASK
    assert came_to.troubles[0].placed.startswith("Row 1, column 1: mmol/L to mg/dL needs the molar mass")


def test_the_latest_value_counts_and_none_from_later_than_now() -> None:
    high = compare(ALT, ">", q(100, "U/L"))
    values = (
        seen("BC_ALT", 50, "U/L", days_ago=7),
        seen("BC_ALT", 120, "U/L"),
        seen("BC_ALT", 10, "U/L", -3),
    )
    assert told(high, observations=values) is HOLDS


def test_a_value_against_the_range_of_that_day() -> None:
    times = replace(ALT, reading=Reading.OF_UPPER_LIMIT)
    rule = compare(times, ">=", q(3))
    assert told(rule, observations=(seen("BC_ALT", 120, "U/L", low=10, high=40),)) is HOLDS
    assert told(rule, observations=(seen("BC_ALT", 120, "U/L", low=10, high=41),)) is NOT
    assert told(rule, observations=(seen("BC_ALT", 120, "U/L"),)) is ASK
    against = compare(replace(ALT, reading=Reading.AGAINST_RANGE), "=", Words("high"))
    assert told(against, observations=(seen("BC_ALT", 41, "U/L", low=10, high=40),)) is HOLDS
    assert told(against, observations=(seen("BC_ALT", 40, "U/L", low=10, high=40),)) is NOT


def test_a_value_against_the_one_before() -> None:
    before = replace(WEIGHT, which=Which.BEFORE)
    change = Combined(Calculation.DIVIDED, Combined(Calculation.MINUS, WEIGHT, before), before)
    lost = compare(change, "<=", q(-5, "%"))
    two = (seen("BC_W", 80, "kg", days_ago=14), seen("BC_W", 76, "kg"))
    assert told(lost, observations=two) is HOLDS
    assert told(lost, observations=(two[0], seen("BC_W", 76.1, "kg"))) is NOT
    assert told(lost, observations=two[1:]) is ASK


def test_a_look_back_over_values() -> None:
    worst = replace(ALT, which=Which.HIGHEST, within=q(14, "d"))
    values = (seen("BC_ALT", 200, "U/L", 15), seen("BC_ALT", 90, "U/L", 14), seen("BC_ALT", 30, "U/L"))
    assert evaluate_with(Rule(compare(worst, "=", q(90, "U/L"))), {worst: Decimal(90)}).answer is HOLDS
    assert told(compare(worst, "=", q(90, "U/L")), observations=values) is HOLDS
    assert told(compare(replace(worst, which=Which.MEAN), "=", q(60, "U/L")), observations=values) is HOLDS
    assert told(compare(replace(worst, which=Which.COUNT), "=", q(2)), observations=values) is HOLDS
    assert told(compare(replace(worst, which=Which.COUNT), "=", q(0))) is HOLDS


def test_elapsed_time_counts_dates_and_completed_months() -> None:
    dosed = (at("2025-01-31T16:30"), at("2026-02-28T09:00"))
    since = Elapsed(ANCHOR, "first dose")
    assert told(compare(since, "=", q(396, "d")), done={ANCHOR: dosed}) is HOLDS
    assert told(compare(replace(since, unit="mo"), "=", q(13, "mo")), done={ANCHOR: dosed}) is HOLDS
    last = replace(since, from_last=True, unit="h")
    assert told(compare(last, "=", q("72.5", "h")), done={ANCHOR: dosed}) is HOLDS
    assert told(compare(since, ">", q(6, "wk")), done={}) is ASK
    by_date = evaluate(Rule(compare(last, ">", q(1, "h"))), Situation(NOW, done={ANCHOR: dosed}, clock=False))
    assert (by_date.answer, by_date.troubles[0].text[:16]) == (ASK, "The times of day")
    leap = Situation(at("2025-02-28"), done={ANCHOR: (at("2024-02-29"),)})
    assert known(replace(since, unit="a"), leap).value == 1


def test_all_activities_of_a_visit_done_and_how_many_passes() -> None:
    visit = compare(Done("V1", "Week 2"), "=", Truth())
    assert told(visit, done={"V1": (NOW,)}) is HOLDS
    assert told(visit, done={}) is NOT
    assert told(visit) is ASK, "what was done is not told at all"
    recent = compare(Done("V1", "Week 2", q(3, "d")), "=", Truth())
    assert told(recent, done={"V1": (NOW - dt.timedelta(days=4),)}) is NOT
    again = compare(Passes(), "<", q(6))
    assert [told(again, passes=number) for number in (5, 6)] == [HOLDS, NOT]


def test_a_window_as_the_lesser_of_two() -> None:
    lesser = Combined(Calculation.LESSER, q(6, "wk"), Combined(Calculation.TIMES, Passes(), q(7, "d")))
    rule = compare(Elapsed(ANCHOR, "dose"), "<=", lesser)
    dosed = {ANCHOR: (NOW - dt.timedelta(days=21),)}
    assert [told(rule, done=dosed, passes=number) for number in (2, 3)] == [NOT, HOLDS]


def test_at_least_so_many_of_several() -> None:
    several = AtLeast(2, tuple(compare(Judged(each), "=", Truth()) for each in "abc"))
    assert told(several, judged={"a": True, "b": True}) is HOLDS
    assert told(several, judged={"a": True, "b": False}) is ASK
    assert told(several, judged={"a": False, "b": False}) is NOT
    assert told(Not(several), judged={"a": False, "b": False}) is HOLDS


def test_somebody_decides_and_says_no_by_default_nothing() -> None:
    rule = Rule(compare(Judged("major rash", Who.COMMITTEE), "=", Truth()), who=Who.COMMITTEE)
    asked = evaluate(rule, Situation())
    assert (asked.answer, asked.who) == (ASK, Who.COMMITTEE)
    assert asked.missing[0].term == Judged("major rash", Who.COMMITTEE)
    assert evaluate(rule, Situation(judged={"major rash": False})).answer is NOT


def test_delay_and_retry_with_a_limit_then_stop() -> None:
    table = Table((ALT,), (Row((cell((">", q(100, "U/L"))),), WAIT), Row((cell(),), HOLDS)))
    rule = Rule(table, wait=Wait(q(7, "d"), 2, NOT))
    high = (seen("BC_ALT", 150, "U/L"),)
    waits = [evaluate(rule, Situation(NOW, observations=high, waited=number)) for number in range(3)]
    assert [each.answer for each in waits] == [WAIT, WAIT, NOT]
    assert waits[0].pause == q(7, "d")
    assert evaluate(replace(rule, wait=None), Situation(NOW, observations=high)).answer is ASK


# The row that decided


TABLE = Rule(
    Table(
        (AGE, SEX),
        (
            Row((cell((">=", q(65, "a"))), cell()), NOT),
            Row((cell((">=", q(18, "a")), ("<", q(65, "a"))), cell(("=", Words("female")))), HOLDS),
            Row((cell((">=", q(18, "a"))), cell()), ASK),
        ),
    ),
    examples=(
        Example("a woman of 40", (Given(AGE, q(40, "a")), Given(SEX, Words("female"))), HOLDS),
        Example("a child", (Given(AGE, q(9, "a")), Given(SEX, Words("male"))), HOLDS),
    ),
)


def test_the_row_that_decided_is_told() -> None:
    for age, sex, row, answer in (
        (70, "male", 1, NOT),
        (40, "female", 2, HOLDS),
        (40, "male", 3, ASK),
        (9, "x", 0, NOT),
    ):
        came_to = evaluate(TABLE, Situation(attributes={"age": age, "sex": sex}))
        assert (came_to.row, came_to.answer) == (row, answer)
    child = evaluate(TABLE, Situation(attributes={"age": 9, "sex": "male"}))
    assert child.cells == ((0.0, 1.0), (0.0, 0.0), (0.0, 1.0))


def test_the_examples_of_a_rule_are_tried() -> None:
    right, wrong = try_examples(TABLE)
    assert (right.is_right, right.came_to.row) == (True, 2)
    assert (wrong.is_right, wrong.came_to.row) == (False, 0)


# Missing and bad values


def test_a_missing_value_asks_and_is_never_false() -> None:
    came_to = evaluate(TABLE, Situation(attributes={"age": 40}))
    assert (came_to.answer, came_to.row) == (ASK, 2)
    assert [(each.term, each.row, each.column) for each in came_to.missing] == [(SEX, 2, 2)]
    for sign in ("=", "!=", "<", "<=", ">", ">="):
        assert told(compare(ALT, sign, q(3, "U/L"))) is ASK
        assert told(Not(compare(ALT, sign, q(3, "U/L")))) is ASK


def test_what_is_missing_does_not_matter_where_the_rest_decides() -> None:
    adult = compare(AGE, ">=", q(18, "a"))
    high = compare(ALT, ">", q(100, "U/L"))
    assert told(AllOf((adult, high)), attributes={"age": 9}) is NOT
    assert told(AtLeast(1, (adult, high)), attributes={"age": 40}) is HOLDS


def test_division_by_zero_is_told_with_its_row_and_column() -> None:
    before = replace(WEIGHT, which=Which.BEFORE)
    ratio = Combined(Calculation.DIVIDED, WEIGHT, before)
    twice = Combined(Calculation.TIMES, ratio, q(2))
    rule = Rule(
        Table((AGE, twice), (Row((cell((">", q(90, "a"))), cell())), Row((cell(), cell((">", q(1)))))))
    )
    values = (seen("BC_W", 0, "kg", days_ago=7), seen("BC_W", 70, "kg"))
    came_to = evaluate(rule, Situation(NOW, {"age": 40}, values))
    assert came_to.answer is ASK
    assert [each.placed for each in came_to.troubles] == ["Row 2, column 2: This divides by zero."]
    always = Rule(compare(Combined(Calculation.DIVIDED, WEIGHT, q(0)), ">", q(1, "kg")))
    assert troubles(always)[0].placed == "Row 1, column 1: This divides by zero."
    assert evaluate(always, Situation(NOW, observations=values)).answer is ASK


def test_a_text_among_numbers_is_told_with_its_row_and_column() -> None:
    adult = Rule(AllOf((compare(DAY, ">", q(1)), compare(AGE, ">=", q(18, "a")))))
    came_to = evaluate(adult, Situation(attributes={"age": "unknown"}, study_day=4))
    assert came_to.answer is ASK
    assert [each.placed for each in came_to.troubles] == [
        "Row 1, column 2: “unknown” is recorded, no number."
    ]
    mixed = Rule(AllOf((compare(DAY, ">", q(1)), compare(AGE, "=", Words("old")))))
    assert [each.placed for each in troubles(mixed)] == [
        "Row 1, column 2: This compares a text with a number."
    ]
    assert evaluate(mixed, Situation(study_day=4)).troubles == troubles(mixed)


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e300, True, "", "12 or so"])
def test_no_number_that_can_be_reckoned_with_asks(value: object) -> None:
    assert told(compare(AGE, "<", q(18, "a")), attributes={"age": value}) is ASK


def test_a_value_without_its_unit_asks() -> None:
    came_to = evaluate(
        Rule(compare(ALT, ">", q(3, "U/L"))), Situation(NOW, observations=(seen("BC_ALT", 9),))
    )
    assert came_to.answer is ASK
    assert "without a unit" in came_to.troubles[0].text


def test_numbers_are_decimal() -> None:
    sum_ = Combined(Calculation.PLUS, q("0.1"), q("0.2"))
    assert told(compare(sum_, "=", q("0.3"))) is HOLDS


def test_a_text_is_never_read_as_a_formula() -> None:
    for text in ('" or true or "', "t0", "null", "a' + 'b"):
        rule = compare(Attribute("site"), "=", Words(text))
        assert told(rule, attributes={"site": "Basel"}) is NOT
        assert told(rule, attributes={"site": text}) is HOLDS


def test_too_many_values_ask_for_a_look_back() -> None:
    worst = compare(replace(ALT, which=Which.HIGHEST), ">", q(1, "U/L"))
    values = tuple(seen("BC_ALT", 5, "U/L", number / 100) for number in range(MOST_VALUES + 1))
    came_to = evaluate(Rule(worst), Situation(NOW, observations=values))
    assert came_to.answer is ASK
    assert "say a look-back" in came_to.troubles[0].text
    assert told(worst, observations=values[1:]) is HOLDS


def test_a_rule_that_cannot_be_read_asks_and_says_why() -> None:
    for text in ("", "{}", '{"format": 9}', '{"format": 1, "when": {"is": "loop"}}', "[" * 100_000):
        came_to = evaluate_text(text, Situation())
        assert came_to.answer is ASK
        assert came_to.troubles[0].text


def test_a_rule_too_large_to_be_quick_asks_instead() -> None:
    many = Rule(AllOf(tuple(compare(DAY, "!=", q(number)) for number in range(2_000))))
    came_to = evaluate(many, Situation(study_day=-1))
    assert came_to.answer is ASK
    assert came_to.troubles[0].text == why_too_large(many)


# Laws


@given(RULES, SITUATIONS)
def test_evaluating_is_total_and_deterministic(rule: Rule, situation: Situation) -> None:
    came_to = evaluate(rule, situation)
    assert came_to.answer in Answer
    assert came_to == evaluate(rule, situation)
    if came_to.answer is HOLDS and not isinstance(rule.when, Table):
        assert came_to.row == 1 or rule.otherwise is HOLDS or rule.wait is not None
    for each in came_to.missing:
        assert known(each.term, situation).value is None


@given(SOUND_RULES, VALUES)
def test_zen_engine_comes_to_the_same_by_its_own_decision_model(
    rule: Rule, values: dict[Term, Value | None]
) -> None:
    assert not troubles(rule)
    engine = zen.ZenEngine().create_decision(json.dumps(decision_model(rule)))
    model = engine.evaluate(Expressions(rule).variables(values))["result"]
    came_to = evaluate_with(rule, values)
    assert model["row"] == came_to.row
    assert model["answer"] == came_to.answer or came_to.answer is ASK


@given(SOUND_RULES, VALUES, st.data())
def test_what_is_learned_later_never_turns_an_answer_round(
    rule: Rule, values: dict[Term, Value | None], data: st.DataObject
) -> None:
    known_ = [term for term, value in values.items() if value is not None]
    hidden = data.draw(st.sets(st.sampled_from(known_)) if known_ else st.just(set()))
    before = evaluate_with(rule, {term: None if term in hidden else value for term, value in values.items()})
    after = evaluate_with(rule, values)
    assert before.answer in (ASK, after.answer) or before.answer is WAIT
