"""The history pane: every step named, told in words, jumped to; where the document stands."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from study.commands.attributes import SetAttribute
from study.commands.marks import SetMarks
from study.model import ScheduledInstance
from tests.ui.conftest import ShowStudy
from tests.ui.parts.test_editing import place_first_card, rename, visit
from ui.history.pane import HistoryPane
from ui.main_window import MainWindow


def history(qtbot: QtBot, window: MainWindow) -> HistoryPane:
    """The pane, shown."""
    window.actions_by_id["show_history"].trigger()
    pane = window.findChild(HistoryPane)
    assert isinstance(pane, HistoryPane)
    qtbot.waitUntil(pane.isVisible)
    return pane


def test_an_empty_history_says_what_will_stand_there(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study()
    pane = history(qtbot, window)
    assert not pane.rows()


def test_each_step_is_named_and_a_click_jumps_to_it(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study()
    study.editor.author = "Ada"
    pane = history(qtbot, window)
    first = study.document.entity(visit(study))
    assert first is not None
    old = first.label
    rename(study, "First")
    place_first_card(window)
    rename(study, "Second")
    assert [row.is_here for row in pane.rows()] == [False, False, False, True]
    spoken = pane.steps.rows.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Ada" in spoken
    assert "the study is here" in spoken
    index = pane.steps.rows.index(1)
    QTest.mouseClick(
        pane.steps.viewport(), Qt.MouseButton.LeftButton, pos=pane.steps.visualRect(index).center()
    )
    assert first.label == "First"
    assert [row.is_done for row in pane.rows()] == [True, True, False, False]
    assert "undone" in pane.steps.rows.index(3).data(Qt.ItemDataRole.AccessibleTextRole)
    pane.steps.setFocus()
    QTest.keyClick(pane.steps, Qt.Key.Key_Up)
    assert first.label == "First"
    QTest.keyClick(pane.steps, Qt.Key.Key_Return)
    assert first.label == old
    assert pane.rows()[0].is_here
    QTest.keyClick(pane.steps, Qt.Key.Key_End)
    QTest.keyClick(pane.steps, Qt.Key.Key_Return)
    assert first.label == "Second"


def test_what_a_step_changed_is_told_with_the_names_of_the_study_and_lit(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study()
    pane = history(qtbot, window)
    entity = study.document.entity(visit(study))
    assert entity is not None
    old = entity.label
    rename(study, "Other name")
    assert [told.sentence for told in pane.told()] == [f"Other name: Label: “{old}” → “Other name”"]
    instance = ScheduledInstance(entity.raw)
    activity = instance.activities[0]
    named = study.document.entity(activity)
    assert named is not None
    study.editor.do(SetMarks(((visit(study), activity),), marked=False), reason="Not needed")
    assert pane.told()[0].sentence == f"Other name: Activities: {named.title} taken out"
    assert window.canvas.lights.get("history").lit is None
    pane.steps.setFocus()
    QTest.keyClick(pane.steps, Qt.Key.Key_Up)
    lit = window.canvas.lights.get("history").lit
    assert lit is not None
    assert window.canvas.scene is not None
    assert lit.sum() == 1
    assert lit[window.canvas.scene.place_of(visit(study)) or 0]


def test_a_change_is_gone_to_from_its_line(qtbot: QtBot, window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study()
    pane = history(qtbot, window)
    study.editor.do(SetAttribute(visit(study, 1), "description", "New"))
    study.select("")
    index = pane.changes.rows.index(0)
    QTest.mouseClick(
        pane.changes.viewport(), Qt.MouseButton.LeftButton, pos=pane.changes.visualRect(index).center()
    )
    assert study.selection == visit(study, 1)


def test_a_reason_goes_with_the_edits_that_follow_until_it_is_cleared(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study()
    pane = history(qtbot, window)
    qtbot.waitUntil(pane.why.isVisible)
    pane.why.setFocus()
    QTest.keyClicks(pane.why, "Amendment 2")
    rename(study, "First")
    rename(study, "Second")
    assert [made.reason for made in study.editor.history.log] == ["Amendment 2", "Amendment 2"]
    assert "Reason: Amendment 2" in pane.steps.rows.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    pane.why.clear()
    rename(study, "Third")
    assert study.editor.history.log[-1].reason == ""
    pane.why.setText("For this study alone")
    assert show_study().editor.reason == ""
    assert pane.why.text() == ""


def menu_by_key(pane: HistoryPane, row: int) -> QMenu:
    """The menu of a step, by the keys."""
    pane.steps.setFocus()
    pane.steps.set_current_row(row)
    at = pane.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, pane.mapToGlobal(at))
    QApplication.sendEvent(pane.steps, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_one_step_alone_is_undone_and_what_came_after_it_stays(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study()
    pane = history(qtbot, window)
    first, second = study.document.entity(visit(study)), study.document.entity(visit(study, 1))
    assert first is not None
    assert second is not None
    old = first.label
    rename(study, "First")
    rename(study, "Second", 1)
    menu = menu_by_key(pane, 1)
    alone = menu.actions()[0]
    assert alone.text() == "Undo only this step"
    assert alone.isEnabled(), alone.toolTip()
    alone.trigger()
    menu.close()
    assert (first.label, second.label) == (old, "Second")
    assert len(study.editor.history.steps) == 3  # a step of its own, which can be undone as well
    assert study.editor.history.steps[-1].change_set.title.startswith("Undo only: Rename ")
    assert [row.is_done for row in pane.rows()] == [True, False, True, True]
    spoken = pane.steps.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "taken back alone by a later step" in spoken
    menu = menu_by_key(pane, 1)
    assert not menu.actions()[0].isEnabled()
    assert (
        menu.actions()[0].toolTip()
        == "Nothing of it is left that could be undone: it was changed back since."
    )
    menu.close()
    study.editor.undo()
    assert first.label == "First"
    assert [row.is_done for row in pane.rows()] == [True, True, True, False]
    study.editor.redo()
    assert first.label == old


def test_a_step_that_others_build_on_is_not_undone_alone_and_says_which(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study()
    pane = history(qtbot, window)
    rename(study, "First")
    rename(study, "Again")
    title = study.editor.history.steps[1].change_set.title
    before = study.document.to_bytes()
    menu = menu_by_key(pane, 1)
    alone = menu.actions()[0]
    assert not alone.isEnabled()
    assert alone.toolTip() == f"It cannot be undone alone: “{title}” touched the same since. Undo that first."
    menu.close()
    assert study.editor.undo_alone(study.editor.history.steps[0]) is None
    assert study.document.to_bytes() == before
    assert (
        study.editor.undo_alone(study.editor.history.steps[1]) is not None
    )  # the last one is plainly undone
    assert study.editor.history.position == 1
    place_first_card(window)
    menu = menu_by_key(pane, 2)
    assert menu.actions()[0].toolTip() == "Where a card stands is taken back in its order alone."
    menu.close()
