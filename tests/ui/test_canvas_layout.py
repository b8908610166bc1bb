"""In the window: what a hand did to the graph is kept for its study, undone by name, and never another study's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy, prepared
from resources.sample import sample_study_bytes
from services.library_entries import Freshness, StudyEntry
from study.layout_store import LayoutStore
from tests.app.held_library import ENTRY, OTHER, HeldLibrary
from ui.canvas.hit import Hit
from ui.canvas.view import ScheduleCanvas
from ui.main_window import MainWindow
from ui.parts.canvas_layout import SETTING


def opened(qtbot: QtBot, window: MainWindow, entry: StudyEntry = ENTRY) -> OpenStudy:
    """The sample, opened in the window."""
    made = OpenStudy(prepared(sample_study_bytes()), entry, Freshness.CURRENT)
    window.program.current = made
    window.program.study_opened.emit(made)
    qtbot.waitUntil(window.canvas.isVisible)
    return made


def first_card(window: MainWindow) -> int:
    """The place of the first visit."""
    assert window.canvas.scene is not None
    node = window.canvas.scene.first_card()
    assert node is not None
    return node


def top(window: MainWindow, node: int) -> float:
    """Where a card stands."""
    assert window.canvas.scene is not None
    return float(window.canvas.scene.top[node])


def nudge(window: MainWindow, node: int) -> None:
    """Ctrl+Down on a card."""
    window.canvas.setFocus()
    window.canvas.choose(Hit(node=node))
    QTest.keyClick(window.canvas, Qt.Key.Key_Down, Qt.KeyboardModifier.ControlModifier)


def test_what_is_placed_is_kept_and_stands_there_when_the_study_is_opened_again(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    opened(qtbot, window)
    node = first_card(window)
    before = top(window, node)
    nudge(window, node)
    assert top(window, node) == before + 4
    kept = libraries[0].settings_kept[ENTRY.id, SETTING]
    timeline = window.study.projection.timeline.id if window.study and window.study.projection else ""
    assert len(LayoutStore.from_text(kept).places(timeline or "")) == 1
    opened(qtbot, window, OTHER)
    assert top(window, node) == before
    opened(qtbot, window)
    qtbot.waitUntil(lambda: top(window, node) == before + 4)


def test_undo_and_redo_say_what_they_do(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window)
    node = first_card(window)
    before = top(window, node)
    undo, redo = window.actions_by_id["undo"], window.actions_by_id["redo"]
    nudge(window, node)
    assert undo.toolTip() == undo.text() == "Undo: move 1 visit"
    undo.trigger()
    assert top(window, node) == before
    assert redo.text() == "Redo: move 1 visit"
    redo.trigger()
    assert top(window, node) == before + 4
    assert undo.text() == "Undo: move 1 visit"


def test_the_keys_for_undo_reach_the_graph(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window)
    node = first_card(window)
    before = top(window, node)
    nudge(window, node)
    QTest.keyClick(window.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert top(window, node) == before


def test_the_status_says_how_many_are_selected(qtbot: QtBot, window: MainWindow) -> None:
    opened(qtbot, window)
    window.canvas.setFocus()
    QTest.keyClick(window.canvas, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    count = len(window.canvas.hand.marked)
    assert count > 5
    assert window.status.selection_words == f"{count} selected"
    window.canvas.choose(Hit(node=first_card(window)))
    assert "selected" not in window.status.selection_words


def test_to_scale_and_collapsed_are_kept_with_the_study(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    opened(qtbot, window)
    to_scale = window.actions_by_id["graph_to_scale"]
    assert not to_scale.isChecked()
    to_scale.trigger()
    assert to_scale.isChecked()
    assert window.canvas.hand.is_to_scale
    window.canvas.choose(Hit(node=first_card(window)))
    window.actions_by_id["collapse_epoch"].trigger()
    store = LayoutStore.from_text(libraries[0].settings_kept[ENTRY.id, SETTING])
    timeline = window.study.projection.timeline.id if window.study and window.study.projection else ""
    assert store.is_to_scale(timeline or "")
    assert len(store.collapsed(timeline or "")) == 1
    opened(qtbot, window, OTHER)
    assert not to_scale.isChecked()
    opened(qtbot, window)
    qtbot.waitUntil(to_scale.isChecked)


def test_a_layout_of_a_newer_program_is_told_and_not_written_over(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    newer = '{"format": 2, "wonders": []}'
    libraries[0].settings_kept[ENTRY.id, SETTING] = newer
    opened(qtbot, window)
    qtbot.waitUntil(lambda: any("newer Maestro" in text for text in window.notices.sentences))
    node = first_card(window)
    before = top(window, node)
    nudge(window, node)
    assert top(window, node) == before + 4
    assert libraries[0].settings_kept[ENTRY.id, SETTING] == newer


def test_a_timeline_beside_the_main_one_shares_what_is_placed(
    qtbot: QtBot, window: MainWindow, libraries: list[HeldLibrary]
) -> None:
    study = opened(qtbot, window)
    beside = ScheduleCanvas(parent=window)
    beside.resize(600, 300)
    beside.show()
    window.actions_by_id["graph_to_scale"].trigger()
    projection = study.projection
    assert projection is not None
    beside.set_schedule(projection.graph, projection.planned, projection.design)
    # Any action finds a canvas that came later; from then on both are of one mind.
    window.actions_by_id["graph_to_scale"].trigger()
    node = first_card(window)
    nudge(window, node)
    assert beside.hand.store is window.canvas.hand.store
    assert beside.scene is not None
    assert float(beside.scene.top[node]) == top(window, node)
