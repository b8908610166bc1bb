"""The study store in one encrypted SQLite file: one writer, a few readers, every change durable."""

from __future__ import annotations

import queue
import re
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from backend.store import sqlite_changes, sqlite_layout
from backend.store.changes import MAX_CHANGES_PAGE, AuditPage, HeldContent, KeptChangeSet, Submission
from backend.store.connection import Connection, is_spoilt, open_reader, open_writer, told, transaction
from backend.store.content import content_hash, split_content
from backend.store.layout import KeptLayout
from backend.store.port import (
    MAX_PAGE,
    ContentChunk,
    ContentNotHeldError,
    Imported,
    ImportRequest,
    RevisionConflictError,
    StoreError,
    StudyPage,
    StudyRecord,
    UnknownStudyError,
    UploadRecord,
)
from study.revisions import ChangesPage
from study.shared_layout import ArrivedPlaces, PlacesMessage

UPLOADS_KEPT = timedelta(days=1)
TIME = "%Y-%m-%dT%H:%M:%S.%fZ"
"""Fixed width, so that text sorts as time does."""

_RECORD = """
    SELECT s.seq, s.id, r.title, r.file_name, r.usdm_version, r.revision, r.content_hash, c.size,
           c.chunk_count, s.created, r.modified
    FROM study s JOIN revision r ON r.study_id = s.id JOIN content c ON c.hash = r.content_hash
"""


def _now() -> datetime:
    return datetime.now(UTC)


