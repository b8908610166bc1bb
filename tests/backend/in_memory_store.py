"""A study store in plain dictionaries, for tests: the contract's second witness."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from backend.store.content import content_hash, split_content
from backend.store.port import (
    MAX_PAGE,
    ContentChunk,
    Imported,
    ImportRequest,
    RevisionConflictError,
    StoreError,
    StudyPage,
    StudyRecord,
    UnknownStudyError,
    UploadRecord,
)


@dataclass
class _Upload:
    key: str
    record: UploadRecord
    pieces: dict[int, bytes] = field(default_factory=dict)


class InMemoryStudyStore:
    """`StudyStore` that forgets everything when it is closed."""

    def __init__(self, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._clock = clock
        self._lock = threading.RLock()
        self._store_id = str(uuid.uuid4())
        self._revisions: dict[str, list[tuple[StudyRecord, bytes]]] = {}
        self._keys: dict[str, tuple[str | None, str, Imported]] = {}
        self._uploads: dict[str, _Upload] = {}
        self._closed = False

    @property
    def store_id(self) -> str:
        return self._store_id

    def import_study(self, request: ImportRequest) -> Imported:
        with self._open():
            digest = content_hash(request.content)
            if (known := self._keys.get(request.idempotency_key)) is not None:
                if known[:2] != (request.study_id, digest):
                    raise RevisionConflictError("the key was used for another import")
                return replace(known[2], replayed=True)
            study_id = request.study_id or str(uuid.uuid4())
            before = self._revisions.get(study_id, [])
            if request.study_id is not None:
                head = self.get(study_id).revision
                if request.base_revision != head:
                    raise RevisionConflictError(f"the study is at revision {head}", head)
            now = self._clock()
            record = StudyRecord(
                id=study_id,
                title=request.summary.title,
                file_name=request.file_name,
                usdm_version=request.summary.usdm_version,
                revision=len(before) + 1,
                content_hash=digest,
                size=len(request.content),
                chunk_count=len(split_content(request.content)),
                created=before[0][0].created if before else now,
                last_modified=now,
            )
            self._revisions.setdefault(study_id, []).append((record, request.content))
            imported = Imported(record, replayed=False)
            self._keys[request.idempotency_key] = (request.study_id, digest, imported)
            return imported

    def find_import(self, idempotency_key: str) -> Imported | None:
        with self._open():
            known = self._keys.get(idempotency_key)
            return None if known is None else replace(known[2], replayed=True)

    def list_studies(self, after: str | None = None, limit: int = MAX_PAGE) -> StudyPage:
        if not 1 <= limit <= MAX_PAGE:
            raise ValueError("limit")
        with self._open():
            ids = list(self._revisions)
            start = 0 if after is None else int(after)
            shown = ids[start : start + limit]
            end = str(start + len(shown)) if shown else after
            return StudyPage(tuple(self.get(each) for each in shown), end, start + limit < len(ids))

    def get(self, study_id: str) -> StudyRecord:
        return self._at(study_id, None)[0]

    def read_content(self, study_id: str, revision: int | None = None) -> bytes:
        return self._at(study_id, revision)[1]

    def read_chunk(self, study_id: str, revision: int | None, index: int) -> ContentChunk:
        record, content = self._at(study_id, revision)
        pieces = split_content(content)
        if not 0 <= index < len(pieces):
            raise UnknownStudyError("no such chunk")
        text = pieces[index].decode()
        return ContentChunk(
            study_id, record.revision, index, len(pieces), record.content_hash, record.size, text
        )

    def begin_upload(
        self, idempotency_key: str, content_hash: str, size: int, chunk_count: int
    ) -> UploadRecord:
        with self._open():
            for upload in self._uploads.values():
                if upload.key == idempotency_key:
                    known = upload.record
                    if (known.content_hash, known.size, known.chunk_count) != (
                        content_hash,
                        size,
                        chunk_count,
                    ):
                        raise RevisionConflictError("the key was used for another upload")
                    return known
            record = UploadRecord(str(uuid.uuid4()), content_hash, size, chunk_count, ())
            self._uploads[record.id] = _Upload(idempotency_key, record)
            return record

    def append_chunk(self, upload_id: str, index: int, piece: bytes) -> UploadRecord:
        with self._open():
            upload = self._upload(upload_id)
            pieces = upload.pieces | {index: piece}
            if not 0 <= index < upload.record.chunk_count:
                raise ValueError("index")
            if sum(map(len, pieces.values())) > upload.record.size:
                raise ValueError("size")
            upload.pieces = pieces
            upload.record = replace(upload.record, received=tuple(sorted(pieces)))
            return upload.record

    def read_upload(self, upload_id: str) -> bytes:
        with self._open():
            upload = self._upload(upload_id)
            if not upload.record.complete:
                raise ValueError("chunks are missing")
            return b"".join(upload.pieces[index] for index in sorted(upload.pieces))

    def drop_upload(self, upload_id: str) -> None:
        with self._open():
            self._uploads.pop(upload_id, None)

    def close(self) -> None:
        self._closed = True

    def _open(self) -> threading.RLock:
        if self._closed:
            raise StoreError("closed")
        return self._lock

    def _at(self, study_id: str, revision: int | None) -> tuple[StudyRecord, bytes]:
        with self._open():
            revisions = self._revisions.get(study_id, [])
            wanted = len(revisions) if revision is None else revision
            if not 1 <= wanted <= len(revisions):
                raise UnknownStudyError("no such study")
            return revisions[wanted - 1]

    def _upload(self, upload_id: str) -> _Upload:
        if upload_id not in self._uploads:
            raise UnknownStudyError("no such upload")
        return self._uploads[upload_id]
