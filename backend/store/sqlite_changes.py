"""The SQLite store's rows of accepted edits. Each function works inside the transaction of its caller."""

from __future__ import annotations

import json
from collections.abc import Sequence

from backend.store.changes import (
    MAX_CHANGES_PAGE,
    PAGE_CHARACTERS,
    AcceptedChangeSet,
    AuditEntry,
    AuditPage,
    HeldContent,
    KeptChangeSet,
    Submission,
)
from backend.store.connection import Connection
from backend.store.port import RevisionConflictError, StudyRecord
from study.audit_chain import FIRST, AuditKind, AuditRecord, chained
from study.revisions import ChangesPage, RevisionChange


def submit(
    writer: Connection, submission: Submission, before: StudyRecord, now: str
) -> tuple[KeptChangeSet, ...]:
    """Write revision, change set and audit record of each; `before` is the study at its newest revision."""
    if submission.base_revision != before.revision:
        raise RevisionConflictError(
            f"The study is at revision {before.revision}, not at {submission.base_revision}. Nothing was changed.",
            current_revision=before.revision,
        )
    ids = [each.id for each in submission.change_sets]
    if len(set(ids)) != len(ids) or find(writer, ids):
        raise RevisionConflictError(
            "A change set with this id was taken before. Nothing was changed.",
            current_revision=before.revision,
        )
    kept = []
    for revision, change_set in enumerate(submission.change_sets, start=before.revision + 1):
        _write(writer, before, revision, change_set, now)
        kept.append(
            KeptChangeSet(change_set.id, change_set.digest, before.id, revision, change_set.content_hash)
        )
    head = before.revision + len(kept)
    writer.execute("UPDATE study SET head = ? WHERE id = ?", (head, before.id))
    return tuple(kept)


def _write(
    writer: Connection, study: StudyRecord, revision: int, change_set: AcceptedChangeSet, now: str
) -> None:
    # Without its chunks: the text is made again from the changes when somebody asks for it.
    writer.execute(
        "INSERT OR IGNORE INTO content (hash, size, chunk_count) VALUES (?, ?, ?)",
        (change_set.content_hash, change_set.size, change_set.chunk_count),
    )
    writer.execute(
        "INSERT INTO revision (study_id, revision, content_hash, title, file_name, usdm_version, modified) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            study.id,
            revision,
            change_set.content_hash,
            change_set.summary.title,
            study.file_name,
            change_set.summary.usdm_version,
            now,
        ),
    )
    writer.execute(
        "INSERT INTO change_set (study_id, revision, id, digest, text, target) VALUES (?, ?, ?, ?, ?, ?)",
        (study.id, revision, change_set.id, change_set.digest, change_set.text, change_set.target),
    )
    sequence, last = _last_audit(writer, study.id)
    record = AuditRecord(
        study_id=study.id,
        sequence=sequence + 1,
        revision=revision,
        kind=AuditKind.CHANGE,
        content_hash=change_set.content_hash,
        received_at=now,
        change_set_id=change_set.id,
        author=change_set.author,
        captured_at=change_set.captured_at,
        reason=change_set.reason,
        change_set=change_set.text,
    )
    _append(writer, record, last)


def audit_import(writer: Connection, study_id: str, revision: int, content_hash: str, now: str) -> None:
    """Write the audit record of a study that was brought in whole."""
    sequence, last = _last_audit(writer, study_id)
    _append(writer, AuditRecord(study_id, sequence + 1, revision, AuditKind.IMPORT, content_hash, now), last)


def _last_audit(writer: Connection, study_id: str) -> tuple[int, str]:
    row = writer.execute(
        "SELECT sequence, hash FROM audit WHERE study_id = ? ORDER BY sequence DESC LIMIT 1", (study_id,)
    ).fetchone()
    return (0, FIRST) if row is None else (int(row[0]), str(row[1]))


def _append(writer: Connection, record: AuditRecord, last: str) -> None:
    kept = chained(last, record)
    writer.execute(
        "INSERT INTO audit (study_id, sequence, received, text, hash) VALUES (?, ?, ?, ?, ?)",
        (record.study_id, record.sequence, record.received_at, kept.text, kept.hash),
    )


