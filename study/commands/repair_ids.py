"""Repairing ids, so that everything in a study can be edited: whoever has none, or shares one, gets one of its own.

The first bearer of a repeated id keeps it. Where another version or design of the study uses the same id for its own,
what refers to it there goes on meaning that one, and is written anew.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from study.changes import Set
from study.commands.command import Command
from study.commands.draft import Draft
from study.document import Document
from study.json_types import ABSENT, JsonObject, JsonValue
from study.language import translate
from study.model import objects

Scope = tuple[int, int]
"""Places of the version and the design that something stands in; -1 where it stands in none."""

_OUTSIDE: Scope = (-1, -1)
_SCHEDULED = {
    "scheduleTimelines": ("instances", "timings", "exits"),
    "studyDesigns": (
        *("activities", "encounters", "epochs", "scheduleTimelines", "arms", "studyCells", "elements"),
    ),
}


@dataclass(frozen=True, slots=True)
class RepairIds(Command):
    """Gives every later bearer of a repeated id, and every entity that has no id, a new one."""

    name: ClassVar[str] = "repair_ids"

    def why_not(self, document: Document) -> str:
        """Not where every id is as it should be."""
        if not unusable_ids(document):
            return translate("commands", "Every id in this study is there once: nothing is to be repaired.")
        return ""

    def title(self, document: Document) -> str:
        """ "Repair 12 ids"."""
        return translate("commands", "Repair %n id(s)", "", len(unusable_ids(document)))

    def carry_out(self, draft: Draft) -> None:
        """New ids first, then the references that meant one of those that were renamed."""
        document = draft.document
        places = _Places(document)
        bearers = {
            identifier: sorted(sharing, key=places.order_of)
            for identifier, sharing in document.index.repeated.items()
        }
        for item in unusable_ids(document):
            old = item.get("id", ABSENT)
            pointer = document.index.pointer_of(item)
            draft.do(Set(pointer, "id", old, draft.fresh_id(_prefix(item)), None))
        if bearers:
            _rewrite(draft, bearers, places)


def unusable_ids(document: Document) -> tuple[JsonObject, ...]:
    """What needs a new id, in the order of the document: entities without one, later bearers of a repeated one.

    An entity is what has an `instanceType` (every USDM class has both), or is an instance or timing that lacks it.
    The study itself may have none.
    """
    index = document.index
    if not index.repeated and not index.nameless:
        return ()
    places = _Places(document)
    found = [
        item for item in index.nameless.values() if item.get("instanceType") or _is_scheduled(document, item)
    ]
    for bearers in index.repeated.values():
        first = _first(bearers, places)
        found += [item for item in bearers if item is not first]
    return tuple(sorted(found, key=places.order_of))


class _Places:
    """Where everything stands in the file, and in which version and design."""

    def __init__(self, document: Document) -> None:
        self._order: dict[int, int] = {}
        self._scopes: dict[int, Scope] = {}
        versions = {id(version.raw): place for place, version in enumerate(document.versions())}
        designs = {
            id(raw): place
            for version in document.versions()
            for place, raw in enumerate(objects(version.raw.get("studyDesigns")))
        }
        pending: list[tuple[JsonValue, Scope]] = [(document.root, _OUTSIDE)]
        while pending:
            value, scope = pending.pop()
            if type(value) is dict:
                scope = (versions.get(id(value), scope[0]), designs.get(id(value), scope[1]))
                self._order[id(value)] = len(self._order)
                self._scopes[id(value)] = scope
                pending += [(nested, scope) for nested in reversed(list(value.values()))]
            elif type(value) is list:
                pending += [(nested, scope) for nested in reversed(value)]

    def order_of(self, item: JsonObject) -> int:
        return self._order.get(id(item), 0)

    def scope_of(self, item: JsonObject) -> Scope:
        return self._scopes.get(id(item), _OUTSIDE)


def _first(bearers: Iterable[JsonObject], places: _Places) -> JsonObject:
    return min(bearers, key=places.order_of)


def _rewrite(draft: Draft, bearers: dict[str, list[JsonObject]], places: _Places) -> None:
    """References that mean one that was renamed: the first in the same design, else the same version, else of all."""
    known: dict[tuple[str, Scope], str] = {}

    def meant_by(ref: JsonValue, scope: Scope) -> JsonValue:
        if type(ref) is not str or ref not in bearers:
            return ref
        if (ref, scope) not in known:
            known[ref, scope] = str(
                min(bearers[ref], key=lambda item: _distance(places.scope_of(item), scope))["id"]
            )
        return known[ref, scope]

    pending: list[JsonValue] = [draft.document.root]
    while pending:
        value = pending.pop()
        if type(value) is list:
            pending += value
        if type(value) is not dict:
            continue
        pending += value.values()
        scope = places.scope_of(value)
        for attribute in [name for name in value if name.endswith(("Id", "Ids"))]:
            old = value[attribute]
            new = [meant_by(ref, scope) for ref in old] if type(old) is list else meant_by(old, scope)
            if new != old:
                index = draft.document.index
                draft.set(index.address_of(value) or index.pointer_of(value), attribute, new)


def _distance(of: Scope, scope: Scope) -> int:
    """How far a bearer is from what refers to it; among equals the first in the document is meant."""
    if of == scope:
        return 0
    if of[0] != scope[0]:
        return 3
    return 1 if of[1] == -1 else 2


def _is_scheduled(document: Document, item: JsonObject) -> bool:
    """Whether an object without a class stands where only an entity of the schedule can stand."""
    holder = document.index.owner_of(item)
    above = document.index.owner_of(holder[0]) if holder is not None else None
    return holder is not None and above is not None and holder[1] in _SCHEDULED.get(above[1], ())


def _prefix(item: JsonObject) -> str:
    kind = item.get("instanceType")
    return kind if type(kind) is str and kind.isidentifier() else "Entity"
