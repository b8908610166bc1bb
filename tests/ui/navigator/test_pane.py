"""The navigator on the sample study: its lists, going there, keeping in step."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from study.document import Document
from tests.ui.studies import SAMPLE, sample
from ui.navigator import NavigatorPane
from ui.navigator.entries import Entry, Head, entries_of
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


def test_it_lists_timelines_epochs_arms_and_groups_with_counts(pane: NavigatorPane) -> None:
    rows = pane.entries()
    assert [row.title for row in rows if isinstance(row, Head)] == [
        "Timelines",
        "Epochs",
        "Arms",
        "Activities",
    ]
    counts = {row.title: row.count for row in rows if isinstance(row, Entry)}
    assert rows[1].title == "Main timeline"
    assert counts["Main timeline"] == 14
    assert counts["PK profile"] == 8
    assert counts["Screening"] == 3
    assert counts["Safety"] == 6
    assert counts["Control"] is None


def test_a_list_that_does_not_exist_has_no_head() -> None:
    raw = json.loads(SAMPLE.read_bytes())
    design = raw["study"]["versions"][0]["studyDesigns"][0]
    design["arms"] = []
    for activity in design["activities"]:
        activity["childIds"] = []
    document = Document.from_bytes(json.dumps(raw).encode())
    rows = entries_of(document, document.designs()[0])
    assert [row.title for row in rows if isinstance(row, Head)] == ["Timelines", "Epochs", "Activities"]
    assert "12-lead ECG" in [row.title for row in rows]  # without groups, every activity


def test_a_click_on_a_timeline_opens_it(qtbot: QtBot, pane: NavigatorPane) -> None:
    view = pane._list
    with qtbot.waitSignal(pane.open_timeline) as signal:
        middle = view.visualRect(view.rows.index(row_of(pane, "PK profile"))).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert signal.args == ["Timeline_PK"]


def test_keys_pass_over_heads_and_enter_selects(qtbot: QtBot, pane: NavigatorPane) -> None:
    view = pane._list
    view.set_current_row(row_of(pane, "Early termination"))
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
