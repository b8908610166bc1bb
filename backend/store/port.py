"""The port behind which studies are kept: what every store promises, in plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from backend.store.changes import (
    MAX_CHANGES_PAGE,
    AuditPage,
    HeldContent,
    KeptChangeSet,
    StudySummary,
    Submission,
)
from backend.store.layout import KeptLayout
from study.revisions import ChangesPage
from study.shared_layout import ArrivedPlaces, PlacesMessage

__all__ = [
    "MAX_PAGE",
    "ContentChunk",
    "ContentNotHeldError",
    "ImportRequest",
    "Imported",
    "RevisionConflictError",
    "StoreError",
    "StoreFullError",
    "StoreUnreadableError",
    "StudyPage",
    "StudyRecord",
    "StudyStore",
    "StudySummary",
    "UnknownStudyError",
    "UploadRecord",
]

MAX_PAGE = 200
"""The most studies that one page of a list holds."""


@dataclass(frozen=True, slots=True)
class ImportRequest:
    """A study's content on its way into the store.

    `study_id` None makes a new study. Otherwise this is a new revision of that study, and `base_revision` is
    the revision that the caller last saw: any other one in the store is a conflict.
    """

    idempotency_key: str
    content: bytes
    summary: StudySummary
    file_name: str = ""
    study_id: str | None = None
    base_revision: int | None = None


@dataclass(frozen=True, slots=True)
class StudyRecord:
    """A study at one revision. Times are UTC; sizes are bytes of UTF-8."""

    id: str
    """The UUID that the backend gave it: USDM's own `Study.id` is null in practice."""
    title: str
    file_name: str
    usdm_version: str
    revision: int
    """1 at the first import, then one more each time."""
    content_hash: str
    size: int
    chunk_count: int
    created: datetime
    last_modified: datetime


@dataclass(frozen=True, slots=True)
class Imported:
    """The answer to an import: the study at the revision that this import made."""

    study: StudyRecord
    replayed: bool
    """True where the same key had brought the same content before: nothing was written now."""


@dataclass(frozen=True, slots=True)
class StudyPage:
    """One page of the list of studies, in the order in which they were first imported."""

    studies: tuple[StudyRecord, ...]
    end_cursor: str | None
    has_next: bool


@dataclass(frozen=True, slots=True)
class ContentChunk:
    """One piece of a study's text, cut at a character boundary."""

    study_id: str
    revision: int
    index: int
    total: int
    content_hash: str
    """Of the whole content, not of this chunk."""
    size: int
    """Of the whole content, in bytes."""
    text: str


@dataclass(frozen=True, slots=True)
class UploadRecord:
    """A study's content that arrives chunk by chunk. `received` are the indexes that are safe, ascending."""

    id: str
    content_hash: str
    size: int
    chunk_count: int
    received: tuple[int, ...]

    @property
    def complete(self) -> bool:
        return len(self.received) == self.chunk_count


class StoreError(Exception):
    """The store could not do what was asked; the message says what was kept and what to do."""


class UnknownStudyError(StoreError):
    """There is no such study, revision, chunk or upload."""


class RevisionConflictError(StoreError):
    """The study moved on since the base revision, or a key is used again for something else."""

    def __init__(self, message: str, current_revision: int | None = None) -> None:
        super().__init__(message)
        self.current_revision = current_revision


class ContentNotHeldError(StoreError):
    """The revision was made by change sets and its text is not held: it is made again by replaying them."""


class StoreFullError(StoreError):
    """No room is left on the disk. Nothing of the import was kept; all that was there before is."""


class StoreUnreadableError(StoreError):
    """The store's file cannot be opened or read: wrong key, damaged, or written by a newer program."""


