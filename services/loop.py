"""One asyncio loop in one worker thread: the only place where the desktop waits for the network."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from typing import Any, Self, TypeVar

Answer = TypeVar("Answer")


class LoopStoppedError(RuntimeError):
    """Work was handed to a loop that has been stopped."""


class WorkerLoop:
    """Runs coroutines in a thread of its own; results come back as `concurrent.futures.Future`.

    A future's callbacks run in the worker thread: whoever paints must queue them to its own thread.
    """

    def __init__(self, name: str = "maestro-network") -> None:
        self._loop = asyncio.new_event_loop()
        self._guard = threading.Lock()
        self._stopped = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    def submit(self, work: Coroutine[Any, Any, Answer]) -> Future[Answer]:
        """Start `work` in the loop. Cancelling the future cancels the work; raises `LoopStoppedError`."""
        with self._guard:
            if self._stopped:
                work.close()
                raise LoopStoppedError("The program is closing; no new work is started.")
            return asyncio.run_coroutine_threadsafe(work, self._loop)

    @property
    def is_current_thread(self) -> bool:
        """Whether the caller runs in the loop's thread, where waiting for a future would never end."""
        return threading.current_thread() is self._thread

    def stop(self) -> None:
        """Cancel what still runs, let it clean up, and join the thread. Idempotent."""
        with self._guard:
            first = not self._stopped
            self._stopped = True
        if first:
            self._loop.call_soon_threadsafe(self._loop.stop)
        if not self.is_current_thread:
            self._thread.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_forever()
        finally:
            self._loop.run_until_complete(ended(*asyncio.all_tasks(self._loop)))
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.run_until_complete(self._loop.shutdown_default_executor())
            self._loop.close()


async def ended(*tasks: asyncio.Task[Any]) -> None:
    """Cancel tasks until every one has ended.

    Once is not enough: on Python 3.11 `wait_for` forgets a cancel that comes as its own work fails.
    """
    left = {task for task in tasks if not task.done()}
    while left:
        for task in left:
            task.cancel()
        _, left = await asyncio.wait(left, timeout=1.0)
