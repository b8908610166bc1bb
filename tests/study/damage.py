"""Studies with damage in them, as real files have it: for tests that nothing that opens may raise."""

from __future__ import annotations

import json
from functools import cache
from random import Random
from typing import Any

from resources.sample import sample_study_bytes
from tests.shared import ROOT


@cache
def _text(name: str) -> bytes:
    if name == "sample":
        return sample_study_bytes()
    return (ROOT / f"tests/fixtures/{name}.usdm.json").read_bytes()


def damaged(name: str, random: Random, edits: int) -> dict[str, Any]:
    """The sample study, `minimal-v3` or `minimal-v4` with this many small damages, most of them to the schedule."""
    root: dict[str, Any] = json.loads(_text(name))
    everything = _objects(root)
    scheduled = [
        item
        for version in root["study"]["versions"]
        for design in version["studyDesigns"]
        for listed in ("scheduleTimelines", "activities", "encounters", "epochs", "studyCells")
        for item in _objects(design[listed])
    ]
    ids = [item["id"] for item in everything if isinstance(item.get("id"), str)]
    for _ in range(edits):
        item = random.choice(scheduled if random.random() < 0.8 else everything)
        keys = [key for key in item if key not in ("study", "versions")]
        if not keys:
            continue
        _damage(item, random.choice(keys), ids, random)
    return root


def _damage(item: dict[str, Any], key: str, ids: list[str], random: Random) -> None:
    kind = random.randrange(6)
    if kind == 0:
        del item[key]
    elif kind == 1:
        item[key] = random.choice(
            [None, "", "x", "-P1D", "=1", 7, 1.5, True, [], {}, ["x"], [None, 3], [{}], [[{}]]]
        )
    elif kind == 2 and isinstance(item[key], list):
        random.shuffle(item[key])
        item[key] += item[key][:1]  # and once more: an id, or an object with its ids
    elif kind == 3 and "id" in item:
        item["id"] = random.choice(ids)
    else:
        references = [k for k in item if k.endswith(("Id", "Ids"))]
        key = random.choice(references) if references else key
        chosen = random.choice([*ids, "Nothing_1"])
        item[key] = [*random.sample(ids, min(3, len(ids))), chosen] if key.endswith("Ids") else chosen


def _objects(value: Any) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    waiting = [value]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, dict):
            found.append(entry)
            waiting.extend(entry.values())
        elif isinstance(entry, list):
            waiting.extend(entry)
    return found
