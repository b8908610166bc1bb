"""Servers on loopback that answer as a test wants: right, wrong, half, slowly, or not at all."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Any

Handler = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]


@asynccontextmanager
async def serving(handler: Handler) -> AsyncIterator[str]:
    """The URL of a server that gives every connection to `handler`."""
    open_now: set[asyncio.Task[Any]] = set()

    async def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        open_now.add(task)
        try:
            await handler(reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError, asyncio.CancelledError):
            pass  # the client has had enough
        finally:
            open_now.discard(task)
            writer.close()

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in list(open_now):
            task.cancel()
        if open_now:
            await asyncio.wait(open_now)


async def request(reader: asyncio.StreamReader) -> dict[str, Any]:
    """The JSON body of one request."""
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
    if "content-length:" not in head:
        return {}  # a websocket's opening
    length = int(head.split("content-length:")[1].split("\r\n")[0])
    found: dict[str, Any] = json.loads(await reader.readexactly(length))
    return found


def response(body: bytes, status: str = "200 OK", *, length: int | None = None) -> bytes:
    """A response that states `length`, by default the true one."""
    stated = len(body) if length is None else length
    return (
        f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: {stated}\r\n\r\n"
    ).encode() + body


def saying(answer: bytes) -> Handler:
    """Answer the first request with these very bytes, and hang up."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await request(reader)
        writer.write(answer)
        await writer.drain()

    return handle


def answering(answer: Callable[[str, dict[str, Any]], dict[str, Any]]) -> Handler:
    """Answer each operation, by its name and variables, with GraphQL data."""

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while True:
            asked = await request(reader)
            if not asked:
                return
            name = asked["query"].split("{")[0].split("(")[0].split()[-1]
            body = json.dumps({"data": answer(name, asked["variables"])}).encode()
            writer.write(response(body))
            await writer.drain()

    return handle


async def silent(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Take everything, say nothing."""
    while await reader.read(65536):
        continue


async def dripping(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Begin an answer and go on for ever, a byte at a time, so that there is always a sign of life."""
    await request(reader)
    writer.write(response(b"", length=1_000_000))
    while True:
        writer.write(b" ")
        await writer.drain()
        await asyncio.sleep(0.01)


async def endless(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer with more than anyone can hold."""
    await request(reader)
    writer.write(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n")
    piece = b" " * 65536
    while True:
        writer.write(b"%x\r\n%s\r\n" % (len(piece), piece))
        await writer.drain()
