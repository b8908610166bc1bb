"""What rules do to the branches of a decision: unreachable, overlapping, a gap, or said not to be tellable."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from study.rules.evaluate import evaluate_with
from study.rules.impact import Branch, impact, rows_impact
from study.rules.model import (
    AllOf,
    Answer,
    Attribute,
    Calculation,
    Combined,
    Condition,
    Judged,
    Reading,
    Row,
    Rule,
    Table,
    Truth,
    Which,
    Words,
)
from tests.study.rules.drawing import AGE, ALT, DAY, SEX, WEIGHT, cell, compare, q


def branches(**conditions: Condition | None) -> list[Branch]:
    return [
        Branch(name, name.title(), Rule(condition) if condition is not None else None)
        for name, condition in conditions.items()
    ]


OLD, OLDER, CHILD = (compare(AGE, sign, q(age, "a")) for sign, age in ((">=", 65), (">=", 70), ("<", 18)))


def test_a_branch_that_another_covers_is_unreachable_and_overlaps_it() -> None:
    told = impact(branches(old=OLD, older=OLDER, child=CHILD))
    assert told.unreachable == ("older",)
    assert [(each.first, each.second, each.example) for each in told.overlaps] == [
        ("old", "older", "age: 70 years")
    ]
    assert told.gaps == ("age: 18 years", "age: between 18 years and 65 years")
    assert told.cannot_tell == ()


def test_the_other_way_round_both_are_reached() -> None:
    told = impact(branches(older=OLDER, old=OLD))
    assert told.unreachable == ()
    assert len(told.overlaps) == 1


def test_branches_that_share_all_cases_leave_nothing() -> None:
    told = impact(branches(before=compare(DAY, "<", q(0)), after=compare(DAY, ">=", q(1))))
    assert (told.overlaps, told.gaps, told.unreachable) == ((), (), ()), "there is no Day 0"
    sexes = impact(branches(f=compare(SEX, "=", Words("female")), m=compare(SEX, "=", Words("male"))))
    assert (sexes.overlaps, sexes.gaps) == ((), ())
    arms = impact(branches(a=compare(Attribute("arm"), "=", Words("A"))))
    assert arms.gaps == ("arm: something else",)
    ranged = replace(ALT, reading=Reading.AGAINST_RANGE)
    assert impact(branches(high=compare(ranged, "=", Words("high")))).gaps == (
        "ALT against the laboratory's range: low",
        "ALT against the laboratory's range: normal",
    )


def test_what_can_never_hold_is_unreachable() -> None:
    never = AllOf((compare(AGE, ">", q(64, "a")), compare(AGE, "<", q(65, "a"))))
    assert impact(branches(never=never)).unreachable == ("never",), "ages are whole years"
    assert impact(branches(never=compare(AGE, "<", q(0, "a")))).unreachable == ("never",)


def test_units_are_cut_in_the_unit_of_the_term() -> None:
    told = impact(
        branches(heavy=compare(WEIGHT, ">=", q(70, "kg")), light=compare(WEIGHT, "<", q(70_000, "g")))
    )
    assert (told.overlaps, told.gaps) == ((), ())


def test_a_branch_that_a_person_decides_leaves_the_others_open() -> None:
    told = impact(branches(asked=None, old=OLD))
    assert told.unreachable == ()
    assert told.cannot_tell == ("“Asked” has no rule: a person decides.",)
    yes = impact(branches(yes=compare(Judged("rash"), "=", Truth()), old=OLD))
    assert [each.example for each in yes.overlaps] == [
        "what the investigator says to “rash”: yes; age: 65 years"
    ]


def test_what_cannot_be_told_is_said() -> None:
    before = replace(ALT, which=Which.BEFORE)
    against = impact(branches(rises=compare(ALT, ">", before)))
    assert "cannot be told beforehand" in against.cannot_tell[0]
    twice = compare(Combined(Calculation.TIMES, ALT, q(2)), ">", q(9, "U/L"))
    assert "cannot be told beforehand" in impact(branches(twice=twice)).cannot_tell[0]
    both = AllOf((compare(ALT, ">", q(3, "U/L")), compare(before, ">", q(3, "U/L"))))
    assert "depend on one another" in impact(branches(both=both)).cannot_tell[0]
    assert impact(branches(both=both)).gaps == ()
    many = AllOf(tuple(compare(Attribute(f"a{n}"), "=", Words("x")) for n in range(13)))
    assert "more than 5000 cases" in impact(branches(many=many)).cannot_tell[0]


def test_rows_that_never_decide_and_what_no_row_fits() -> None:
    rows = (
        Row((cell((">=", q(18, "a"))), cell())),
        Row((cell((">=", q(65, "a"))), cell(("=", Words("female"))))),
        Row((cell(), cell(("=", Words("male")))), Answer.DOES_NOT_HOLD),
    )
    told = rows_impact(Rule(Table((AGE, SEX), rows)))
    assert told.unreachable == (2,)
    assert told.gap == "age: less than 18 years; sex: “female”"


_CUTS = st.tuples(st.sampled_from(["<", "<=", "=", "!=", ">=", ">"]), st.integers(-3, 3))


@given(st.lists(_CUTS, min_size=1, max_size=3))
def test_gaps_and_overlaps_are_found_exactly(cuts: list[tuple[str, int]]) -> None:
    ways = [
        Branch(str(n), str(n), Rule(compare(WEIGHT, sign, q(at, "kg")))) for n, (sign, at) in enumerate(cuts)
    ]
    told = impact(ways)
    holding = [
        [
            each.id
            for each in ways
            if each.rule and evaluate_with(each.rule, {WEIGHT: value}).answer is Answer.HOLDS
        ]
        for value in (Decimal(n) / 2 for n in range(-9, 10))
    ]
    assert bool(told.gaps) == ([] in holding)
    assert set(told.unreachable) == {each.id for each in ways} - {each[0] for each in holding if each}
    pairs = {(a, b) for each in holding for n, a in enumerate(each) for b in each[n + 1 :]}
    assert {(each.first, each.second) for each in told.overlaps} == pairs
