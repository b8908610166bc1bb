"""In the window: one history of edits and placings, named in the menu; why something was not done is told."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from study.commands.attributes import SetAttribute
from tests.ui.conftest import ShowStudy
from ui.canvas.hit import Hit
from ui.main_window import MainWindow

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def visit(study: OpenStudy, place: int = 0) -> str:
    """The id of a visit of the timeline that is shown."""
    assert study.projection is not None
    return study.projection.timeline.instances[place].id or ""


def rename(study: OpenStudy, label: str, place: int = 0) -> None:
    """Gives a visit another label."""
    study.editor.do(SetAttribute(visit(study, place), "label", label))


def place_first_card(window: MainWindow) -> float:
    """Moves the first card of the graph by a key; where it stood before."""
    assert window.canvas.scene is not None
    node = window.canvas.scene.first_card()
    assert node is not None
    before = float(window.canvas.scene.top[node])
    window.canvas.setFocus()
    window.canvas.choose(Hit(node=node))
    QTest.keyClick(window.canvas, Qt.Key.Key_Down, CTRL)
    return before


def first_top(window: MainWindow) -> float:
    """Where the first card stands."""
    assert window.canvas.scene is not None
    return float(window.canvas.scene.top[window.canvas.scene.first_card() or 0])


def test_edits_and_placings_are_taken_back_in_the_order_in_which_they_were_made(
    window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study()
    old = study.document.entity(visit(study))
    assert old is not None
    label = old.label
    rename(study, "First")
    before = place_first_card(window)
    rename(study, "Second")
    titles = [step.title for step in study.editor.steps.listed()]
    assert len(titles) == 3
    assert titles[1] == "Move 1 visit in the graph"
    undo = window.actions_by_id["undo"]
    assert undo.text().startswith("Undo: Rename")
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert old.label == "First"
    assert undo.text() == "Undo: move 1 visit"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert first_top(window) == before
    assert old.label == "First"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert old.label == label
    assert undo.text() == "Undo"
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL | SHIFT)
    assert old.label == "First"
    assert first_top(window) == before
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert first_top(window) == before + 4
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert old.label == "Second"


def test_what_is_done_after_undoing_ends_redoing_of_every_kind(
    window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study()
    rename(study, "First")
    place_first_card(window)
    steps = study.editor.steps
    steps.jump_to(0)
    assert len(steps.undone) == 2
    rename(study, "Other")
    assert steps.undone == []
    steps.undo()
    place_first_card(window)
    assert steps.undone == []
    assert len(steps.listed()) == 1


def test_why_something_was_not_done_is_told_until_something_is(
    window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study()
    study.editor.do(SetAttribute("nobody", "label", "x"))
    assert any("nobody" in sentence for sentence in window.notices.sentences)
    study.editor.do(SetAttribute(visit(study), "id", "x"))
    assert not any("nobody" in sentence for sentence in window.notices.sentences)
    assert any("not changed" in sentence for sentence in window.notices.sentences)
    rename(study, "Done")
    assert not window.notices.sentences


def test_undoing_with_nothing_done_says_so(qtbot: QtBot, window: MainWindow, show_study: ShowStudy) -> None:
    show_study()
    window.actions_by_id["undo"].trigger()
    assert "Nothing was done" in window.status.selection_words
