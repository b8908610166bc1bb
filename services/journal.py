"""The journal: every edit of a study as text, in the order made, before it is sent or written to a file.

It lies in the encrypted cache, so that an edit is either kept whole, on disk, or not at all. An edit is a
`ChangeSet` (study.change_set); the journal does not look into it. Each function works inside the transaction of
its caller, the cache's thread.

States: `saved` is here and nowhere else; `accepted` is part of a revision of the backend; `refused` was not accepted,
or does not fit what the study is now, and is kept with the reason; `written` is in the file of a working copy.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from services.cache_schema import Connection
from services.cached_studies import FILE

REMEMBERED: Final = 500
"""Edits of a study that stay after they were accepted or written, so that they can still be undone."""


PROTOCOL: Final = "protocol"


class EditState(StrEnum):
    """Where an edit has got to."""

    SAVED = "saved"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    WRITTEN = "written"
    DECIDED = "decided"
    """It was refused, and a person decided what becomes of each of its fields; what was put again is another edit."""


@dataclass(frozen=True, slots=True)
class JournalEntry:
    """One edit. `text`: the change set as `change_set_text` writes it; `inverse`: the change set that takes it back.

    `made_at`: when the step was first done; `again_of`: the id of the edit that this one does again, or "".
    `base_hash`: the hash of the content that the edits of its session began with. `target`: what it changes
    (study.change_set.Target); an edit of the annexe is in no file: of a working copy it is kept here alone.
    `sequence` is the journal's own and gives the order. `revision`: of `accepted`. `content_hash`: of the file that
    this edit, and all before it, are written in; it is noted before the file is, so that a kill between the two is
    understood. `reason`: of `refused`.
    """

    id: str
    study_id: str
    text: str
    inverse: str
    made_at: str
    again_of: str = ""
    base_hash: str = ""
    target: str = PROTOCOL
    state: EditState = EditState.SAVED
    revision: int | None = None
    content_hash: str | None = None
    reason: str = ""
    sequence: int = 0


_COLUMNS = (
    "id, study_id, text, inverse, made_at, again_of, base_hash, target, state, revision,"
    " content_hash, reason, sequence"
)


_GOES_ON = f"(target = ? OR study_id NOT LIKE '{FILE}%')"
"""An edit of the annexe of a working copy stays in the journal: its file has no place for it."""


def goes_on(entry: JournalEntry) -> bool:
    """Whether an edit goes on from the journal, to the backend or into a file."""
    return entry.target == PROTOCOL or not entry.study_id.startswith(FILE)


def append(connection: Connection, entries: Sequence[JournalEntry]) -> None:
    """Take in edits, in order. One that is here already stays as it is: whoever is unsure may ask again."""
    connection.executemany(
        "INSERT OR IGNORE INTO journal"
        " (id, study_id, text, inverse, made_at, again_of, base_hash, target, state, content_hash, reason)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                each.id,
                each.study_id,
                each.text,
                each.inverse,
                each.made_at,
                each.again_of,
                each.base_hash,
                each.target,
                each.state.value,
                each.content_hash,
                each.reason,
            )
            for each in entries
        ],
    )


def entries(connection: Connection, study_id: str) -> list[JournalEntry]:
    """Every edit of a study that is kept, in order."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM journal WHERE study_id = ? ORDER BY sequence",  # noqa: S608
        (study_id,),
    )
    return [_entry(row) for row in rows]


def pending(connection: Connection, study_id: str) -> list[JournalEntry]:
    """The edits of a study that are neither accepted, refused nor written, in order: those to send."""
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM journal WHERE study_id = ? AND state = ? AND {_GOES_ON} ORDER BY sequence",  # noqa: S608
        (study_id, EditState.SAVED.value, PROTOCOL),
    )
    return [_entry(row) for row in rows]


def studies_with_pending(connection: Connection) -> list[str]:
    """The ids of all studies that have pending edits, the one with the oldest first."""
    rows = connection.execute(
        f"SELECT study_id FROM journal WHERE state = ? AND {_GOES_ON} GROUP BY study_id ORDER BY min(sequence)",  # noqa: S608
        (EditState.SAVED.value, PROTOCOL),
    )
    return [str(study_id) for (study_id,) in rows]


def mark_accepted(connection: Connection, ids: Sequence[str], revision: int) -> None:
    """These edits are part of this revision of the backend."""
    connection.executemany(
        "UPDATE journal SET state = ?, revision = ?, reason = '' WHERE id = ?",
        [(EditState.ACCEPTED.value, revision, each) for each in ids],
    )


