"""Who gets in: token, host name, size of a request, seen from outside."""

from __future__ import annotations

import http.client
import json
from collections.abc import Iterator

import pytest

from backend.api.access import Token, is_loopback
from backend.settings import MAX_REQUEST_BYTES
from tests.backend.in_memory_store import InMemoryStudyStore
from tests.backend.serving import TIMEOUT, TOKEN, Client, serving

QUERY = {"query": "{ serverInfo { storeId } }"}


@pytest.fixture
def client() -> Iterator[Client]:
    with serving(InMemoryStudyStore()) as (client, _):
        yield client


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        "",
        "Bearer",
        f"Basic {TOKEN}",
        TOKEN,
        "Bearer wrong",
        f"Bearer {TOKEN}x",
        f"Bearer {TOKEN[:-1]}",
    ],
)
def test_without_the_token_there_is_no_answer(client: Client, authorization: str | None) -> None:
    headers = {} if authorization is None else {"Authorization": authorization}
    answer = client.http.post("/graphql", json=QUERY, headers=headers)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"
    error = answer.json()["errors"][0]
    assert error["extensions"] == {"code": "UNAUTHENTICATED"}
    assert "token" in error["message"]
    assert TOKEN not in answer.text


def test_a_token_outside_ascii_is_wrong_and_no_failure(client: Client) -> None:
    answer = client.http.post("/graphql", json=QUERY, headers={b"Authorization": "Bearer €".encode()})
    assert answer.status_code == 401


def test_the_scheme_is_read_in_any_case(client: Client) -> None:
    answer = client.http.post("/graphql", json=QUERY, headers={"Authorization": f"bearer {TOKEN}"})
    assert answer.status_code == 200


def test_queries_by_get_are_refused(client: Client) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    answer = client.http.get("/graphql", params=QUERY, headers=headers)
    assert answer.status_code in (400, 405)
    assert "storeId" not in answer.json().get("data", {})


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "[::2]", ""])
@pytest.mark.parametrize("path", ["/graphql", "/healthz", "/metrics"])
def test_another_host_name_is_refused(client: Client, host: str, path: str) -> None:
    answer = client.http.get(path, headers={"Host": host, "Authorization": f"Bearer {TOKEN}"})
    assert answer.status_code == 421


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1234", "127.0.0.1", "[::1]:80"])
def test_names_of_loopback_are_served(client: Client, host: str) -> None:
    assert client.http.get("/healthz", headers={"Host": host}).status_code == 200


def test_a_body_over_the_limit_is_refused_whether_announced_or_not(client: Client) -> None:
    headers = {"Authorization": f"Bearer {TOKEN}"}
    connection = http.client.HTTPConnection("127.0.0.1", client.port, timeout=TIMEOUT)
    connection.putrequest("POST", "/graphql")
    connection.putheader("Authorization", headers["Authorization"])
    connection.putheader("Content-Length", str(MAX_REQUEST_BYTES + 1))
    connection.endheaders()
    announced = connection.getresponse()
    assert announced.status == 413
    assert json.loads(announced.read())["errors"][0]["extensions"] == {"code": "TOO_LARGE"}
    connection.close()
    pieces = (b"x" * 1_000_000 for _ in range(9))
    assert client.http.post("/graphql", content=pieces, headers=headers).status_code == 413
    assert client.http.post("/graphql", json=QUERY, headers=headers).status_code == 200


def test_what_is_not_served_is_not_there(client: Client) -> None:
    for path in ("/", "/graphiql", "/docs", "/%00"):
        assert client.http.get(path).status_code == 404
    assert 'path="other",status="404"} 4' in client.http.get("/metrics").text


def test_a_token_does_not_show_itself() -> None:
    assert TOKEN not in repr(Token(TOKEN))


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        ("127.0.0.1", True),
        ("127.9.9.9", True),
        ("::1", True),
        ("localhost", True),
        ("0.0.0.0", False),
        ("a.b", False),
    ],
)
def test_is_loopback(host: str, loopback: bool) -> None:
    assert is_loopback(host) is loopback
