"""Serving on a bound socket until told to stop, by a signal or by the end of the process that started us."""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

GRACE_SECONDS = 2
"""For requests in progress, once told to stop."""
HARD_EXIT_SECONDS = 5
"""After which the process ends whatever still runs; the store is safe at any moment."""


def bind(host: str, port: int) -> socket.socket:
    """A listening address of our own, so that the port is known before anything is served. Raises OSError."""
    family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    bound = socket.socket(family, kind, protocol)
    try:
        if os.name == "posix":
            bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        else:  # on Windows the option would let another program take the same port
            bound.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", -5), 1)
        bound.bind(address)
    except OSError:
        bound.close()
        raise
    return bound


class BackendServer(uvicorn.Server):
    """Uvicorn that says when it really serves, ends quietly on a signal, and ends for certain."""

    def __init__(self, app: ASGIApp, max_message_bytes: int, on_ready: Callable[[], None]) -> None:
        super().__init__(
            uvicorn.Config(
                app,
                loop="asyncio",
                http="h11",
                ws="websockets-sansio",
                ws_max_size=max_message_bytes,
                lifespan="off",
                log_config=None,
                access_log=False,
                server_header=False,
                proxy_headers=False,
                timeout_graceful_shutdown=GRACE_SECONDS,
            )
        )
        self._on_ready = on_ready
        self._hard_exit: threading.Timer | None = None

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        if not self.should_exit:
            self._on_ready()

    def stop(self) -> None:
        """End soon; callable from any thread, and from a signal handler."""
        self.should_exit = True
        if self._hard_exit is None:
            self._hard_exit = threading.Timer(HARD_EXIT_SECONDS, os._exit, args=(0,))
            self._hard_exit.daemon = True
            self._hard_exit.start()

    def stopped(self) -> None:
        """Everything is put away: no hard exit is needed any more."""
        if self._hard_exit is not None:
            self._hard_exit.cancel()

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002
        self.stop()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """As uvicorn's, but a signal that was obeyed is not raised again: this is a clean end."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {sig: signal.signal(sig, self.handle_exit) for sig in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for sig, handler in before.items():
                signal.signal(sig, handler)


def watch_parent(descriptor: int, gone: Callable[[], None]) -> threading.Thread:
    """Call `gone` when the other end of our stdin closes, as it does even when the parent is killed.

    A thread and a pipe, because these work on Windows too, and because a parent-death signal would end us
    with the thread that started us.
    """

    def watch() -> None:
        try:
            while os.read(descriptor, 4096):
                continue
        except OSError:  # a broken pipe is an end too
            pass
        gone()

    thread = threading.Thread(target=watch, name="parent watch", daemon=True)
    thread.start()
    return thread
