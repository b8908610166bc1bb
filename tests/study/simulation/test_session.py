"""A simulated participant: stepping to the end, going back, what moves, conflicts, and what the views are told."""

from __future__ import annotations

import datetime as dt

import pytest

from study.dating import SiteCalendar
from study.document import Document
from study.interpreter.course import Decision
from study.interpreter.events import Event, EventType
from study.interpreter.migrate import ChangeKind
from study.interpreter.state import state_text
from study.interpreter.status import Status
from study.interpreter.when import When
from study.plan.plan import Plan
from study.simulation.session import NextKind, RefusedError, Session, starting_day
from study.simulation.session_conflicts import ConflictKind, conflict_text, conflicts
from study.simulation.session_marks import simulated_dates, standings
from study.simulation.session_moves import MoveKind, move_text, moves
from study.simulation.standing import Standing
from study.timeline import planned_times
from tests.study.building import anchor, timeline, timing, visit
from tests.study.interpreter.participants import plan_from, plan_of
from tests.study.studies import study_bytes

START = dt.date(2025, 3, 3)
ALEXION, LZZT = "alexion-nct04573309-v4", "cdisc-pilot-lzzt-v4"


def to_the_end(session: Session, answers: list[int]) -> Session:
    """Steps to the end; each question takes the next of `answers`, the last way where there is none left."""
    while (coming := session.next()).kind is not NextKind.END:
        if coming.question is not None:
            place = answers.pop(0) if answers else -1
            session = session.answered(coming.question, coming.question.ways[place].id)
        else:
            session = session.stepped()
        assert session.at < 200
    return session


@pytest.mark.parametrize(
    ("study", "answers"), [("maestro-sample", [-1, 0, 0]), (ALEXION, [0, -1]), ("observational-v4", [0])]
)
def test_steps_to_the_end(study: str, answers: list[int]) -> None:
    session = to_the_end(Session(plan_of(study), START), answers)
    assert session.is_complete
    assert not [each for each in session.visits() if each.on_path and each.status.is_open]
    assert session.happened[0].event.type is EventType.CONSENTED
    days = [step.event.occurred.date for step in session.happened]
    assert days == sorted(days)


def test_what_is_timed_from_a_visit_that_moved_to_a_working_day_waits_for_it() -> None:
    session = to_the_end(Session(plan_of("maestro-sample"), START), [-1])
    dosed = next(each for each in session.visits() if each.instance.key == "Instance_C_D1")
    assert dosed.actual is not None
    assert dosed.actual.date == dt.date(2025, 3, 31)  # a Monday: it was forecast for Saturday
    order = [step.event.instance for step in session.happened if step.event.instance]
    assert order.index("Instance_C_D1") < order.index("Instance_C_D1_LEAVE")


def test_alexion_goes_round_its_loop_on_day_minus_6_and_minus_5() -> None:
    session = to_the_end(Session(plan_of(ALEXION), START), [0, -1])
    start = session.course()
    anchor = next(each for each in start.occurrences if each.instance.time.is_anchor).actual
    assert anchor is not None
    looped = [each for each in session.visits() if each.instance.title.startswith("-6")]
    assert [(each.actual.date - anchor.date).days for each in looped if each.actual] == [-6, -5]


def test_going_back_keeps_what_followed_and_gives_it_again() -> None:
    whole = to_the_end(Session(plan_of("maestro-sample"), START), [-1, 0])
    back = whole.back_to(7)
    assert back.at == 7
    assert len(back.ahead) == whole.at - 7
    assert back.next().event == whole.steps[7].event
    again = back
    while again.ahead:
        again = again.stepped()
    assert state_text(again.state) == state_text(whole.state)
    # and worked out anew, with nothing kept
    anew = Session(whole.plan, START)
    for step in whole.steps:
        anew = anew.recorded(step.event)
    assert state_text(anew.state) == state_text(whole.state)


def test_something_else_after_going_back_gives_up_what_followed() -> None:
    whole = to_the_end(Session(plan_of(LZZT), START), [])
    back = whole.back_to(3)
    other = back.recorded(Event(EventType.CONSENT_WITHDRAWN, When(back.today), reason="moved away"))
    assert not other.ahead
    assert other.course().withdrawn == back.today
    assert whole.is_complete  # the session that was gone back from is as it was


def test_a_refused_event_says_why_and_records_nothing() -> None:
    session = Session(plan_of("maestro-sample"), START).stepped()
    with pytest.raises(RefusedError, match="reason"):
        session.recorded(
            Event(EventType.VISIT_NOT_DONE, When(START), instance=session.visits()[0].instance.key)
        )
    assert session.at == 1


