"""`maestro diff`: what changed from one study to another, as text for people or JSON for scripts."""

from __future__ import annotations

import json

from app.verbs import VerbError
from study.comparing import compare
from study.differences import Difference, StudyDifference, StudyDifferences
from study.differences_told import GROUPS, blocks_of, group_of, told
from study.document import Document
from study.model import Entity

FORMATS = ("text", "json")
FORMAT = 1
_SIGNS = {Difference.ADDED: "+", Difference.REMOVED: "-", Difference.CHANGED: "~"}


def diff(earlier: Document, later: Document, format: str) -> tuple[str, bool]:  # noqa: A002
    """What `later` says that `earlier` does not, ending in a line feed, and whether anything differs.

    "text": grouped, a line each. "json": an object, as docs/verbs.md tells. Raises VerbError for any other format.
    """
    if format not in FORMATS:
        raise VerbError(f"Differences are written as text or json, not as {format}. Choose one of these.")
    found = compare(later, earlier)
    if format == "json":
        return json.dumps(_as_json(found, later), indent=2) + "\n", bool(found.items)
    return _as_text(found, earlier, later), bool(found.items)


def _as_text(found: StudyDifferences, earlier: Document, later: Document) -> str:
    if not found.items:
        if earlier.to_bytes() == later.to_bytes():
            return "No differences: both files are the same, byte for byte.\n"
        return "No differences in what the studies say; the files are written differently.\n"
    lines: list[str] = []
    if not found.by_id:
        lines += ["Ids mean other things in the other file: what is the same was found by name.", ""]
    for group, group_lines in told(found, later, earlier).items():
        lines += [GROUPS[group], *(f"  {_SIGNS[line.kind]} {_plain(line.text)}" for line in group_lines), ""]
    count = len(found.items)
    lines.append(f"{count} difference{'' if count == 1 else 's'}.")
    return "\n".join(lines) + "\n"


def _as_json(found: StudyDifferences, later: Document) -> dict[str, object]:
    return {
        "format": FORMAT,
        "equal": not found.items,
        "matched_by": "id" if found.by_id else "name",
        "differences": [_item(item) for item in found.items],
        "mark_blocks": [
            {
                "kind": block.kind.value,
                "activities": [_entity(later, each) for each in block.activities],
                "visits": [_entity(later, each) for each in block.visits],
            }
            for block in blocks_of(found, later)
        ],
    }


def _item(item: StudyDifference) -> dict[str, object]:
    return {
        "group": group_of(item),
        "kind": item.kind.value,
        "what": item.what.value if item.what is not None else None,
        "title": item.title,
        "sentence": item.sentence,
        "id_a": item.other,
        "id_b": item.address,
        "also_b": list(item.also),
        "was": item.was,
        "now": item.now,
        "later_s": item.later_s,
    }


def _entity(document: Document, address: str) -> dict[str, str]:
    raw = document.index.object_at(address)
    return {"id": address, "title": Entity(raw).title if raw is not None else address}


def _plain(text: str) -> str:
    return " ".join(text.split()).encode("utf-8", "backslashreplace").decode("utf-8")
