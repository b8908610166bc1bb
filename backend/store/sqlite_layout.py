"""The SQLite store's rows of where cards stand. Each function works inside the transaction of its caller."""

from __future__ import annotations

from backend.store.connection import Connection
from backend.store.layout import KeptLayout
from backend.store.port import RevisionConflictError
from study.shared_layout import ArrivedPlaces, PlacedCard, PlacesMessage, Spot


def keep(writer: Connection, study_id: str, message: PlacesMessage, digest: str) -> KeptLayout:
    """Write the places as the study's next number, or find the one that the message was kept with."""
    known = find(writer, study_id, message.id, digest)
    if known is not None:
        return known
    number = _newest(writer, study_id) + 1
    writer.execute(
        "INSERT INTO layout_message (study_id, number, id, digest) VALUES (?, ?, ?, ?)",
        (study_id, number, message.id, digest),
    )
    writer.executemany(
        "INSERT OR REPLACE INTO layout_place (study_id, timeline, instance, x, y, by_hand, number) "
        "VALUES (?, ?, ?, ?, ?, ?, ?)",
        (_row(study_id, number, each) for each in message.places),
    )
    return KeptLayout(number, replayed=False)


def find(connection: Connection, study_id: str, message_id: str, digest: str) -> KeptLayout | None:
    row = connection.execute(
        "SELECT study_id, digest, number FROM layout_message WHERE id = ?", (message_id,)
    ).fetchone()
    if row is None:
        return None
    if row[:2] != (study_id, digest):
        raise RevisionConflictError(
            "This id was used for other places. Nothing was changed. Use a new id for new places."
        )
    return KeptLayout(int(row[2]), replayed=True)


def since(connection: Connection, study_id: str, number: int) -> ArrivedPlaces:
    rows = connection.execute(
        "SELECT timeline, instance, x, y, by_hand FROM layout_place WHERE study_id = ? AND number > ? "
        "ORDER BY number, timeline, instance",
        (study_id, number),
    )
    places = tuple(
        PlacedCard(row[0], row[1], None if row[2] is None else Spot(row[2], row[3], bool(row[4])))
        for row in rows
    )
    return ArrivedPlaces(_newest(connection, study_id), places)


def _newest(connection: Connection, study_id: str) -> int:
    row = connection.execute(
        "SELECT coalesce(max(number), 0) FROM layout_message WHERE study_id = ?", (study_id,)
    ).fetchone()
    return int(row[0])


def _row(study_id: str, number: int, place: PlacedCard) -> tuple[object, ...]:
    spot = place.spot
    where = (None, None, None) if spot is None else (spot.x, spot.y, int(spot.by_hand))
    return (study_id, place.timeline, place.instance, *where, number)
