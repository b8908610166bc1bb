"""Problems: sorted by gravity, filtered by kind, one click or Enter from the place."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from study.findings import Finding, Severity
from ui.problems import ProblemsPane
from ui.theme import Theme

NOTE = Finding("DDF00016", Severity.INFO, "C1", "Condition", "The footnote applies to no activity.")
WARNING = Finding("DDF00006", Severity.WARNING, "T1", "Timing", "The window has no upper limit.")
ERROR = Finding("DDF00046", Severity.ERROR, "", "Timing", "The timing names an instance that does not exist.")


@pytest.fixture
def pane(qtbot: QtBot) -> ProblemsPane:
    made = ProblemsPane(theme=Theme.light())
    qtbot.addWidget(made)
    made.resize(900, 260)
    made.set_findings([NOTE, WARNING, ERROR, WARNING], {"C1": "COND1", "T1": "Week 8"}.get)  # type: ignore[arg-type]
    made.show()
    return made


def test_the_gravest_come_first_and_all_are_counted(pane: ProblemsPane) -> None:
    assert pane.shown() == [ERROR, WARNING, WARNING, NOTE]
    assert pane.counts() == {Severity.ERROR: 1, Severity.WARNING: 2, Severity.INFO: 1}
    assert [button.text().strip() for button in pane._filters.values()] == ["1 error", "2 warnings", "1 note"]


def test_one_click_activates_a_finding(qtbot: QtBot, pane: ProblemsPane) -> None:
    view = pane._list
    with qtbot.waitSignal(pane.activated) as signal:
        middle = view.visualRect(view.rows.index(1)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert signal.args == [WARNING]


def test_arrows_move_and_enter_activates(qtbot: QtBot, pane: ProblemsPane) -> None:
    pane._list.set_current_row(0)
    QTest.keyClick(pane._list, Qt.Key.Key_End)
    with qtbot.waitSignal(pane.activated) as signal:
        QTest.keyClick(pane._list, Qt.Key.Key_Return)
    assert signal.args == [NOTE]


def test_a_kind_is_hidden_by_a_click_on_its_filter(pane: ProblemsPane) -> None:
    button = pane._filters[Severity.WARNING]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert pane.shown() == [ERROR, NOTE]
    assert button.toolTip() == "Show warnings"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert len(pane.shown()) == 4


def test_a_filter_for_nothing_is_not_shown(pane: ProblemsPane) -> None:
    pane.set_findings([NOTE])
    assert not pane._filters[Severity.ERROR].isVisible()
    assert pane._filters[Severity.INFO].isVisible()


def test_a_row_says_severity_sentence_entity_and_rule(pane: ProblemsPane) -> None:
    spoken = pane._list.rows.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Warning: The window has no upper limit. Week 8, rule DDF00006"


def test_the_empty_state_tells_no_study_from_no_findings(pane: ProblemsPane) -> None:
    pane.set_findings([])
    empty = pane._list._empty
    assert empty is not None
    assert empty.title == "No findings"
    pane.set_findings(None)
    empty = pane._list._empty
    assert empty is not None
    assert empty.title == "No study is open"
    pane.grab()


def test_the_selection_lights_its_finding_without_an_echo(qtbot: QtBot, pane: ProblemsPane) -> None:
    with qtbot.assertNotEmitted(pane.activated):
        pane.set_selection("C1")
    assert pane._list.currentIndex().row() == 3
    pane.set_selection("elsewhere")
    assert not pane._list.currentIndex().isValid()
