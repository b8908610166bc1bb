"""Dates in the real window: typed by keyboard, shown by every view, kept, taken back."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy, prepared
from app.study_dates import SETTING
from services.library_entries import Freshness
from study.dating import Anchor, Moment
from study.dating_json import dating_from_json
from tests.app.held_library import ENTRY, HeldLibrary
from tests.shared import shared_study
from ui.dates.field import DateField
from ui.dates.locale_dates import LocaleDates
from ui.dates.pane import DatesPane
from ui.main_window import MainWindow
from ui.parts.dates import Dates

DOSE, WEEK_8, CALL = (f"ScheduledActivityInstance_{number}" for number in (11, 15, 16))
DAY_1 = Anchor(dt.date(2025, 1, 7))


@pytest.fixture
def study(qtbot: QtBot, window: MainWindow) -> OpenStudy:
    made = OpenStudy(prepared(shared_study("cdisc-pilot-lzzt-v4")), ENTRY, Freshness.CURRENT)
    window.program.current = made
    with qtbot.waitSignal(made.dating_changed):  # what is kept has been asked for
        window.program.study_opened.emit(made)
    qtbot.waitUntil(window.canvas.isVisible)
    return made


def pane_of(window: MainWindow) -> DatesPane:
    part = window.parts["Dates"]
    assert isinstance(part, Dates)
    return part.pane


def press(window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    focus = QApplication.focusWidget() or window
    QTest.keyClick(focus, key, held)


def type_words(words: str) -> None:
    focus = QApplication.focusWidget()
    assert isinstance(focus, DateField)
    QTest.keyClicks(focus, words)


def status_texts(window: MainWindow) -> list[str]:
    return [label.text() for label in window.status.findChildren(QLabel)]


def test_day_1_is_typed_after_one_key_and_every_view_shows_dates(
    qtbot: QtBot, window: MainWindow, study: OpenStudy
) -> None:
    window.select(WEEK_8)
    press(window, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), DateField))
    type_words("7 Jan 2025")
    press(window, Qt.Key.Key_Return)
    assert study.dating.anchors == {DOSE: DAY_1}
    dated = study.dated()
    assert dated is not None
    assert dated.times[WEEK_8].date == dt.date(2025, 3, 4)
    planned = window.inspector.findChild(DateField)
    assert planned is not None
    assert pane_of(window).anchor_fields[DOSE].date.moment == Moment(DAY_1.date)
    library = window.program.library
    assert isinstance(library, HeldLibrary)
    assert dating_from_json(library.settings_kept[ENTRY.id, SETTING]) == study.dating


def test_week_8_took_place_late_is_typed_after_one_key_and_told_before_it_is_taken(
    qtbot: QtBot, window: MainWindow, study: OpenStudy
) -> None:
    study.dates.change(study.dating.with_anchor(DOSE, DAY_1))
    window.select(WEEK_8)
    press(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), DateField))
    type_words("7 Mar")
    dated = study.dated()
    assert dated is not None
    assert dated.times[CALL].date == dt.date(2025, 3, 18)  # nothing is taken yet
    press(window, Qt.Key.Key_Return)
    assert study.dating.actual == {WEEK_8: Moment(dt.date(2025, 3, 7))}
    dated = study.dated()
    assert dated is not None
    assert dated.times[CALL].date == dt.date(2025, 3, 21)
    field = QApplication.focusWidget()
    assert isinstance(field, DateField)  # where one typed, one can go on
    assert field.moment == Moment(dt.date(2025, 3, 7))
    QTest.keySequence(field, "Ctrl+Z")
    assert study.dating.actual == {}
    assert window.inspector.findChild(DateField) is not None


def test_without_an_anchors_date_saying_when_leads_to_it(
    qtbot: QtBot, window: MainWindow, study: OpenStudy
) -> None:
    window.select(WEEK_8)
    window.actions_by_id["took_place"].trigger()
    field = pane_of(window).anchor_fields[DOSE].date
    qtbot.waitUntil(field.hasFocus)
    assert study.dated() is None


def test_the_anchors_own_date_is_typed_at_its_visit_as_well(window: MainWindow, study: OpenStudy) -> None:
    window.select(DOSE)
    window.inspector.took_place.emit(DOSE, Moment(DAY_1.date, dt.time(16, 30)))
    assert study.dating.anchors == {DOSE: Anchor(DAY_1.date, dt.time(16, 30))}
    assert study.dating.actual == {}
    window.actions_by_id["clear_dates"].trigger()
    assert study.dating.is_empty
    window.actions_by_id["undo_dates"].trigger()
    assert not study.dating.is_empty


def test_the_status_line_says_the_date(window: MainWindow, study: OpenStudy) -> None:
    study.dates.change(study.dating.with_anchor(DOSE, DAY_1))
    window.select(WEEK_8)
    form = LocaleDates()
    day = form.day(dt.date(2025, 3, 4))
    assert any(day in label for label in status_texts(window))


def test_what_is_being_typed_stays_and_is_not_taken_when_other_dates_arrive(
    qtbot: QtBot, window: MainWindow, study: OpenStudy
) -> None:
    study.dates.change(study.dating.with_anchor(DOSE, DAY_1))
    window.select(WEEK_8)
    window.actions_by_id["took_place"].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), DateField))
    type_words("7 Mar")
    study.dates.set_calendar(study.dates.calendar)
    assert study.dating.actual == {}
    field = QApplication.focusWidget()
    assert isinstance(field, DateField)
    assert field.text() == "7 Mar"
    press(window, Qt.Key.Key_Return)
    assert study.dating.actual == {WEEK_8: Moment(dt.date(2025, 3, 7))}
    shown = window.inspector.findChild(DateField)
    assert shown is not None
    assert shown.moment == Moment(dt.date(2025, 3, 7))


def test_a_preview_that_is_left_changes_nothing(qtbot: QtBot, window: MainWindow, study: OpenStudy) -> None:
    study.dates.change(study.dating.with_anchor(DOSE, DAY_1))
    window.select(WEEK_8)
    window.actions_by_id["took_place"].trigger()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), DateField))
    type_words("7 Mar")
    window.select(CALL)
    assert study.dating.actual == {}
