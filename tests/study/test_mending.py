"""What can be mended is gone once it is mended, adds no other finding, and is taken back whole."""

from __future__ import annotations

import itertools
import json
from typing import Any

import pytest

from resources.sample import sample_study_bytes
from study.apply import apply
from study.commands.execute import execute
from study.document import Document
from study.findings import Finding, find_problems
from study.mending import mending_of
from tests.shared import shared_study


def with_flaw(flaw: str) -> Document:
    """The sample with one thing wrong."""
    root: Any = json.loads(sample_study_bytes())
    design = root["study"]["versions"][0]["studyDesigns"][0]
    main = next(t for t in design["scheduleTimelines"] if t["mainTimeline"])
    anchor = next(t for t in main["timings"] if t["type"]["code"] == "C201358")
    other = next(t for t in main["timings"] if t["type"]["code"] != "C201358")
    match flaw:
        case "DDF00083":
            design["epochs"][1]["type"]["id"] = design["epochs"][0]["type"]["id"]
        case "MAESTRO-MISSING-ID":
            del design["elements"][0]["id"]
        case "DDF00025":
            anchor["windowLower"], anchor["windowUpper"], anchor["windowLabel"] = "P1D", "P1D", "-1..1 days"
        case "DDF00036":
            anchor["relativeToFrom"] = {
                **other["relativeToFrom"],
                "id": "C_x",
                "code": "C201353",
                "decode": "End to Start",
            }
        case "DDF00006":
            other["windowLower"], other["windowUpper"], other["windowLabel"] = None, None, "-2..3 days"
        case "DDF00105":
            main["instances"][0]["epochId"] = "NOT_THERE"
        case "DDF00106":
            main["instances"][0]["encounterId"] = "NOT_THERE"
        case "DDF00127":
            design["encounters"][0]["scheduledAtId"] = "NOT_THERE"
        case "DDF00152":
            design["activities"][0]["timelineId"] = "NOT_THERE"
    return Document.from_bytes(json.dumps(root).encode())


def rules(findings: list[Finding]) -> list[str]:
    return sorted(finding.rule for finding in findings)


@pytest.mark.parametrize(
    "rule",
    [
        *("DDF00083", "MAESTRO-MISSING-ID", "DDF00025", "DDF00036", "DDF00006"),
        *("DDF00105", "DDF00106", "DDF00127", "DDF00152"),
    ],
)
def test_a_flaw_is_mended(rule: str) -> None:
    whole = rules(find_problems(Document.from_bytes(sample_study_bytes())))
    document = with_flaw(rule)
    before, had = document.to_bytes(), rules(find_problems(document))
    finding = next(each for each in find_problems(document) if each.rule == rule and each.rule not in whole)
    mending = mending_of(document, finding)
    assert mending is not None
    numbers = itertools.count()
    executed = execute(document, mending.command, lambda prefix: f"{prefix}_new{next(numbers)}")
    after = find_problems(document)
    assert rule not in rules(after)
    assert set(rules(after)) <= set(had) - {rule}
    apply(document, executed.inverse)
    assert document.to_bytes() == before


def test_a_window_that_is_only_said_is_set_as_it_is_said() -> None:
    document = Document.from_bytes(shared_study("alexion-nct04573309-v4"))
    finding = next(each for each in find_problems(document) if each.rule == "DDF00006")
    mending = mending_of(document, finding)
    assert mending is not None
    assert "3 minutes either way" in mending.words
    execute(document, mending.command, lambda prefix: f"{prefix}_new")
    assert "DDF00006" not in rules(find_problems(document))


def test_what_a_person_has_to_decide_is_not_mended() -> None:
    document = Document.from_bytes(shared_study("alexion-nct04573309-v4"))
    unattached = [each for each in find_problems(document) if each.rule == "DDF00016"]
    assert unattached
    assert [mending_of(document, each) for each in unattached] == [None] * len(unattached)