class SqliteStudyStore:
    """`StudyStore` over SQLCipher. Open it once a data folder: the folder's lock is the caller's."""

    def __init__(self, path: Path, key: bytes, clock: Callable[[], datetime] = _now) -> None:
        """Open or make the file. `key` has 32 bytes. Raises StoreUnreadableError, StoreFullError."""
        self._path = path
        self._key = key
        self._clock = clock
        self._write_lock = threading.Lock()
        self._closing_lock = threading.Lock()
        self._idle_readers: queue.LifoQueue[Connection] = queue.LifoQueue()
        self._closed = False
        self._writer: Connection | None = open_writer(path, key)
        try:
            with told(path):
                self._store_id = self._identity()
        except BaseException:
            self._writer.close()
            raise

    def _identity(self) -> str:
        with transaction(self._writer) as writer:
            row = writer.execute("SELECT id FROM store").fetchone()
            if row is not None:
                return str(row[0])
            store_id = str(uuid.uuid4())
            writer.execute("INSERT INTO store (id, created) VALUES (?, ?)", (store_id, self._stamp()))
            return store_id

    @property
    def store_id(self) -> str:
        return self._store_id

    def close(self) -> None:
        with self._write_lock, self._closing_lock:
            if self._closed:
                return
            self._closed = True
            while not self._idle_readers.empty():
                self._idle_readers.get_nowait().close()
            if self._writer is not None:
                self._writer.close()

    # Importing

    def import_study(self, request: ImportRequest) -> Imported:
        digest = content_hash(request.content)
        with self._writing() as writer:
            known = writer.execute(
                "SELECT wanted_study, content_hash, study_id, revision FROM import_key WHERE key = ?",
                (request.idempotency_key,),
            ).fetchone()
            if known is not None:
                if (known[0], known[1]) != (request.study_id, digest):
                    raise RevisionConflictError(
                        "This idempotency key was used for another import. Nothing was changed. "
                        "Use a new key for a new import."
                    )
                return Imported(_study_at(writer, known[2], known[3]), replayed=True)
            now = self._stamp()
            study_id, revision = _next_revision(writer, request, now)
            _keep_content(writer, digest, request.content)
            writer.execute(
                "INSERT INTO revision (study_id, revision, content_hash, title, file_name, usdm_version, "
                "modified) VALUES (?, ?, ?, ?, ?, ?, ?)",
                (
                    study_id,
                    revision,
                    digest,
                    request.summary.title,
                    request.file_name,
                    request.summary.usdm_version,
                    now,
                ),
            )
            sqlite_changes.audit_import(writer, study_id, revision, digest, now)
            writer.execute(
                "INSERT INTO import_key (key, wanted_study, content_hash, study_id, revision) "
                "VALUES (?, ?, ?, ?, ?)",
                (request.idempotency_key, request.study_id, digest, study_id, revision),
            )
            return Imported(_study_at(writer, study_id, revision), replayed=False)

    def find_import(self, idempotency_key: str) -> Imported | None:
        with self._reading() as reader:
            row = reader.execute(
                "SELECT study_id, revision FROM import_key WHERE key = ?", (idempotency_key,)
            ).fetchone()
            return None if row is None else Imported(_study_at(reader, row[0], row[1]), replayed=True)

    # Reading

    def list_studies(self, after: str | None = None, limit: int = MAX_PAGE) -> StudyPage:
        if not 1 <= limit <= MAX_PAGE:
            raise ValueError(f"a page holds 1 to {MAX_PAGE} studies, not {limit}")
        with self._reading() as reader:
            rows = reader.execute(
                f"{_RECORD} WHERE r.revision = s.head AND s.seq > ? ORDER BY s.seq LIMIT ?",
                (_sequence(after), limit + 1),
            ).fetchall()
        shown = rows[:limit]
        return StudyPage(
            studies=tuple(_record(row) for row in shown),
            end_cursor=f"s{shown[-1][0]}" if shown else after,
            has_next=len(rows) > limit,
        )

    def get(self, study_id: str) -> StudyRecord:
        with self._reading() as reader:
            return _study_at(reader, study_id, None)

    def read_content(self, study_id: str, revision: int | None = None) -> bytes:
        with self._reading() as reader:
            record = _study_at(reader, study_id, revision)
            rows = reader.execute(
                "SELECT body FROM content_chunk WHERE hash = ? ORDER BY idx", (record.content_hash,)
            )
            content = b"".join(row[0] for row in rows)
        if len(content) != record.size:
            raise _not_held(record)
        return content

    def read_chunk(self, study_id: str, revision: int | None, index: int) -> ContentChunk:
        with self._reading() as reader:
            record = _study_at(reader, study_id, revision)
            row = reader.execute(
                "SELECT body FROM content_chunk WHERE hash = ? AND idx = ?", (record.content_hash, index)
            ).fetchone()
        if row is None and 0 <= index < record.chunk_count:
            raise _not_held(record)
        if row is None:
            raise UnknownStudyError(f"This revision has chunks 0 to {record.chunk_count - 1}, no {index}.")
        return ContentChunk(
            study_id=record.id,
            revision=record.revision,
            index=index,
            total=record.chunk_count,
            content_hash=record.content_hash,
            size=record.size,
            text=row[0].decode(),
        )

    # Uploads

    def begin_upload(
        self, idempotency_key: str, content_hash: str, size: int, chunk_count: int
    ) -> UploadRecord:
        with self._writing() as writer:
            oldest = (self._clock() - UPLOADS_KEPT).strftime(TIME)
            writer.execute("DELETE FROM upload WHERE touched < ?", (oldest,))
            known = writer.execute("SELECT id FROM upload WHERE key = ?", (idempotency_key,)).fetchone()
            if known is not None:
                upload = _upload(writer, known[0])
                announced = (upload.content_hash, upload.size, upload.chunk_count)
                if announced != (content_hash, size, chunk_count):
                    raise RevisionConflictError(
                        "This idempotency key was used for another upload. Nothing was changed. "
                        "Use a new key for a new upload."
                    )
                return upload
            upload_id = str(uuid.uuid4())
            writer.execute(
                "INSERT INTO upload (id, key, content_hash, size, chunk_count, touched) "
                "VALUES (?, ?, ?, ?, ?, ?)",
                (upload_id, idempotency_key, content_hash, size, chunk_count, self._stamp()),
            )
            return _upload(writer, upload_id)

    def append_chunk(self, upload_id: str, index: int, piece: bytes) -> UploadRecord:
        with self._writing() as writer:
            upload = _upload(writer, upload_id)
            if not 0 <= index < upload.chunk_count:
                raise ValueError(f"this upload has chunks 0 to {upload.chunk_count - 1}, no {index}")
            others = writer.execute(
                "SELECT coalesce(sum(length(body)), 0) FROM upload_chunk WHERE upload_id = ? AND idx <> ?",
                (upload_id, index),
            ).fetchone()[0]
            if others + len(piece) > upload.size:
                raise ValueError(f"the chunks are together longer than the announced {upload.size} bytes")
            writer.execute(
                "INSERT OR REPLACE INTO upload_chunk (upload_id, idx, body) VALUES (?, ?, ?)",
                (upload_id, index, piece),
            )
            writer.execute("UPDATE upload SET touched = ? WHERE id = ?", (self._stamp(), upload_id))
            return _upload(writer, upload_id)

    def read_upload(self, upload_id: str) -> bytes:
        with self._reading() as reader:
            upload = _upload(reader, upload_id)
            if not upload.complete:
                raise ValueError(
                    f"{upload.chunk_count - len(upload.received)} of {upload.chunk_count} chunks are missing"
                )
            rows = reader.execute(
                "SELECT body FROM upload_chunk WHERE upload_id = ? ORDER BY idx", (upload_id,)
            )
            return b"".join(row[0] for row in rows)

    def drop_upload(self, upload_id: str) -> None:
        with self._writing() as writer:
            writer.execute("DELETE FROM upload WHERE id = ?", (upload_id,))

    # Changes

    def submit(self, submission: Submission) -> tuple[KeptChangeSet, ...]:
        with self._writing() as writer:
            before = _study_at(writer, submission.study_id, None)
            return sqlite_changes.submit(writer, submission, before, self._stamp())

    def find_change_sets(self, ids: Sequence[str]) -> dict[str, KeptChangeSet]:
        with self._reading() as reader:
            return sqlite_changes.find(reader, ids)

    def changes_since(self, study_id: str, revision: int, limit: int = MAX_CHANGES_PAGE) -> ChangesPage:
        with self._reading() as reader:
            newest = _study_at(reader, study_id, None)
            if not 0 <= revision <= newest.revision:
                raise _never_was(revision, newest)
            return sqlite_changes.since(reader, newest, revision, limit)

    def annexe_change_sets(self, study_id: str, revision: int) -> tuple[str, ...]:
        with self._reading() as reader:
            _study_at(reader, study_id, revision)
            return sqlite_changes.annexe_change_sets(reader, study_id, revision)

    def audit_trail(
        self,
        study_id: str,
        after: int | None = None,
        limit: int = MAX_CHANGES_PAGE,
        *,
        newest_first: bool = False,
    ) -> AuditPage:
        with self._reading() as reader:
            _study_at(reader, study_id, None)
            return sqlite_changes.audit_trail(reader, study_id, after, limit, newest_first)

    def imported_content(self, study_id: str, revision: int) -> HeldContent:
        with self._reading() as reader:
            _study_at(reader, study_id, revision)
            return sqlite_changes.imported_content(reader, study_id, revision)

    def held_content(self, study_id: str, revision: int) -> HeldContent:
        with self._reading() as reader:
            _study_at(reader, study_id, revision)
            return sqlite_changes.held_content(reader, study_id, revision)

    def hold_content(self, study_id: str, revision: int, content: bytes) -> None:
        digest = content_hash(content)
        with self._writing() as writer:
            if _study_at(writer, study_id, revision).content_hash != digest:
                raise ValueError("this is not the content of the revision")
            _keep_content(writer, digest, content)

    # Layout

    def keep_places(self, study_id: str, message: PlacesMessage, digest: str) -> KeptLayout:
        with self._writing() as writer:
            _study_at(writer, study_id, None)
            return sqlite_layout.keep(writer, study_id, message, digest)

    def find_places(self, study_id: str, message_id: str, digest: str) -> KeptLayout | None:
        with self._reading() as reader:
            return sqlite_layout.find(reader, study_id, message_id, digest)

    def places_since(self, study_id: str, number: int) -> ArrivedPlaces:
        with self._reading() as reader:
            _study_at(reader, study_id, None)
            return sqlite_layout.since(reader, study_id, number)

    # Connections

    def _stamp(self) -> str:
        return self._clock().astimezone(UTC).strftime(TIME)

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with self._write_lock, told(self._path):
            self._check_open()
            if self._writer is None:
                self._writer = open_writer(self._path, self._key)
            try:
                with transaction(self._writer) as writer:
                    yield writer
            except BaseException as error:
                if is_spoilt(error):
                    self._writer.close()
                    self._writer = None
                raise

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        """One snapshot of the store, on a connection of its own: no import holds it up."""
        with told(self._path):
            self._check_open()
            try:
                reader = self._idle_readers.get_nowait()
            except queue.Empty:
                reader = open_reader(self._path, self._key)
            keep = False
            try:
                reader.execute("BEGIN")
                yield reader
                keep = True
            except BaseException as error:
                keep = not is_spoilt(error)
                raise
            finally:
                self._put_back(reader, keep=keep)

    def _put_back(self, reader: Connection, *, keep: bool) -> None:
        if keep and reader.in_transaction:
            reader.execute("ROLLBACK")
        with self._closing_lock:
            if keep and not self._closed:
                self._idle_readers.put(reader)
            else:
                reader.close()

    def _check_open(self) -> None:
        if self._closed:
            raise StoreError("The study store is closed.")


