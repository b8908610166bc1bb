"""Results from worker threads arrive in the thread that paints, in their order, and not after the end."""

from __future__ import annotations

import threading
from collections.abc import Generator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app.arrivals import Arrivals


@pytest.fixture
def workers() -> Generator[ThreadPoolExecutor, None, None]:
    with ThreadPoolExecutor(2) as pool:
        yield pool


def test_a_result_arrives_in_the_thread_that_paints(qtbot: QtBot, workers: ThreadPoolExecutor) -> None:
    arrivals = Arrivals()
    got: list[tuple[str, threading.Thread]] = []
    future = workers.submit(lambda: threading.current_thread().name)
    arrivals.when_done(future, lambda name: got.append((name, threading.current_thread())))
    qtbot.waitUntil(lambda: bool(got))
    name, thread = got[0]
    assert thread is threading.main_thread()
    assert name != thread.name


def test_what_was_done_before_does_not_arrive_at_once(qtbot: QtBot) -> None:
    arrivals = Arrivals()
    done: Future[int] = Future()
    done.set_result(3)
    got: list[int] = []
    arrivals.when_done(done, got.append)
    assert got == []  # never inside the call that asked
    qtbot.waitUntil(lambda: got == [3])


def test_errors_and_cancels_are_told(qtbot: QtBot) -> None:
    arrivals = Arrivals()
    told: list[BaseException] = []
    broken: Future[int] = Future()
    arrivals.when_done(broken, lambda _: pytest.fail("there is no result"), told.append)
    broken.set_exception(ValueError("no"))
    cancelled: Future[int] = Future()
    arrivals.when_done(cancelled, lambda _: pytest.fail("there is no result"), told.append)
    cancelled.cancel()
    qtbot.waitUntil(lambda: len(told) == 2)
    assert [type(error) for error in told] == [ValueError, CancelledError]


def test_calls_keep_their_order(qtbot: QtBot, workers: ThreadPoolExecutor) -> None:
    arrivals = Arrivals()
    got: list[int] = []
    call = arrivals.queued(got.append)

    def work() -> None:
        for number in range(200):
            call(number)

    workers.submit(work).result()
    assert got == []
    qtbot.waitUntil(lambda: len(got) == 200)
    assert got == list(range(200))


def test_nothing_arrives_after_the_end(qtbot: QtBot) -> None:
    arrivals = Arrivals()
    got: list[int] = []
    call = arrivals.queued(got.append)
    call(1)
    arrivals.close()
    call(2)
    QCoreApplication.processEvents()
    assert got == []
