"""Activities one by one: on another day than their visit, several times, one of a group; what goes on in between."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from study.annexe import Annexe
from study.interpreter.effects import CancelIntegration, CloseTask, InvokeIntegration, OpenTask
from study.json_types import JsonObject
from study.plan.compile import compile_timeline
from study.plan.plan import Plan, Role
from tests.study.building import anchor, decision, design, timeline, timing, visit
from tests.study.interpreter.participants import Participant, plan_from

ACTIVITIES = [
    {"id": "ecg", "name": "ECG"},
    {"id": "lab", "name": "Lab"},
    {"id": "ip", "name": "Study drug infusion"},
]


def plan_with(**annexe: list[JsonObject]) -> Plan:
    """Three weekly visits of an ECG, a laboratory sample and an infusion, two in an epoch of treatment."""
    of_all = ("ecg", "lab", "ip")
    visits = [visit(key, to, activities=of_all) for key, to in (("v1", "v2"), ("v2", "v3"), ("v3", None))]
    for each, epoch in zip(visits, ("t", "t", "f"), strict=True):
        each["epochId"] = epoch
    times = [timing(f"v{n + 1}", "After", f"P{7 * n}D", "v1", ("P2D", "P2D")) for n in (1, 2)]
    of = design(timeline(visits, [anchor("v1"), *times]))
    of.raw["activities"] = ACTIVITIES
    of.raw["epochs"] = [
        {"id": "t", "name": "T", "type": {"code": "C101526", "decode": "Treatment Epoch"}},
        {"id": "f", "name": "F", "type": {"code": "C202578", "decode": "Follow-Up Epoch"}},
    ]
    said = Annexe.empty()
    said.root.update(annexe)
    plan = compile_timeline(of.timelines[0], of, said).plan
    assert plan is not None
    return plan


def begun(plan: Plan) -> Participant:
    one = Participant(plan)
    one.do("consented", "2025-03-01")
    one.do("visit done", "2025-03-03", instance="v1")
    return one


def activity(one: Participant, name: str, on: str, instance: str = "v2", **fields: Any) -> None:
    one.do("activity done", on, instance=instance, activity=name, **fields)


def test_an_activity_on_another_day_within_the_window_is_none_outside_it_is_one() -> None:
    one = begun(plan_with())
    one.done("v2", "2025-03-10")
    activity(one, "lab", "2025-03-12")
    assert (one.deviations(), [each.activity for each in one.at("v2").apart]) == ([], ["lab"])
    activity(one, "ecg", "2025-03-14")
    assert one.deviations() == ["v2: ECG on 2025-03-14 (2 days after), outside its window, Day 6 to 10"], (
        "one for the visit, naming what was outside"
    )


def test_a_visit_outside_its_window_gives_one_for_the_visit_not_one_each() -> None:
    one = begun(plan_with())
    one.done("v2", "2025-03-14")
    activity(one, "lab", "2025-03-15")
    assert one.deviations() == ["v2 done on Study Day 12, 2 days after its window, Day 6 to 10"]


def test_an_activity_before_consent_at_a_visit_after_it() -> None:
    one = begun(plan_with())
    activity(one, "lab", "2025-02-27", instance="v1")
    assert one.deviations() == ["v1: Lab on 2025-02-27, before consent on 2025-03-01"]


def test_several_times_within_a_visit() -> None:
    times = [{"id": "x", "instanceId": "v2", "activityId": "ecg", "times": 3}]
    plan = plan_with(times=times)
    assert [(each.activity, each.times) for each in plan.main.by_key["v2"].times] == [("ecg", 3)]
    one = begun(plan)
    for name in ("lab", "ip", "ecg", "ecg"):
        activity(one, name, "2025-03-10", id=f"{name} {len(one.state.facts)}")
    assert not one.at("v2").status.is_done, "twice of three times"
    one.do("activity not done", "2025-03-10", instance="v2", activity="ecg", reason="refused")
    assert one.at("v2").status.is_done
    assert one.deviations() == ["v2 done on Study Day 8 without: ECG"]
    whole = begun(plan)
    for number in range(3):
        activity(whole, "ecg", "2025-03-10", id=f"ecg {number}")
    activity(whole, "lab", "2025-03-10")
    activity(whole, "ip", "2025-03-10")
    assert (whole.status("v2"), whole.deviations()) == ("done in window", [])


@pytest.mark.parametrize(("missing", "deviations"), [(("ecg",), 0), (("ecg", "lab"), 1)])
def test_of_a_group_one_is_done(missing: tuple[str, ...], deviations: int) -> None:
    one = begun(plan_with(groups=[{"id": "g", "instanceId": "v2", "activityIds": ["ecg", "lab"]}]))
    one.done("v2", "2025-03-10")
    for name in missing:
        one.do("activity not done", "2025-03-10", instance="v2", activity=name, reason="the other one")
    assert len(one.deviations()) == deviations


def test_what_goes_on_between_two_visits_is_a_task_from_the_first_to_the_last() -> None:
    spans = [{"id": "s", "name": "Diary", "activityId": "lab", "fromInstanceId": "v1", "toInstanceId": "v3"}]
    one = begun(plan_with(spans=spans))
    assert [(each.title, str(each.since), str(each.until)) for each in one.course().ongoing] == [
        ("Diary", "2025-03-03", "2025-03-17")
    ]
    opened = [each for each in one.effects if isinstance(each, OpenTask) and each.subject.startswith("span/")]
    assert [(each.title, each.activities) for each in opened] == [("Diary", ("lab",))]
    one.done("v2", "2025-03-10")
    closed = one.done("v3", "2025-03-17")
    assert [e.subject for e in closed if isinstance(e, CloseTask) and e.subject.startswith("span/")] == [
        opened[0].subject
    ]
    assert not one.course().ongoing


def test_who_stays_on_schedule_goes_on_without_the_treatment() -> None:
    plan = plan_with()
    assert plan.treatments == ("ip",)
    one = begun(plan)
    one.do("intervention stopped", "2025-03-05", reason="rash", stays=True)
    one.on("2025-03-10")
    assert (one.status("v2"), one.at("v2").waived) == ("due", ("ip",))
    task = [each for each in one.effects if isinstance(each, OpenTask)][-1]
    assert task.activities == ("ecg", "lab")
    one.done("v2", "2025-03-10")
    one.do("activity not done", "2025-03-10", instance="v2", activity="ip", reason="stopped")
    assert one.deviations() == []
    one.do("activity not done", "2025-03-10", instance="v2", activity="lab", reason="forgotten")
    assert one.deviations() == ["v2 done on Study Day 8 without: Lab"]
    one.do("visit not done", "2025-03-17", instance="v3", reason="holiday")
    assert one.deviations()[1:] == ["v3 was not done (holiday), planned for Day 13 to 17: ECG, Lab"]
    other = begun(plan)
    other.do("intervention stopped", "2025-03-05", reason="rash")
    assert (other.status("v2"), other.status("v3")) == ("not required", "upcoming")


def test_an_allocation_invokes_the_integration_that_answers_it() -> None:
    instances = [visit("v1", "d"), decision("d", "b", randomised="a"), visit("a", "b"), visit("b")]
    one = Participant(plan_from(timeline(instances, [anchor("v1")])))
    one.do("consented", "2025-03-01")
    effects = one.done("v1", "2025-03-03")
    (invoked,) = [each for each in effects if isinstance(each, InvokeIntegration)]
    assert (invoked.integration, invoked.key_of_instance) == (Role.IRT, "d")
    assert [way.id for way in invoked.ways] == ["d_randomised", "otherwise"]
    effects = one.answered("d", "d_randomised", "2025-03-03")
    assert [each.subject for each in effects if isinstance(each, CancelIntegration)] == [invoked.subject]


def test_a_second_fixed_reference_is_forecast_from_the_visit_before_it() -> None:
    """Two dosing periods with no distance between them: the second is expected from its own Day -1."""
    instances = [
        visit("dose 1", "day -1"),
        visit("day -1", "dose 2"),
        visit("dose 2", "day 8"),
        visit("day 8"),
    ]
    times = [timing("day -1", "Before", "P1D", "dose 2"), timing("day 8", "After", "P7D", "dose 2")]
    one = Participant(plan_from(timeline(instances, [anchor("dose 1"), anchor("dose 2"), *times])))
    one.do("consented", "2025-03-01")
    one.done("dose 1", "2025-03-03")
    assert one.planned("dose 2") is None
    one.done("day -1", "2025-03-30")
    assert (str(one.planned("dose 2")), one.at("dose 2").provisional) == ("2025-03-31", True)
    assert (str(one.planned("day 8")), one.at("day 8").provisional) == ("2025-04-07", True)
    one.do("anchor happened", "2025-04-02", instance="dose 2")
    assert (str(one.planned("day 8")), one.at("day 8").provisional) == ("2025-04-09", False)


LATE = "v2: Study drug infusion on 2025-03-10, after the intervention was stopped on 2025-03-05"


@pytest.mark.parametrize("stays", [True, False])
def test_treatment_after_its_stop_is_one_whenever_it_is_recorded(stays: bool) -> None:
    for stop_first in (True, False):
        one = begun(plan_with())
        if stop_first:
            one.do("intervention stopped", "2025-03-05", stays=stays)
        one.done("v2", "2025-03-10")
        activity(one, "ip", "2025-03-10")
        activity(one, "ecg", "2025-03-10")
        if not stop_first:
            one.do("intervention stopped", "2025-03-05", stays=stays)
        assert one.deviations() == [LATE]


def test_on_the_day_of_the_stop_and_a_visit_without_the_treatment_are_none() -> None:
    one = begun(plan_with())
    one.do("intervention stopped", "2025-03-10", stays=True)
    activity(one, "ip", "2025-03-10")
    one.done("v2", "2025-03-10")
    one.done("v3", "2025-03-17")
    assert one.deviations() == []


def test_treatment_after_its_stop_is_told_where_the_visit_was_not_done_and_taken_back_when_corrected() -> (
    None
):
    one = begun(plan_with())
    one.do("intervention stopped", "2025-03-05")
    activity(one, "ip", "2025-03-10", id="given")
    assert one.deviations() == [LATE]
    one.do("corrected", "2025-03-11", target="given", reason="another participant")
    assert one.deviations() == []


def test_treatment_after_the_withdrawal_is_told_as_that_alone() -> None:
    one = begun(plan_with())
    one.do("intervention stopped", "2025-03-05")
    one.do("consent withdrawn", "2025-03-07")
    activity(one, "ip", "2025-03-10")
    assert one.deviations() == [
        "v2: Study drug infusion on 2025-03-10, after consent was withdrawn on 2025-03-07"
    ]


def test_a_visit_of_nothing_but_treatment_after_its_stop() -> None:
    plan = plan_with()
    only = replace(plan.main.by_key["v2"], activities=("ip",))
    instances = tuple(only if each.key == "v2" else each for each in plan.main.instances)
    one = begun(replace(plan, timelines=(replace(plan.main, instances=instances), *plan.timelines[1:])))
    one.done("v2", "2025-03-10")
    assert one.deviations() == []
    one.do("intervention stopped", "2025-03-05")
    assert one.deviations() == [LATE]
    one.do("activity not done", "2025-03-10", instance="v2", activity="ip", reason="stopped")
    assert one.deviations() == []


def test_on_the_day_of_the_stop_the_hours_decide() -> None:
    for hour, expected in (("09:00", 0), ("11:00", 1)):
        one = begun(plan_with())
        activity(one, "ip", f"2025-03-10T{hour}")
        one.do("intervention stopped", "2025-03-10T10:00")
        assert len(one.deviations()) == expected
