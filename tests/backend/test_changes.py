"""Edits over a real server: accepted, told to others, audited, repeated, and refused with the reason."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from backend.api.context import Backend
from backend.documents import Documents
from backend.store.content import content_hash
from backend.store.sqlite import SqliteStudyStore
from backend.study_summary import study_summary
from resources.sample import sample_study_bytes
from study.acceptance import MOST_BYTES, MOST_CHANGE_SETS, MOST_CHANGES
from study.apply import apply, setting_of
from study.audit_chain import ChainedRecord, first_broken
from study.change_set import ChangeSet, Recorded, Target, change_set_text, read_change_set
from study.changes import Change, Insert, Place, Set
from study.document import Document
from tests.backend.editing import AUDIT, SINCE, SUBMIT, Author, change_set, sent
from tests.backend.serving import CHUNK, TOKEN, Client, receive, serving

KEY = bytes(32)


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Client, Backend]]:
    with serving(SqliteStudyStore(tmp_path / "studies.db", KEY), study_summary) as both:
        yield both


@pytest.fixture
def client(served: tuple[Client, Backend]) -> Client:
    return served[0]


@pytest.fixture
def author(client: Client) -> Author:
    """Who has the sample study open at revision 1."""
    return Author(str(client.bring(sample_study_bytes())["study"]["id"]))


def content(client: Client, study_id: str, revision: int | None = None) -> bytes:
    chunk = client.ask(CHUNK, id=study_id, revision=revision, chunk=0)["studyContent"]
    assert chunk["total"] == 1
    return str(chunk["text"]).encode()


def newest(client: Client, study_id: str) -> int:
    return int(
        client.ask("query S($id: ID!) { study(id: $id) { revision } }", id=study_id)["study"]["revision"]
    )


def audit(client: Client, study_id: str, **more: object) -> list[dict[str, object]]:
    wanted = {"id": study_id, "first": 200, "after": None, "newestFirst": False} | more
    items: list[dict[str, object]] = client.ask(AUDIT, **wanted)["auditTrail"]["items"]
    return items


def test_an_edit_is_a_revision_that_reads_as_the_client_has_it(client: Client, author: Author) -> None:
    edit = author.renamed("Another name")
    answer = sent(client, author.study_id, 1, edit)
    assert answer == {
        "__typename": "ChangesAccepted",
        "revision": 2,
        "contentHash": author.document.content_hash,
        "changeSets": [{"id": edit.id, "revision": 2, "contentHash": author.document.content_hash}],
        "replayed": False,
    }
    assert content(client, author.study_id) == author.document.to_bytes()
    assert content(client, author.study_id, 1) == sample_study_bytes()
    study = client.ask(
        "query S($id: ID!) { study(id: $id) { title revision size contentHash } }", id=author.study_id
    )["study"]
    assert study == {
        "title": "Another name",
        "revision": 2,
        "size": len(author.document.to_bytes()),
        "contentHash": author.document.content_hash,
    }


def test_edits_sent_together_are_revisions_in_their_order(client: Client, author: Author) -> None:
    hashes, edits = [], []
    for number in range(3):
        edits.append(author.renamed(f"Name {number}"))
        hashes.append(author.document.content_hash)
    answer = sent(client, author.study_id, 1, *edits)
    assert [(each["revision"], each["contentHash"]) for each in answer["changeSets"]] == list(
        zip((2, 3, 4), hashes, strict=True)
    )
    assert (answer["revision"], answer["contentHash"]) == (4, hashes[-1])
    assert content_hash(content(client, author.study_id, 3)) == hashes[1]


def test_what_was_undone_gives_the_first_bytes(client: Client, author: Author) -> None:
    before = author.document.root["study"].get("label")
    edits = [author.renamed("Another name"), author.renamed(before)]
    assert sent(client, author.study_id, 1, *edits)["contentHash"] == content_hash(sample_study_bytes())
    assert content(client, author.study_id) == sample_study_bytes()


def test_an_edit_that_is_sent_again_is_answered_as_the_first_time(client: Client, author: Author) -> None:
    edits = [author.renamed("One"), author.renamed("Two")]
    first = sent(client, author.study_id, 1, *edits)
    sent(client, author.study_id, 3, author.renamed("Three"))
    before = audit(client, author.study_id)
    assert sent(client, author.study_id, 1, *edits) == first | {"replayed": True}
    assert sent(client, author.study_id, 4, edits[0])["revision"] == 2
    assert audit(client, author.study_id) == before


def test_what_is_left_of_a_message_is_accepted_after_what_was(client: Client, author: Author) -> None:
    first, second = author.renamed("One"), author.renamed("Two")
    sent(client, author.study_id, 1, first)
    behind = sent(client, author.study_id, 1, first, second)
    assert behind["__typename"] == "ChangesCameFirst"
    assert read_change_set(behind["changes"]["items"][0]["changeSet"]) == first
    answer = sent(client, author.study_id, 2, first, second)
    assert [each["revision"] for each in answer["changeSets"]] == [2, 3]
    assert not answer["replayed"]


def test_who_is_behind_is_told_what_came_first(client: Client, author: Author) -> None:
    other = Author(author.study_id)
    theirs = other.renamed("Theirs")
    sent(client, author.study_id, 1, theirs)
    mine = author.renamed("Mine")
    answer = sent(client, author.study_id, 1, mine)
    assert answer == {
        "__typename": "ChangesCameFirst",
        "baseRevision": 1,
        "changes": {
            "newestRevision": 2,
            "newestContentHash": other.document.content_hash,
            "items": [
                {
                    "revision": 2,
                    "contentHash": other.document.content_hash,
                    "changeSet": change_set_text(theirs),
                }
            ],
            "hasNextPage": False,
        },
    }
    assert newest(client, author.study_id) == 2


def test_what_came_since_leads_from_any_revision_to_the_newest(client: Client, author: Author) -> None:
    sent(client, author.study_id, 1, *(author.renamed(f"Name {number}") for number in range(5)))
    reader, revision, more = Document.from_bytes(sample_study_bytes()), 1, True
    while more:
        page = client.ask(SINCE, studyId=author.study_id, revision=revision, first=2)["changesSince"]
        for item in page["items"]:
            apply(reader, read_change_set(item["changeSet"]).changes)
            assert reader.content_hash == item["contentHash"]
            revision = item["revision"]
        assert page["newestRevision"] == 6
        more = page["hasNextPage"]
    assert revision == 6
    assert reader.to_bytes() == author.document.to_bytes()


def test_a_study_brought_in_anew_is_no_change_set_and_edits_go_on(client: Client, author: Author) -> None:
    sent(client, author.study_id, 1, author.renamed("One"))
    anew = author.document.to_bytes().replace(b'"One"', b'"Anew"')
    client.bring(anew, key="anew", studyId=author.study_id, baseRevision=2)
    page = client.ask(SINCE, studyId=author.study_id, revision=1, first=10)["changesSince"]
    assert [item["changeSet"] is None for item in page["items"]] == [False, True]
    later = Author(author.study_id, anew, 3)
    assert sent(client, author.study_id, 3, later.renamed("Later"))["revision"] == 4
    assert content(client, author.study_id) == later.document.to_bytes()


def test_every_edit_is_audited_and_the_trail_verifies(client: Client, author: Author) -> None:
    edit = author.renamed("Another name")
    sent(client, author.study_id, 1, edit)
    records = audit(client, author.study_id)
    assert [(each["sequence"], each["kind"]) for each in records] == [(1, "IMPORT"), (2, "CHANGE")]
    change = records[1]
    assert (change["author"], change["reason"], change["capturedAt"], change["changeSetId"]) == (
        "Ada",
        "Amendment 2",
        "2026-03-03T16:30:00Z",
        edit.id,
    )
    told = json.loads(str(change["text"]))
    assert read_change_set(told["changeSet"]) == edit
    assert told["receivedAt"] == change["receivedAt"]
    chain = [ChainedRecord(str(each["text"]), str(each["hash"])) for each in records]
    assert first_broken(author.study_id, chain) is None
    assert [each["sequence"] for each in audit(client, author.study_id, newestFirst=True)] == [2, 1]
    assert [each["sequence"] for each in audit(client, author.study_id, newestFirst=True, after=2)] == [1]


def test_what_breaks_the_rule_is_refused_and_the_rest_unharmed(client: Client, author: Author) -> None:
    study_id = author.study_id
    good = author.renamed("Another name")
    text = change_set_text(good)
    many = tuple(Recorded(Set("$study", "label", "a", "b")) for _ in range(10_000))
    unplanned = change_set(study_id, 1, Set("$study", "label", "what never was", "x"))
    cases: list[tuple[list[str], str, str | None]] = [
        (["{"], "MALFORMED", None),
        (["[]"], "MALFORMED", None),
        ([text[:-1]], "MALFORMED", None),
        ([text.replace('"format":1', '"format":9', 1)], "UNKNOWN_FORMAT", None),
        ([], "NO_CHANGE", None),
        ([change_set_text(replace(good, recorded=()))], "NO_CHANGE", good.id),
        ([change_set_text(replace(good, author=""))], "NO_AUTHOR", good.id),
        ([change_set_text(replace(good, study_id="another"))], "OTHER_STUDY", good.id),
        ([change_set_text(replace(good, target=Target.LAYOUT))], "TARGET_NOT_KEPT", good.id),
        ([change_set_text(good.on(7))], "UNKNOWN_BASE", good.id),
        ([change_set_text(unplanned)], "DOES_NOT_FIT", unplanned.id),
        ([text, change_set_text(unplanned)], "DOES_NOT_FIT", unplanned.id),
        ([text, text], "ID_TAKEN", good.id),
        ([change_set_text(replace(good, recorded=many))], "TOO_LARGE", None),
        ([text] * (MOST_CHANGE_SETS + 1), "TOO_LARGE", None),
        ([" " * MOST_BYTES + text], "TOO_LARGE", None),
        ([change_set_text(change_set(study_id, 1, Set("\ud800", "\ud800", 1, 2)))], "DOES_NOT_FIT", ""),
    ]
    assert len(many) > MOST_CHANGES
    for texts, code, identity in cases:
        answer = sent(client, study_id, 1, *texts)
        assert (answer["__typename"], answer["code"]) == ("ChangesRefused", code), answer
        assert answer["reason"]
        if identity != "":
            assert answer["changeSetId"] == identity
    assert newest(client, study_id) == 1
    assert len(audit(client, study_id)) == 1
    assert sent(client, study_id, 1, good)["contentHash"] == author.document.content_hash


def test_a_base_that_never_was_is_refused(client: Client, author: Author) -> None:
    edit = author.renamed("Another name")
    for base in (0, -1, 2, 2**31 - 1):
        answer = sent(client, author.study_id, base, replace(edit, base_revision=0))
        assert answer["code"] == "UNKNOWN_BASE"
    assert newest(client, author.study_id) == 1


def test_an_id_that_is_taken_is_refused_for_another_edit_or_study(client: Client, author: Author) -> None:
    edit = author.renamed("One")
    sent(client, author.study_id, 1, edit)
    other = str(client.bring(sample_study_bytes(), key="other")["study"]["id"])
    for study_id, again in (
        (author.study_id, replace(edit, title="Other")),
        (other, replace(edit, study_id=other)),
    ):
        answer = sent(client, study_id, 1, again)
        assert (answer["code"], answer["changeSetId"]) == ("ID_TAKEN", edit.id)
    assert newest(client, other) == 1


def test_an_unknown_study_a_wrong_token_and_a_wrong_page_are_refused(client: Client, author: Author) -> None:
    edit = change_set_text(author.renamed("One"))
    wanted = {"studyId": "none", "baseRevision": 1, "changeSets": [edit]}
    assert client.code(SUBMIT, input=wanted) == "NOT_FOUND"
    assert client.code(SINCE, studyId="none", revision=1, first=1) == "NOT_FOUND"
    assert client.code(SINCE, studyId=author.study_id, revision=2, first=1) == "NOT_FOUND"
    assert client.code(SINCE, studyId=author.study_id, revision=1, first=201) == "BAD_INPUT"
    assert client.code(AUDIT, id="none", first=1, newestFirst=True) == "NOT_FOUND"
    assert client.code(AUDIT, id=author.study_id, first=0, newestFirst=True) == "BAD_INPUT"
    client.token = "another-token-than-it-is"
    answer = client.post(SUBMIT, {"input": wanted | {"studyId": author.study_id}})
    assert answer.status_code == 401
    client.token = TOKEN
    assert newest(client, author.study_id) == 1


def test_an_accepted_edit_is_hinted_at_and_a_refused_or_repeated_one_is_not(
    served: tuple[Client, Backend], author: Author
) -> None:
    client, backend = served
    with client.websocket({"token": TOKEN}) as listener:
        assert receive(listener) == {"type": "connection_ack"}
        query = "subscription { studyRevisions { studyId revision } }"
        listener.send(json.dumps({"id": "1", "type": "subscribe", "payload": {"query": query}}))
        while backend.hints.subscriber_count == 0:
            pass
        first = author.renamed("One")
        for base, edit in (
            (1, first),
            (1, first),
            (2, replace(first, author="")),
            (2, author.renamed("Two")),
        ):
            sent(client, author.study_id, base, edit)
        hints = [receive(listener)["payload"]["data"]["studyRevisions"]["revision"] for _ in range(2)]
    assert hints == [2, 3]


def test_of_many_clients_at_once_each_edit_is_kept_once(client: Client, author: Author) -> None:
    """Every client sends again with what came first applied, until its edit is accepted."""
    study_id, together = author.study_id, threading.Barrier(4)
    instances = author.document.designs()[0].timelines[0].instances[:4]
    addresses = [str(each.id) for each in instances]

    def edit(address: str) -> None:
        made = Author(study_id).renamed(f"by {address}", address)
        base = 1
        together.wait()
        while (answer := sent(client, study_id, base, made))["__typename"] == "ChangesCameFirst":
            base = answer["changes"]["newestRevision"]
        assert answer["__typename"] == "ChangesAccepted"

    threads = [threading.Thread(target=edit, args=(address,)) for address in addresses]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert newest(client, study_id) == 5
    document = Document.from_bytes(content(client, study_id))
    assert [document.index.unique[each]["label"] for each in addresses] == [
        f"by {each}" for each in addresses
    ]


def test_a_revision_is_the_same_made_again_from_its_changes_or_a_text_in_between(
    served: tuple[Client, Backend], author: Author
) -> None:
    client, backend = served
    sent(client, author.study_id, 1, *(author.renamed(f"Name {number}") for number in range(4)))
    wanted = author.document.to_bytes()
    assert content(client, author.study_id, 3)  # held from now on
    study = backend.store.get(author.study_id)
    with Documents(backend.store).editing(study) as editing:
        assert editing.document.to_bytes() == wanted
        apply(editing.document, [setting_of(editing.document, "$study", "label", "Later")])
        apply(author.document, [setting_of(author.document, "$study", "label", "Later")])
        assert editing.document.to_bytes() == author.document.to_bytes()


def beside(study_id: str, base: int, *changes: Change) -> ChangeSet:
    """An edit of the annexe."""
    return replace(change_set(study_id, base, *changes), target=Target.ANNEXE)


def annexe(client: Client, study_id: str, revision: int | None = None) -> dict[str, Any]:
    query = "query A($id: ID!, $at: Int) { studyAnnexe(id: $id, revision: $at) { revision text } }"
    told: dict[str, Any] = client.ask(query, id=study_id, at=revision)["studyAnnexe"]
    return told | {"text": json.loads(told["text"])}


def test_an_edit_of_the_annexe_is_a_revision_and_leaves_the_study_s_text(
    client: Client, author: Author
) -> None:
    study_id = author.study_id
    mark = {"id": "mark:v1:a1", "instanceId": "v1", "activityId": "a1", "kind": "optional"}
    first = beside(study_id, 1, Insert("$root", "marks", mark, Place(None)))
    name = author.renamed("Another name")
    answer = sent(client, study_id, 1, first, name)
    assert [each["contentHash"] for each in answer["changeSets"]] == [
        content_hash(sample_study_bytes()),
        author.document.content_hash,
    ]
    again = beside(study_id, 3, Set("mark:v1:a1", "kind", "optional", "conditional"))
    assert sent(client, study_id, 3, again)["revision"] == 4
    assert annexe(client, study_id)["revision"] == 4
    assert [annexe(client, study_id, at)["text"]["marks"] for at in (1, 2, 3, None)] == [
        [],
        [mark],
        [mark],
        [mark | {"kind": "conditional"}],
    ]
    assert content(client, study_id) == author.document.to_bytes()
    assert [each["revision"] for each in audit(client, study_id)] == [1, 2, 3, 4]


def test_an_edit_that_does_not_fit_the_annexe_is_refused(
    served: tuple[Client, Backend], author: Author
) -> None:
    client, backend = served
    mark = {"id": "mark:v1:a1", "kind": "optional"}
    for edit, code in (
        (beside(author.study_id, 1, Set("mark:v1:a2", "kind", "optional", "x")), "DOES_NOT_FIT"),
        (beside(author.study_id, 1, Set("$study", "label", "x", "y")), "DOES_NOT_FIT"),
        (beside(author.study_id, 1, Set("$root", "format", 1, 2)), "NO_STUDY_LEFT"),
        (beside(author.study_id, 1, Set("$root", "groups", [], "none")), "NO_STUDY_LEFT"),
    ):
        good = beside(author.study_id, 1, Insert("$root", "marks", mark, Place(None)))
        answer = sent(client, author.study_id, 1, good, edit)
        assert (answer["code"], answer["changeSetId"]) == (code, edit.id)
    assert annexe(client, author.study_id)["text"]["marks"] == []
    with backend.documents.editing(backend.store.get(author.study_id)) as editing:
        assert editing.annexe.is_empty


def test_few_documents_are_kept(served: tuple[Client, Backend]) -> None:
    client, backend = served
    ids = [str(client.bring(sample_study_bytes(), key=str(number))["study"]["id"]) for number in range(4)]
    documents = Documents(backend.store, kept=2)
    for study_id in ids:
        with documents.editing(backend.store.get(study_id)) as editing:
            editing.keep()
    assert list(documents._slots) == ids[2:]
    small = Documents(backend.store, kept_bytes=1)
    for study_id in ids:
        with small.editing(backend.store.get(study_id)) as editing:
            editing.keep()
    assert list(small._slots) == ids[3:]


def test_a_document_that_was_changed_and_not_kept_is_made_again(
    served: tuple[Client, Backend], author: Author
) -> None:
    documents = served[1].documents
    study = served[1].store.get(author.study_id)
    with documents.editing(study) as editing:
        apply(editing.document, [setting_of(editing.document, "$study", "label", "Lost")])
    with documents.editing(study) as editing:
        assert editing.document.to_bytes() == sample_study_bytes()
