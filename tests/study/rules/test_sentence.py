"""Rules as sentences: what a coordinator would say, and never nothing."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from study.rules.model import (
    CONSENT,
    AllOf,
    Answer,
    AtLeast,
    Calculation,
    Combined,
    Condition,
    Done,
    Elapsed,
    Judged,
    Not,
    Passes,
    Reading,
    Row,
    Rule,
    Table,
    Truth,
    Wait,
    Which,
    Who,
    Words,
)
from study.rules.sentence import condition_words, rule_sentence, table_lines
from tests.study.rules.drawing import AGE, ALT, DAY, RULES, SEX, WEIGHT, cell, compare, q

TWO_WEEKS = q(2, "wk")


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (compare(DAY, "=", q(-6)), "it is Day −6"),
        (compare(DAY, "<", q(5)), "the study day is less than Day 5"),
        (compare(AGE, ">=", q(18, "a")), "age is at least 18 years"),
        (Not(compare(AGE, ">=", q(18, "a"))), "age is less than 18 years"),
        (
            AllOf((compare(AGE, ">=", q(18, "a")), compare(AGE, "<=", q(75, "a")))),
            "age is 18 to 75 years",
        ),
        (
            AllOf((compare(SEX, "=", Words("female")), compare(AGE, "<", q("50.50", "a")))),
            "sex is “female” and age is less than 50.5 a",
        ),
        (
            compare(replace(ALT, reading=Reading.OF_UPPER_LIMIT), ">=", q(3)),
            "ALT is at least 3 times the upper limit of the laboratory's range",
        ),
        (
            compare(replace(ALT, reading=Reading.AGAINST_RANGE), "=", Words("high")),
            "ALT against the laboratory's range is “high”",
        ),
        (
            compare(replace(ALT, which=Which.HIGHEST, within=q(14, "d")), ">", q(40, "U/L")),
            "the highest ALT of the last 14 days is more than 40 U/L",
        ),
        (
            compare(
                Combined(Calculation.MINUS, WEIGHT, replace(WEIGHT, which=Which.BEFORE)), "<", q(-2, "kg")
            ),
            "Weight minus the Weight before is less than −2 kg",
        ),
        (
            compare(Elapsed(CONSENT, "consent"), "<=", Combined(Calculation.LESSER, TWO_WEEKS, q(10, "d"))),
            "the time since consent is at most the lesser of 2 weeks and 10 days",
        ),
        (compare(Elapsed(CONSENT, "consent"), ">", TWO_WEEKS), "it is more than 2 weeks since consent"),
        (compare(Done("V", "Week 2"), "=", Truth()), "all of Week 2 is done"),
        (compare(Done("V", "ECG", TWO_WEEKS), "=", Truth(False)), "ECG was not done within the last 2 weeks"),
        (compare(Passes(), "<", q(6)), "the number of the pass is less than 6"),
        (
            compare(Judged("major rash", Who.COMMITTEE), "=", Truth()),
            "the committee says: “major rash”",
        ),
        (
            AtLeast(2, (compare(AGE, "<", q(9, "a")), compare(DAY, "=", q(1)), compare(DAY, "=", q(2)))),
            "at least 2 of these: age is less than 9 years; it is Day 1; it is Day 2",
        ),
        (
            AllOf(
                (compare(AGE, "<", q(9, "a")), AtLeast(1, (compare(DAY, "=", q(1)), compare(DAY, "=", q(2)))))
            ),
            "age is less than 9 years and (it is Day 1 or it is Day 2)",
        ),
    ],
)
def test_a_condition_as_a_coordinator_would_say_it(condition: Condition, words: str) -> None:
    assert condition_words(condition) == words


def test_a_table_is_told_row_by_row() -> None:
    rows = (Row((cell(("<", q(18, "a"))),), Answer.DOES_NOT_HOLD), Row((cell(),), Answer.WAIT))
    rule = Rule(Table((AGE,), rows), Answer.ASK, Who.IRT, 3, Wait(q(7, "d"), 2))
    assert table_lines(rule) == [
        "1. If age is less than 18 years, it does not hold.",
        "2. In any case, it waits.",
        "Otherwise the IRT decides.",
    ]
    assert rule_sentence(rule).endswith(
        "To wait is to try again after 7 days, at most 2 times; then it does not hold. At most 3 passes."
    )


@given(RULES)
def test_a_sentence_is_never_empty_and_has_no_hole(rule: Rule) -> None:
    lines = table_lines(rule)
    assert all(line.strip() and line.endswith(".") for line in lines)
    assert rule_sentence(rule).startswith(lines[0])
    assert "{" not in rule_sentence(rule)
