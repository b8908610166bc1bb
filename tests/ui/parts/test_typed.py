"""What is half typed when the window, the study or the page is left is kept, as by going elsewhere."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from resources.sample import sample_study_bytes
from services.library_entries import Freshness, OpenedStudy, StudyEntry
from tests.app.held_library import ENTRY, OTHER, HeldLibrary
from tests.ui.navigator.test_editing import light
from tests.ui.parts.test_editing import visit
from ui.main_window import MainWindow
from ui.matrix.grid import HEADER

Key = Qt.Key
TYPED = "Half typed"


def open_it(qtbot: QtBot, window: MainWindow, library: HeldLibrary, entry: StudyEntry = ENTRY) -> OpenStudy:
    window.program.open_study(entry.id)
    with qtbot.waitSignal(window.study_shown):
        edits = tuple(each for each in library.edits_kept if each.study_id == entry.id)
        made = OpenedStudy(entry, sample_study_bytes(), Freshness.CURRENT, edits)
        library.opening[entry.id].set_result(made)
    assert window.study is not None
    return window.study


def in_inspector(window: MainWindow, study: OpenStudy) -> None:
    window.show_pane("inspector")
    window.select(visit(study))
    assert window.inspector.edit("label")


def in_graph(window: MainWindow, study: OpenStudy) -> None:
    window.select(visit(study))
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Key.Key_F2)


def in_table(window: MainWindow, study: OpenStudy) -> None:
    view = window.matrix.view
    view.setFocus()
    view.go_to(HEADER, 0)
    QTest.keyClick(view, Key.Key_F2)


def in_navigator(window: MainWindow, study: OpenStudy) -> None:
    window.show_pane("navigator")
    light(window, "Follow-up")
    QTest.keyClick(window.navigator.rows, Key.Key_F2)


PLACES = {"inspector": in_inspector, "graph": in_graph, "table": in_table, "navigator": in_navigator}


def type_half(window: MainWindow, study: OpenStudy, place: Callable[[MainWindow, OpenStudy], None]) -> None:
    """Types into a view and does not press Enter."""
    window.show_views("view_split")
    place(window, study)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, TYPED)
    assert not study.editor.history.steps


def kept(study: OpenStudy) -> bool:
    (step,) = study.editor.history.steps
    return TYPED in step.change_set.title


@pytest.mark.parametrize("place", PLACES)
def test_what_is_half_typed_is_kept_when_the_study_is_left(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary], place: str
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    type_half(window, study, PLACES[place])
    open_it(qtbot, window, library, OTHER)
    assert kept(study)
    study = open_it(qtbot, window, library)
    assert kept(study)


@pytest.mark.parametrize("place", PLACES)
def test_what_is_half_typed_is_kept_when_the_window_is_closed(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary], place: str
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    type_half(window, study, PLACES[place])
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible())
    assert [TYPED in each.text for each in library.edits_kept] == [True]


@pytest.mark.parametrize("action", ["home", "close_study", "save"])
def test_what_is_half_typed_is_kept_before_home_closing_and_saving(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary], action: str
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    type_half(window, study, in_inspector)
    window.actions_by_id[action].trigger()
    assert kept(study)


def test_what_cannot_be_kept_changes_nothing(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    (library,) = libraries
    study = open_it(qtbot, window, library)
    type_half(window, study, in_graph)
    window.canvas.editing.renaming.field.clear()
    window.actions_by_id["close_study"].trigger()
    assert not study.editor.history.steps
    assert not library.edits_kept
