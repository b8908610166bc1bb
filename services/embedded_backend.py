"""The backend as a child of the desktop: started with its secrets by stdin, watched, restarted, ended."""

from __future__ import annotations

import asyncio
import contextlib
import json
import logging
import os
import random as random_source
import secrets
import sys
from collections.abc import Awaitable, Callable, Sequence
from pathlib import Path
from typing import IO

from services.backend_trouble import BackendTrouble, readable
from services.backoff import delay
from services.files import cannot_write, make_folder
from services.loop import ended
from services.transport import Address
from study.language import translate

LARGEST_LOG = 1024 * 1024
"""Bytes of the child's log that are kept before it begins anew; the one before is kept too."""

log = logging.getLogger(__name__)


class NotStarted(BackendTrouble):
    """The embedded backend did not start. `code` is its own word for why, where it gave one."""

    def __init__(self, happened: str, *, code: str = "", advice: str = "") -> None:
        super().__init__(happened, kept=readable(), advice=advice)
        self.code = code


def command() -> list[str]:
    """How the program starts its own backend: itself, frozen or not."""
    program = [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-m", "app.main"]
    return [*program, "backend", "--embedded"]


class EmbeddedBackend:
    """Lives in one event loop: `run` it there as a task; cancelling the task ends the child.

    The child gets token and store key on its stdin, which stays open: when this process ends, however
    it ends, the pipe closes and the child ends too. Its log holds neither.
    """

    def __init__(
        self,
        store_key: bytes,
        folder: Path,
        *,
        argv: Sequence[str] | None = None,
        patience: float = 30.0,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        random: Callable[[], float] = random_source.random,
        on_up: Callable[[Address], None] = lambda _: None,
        on_down: Callable[[BackendTrouble], None] = lambda _: None,
    ) -> None:
        """`folder` is the data folder, for its store and its log.

        `patience` is how long it may take to be ready, in seconds.
        """
        self._store_key = store_key
        self._folder = folder
        self._argv = list(argv) if argv is not None else command()
        self._patience = patience
        self._sleep = sleep
        self._random = random
        self._on_up = on_up
        self._on_down = on_down
        self._token = secrets.token_urlsafe(32)
        self.process_id: int | None = None

    async def run(self) -> None:
        """Start it, and again whenever it ends, each time a little later, until cancelled."""
        attempt = 0
        while True:
            try:
                async with contextlib.AsyncExitStack() as put_away:
                    child, address = await self._start(put_away)
                    attempt = 0
                    self._on_up(address)
                    code = await child.wait()
                trouble: BackendTrouble = NotStarted(
                    translate(
                        "trouble", "The backend on this computer ended unexpectedly (exit code {code})."
                    ).format(code=code),
                    advice=translate("trouble", "It is started again by itself."),
                )
            except BackendTrouble as error:
                trouble = error
            log.info("the embedded backend is down: %s", trouble.happened)
            self._on_down(trouble)
            await self._sleep(delay(attempt, self._random, first=0.5, longest=30.0))
            attempt += 1

    async def _start(self, put_away: contextlib.AsyncExitStack) -> tuple[asyncio.subprocess.Process, Address]:
        """A child that serves, and where. Raises `BackendTrouble`; `put_away` ends the child."""
        try:
            make_folder(self._folder)
            errors = put_away.enter_context(_log_file(self._folder / "backend.log"))
        except OSError as error:
            trouble = cannot_write(self._folder, error)
            raise NotStarted(trouble.happened, advice=trouble.advice) from error
        try:
            child = await asyncio.create_subprocess_exec(
                *self._argv,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=errors,
                env=os.environ | {"MAESTRO_DATA_DIR": str(self._folder)},
                creationflags=getattr(
                    asyncio.subprocess, "CREATE_NO_WINDOW", 0x08000000 if os.name == "nt" else 0
                ),
            )
        except OSError as error:
            raise NotStarted(
                translate(
                    "trouble", "The backend on this computer could not be started ({strerror})."
                ).format(strerror=error.strerror),
                advice=translate("trouble", "Install Maestro again if it stays so."),
            ) from error
        put_away.push_async_callback(_end_undisturbed, child)
        self.process_id = child.pid
        told = json.dumps({"token": self._token, "storeKey": self._store_key.hex()}) + "\n"
        assert child.stdin is not None
        assert child.stdout is not None
        try:
            async with asyncio.timeout(self._patience):
                child.stdin.write(told.encode("ascii"))
                with contextlib.suppress(ConnectionError):  # it has ended; its line or its code says why
                    await child.stdin.drain()
                line = await child.stdout.readline()
        except TimeoutError as error:
            raise NotStarted(
                translate(
                    "trouble", "The backend on this computer was not ready within {patience:g} seconds."
                ).format(patience=self._patience),
                advice=translate("trouble", "It is started again by itself."),
            ) from error
        except ValueError as error:  # a line longer than the reader's limit
            raise _not_ready() from error
        port = _port(line)
        draining = asyncio.create_task(_drain(child.stdout))
        put_away.push_async_callback(ended, draining)
        return child, Address(f"http://127.0.0.1:{port}", self._token)


def _port(line: bytes) -> int:
    """The port in the child's line. Raises `NotStarted` with the child's own words where it has some."""
    try:
        told = json.loads(line)
    except ValueError as error:
        raise _not_ready() from error
    if not isinstance(told, dict):
        raise _not_ready()
    if told.get("ready") is not True:
        message = str(
            told.get("message") or translate("trouble", "The backend on this computer could not be started.")
        )[:500]
        raise NotStarted(message, code=str(told.get("code", "")))
    port = told.get("port")
    if not isinstance(port, int) or not 0 < port < 65536:
        raise _not_ready()
    return port


def _not_ready() -> NotStarted:
    return NotStarted(
        translate(
            "trouble", "The backend on this computer ended before it was ready, or did not say that it is."
        ),
        advice=translate("trouble", "It is started again by itself; its log is in the data folder."),
    )


async def _drain(stream: asyncio.StreamReader) -> None:
    """Read what else it says, so that a full pipe never stops it."""
    while await stream.read(65536):
        continue


async def _end_undisturbed(child: asyncio.subprocess.Process) -> None:
    """End the child to the end, also when we are told again meanwhile to hurry."""
    ending = asyncio.create_task(_end(child))
    told = False
    while not ending.done():
        try:
            await asyncio.shield(ending)
        except asyncio.CancelledError:
            told = True
    if told:
        raise asyncio.CancelledError


async def _end_for_certain(child: asyncio.subprocess.Process) -> None:
    """End the child however often whoever waits for that is cancelled: nothing of it may be left behind."""
    ending = asyncio.create_task(_end(child))
    while not ending.done():
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.shield(ending)


async def _end(child: asyncio.subprocess.Process, patience: float = 6.0) -> None:
    """Close its stdin, which asks it to end; then insist."""
    assert child.stdin is not None
    child.stdin.close()
    for insist in (None, child.terminate, child.kill):
        if insist is not None:
            with contextlib.suppress(ProcessLookupError):
                insist()
        try:
            async with asyncio.timeout(patience):
                await child.wait()
                break
        except TimeoutError:
            log.info("the embedded backend takes long to end")
    assert child.stdout is not None
    with contextlib.suppress(TimeoutError):  # what it started may hold its stdout still
        async with asyncio.timeout(1.0):
            await _drain(child.stdout)


def _log_file(path: Path) -> IO[bytes]:
    if path.exists() and path.stat().st_size > LARGEST_LOG:
        path.replace(path.with_suffix(".old.log"))
    return path.open("ab")
