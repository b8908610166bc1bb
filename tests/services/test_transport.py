"""The HTTP transport: one set of connections, however many questions are asked at once."""

from __future__ import annotations

import asyncio

from services.transport import Address, HttpTransport, Timeouts, Traffic


def test_questions_asked_at_once_share_one_client() -> None:
    async def ask_twice() -> bool:
        transport = HttpTransport(Address("http://127.0.0.1:9/graphql", "a token"), Timeouts(), Traffic())
        try:
            first, second = await asyncio.gather(transport._client(), transport._client())
            return first is second
        finally:
            await transport.close()

    assert asyncio.run(ask_twice())
