"""What an edit moves further than itself, said before it is kept: each visit with its days, the others counted."""

from __future__ import annotations

from study.commands.by_attribute import command_for
from study.commands.execute import previewed
from study.consequences import moved_words
from study.document import Document
from study.timeline import PlannedTimes, planned_times
from tests.shared import shared_study


def times_of(document: Document) -> PlannedTimes:
    found = document.default_timeline()
    assert found is not None
    return planned_times(found[2], found[1])


def said(document: Document, name: str, value: str) -> str:
    """What is said of another value of a visit's timing."""
    before = times_of(document)
    key, planned = next((k, p) for k, p in before.times.items() if p.instance.title == name)
    assert planned.timing is not None
    command = command_for(document, planned.timing.id or "", "value", value)
    with previewed(document, command, lambda prefix: f"{prefix}_x"):
        return moved_words(before, times_of(document), key)


def test_a_visit_that_others_hang_on_says_how_many_move() -> None:
    document = Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))
    before = document.to_bytes()
    lines = said(document, "Week 8", "P9W").split("\n")
    assert lines[0] == "Day 57 → Day 64"
    assert any(line.startswith("Week 10") or "Day 71 → Day 78" in line for line in lines[1:])
    assert document.to_bytes() == before


def test_a_visit_that_nothing_hangs_on_moves_alone() -> None:
    document = Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))
    assert said(document, "Week 12 NPI", "P15D") == "Day 99 → Day 100"


def test_what_moves_nothing_says_nothing() -> None:
    document = Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))
    assert said(document, "Week 8", "P56D") == ""
