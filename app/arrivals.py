"""From worker threads to the thread that paints: results cross as queued signals, never as direct calls."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

Answer = TypeVar("Answer")


class Arrivals(QObject):
    """Runs callables in the thread that it lives in, in the order in which they come."""

    _arrived = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        self._arrived.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def close(self) -> None:
        """Whatever arrives from now on is dropped."""
        self._closed = True

    def post(self, call: Callable[[], None]) -> None:
        """From any thread: have `call` run here, soon."""
        self._arrived.emit(call)

    def when_done(
        self,
        future: Future[Answer],
        then: Callable[[Answer], None],
        failed: Callable[[BaseException], None] | None = None,
    ) -> None:
        """Call `then` with the future's result here, or `failed` with its error (CancelledError included)."""

        def done(finished: Future[Answer]) -> None:
            self.post(lambda: self._deliver(finished, then, failed))

        future.add_done_callback(done)

    def queued(self, call: Callable[..., None]) -> Callable[..., None]:
        """A callable for any thread that runs `call` here with its arguments."""
        return lambda *arguments: self.post(lambda: call(*arguments))

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        if not self._closed:
            call()

    def _deliver(
        self, future: Future[Any], then: Callable[[Any], None], failed: Callable[[BaseException], None] | None
    ) -> None:
        try:
            result = future.result()
        except (Exception, CancelledError) as error:  # whatever it is, `failed` tells it
            if failed is None:
                raise
            failed(error)
        else:
            then(result)
