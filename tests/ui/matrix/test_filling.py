"""Marks filled and pasted over the table: seen before it is done, one step each, given up without a trace."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from app.open_study import OpenStudy
from tests.ui.matrix.editing import at, is_planned, plain_cells
from ui.matrix.grid import HEADER
from ui.matrix.view import MatrixView

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def marks_of(view: MatrixView) -> set[tuple[int, int]]:
    soa = view.sheet.soa
    assert soa is not None
    return set(soa.marks)


def run_of_empty(view: MatrixView, length: int) -> tuple[int, int]:
    """A planned cell with so many cells to its right in which something could be planned, and is not."""
    soa = view.sheet.soa
    assert soa is not None
    empty = set(plain_cells(view))
    return next(
        (r, c)
        for r, c in plain_cells(view, planned=True)
        if all((r, c + n) in empty for n in range(1, length + 1))
    )


def handle_of(view: MatrixView, row: int, column: int) -> QPoint:
    return view.cell_rect(row, column).bottomRight() - QPoint(2, 2)


def drag_handle(view: MatrixView, row: int, column: int, to: QPoint) -> None:
    viewport = view.viewport()
    QTest.mousePress(viewport, Left, Modifier.NoModifier, handle_of(view, row, column))
    QTest.mouseMove(viewport, to)
    QTest.mouseMove(viewport, to + QPoint(1, 0))


def test_the_handle_fills_across_and_shows_it_before(study: OpenStudy, view: MatrixView) -> None:
    row, column = run_of_empty(view, 3)
    before = marks_of(view)
    view.go_to(row, column)
    to = at(view, row, column + 3)
    drag_handle(view, row, column, to)
    assert view.hand.coming is not None
    assert view.hand.coming.cells == {(row, column + n): True for n in (1, 2, 3)}
    assert marks_of(view) == before
    QTest.mouseRelease(view.viewport(), Left, Modifier.NoModifier, to)
    assert marks_of(view) == before | {(row, column + n) for n in (1, 2, 3)}
    assert len(study.editor.history.steps) == 1
    study.editor.undo()
    assert marks_of(view) == before


def test_escape_gives_a_fill_up(study: OpenStudy, view: MatrixView) -> None:
    row, column = run_of_empty(view, 2)
    view.go_to(row, column)
    to = at(view, row, column + 2)
    drag_handle(view, row, column, to)
    QTest.keyClick(view, Key.Key_Escape)
    assert view.hand.coming is None
    QTest.mouseRelease(view.viewport(), Left, Modifier.NoModifier, to)
    assert not study.editor.history.steps


def test_ctrl_d_and_ctrl_r_repeat_the_first_row_and_column(study: OpenStudy, view: MatrixView) -> None:
    row, column = run_of_empty(view, 2)
    view.go_to(row, column)
    QTest.keyClick(view, Key.Key_Right, Modifier.ShiftModifier)
    QTest.keyClick(view, Key.Key_Right, Modifier.ShiftModifier)
    QTest.keyClick(view, Key.Key_R, Modifier.ControlModifier)
    assert all(is_planned(view, row, column + n) for n in (1, 2))
    soa = view.sheet.soa
    assert soa is not None
    above, below = next(
        (r, r + 1)
        for r in range(len(soa.rows) - 1)
        if not soa.rows[r].is_group
        and not soa.rows[r + 1].is_group
        and {c for s, c in soa.marks if s == r} != {c for s, c in soa.marks if s == r + 1}
    )
    view.choose_block((below, HEADER), (below, 0))
    QTest.keyClick(view, Key.Key_D, Modifier.ControlModifier)
    now = marks_of(view)
    assert {c for r, c in now if r == below} == {c for r, c in now if r == above}
    assert len(study.editor.history.steps) == 2


def paste(view: MatrixView, text: str) -> None:
    QGuiApplication.clipboard().setText(text)
    QTest.keyClick(view, Key.Key_V, Modifier.ControlModifier)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x\t\tX\n", id="marks"),
        pytest.param("\tDay 1\tDay 2\tDay 3\nECG\tX (a, b)\t\t✓\n", id="with headings"),
    ],
)
def test_a_block_of_a_spreadsheet_is_seen_before_enter_pastes_it(
    study: OpenStudy, view: MatrixView, text: str
) -> None:
    row, column = run_of_empty(view, 2)
    before = marks_of(view)
    after = before - {(row, column + 1)} | {(row, column), (row, column + 2)}
    view.go_to(row, column)
    paste(view, text)
    assert view.hand.coming is not None
    assert view.hand.coming.cells == {(row, column + 2): True}
    assert "1" in view.hint.text()
    assert marks_of(view) == before
    QTest.keyClick(view, Key.Key_Return)
    assert marks_of(view) == after
    assert view.hint.text() == ""
    assert len(study.editor.history.steps) == 1


def test_a_paste_follows_the_cursor_and_is_given_up_by_escape(study: OpenStudy, view: MatrixView) -> None:
    row, column = run_of_empty(view, 3)
    view.go_to(row, column)
    paste(view, "x\tx")
    QTest.keyClick(view, Key.Key_Right)
    assert view.hand.coming is not None
    assert set(view.hand.coming.cells) == {(row, column + 1), (row, column + 2)}
    QTest.keyClick(view, Key.Key_Escape)
    assert view.hint.text() == ""
    QTest.keyClick(view, Key.Key_Return)
    assert not study.editor.history.steps


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Dear colleague", "no mark"),
        ("", "nothing to paste"),
        ("x\0y", "no table"),
        ("x\n" * 500, "500 rows"),
        ("الزيارة\t\u200fx\nفحص\tنعم", "no mark"),
    ],
)
def test_what_is_no_marks_gets_a_sentence_and_changes_nothing(
    study: OpenStudy, view: MatrixView, text: str, word: str
) -> None:
    view.go_to(*plain_cells(view)[0])
    paste(view, text)
    assert word in view.hint.text()
    QTest.keyClick(view, Key.Key_Return)
    assert not study.editor.history.steps


def test_what_is_cut_is_pasted_elsewhere(study: OpenStudy, view: MatrixView) -> None:
    row, column = run_of_empty(view, 2)
    view.go_to(row, column)
    QTest.keyClick(view, Key.Key_X, Modifier.ControlModifier)
    assert not is_planned(view, row, column)
    view.go_to(row, column + 1)
    QTest.keyClick(view, Key.Key_V, Modifier.ControlModifier)
    QTest.keyClick(view, Key.Key_V, Modifier.ControlModifier)
    assert is_planned(view, row, column + 1)
    assert len(study.editor.history.steps) == 2
