"""What a store keeps of accepted edits: change sets, the revisions they made, and the audit record of each."""

from __future__ import annotations

from dataclasses import dataclass

MAX_CHANGES_PAGE = 200
"""The most revisions, or audit records, that one page holds."""
PAGE_CHARACTERS = 1_000_000
"""Of the change sets on one page; a page holds at least one whatever its length."""


@dataclass(frozen=True, slots=True)
class StudySummary:
    """What a store keeps of a study beside its content: read from the document that the revision is."""

    title: str
    usdm_version: str
    """As the document states it; "" where it states none."""


@dataclass(frozen=True, slots=True)
class AcceptedChangeSet:
    """A change set that was found good, and what the study is with it. It makes one revision.

    `text` is its canonical line in ASCII, `digest` the SHA-256 of that, by which a repeated one is known.
    `content_hash`, `size` (bytes) and `chunk_count` are of the study's text at the revision.
    """

    id: str
    text: str
    digest: str
    author: str
    captured_at: str
    reason: str
    content_hash: str
    size: int
    chunk_count: int
    summary: StudySummary
    target: str = "protocol"
    """What it changes (`study.change_set.Target`); an edit of the annexe leaves the text as it was."""


@dataclass(frozen=True, slots=True)
class Submission:
    """Change sets to be kept on top of `base_revision`, in order: all of them or none."""

    study_id: str
    base_revision: int
    change_sets: tuple[AcceptedChangeSet, ...]


@dataclass(frozen=True, slots=True)
class KeptChangeSet:
    """A change set that is safe in the store, and the revision it made."""

    id: str
    digest: str
    study_id: str
    revision: int
    content_hash: str


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """An audit record as `study.audit_chain` writes it, with the hash that binds it to those before."""

    sequence: int
    text: str
    hash: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Some of a study's audit records, sorted by their sequence. `total` counts all there are."""

    entries: tuple[AuditEntry, ...]
    total: int
    has_next: bool


@dataclass(frozen=True, slots=True)
class HeldContent:
    """The whole text of a study at a revision."""

    revision: int
    content: bytes
