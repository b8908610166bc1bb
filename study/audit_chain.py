"""The audit record of a study: each record bound to the one before by its hash, so that tampering is found offline.

A record's hash is SHA-256 over the hash before it, a line feed and the record's canonical text: JSON in ASCII with
sorted keys and no spaces. The first record follows `FIRST`. Whoever holds the records can compute all of it again
without the server that wrote them (21 CFR 11.10(e); EU Annex 11, 9). What the chain alone cannot show is that its end
was cut off: compare its last hash with one that was noted elsewhere.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

FORMAT: Final = 1
FIRST: Final = "0" * 64
"""Stands for the hash before the first record."""


class AuditKind(StrEnum):
    """What a record tells of."""

    IMPORT = "import"
    """A whole study was brought in, as a new study or over what was there."""
    CHANGE = "change"
    """A change set was accepted."""


@dataclass(frozen=True, slots=True)
class AuditRecord:
    """Who did what to a study, when and why.

    `sequence` counts from 1 in each study without a gap. `received_at` is the server's clock, `captured_at` the
    author's; both are instants in UTC as text. `change_set` is the text of the change set, old values beside new;
    "" for an import, whose author nobody stated. `content_hash` is of the study as the record leaves it.
    """

    study_id: str
    sequence: int
    revision: int
    kind: AuditKind
    content_hash: str
    received_at: str
    change_set_id: str = ""
    author: str = ""
    captured_at: str = ""
    reason: str = ""
    change_set: str = ""


@dataclass(frozen=True, slots=True)
class ChainedRecord:
    """A record as it is kept: its canonical text, and the hash that binds it to all before it."""

    text: str
    hash: str


@dataclass(frozen=True, slots=True)
class Broken:
    """The first record that is not what was written: its place from 1, and what is wrong, in a sentence."""

    place: int
    reason: str


def record_text(record: AuditRecord) -> str:
    """The canonical text of a record."""
    return json.dumps(
        {
            "format": FORMAT,
            "studyId": record.study_id,
            "sequence": record.sequence,
            "revision": record.revision,
            "kind": record.kind.value,
            "contentHash": record.content_hash,
            "receivedAt": record.received_at,
            "changeSetId": record.change_set_id,
            "author": record.author,
            "capturedAt": record.captured_at,
            "reason": record.reason,
            "changeSet": record.change_set,
        },
        sort_keys=True,
        separators=(",", ":"),
        ensure_ascii=True,
    )


def read_record(text: str) -> AuditRecord:
    """The record in a canonical text. Raises ValueError where it is none of this format."""
    try:
        value = json.loads(text)
        if type(value) is not dict or value["format"] != FORMAT:
            raise ValueError("An audit record of another format.")
        return AuditRecord(
            study_id=str(value["studyId"]),
            sequence=int(value["sequence"]),
            revision=int(value["revision"]),
            kind=AuditKind(value["kind"]),
            content_hash=str(value["contentHash"]),
            received_at=str(value["receivedAt"]),
            change_set_id=str(value["changeSetId"]),
            author=str(value["author"]),
            captured_at=str(value["capturedAt"]),
            reason=str(value["reason"]),
            change_set=str(value["changeSet"]),
        )
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("This is no audit record.") from error


def chained(before: str, record: AuditRecord) -> ChainedRecord:
    """A record bound to the hash `before` it (`FIRST` for the first)."""
    text = record_text(record)
    return ChainedRecord(text, link(before, text))


def link(before: str, text: str) -> str:
    """The hash of a record's canonical text behind the hash `before`, as 64 hexadecimal digits."""
    return hashlib.sha256(f"{before}\n{text}".encode()).hexdigest()


def first_broken(
    study_id: str, records: Iterable[ChainedRecord], last_hash: str | None = None
) -> Broken | None:
    """The first of a study's records, in order from its first, that was tampered with; None where all are as written.

    `last_hash`, where it was noted elsewhere, shows also that the end was not cut off.
    """
    before, place = FIRST, 0
    for place, kept in enumerate(records, start=1):
        try:
            record = read_record(kept.text)
        except ValueError as error:
            return Broken(place, str(error))
        if record.study_id != study_id:
            return Broken(place, "The record is of another study.")
        if record.sequence != place:
            return Broken(place, f"The record has number {record.sequence}, where {place} belongs.")
        if record_text(record) != kept.text:
            return Broken(place, "The record is not written as records are.")
        if link(before, kept.text) != kept.hash:
            return Broken(place, "The record does not fit its hash: it, or one before it, was altered.")
        before = kept.hash
    if last_hash is not None and before != last_hash:
        return Broken(place + 1, "The record ends before the hash that was noted.")
    return None
