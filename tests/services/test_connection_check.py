"""Trying the connection names the step that fails: name, connection, proxy, certificate, answer or token."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from services.connection_check import Step, Tried, proxy_for, try_connection
from services.transport import DIRECT, Address, BadAddress, Timeouts
from tests.services.certificates import authority_and_server
from tests.services.hostile import request, response

QUICK = Timeouts(connect=2.0, silence=1.0, answer=2.0)
GOOD = b'{"data": {"__typename": "Query"}}'
Handle = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def listening(handle: Handle, context: ssl.SSLContext | None = None) -> AsyncIterator[int]:
    async def closing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await handle(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the test is over, or the other side hung up
        finally:
            writer.close()

    server = await asyncio.start_server(closing, "127.0.0.1", 0, ssl=context)
    async with server:
        yield server.sockets[0].getsockname()[1]


def saying(body: bytes, status: bytes = b"200 OK") -> Handle:
    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await request(reader)
        writer.write(response(body).replace(b"200 OK", status))
        await writer.drain()

    return handle


async def tried(address: Address) -> list[Tried]:
    return [step async for step in try_connection(address, QUICK)]


def ends(steps: list[Tried]) -> tuple[Step, bool]:
    assert all(step.well for step in steps[:-1])
    assert all(step.seen for step in steps)
    assert steps[-1].well or steps[-1].advice
    return steps[-1].step, steps[-1].well


def test_all_is_well() -> None:
    async def ask() -> None:
        async with listening(saying(GOOD)) as port:
            steps = await tried(Address(f"http://127.0.0.1:{port}", "token"))
        assert [step.step for step in steps] == [Step.NAME, Step.CONNECTION, Step.ANSWER, Step.TOKEN]
        assert ends(steps) == (Step.TOKEN, True)

    asyncio.run(ask())


@pytest.mark.parametrize(
    ("body", "status", "step"),
    [
        (b"<html>Welcome</html>", b"200 OK", Step.ANSWER),
        (b"", b"404 Not Found", Step.ANSWER),
        (b"", b"502 Bad Gateway", Step.ANSWER),
        (b"", b"401 Unauthorized", Step.TOKEN),
    ],
)
def test_who_answers_is_no_backend_or_refuses_the_token(body: bytes, status: bytes, step: Step) -> None:
    async def ask() -> None:
        async with listening(saying(body, status)) as port:
            assert ends(await tried(Address(f"http://127.0.0.1:{port}", "token"))) == (step, False)

    asyncio.run(ask())


def test_nobody_listens() -> None:
    async def ask() -> None:
        async with listening(saying(GOOD)) as port:
            pass
        assert ends(await tried(Address(f"http://127.0.0.1:{port}", "token"))) == (Step.CONNECTION, False)

    asyncio.run(ask())


def test_a_name_that_nobody_knows(monkeypatch: pytest.MonkeyPatch) -> None:
    async def ask() -> None:
        # A label of more than 63 letters is no name: no name server is asked.
        address = Address(f"https://{'x' * 70}.example", "token", proxy=DIRECT)
        assert ends(await tried(address)) == (Step.NAME, False)

    asyncio.run(ask())


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    authority, server = authority_and_server(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(server)

    async def ask() -> None:
        async with listening(saying(GOOD), context) as port:
            url = f"https://127.0.0.1:{port}"
            assert ends(await tried(Address(url, "token"))) == (Step.CERTIFICATE, False)
            assert ends(await tried(Address(url, "token", authority))) == (Step.TOKEN, True)

    asyncio.run(ask())


def test_through_a_proxy(tmp_path: Path) -> None:
    authority, server = authority_and_server(tmp_path)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(server)
    asked: list[bytes] = []

    async def ask() -> None:
        async with listening(saying(GOOD), context) as behind:

            async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
                head = await reader.readuntil(b"\r\n\r\n")
                asked.append(head.split(b"\r\n")[0])
                if b"refused.test" in head:
                    writer.write(b"HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n")
                    await writer.drain()
                    return
                writer.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                far_reader, far_writer = await asyncio.open_connection("127.0.0.1", behind)
                await asyncio.gather(_pump(reader, far_writer), _pump(far_reader, writer))

            async with listening(proxy) as port:
                way = f"http://127.0.0.1:{port}"
                refused = await tried(Address("https://refused.test", "token", proxy=way))
                assert ends(refused) == (Step.PROXY, False)
                # The proxy lets through; the certificate behind it is for another name.
                through = await tried(Address("https://maestro.test", "token", authority, way))
                assert ends(through) == (Step.CERTIFICATE, False)
                assert Step.PROXY in [step.step for step in through]

    asyncio.run(ask())
    assert asked == [b"CONNECT refused.test:443 HTTP/1.1", b"CONNECT maestro.test:443 HTTP/1.1"]


async def _pump(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    try:
        while piece := await reader.read(65536):
            writer.write(piece)
            await writer.drain()
    except ConnectionError:
        pass
    finally:
        writer.close()


def test_which_proxy_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.site.test:3128")
    monkeypatch.setenv("no_proxy", "inside.test")
    assert proxy_for(Address("https://maestro.test", "token")) == "http://proxy.site.test:3128"
    assert proxy_for(Address("https://inside.test", "token")) == ""
    assert proxy_for(Address("https://maestro.test", "token", proxy=DIRECT)) == ""
    assert (
        proxy_for(Address("https://maestro.test", "token", proxy="http://other.test:1"))
        == "http://other.test:1"
    )
    assert proxy_for(Address("http://127.0.0.1:1", "token", proxy="http://other.test:1")) == ""


@pytest.mark.parametrize("proxy", ["proxy:8080", "ftp://proxy", "http://me:word@proxy:8080", "http://p:0"])
def test_a_proxy_that_cannot_be_used_or_holds_a_password_is_refused(proxy: str) -> None:
    with pytest.raises(BadAddress) as caught:
        Address("https://maestro.test", "token", proxy=proxy)
    assert caught.value.advice
