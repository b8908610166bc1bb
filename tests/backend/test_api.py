"""The GraphQL API over a real server: queries, imports, chunks, errors, limits."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import pytest

from backend.api import execution
from backend.api.context import Backend
from backend.store.content import CHUNK_BYTES, content_hash, split_content
from backend.store.port import StoreFullError, StudyPage
from backend.store.sqlite import SqliteStudyStore
from backend.study_summary import study_summary
from tests.backend.in_memory_store import InMemoryStudyStore
from tests.backend.serving import CHUNK, IMPORT, Client, import_input, serving
from tests.shared import SHARED_STUDIES, shared_study

BEGIN = "mutation Begin($input: BeginUploadInput!) { beginUpload(input: $input) { id receivedChunks chunkCount size } }"
APPEND = "mutation Append($input: AppendChunkInput!) { appendChunk(input: $input) { receivedChunks } }"
STUDIES = """
query Studies($first: Int!, $after: String) {
  studies(first: $first, after: $after) {
    items { id revision contentHash lastModified title } endCursor hasNextPage
  }
}
"""
STUDY = "query Study($id: ID!) { study(id: $id) { id revision contentHash } }"


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Client, Backend]]:
    with serving(SqliteStudyStore(tmp_path / "studies.db", bytes(32))) as both:
        yield both


@pytest.fixture
def client(served: tuple[Client, Backend]) -> Client:
    return served[0]


def test_the_server_says_who_it_is(served: tuple[Client, Backend]) -> None:
    client, backend = served
    info = client.ask("{ serverInfo { storeId version features chunkBytes maxStudyBytes maxRequestBytes } }")
    assert info["serverInfo"] == {
        "storeId": backend.store.store_id,
        "version": "1.2.3",
        "features": [
            "import",
            "upload",
            "studyContent",
            "studyRevisions",
            "changes",
            "annexe",
            "auditTrail",
            "layout",
        ],
        "chunkBytes": CHUNK_BYTES,
        "maxStudyBytes": 128_000_000,
        "maxRequestBytes": 8 * 1024 * 1024,
    }


def test_an_imported_study_is_listed_and_read(client: Client) -> None:
    content = b'{"study": {"name": "one"}}'
    brought = client.bring(content, fileName="one.json")
    study = brought["study"]
    assert not brought["replayed"]
    assert study["title"] == "Made up"
    assert (study["revision"], study["contentHash"], study["size"]) == (
        1,
        content_hash(content),
        len(content),
    )
    assert (study["fileName"], study["usdmVersion"], study["chunkCount"]) == ("one.json", "4.0", 1)
    assert datetime.fromisoformat(study["created"]).utcoffset() is not None
    assert client.ask(STUDY, id=study["id"])["study"] == {
        "id": study["id"],
        "revision": 1,
        "contentHash": content_hash(content),
    }
    page = client.ask(STUDIES, first=10)["studies"]
    assert [item["id"] for item in page["items"]] == [study["id"]]
    chunk = client.ask(CHUNK, id=study["id"], chunk=0)["studyContent"]
    assert chunk["text"].encode() == content
    assert (chunk["revision"], chunk["index"], chunk["total"]) == (1, 0, 1)


def test_pages_follow_their_cursor(client: Client) -> None:
    ids = [client.bring(b"%d" % number, key=str(number))["study"]["id"] for number in range(5)]
    seen: list[str] = []
    after, more = None, True
    while more:
        page = client.ask(STUDIES, first=2, after=after)["studies"]
        seen += [item["id"] for item in page["items"]]
        after, more = page["endCursor"], page["hasNextPage"]
    assert seen == ids


@pytest.mark.parametrize(("first", "after"), [(0, None), (201, None), (10, "nonsense"), (10, "\ud800")])
def test_a_page_that_cannot_be_is_refused(client: Client, first: int, after: str | None) -> None:
    assert client.code(STUDIES, first=first, after=after) == "BAD_INPUT"


@pytest.mark.parametrize("missing", ["", "none", "7e3a3053-4bc0-462b-8517-e402c0328ec0", "\ud800", "\x00"])
def test_what_is_not_there_is_not_found(client: Client, missing: str) -> None:
    assert client.code(STUDY, id=missing) == "NOT_FOUND"
    assert client.code(CHUNK, id=missing, chunk=0) == "NOT_FOUND"


def test_a_chunk_or_revision_that_is_not_there_is_not_found(client: Client) -> None:
    study_id = client.bring(b"text")["study"]["id"]
    assert client.code(CHUNK, id=study_id, chunk=1) == "NOT_FOUND"
    assert client.code(CHUNK, id=study_id, chunk=-1) == "NOT_FOUND"
    assert client.code(CHUNK, id=study_id, revision=2, chunk=0) == "NOT_FOUND"


def test_importing_twice_with_one_key_is_one_import(client: Client) -> None:
    first = client.bring(b"text", key="k")
    again = client.bring(b"text", key="k")
    assert again == {"replayed": True, "study": first["study"]}
    assert client.code(IMPORT, input=import_input(b"other", key="k")) == "CONFLICT"
    assert len(client.ask(STUDIES, first=10)["studies"]["items"]) == 1


def test_a_new_revision_needs_the_newest_base(client: Client) -> None:
    study_id = client.bring(b"one", key="1")["study"]["id"]
    second = client.bring(b"two", key="2", studyId=study_id, baseRevision=1)["study"]
    assert (second["id"], second["revision"]) == (study_id, 2)
    stale = import_input(b"three", "3", studyId=study_id, baseRevision=1)
    assert client.refused(IMPORT, input=stale)["extensions"] == {"code": "CONFLICT", "currentRevision": 2}
    texts = [
        client.ask(CHUNK, id=study_id, revision=each, chunk=0)["studyContent"]["text"] for each in (1, 2)
    ]
    assert texts == ["one", "two"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"contentHash": content_hash(b"else")}, "BAD_INPUT"),
        ({"contentHash": "md5:00"}, "BAD_INPUT"),
        ({"idempotencyKey": ""}, "BAD_INPUT"),
        ({"idempotencyKey": "k" * 201}, "BAD_INPUT"),
        ({"chunks": None}, "BAD_INPUT"),
        ({"uploadId": "both"}, "BAD_INPUT"),
        ({"studyId": "alone"}, "BAD_INPUT"),
        ({"baseRevision": 1}, "BAD_INPUT"),
        ({"studyId": "none", "baseRevision": 1}, "NOT_FOUND"),
        ({"fileName": "x" * 501}, "BAD_INPUT"),
        ({"title": "half \ud800"}, "BAD_INPUT"),
        ({"chunks": []}, "BAD_STUDY"),
        ({"chunks": ["half \ud800"]}, "BAD_STUDY"),
        ({"chunks": ["x" * (CHUNK_BYTES + 1)]}, "TOO_LARGE"),
        ({"chunks": None, "uploadId": "none"}, "NOT_FOUND"),
    ],
)
def test_an_import_that_cannot_be_keeps_nothing(client: Client, change: dict[str, object], code: str) -> None:
    assert client.code(IMPORT, input=import_input(b"text") | change) == code
    assert client.ask(STUDIES, first=10)["studies"]["items"] == []


def test_what_is_no_study_is_told_with_its_place(client: Client) -> None:
    error = client.refused(IMPORT, input=import_input(b"bad one"))
    assert error["message"] == "This is no study."
    assert error["extensions"] == {"code": "BAD_STUDY", "line": 1, "column": 3}
    assert client.ask(STUDIES, first=10)["studies"]["items"] == []


def test_characters_across_chunks_survive(client: Client) -> None:
    content = ("a" + '€𝄞é\u2028\x7f\\"' * 200_000).encode()
    study = client.bring(content)["study"]
    assert study["chunkCount"] > 2
    texts = [
        client.ask(CHUNK, id=study["id"], revision=1, chunk=index)["studyContent"]["text"]
        for index in range(study["chunkCount"])
    ]
    assert "".join(texts).encode() == content


def test_fifty_megabytes_go_up_and_down_in_pieces(client: Client) -> None:
    content = ("{" + '"wörter": "€uro 𝄞", ' * 2_200_000).encode()
    assert len(content) > 50_000_000
    pieces = [piece.decode() for piece in split_content(content)]
    wanted = {
        "idempotencyKey": "up",
        "contentHash": content_hash(content),
        "size": len(content),
        "chunkCount": len(pieces),
    }
    upload = client.ask(BEGIN, input=wanted)["beginUpload"]
    half = len(pieces) // 2
    for index in range(half):
        client.ask(APPEND, input={"uploadId": upload["id"], "index": index, "text": pieces[index]})
    bring = {"idempotencyKey": "k", "contentHash": wanted["contentHash"], "uploadId": upload["id"]}
    assert client.code(IMPORT, input=bring) == "BAD_INPUT"
    # The connection is lost here; the client asks what arrived, and sends the rest, last piece first.
    received = client.ask(BEGIN, input=wanted)["beginUpload"]["receivedChunks"]
    assert received == list(range(half))
    for index in reversed(range(half, len(pieces))):
        client.ask(APPEND, input={"uploadId": upload["id"], "index": index, "text": pieces[index]})
    first = client.ask(IMPORT, input=bring)["importStudy"]
    assert first["study"]["size"] == len(content)
    # The answer was lost; the upload is gone by now, and the import still answers as the first time.
    assert client.ask(IMPORT, input=bring)["importStudy"] == {"replayed": True, "study": first["study"]}
    late = {"uploadId": upload["id"], "index": 0, "text": pieces[0]}
    assert client.code(APPEND, input=late) == "NOT_FOUND"

    study_id, total = first["study"]["id"], first["study"]["chunkCount"]
    texts: dict[int, str] = {}
    for index in [*range(total // 2), *reversed(range(total // 2, total))]:
        chunk = client.ask(CHUNK, id=study_id, revision=1, chunk=index)["studyContent"]
        assert len(chunk["text"].encode()) <= CHUNK_BYTES
        texts[chunk["index"]] = chunk["text"]
    joined = "".join(texts[index] for index in range(total)).encode()
    assert content_hash(joined) == first["study"]["contentHash"]
    assert joined == content


def test_an_upload_that_cannot_be_is_refused(client: Client) -> None:
    good = {"idempotencyKey": "u", "contentHash": content_hash(b"ab"), "size": 2, "chunkCount": 1}
    for change, code in (
        ({"size": 0}, "BAD_STUDY"),
        ({"size": 128_000_001}, "TOO_LARGE"),
        ({"chunkCount": 0}, "BAD_INPUT"),
        ({"chunkCount": 10_001}, "BAD_INPUT"),
        ({"size": CHUNK_BYTES + 1}, "BAD_INPUT"),
        ({"contentHash": "x"}, "BAD_INPUT"),
    ):
        assert client.code(BEGIN, input=good | change) == code
    upload_id = client.ask(BEGIN, input=good)["beginUpload"]["id"]
    assert client.code(APPEND, input={"uploadId": upload_id, "index": 1, "text": "a"}) == "BAD_INPUT"
    assert client.code(APPEND, input={"uploadId": upload_id, "index": 0, "text": "abc"}) == "BAD_INPUT"
    assert client.code(APPEND, input={"uploadId": "none", "index": 0, "text": "a"}) == "NOT_FOUND"
    assert client.code(BEGIN, input=good | {"contentHash": content_hash(b"x")}) == "CONFLICT"


@pytest.mark.parametrize("name", SHARED_STUDIES)
def test_real_studies_come_back_byte_for_byte(name: str) -> None:
    content = shared_study(name)
    with serving(InMemoryStudyStore(), validate=study_summary) as (client, _):
        study = client.bring(content)["study"]
        texts = [
            client.ask(CHUNK, id=study["id"], revision=1, chunk=index)["studyContent"]["text"]
            for index in range(study["chunkCount"])
        ]
        assert study["title"]
    assert "".join(texts).encode() == content


@pytest.mark.parametrize("content", [b"not json", b'{"study":', b"[]", b"{}", b'{"clinicalStudy": {}}'])
def test_the_document_says_why_it_is_no_study(content: bytes) -> None:
    with serving(InMemoryStudyStore(), validate=study_summary) as (client, _):
        error = client.refused(IMPORT, input=import_input(content))
        assert error["extensions"]["code"] == "BAD_STUDY"
        assert len(error["message"]) > 20
        assert client.ask(STUDIES, first=1)["studies"]["items"] == []


def test_a_title_with_half_a_character_can_be_kept() -> None:
    content = b'{"study": {"id": null, "name": "half \\ud800", "versions": [], "instanceType": "Study"}}'
    assert study_summary(content).title == "half ?"


@pytest.mark.parametrize(
    "query",
    [
        "{" + " " * execution.MAX_QUERY_CHARACTERS + "}",
        "{ serverInfo {" + " version" * execution.MAX_TOKENS + " } }",
        "{"
        + " ".join(f"a{number}: serverInfo {{ version }}" for number in range(execution.MAX_ALIASES + 1))
        + "}",
        "{" + "studies { items " * 6 + "{ id }" + "}" * 7,
        "{ nothing }",
        "{",
        "mutation { importStudy(input: {}) { replayed } }",
    ],
)
def test_a_query_outside_the_limits_or_the_schema_is_refused(client: Client, query: str) -> None:
    answer = client.post(query).json()
    assert answer["errors"][0]["message"]
    assert not answer.get("data")
    assert client.ask("{ serverInfo { version } }")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"{",
        b"[1]",
        b'"text"',
        b"{}",
        b'{"query": 5}',
        b"\xff\xfe",
        b'{"query": null}',
        b"[" * 100_000,
        b"5",
        b'{"query": "{a}", "variables": [1]}',
    ],
)
def test_a_body_that_is_no_request_is_refused(client: Client, body: bytes) -> None:
    headers = {"Authorization": f"Bearer {client.token}", "Content-Type": "application/json"}
    answer = client.http.post("/graphql", content=body, headers=headers)
    assert answer.status_code in (400, 415)
    assert answer.json()["errors"][0]["extensions"]["code"] == "BAD_INPUT"


def test_the_parsed_and_validated_query_is_used_again(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    query = "query Unseen { serverInfo { version storeId } }"
    from strawberry.extensions import parser_cache, validation_cache

    parses = parser_cache._get_parse_cache(execution.CACHED_OPERATIONS)
    validations = validation_cache._get_validate_cache(execution.CACHED_OPERATIONS)
    client.ask(query)
    before = parses.cache_info().misses, validations.cache_info().misses  # type: ignore[attr-defined]
    client.ask(query)
    client.ask(query)
    assert (parses.cache_info().misses, validations.cache_info().misses) == before  # type: ignore[attr-defined]
    assert parses.cache_info().hits >= 2  # type: ignore[attr-defined]


class _FullStore(InMemoryStudyStore):
    def import_study(self, request: object) -> NoReturn:
        raise StoreFullError("No room is left.")

    def list_studies(self, after: str | None = None, limit: int = 200) -> StudyPage:
        if after == "fail":
            raise RuntimeError("the private text of a study")
        return super().list_studies(after, limit)


def test_a_full_store_has_a_code_of_its_own() -> None:
    with serving(_FullStore()) as (client, _):
        assert client.code(IMPORT, input=import_input(b"text")) == "STORE_FULL"


@pytest.mark.expected_log("resolver failed")
def test_the_programs_own_failure_reveals_nothing() -> None:
    with serving(_FullStore()) as (client, _):
        error = client.refused(STUDIES, first=1, after="fail")
        assert error["extensions"] == {"code": "INTERNAL"}
        assert "private" not in json.dumps(error)


def test_a_study_over_the_limit_is_too_large() -> None:
    with serving(InMemoryStudyStore(), max_study_bytes=10) as (client, _):
        assert client.code(IMPORT, input=import_input(b"x" * 11)) == "TOO_LARGE"
        assert client.bring(b"x" * 10)["study"]["size"] == 10


def test_a_given_title_stands_before_the_documents(client: Client) -> None:
    assert client.bring(b"text", title="Ours")["study"]["title"] == "Ours"


def test_healthz_and_metrics_ask_for_no_token(served: tuple[Client, Backend]) -> None:
    client, backend = served
    client.bring(b"text")
    health = client.http.get("/healthz")
    assert (health.status_code, health.json()) == (200, {"status": "ok", "version": "1.2.3"})
    metrics = client.http.get("/metrics")
    assert metrics.headers["content-type"].startswith("text/plain")
    lines = metrics.text.splitlines()
    assert 'maestro_http_requests_total{path="/graphql",status="200"} 1' in lines
    assert 'maestro_http_requests_total{path="/healthz",status="200"} 1' in lines
    assert 'maestro_imports_total{outcome="new"} 1' in lines
    assert "maestro_subscribers 0" in lines
    assert backend.store.store_id not in metrics.text + health.text


def test_health_is_not_ok_when_the_store_is_not(served: tuple[Client, Backend]) -> None:
    client, backend = served
    backend.store.close()
    assert client.http.get("/healthz").status_code == 503
