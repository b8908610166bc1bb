"""What stands beside a schedule, in the simulator: what is not required, held back, to be started and going on."""

from __future__ import annotations

import datetime as dt

from pytestqt.qtbot import QtBot

from study.annexe import Annexe
from study.dating_words import ISO_DATES
from study.document import Document
from study.interpreter.events import Event, EventType
from study.interpreter.when import When
from study.plan.compile import compile_plan
from study.simulation.session import Session
from tests.app.test_run_beside import SAMPLE, annexe
from ui.simulator.calendar_table import CalendarModel, CalendarRow
from ui.simulator.telling import coming_of, rows_of
from ui.theme import system_theme

START = dt.date(2025, 3, 3)


def session() -> Session:
    """Somebody of the sample who has consented."""
    document = Document.from_bytes(SAMPLE.read_bytes())
    plan = compile_plan(document, annexe=Annexe.from_bytes(annexe())).plan
    assert plan is not None
    return Session(plan, START).stepped()


def observed(before: Session, name: str, value: str | int) -> Session:
    unit = "1" if isinstance(value, int) else ""
    when = When(before.today)
    return before.recorded(
        Event(EventType.OBSERVATION_RECORDED, when, id=name, name=name, value=value, unit=unit)
    )


def row(of: Session, title: str) -> CalendarRow:
    return next(each for each in rows_of(of, (), ISO_DATES) if each.title == title)


def test_the_calendar_tells_what_is_not_required(qtbot: QtBot) -> None:
    before = session().stepped()
    assert row(before, "Screening").by_rule == ()
    now = observed(before, "sex", "male")
    screening = row(now, "Screening")
    assert screening.by_rule == ("Not required: Pregnancy test",)
    assert "Not required: Pregnancy test" in CalendarModel(system_theme()).told(screening).splitlines()


def test_fewer_activities_come_next(qtbot: QtBot) -> None:
    before = session()
    assert "15 activities" in coming_of(before, ISO_DATES).lines
    assert "14 activities" in coming_of(observed(before, "sex", "male"), ISO_DATES).lines


def test_what_is_to_be_started_is_said_with_what_comes_next(qtbot: QtBot) -> None:
    wanted = "To be started, as its rule holds: Unscheduled visit"
    before = observed(session(), "grade", 2)
    assert wanted not in coming_of(before, ISO_DATES).lines
    now = observed(session(), "grade", 3)
    assert wanted in coming_of(now, ISO_DATES).lines
    timeline = next(each for each in now.plan.timelines if each.title == "Unscheduled visit")
    started = Event(EventType.SIDE_TIMELINE_STARTED, When(now.today), timeline=timeline.id, name="rash")
    assert wanted not in coming_of(now.recorded(started), ISO_DATES).lines


def test_what_goes_on_is_said_from_its_first_visit_on(qtbot: QtBot) -> None:
    now = session()
    said = [each for each in coming_of(now, ISO_DATES).lines if each.startswith("Going on")]
    assert said == []
    day = now.today + dt.timedelta(days=20)
    for each in (
        Event(EventType.VISIT_DONE, When(now.today), id="s", instance="Instance_SCREEN"),
        Event(EventType.VISIT_DONE, When(day), id="b", instance="Instance_BASELINE"),
        Event(
            EventType.DECISION_ANSWERED, When(day), id="d", instance="Instance_ELIGIBLE", answer="otherwise"
        ),
        Event(EventType.ANCHOR_HAPPENED, When(day), id="a"),
    ):
        now = now.recorded(each)
    (said_now,) = [each for each in coming_of(now, ISO_DATES).lines if each.startswith("Going on")]
    assert said_now == f"Going on since {day}: Diary of quality of life"
