"""From where a value stands on a page to the entity and attribute that it is: "notes[0].text" of an encounter."""

from __future__ import annotations

import re
from collections.abc import Callable

from study.json_types import JsonObject, JsonValue
from ui.inspector.editing.asking import Place

_STEP = re.compile(r"([^.\[\]]+)|\[(\d+)\]")


def place_of(raw: JsonObject, path: str, address_of: Callable[[JsonObject], str | None]) -> Place | None:
    """The place that a path leads to from an object; None where what holds the value has no address."""
    if not path:
        return None
    holder: JsonValue = raw
    steps = [(name, number) for name, number in _STEP.findall(path)]
    name = steps[-1][0]
    if not name or any(not key and not number for key, number in steps):
        return None
    for key, number in steps[:-1]:
        if key and type(holder) is dict:
            holder = holder.get(key)
        elif number and type(holder) is list and int(number) < len(holder):
            holder = holder[int(number)]
        else:
            return None
    if type(holder) is not dict or name not in holder:
        return None
    address = address_of(holder)
    return Place(address, name) if address else None
