"""Rules of footnotes, transitions and entries, and rules that wait: run where they speak of a participant."""

from __future__ import annotations

import datetime as dt

import pytest

from study.annexe import Annexe
from study.interpreter.course import QueryKind
from study.interpreter.effects import CloseTask, OpenTask, ProposeStart, RaiseQuery, SetTimer
from study.json_types import JsonObject
from study.plan.compile import compile_timeline
from study.plan.plan import Plan, Role
from study.rules.deciding import PLAN_RULES
from study.rules.model import Answer, Attribute, Observed, Row, Rule, Table, Wait
from study.rules.place import rule_address
from study.rules.writing import rule_to_json
from tests.study.building import anchor, decision, design, timeline, timing, visit
from tests.study.interpreter.participants import Participant
from tests.study.rules.drawing import cell, compare, q

ANC = Observed("anc", "ANC", unit="10*9/L")
AGE = Attribute("age")
EVENT = timeline([visit("onset")], [anchor("onset")], main=False, identity="event")
EVENT["entryCondition"] = "An adverse event of grade 3 or more"


def plan_with(*, at_most: int | None = None, **rules: tuple[str, Rule]) -> Plan:
    """Three weekly visits in two epochs and a side timeline; each rule with the attribute that says whose it is."""
    visits = [
        visit("day 1", "day 8", activities=("dose", "ecg")),
        visit("day 8", "day 15", activities=("dose", "ecg")),
    ]
    visits.append(visit("day 15", activities=("ecg",)))
    for each, epoch, encounter in zip(visits, ("t", "t", "f"), ("e1", "e2", "e3"), strict=True):
        each |= {"epochId": epoch, "encounterId": encounter}
    week = ("P1D", "P1D")
    times = [timing(f"day {n}", "After", f"P{n - 1}D", "day 1", week) for n in (8, 15)]
    of = design(timeline(visits, [anchor("day 1"), *times]), EVENT)
    of.raw |= {
        "activities": [{"id": "dose", "name": "Dosing"}, {"id": "ecg", "name": "ECG"}],
        "epochs": [{"id": "t", "name": "Treatment"}, {"id": "f", "name": "Follow-up"}],
        "encounters": [
            {"id": "e1", "name": "E1"},
            {"id": "e2", "name": "E2", "transitionStartRule": _transition("recovered", "ANC at least 1.0")},
            {"id": "e3", "name": "E3"},
        ],
        "elements": [
            {"id": "treating", "name": "Treating", "transitionEndRule": _transition("over", "treated")}
        ],
        "studyCells": [{"id": "c", "armId": "a", "epochId": "t", "elementIds": ["treating"]}],
        "conditions": [
            {"id": "old", "text": "<p>If 65 or older</p>", "contextIds": ["day 8"], "appliesToIds": ["ecg"]}
        ],
    }
    annexe = Annexe.empty()
    annexe.root["rules"] = [
        {"id": rule_address(of), whose: of, "rule": rule_to_json(rule)}
        | ({"atMost": at_most} if at_most is not None else {})
        for of, (whose, rule) in rules.items()
    ]
    made = compile_timeline(of.timelines[0], of, annexe)
    assert made.plan is not None
    return made.plan


def _transition(identity: str, text: str) -> JsonObject:
    return {"id": identity, "instanceType": "TransitionRule", "name": identity, "text": text}


def dosed(plan: Plan) -> Participant:
    one = Participant(plan, rules=PLAN_RULES)
    one.do("consented", "2025-03-01")
    one.do("anchor happened", "2025-03-03")
    return one


