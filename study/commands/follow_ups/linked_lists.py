"""Encounters, activities and epochs are linked by previousId and nextId: what comes or goes is linked in or out."""

from __future__ import annotations

from typing import Final

from study.changes import Insert, Move, Remove
from study.commands.draft import Draft
from study.json_types import ABSENT, JsonObject
from study.model import objects

LINKED: Final = frozenset({"encounters", "activities", "epochs"})
"""Lists of a design whose members are linked (USDM Encounter, Activity, StudyEpoch)."""


def keep_linked(draft: Draft) -> None:
    """Link what was inserted, unlink what was removed, and both for what was moved."""
    for recorded in draft.recorded:
        match recorded.change:
            case Insert(attribute=attribute) as change if attribute in LINKED:
                _link(draft, change.owner, attribute, str(change.entity["id"]))
            case Remove(attribute=attribute) as change if attribute in LINKED:
                _unlink(draft, change.entity)
            case Move(attribute=attribute) as change if attribute in LINKED:
                moved = draft.document.index.object_at(change.entity)
                if moved is not None:
                    _unlink(draft, moved)
                    _link(draft, change.owner, attribute, change.entity)


def _link(draft: Draft, owner: str, attribute: str, address: str) -> None:
    holder = draft.document.index.object_at(owner)
    own = draft.document.index.object_at(address)
    if holder is None or own is None:  # gone again within the same step
        return
    entries = objects(holder.get(attribute))
    at = next((at for at, entry in enumerate(entries) if entry is own), None)
    if at is None:
        return
    before = entries[at - 1] if at > 0 else None
    after = _neighbour(draft, before, "nextId") if before is not None else None
    if before is None and len(entries) > 1:
        after = entries[1]
    _join(draft, before, own)
    _join(draft, own, after)


def _unlink(draft: Draft, gone: JsonObject) -> None:
    before, after = _neighbour(draft, gone, "previousId"), _neighbour(draft, gone, "nextId")
    own = gone.get("id")
    # Only what says that it is linked with what is gone: a list that was broken before stays as it is.
    if before is not None and before.get("nextId") == own:
        _point(draft, before, "nextId", after)
    if after is not None and after.get("previousId") == own:
        _point(draft, after, "previousId", before)


def _neighbour(draft: Draft, item: JsonObject, attribute: str) -> JsonObject | None:
    name = item.get(attribute)
    return draft.document.index.object_at(name) if type(name) is str else None


def _join(draft: Draft, before: JsonObject | None, after: JsonObject | None) -> None:
    if before is not None:
        _point(draft, before, "nextId", after)
    if after is not None:
        _point(draft, after, "previousId", before)


def _point(draft: Draft, item: JsonObject, attribute: str, to: JsonObject | None) -> None:
    address = draft.document.index.address_of(item)
    target = draft.document.index.address_of(to) if to is not None else None
    if address is None or (to is not None and target is None):
        return
    if target is None and item.get(attribute, ABSENT) is ABSENT:
        return
    draft.set(address, attribute, target)
