"""Where rules stand: beside which texts of a study, and how the annexe keeps them.

An entry of the annexe's `rules` is `{"id", <whose>: id, "rule": {"format": 1, ...}, "atMost": passes, "text": words}`,
with `whose` one of the four of `WHOSE` and `text` the words that the rule was made for. Its id is made of whose it is,
so that two people who say something of the same condition meet in the same entry. v3 and v4 are kept alike: a v4 file
is not given an extension that other programs do not know.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from study.annexe import Annexe
from study.changes import UnknownFormatError
from study.document import Document
from study.json_types import JsonObject
from study.model import objects
from study.narrative_html import plain_text
from study.rules.model import Rule
from study.rules.writing import rule_from_json

WHOSE: Final = {
    "ConditionAssignment": "conditionAssignmentId",
    "Condition": "conditionId",
    "ScheduleTimeline": "timelineId",
    "TransitionRule": "transitionRuleId",
}
SAID: Final = "text"
_TEXT: Final = {
    "ConditionAssignment": "condition",
    "Condition": "text",
    "ScheduleTimeline": "entryCondition",
    "TransitionRule": "text",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A text of the study that a rule can stand beside: the address of what holds it, its USDM class, its words."""

    address: str
    kind: str
    text: str


def place_at(document: Document, address: str) -> Place | None:
    """The place at an address; None where there is nothing, or nothing that a rule can stand beside."""
    item = document.index.object_at(address)
    return None if item is None else _place(item, address)


def places(document: Document) -> Iterator[Place]:
    """Every text of a study that a rule can stand beside and that has an address, in the order of the file."""
    for address, item in document.index.unique.items():
        found = _place(item, address)
        if found is not None:
            yield found


def _place(item: JsonObject, address: str) -> Place | None:
    kind = item.get("instanceType")
    if type(kind) is not str or kind not in WHOSE:
        return None
    text = item.get(_TEXT[kind])
    return Place(address, kind, plain_text(text) if type(text) is str else "")


def rule_address(address: str) -> str:
    """The id of the annexe's entry for a place."""
    return "rule:" + address.replace("~", "~0").replace(":", "~1")


def kept_rules(annexe: Annexe) -> Iterator[tuple[str, JsonObject]]:
    """The address that each rule of the annexe is for, and its entry."""
    for entry in objects(annexe.root.get("rules")):
        for key in WHOSE.values():
            whose = entry.get(key)
            if type(whose) is str and whose:
                yield whose, entry
                break


def rule_at(annexe: Annexe, address: str) -> Rule | None:
    """The rule beside a place; None where there is none.

    Raises UnknownFormatError or ValueError, with a sentence, where it is kept but cannot be used.
    """
    entry = next((entry for whose, entry in kept_rules(annexe) if whose == address), None)
    return None if entry is None else rule_of(entry)


def rule_of(entry: JsonObject) -> Rule:
    """The rule of an entry. Raises UnknownFormatError or ValueError, with a sentence, where it cannot be used."""
    return rule_from_json(entry.get("rule"))


def rules_in(annexe: Annexe) -> dict[str, Rule]:
    """The rules that can be used, by the address that each is for; others are left out: `rule_at` says why."""
    found: dict[str, Rule] = {}
    for address, entry in kept_rules(annexe):
        try:
            found.setdefault(address, rule_from_json(entry.get("rule")))
        except (UnknownFormatError, ValueError):
            continue
    return found


def name_of(document: Document, address: str) -> str:
    """What a person calls a place: its text, shortened, else the title of what holds it."""
    place = place_at(document, address)
    text = place.text if place is not None else ""
    if not text:
        entity = document.entity(address)
        text = entity.title if entity is not None else address
    return text if len(text) <= 60 else text[:59] + "…"
