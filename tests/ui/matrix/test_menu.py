"""The table's menu and keys that add, group, class, note and delete: done in the real window, seen in the table."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QMenu
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from study.annexe import conditional_marks
from tests.ui.conftest import ShowStudy
from tests.ui.matrix.editing import plain_cells
from ui.edit_dialogs.adding_visits import AddVisitDialog
from ui.edit_dialogs.asking import EditDialog
from ui.edit_dialogs.footnotes import FootnoteDialog
from ui.main_window import MainWindow
from ui.matrix.grid import HEADER
from ui.matrix.view import MatrixView
from ui.parts.matrix import Matrix

Key, Modifier, Left = Qt.Key, Qt.KeyboardModifier, Qt.MouseButton.LeftButton


def menu_of(window: MainWindow) -> QMenu:
    part = window.parts["Matrix"]
    assert isinstance(part, Matrix)
    return part.menu()


def entries(menu: QMenu) -> dict[str, QAction]:
    """All entries of a menu and of the menus in it, by their words."""
    found: dict[str, QAction] = {}
    for action in menu.actions():
        inside = action.menu()
        found[action.text().split("\t")[0]] = action
        if isinstance(inside, QMenu):
            found |= {words: each for words, each in entries(inside).items() if words and words not in found}
    return found


def choose(window: MainWindow, words: str) -> None:
    menu = menu_of(window)
    entry = entries(menu)[words]
    assert entry.isEnabled(), entry.toolTip()
    entry.trigger()


def retype(text: str) -> None:
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)


def titles(view: MatrixView) -> list[str]:
    soa = view.sheet.soa
    assert soa is not None
    return [row.title for row in soa.rows]


def test_an_activity_is_added_below_where_its_name_is_typed(study: OpenStudy, view: MatrixView) -> None:
    row = plain_cells(view)[0][0]
    view.go_to(row, HEADER)
    QTest.keyClick(view, Key.Key_Insert)
    assert view.hand.inline.is_open
    retype("Skin biopsy")
    assert titles(view)[row + 1] == "Skin biopsy"
    assert view.current() == (row + 1, HEADER)
    assert view.hasFocus()
    study.editor.undo()
    assert "Skin biopsy" not in titles(view)


def test_escape_adds_nothing(study: OpenStudy, view: MatrixView) -> None:
    view.go_to(plain_cells(view)[0][0], HEADER)
    QTest.keyClick(view, Key.Key_Insert)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "Nothing")
    QTest.keyClick(field, Key.Key_Escape)
    assert not study.editor.history.steps


def test_in_a_table_of_what_it_plans_a_new_activity_is_planned_at_once(
    study: OpenStudy, view: MatrixView
) -> None:
    assert study.show_timeline("ScheduleTimeline_3")
    view.go_to(0, 2)
    QTest.keyClick(view, Key.Key_Insert)
    retype("PD sample")
    soa = view.sheet.soa
    assert soa is not None
    row = titles(view).index("PD sample")
    assert [c for r, c in soa.marks if r == row] == [2]
    assert len(study.editor.history.steps) == 1


def test_rows_are_grouped_under_a_typed_name_and_ungrouped(
    window: MainWindow, study: OpenStudy, view: MatrixView
) -> None:
    before = titles(view)
    first = plain_cells(view)[0][0]
    view.choose_block((first, HEADER), (first + 1, HEADER))
    choose(window, "Put into a new group…")
    retype("Baseline panel")
    soa = view.sheet.soa
    assert soa is not None
    group = titles(view).index("Baseline panel")
    assert soa.rows[group].is_group
    assert titles(view)[group + 1 : group + 3] == before[first : first + 2]
    view.go_to(group, HEADER)
    choose(window, "Dissolve the group")
    assert titles(view) == before


def test_what_is_classed_as_conditional_is_a_ring(
    window: MainWindow, study: OpenStudy, view: MatrixView
) -> None:
    row, column = plain_cells(view, planned=True)[0]
    soa = view.sheet.soa
    assert soa is not None
    cell = soa.rows[row].key, soa.columns[column].key
    view.go_to(row, column)
    choose(window, "Conditional")
    assert view.overlays.conditional == {cell}
    assert "conditional" in view.accessibleDescription()
    assert conditional_marks(study.annexe) == {(cell[1], cell[0])}
    study.editor.undo()
    assert not view.overlays.conditional
    choose(window, "3 times")
    assert view.overlays.times == {cell: 3}


def test_what_cannot_be_says_why(window: MainWindow, study: OpenStudy, view: MatrixView) -> None:
    view.go_to(*plain_cells(view)[0])
    entry = entries(menu_of(window))["Class as"]
    assert not entry.isEnabled()
    assert entry.toolTip() == "Nothing is planned here."


def test_an_activity_and_a_visit_are_deleted(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow, study: OpenStudy, view: MatrixView
) -> None:
    row = plain_cells(view)[0][0]
    name = titles(view)[row]
    view.go_to(row, HEADER)
    choose(window, "Delete")
    assert name not in titles(view)
    soa = view.sheet.soa
    assert soa is not None
    visit = soa.columns[2].key
    monkeypatch.setattr(EditDialog, "exec", lambda dialog: dialog.accept())
    view.go_to(HEADER, 2)
    choose(window, "Delete…")
    assert view.sheet.soa is not None
    assert visit not in [column.key for column in view.sheet.soa.columns]
    assert len(study.editor.history.steps) == 2


def test_a_visit_is_added_like_another_one(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow, show_study: ShowStudy
) -> None:
    study, view = show_study("cdisc-pilot-lzzt-v4"), window.matrix.view
    window.show_views("view_matrix")
    soa = view.sheet.soa
    assert soa is not None
    like = next(c for c, column in enumerate(soa.columns) if c > 4 and column.planned.whole_days)
    marked = {r for r, c in soa.marks if c == like}

    def fill_in(dialog: AddVisitDialog) -> None:
        dialog.called.setText("Extra visit")
        dialog.offset.setText("3 days")
        dialog.window_field.setText("±1 d")
        assert dialog.does.isEnabled(), dialog.error.text()
        dialog.accept()

    monkeypatch.setattr(AddVisitDialog, "exec", fill_in)
    view.go_to(HEADER, like)
    choose(window, "Add a visit like it…")
    now = view.sheet.soa
    assert now is not None
    new = next(c for c, column in enumerate(now.columns) if column.title == "Extra visit")
    assert {r for r, c in now.marks if c == new} == marked
    assert len(study.editor.history.steps) == 1


def test_a_footnote_is_added_to_a_cell_and_its_text_changed(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow, study: OpenStudy, view: MatrixView
) -> None:
    row, column = plain_cells(view, planned=True)[0]

    def write(dialog: FootnoteDialog) -> None:
        dialog.text.clear()
        QTest.keyClicks(dialog.text, texts.pop(0))
        dialog.accept()

    texts = ["Fasting only", "At least 8 h fasting"]
    monkeypatch.setattr(FootnoteDialog, "exec", write)
    view.go_to(row, column)
    choose(window, "Add a footnote…")
    soa = view.sheet.soa
    assert soa is not None
    (letter,) = soa.marks[row, column].footnotes
    note = next(note for note in soa.footnotes if note.letter == letter)
    assert note.text == "Fasting only"
    choose(window, f"Edit footnote {letter}…")
    assert view.sheet.soa is not None
    assert "At least 8 h fasting" in [note.text for note in view.sheet.soa.footnotes]
    choose(window, f"Take footnote {letter} off here")
    assert view.sheet.soa is not None
    assert view.sheet.soa.marks[row, column].footnotes == ()
    assert len(study.editor.history.steps) == 3


def test_a_footnote_needs_a_text(qtbot: QtBot, window: MainWindow, study: OpenStudy) -> None:
    dialog = FootnoteDialog(study, "", "Add a footnote", lambda _html: pytest.fail("no text, no footnote"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.buttons.button(QDialogButtonBox.StandardButton.Ok).isEnabled()
    assert dialog.error.text()


def test_the_pattern_of_a_row_is_taken_over(window: MainWindow, study: OpenStudy, view: MatrixView) -> None:
    soa = view.sheet.soa
    assert soa is not None
    row = next(
        r
        for r in range(1, len(soa.rows))
        if not soa.rows[r].is_group
        and not soa.rows[r - 1].is_group
        and {c for s, c in soa.marks if s == r} != {c for s, c in soa.marks if s == r - 1}
    )
    view.go_to(row, HEADER)
    above = " ".join(soa.rows[row - 1].title.split())
    words = above if len(above) <= 40 else above[:39] + "…"
    choose(window, f"Plan at the same visits as {words}")
    now = view.sheet.soa
    assert now is not None
    assert {c for r, c in now.marks if r == row} == {c for r, c in now.marks if r == row - 1}
    assert len(study.editor.history.steps) == 1


def test_the_actions_of_the_program_edit_the_table_too(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, view: MatrixView
) -> None:
    row, column = plain_cells(view)[0]
    view.go_to(row, column)
    window.show_views("view_graph")
    window.actions_by_id["table_plan"].trigger()
    assert not window.matrix.isHidden()
    assert view.sheet.soa is not None
    assert (row, column) in view.sheet.soa.marks
    window.actions_by_id["table_add_activity"].trigger()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is view.hand.inline.field)
    retype("Extra vital signs")
    assert titles(view)[row + 1] == "Extra vital signs"
    window.actions_by_id["table_rename"].trigger()
    retype("Vital signs, lying")
    assert titles(view)[row + 1] == "Vital signs, lying"
    assert len(study.editor.history.steps) == 3


def test_a_study_that_cannot_be_edited_says_so_before_anything_is_typed(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, study: OpenStudy, view: MatrixView
) -> None:
    monkeypatch.setattr(type(study.editor), "locked", "This study can only be read.")
    view.go_to(HEADER, 2)
    with qtbot.waitSignal(view.told) as told:
        QTest.keyClick(view, Key.Key_F2)
    assert told.args == ["This study can only be read."]
    assert not view.hand.inline.is_open
    with qtbot.waitSignal(study.editor.refused):
        view.go_to(*plain_cells(view)[0])
        QTest.keyClick(view, Key.Key_Space)
    assert not study.editor.history.steps
