"""What is said beside a schedule and compiled with it: marks, times, spans, rules of texts, treatments, starts."""

from __future__ import annotations

from typing import Any

import pytest

from study.annexe import Annexe
from study.json_types import JsonObject
from study.plan.compile import Compiled, compile_timeline
from study.plan.plan import PlanSpan, Repeated, Role, read_plan
from study.plan.roles import gives_treatment
from tests.study.building import anchor, decision, design, timeline, visit
from tests.study.interpreter.participants import plan_of

RULE = {"format": 1, "when": "kept as it is"}


def made(annexe: dict[str, list[JsonObject]], others: dict[str, Any] | None = None) -> Compiled:
    """Three visits in two epochs with a decision between the last two, and a side timeline."""
    instances = [
        visit("v1", "v2", activities=("a", "b")),
        visit("v2", "d", activities=("a",)),
        decision("d", "v3", again="v1"),
        visit("v3", activities=("b",)),
    ]
    for each, epoch in zip(instances, ("t", "t", "t", "f"), strict=True):
        each["epochId"] = epoch
    side = timeline([visit("s")], [anchor("s")], main=False, identity="side")
    side["entryCondition"] = "An adverse event; at most once"
    of = design(timeline(instances, [anchor("v1")]), side)
    of.raw["activities"] = [{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]
    of.raw["epochs"] = [{"id": "t", "name": "T"}, {"id": "f", "name": "F"}]
    of.raw |= others or {}
    said = Annexe.empty()
    said.root.update(annexe)
    return compile_timeline(of.timelines[0], of, said)


def rule(whose: str, of: str, **more: Any) -> JsonObject:
    return {"id": f"rule:{of}", whose: of, "rule": RULE, **more}


def test_times_and_spans_of_what_is_planned_and_no_more() -> None:
    times = [
        {"id": "1", "instanceId": "v1", "activityId": "a", "times": 3},
        {"id": "2", "instanceId": "v2", "activityId": "b", "times": 2},
    ]
    spans = [
        {"id": "s", "name": "Diary", "activityId": "b", "fromInstanceId": "v1", "toInstanceId": "v3"},
        {"id": "x", "name": "Gone", "activityId": "b", "fromInstanceId": "v1", "toInstanceId": "v9"},
    ]
    plan = made({"times": times, "spans": spans}).plan
    assert plan is not None
    assert [each.times for each in plan.main.instances] == [(Repeated("a", 3),), (), (), ()]
    assert (plan.main.by_key["v1"].times_of("a"), plan.main.by_key["v1"].times_of("b")) == (3, 1)
    assert plan.main.spans == (PlanSpan("b", "v1", "v3", "Diary"),)
    assert read_plan(plan.canonical) == plan


def test_a_side_timeline_says_who_starts_it_and_how_often() -> None:
    once = made({}).plan
    limited = made({"rules": [rule("timelineId", "side", atMost=4)]}).plan
    assert once is not None
    assert limited is not None
    side = once.by_id["side"]
    assert (side.started_by, side.at_most, side.entry_rule) == (Role.INVESTIGATOR, 1, "")
    assert (limited.by_id["side"].at_most, "kept as it is" in limited.by_id["side"].entry_rule) == (4, True)
    assert once.hash != limited.hash


@pytest.mark.parametrize(
    ("contexts", "where"),
    [([], ["v1", "v2"]), (["v2"], ["v2"]), (["a"], ["v1", "v2"]), (["v3"], [])],
)
def test_a_footnote_s_rule_stands_where_the_footnote_does(contexts: list[str], where: list[str]) -> None:
    footnote = {"id": "c", "text": "<p>If   ill</p>", "appliesToIds": ["a"], "contextIds": contexts}
    compiled = made({"rules": [rule("conditionId", "c")]}, {"conditions": [footnote]})
    assert compiled.plan is not None
    ruled = [each for each in compiled.plan.main.instances if each.conditions]
    assert [each.key for each in ruled] == where
    assert all(
        each.conditions[0].text == "If ill" and each.conditions[0].activities == ("a",) for each in ruled
    )
    assert compiled.plan.judges_visits == bool(where)


def test_a_footnote_about_no_activity_as_a_whole_is_a_remark() -> None:
    footnote = {"id": "c", "text": "Fasting", "appliesToIds": ["procedure"], "contextIds": ["v1"]}
    compiled = made({"rules": [rule("conditionId", "c")]}, {"conditions": [footnote]})
    assert compiled.plan is not None
    assert not compiled.plan.judges_visits
    assert [each.address for each in compiled.remarks if "no activity as a whole" in each.text] == ["c"]


def test_transitions_stand_before_the_visits_they_lead_to_through_decisions_too() -> None:
    """Only where they lead into another epoch, and where every arm has the same element."""
    elements = [
        {"id": "e1", "name": "E1", "transitionEndRule": {"id": "end", "text": "recovered"}},
        {"id": "e2", "name": "E2", "transitionStartRule": {"id": "start", "text": "allowed"}},
        {"id": "e3", "name": "E3"},
    ]
    cells = [{"id": "1", "armId": "x", "epochId": "t", "elementIds": ["e1"]}]
    cells += [{"id": "2", "armId": "x", "epochId": "f", "elementIds": ["e2"]}]
    rules = {"rules": [rule("transitionRuleId", "end"), rule("transitionRuleId", "start")]}
    compiled = made(rules, {"elements": elements, "studyCells": cells})
    assert compiled.plan is not None
    gates = {each.key: [gate.id for gate in each.gates] for each in compiled.plan.main.instances}
    assert gates == {"v1": [], "v2": [], "d": [], "v3": ["start", "end"]}
    cells += [{"id": "3", "armId": "y", "epochId": "f", "elementIds": ["e3"]}]
    by_arm = made(rules, {"elements": elements, "studyCells": cells})
    assert by_arm.plan is not None
    assert [gate.id for gate in by_arm.plan.main.by_key["v3"].gates] == ["end"]
    assert [each.address for each in by_arm.remarks if "not in every arm" in each.text] == ["e2"]


@pytest.mark.parametrize(
    ("title", "gives"),
    [
        ("Study drug infusion", True),
        ("Administration of Study Intervention", True),
        ("Docetaxel infusion", True),
        ("Docetaxel 75 mg/m²", True),
        ("Docetaxel level", False),
        ("Dosing", True),
        ("Insulin infusion to induce hypoglycemia", False),
        ("Pre-dose ECG", False),
        ("Study drug accountability", False),
        ("Study drug record, medications dispensed", False),
        ("PK sample after dosing", False),
        ("Vital signs", False),
    ],
)
def test_what_gives_the_treatment_is_told_conservatively(title: str, gives: bool) -> None:
    assert bool(gives_treatment(title, ("Docetaxel",))) is gives


def test_the_treatments_of_a_real_study() -> None:
    plan = plan_of("alexion-nct04573309-v4")
    titles = [plan.activity_titles[each] for each in plan.treatments]
    assert titles == ["ALXN1840 15 mg/day", "ALXN1840 30 mg/day"]
