"""Laws of the interpreter, over the shared studies, the sample and generated schedules."""

from __future__ import annotations

import datetime as dt
import random
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from study.dating import SiteCalendar
from study.interpreter.advance import advance, course
from study.interpreter.course import Course
from study.interpreter.effects import (
    AskDecision,
    ClearTimer,
    CloseQuery,
    CloseTask,
    Complete,
    Effect,
    OpenTask,
    ProposeDeviation,
    RaiseQuery,
    Refused,
    Reopen,
    SetTimer,
    WithdrawDeviation,
    effect_to_json,
)
from study.interpreter.state import State, new_state, read_state, state_text
from study.plan.plan import Plan, read_plan
from tests.shared import SHARED_STUDIES
from tests.study.interpreter.generated import events, schedules
from tests.study.interpreter.participants import Participant, compiled, plan_of
from tests.study.studies import SAMPLE, there

BERLIN = SiteCalendar(ZoneInfo("Europe/Berlin"))
STUDIES = there(*SHARED_STUDIES, SAMPLE)
_OPENS = (OpenTask, AskDecision, SetTimer, ProposeDeviation, RaiseQuery, Complete)
_CLOSES = (CloseTask, ClearTimer, WithdrawDeviation, CloseQuery, Reopen)
SOME = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def played(plan: Plan, script: list[dict[str, Any]]) -> tuple[State, list[Effect]]:
    state = new_state(plan)
    effects: list[Effect] = []
    for event in script:
        before = state
        state, asked = advance(plan, state, event, BERLIN)
        if any(isinstance(each, Refused) for each in asked):
            assert state == before
            assert len(asked) == 1
        effects += asked
    return state, effects


def plan_of_schedule(schedule: list[Any]) -> Plan:
    made = compiled(
        *schedule,
        carried={"carrier": "sub"},
    )
    assume(made.plan is not None)
    assert made.plan is not None
    return made.plan


@st.composite
def scripts(draw: st.DrawFn) -> tuple[Plan, list[dict[str, Any]]]:
    """A plan and what is recorded of somebody on it."""
    if STUDIES and draw(st.integers(0, 3)) == 0:
        plan = plan_of(draw(st.sampled_from(STUDIES)))
    else:
        plan = plan_of_schedule(draw(schedules()))
    return plan, [draw(events(plan, number)) for number in range(draw(st.integers(1, 12)))]


@SOME
@given(scripts())
def test_replay_gives_the_same_and_keys_are_issued_once(script: tuple[Plan, list[dict[str, Any]]]) -> None:
    plan, recorded = script
    state, effects = played(plan, recorded)
    again, others = played(read_plan(plan.canonical), recorded)
    assert (state, effects) == (again, others)
    assert read_state(state_text(state)) == state
    keys = [each.key for each in effects if not isinstance(each, Refused)]
    assert len(keys) == len(set(keys))
    for effect in effects:
        assert effect_to_json(effect, plan)["key"] == effect.key


@SOME
@given(scripts())
def test_what_is_remembered_between_events_changes_nothing(
    script: tuple[Plan, list[dict[str, Any]]],
) -> None:
    plan, recorded = script
    state = new_state(plan)
    for event in recorded:
        forgetful = replace(state, trace=None)
        again = advance(plan, forgetful, event, BERLIN)
        state, effects = advance(plan, state, event, BERLIN)
        assert (state, effects) == again
        assert told(course(plan, state, BERLIN)) == told(course(plan, replace(state, trace=None), BERLIN))


@SOME
@given(scripts())
def test_what_is_opened_is_closed_or_still_open(script: tuple[Plan, list[dict[str, Any]]]) -> None:
    plan, recorded = script
    state, effects = played(plan, recorded)
    open_: set[str] = set()
    for effect in effects:
        if isinstance(effect, _OPENS):
            assert effect.subject not in open_
            open_.add(effect.subject)
        elif isinstance(effect, _CLOSES):
            open_.remove(effect.subject)
    assert open_ == set(state.open)


