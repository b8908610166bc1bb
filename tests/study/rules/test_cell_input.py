"""Typing into a cell: what is written reads back, and what cannot be is told in a sentence."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from study.rules.cell_input import CellError, cell_text, read_cell
from study.rules.kinds import troubles
from study.rules.model import Attribute, Cell, Done, Observed, Operand, Reading, Row, Rule, StudyDay, Table
from tests.study.rules.drawing import AGE, SEX, cell, q

HB = Observed("BC_HB", "Hemoglobin", unit="g/dL")
ULN = Observed("BC_ALT", "ALT", reading=Reading.OF_UPPER_LIMIT)
RANGE = Observed("BC_ALT", "ALT", reading=Reading.AGAINST_RANGE)


@pytest.mark.parametrize(
    ("column", "typed", "expected", "written"),
    [
        (AGE, "", Cell(), ""),
        (AGE, "any", Cell(), ""),
        (AGE, "<18", cell(("<", q(18, "a"))), "< 18 years"),
        (AGE, ">= 18 years", cell((">=", q(18, "a"))), "≥ 18 years"),
        (AGE, "18 to 75", cell((">=", q(18, "a")), ("<=", q(75, "a"))), "18 to 75 years"),
        (HB, "7,5 g/dL", cell(("=", q("7.5", "g/dL"))), "= 7.5 g/dL"),
        (HB, "< 70 g/L", cell(("<", q(70, "g/L"))), "< 70 g/L"),
        (StudyDay(), "Day −6", cell(("=", q(-6))), "= Day −6"),
        (ULN, "> 3", cell((">", q(3))), "> 3 × ULN"),
    ],
)
def test_what_is_typed_is_kept_and_reads_back(
    column: Operand, typed: str, expected: Cell, written: str
) -> None:
    made = read_cell(typed, column)
    assert made == expected
    assert cell_text(column, made) == written
    assert read_cell(written, column) == made


def test_texts_and_yes_or_no() -> None:
    assert cell_text(SEX, read_cell("female", SEX)) == "female"
    several = read_cell("low, high", RANGE)
    assert several.any_of
    assert cell_text(RANGE, several) == "low, high"
    done = Done("V1", "Visit 1")
    assert cell_text(done, read_cell("no", done)) == "no"


@pytest.mark.parametrize(
    ("column", "typed", "says"),
    [
        (AGE, "old", "such as"),
        (AGE, "75 to 18", "lower"),
        (HB, "4 mmol/L", "molar mass"),
        (HB, "4 quux", "no unit"),
        (SEX, "< female", "Only numbers"),
        (Done("V1", "Visit 1"), "maybe", "yes or no"),
        (RANGE, "purple", "none of"),
        (Attribute("responder"), "  ; ", "text"),
    ],
)
def test_what_cannot_be_is_told(column: Operand, typed: str, says: str) -> None:
    with pytest.raises(CellError, match=says):
        read_cell(typed, column)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=20), st.sampled_from([AGE, SEX, HB, ULN, RANGE, StudyDay(), Done("V1", "Visit 1")]))
@example("²", HB)
@example("1 ²", HB)
@example("< 1e9999", HB)
def test_whatever_is_typed_is_a_cell_or_a_sentence(text: str, column: Operand) -> None:
    try:
        made = read_cell(text, column)
    except CellError:
        return
    assert not troubles(Rule(Table((column,), (Row((made,)),))))
    assert read_cell(cell_text(column, made), column) == made or not made.tests
