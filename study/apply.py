"""Carrying changes out on a document, or the annexe beside it: all of them or none, with the inverse and what changed.

Free of I/O. `apply` checks each change against the tree (the old value must be there, ids must be free), writes to the
one owned tree in place and keeps its index up to date. Where one change of a list is refused, those before
it are taken back and the document is as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from study.changes import AddRef, Change, Insert, Move, Place, Remove, RemoveRef, Set
from study.decode import MAX_DEPTH
from study.footprint import Changed, Footprint
from study.index import RESERVED, ROOT, is_pointer
from study.json_types import ABSENT, JsonObject, JsonValue, copied, nesting, same, why_unwritable
from study.tree import Tree

__all__ = [
    "Applied",
    "ChangeRefusedError",
    "Changed",
    "Transaction",
    "apply",
    "place_of",
    "removal_of",
    "setting_of",
]


class ChangeRefusedError(ValueError):
    """A change that does not fit the document: `change` which one, `reason` why. The document is as it was."""

    def __init__(self, change: Change, reason: str) -> None:
        super().__init__(reason)
        self.change = change
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Applied:
    """The outcome of `apply`: the changes that take it back, in the order to apply them, and what changed."""

    inverse: tuple[Change, ...]
    changed: Changed


class Transaction:
    """Changes carried out on a document one after the other, kept together by `commit` or taken back together.

    What follows from a change is found by looking at the document as the change leaves it; nobody else looks at
    the document meanwhile. A change that is refused leaves those before it standing: commit or roll back.
    """

    def __init__(self, document: Tree) -> None:
        self.document = document
        self._before = Footprint(document)
        self._inverse: list[Change] = []
        self._taken: list[JsonValue] = []

    def do(self, change: Change) -> None:
        """Carry out one more change. Raises ChangeRefusedError, the document then being as before it."""
        self._before.note(change)
        taken = _taken(self.document, change)
        self._inverse.append(_carry_out(self.document, change))
        self._taken.append(taken)

    def commit(self) -> Applied:
        """Keep all of them: the changes that take them back, and what changed."""
        inverse = self._ended()
        return Applied(tuple(reversed(inverse)), self._before.compared())

    def so_far(self) -> Changed:
        """What changed until now."""
        return self._before.compared()

    def roll_back(self) -> None:
        """Take all of them back; the document is as it was, down to the very objects that it is made of.

        Views, projections and findings hold those, and nobody tells them of what was only tried.
        """
        for change, taken in zip(reversed(self._inverse), reversed(self._taken), strict=True):
            _carry_out(self.document, change, taken)
        self._ended()

    def _ended(self) -> list[Change]:
        inverse, self._inverse, self._taken = self._inverse, [], []
        if inverse:
            self.document.note_change(inverse)
        return inverse


def apply(document: Tree, changes: Sequence[Change]) -> Applied:
    """Carries out `changes` in order. Raises ChangeRefusedError, the document then being as it was."""
    transaction = Transaction(document)
    try:
        for change in changes:
            transaction.do(change)
    except BaseException:
        transaction.roll_back()
        raise
    return transaction.commit()


def place_of(document: Tree, entries: list[JsonValue], position: int) -> Place:
    """The place of the entry at `position`, in words that hold when other entries come and go."""
    names: list[str | None] | list[JsonValue]
    # Ids are their own names: a block of marks asks this for thousands of long lists.
    names = entries.copy() if _are_ids(entries) else [_name(document, entry) for entry in entries]
    del names[position]
    for skip, name in enumerate(reversed(names[:position])):
        if type(name) is str and names.count(name) == 1:
            return Place(name, skip)
    return Place(None, position)


def removal_of(document: Tree, address: str) -> Remove:
    """The change that removes the entity at `address` as it stands now. Raises KeyError where it is in no list."""
    entity = document.index.unique[address]
    owner, attribute = document.index.owners[id(entity)]
    owner_address = document.index.address_of(owner)
    entries = owner[attribute]
    position = None
    if owner_address is not None and type(entries) is list:
        position = next((at for at, entry in enumerate(entries) if entry is entity), None)
    if owner_address is None or position is None:
        raise KeyError(address)
    return Remove(owner_address, attribute, copied(entity), place_of(document, entries, position))


def _taken(document: Tree, change: Change) -> JsonValue:
    """The object or list that a change is about to take out of the tree; None where it takes none."""
    if type(change) is Set and type(change.old) in (dict, list):
        item = document.index.object_at(change.address)
        return item.get(change.attribute) if item is not None else None
    if type(change) is Remove:
        identifier = change.entity.get("id")
        return document.index.unique.get(identifier) if type(identifier) is str else None
    return None


def _carry_out(document: Tree, change: Change, put: JsonValue = None) -> Change:
    """Carries out one change and returns its inverse as things stood, which may be elsewhere than `change` says.

    `put`: the very object or list to put where `change` inserts or sets one, None for a copy of what it says.
    """
    match change:
        case Insert():
            return _insert(document, change, put)
        case Remove():
            return _remove(document, change)
        case Move():
            return _move(document, change)
        case Set():
            return _set(document, change, put)
        case AddRef():
            return _add_ref(document, change)
        case RemoveRef():
            return _remove_ref(document, change)


def _insert(document: Tree, change: Insert, put: JsonValue) -> Change:
    owner = _object(document, change, change.owner)
    entries = _entries(owner, change, change.owner, change.attribute)
    if type(change.entity.get("id")) is not str or change.entity["id"] in ("", *RESERVED):
        raise ChangeRefusedError(change, "What is inserted must have an id of its own.")
    _refuse_taken_ids(document, change, document.index.ids_in(change.entity))
    _refuse_unwritable(change, change.entity)
    _refuse_too_deep(document, change, owner, 1 + nesting(change.entity))
    position = _position(document, change, entries, change.place)
    entity: JsonObject = put if type(put) is dict else copied(change.entity)
    entries.insert(position, entity)
    document.index.add(entity, owner, change.attribute)
    return Remove(change.owner, change.attribute, change.entity, place_of(document, entries, position))


def _remove(document: Tree, change: Remove) -> Change:
    owner = _object(document, change, change.owner)
    entries = _entries(owner, change, change.owner, change.attribute)
    identifier = change.entity.get("id")
    entity = document.index.unique.get(identifier) if type(identifier) is str else None
    position = next((at for at, entry in enumerate(entries) if entry is entity), None) if entity else None
    if entity is None or position is None:
        raise ChangeRefusedError(change, f"“{identifier}” is not there any more.")
    if not same(entity, change.entity):
        raise ChangeRefusedError(change, f"“{identifier}” is not what it was when its removal was planned.")
    repeated = [name for name in document.index.ids_in(entity) if name in document.index.repeated]
    if repeated:
        raise ChangeRefusedError(
            change, f"The id “{repeated[0]}” stands twice in the study. Repair ids first."
        )
    stood = place_of(document, entries, position)
    del entries[position]
    document.index.remove(entity)
    return Insert(change.owner, change.attribute, change.entity, stood)


def _move(document: Tree, change: Move) -> Change:
    entity = document.index.unique.get(change.entity)
    if entity is None:
        raise ChangeRefusedError(change, f"“{change.entity}” is not there any more.")
    old_owner = _object(document, change, change.old_owner)
    old_entries = _entries(old_owner, change, change.old_owner, change.old_attribute)
    position = next((at for at, entry in enumerate(old_entries) if entry is entity), None)
    if position is None:
        raise ChangeRefusedError(
            change, f"“{change.entity}” is not in the list that it was to be moved from."
        )
    owner = _object(document, change, change.owner)
    above: JsonObject | None = owner
    while above is not None:
        if above is entity:
            raise ChangeRefusedError(change, f"“{change.entity}” cannot be moved into itself.")
        holder = document.index.owner_of(above)
        above = holder[0] if holder else None
    entries = _entries(owner, change, change.owner, change.attribute)
    _refuse_too_deep(document, change, owner, 1 + nesting(entity))
    stood = place_of(document, old_entries, position)
    del old_entries[position]
    try:
        target = _position(document, change, entries, change.place)
    except ChangeRefusedError:
        old_entries.insert(position, entity)
        raise
    entries.insert(target, entity)
    document.index.owners[id(entity)] = (owner, change.attribute)
    now = place_of(document, entries, target)
    return Move(
        change.entity, change.old_owner, change.old_attribute, stood, change.owner, change.attribute, now
    )


_HOLDING = (dict, list)


def _set(document: Tree, change: Set, put: JsonValue) -> Change:
    item = _object(document, change, change.address, for_id=change.attribute == "id")
    current = item.get(change.attribute, ABSENT)
    if change.attribute == "id":
        return _set_id(document, change, item)
    if change.address == ROOT and change.attribute == "study":
        raise ChangeRefusedError(change, "The study itself cannot be replaced.")
    if not same(current, change.old):
        raise ChangeRefusedError(
            change, f"“{change.attribute}” has another value than when this was planned."
        )
    if type(current) not in _HOLDING and type(change.new) not in _HOLDING and change.new is not ABSENT:
        _refuse_unwritable(change, change.new)  # a text or number for another: no object comes or goes
        if current is ABSENT:
            _write_key(item, change.attribute, change.new, change.key_after)
        else:
            item[change.attribute] = change.new
        return Set(change.address, change.attribute, change.new, change.old, ABSENT)
    leaving = document.index.ids_in(current)
    repeated = [name for name in leaving if name in document.index.repeated]
    if repeated:
        raise ChangeRefusedError(
            change, f"The id “{repeated[0]}” stands twice in the study. Repair ids first."
        )
    _refuse_taken_ids(document, change, document.index.ids_in(change.new), leaving=frozenset(leaving))
    if change.new is not ABSENT:
        _refuse_unwritable(change, change.new)
        _refuse_too_deep(document, change, item, nesting(change.new))
    stood = _key_before(item, change.attribute) if current is not ABSENT and change.new is ABSENT else ABSENT
    inverse = Set(change.address, change.attribute, change.new, change.old, stood)
    document.index.remove(current)
    if change.new is ABSENT:
        item.pop(change.attribute, None)
        return inverse
    value = put if put is not None else copied(change.new)
    if current is ABSENT:
        _write_key(item, change.attribute, value, change.key_after)
    else:
        item[change.attribute] = value
    document.index.add(value, item, change.attribute)
    return inverse


def _set_id(document: Tree, change: Set, item: JsonObject) -> Change:
    """Repairs an id: one that is missing, empty or repeated becomes one that nobody else has. Or takes that back."""
    if not is_pointer(change.address) or document.index.unique.get(change.address) is item:
        raise ChangeRefusedError(change, "An id is not changed by setting it: others refer to it.")
    current = item.get("id", ABSENT)
    if not same(current, change.old):
        raise ChangeRefusedError(change, "“id” has another value than when this was planned.")
    names = type(current) is str and document.index.unique.get(current) is item
    new = change.new
    wanted = type(new) is str and new not in ("", *RESERVED)
    taken = wanted and (new in document.index.unique or new in document.index.repeated)
    if names and wanted and not taken:
        raise ChangeRefusedError(change, f"“{current}” is an id that nothing else has: it stays.")
    if not names and taken:
        raise ChangeRefusedError(change, f"The id “{new}” is taken.")
    if not names and (not wanted or is_pointer(new)):
        raise ChangeRefusedError(change, "An id must be a text that does not begin with “/”.")
    _refuse_taken_ids(document, change, document.index.ids_in(new), frozenset(document.index.ids_in(current)))
    if new is not ABSENT:
        _refuse_unwritable(change, new)
    stood = _key_before(item, "id") if current is not ABSENT and new is ABSENT else ABSENT

    value = copied(new)

    def write() -> None:
        if new is ABSENT:
            item.pop("id", None)
        elif current is ABSENT:
            _write_key(item, "id", value, change.key_after)
        else:
            item["id"] = value

    document.index.remove(current)  # what stands in place of an id may be anything
    document.index.rename(item, write)
    document.index.add(value, item, "id")
    return Set(change.address, "id", new, change.old, stood)


def setting_of(document: Tree, address: str, attribute: str, new: JsonValue) -> Set:
    """The change that gives an attribute a new value as things stand now. Raises KeyError for an unknown address."""
    item = document.index.object_at(address)
    if item is None:
        raise KeyError(address)
    old = item.get(attribute, ABSENT)
    key_after = _key_before(item, attribute) if new is ABSENT and old is not ABSENT else ABSENT
    return Set(address, attribute, copied(old), new, key_after)


def _add_ref(document: Tree, change: AddRef) -> Change:
    entries = _entries(_object(document, change, change.address), change, change.address, change.attribute)
    if change.ref in entries:
        raise ChangeRefusedError(change, f"“{change.ref}” is there already.")
    _refuse_unwritable(change, change.ref)
    position = _position(document, change, entries, change.place)
    entries.insert(position, change.ref)
    return RemoveRef(change.address, change.attribute, change.ref, place_of(document, entries, position))


def _remove_ref(document: Tree, change: RemoveRef) -> Change:
    entries = _entries(_object(document, change, change.address), change, change.address, change.attribute)
    if entries.count(change.ref) != 1:
        there = "is not there any more" if change.ref not in entries else "stands there more than once"
        raise ChangeRefusedError(change, f"“{change.ref}” {there}.")
    position = entries.index(change.ref)
    stood = place_of(document, entries, position)
    del entries[position]
    return AddRef(change.address, change.attribute, change.ref, stood)


def _object(document: Tree, change: Change, address: str, *, for_id: bool = False) -> JsonObject:
    found = document.index.object_at(address)
    if found is not None:
        own = document.index.address_of(found) if is_pointer(address) and not for_id else None
        if own is not None and own != address:
            # Two names for one thing would hide that two edits are about the same.
            raise ChangeRefusedError(change, f"What stands at “{address}” is called by its id, “{own}”.")
        return found
    if address in document.index.repeated:
        raise ChangeRefusedError(change, f"The id “{address}” stands twice in the study. Repair ids first.")
    raise ChangeRefusedError(change, f"“{address}” is not there any more.")


def _entries(item: JsonObject, change: Change, address: str, attribute: str) -> list[JsonValue]:
    entries = item.get(attribute)
    if type(entries) is not list:
        raise ChangeRefusedError(change, f"“{attribute}” of “{address}” is not a list.")
    return entries


def _position(document: Tree, change: Change, entries: list[JsonValue], place: Place) -> int:
    """The position in `entries` that a place means. Refused where its predecessor is not there exactly once."""
    start = 0
    if place.after is not None:
        if _are_ids(entries):
            found = [entries.index(place.after)] if entries.count(place.after) == 1 else []
        else:
            found = [at for at, entry in enumerate(entries) if _name(document, entry) == place.after]
        if len(found) != 1:
            raise ChangeRefusedError(change, f"“{place.after}”, behind which this belongs, is not there.")
        start = found[0] + 1
    if start + place.skip > len(entries):
        raise ChangeRefusedError(change, "The list is shorter than when this was planned.")
    return start + place.skip


def _are_ids(entries: list[JsonValue]) -> bool:
    return set(map(type, entries)) <= {str}


def _name(document: Tree, entry: JsonValue) -> str | None:
    """What a list entry can be called by: a reference itself, an entity's id where it is unique."""
    if type(entry) is str:
        return entry
    return document.index.address_of(entry) if type(entry) is dict else None


