"""Places of cards over a real server: kept and read again, hinted, repeated, and refused with the reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from backend.api.context import Backend
from backend.store.sqlite import SqliteStudyStore
from backend.study_summary import study_summary
from resources.sample import sample_study_bytes
from services.operations import operation
from study.document import Document
from study.shared_layout import FARTHEST, MOST_PLACES
from tests.backend.editing import AUDIT
from tests.backend.serving import TOKEN, Client, receive, serving

KEEP, READ = operation("keep_layout"), operation("study_layout")
KEY = bytes(32)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Client, Backend]]:
    with serving(SqliteStudyStore(tmp_path / "studies.db", KEY), study_summary) as both:
        yield both


@pytest.fixture
def client(served: tuple[Client, Backend]) -> Client:
    return served[0]


@pytest.fixture
def study_id(client: Client) -> str:
    return str(client.bring(sample_study_bytes())["study"]["id"])


def cards() -> list[dict[str, Any]]:
    """Every card of the sample's main timeline, by its ids."""
    timeline = Document.from_bytes(sample_study_bytes()).designs()[0].main_timeline
    assert timeline is not None
    return [{"timelineId": timeline.id, "instanceId": each.id} for each in timeline.instances]


def keep(client: Client, study_id: str, identity: str, *places: dict[str, Any]) -> dict[str, Any]:
    wanted = {"studyId": study_id, "id": identity, "places": list(places)}
    answer: dict[str, Any] = client.ask(KEEP, input=wanted)["keepLayout"]
    return answer


def read(client: Client, study_id: str, since: int = 0) -> dict[str, Any]:
    answer: dict[str, Any] = client.ask(READ, id=study_id, since=since)["studyLayout"]
    return answer


def test_what_is_placed_is_read_since_a_number_and_is_no_revision(client: Client, study_id: str) -> None:
    first, second = cards()[:2]
    placed = keep(client, study_id, "m1", first | {"corner": [10.5, -3.0]}, second | {"corner": [1, 2]})
    assert placed == {"number": 1, "replayed": False, "ignored": []}
    assert keep(client, study_id, "m2", first | {"corner": None})["number"] == 2
    assert read(client, study_id, 1) == {
        "number": 2,
        "places": [first | {"corner": None, "byHand": False}],
    }
    assert len(read(client, study_id)["places"]) == 2
    study = client.ask("query S($id: ID!) { study(id: $id) { revision } }", id=study_id)["study"]
    assert study["revision"] == 1
    trail = client.ask(AUDIT, id=study_id, first=9, after=None, newestFirst=False)["auditTrail"]
    assert [each["kind"] for each in trail["items"]] == ["IMPORT"]


def test_a_message_that_is_sent_again_is_answered_as_the_first_time(client: Client, study_id: str) -> None:
    first = cards()[0]
    keep(client, study_id, "m1", first | {"corner": [1.0, 2.0]})
    keep(client, study_id, "m2", first | {"corner": [3.0, 4.0]})
    before = read(client, study_id)
    again = keep(client, study_id, "m1", first | {"corner": [1.0, 2.0]})
    assert (again["number"], again["replayed"]) == (1, True)
    assert read(client, study_id) == before
    other = {"studyId": study_id, "id": "m1", "places": [first | {"corner": [9.0, 9.0]}]}
    assert client.code(KEEP, input=other) == "CONFLICT"
    assert read(client, study_id) == before


def test_a_card_that_the_study_does_not_have_is_ignored_and_named(client: Client, study_id: str) -> None:
    first = cards()[0]
    gone = {"timelineId": first["timelineId"], "instanceId": "deleted-meanwhile"}
    elsewhere = {"timelineId": "no-timeline", "instanceId": first["instanceId"]}
    answer = keep(
        client, study_id, "m1", *({**each, "corner": [1.0, 2.0]} for each in (gone, first, elsewhere))
    )
    assert answer == {"number": 1, "replayed": False, "ignored": [gone, elsewhere]}
    assert [each["instanceId"] for each in read(client, study_id)["places"]] == [first["instanceId"]]
    assert keep(client, study_id, "m2", gone | {"corner": [1.0, 2.0]})["ignored"] == [gone]
    assert read(client, study_id)["number"] == 1


def test_bad_places_are_refused_whole_with_the_reason(client: Client, study_id: str) -> None:
    first, second = cards()[:2]
    keep(client, study_id, "kept", first | {"corner": [1.0, 2.0]})
    before = read(client, study_id)

    def refused(*places: dict[str, Any], identity: str = "bad", study: str = study_id) -> dict[str, Any]:
        wanted = {"studyId": study, "id": identity, "places": list(places)}
        error = client.refused(KEEP, input=wanted)
        assert error["message"]
        return error

    good = second | {"corner": [5.0, 5.0]}
    many = [{"timelineId": "t", "instanceId": f"i{n}", "corner": [0, 0]} for n in range(MOST_PLACES + 1)]
    for places in (
        [good, first | {"corner": [FARTHEST * 2, 0.0]}],
        [good, first | {"corner": [1.0]}],
        [good, good],
        [],
        many,
        [good, {"timelineId": "t", "instanceId": "i" * 201, "corner": [0, 0]}],
        [good, {"timelineId": "t", "instanceId": "half \ud800", "corner": [0, 0]}],
    ):
        assert refused(*places)["extensions"]["code"] == "BAD_INPUT"
    assert refused(good, identity="")["extensions"]["code"] == "BAD_INPUT"
    assert refused(good, study="another-study")["extensions"]["code"] == "NOT_FOUND"
    for number in ("NaN", "Infinity", "1e999"):
        body = json.dumps(
            {"query": KEEP, "variables": {"input": {"studyId": study_id, "id": "bad", "places": []}}}
        )
        card = json.dumps(first)[:-1] + f', "corner": [{number}, 0]}}'
        answer = client.http.post(
            "/graphql",
            content=body.replace('"places": []', f'"places": [{card}]'),
            headers={"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"},
        ).json()
        assert answer["errors"][0]["message"]
    assert read(client, study_id) == before


def test_everyone_who_listens_is_told(client: Client, study_id: str, served: tuple[Client, Backend]) -> None:
    with client.websocket({"Authorization": f"Bearer {TOKEN}"}) as socket:
        assert receive(socket) == {"type": "connection_ack"}
        query = "subscription { studyRevisions { studyId revision } }"
        socket.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": query}}))
        while served[1].hints.subscriber_count < 1:
            socket.send(json.dumps({"type": "ping"}))
            assert receive(socket) == {"type": "pong"}
        keep(client, study_id, "m1", cards()[0] | {"corner": [1.0, 2.0]})
        told = receive(socket)["payload"]["data"]["studyRevisions"]
        assert told == {"studyId": study_id, "revision": 1}
