"""The client against a real backend, and against servers that answer wrongly, half, slowly or not at all."""

from __future__ import annotations

import asyncio
import json
import logging
import socket
import ssl
from collections.abc import Coroutine, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

import pytest

from services.backend_trouble import (
    BackendTrouble,
    BadAnswer,
    Refused,
    Slow,
    Unauthorised,
    Unreachable,
    Untrusted,
)
from services.cached_studies import hash_of
from services.client import BackendClient, Download, cut
from services.transport import Address, BadAddress, Timeouts
from tests.services.certificates import authority_and_server
from tests.services.hostile import (
    Handler,
    answering,
    dripping,
    endless,
    request,
    response,
    saying,
    serving,
    silent,
)
from tests.services.real_backend import RealBackend
from tests.services.studies import study

T = TypeVar("T")

QUICK = Timeouts(connect=2.0, silence=0.3, answer=0.6)


@pytest.fixture(scope="module")
def backend(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RealBackend]:
    with RealBackend(tmp_path_factory.mktemp("backend")) as running:
        yield running


async def _closing(client: BackendClient, work: Coroutine[Any, Any, T]) -> T:
    try:
        return await work
    finally:
        await client.close()


def _cancel_half_way(task: asyncio.Task[Any], done: int) -> None:
    if done > 1_000_000:
        task.cancel()


@pytest.mark.parametrize("padding", [0, 2_500_000], ids=["one chunk", "several chunks"])
def test_a_study_goes_there_and_comes_back(backend: RealBackend, padding: int) -> None:
    content = study("ROUND", padding=padding)
    sent: list[tuple[int, int]] = []
    received: list[tuple[int, int]] = []

    async def travel() -> None:
        client = BackendClient(backend.address)

        async def there_and_back() -> None:
            listed = await client.import_study(
                content,
                idempotency_key=f"key {padding}",
                title="A title",
                file_name="round.json",
                on_progress=lambda *done: sent.append(done),
            )
            assert (listed.title, listed.file_name, listed.revision) == ("A title", "round.json", 1)
            assert (listed.content_hash, listed.size) == (hash_of(content), len(content))
            again = await client.import_study(content, idempotency_key=f"key {padding}", title="A title")
            assert again.id == listed.id
            assert listed.id in {found.id for found in await client.studies()}
            assert await client.study(listed.id) == listed
            got = await client.content(Download(listed.id), lambda *done: received.append(done))
            assert got.content == content
            assert (got.revision, got.content_hash) == (1, hash_of(content))

        await _closing(client, there_and_back())
        assert client.traffic.bytes_sent > len(content)
        assert client.traffic.requests >= 5

    asyncio.run(travel())
    for progress in (sent, received):
        assert progress == sorted(progress)
        assert progress[-1] == (len(content), len(content))


def test_a_download_goes_on_where_it_was_cut_off(backend: RealBackend) -> None:
    content = study("RESUMED", padding=2_500_000)

    async def travel() -> tuple[int, int]:
        client = BackendClient(backend.address)

        async def cut_off() -> tuple[int, int]:
            listed = await client.import_study(content, idempotency_key="resumed")
            download = Download(listed.id)
            task = asyncio.create_task(client.content(download, lambda done, _: _cancel_half_way(task, done)))
            with pytest.raises(asyncio.CancelledError):
                await task
            arrived = len(download.chunks)
            before = client.traffic.requests
            assert (await client.content(download)).content == content
            assert listed.chunk_count == arrived + client.traffic.requests - before
            return arrived, listed.chunk_count

        return await _closing(client, cut_off())

    arrived, total = asyncio.run(travel())
    assert 0 < arrived < total


def test_an_upload_goes_on_where_it_was_cut_off(backend: RealBackend) -> None:
    content = study("UPLOADED", padding=2_500_000)

    async def travel() -> None:
        client = BackendClient(backend.address)

        async def cut_off() -> None:
            task = asyncio.create_task(
                client.import_study(
                    content,
                    idempotency_key="uploaded",
                    on_progress=lambda done, _: _cancel_half_way(task, done),
                )
            )
            with pytest.raises(asyncio.CancelledError):
                await task
            before = client.traffic.bytes_sent
            listed = await client.import_study(content, idempotency_key="uploaded")
            assert client.traffic.bytes_sent - before < len(content)
            assert (await client.content(Download(listed.id))).content == content

        await _closing(client, cut_off())

    asyncio.run(travel())


def test_a_new_study_is_hinted_at(backend: RealBackend) -> None:
    async def travel() -> None:
        client = BackendClient(backend.address)
        listening = asyncio.Event()
        hints = client.revision_hints(listening.set)
        hint = asyncio.create_task(anext(hints))

        async def hear() -> None:
            await asyncio.wait_for(listening.wait(), 20)
            listed = await client.import_study(study("HINTED"), idempotency_key="hinted")
            heard = await asyncio.wait_for(hint, 20)
            assert (heard.study_id, heard.revision) == (listed.id, 1)
            await hints.aclose()

        await _closing(client, hear())

    asyncio.run(travel())


