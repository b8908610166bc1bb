"""A draft: the document while a command changes it, and the record of what was changed.

What a command writes stands in the document at once, so that its next step and the follow-ups see it. `execute`
keeps all of it or nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Final

from study.apply import Applied, Changed, Transaction, place_of, removal_of, setting_of
from study.change_set import Recorded
from study.changes import AddRef, Change, Insert, Move, Place, RemoveRef
from study.code_lists import CDISC, TERMINOLOGY_VERSION
from study.commands.command import CannotError
from study.document import Document
from study.json_types import ABSENT, JsonObject, JsonValue, same
from study.language import translate
from study.model import Entity, ScheduledInstance, ScheduleTimeline, StudyDesign
from study.tree import Tree

FreshIds = Callable[[str], str]
"""Gives a new id that begins with the given text, with a random end; what it gives was never given before."""


class _Last:
    """Behind everything that is in the list."""


LAST: Final = _Last()
After = str | None | _Last
"""Behind which entry of a list: its id, None for the list's beginning, LAST for its end."""


class Draft:
    """The document under one command. Every method raises ChangeRefusedError where a change does not fit."""

    def __init__(self, document: Document, fresh_id: FreshIds, tree: Tree | None = None) -> None:
        self.document = document
        self.tree: Tree = document if tree is None else tree
        """What is written to: the document itself, or the annexe beside it."""
        self.fresh_id = fresh_id
        self._transaction = Transaction(self.tree)
        self._recorded: list[Recorded] = []
        self._deriving = False

    # What is written

    def set(self, address: str, attribute: str, value: JsonValue) -> None:
        """Give an attribute a value (ABSENT takes it away); nothing is recorded where it has that value."""
        try:
            change = setting_of(self.tree, address, attribute, value)
        except KeyError:
            raise CannotError(gone(address)) from None
        if not same(change.old, value):
            self.do(change)

    def insert(self, owner: str, attribute: str, entity: JsonObject, after: After = LAST) -> str:
        """Put a new entity into a list, which is made where it is missing; its id."""
        self._list_of(owner, attribute)
        self.do(Insert(owner, attribute, entity, self._place(owner, attribute, after)))
        return str(entity["id"])

    def remove(self, address: str) -> None:
        """Take an entity, with all in it, out of its list."""
        try:
            change = removal_of(self.tree, address)
        except KeyError:
            raise CannotError(gone(address)) from None
        self.do(change)

    def move(
        self, address: str, after: After, *, owner: str | None = None, attribute: str | None = None
    ) -> None:
        """Move an entity within its list, or into another; nothing is recorded where it stands there."""
        try:
            stood = removal_of(self.tree, address)
        except KeyError:
            raise CannotError(gone(address)) from None
        owner, attribute = owner or stood.owner, attribute or stood.attribute
        self._list_of(owner, attribute)
        place = self._place(owner, attribute, after, without=address)
        if (owner, attribute, place) != (stood.owner, stood.attribute, stood.place):
            self.do(Move(address, owner, attribute, place, stood.owner, stood.attribute, stood.place))

    def add_ref(self, address: str, attribute: str, ref: str, after: After = LAST) -> None:
        """Add an id to a list of ids, which is made where it is missing; nothing where it is there."""
        if ref not in self._list_of(address, attribute):
            self.do(AddRef(address, attribute, ref, self._place(address, attribute, after)))

    def remove_ref(self, address: str, attribute: str, ref: str) -> None:
        """Take an id out of a list of ids; nothing where it is not there."""
        entries = self._item(address).get(attribute)
        if type(entries) is list and ref in entries:
            place = place_of(self.tree, entries, entries.index(ref))
            self.do(RemoveRef(address, attribute, ref, place))

    def do(self, change: Change) -> None:
        """Carry out and record a change."""
        self._transaction.do(change)
        self._recorded.append(Recorded(change, self._deriving))

    @contextmanager
    def deriving(self) -> Generator[None]:
        """What is written inside only follows from what a person meant."""
        before, self._deriving = self._deriving, True
        try:
            yield
        finally:
            self._deriving = before

    # What is made

    def new(self, instance_type: str, **attributes: JsonValue) -> JsonObject:
        """A new entity of a USDM class with an id of its own; attributes in the order given, ABSENT ones left out."""
        own = {name: value for name, value in attributes.items() if value is not ABSENT}
        entity: JsonObject = {"id": self.fresh_id(instance_type)}
        if self.document.capabilities.extension_attributes:
            entity["extensionAttributes"] = []
        return {**entity, **own, "instanceType": instance_type}

    def code(self, code: str, decode: str) -> JsonObject:
        """A new Code of CDISC's terminology, in the version that the study's other codes name."""
        return self.new(
            "Code",
            code=code,
            codeSystem=CDISC,
            codeSystemVersion=code_system_version(self.document),
            decode=decode,
        )

    # What is read

    def entity(self, address: str) -> Entity:
        """What is at an address. Raises CannotError where nothing is."""
        return Entity(self._item(address))

    def instance(self, address: str) -> ScheduledInstance:
        """The instance at an address. Raises CannotError where nothing is."""
        return ScheduledInstance(self._item(address))

    def design_of(self, address: str) -> StudyDesign:
        """The design that something stands in. Raises CannotError where it stands in none."""
        found = design_of(self.document, address)
        if found is None:
            raise CannotError(gone(address))
        return found

    def timeline_of(self, address: str) -> ScheduleTimeline:
        """The timeline that an instance, timing or exit stands in. Raises CannotError where it stands in none."""
        found = timeline_of(self.document, address)
        if found is None:
            raise CannotError(gone(address))
        return found

    @property
    def recorded(self) -> tuple[Recorded, ...]:
        """What was changed until now."""
        return tuple(self._recorded)

    # How it ends; for `execute` alone

    def commit(self) -> Applied:
        """Keep what was written."""
        return self._transaction.commit()

    def so_far(self) -> Changed:
        """What changed until now."""
        return self._transaction.so_far()

    def roll_back(self) -> None:
        """Take back what was written."""
        self._transaction.roll_back()

    def _item(self, address: str) -> JsonObject:
        found = self.tree.index.object_at(address)
        if found is None:
            raise CannotError(gone(address))
        return found

    def _list_of(self, address: str, attribute: str) -> list[JsonValue]:
        item = self._item(address)
        if item.get(attribute) is None:
            self.set(address, attribute, [])
        entries = item[attribute]
        return entries if type(entries) is list else []

    def _place(self, address: str, attribute: str, after: After, *, without: str | None = None) -> Place:
        entries = self._item(address).get(attribute)
        if type(entries) is not list:
            return Place(None)
        if not isinstance(after, _Last):
            return Place(after)
        last = entries[-1] if entries and without is None else None
        if type(last) is str and entries.count(last) == 1 and dict not in set(map(type, entries)):
            return Place(last)  # what `place_of` says, without asking every entry for its name
        kept = [
            entry for entry in entries if without is None or entry is not self.tree.index.unique.get(without)
        ]
        return place_of(self.tree, [*kept, None], len(kept))


