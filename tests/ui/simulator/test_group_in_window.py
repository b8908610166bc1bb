"""The simulated group in the real window: compiled when somebody looks, stale after an edit, written to files."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from study.commands.rename import RenameEntity
from study.simulation.group_plots import Measure
from tests.study.studies import SAMPLE, study_bytes
from tests.ui.real_window import opened, real_window
from ui.main_window import MainWindow
from ui.parts.simulator import SimulatorPart
from ui.parts.simulator_group import SimulatedGroup
from ui.simulator.group import GroupPanel

WAIT = 20_000  # milliseconds: a process is started


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with real_window(qtbot, tmp_path) as made:
        opened(made, study_bytes(SAMPLE))
        yield made


@pytest.fixture
def group(window: MainWindow) -> SimulatedGroup:
    part = window.parts["SimulatorPart"]
    assert isinstance(part, SimulatorPart)
    found = part.group
    assert isinstance(found, SimulatedGroup)
    return found


@pytest.fixture
def panel(group: SimulatedGroup, qtbot: QtBot) -> GroupPanel:
    group.show()
    qtbot.waitUntil(group.panel.isVisible)
    group.panel.form.participants.setValue(6)
    return group.panel


def simulated(panel: GroupPanel, qtbot: QtBot) -> None:
    panel.run()
    assert panel._run is not None
    with qtbot.waitSignal(panel._run.finished, timeout=WAIT):
        pass


def test_nothing_is_compiled_before_somebody_looks(
    window: MainWindow, group: SimulatedGroup, qtbot: QtBot
) -> None:
    assert group.panel.empty.title == "No study is open"
    window.actions_by_id["simulate_group"].trigger()
    qtbot.waitUntil(group.panel.isVisible)
    assert group.panel.empty.title == "No group is simulated yet"
    assert group.panel.button.isEnabled()


def test_a_group_goes_through_the_schedule_that_is_shown(panel: GroupPanel, qtbot: QtBot) -> None:
    simulated(panel, qtbot)
    assert panel.figures is not None
    assert panel.figures.participants == 6
    assert panel.results.weeks.plot.plot is not None
    assert panel.results.weeks.plot.plot.highest == max(panel.figures.visits.values())
    assert panel.results.measures is not None
    panel.results.measures.chosen.emit(Measure.ASSESSMENTS)
    assert panel.results.weeks.plot.plot.highest == max(panel.figures.assessments.values())


def test_an_edit_makes_it_stale_and_is_simulated_next(
    panel: GroupPanel, window: MainWindow, qtbot: QtBot
) -> None:
    simulated(panel, qtbot)
    study = window.study
    assert isinstance(study, OpenStudy)
    study.editor.do(RenameEntity("Instance_C_D8", "Cycle n Day 9"))
    qtbot.waitUntil(lambda: "have changed since" in panel.message.text())
    simulated(panel, qtbot)
    assert "Cycle n Day 9" in [row[0] for row in panel.results.visits.figures.table.rows]


def test_a_visit_of_the_results_is_selected_in_the_views(
    panel: GroupPanel, window: MainWindow, qtbot: QtBot
) -> None:
    simulated(panel, qtbot)
    panel.results.chosen.emit("Instance_C_D8")
    assert window.study is not None
    assert window.study.selection == "Instance_C_D8"


def test_figures_are_written_where_a_person_says(
    panel: GroupPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    simulated(panel, qtbot)
    target = tmp_path / "figures"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "")))
    for action in panel.results.export.menu().actions():
        action.trigger()
        written = target.with_name("figures" + (".xlsx" if "XLSX" in action.text() else ".tsv"))
        qtbot.waitUntil(written.is_file, timeout=WAIT)
    assert "6 participants" in target.with_name("figures.tsv").read_text(encoding="utf-8")


def test_assumptions_are_written_and_opened_again(
    panel: GroupPanel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    target = tmp_path / "assumptions.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_: (str(target), "")))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(lambda *_: (str(target), "")))
    panel.form.missed.setValue(17)
    panel.save_button.click()
    qtbot.waitUntil(target.is_file, timeout=WAIT)
    panel.form.missed.setValue(1)
    panel.open_button.click()
    qtbot.waitUntil(lambda: panel.form.missed.value() == 17, timeout=WAIT)


def test_another_study_begins_anew_and_ends_what_runs(
    panel: GroupPanel, window: MainWindow, qtbot: QtBot
) -> None:
    panel.form.participants.setValue(50_000)
    panel.run()
    run = panel._run
    assert run is not None
    with qtbot.waitSignal(run.progressed, timeout=WAIT):
        pass
    opened(window, study_bytes("minimal-v4"))
    assert not panel.is_running
    assert not run.is_running
    assert panel.figures is None


def test_the_group_goes_into_a_window_of_its_own_and_back(
    group: SimulatedGroup, panel: GroupPanel, window: MainWindow, qtbot: QtBot
) -> None:
    panel.form.missed.setValue(21)
    panel.apart.click()
    qtbot.waitUntil(panel.isVisible)
    assert panel.window() is not window
    assert panel.apart.accessibleName() == "Back into the pane"
    simulated(panel, qtbot)
    window.actions_by_id["simulate_group"].trigger()
    assert [group.place.is_apart] == [True]
    panel.window().close()
    qtbot.waitUntil(lambda: panel.window() is window)
    assert [group.place.is_apart] == [False]
    assert panel.isVisible()
    assert panel.form.missed.value() == 21
    assert panel.pages.currentWidget() is panel.results
    panel.apart.click()
    group.place.back.click()
    assert panel.window() is window


@pytest.mark.skipif(sys.platform == "win32", reason="signal 0 asks on POSIX alone whether a process lives")
def test_a_window_that_is_closed_ends_what_runs(qtbot: QtBot, tmp_path: Path) -> None:
    with real_window(qtbot, tmp_path) as window:
        opened(window, study_bytes(SAMPLE))
        part = window.parts["SimulatorPart"]
        assert isinstance(part, SimulatorPart)
        group = part.group
        assert isinstance(group, SimulatedGroup)
        group.show()
        qtbot.waitUntil(group.panel.isVisible)
        group.panel.form.participants.setValue(50_000)
        group.panel.run()
        run = group.panel._run
        assert run is not None
        with qtbot.waitSignal(run.progressed, timeout=WAIT):
            pass
        processes = [worker._process.processId() for worker in run._running]
        assert all(processes)
    assert not any(_lives(number) for number in processes)


def _lives(number: int) -> bool:
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True