def _refuse_taken_ids(
    document: Tree, change: Change, ids: list[str], leaving: frozenset[str] = frozenset()
) -> None:
    seen: set[str] = set()
    for identifier in ids:
        taken = identifier in document.index.unique or identifier in document.index.repeated
        if identifier in seen or (taken and identifier not in leaving):
            raise ChangeRefusedError(change, f"The id “{identifier}” is taken.")
        seen.add(identifier)


def _refuse_unwritable(change: Change, value: JsonValue) -> None:
    attribute = getattr(change, "attribute", "")
    if type(value) is str and value.isascii() and attribute.isascii():
        return  # most of what is written: any such text can be
    reason = why_unwritable({attribute: value})
    if reason is not None:
        raise ChangeRefusedError(change, f"This cannot be written to a file: {reason}.")


def _refuse_too_deep(document: Tree, change: Change, owner: JsonObject, levels: int) -> None:
    if levels and document.index.depth_of(owner) + levels > MAX_DEPTH:
        raise ChangeRefusedError(change, f"The study would nest more than {MAX_DEPTH} levels deep.")


def _key_before(item: JsonObject, attribute: str) -> str | None:
    before: str | None = None
    for key in item:
        if key == attribute:
            return before
        before = key
    return before


def _write_key(item: JsonObject, attribute: str, value: JsonValue, key_after: object) -> None:
    if key_after is ABSENT or (key_after is not None and key_after not in item):
        item[attribute] = value
        return
    pairs = list(item.items())
    place = 0 if key_after is None else next(at for at, (key, _) in enumerate(pairs) if key == key_after) + 1
    pairs.insert(place, (attribute, value))
    item.clear()
    item.update(pairs)
