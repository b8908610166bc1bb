"""Names, study days and windows typed over the headers of the table; what is wrong is said beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.open_study import OpenStudy
from study.commands.activities import DeleteActivities
from study.soa import Column
from study.wording import lengths_text
from ui.matrix.gestures import Part
from ui.matrix.grid import HEADER
from ui.matrix.letters import visit_title
from ui.matrix.view import MatrixView

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def columns_of(view: MatrixView) -> tuple[Column, ...]:
    soa = view.sheet.soa
    assert soa is not None
    return soa.columns


def timed(view: MatrixView) -> int:
    """The column of a visit with a study day and a reference, not the first."""
    return next(
        c
        for c, column in enumerate(columns_of(view))
        if c > 3
        and column.planned.reference
        and column.planned.study_day is not None
        and column.planned.whole_days
        and not column.planned.is_range
        and not column.sub_timeline
    )


def line_of(view: MatrixView, column: int, part: Part) -> QPoint:
    """The middle of a line of a visit's header."""
    view.bring_into_view(HEADER, column)
    lines, top = visit_title(view.sheet, view.grid, view.fonts, column)
    at = {Part.NAME: 0, Part.DAY: len(lines), Part.WINDOW: len(lines) + 1}[part]
    return QPoint(view.cell_rect(HEADER, column).center().x(), round(top + (at + 0.5) * view.grid.line))


def double_click(view: MatrixView, spot: QPoint) -> None:
    QTest.mouseClick(view.viewport(), Left, Modifier.NoModifier, spot)
    QTest.mouseDClick(view.viewport(), Left, Modifier.NoModifier, spot)


def retype(view: MatrixView, text: str) -> None:
    field = view.hand.inline.field
    assert QApplication.focusWidget() is field
    field.selectAll()
    QTest.keyClicks(field, text)


def is_typing(view: MatrixView) -> bool:
    return view.hand.inline.is_open


def part_of(view: MatrixView) -> Part:
    return view.hand.inline.part


def test_a_study_day_typed_in_the_header_moves_the_visit(study: OpenStudy, view: MatrixView) -> None:
    column = timed(view)
    visit = columns_of(view)[column]
    double_click(view, line_of(view, column, Part.DAY))
    inline = view.hand.inline
    assert is_typing(view)
    assert inline.field.text() == visit.day_text
    retype(view, "Day 999")
    assert "Day 999" in inline.effect.text()
    QTest.keyClick(inline.field, Key.Key_Return)
    assert not is_typing(view)
    now = columns_of(view)[view.sheet.column_of[visit.key]]
    assert now.day_text == "Day 999"
    assert now.planned.reference == visit.planned.reference
    assert view.hasFocus()
    study.editor.undo()
    assert columns_of(view)[column].day_text == visit.day_text


def test_what_nobody_can_read_stands_beside_the_field_and_the_old_value_stays(
    study: OpenStudy, view: MatrixView
) -> None:
    column = timed(view)
    visit = columns_of(view)[column]
    inline = view.hand.inline
    double_click(view, line_of(view, column, Part.WINDOW))
    retype(view, "about a week")
    assert "about a week" in inline.error.text()
    QTest.keyClick(inline.field, Key.Key_Return)
    assert is_typing(view)
    assert not study.editor.history.steps
    QTest.keyClick(inline.field, Key.Key_Escape)
    assert not is_typing(view)
    assert columns_of(view)[column].window_text == visit.window_text


@pytest.mark.parametrize(("typed", "said"), [("-3 d / +2 d", "−3 d / +2 d"), ("not stated", "not stated")])
def test_a_window_is_typed_as_people_say_it(
    study: OpenStudy, view: MatrixView, typed: str, said: str
) -> None:
    column = timed(view)
    if typed == "not stated":
        view.hand.inline.open(HEADER, column, Part.WINDOW)
        retype(view, "4 d / 4 d")
        QTest.keyClick(view.hand.inline.field, Key.Key_Return)
    double_click(view, line_of(view, column, Part.WINDOW))
    retype(view, typed)
    QTest.keyClick(view.hand.inline.field, Key.Key_Return)
    assert lengths_text(columns_of(view)[column].planned) == said
    assert study.editor.history.steps