def holidays(*days: dt.date) -> SiteCalendar:
    return SiteCalendar(holiday=lambda day: "Founders' Day" if day in days else "")


def lzzt_until(title: str, calendar: SiteCalendar, start: dt.date = START) -> Session:
    session = Session(plan_of(LZZT), start, calendar)
    while (coming := session.next()).occurrence is None or coming.occurrence.instance.title != title:
        session = session.stepped()
    return session


def test_a_visit_on_a_holiday_moves_to_a_working_day_in_its_window() -> None:
    plain = lzzt_until("Week 4", SiteCalendar(weekend=frozenset()))
    planned = plain.next().day
    assert planned is not None
    session = lzzt_until("Week 4", SiteCalendar(dt.UTC, frozenset(), holidays(planned).holiday))
    coming = session.next()
    assert coming.off_day == planned
    assert coming.day == planned + dt.timedelta(days=1)
    assert coming.occurrence is not None
    told = [each for each in conflicts(session) if each.place == coming.occurrence.place]
    assert [each.kind for each in told] == [ConflictKind.MOVED]
    assert "Founders' Day" in conflict_text(told[0], session.calendar)
    assert not told[0].is_trouble


def test_a_visit_whose_window_has_no_working_day_stays_and_is_told() -> None:
    free = lzzt_until("Week 4", SiteCalendar(weekend=frozenset()))
    day = free.next().day
    assert day is not None
    closed = [day + dt.timedelta(days=away) for away in range(-5, 6)]
    session = lzzt_until("Week 4", SiteCalendar(dt.UTC, frozenset(), holidays(*closed).holiday))
    coming = session.next()
    assert (coming.day, coming.off_day) == (day, None)
    assert coming.occurrence is not None
    told = {each.kind for each in conflicts(session) if each.place == coming.occurrence.place}
    assert told == {ConflictKind.DAY_OFF}


def test_booking_outside_the_window_is_a_conflict_and_what_moves_is_told() -> None:
    session = lzzt_until("Week 8", SiteCalendar(weekend=frozenset()))
    visit = session.next().occurrence
    assert visit is not None
    assert visit.dated is not None
    assert visit.dated.last is not None
    to = visit.dated.last + dt.timedelta(days=2)
    after = session.recorded(
        Event(
            EventType.VISIT_RESCHEDULED,
            When(session.today),
            run=visit.run,
            instance=visit.instance.key,
            to=When(to),
        )
    )
    kinds = {each.kind for each in conflicts(after) if each.place == visit.place}
    assert ConflictKind.OUTSIDE in kinds
    moved = moves(session.course(), after.course())
    own = next(each for each in moved if each.place == visit.place)
    assert (own.kind, own.was, own.now) == (MoveKind.MOVED, visit.dated.date, to)
    assert move_text(own) == f"Week 8: {visit.dated.date} → {to}"
    # The Week 10 call is timed from Week 8 and moves along; Week 12 is timed from dosing and stays.
    titles = {each.title for each in moved}
    assert "Week 12" not in titles
    assert len(titles) == 2
    assert after.next().day == to


def test_withdrawal_drops_what_is_still_to_come() -> None:
    session = lzzt_until("Week 8", SiteCalendar())
    after = session.recorded(Event(EventType.CONSENT_WITHDRAWN, When(session.today), reason="moved away"))
    dropped = [each for each in moves(session.course(), after.course()) if each.kind is MoveKind.DROPPED]
    assert {"Week 8", "Week 12", "Week 26"} <= {each.title for each in dropped}
    assert after.next().kind is NextKind.END


def test_two_visits_on_one_day_are_told() -> None:
    session = lzzt_until("Week 8", SiteCalendar(weekend=frozenset()))
    later = next(each for each in session.visits() if each.instance.title == "Week 12")
    assert later.dated is not None
    visit = session.next().occurrence
    assert visit is not None
    after = session.recorded(
        Event(
            EventType.VISIT_RESCHEDULED,
            When(session.today),
            run=visit.run,
            instance=visit.instance.key,
            to=When(later.dated.date),
        )
    )
    told = [each for each in conflicts(after) if each.kind is ConflictKind.SAME_DAY]
    assert {"Week 8", "Week 12"} in [{each.title, each.other} for each in told]


