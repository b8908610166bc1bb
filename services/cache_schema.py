"""How the encrypted cache is laid out on disk, how an older file is brought forward, and its key is given.

`user_version` counts the migrations that were applied. Each runs in a transaction of its own, so a kill
between two of them leaves a file that the next start brings on.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as sqlcipher  # type: ignore[import-untyped]

DatabaseError: type[Exception] = sqlcipher.DatabaseError
OperationalError: type[Exception] = sqlcipher.OperationalError
Connection = Any
"""A `sqlcipher3.dbapi2.Connection`, which has no types of its own."""

CHUNK = 512 * 1024
"""Bytes of a study in one row. SQLite hands a row over while it holds the interpreter's lock, so this, not
the size of the study, is what the window may have to wait for."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        """CREATE TABLE backends (
            backend TEXT PRIMARY KEY,
            url TEXT NOT NULL,
            store_id TEXT NOT NULL,
            last_synced TEXT NOT NULL
        ) STRICT""",
        """CREATE TABLE contents (
            hash TEXT PRIMARY KEY,
            size INTEGER NOT NULL
        ) STRICT""",
        """CREATE TABLE chunks (
            hash TEXT NOT NULL REFERENCES contents ON DELETE CASCADE,
            position INTEGER NOT NULL,
            bytes BLOB NOT NULL,
            PRIMARY KEY (hash, position)
        ) STRICT""",
        """CREATE TABLE studies (
            id TEXT PRIMARY KEY,
            backend TEXT,
            store_id TEXT,
            source TEXT UNIQUE,
            title TEXT NOT NULL,
            file_name TEXT NOT NULL,
            usdm_version TEXT NOT NULL,
            size INTEGER NOT NULL,
            revision INTEGER,
            content_hash TEXT REFERENCES contents,
            listed_revision INTEGER,
            listed_hash TEXT,
            last_synced TEXT,
            last_opened TEXT
        ) STRICT""",
        "CREATE INDEX studies_by_content ON studies (content_hash)",
        "CREATE INDEX studies_by_backend ON studies (backend)",
    ),
    (
        # No reference to studies: a study is replaced whole when a listing names it anew.
        """CREATE TABLE study_settings (
            study_id TEXT NOT NULL,
            name TEXT NOT NULL,
            text TEXT NOT NULL,
            PRIMARY KEY (study_id, name)
        ) STRICT""",
    ),
    (
        # What can be searched of each content. Its rows have numbers side by side, from `first` to `last`.
        """CREATE TABLE searched (
            hash TEXT PRIMARY KEY REFERENCES contents ON DELETE CASCADE,
            format INTEGER NOT NULL,
            complete INTEGER NOT NULL,
            first INTEGER NOT NULL,
            last INTEGER NOT NULL
        ) STRICT""",
        """CREATE TABLE search_rows (
            id INTEGER PRIMARY KEY,
            hash TEXT NOT NULL REFERENCES searched ON DELETE CASCADE,
            address TEXT NOT NULL,
            kind TEXT NOT NULL,
            field TEXT NOT NULL,
            is_name INTEGER NOT NULL,
            folded TEXT,
            text TEXT NOT NULL
        ) STRICT""",
        "CREATE INDEX search_rows_by_content ON search_rows (hash)",
        "CREATE INDEX search_rows_by_name ON search_rows (folded) WHERE folded IS NOT NULL",
        """CREATE VIRTUAL TABLE search_words USING fts5(
            text, content='search_rows', content_rowid='id', detail=full,
            tokenize="unicode61 remove_diacritics 2", prefix='1 2 3'
        )""",
        """CREATE TRIGGER search_rows_gone AFTER DELETE ON search_rows BEGIN
            INSERT INTO search_words (search_words, rowid, text) VALUES ('delete', old.id, old.text);
        END""",
    ),
    (
        # Where the narrative begins among the rows of a content: both parts are read for what is shown first.
        "ALTER TABLE searched ADD COLUMN narrative INTEGER NOT NULL DEFAULT 0",
    ),
    (
        # Every edit, as text. No reference to studies: an edit stays, whatever becomes of its study here.
        """CREATE TABLE journal (
            sequence INTEGER PRIMARY KEY AUTOINCREMENT,
            id TEXT NOT NULL UNIQUE,
            study_id TEXT NOT NULL,
            target TEXT NOT NULL,
            text TEXT NOT NULL,
            inverse TEXT NOT NULL,
            made_at TEXT NOT NULL,
            again_of TEXT NOT NULL,
            base_hash TEXT NOT NULL,
            state TEXT NOT NULL,
            revision INTEGER,
            content_hash TEXT,
            reason TEXT NOT NULL DEFAULT ''
        ) STRICT""",
        "CREATE INDEX journal_by_study ON journal (study_id, sequence)",
        "CREATE INDEX journal_by_state ON journal (state, study_id)",
    ),
)

VERSION = len(MIGRATIONS)


def connect(path: Path | None, key: bytes, *, read_only: bool = False) -> Connection:
    """A connection with its key given; nothing has been read yet, so a wrong key is not noticed here.

    `path` None is a database in memory. `key` is 32 random bytes, used as they are (no derivation).
    """
    if path is None:
        connection = sqlcipher.connect(":memory:", isolation_level=None)
    else:
        mode = "ro" if read_only else "rwc"
        connection = sqlcipher.connect(
            f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None
        )
    connection.execute("PRAGMA cipher_log_level = NONE")  # damage is told to the person, not to stderr
    connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
    return connection


def version_of(path: Path, key: bytes) -> int:
    """The `user_version` of an existing file, without writing to it. Raises `DatabaseError` if unreadable."""
    connection = connect(path, key, read_only=True)
    try:
        return version_on(connection)
    finally:
        connection.close()


def version_on(connection: Connection) -> int:
    """The number of migrations that a database has had."""
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return int(found)


def prepare(connection: Connection) -> None:
    """Set what every connection needs, and bring the tables forward to `VERSION`."""
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA cache_size = -16000")  # KiB: what searching reads again at each key
    connection.execute("PRAGMA secure_delete = OFF")  # every page is encrypted
    for number in range(version_on(connection), VERSION):
        connection.execute("BEGIN IMMEDIATE")
        try:
            for statement in MIGRATIONS[number]:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {number + 1}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK")
            raise
