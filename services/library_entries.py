"""What the library hands to the program: studies, what was opened, how things stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from pathlib import Path

from services.cached_studies import CachedStudy
from services.catching_up import AcceptedEdits, ArrivedChanges, RefusedEdit
from services.credentials import CredentialStatus
from services.journal import JournalEntry
from services.sync import SyncState
from services.trouble import Trouble


class Where(Enum):
    """Where a study can be read from."""

    BACKEND = "backend"
    CACHE = "cache"
    BOTH = "both"
    FILE = "file"


class Freshness(Enum):
    """What is known of the content that was opened."""

    CURRENT = "current"
    """It is what the backend, or the file, has now."""
    UNCHECKED = "unchecked"
    """It was kept; the backend is being asked, or cannot be."""
    STALE = "stale"
    """The backend is known to have a newer revision, which is fetched as soon as it can be."""
    FILE_MISSING = "file missing"
    """It is what the file held when it was last opened; the file itself cannot be read now."""


@dataclass(frozen=True, slots=True)
class StudyEntry:
    """A study on the home page. `revision` is what is kept, else what the backend has; `size` in bytes."""

    id: str
    title: str
    file_name: str
    usdm_version: str
    size: int
    where: Where
    revision: int | None
    is_current: bool
    last_synced: datetime | None
    last_opened: datetime | None
    source: Path | None

    @property
    def opens_offline(self) -> bool:
        """Whether it can be opened with no network."""
        return self.where is not Where.BACKEND


@dataclass(frozen=True, slots=True)
class OpenedStudy:
    """A study's whole content, how fresh it is, and the edits that were made to it here, in order."""

    entry: StudyEntry
    content: bytes
    freshness: Freshness
    edits: tuple[JournalEntry, ...] = ()
    annexe: str = ""
    """The text of the annexe that belongs to the content; "" for an empty one."""


@dataclass(frozen=True, slots=True)
class LibraryStatus:
    """What the status bar says. `backend` is a URL, or `embedded`."""

    backend: str
    sync: SyncState
    credentials: CredentialStatus
    cache_in_memory: bool


@dataclass(frozen=True, slots=True)
class LibraryEvents:
    """Who is told. Called in a worker thread: queue them to the thread that paints."""

    status: Callable[[LibraryStatus], None] = lambda _: None
    studies_changed: Callable[[], None] = lambda: None
    study_updated: Callable[[StudyEntry], None] = lambda _: None
    """A study that is kept has newer content now: open it again to see it.

    `changes_arrived`, or `edits_accepted`, may have told before how it came to that revision.
    """
    changes_arrived: Callable[[ArrivedChanges], None] = lambda _: None
    """Others have changed a study that is kept."""
    edits_accepted: Callable[[AcceptedEdits], None] = lambda _: None
    """Edits are part of the backend's study now; the journal says so."""
    edit_refused: Callable[[RefusedEdit], None] = lambda _: None
    """The backend has not accepted an edit; it stays in the journal with the reason."""
    notice: Callable[[Trouble], None] = lambda _: None
    index_changed: Callable[[], None] = lambda: None
    """Another study can be searched."""


def entry(study: CachedStudy) -> StudyEntry:
    """A study as the home page shows it."""
    if study.source is not None:
        where = Where.FILE
    elif study.listed_hash is None:
        where = Where.CACHE
    else:
        where = Where.BOTH if study.is_kept else Where.BACKEND
    return StudyEntry(
        id=study.id,
        title=study.title or study.file_name,
        file_name=study.file_name,
        usdm_version=study.usdm_version,
        size=study.size,
        where=where,
        revision=study.revision if study.is_kept else study.listed_revision,
        is_current=study.is_current or where is Where.FILE,
        last_synced=study.last_synced,
        last_opened=study.last_opened,
        source=study.source,
    )