def mark_refused(connection: Connection, edit_id: str, reason: str) -> None:
    """This edit was not accepted, and why; it stays."""
    connection.execute(
        "UPDATE journal SET state = ?, reason = ? WHERE id = ?", (EditState.REFUSED.value, reason, edit_id)
    )


def mark_decided(connection: Connection, ids: Sequence[str]) -> None:
    """A person decided about these edits, which were refused; they are not told again, and kept as they were made."""
    connection.executemany(
        "UPDATE journal SET state = ? WHERE id = ? AND state = ?",
        [(EditState.DECIDED.value, each, EditState.REFUSED.value) for each in ids],
    )


def rewrite(connection: Connection, entries: Sequence[JournalEntry]) -> None:
    """Keep other words for edits that are pending: they were carried over to what others did."""
    connection.executemany(
        "UPDATE journal SET text = ?, inverse = ? WHERE id = ? AND state = ?",
        [(each.text, each.inverse, each.id, EditState.SAVED.value) for each in entries],
    )


def try_again(connection: Connection, ids: Sequence[str]) -> None:
    """These edits were refused and are pending again, behind all others."""
    for each in ids:
        connection.execute(
            "UPDATE journal SET state = ?, reason = '', sequence = (SELECT max(sequence) + 1 FROM journal)"
            " WHERE id = ? AND state = ?",
            (EditState.SAVED.value, each, EditState.REFUSED.value),
        )


def note_writing(connection: Connection, study_id: str, ids: Sequence[str], content_hash: str) -> None:
    """A file with this content is about to be written, and holds these edits. Noted before the file is touched."""
    connection.executemany(
        "UPDATE journal SET content_hash = ? WHERE id = ? AND study_id = ? AND state = ?",
        [(content_hash, each, study_id, EditState.SAVED.value) for each in ids],
    )


def mark_written(connection: Connection, study_id: str, content_hash: str) -> None:
    """The file with this content is there: the edits noted for it, and those before them, are in it."""
    connection.execute(
        "UPDATE journal SET state = ?, content_hash = ? WHERE study_id = ? AND target = ? AND state = ?"
        " AND sequence <= (SELECT max(sequence) FROM journal WHERE study_id = ? AND content_hash = ?)",
        (
            EditState.WRITTEN.value,
            content_hash,
            study_id,
            PROTOCOL,
            EditState.SAVED.value,
            study_id,
            content_hash,
        ),
    )


def forget_old(connection: Connection, study_id: str) -> None:
    """Drop what was accepted or written long ago. What is pending or refused always stays."""
    connection.execute(
        "DELETE FROM journal WHERE study_id = ? AND target = ? AND state IN (?, ?) AND sequence <="
        " (SELECT max(sequence) FROM journal WHERE study_id = ?) - ?",
        (study_id, PROTOCOL, EditState.ACCEPTED.value, EditState.WRITTEN.value, study_id, REMEMBERED),
    )


def all_entries(connection: Connection) -> list[JournalEntry]:
    """Every edit of every study, in order."""
    rows = connection.execute(f"SELECT {_COLUMNS} FROM journal ORDER BY sequence")  # noqa: S608
    return [_entry(row) for row in rows]


def _entry(row: Sequence[object]) -> JournalEntry:
    fields = list(row)
    fields[8] = EditState(str(fields[8]))
    return JournalEntry(*fields)  # type: ignore[arg-type]


def outside(
    journalled: Sequence[JournalEntry], revision: int | None, content_hash: str
) -> tuple[JournalEntry, ...]:
    """The edits of a study that the content that was opened does not hold yet, in order; refused ones aside.

    `revision` is that of a study of the backend; None for a file, which is known by its hash.
    """
    # A file that is noted as about to be written, and was, holds its edits though nobody could note that.
    last = max((each.sequence for each in journalled if each.content_hash == content_hash), default=0)

    def is_outside(entry: JournalEntry) -> bool:
        if entry.state in (EditState.REFUSED, EditState.DECIDED):
            return False
        if revision is None and entry.target != PROTOCOL:
            return True
        if revision is None:
            return entry.state is EditState.SAVED and entry.sequence > last
        return entry.state is EditState.SAVED or (entry.revision is not None and entry.revision > revision)

    return tuple(each for each in journalled if is_outside(each))
