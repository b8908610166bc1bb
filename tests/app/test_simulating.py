"""A group in worker processes: the same figures however many share it, cancelled at once, and no process left."""

from __future__ import annotations

import datetime as dt
import json
import os
import subprocess
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.simulating import GroupRun, command, workers_for
from app.simulation_worker import VERB, GroupAsked, figures_of, request_text
from study.simulation.figures import GroupFigures
from study.simulation.outcomes import Compliance, Discontinuation, Outcomes
from tests.shared import ROOT
from tests.study.interpreter.participants import plan_of
from tests.study.simulation.groups import START
from tests.study.studies import SAMPLE

OUTCOMES = Outcomes(
    per_month=20.0,
    discontinuation=Discontinuation(0.05),
    visits=Compliance(0.05, ((-2, 1.0), (0, 6.0), (3, 1.0))),
    decisions={"Eligible?": ((("Not eligible: screen failure", 1.0), ("otherwise", 3.0)),)},
)
ENDLESS = 40_000
WAIT = 20_000  # milliseconds


def asked(participants: int) -> GroupAsked:
    return GroupAsked(plan_of(SAMPLE), OUTCOMES, participants, 3, START)


class Heard:
    """What a run says."""

    def __init__(self, run: GroupRun) -> None:
        self.progress: list[tuple[int, int]] = []
        self.ends: list[object] = []
        run.progressed.connect(lambda done, of: self.progress.append((done, of)))
        run.finished.connect(self.ends.append)
        run.failed.connect(self.ends.append)
        run.cancelled.connect(lambda: self.ends.append("cancelled"))


@pytest.fixture
def runs() -> Iterator[list[GroupRun]]:
    made: list[GroupRun] = []
    yield made
    for run in made:
        run.close()
        run.deleteLater()


def test_the_figures_are_those_of_the_group_however_many_share_it(qtbot: QtBot, runs: list[GroupRun]) -> None:
    expected = figures_of(asked(12), 0, 1)
    assert expected.participants == 12
    assert sum(expected.visits.values()) > 50
    for workers in (1, 2):
        run = GroupRun(asked(12), workers=workers)
        runs.append(run)
        heard = Heard(run)
        with qtbot.waitSignal(run.finished, timeout=WAIT):
            run.start()
        assert heard.ends == [expected]
        assert heard.progress[-1] == (12, 12)
        assert not run.is_running


def test_a_run_that_is_cancelled_leaves_no_process(qtbot: QtBot, runs: list[GroupRun]) -> None:
    run = GroupRun(asked(ENDLESS), workers=2)
    runs.append(run)
    heard = Heard(run)
    with qtbot.waitSignal(run.progressed, timeout=WAIT):
        run.start()
    assert heard.progress[-1][0] < ENDLESS
    processes = [worker._process for worker in run._running]
    assert len(processes) == 2
    with qtbot.waitSignal(run.cancelled, timeout=WAIT):
        run.cancel()
    assert heard.ends == ["cancelled"]
    assert not run.is_running


def test_a_worker_that_ends_is_told(qtbot: QtBot, runs: list[GroupRun]) -> None:
    run = GroupRun(asked(5), workers=1, argv=[sys.executable, "-c", "import sys; sys.exit(7)"])
    runs.append(run)
    heard = Heard(run)
    with qtbot.waitSignal(run.failed, timeout=WAIT):
        run.start()
    (said,) = heard.ends
    assert "exit code 7" in str(said)
    assert not run.is_running


def test_a_worker_that_says_nothing_sensible_is_told(qtbot: QtBot, runs: list[GroupRun]) -> None:
    run = GroupRun(asked(5), workers=1, argv=[sys.executable, "-c", "print('what'); input()"])
    runs.append(run)
    heard = Heard(run)
    with qtbot.waitSignal(run.failed, timeout=WAIT):
        run.start()
    assert "could not be read" in str(heard.ends[0])


def test_a_program_that_is_not_there_is_told(qtbot: QtBot, runs: list[GroupRun]) -> None:
    run = GroupRun(asked(5), workers=2, argv=[str(ROOT / "no such program")])
    runs.append(run)
    heard = Heard(run)
    with qtbot.waitSignal(run.failed, timeout=WAIT):
        run.start()
    assert len(heard.ends) == 1
    assert "could not be started" in str(heard.ends[0])


def test_a_worker_ends_when_the_window_is_gone() -> None:
    child = subprocess.Popen(command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT)
    try:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(request_text(asked(ENDLESS), 0, 1).encode())
        child.stdin.flush()
        assert json.loads(child.stdout.readline())["done"] > 0  # it works
        child.stdin.close()
        assert child.wait(timeout=20) != 0
    finally:
        child.kill()
        child.wait()
        if child.stdout is not None:
            child.stdout.close()


def test_what_does_not_fit_is_said_by_the_worker() -> None:
    wrong = GroupAsked(plan_of(SAMPLE), Outcomes(by_visit={"Nowhere": Compliance()}), 3, 1, START)
    with subprocess.Popen(command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(request_text(wrong, 0, 1).encode())
        child.stdin.flush()
        assert "there is no visit “Nowhere”" in json.loads(child.stdout.readline())["error"]
        assert child.wait(timeout=20) == 2


def test_a_frozen_program_is_its_own_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    assert command() == [sys.executable, "-m", "app.main", VERB]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command() == [sys.executable, VERB]


def test_small_groups_have_one_worker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    assert [workers_for(n) for n in (1, 399, 400, 600, 10_000)] == [1, 1, 2, 3, 4]
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert workers_for(10_000) == 1


def test_parts_are_no_participant_twice() -> None:
    parts = [figures_of(asked(7), part, 3) for part in range(3)]
    assert [each.participants for each in parts] == [3, 2, 2]
    whole = parts[0]
    for part in parts[1:]:
        whole.join(part)
    assert whole == figures_of(asked(7), 0, 1)
    assert isinstance(whole, GroupFigures)
    assert whole.start == dt.date(2026, 1, 5)
