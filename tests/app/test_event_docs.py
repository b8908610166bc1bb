"""docs/events.md and resources/events.schema.json tell what the interpreter takes, field by field."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from app.verbs.event_schema import schema_text
from study.document import Document
from study.interpreter.at_once import recorded
from study.interpreter.event_fields import COMMON, FIELDS, KNOWN, PROPERTIES
from study.interpreter.events import EventType, event_from_json
from study.interpreter.state import new_state
from study.json_types import JsonObject
from study.plan.compile import compile_plan
from study.scripted_events import script_of
from tests.shared import ROOT, shared_study

TEXT = (ROOT / "docs" / "events.md").read_text("utf-8")
SAMPLE = ROOT / "resources" / "studies" / "maestro-sample.usdm.json"


def section(kind: EventType) -> str:
    found = re.search(rf"^### {re.escape(kind.value)}$\n(.*?)(?=^##|\Z)", TEXT, re.MULTILINE | re.DOTALL)
    assert found is not None, kind
    return found.group(1)


def examples(text: str) -> list[JsonObject]:
    found = [json.loads(each) for each in re.findall(r"^```json\n(.*?)^```", text, re.MULTILINE | re.DOTALL)]
    return [event for each in found for event in (each if isinstance(each, list) else [each])]


def test_the_schema_is_what_the_code_says() -> None:
    assert (ROOT / "resources" / "events.schema.json").read_text("utf-8") == schema_text()


@pytest.mark.parametrize("kind", EventType, ids=str)
def test_every_type_is_told_with_its_fields_and_an_example(kind: EventType) -> None:
    words = section(kind).split("```")[0]
    bold = set(re.findall(r"\*\*`(\w+)`\*\*", words))
    assert bold == set(FIELDS[kind].required)
    told = {name for name in re.findall(r"`(\w+)`", words) if name in KNOWN}
    assert told == {*FIELDS[kind].required, *FIELDS[kind].optional}
    mine = [each for each in examples(section(kind)) if each["type"] == kind.value]
    assert mine
    for each in mine:
        assert {"type", "occurred", *FIELDS[kind].required} <= each.keys()
        assert each.keys() <= {*COMMON, *FIELDS[kind].required, *FIELDS[kind].optional}


def test_every_field_is_told() -> None:
    told = re.findall(r"^\| `(\w+)` \|", TEXT.split("## Types")[0], re.MULTILINE)
    assert set(told) == KNOWN
    assert {*PROPERTIES, "instead"} == KNOWN


def refusals(document: Document, events: list[JsonObject]) -> list[str]:
    design = document.designs()[0]
    plan = compile_plan(document).plan
    assert plan is not None
    script = script_of(plan, design)
    read = script.read(events)
    _, reasons, _ = recorded(plan, new_state(plan), [event for _, event in read])
    return [*script.refused.values(), *filter(None, reasons)]


def test_the_examples_are_taken_as_they_stand() -> None:
    of_the_sample = examples(section(EventType.DECISION_ANSWERED))
    assert refusals(Document.from_bytes(SAMPLE.read_bytes()), of_the_sample) == []
    lzzt = Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))
    others = [
        event
        for kind in EventType
        if kind not in (EventType.DECISION_ANSWERED, EventType.AMENDMENT_APPLIED)
        for event in examples(section(kind))
    ]
    assert len(others) >= len(EventType) - 2
    assert refusals(lzzt, others) == []
    assert refusals(lzzt, examples(section(EventType.AMENDMENT_APPLIED))) == [
        "An amendment changes the plan: it is applied by moving the participant to it."
    ]


@pytest.mark.parametrize("kind", EventType, ids=str)
def test_what_must_be_there_is_missed(kind: EventType) -> None:
    """Without a field that the schema demands, an event is refused: schema and interpreter agree."""
    document = Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))
    if kind is EventType.DECISION_ANSWERED:
        document = Document.from_bytes(SAMPLE.read_bytes())
    (example,) = [each for each in examples(section(kind)) if each["type"] == kind.value]
    for name in ("occurred", *FIELDS[kind].required):
        without: dict[str, Any] = {key: value for key, value in example.items() if key != name}
        assert refusals(document, [without]) != [], name


def test_every_field_of_the_schema_is_read() -> None:
    for name, schema in PROPERTIES.items():
        if name in ("format", "comment", "type", "value"):
            continue
        wrong: object = 7 if schema.get("type") == "string" else "seven"
        with pytest.raises(ValueError, match=f"“{name}”"):
            event_from_json({"type": "visit done", "occurred": "2025-01-01", name: wrong})
