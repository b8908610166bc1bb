"""Which entity of one document is which of another: by id where the ids mean the same, else by name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from study.document import Document
from study.model import Entity
from study.search_texts import folded

EntityT = TypeVar("EntityT", bound=Entity)

_SAME = 0.6
"""From this share of shared ids with the same name on, ids are believed."""


def ids_agree(here: Document, there: Document) -> bool:
    """Whether an id means the same entity in both: judged by the names of visits, activities and encounters.

    Files made by the same program number their entities, so that equal ids alone say nothing.
    """
    mine, others = _named(here), _named(there)
    shared = mine.keys() & others.keys()
    if not mine or not others:
        return True
    if len(shared) < min(len(mine), len(others)) / 2:
        return False
    alike = sum(bool(mine[each] & others[each]) or not (mine[each] or others[each]) for each in shared)
    return alike >= _SAME * len(shared)


def matched(
    here: Sequence[EntityT],
    there: Sequence[EntityT],
    by_id: bool,
    key: Callable[[EntityT], Iterable[str]] | None = None,
) -> list[tuple[EntityT | None, EntityT | None]]:
    """Pairs (here, there) in the order of `here`; what is only there stands behind what it follows there.

    By id first where `by_id`, then by name and label, then, among what is left between the same neighbours, by place.
    """
    names = key or _names_of
    partner: dict[int, int] = {}
    taken: set[int] = set()

    def pair(left: int, right: int) -> None:
        partner[left] = right
        taken.add(right)

    if by_id:
        places = {entity.id: place for place, entity in enumerate(there) if entity.id}
        for place, entity in enumerate(here):
            other = places.get(entity.id) if entity.id else None
            if other is not None and other not in taken:
                pair(place, other)
    for depth in range(3):
        keyed: dict[str, list[int]] = {}
        for place, entity in enumerate(there):
            if place not in taken and (name := _nth(names(entity), depth)):
                keyed.setdefault(name, []).append(place)
        for place, entity in enumerate(here):
            if place in partner or not (name := _nth(names(entity), depth)):
                continue
            if free := [other for other in keyed.get(name, ()) if other not in taken]:
                pair(place, free[0])
    if not by_id:
        _pair_by_neighbours(len(here), len(there), partner, pair)
    return _in_order(here, there, partner, taken)


def alike(left: str, right: str) -> bool:
    """Whether two texts say the same, but for case and white space."""
    return folded(left) == folded(right)


def _pair_by_neighbours(
    here: int, there: int, partner: dict[int, int], pair: Callable[[int, int], None]
) -> None:
    """One that is left alone between two pairs that follow each other on both sides is the same one, renamed."""
    anchors = [(-1, -1), *sorted(partner.items()), (here, there)]
    for (left, right), (next_left, next_right) in pairwise(anchors):
        if next_left - left == 2 and next_right - right == 2:
            pair(left + 1, right + 1)


def _in_order(
    here: Sequence[EntityT], there: Sequence[EntityT], partner: dict[int, int], taken: set[int]
) -> list[tuple[EntityT | None, EntityT | None]]:
    following: dict[int, list[int]] = {}
    last = -1
    for place in range(len(there)):
        if place in taken:
            last = place
        else:
            following.setdefault(last, []).append(place)
    pairs: list[tuple[EntityT | None, EntityT | None]] = [
        (None, there[place]) for place in following.get(-1, ())
    ]
    for place, entity in enumerate(here):
        other = partner.get(place)
        pairs.append((entity, there[other] if other is not None else None))
        if other is not None:
            pairs += [(None, there[gone]) for gone in following.get(other, ())]
    return pairs


def _names_of(entity: Entity) -> Iterable[str]:
    return (folded(entity.name), folded(entity.label), folded(entity.description))


def _nth(names: Iterable[str], depth: int) -> str:
    listed = list(names)
    return listed[depth] if depth < len(listed) else ""


def _named(document: Document) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for design in document.designs():
        entities: list[Entity] = [*design.activities, *design.encounters, *design.epochs]
        for timeline in design.timelines:
            entities += timeline.instances
        for entity in entities:
            if entity.id:
                found[entity.id] = frozenset(
                    name for name in (folded(entity.name), folded(entity.label)) if name
                )
    return found
