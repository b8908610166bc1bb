"""Burden in the real window: counted while it is seen, against the revision before, and a way to each visit."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from study.burden import burden
from study.commands.marks import SetMarks
from study.wording import MINUS
from tests.ui.conftest import ShowStudy
from ui.burden import BurdenPane
from ui.burden.pane import signed
from ui.main_window import MainWindow


def shown(window: MainWindow) -> BurdenPane:
    window.actions_by_id["show_burden"].trigger()
    found = window.findChild(BurdenPane)
    assert isinstance(found, BurdenPane)
    return found


def test_totals_and_visits_are_those_of_the_study(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("cdisc-pilot-lzzt-v4")
    assert study.projection is not None
    counted = burden(study.projection.timeline, study.projection.design)
    pane = shown(window)
    assert f"{len(counted.visits)} visits" in pane.totals.text()
    assert f"{counted.assessments} planned assessments" in pane.totals.text()
    assert "at least" in pane.totals.text()
    assert "What is timed within a visit counts each time." in pane._note.text()
    assert len(pane.rows.items()) == len(counted.visits) + 1  # the names of the columns
    assert pane.changes.text() == ""


def test_an_edit_is_counted_against_the_revision_before(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study("cdisc-pilot-lzzt-v4")
    assert study.projection is not None
    design = study.projection.design
    pane = shown(window)
    visit = study.projection.timeline.instances[3]
    new = [a.id for a in design.activities if a.id and a.id not in visit.activities and not a.sub_timeline][
        :2
    ]
    study.editor.do(SetMarks(tuple((visit.id or "", each) for each in new), True))
    qtbot.waitUntil(lambda: "+2 assessments" in pane.changes.text())
    line = next(each for each in pane.rows.items()[1:] if visit.id in each.visit.instances)
    assert line.assessments == 2
    assert not line.is_new
    study.editor.undo()
    qtbot.waitUntil(lambda: pane.changes.text() == "")


def test_a_visit_is_gone_to_by_key(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("cdisc-pilot-lzzt-v4")
    pane = shown(window)
    pane.rows.setFocus()
    pane.rows.set_current_row(3)
    QTest.keyClick(pane.rows, Qt.Key.Key_Return)
    assert study.selection == pane.rows.items()[3].visit.instances[0]


def test_it_says_so_where_no_study_is_open(qtbot: QtBot) -> None:
    pane = BurdenPane()
    qtbot.addWidget(pane)
    assert not pane.rows.items()
    assert not pane._above.isVisibleTo(pane)


def test_less_has_a_minus() -> None:
    assert (signed(3), signed(-2)) == ("+3", f"{MINUS}2")
