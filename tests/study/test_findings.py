"""Structural findings: each rule with one edit of a sound study that breaks it, and with the study that does not."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources.sample import sample_study_bytes
from study.document import Document, DocumentError
from study.findings import RULES, Finding, Severity, find_problems
from tests.shared import ROOT, SHARED_STUDIES, shared_study
from tests.study.damage import damaged

Json = dict[str, Any]
Edit = Callable[["Study"], None]

SOUND = json.loads((ROOT / "tests/fixtures/minimal-v4.usdm.json").read_bytes())


class Study:
    """A copy of the sound study, to be damaged: `study["Timing_LAST"]` is the object with that id."""

    def __init__(self) -> None:
        self.root: Json = json.loads(json.dumps(SOUND))
        self.version: Json = self.root["study"]["versions"][0]
        self.design: Json = self.version["studyDesigns"][0]
        self.main: Json = self.design["scheduleTimelines"][0]

    def __getitem__(self, identity: str) -> Json:
        waiting: list[Any] = [self.root]
        while waiting:
            value = waiting.pop()
            if isinstance(value, dict):
                if value.get("id") == identity:
                    return value
                waiting.extend(value.values())
            elif isinstance(value, list):
                waiting.extend(value)
        raise KeyError(identity)

    def problems(self) -> list[Finding]:
        return find_problems(Document.from_bytes(json.dumps(self.root).encode()))


def put(identity: str, attribute: str, value: object) -> Edit:
    """An edit that sets one attribute of the object with this id."""

    def edit(study: Study) -> None:
        study[identity][attribute] = value

    return edit


def both(*edits: Edit) -> Edit:
    def edit(study: Study) -> None:
        for one in edits:
            one(study)

    return edit


def add(listed: str, **attributes: object) -> Edit:
    """An edit that adds an object to a list of the main timeline or, where it has no such list, of the design."""

    def edit(study: Study) -> None:
        owner = study.main if listed in study.main else study.design
        owner[listed].append(attributes)

    return edit


def timing(identity: str, timed: str, reference: str, kind: str = "C201356", value: str = "P1D") -> Edit:
    return add(
        "timings",
        id=identity,
        instanceType="Timing",
        name=identity,
        type={"id": f"{identity}_type", "code": kind, "instanceType": "Code"},
        relativeToFrom={"id": f"{identity}_relation", "code": "C201355", "instanceType": "Code"},
        value=value,
        relativeFromScheduledInstanceId=timed,
        relativeToScheduledInstanceId=reference,
    )


def visit(identity: str, **attributes: object) -> Edit:
    return add(
        "instances",
        id=identity,
        name=identity,
        instanceType="ScheduledActivityInstance",
        activityIds=[],
        **attributes,
    )


def drop(listed: str) -> Edit:
    def edit(study: Study) -> None:
        study.main[listed] = []

    return edit


def without_id(identity: str) -> Edit:
    def edit(study: Study) -> None:
        del study[identity]["id"]

    return edit


def other_version(study: Study) -> None:
    study.root["study"]["versions"].append(
        {
            "id": "StudyVersion_2",
            "instanceType": "StudyVersion",
            "studyDesigns": [],
            "roles": [{"id": "Activity_CHECK", "instanceType": "StudyRole"}],
        }
    )


# A name for the damage: (the edit, all that is then found: rule and id of the entity).
CASES: dict[str, tuple[Edit, set[tuple[str, str]]]] = {
    "half a window": (put("Timing_LAST", "windowUpper", None), {("DDF00006", "Timing_LAST")}),
    "an anchor timed from elsewhere": (
        put("Timing_VISIT", "relativeToScheduledInstanceId", "Instance_LAST"),
        {("DDF00007", "Timing_VISIT")},
    ),
    "no way on": (
        put("Instance_VISIT", "defaultConditionId", None),
        {
            ("DDF00008", "Instance_VISIT"),
            ("MAESTRO-UNREACHABLE", "Instance_AGAIN"),
            ("MAESTRO-UNREACHABLE", "Instance_LAST"),
        },
    ),
    "two ways on": (put("Instance_VISIT", "timelineExitId", "Exit_MAIN"), {("DDF00008", "Instance_VISIT")}),
    "no anchor": (
        both(
            lambda s: s["Timing_VISIT"]["type"].update(code="C201356"),
            put("Timing_VISIT", "relativeToScheduledInstanceId", "Instance_LAST"),
        ),
        {("DDF00009", "Timeline_MAIN"), ("MAESTRO-TIMING-CYCLE", "Timing_VISIT")},
    ),
    "an anchor of nothing": (
        put("Timing_VISIT", "relativeFromScheduledInstanceId", None),
        {("DDF00011", "Timing_VISIT"), ("MAESTRO-UNTIMED", "Instance_VISIT")},
    ),
    "no main timeline": (put("Timeline_MAIN", "mainTimeline", False), {("DDF00012", "Design_1")}),
    "two main timelines": (put("Timeline_PROFILE", "mainTimeline", True), {("DDF00012", "Timeline_PROFILE")}),
    "a footnote on nothing": (put("Condition_1", "appliesToIds", []), {("DDF00016", "Condition_1")}),
    "its own child": (
        put("Activity_SAMPLE", "childIds", ["Activity_SAMPLE"]),
        {("DDF00018", "Activity_SAMPLE")},
    ),
    "leads to itself": (
        put("Instance_VISIT", "defaultConditionId", "Instance_VISIT"),
        {
            ("DDF00019", "Instance_VISIT"),
            ("MAESTRO-ENDLESS-LOOP", "Instance_VISIT"),
            ("MAESTRO-UNREACHABLE", "Instance_AGAIN"),
            ("MAESTRO-UNREACHABLE", "Instance_LAST"),
        },
    ),
    "its own previous": (
        put("Activity_GROUP", "previousId", "Activity_GROUP"),
        {("DDF00021", "Activity_GROUP")},
    ),
    "its own next": (put("Activity_SAMPLE", "nextId", "Activity_SAMPLE"), {("DDF00022", "Activity_SAMPLE")}),
    "next and previous disagree": (
        put("Encounter_LAST", "previousId", None),
        {("DDF00023", "Encounter_VISIT")},
    ),
    "an epoch before nothing": (put("Epoch_ONLY", "nextId", "Epoch_GONE"), {("DDF00024", "Epoch_ONLY")}),
    "an anchor with a window": (put("Timing_VISIT", "windowLower", "P1D"), {("DDF00025", "Timing_VISIT")}),
    "runs its own timeline": (
        put("Instance_LAST", "timelineId", "Timeline_MAIN"),
        {("DDF00026", "Instance_LAST")},
    ),
    "an activity after nothing": (
        put("Activity_SAMPLE", "nextId", "Activity_GONE"),
        {("DDF00028", "Activity_SAMPLE")},
    ),
    "an encounter after nothing": (
        put("Encounter_LAST", "nextId", "Encounter_GONE"),
        {("DDF00029", "Encounter_LAST")},
    ),
    "timed from itself": (
        put("Timing_LAST", "relativeToScheduledInstanceId", "Instance_LAST"),
        {("DDF00031", "Timing_LAST")},
    ),
    "timed from nothing": (
        put("Timing_LAST", "relativeToScheduledInstanceId", None),
        {("DDF00031", "Timing_LAST")},
    ),
    "a timing of nothing": (
        put("Timing_AGAIN", "relativeFromScheduledInstanceId", None),
        {("DDF00031", "Timing_AGAIN")},
    ),
    "an anchor from its end": (
        lambda s: s["Timing_VISIT"]["relativeToFrom"].update(code="C201353"),
        {("DDF00036", "Timing_VISIT")},
    ),
    "an exit that nothing takes": (
        both(
            put("Instance_LAST", "timelineExitId", None),
            put("Instance_LAST", "defaultConditionId", "Instance_VISIT"),
        ),
        {("DDF00037", "Timeline_MAIN"), ("MAESTRO-ENDLESS-LOOP", "Instance_VISIT")},
    ),
    "no default": (
        put("Instance_AGAIN", "defaultConditionId", None),
        {
            ("DDF00038", "Instance_AGAIN"),
            ("MAESTRO-ENDLESS-LOOP", "Instance_VISIT"),
            ("MAESTRO-UNREACHABLE", "Instance_LAST"),
        },
    ),
    "a condition back to its decision": (
        put("Assignment_AGAIN_1", "conditionTargetId", "Instance_AGAIN"),
        {("DDF00044", "Assignment_AGAIN_1")},
    ),
    "timed from what does not exist": (
        put("Timing_LAST", "relativeToScheduledInstanceId", "Instance_GONE"),
        {("DDF00046", "Timing_LAST")},
    ),
    "timed from another timeline": (
        lambda s: s["Timing_LAST"].update(relativeToScheduledInstanceId=s["Timeline_PROFILE"]["entryId"]),
        {("DDF00046", "Timing_LAST")},
    ),
    "a cell of nothing": (put("Cell_ONLY", "elementIds", ["Element_GONE"]), {("DDF00047", "Cell_ONLY")}),
    "an arm of nobody": (put("Arm_ONLY", "populationIds", ["Population_GONE"]), {("DDF00050", "Arm_ONLY")}),
    "a timing of no type": (put("Timing_LAST", "type", None), {("DDF00051", "Timing_LAST")}),
    "a value that is no duration": (put("Timing_LAST", "value", "one day"), {("DDF00060", "Timing_LAST")}),
    "a negative value": (put("Timing_LAST", "value", "-P1D"), {("DDF00060", "Timing_LAST")}),
    "no value": (put("Timing_LAST", "value", None), {("DDF00060", "Timing_LAST")}),
    "a lower limit that is no duration": (
        put("Timing_LAST", "windowLower", "2"),
        {("DDF00061", "Timing_LAST")},
    ),
    "a negative upper limit": (put("Timing_LAST", "windowUpper", "-P2D"), {("DDF00062", "Timing_LAST")}),
    "a decision that leaves": (
        put("Instance_AGAIN", "timelineExitId", "Exit_MAIN"),
        {("DDF00064", "Instance_AGAIN")},
    ),
    "a decision that runs a timeline": (
        put("Instance_AGAIN", "timelineId", "Timeline_PROFILE"),
        {("DDF00065", "Instance_AGAIN")},
    ),
    "a cell in no arm": (put("Cell_ONLY", "armId", "Arm_GONE"), {("DDF00071", "Cell_ONLY")}),
    "a cell in no epoch": (put("Cell_ONLY", "epochId", "Epoch_GONE"), {("DDF00072", "Cell_ONLY")}),
    "an id twice": (
        put("Activity_SAMPLE", "id", "Encounter_LAST"),
        {
            ("DDF00083", "Encounter_LAST"),
            ("DDF00028", "Activity_PROFILE"),
            ("DDF00254", "Activity_GROUP"),
            ("DDF00262", "Instance_SAMPLE"),
        },
    ),
    "encounters against the schedule": (
        both(
            put("Encounter_VISIT", "nextId", None),
            put("Encounter_VISIT", "previousId", "Encounter_LAST"),
            put("Encounter_LAST", "previousId", None),
            put("Encounter_LAST", "nextId", "Encounter_VISIT"),
        ),
        {("DDF00087", "Encounter_LAST")},
    ),
    "epochs against the schedule": (
        both(
            add(
                "epochs",
                id="Epoch_FIRST",
                name="FIRST",
                instanceType="StudyEpoch",
                previousId=None,
                nextId="Epoch_ONLY",
            ),
            put("Epoch_ONLY", "previousId", "Epoch_FIRST"),
            put("Instance_LAST", "epochId", "Epoch_FIRST"),
        ),
        {("DDF00088", "Epoch_FIRST")},
    ),
    "a footnote on what does not exist": (
        put("Condition_1", "appliesToIds", ["Activity_GONE"]),
        {("DDF00091", "Condition_1")},
    ),
    "an exit that does not exist": (
        put("Instance_LAST", "timelineExitId", "Exit_GONE"),
        {("DDF00102", "Instance_LAST")},
    ),
    "from no side": (put("Timing_LAST", "relativeToFrom", None), {("DDF00104", "Timing_LAST")}),
    "in no epoch": (put("Instance_LAST", "epochId", "Epoch_GONE"), {("DDF00105", "Instance_LAST")}),
    "at no encounter": (
        put("Instance_LAST", "encounterId", "Encounter_GONE"),
        {("DDF00106", "Instance_LAST")},
    ),
    "runs what does not exist": (
        put("Instance_LAST", "timelineId", "Timeline_GONE"),
        {("DDF00107", "Instance_LAST")},
    ),
    "no exits": (
        both(drop("exits"), put("Instance_LAST", "timelineExitId", None)),
        {("DDF00108", "Timeline_MAIN"), ("DDF00008", "Instance_LAST")},
    ),
    "a footnote where nothing is": (
        put("Condition_1", "contextIds", ["Instance_GONE"]),
        {("DDF00114", "Condition_1")},
    ),
    "an encounter at no timing": (
        put("Encounter_LAST", "scheduledAtId", "Timing_GONE"),
        {("DDF00127", "Encounter_LAST")},
    ),
    "an activity that runs nothing": (
        put("Activity_PROFILE", "timelineId", "Timeline_GONE"),
        {("DDF00152", "Activity_PROFILE")},
    ),
    "a procedure without its intervention": (
        put("Procedure_CHECK", "studyInterventionId", "Intervention_GONE"),
        {("DDF00240", "Procedure_CHECK")},
    ),
    "an element without its intervention": (
        put("Element_ONLY", "studyInterventionIds", ["Intervention_GONE"]),
        {("DDF00252", "Element_ONLY")},
    ),
    "a group of what does not exist": (
        put("Activity_GROUP", "childIds", ["Activity_GONE"]),
        {("DDF00254", "Activity_GROUP")},
    ),
    "plans what does not exist": (
        put("Instance_LAST", "activityIds", ["Activity_GONE"]),
        {("DDF00262", "Instance_LAST")},
    ),
    "goes on to nothing": (
        put("Instance_VISIT", "defaultConditionId", "Instance_GONE"),
        {
            ("DDF00262", "Instance_VISIT"),
            ("MAESTRO-UNREACHABLE", "Instance_AGAIN"),
            ("MAESTRO-UNREACHABLE", "Instance_LAST"),
        },
    ),
    "starts with nothing": (
        put("Timeline_MAIN", "entryId", "Instance_GONE"),
        {("DDF00262", "Timeline_MAIN")},
    ),
    "a reference that is no id": (put("Instance_LAST", "encounterId", 7), {("DDF00262", "Instance_LAST")}),
    "a condition to nowhere": (
        put("Assignment_AGAIN_1", "conditionTargetId", None),
        {("MAESTRO-BRANCH", "Assignment_AGAIN_1")},
    ),
    "a decision without conditions": (
        put("Instance_AGAIN", "conditionAssignments", []),
        {("MAESTRO-BRANCH", "Instance_AGAIN")},
    ),
    "groups in each other": (
        put("Activity_SAMPLE", "childIds", ["Activity_GROUP"]),
        {("MAESTRO-CHILD-CIRCLE", "Activity_GROUP")},
    ),
    "a loop without a way out": (
        both(
            put("Instance_LAST", "timelineExitId", None),
            put("Instance_LAST", "defaultConditionId", "Instance_VISIT"),
        ),
        {("MAESTRO-ENDLESS-LOOP", "Instance_VISIT"), ("DDF00037", "Timeline_MAIN")},
    ),
    "no entry": (put("Timeline_MAIN", "entryId", None), {("MAESTRO-ENTRY", "Timeline_MAIN")}),
    "no id": (
        without_id("Instance_LAST"),
        {
            ("MAESTRO-MISSING-ID", ""),
            ("DDF00046", "Timing_LAST"),
            ("DDF00262", "Instance_AGAIN"),
            ("MAESTRO-ENDLESS-LOOP", "Instance_VISIT"),
            ("MAESTRO-UNREACHABLE", ""),
        },
    ),
    "no timelines": (
        put("Design_1", "scheduleTimelines", []),
        {
            ("MAESTRO-NO-TIMELINE", "Design_1"),
            ("DDF00114", "Condition_1"),
            ("DDF00127", "Encounter_LAST"),
            ("DDF00127", "Encounter_VISIT"),
            ("DDF00152", "Activity_PROFILE"),
        },
    ),
    "no instances": (
        drop("instances"),
        {
            ("MAESTRO-NO-TIMELINE", "Timeline_MAIN"),
            ("DDF00046", "Timing_AGAIN"),
            ("DDF00046", "Timing_LAST"),
            ("DDF00046", "Timing_VISIT"),
            ("DDF00114", "Condition_1"),
            ("DDF00262", "Timeline_MAIN"),
        },
    ),
    "an order in a circle": (
        both(
            put("Encounter_VISIT", "previousId", "Encounter_LAST"),
            put("Encounter_LAST", "nextId", "Encounter_VISIT"),
        ),
        {("MAESTRO-ORDER-CIRCLE", "Encounter_VISIT")},
    ),
    "planned before what it follows": (
        lambda s: s["Timing_LAST"]["type"].update(code="C201357"),
        {("MAESTRO-ORDER-TIME", "Instance_LAST")},
    ),
    "an id of another version": (other_version, {("MAESTRO-REPEATED-ID", "Activity_CHECK")}),
    "two anchors": (
        both(
            lambda s: s["Timing_AGAIN"]["type"].update(code="C201358"),
            put("Timing_AGAIN", "relativeToScheduledInstanceId", "Instance_AGAIN"),
        ),
        {("MAESTRO-SEVERAL-ANCHORS", "Timing_AGAIN")},
    ),
    "two timings": (
        timing("Timing_MORE", "Instance_LAST", "Instance_VISIT"),
        {("MAESTRO-SEVERAL-TIMINGS", "Timing_MORE")},
    ),
    "timelines in a circle": (
        lambda s: s[s["Timeline_PROFILE"]["entryId"]]["activityIds"].append("Activity_PROFILE"),
        {("MAESTRO-SUB-TIMELINE-CIRCLE", "Timeline_PROFILE")},
    ),
    "timings in a circle": (
        put("Timing_AGAIN", "relativeToScheduledInstanceId", "Instance_LAST"),
        {("MAESTRO-TIMING-CYCLE", "Timing_AGAIN")},
    ),
    "an instance beside the path": (
        both(
            visit("Instance_ASIDE", timelineExitId="Exit_MAIN"),
            timing("Timing_ASIDE", "Instance_ASIDE", "Instance_VISIT"),
        ),
        {("MAESTRO-UNREACHABLE", "Instance_ASIDE")},
    ),
    "an instance without a timing": (
        both(
            put("Instance_LAST", "timelineExitId", None),
            put("Instance_LAST", "defaultConditionId", "Instance_MORE"),
            visit("Instance_MORE", timelineExitId="Exit_MAIN"),
        ),
        {("MAESTRO-UNTIMED", "Instance_MORE")},
    ),
    "a window in hours beside days": (
        put("Timing_LAST", "windowUpper", "PT48H"),
        {("MAESTRO-WINDOW-IN-HOURS", "Timing_LAST")},
    ),
}


@pytest.mark.parametrize("damage", CASES)
def test_damage_is_found(damage: str) -> None:
    edit, expected = CASES[damage]
    study = Study()
    edit(study)
    assert {(finding.rule, finding.entity_id) for finding in study.problems()} == expected


def test_a_sound_study_has_no_findings() -> None:
    assert Study().problems() == []


@pytest.mark.parametrize("name", ["minimal-v3", "minimal-v4"])
def test_both_generations_can_be_sound(name: str) -> None:
    assert find_problems(Document.from_bytes((ROOT / f"tests/fixtures/{name}.usdm.json").read_bytes())) == []


def test_the_sample_study_has_no_findings() -> None:
    assert find_problems(Document.from_bytes(sample_study_bytes())) == []


# They speak of what is kept beside a study: tests/study/rules/test_standing.py shows each.
BESIDE = {"MAESTRO-DECISION-ASKS", "MAESTRO-RULE"}


def test_every_rule_is_shown_by_some_damage() -> None:
    shown = {rule for _, expected in CASES.values() for rule, _ in expected}
    assert shown | BESIDE == set(RULES)
    assert shown.isdisjoint(BESIDE)


@pytest.mark.parametrize("damage", CASES)
def test_a_finding_names_its_entity_and_says_what_to_do(damage: str) -> None:
    study = Study()
    CASES[damage][0](study)
    for finding in study.problems():
        assert finding.entity_type
        assert finding.message.endswith(".")
        assert finding.message.count(".") + finding.message.count(":") >= 2, "what is wrong, then what to do"
        assert "\n" not in finding.message


def test_a_finding_says_which_visit_and_what_it_hangs_on() -> None:
    study = Study()
    put("Timing_LAST", "relativeToScheduledInstanceId", "Instance_GONE")(study)
    (finding,) = study.problems()
    assert finding == Finding(
        rule="DDF00046",
        severity=Severity.ERROR,
        entity_id="Timing_LAST",
        entity_type="Timing",
        message="“Last visit” is timed from “Instance_GONE”, which does not exist: its planned day is unknown. "
        "Choose what it is timed from.",
        timeline_id="Timeline_MAIN",
    )


def test_findings_on_rows_and_headers_are_to_be_seen_in_the_main_timeline() -> None:
    study = Study()
    put("Encounter_LAST", "nextId", "Encounter_GONE")(study)
    put("Arm_ONLY", "populationIds", ["Population_GONE"])(study)
    assert {finding.timeline_id for finding in study.problems()} == {"Timeline_MAIN"}


def test_findings_stand_in_the_order_of_the_document() -> None:
    study = Study()
    put("Timing_LAST", "value", "soon")(study)
    put("Timing_AGAIN", "value", "soon")(study)
    put("Encounter_VISIT", "previousId", "Encounter_GONE")(study)
    assert [finding.entity_id for finding in study.problems()] == [
        "Encounter_VISIT",
        "Timing_AGAIN",
        "Timing_LAST",
    ]


def test_a_long_or_broken_title_stays_on_one_short_line() -> None:
    study = Study()
    put("Instance_LAST", "label", "Last\nvisit " + "x" * 500)(study)
    put("Instance_LAST", "encounterId", "Encounter_GONE")(study)
    (finding,) = study.problems()
    assert finding.message.startswith("“Last visit xxx")
    assert len(finding.message) < 250


def test_a_number_of_the_sponsors_own_is_no_reference() -> None:
    study = Study()
    put("Instance_LAST", "sponsorVisitId", "V-12")(study)
    put("Instance_LAST", "timelineId", "")(study)  # how USDM 3 files write "none"
    assert study.problems() == []


def test_a_month_longer_than_its_days_is_no_contradiction() -> None:
    study = Study()
    put("Timing_AGAIN", "value", "P1M")(study)
    put("Timing_LAST", "relativeToScheduledInstanceId", "Instance_VISIT")(study)
    put("Timing_LAST", "value", "P30D")(study)
    assert study.problems() == []
    put("Timing_LAST", "value", "P27D")(study)
    assert [finding.rule for finding in study.problems()] == ["MAESTRO-ORDER-TIME"]


REAL = {
    "alexion-nct04573309-v4": {"DDF00016": 4, "DDF00006": 1},
    "cdisc-pilot-lzzt-v4": {"MAESTRO-WINDOW-IN-HOURS": 1},
    "lilly-nct03421379-v3": {"MAESTRO-ORDER-TIME": 2, "DDF00087": 1, "DDF00088": 1},
    "lilly-nct03421379-v4": {"MAESTRO-ORDER-TIME": 2, "DDF00087": 1, "DDF00088": 1},
    "observational-v4": {},
}


@pytest.mark.parametrize("name", SHARED_STUDIES)
def test_what_is_doubtful_in_real_studies(name: str) -> None:
    """Read in the files: footnotes on nothing, LZZT's 4-hour window on Day -2, Lilly's meal and second infusion."""
    findings = find_problems(Document.from_bytes(shared_study(name)))
    assert Counter(finding.rule for finding in findings) == REAL[name]
    assert Severity.ERROR not in {finding.severity for finding in findings}


def test_lillys_meal_comes_after_the_last_sample_but_is_planned_with_the_dose() -> None:
    findings = find_problems(Document.from_bytes(shared_study("lilly-nct03421379-v4")))
    assert "ScheduledActivityInstance_20" in {f.entity_id for f in findings if f.rule == "MAESTRO-ORDER-TIME"}


@settings(max_examples=150)
@given(
    st.sampled_from(["minimal-v3", "minimal-v4", "sample"]),
    st.randoms(use_true_random=False),
    st.integers(1, 12),
)
def test_no_damage_raises(name: str, random: Random, edits: int) -> None:
    root = damaged(name, random, edits)
    try:
        document = Document.from_bytes(json.dumps(root).encode())
    except DocumentError:
        return  # the loader's to refuse
    findings = find_problems(document)
    assert {finding.rule for finding in findings} <= set(RULES)
    assert all(finding.message and finding.message.endswith(".") for finding in findings)
