"""Dates beside an open study: typed, taken back, kept under the study's id, brought back, and never in its file."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy, prepared
from app.program import Program
from app.settings import Settings
from app.study_dates import SETTING, keep_dates
from resources.sample import sample_study_bytes
from services.library_entries import Freshness
from study.dating import NO_DATING, Anchor, Dating, Moment
from study.dating_json import dating_from_json, dating_to_json
from tests.app.held_library import ENTRY, HeldLibrary

DAY_1 = dt.date(2025, 1, 7)


@pytest.fixture
def program(tmp_path: Path, qtbot: QtBot) -> Iterator[Program]:
    made = Program(tmp_path, Settings(), library=HeldLibrary)  # type: ignore[arg-type]
    yield made
    made.close()


def opened() -> OpenStudy:
    return OpenStudy(prepared(sample_study_bytes()), ENTRY, Freshness.CURRENT)


def kept(program: Program) -> str | None:
    library = program.library
    assert isinstance(library, HeldLibrary)
    return library.settings_kept.get((ENTRY.id, SETTING))


def is_unreadable(study: OpenStudy) -> bool:
    return study.dates.unreadable


def anchor_of(study: OpenStudy) -> str:
    assert study.projection is not None
    return next(key for key, time in study.projection.planned.times.items() if time.is_anchor)


def test_what_is_typed_is_one_step_each_and_can_be_taken_back_and_again() -> None:
    study = opened()
    told: list[Dating] = []
    study.dating_changed.connect(lambda: told.append(study.dating))
    first = NO_DATING.with_anchor("d", Anchor(DAY_1))
    second = first.with_actual("v", Moment(DAY_1))
    study.dates.change(first)
    study.dates.change(second)
    study.dates.change(second)  # the same again is no step
    study.dates.undo()
    study.dates.undo()
    assert not study.dates.can_undo()
    study.dates.redo()
    assert told == [first, second, first, NO_DATING, first]
    assert study.dates.can_redo()
    study.dates.change(NO_DATING)
    assert not study.dates.can_redo()


def test_the_dates_of_the_timeline_that_is_shown_follow_what_is_typed() -> None:
    study = opened()
    assert study.dated() is None
    key = anchor_of(study)
    study.dates.change(study.dating.with_anchor(key, Anchor(DAY_1)))
    dated = study.dated()
    assert dated is not None
    assert dated.times[key].date == DAY_1
    assert study.dated() is dated
    before = study.document.to_bytes()
    assert before == sample_study_bytes()  # dates are no part of the protocol


def test_dates_are_kept_beside_the_study_and_come_back(program: Program, qtbot: QtBot) -> None:
    study = opened()
    keep_dates(program, study)
    typed = study.dating.with_anchor(anchor_of(study), Anchor(DAY_1, dt.time(16, 30)))
    study.dates.change(typed)
    qtbot.waitUntil(lambda: kept(program) is not None)
    text = kept(program)
    assert text is not None
    assert dating_from_json(text) == typed
    again = opened()
    with qtbot.waitSignal(again.dating_changed):
        keep_dates(program, again)
    assert again.dating == typed
    assert not again.dates.can_undo()


def test_the_calendar_is_that_of_the_site_that_is_typed(program: Program, qtbot: QtBot) -> None:
    study = opened()
    keep_dates(program, study)
    berlin = study.dating.with_site("Europe/Berlin", "DE", "BY")
    study.dates.change(berlin.with_anchor(anchor_of(study), Anchor(DAY_1)))
    qtbot.waitUntil(lambda: bool(study.dates.calendar.holiday(dt.date(2025, 1, 6))))
    assert dt.datetime(2025, 7, 1, tzinfo=study.dates.calendar.zone).utcoffset() == dt.timedelta(hours=2)


def test_dates_of_a_newer_program_are_said_and_left_until_a_person_types(
    program: Program, qtbot: QtBot
) -> None:
    newer = '{"format": 99, "anchors": []}'
    library = program.library
    assert isinstance(library, HeldLibrary)
    library.settings_kept[ENTRY.id, SETTING] = newer
    study = opened()
    with qtbot.waitSignal(study.dating_changed):
        keep_dates(program, study)
    assert is_unreadable(study)
    assert kept(program) == newer
    study.dates.change(study.dating.with_actual("v", Moment(DAY_1)))
    assert not is_unreadable(study)
    qtbot.waitUntil(lambda: kept(program) == dating_to_json(study.dating))


def test_a_study_that_was_closed_meanwhile_is_left_alone(program: Program, qtbot: QtBot) -> None:
    study, other = opened(), opened()
    keep_dates(program, study)
    study.deleteLater()
    with qtbot.waitSignal(other.dating_changed):
        keep_dates(program, other)
    assert other.dating.is_empty
