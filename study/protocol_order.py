"""The order that previousId and nextId give to activities, encounters and epochs."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from study.model import Activity, Encounter, StudyEpoch

Linked = TypeVar("Linked", Activity, Encounter, StudyEpoch)


def protocol_order(entities: Sequence[Linked]) -> list[Linked]:
    """Activities, encounters or epochs in the order that their previousId and nextId say.

    Chains follow each other as their heads stand in the file. Where the two attributes contradict each other,
    or run in a circle, the file's order holds.
    """
    by_id = {entity.id: entity for entity in reversed(entities) if entity.id}
    following: dict[str, str] = {}
    preceding: dict[str, str] = {}
    for entity in entities:
        here = entity.id
        if not here or by_id[here] != entity:
            continue
        for before, after in ((here, entity.next), (entity.previous, here)):
            if not before or not after or before not in by_id or after not in by_id:
                continue
            if following.setdefault(before, after) != after or preceding.setdefault(after, before) != before:
                return list(entities)
    ordered: list[Linked] = []
    for entity in entities:
        here = entity.id
        if not here or by_id[here] != entity:
            ordered.append(entity)
        elif here not in preceding:
            ordered.append(entity)
            while here in following:
                here = following[here]
                ordered.append(by_id[here])
    return ordered if len(ordered) == len(entities) else list(entities)
