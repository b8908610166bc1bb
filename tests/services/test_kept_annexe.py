"""The annexe of a kept study: brought forward by changes, each once, and kept as text with its revision."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services.kept_annexe import KeptAnnexe, read, written
from study.annexe import Annexe, optional_marks
from study.change_set import Target, change_set_text
from study.changes import Change, Insert, Place, Set
from study.revisions import RevisionChange
from tests.backend.editing import change_set

MARK = {"id": "mark:v1:a1", "instanceId": "v1", "activityId": "a1", "kind": "optional"}


def made(revision: int, change: Change, target: Target = Target.ANNEXE) -> RevisionChange:
    text = change_set_text(replace(change_set("study", 1, change), target=target))
    return RevisionChange(revision, "", text)


def test_changes_of_the_annexe_are_taken_over_each_once() -> None:
    marked = made(2, Insert("$root", "marks", MARK, Place(None)))
    name = made(3, Set("$study", "label", "a", "b"), Target.PROTOCOL)
    kept = KeptAnnexe().forward([marked, name])
    assert kept.revision == 3
    assert optional_marks(Annexe.from_bytes(kept.text.encode())) == {("v1", "a1")}
    assert kept.forward([marked, name]) is kept
    cleared = kept.forward([marked, name, made(4, Set("mark:v1:a1", "kind", "optional", "required"))])
    assert optional_marks(Annexe.from_bytes(cleared.text.encode())) == frozenset()
    assert read(written(cleared)) == cleared


def test_changes_that_do_not_fit_are_said_not_to() -> None:
    with pytest.raises(ValueError, match="not there"):
        KeptAnnexe().forward([made(2, Set("mark:v1:a1", "kind", "optional", "required"))])


@pytest.mark.parametrize("setting", [None, "", "{", "[]", '{"format": 2}', '{"format": 1, "revision": "x"}'])
def test_what_cannot_be_read_is_an_empty_annexe(setting: str | None) -> None:
    assert read(setting) == KeptAnnexe()
