"""The chain of audit records: what was written verifies, and any tampering is found at its place."""

from __future__ import annotations

from dataclasses import replace

import pytest

from study.audit_chain import (
    FIRST,
    AuditKind,
    AuditRecord,
    ChainedRecord,
    chained,
    first_broken,
    link,
    read_record,
    record_text,
)


def record(number: int) -> AuditRecord:
    return AuditRecord(
        study_id="study",
        sequence=number,
        revision=number,
        kind=AuditKind.IMPORT if number == 1 else AuditKind.CHANGE,
        content_hash=f"sha256:{number:064d}",
        received_at=f"2026-03-03T16:30:{number:02d}.000000Z",
        change_set_id="" if number == 1 else f"change-set-{number}",
        author="" if number == 1 else "Ada Ødegård",
        captured_at="2026-03-03T16:29:00Z",
        reason="Amendment 2",
        change_set="" if number == 1 else '{"format":1}',
    )


def chain(count: int) -> list[ChainedRecord]:
    kept: list[ChainedRecord] = []
    before = FIRST
    for number in range(1, count + 1):
        kept.append(chained(before, record(number)))
        before = kept[-1].hash
    return kept


def test_what_was_written_verifies_and_reads_back() -> None:
    kept = chain(4)
    assert first_broken("study", kept) is None
    assert first_broken("study", kept, last_hash=kept[-1].hash) is None
    assert [read_record(each.text) for each in kept] == [record(number) for number in range(1, 5)]
    assert kept[0].text.isascii()


def test_the_hash_is_what_the_first_line_says() -> None:
    import hashlib

    first, second = chain(2)
    assert first.hash == hashlib.sha256(("0" * 64 + "\n" + record_text(record(1))).encode()).hexdigest()
    assert second.hash == hashlib.sha256((first.hash + "\n" + record_text(record(2))).encode()).hexdigest()


@pytest.mark.parametrize("place", [1, 2, 4])
def test_an_altered_record_is_found_at_its_place(place: int) -> None:
    kept = chain(4)
    text = record_text(replace(record(place), author="Somebody Else"))
    kept[place - 1] = ChainedRecord(text, kept[place - 1].hash)
    broken = first_broken("study", kept)
    assert broken is not None
    assert broken.place == place


def test_a_record_that_was_altered_with_its_hash_is_found_at_the_next() -> None:
    kept = chain(4)
    text = record_text(replace(record(2), reason=""))
    kept[1] = ChainedRecord(text, link(kept[0].hash, text))
    broken = first_broken("study", kept)
    assert broken is not None
    assert broken.place == 3


def test_a_record_that_is_gone_twice_or_moved_is_found() -> None:
    kept = chain(4)
    for tampered, place in (
        (kept[:1] + kept[2:], 2),
        (kept[:2] + kept[1:], 3),
        ([kept[0], kept[2], kept[1], kept[3]], 2),
        (kept[1:], 1),
    ):
        broken = first_broken("study", tampered)
        assert broken is not None
        assert broken.place == place


def test_a_cut_off_end_shows_against_a_hash_that_was_noted() -> None:
    kept = chain(4)
    broken = first_broken("study", kept[:3], last_hash=kept[3].hash)
    assert broken is not None
    assert broken.place == 4


@pytest.mark.parametrize(
    "text", ["", "{", "[]", "{}", '{"format": 2}', '{"format":1,"kind":"other"}', "\ud800"]
)
def test_what_is_no_record_is_said_to_be_none(text: str) -> None:
    broken = first_broken("study", [ChainedRecord(text, FIRST)])
    assert broken is not None
    assert broken.place == 1


def test_another_study_s_record_is_found() -> None:
    assert first_broken("other", chain(1)) is not None


def test_a_record_written_another_way_is_found() -> None:
    first = chain(1)[0]
    spaced = first.text.replace(",", ", ")
    assert read_record(spaced) == read_record(first.text)
    assert first_broken("study", [ChainedRecord(spaced, link(FIRST, spaced))]) is not None
