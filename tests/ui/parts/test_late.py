"""Parts that come when they are wanted: their panes and actions are there before them, and do the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from resources.sample import sample_study_bytes
from tests.ui.real_window import opened, real_window
from ui.history.pane import HistoryPane
from ui.main_window import MainWindow
from ui.parts.cells import Cells
from ui.parts.history import History
from ui.parts.late import LATE, Parts


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with real_window(qtbot, tmp_path) as made:
        opened(made, sample_study_bytes())
        yield made


def test_a_pane_is_filled_when_it_is_first_shown(window: MainWindow) -> None:
    assert window.parts.waits("History")
    dock = window.panes["history"].dock
    window.actions_by_id["show_history"].trigger()
    part = window.parts["History"]
    assert isinstance(part, History)
    assert dock.isVisible()
    assert dock.widget() is part.pane
    assert part.pane.isVisible()
    assert [each for each in window.findChildren(HistoryPane) if each is not part.pane] == []
    window.actions_by_id["show_history"].trigger()
    assert dock.isHidden()


def test_an_action_makes_its_part_and_is_carried_out_by_it(window: MainWindow) -> None:
    assert window.parts.waits("Compare")
    window.actions_by_id["next_difference"].trigger()
    assert not window.parts.waits("Compare")
    assert window.panes["compare"].dock.isVisible()


def test_a_part_that_comes_later_knows_the_study_that_is_open(window: MainWindow) -> None:
    assert window.parts.waits("Cells")
    window.actions_by_id["show_cells"].trigger()
    part = window.parts["Cells"]
    assert isinstance(part, Cells)
    assert window.study is not None
    assert [arm for arm, _ in part.pane.grid.arms] == [
        arm.id for design in window.study.document.designs() for arm in design.arms
    ]


def test_a_pane_that_was_left_open_is_filled_when_the_study_comes(qtbot: QtBot, tmp_path: Path) -> None:
    with real_window(qtbot, tmp_path) as made:
        made.layout_memory.setValue("show_history", True)
        opened(made, sample_study_bytes())
        assert not made.parts.waits("History")
        assert isinstance(made.panes["history"].dock.widget(), HistoryPane)


def test_each_late_part_says_its_panes_as_the_part_itself_does(window: MainWindow) -> None:
    for name, late in LATE.items():
        docks = {pane.name: window.panes[pane.name].dock for pane in late.panes}
        known = set(window.panes)
        window.parts[name]
        assert set(window.panes) == known, name
        assert {pane: window.panes[pane].dock for pane in docks} == docks


def test_asking_for_what_there_is_not_makes_nothing() -> None:
    parts = Parts()
    parts.wait("Late", lambda: "made")
    assert parts.find("Other") is None
    assert parts.waits("Late")
    assert parts.find("Late") == "made"
    assert not parts.waits("Late")
    with pytest.raises(KeyError):
        parts["Other"]