def _next_revision(writer: Connection, request: ImportRequest, now: str) -> tuple[str, int]:
    """Make the study, or step its head forward, and say which study and revision is being written."""
    if request.study_id is None:
        study_id = str(uuid.uuid4())
        writer.execute("INSERT INTO study (id, head, created) VALUES (?, 1, ?)", (study_id, now))
        return study_id, 1
    head = _study_at(writer, request.study_id, None).revision
    if request.base_revision != head:
        raise RevisionConflictError(
            f"The study is at revision {head}, not at {request.base_revision}. Nothing was changed. "
            "Read the newest revision and try again.",
            current_revision=head,
        )
    writer.execute("UPDATE study SET head = ? WHERE id = ?", (head + 1, request.study_id))
    return request.study_id, head + 1


def _keep_content(writer: Connection, digest: str, content: bytes) -> None:
    """Write the text once, however many revisions hold it."""
    if writer.execute("SELECT 1 FROM content_chunk WHERE hash = ?", (digest,)).fetchone() is not None:
        return
    pieces = split_content(content)
    writer.execute(
        "INSERT OR IGNORE INTO content (hash, size, chunk_count) VALUES (?, ?, ?)",
        (digest, len(content), len(pieces)),
    )
    writer.executemany(
        "INSERT INTO content_chunk (hash, idx, body) VALUES (?, ?, ?)",
        ((digest, index, piece) for index, piece in enumerate(pieces)),
    )


