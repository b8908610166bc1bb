"""Copies of what stands in a study: the same content, every id fresh, references inside the copy led to the copy."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from study.commands.draft import Draft
from study.json_types import JsonObject, JsonValue


def fresh_copy(draft: Draft, item: JsonObject, known: Mapping[str, str] | None = None) -> JsonObject:
    """A copy of an object with all in it, each id a new one; `known` gives ids that others got before.

    What refers to something inside, or to an id in `known`, refers to the copy; all other references stay.
    """
    names = dict(known or {})
    for identity, instance_type in _ids(item):
        if identity not in names:
            names[identity] = draft.fresh_id(instance_type or "Entity")
    return _renamed(item, names.get)


def referring_to(item: JsonObject, names: Mapping[str, str]) -> JsonObject:
    """A copy of an object in which ids are replaced, and so is what refers to them."""
    return _renamed(item, names.get)


def _ids(item: JsonValue) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    waiting: list[JsonValue] = [item]
    while waiting:
        here = waiting.pop()
        if type(here) is dict:
            if type(here.get("id")) is str:
                kind = here.get("instanceType")
                found.append((here["id"], kind if type(kind) is str else ""))
            waiting.extend(here.values())
        elif type(here) is list:
            waiting.extend(here)
    return found


def _renamed(item: JsonObject, name_of: Callable[[str], str | None]) -> JsonObject:
    """A copy with ids and references renamed; only attributes that hold ids are touched, never texts."""

    def renamed(value: JsonValue, attribute: str) -> JsonValue:
        if type(value) is dict:
            return {key: renamed(nested, key) for key, nested in value.items()}
        if type(value) is list:
            return [renamed(nested, attribute) for nested in value]
        if type(value) is str and (attribute == "id" or attribute.endswith(("Id", "Ids"))):
            return name_of(value) or value
        return value

    return {key: renamed(value, key) for key, value in item.items()}
