"""The SQLite store's tables, as a list of steps forward; `user_version` counts the steps a file has taken."""

from __future__ import annotations

STUDIES = (
    """
    CREATE TABLE store (
        id TEXT NOT NULL,          -- a UUID, made once
        created TEXT NOT NULL      -- UTC, fixed width
    )
    """,
    """
    CREATE TABLE content (
        hash TEXT PRIMARY KEY,     -- sha256:..., of all chunks joined
        size INTEGER NOT NULL,     -- bytes
        chunk_count INTEGER NOT NULL
    )
    """,
    """
    CREATE TABLE content_chunk (
        hash TEXT NOT NULL REFERENCES content (hash),
        idx INTEGER NOT NULL,
        body BLOB NOT NULL,        -- UTF-8, cut between characters
        UNIQUE (hash, idx)
    )
    """,
    """
    CREATE TABLE study (
        seq INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        head INTEGER NOT NULL,     -- the newest revision
        created TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE revision (
        study_id TEXT NOT NULL REFERENCES study (id),
        revision INTEGER NOT NULL,
        content_hash TEXT NOT NULL REFERENCES content (hash),
        title TEXT NOT NULL,
        file_name TEXT NOT NULL,
        usdm_version TEXT NOT NULL,
        modified TEXT NOT NULL,
        PRIMARY KEY (study_id, revision)
    )
    """,
    """
    CREATE TABLE import_key (
        key TEXT PRIMARY KEY,
        wanted_study TEXT,         -- what the request named: NULL for a new study
        content_hash TEXT NOT NULL,
        study_id TEXT NOT NULL,    -- what it made
        revision INTEGER NOT NULL,
        FOREIGN KEY (study_id, revision) REFERENCES revision (study_id, revision)
    )
    """,
)

UPLOADS = (
    """
    CREATE TABLE upload (
        id TEXT PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        content_hash TEXT NOT NULL,
        size INTEGER NOT NULL,
        chunk_count INTEGER NOT NULL,
        touched TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE upload_chunk (
        upload_id TEXT NOT NULL REFERENCES upload (id) ON DELETE CASCADE,
        idx INTEGER NOT NULL,
        body BLOB NOT NULL,
        UNIQUE (upload_id, idx)
    )
    """,
)

CHANGES = (
    """
    CREATE TABLE change_set (
        study_id TEXT NOT NULL,
        revision INTEGER NOT NULL,  -- the one it made; revisions without a change set were brought in whole
        id TEXT NOT NULL UNIQUE,    -- as its author chose it: each is taken once
        digest TEXT NOT NULL,       -- SHA-256 of the text
        text TEXT NOT NULL,         -- one line of JSON in ASCII
        PRIMARY KEY (study_id, revision),
        FOREIGN KEY (study_id, revision) REFERENCES revision (study_id, revision)
    )
    """,
    """
    CREATE TABLE audit (
        study_id TEXT NOT NULL REFERENCES study (id),
        sequence INTEGER NOT NULL,  -- from 1 in each study, without a gap
        received TEXT NOT NULL,     -- UTC, fixed width
        text TEXT NOT NULL,         -- the canonical record in ASCII
        hash TEXT NOT NULL,         -- binds the record to the one before
        PRIMARY KEY (study_id, sequence)
    )
    """,
    """
    CREATE TRIGGER audit_is_never_altered BEFORE UPDATE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit records are never altered'); END
    """,
    """
    CREATE TRIGGER audit_is_never_deleted BEFORE DELETE ON audit
    BEGIN SELECT RAISE(ABORT, 'audit records are never deleted'); END
    """,
)

ANNEXE = (
    # What a change set changes: protocol or annexe (study.change_set.Target).
    "ALTER TABLE change_set ADD COLUMN target TEXT NOT NULL DEFAULT 'protocol'",
    "CREATE INDEX change_set_beside ON change_set (study_id, revision) WHERE target <> 'protocol'",
)

LAYOUT = (
    """
    CREATE TABLE layout_message (
        study_id TEXT NOT NULL REFERENCES study (id),
        number INTEGER NOT NULL,    -- from 1 in each study, without a gap
        id TEXT NOT NULL UNIQUE,    -- as its sender chose it: each is taken once
        digest TEXT NOT NULL,       -- SHA-256 of what it said
        PRIMARY KEY (study_id, number)
    )
    """,
    """
    CREATE TABLE layout_place (
        study_id TEXT NOT NULL REFERENCES study (id),
        timeline TEXT NOT NULL,
        instance TEXT NOT NULL,
        x REAL,                     -- NULL with y: where the layout puts it by itself
        y REAL,
        by_hand INTEGER,
        number INTEGER NOT NULL,    -- of the message that put it there
        PRIMARY KEY (study_id, timeline, instance)
    )
    """,
    "CREATE INDEX layout_place_since ON layout_place (study_id, number)",
)

MIGRATIONS: tuple[tuple[str, ...], ...] = (STUDIES, UPLOADS, CHANGES, ANNEXE, LAYOUT)
"""Step n takes a file from user_version n to n + 1. A step that was released is never changed."""