def test_the_start_is_where_the_anchor_comes_out_on_the_day_asked_for() -> None:
    plan = plan_of(LZZT)
    anchor = dt.date(2025, 6, 2)
    session = Session(plan, starting_day(plan, anchor)).stepped()
    dose = next(each for each in session.visits() if each.instance.time.is_anchor)
    assert dose.dated is not None
    assert dose.dated.date == anchor


def test_what_the_table_and_the_dates_are_told() -> None:
    document = Document.from_bytes(study_bytes(LZZT))
    session = lzzt_until("Week 8", SiteCalendar(weekend=frozenset()))
    done = next(each for each in reversed(session.visits()) if each.actual is not None)
    activity = done.instance.activities[0]
    session = session.recorded(
        Event(
            EventType.ACTIVITY_NOT_DONE,
            When(session.today),
            run=done.run,
            instance=done.instance.key,
            activity=activity,
            reason="device broken",
        )
    )
    coming = session.next().occurrence
    assert coming is not None
    assert coming.dated is not None
    session = session.on_day(coming.dated.date)
    found = standings(session.course(), session.plan.main.id)
    assert found.of(activity, done.instance.key) is Standing.MISSED
    assert found.of(done.instance.activities[1], done.instance.key) is Standing.DONE
    assert found.instances[coming.instance.key] is Standing.OPEN
    assert found.instances[session.visits()[-1].instance.key] is Standing.AHEAD
    main = document.default_timeline()
    assert main is not None
    planned = planned_times(main[2], main[1])
    dates = simulated_dates(session.course(), planned, session.calendar)
    assert dates is not None
    assert dates.times[done.instance.key].actual == done.actual
    assert dates.times[coming.instance.key].date == coming.dated.date


def plan_with_weeks(*weeks: int) -> Plan:
    """Dosing, and visits so many weeks after it, three days either way."""
    keys = ["dose", *(f"week {n}" for n in weeks)]
    visits = [visit(k, to, label=k) for k, to in zip(keys, [*keys[1:], None], strict=True)]
    timings = [timing(f"week {n}", "After", f"P{n}W", "dose", ("P3D", "P3D")) for n in weeks]
    return plan_from(timeline(visits, [anchor("dose"), *timings]))


def test_an_amendment_goes_on_from_today_and_can_be_tried_first() -> None:
    session = Session(plan_with_weeks(2, 4, 8), START)
    while session.visits() == [] or session.visits()[1].actual is None:
        session = session.stepped()
    new = plan_with_weeks(2, 5, 8)
    after, amended = session.amended(new)
    assert [(each.kind, each.title) for each in amended.changes if each.kind is not ChangeKind.DONE] == [
        (ChangeKind.DROPPED, "week 4"),
        (ChangeKind.ADDED, "week 5"),
    ]
    assert session.plan.hash != new.hash  # the session itself is as it was
    assert after.plan.hash == after.state.plan == new.hash
    end = to_the_end(after, [])
    assert [each.instance.title for each in end.visits() if each.actual] == [
        "dose",
        "week 2",
        "week 5",
        "week 8",
    ]
    back = end.back_to(session.at)
    assert back.plan.hash == session.plan.hash
    assert state_text(back.state) == state_text(session.state)


def test_a_visit_of_the_same_day_comes_before_the_decision_behind_it() -> None:
    session = Session(plan_of(ALEXION), START)
    while (coming := session.next()).occurrence is None or not coming.occurrence.instance.title.startswith(
        "-6"
    ):
        session = session.stepped()
    assert coming.day is not None
    there = session.recorded(Event(EventType.UNSCHEDULED_VISIT, When(coming.day), name="rash"))
    assert decisions(there)  # its day has come
    assert there.next().occurrence is not None
    assert there.next().kind is NextKind.EVENT
    assert there.stepped().next().kind is NextKind.QUESTION
    # nobody only waits for the day on which a decision is reached, where a visit is on that day
    assert all(step.event.type is not EventType.TIMER_FIRED for step in to_the_end(session, [0, -1]).steps)


def decisions(session: Session) -> list[Decision]:
    return [each for each in session.course().decisions if each.asked]


def test_nothing_goes_on_before_a_question_is_answered() -> None:
    session = Session(plan_of("maestro-sample"), START)
    while session.next().kind is not NextKind.QUESTION:
        session = session.stepped()
    assert decisions(session)
    assert session.stepped() == session
    assert session.next().question == decisions(session)[0]
    assert all(each.status is not Status.OVERDUE for each in session.visits())