def gone(address: str) -> str:
    """The reason why nothing can be done to what is not at an address."""
    if not address:
        return translate(
            "commands",
            "Nothing is chosen, or what is chosen has no id of its own: Repair ids, in the menu Edit, gives it one.",
        )
    return translate(
        "commands", "“{name}” is not in the study any more, or its id stands there twice."
    ).format(name=address)


def design_of(document: Document, address: str) -> StudyDesign | None:
    """The design that something stands in, or None; the only one for what stands on its version."""
    item = document.index.object_at(address)
    designs = document.designs()
    while item is not None:
        for design in designs:
            if design.raw is item:
                return design
        on_version = [design for design in designs if design.version.raw is item]
        if on_version:
            return on_version[0]
        holder = document.index.owner_of(item)
        item = holder[0] if holder else None
    return None


def timeline_of(document: Document, address: str) -> ScheduleTimeline | None:
    """The timeline that is at an address, or that an instance, timing or exit stands in; else None."""
    item = document.index.object_at(address)
    while item is not None:
        holder = document.index.owner_of(item)
        if holder is not None and holder[1] == "scheduleTimelines":
            return ScheduleTimeline(item)
        item = holder[0] if holder else None
    return None


def code_system_version(document: Document) -> str:
    """The version of CDISC's terminology that the study's codes of it name first, else that of the code lists."""
    for item in document.index.unique.values():
        if item.get("instanceType") != "Code" or item.get("codeSystem") != CDISC:
            continue
        if type(item.get("codeSystemVersion")) is str:
            return str(item["codeSystemVersion"])
    return TERMINOLOGY_VERSION
