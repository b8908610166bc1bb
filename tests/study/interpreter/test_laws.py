"""Laws of the interpreter, over the shared studies, the sample and generated schedules."""

from __future__ import annotations

import datetime as dt
import json
import random
from dataclasses import replace
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from study.dating import SiteCalendar
from study.interpreter.advance import advance, course
from study.interpreter.course import Course, Occurrence
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
from study.interpreter.migrate import change_text, migrate
from study.interpreter.state import State, new_state, read_state, state_text
from study.interpreter.when import When, read_when
from study.plan.compile import compile_timeline
from study.plan.plan import Plan, read_plan
from study.rules.deciding import PLAN_RULES
from tests.shared import SHARED_STUDIES
from tests.study.building import anchor, design, timeline, timing, visit
from tests.study.interpreter.generated import FIRST, events, schedules
from tests.study.interpreter.lives import life, ruled, with_judged_visits
from tests.study.interpreter.participants import Participant, compiled, plan_of
from tests.study.studies import SAMPLE, there

BERLIN = SiteCalendar(ZoneInfo("Europe/Berlin"))
STUDIES = there(*SHARED_STUDIES, SAMPLE)
_FIELDS = (
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
    "id",
    "activity",
    "answer",
    "timeline",
    "target",
    "reason",
    "stays",
    "plan",
    "name",
    "unit",
)
_OPENS = (OpenTask, AskDecision, SetTimer, ProposeDeviation, RaiseQuery, Complete)
_CLOSES = (CloseTask, ClearTimer, WithdrawDeviation, CloseQuery, Reopen)
SOME = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


_DAYS = [visit(f"v{n}", f"v{n + 1}" if n < 4 else None, activities=("a", "b")) for n in range(5)]
_TIMES = [timing(f"v{n}", "After", f"P{n}D", "v1", ("P1D", "P1D")) for n in (2, 3, 4)]
DAILY = [timeline(_DAYS, [anchor("v1"), *_TIMES])]


