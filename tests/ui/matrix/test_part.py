"""The table in the window: its actions, its menu, and what of it is remembered."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from resources.sample import sample_study_bytes
from tests.ui.real_window import opened, real_window
from ui.main_window import MainWindow
from ui.parts.matrix import Matrix


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Generator[MainWindow, None, None]:
    with real_window(qtbot, tmp_path) as made:
        open_sample(qtbot, made)
        yield made


def open_sample(qtbot: QtBot, window: MainWindow) -> None:
    opened(window, sample_study_bytes())
    qtbot.waitUntil(window.matrix.isVisible)


def trigger(window: MainWindow, name: str) -> None:
    window.actions_by_id[name].trigger()


def part_of(window: MainWindow) -> Matrix:
    return next(part for part in window.parts.values() if isinstance(part, Matrix))


def test_the_actions_do_what_they_say_and_show_whether_they_are_on(window: MainWindow) -> None:
    view = window.matrix.view
    states: tuple[tuple[str, Callable[[], bool]], ...] = (
        ("matrix_hide_rows", lambda: view.asked.hide_empty_rows),
        ("matrix_hide_columns", lambda: view.asked.hide_empty_columns),
        ("matrix_merge", lambda: view.sheet.merged),
        ("matrix_totals", lambda: view.has_totals),
        ("matrix_footnotes", lambda: not window.matrix.footnotes.is_folded()),
    )
    for name, state in states:
        before = state()
        assert window.actions_by_id[name].isChecked() is before
        trigger(window, name)
        assert state() is not before
        assert window.actions_by_id[name].isChecked() is not before
        trigger(window, name)
        assert state() is before
    trigger(window, "matrix_fold_all")
    assert view.folded() == view.sheet.groups()
    trigger(window, "matrix_unfold_all")
    assert view.folded() == frozenset()
    trigger(window, "matrix_larger")
    assert view.zoom > 1
    trigger(window, "matrix_usual_size")
    assert view.zoom == 1


def test_the_filter_is_one_key_away_even_from_the_graph(qtbot: QtBot, window: MainWindow) -> None:
    window.show_views("view_graph")
    window.activateWindow()
    trigger(window, "matrix_filter")
    assert window.matrix.isVisible()
    qtbot.waitUntil(lambda: window.focusWidget() is window.matrix.corner.field)
    window.matrix.corner.field.setText("ecg")
    assert window.matrix.shown().is_narrowed
    trigger(window, "matrix_clear")
    assert not window.matrix.shown().is_narrowed


def test_the_whole_table_is_copied_by_one_action(window: MainWindow) -> None:
    trigger(window, "matrix_copy_all")
    lines = QGuiApplication.clipboard().text().splitlines()
    soa = window.matrix.view.schedule()
    assert soa is not None
    assert len(lines) >= len(soa.rows) + 3
    assert {line.count("\t") for line in lines} == {len(soa.columns)}


def test_the_menu_is_about_what_is_under_it(window: MainWindow) -> None:
    view, part = window.matrix.view, part_of(window)
    soa = view.schedule()
    assert soa is not None
    row, column = next(cell for cell, mark in soa.marks.items() if mark.sub_timeline)
    view.go_to(row, column)
    menu = part.menu()
    texts = {each.text(): each for each in menu.actions()}
    assert f"Select {soa.rows[row].title}" in texts
    assert f"Select {soa.columns[column].title}" in texts
    texts["Open the sub-timeline"].trigger()
    study = window.study
    assert study is not None
    assert study.projection is not None
    assert study.projection.timeline.id == soa.marks[row, column].sub_timeline
    menu.deleteLater()


def test_what_is_hidden_and_folded_is_remembered_while_the_program_runs(
    qtbot: QtBot, window: MainWindow
) -> None:
    view = window.matrix.view
    trigger(window, "matrix_hide_rows")
    trigger(window, "matrix_merge")
    view.set_folded(frozenset({"Activity_SAFETY"}))
    window.close_study()
    assert view.schedule() is None
    open_sample(qtbot, window)
    assert view.asked.hide_empty_rows
    assert view.sheet.merged
    assert view.folded() == {"Activity_SAFETY"}
    assert window.actions_by_id["matrix_merge"].isChecked()


def test_totals_zoom_and_footnotes_are_remembered_for_the_next_time(qtbot: QtBot, tmp_path: Path) -> None:
    with real_window(qtbot, tmp_path) as first:
        open_sample(qtbot, first)
        first.show_views("view_matrix")  # a low pane folds its footnotes by itself
        qtbot.waitUntil(lambda: not first.matrix.footnotes.is_folded())
        for name in ("matrix_totals", "matrix_larger", "matrix_footnotes"):
            trigger(first, name)
    with real_window(qtbot, tmp_path) as again:
        open_sample(qtbot, again)
        assert again.matrix.view.has_totals
        assert again.matrix.view.zoom == pytest.approx(1.1)
        assert again.matrix.footnotes.is_folded()
