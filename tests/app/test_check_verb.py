"""`maestro check`: findings for people and for scripts."""

from __future__ import annotations

import json

import pytest

from app.verbs import VerbError
from app.verbs.check import check
from resources.sample import sample_study_bytes
from study.document import Document
from study.findings import find_problems
from tests.shared import ROOT, shared_study


def document(*edits: tuple[str, str, object]) -> Document:
    """The minimal study with (id, attribute, value) set on instances and timings of its main timeline."""
    root = json.loads((ROOT / "tests/fixtures/minimal-v4.usdm.json").read_bytes())
    timeline = root["study"]["versions"][0]["studyDesigns"][0]["scheduleTimelines"][0]
    for identity, attribute, value in edits:
        for item in timeline["instances"] + timeline["timings"]:
            if item["id"] == identity:
                item[attribute] = value
    return Document.from_bytes(json.dumps(root).encode())


def test_nothing_found_says_so() -> None:
    sound = Document.from_bytes(sample_study_bytes())
    assert check(sound, "text") == "No findings.\n"
    assert json.loads(check(sound, "json")) == []


def test_one_finding_is_counted_in_the_singular() -> None:
    text = check(document(("Timing_LAST", "relativeToScheduledInstanceId", "Gone")), "text")
    assert text == (
        "error   “Last visit” is timed from “Gone”, which does not exist: its planned day is unknown. "
        "Choose what it is timed from. [DDF00046, Timing Timing_LAST]\n"
        "1 finding: 1 error.\n"
    )


def test_several_findings_are_counted_by_severity() -> None:
    text = check(
        document(
            ("Timing_LAST", "value", "soon"),
            ("Timing_AGAIN", "value", "later"),
            ("Instance_LAST", "epochId", "Gone"),
            ("Instance_AGAIN", "timelineExitId", "Exit_MAIN"),
        ),
        "text",
    )
    assert text.splitlines()[-1] == "4 findings: 2 errors, 1 warning, 1 note."


def test_json_says_all_that_scripts_are_promised() -> None:
    study = Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))
    (found,) = json.loads(check(study, "json"))
    assert list(found) == ["rule", "severity", "entity_id", "entity_type", "message"]
    assert (found["rule"], found["severity"]) == ("MAESTRO-WINDOW-IN-HOURS", "warning")
    assert (found["entity_id"], found["entity_type"]) == ("Timing_2", "Timing")
    assert found["message"] == find_problems(study)[0].message


def test_text_has_a_line_for_each_finding_also_where_an_id_has_line_ends_or_no_encoding() -> None:
    text = check(
        document(("Instance_LAST", "epochId", "a\nb\u2028c\x0bd"), ("Instance_VISIT", "epochId", "a\ud800b")),
        "text",
    )
    assert len(text.splitlines()) == 3
    assert text.encode("utf-8").decode("utf-8") == text


def test_an_unknown_format_is_refused_in_one_line() -> None:
    with pytest.raises(VerbError, match="text or json, not as xml") as refused:
        check(document(), "xml")
    assert "\n" not in str(refused.value)
