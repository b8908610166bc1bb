"""Blocks from spreadsheets: tabs, semicolons, commas, quotation marks, and text that is no table."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.paste_block import MOST_CELLS, PasteError, mark_in, read_block, why_no_marks


@pytest.mark.parametrize(
    ("text", "block"),
    [
        ("x\t\t1\r\n\tX\t", (("x", "", "1"), ("", "X", ""))),
        ("x;0;-\n;;✓\n", (("x", "0", "-"), ("", "", "✓"))),
        ('"x",,"1"\n,x,', (("x", "", "1"), ("", "x", ""))),
        ("\ufeffx", (("x",),)),
        ("x\n\nx", (("x",), ("",), ("x",))),
        ("x\tx\nx", (("x", "x"), ("x", ""))),
        ('"two\nlines"\tx', (("two\nlines", "x"),)),
        ('5" tube\tx', (('5" tube', "x"),)),
        ('"open\tx', (('"open', "x"),)),
    ],
)
def test_a_table_is_read_as_spreadsheets_copy_it(text: str, block: tuple[tuple[str, ...], ...]) -> None:
    assert read_block(text) == block


@pytest.mark.parametrize("text", ["", "\n", "\r\n\r\n", "\0x", "\t" * (MOST_CELLS + 1)])
def test_what_is_no_table_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(PasteError) as refused:
        read_block(text)
    assert str(refused.value).endswith(".")


def test_marks_are_the_signs_that_people_use() -> None:
    assert [mark_in(cell) for cell in ("X", " x ", "✓", "✔", "1", "Yes")] == [True] * 6
    assert [mark_in(cell) for cell in ("", "  ", "0", "-", "–", "no")] == [False] * 6
    assert [mark_in(cell) for cell in ("X*", "2", "a", "if needed", "ja, nein")] == [None] * 5


def test_the_first_cell_that_is_no_mark_is_named() -> None:
    assert why_no_marks((("x", ""), ("x", "if fasting"))).startswith("Row 2, column 2")
    assert "…" in why_no_marks((("x" * 10_000,),))
    assert why_no_marks((("x", "0"),)) == ""


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_is_a_table_or_a_sentence(text: str) -> None:
    try:
        block = read_block(text)
    except PasteError:
        return
    assert len({len(row) for row in block}) == 1
