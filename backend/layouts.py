"""Taking places of cards: each message is judged against the newest revision, and what the study has is kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection
from dataclasses import dataclass, replace

from backend.documents import Documents
from backend.store.port import StudyRecord, StudyStore
from study.document import Document
from study.shared_layout import PlacedCard, PlacesMessage, why_not_taken


class PlacesRefusedError(Exception):
    """A message that is refused whole: its words are the reason. Nothing was written."""


@dataclass(frozen=True, slots=True)
class PlacesKept:
    """The study's number now. `ignored`: cards that the newest revision does not have; the others are kept."""

    revision: int
    number: int
    ignored: tuple[PlacedCard, ...]
    replayed: bool


class Layouts:
    """Judges and keeps where cards stand. Any thread may call it."""

    def __init__(self, store: StudyStore, documents: Documents) -> None:
        self._store = store
        self._documents = documents

    def keep(self, study_id: str, message: PlacesMessage) -> PlacesKept:
        """Keep the places of a message. Raises PlacesRefusedError, StoreError; nothing is kept then."""
        study = self._store.get(study_id)
        if reason := why_not_taken(message):
            raise PlacesRefusedError(reason)
        digest = _digest(message)
        known = self._store.find_places(study_id, message.id, digest)
        if known is not None:
            return PlacesKept(study.revision, known.number, (), replayed=True)
        cards = self._cards(study, {each.timeline for each in message.places})
        there = tuple(each for each in message.places if each.card in cards)
        ignored = tuple(each for each in message.places if each.card not in cards)
        if not there:
            number = self._store.places_since(study_id, 0).number
            return PlacesKept(study.revision, number, ignored, replayed=False)
        kept = self._store.keep_places(study_id, replace(message, places=there), digest)
        return PlacesKept(study.revision, kept.number, ignored, kept.replayed)

    def _cards(self, study: StudyRecord, timelines: Collection[str]) -> set[tuple[str, str]]:
        """The cards of these timelines at a revision."""
        with self._documents.editing(study) as editing:
            cards = {card for each in timelines for card in _cards_of(editing.document, each)}
            editing.keep()
        return cards


def _cards_of(document: Document, timeline: str) -> set[tuple[str, str]]:
    instances = document.index.unique.get(timeline, {}).get("instances")
    if not isinstance(instances, list):
        return set()
    ids = (each.get("id") for each in instances if isinstance(each, dict))
    return {(timeline, each) for each in ids if isinstance(each, str)}


def _digest(message: PlacesMessage) -> str:
    said = sorted(
        (each.timeline, each.instance, each.spot and (each.spot.x, each.spot.y, each.spot.by_hand))
        for each in message.places
    )
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()
