"""What titles call things: on one line, never too long, never cut between a letter and what is written upon it."""

from __future__ import annotations

import unicodedata

import pytest

from study.commands.attributes import SetAttribute
from study.commands.naming import free_name, listed, named, shortened
from study.commands.new_element import GiveNewElement
from study.commands.several import Several
from tests.study.commands.lawful import opened, refused
from tests.study.studies import SAMPLE


def test_a_short_name_stays_and_a_long_one_is_cut() -> None:
    assert shortened("Week 8") == "Week 8"
    assert shortened("Vital\n signs\t(supine)") == "Vital signs (supine)"
    assert shortened("x" * 10_000) == "x" * 59 + "…"
    assert shortened("") == ""


@pytest.mark.parametrize(
    "text", ["e\u0301" * 400, "क्षि" * 300, "👩🏽‍⚕️" * 200, "ب\u0650" * 300, "\u0301" * 10_000]
)
def test_nothing_is_cut_between_a_letter_and_its_marks(text: str) -> None:
    short = shortened(text)
    assert 0 < len(short) <= 60
    assert short.endswith("…")
    kept = len(short) - 1
    if kept < len(text) and not text.startswith("\u0301"):
        assert unicodedata.combining(text[kept]) == 0


def test_names_are_listed_up_to_three() -> None:
    document = opened(SAMPLE)
    four = [str(a.id) for a in document.designs()[0].activities[:5]]
    first, second, third = (named(document, address) for address in four[:3])
    assert listed(document, four[:2]) == f"{first}, {second}"
    assert listed(document, four) == f"{first}, {second}, {third} and 2 more"
    assert named(document, "gone") == "gone"


def test_a_name_that_is_taken_gets_a_number() -> None:
    taken = [{"name": "ECG"}, {"name": "ECG (2)"}, {"name": None}, "no entity"]
    assert free_name(taken, "ECG") == "ECG (3)"
    assert free_name(taken, "Weight") == "Weight"
    assert free_name(None, "ECG") == "ECG"


def test_what_several_commands_are_called_is_a_line_that_can_be_read() -> None:
    document = opened(SAMPLE)
    many = Several((), "Delete " + ", ".join(f"activity number {n}" for n in range(500)))
    assert len(many.title(document)) <= 160
    assert many.title(document).endswith("…")


def test_an_attribute_is_called_as_people_call_it() -> None:
    document = opened(SAMPLE)
    timing = document.designs()[0].timelines[0].timings[0].id or ""
    assert (
        SetAttribute(timing, "valueLabel", "a while")
        .title(document)
        .startswith("Change “Value, in words” of ")
    )
    assert SetAttribute(timing, "description", "").title(document).startswith("Clear “Description” of ")


def test_nothing_chosen_is_no_name_in_quotes() -> None:
    document = opened(SAMPLE)
    reason = refused(document, SetAttribute("", "label", "x"))
    assert "“”" not in reason
    assert "Repair ids" in reason


def test_a_new_element_is_given_to_some_cell() -> None:
    assert refused(opened(SAMPLE), GiveNewElement("Docetaxel", ())) == "No cell is chosen."
