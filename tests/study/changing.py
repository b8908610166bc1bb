"""Changes drawn at random that fit a document as it stands, and a plain differ that knows nothing of how they work."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from random import Random

from study.apply import ChangeRefusedError, apply, place_of, removal_of, setting_of
from study.changes import AddRef, Change, Insert, Move, Place, RemoveRef
from study.document import Document
from study.json_types import ABSENT, JsonObject, JsonValue, NumberLiteral, copied
from study.timeline import PlannedTime, planned_times
from tests.study.studies import study_bytes

# -- what there is to change -------------------------------------------------------------------------------------

SCALARS: tuple[JsonValue, ...] = (
    *(None, True, False, "", "text", "é – \u2028", "\ud800", "P3D", "PT15M", "P2W", "P1M", "not a duration", 0, 7),
    *(-1.5, 10**30, NumberLiteral("1.10"), NumberLiteral("-0"), NumberLiteral("NaN"), [], {}, ["a", "b"], [[]]),
    *([1, {"note": "without id"}], {"code": "C201356", "decode": "After"}, {"code": "C201353"}),
)  # fmt: skip
ATTRIBUTES = (
    "name",
    "label",
    "unknownAttribute",
    "value",
    "timelineId",
    "notes",
    "windowUpper",
    "extensionAttributes",
)


@dataclass
class Pool:
    """What a document holds that a change can be about: addresses, entities in lists, lists of entities, of ids."""

    addresses: list[str]
    listed: list[str]
    entity_lists: list[tuple[str, str]]
    ref_lists: list[tuple[str, str]]


def pool_of(document: Document, *, schedule: bool = False) -> Pool:
    """The pool of a document; of its timelines and activities alone where `schedule`."""
    pool = Pool([], [], [], [])
    index = document.index
    for item in [document.root, document.study.raw, *index.unique.values()]:
        address = index.address_of(item)
        if address is None or (schedule and not _in_schedule(document, item)):
            continue
        pool.addresses.append(address)
        holder = index.owner_of(item)
        if holder and type(holder[0][holder[1]]) is list and index.address_of(holder[0]):
            pool.listed.append(address)
        for attribute, value in item.items():
            if type(value) is list:
                if any(type(entry) is dict for entry in value):
                    pool.entity_lists.append((address, attribute))
                elif value or attribute.endswith("Ids"):
                    pool.ref_lists.append((address, attribute))
    return pool


def _in_schedule(document: Document, item: JsonObject) -> bool:
    step: JsonObject | None = item
    while step is not None:
        holder = document.index.owner_of(step)
        if holder and holder[1] in ("scheduleTimelines", "activities"):
            return True
        step = holder[0] if holder else None
    return any(step is item for design in document.designs() for step in (design.raw,))


# -- drawing changes ---------------------------------------------------------------------------------------------


class Drawing:
    """Draws changes from a seeded source; each fits the document as it stands when it is drawn."""

    def __init__(self, document: Document, random: Random, pool: Pool) -> None:
        self.document = document
        self.random = random
        self.pool = pool
        self.new = 0
        self.names = list(pool.listed)

    def change(self) -> Change:
        """One change of any kind."""
        kinds: tuple[Callable[[], Change | None], ...] = (
            self.set_scalar, self.set_scalar, self.set_ref, self.set_container, self.insert, self.remove, self.move,
            self.move, self.add_ref, self.remove_ref,
        )  # fmt: skip
        while True:
            drawn = self.random.choice(kinds)()
            if drawn is not None:
                return drawn

    def set_scalar(self) -> Change | None:
        address, item = self._object()
        attribute = self.random.choice([*item, *ATTRIBUTES])
        if attribute in ("id", "study") or type(item.get(attribute)) in (dict, list):
            return None
        new = self.random.choice([*SCALARS, ABSENT])
        return setting_of(self.document, address, attribute, copied(new))

    def set_ref(self) -> Change | None:
        address, item = self._object()
        refs = [name for name in item if name.endswith("Id")]
        if not refs:
            return None
        new = self.random.choice([*self.names, "dangling", None]) if self.names else None
        return setting_of(self.document, address, self.random.choice(refs), new)

    def set_container(self) -> Change | None:
        address, item = self._object()
        attributes = [name for name, value in item.items() if type(value) in (dict, list) and value]
        if not attributes:
            return None
        attribute = self.random.choice(attributes)
        if len(repr(item[attribute])) > 20_000:
            return None
        new = copied(item[attribute])
        if type(new) is list:
            self.random.shuffle(new)
            if self.random.random() < 0.5:
                new.pop()
            if self.random.random() < 0.5:
                new.append(self.random.choice(["text", {"id": self._fresh()}, {"id": None, "nested": [{}]}]))
        elif type(new) is dict:
            new[self.random.choice(["decode", "more"])] = self.random.choice([1, "x", {"id": self._fresh()}])
        return setting_of(self.document, address, attribute, new)

    def insert(self) -> Change | None:
        found = self._list(self.pool.entity_lists)
        if found is None:
            return None
        address, attribute, entries = found
        place = self._place(entries)
        like = [entry for entry in entries if type(entry) is dict]
        if like and self.random.random() < 0.6:
            entity = self._renamed(copied(self.random.choice(like)))
            entity["id"] = self._fresh()
        else:
            entity = {
                "id": self._fresh(),
                "name": "é",
                "nested": [{"id": self._fresh()}, {"id": None, "n": 1}],
            }
        if len(repr(entity)) > 20_000:
            return None
        self.names.append(str(entity["id"]))
        return Insert(address, attribute, entity, place)

    def remove(self) -> Change | None:
        name = self.random.choice(self.names) if self.names else ""
        item = self.document.index.unique.get(name)
        if item is None or len(repr(item)) > 20_000:
            return None
        try:
            return removal_of(self.document, name)
        except KeyError:
            return None

    def move(self) -> Change | None:
        name = self.random.choice(self.names) if self.names else ""
        item = self.document.index.unique.get(name)
        holder = self.document.index.owner_of(item) if item is not None else None
        if item is None or holder is None:
            return None
        old_owner, old_attribute = holder
        old_address = self.document.index.address_of(old_owner)
        old_entries = old_owner[old_attribute]
        if old_address is None or type(old_entries) is not list:
            return None
        at = next((n for n, entry in enumerate(old_entries) if entry is item), None)
        if at is None:
            return None
        if self.random.random() < 0.6:
            address, attribute, entries = old_address, old_attribute, old_entries
        else:
            found = self._list(self.pool.entity_lists)
            if found is None:
                return None
            address, attribute, entries = found
        rest = [entry for entry in entries if entry is not item]
        to = self.random.randint(0, len(rest))
        place = place_of(self.document, [*rest[:to], item, *rest[to:]], to)
        return Move(
            name,
            address,
            attribute,
            place,
            old_address,
            old_attribute,
            place_of(self.document, old_entries, at),
        )

    def add_ref(self) -> Change | None:
        if not self.pool.ref_lists:
            return None
        found = self._list(self.pool.ref_lists)
        if found is None:
            return None
        address, attribute, entries = found
        ref = self.random.choice([*self.names, "dangling"])
        return None if ref in entries else AddRef(address, attribute, ref, self._place(entries))

    def remove_ref(self) -> Change | None:
        if not self.pool.ref_lists:
            return None
        found = self._list(self.pool.ref_lists)
        if found is None:
            return None
        address, attribute, entries = found
        refs = [entry for entry in entries if type(entry) is str and entries.count(entry) == 1]
        if not refs:
            return None
        ref = self.random.choice(refs)
        return RemoveRef(address, attribute, ref, place_of(self.document, entries, entries.index(ref)))

    def _object(self) -> tuple[str, JsonObject]:
        for _ in range(20):
            address = self.random.choice(self.pool.addresses)
            item = self.document.index.object_at(address)
            if item is not None:
                return address, item
        return "$study", self.document.study.raw

    def _list(self, lists: list[tuple[str, str]]) -> tuple[str, str, list[JsonValue]] | None:
        for _ in range(20):  # what they hold may be gone by now
            address, attribute = self.random.choice(lists)
            item = self.document.index.object_at(address)
            if item is not None and type(item.get(attribute)) is list:
                return address, attribute, item[attribute]
        return None

    def _place(self, entries: list[JsonValue]) -> Place:
        at = self.random.randint(0, len(entries))
        return place_of(self.document, [*entries[:at], None, *entries[at:]], at)

    def _fresh(self) -> str:
        self.new += 1
        return f"new_{self.new}"

    def _renamed(self, value: JsonValue) -> JsonValue:
        if type(value) is dict:
            renamed = {key: self._renamed(item) for key, item in value.items()}
            if type(renamed.get("id")) is str:
                renamed["id"] = self._fresh()
            return renamed
        return [self._renamed(item) for item in value] if type(value) is list else value


def drawn_changes(
    document: Document, seed: int, count: int, pool: Pool
) -> tuple[list[Change], tuple[Change, ...]]:
    """Changes that one after the other fit the document, which is changed by them, and what takes them back."""
    drawing = Drawing(document, Random(seed), pool)
    changes: list[Change] = []
    inverse: tuple[Change, ...] = ()
    while len(changes) < count:
        change = drawing.change()
        try:
            inverse = apply(document, [change]).inverse + inverse
        except ChangeRefusedError:
            continue  # moved into itself, too deep, or it would take a repeated id along
        changes.append(change)
    return changes, inverse


@cache
def opened(name: str) -> Document:
    """A study, opened once for all examples: each leaves it as it was."""
    return Document.from_bytes(study_bytes(name))


@cache
def opened_pool(name: str, schedule: bool = False) -> Pool:
    """The pool of `opened(name)`."""
    return pool_of(opened(name), schedule=schedule)


# -- the differ --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Flat:
    """A document as a flat table: what each attribute of an addressable entity says, and where the entity stands."""

    attributes: dict[tuple[str, str], str]
    owners: dict[str, tuple[str, str] | None]


def flattened(root: JsonObject) -> Flat:
    """Every addressable entity of a document, found by walking over it twice."""
    count: dict[str, int] = {}

    def tally(value: JsonValue) -> None:
        if type(value) is dict:
            identity = value.get("id")
            if type(identity) is str and identity:
                count[identity] = count.get(identity, 0) + 1
            for item in value.values():
                tally(item)
        elif type(value) is list:
            for item in value:
                tally(item)

    tally(root)
    study = root["study"]

    def address(item: JsonObject) -> str | None:
        if item is root or item is study:
            return "$root" if item is root else "$study"
        identity = item.get("id")
        if identity in ("$root", "$study"):
            return None
        return identity if type(identity) is str and count.get(identity) == 1 else None

    flat = Flat({}, {"$root": None})

    def say(value: JsonValue, owner: str, attribute: str) -> str:
        if type(value) is dict:
            name = address(value)
            if name is not None:
                flat.owners[name] = (owner, attribute)
                tell(value, name)
                return f"<{name}>"
            inside = sorted(f"{key!r}: {say(item, owner, attribute)}" for key, item in value.items())
            return "{" + ", ".join(inside) + "}"
        if type(value) is list:
            return "[" + ", ".join(say(item, owner, attribute) for item in value) + "]"
        return repr(value)

    def tell(item: JsonObject, name: str) -> None:
        for attribute, value in item.items():
            flat.attributes[name, attribute] = say(value, name, attribute)

    tell(root, "$root")
    return flat


@dataclass(frozen=True)
class Difference:
    """What `Changed` must say, its retimed timelines aside."""

    entities: frozenset[str]
    attributes: frozenset[tuple[str, str]]
    structure: frozenset[str]


def difference(before: Flat, after: Flat) -> Difference:
    """What differs between two documents."""
    come_or_gone = before.owners.keys() ^ after.owners.keys()
    attributes = {
        (name, attribute)
        for name, attribute in before.attributes.keys() | after.attributes.keys()
        if name not in come_or_gone
        and before.attributes.get((name, attribute)) != after.attributes.get((name, attribute))
    }
    moved = {
        name
        for name in before.owners.keys() & after.owners.keys()
        if before.owners[name] != after.owners[name]
    }
    return Difference(
        frozenset(come_or_gone | {name for name, _ in attributes}),
        frozenset(attributes),
        frozenset(come_or_gone | moved),
    )


# -- planned times -----------------------------------------------------------------------------------------------


def times_by_timeline(document: Document) -> dict[str, object]:
    """What is planned in each timeline that has an id, without the sentences beside it."""
    return {
        timeline.id: {key: _times(planned) for key, planned in planned_times(timeline, design).times.items()}
        for _, design, timeline in document.timelines()
        if timeline.id
    }


def _times(planned: PlannedTime) -> tuple[object, ...]:
    return (
        *(planned.status, planned.offset, planned.study_day, planned.window_open, planned.window_close),
        *(planned.window_open_day, planned.window_close_day, planned.is_anchor, planned.is_range),
        *(planned.whole_days, planned.time_base, planned.reference),
    )
