"""Where everything in a document is: objects by id, the owner of each, and the ids that cannot be addresses.

What has no id of its own is named by where it stands: a JSON Pointer (RFC 6901), an address that begins with "/".
"""

from __future__ import annotations

import re
from collections.abc import Callable

from study.decode import MAX_DEPTH, too_deep
from study.json_types import JsonObject, JsonValue, nesting

ROOT = "$root"
STUDY = "$study"
RESERVED = (ROOT, STUDY)
"""What no entity can be called: one that bears such an id counts as one without."""

_PLACE = re.compile(r"0|[1-9][0-9]{0,9}")


def is_pointer(address: str) -> bool:
    """Whether an address says where something stands, not what it is called."""
    return address.startswith("/")


class Index:
    """Objects by id and by owner, kept up to date by `study.changes`.

    `unique`: id -> the one object that bears it; `repeated`: id -> the objects that share it, in document order at
    the time they were found; `nameless`: objects whose id is missing, null, no text or reserved, by identity. `owners`:
    identity of an object -> (the object that holds it, the attribute). Objects in lists of lists belong to the
    attribute that holds the outer list.
    """

    __slots__ = ("nameless", "owners", "repeated", "root", "unique")

    def __init__(self, root: JsonObject) -> None:
        self.root = root
        self.unique: dict[str, JsonObject] = {}
        self.repeated: dict[str, list[JsonObject]] = {}
        self.nameless: dict[int, JsonObject] = {}
        self.owners: dict[int, tuple[JsonObject, str]] = {}
        levels, listed = self._walk([root])
        # An object and the list it stands in are two levels; the exact depth is asked for only where that is near.
        if (2 * levels > MAX_DEPTH or listed) and nesting(root) > MAX_DEPTH:
            raise too_deep()

    def object_at(self, address: str) -> JsonObject | None:
        """The object at `$root`, `$study`, a unique id, or a JSON Pointer; None where there is none.

        An id that itself begins with "/" is meant before any pointer.
        """
        if address == ROOT:
            return self.root
        if address == STUDY:
            study = self.root.get("study")
            return study if type(study) is dict else None
        found = self.unique.get(address)
        return self._pointed_at(address) if found is None and is_pointer(address) else found

    def pointer_of(self, item: JsonObject) -> str:
        """Where an object stands, as a JSON Pointer; "" for the root. True until something before it comes or goes."""
        tokens: list[str] = []
        while (holder := self.owners.get(id(item))) is not None:
            owner, attribute = holder
            tokens += [str(place) for place in reversed(_places_in(owner[attribute], item))]
            tokens.append(attribute.replace("~", "~0").replace("/", "~1"))
            item = owner
        return "".join(f"/{token}" for token in reversed(tokens))

    def rename(self, item: JsonObject, write: Callable[[], None]) -> None:
        """Lets `write` give an object another id, or take it away."""
        self._forget(item)
        write()
        identifier = item.get("id")
        if type(identifier) is not str or not identifier or identifier in RESERVED:
            if item is not self.root and item is not self.root.get("study"):
                self.nameless[id(item)] = item
        elif identifier in self.repeated:
            self.repeated[identifier].append(item)
        elif identifier in self.unique:
            self.repeated[identifier] = [self.unique.pop(identifier), item]
        else:
            self.unique[identifier] = item

    def address_of(self, item: JsonObject) -> str | None:
        """The address of an object, or None where it has none (its id is missing or repeated)."""
        if item is self.root:
            return ROOT
        if self.root.get("study") is item:
            return STUDY
        identifier = item.get("id")
        if type(identifier) is not str or identifier in RESERVED:
            return None
        return identifier if self.unique.get(identifier) is item else None

    def owner_of(self, item: JsonObject) -> tuple[JsonObject, str] | None:
        """The object and the attribute that hold an object; None for the root."""
        return self.owners.get(id(item))

    def home_of(self, item: JsonObject) -> tuple[str, str]:
        """Where a change to `item` is seen: the address and attribute of its nearest owner that has an address.

        Where the object itself has an address, that and the attribute "".
        """
        attribute = ""
        while (address := self.address_of(item)) is None:
            item, attribute = self.owners[id(item)]
        return address, attribute

    def depth_of(self, item: JsonObject) -> int:
        """How many containers an object stands in, itself included; 1 for the root."""
        depth = 1
        while (holder := self.owners.get(id(item))) is not None:
            owner, attribute = holder
            depth += 1 + _lists_around(item, owner[attribute])
            item = owner
        return depth

    def add(self, value: JsonValue, owner: JsonObject, attribute: str) -> None:
        """Takes in a value that was put under `owner.attribute`."""
        self._walk(self._held(value, owner, attribute))

    def remove(self, value: JsonValue) -> None:
        """Forgets a value that was taken out."""
        level = _objects_in(value)
        while level:
            below: list[JsonObject] = []
            for item in level:
                self.owners.pop(id(item), None)
                self._forget(item)
                for nested in item.values():
                    if type(nested) is dict or type(nested) is list:
                        below += _objects_in(nested)
            level = below

    def ids_in(self, value: JsonValue) -> list[str]:
        """Every id in a value, repetitions included."""
        found: list[str] = []
        level = _objects_in(value)
        while level:
            below: list[JsonObject] = []
            for item in level:
                identifier = item.get("id")
                if type(identifier) is str and identifier and identifier not in RESERVED:
                    found.append(identifier)
                for nested in item.values():
                    if type(nested) is dict or type(nested) is list:
                        below += _objects_in(nested)
            level = below
        return found

    def _pointed_at(self, pointer: str) -> JsonObject | None:
        at: JsonValue = self.root
        for token in pointer.split("/")[1:]:
            if type(at) is dict:
                at = at.get(token.replace("~1", "/").replace("~0", "~"))
            elif type(at) is list and _PLACE.fullmatch(token) and int(token) < len(at):
                at = at[int(token)]
            else:
                return None
        return at if type(at) is dict else None

    def _walk(self, level: list[JsonObject]) -> tuple[int, bool]:
        """Takes in objects and all that they hold. Returns the levels of objects, and whether lists hold lists."""
        unique, repeated, owners = self.unique, self.repeated, self.owners
        study = self.root.get("study")
        levels, listed = 0, False
        while level:
            levels += 1
            below: list[JsonObject] = []
            for item in level:
                identifier = item.get("id")
                if type(identifier) is str and identifier:
                    if identifier in repeated:
                        repeated[identifier].append(item)
                    elif identifier in unique:
                        repeated[identifier] = [unique.pop(identifier), item]
                    else:
                        unique[identifier] = item
                elif item is not self.root and item is not study:
                    self.nameless[id(item)] = item
                for attribute, nested in item.items():
                    kind = type(nested)
                    if kind is dict:
                        owners[id(nested)] = (item, attribute)
                        below.append(nested)
                    elif kind is list and nested:
                        first = type(nested[0])
                        if first is str and len(nested) == 1:
                            continue
                        place = (item, attribute)
                        for entry in nested:
                            if type(entry) is dict:
                                owners[id(entry)] = place
                                below.append(entry)
                            elif type(entry) is list:
                                below += self._held(entry, item, attribute)
                                listed = True
            level = below
        for reserved in RESERVED:
            bearers = repeated.pop(reserved, [])
            if reserved in unique:
                bearers.append(unique.pop(reserved))
            for item in bearers:
                if item is not self.root and item is not study:
                    self.nameless[id(item)] = item
        return levels, listed

    def _held(self, value: JsonValue, owner: JsonObject, attribute: str) -> list[JsonObject]:
        held = _objects_in(value)
        for item in held:
            self.owners[id(item)] = (owner, attribute)
        return held

    def _forget(self, item: JsonObject) -> None:
        identifier = item.get("id")
        if type(identifier) is not str or not identifier or identifier in RESERVED:
            self.nameless.pop(id(item), None)
            return
        sharing = self.repeated.get(identifier)
        if sharing is None:
            self.unique.pop(identifier, None)
            return
        left = [other for other in sharing if other is not item]
        if len(left) == 1:
            del self.repeated[identifier]
            self.unique[identifier] = left[0]
        else:
            self.repeated[identifier] = left


