"""The embedded backend is started with its secrets by stdin, restarted when it dies, and ends with us."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

import pytest

from services.backend_trouble import BackendTrouble
from services.client import BackendClient
from services.embedded_backend import EmbeddedBackend, NotStarted
from services.transport import Address
from tests.services.real_backend import ARGV

KEY = bytes(range(32))


async def _no_time(_: float) -> None:
    await asyncio.sleep(0)


async def _while_running(
    embedded: EmbeddedBackend, body: Callable[[], Awaitable[None]], seconds: float = 60.0
) -> None:
    task = asyncio.create_task(embedded.run())
    try:
        await asyncio.wait_for(body(), seconds)
    finally:
        task.cancel()
        await asyncio.wait((task,))
        assert task.cancelled()


async def _store_id(address: Address) -> str:
    client = BackendClient(address)
    try:
        return (await client.server_info()).store_id
    finally:
        await client.close()


def _is_alive(process_id: int) -> bool:
    try:
        os.kill(process_id, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.skipif(sys.platform == "win32", reason="looks for processes as POSIX does")
def test_it_serves_comes_back_after_a_crash_and_ends_with_the_task(tmp_path: Path) -> None:
    async def session() -> int:
        up: asyncio.Queue[Address] = asyncio.Queue()
        down: asyncio.Queue[BackendTrouble] = asyncio.Queue()
        embedded = EmbeddedBackend(
            KEY, tmp_path, argv=ARGV, sleep=_no_time, on_up=up.put_nowait, on_down=down.put_nowait
        )

        async def body() -> None:
            first = await up.get()
            store_id = await _store_id(first)
            assert embedded.process_id is not None
            os.kill(embedded.process_id, signal.SIGKILL)
            assert "ended unexpectedly" in (await down.get()).happened
            second = await up.get()
            assert await _store_id(second) == store_id
            assert second.token == first.token

        await _while_running(embedded, body)
        assert embedded.process_id is not None
        return embedded.process_id

    assert not _is_alive(asyncio.run(session()))


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_secrets_are_in_no_file_argument_or_environment(tmp_path: Path) -> None:
    async def session() -> list[bytes]:
        up: asyncio.Queue[Address] = asyncio.Queue()
        embedded = EmbeddedBackend(KEY, tmp_path, argv=ARGV, on_up=up.put_nowait)
        seen: list[bytes] = []

        async def body() -> None:
            address = await up.get()
            await _store_id(address)
            process = Path(f"/proc/{embedded.process_id}")
            seen.append(address.token.encode())
            seen.append((process / "cmdline").read_bytes())
            seen.append((process / "environ").read_bytes())

        await _while_running(embedded, body)
        return seen

    token, *places = asyncio.run(session())
    places += [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(places) > 3
    for place in places:
        assert token not in place
        assert KEY.hex().encode() not in place
        assert KEY not in place


@pytest.mark.parametrize(
    ("code", "word"),
    [
        ("raise SystemExit(3)", "before it was ready"),
        ("print('hello')", "before it was ready"),
        ("print('x' * 200_000)", "before it was ready"),
        ('print(\'{"ready": true, "port": 0}\')', "before it was ready"),
        ('print(\'{"ready": false, "code": "IN_USE", "message": "It is in use."}\')', "It is in use."),
        ("import sys; sys.stdin.readline(); sys.stdin.read()", "was not ready within"),
    ],
    ids=["ends", "says something else", "talks on", "no port", "says why", "says nothing"],
)
def test_a_child_that_does_not_start_is_told_and_tried_again(tmp_path: Path, code: str, word: str) -> None:
    async def session() -> list[BackendTrouble]:
        down: asyncio.Queue[BackendTrouble] = asyncio.Queue()
        told: list[BackendTrouble] = []
        embedded = EmbeddedBackend(
            KEY,
            tmp_path,
            argv=[sys.executable, "-c", code],
            patience=1.0 if "within" in word else 30.0,
            sleep=_no_time,
            on_down=down.put_nowait,
        )

        async def body() -> None:
            told.append(await down.get())
            told.append(await down.get())

        await _while_running(embedded, body)
        return told

    for trouble in asyncio.run(session()):
        assert isinstance(trouble, NotStarted)
        assert word in trouble.happened


def test_a_program_that_is_not_there_is_told(tmp_path: Path) -> None:
    async def session() -> BackendTrouble:
        down: asyncio.Queue[BackendTrouble] = asyncio.Queue()
        embedded = EmbeddedBackend(KEY, tmp_path, argv=[str(tmp_path / "none")], on_down=down.put_nowait)
        told: list[BackendTrouble] = []

        async def body() -> None:
            told.append(await down.get())

        await _while_running(embedded, body)
        return told[0]

    assert "could not be started" in asyncio.run(session()).happened


_DESKTOP = """
import asyncio, sys
from pathlib import Path
from services.embedded_backend import EmbeddedBackend
embedded = EmbeddedBackend(
    bytes(32), Path(sys.argv[1]), argv=[sys.executable, "-m", "backend.main", "--embedded"],
    on_up=lambda address: print(embedded.process_id, flush=True),
)
asyncio.run(embedded.run())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="waits for a process that is not its child")
def test_it_ends_when_the_desktop_is_killed(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", _DESKTOP, str(tmp_path)], stdout=subprocess.PIPE) as desktop:
        assert desktop.stdout is not None
        child = int(desktop.stdout.readline())
        watched = os.pidfd_open(child)
        desktop.kill()
    try:
        import select

        assert select.select([watched], [], [], 30)[0], "the backend outlived the desktop"
    finally:
        os.close(watched)
