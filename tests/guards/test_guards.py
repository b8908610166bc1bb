"""The guards fail what they should and nothing else: the cases are run by a pytest of their own."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests.shared import ROOT

CASES = """
import logging
import threading
import pytest
from PySide6.QtCore import QObject, QThread, QTimer, qWarning

RELEASE = threading.Event()
KEPT = []

@pytest.fixture(scope="module")
def server_thread():
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    yield
    stop.set()
    thread.join()

def test_quiet(): logging.getLogger("x").info("all is well")
def test_warns(): logging.getLogger("x").warning("the disk is nearly full")
def test_warns_in_a_thread():
    thread = threading.Thread(target=logging.getLogger("x").error, args=("lost",))
    thread.start(); thread.join()
@pytest.mark.expected_log("nearly full")
def test_warns_as_expected(): logging.getLogger("x").warning("the disk is nearly full")
@pytest.mark.expected_log("nearly full")
def test_warns_of_something_else(): logging.getLogger("x").warning("the key is gone")
@pytest.mark.expected_log("nearly full")
def test_expected_never_comes(): pass
def test_qt_warns(): qWarning("QPainter::begin: nothing to paint on")
@pytest.mark.expected_log("nothing to paint on")
def test_qt_warns_as_expected(): qWarning("QPainter::begin: nothing to paint on")
def test_python_warns():
    import warnings
    warnings.warn("old", DeprecationWarning)

def test_leaves_thread(): threading.Thread(target=RELEASE.wait, name="forgotten", daemon=True).start()
def test_after_a_left_thread(): pass
def test_ends_thread():
    thread = threading.Thread(target=lambda: None); thread.start()
def test_uses_server(server_thread): pass

def test_leaves_timer(qapp):
    timer = QTimer(); KEPT.append(timer); timer.start(60_000)
def test_after_a_left_timer(qapp): pass
def test_stops_timer(qapp):
    timer = QTimer(); timer.start(60_000); timer.stop(); KEPT.append(timer)
def test_timer_goes_with_its_parent(qapp):
    parent = QObject(); QTimer(parent).start(60_000); parent.deleteLater(); KEPT.append(parent)
def test_leaves_shot(qapp): QTimer.singleShot(60_000, print)
def test_shot_goes_with_its_receiver(qapp):
    QTimer.singleShot(60_000, QObject(), print)
def test_shot_has_fired(qtbot):
    fired = []
    QTimer.singleShot(1, lambda: fired.append(True))
    qtbot.waitUntil(lambda: bool(fired))

class Worker(QThread):
    def run(self):
        RELEASE.wait(20)

def test_leaves_qthread(qapp):
    worker = Worker(); KEPT.append(worker); worker.start()
def test_last_one_lets_go(qapp):
    RELEASE.set()
    for worker in [kept for kept in KEPT if isinstance(kept, QThread)]:
        worker.wait()
def test_fails_and_leaves(qapp):
    timer = QTimer(); KEPT.append(timer); timer.start(60_000)
    assert False, "once is enough"
"""

FAILING = {
    "test_warns": "the disk is nearly full",
    "test_warns_in_a_thread": "lost",
    "test_warns_of_something_else": "the key is gone",
    "test_expected_never_comes": "none came",
    "test_qt_warns": "nothing to paint on",
    "test_python_warns": "DeprecationWarning",
    "test_leaves_thread": "'forgotten' is still running",
    "test_leaves_timer": "still active",
    "test_leaves_shot": "QTimer.singleShot has",
    "test_leaves_qthread": "Worker (QThread) is still running",
    "test_fails_and_leaves": "once is enough",
}
PASSING = sorted(set(re.findall(r"^def (test_\w+)", CASES, re.MULTILINE)) - FAILING.keys())


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What the guarded run said of each case: the texts of its failures, none where it passed."""
    folder: Path = tmp_path_factory.mktemp("guarded")
    (folder / "test_cases.py").write_text(CASES)
    (folder / "conftest.py").write_text(
        f"import sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "pytest_plugins = ('tests.guards.messages', 'tests.guards.dangling')\n"
    )
    (folder / "pytest.ini").write_text(
        "[pytest]\nqt_api = pyside6\nfilterwarnings = error\naddopts = --no-qt-log -p no:cacheprovider\n"
        "markers = expected_log(regex): expected\n"
    )
    report = folder / "report.xml"
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", f"--junitxml={report}", str(folder)],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=120,
    )
    cases = ET.parse(report).iter("testcase")
    found: dict[str, list[str]] = {}
    for case in cases:
        texts = found.setdefault(case.attrib["name"], [])
        texts += [
            f"{each.attrib['message']}\n{each.text}" for each in case if each.tag in ("failure", "error")
        ]
    return found


@pytest.mark.parametrize(("case", "reason"), FAILING.items())
def test_guard_fails_what_it_should(told: dict[str, list[str]], case: str, reason: str) -> None:
    assert len(told[case]) == 1
    assert reason in told[case][0]


@pytest.mark.parametrize("case", PASSING)
def test_guard_lets_pass_what_is_well(told: dict[str, list[str]], case: str) -> None:
    assert told[case] == []


@pytest.mark.parametrize(
    "case", ["test_leaves_thread", "test_leaves_timer", "test_leaves_shot", "test_leaves_qthread"]
)
def test_guard_says_where_it_was_started(told: dict[str, list[str]], case: str) -> None:
    assert "test_cases.py" in told[case][0]
    assert f"in {case}" in told[case][0]
