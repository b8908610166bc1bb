"""The pane of dates, and the field in the inspector: typing, what is told, what moves, all by keyboard."""

from __future__ import annotations

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QCheckBox, QLabel, QLineEdit, QTableView, QToolButton
from pytestqt.qtbot import QtBot

from study.dating import NO_DATING, Anchor, Dating, Moment, dated_times
from study.document import Document
from study.timeline import PlannedTimes, planned_times
from tests.shared import shared_study
from ui.dates.choice import ChoiceField
from ui.dates.field import DateField
from ui.dates.locale_dates import LocaleDates
from ui.dates.pane import DatesPane
from ui.inspector.labels import ValueLabel
from ui.inspector.took_place import TookPlace
from ui.theme import Theme

DAY_1 = dt.date(2025, 1, 7)
DOSE, WEEK_8, CALL = (f"ScheduledActivityInstance_{number}" for number in (11, 15, 16))


@pytest.fixture
def planned() -> PlannedTimes:
    document = Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))
    first = document.default_timeline()
    assert first is not None
    return planned_times(first[2], first[1])


@pytest.fixture
def pane(qtbot: QtBot, planned: PlannedTimes) -> DatesPane:
    """A pane that shows what is typed, as the window does."""
    made = DatesPane(theme=Theme.light())
    qtbot.addWidget(made)
    made.changed.connect(lambda dating: made.set_dates(dated_times(planned, dating), can_undo=True))
    made.set_dates(dated_times(planned, NO_DATING))
    made.resize(900, 260)
    made.show()
    return made


def said(pane: DatesPane) -> list[str]:
    labels = [label.text() for label in pane.findChildren(QLabel) if label.isVisible()]
    values = [label.plain() for label in pane.findChildren(ValueLabel) if label.isVisible()]
    return [*labels, *values]


def typed(pane: DatesPane) -> list[Dating]:
    found: list[Dating] = []
    pane.changed.connect(found.append)
    return found


def test_the_anchors_date_is_typed_and_enter_takes_it(pane: DatesPane) -> None:
    changes = typed(pane)
    pane.focus_anchor()
    field = pane.anchor_fields[DOSE].date
    QTest.keyClicks(field, "7 Jan 2025")
    assert changes == []
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert [change.anchors for change in changes] == [{DOSE: Anchor(DAY_1)}]
    assert any(text == "Dose (Day 1) · Tuesday" for text in said(pane))
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(changes) == 1  # the same again is no change


def test_time_and_whether_it_happened_belong_to_the_anchor(pane: DatesPane, planned: PlannedTimes) -> None:
    row = pane.anchor_fields[DOSE]
    assert not row.time.isEnabled()
    pane.set_dates(dated_times(planned, NO_DATING.with_anchor(DOSE, Anchor(DAY_1))))
    changes = typed(pane)
    row.time.setFocus()
    QTest.keyClicks(row.time, "16:30")
    QTest.keyClick(row.time, Qt.Key.Key_Return)
    row.happened.setFocus()
    QTest.keyClick(row.happened, Qt.Key.Key_Space)
    assert changes[0].anchors[DOSE] == Anchor(DAY_1, dt.time(16, 30))
    assert changes[-1].anchors[DOSE].happened is False


def test_an_anchor_in_the_future_is_a_forecast_at_first(pane: DatesPane) -> None:
    changes = typed(pane)
    field = pane.anchor_fields[DOSE].date
    field.setText("2199-01-07")
    field.take()
    assert changes[-1].anchors[DOSE] == Anchor(dt.date(2199, 1, 7), None, happened=False)


def test_what_is_no_date_is_marked_and_not_taken(pane: DatesPane) -> None:
    changes = typed(pane)
    field = pane.anchor_fields[DOSE].date
    QTest.keyClicks(field, "31 Feb 2025")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert changes == []
    assert field.toolTip().startswith("This is no date.")
    assert field.accessibleDescription() == field.toolTip()
    assert field.text() == "31 Feb 2025"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.toolTip() == ""


