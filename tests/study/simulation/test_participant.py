"""One simulated participant: comes as assumed, stops as assumed, and always ends."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.annexe import Annexe
from study.dating import Moment
from study.document import Document
from study.interpreter.advance import advance
from study.interpreter.deviations import deviations_of
from study.interpreter.rules import NO_RULES, Asked
from study.interpreter.state import new_state
from study.json_types import JsonObject
from study.plan.compile import compile_plan
from study.rules.deciding import PLAN_RULES
from study.rules.place import rule_address
from study.rules.suggest import suggested
from study.rules.vocabulary import vocabulary
from study.rules.writing import rule_to_json
from study.simulation.group import assumed, enrolment, group
from study.simulation.outcomes import AS_PLANNED, Compliance, Discontinuation, Measured, Outcomes
from study.simulation.participant import End, Simulated
from tests.study.interpreter.generated import schedules
from tests.study.interpreter.participants import compiled, plan_of
from tests.study.simulation.groups import START, WORKDAYS, cycles, done, figures_of, simulated_group, weekly
from tests.study.studies import EVERY_STUDY, SAMPLE, study_bytes

DAY = dt.timedelta(days=1)


def test_with_nothing_assumed_everybody_comes_on_the_planned_day_to_the_end() -> None:
    (one,) = simulated_group(weekly())
    assert one.end is End.COMPLETED
    dose = START + 7 * DAY
    assert done(one) == {
        "screening": START,
        "dose": dose,
        **{f"w{week}": dose + week * 7 * DAY for week in (1, 2, 3, 4)},
    }
    assert one.last == dose + 28 * DAY
    assert not deviations_of(one.course)


def test_a_course_is_nothing_but_its_events_played_by_the_interpreter() -> None:
    outcomes = Outcomes(
        visits=Compliance(0.1, ((-2, 1.0), (0, 2.0), (3, 1.0))), discontinuation=Discontinuation(0.1)
    )
    for one in simulated_group(weekly(), outcomes, 10):
        state = new_state(weekly())
        for event in one.state.facts:
            state, _ = advance(weekly(), state, event, rules=PLAN_RULES)
        assert state == one.state


def test_who_comes_off_the_day_is_out_of_the_window_where_that_is_narrower() -> None:
    two_late = Outcomes(visits=Compliance(days_off=((2, 1.0),)))
    (one,) = simulated_group(weekly(), two_late)
    dose = START + 7 * DAY
    assert done(one)["dose"] == dose  # what counts from it would have nothing to be late for
    assert done(one)["w1"] == dose + 9 * DAY
    assert [each.out.days for each in deviations_of(one.course) if each.out] == [1, 1, 1, 1]


@pytest.mark.parametrize(
    ("compliance", "statuses"),
    [
        (Compliance(missed=1.0), {"not done"}),
        (Compliance(in_its_window=1.0), {"done in window"}),
        (Compliance(before_its_window=1.0, farthest_days=2), {"done early"}),
        (Compliance(after_its_window=1.0, farthest_days=2), {"done after window"}),
    ],
)
def test_chances_are_kept_to(compliance: Compliance, statuses: set[str]) -> None:
    for one in simulated_group(weekly(), Outcomes(visits=compliance), 5):
        weeks = [each for each in one.course.occurrences if each.instance.key.startswith("w")]
        assert {each.status.value for each in weeks} == statuses


def test_in_the_window_but_not_on_the_planned_day_is_any_day_of_it() -> None:
    everybody = simulated_group(weekly(), Outcomes(visits=Compliance(in_its_window=1.0)), 40)
    offs = {
        (each.actual.date - each.dated.date).days
        for one in everybody
        for each in one.course.occurrences
        if each.instance.key == "w2" and each.actual and each.dated
    }
    assert offs == {-1, 0, 1}


def test_one_visit_may_have_chances_of_its_own() -> None:
    outcomes = Outcomes(by_visit={"W2": Compliance(missed=1.0)})
    (one,) = simulated_group(weekly(), outcomes)
    assert [key for key, day in done(one).items() if day is None] == ["w2"]


def test_nobody_comes_when_the_site_is_closed() -> None:
    outcomes = Outcomes(per_month=5.0, visits=Compliance(days_off=((-2, 1.0), (0, 3.0), (1, 2.0))))
    days = [
        day
        for one in simulated_group(weekly(), outcomes, 15, site=WORKDAYS)
        for day in done(one).values()
        if day is not None
    ]
    assert len(days) > 80
    assert all(day.weekday() < 5 for day in days)


def test_an_anchor_on_a_weekend_is_booked_for_the_next_working_day() -> None:
    holiday = START + 7 * DAY
    site = replace(WORKDAYS, holiday=lambda day: "Holiday" if day == holiday else "")
    (one,) = simulated_group(weekly(), site=site)
    assert done(one)["dose"] == holiday + DAY
    assert done(one)["w1"] == holiday + 8 * DAY


def test_screening_fails_before_the_anchor() -> None:
    (one,) = simulated_group(weekly(), Outcomes(screen_failure=1.0))
    assert one.end is End.SCREEN_FAILED
    assert {key: day for key, day in done(one).items() if day} == {"screening": START}
    assert not deviations_of(one.course)


@pytest.mark.parametrize("how", ["consent withdrawn", "lost to follow-up", "died"])
def test_who_stops_does_nothing_more(how: str) -> None:
    outcomes = Outcomes(discontinuation=Discontinuation(per_month=0.9, how=((how, 1.0),)))
    stopped = [one for one in simulated_group(weekly(), outcomes, 20) if one.end is End.STOPPED]
    assert len(stopped) > 10
    for one in stopped:
        assert one.how == how
        assert one.course.ended is not None
        assert all(day <= one.course.ended.date for day in done(one).values() if day)
        assert not any(each.status.is_open for each in one.course.occurrences)


def test_who_stops_after_a_visit_stops_behind_it() -> None:
    outcomes = Outcomes(discontinuation=Discontinuation(per_visit=1.0))
    (one,) = simulated_group(weekly(), outcomes)
    assert one.end is End.STOPPED
    assert [key for key, day in done(one).items() if day] == ["screening"]


def test_a_side_timeline_that_ends_the_main_one_is_gone_through_when_somebody_stops_by_it() -> None:
    plan = plan_of(SAMPLE)
    outcomes = Outcomes(discontinuation=Discontinuation(per_month=0.9, how=(("early termination", 1.0),)))
    stopped = [one for one in simulated_group(plan, outcomes, 8) if one.how == "Early termination"]
    assert stopped
    for one in stopped:
        beside = [each for each in one.course.occurrences if each.run.startswith("side:")]
        assert beside
        assert all(each.actual is not None for each in beside)
        assert not any(each.status.is_open for each in one.course.occurrences)


def _passes(one: Simulated) -> int:
    return max(each.pass_ for each in one.course.occurrences)


def test_decisions_are_drawn_by_their_weights_pass_by_pass() -> None:
    twice = Outcomes(decisions={"again": ((("on", 1.0),), (("on", 1.0),), (("otherwise", 1.0),))})
    assert {_passes(one) for one in simulated_group(cycles(), twice, 5)} == {3}
    seldom = Outcomes(decisions={"again": ((("on", 1.0), ("last", 9.0)),)})
    everybody = simulated_group(cycles(), seldom, 200)
    again = sum(_passes(one) - 1 for one in everybody)
    assert 0.05 < again / (again + len(everybody)) < 0.16


def test_a_loop_that_is_always_gone_round_ends_at_the_limit() -> None:
    forever = Outcomes(decisions={"again": ((("on", 1.0),),)}, most_passes=7)
    (one,) = simulated_group(cycles(), forever)
    assert _passes(one) == 7
    assert one.end is End.COMPLETED
    assert one.limited
    assert figures_of(cycles(), [one]).limited == 1


class _Always:
    """A rule that always goes on with the loop."""

    def way(self, asked: Asked) -> str | None:
        return asked.ways[0].id


def test_a_loop_that_a_rule_never_leaves_is_cut_short() -> None:
    main = cycles().main
    ruled = [
        replace(each, ways=tuple(replace(way, rule="{}") for way in each.ways)) for each in main.instances
    ]
    plan = replace(cycles(), timelines=(replace(main, instances=tuple(ruled)),))
    (one,) = group(assumed(plan, Outcomes(most_passes=5), rules=_Always()), [START], 1)
    assert one.end is End.CUT_SHORT
    assert one.limited
    assert _passes(one) == 6  # the limit's next is open, and stays so
    assert any(each.status.is_open for each in one.course.occurrences)


class _Waits:
    """A rule that is put off for ten days, then leaves the loop; and texts that always hold."""

    def way(self, asked: Asked) -> str | None:
        return "otherwise" if self._is_time(asked) else None

    def again_on(self, asked: Asked) -> Moment | None:
        return None if self._is_time(asked) or asked.date is None else Moment(asked.date.date + 10 * DAY)

    def waits(self, asked: Asked) -> bool:
        return not self._is_time(asked)

    def holds(self, rule: str, asked: Asked) -> bool | None:
        return rule == "holds"

    def _is_time(self, asked: Asked) -> bool:
        return bool(asked.now and asked.date and asked.now.date >= asked.date.date + 10 * DAY)


def test_time_goes_on_while_a_rule_waits() -> None:
    main = cycles().main
    ruled = [
        replace(each, ways=tuple(replace(way, rule="{}") for way in each.ways)) for each in main.instances
    ]
    plan = replace(cycles(), timelines=(replace(main, instances=tuple(ruled)),))
    (one,) = group(assumed(plan, AS_PLANNED, rules=_Waits()), [START], 1)
    assert one.end is End.COMPLETED
    assert one.state.clock is not None
    assert one.state.clock.date == START + 31 * DAY
    (decided,) = one.course.decisions
    assert (decided.taken, decided.by_rule) == ("otherwise", True)


def test_a_side_timeline_whose_entry_rule_holds_is_started_once() -> None:
    sample = plan_of(SAMPLE)
    timelines = [
        replace(each, entry_rule="holds") if each.title == "Unscheduled visit" else each
        for each in sample.timelines
    ]
    plan = replace(sample, timelines=tuple(timelines))
    (one,) = group(assumed(plan, AS_PLANNED, rules=_Waits()), [START], 1)
    (run,) = [run for run in one.course.runs if run.startswith("side:")]
    beside = [each for each in one.course.occurrences if each.run == run]
    assert beside
    assert all(each.actual is not None for each in beside)
    assert one.end is End.COMPLETED


def test_a_rule_decides_before_chance() -> None:

    document = Document.from_bytes(study_bytes("alexion-nct04573309-v4"))
    found = suggested("Day = -6", vocabulary(document, document.designs()[0]))
    assert found is not None
    way = "ConditionAssignment_1"
    rule = {"id": rule_address(way), "conditionAssignmentId": way, "rule": rule_to_json(found.rule)}

    annexe = Annexe.from_bytes(json.dumps({**Annexe.empty().root, "rules": [rule]}).encode())
    plan = compile_plan(document, annexe=annexe).plan
    assert plan is not None
    for one in simulated_group(plan, AS_PLANNED, 3):
        days = [
            each.dated.date
            for each in one.course.occurrences
            if each.instance.key == "ScheduledActivityInstance_20" and each.dated
        ]
        assert len(days) == 2  # Day -6 and Day -5
        assert not deviations_of(one.course)


def test_values_are_recorded_where_they_are_asked_for() -> None:
    outcomes = Outcomes(
        observations=(
            Measured(name="sex", one_of=(("female", 1.0), ("male", 1.0))),
            Measured(activity="blood", unit="g/L", between=(100.0, 150.0), decimals=0),
        )
    )
    (one,) = simulated_group(weekly(), outcomes)
    told = [event for event in one.state.facts if event.type.value == "observation recorded"]
    assert [each.name for each in told] == ["sex", "", "", "", ""]
    assert told[0].value in ("female", "male")
    for each in told[1:]:
        assert each.activity == "blood"
        assert isinstance(each.value, float)
        assert 100 <= each.value <= 150


@pytest.mark.parametrize("study", EVERY_STUDY)
def test_everybody_comes_to_an_end_in_every_study(study: str) -> None:
    outcomes = Outcomes(
        per_month=4.0,
        screen_failure=0.2,
        discontinuation=Discontinuation(
            0.05, 0.01, (("consent withdrawn", 1.0), ("intervention stopped", 1.0))
        ),
        visits=Compliance(0.05, ((-3, 1.0), (0, 5.0), (4, 1.0))),
    )
    for one in simulated_group(plan_of(study), outcomes, 4, site=WORKDAYS):
        assert one.end in (End.COMPLETED, End.STOPPED, End.SCREEN_FAILED)
        assert not any(each.status.is_open and each.on_path for each in one.course.occurrences)
        assert one.course.consent == one.consented


@settings(max_examples=25, deadline=None)
@given(schedules(), st.integers(0, 5))
def test_any_schedule_ends(raw: list[JsonObject], seed: int) -> None:
    plan = compiled(*raw, carried={"carrier": "sub"}).plan
    if plan is None:
        return
    outcomes = Outcomes(
        visits=Compliance(0.2, ((-9, 1.0), (0, 2.0), (30, 1.0))),
        discontinuation=Discontinuation(0.1, 0.05),
        most_passes=3,
    )
    for one in simulated_group(plan, outcomes, 2, seed, WORKDAYS):
        assert one.state.sequence < 500
        assert one.end is not None
        if one.end is End.COMPLETED:
            assert one.course.complete
            assert not any(each.status.is_open and each.on_path for each in one.course.occurrences)


def test_a_decision_without_any_rule_still_asks_chance() -> None:
    held = assumed(cycles(), AS_PLANNED, rules=NO_RULES)
    ends = {one.end for one in group(held, enrolment(10, None, START, 3), 3)}
    assert ends == {End.COMPLETED}
