"""A study store in plain dictionaries, for tests: the contract's second witness."""

from __future__ import annotations

import threading
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from backend.store.changes import (
    MAX_CHANGES_PAGE,
    PAGE_CHARACTERS,
    AuditEntry,
    AuditPage,
    HeldContent,
    KeptChangeSet,
    Submission,
)
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
from study.audit_chain import FIRST, AuditKind, AuditRecord, chained
from study.revisions import ChangesPage, RevisionChange
from study.shared_layout import ArrivedPlaces, PlacedCard, PlacesMessage


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
        self._revisions: dict[str, list[tuple[StudyRecord, bytes | None, str | None]]] = {}
        self._change_sets: dict[str, KeptChangeSet] = {}
        self._annexes: dict[str, list[tuple[int, str]]] = {}
        self._audit: dict[str, list[AuditEntry]] = {}
        self._keys: dict[str, tuple[str | None, str, Imported]] = {}
        self._uploads: dict[str, _Upload] = {}
        self._messages: dict[str, tuple[str, str, int]] = {}
        self._places: dict[str, dict[tuple[str, str], tuple[int, PlacedCard]]] = {}
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
            self._revisions.setdefault(study_id, []).append((record, request.content, None))
            self._append(AuditRecord(study_id, 0, record.revision, AuditKind.IMPORT, digest, _stamp(now)))
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
        content = self._at(study_id, revision)[1]
        if content is None:
            raise ContentNotHeldError("not held")
        return content

    def read_chunk(self, study_id: str, revision: int | None, index: int) -> ContentChunk:
        record, content = self._at(study_id, revision)[0], self.read_content(study_id, revision)
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

    def submit(self, submission: Submission) -> tuple[KeptChangeSet, ...]:
        with self._open():
            before = self.get(submission.study_id)
            if submission.base_revision != before.revision:
                raise RevisionConflictError("base", before.revision)
            ids = [each.id for each in submission.change_sets]
            if len(set(ids)) != len(ids) or self.find_change_sets(ids):
                raise RevisionConflictError("id", before.revision)
            now = self._clock()
            kept = []
            for revision, each in enumerate(submission.change_sets, start=before.revision + 1):
                record = replace(
                    before,
                    title=each.summary.title,
                    usdm_version=each.summary.usdm_version,
                    revision=revision,
                    content_hash=each.content_hash,
                    size=each.size,
                    chunk_count=each.chunk_count,
                    last_modified=now,
                )
                held = [
                    content
                    for revisions in self._revisions.values()
                    for other, content, _ in revisions
                    if other.content_hash == each.content_hash
                ]
                self._revisions[before.id].append((record, held[0] if held else None, each.text))
                self._append(
                    AuditRecord(
                        before.id,
                        0,
                        revision,
                        AuditKind.CHANGE,
                        each.content_hash,
                        _stamp(now),
                        each.id,
                        each.author,
                        each.captured_at,
                        each.reason,
                        each.text,
                    )
                )
                if each.target == "annexe":
                    self._annexes.setdefault(before.id, []).append((revision, each.text))
                kept.append(KeptChangeSet(each.id, each.digest, before.id, revision, each.content_hash))
            self._change_sets |= {each.id: each for each in kept}
            return tuple(kept)

    def find_change_sets(self, ids: Sequence[str]) -> dict[str, KeptChangeSet]:
        with self._open():
            return {each: self._change_sets[each] for each in ids if each in self._change_sets}

    def changes_since(self, study_id: str, revision: int, limit: int = MAX_CHANGES_PAGE) -> ChangesPage:
        with self._open():
            newest = self.get(study_id)
            if not 0 <= revision <= newest.revision:
                raise UnknownStudyError("never was")
            if not 1 <= limit <= MAX_CHANGES_PAGE:
                raise ValueError("limit")
            shown: list[RevisionChange] = []
            for record, _, text in self._revisions[study_id][revision : revision + limit]:
                if shown and sum(len(s.change_set or "") for s in shown) + len(text or "") > PAGE_CHARACTERS:
                    break
                shown.append(RevisionChange(record.revision, record.content_hash, text))
            more = revision + len(shown) < newest.revision
            return ChangesPage(newest.revision, newest.content_hash, tuple(shown), more)

    def annexe_change_sets(self, study_id: str, revision: int) -> tuple[str, ...]:
        with self._open():
            self._at(study_id, revision)
            return tuple(text for at, text in self._annexes.get(study_id, []) if at <= revision)

    def audit_trail(
        self,
        study_id: str,
        after: int | None = None,
        limit: int = MAX_CHANGES_PAGE,
        *,
        newest_first: bool = False,
    ) -> AuditPage:
        with self._open():
            self.get(study_id)
            if not 1 <= limit <= MAX_CHANGES_PAGE:
                raise ValueError("limit")
            entries = self._audit.get(study_id, [])
            total = len(entries)
            if newest_first:
                wanted = entries[::-1] if after is None else entries[: after - 1][::-1]
            else:
                wanted = entries[after or 0 :]
            return AuditPage(tuple(wanted[:limit]), total, len(wanted) > limit)

    def imported_content(self, study_id: str, revision: int) -> HeldContent:
        with self._open():
            self._at(study_id, revision)
            before = self._revisions[study_id][:revision]
            return next(
                HeldContent(r.revision, c) for r, c, text in before[::-1] if text is None and c is not None
            )

    def held_content(self, study_id: str, revision: int) -> HeldContent:
        with self._open():
            self._at(study_id, revision)
            before = self._revisions[study_id][:revision]
            return next(HeldContent(r.revision, c) for r, c, _ in before[::-1] if c is not None)

    def hold_content(self, study_id: str, revision: int, content: bytes) -> None:
        with self._open():
            record, _, text = self._at(study_id, revision)
            if record.content_hash != content_hash(content):
                raise ValueError("hash")
            self._revisions[study_id][revision - 1] = (record, content, text)

    def keep_places(self, study_id: str, message: PlacesMessage, digest: str) -> KeptLayout:
        with self._open():
            self._at(study_id, None)
            if (known := self.find_places(study_id, message.id, digest)) is not None:
                return known
            number = self.places_since(study_id, 0).number + 1
            self._messages[message.id] = (study_id, digest, number)
            self._places.setdefault(study_id, {}).update(
                {each.card: (number, each) for each in message.places}
            )
            return KeptLayout(number, replayed=False)

    def find_places(self, study_id: str, message_id: str, digest: str) -> KeptLayout | None:
        with self._open():
            if message_id not in self._messages:
                return None
            if self._messages[message_id][:2] != (study_id, digest):
                raise RevisionConflictError("the id was used for other places")
            return KeptLayout(self._messages[message_id][2], replayed=True)

    def places_since(self, study_id: str, number: int) -> ArrivedPlaces:
        with self._open():
            self._at(study_id, None)
            newest = max((n for study, _, n in self._messages.values() if study == study_id), default=0)
            kept = sorted(self._places.get(study_id, {}).values(), key=lambda each: (each[0], each[1].card))
            return ArrivedPlaces(newest, tuple(place for at, place in kept if at > number))

    def _append(self, record: AuditRecord) -> None:
        entries = self._audit.setdefault(record.study_id, [])
        record = replace(record, sequence=len(entries) + 1)
        kept = chained(entries[-1].hash if entries else FIRST, record)
        entries.append(AuditEntry(record.sequence, kept.text, kept.hash))

    def close(self) -> None:
        self._closed = True

    def _open(self) -> threading.RLock:
        if self._closed:
            raise StoreError("closed")
        return self._lock

    def _at(self, study_id: str, revision: int | None) -> tuple[StudyRecord, bytes | None, str | None]:
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


def _stamp(time: datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S.%fZ")