def test_one_window_for_all_columns_that_are_chosen(study: OpenStudy, view: MatrixView) -> None:
    columns = columns_of(view)
    first = next(
        c
        for c in range(3, len(columns) - 1)
        if all(
            each.planned.reference and each.planned.whole_days and not each.planned.is_anchor
            for each in columns[c : c + 2]
        )
    )
    view.choose_block((HEADER, first), (HEADER, first + 1))
    view.hand.inline.open(HEADER, first + 1, Part.WINDOW)
    retype(view, "±5 days")
    assert "2" in view.hand.inline.effect.text()
    QTest.keyClick(view.hand.inline.field, Key.Key_Return)
    now = columns_of(view)
    assert {lengths_text(now[c].planned) for c in (first, first + 1)} == {"−5 d / +5 d"}
    assert len(study.editor.history.steps) == 1


def test_f2_renames_and_tab_goes_on_to_day_and_window(study: OpenStudy, view: MatrixView) -> None:
    column = timed(view)
    inline = view.hand.inline
    view.go_to(HEADER, column)
    QTest.keyClick(view, Key.Key_F2)
    retype(view, "Besuch 7")
    QTest.keyClick(inline.field, Key.Key_Tab)
    assert columns_of(view)[column].title == "Besuch 7"
    assert part_of(view) is Part.DAY
    QTest.keyClick(inline.field, Key.Key_Tab)
    assert part_of(view) is Part.WINDOW
    QTest.keyClick(inline.field, Key.Key_Tab)
    assert part_of(view) is Part.NAME
    assert view.current() == (HEADER, column + 1)
    QTest.keyClick(inline.field, Key.Key_Escape)
    assert len(study.editor.history.steps) == 1  # what stays as it was is no step


@pytest.mark.parametrize("name", ["زيارة المتابعة", "e\u0301chographie", "n" * 10_000])
def test_an_activity_is_renamed_where_it_stands(study: OpenStudy, view: MatrixView, name: str) -> None:
    soa = view.sheet.soa
    assert soa is not None
    row = next(r for r, each in enumerate(soa.rows) if not each.is_group)
    double_click(view, view.cell_rect(row, HEADER).center())
    inline = view.hand.inline
    inline.field.selectAll()
    inline.field.insert(name)
    QTest.keyClick(inline.field, Key.Key_Return)
    if inline.is_open:  # refused: the reason is said, the name kept
        assert inline.error.text()
        assert not study.editor.history.steps
    else:
        assert view.sheet.soa is not None
        assert view.sheet.soa.rows[row].title == name


def test_an_epoch_is_renamed_over_its_band(study: OpenStudy, view: MatrixView) -> None:
    soa = view.sheet.soa
    assert soa is not None
    run = next(run for run in soa.epochs if run.entity_id)
    spot = QPoint(round(view.grid.column_left(run.start)) + 20, view.grid.encounter_top // 2)
    double_click(view, spot)
    retype(view, "Run-in")
    QTest.keyClick(view.hand.inline.field, Key.Key_Return)
    assert view.sheet.soa is not None
    assert any(each.title == "Run-in" for each in view.sheet.soa.epochs)


def test_what_is_being_typed_outlives_an_edit_from_elsewhere(study: OpenStudy, view: MatrixView) -> None:
    soa = view.sheet.soa
    assert soa is not None
    row = next(r for r, each in enumerate(soa.rows) if r > 5 and not each.is_group)
    key = soa.rows[row].key
    view.hand.inline.open(row, HEADER)
    retype(view, "Half a na")
    study.editor.do(DeleteActivities((soa.rows[2].key,)))
    assert is_typing(view)
    QTest.keyClicks(view.hand.inline.field, "me")
    QTest.keyClick(view.hand.inline.field, Key.Key_Return)
    now = view.sheet.soa
    assert now is not None
    assert now.rows[view.sheet.row_of[key]].title == "Half a name"
    view.hand.inline.open(view.sheet.row_of[key], HEADER)
    study.editor.do(DeleteActivities((key,)))
    assert not is_typing(view)  # there is nothing to name any more


def test_del_on_a_header_alone_deletes_nothing(study: OpenStudy, view: MatrixView) -> None:
    view.go_to(3, HEADER)
    QTest.keyClick(view, Key.Key_Delete)
    view.go_to(HEADER, 3)
    QTest.keyClick(view, Key.Key_Delete)
    assert not study.editor.history.steps