def _study_at(connection: Connection, study_id: str, revision: int | None) -> StudyRecord:
    wanted = "s.head" if revision is None else "?"
    parameters: tuple[object, ...] = (study_id,) if revision is None else (study_id, revision)
    row = connection.execute(f"{_RECORD} WHERE s.id = ? AND r.revision = {wanted}", parameters).fetchone()
    if row is None:
        at = "" if revision is None else f" at revision {revision}"
        raise UnknownStudyError(f"There is no such study{at} on this backend.")
    return _record(row)


def _not_held(record: StudyRecord) -> ContentNotHeldError:
    return ContentNotHeldError(
        f"The text of revision {record.revision} is not held; it is made from its changes."
    )


def _never_was(revision: int, newest: StudyRecord) -> UnknownStudyError:
    return UnknownStudyError(
        f"The study has revisions 1 to {newest.revision}, and never had {revision}. This backend may have been "
        "restored from an older copy."
    )


def _record(row: tuple[Any, ...]) -> StudyRecord:
    return StudyRecord(
        id=row[1],
        title=row[2],
        file_name=row[3],
        usdm_version=row[4],
        revision=row[5],
        content_hash=row[6],
        size=row[7],
        chunk_count=row[8],
        created=_time(row[9]),
        last_modified=_time(row[10]),
    )


def _time(text: str) -> datetime:
    return datetime.strptime(text, TIME).replace(tzinfo=UTC)


def _upload(connection: Connection, upload_id: str) -> UploadRecord:
    row = connection.execute(
        "SELECT content_hash, size, chunk_count FROM upload WHERE id = ?", (upload_id,)
    ).fetchone()
    if row is None:
        raise UnknownStudyError("There is no such upload; it may be finished or too old. Begin it again.")
    received = connection.execute(
        "SELECT idx FROM upload_chunk WHERE upload_id = ? ORDER BY idx", (upload_id,)
    )
    return UploadRecord(
        id=upload_id,
        content_hash=row[0],
        size=row[1],
        chunk_count=row[2],
        received=tuple(each[0] for each in received),
    )


def _sequence(cursor: str | None) -> int:
    if cursor is None:
        return 0
    match = re.fullmatch(r"s([0-9]{1,18})", cursor)
    if match is None:
        raise ValueError("the cursor is not one of this list")
    return int(match[1])
