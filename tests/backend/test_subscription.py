"""Hints of new revisions over a real websocket, and who may listen."""

from __future__ import annotations

import asyncio
import contextlib
import json
from collections.abc import Iterator
from socket import create_connection
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import ClientConnection, connect

from backend.api.context import Backend
from backend.api.hints import RevisionHints
from tests.backend.in_memory_store import InMemoryStudyStore
from tests.backend.serving import IMPORT, TIMEOUT, TOKEN, Client, import_input, receive, serving

SUBSCRIBE = {
    "id": "1",
    "type": "subscribe",
    "payload": {"query": "subscription { studyRevisions { studyId revision } }"},
}
BEARER: dict[str, object] = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture
def served() -> Iterator[tuple[Client, Backend]]:
    with serving(InMemoryStudyStore()) as both:
        yield both


@pytest.fixture
def client(served: tuple[Client, Backend]) -> Client:
    return served[0]


def listen(socket: ClientConnection, backend: Backend, listeners: int = 1) -> None:
    """Subscribe, and go on once the server listens: a query behind it answers only afterwards."""
    assert receive(socket) == {"type": "connection_ack"}
    socket.send(json.dumps(SUBSCRIBE))
    while backend.hints.subscriber_count < listeners:
        # Each answer is a turn of the server's loop, so this waits on the server, not on a clock.
        socket.send(json.dumps({"type": "ping"}))
        assert receive(socket) == {"type": "pong"}


def hint(message: dict[str, Any]) -> tuple[str, int]:
    assert (message["id"], message["type"]) == ("1", "next")
    told = message["payload"]["data"]["studyRevisions"]
    return told["studyId"], told["revision"]


def test_a_new_revision_is_hinted_to_everyone_who_listens(served: tuple[Client, Backend]) -> None:
    client, backend = served
    with client.websocket(BEARER) as one, client.websocket({"token": TOKEN}) as other:
        listen(one, backend)
        listen(other, backend, 2)
        study_id = client.bring(b"one", key="1")["study"]["id"]
        assert hint(receive(one)) == hint(receive(other)) == (study_id, 1)
        client.bring(b"two", key="2", studyId=study_id, baseRevision=1)
        assert hint(receive(one)) == hint(receive(other)) == (study_id, 2)
        assert "maestro_subscribers 2" in client.http.get("/metrics").text.splitlines()


def test_a_replay_or_a_refused_import_hints_nothing(served: tuple[Client, Backend]) -> None:
    client, backend = served
    first = client.bring(b"one", key="1")["study"]["id"]
    with client.websocket(BEARER) as socket:
        listen(socket, backend)
        client.bring(b"one", key="1")
        client.refused(IMPORT, input=import_input(b"bad", "2"))
        second = client.bring(b"two", key="3")["study"]["id"]
        assert hint(receive(socket)) == (second, 1)
        assert second != first


def test_queries_work_over_the_websocket_too(client: Client) -> None:
    with client.websocket(headers={"Authorization": f"Bearer {TOKEN}"}) as socket:
        assert receive(socket) == {"type": "connection_ack"}
        query = {"id": "q", "type": "subscribe", "payload": {"query": "{ serverInfo { version } }"}}
        socket.send(json.dumps(query))
        assert receive(socket)["payload"]["data"] == {"serverInfo": {"version": "1.2.3"}}
        assert receive(socket) == {"id": "q", "type": "complete"}


def test_who_stops_listening_is_forgotten(served: tuple[Client, Backend]) -> None:
    client, backend = served
    with client.websocket(BEARER) as socket:
        listen(socket, backend)
        socket.send(json.dumps({"id": "1", "type": "complete"}))
        while backend.hints.subscriber_count:
            socket.send(json.dumps({"type": "ping"}))
            assert receive(socket) == {"type": "pong"}
        client.bring(b"one")
        assert backend.hints.subscriber_count == 0


@pytest.mark.parametrize(
    "payload",
    [
        {},
        {"Authorization": "Bearer wrong-wrong-wrong-wrong"},
        {"Authorization": TOKEN},
        {"token": "wrong"},
        {"token": [TOKEN]},
        {"Authorization": None},
        {"token": "\ud800"},
    ],
)
def test_a_websocket_without_the_token_is_closed(client: Client, payload: dict[str, object]) -> None:
    with client.websocket(payload) as socket:
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=TIMEOUT)
        assert socket.close_code == 4403


def test_nothing_is_told_before_the_token(client: Client) -> None:
    with client.websocket({"token": "wrong"}) as socket:
        with contextlib.suppress(ConnectionClosed):  # the server may have closed before it is asked
            socket.send(json.dumps(SUBSCRIBE))
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=TIMEOUT)
        assert socket.close_code in (4401, 4403)


def test_the_older_websocket_protocol_is_not_spoken(client: Client) -> None:
    with (
        pytest.raises(ConnectionClosed) as caught,
        client.websocket(BEARER, subprotocol="graphql-ws") as socket,
    ):
        socket.recv(timeout=TIMEOUT)
    assert caught.value.rcvd is not None
    assert caught.value.rcvd.code == 4406


def test_a_websocket_for_another_host_is_refused(client: Client) -> None:
    to_loopback = create_connection(("127.0.0.1", client.port), timeout=TIMEOUT)
    with pytest.raises(InvalidStatus) as caught:
        connect("ws://evil.example/graphql", sock=to_loopback, proxy=None)
    to_loopback.close()
    assert caught.value.response.status_code == 403


@pytest.mark.parametrize("message", ["[]", "5", "not json", '{"type": "unknown"}', "{}"])
def test_a_message_that_is_none_closes_the_websocket(client: Client, message: str) -> None:
    with client.websocket(BEARER) as socket:
        assert receive(socket) == {"type": "connection_ack"}
        socket.send(message)
        with pytest.raises(ConnectionClosed):
            socket.recv(timeout=TIMEOUT)
        assert socket.close_code == 4400


async def _collect(hints: RevisionHints, wanted: int) -> list[tuple[str, int]]:
    subscription = hints.subscribe()
    first = asyncio.ensure_future(anext(subscription))
    await asyncio.sleep(0)  # one turn of the loop: the subscription has begun
    for study_id, revision in (("a", 1), ("b", 1), ("a", 2), ("a", 3), ("b", 2)):
        hints.publish(study_id, revision)
    told = [await first]
    told += [await anext(subscription) for _ in range(wanted - 1)]
    await subscription.aclose()
    return told


def test_hints_for_one_study_merge_into_the_newest() -> None:
    hints = RevisionHints()
    assert asyncio.run(_collect(hints, 2)) == [("a", 3), ("b", 2)]
    assert hints.subscriber_count == 0
