"""What a change touches, so that it can be said whether two edits are about the same thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from study.changes import AddRef, Change, Insert, Move, Remove, RemoveRef, Set
from study.index import RESERVED
from study.json_types import ABSENT, JsonValue

Field = tuple[str, ...]
"""(address, attribute), with the id that a list holds where only that is meant; (entity,) for where it stands."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What changes touch.

    `fields`: what they write. `lists`: lists that they change an entry of, which those who write the whole list meet.
    `whole`: ids of entities that come or go, whole. `gone`: those of them that go. `about`: addresses that must be
    there for it. `refs`: ids that are newly referred to.
    """

    fields: frozenset[Field] = frozenset()
    lists: frozenset[Field] = frozenset()
    whole: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()
    about: frozenset[str] = frozenset()
    refs: frozenset[str] = frozenset()

    def meets(self, other: Touched) -> bool:
        """Whether both touch the same thing: a field, a list as a whole, what the other takes away or needs."""
        return not (
            self.fields.isdisjoint(other.fields)
            and self.fields.isdisjoint(other.lists)
            and self.lists.isdisjoint(other.fields)
            and self.whole.isdisjoint(other.whole)
            and self.whole.isdisjoint(other.about)
            and self.about.isdisjoint(other.whole)
            and self.gone.isdisjoint(other.refs)
            and self.refs.isdisjoint(other.gone)
        )


def touched(change: Change) -> Touched:
    """What one change touches."""
    match change:
        case Insert():
            return Touched(
                lists=frozenset({(change.owner, change.attribute)}),
                whole=frozenset(_ids(change.entity)),
                about=frozenset({change.owner}),
                refs=frozenset(references(change.entity)) - frozenset(_ids(change.entity)),
            )
        case Remove():
            inside = frozenset(_ids(change.entity))
            return Touched(
                lists=frozenset({(change.owner, change.attribute)}),
                whole=inside,
                gone=inside,
                about=frozenset({change.owner}),
            )
        case Move():
            return Touched(
                fields=frozenset({(change.entity,)}),
                lists=frozenset({(change.owner, change.attribute), (change.old_owner, change.old_attribute)}),
                about=frozenset({change.entity, change.owner, change.old_owner}),
            )
        case Set(new=[]) if change.old is ABSENT or change.old is None:
            # The list that the first entry needs: two people may make it.
            return Touched(
                lists=frozenset({(change.address, change.attribute)}), about=frozenset({change.address})
            )
        case Set():
            old, new = frozenset(_ids(change.old)), frozenset(_ids(change.new))
            named = references({change.attribute: change.new})
            return Touched(
                fields=frozenset({(change.address, change.attribute)}),
                whole=old | new,
                gone=old - new,
                about=frozenset({change.address}),
                refs=frozenset(named) - new - frozenset(references({change.attribute: change.old})),
            )
        case AddRef() | RemoveRef():
            return Touched(
                fields=frozenset({(change.address, change.attribute, change.ref)}),
                lists=frozenset({(change.address, change.attribute)}),
                about=frozenset({change.address}),
                refs=frozenset({change.ref}) if isinstance(change, AddRef) else frozenset(),
            )


def touched_by(changes: Iterable[Change]) -> Touched:
    """What all of them touch."""
    every = [touched(change) for change in changes]
    return Touched(
        frozenset().union(*(each.fields for each in every)),
        frozenset().union(*(each.lists for each in every)),
        frozenset().union(*(each.whole for each in every)),
        frozenset().union(*(each.gone for each in every)),
        frozenset().union(*(each.about for each in every)),
        frozenset().union(*(each.refs for each in every)),
    )


def references(value: JsonValue) -> Iterator[str]:
    """The ids that attributes inside a value refer to, by the names that USDM gives such attributes."""
    pending = [value]
    while pending:
        item = pending.pop()
        if type(item) is list:
            pending += item
        elif type(item) is dict:
            for attribute, nested in item.items():
                if type(nested) is str and attribute.endswith("Id") and nested:
                    yield nested
                elif type(nested) is list and attribute.endswith("Ids"):
                    yield from (each for each in nested if type(each) is str)
                elif type(nested) is list or type(nested) is dict:
                    pending.append(nested)


def _ids(value: JsonValue) -> Iterator[str]:
    pending = [value]
    while pending:
        item = pending.pop()
        if type(item) is dict:
            identifier = item.get("id")
            if type(identifier) is str and identifier and identifier not in RESERVED:
                yield identifier
            pending.extend(item.values())
        elif type(item) is list:
            pending.extend(item)
