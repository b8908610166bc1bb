"""An empty study in the real window: each view says what to do first, and does it by one button."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.editing import fresh_id
from study.commands.deletion import DeleteVisits
from study.new_study import new_study
from tests.ui.real_window import opened, real_window
from ui.edit_dialogs.asking import EditDialog
from ui.edit_dialogs.first_steps import FirstActivityDialog, FirstVisitDialog
from ui.main_window import MainWindow
from ui.parts.first_steps import FirstSteps


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with real_window(qtbot, tmp_path) as made:
        opened(made, new_study("Sleep", fresh_id=fresh_id))
        made.show_views("view_split")
        yield made


def steps(window: MainWindow) -> FirstSteps:
    part = window.parts["FirstSteps"]
    assert isinstance(part, FirstSteps)
    return part


def typed(name: str) -> Callable[[EditDialog], None]:
    """What a person types into the dialog, and Enter."""

    def answer(dialog: EditDialog) -> None:
        assert isinstance(dialog, FirstActivityDialog | FirstVisitDialog)
        dialog.show()
        QTest.keyClicks(dialog.called, name)
        QTest.keyClick(dialog.called, Qt.Key.Key_Return)

    return answer


def test_a_table_without_rows_asks_for_the_first_activity(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    invited = steps(window)
    assert invited.table.isVisible()
    assert not invited.graph.isVisible()
    assert invited.table.button.text() == "Add the first activity"
    monkeypatch.setattr(EditDialog, "exec", typed("Actigraphy"))
    QTest.mouseClick(invited.table.button, Qt.MouseButton.LeftButton)
    assert not invited.table.isVisible()
    study = window.study
    assert study is not None
    assert study.projection is not None
    assert [row.title for row in study.projection.soa.rows] == ["Actigraphy"]


def test_a_timeline_without_visits_asks_for_the_first_in_every_view(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    study, invited = window.study, steps(window)
    assert study is not None
    assert study.projection is not None
    day_1 = next(iter(study.projection.graph.instances))
    assert study.editor.do(DeleteVisits((day_1,))) is not None
    assert invited.graph.isVisible()
    assert invited.table.isVisible()
    assert invited.table.button.text() == "Add the first visit"
    monkeypatch.setattr(EditDialog, "exec", typed("Baseline"))
    invited.graph.button.setFocus()
    QTest.keyClick(invited.graph.button, Qt.Key.Key_Space)
    assert not invited.graph.isVisible()
    assert [each.title for each in study.projection.graph.instances.values()] == ["Baseline"]
    study.editor.undo()
    assert invited.graph.isVisible()
    window.show_views("view_axis")
    assert invited.axis.isVisible()
