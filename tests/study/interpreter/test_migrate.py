"""An amendment moves a participant half-way through to another plan: what changes, and that nothing is undone."""

from __future__ import annotations

import datetime as dt

import pytest

from study.interpreter.advance import advance, course
from study.interpreter.deviations import deviations_of
from study.interpreter.migrate import ChangeKind, change_text, migrate
from study.interpreter.state import read_state, state_text
from study.interpreter.when import read_when
from study.interpreter.words import deviation_text
from study.plan.plan import Plan
from tests.study.building import anchor, timeline, timing, visit
from tests.study.interpreter.participants import Participant, plan_from

THREE_DAYS = ("P3D", "P3D")
WEEK_3_TOO_LATE = (
    "week 3: added, but would have been on 2025-01-28 (2025-01-25 to 2025-01-31), before the amendment came into "
    "force: not required"
)
CANCEL = "week 8: dropped, was planned for 2025-03-04 (2025-03-01 to 2025-03-07); cancel the appointment on 2025-03-07"
BOOK_ANEW = (
    "week 8: still 2025-03-04; its window is 2025-03-03 to 2025-03-05 now, was 2025-03-01 to 2025-03-07; "
    "booked for 2025-03-07, outside its window now: book it anew"
)


def plan(*weeks: int, leeway: str = "P3D") -> Plan:
    """Dosing, and visits so many weeks after it."""
    keys = ["dose", *(f"week {n}" for n in weeks)]
    visits = [visit(k, to, label=k) for k, to in zip(keys, [*keys[1:], None], strict=True)]
    timings = [timing(f"week {n}", "After", f"P{n}W", "dose", (leeway, leeway)) for n in weeks]
    return plan_from(timeline(visits, [anchor("dose"), *timings]))


@pytest.fixture
def halfway() -> Participant:
    """Somebody for whom weeks 2 and 4 are over, week 4 two days late, and week 6 was missed."""
    somebody = Participant(plan(2, 4, 6, 8, 12))
    somebody.do("consented", "2025-01-07")
    somebody.do("anchor happened", "2025-01-07")
    somebody.done("week 2", "2025-01-21")
    somebody.done("week 4", "2025-02-09")
    somebody.do("visit not done", "2025-02-20", instance="week 6", reason="ill")
    return somebody


def test_what_changes_for_a_participant(halfway: Participant) -> None:
    new = plan(2, 4, 8, 10, leeway="P1D")
    before = halfway.state
    state, amended = migrate(halfway.plan, new, before, read_when("2025-02-25"))
    assert [(each.kind.value, each.title) for each in amended.changes] == [
        ("already done", "dose"),
        ("already done", "week 2"),
        ("already done", "week 4"),
        ("already done", "week 6"),
        ("re-dated", "week 8"),
        ("added", "week 10"),
        ("dropped", "week 12"),
    ]
    (re_dated,) = amended.of_kind(ChangeKind.RE_DATED)
    assert re_dated.before is not None
    assert re_dated.after is not None
    assert re_dated.before.dated is not None
    assert re_dated.after.dated is not None
    assert re_dated.before.dated.last == dt.date(2025, 3, 7)
    assert re_dated.after.dated.last == dt.date(2025, 3, 5)
    assert [change_text(each, new) for each in amended.changes[4:]] == [
        "week 8: still 2025-03-04; its window is 2025-03-03 to 2025-03-05 now, was 2025-03-01 to 2025-03-07",
        "week 10: added, 2025-03-18 (2025-03-17 to 2025-03-19)",
        "week 12: dropped, was planned for 2025-04-01 (2025-03-29 to 2025-04-04)",
    ]
    assert [change_text(each, new) for each in amended.of_kind(ChangeKind.DONE)][-2:] == [
        "week 4: already done on 2025-02-09, stays as it is",
        "week 6: declared not done, stays as it is",
    ]
    assert halfway.state is before
    assert state.plan == new.hash
    assert state.facts[: len(before.facts)] == before.facts


def test_what_would_have_been_before_the_amendment_is_not_required(halfway: Participant) -> None:
    new = plan(2, 3, 4, 6, 8, 12)
    state, amended = migrate(halfway.plan, new, halfway.state, read_when("2025-02-25"))
    assert [change_text(each, new) for each in amended.changes if each.kind is not ChangeKind.DONE] == [
        WEEK_3_TOO_LATE
    ]
    assert course(new, state).at["main", "week 3", 1].status.value == "not required"
    assert not [each for each in amended.effects if "week 3" in each.subject]
    assert read_state(state_text(state)) == state
    again, _ = advance(new, state, {"type": "visit done", "instance": "week 3", "occurred": "2025-02-10"})
    assert course(new, again).at["main", "week 3", 1].status.value == "done after window"


