"""The laws of every command: undo gives the first bytes, the result opens again, no flaw comes that it does not say.

`done` does a command on a study and holds it to them; `refused` holds a refusal to its own: a sentence, the same from
rule and execution, and nothing changed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import count

import pytest

from study.apply import apply
from study.changes import from_text, to_text
from study.commands.command import CannotError, Command
from study.commands.execute import Executed, execute, previewed, why_not
from study.document import Document, content_hash_of
from study.findings import find_problems
from tests.study.studies import SAMPLE, study_bytes

STUDIES = ("alexion-nct04573309-v4", "cdisc-pilot-lzzt-v4", "lilly-nct03421379-v3", SAMPLE)
"""What commands are held to their laws on: real studies of both generations, and the sample."""
BOTH = ("lilly-nct03421379-v3", SAMPLE)
"""One of each generation, for what does not depend on the study."""


def numbered() -> Callable[[str], str]:
    """A source of new ids that never gives one twice, and says which call of this it comes from."""
    call, numbers = next(_calls), count(1)
    return lambda prefix: f"{prefix}_new{call}_{next(numbers)}"


_calls = count(1)
_problems: dict[bytes, Counter[tuple[str, str]]] = {}


def opened(name: str) -> Document:
    """A study of its own for one test."""
    return Document.from_bytes(study_bytes(name))


def problems(document: Document) -> Counter[tuple[str, str]]:
    """The findings of a study: rule and entity."""
    key = content_hash_of(document.to_bytes()).encode()
    if key not in _problems:
        _problems[key] = Counter((each.rule, each.entity_id) for each in find_problems(document))
    return _problems[key]


def done(document: Document, command: Command, explains: tuple[str, ...] = ()) -> Executed:
    """Does `command` and holds it to the laws. `explains`: rules of the findings that the edit brings by its nature."""
    first, values = document.to_bytes(), repr(document.root)
    flaws = problems(document)
    assert why_not(document, command) == ""
    title = command.title(document)
    assert title
    assert len(title) <= 1000
    assert "\n" not in title
    assert "{" not in title
    ids = numbered()
    given: list[str] = []

    def fresh_id(prefix: str) -> str:
        given.append(ids(prefix))
        return given[-1]

    with previewed(document, command, fresh_id) as seen:
        assert seen.title == title
    assert repr(document.root) == values, "a preview changed the study"

    again = iter(given[:])
    executed = execute(document, command, lambda _: next(again))
    after, changed = document.to_bytes(), repr(document.root)
    assert executed.recorded == seen.recorded
    assert executed.title == title
    assert repr(Document.from_bytes(after).root) == changed, "what is written does not open as what it was"
    for recorded in executed.recorded:
        assert from_text(to_text(recorded.change)) == recorded.change
    new = problems(document) - flaws
    assert [(rule, entity) for rule, entity in new if rule not in explains] == []

    apply(document, executed.inverse)
    assert document.to_bytes() == first, "undo does not give the first bytes"
    apply(document, [recorded.change for recorded in executed.recorded])
    assert repr(document.root) == changed, "redo does not give the same study"
    return executed


def refused(document: Document, command: Command) -> str:
    """The sentence with which `command` is refused, by its rule and by its execution alike; nothing is changed."""
    first = repr(document.root)
    reason = why_not(document, command)
    assert reason
    assert reason[-1] in ".!?"
    with pytest.raises(CannotError) as cannot:
        execute(document, command, numbered())
    assert cannot.value.reason == reason
    assert repr(document.root) == first
    return reason