def test_the_calendar_opens_by_key_and_picks_a_day(pane: DatesPane, qtbot: QtBot) -> None:
    changes = typed(pane)
    field = pane.anchor_fields[DOSE].date
    field.set_near(DAY_1)
    QTest.keyClick(field, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = field.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate().day() == 7
    view = calendar.findChild(QTableView)
    assert view is not None
    QTest.keyClick(view, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(changes))
    assert changes[-1].anchors[DOSE].date == DAY_1


def test_what_took_place_and_what_it_moves_are_listed_and_can_be_taken_away(
    pane: DatesPane, planned: PlannedTimes, qtbot: QtBot
) -> None:
    late = NO_DATING.with_anchor(DOSE, Anchor(DAY_1)).with_actual(WEEK_8, Moment(dt.date(2025, 3, 7)))
    pane.set_dates(dated_times(planned, late))
    qtbot.waitUntil(lambda: any(text.startswith("Week NPI\n") for text in said(pane)))
    told = said(pane)
    assert "TOOK PLACE · 1" in told
    assert "WHAT MOVES · 1" in told
    week_8 = next(text for text in told if text.startswith("Week 8\n"))
    assert week_8.endswith("3 days after planned, within the window")
    call = next(text for text in told if text.startswith("Week NPI\n"))
    assert "18" in call
    assert call.endswith("because it is timed from Week 8")
    chosen: list[str] = []
    pane.chosen.connect(chosen.append)
    link = next(each for each in pane.findChildren(ValueLabel) if each.plain().startswith("Week NPI"))
    link.link_chosen.emit(CALL)
    assert chosen == [CALL]
    changes = typed(pane)
    name = "Take away the date of Week 8"
    next(b for b in pane.findChildren(QToolButton) if b.accessibleName() == name).click()
    assert changes == [late.with_actual(WEEK_8, None)]


def test_undo_in_the_pane_is_about_dates_once_the_text_is_as_it_was(pane: DatesPane, qtbot: QtBot) -> None:
    field = pane.anchor_fields[DOSE].date
    field.setFocus()
    QTest.keyClicks(field, "7")
    QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert field.text() == ""
    with qtbot.waitSignal(pane.undo, timeout=2000):
        QTest.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))


def test_zone_and_country_are_found_by_any_part_of_their_names(pane: DatesPane) -> None:
    pane.set_zones({name: name for name in ("Europe/Berlin", "Asia/Tokyo")})
    pane.set_countries({"DE": "Germany (DE)", "JP": "Japan (JP)"})
    changes = typed(pane)
    for field, text in ((pane.country, "germany (de)"), (pane.zone, "europe/berlin")):
        field.setText(text)
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert (changes[-1].zone, changes[-1].country) == ("Europe/Berlin", "DE")
    assert pane.country.text() == "Germany (DE)"
    pane.country.setText("Atlantis")
    QTest.keyClick(pane.country, Qt.Key.Key_Return)
    assert pane.country.text() == "Germany (DE)"
    assert len(changes) == 2
    pane.set_subdivisions({"BY": "BY"})
    assert pane.subdivision.isVisible()
    pane.set_subdivisions({})
    assert not pane.subdivision.isVisible()


def test_every_field_and_button_has_a_name(pane: DatesPane) -> None:
    named = [each for kind in (DateField, ChoiceField, QCheckBox) for each in pane.findChildren(kind)]
    named += [pane.anchor_fields[DOSE].time]
    buttons = [each for each in pane.findChildren(QToolButton) if not isinstance(each.parent(), QLineEdit)]
    assert len(named) >= 6
    assert len(buttons) >= 3
    assert [each for each in (*named, *buttons) if not each.accessibleName()] == []


def test_the_inspectors_field_tells_at_each_key_what_moves(qtbot: QtBot, planned: PlannedTimes) -> None:
    times = dated_times(planned, NO_DATING.with_anchor(DOSE, Anchor(DAY_1)))
    made = TookPlace(times.times[WEEK_8], times, Theme.light())
    qtbot.addWidget(made)
    entered: list[Moment | None] = []
    made.entered.connect(entered.append)
    QTest.keyClicks(made.field, "7 Mar")
    assert made.told().split("\n")[0].endswith("3 days after planned, within the window.")
    assert made.told().split("\n")[1].endswith("because it is timed from Week 8")
    form = LocaleDates()
    assert form.day(dt.date(2025, 3, 18)) in made.told()
    assert form.day(dt.date(2025, 3, 21)) in made.told()
    assert entered == []
    QTest.keyClick(made.field, Qt.Key.Key_Return)
    assert entered == [Moment(dt.date(2025, 3, 7))]
    made.field.setText("+5")
    made.field.take()
    assert entered[-1] == Moment(dt.date(2025, 3, 9))


def test_a_visit_that_nothing_hangs_on_moves_nothing(qtbot: QtBot, planned: PlannedTimes) -> None:
    times = dated_times(planned, NO_DATING.with_anchor(DOSE, Anchor(DAY_1)))
    made = TookPlace(times.times[CALL], times, Theme.light())
    qtbot.addWidget(made)
    QTest.keyClicks(made.field, "2025-03-20")
    assert made.told().endswith("No other visit moves.")
    assert "2 days after planned; window not stated" in made.told()
