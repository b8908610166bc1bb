"""Whether a change set may become part of a study: what is refused, why, and that the document stays as it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from resources.sample import sample_study_bytes
from study.acceptance import (
    MOST_BYTES,
    MOST_CHANGES,
    NotAcceptedError,
    RefusalCode,
    accept,
    read_submitted,
    why_refused,
)
from study.apply import setting_of
from study.change_set import ChangeSet, Recorded, Target, change_set_text
from study.changes import AddRef, Change, Place, Set
from study.document import Document
from study.json_types import ABSENT


@pytest.fixture
def document() -> Document:
    return Document.from_bytes(sample_study_bytes())


def made(*changes: Change) -> ChangeSet:
    return ChangeSet(
        "change-set-1",
        "study",
        1,
        "Ada",
        "2026-03-03T16:30:00Z",
        Target.PROTOCOL,
        "set",
        "Rename the study",
        tuple(Recorded(each) for each in changes),
    )


def renamed(document: Document) -> ChangeSet:
    return made(setting_of(document, "$study", "label", "Another name"))


def test_what_fits_is_accepted(document: Document) -> None:
    before = document.to_bytes()
    change_set = renamed(document)
    assert why_refused(document, change_set, "study") is None
    assert document.to_bytes() == before
    accept(document, change_set, "study")
    assert Document.from_bytes(document.to_bytes()).title == "Another name"


def test_what_breaks_the_rule_is_refused_and_changes_nothing(document: Document) -> None:
    before = document.to_bytes()
    good = renamed(document)
    many = tuple(Recorded(Set("$study", "label", str(n), str(n + 1))) for n in range(MOST_CHANGES + 1))
    for change_set, code in (
        (replace(good, study_id="other"), RefusalCode.OTHER_STUDY),
        (replace(good, author=" "), RefusalCode.NO_AUTHOR),
        (replace(good, target=Target.LAYOUT), RefusalCode.TARGET_NOT_KEPT),
        (replace(good, recorded=()), RefusalCode.NO_CHANGE),
        (replace(good, recorded=many), RefusalCode.TOO_LARGE),
        (made(Set("gone", "label", ABSENT, "x")), RefusalCode.DOES_NOT_FIT),
        (made(Set("$study", "label", "what never was", "x")), RefusalCode.DOES_NOT_FIT),
        (made(*good.changes, *good.changes), RefusalCode.DOES_NOT_FIT),
        (made(AddRef("$study", "label", "x", Place(None))), RefusalCode.DOES_NOT_FIT),
        (made(Set("$root", "clinicalStudy", ABSENT, {})), RefusalCode.NO_STUDY_LEFT),
    ):
        refusal = why_refused(document, change_set, "study")
        assert refusal is not None
        assert refusal.code is code
        assert refusal.reason.endswith(".")
        assert document.to_bytes() == before


def test_a_line_that_is_no_change_set_is_refused(document: Document) -> None:
    line = change_set_text(renamed(document))
    assert read_submitted(line) == renamed(document)
    for text, code in (
        ("", RefusalCode.MALFORMED),
        ("[]", RefusalCode.MALFORMED),
        ("{", RefusalCode.MALFORMED),
        ("[" * 100_000, RefusalCode.MALFORMED),
        (line[:-1], RefusalCode.MALFORMED),
        (line.replace('"baseRevision":1', '"baseRevision":-1'), RefusalCode.MALFORMED),
        (line.replace('"format":1', '"format":2', 1), RefusalCode.UNKNOWN_FORMAT),
        (line.replace('"protocol"', '"paper"'), RefusalCode.UNKNOWN_FORMAT),
        (line.replace('"kind":"set"', '"kind":"burn"'), RefusalCode.UNKNOWN_FORMAT),
        (" " * MOST_BYTES + line, RefusalCode.TOO_LARGE),
    ):
        with pytest.raises(NotAcceptedError) as caught:
            read_submitted(text)
        assert caught.value.refusal.code is code
        assert caught.value.refusal.reason
