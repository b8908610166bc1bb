"""What an amendment changes of the decisions that a participant may still come to, and only of those."""

from __future__ import annotations

from dataclasses import replace

import pytest

from study.interpreter.amended_decisions import decision_change_text
from study.interpreter.migrate import migrate
from study.interpreter.when import read_when
from study.plan.plan import Plan, PlanInstance, Role, Way
from tests.study.building import anchor, decision, timeline, timing, visit
from tests.study.interpreter.participants import Participant, plan_from

CHANGES: list[tuple[str, dict[str, object], list[tuple[str, str]]]] = [
    ("nothing", {}, []),
    (
        "role",
        {"role": Role.COMMITTEE},
        [("asks another role", "go on?: asked of the committee now, was asked of the investigator")],
    ),
    (
        "a rule",
        {"ways": {"stop": {"rule": "{}"}}},
        [("rule added", "go on?: a rule decides on “Toxic” now, the investigator did")],
    ),
    (
        "another visit",
        {"ways": {"stop": {"target": "next"}}},
        [("way leads elsewhere", "go on?: “Toxic” leads to next now, not to end")],
    ),
    (
        "the end",
        {"ways": {"stop": {"target": ""}}},
        [("way leads elsewhere", "go on?: “Toxic” leads to the end now, not to end")],
    ),
    (
        "words",
        {"ways": {"stop": {"text": "Very toxic"}}},
        [("way worded otherwise", "go on?: “Very toxic” now, was “Toxic”")],
    ),
    (
        "no way",
        {"without": "stop"},
        [("way dropped", "go on?: the way “Toxic”, to end, is there no more")],
    ),
    (
        "a new way",
        {"more": Way("late", "end", "Too late")},
        [("way added", "go on?: a new way, “Too late”, leads to end")],
    ),
]


def plan() -> Plan:
    """Dosing, then whether to go on to the next visit, and at the end of that another decision."""
    visits = [
        visit("dose", "ask"),
        decision("ask", "next", Toxic="end") | {"label": "go on?"},
        visit("next", "end"),
        visit("end"),
    ]
    times = [timing("next", "After", "P2W", "dose"), timing("end", "After", "P4W", "dose")]
    made = plan_from(timeline(visits, [anchor("dose"), *times]))
    asks = made.main.by_key["ask"]
    ways = tuple(replace(way, id="stop") if way.text == "Toxic" else way for way in asks.ways)
    return with_decision(made, replace(asks, ways=ways, role=Role.INVESTIGATOR))


def with_decision(of: Plan, asks: PlanInstance) -> Plan:
    instances = tuple(asks if each.key == asks.key else each for each in of.main.instances)
    return replace(of, timelines=(replace(of.main, instances=instances), *of.timelines[1:]))


def amended_by(of: Plan, change: dict[str, object]) -> Plan:
    asks = of.main.by_key["ask"]
    by_way: dict[str, dict[str, object]] = change.get("ways", {})  # type: ignore[assignment]
    ways = [replace(way, **by_way.get(way.id, {})) for way in asks.ways if way.id != change.get("without")]  # type: ignore[arg-type]
    if isinstance(more := change.get("more"), Way):
        ways.insert(0, more)
    role = change.get("role", asks.role)
    assert isinstance(role, Role)
    return with_decision(of, replace(asks, ways=tuple(ways), role=role))


def dosed(of: Plan) -> Participant:
    one = Participant(of)
    one.do("consented", "2025-03-01")
    one.do("anchor happened", "2025-03-03")
    return one


def told(one: Participant, new: Plan) -> list[tuple[str, str]]:
    _, amended = migrate(one.plan, new, one.state, read_when("2025-03-04"))
    return [(each.kind.value, decision_change_text(each)) for each in amended.decisions]


@pytest.mark.parametrize(("_name", "change", "said"), CHANGES, ids=[each[0] for each in CHANGES])
def test_each_change_of_a_decision_is_told(
    _name: str, change: dict[str, object], said: list[tuple[str, str]]
) -> None:
    one = dosed(plan())
    assert told(one, amended_by(one.plan, change)) == said
    back = dosed(amended_by(plan(), change))
    assert len(told(back, plan())) == len(said)


def test_what_is_decided_for_good_is_not_told() -> None:
    one = dosed(plan())
    new = amended_by(one.plan, {"role": Role.COMMITTEE})
    one.do("decision answered", "2025-03-03", instance="ask", answer="otherwise")
    assert told(one, new) == []


def test_who_has_left_is_told_of_no_decision() -> None:
    one = dosed(plan())
    new = amended_by(one.plan, {"role": Role.COMMITTEE})
    one.do("consent withdrawn", "2025-03-03")
    assert told(one, new) == []


def test_a_decision_that_is_new_or_there_no_more() -> None:
    one = dosed(plan())
    asks = one.plan.main.by_key["ask"]
    none = with_decision(one.plan, replace(asks, is_decision=False, ways=(Way("", "next"),)))
    assert told(one, none) == [("decision dropped", "go on?: is decided no more")]
    assert told(dosed(none), one.plan) == [
        ("decision added", "go on?: a new decision, asked of the investigator")
    ]