_SPOILT = st.sampled_from(
    (
        "2025-02-29",
        "2025-13-01",
        "2025-01-31T25:00",
        "2025-01-31T10:00+24:00",
        "31.01.2025",
        "2025-1-3",
        "0000-00-00",
        "9999-12-31T23:59-12:00",
        "\ud800",
        "main/",
        "side::",
        "main:1",
        "main/i0#1/sub@carrier/p0#1/sub",
        "e0",
    )
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
    return replace(made.plan, treatments=("plain",))


@st.composite
def scripts(draw: st.DrawFn) -> tuple[Plan, list[dict[str, Any]]]:
    """A plan and what is recorded of somebody on it: mostly what is asked for, with odd things in between."""
    if STUDIES and draw(st.integers(0, 3)) == 0:
        plan = plan_of(draw(st.sampled_from(STUDIES)))
    else:
        plan = plan_of_schedule(draw(schedules()))
    odd = [draw(events(plan, number)) for number in range(100, 100 + draw(st.integers(0, 8)))]
    lived = life(plan, random.Random(draw(st.integers(0, 10_000))), BERLIN, most=draw(st.integers(0, 14)))
    return plan, [*lived, *odd] if draw(st.booleans()) else [*odd, *lived]


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


@settings(SOME, max_examples=20)
@given(schedules() | st.just(DAILY), st.integers(0, 10_000))
def test_what_is_remembered_changes_nothing_where_rules_judge_visits(schedule: list[Any], seed: int) -> None:
    chance = random.Random(seed)
    plan = with_judged_visits(plan_of_schedule(schedule), chance)
    assume(plan.judges_visits)
    state = new_state(plan)
    for event in life(plan, chance, BERLIN, PLAN_RULES, most=12):
        fresh = read_plan(plan.canonical)  # which remembers nothing of what its rules came to
        again = advance(fresh, replace(state, trace=None), event, BERLIN, PLAN_RULES)
        state, effects = advance(plan, state, event, BERLIN, PLAN_RULES)
        assert (state, effects) == again


@settings(SOME, max_examples=10)
@given(schedules(), st.integers(0, 10_000))
def test_the_same_laws_hold_where_rules_decide(schedule: list[Any], seed: int) -> None:
    chance = random.Random(seed)
    of = design(*schedule, carried={"carrier": "sub"})
    ways = [way["id"] for each in schedule[0]["instances"] for way in each.get("conditionAssignments", ())]
    plan = compile_timeline(of.timelines[0], of, ruled(ways, chance)).plan
    assume(plan is not None)
    assert plan is not None
    recorded = life(plan, chance, BERLIN, PLAN_RULES, most=12)
    keys: set[str] = set()
    state = new_state(plan)
    for event in recorded:
        again = advance(plan, replace(state, trace=None), event, BERLIN, PLAN_RULES)
        state, effects = advance(plan, state, event, BERLIN, PLAN_RULES)
        assert (state, effects) == again
        assert keys.isdisjoint(each.key for each in effects)
        keys |= {each.key for each in effects}
    chance.shuffle(recorded)
    other = new_state(plan)
    for event in recorded:
        other, _ = advance(plan, other, event, BERLIN, PLAN_RULES)
    true, also = (course(plan, each, BERLIN, PLAN_RULES) for each in (state, other))
    assert told(true) == told(also)
    assert state.open == other.open


@SOME
@given(scripts(), st.sampled_from((-720, -150, 0, 90, 845)))
def test_an_instant_is_the_same_wherever_it_is_told(
    script: tuple[Plan, list[dict[str, Any]]], minutes: int
) -> None:
    """Somebody who travels, or a clock that changes: told with another distance from UTC, it is the same moment."""
    plan, recorded = script
    state, _ = played(plan, recorded)
    elsewhere = [_told_at(event, minutes) for event in recorded]
    again, _ = played(plan, elsewhere)
    true, also = course(plan, state, BERLIN), course(plan, again, BERLIN)
    assert [_dates(each) for each in true.occurrences] == [_dates(each) for each in also.occurrences]
    assert [(e.place, e.taken, e.asked) for e in true.decisions] == [
        (e.place, e.taken, e.asked) for e in also.decisions
    ]


def _told_at(event: dict[str, Any], minutes: int) -> dict[str, Any]:
    """The same event, its instants told so many minutes east of UTC."""
    made = dict(event)
    for name in ("occurred", "recorded", "to"):
        when = read_when(event[name]) if name in event else None
        if when is None or when.time is None or when.offset is None:
            continue
        here = dt.datetime.combine(when.date, when.time, dt.timezone(dt.timedelta(minutes=when.offset)))
        there = here.astimezone(dt.timezone(dt.timedelta(minutes=minutes)))
        made[name] = str(When(there.date(), there.time(), minutes))
    if "instead" in event:
        made["instead"] = _told_at(event["instead"], minutes)
    return made


def _dates(each: Occurrence) -> tuple[object, ...]:
    return each.place, each.status, each.dated, each.actual, each.booked, each.out, each.missed


@SOME
@given(schedules(), schedules(), st.integers(0, 10_000), st.integers(0, 120))
def test_an_amendment_undoes_nothing(old: list[Any], new: list[Any], seed: int, after: int) -> None:
    """Whatever plan comes: what was done is done, on the same day and as it was judged; keys stay unique."""
    plan, other = plan_of_schedule(old), plan_of_schedule(new)
    assume(plan.hash != other.hash)
    state, effects = played(plan, life(plan, random.Random(seed), BERLIN, most=14))
    before = course(plan, state, BERLIN)
    day = FIRST + dt.timedelta(days=after)
    moved, amended = migrate(plan, other, state, When(day), BERLIN)
    assert (moved, amended) == migrate(plan, other, state, When(day), BERLIN), (
        "a dry run is what then happens"
    )
    assert state == played(plan, life(plan, random.Random(seed), BERLIN, most=14))[0]
    now = course(other, moved, BERLIN)
    for each in before.occurrences:
        if each.actual is None or each.place not in now.at:
            continue
        there = now.at[each.place]
        assert there.actual == each.actual or there.instance.activities != each.instance.activities
        if there.actual == each.actual and each.actual.date < day and each.on_path and not each.provisional:
            assert (there.status, there.out) == (each.status, each.out) or not there.on_path, (
                each,
                there,
                day,
            )
    told_of = {change.before.place for change in amended.changes if change.before is not None}
    for each in before.occurrences:
        if "/" not in each.run and (each.actual is not None or each.status.value == "not done"):
            assert each.place in told_of
    for change in amended.changes:
        assert change_text(change, other)
    assert read_state(state_text(moved)) == moved
    keys = [each.key for each in (*effects, *amended.effects) if not isinstance(each, Refused)]
    assert len(keys) == len(set(keys))
    assert {e.subject for e in amended.effects if isinstance(e, _OPENS)} <= set(moved.open)


@SOME
@given(scripts(), st.integers(0, 30), st.sampled_from(_FIELDS), st.data())
def test_a_valid_event_spoilt_is_taken_or_refused_and_never_half(
    script: tuple[Plan, list[dict[str, Any]]], at: int, field: str, data: st.DataObject
) -> None:
    plan, recorded = script
    place = at % len(recorded)
    state, _ = played(plan, recorded[:place])
    soup = st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=12) | _SPOILT,
        lambda inner: (
            st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(_FIELDS), inner, max_size=3)
        ),
        max_leaves=5,
    )
    event = recorded[place] | {field: data.draw(soup)}
    after, effects = advance(plan, state, event, BERLIN)
    if any(isinstance(each, Refused) for each in effects):
        (only,) = effects
        assert isinstance(only, Refused)
        assert only.reason
        assert after == state
    elif after != state:
        assert after.sequence == state.sequence + 1
        assert read_state(state_text(after)) == after
    for effect in effects:
        assert json.dumps(effect_to_json(effect, plan))


