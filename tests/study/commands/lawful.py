"""The laws of every command: undo gives the first bytes, the result opens again, no flaw comes that it does not say.

`done` does a command on a study and holds it to them; `refused` holds a refusal to its own: a sentence, the same from
rule and execution, and nothing changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from itertools import count

import pytest

from study.apply import apply
from study.changes import from_text, to_text
from study.commands.command import CannotError, Command
from study.commands.execute import Executed, execute, previewed, why_not
from study.document import Document
from study.findings import find_problems
from tests.study.studies import SAMPLE, assert_reopens, study_bytes

STUDIES = ("alexion-nct04573309-v4", "cdisc-pilot-lzzt-v4", "lilly-nct03421379-v3", SAMPLE)
"""What commands are held to their laws on: real studies of both generations, and the sample."""


def numbered() -> Callable[[str], str]:
    """A source of new ids that says the same each time."""
    numbers = count(1)
    return lambda prefix: f"{prefix}_new{next(numbers)}"


def opened(name: str) -> Document:
    """A study of its own for one test."""
    return Document.from_bytes(study_bytes(name))


@cache
def problems(data: bytes) -> Counter[tuple[str, str]]:
    """The findings of a study: rule and entity."""
    return Counter((each.rule, each.entity_id) for each in find_problems(Document.from_bytes(data)))


def done(document: Document, command: Command, explains: tuple[str, ...] = ()) -> Executed:
    """Does `command` and holds it to the laws. `explains`: rules of the findings that the edit brings by its nature."""
    first = document.to_bytes()
    assert why_not(document, command) == ""
    title = command.title(document)
    assert title
    assert len(title) <= 1000
    assert "\n" not in title
    assert "{" not in title
    with previewed(document, command, numbered()) as seen:
        assert seen.title == title
    assert document.to_bytes() == first, "a preview changed the study"

    executed = execute(document, command, numbered())
    after = document.to_bytes()
    assert executed.recorded == seen.recorded
    assert executed.title == title
    assert_reopens(document)
    for recorded in executed.recorded:
        assert from_text(to_text(recorded.change)) == recorded.change
    new = problems(after) - problems(first)
    assert [(rule, entity) for rule, entity in new if rule not in explains] == []

    apply(document, executed.inverse)
    assert document.to_bytes() == first, "undo does not give the first bytes"
    apply(document, [recorded.change for recorded in executed.recorded])
    assert document.to_bytes() == after, "redo does not give the same bytes"
    return executed


def refused(document: Document, command: Command) -> str:
    """The sentence with which `command` is refused, by its rule and by its execution alike; nothing is changed."""
    first = document.to_bytes()
    reason = why_not(document, command)
    assert reason
    assert reason[-1] in ".!?"
    with pytest.raises(CannotError) as cannot:
        execute(document, command, numbered())
    assert cannot.value.reason == reason
    assert document.to_bytes() == first
    return reason
