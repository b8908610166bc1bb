"""The navigator on the sample study: its lists, going there, keeping in step."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from study.document import Document
from tests.ui.studies import SAMPLE, sample, sample_tables
from ui.navigator import NavigatorPane
from ui.navigator.entries import Entry, Head, rows_of, sections_of
from ui.theme import Theme


@pytest.fixture
def pane(qtbot: QtBot) -> NavigatorPane:
    made = NavigatorPane(theme=Theme.light())
    qtbot.addWidget(made)
    made.resize(236, 800)
    made.set_document(sample())
    made.show()
    return made


def row_of(pane: NavigatorPane, title: str) -> int:
    return next(n for n, item in enumerate(pane.entries()) if item.title == title)


def heads(pane: NavigatorPane) -> list[str]:
    return [row.title for row in pane.entries() if isinstance(row, Head)]


def test_it_lists_what_the_study_holds_with_counts(pane: NavigatorPane) -> None:
    rows = pane.entries()
    assert heads(pane) == ["Timelines", "Epochs", "Arms", "Elements", "Activities", "Encounters", "Footnotes"]
    counts = {row.title: row.count for row in rows if isinstance(row, Entry)}
    assert rows[1].title == "Main timeline"
    assert counts["Main timeline"] == 14
    assert counts["PK profile"] == 8
    assert counts["Screening"] == 3
    assert counts["Safety"] == 6
    assert counts["Control"] == 3


def test_a_list_that_does_not_exist_has_no_head() -> None:
    raw = json.loads(SAMPLE.read_bytes())
    design = raw["study"]["versions"][0]["studyDesigns"][0]
    design["arms"] = []
    for activity in design["activities"]:
        activity["childIds"] = []
    document = Document.from_bytes(json.dumps(raw).encode())
    rows = rows_of(sections_of(document, document.designs()[0]), ())
    titles = [row.title for row in rows if isinstance(row, Head)]
    assert titles == ["Timelines", "Epochs", "Elements", "Activities", "Encounters", "Footnotes"]
    assert "12-lead ECG" in [row.title for row in rows]  # without groups, every activity


def test_an_arm_unfolds_into_its_cells(qtbot: QtBot, pane: NavigatorPane) -> None:
    view = pane._list
    view.set_current_row(row_of(pane, "A · 200 mg"))
    with qtbot.waitSignal(pane.folded_changed):
        QTest.keyClick(view, Qt.Key.Key_Right)
    row = row_of(pane, "A · 200 mg")
    assert [each.title for each in pane.entries()[row + 1 : row + 4]] == [
        "Screening: Screening",
        "Treatment: Treatment A",
        "Follow-up: Follow-up",
    ]
    assert view.currentIndex().row() == row
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert pane.entries()[row + 1].title == "B · 400 mg"


def test_a_group_unfolds_into_its_activities_and_they_say_where_they_are_used(
    qtbot: QtBot, pane: NavigatorPane
) -> None:
    view = pane._list
    middle = view.visualRect(view.rows.index(row_of(pane, "Safety"))).center()
    with qtbot.waitSignal(pane.selected) as signal:
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert signal.args == [next(a.id for a in sample().designs()[0].activities if a.title == "Safety")]
    vitals = pane.entries()[row_of(pane, "Vital signs")]
    table = sample_tables()[0]
    row = next(n for n, each in enumerate(table.rows) if each.title == "Vital signs")
    marked = sum((row, c) in table.marks for c in range(len(table.columns)))
    assert isinstance(vitals, Entry)
    assert vitals.count == marked
    tip = view.rows.index(row_of(pane, "Vital signs")).data(Qt.ItemDataRole.ToolTipRole)
    assert f"Used at {marked} visits" in tip


def test_one_visit_is_not_said_in_the_plural(pane: NavigatorPane) -> None:
    pane.field.setText("Informed consent")
    row = next(n for n, each in enumerate(pane.entries()) if each.title == "Informed consent")
    tip = pane._list.rows.index(row).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("Used at 1 visit</qt>")


def test_footnotes_have_their_letters(pane: NavigatorPane) -> None:
    assert not [row for row in pane.entries() if isinstance(row, Entry) and row.kind == "footnote"]
    view = pane._list
    view.set_current_row(row_of(pane, "Footnotes"))
    QTest.keyClick(view, Qt.Key.Key_Return)
    notes = [row for row in pane.entries() if isinstance(row, Entry) and row.kind == "footnote"]
    assert [note.letter for note in notes] == [note.letter for note in sample_tables()[0].footnotes]
    assert notes[0].title == " ".join(sample_tables()[0].footnotes[0].text.split())


def test_typing_in_the_list_filters_it_and_escape_ends_that(pane: NavigatorPane, qtbot: QtBot) -> None:
    pane.activateWindow()
    pane._list.setFocus()
    qtbot.waitUntil(pane._list.hasFocus)
    QTest.keyClicks(pane._list, "e")
    QTest.keyClicks(pane.field, "cg")
    titles = [row.title for row in pane.entries()]
    assert titles[:3] == ["Activities", "Safety", "12-lead ECG"]
    QTest.keyClick(pane.field, Qt.Key.Key_Return)
    assert pane._address == next(a.id for a in sample().designs()[0].activities if a.title == "Safety")
    QTest.keyClick(pane.field, Qt.Key.Key_Escape)
    assert len(pane.entries()) > 20
    pane.field.setText("no such thing")
    assert pane.entries() == []
    assert pane._list._empty is not None
    assert pane._list._empty.title == "Nothing matches"


def test_what_is_folded_is_remembered(qtbot: QtBot, pane: NavigatorPane) -> None:
    view = pane._list
    view.set_current_row(row_of(pane, "Epochs"))
    QTest.keyClick(view, Qt.Key.Key_Left)
    view.set_current_row(row_of(pane, "Safety"))
    QTest.keyClick(view, Qt.Key.Key_Right)
    again = NavigatorPane(theme=Theme.light())
    qtbot.addWidget(again)
    again.set_folded(pane.folded())
    again.set_document(sample())
    assert [row.title for row in again.entries()] == [row.title for row in pane.entries()]
    assert "Vital signs" in [row.title for row in again.entries()]
    assert heads(again) == heads(pane)


def test_a_selection_within_a_folded_group_unfolds_it(pane: NavigatorPane) -> None:
    vitals = next(a.id for a in sample().designs()[0].activities if a.title == "Vital signs")
    pane.set_selection(vitals or "")
    item = pane._list.current_item()
    assert isinstance(item, Entry)
    assert item.title == "Vital signs"


def test_a_click_on_a_timeline_opens_it(qtbot: QtBot, pane: NavigatorPane) -> None:
    view = pane._list
    with qtbot.waitSignal(pane.open_timeline) as signal:
        middle = view.visualRect(view.rows.index(row_of(pane, "PK profile"))).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert signal.args == ["Timeline_PK"]


def test_keys_pass_through_heads_and_enter_selects(qtbot: QtBot, pane: NavigatorPane) -> None:
    view = pane._list
    view.set_current_row(row_of(pane, "Early termination"))
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert pane.entries()[view.currentIndex().row()].title == "Epochs"
    QTest.keyClick(view, Qt.Key.Key_Down)
    assert pane.entries()[view.currentIndex().row()].title == "Screening"
    with qtbot.waitSignal(pane.selected) as signal:
        QTest.keyClick(view, Qt.Key.Key_Return)
    assert signal.args == ["Epoch_SCREENING"]


def test_it_follows_the_selection_without_an_echo(qtbot: QtBot, pane: NavigatorPane) -> None:
    with qtbot.assertNotEmitted(pane.selected):
        pane.set_selection("Epoch_TREATMENT")
    assert pane._list.currentIndex().row() == row_of(pane, "Treatment")
    pane.set_selection("Instance_C_D8")
    assert not pane._list.currentIndex().isValid()


def test_the_timeline_that_is_open_is_lit(pane: NavigatorPane) -> None:
    pane.set_timeline("Timeline_PK")
    view = pane._list
    image = view.viewport().grab().toImage()
    area = view.visualRect(view.rows.index(row_of(pane, "PK profile")))
    assert image.pixelColor(area.right() - 40, area.center().y()) == Theme.light().accent_soft


def test_it_says_what_will_be_here(qtbot: QtBot) -> None:
    made = NavigatorPane(theme=Theme.dark())
    qtbot.addWidget(made)
    made.set_document(None)
    assert made.entries() == []
    assert made._list._empty is not None
