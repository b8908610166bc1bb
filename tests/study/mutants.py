"""Damage that real files bear, done to a study at random from a seed: values first, then the text that says them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from random import Random

from study.json_types import JsonObject, JsonValue

Damage = Callable[[JsonObject, Random], None]

ODD_NUMBERS = ("1.10", "1E2", "-0", "NaN", "-Infinity", "1e400", "9" * 40, "0.10000000000000001")
ODD_TEXTS = ("\\/", "\\u00e9", "\\u00E9", "\\ud800", "\\uD83D\\uDC89", "\\u2028", "\\u0000", "é", "")
_MARK = "@@odd {}@@"
_MARKED = re.compile(r'"@@odd ([nt])(\d+)@@"')


def objects_in(value: JsonValue) -> list[JsonObject]:
    """Every object in a value, itself included."""
    found: list[JsonObject] = []
    pending = [value]
    while pending:
        item = pending.pop()
        if type(item) is dict:
            found.append(item)
            pending.extend(item.values())
        elif type(item) is list:
            pending.extend(item)
    return found


def _some(root: JsonObject, random: Random) -> JsonObject:
    """An object to damage, never the root: mostly of the schedule, found by going down from it."""
    found: JsonObject = root["study"]
    if random.random() < 0.7:
        found = _down(found, random, ("versions", "studyDesigns", random.choice(_SCHEDULE)))
    step: JsonValue = found
    for _ in range(12):
        held = [v for v in (step.values() if type(step) is dict else step) if v and type(v) in (dict, list)]
        if not held:
            break
        step = random.choice(held)
        if type(step) is dict:
            found = step
            if random.random() < 0.2:
                break
    return found


_SCHEDULE = ("scheduleTimelines", "scheduleTimelines", "activities", "encounters", "epochs")


def _down(item: JsonObject, random: Random, path: tuple[str, ...]) -> JsonObject:
    for attribute in path:
        entries = item.get(attribute)
        below = [entry for entry in entries if type(entry) is dict] if type(entries) is list else []
        if not below:
            break
        item = random.choice(below)
    return item


def _ids(root: JsonObject, random: Random) -> list[str]:
    some = (_some(root, random).get("id") for _ in range(6))
    return [identity for identity in some if type(identity) is str]


def drop_attribute(root: JsonObject, random: Random) -> None:
    item = _some(root, random)
    if item and item is not root["study"]:
        del item[random.choice(list(item))]


def null_attribute(root: JsonObject, random: Random) -> None:
    item = _some(root, random)
    if item:
        item[random.choice(list(item))] = None


def wrong_type(root: JsonObject, random: Random) -> None:
    item = _some(root, random)
    if item and item is not root["study"]:
        item[random.choice(list(item))] = random.choice(
            [7, True, "text", [], {}, [[]], [None], {"id": 5}, ["a", {}]]
        )


def repeat_id(root: JsonObject, random: Random) -> None:
    ids = _ids(root, random)
    if ids:
        _some(root, random)["id"] = random.choice(ids)


def lose_id(root: JsonObject, random: Random) -> None:
    item = _some(root, random)
    item["id"] = random.choice([None, "", 5, [], "$root", "$study"])


def break_reference(root: JsonObject, random: Random) -> None:
    item = _some(root, random)
    refs = [name for name in item if name.endswith(("Id", "Ids"))]
    if refs:
        name = random.choice(refs)
        broken = random.choice(["nobody", "", item.get("id"), 5])
        item[name] = [broken, *(item[name] or [])] if type(item[name]) is list else broken


def cross_reference(root: JsonObject, random: Random) -> None:
    ids = _ids(root, random)
    item = _some(root, random)
    refs = [name for name in item if name.endswith("Id")]
    if refs and ids:
        item[random.choice(refs)] = random.choice(ids)


def add_unknown(root: JsonObject, random: Random) -> None:
    item = _some(root, random)
    item[f"unknown{random.randint(0, 9)}"] = random.choice(
        [
            1,
            "x",
            [1, [2, {"id": f"deep{random.random()}"}]],
            {"instanceType": "Unknown", "scheduleTimelines": [{}]},
        ]
    )
    if random.random() < 0.3:
        item["instanceType"] = random.choice(["Unknown", "ScheduleTimeline", "", None])


def repeat_entry(root: JsonObject, random: Random) -> None:
    lists = [value for value in _some(root, random).values() if type(value) is list and value]
    if lists:
        entries = random.choice(lists)
        entry = json.loads(json.dumps(random.choice(entries)))
        if len(json.dumps(entry)) < 100_000:
            entries.insert(random.randint(0, len(entries)), entry)


def reorder(root: JsonObject, random: Random) -> None:
    item = _some(root, random)
    for value in item.values():
        if type(value) is list:
            random.shuffle(value)
    pairs = list(item.items())
    random.shuffle(pairs)
    item.clear()
    item.update(pairs)


def another_design(root: JsonObject, random: Random) -> None:
    version = _down(root["study"], random, ("versions",))
    for item, name in ((root["study"], "versions"), (version, "studyDesigns")):
        entries = item.get(name)
        if type(entries) is list and len(entries) < 4:
            entries.append(random.choice([{}, None, {"scheduleTimelines": [{"instances": [{}, None]}]}]))


def odd_number(root: JsonObject, random: Random) -> None:
    _some(root, random)["odd"] = _MARK.format(f"n{random.randrange(len(ODD_NUMBERS))}")


def odd_text(root: JsonObject, random: Random) -> None:
    item = _some(root, random)
    item[random.choice(["odd", "label", "name"])] = _MARK.format(f"t{random.randrange(len(ODD_TEXTS))}")


DAMAGES: tuple[Damage, ...] = (
    *(drop_attribute, null_attribute, wrong_type, repeat_id, lose_id, break_reference, cross_reference),
    *(add_unknown, repeat_entry, reorder, another_design, odd_number, odd_text),
)


def damaged(root: JsonObject, random: Random, count: int, only: Damage | None = None) -> None:
    """Damages a study in place, `count` times. It stays one that opens: there is a study, an object."""
    for _ in range(count):
        (only or random.choice(DAMAGES))(root, random)


def as_text(root: JsonObject, random: Random) -> str:
    """A damaged study as text, in one of the styles that files have, with its odd numbers and escapes."""
    style = random.choice([{"indent": 2}, {"indent": "\t"}, {"separators": (",", ":")}, {}])
    text = json.dumps(root, ensure_ascii=random.random() < 0.5, **style)  # type: ignore[arg-type]

    def odd(found: re.Match[str]) -> str:
        at = int(found[2])
        return ODD_NUMBERS[at] if found[1] == "n" else f'"{ODD_TEXTS[at]}"'

    text = _MARKED.sub(odd, text)
    if random.random() < 0.2:
        text = text.replace("\n", "\r\n")
    return ("\ufeff" if random.random() < 0.1 else "") + text + random.choice(["", "\n"])


def damaged_bytes(data: bytes, random: Random, count: int, only: Damage | None = None) -> bytes:
    """A damaged variant of a study, as a file."""
    root: JsonObject = json.loads(data)
    damaged(root, random, count, only)
    return as_text(root, random).encode()
