"""The encrypted cache: the studies that can be read with no network, owned by one writer thread."""

from __future__ import annotations

import logging
import secrets
import shutil
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Concatenate, ParamSpec, Self, TypeVar

from services import cache_schema, cached_studies, journal, search, study_settings
from services.cache_schema import DatabaseError, OperationalError
from services.cached_studies import CachedStudy, KnownBackend, working_copy_id
from services.files import make_folder
from services.journal import JournalEntry
from services.search import SearchResults
from services.trouble import Trouble
from study.language import QT_TRANSLATE_NOOP, translate
from study.search_texts import SearchKind, SearchText

log = logging.getLogger(__name__)

Answer = TypeVar("Answer")
Given = ParamSpec("Given")


_LEAST_ROOM = 1024 * 1024  # bytes


class CacheFull(Trouble):
    """The disk has no room for another study."""


class CacheDamaged(Trouble):
    """The cache could not be read; it has been set aside and a new one begun."""


class CacheUnwritable(Trouble):
    """The cache could not be written, for a reason that is neither damage nor a full disk."""


class Cache:
    """Every method returns a future at once; the work is done, in order, in the cache's own thread."""

    def __init__(
        self,
        path: Path | None,
        key: bytes | None = None,
        *,
        on_notice: Callable[[Trouble], None] = lambda _: None,
        on_kept: Callable[[], None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """Open `path`, or a cache in memory when it is None, encrypted with the 32 bytes of `key`.

        A file that is damaged, from a newer version or of another key is renamed, never rewritten, and
        `on_notice` is told, in the cache's thread. Where the folder cannot be written the cache is kept
        in memory, and told likewise. `on_kept` is called, in that thread too, when a content has been kept.
        """
        if path is not None and (key is None or len(key) != 32):
            raise ValueError("a cache on disk needs a key of 32 bytes")
        self._path = path
        self._key = key or secrets.token_bytes(32)
        self._on_notice = on_notice
        self._on_kept = on_kept
        self._now = now
        self._connection: cache_schema.Connection = None
        self._closed = False
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="maestro-cache")
        self._opened = self._thread.submit(self._open)

    def ready(self) -> Future[None]:
        """Done when the cache is open; it never fails, a cache in memory is the last resort."""
        return self._opened

    @property
    def in_memory(self) -> bool:
        """Whether what is kept is forgotten at the end; known once `ready` is done."""
        return self._path is None

    def close(self) -> None:
        """Finish what was asked, close the file and join the thread. Idempotent."""
        if not self._closed:
            self._closed = True
            self._thread.submit(self._shut)
        self._thread.shutdown(wait=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # What is known of backends

    def backend(self, backend: str) -> Future[KnownBackend | None]:
        """The backend of that name as it was last heard of."""
        return self._do(cached_studies.find_backend, backend)

    def note_backend(self, known: KnownBackend) -> Future[None]:
        """Remember that the backend answered."""
        return self._do(cached_studies.note_backend, known)

    # What is known of studies

    def studies(self) -> Future[list[CachedStudy]]:
        """All that are known, the one opened last first, then by title."""
        return self._do(cached_studies.all_studies)

    def study(self, study_id: str) -> Future[CachedStudy | None]:
        """One of them."""
        return self._do(cached_studies.find_study, study_id)

    def note_listing(
        self, backend: str, store_id: str, listed: Sequence[CachedStudy], *, tells_changes: bool = False
    ) -> Future[None]:
        """Take over what a backend lists, whole, in one transaction.

        Where it `tells_changes`, what is kept comes to a newer revision by these alone. A study that is listed no
        longer stays when its content is kept, and is forgotten when it is not.
        """
        return self._do(cached_studies.note_listing, backend, store_id, listed, self._now(), tells_changes)

    def put(self, study: CachedStudy, content: bytes) -> Future[CachedStudy]:
        """Keep the content of a study, all of it or nothing, and what it says of itself.

        Raises `CacheFull`; `study.content_hash`, where given, must be the content's.
        """
        return self._kept(self._do(cached_studies.put, study, content))

    def put_working_copy(self, path: Path, content: bytes, *, title: str) -> Future[CachedStudy]:
        """Keep what was read from a file, bound to its path and to the hash of the bytes read."""
        source = path.resolve()
        study = CachedStudy(id=working_copy_id(path), title=title, file_name=path.name, source=source)
        return self._kept(self._do(cached_studies.put, replace(study, last_opened=self._now()), content))

    def content(self, study_id: str) -> Future[bytes | None]:
        """The content that is kept of a study, checked against its hash; None when none is kept."""
        return self._do(cached_studies.read_content, study_id)

    def note_opened(self, study_id: str) -> Future[None]:
        """Remember that a person opened it now."""
        return self._do(cached_studies.note_opened, study_id, self._now())

    def describe(self, study_id: str, title: str, usdm_version: str) -> Future[None]:
        """Remember what the document of a working copy says of itself."""
        return self._do(cached_studies.describe, study_id, title, usdm_version)

    def remove(self, study_id: str) -> Future[None]:
        """Forget a study, what was set for it and, unless another has the same, its content."""
        return self._do(cached_studies.remove, study_id)

    # What people set for a study

    def setting(self, study_id: str, name: str) -> Future[str | None]:
        """The text kept under `name` for a study; None when none is."""
        return self._do(study_settings.read, study_id, name)

    def keep_setting(self, study_id: str, name: str, text: str) -> Future[None]:
        """Keep a text under `name` for a study, in place of the one before; an empty text forgets it."""
        return self._do(study_settings.keep, study_id, name, text)

    def settings(self) -> Future[list[tuple[str, str, str]]]:
        """Everything that was set for any study: its id, the name, the text."""
        return self._do(study_settings.all_kept)

    # The journal of edits

    def keep_edits(self, entries: Sequence[JournalEntry]) -> Future[None]:
        """Take edits into the journal, in order, all of them or none; once each, however often this is asked."""
        return self._do(journal.append, entries)

    def edits(self, study_id: str) -> Future[list[JournalEntry]]:
        """Every edit of a study that is kept, in order."""
        return self._do(journal.entries, study_id)

    def pending_edits(self, study_id: str) -> Future[list[JournalEntry]]:
        """The edits of a study that are still to be sent, in order."""
        return self._do(journal.pending, study_id)

    def studies_with_pending_edits(self) -> Future[list[str]]:
        """The ids of the studies that have such edits, the one with the oldest first."""
        return self._do(journal.studies_with_pending)

    def mark_edits_accepted(self, ids: Sequence[str], revision: int) -> Future[None]:
        """Note that edits are part of a revision of the backend."""
        return self._do(journal.mark_accepted, ids, revision)

    def mark_edit_refused(self, edit_id: str, reason: str) -> Future[None]:
        """Note that an edit was not accepted, and why."""
        return self._do(journal.mark_refused, edit_id, reason)

    def mark_edits_decided(self, ids: Sequence[str]) -> Future[None]:
        """Note that a person decided about edits that were refused."""
        return self._do(journal.mark_decided, ids)

    def rewrite_edits(self, entries: Sequence[JournalEntry]) -> Future[None]:
        """Keep other words for pending edits that were carried over to what others did."""
        return self._do(journal.rewrite, entries)

    def try_edits_again(self, ids: Sequence[str]) -> Future[None]:
        """Have edits that were refused pending again."""
        return self._do(journal.try_again, ids)

    def note_writing(self, study_id: str, ids: Sequence[str], content_hash: str) -> Future[None]:
        """Note that a file with this content is about to be written, and that it holds these edits."""
        return self._do(journal.note_writing, study_id, ids, content_hash)

    def mark_written(self, study_id: str, content_hash: str) -> Future[None]:
        """Note that the file with this content is there."""
        return self._do(journal.mark_written, study_id, content_hash)

    def forget_old_edits(self, study_id: str) -> Future[None]:
        """Drop edits that were accepted or written long ago."""
        return self._do(journal.forget_old, study_id)

    def all_edits(self) -> Future[list[JournalEntry]]:
        """Every edit of every study, in order."""
        return self._do(journal.all_entries)

    # The index for searching

    def search(
        self, query: str, limit: int, kind: SearchKind | None = None, study_id: str | None = None
    ) -> Future[SearchResults]:
        """What is found in all kept studies, or in one."""
        return self._do(search.search, query, limit, kind, study_id)

    def unindexed(self) -> Future[list[tuple[str, str]]]:
        """(content hash, id of a study that has it) of what is kept and cannot be searched yet."""
        return self._do(search.unindexed)

    def begin_index(self, content_hash: str) -> Future[bool]:
        """Prepare to take in what can be searched of a content; whether it is still kept."""
        return self._do(search.begin, content_hash)

    def add_to_index(self, content_hash: str, rows: Sequence[SearchText]) -> Future[bool]:
        """Take in some of it; whether it is still kept."""
        return self._do(search.add, content_hash, rows)

    def finish_index(self, content_hash: str) -> Future[None]:
        """Say that all of it is there."""
        return self._do(search.finish, content_hash)

    # The thread

    def _do(
        self,
        work: Callable[Concatenate[cache_schema.Connection, Given], Answer],
        *args: Given.args,
        **kwargs: Given.kwargs,
    ) -> Future[Answer]:
        return self._thread.submit(lambda: self._run(lambda tables: work(tables, *args, **kwargs)))

    def _kept(self, done: Future[CachedStudy]) -> Future[CachedStudy]:
        done.add_done_callback(lambda _: self._on_kept())
        return done

    def _run(self, work: Callable[[cache_schema.Connection], Answer]) -> Answer:
        try:
            with _transaction(self._connection):
                return work(self._connection)
        except DatabaseError as error:
            raise self._told(error) from error

    def _told(self, error: Exception) -> Trouble:
        """What a person is told of a database error; a damaged file is set aside on the way."""
        code = str(getattr(error, "sqlite_errorname", ""))
        if code.startswith("SQLITE_FULL"):
            return CacheFull(
                translate("trouble", "The disk is full: the study could not be kept for reading offline."),
                kept=translate("trouble", "The studies kept before are unchanged."),
                advice=translate("trouble", "Free some space, then open the study again."),
            )
        if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) and self._path is not None:
            self._connection.close()
            self._set_aside(self._path, "damaged", _DAMAGED)
            self._connection = self._fresh()
            return CacheDamaged(
                translate("trouble", _DAMAGED),
                kept=translate(
                    "trouble", "The damaged file was set aside, and the backend still has its studies."
                ),
                advice=translate("trouble", "Open the study again while the backend can be reached."),
            )
        return CacheUnwritable(
            translate("trouble", "The offline cache could not be used ({error}).").format(error=error),
            kept=translate("trouble", "What it held is unchanged."),
            advice=translate("trouble", "Check the disk and the data folder, then try again."),
        )

    def _open(self) -> None:
        path = self._path
        if path is not None:
            try:
                make_folder(path.parent)
                self._check(path)
            except Trouble as trouble:
                self._fall_back(trouble)
        self._connection = self._fresh()

    def _check(self, path: Path) -> None:
        """Set aside what lies at `path` unless it is a cache of this version or older."""
        if not path.exists():
            return
        try:
            version = cache_schema.version_of(path, self._key)
        except OperationalError as error:
            if _has_no_room(path):
                raise CacheFull(
                    translate("trouble", "The disk is full: what is kept on this computer cannot be opened."),
                    kept=translate("trouble", "All of it is unchanged."),
                    advice=translate(
                        "trouble", "Free some space and start Maestro again; until then nothing is kept."
                    ),
                ) from error
            raise CacheUnwritable(
                translate("trouble", "The offline cache could not be opened ({error}).").format(error=error),
                kept=translate("trouble", "The file is unchanged."),
                advice=translate(
                    "trouble",
                    "Check the permissions of the data folder; until then nothing is kept for offline.",
                ),
            ) from error
        except DatabaseError:
            self._set_aside(path, "damaged", _DAMAGED)
        else:
            if version > cache_schema.VERSION:
                self._set_aside(path, "newer", _NEWER)

    def _fresh(self) -> cache_schema.Connection:
        """A prepared connection: to the file, or to memory where the file cannot be used."""
        connection: cache_schema.Connection = None
        try:
            connection = cache_schema.connect(self._path, self._key)
            cache_schema.prepare(connection)
        except DatabaseError as error:
            if self._path is None:
                raise
            if connection is not None:
                connection.close()
            self._fall_back(
                CacheUnwritable(
                    translate("trouble", "The offline cache could not be written ({error}).").format(
                        error=error
                    ),
                    kept=translate("trouble", "What it held is unchanged."),
                    advice=translate(
                        "trouble", "Free space or choose a data folder that can be written, then start again."
                    ),
                )
            )
            return self._fresh()
        return connection

    def _fall_back(self, why: Trouble) -> None:
        """Go on in memory, and say so."""
        log.info("the cache is kept in memory: %s", type(why).__name__)
        self._path = None
        self._on_notice(why)

    def _set_aside(self, path: Path, word: str, told_as: str) -> None:
        """Rename the file and its journal with the time, and tell. Raises `CacheUnwritable`."""
        happened = translate("trouble", told_as)
        stamp = f"{self._now():%Y%m%d-%H%M%S}"
        aside = path.with_name(f"{path.name}.{word}-{stamp}")
        count = 1
        while aside.exists():
            count += 1
            aside = path.with_name(f"{path.name}.{word}-{stamp}-{count}")
        try:
            for ending in ("", "-wal", "-shm"):
                part = path.with_name(path.name + ending)
                if part.exists():
                    part.rename(aside.with_name(aside.name + ending))
        except OSError as error:
            raise CacheUnwritable(
                translate("trouble", "{happened} It could not be set aside ({strerror}).").format(
                    happened=happened, strerror=error.strerror
                ),
                kept=translate("trouble", "The file is unchanged."),
                advice=translate("trouble", "Check the permissions of the data folder."),
            ) from error
        log.info("the cache was set aside as %s", aside.name)
        self._on_notice(
            CacheDamaged(
                happened,
                kept=translate(
                    "trouble", "It was set aside as “{aside}”; the backend still has its studies."
                ).format(aside=aside.name),
                advice=translate(
                    "trouble", "Open a study while the backend can be reached, to keep it offline again."
                ),
            )
        )

    def _shut(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None


_DAMAGED = QT_TRANSLATE_NOOP(
    "trouble", "The offline cache is damaged, or was encrypted with a key that is gone."
)
_NEWER = QT_TRANSLATE_NOOP("trouble", "The offline cache was written by a newer Maestro.")


def _has_no_room(path: Path) -> bool:
    """Whether the disk is so full that SQLite cannot make the files that it needs beside a database to read it."""
    with suppress(OSError):
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    return False


@contextmanager
def _transaction(connection: cache_schema.Connection) -> Iterator[None]:
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