@pytest.mark.parametrize(("age", "listed"), [(70, ("dose", "ecg")), (50, ("dose",)), (None, ("dose", "ecg"))])
def test_a_footnote_s_rule_says_whether_an_activity_is_required(
    age: int | None, listed: tuple[str, ...]
) -> None:
    one = dosed(plan_with(old=("conditionId", Rule(compare(AGE, ">=", q(65, "a"))))))
    if age is not None:
        one.do("observation recorded", "2025-03-01", name="age", value=age, unit="a")
    one.on("2025-03-10")
    (task,) = [each for each in one.effects if isinstance(each, OpenTask)][-1:]
    assert task.activities == listed
    one.done("day 8", "2025-03-10")
    one.do("activity not done", "2025-03-10", instance="day 8", activity="ecg", reason="forgotten")
    required = age != 50
    assert one.deviations() == (["day 8 done on Study Day 8 without: ECG"] if required else [])


def test_a_footnote_s_rule_speaks_of_its_own_visits() -> None:
    plan = plan_with(old=("conditionId", Rule(compare(AGE, ">=", q(65, "a")))))
    assert [bool(each.conditions) for each in plan.main.instances] == [False, True, False]
    assert plan.main.instances[1].conditions[0].text == "If 65 or older"


def test_a_transition_that_does_not_hold_is_told_with_the_task_and_when_done_all_the_same() -> None:
    one = dosed(plan_with(recovered=("transitionRuleId", Rule(compare(ANC, ">=", q("1.0", "10*9/L"))))))
    one.do("observation recorded", "2025-03-09", name="anc", value=0.6, unit="10*9/L")
    one.on("2025-03-10")
    assert one.at("day 8").held_back == ("ANC at least 1.0",)
    assert one.at("day 15").held_back == ()
    task = [each for each in one.effects if isinstance(each, OpenTask)][-1]
    assert task.held_back == ("ANC at least 1.0",)
    one.done("day 8", "2025-03-10")
    assert one.deviations() == ["day 8 done on Study Day 8, though “ANC at least 1.0” did not hold"]
    one.do("observation recorded", "2025-03-10", name="anc", value=1.2, unit="10*9/L")
    assert one.deviations() == []
    assert one.at("day 8").held_back == ()


def test_what_a_transition_needs_and_nobody_knows_holds_nobody_back() -> None:
    one = dosed(plan_with(recovered=("transitionRuleId", Rule(compare(ANC, ">=", q("1.0", "10*9/L"))))))
    one.done("day 8", "2025-03-10")
    assert (one.at("day 8").held_back, one.deviations()) == ((), [])


def test_the_end_of_an_element_stands_before_the_next_epoch_s_first_visit() -> None:
    plan = plan_with(over=("transitionRuleId", Rule(compare(AGE, ">=", q(18, "a")))))
    assert [tuple(gate.id for gate in each.gates) for each in plan.main.instances] == [(), (), ("over",)]


def test_an_entry_rule_proposes_a_start_until_somebody_starts_it() -> None:
    grade = Observed("grade", "Grade", unit="1")
    plan = plan_with(event=("timelineId", Rule(compare(grade, ">=", q(3, "1")))))
    assert plan.by_id["event"].started_by is Role.INVESTIGATOR
    one = dosed(plan)
    one.do("observation recorded", "2025-03-04", name="grade", value=2, unit="1")
    assert not one.course().starts
    one.do("observation recorded", "2025-03-05", name="grade", value=3, unit="1")
    assert [(each.timeline, each.role) for each in one.course().starts] == [("event", Role.INVESTIGATOR)]
    assert isinstance(one.effects[-1], ProposeStart)
    effects = one.do("side timeline started", "2025-03-05", timeline="event", name="rash")
    assert [each.subject for each in effects if isinstance(each, CloseTask)] == ["start/event"]
    one.do("observation recorded", "2025-03-20", name="grade", value=4, unit="1")
    assert [each.timeline for each in one.course().starts] == ["event"], "another event, after the first"


def test_a_side_timeline_started_too_often_is_asked_about() -> None:
    grade = Observed("grade", "Grade", unit="1")
    one = dosed(plan_with(at_most=1, event=("timelineId", Rule(compare(grade, ">=", q(3, "1"))))))
    one.do("side timeline started", "2025-03-05", timeline="event", name="rash")
    one.do("observation recorded", "2025-03-20", name="grade", value=4, unit="1")
    assert not one.course().starts
    effects = one.do("side timeline started", "2025-03-21", timeline="event", name="fever")
    (raised,) = [each.query for each in effects if isinstance(each, RaiseQuery)]
    assert (raised.kind, raised.dates) == (
        QueryKind.STARTED_TOO_OFTEN,
        (dt.date(2025, 3, 5), dt.date(2025, 3, 21)),
    )


