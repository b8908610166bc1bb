"""A real backend on loopback inside the test's process, and the few words to talk with it."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import httpx
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Subprotocol

from backend.api.access import LOOPBACK_NAMES
from backend.api.app import make_app
from backend.api.context import Backend, Validate
from backend.api.errors import BadStudyError
from backend.server import BackendServer, bind
from backend.settings import MAX_REQUEST_BYTES
from backend.store.content import content_hash, split_content
from backend.store.port import StudyStore, StudySummary

TOKEN = "a-token-made-for-tests"
TIMEOUT = 20.0
"""Seconds after which a test that waits for an answer gives up."""

IMPORT = """
mutation Import($input: ImportStudyInput!) {
  importStudy(input: $input) {
    replayed
    study { id title fileName usdmVersion revision contentHash size chunkCount created lastModified }
  }
}
"""
CHUNK = """
query Chunk($id: ID!, $revision: Int, $chunk: Int!) {
  studyContent(id: $id, revision: $revision, chunk: $chunk) {
    studyId revision index total contentHash size text
  }
}
"""


def made_up_study(content: bytes) -> StudySummary:
    """Stands in for the document: takes everything but `bad`."""
    if content.startswith(b"bad"):
        raise BadStudyError("This is no study.", line=1, column=3)
    return StudySummary(title="Made up", usdm_version="4.0")


@dataclass
class Client:
    """Talks GraphQL with one backend."""

    port: int
    http: httpx.Client
    token: str = TOKEN

    def post(self, query: str, variables: dict[str, object] | None = None) -> httpx.Response:
        return self.http.post(
            "/graphql",
            # ASCII escapes, so that even half characters can be sent.
            content=json.dumps({"query": query, "variables": variables or {}}),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )

    def ask(self, query: str, **variables: object) -> Any:
        """The data of an operation that must succeed."""
        answer = self.post(query, variables).json()
        assert "errors" not in answer, answer
        return answer["data"]

    def refused(self, query: str, **variables: object) -> dict[str, Any]:
        """The one error of an operation that must fail."""
        answer = self.post(query, variables).json()
        assert len(answer["errors"]) == 1, answer
        error: dict[str, Any] = answer["errors"][0]
        return error

    def code(self, query: str, **variables: object) -> str:
        return str(self.refused(query, **variables)["extensions"]["code"])

    def bring(self, content: bytes, key: str = "key", **more: object) -> Any:
        return self.ask(IMPORT, input=import_input(content, key, **more))["importStudy"]

    @contextmanager
    def websocket(
        self,
        payload: dict[str, object] | None = None,
        headers: dict[str, str] | None = None,
        subprotocol: str = "graphql-transport-ws",
    ) -> Iterator[ClientConnection]:
        """An open connection after `connection_init`; what comes back is the caller's to read."""
        with connect(
            f"ws://127.0.0.1:{self.port}/graphql",
            subprotocols=[Subprotocol(subprotocol)],
            additional_headers=headers,
            open_timeout=TIMEOUT,
            proxy=None,
        ) as socket:
            socket.send(json.dumps({"type": "connection_init", "payload": payload or {}}))
            yield socket


def import_input(content: bytes, key: str = "key", **more: object) -> dict[str, object]:
    chunks = [piece.decode() for piece in split_content(content)]
    return {"idempotencyKey": key, "contentHash": content_hash(content), "chunks": chunks} | more


def receive(socket: ClientConnection) -> dict[str, Any]:
    message: dict[str, Any] = json.loads(socket.recv(timeout=TIMEOUT))
    return message


@contextmanager
def serving(
    store: StudyStore, validate: Validate = made_up_study, max_study_bytes: int = 128_000_000
) -> Iterator[tuple[Client, Backend]]:
    """Serve the store on a free port of loopback until the block ends."""
    ready = threading.Event()
    with ThreadPoolExecutor(4) as threads, bind("127.0.0.1", 0) as listening:
        backend = Backend(store, validate, threads, "1.2.3", max_study_bytes, MAX_REQUEST_BYTES)
        server = BackendServer(make_app(backend, TOKEN, LOOPBACK_NAMES), MAX_REQUEST_BYTES, ready.set)
        thread = threading.Thread(target=lambda: asyncio.run(server.serve(sockets=[listening])))
        thread.start()
        try:
            assert ready.wait(TIMEOUT)
            port = listening.getsockname()[1]
            with httpx.Client(base_url=f"http://127.0.0.1:{port}", trust_env=False, timeout=TIMEOUT) as http:
                yield Client(port, http), backend
        finally:
            server.should_exit = True
            thread.join(TIMEOUT)
            store.close()
        assert not thread.is_alive()
