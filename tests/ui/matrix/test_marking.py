"""Planning assessments by hand in the table: keys and mouse, one cell and many, one step each, and taken back."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from tests.ui.conftest import ShowStudy
from tests.ui.matrix.editing import at, is_planned, plain_cells, stands_in_document
from ui.main_window import MainWindow
from ui.matrix.grid import HEADER
from ui.matrix.view import MatrixView

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def test_space_plans_and_no_longer_plans_as_steps_of_the_one_history(
    study: OpenStudy, view: MatrixView, window: MainWindow
) -> None:
    before = study.document.to_bytes()
    row, column = plain_cells(view)[0]
    view.go_to(row, column)
    QTest.keyClick(view, Key.Key_Space)
    assert is_planned(view, row, column)
    assert stands_in_document(study, view, row, column)
    assert view.current() == (row, column)
    QTest.keyClick(view, Key.Key_Space)
    assert not is_planned(view, row, column)
    assert len(study.editor.history.steps) == 2
    window.actions_by_id["undo"].trigger()
    assert is_planned(view, row, column)
    window.actions_by_id["undo"].trigger()
    assert not is_planned(view, row, column)
    assert study.document.to_bytes() == before


def test_a_click_chooses_and_a_double_click_plans(study: OpenStudy, view: MatrixView) -> None:
    (row, column), *_ = plain_cells(view)
    spot = at(view, row, column)
    QTest.mouseClick(view.viewport(), Left, Modifier.NoModifier, spot)
    QTest.mouseClick(view.viewport(), Left, Modifier.NoModifier, spot)
    assert view.current() == (row, column)
    assert not study.editor.history.steps  # clicking about plans nothing
    QTest.mouseDClick(view.viewport(), Left, Modifier.NoModifier, spot)
    assert is_planned(view, row, column)
    QTest.keyClick(view, Key.Key_Delete)
    assert not is_planned(view, row, column)


def test_a_block_is_planned_whole_and_emptied_whole_one_step_each(study: OpenStudy, view: MatrixView) -> None:
    soa = view.sheet.soa
    assert soa is not None
    empty = set(plain_cells(view))
    row, column = next(cell for cell in sorted(empty) if (cell[0] + 1, cell[1] + 1) in empty)
    was = set(soa.marks)
    view.go_to(row, column)
    QTest.keyClick(view, Key.Key_Right, Modifier.ShiftModifier)
    QTest.keyClick(view, Key.Key_Down, Modifier.ShiftModifier)
    QTest.keyClick(view, Key.Key_Space)
    block = {(r, c) for r in (row, row + 1) for c in (column, column + 1)}
    now = view.sheet.soa
    assert now is not None
    assert set(now.marks) == was | block
    assert len(study.editor.history.steps) == 1
    assert view.block() is not None  # still chosen, so that another Space takes all of it away
    QTest.keyClick(view, Key.Key_Space)
    assert view.sheet.soa is not None
    assert set(view.sheet.soa.marks) == was - block
    assert len(study.editor.history.steps) == 2
    QTest.keyClick(view, Key.Key_Escape)
    assert view.block() is None


def test_cells_apart_are_chosen_with_ctrl_and_planned_together(study: OpenStudy, view: MatrixView) -> None:
    first, *others = plain_cells(view)
    second = next(cell for cell in others if cell[0] != first[0] and abs(cell[1] - first[1]) == 2)
    QTest.mouseClick(view.viewport(), Left, Modifier.NoModifier, at(view, *first))
    QTest.mouseClick(view.viewport(), Left, Modifier.ControlModifier, at(view, *second))
    assert set(view.chosen()) == {first, second}
    QTest.keyClick(view, Key.Key_Space)
    assert is_planned(view, *first)
    assert is_planned(view, *second)
    assert len(study.editor.history.steps) == 1


def test_a_row_is_chosen_by_its_name_before_it_is_planned(study: OpenStudy, view: MatrixView) -> None:
    soa = view.sheet.soa
    assert soa is not None
    row = plain_cells(view)[0][0]
    QTest.mouseClick(view.viewport(), Left, Modifier.NoModifier, at(view, row, HEADER))
    QTest.keyClick(view, Key.Key_Space)
    assert not study.editor.history.steps  # the first Space only chooses it
    assert len(view.chosen()) == len(soa.columns)
    QTest.keyClick(view, Key.Key_Space)
    visits = [c for c, column in enumerate(soa.columns) if not column.is_decision]
    assert all(is_planned(view, row, c) for c in visits)
    assert len(study.editor.history.steps) == 1


def test_a_heading_and_a_decision_say_why_nothing_is_planned(
    qtbot: QtBot, study: OpenStudy, view: MatrixView
) -> None:
    soa = view.sheet.soa
    assert soa is not None
    group = next(r for r, row in enumerate(soa.rows) if row.is_group and (r, 0) not in soa.marks)
    decision = next(c for c, column in enumerate(soa.columns) if column.is_decision)
    row = plain_cells(view)[0][0]
    for cell, word in (((group, 0), "heading"), ((row, decision), "decision")):
        view.go_to(*cell)
        with qtbot.waitSignal(view.told) as told:
            QTest.keyClick(view, Key.Key_Space)
        assert word in told.args[0]
    assert not study.editor.history.steps


@pytest.mark.parametrize(
    "narrow",
    [
        pytest.param(lambda view: view.set_phrase("a"), id="filter"),
        pytest.param(lambda view: view.set_folded(frozenset(list(view.sheet.groups())[:2])), id="folds"),
        pytest.param(lambda view: view.set_merged(True), id="merged"),
    ],
)
def test_an_edit_leaves_what_a_person_asked_to_see(
    view: MatrixView, narrow: Callable[[MatrixView], None]
) -> None:
    narrow(view)
    shown, soa = view.sheet.shown, view.sheet.soa
    assert soa is not None
    row = next(r for r in reversed(shown.rows) if not soa.rows[r].is_group)
    column = next(c for c in reversed(shown.columns) if not soa.columns[c].is_decision)
    view.go_to(row, column)
    places = view.horizontalScrollBar().value(), view.verticalScrollBar().value()
    asked = view.asked
    was = is_planned(view, row, column)
    QTest.keyClick(view, Key.Key_Space)
    assert is_planned(view, row, column) is not was
    assert (view.horizontalScrollBar().value(), view.verticalScrollBar().value()) == places
    assert view.asked == asked
    assert view.current() == (row, column)


def test_a_merged_column_is_planned_at_each_of_its_visits(window: MainWindow, show_study: ShowStudy) -> None:
    study, view = show_study("lilly-nct03421379-v4"), window.matrix.view
    view.set_merged(True)
    soa = view.sheet.soa
    assert soa is not None
    column = next(c for c, each in enumerate(soa.columns) if len(each.members) > 1)
    row = next(r for r, _ in plain_cells(view) if (r, column) not in soa.marks)
    view.go_to(row, column)
    QTest.keyClick(view, Key.Key_Space)
    now = view.sheet.soa
    assert now is not None
    assert now.marks[row, column].instances == tuple(range(1, len(soa.columns[column].members) + 1))
    assert len(study.editor.history.steps) == 1
