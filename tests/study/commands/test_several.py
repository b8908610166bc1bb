"""Several commands as one step: all of them, or none."""

from __future__ import annotations

import pytest

from study.commands.command import CannotError
from study.commands.connections import Connect, Disconnect
from study.commands.execute import execute
from study.commands.rename import RenameEntity
from study.commands.several import Several
from study.document import Document
from tests.study.commands.lawful import STUDIES, done, numbered, opened
from tests.study.commands.planned_days import visit

LZZT = STUDIES[1]


def refused_on_the_way(document: Document, command: Several) -> str:
    """The reason that comes up when it is a later one's turn; the document is as it was."""
    before = document.to_bytes()
    with pytest.raises(CannotError) as cannot:
        execute(document, command, numbered())
    assert document.to_bytes() == before
    return cannot.value.reason


def title(document: Document, address: str) -> str:
    return str(document.index.unique[address]["label"])


def test_all_are_done_under_one_title_and_taken_back_together() -> None:
    document = opened(LZZT)
    first, second = visit(document, "Week 6"), visit(document, "Week 8")
    both = Several((RenameEntity(first, "Six"), RenameEntity(second, "Eight")), "Rename two")
    executed = done(document, both)
    assert executed.title == "Rename two"
    assert len({each.change.address for each in executed.recorded}) == 2  # type: ignore[union-attr]


def test_where_a_later_one_cannot_be_done_none_is() -> None:
    document = opened(LZZT)
    first, second = visit(document, "Week 6"), visit(document, "Week 8")
    reason = refused_on_the_way(
        document, Several((RenameEntity(first, "Six"), Connect(second, second)), "Both")
    )
    assert "itself" in reason
    assert title(document, first) == "Week 6"


def test_a_later_one_is_asked_on_what_those_before_it_leave() -> None:
    document = opened(LZZT)
    first = visit(document, "Week 6")
    reason = refused_on_the_way(document, Several((Disconnect(first), Disconnect(first)), "Twice"))
    assert "leads nowhere already" in reason
