"""A condition as a tree of lines and groups, and back: it comes to the same; and that every starter can be run."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from study.document import Document
from study.rules.evaluate import evaluate_with, evaluator
from study.rules.kinds import troubles
from study.rules.model import (
    AllOf,
    AtLeast,
    Calculation,
    Combined,
    Elapsed,
    Judged,
    Not,
    Observed,
    Passes,
    Reading,
    Rule,
    Truth,
    Which,
    operands_in,
)
from study.rules.sentence import rule_sentence
from study.rules.starters import starters
from study.rules.tree import Group, Line, Mode, condition_of, tree_of
from study.rules.vocabulary import vocabulary
from study.rules.writing import read_rule, rule_text
from tests.study.rules.drawing import AGE, DAY, SOUND_RULES, VALUES, compare, q
from tests.study.studies import study_bytes

ADULT, OLD = compare(AGE, ">=", q(18, "a")), compare(AGE, "<=", q(75, "a"))


@pytest.mark.parametrize(
    ("condition", "tree"),
    [
        (ADULT, "all: age"),
        (AllOf((ADULT, OLD)), "all: age is between"),
        (Not(AllOf((ADULT, OLD))), "all: age is not between"),
        (AtLeast(1, (compare(DAY, "=", q(1)), compare(DAY, "=", q(3)))), "all: day is one of"),
        (AtLeast(1, (ADULT, compare(DAY, "=", q(3)))), "at least 1: age, day"),
        (AllOf((ADULT, AtLeast(2, (OLD, ADULT, OLD)))), "all: age, (at least 2: age, age, age)"),
        (Not(AtLeast(1, (ADULT, compare(DAY, "=", q(3))))), "none: age, day"),
    ],
)
def test_lines_and_groups(condition: object, tree: str) -> None:
    made = tree_of(condition)  # type: ignore[arg-type]
    assert _told(made) == tree
    assert condition_of(made) == condition


def _told(part: Group | Line) -> str:
    if isinstance(part, Line):
        many = len(part.cell.tests) > 1
        words = (" is one of" if part.cell.any_of else " is between") if many else ""
        return ("age" if part.left == AGE else "day") + (
            words.replace("is", "is not") if part.negated else words
        )
    mode = f"at least {part.number}" if part.mode is Mode.AT_LEAST else part.mode.value
    inside = ", ".join(f"({_told(each)})" if isinstance(each, Group) else _told(each) for each in part.of)
    return f"{mode}: {inside}"


@settings(max_examples=60, deadline=None)
@given(SOUND_RULES, VALUES)
def test_a_tree_and_back_comes_to_the_same(rule: Rule, values: dict) -> None:  # type: ignore[type-arg]
    if not hasattr(rule.when, "columns"):
        again = Rule(condition_of(tree_of(rule.when)), rule.otherwise)
        assert (
            evaluate_with(again, values).answer
            is evaluate_with(Rule(rule.when, rule.otherwise), values).answer
        )


@pytest.mark.parametrize("study", ["alexion-nct04573309-v4", "lilly-nct03421379-v3"])
def test_every_starter_can_be_told_kept_and_evaluated(study: str) -> None:
    words = vocabulary(Document.from_bytes(study_bytes(study)))
    found = starters(words)
    assert len({each.title for each in found}) == len(found)
    for each in found:
        assert troubles(each.rule) == (), each.title
        assert read_rule(rule_text(each.rule)) == each.rule
        assert rule_sentence(each.rule)
        assert not evaluate_with(each.rule, {}).troubles, each.title
    said = [operand for each in found for operand in operands_in(each.rule)]
    assert {Which.BEFORE, Which.LOWEST} <= {each.which for each in said if isinstance(each, Observed)}
    assert {Reading.OF_UPPER_LIMIT, Reading.AGAINST_RANGE} <= {
        each.reading for each in said if isinstance(each, Observed)
    }
    assert any(isinstance(each, Combined) and each.how is Calculation.LESSER for each in said)
    assert {Elapsed, Passes, Judged, Truth} <= {type(each) for each in said}
    assert any(each.rule.wait for each in found)
    assert any(each.rule.default for each in found)


@settings(max_examples=40, deadline=None)
@given(SOUND_RULES, VALUES)
def test_asking_often_comes_to_the_same_as_asking_once(rule: Rule, values: dict) -> None:  # type: ignore[type-arg]
    often, once = evaluator(rule)(values), evaluate_with(rule, values)
    assert (often.answer, often.row, often.missing) == (once.answer, once.row, once.missing)
