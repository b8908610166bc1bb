"""One of several, spans, how often and how binding: said in the menu, seen in table and inspector, taken off."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.open_study import OpenStudy
from study.annexe import MarkKind, one_of_groups, spans, times_in_visit
from study.commands.annexe_marks import ClassifyMarks, OneOfGroup, Span, TimesInVisit
from study.commands.marks import SetMarks
from tests.ui.matrix.editing import plain_cells
from tests.ui.matrix.test_menu import choose, entries, menu_of
from ui.edit_dialogs.asking import EditDialog
from ui.edit_dialogs.beyond import SpanDialog, TimesDialog
from ui.history.told import told_changes
from ui.inspector.labels import ValueLabel
from ui.inspector.sections import About
from ui.main_window import MainWindow
from ui.matrix.grid import HEADER
from ui.matrix.view import MatrixView


def column_with(view: MatrixView, number: int) -> tuple[int, list[int]]:
    """A column in which so many plain activities or more are planned, and the rows of the first of them."""
    by_column: dict[int, list[int]] = {}
    for row, column in plain_cells(view, planned=True):
        by_column.setdefault(column, []).append(row)
    return next((c, rows[:number]) for c, rows in sorted(by_column.items()) if len(rows) >= number)


def choose_rows(view: MatrixView, column: int, rows: list[int]) -> None:
    """Choose cells of a column by Ctrl and click."""
    view.bring_into_view(rows[0], column)
    for number, row in enumerate(rows):
        at = view.cell_rect(row, column).center()
        held = Qt.KeyboardModifier.ControlModifier if number else Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, held, at)
    assert set(view.chosen()) == {(row, column) for row in rows}


def inspector_words(window: MainWindow, address: str) -> dict[str, list[str]]:
    """What the inspector shows under "How binding, how often, how long": words and values of each row."""
    window.select(address)
    page = window.inspector.page()
    assert page is not None
    told = (
        next(each for each in page.said if isinstance(each, About))
        if isinstance(page.said, tuple)
        else About()
    )
    section = next((each for each in told.sections if each.name == "beyond"), None)
    shown = {
        each.plain() if isinstance(each, ValueLabel) else each.text() for each in page.findChildren(QLabel)
    }
    found = {row.words: [value.text for value in row.values] for row in section.rows} if section else {}
    assert set(found) <= shown
    title = "How binding, how often, how long"
    assert (section is not None) == (title.casefold() in {each.casefold() for each in shown})
    return found


def test_one_of_several_activities_at_a_visit(window: MainWindow, study: OpenStudy, view: MatrixView) -> None:
    column, rows = column_with(view, 2)
    soa = view.sheet.soa
    assert soa is not None
    names = [soa.rows[row].title for row in rows]
    choose_rows(view, column, rows)
    choose(window, "Do one of these")
    group = one_of_groups(study.annexe)[0]
    assert (group.instance, group.activities) == (
        soa.columns[column].key,
        tuple(soa.rows[r].key for r in rows),
    )
    assert set(view.overlays.groups) == {(soa.rows[row].key, soa.columns[column].key) for row in rows}
    assert f"One of these is done: {', '.join(names)}" in view.accessibleDescription()
    assert inspector_words(window, group.instance)["One of"] == names
    assert set(names) < set(inspector_words(window, group.activities[0])["One of"])
    choose(window, "Do all of them again")
    assert not one_of_groups(study.annexe)
    assert not view.overlays.groups
    assert not inspector_words(window, group.instance)
    study.editor.undo()
    assert len(view.overlays.groups) == 2
    study.editor.undo()
    assert not view.overlays.groups


def test_one_activity_alone_is_not_one_of_several(window: MainWindow, view: MatrixView) -> None:
    view.go_to(*plain_cells(view, planned=True)[0])
    entry = entries(menu_of(window))["Do one of these"]
    assert not entry.isEnabled()
    assert entry.toolTip() == "Choose two activities or more, planned at the same visit."


def test_a_group_that_is_planned_no_more_says_nothing(study: OpenStudy, view: MatrixView) -> None:
    column, rows = column_with(view, 2)
    soa = view.sheet.soa
    assert soa is not None
    visit, activities = soa.columns[column].key, tuple(soa.rows[row].key for row in rows)
    study.editor.do(OneOfGroup(visit, activities))
    assert view.overlays.groups
    study.editor.do(SetMarks(((visit, activities[0]),), marked=False))
    assert not view.overlays.groups
    study.editor.undo()
    assert view.overlays.groups


def test_an_activity_goes_on_from_visit_to_visit(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow, study: OpenStudy, view: MatrixView
) -> None:
    row, column = plain_cells(view)[0]
    soa = view.sheet.soa
    assert soa is not None
    key = soa.rows[row].key
    view.go_to(row, column)

    def say(dialog: EditDialog) -> int:
        assert isinstance(dialog, SpanDialog)
        dialog.last.setCurrentIndex(dialog.last.findData(soa.columns[column + 3].key))
        QTest.keyClicks(dialog.said, "daily")
        dialog.accept()
        return 1

    monkeypatch.setattr(EditDialog, "exec", say)
    choose(window, "Goes on until…")
    span = spans(study.annexe)[0]
    assert (span.activity, span.first, span.last, span.name) == (
        key,
        soa.columns[column].key,
        soa.columns[column + 3].key,
        "daily",
    )
    first, last = soa.columns[column].title, soa.columns[column + 3].title
    view.go_to(row, column + 1)  # nothing is planned there, yet it goes on
    assert f"Goes on from {first} to {last}: daily" in view.accessibleDescription()
    assert inspector_words(window, key)["Goes on"] == [f"from {first}", f"to {last}", "daily"]
    view.go_to(row, column + 1)
    short = next(words for words in entries(menu_of(window)) if words.startswith("No longer go on from"))
    choose(window, short)
    assert not spans(study.annexe)
    assert not view.overlays.spans
    assert study.editor.history.steps[-1].change_set.title.startswith("No longer go on with ")


def test_a_span_is_painted(view: MatrixView, study: OpenStudy) -> None:
    row, column = plain_cells(view)[0]
    soa = view.sheet.soa
    assert soa is not None
    view.bring_into_view(row, column)
    view.go_to(HEADER, column)
    before = view.grab().toImage()
    study.editor.do(Span(soa.rows[row].key, soa.columns[column].key, soa.columns[column + 1].key))
    at = view.cell_rect(row, column)
    after = view.grab().toImage()
    ratio = after.devicePixelRatio()
    changed = [
        x
        for x in range(at.left(), at.right())
        if before.pixel(int(x * ratio), int(at.center().y() * ratio))
        != after.pixel(int(x * ratio), int(at.center().y() * ratio))
    ]
    assert changed, "nothing was painted"
    assert min(changed) > at.left() + at.width() // 4  # from the middle of its first visit on


def test_several_cells_are_done_several_times(
    monkeypatch: pytest.MonkeyPatch, window: MainWindow, study: OpenStudy, view: MatrixView
) -> None:
    column, rows = column_with(view, 2)
    soa = view.sheet.soa
    assert soa is not None
    choose_rows(view, column, rows)

    def say(dialog: EditDialog) -> int:
        assert isinstance(dialog, TimesDialog)
        dialog.times.setText("many")
        dialog.refresh()
        assert dialog.error.text() == "Type a number from 1 to 999."
        assert not dialog.does.isEnabled()
        dialog.times.setText("12")
        dialog.accept()
        return 1

    monkeypatch.setattr(EditDialog, "exec", say)
    choose(window, "Another number…")
    assert set(times_in_visit(study.annexe).values()) == {12}
    assert len(times_in_visit(study.annexe)) == 2
    assert len(study.editor.history.steps) == 1
    assert study.editor.history.steps[0].change_set.title == "Do 2 assessments 12 times"
    names = [soa.rows[row].title for row in rows]
    assert inspector_words(window, soa.columns[column].key)["12 times in the visit"] == names
    choose(window, "1 time")
    assert not times_in_visit(study.annexe)


def test_a_whole_row_is_classed(window: MainWindow, study: OpenStudy, view: MatrixView) -> None:
    row = plain_cells(view, planned=True)[0][0]
    soa = view.sheet.soa
    assert soa is not None
    visits = {soa.columns[c].key for r, c in soa.marks if r == row}
    view.go_to(row, HEADER)
    choose(window, "Optional")
    assert view.overlays.optional == {(soa.rows[row].key, visit) for visit in visits}
    assert len(inspector_words(window, soa.rows[row].key)["Optional"]) == len(visits)
    assert entries(menu_of(window))["Optional"].isChecked()


def test_all_that_is_planned_at_a_visit_is_classed(
    window: MainWindow, study: OpenStudy, view: MatrixView
) -> None:
    column, _ = column_with(view, 2)
    soa = view.sheet.soa
    assert soa is not None
    here = {(soa.rows[r].key, soa.columns[c].key) for r, c in soa.marks if c == column}
    view.go_to(HEADER, column)
    choose(window, "Conditional")
    assert view.overlays.conditional == here
    assert len(study.editor.history.steps) == 1


def test_what_is_said_is_there_when_another_study_is_opened(view: MatrixView, study: OpenStudy) -> None:
    column, rows = column_with(view, 2)
    soa = view.sheet.soa
    assert soa is not None
    cell = soa.columns[column].key, soa.rows[rows[0]].key
    study.editor.do(ClassifyMarks((cell,), MarkKind.OPTIONAL))
    assert view.overlays.optional == {(cell[1], cell[0])}
    study.show_timeline(study.document.timelines()[-1][2].id or "")
    assert not view.overlays.optional  # it is of the other timeline's table
    study.show_main_timeline()
    assert view.overlays.optional == {(cell[1], cell[0])}


def test_the_history_tells_what_was_said_by_the_names_of_the_study(
    study: OpenStudy, view: MatrixView
) -> None:
    column, rows = column_with(view, 2)
    soa = view.sheet.soa
    assert soa is not None
    visit, (one, other) = soa.columns[column], (soa.rows[row] for row in rows)
    cell = visit.key, one.key
    last = next(each for each in soa.columns[column + 1 :] if not each.is_decision)
    at = f"{one.title} at {visit.title}"
    for command, told in (
        (ClassifyMarks((cell,), MarkKind.OPTIONAL), f"{at}: classed as optional"),
        (ClassifyMarks((cell,), MarkKind.CONDITIONAL), f"{at}: classed as conditional"),
        (ClassifyMarks((cell,), MarkKind.REQUIRED), f"{at}: classed as required"),
        (TimesInVisit(*cell, 3), f"{at}: done 3 times in the visit"),
        (
            OneOfGroup(visit.key, (one.key, other.key)),
            f"{visit.title}: one of these is done: {one.title}, {other.title}",
        ),
        (Span(one.key, visit.key, last.key), f"{one.title}: goes on from {visit.title} to {last.title}"),
    ):
        made = study.editor.do(command)
        assert made is not None
        assert [each.sentence for each in told_changes(made, study.document)] == [told]
