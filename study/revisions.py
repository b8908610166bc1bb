"""How a study's revisions came about, in the words that backend and desktop share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RevisionChange:
    """How a revision came about: by a change set (its text), or (None) by bringing in the whole study anew."""

    revision: int
    content_hash: str
    change_set: str | None


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """Revisions of a study in order, and the newest that there is."""

    newest: int
    newest_hash: str
    changes: tuple[RevisionChange, ...]
    has_next: bool
