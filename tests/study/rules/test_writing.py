"""Rules as JSON: the same comes back, and what is damaged, too large or newer is refused with a sentence."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given

from study.changes import UnknownFormatError
from study.rules.model import LONGEST_TEXT, AllOf, Judged, Not, Row, Rule, Table, Truth
from study.rules.writing import read_rule, rule_from_json, rule_text, rule_to_json, why_too_large
from tests.study.rules.drawing import AGE, ALT, DAY, RULES, cell, compare, q

_COMPARED = (
    '{{"format":1,"when":{{"is":"comparison","left":{{"is":"study day"}},"sign":"{sign}",'
    '"right":{{"is":"quantity","value":"{value}"}}}}}}'
)
ADULT = Rule(compare(AGE, ">=", q(18, "a")))


@given(RULES)
def test_the_same_rule_comes_back(rule: Rule) -> None:
    if why_too_large(rule):
        return
    assert read_rule(rule_text(rule)) == rule
    assert '"id"' not in rule_text(rule)


def test_its_text_is_canonical() -> None:
    assert rule_text(ADULT) == (
        '{"format":1,"when":{"is":"comparison","left":{"is":"attribute","name":"age"},'
        '"right":{"is":"quantity","unit":"a","value":"18"},"sign":">="}}'
    )


def test_a_rule_of_a_newer_program_is_kept_and_not_used() -> None:
    with pytest.raises(UnknownFormatError, match="newer Maestro"):
        rule_from_json({**rule_to_json(ADULT), "format": 2})


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "no JSON"),
        ("[]", "JSON object"),
        ('{"format":1}', "when"),
        ('{"format":1,"when":{"is":"formula"}}', "does not know"),
        ('{"format":1,"when":3}', "does not know"),
        (_COMPARED.format(sign="~", value="1"), "sign"),
        (_COMPARED.format(sign="=", value="NaN"), "a number"),
        ('{"format":1,"when":{"is":"all of","of":[]},"atMost":-3}', "whole number"),
        ('{"format":1,"when":{"is":"table","columns":[],"rows":[]}}', "row and a column"),
    ],
)
def test_what_is_damaged_is_refused_with_a_sentence(text: str, words: str) -> None:
    with pytest.raises((ValueError, UnknownFormatError), match=words):
        read_rule(text)


def test_what_would_take_long_is_refused() -> None:
    wide = Table((DAY,), tuple(Row((cell(("=", q(number))),)) for number in range(101)))
    assert "100 rows" in why_too_large(Rule(wide))
    many = AllOf(tuple(compare(DAY, "=", q(number)) for number in range(401)))
    assert "400 times" in why_too_large(Rule(many))
    deep: Any = compare(DAY, "=", q(1))
    for _ in range(9):
        deep = Not(deep)
    assert "levels deep" in why_too_large(Rule(deep))
    ragged = Table((DAY, ALT), (Row((cell(),)),))
    assert "Row 1" in why_too_large(Rule(ragged))
    with pytest.raises(ValueError, match="too large"):
        read_rule(rule_text(Rule(many)))


def test_nesting_without_end_is_refused_before_it_is_read() -> None:
    part: Any = {"is": "study day"}
    for _ in range(200):
        part = {"is": "not", "of": part}
    with pytest.raises(ValueError, match="nested too deep"):
        read_rule(json.dumps({"format": 1, "when": part}))


def test_a_text_that_could_not_be_read_again_is_refused_before_it_is_kept() -> None:
    long = Rule(compare(Judged("q" * (LONGEST_TEXT + 1)), "=", Truth()))
    assert "at most 500 characters" in why_too_large(long)
    fits = Rule(compare(Judged("q" * LONGEST_TEXT), "=", Truth()))
    assert why_too_large(fits) == ""
    assert read_rule(rule_text(fits)) == fits
