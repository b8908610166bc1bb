"""Fails a test that leaves a thread, a QThread, pool work or an active timer behind, and says who started it.

What was there before the test (a server of the whole session) is not held against it, and what is on its way
out gets a moment to end.
"""

from __future__ import annotations

import threading
import time
import traceback
from collections.abc import Callable, Generator
from functools import wraps
from pathlib import Path
from typing import Any
from weakref import WeakKeyDictionary, ref

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread, QThreadPool, QTimer
from shiboken6 import isValid

from tests.guards.messages import CALL_PASSED

GRACE_S = 2.0
"""How long a thread that is ending may take, in seconds."""

_HERE = Path(__file__).name


def _place() -> str:
    """Who called, innermost last, without this file and the libraries' own frames."""
    frames = [
        frame
        for frame in traceback.extract_stack(limit=30)
        if "site-packages" not in frame.filename and "/lib/python" not in frame.filename
    ]
    frames = [frame for frame in frames if Path(frame.filename).name != _HERE][-4:]
    return "".join(traceback.format_list(frames)).rstrip() or "  (in a library)"


class Started:
    """Remembers where threads and timers were started, as long as they live."""

    def __init__(self) -> None:
        self.threads: WeakKeyDictionary[threading.Thread, str] = WeakKeyDictionary()
        # Qt's wrappers are compared by identity; a list of weak references keeps no timer alive.
        self.qthreads: list[tuple[ref[QThread], str]] = []
        self.timers: list[tuple[ref[QTimer], str]] = []
        self.shots: list[tuple[float, ref[QObject] | None, str]] = []

    def clear(self) -> None:
        """Forgets what earlier tests started."""
        self.qthreads.clear()
        self.timers.clear()
        self.shots.clear()


STARTED = Started()


def _watch_threads(patch: pytest.MonkeyPatch) -> None:
    start = threading.Thread.start

    @wraps(start)
    def watched(self: threading.Thread) -> None:
        STARTED.threads[self] = _place()
        start(self)

    patch.setattr(threading.Thread, "start", watched)


def _watch_qt(patch: pytest.MonkeyPatch) -> None:
    start_thread: Callable[..., None] = QThread.start
    start_timer: Callable[..., None] = QTimer.start
    single_shot: Callable[..., None] = QTimer.singleShot

    def watched_thread(self: QThread, *args: Any) -> None:
        STARTED.qthreads.append((ref(self), _place()))
        start_thread(self, *args)

    def watched_timer(self: QTimer, *args: Any) -> None:
        STARTED.timers.append((ref(self), _place()))
        start_timer(self, *args)

    def watched_shot(*args: Any) -> None:
        if isinstance(args[0], int) and args[0] > 0:
            owners = [
                arg for arg in (*args[1:], getattr(args[-1], "__self__", None)) if isinstance(arg, QObject)
            ]
            owner = ref(owners[0]) if owners else None
            STARTED.shots.append((time.monotonic() + args[0] / 1000, owner, _place()))
        single_shot(*args)

    patch.setattr(QThread, "start", watched_thread)
    patch.setattr(QTimer, "start", watched_timer)
    patch.setattr(QTimer, "singleShot", staticmethod(watched_shot))


def _python_threads(before: set[threading.Thread]) -> list[str]:
    deadline = time.monotonic() + GRACE_S
    left = []
    for thread in threading.enumerate():
        # A dummy stands for a thread that Qt or C started; QThreads are looked at by themselves.
        if thread in before or isinstance(thread, threading._DummyThread):
            continue
        thread.join(max(0.0, deadline - time.monotonic()))
        if thread.is_alive():
            place = STARTED.threads.get(thread, "  (unknown)")
            left.append(f"the thread {thread.name!r} is still running; it was started here:\n{place}")
    return left


def _qt_threads() -> list[str]:
    left = []
    for reference, place in STARTED.qthreads:
        thread = reference()
        if thread is None or not isValid(thread):
            continue
        if thread.isRunning() and not thread.wait(int(GRACE_S * 1000)):
            left.append(
                f"a {type(thread).__name__} (QThread) is still running; it was started here:\n{place}"
            )
    if not QThreadPool.globalInstance().waitForDone(int(GRACE_S * 1000)):
        left.append("work is still running in Qt's global thread pool")
    return left


def _timers() -> list[str]:
    if QCoreApplication.instance() is None:
        return []
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    left = []
    seen: set[int] = set()
    for reference, place in reversed(STARTED.timers):
        timer = reference()
        if timer is None or id(timer) in seen or not isValid(timer):
            continue
        seen.add(id(timer))
        if timer.isActive():
            name = timer.objectName() or "without a name"
            left.append(
                f"a QTimer ({name}, {timer.interval()} ms) is still active; it was started here:\n{place}"
            )
            timer.stop()
    now = time.monotonic()
    for due, owner, place in STARTED.shots:
        receiver = owner() if owner else None
        gone = owner is not None and (receiver is None or not isValid(receiver))
        if due > now and not gone:
            left.append(f"QTimer.singleShot has {due - now:.2f} s to go; it was asked for here:\n{place}")
    return left


_BEFORE = pytest.StashKey[set[threading.Thread]]()


@pytest.fixture(scope="session", autouse=True)
def _watch_starts() -> Generator[None, None, None]:
    with pytest.MonkeyPatch.context() as patch:
        _watch_threads(patch)
        _watch_qt(patch)
        yield


@pytest.fixture(autouse=True)
def _what_was_there(request: pytest.FixtureRequest) -> None:
    # As a fixture, because those of a wider scope, whose threads are theirs, are made before it.
    request.node.stash[_BEFORE] = set(threading.enumerate())
    STARTED.clear()


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_teardown(item: pytest.Item) -> Generator[None, None, None]:
    result = yield
    before = item.stash.get(_BEFORE, None)
    # A test that failed half-way could not clean up, and has said enough.
    if before is not None and item.stash.get(CALL_PASSED, False):
        left = _python_threads(before) + _qt_threads() + _timers()
        if left:
            pytest.fail("left behind: " + "\nleft behind: ".join(left), pytrace=False)
    return result
