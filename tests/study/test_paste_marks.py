"""What of a copied text is marks: plain blocks, blocks with headings, tables of ours, and what is none."""

from __future__ import annotations

import pytest

from study.document import Document
from study.paste_block import PasteError
from study.paste_marks import read_marks
from study.soa import schedule_of_activities
from study.soa_copy import as_tsv, copied
from tests.study.studies import SAMPLE, study_bytes


def test_marks_alone_are_taken_as_they_stand() -> None:
    pasted = read_marks("X\t\n0\tyes\n")
    assert pasted.block == (("x", ""), ("", "x"))
    assert not pasted.headings


def test_headings_and_names_are_left_out() -> None:
    pasted = read_marks("Visit\tDay 1\tDay 8\nWindow\t\t±3\nECG\tX (a)\t\nPK\t\tX → Sampling\n")
    assert pasted.block == (("x", ""), ("", "x"))
    assert pasted.headings


def test_a_copied_table_has_the_marks_of_that_table() -> None:
    found = Document.from_bytes(study_bytes(SAMPLE)).default_timeline()
    assert found is not None
    soa = schedule_of_activities(found[2], found[1])
    block = read_marks(as_tsv(copied(soa))).block
    marked = {(r, c) for r, row in enumerate(block) for c, cell in enumerate(row) if cell}
    assert marked == set(soa.marks)


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Dear colleague\n\n", "a\tb\nc\td", "Visit\tDay 1\nECG\tmaybe", "\0"]
)
def test_what_is_no_table_of_marks_is_refused_with_a_sentence(text: str) -> None:
    with pytest.raises(PasteError) as why:
        read_marks(text)
    assert str(why.value).endswith(".")