def _objects_in(value: JsonValue) -> list[JsonObject]:
    """The outermost objects of a value: itself, or those in its lists (nested lists included)."""
    if type(value) is dict:
        return [value]
    if type(value) is not list:
        return []
    found: list[JsonObject] = []
    pending = [value]
    while pending:
        deeper: list[list[JsonValue]] = []
        for entries in pending:
            for entry in entries:
                if type(entry) is dict:
                    found.append(entry)
                elif type(entry) is list:
                    deeper.append(entry)
        pending = deeper
    return found


def _lists_around(item: JsonObject, value: JsonValue) -> int:
    """How many lists of `value` stand around an object somewhere in it; 0 where it is the value itself."""
    depth = 0
    level = [value]
    while level and not any(entry is item for entry in level):
        depth += 1
        level = [nested for entry in level if type(entry) is list for nested in entry]
    return depth


def _places_in(value: JsonValue, item: JsonObject) -> list[int]:
    """The places that lead to an object through the lists of a value; none where it is the value itself."""
    if value is item:
        return []
    level: list[tuple[list[int], JsonValue]] = [([], value)]
    while level:
        below: list[tuple[list[int], JsonValue]] = []
        for path, entries in level:
            for place, entry in enumerate(entries):
                if entry is item:
                    return [*path, place]
                if type(entry) is list:
                    below.append(([*path, place], entry))
        level = below
    return []
