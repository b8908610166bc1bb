"""The small studies that tests read are what they claim: shape, text style, ids and references."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from tests.resources.test_sample_study import entities

FIXTURES = Path(__file__).resolve().parent.parent / "fixtures"
INSTANCES = {"minimal-v3": 10, "minimal-v4": 4}


def fixture_bytes(name: str) -> bytes:
    """The bytes of one small study."""
    return (FIXTURES / f"{name}.usdm.json").read_bytes()


@pytest.mark.parametrize("name", sorted(INSTANCES))
def test_ids_and_references_hold(name: str) -> None:
    root = json.loads(fixture_bytes(name))
    ids = Counter(one["id"] for one in entities(root) if one["instanceType"] != "Study")
    assert max(ids.values()) == 1
    for entity in entities(root):
        for attribute, value in entity.items():
            if attribute.endswith(("Id", "Ids")):
                assert set(value if isinstance(value, list) else [value]) - {None} <= set(ids), attribute


@pytest.mark.parametrize(("name", "count"), sorted(INSTANCES.items()))
def test_size(name: str, count: int) -> None:
    found = [
        one["instanceType"]
        for one in entities(json.loads(fixture_bytes(name)))
        if one["instanceType"] in {"ScheduledActivityInstance", "ScheduledDecisionInstance"}
    ]
    assert len(found) == count
    assert found.count("ScheduledDecisionInstance") == 1


def test_v3_is_tabs_and_utf8_with_v3_places() -> None:
    content = fixture_bytes("minimal-v3")
    assert not content.isascii()
    root = json.loads(content)
    assert content == json.dumps(root, indent="\t", ensure_ascii=False).encode()
    version: dict[str, Any] = root["study"]["versions"][0]
    design = version["studyDesigns"][0]
    assert root["usdmVersion"] == "3.0"
    assert design["conditions"]
    assert design["dictionaries"]
    assert design["organizations"]
    assert "conditions" not in version
    assert all("environmentalSetting" in one for one in design["encounters"])
    assert not any("childIds" in one for one in design["activities"])
    assert not any("extensionAttributes" in one for one in entities(root))


def test_v4_is_two_spaces_and_ascii_with_v4_places() -> None:
    content = fixture_bytes("minimal-v4")
    root = json.loads(content)
    assert content == (json.dumps(root, indent=2) + "\n").encode()
    version: dict[str, Any] = root["study"]["versions"][0]
    design = version["studyDesigns"][0]
    assert version["conditions"]
    assert len(design["scheduleTimelines"]) == 2
    assert all("environmentalSettings" in one for one in design["encounters"])
    assert any(one["childIds"] for one in design["activities"])
