"""Editing text in the inspector of the real window: opened, kept, given up, refused, undone, with the keys kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from study.commands.attributes import SetAttribute
from study.commands.command import Command
from study.commands.draft import Draft
from study.document import Document
from study.model import Entity
from tests.ui.conftest import ShowStudy
from tests.ui.inspector.editing import box_of, editor, said
from tests.ui.studies import sample, sample_tables
from ui.inspector import InspectorPane
from ui.inspector.editing.editor import WRONG
from ui.inspector.editing.text import LineEditor, TextEditor
from ui.main_window import MainWindow

WEEK = "Encounter_4"


def of(study: OpenStudy) -> Entity:
    """The encounter that is edited."""
    found = study.document.entity(WEEK)
    assert found is not None
    return found


@dataclass(frozen=True, slots=True)
class Delete(Command):
    name: ClassVar[str] = "delete"
    address: str

    def title(self, document: Document) -> str:
        return f"Delete {self.address} of {len(document.designs())}"

    def carry_out(self, draft: Draft) -> None:
        draft.remove(self.address)


def test_a_name_is_edited_by_click_and_enter(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("alexion-nct04573309-v4")
    window.select(WEEK)
    QTest.mouseClick(box_of(window, "label"), Qt.MouseButton.LeftButton)
    line = editor(window, LineEditor).line
    assert line.hasFocus()
    QTest.keyClicks(line, "Day minus seven")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert of(study).label == "Day minus seven"
    assert window.inspector.editor() is None
    assert said(window)[0] == "Day minus seven"
    assert QApplication.focusWidget() is box_of(window, "label")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_a_value_opens_by_key(window: MainWindow, show_study: ShowStudy, key: Qt.Key) -> None:
    show_study("alexion-nct04573309-v4")
    window.select(WEEK)
    box = box_of(window, "name")
    box.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(box, key)
    assert editor(window, LineEditor).line.hasFocus()


def test_escape_gives_up_and_the_value_stays(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("alexion-nct04573309-v4")
    before = study.document.to_bytes()
    window.select(WEEK)
    assert window.inspector.edit("name")
    line = editor(window, LineEditor).line
    QTest.keyClicks(line, "nonsense")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    assert window.inspector.editor() is None
    assert study.document.to_bytes() == before
    assert QApplication.focusWidget() is box_of(window, "name")


def test_tab_keeps_and_goes_on(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("alexion-nct04573309-v4")
    window.select(WEEK)
    assert window.inspector.edit("name")
    line = editor(window, LineEditor).line
    QTest.keyClicks(line, "E4b")
    QTest.keyClick(line, Qt.Key.Key_Tab)
    assert of(study).name == "E4b"
    assert QApplication.focusWidget() is box_of(window, "label")


def test_an_error_stands_beside_the_field_which_keeps_what_was_typed(
    window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study("alexion-nct04573309-v4")
    window.select(WEEK)
    assert window.inspector.edit("name")
    made = editor(window, LineEditor)
    made.line.selectAll()
    QTest.keyClick(made.line, Qt.Key.Key_Delete)
    QTest.keyClick(made.line, Qt.Key.Key_Return)
    assert "must stand here" in made.error()
    assert made.line.property(WRONG) is True  # framed, not only told below
    assert of(study).name == "E4"
    window.select("Encounter_5")
    window.select(WEEK)
    assert editor(window, LineEditor) is made
    assert made.line.text() == ""
    QTest.keyClicks(made.line, "x" * 40)
    assert made.error() == ""
    assert made.line.property(WRONG) is False


def test_what_is_far_too_long_is_refused(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("alexion-nct04573309-v4")
    window.select(WEEK)
    assert window.inspector.edit("name")
    made = editor(window, LineEditor)
    made.line.setText("n" * 10_000)
    assert not made.keep()
    assert "10000" in made.error().replace(",", "")
    assert len(made.line.text()) == 10_000
    assert of(study).name == "E4"


def test_several_lines(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("alexion-nct04573309-v4")
    window.select(WEEK)
    assert window.inspector.edit("description")
    lines = editor(window, TextEditor).lines
    lines.selectAll()
    QTest.keyClicks(lines, "First")
    QTest.keyClick(lines, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(lines, "second")
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert of(study).description == "First\nsecond"


def test_undo_is_seen_in_place(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("alexion-nct04573309-v4")
    before = study.document.to_bytes()
    window.select(WEEK)
    assert window.inspector.edit("label")
    QTest.keyClicks(editor(window, LineEditor).line, "Other")
    QTest.keyClick(editor(window, LineEditor).line, Qt.Key.Key_Return)
    study.editor.undo()
    assert said(window)[0] == "Day -7"
    assert study.document.to_bytes() == before
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "Label: Day -7"


def test_an_edit_elsewhere_leaves_scroll_and_open_editor(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study("alexion-nct04573309-v4")
    window.resize(1400, 460)
    window.select("ScheduledActivityInstance_11")
    assert window.inspector.edit("label")
    line = editor(window, LineEditor).line
    QTest.keyClicks(line, "half ty")
    bar = window.inspector._scroll.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 200)
    bar.setValue(200)
    study.editor.do(SetAttribute(WEEK, "label", "Changed by another view"))
    assert editor(window, LineEditor).line is line
    assert line.text() == "half ty"
    assert line.hasFocus()
    assert bar.value() == 200


def test_what_is_left_by_the_mouse_is_kept(qtbot: QtBot, window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("alexion-nct04573309-v4")
    window.select(WEEK)
    assert window.inspector.edit("label")
    QTest.keyClicks(editor(window, LineEditor).line, "Left")
    QTest.mouseClick(box_of(window, "name"), Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: of(study).label == "Left")
    assert editor(window, LineEditor).place.attribute == "name"


def test_selecting_something_else_keeps_what_can_be_kept(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("alexion-nct04573309-v4")
    window.select(WEEK)
    assert window.inspector.edit("label")
    QTest.keyClicks(editor(window, LineEditor).line, "Gone on")
    window.select("Encounter_5")
    assert of(study).label == "Gone on"
    assert window.inspector.editor() is None


def test_an_identifier_says_why_it_is_not_edited(window: MainWindow, show_study: ShowStudy) -> None:
    show_study("alexion-nct04573309-v4")
    window.select(WEEK)
    box = box_of(window, "id")
    QTest.keyClick(box, Qt.Key.Key_Return)
    assert window.inspector.editor() is None
    assert any("identifier is not changed" in text for text in said(window))


def test_what_is_empty_can_be_stated(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("alexion-nct04573309-v4")
    window.select(WEEK)
    assert of(study).raw["transitionStartRule"] is None
    found = box_of(window, "label")
    assert found.accessibleName().startswith("Label:")
    assert box_of(window, "scheduledAtId").accessibleName() == "Add Scheduled at"


def test_a_deleted_entity_says_so_and_undo_brings_it_back(window: MainWindow, show_study: ShowStudy) -> None:
    study = show_study("alexion-nct04573309-v4")
    window.select("Encounter_5")
    window.select(WEEK)
    study.editor.do(Delete(WEEK))
    shown = window.inspector._scroll.widget()
    assert shown is not None
    assert "Day -7" in shown.accessibleName()
    assert "not in the study any more" in shown.accessibleName()
    study.editor.undo()
    assert study.selection == WEEK
    assert said(window)[0] == "Day -7"
    study.editor.redo()
    window.inspector.go_back()
    assert study.selection == "Encounter_5"


def test_nothing_is_asked_where_nobody_answers(qtbot: QtBot) -> None:
    pane = InspectorPane()
    qtbot.addWidget(pane)
    pane.set_document(sample(), sample_tables())
    pane.set_selection("Instance_C_D8")
    assert not pane.edit("label")
    assert not pane.findChildren(QLineEdit, "edited")
    assert not pane.findChildren(QPlainTextEdit)