class StudyStore(Protocol):
    """Where studies are kept. Every method is atomic, durable when it returns, and safe from any thread."""

    @property
    def store_id(self) -> str:
        """A UUID made when the store was, by which a client notices a reset or replaced server."""
        ...

    def import_study(self, request: ImportRequest) -> Imported:
        """Keep the content as a new study or a new revision.

        The same key with the same content and target is answered as the first time, writing nothing. Raises
        RevisionConflictError, UnknownStudyError (no such `study_id`), StoreFullError.
        """
        ...

    def find_import(self, idempotency_key: str) -> Imported | None:
        """What an import with this key made, or None: lets a repeated request skip its work."""
        ...

    def list_studies(self, after: str | None = None, limit: int = MAX_PAGE) -> StudyPage:
        """The studies after a cursor. Raises ValueError for a foreign cursor or a limit outside 1 to 200."""
        ...

    def get(self, study_id: str) -> StudyRecord:
        """The study at its newest revision. Raises UnknownStudyError."""
        ...

    def read_content(self, study_id: str, revision: int | None = None) -> bytes:
        """The whole content of a revision (None: the newest), byte for byte.

        Raises UnknownStudyError, ContentNotHeldError.
        """
        ...

    def read_chunk(self, study_id: str, revision: int | None, index: int) -> ContentChunk:
        """One chunk of a revision's text (None: the newest). Raises UnknownStudyError, ContentNotHeldError."""
        ...

    def begin_upload(
        self, idempotency_key: str, content_hash: str, size: int, chunk_count: int
    ) -> UploadRecord:
        """Start an upload, or find the one that this key started, with what it already holds.

        Uploads that nobody touched for a day are forgotten. Raises RevisionConflictError where the key
        started a different upload, StoreFullError.
        """
        ...

    def append_chunk(self, upload_id: str, index: int, piece: bytes) -> UploadRecord:
        """Keep one piece; sending it again is harmless.

        Raises UnknownStudyError for an unknown upload, ValueError for an index outside it or for pieces
        that together exceed the announced size, StoreFullError.
        """
        ...

    def read_upload(self, upload_id: str) -> bytes:
        """All pieces joined. Raises UnknownStudyError, or ValueError while some are missing."""
        ...

    def drop_upload(self, upload_id: str) -> None:
        """Forget an upload; harmless where there is none."""
        ...

    def submit(self, submission: Submission) -> tuple[KeptChangeSet, ...]:
        """Keep change sets that were found good: for each its text, its revision and its audit record, or nothing.

        An audit record holds the change set whole and is bound to the one before (`study.audit_chain`). Raises
        RevisionConflictError where the base is not the newest revision or an id was used before,
        UnknownStudyError, StoreFullError.
        """
        ...

    def find_change_sets(self, ids: Sequence[str]) -> dict[str, KeptChangeSet]:
        """Those of the ids that change sets were accepted with, whatever study they were for."""
        ...

    def changes_since(self, study_id: str, revision: int, limit: int = MAX_CHANGES_PAGE) -> ChangesPage:
        """What came after a revision (0: from the first), in order, at most `limit` and `PAGE_CHARACTERS`.

        Raises UnknownStudyError for no such study or a revision that never was, ValueError for a limit outside
        1 to 200.
        """
        ...

    def annexe_change_sets(self, study_id: str, revision: int) -> tuple[str, ...]:
        """The texts of all change sets that make a study's annexe at a revision, in order.

        The annexe goes on when the study is brought in anew. Raises UnknownStudyError.
        """
        ...

    def audit_trail(
        self,
        study_id: str,
        after: int | None = None,
        limit: int = MAX_CHANGES_PAGE,
        *,
        newest_first: bool = False,
    ) -> AuditPage:
        """A study's audit records behind the sequence `after`, in the order asked for.

        Raises UnknownStudyError, ValueError for a limit outside 1 to 200.
        """
        ...

    def imported_content(self, study_id: str, revision: int) -> HeldContent:
        """The content that a revision rests on: as last brought in whole, at or before it. Raises UnknownStudyError."""
        ...

    def held_content(self, study_id: str, revision: int) -> HeldContent:
        """The newest content at or before a revision whose text is held. Raises UnknownStudyError."""
        ...

    def hold_content(self, study_id: str, revision: int, content: bytes) -> None:
        """Keep the text of a revision that change sets made, so that it need not be made again.

        Raises UnknownStudyError, ValueError where the text does not match the revision's hash, StoreFullError.
        """
        ...

    def keep_places(self, study_id: str, message: PlacesMessage, digest: str) -> KeptLayout:
        """Keep where cards stand, over where they stood before: no revision, no audit record.

        `digest` is of the message as it was sent. The same id with the same digest is answered as the first time,
        writing nothing. Raises RevisionConflictError where the id was used for something else, UnknownStudyError,
        StoreFullError.
        """
        ...

    def find_places(self, study_id: str, message_id: str, digest: str) -> KeptLayout | None:
        """With which number a message was kept, or None. Raises RevisionConflictError as `keep_places`."""
        ...

    def places_since(self, study_id: str, number: int) -> ArrivedPlaces:
        """The cards of a study that were placed after a number (0: all that ever were). Raises UnknownStudyError."""
        ...

    def close(self) -> None:
        """Let go of the store. Using it afterwards raises StoreError."""
        ...
