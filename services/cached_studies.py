"""The rows of the cache: what is known of backends and studies, and the contents that are kept.

Each function works inside the transaction of its caller, the cache's thread.
"""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from services.cache_schema import CHUNK, Connection

log = logging.getLogger(__name__)

FILE = "file:"
"""How the id of a local working copy begins; a study of a backend has the id the backend gave it."""


@dataclass(frozen=True, slots=True)
class KnownBackend:
    """A backend as it was last heard of. `backend` names it: its URL, or `embedded`, whose port changes."""

    backend: str
    url: str
    store_id: str
    last_synced: datetime


@dataclass(frozen=True, slots=True)
class CachedStudy:
    """A study as the cache knows it.

    `revision` and `content_hash` are of the content that is kept (None: only its title is known);
    `listed_revision` and `listed_hash` are what the backend last said (None: it is not on the backend).
    `source` is the path that a local working copy is bound to. `size` is in bytes.
    """

    id: str
    title: str
    file_name: str = ""
    usdm_version: str = ""
    size: int = 0
    backend: str | None = None
    store_id: str | None = None
    source: Path | None = None
    revision: int | None = None
    content_hash: str | None = None
    listed_revision: int | None = None
    listed_hash: str | None = None
    last_synced: datetime | None = None
    last_opened: datetime | None = None

    @property
    def is_kept(self) -> bool:
        """Whether it can be opened with no network."""
        return self.content_hash is not None

    @property
    def is_current(self) -> bool:
        """Whether what is kept is what the backend last said it has."""
        return self.content_hash is not None and self.content_hash == self.listed_hash


def hash_of(content: bytes) -> str:
    """The content hash that the document, the backend and the cache agree on: `sha256:` and hex digits."""
    return "sha256:" + hashlib.sha256(content).hexdigest()


def working_copy_id(path: Path) -> str:
    """The id of the local working copy that is bound to `path`."""
    return FILE + hashlib.sha256(str(path.resolve()).encode("utf-8", "surrogatepass")).hexdigest()[:32]


# Which columns there are is a constant, so the statements built with them inject nothing.
_FIELDS = tuple(field.name for field in fields(CachedStudy))
_COLUMNS = ", ".join(_FIELDS)


def _from_row(row: Sequence[Any]) -> CachedStudy:
    found = dict(zip(_FIELDS, row, strict=True))
    found["source"] = None if found["source"] is None else Path(found["source"])
    found["last_synced"] = _time(found["last_synced"])
    found["last_opened"] = _time(found["last_opened"])
    return CachedStudy(**found)


def _to_row(study: CachedStudy) -> tuple[object, ...]:
    row = {name: getattr(study, name) for name in _FIELDS}
    row["source"] = None if study.source is None else str(study.source)
    row["last_synced"] = _text(study.last_synced)
    row["last_opened"] = _text(study.last_opened)
    return tuple(row.values())