def test_a_wrong_token_is_told_by_queries_and_by_hints(backend: RealBackend) -> None:
    async def ask() -> None:
        client = BackendClient(replace(backend.address, token="a token of somebody else"))
        with pytest.raises(Unauthorised, match="refused the access token"):
            await _closing(client, client.server_info())
        with pytest.raises(BackendTrouble):
            await anext(client.revision_hints())

    asyncio.run(ask())


def test_what_the_backend_refuses_is_told_in_its_words(backend: RealBackend) -> None:
    async def ask() -> None:
        client = BackendClient(backend.address)

        async def refusals() -> None:
            with pytest.raises(Refused) as bad:
                await client.import_study(b'{"study": 1', idempotency_key="bad")
            assert bad.value.code == "BAD_STUDY"
            with pytest.raises(Refused) as latin:
                await client.import_study(b'{"study": "\xe9"}', idempotency_key="latin")
            assert latin.value.code == "BAD_STUDY"
            assert "UTF-8" in latin.value.advice
            with pytest.raises(Refused) as missing:
                await client.study("00000000-0000-0000-0000-000000000000")
            assert missing.value.code == "NOT_FOUND"
            with pytest.raises(Refused) as gone:
                await client.content(Download("00000000-0000-0000-0000-000000000000"))
            assert gone.value.code == "NOT_FOUND"

        await _closing(client, refusals())

    asyncio.run(ask())


_INFO = {
    "storeId": "s",
    "version": "1",
    "features": [],
    "chunkBytes": 10,
    "maxStudyBytes": 10**9,
    "maxRequestBytes": 10**6,
}

_HOSTILE: list[tuple[str, Handler, type[BackendTrouble]]] = [
    ("nothing at all", silent, Slow),
    ("a byte now and then", dripping, Slow),
    ("without end", endless, BadAnswer),
    ("not HTTP", saying(b"SSH-2.0-OpenSSH_9.2\r\n"), BadAnswer),
    ("half", saying(response(b'{"data": {"serv', length=500)), BadAnswer),
    ("hangs up", saying(b""), BadAnswer),
    ("not JSON", saying(response(b"<html>Welcome to the hotel</html>")), BadAnswer),
    ("deep JSON", saying(response(b"[" * 200_000)), BadAnswer),
    ("a list", saying(response(b"[]")), BadAnswer),
    ("no data", saying(response(b"{}")), BadAnswer),
    ("null", saying(response(b'{"data": {"serverInfo": null}}')), BadAnswer),
    ("of another shape", saying(response(b'{"data": {"serverInfo": {"storeId": 7}}}')), BadAnswer),
    ("errors that are none", saying(response(b'{"errors": "no"}')), BadAnswer),
    ("an error without a code", saying(response(b'{"errors": [{"message": "no"}]}')), BadAnswer),
    ("its own failure", saying(response(b"oops", "500 Internal Server Error")), BadAnswer),
    ("no such page", saying(response(b"", "404 Not Found")), BadAnswer),
    ("elsewhere", saying(response(b"", "302 Found")), BadAnswer),
    ("not you", saying(response(b"", "401 Unauthorized")), Unauthorised),
    ("a tired gateway", saying(response(b"", "503 Service Unavailable")), Unreachable),
    (
        "its store is full",
        saying(response(b'{"errors": [{"message": "Full.", "extensions": {"code": "STORE_FULL"}}]}')),
        Refused,
    ),
]


@pytest.mark.parametrize(("handler", "kind"), [case[1:] for case in _HOSTILE], ids=[c[0] for c in _HOSTILE])
def test_a_hostile_answer_is_a_trouble_that_helps(handler: Handler, kind: type[BackendTrouble]) -> None:
    async def ask() -> None:
        async with serving(handler) as url:
            client = BackendClient(Address(url, "token"), timeouts=QUICK)
            with pytest.raises(kind) as caught:
                await _closing(client, client.server_info())
            assert caught.value.happened.endswith(".")
            assert caught.value.kept
            assert caught.value.advice

    asyncio.run(ask())


def test_nobody_there_is_unreachable() -> None:
    async def ask() -> None:
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))  # bound and not listening: connections are refused
            address = Address(f"http://127.0.0.1:{taken.getsockname()[1]}", "token")
            client = BackendClient(address, timeouts=QUICK)
            with pytest.raises(Unreachable):
                await _closing(client, client.server_info())
            with pytest.raises(Unreachable):
                await anext(client.revision_hints())

    asyncio.run(ask())


@pytest.mark.parametrize("handler", [silent, saying(b"nothing\r\n\r\n")], ids=["silent", "garbage"])
def test_hints_from_a_hostile_server_end_with_a_trouble(handler: Handler) -> None:
    async def ask() -> None:
        async with serving(handler) as url:
            client = BackendClient(Address(url, "token"), timeouts=Timeouts(0.3, 0.3, 0.3))
            with pytest.raises(BackendTrouble):
                await asyncio.wait_for(anext(client.revision_hints()), 20)

    asyncio.run(ask())


