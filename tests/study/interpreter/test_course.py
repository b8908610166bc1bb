"""Scripted participants: nested and side timelines, loops, screening again, stopping, activities, bookings."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from typing import Any

import pytest

from study.interpreter.effects import AskDecision, Complete, OpenTask, Reopen, SetTimer
from study.interpreter.runs import around, side_run, sub_run, timeline_of
from study.interpreter.when import read_when
from study.plan.plan import Plan, Role
from tests.study.building import anchor, decision, timeline, timing, visit
from tests.study.interpreter.participants import DAY, Participant, compiled, plan_from, plan_of
from tests.study.studies import SAMPLE

PK = timeline(
    [visit("before", "dosing"), visit("dosing", "after"), visit("after")],
    [
        anchor("dosing", "PT0M"),
        timing("before", "Before", "PT15M", "dosing"),
        timing("after", "After", "PT2H", "dosing", ("PT10M", "PT10M")),
    ],
    main=False,
    identity="pk",
)
EVENT = timeline(
    [visit("onset", "check"), visit("check")],
    [anchor("onset"), timing("check", "After", "P7D", "onset", ("P1D", "P1D"))],
    main=False,
    identity="event",
)


@pytest.fixture
def plan() -> Plan:
    """Two dosing days with a profile in each, and a side timeline."""
    main = timeline(
        [visit("day 1", "day 8", activities=("profile",)), visit("day 8", activities=("profile",))],
        [anchor("day 1"), timing("day 8", "After", "P7D", "day 1", ("P1D", "P1D"))],
    )
    return plan_from(main, PK, EVENT, carried={"profile": "pk"})


@pytest.fixture
def somebody(plan: Plan) -> Participant:
    one = Participant(plan)
    one.do("consented", "2025-01-01")
    return one


def test_a_profile_counts_from_its_own_place(somebody: Participant) -> None:
    first = sub_run("main", "day 1", 1, "pk", "profile")
    second = sub_run("main", "day 8", 1, "pk", "profile")
    assert timeline_of(somebody.plan, first) is somebody.plan.by_id["pk"]
    assert around(first) == "main"
    somebody.do("anchor happened", "2025-01-07T08:00")
    somebody.do("anchor happened", "2025-01-07T08:30", run=first)
    somebody.done("before", "2025-01-07T08:10", run=first)
    somebody.done("after", "2025-01-07T10:45", run=first)
    somebody.done("day 8", "2025-01-14T09:00")
    somebody.done("after", "2025-01-14T11:05", run=second)
    assert somebody.deviations() == [
        "after done on 2025-01-07 at 10:45, 5 minutes after its window, 10:20 to 10:40"
    ]
    assert somebody.status("after", run=second) == "done in window"
    assert somebody.status("before", run=first) == "done"


def test_what_is_nested_asks_for_nothing_until_something_is_recorded_in_it(somebody: Participant) -> None:
    somebody.do("anchor happened", "2025-01-07T08:00")
    assert not [e for e in somebody.effects if isinstance(e, OpenTask) and e.run != "main"]
    whole = [each for each in somebody.course(whole=True).occurrences if each.run != "main"]
    assert [each.instance.key for each in whole] == ["before", "dosing", "after"] * 2
    assert {each.status.value for each in whole[:3]} == {"done"}
    somebody.do("anchor happened", "2025-01-07T08:30", run=sub_run("main", "day 1", 1, "pk", "profile"))
    somebody.on("2025-01-07T10:20")
    assert [e.title for e in somebody.effects if isinstance(e, OpenTask) and e.run != "main"][-1] == "after"


def test_side_timelines_run_several_at_once(somebody: Participant) -> None:
    somebody.do("anchor happened", "2025-01-07")
    for name, day in (("1", "2025-01-08"), ("2", "2025-01-09")):
        somebody.do("side timeline started", day, timeline="event", name=name)
    one, two = side_run("event", "1"), side_run("event", "2")
    assert somebody.planned("check", run=one) == dt.date(2025, 1, 15)
    assert somebody.planned("check", run=two) == dt.date(2025, 1, 16)
    somebody.done("onset", "2025-01-08", run=one)
    somebody.done("check", "2025-01-18", run=one)
    assert somebody.deviations() == [
        "check done on 2025-01-18, 2 days after its window, 2025-01-14 to 2025-01-16"
    ]
    assert somebody.status("onset", run=two) == "done"  # its start says all: there is nothing to do at it
    assert somebody.status("day 8") == "overdue"  # the main one goes on


def test_a_fresh_start_after_screen_failure(somebody: Participant) -> None:
    somebody.do("screen failed", "2025-01-03", reason="blood pressure")
    assert somebody.status("day 1") == "not required"
    assert somebody.course().complete
    somebody.do("re-screened", "2025-02-01")
    assert any(isinstance(each, Reopen) for each in somebody.effects)
    assert somebody.status("day 1", run="main:2") == "due"
    somebody.do("anchor happened", "2025-02-03")
    assert somebody.planned("day 8", run="main:2") == dt.date(2025, 2, 10)
    assert somebody.status("day 1") == "not required"
    assert somebody.deviations() == []


@pytest.mark.parametrize("end", ["lost to follow-up", "died", "consent withdrawn"])
def test_after_the_end_nothing_is_asked_for(somebody: Participant, end: str) -> None:
    somebody.do("anchor happened", "2025-01-07")
    somebody.do(end, "2025-01-10")
    assert somebody.status("day 8") == "not required"
    somebody.do("visit not done", "2025-01-20", instance="day 8", reason="gone")
    assert somebody.deviations() == []
    assert isinstance(somebody.effects[-1], Complete) or somebody.course().complete


def test_once_overdue_before_the_end_it_is_still_to_be_recorded(somebody: Participant) -> None:
    somebody.do("anchor happened", "2025-01-07")
    somebody.do("lost to follow-up", "2025-03-01")
    assert somebody.status("day 8") == "overdue"
    assert not somebody.course().complete
    somebody.do("visit not done", "2025-03-02", instance="day 8", reason="did not come")
    assert somebody.deviations() == ["day 8 was not done (did not come), planned for Day 7 to 9: profile"]
    assert somebody.course().complete


def test_one_deviation_for_the_activities_missing_at_a_visit() -> None:
    main = timeline([visit("a", activities=("x", "y", "z"))], [anchor("a")])
    plan = plan_from(main, activities=[{"id": "x", "name": "ECG"}, {"id": "y", "name": "Labs"}, {"id": "z"}])
    one = Participant(plan)
    one.do("consented", "2025-01-01")
    one.do("activity done", "2025-01-07", instance="a", activity="z")
    assert one.status("a") != "done"
    for activity in ("x", "y"):
        one.do("activity not done", "2025-01-07", instance="a", activity=activity, reason="device broken")
    assert one.status("a") == "done"
    assert one.deviations() == ["a done on Study Day 1 without: ECG, Labs"]
    instance = replace(plan.main.instances[0], optional=("x",), one_of=(("y", "z"),))
    lenient = replace(plan, timelines=(replace(plan.main, instances=(instance,)),))
    other = Participant(lenient)
    for event in one.state.facts:
        other.do(
            event.type.value,
            event.occurred,
            instance=event.instance,
            activity=event.activity,
            reason=event.reason,
        )
    assert other.deviations() == []


def test_a_decision_asks_the_role_and_an_answer_recorded_early_counts() -> None:
    one = Participant(plan_of(SAMPLE))
    one.do("consented", "2025-01-06")
    one.answered("Instance_ELIGIBLE", "otherwise", "2025-02-01")
    assert ("Instance_C_D1", 1) in one.path()
    other = Participant(plan_of(SAMPLE))
    other.do("consented", "2025-01-06")
    other.done("Instance_SCREEN", "2025-01-08")
    assert not [each for each in other.effects if isinstance(each, AskDecision)]
    other.done("Instance_BASELINE", "2025-02-01")
    (asked,) = (each for each in other.effects if isinstance(each, AskDecision))
    assert asked.role is Role.INVESTIGATOR
    assert [way.id for way in asked.ways] == ["Assignment_ELIGIBLE_NO", "otherwise"] or len(asked.ways) == 2


def test_each_cycle_begins_when_the_last_has_come_to_its_decision() -> None:
    one = Participant(plan_of(SAMPLE))
    one.do("consented", "2025-01-06")
    one.answered("Instance_ELIGIBLE", "otherwise", "2025-02-01")
    one.do("anchor happened", "2025-02-03")
    again = one.plan.main.by_key["Instance_DOSING"].ways[0].id
    one.answered("Instance_DOSING", again, "2025-02-24")
    assert one.planned("Instance_C_D1", 2) == dt.date(2025, 2, 24)
    assert one.planned("Instance_C_D8", 2) == dt.date(2025, 3, 3)
    one.done("Instance_C_D1", "2025-02-26", pass_=2)
    assert one.planned("Instance_C_D8", 2) == dt.date(2025, 3, 5)
    assert one.planned("Instance_C_D8", 1) == dt.date(2025, 2, 10)
    one.answered("Instance_DOSING", "otherwise", "2025-03-20", pass_=2)
    # Thirty days after the first day of the last cycle, not of the first.
    assert one.planned("Instance_SAFETY_FU") == dt.date(2025, 2, 26) + 30 * DAY


def test_a_limit_closes_the_way_back() -> None:
    made = compiled(
        timeline(
            [visit("a", "d"), decision("d", "end", again="a"), visit("end")],
            [anchor("a"), timing("d", "After", "P7D", "a")],
        )
    )
    assert made.plan is not None
    main = made.plan.main
    ways = tuple(replace(way, at_most=2) if way.back else way for way in main.by_key["d"].ways)
    instances = tuple(replace(each, ways=ways) if each.key == "d" else each for each in main.instances)
    one = Participant(replace(made.plan, timelines=(replace(main, instances=instances),)))
    one.do("consented", "2025-01-01")
    one.answered("d", "d_again", "2025-01-08")
    assert one.path() == [("a", 1), ("a", 2), ("end", 1)]


def test_skipped_and_undecided_visits_in_the_whole_calendar() -> None:
    main = timeline(
        [visit("a", "d"), decision("d", "b", skip="c"), visit("b", "c"), visit("c")],
        [anchor("a"), timing("b", "After", "P7D", "a"), timing("c", "After", "P14D", "a")],
    )
    one = Participant(plan_from(main))
    one.do("consented", "2025-01-01")
    one.do("anchor happened", "2025-01-07")
    whole = one.course(whole=True).occurrences
    assert [(e.instance.key, e.status.value, e.possible) for e in whole[1:]] == [
        ("b", "upcoming", True),
        ("c", "upcoming", True),
    ]
    one.answered("d", "d_skip", "2025-01-07")
    whole = one.course(whole=True).occurrences
    assert [(e.instance.key, e.status.value) for e in whole[1:]] == [
        ("b", "not applicable"),
        ("c", "upcoming"),
    ]
    one.done("b", "2025-01-14")
    assert one.deviations() == ["b done on Study Day 8, though the participant's path does not lead to it"]


def test_until_a_visit_has_taken_place_what_hangs_on_it_lies_between_two_days() -> None:
    main = timeline(
        [visit("a", "b"), visit("b", "c"), visit("c")],
        [
            anchor("a"),
            timing("b", "After", "P7D", "a", ("P2D", "P3D")),
            timing("c", "After", "P7D", "b"),
        ],
    )
    one = Participant(plan_from(main))
    one.do("consented", "2025-01-01")
    one.do("anchor happened", "2025-01-07")
    last = one.course(whole=True).at["main", "c", 1]
    assert (last.earliest, last.latest) == (dt.date(2025, 1, 19), dt.date(2025, 1, 24))
    one.done("b", "2025-01-15")
    last = one.course(whole=True).at["main", "c", 1]
    assert (last.earliest, last.latest) == (None, None)
    assert last.dated is not None
    assert last.dated.date == dt.date(2025, 1, 22)


def test_a_day_later_than_the_last_record_can_be_asked_for(somebody: Participant) -> None:
    from study.interpreter.advance import course

    somebody.do("anchor happened", "2025-01-07")
    later = course(somebody.plan, somebody.state, on=read_when("2025-02-01"))
    assert later.at["main", "day 8", 1].status.value == "overdue"
    assert somebody.status("day 8") == "upcoming"


def test_behind_an_anchor_that_was_declared_not_done_visits_come_in_turn() -> None:
    """Dosing never took place: nothing counts from it any more, and nobody waits for ever."""
    main = timeline(
        [
            visit("screening", "dose"),
            visit("dose", "check"),
            visit("check", "d"),
            decision("d", "end"),
            visit("end"),
        ],
        [
            anchor("dose"),
            timing("screening", "Before", "P7D", "dose"),
            timing("check", "After", "P7D", "dose"),
        ],
    )
    main["instances"][3]["conditionAssignments"] = [
        {"id": "on", "condition": "goes on", "conditionTargetId": "check"}
    ]
    one = Participant(plan_from(main))
    one.do("consented", "2025-03-01")
    one.done("screening", "2025-03-01")
    assert one.status("check") == "upcoming"
    one.do("visit not done", "2025-03-08", instance="dose", reason="not eligible")
    assert one.status("check") == "due"
    assert not one.course().decisions[0].asked
    one.do("visit not done", "2025-03-08", instance="check", reason="not dosed")
    assert one.course().decisions[0].asked
    one.answered("d", "otherwise", "2025-03-08")
    one.done("end", "2025-03-09")
    assert one.course().complete


def test_a_window_in_days_opens_by_the_day_though_the_hour_is_planned() -> None:
    visits = [visit("dose", "leave"), visit("leave")]
    times = [anchor("dose"), timing("leave", "After", "PT15M", "dose", ("P1D", "P2D"))]
    one = Participant(plan_from(timeline(visits, times)))
    one.do("consented", "2025-03-04")
    one.do("anchor happened", "2025-03-06T02:30")
    assert one.status("leave") == "due", "its window opened the day before"
    timers = [each.date for each in one.effects if isinstance(each, SetTimer)]
    assert timers[-1] == dt.date(2025, 3, 9)
    one.on("2025-03-09")
    assert one.status("leave") == "overdue"


def test_what_is_recorded_ahead_of_its_time_counts_from_the_pass_it_comes_behind() -> None:
    """A visit behind a loop, recorded before the loop was gone round, counts from the last pass all the same."""
    instances = [
        visit("day 1", "call"),
        visit("call", "again?"),
        decision("again?", "end", again="call"),
        visit("end"),
    ]
    times = [
        anchor("day 1"),
        timing("call", "After", "P7D", "day 1"),
        timing("again?", "After", "P7D", "call"),
        timing("end", "After", "P1D", "again?"),
    ]
    records: list[tuple[str, str, dict[str, Any]]] = [
        ("visit done", "2025-03-17", {"instance": "call", "id": "c1"}),
        ("decision answered", "2025-03-17", {"instance": "again?", "answer": "again?_again", "id": "d1"}),
        (
            "decision answered",
            "2025-03-24",
            {"instance": "again?", "answer": "otherwise", "pass": 2, "id": "d2"},
        ),
        ("activity done", "2025-03-20", {"instance": "end", "activity": "a", "id": "x"}),
    ]
    instances[-1]["activityIds"] = ["a", "b"]
    plan = plan_from(timeline(instances, times), activities=[{"id": "a"}, {"id": "b"}])
    seen = set()
    for order in itertools.permutations(records):
        one = Participant(plan)
        one.do("consented", "2025-03-01")
        one.do("anchor happened", "2025-03-10")
        for type_, on, fields in order:
            one.do(type_, on, **fields)
        seen.add(str(one.planned("end")))
    assert seen == {"2025-04-01"}, "a day after the second pass's decision, of 31 March"


def test_stopping_the_intervention_leaves_follow_up() -> None:
    visits = [visit("dose", "treated"), visit("treated", "follow up"), visit("follow up")]
    for each, epoch in zip(visits, ("t", "t", "f"), strict=True):
        each["epochId"] = epoch
    main = timeline(
        visits,
        [
            anchor("dose"),
            timing("treated", "After", "P7D", "dose"),
            timing("follow up", "After", "P30D", "dose"),
        ],
    )
    epochs = [
        {"id": "t", "name": "T", "type": {"code": "C101526", "decode": "Treatment Epoch"}},
        {"id": "f", "name": "F", "type": {"code": "C202578", "decode": "Follow-Up Epoch"}},
    ]
    one = Participant(plan_from(main, epochs=epochs))
    one.do("consented", "2025-01-01")
    one.do("anchor happened", "2025-01-07")
    one.do("intervention stopped", "2025-01-10", reason="rash")
    assert one.status("treated") == "not required"
    assert one.status("follow up") == "upcoming"


def test_where_a_run_begins_with_nothing_to_do_its_start_is_enough_to_come_to_its_end() -> None:
    event = timeline(
        [visit("onset", "check"), visit("check")],
        [anchor("onset"), timing("check", "After", "P3D", "onset", ("P1D", "P1D"))],
        main=False,
        identity="event",
    )
    profile = timeline(
        [visit("begins", "sample"), visit("sample")],
        [anchor("begins"), timing("sample", "After", "PT1H", "begins", ("PT5M", "PT5M"))],
        main=False,
        identity="profile",
    )
    main = timeline([visit("dose", activities=("blood",))], [anchor("dose")], identity="main")
    one = Participant(plan_from(main, event, profile, carried={"blood": "profile"}))
    one.do("consented", "2025-01-01")
    one.done("dose", "2025-01-02T08:00")
    inside = "main/dose#1/profile@blood"
    one.done("sample", "2025-01-02T09:10", run=inside)
    one.do("side timeline started", "2025-01-18", timeline="event", name="1")
    assert one.status("begins", run=inside) == "done"
    assert not one.course().complete
    one.done("check", "2025-01-21", run="side:event:1")
    assert one.status("onset", run="side:event:1") == "done"
    assert one.course().complete
    assert one.deviations() == [
        "sample done on 2025-01-02 at 09:10, 5 minutes after its window, 08:55 to 09:05"
    ]


def test_what_is_done_before_consent_at_a_start_with_nothing_to_do_is_told_once() -> None:
    """The start is none of what was done."""
    event = timeline(
        [visit("onset", "check"), visit("check")],
        [anchor("onset"), timing("check", "After", "P3D", "onset")],
        main=False,
        identity="event",
    )
    one = Participant(plan_from(timeline([visit("dose")], [anchor("dose")], identity="main"), event))
    one.do("consented", "2025-01-20")
    one.do("side timeline started", "2025-01-10", timeline="event", name="1")
    one.done("check", "2025-01-13", run="side:event:1")
    assert one.deviations() == ["check done on 2025-01-13, before consent on 2025-01-20"]
