"""Mending in the real window: the button for what is lit, its key, the counts, and where the eyes are afterwards."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.open_study import OpenStudy
from study.commands.windows import SetWindow
from tests.ui.conftest import ShowStudy
from ui.main_window import MainWindow


def lit(window: MainWindow, rule: str) -> OpenStudy:
    """Opens the pane and lights the first finding of a rule."""
    window.show_pane("problems")
    study = window.study
    assert study is not None
    rows = [finding.rule for finding in window.problems.shown()]
    window.problems._list.set_current_row(rows.index(rule))
    return study


def test_a_button_mends_what_is_lit_and_the_count_goes_down(
    window: MainWindow, show_study: ShowStudy
) -> None:
    show_study("alexion-nct04573309-v4")
    study = lit(window, "DDF00006")
    count = len(study.findings)
    button = window.problems._mend
    assert button.isVisible()
    assert "3 minutes either way" in button.text()
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert "DDF00006" not in [finding.rule for finding in window.problems.shown()]
    assert sum(window.problems.counts().values()) == count - 1
    study.editor.undo()
    assert sum(window.problems.counts().values()) == count


def test_it_is_mended_by_key_and_nothing_is_offered_where_nothing_can_be(
    window: MainWindow, show_study: ShowStudy
) -> None:
    show_study("alexion-nct04573309-v4")
    study = lit(window, "DDF00016")
    assert not window.problems._mend.isVisible()
    lit(window, "DDF00006")
    window.problems._list.setFocus()
    QTest.keyClick(window.problems._list, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "DDF00006" not in [finding.rule for finding in study.findings]


def test_an_edit_makes_and_solves_a_problem_and_the_lit_one_stays(
    window: MainWindow, show_study: ShowStudy
) -> None:
    show_study("alexion-nct04573309-v4")
    study = lit(window, "DDF00016")
    chosen = window.problems._list.current_item().finding
    assert study.projection is not None
    timed = next(
        planned
        for planned in study.projection.planned.times.values()
        if planned.timing is not None and not planned.is_anchor and not planned.timing.window_label
    )
    before = len(window.problems.shown())
    study.editor.do(SetWindow((timed.key,), "P1D", None))
    assert len(window.problems.shown()) == before + 1
    assert window.problems._list.current_item().finding == chosen
    study.editor.undo()
    assert len(window.problems.shown()) == before
    assert window.problems._list.current_item().finding == chosen