def _time(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _text(time: datetime | None) -> str | None:
    return None if time is None else time.astimezone(UTC).isoformat(timespec="microseconds")


def find_backend(connection: Connection, backend: str) -> KnownBackend | None:
    row = connection.execute(
        "SELECT backend, url, store_id, last_synced FROM backends WHERE backend = ?", (backend,)
    ).fetchone()
    return None if row is None else KnownBackend(row[0], row[1], row[2], datetime.fromisoformat(row[3]))


def note_backend(connection: Connection, known: KnownBackend) -> None:
    connection.execute(
        "INSERT OR REPLACE INTO backends (backend, url, store_id, last_synced) VALUES (?, ?, ?, ?)",
        (known.backend, known.url, known.store_id, _text(known.last_synced)),
    )


def all_studies(connection: Connection) -> list[CachedStudy]:
    rows = connection.execute(
        f"SELECT {_COLUMNS} FROM studies ORDER BY last_opened IS NULL, last_opened DESC, title, id"  # noqa: S608
    )
    return [_from_row(row) for row in rows]


def find_study(connection: Connection, study_id: str) -> CachedStudy | None:
    row = connection.execute(f"SELECT {_COLUMNS} FROM studies WHERE id = ?", (study_id,)).fetchone()  # noqa: S608
    return None if row is None else _from_row(row)


def note_listing(
    connection: Connection,
    backend: str,
    store_id: str,
    listed: Sequence[CachedStudy],
    now: datetime,
    tells_changes: bool = False,
) -> None:
    connection.execute(
        "UPDATE studies SET listed_revision = NULL, listed_hash = NULL WHERE backend = ?", (backend,)
    )
    for study in listed:
        known = find_study(connection, study.id)
        kept = known or CachedStudy(id=study.id, title="")
        _save(
            connection,
            replace(
                kept,
                title=study.title,
                file_name=study.file_name,
                usdm_version=study.usdm_version,
                size=study.size,
                backend=backend,
                store_id=store_id,
                listed_revision=study.listed_revision,
                listed_hash=study.listed_hash,
                # The same bytes under a new number are this revision, unless what changed stands beside them.
                revision=study.listed_revision
                if kept.content_hash == study.listed_hash and not tells_changes
                else kept.revision,
                last_synced=now,
            ),
        )
    connection.execute(
        "DELETE FROM studies WHERE backend = ? AND listed_hash IS NULL AND content_hash IS NULL", (backend,)
    )


def _save(connection: Connection, study: CachedStudy) -> None:
    connection.execute(
        f"INSERT OR REPLACE INTO studies ({_COLUMNS}) VALUES ({', '.join('?' * len(_FIELDS))})",  # noqa: S608
        _to_row(study),
    )


def put(connection: Connection, study: CachedStudy, content: bytes) -> CachedStudy:
    found = hash_of(content)
    if study.content_hash not in (None, found):
        raise ValueError("the content is not what its hash says")
    known = find_study(connection, study.id)
    if connection.execute("SELECT 1 FROM contents WHERE hash = ?", (found,)).fetchone() is None:
        connection.execute("INSERT INTO contents (hash, size) VALUES (?, ?)", (found, len(content)))
        connection.executemany(
            "INSERT INTO chunks (hash, position, bytes) VALUES (?, ?, ?)",
            (
                (found, position, content[start : start + CHUNK])
                for position, start in enumerate(range(0, len(content), CHUNK))
            ),
        )
    kept = replace(
        study,
        content_hash=found,
        size=len(content),
        last_opened=study.last_opened or (known.last_opened if known else None),
    )
    _save(connection, kept)
    _sweep(connection)
    return kept


def read_content(connection: Connection, study_id: str) -> bytes | None:
    row = connection.execute(
        "SELECT hash FROM contents JOIN studies ON hash = content_hash WHERE id = ?", (study_id,)
    ).fetchone()
    if row is None:
        return None
    chunks = connection.execute("SELECT bytes FROM chunks WHERE hash = ? ORDER BY position", row)
    content = b"".join(chunk for (chunk,) in chunks)
    if hash_of(content) == row[0]:
        return content
    log.info("a kept content does not match its hash and is forgotten")
    connection.execute("UPDATE studies SET content_hash = NULL, revision = NULL WHERE content_hash = ?", row)
    _sweep(connection)
    return None


def note_opened(connection: Connection, study_id: str, now: datetime) -> None:
    connection.execute("UPDATE studies SET last_opened = ? WHERE id = ?", (_text(now), study_id))


def describe(connection: Connection, study_id: str, title: str, usdm_version: str) -> None:
    connection.execute(
        "UPDATE studies SET title = ?, usdm_version = ? WHERE id = ?", (title, usdm_version, study_id)
    )


def remove(connection: Connection, study_id: str) -> None:
    connection.execute("DELETE FROM studies WHERE id = ?", (study_id,))
    connection.execute("DELETE FROM study_settings WHERE study_id = ?", (study_id,))
    _sweep(connection)


def _sweep(connection: Connection) -> None:
    """Drop contents that no study has."""
    connection.execute(
        "DELETE FROM contents WHERE hash NOT IN"
        " (SELECT content_hash FROM studies WHERE content_hash IS NOT NULL)"
    )