def find(connection: Connection, ids: Sequence[str]) -> dict[str, KeptChangeSet]:
    rows = connection.execute(
        "SELECT c.id, c.digest, c.study_id, c.revision, r.content_hash FROM change_set c "
        "JOIN revision r ON r.study_id = c.study_id AND r.revision = c.revision "
        "WHERE c.id IN (SELECT value FROM json_each(?))",
        (json.dumps(list(ids)),),
    )
    return {row[0]: KeptChangeSet(*row) for row in rows}


def since(connection: Connection, newest: StudyRecord, revision: int, limit: int) -> ChangesPage:
    _check(limit)
    rows = connection.execute(
        "SELECT r.revision, r.content_hash, c.text FROM revision r "
        "LEFT JOIN change_set c ON c.study_id = r.study_id AND c.revision = r.revision "
        "WHERE r.study_id = ? AND r.revision > ? ORDER BY r.revision LIMIT ?",
        (newest.id, revision, limit),
    )
    changes: list[RevisionChange] = []
    characters = 0
    for row in rows:
        characters += len(row[2] or "")
        if changes and characters > PAGE_CHARACTERS:
            break
        changes.append(RevisionChange(*row))
    last = changes[-1].revision if changes else revision
    return ChangesPage(newest.revision, newest.content_hash, tuple(changes), last < newest.revision)


def annexe_change_sets(connection: Connection, study_id: str, revision: int) -> tuple[str, ...]:
    rows = connection.execute(
        "SELECT text FROM change_set WHERE study_id = ? AND revision <= ? AND target <> 'protocol' "
        "AND target = 'annexe' ORDER BY revision",
        (study_id, revision),
    )
    return tuple(row[0] for row in rows)


def audit_trail(
    connection: Connection, study_id: str, after: int | None, limit: int, newest_first: bool
) -> AuditPage:
    _check(limit)
    total = connection.execute("SELECT count(*) FROM audit WHERE study_id = ?", (study_id,)).fetchone()[0]
    if newest_first:
        start = total + 1 if after is None else after
        condition = "sequence < ? ORDER BY sequence DESC"
    else:
        start = after or 0
        condition = "sequence > ? ORDER BY sequence"
    rows = connection.execute(
        f"SELECT sequence, text, hash FROM audit WHERE study_id = ? AND {condition} LIMIT ?",  # noqa: S608
        (study_id, start, limit + 1),
    )
    entries: list[AuditEntry] = []
    characters, more = 0, False
    for row in rows:
        characters += len(row[1])
        if len(entries) == limit or (entries and characters > PAGE_CHARACTERS):
            more = True
            break
        entries.append(AuditEntry(*row))
    return AuditPage(tuple(entries), total, more)


def imported_content(connection: Connection, study_id: str, revision: int) -> HeldContent:
    row = connection.execute(
        "SELECT r.revision, r.content_hash FROM revision r "
        "LEFT JOIN change_set c ON c.study_id = r.study_id AND c.revision = r.revision "
        "WHERE r.study_id = ? AND r.revision <= ? AND c.id IS NULL ORDER BY r.revision DESC LIMIT 1",
        (study_id, revision),
    ).fetchone()
    return HeldContent(int(row[0]), _text(connection, row[1]))


def held_content(connection: Connection, study_id: str, revision: int) -> HeldContent:
    row = connection.execute(
        "SELECT revision, content_hash FROM revision WHERE study_id = ? AND revision <= ? "
        "AND EXISTS (SELECT 1 FROM content_chunk k WHERE k.hash = content_hash) "
        "ORDER BY revision DESC LIMIT 1",
        (study_id, revision),
    ).fetchone()
    return HeldContent(int(row[0]), _text(connection, row[1]))


def _text(connection: Connection, content_hash: str) -> bytes:
    rows = connection.execute("SELECT body FROM content_chunk WHERE hash = ? ORDER BY idx", (content_hash,))
    return b"".join(row[0] for row in rows)


def _check(limit: int) -> None:
    if not 1 <= limit <= MAX_CHANGES_PAGE:
        raise ValueError(f"a page holds 1 to {MAX_CHANGES_PAGE} entries, not {limit}")
