"""Rows and columns carried elsewhere by hand: a line says where, a sentence says why not, one step each."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from tests.ui.conftest import ShowStudy
from ui.main_window import MainWindow
from ui.matrix.grid import HEADER
from ui.matrix.lit import DropLine
from ui.matrix.view import MatrixView

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def row_keys(view: MatrixView) -> list[str]:
    soa = view.sheet.soa
    assert soa is not None
    return [row.key for row in soa.rows]


def visit_keys(view: MatrixView) -> list[str]:
    soa = view.sheet.soa
    assert soa is not None
    return [column.key for column in soa.columns]


def parent_of(view: MatrixView, key: str) -> str:
    soa, index = view.sheet.soa, view.sheet.index
    assert soa is not None
    assert index is not None
    group = index.parents[view.sheet.row_of[key]]
    return soa.rows[group].key if group >= 0 else ""


def carry(view: MatrixView, start: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    """Click a header, then drag it."""
    viewport = view.viewport()
    QTest.mouseClick(viewport, Left, Modifier.NoModifier, start)
    QTest.mousePress(viewport, Left, Modifier.NoModifier, start)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    if let_go:
        QTest.mouseRelease(viewport, Left, Modifier.NoModifier, end)


def line_of(view: MatrixView) -> DropLine | None:
    return view.hand.carrying.line


def members(view: MatrixView, least: int) -> range:
    """The rows of an unfolded group with enough of them, all of one level and in view."""
    soa, index = view.sheet.soa, view.sheet.index
    assert soa is not None
    assert index is not None
    return next(
        rows
        for rows in index.members.values()
        if len(rows) >= least and not any(soa.rows[row].is_group for row in rows)
    )


def test_a_row_is_dragged_below_another_one_of_its_group(study: OpenStudy, view: MatrixView) -> None:
    before = row_keys(view)
    rows = members(view, 4)
    first, third = rows[0], rows[2]
    below = view.cell_rect(third, HEADER)
    carry(
        view,
        view.cell_rect(first, HEADER).center(),
        QPoint(below.center().x(), below.bottom() - 3),
        let_go=False,
    )
    line = line_of(view)
    assert line is not None
    assert line.allowed
    assert view.hint.text()
    assert row_keys(view) == before
    QTest.mouseRelease(
        view.viewport(), Left, Modifier.NoModifier, QPoint(below.center().x(), below.bottom() - 3)
    )
    moved = before.copy()
    moved.insert(third, moved.pop(first))
    assert row_keys(view) == moved
    assert view.current() == (third, HEADER)
    assert len(study.editor.history.steps) == 1
    study.editor.undo()
    assert row_keys(view) == before


def test_several_rows_go_into_another_group_together(study: OpenStudy, view: MatrixView) -> None:
    soa, index = view.sheet.soa, view.sheet.index
    assert soa is not None
    assert index is not None
    rows = members(view, 4)
    moved = [soa.rows[row].key for row in rows[:2]]
    other = next(
        group for group, inside in index.members.items() if inside.start > rows.stop and len(inside) > 1
    )
    key = soa.rows[other].key
    view.choose_block((rows[0], HEADER), (rows[1], HEADER))
    head = view.cell_rect(other, HEADER)
    start = view.cell_rect(rows[0], HEADER).center()
    viewport = view.viewport()
    QTest.mousePress(viewport, Left, Modifier.NoModifier, start)
    end = QPoint(head.center().x(), head.bottom() - 2)
    QTest.mouseMove(viewport, (start + end) / 2)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Left, Modifier.NoModifier, end)
    assert [parent_of(view, each) for each in moved] == [key, key]
    at = view.sheet.row_of[key]
    assert row_keys(view)[at + 1 : at + 3] == moved
    assert len(study.editor.history.steps) == 1


def test_alt_and_arrows_carry_a_row_and_take_it_out_of_its_group(study: OpenStudy, view: MatrixView) -> None:
    rows = members(view, 3)
    key, group = row_keys(view)[rows[1]], parent_of(view, row_keys(view)[rows[1]])
    view.go_to(rows[1], HEADER)
    QTest.keyClick(view, Key.Key_Up, Modifier.AltModifier)
    assert view.sheet.row_of[key] == rows[0]
    QTest.keyClick(view, Key.Key_Down, Modifier.AltModifier)
    QTest.keyClick(view, Key.Key_Down, Modifier.AltModifier)
    assert view.sheet.row_of[key] == rows[2]
    assert parent_of(view, key) == group
    QTest.keyClick(view, Key.Key_Left, Modifier.AltModifier)
    assert parent_of(view, key) == ""
    QTest.keyClick(view, Key.Key_Right, Modifier.AltModifier)
    assert parent_of(view, key) == group
    assert view.current() == (view.sheet.row_of[key], HEADER)
    assert len(study.editor.history.steps) == 5


def test_a_group_is_not_carried_into_itself_and_says_so(
    qtbot: QtBot, study: OpenStudy, view: MatrixView
) -> None:
    rows = members(view, 3)
    group = rows.start - 1
    inside = view.cell_rect(rows[1], HEADER)
    head = view.cell_rect(group, HEADER)
    start = QPoint(head.left() + 120, head.center().y())
    carry(view, start, QPoint(inside.left() + 160, inside.bottom() - 2), let_go=False)
    line = line_of(view)
    assert line is not None
    assert not line.allowed
    assert "itself" in view.hint.text()
    QTest.keyClick(view, Key.Key_Escape)
    assert line_of(view) is None
    QTest.mouseRelease(view.viewport(), Left, Modifier.NoModifier, inside.center())
    assert not study.editor.history.steps


def test_a_visit_is_carried_within_the_path_by_key_and_by_mouse(
    window: MainWindow, show_study: ShowStudy
) -> None:
    study, view = show_study("cdisc-pilot-lzzt-v4"), window.matrix.view
    window.show_views("view_matrix")
    view.setFocus()
    before = visit_keys(view)
    view.go_to(HEADER, 4)
    QTest.keyClick(view, Key.Key_Right, Modifier.AltModifier)
    assert visit_keys(view)[5] == before[4]
    assert view.current() == (HEADER, 5)
    QTest.keyClick(view, Key.Key_Left, Modifier.AltModifier)
    assert visit_keys(view) == before
    view.bring_into_view(HEADER, 6)
    view.bring_into_view(HEADER, 3)
    start, end = view.cell_rect(HEADER, 3), view.cell_rect(HEADER, 5)
    carry(view, start.center() - QPoint(0, 0), QPoint(end.right() - 3, end.center().y()))
    assert visit_keys(view)[3:6] == [before[4], before[5], before[3]]
    assert len(study.editor.history.steps) == 3
    while study.editor.undo():
        pass
    assert visit_keys(view) == before


def test_what_is_carried_falls_back_where_it_stood_on_escape(study: OpenStudy, view: MatrixView) -> None:
    rows = members(view, 3)
    carry(
        view,
        view.cell_rect(rows[0], HEADER).center(),
        view.cell_rect(rows[2], HEADER).center(),
        let_go=False,
    )
    QTest.keyClick(view, Key.Key_Escape)
    QTest.mouseRelease(view.viewport(), Left, Modifier.NoModifier, view.cell_rect(rows[2], HEADER).center())
    assert not study.editor.history.steps
    assert view.hint.text() == ""
