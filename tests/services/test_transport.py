"""The HTTP transport: one set of connections, however many questions are asked at once."""

from __future__ import annotations

import asyncio

import pytest
from websockets.asyncio.server import ServerConnection, serve
from websockets.typing import Subprotocol

from services.backend_trouble import Unreachable
from services.client import BackendClient
from services.transport import Address, HttpTransport, Timeouts, Traffic
from tests.services.hostile import request, serving

GRAPHQL_WS = Subprotocol("graphql-transport-ws")


def test_questions_asked_at_once_share_one_client() -> None:
    async def ask_twice() -> bool:
        transport = HttpTransport(Address("http://127.0.0.1:9/graphql", "a token"), Timeouts(), Traffic())
        try:
            first, second = await asyncio.gather(transport._client(), transport._client())
            return first is second
        finally:
            await transport.close()

    assert asyncio.run(ask_twice())


def test_closing_gives_up_what_is_asked_and_leaves_no_connection_open() -> None:
    async def close_while_asking() -> None:
        left = asyncio.Event()
        asked = asyncio.Event()

        async def never_answers(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await request(reader)
            asked.set()
            await reader.read()
            left.set()

        async with serving(never_answers) as url:
            transport = HttpTransport(Address(url, "a token"), Timeouts(), Traffic())
            asking = asyncio.create_task(transport.execute("query { a }", {}))
            await asyncio.wait_for(asked.wait(), 20)
            await transport.close()
            with pytest.raises(Unreachable):
                await asking
            await asyncio.wait_for(left.wait(), 20)
            with pytest.raises(Unreachable):
                await transport.execute("query { a }", {})

    asyncio.run(close_while_asking())


def test_hints_given_up_before_they_are_acknowledged_leave_no_connection_open() -> None:
    async def give_up() -> None:
        left = asyncio.Event()
        greeted = asyncio.Event()

        async def never_acknowledges(connection: ServerConnection) -> None:
            await connection.recv()
            greeted.set()
            await connection.wait_closed()
            left.set()

        async with serve(never_acknowledges, "127.0.0.1", 0, subprotocols=[GRAPHQL_WS]) as server:
            port = server.sockets[0].getsockname()[1]
            client = BackendClient(Address(f"http://127.0.0.1:{port}", "a token"))
            listening = asyncio.ensure_future(anext(client.revision_hints()))
            await asyncio.wait_for(greeted.wait(), 20)
            listening.cancel()
            with pytest.raises(asyncio.CancelledError):
                await listening
            await asyncio.wait_for(left.wait(), 20)
            await client.close()

    asyncio.run(give_up())