def _chunk(index: int, text: str, **other: object) -> dict[str, Any]:
    chunk = {
        "studyId": "one",
        "revision": 1,
        "index": index,
        "total": 2,
        "contentHash": hash_of(b"0123456789"),
        "size": 10,
        "text": text,
    }
    return {"studyContent": chunk | other}


@pytest.mark.parametrize(
    "second",
    [
        _chunk(1, "5678X"),
        _chunk(1, "567890123456"),
        _chunk(0, "56789"),
        _chunk(1, "56789", total=3),
        _chunk(1, "56789", contentHash=hash_of(b"")),
        _chunk(1, "56789", contentHash="md5:0"),
        _chunk(1, "56789", studyId="two"),
        _chunk(1, "5678\ud800"),
        {"studyContent": None},
    ],
    ids=[
        "altered",
        "too long",
        "twice",
        "grown",
        "other hash",
        "no hash",
        "other study",
        "surrogate",
        "gone",
    ],
)
def test_content_that_is_not_what_was_promised_is_not_taken(second: dict[str, Any]) -> None:
    def answer(_: str, variables: dict[str, Any]) -> dict[str, Any]:
        return _chunk(0, "01234") if variables["chunk"] == 0 else second

    async def ask() -> None:
        async with serving(answering(answer)) as url:
            client = BackendClient(Address(url, "token"))
            with pytest.raises(BackendTrouble):
                await _closing(client, client.content(Download("one")))

    asyncio.run(ask())


def test_a_listing_without_an_end_ends() -> None:
    page = {"studies": {"items": [], "endCursor": "again", "hasNextPage": True}}

    async def ask() -> None:
        async with serving(answering(lambda *_: page)) as url:
            client = BackendClient(Address(url, "token"))
            with pytest.raises(BadAnswer, match="without an end"):
                await _closing(client, client.studies())

    asyncio.run(ask())


def test_a_study_that_is_too_large_is_not_sent() -> None:
    async def ask() -> None:
        async with serving(answering(lambda *_: {"serverInfo": _INFO | {"maxStudyBytes": 9}})) as url:
            client = BackendClient(Address(url, "token"))
            with pytest.raises(Refused) as caught:
                await _closing(client, client.import_study(b"0123456789", idempotency_key="large"))
            assert caught.value.code == "TOO_LARGE"
            assert client.traffic.requests == 1

    asyncio.run(ask())


@pytest.mark.parametrize("size", [4, 5, 7, 1000])
def test_text_is_cut_between_characters(size: int) -> None:
    content = "aé€😀\n".encode() * 50
    chunks = cut(content, size)
    assert "".join(chunks).encode() == content
    assert all(0 < len(chunk.encode()) <= size for chunk in chunks)
    assert cut(b"", size) == [""]


@pytest.mark.parametrize("content", [b"\xff", b"abc\x80\x80\x80\x80\x80\x80", b"\xed\xa0\x80", b"\x80" * 20])
def test_what_is_not_utf8_is_refused_before_it_is_sent(content: bytes) -> None:
    with pytest.raises(Refused, match="UTF-8"):
        cut(content, 4)


@pytest.mark.parametrize(
    "url", ["", "maestro", "ftp://host", "http://maestro.example.org", "https://me:word@host", "https://h:0"]
)
def test_an_address_that_cannot_be_used_is_told(url: str) -> None:
    with pytest.raises(BadAddress) as caught:
        Address(url, "token")
    assert "https://" in caught.value.advice


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(tmp_path: Path) -> None:
    authority, server = authority_and_server(tmp_path)

    async def ask() -> None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(server)
        body = b'{"data": {"serverInfo": %s}}'

        async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
            await request(reader)
            writer.write(response(body % json.dumps(_INFO).encode()))
            await writer.drain()
            writer.close()

        listening = await asyncio.start_server(handle, "127.0.0.1", 0, ssl=context)
        async with listening:
            url = f"https://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
            stranger = BackendClient(Address(url, "token"))
            with pytest.raises(Untrusted, match="nothing was sent"):
                await _closing(stranger, stranger.server_info())
            known = BackendClient(Address(url, "token", authority))
            assert (await _closing(known, known.server_info())).store_id == "s"

    asyncio.run(ask())


def test_a_site_authority_that_is_none_is_told(tmp_path: Path) -> None:
    path = tmp_path / "site.pem"
    path.write_bytes(b"no certificate")

    async def ask() -> None:
        client = BackendClient(Address("https://127.0.0.1:1", "token", path))
        with pytest.raises(BadAddress, match=r"site\.pem"):
            await _closing(client, client.server_info())

    asyncio.run(ask())


def test_the_token_is_in_no_log(backend: RealBackend, caplog: pytest.LogCaptureFixture) -> None:
    async def ask() -> None:
        client = BackendClient(backend.address)
        listening = asyncio.Event()
        hints = client.revision_hints(listening.set)
        hint = asyncio.create_task(anext(hints))
        await asyncio.wait_for(listening.wait(), 20)
        await _closing(client, client.server_info())
        hint.cancel()
        await asyncio.wait((hint,))

    with caplog.at_level(logging.DEBUG):
        asyncio.run(ask())
    assert backend.token not in caplog.text
    assert backend.token not in repr(backend.address)
