"""How much more the schedule asks for than before its edits stands beside the table's count, as it is edited."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from tests.ui.matrix.editing import plain_cells
from ui.main_window import MainWindow
from ui.matrix.view import MatrixView


def test_marks_and_their_undoing_are_counted_against_the_study_as_opened(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, view: MatrixView
) -> None:
    count = window.matrix.corner.count
    (first, second, *_) = plain_cells(view)
    for cell in (first, second):
        view.go_to(*cell)
        QTest.keyClick(view, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: "+2 assessments against the revision before" in count.accessibleName())
    title = view.sheet.soa.columns[first[1]].title if view.sheet.soa else ""
    assert title in count.toolTip()
    study.editor.jump_to(0)
    qtbot.waitUntil(lambda: "against" not in count.accessibleName())