@given(
    st.text(max_size=30)
    | st.from_regex(r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(Z|[+-]\d{2}:\d{2})?)?", fullmatch=True)
)
@settings(SOME, max_examples=150)
def test_a_date_is_read_as_it_is_written_or_not_at_all(text: str) -> None:
    try:
        when = read_when(text)
    except ValueError:
        return
    assert read_when(str(when)) == when
    assert text.strip().startswith(when.date.isoformat())


def told(of: Course) -> list[object]:
    return [
        of.now,
        of.consent,
        of.lapses,
        of.ended,
        of.stopped,
        of.complete,
        of.next_change,
        of.occurrences,
        of.decisions,
        of.unscheduled,
        sorted(of.queries, key=repr),
        of.starts,
        of.ongoing,
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
            day, time = now.next_change
            effects = somebody.do("timer fired", f"{day}T{time}" if time is not None else day)
        assert not any(isinstance(each, Refused) for each in effects)
    raise AssertionError("it does not end")


@SOME
@given(schedules())
def test_whoever_does_what_is_asked_comes_to_the_end(schedule: list[Any]) -> None:
    somebody = Participant(plan_of_schedule(schedule), BERLIN)
    somebody.do("consented", dt.date(2024, 2, 1))
    assert brought_to_the_end(somebody) > 0
    assert any(isinstance(each, Complete) for each in somebody.effects)


@SOME
@given(scripts())
def test_from_wherever_somebody_has_come_it_goes_on_to_the_end(
    script: tuple[Plan, list[dict[str, Any]]],
) -> None:
    """No order of recording deadlocks: whoever consents then, and does what is asked, comes to the end."""
    plan, recorded = script
    somebody = Participant(plan, BERLIN)
    somebody.state, _ = played(plan, recorded)
    now = somebody.course().now
    somebody.do("consented", now.date if now is not None else FIRST, id="at last")
    brought_to_the_end(somebody, 400)
    assert somebody.course().complete


@pytest.mark.parametrize("study", STUDIES)
def test_every_study_runs_to_its_end(study: str) -> None:
    somebody = Participant(plan_of(study), BERLIN)
    somebody.do("consented", dt.date(2025, 1, 7))
    assert brought_to_the_end(somebody) > 3
    assert somebody.deviations() == []


@settings(SOME, max_examples=80)
@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=2)
            | st.dictionaries(
                st.sampled_from(_FIELDS),
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