def test_a_rule_waits_comes_back_and_stops() -> None:
    """Below 1.0 it waits a week, twice at most; then the way is not taken, and nobody was asked meanwhile."""
    low = Row((cell((">=", q("1.0", "10*9/L"))),), Answer.HOLDS)
    rule = Rule(
        Table((ANC,), (low, Row((cell(),), Answer.WAIT))), wait=Wait(q(7, "d"), 2, Answer.DOES_NOT_HOLD)
    )
    instances = [visit("day 1", "d"), decision("d", "stop", go="more"), visit("more", "stop"), visit("stop")]
    times = [timing(key, "After", f"P{n}D", "day 1") for key, n in (("d", 7), ("more", 8), ("stop", 60))]
    of = design(timeline(instances, [anchor("day 1"), *times]))
    annexe = Annexe.empty()
    annexe.root["rules"] = [
        {"id": rule_address("d_go"), "conditionAssignmentId": "d_go", "rule": rule_to_json(rule)}
    ]
    plan = compile_timeline(of.timelines[0], of, annexe).plan
    assert plan is not None
    one = Participant(plan, rules=PLAN_RULES)
    one.do("consented", "2025-03-01")
    one.do("anchor happened", "2025-03-03")
    one.do("observation recorded", "2025-03-09", name="anc", value=0.5, unit="10*9/L")
    seen = []
    for _ in range(3):
        now = one.course()
        asked = now.decisions[0]
        seen.append((now.now.date.day if now.now else 0, asked.asked, asked.taken))
        timers = [each for each in one.effects if isinstance(each, SetTimer)]
        one.on(timers[-1].date)
    assert [(asked, taken) for _, asked, taken in seen] == [(False, "")] * 2 + [(False, "otherwise")]
    again = Participant(plan, rules=PLAN_RULES)
    again.do("consented", "2025-03-01")
    again.do("anchor happened", "2025-03-03")
    again.do("observation recorded", "2025-03-09", name="anc", value=0.5, unit="10*9/L")
    again.do("observation recorded", "2025-03-16", name="anc", value=1.1, unit="10*9/L")
    again.on("2025-03-17")
    assert again.course().decisions[0].taken == "d_go"


@pytest.mark.parametrize(
    ("instances", "timings", "passes"),
    [
        ([visit("a", "d"), decision("d", "b", go="d"), visit("b")], [], 1),
        ([visit("a", "d"), decision("d", "b", go="e"), decision("e", "b", go="d"), visit("b")], [], 1),
        (
            [visit("a", "d"), decision("d", "b", go="a"), visit("b")],
            [timing("d", "After", "P0D", "a")],
            2,
        ),
    ],
)
def test_a_rule_that_always_goes_round_is_left_to_a_person_where_nothing_could_change(
    instances: list[JsonObject], timings: list[JsonObject], passes: int
) -> None:
    of = design(timeline(instances, [anchor("a"), *timings]))
    annexe = Annexe.empty()
    always = rule_to_json(Rule(compare(AGE, ">", q(1, "a"))))
    annexe.root["rules"] = [
        {"id": rule_address(each), "conditionAssignmentId": each, "rule": always} for each in ("d_go", "e_go")
    ]
    plan = compile_timeline(of.timelines[0], of, annexe).plan
    assert plan is not None
    one = dosed(plan)
    one.do("observation recorded", "2025-03-03", name="age", value=50, unit="a")
    one.on("2025-04-01")
    decisions = one.course().decisions
    assert decisions[-1].asked
    assert decisions[-1].pass_ == passes
    assert len(decisions) <= 2
