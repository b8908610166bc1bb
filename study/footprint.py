"""What differs after some changes, told exactly: what stood at every place they touch, against what stands now."""

from __future__ import annotations

from dataclasses import dataclass

from study.changes import AddRef, Change, Insert, Move, Remove, RemoveRef, Set
from study.document import Document
from study.index import RESERVED
from study.json_types import ABSENT, JsonValue, same
from study.retimed import retimed_timelines
from study.tree import Tree


@dataclass(frozen=True, slots=True)
class Changed:
    """What differs after some changes, exactly, from which every view refreshes.

    `entities`: addresses of all that were inserted, removed, or have an attribute of their own that differs.
    `attributes`: (address, attribute) that differ on entities that were there before and are there now; a list of
    entities differs where its members or their order do. `structure`: addresses inserted, removed or moved to
    another owner. `retimed`: ids of timelines, of those there are now, whose planned times may differ.

    An entity without an address of its own counts as part of the nearest one around it that has one. In what
    order attributes are written is no difference.
    """

    entities: frozenset[str] = frozenset()
    attributes: frozenset[tuple[str, str]] = frozenset()
    structure: frozenset[str] = frozenset()
    retimed: frozenset[str] = frozenset()


class Footprint:
    """What stood at every place that some changes touch, so that what differs in the end can be told exactly."""

    def __init__(self, document: Tree) -> None:
        self.document = document
        self.attributes: dict[tuple[str, str], JsonValue] = {}
        self.owners: dict[str, tuple[str, str] | None] = {}

    def note(self, change: Change) -> None:
        """Remembers, once, what stands where `change` is about to write."""
        match change:
            case Insert() | Remove():
                self._attribute(change.owner, change.attribute)
                self._entities(change.entity)
            case Move():
                self._attribute(change.owner, change.attribute)
                self._attribute(change.old_owner, change.old_attribute)
                self._entity(change.entity)
            case Set(attribute="id"):
                self._renamed(change)
            case Set():
                self._attribute(change.address, change.attribute)
                self._entities(change.old)
                self._entities(change.new)
            case AddRef() | RemoveRef():
                self._attribute(change.address, change.attribute)

    def compared(self) -> Changed:
        """What differs now from what was noted."""
        now = {name: self._owner(name) for name in self.owners}
        structure = {name for name, owner in self.owners.items() if owner != now[name]}
        stayed = {name for name, owner in self.owners.items() if owner is not None and now[name] is not None}
        attributes = {
            (address, attribute)
            for (address, attribute), value in self.attributes.items()
            if (address in stayed or address not in self.owners)
            and not same(value, self._shallow(address, attribute))
        }
        come_or_gone = structure - stayed
        entities = come_or_gone | {address for address, _ in attributes}
        return Changed(
            frozenset(entities),
            frozenset(attributes),
            frozenset(structure),
            retimed_timelines(self.document, self._timed(attributes))
            if isinstance(self.document, Document)
            else frozenset(),
        )

    def _timed(self, attributes: set[tuple[str, str]]) -> set[tuple[str, str]]:
        """Without the marks that came or went of activities that run no timeline: they time nothing.

        Nor does the order of activities, where each has an id of its own.
        """
        return {
            (address, attribute)
            for address, attribute in attributes
            if (
                attribute != "activityIds"
                or any(self._runs_timeline(ref) for ref in self._differing(address))
            )
            and not (attribute == "activities" and self._is_reordered(address, attribute))
        }

    def _is_reordered(self, address: str, attribute: str) -> bool:
        """Whether a list holds the same named entities as before."""
        before, now = self.attributes[address, attribute], self._shallow(address, attribute)
        if type(before) is not list or type(now) is not list:
            return False
        if not all(type(entry) is tuple for entry in (*before, *now)):
            return False
        return len(before) == len(now) and set(before) == set(now)

    def _differing(self, address: str) -> set[JsonValue]:
        """The ids in `activityIds` that came or went; None among them where it is no list of ids."""
        before, now = self.attributes[address, "activityIds"], self._shallow(address, "activityIds")
        if type(before) is not list or type(now) is not list:
            return {None}
        if not all(type(entry) is str for entry in (*before, *now)):
            return {None}
        return set(before) ^ set(now)

    def _runs_timeline(self, ref: JsonValue) -> bool:
        found = self.document.index.object_at(ref) if type(ref) is str else None
        return found is None or found.get("timelineId") is not None

    def _attribute(self, address: str, attribute: str) -> None:
        item = self.document.index.object_at(address)
        if item is not None:
            # The study may bear an id beside its own address: one entity has one name here. What stands at a JSON
            # Pointer is part of what it stands in.
            address, outer = self.document.index.home_of(item)
            if outer:
                attribute, item = outer, self.document.index.object_at(address)
        if (address, attribute) in self.attributes:
            return
        if item is not None:
            self.attributes[address, attribute] = self._without_entities(item.get(attribute, ABSENT))
        elif self.owners.get(address) is not None:
            # It was there, was taken out with all its attributes noted, and is put back with one more.
            self.attributes[address, attribute] = ABSENT

    def _renamed(self, change: Set) -> None:
        """With an id, an object gets or loses its address; so may another one that bears the same."""
        index = self.document.index
        item = index.object_at(change.address)
        bearers = [] if item is None else [item]
        for identifier in (change.old, change.new):
            if type(identifier) is str:
                self._entity(identifier)
                # Of two that share an id, the other gets its address back; of more, none does.
                sharing = index.repeated.get(identifier, ())
                bearers += sharing if len(sharing) == 2 else ()
                bearers += [index.unique[identifier]] if identifier in index.unique else []
        for bearer in bearers:
            holder = index.owner_of(bearer)
            if holder is not None:
                address, outer = index.home_of(holder[0])
                self._attribute(address, outer or holder[1])
            self._entities(bearer)

    def _entities(self, value: JsonValue) -> None:
        for name, attributes in _named_objects(value):
            self._entity(name)
            for attribute in attributes:
                self._attribute(name, attribute)

    def _entity(self, name: str) -> None:
        if name not in self.owners:
            self.owners[name] = self._owner(name)

    def _owner(self, name: str) -> tuple[str, str] | None:
        item = self.document.index.object_at(name)
        if item is not None and self.document.index.address_of(item) != name:
            return None  # the study's own id, beside its address
        holder = self.document.index.owner_of(item) if item is not None else None
        if holder is None:
            return None
        owner, attribute = holder
        address, outer = self.document.index.home_of(owner)
        return address, outer or attribute

    def _shallow(self, address: str, attribute: str) -> JsonValue:
        """An attribute's value with every entity that has an address of its own replaced by that address."""
        item = self.document.index.object_at(address)
        return ABSENT if item is None else self._without_entities(item.get(attribute, ABSENT))

    def _without_entities(self, value: JsonValue) -> JsonValue:
        if type(value) is dict:
            address = self.document.index.address_of(value)
            if address is not None:
                return ("entity", address)
            return {key: self._without_entities(nested) for key, nested in value.items()}
        if type(value) is list:
            return [self._without_entities(nested) for nested in value]
        return value


def _named_objects(value: JsonValue) -> list[tuple[str, list[str]]]:
    """Every object with an id in a value: the id and its attributes."""
    found: list[tuple[str, list[str]]] = []
    pending = [value]
    while pending:
        item = pending.pop()
        if type(item) is dict:
            if type(item.get("id")) is str and item["id"] and item["id"] not in RESERVED:
                found.append((item["id"], list(item)))
            pending.extend(item.values())
        elif type(item) is list:
            pending.extend(item)
    return found
