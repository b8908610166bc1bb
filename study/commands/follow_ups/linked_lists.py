"""Encounters, activities and epochs are linked by previousId and nextId: what comes or goes is linked in or out."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from study.changes import Insert, Move, Remove
from study.commands.draft import Draft
from study.json_types import ABSENT, JsonObject
from study.model import objects

LINKED: Final = frozenset({"encounters", "activities", "epochs"})
"""Lists of a design whose members are linked (USDM Encounter, Activity, StudyEpoch)."""


def keep_linked(draft: Draft) -> None:
    """Link what was inserted, unlink what was removed, and both for what was moved.

    First everything is taken out of the links, then put in where it stands now, from the beginning of each list on:
    several that moved at once find their neighbours linked.
    """
    coming: dict[tuple[str, str], dict[str, None]] = {}
    removed = {
        str(recorded.change.entity.get("id")): recorded.change.entity
        for recorded in draft.recorded
        if isinstance(recorded.change, Remove)
        and recorded.change.attribute in LINKED
        and draft.document.index.object_at(str(recorded.change.entity.get("id"))) is None
    }
    for recorded in draft.recorded:
        match recorded.change:
            case Insert(attribute=attribute) as change if attribute in LINKED:
                coming.setdefault((change.owner, attribute), {})[str(change.entity["id"])] = None
            case Remove(attribute=attribute) as change if attribute in LINKED:
                if str(change.entity.get("id")) in removed:
                    _unlink(draft, change.entity, removed)
            case Move(attribute=attribute) as change if attribute in LINKED:
                moved = draft.document.index.object_at(change.entity)
                if moved is not None and change.entity not in coming.get((change.owner, attribute), {}):
                    _unlink(draft, moved, removed)
                coming.setdefault((change.owner, attribute), {})[change.entity] = None
    for (owner, attribute), addresses in coming.items():
        _link_in(draft, owner, attribute, set(addresses))


def _link_in(draft: Draft, owner: str, attribute: str, addresses: set[str]) -> None:
    holder = draft.document.index.object_at(owner)
    if holder is None:  # gone again within the same step
        return
    entries = objects(holder.get(attribute))
    for at, own in enumerate(entries):
        if draft.document.index.address_of(own) not in addresses:
            continue
        before = entries[at - 1] if at > 0 else None
        after = _neighbour(draft, before, "nextId") if before is not None else None
        if before is None:
            after = next(
                (e for e in entries[1:] if draft.document.index.address_of(e) not in addresses), None
            )
        _join(draft, before, own)
        _join(draft, own, after)


def _unlink(draft: Draft, gone: JsonObject, removed: Mapping[str, JsonObject]) -> None:
    before = _neighbour(draft, gone, "previousId", removed)
    after = _neighbour(draft, gone, "nextId", removed)
    leaving = {gone.get("id"), *removed}
    # Only what says that it is linked with what is gone: a list that was broken before stays as it is.
    if before is not None and before.get("nextId") in leaving:
        _point(draft, before, "nextId", after)
    if after is not None and after.get("previousId") in leaving:
        _point(draft, after, "previousId", before)


def _neighbour(
    draft: Draft, item: JsonObject, attribute: str, removed: Mapping[str, JsonObject] = MappingProxyType({})
) -> JsonObject | None:
    """What an entity is linked with, past what was removed in the same step."""
    name = item.get(attribute)
    passed: set[str] = set()
    while type(name) is str and name in removed and name not in passed:
        passed.add(name)
        name = removed[name].get(attribute)
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
