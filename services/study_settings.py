"""What a person set for a study and is no part of its protocol: where cards stand, which dates were typed.

Each function works inside the transaction of its caller, the cache's thread. A setting is a text under a
name; what it means, and in which format it is written, is its owner's.
"""

from __future__ import annotations

from services.cache_schema import Connection


def read(connection: Connection, study_id: str, name: str) -> str | None:
    """The text kept under `name` for a study, or None."""
    row = connection.execute(
        "SELECT text FROM study_settings WHERE study_id = ? AND name = ?", (study_id, name)
    ).fetchone()
    return None if row is None else str(row[0])


def keep(connection: Connection, study_id: str, name: str, text: str) -> None:
    """Keep `text` in place of what was kept before; an empty text forgets it."""
    if text:
        connection.execute(
            "INSERT OR REPLACE INTO study_settings (study_id, name, text) VALUES (?, ?, ?)",
            (study_id, name, text),
        )
    else:
        connection.execute("DELETE FROM study_settings WHERE study_id = ? AND name = ?", (study_id, name))


def all_kept(connection: Connection) -> list[tuple[str, str, str]]:
    """Every setting: study, name and text."""
    rows = connection.execute("SELECT study_id, name, text FROM study_settings ORDER BY study_id, name")
    return [(str(study_id), str(name), str(text)) for study_id, name, text in rows]
