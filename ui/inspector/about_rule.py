"""What the inspector says of rules: beside a condition, at a decision, a visit or an element with transition rules."""

from __future__ import annotations

from typing import Final

from study.annexe import Annexe
from study.changes import UnknownFormatError
from study.document import Document
from study.json_types import JsonObject
from study.language import translate
from study.model import objects
from ui.inspector.fields import Value
from ui.inspector.rows import Row
from ui.inspector.sections import Section

RULE: Final = "rule:"
"""Before the address of a condition: a link to its rule, which no address of a study can be taken for."""


def rule_section(document: Document, annexe: Annexe, address: str) -> Section | None:
    """The rule of a condition, or those of all that an entity holds; None where no rule can stand."""
    from study.rules.place import place_at

    item = document.index.object_at(address)
    if item is None:
        return None
    title = translate("inspector", "Rules")
    if place_at(document, address) is not None:
        text = place_at(document, address)
        if item.get("instanceType") == "ScheduleTimeline" and (text is None or not text.text):
            return None
        return Section(
            translate("inspector", "Rule"),
            (_row(document, annexe, address, translate("inspector", "Decided by")),),
            name="rule",
        )
    rows = []
    for each in objects(item.get("conditionAssignments")):
        rows += _of_part(document, annexe, each, _target(document, each))
    for key, words in (
        ("transitionStartRule", translate("inspector", "Starts when")),
        ("transitionEndRule", translate("inspector", "Ends when")),
    ):
        held = item.get(key)
        if isinstance(held, dict):
            rows += _of_part(document, annexe, held, words)
    return Section(title, tuple(rows), name="rule") if rows else None


def _of_part(document: Document, annexe: Annexe, item: JsonObject, words: str) -> list[Row]:
    from study.rules.place import place_at

    address = document.index.address_of(item)
    return (
        [_row(document, annexe, address, words)]
        if address is not None and place_at(document, address)
        else []
    )


def _target(document: Document, item: JsonObject) -> str:
    identity = item.get("conditionTargetId")
    target = document.entity(identity) if type(identity) is str else None
    if target is None:
        return translate("inspector", "A way")
    return translate("inspector", "To {visit}").format(visit=" ".join(target.title.split()))


def _row(document: Document, annexe: Annexe, address: str, words: str) -> Row:
    from study.rules.place import rule_at
    from study.rules.sentence import rule_sentence
    from study.rules.standing import look_at

    link = f"{RULE}{address}"
    try:
        rule = rule_at(annexe, address)
    except (UnknownFormatError, ValueError) as error:
        return Row(
            words, (Value(str(error), missing=True), Value(translate("inspector", "Open the rule…"), link))
        )
    if rule is None:
        return Row(
            words,
            (
                Value(translate("inspector", "A person, each time")),
                Value(translate("inspector", "Say a rule…"), link),
            ),
        )
    told = [Value(rule_sentence(rule))]
    why = look_at(document, annexe, address)
    if why:
        told.append(Value(why, missing=True))
    return Row(words, (*told, Value(translate("inspector", "Edit the rule…"), link)))