def test_appointments_that_the_amendment_upsets_are_said(halfway: Participant) -> None:
    halfway.do("visit rescheduled", "2025-02-21", instance="week 8", to="2025-03-07")
    halfway.do("visit rescheduled", "2025-02-21", instance="week 12", to="2025-04-02")
    new = plan(2, 4, 6, 9)
    moved = plan(2, 4, 6, 8, leeway="P1D")
    for to, told in ((new, CANCEL), (moved, BOOK_ANEW)):
        _, amended = migrate(halfway.plan, to, halfway.state, read_when("2025-02-25"))
        assert told in [change_text(each, to) for each in amended.changes]


def test_what_was_done_keeps_its_judgement(halfway: Participant) -> None:
    old = [deviation_text(each, halfway.plan) for each in deviations_of(halfway.course())]
    assert old == [
        "week 4 done on Study Day 34, 2 days after its window, Day 26 to 32",
        "week 6 was not done (ill), planned for Day 40 to 46",
    ]
    new = plan(2, 8, 10, leeway="P0D")
    state, amended = migrate(halfway.plan, new, halfway.state, read_when("2025-02-25"))
    now = course(new, state)
    assert sorted(deviation_text(each, new) for each in deviations_of(now)) == sorted(old)
    assert now.at["main", "week 4", 1].status.value == "done after window"
    assert not [each for each in amended.effects if "deviation" in each.subject]


def test_recorded_later_it_is_judged_by_the_plan_in_force_when_it_took_place(halfway: Participant) -> None:
    new = plan(2, 4, 6, 8, 12, leeway="P1D")
    state, _ = migrate(halfway.plan, new, halfway.state, read_when("2025-03-06"))
    for day, status in (("2025-03-05", "done in window"), ("2025-03-06", "done after window")):
        event = {"type": "visit done", "instance": "week 8", "occurred": day, "recorded": "2025-03-20"}
        late, _ = advance(new, state, event)
        assert course(new, late).at["main", "week 8", 1].status.value == status


def test_the_state_goes_on_from_there(halfway: Participant) -> None:
    new = plan(2, 4, 8)
    state, _ = migrate(halfway.plan, new, halfway.state, read_when("2025-02-25"))
    assert read_state(state_text(state)) == state
    same, effects = advance(
        halfway.plan, state, {"type": "visit done", "instance": "week 8", "occurred": "2025-03-04"}
    )
    assert same == state
    assert [type(each).__name__ for each in effects] == ["Refused"]
    state, effects = advance(
        new, state, {"type": "visit done", "instance": "week 8", "occurred": "2025-03-04"}
    )
    assert "Complete" in [type(each).__name__ for each in effects]


def test_on_the_plan_already_nothing_changes_and_from_another_it_is_refused(halfway: Participant) -> None:
    state, amended = migrate(plan(2), halfway.plan, halfway.state)
    assert state == halfway.state
    assert amended.changes == ()
    with pytest.raises(ValueError, match="another plan"):
        migrate(plan(2), plan(4), halfway.state)


def test_what_was_done_on_the_day_of_the_amendment_keeps_its_judgement(halfway: Participant) -> None:
    """It was recorded by the plan that was in force; what is recorded for that day later is judged by the new one."""
    halfway.done("week 8", "2025-03-09")
    before = halfway.deviations()
    assert before[-1] == "week 8 done on Study Day 62, 2 days after its window, Day 54 to 60"
    new = plan(2, 4, 6, 8, 12, leeway="P9D")
    state, amended = migrate(halfway.plan, new, halfway.state)
    assert [deviation_text(each, new) for each in deviations_of(course(new, state))] == before
    assert [each.title for each in amended.changes if each.kind is not ChangeKind.DONE] == ["week 12"]


def test_nothing_of_a_side_timeline_is_dropped_for_somebody_who_died() -> None:
    event = timeline(
        [visit("onset", "check"), visit("check")],
        [anchor("onset"), timing("check", "After", "P3D", "onset", ("P1D", "P1D"))],
        main=False,
        identity="event",
    )
    main = timeline([visit("dose")], [anchor("dose")], identity="main")
    one = Participant(plan_from(main, event))
    one.do("consented", "2025-01-01")
    one.done("dose", "2025-01-02")
    one.do("side timeline started", "2025-01-18", timeline="event", name="1")
    one.done("onset", "2025-01-18", run="side:event:1")
    assert one.status("check", run="side:event:1") == "upcoming"
    one.do("died", "2025-01-20")  # within the window of the check
    assert one.status("check", run="side:event:1") == "not required"
    assert one.course().complete
    _, amended = migrate(one.plan, plan_from(main), one.state)
    assert {each.kind for each in amended.changes} == {ChangeKind.DONE}
