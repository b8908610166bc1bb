"""The worker loop gives results back, cancels, and leaves no thread."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import CancelledError, Future

import pytest

from services.loop import LoopStoppedError, WorkerLoop


def test_work_is_done_in_another_thread() -> None:
    async def where() -> threading.Thread:
        return threading.current_thread()

    with WorkerLoop() as loop:
        assert loop.submit(where()).result(10) is not threading.current_thread()


def test_an_error_comes_back() -> None:
    async def fail() -> None:
        raise ValueError("told")

    with WorkerLoop() as loop, pytest.raises(ValueError, match="told"):
        loop.submit(fail()).result(10)


def test_cancelling_the_future_cancels_the_work() -> None:
    begun, ended = threading.Event(), threading.Event()

    async def wait() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            ended.set()

    with WorkerLoop() as loop:
        future = loop.submit(wait())
        assert begun.wait(10)
        future.cancel()
        assert ended.wait(10)


def test_stop_lets_work_clean_up_and_joins() -> None:
    begun = threading.Event()
    cleaned: list[bool] = []

    async def wait() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            cleaned.append(True)

    loop = WorkerLoop("to be stopped")
    future: Future[None] = loop.submit(wait())
    assert begun.wait(10)
    loop.stop()
    loop.stop()
    assert cleaned == [True]
    with pytest.raises(CancelledError):
        future.result(10)
    assert "to be stopped" not in {thread.name for thread in threading.enumerate()}
    with pytest.raises(LoopStoppedError):
        loop.submit(wait())