@SOME
@given(scripts(), st.randoms(use_true_random=False))
def test_the_order_of_recording_does_not_change_what_is_true(
    script: tuple[Plan, list[dict[str, Any]]], shuffle: random.Random
) -> None:
    plan, recorded = script
    state, _ = played(plan, recorded)
    other = list(recorded)
    shuffle.shuffle(other)
    again, _ = played(plan, other)
    assert told(course(plan, state, BERLIN)) == told(course(plan, again, BERLIN))
    assert state.open == again.open


def told(of: Course) -> list[object]:
    return [
        of.now,
        of.consent,
        of.ended,
        of.stopped,
        of.complete,
        of.next_change,
        of.occurrences,
        of.decisions,
        of.unscheduled,
        sorted(of.queries, key=repr),
    ]


def steps_to_the_end(plan: Plan, timeline: str) -> dict[str, int]:
    """How many steps each instance is from an end of its timeline."""
    far = {"": 0}
    for _ in plan.by_id[timeline].instances:
        for each in plan.by_id[timeline].instances:
            known = [far[way.target] for way in each.ways if way.target in far]
            if known or not each.ways:
                far[each.key] = 1 + min(known, default=0)
    return far


def brought_to_the_end(somebody: Participant, most: int = 200) -> int:
    """Does what is asked for until the course is complete; the number of steps."""
    for step in range(most):
        now = somebody.course()
        if now.complete:
            return step
        asked = next((each for each in now.decisions if each.asked), None)
        task = next((e for e in now.occurrences if e.status.value in ("due", "overdue") and e.on_path), None)
        assert now.now is not None
        if asked is not None:
            far = steps_to_the_end(somebody.plan, asked.timeline)
            out = min(asked.ways, key=lambda way: (far.get(way.target, 10_000), way.id))
            way = asked.ways[0] if asked.pass_ == 1 else out
            fields = {"run": asked.run, "instance": asked.instance.key, "pass_": asked.pass_}
            effects = somebody.do("decision answered", now.now.date, answer=way.id, id=f"s{step}", **fields)
        elif task is not None:
            fields = {"run": task.run, "instance": task.instance.key, "pass_": task.pass_}
            effects = somebody.do("visit done", now.now.date, id=f"s{step}", **fields)
        else:
            assert now.next_change is not None, "nothing is open, and nothing will be"
            effects = somebody.do("timer fired", now.next_change[0])
        assert not any(isinstance(each, Refused) for each in effects)
    raise AssertionError("it does not end")


@SOME
@given(schedules())
def test_whoever_does_what_is_asked_comes_to_the_end(schedule: list[Any]) -> None:
    somebody = Participant(plan_of_schedule(schedule), BERLIN)
    somebody.do("consented", dt.date(2024, 2, 1))
    assert brought_to_the_end(somebody) > 0
    assert any(isinstance(each, Complete) for each in somebody.effects)


@pytest.mark.parametrize("study", STUDIES)
def test_every_study_runs_to_its_end(study: str) -> None:
    somebody = Participant(plan_of(study), BERLIN)
    somebody.do("consented", dt.date(2025, 1, 7))
    assert brought_to_the_end(somebody) > 3
    assert somebody.deviations() == []


@settings(SOME, max_examples=200)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=2)
            | st.dictionaries(
                st.sampled_from(
                    _FIELDS := (
                        "format",
                        "type",
                        "occurred",
                        "recorded",
                        "instance",
                        "pass",
                        "run",
                        "instead",
                        "value",
                        "to",
                    )
                ),
                inner,
                max_size=6,
            )
        ),
        max_leaves=8,
    ),
    st.sampled_from(("consented", "visit done", "corrected", "side timeline started", "")),
)
def test_no_event_however_odd_raises(odd: Any, type_: str) -> None:
    plan = compiled({"id": "t", "mainTimeline": True, "instances": [{"id": "a"}]}).plan
    assert plan is not None
    event = {"type": type_, "occurred": "2025-01-01", **(odd if isinstance(odd, dict) else {"value": odd})}
    state, effects = advance(plan, new_state(plan), event)
    assert state.sequence == 1 or isinstance(effects[0], Refused)
