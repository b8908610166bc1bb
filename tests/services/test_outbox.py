"""Edits on their way: saved, sent in order, accepted once, refused and kept; and what others did, taken over."""

from __future__ import annotations

import queue
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from app.open_study import prepared
from resources.sample import sample_study_bytes
from services.catching_up import AcceptedEdits, ArrivedChanges, RefusedEdit
from services.journal import EditState, JournalEntry, outside
from services.library import Library, LibrarySettings
from services.library_entries import LibraryEvents, LibraryStatus, StudyEntry
from services.sync import Offline, Online
from services.trouble import Trouble
from study.annexe import Annexe, optional_marks
from study.apply import apply
from study.change_set import ChangeSet, Target, change_set_text, read_change_set
from study.changes import AddRef, Change, Insert, Place, Remove, RemoveRef, Set
from study.document import Document
from study.json_types import JsonObject
from tests.backend.editing import Author, change_set
from tests.services.memory_keyring import MemoryKeyring
from tests.services.real_backend import RealBackend

SECONDS = 20

T = TypeVar("T")


class Desk:
    """A desktop without a window: a library, and everything it tells."""

    def __init__(self, folder: Path, backend: RealBackend) -> None:
        self.statuses: queue.Queue[LibraryStatus] = queue.Queue()
        self.accepted: queue.Queue[AcceptedEdits] = queue.Queue()
        self.refused: queue.Queue[RefusedEdit] = queue.Queue()
        self.arrived: queue.Queue[ArrivedChanges] = queue.Queue()
        self.updated: queue.Queue[StudyEntry] = queue.Queue()
        self.notices: list[Trouble] = []
        events = LibraryEvents(
            status=self.statuses.put,
            edits_accepted=self.accepted.put,
            edit_refused=self.refused.put,
            changes_arrived=self.arrived.put,
            study_updated=self.updated.put,
            notice=self.notices.append,
        )
        self._keyring = MemoryKeyring()
        self.library = Library(
            LibrarySettings(folder, backend.url), events, open_keyring=lambda: self._keyring
        )
        self.library.start().result(SECONDS)
        self.library.use_token(backend.token).result(SECONDS)
        self.until(Online)

    def until(self, kind: type[Online | Offline]) -> None:
        while not isinstance(self.statuses.get(timeout=SECONDS).sync, kind):
            pass

    def save(self, *edits: ChangeSet) -> None:
        """Puts edits into the journal."""
        entries = [
            JournalEntry(
                each.id, each.study_id, change_set_text(each), "", each.captured_at, target=each.target.value
            )
            for each in edits
        ]
        self.library.keep_edits(entries).result(SECONDS)

    def states(self, study_id: str) -> list[tuple[str, EditState, int | None]]:
        return [(each.id, each.state, each.revision) for each in self.library.edits(study_id).result(SECONDS)]

    def opened(self, study_id: str) -> Document:
        """The study as it opens: what is kept, with what the journal has beyond it."""
        opened = self.library.open_study(study_id).result(SECONDS)
        document = Document.from_bytes(opened.content)
        for edit in outside(opened.edits, opened.entry.revision, document.content_hash):
            apply(document, read_change_set(edit.text).changes)
        return document

    def all_accepted(self, count: int) -> list[int]:
        """The revisions of the next so many edits that are accepted."""
        revisions: list[int] = []
        while len(revisions) < count:
            revisions += [each.revision for each in self.accepted.get(timeout=SECONDS).edits]
        return revisions


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[RealBackend]:
    with RealBackend(tmp_path / "backend") as running:
        yield running


@contextmanager
def desk_at(folder: Path, backend: RealBackend) -> Iterator[Desk]:
    desk = Desk(folder, backend)
    with desk.library:
        yield desk


@pytest.fixture
def desk(tmp_path: Path, backend: RealBackend) -> Iterator[Desk]:
    with desk_at(tmp_path / "desk", backend) as at:
        yield at


@pytest.fixture
def author(desk: Desk) -> Author:
    """Who has the sample study open at the desk."""
    study = desk.library.import_study(sample_study_bytes()).result(SECONDS)
    desk.library.open_study(study.id).result(SECONDS)
    return Author(study.id)


def test_an_edit_is_sent_once_it_is_saved_and_then_accepted(desk: Desk, author: Author) -> None:
    edit = author.renamed("Another name")
    desk.save(edit)
    accepted = desk.accepted.get(timeout=SECONDS)
    assert accepted.study_id == author.study_id
    assert [(each.id, each.revision, each.content_hash) for each in accepted.edits] == [
        (edit.id, 2, author.document.content_hash)
    ]
    assert desk.states(author.study_id) == [(edit.id, EditState.ACCEPTED, 2)]
    assert desk.opened(author.study_id).to_bytes() == author.document.to_bytes()


def test_edits_made_offline_are_sent_in_their_order_when_the_backend_is_back(
    desk: Desk, author: Author, backend: RealBackend
) -> None:
    backend.stop()
    desk.library.refresh().result(SECONDS)
    desk.until(Offline)
    edits = [author.renamed(f"Name {number}") for number in range(5)]
    desk.save(*edits[:2])
    desk.save(*edits[2:])
    assert [state for _, state, _ in desk.states(author.study_id)] == [EditState.SAVED] * 5
    assert desk.opened(author.study_id).to_bytes() == author.document.to_bytes()
    backend.start()
    desk.library.refresh().result(SECONDS)
    assert desk.all_accepted(5) == [2, 3, 4, 5, 6]
    assert desk.opened(author.study_id).to_bytes() == author.document.to_bytes()


def test_an_edit_that_is_refused_stays_with_its_reason_and_can_be_tried_again(
    desk: Desk, author: Author
) -> None:
    wrong = change_set(author.study_id, 1, Set("$study", "label", "what never was", "x"))
    first, last = author.renamed("First"), author.renamed("Last")
    desk.save(first, wrong, last)
    refused = desk.refused.get(timeout=SECONDS)
    assert (refused.edit_id, refused.code) == (wrong.id, "DOES_NOT_FIT")
    assert desk.all_accepted(2) == [2, 3]
    states = desk.states(author.study_id)
    assert [state for _, state, _ in states] == [EditState.ACCEPTED, EditState.REFUSED, EditState.ACCEPTED]
    kept = desk.library.edits(author.study_id).result(SECONDS)[1]
    assert (kept.text, kept.reason) == (change_set_text(wrong), refused.reason)
    desk.save(change_set(author.study_id, 3, Set("$study", "label", "Last", "what never was")))
    assert desk.all_accepted(1) == [4]
    desk.library.try_edits_again([wrong.id]).result(SECONDS)
    assert desk.all_accepted(1) == [5]


def test_what_others_did_arrives_and_the_next_edit_goes_on_top_of_it(
    desk: Desk, author: Author, backend: RealBackend, tmp_path: Path
) -> None:
    mine, theirs = (str(each.id) for each in author.document.designs()[0].timelines[0].instances[:2])
    with desk_at(tmp_path / "other desk", backend) as other_desk:
        other = Author(author.study_id)
        other_desk.library.open_study(author.study_id).result(SECONDS)
        edit = other.renamed("Theirs", theirs)
        other_desk.save(edit)
        arrived = desk.arrived.get(timeout=SECONDS)
        assert arrived == ArrivedChanges(author.study_id, (edit,), 2, other.document.content_hash)
        apply(author.document, edit.changes)
        desk.save(author.renamed("Mine", mine))
        assert desk.all_accepted(1) == [3]
        back = other_desk.arrived.get(timeout=SECONDS)
        assert (len(back.change_sets), back.revision) == (1, 3)
        assert back.content_hash == author.document.content_hash
        for at in (desk, other_desk):
            assert at.opened(author.study_id).to_bytes() == author.document.to_bytes()
        assert other_desk.all_accepted(1) == [2]


def test_an_edit_made_while_others_were_quicker_is_sent_on_top(
    desk: Desk, author: Author, backend: RealBackend, tmp_path: Path
) -> None:
    mine, theirs = (str(each.id) for each in author.document.designs()[0].timelines[0].instances[:2])
    with desk_at(tmp_path / "other desk", backend) as other_desk:
        other_desk.library.open_study(author.study_id).result(SECONDS)
        backend.stop()
        for each in (desk, other_desk):
            each.library.refresh().result(SECONDS)
            each.until(Offline)
        other = Author(author.study_id)
        edit, own = other.renamed("Theirs", theirs), author.renamed("Mine", mine)
        other_desk.save(edit)
        desk.save(own)
        backend.start()
        for each in (other_desk, desk):
            each.library.refresh().result(SECONDS)
        assert sorted([*desk.all_accepted(1), *other_desk.all_accepted(1)]) == [2, 3]
        apply(author.document, edit.changes)
        assert {
            desk.opened(author.study_id).content_hash,
            other_desk.arrived.get(timeout=SECONDS).content_hash,
        } >= {author.document.content_hash}


def visit_with_activities(document: Document) -> tuple[str, list[str]]:
    """An instance of the main timeline with two activities at least, and their ids."""
    for instance in document.designs()[0].timelines[0].instances:
        activities = instance.raw.get("activityIds", [])
        if len(activities) > 1:
            return str(instance.id), list(activities)
    raise AssertionError("the sample has a visit with two activities")


def test_an_edit_that_does_not_fit_any_more_is_carried_over_to_what_others_did(
    desk: Desk, author: Author, backend: RealBackend, tmp_path: Path
) -> None:
    """Mine belongs behind an activity that they took away: it goes behind the one before."""
    visit, activities = visit_with_activities(author.document)
    gone, before = activities[1], activities[0]
    other = next(each for each in author.document.designs()[0].activities if each.id not in activities)
    with desk_at(tmp_path / "other desk", backend) as other_desk:
        other_desk.library.open_study(author.study_id).result(SECONDS)
        backend.stop()
        for each in (desk, other_desk):
            each.library.refresh().result(SECONDS)
            each.until(Offline)
        mine = author.done(lambda _: AddRef(visit, "activityIds", str(other.id), Place(gone)))
        desk.save(mine)
        theirs = Author(author.study_id)
        other_desk.save(theirs.done(lambda _: RemoveRef(visit, "activityIds", gone, Place(before))))
        backend.start()
        other_desk.library.refresh().result(SECONDS)
        assert other_desk.all_accepted(1) == [2]
        desk.library.refresh().result(SECONDS)
        assert desk.all_accepted(1) == [3]
    now = desk.opened(author.study_id).index.unique[visit]["activityIds"]
    assert now[:2] == [before, str(other.id)]
    assert gone not in now
    kept = read_change_set(desk.library.edits(author.study_id).result(SECONDS)[0].text)
    assert kept.id == mine.id
    assert kept.changes == (AddRef(visit, "activityIds", str(other.id), Place(before)),)


def test_an_edit_that_meets_what_others_did_is_kept_with_the_reason(
    desk: Desk, author: Author, backend: RealBackend, tmp_path: Path
) -> None:
    with desk_at(tmp_path / "other desk", backend) as other_desk:
        other_desk.library.open_study(author.study_id).result(SECONDS)
        backend.stop()
        for each in (desk, other_desk):
            each.library.refresh().result(SECONDS)
            each.until(Offline)
        backend.start()
        other_desk.library.refresh().result(SECONDS)
        other_desk.save(Author(author.study_id).renamed("Theirs"))
        assert other_desk.all_accepted(1) == [2]
        mine = author.renamed("Mine")
        desk.save(mine)
        desk.library.refresh().result(SECONDS)
        refused = desk.refused.get(timeout=SECONDS)
    assert (refused.edit_id, refused.code) == (mine.id, "DOES_NOT_FIT")
    assert "meanwhile" in refused.reason
    assert [state for _, state, _ in desk.states(author.study_id)] == [EditState.REFUSED]
    assert desk.opened(author.study_id).title == "Theirs"


def test_an_edit_of_the_annexe_is_kept_by_the_backend_and_found_at_every_desk(
    desk: Desk, author: Author, backend: RealBackend, tmp_path: Path
) -> None:
    mark = {"id": "mark:v1:a1", "instanceId": "v1", "activityId": "a1", "kind": "optional"}
    made = change_set(author.study_id, 1, Insert("$root", "marks", mark, Place(None)))
    edit = replace(made, target=Target.ANNEXE)
    with desk_at(tmp_path / "other desk", backend) as other_desk:
        other_desk.library.open_study(author.study_id).result(SECONDS)
        desk.save(edit)
        assert desk.all_accepted(1) == [2]
        arrived = other_desk.arrived.get(timeout=SECONDS)
        assert (arrived.change_sets, arrived.revision) == ((edit,), 2)
        name = author.renamed("Another name")
        desk.save(name)
        assert desk.all_accepted(1) == [3]
        other_desk.arrived.get(timeout=SECONDS)
        with desk_at(tmp_path / "third desk", backend) as third_desk:
            for each in (desk, other_desk, third_desk):
                opened = each.library.open_study(author.study_id).result(SECONDS)
                made_of = prepared(opened.content, opened.edits, opened.entry.revision, opened.annexe)
                assert optional_marks(made_of.annexe) == {("v1", "a1")}
                assert made_of.document.title == "Another name"
        other_desk.library.close()
    with desk_at(tmp_path / "other desk", backend) as again:
        opened = again.library.open_study(author.study_id).result(SECONDS)
        assert optional_marks(Annexe.from_bytes(opened.annexe.encode())) == {("v1", "a1")}


def test_an_edit_of_the_annexe_is_carried_over_to_what_others_said_there(
    desk: Desk, author: Author, backend: RealBackend, tmp_path: Path
) -> None:
    """Mine stands behind an entry that they took away: it goes to the list's beginning."""

    def mark(cell: str) -> JsonObject:
        return {"id": f"mark:{cell}:a1", "instanceId": cell, "activityId": "a1", "kind": "optional"}

    def edit(change: Change) -> ChangeSet:
        return replace(change_set(author.study_id, 1, change), target=Target.ANNEXE)

    with desk_at(tmp_path / "other desk", backend) as other_desk:
        other_desk.library.open_study(author.study_id).result(SECONDS)
        desk.save(edit(Insert("$root", "marks", mark("v1"), Place(None))))
        assert desk.all_accepted(1) == [2]
        other_desk.arrived.get(timeout=SECONDS)
        backend.stop()
        for each in (desk, other_desk):
            each.library.refresh().result(SECONDS)
            each.until(Offline)
        mine = edit(Insert("$root", "marks", mark("v2"), Place("mark:v1:a1")))
        desk.save(mine)
        other_desk.save(edit(Remove("$root", "marks", mark("v1"), Place(None))))
        backend.start()
        other_desk.library.refresh().result(SECONDS)
        assert other_desk.all_accepted(1) == [3]
        desk.library.refresh().result(SECONDS)
        assert desk.all_accepted(1) == [4]
    opened = desk.library.open_study(author.study_id).result(SECONDS)
    made_of = prepared(opened.content, opened.edits, opened.entry.revision, opened.annexe)
    assert optional_marks(made_of.annexe) == {("v2", "a1")}


def test_an_answer_that_was_lost_is_found_again(desk: Desk, author: Author) -> None:
    """The edit was accepted, and the journal does not know: as after a kill between the two."""
    edit = author.renamed("Another name")
    desk.save(edit)
    desk.all_accepted(1)
    again = JournalEntry(edit.id, edit.study_id, change_set_text(edit), "", edit.captured_at)
    cache = desk.library._work.cache  # type: ignore[union-attr]
    cache._do(lambda rows: rows.execute("UPDATE journal SET state = 'saved', revision = NULL")).result(
        SECONDS
    )
    assert [state for _, state, _ in desk.states(author.study_id)] == [EditState.SAVED]
    desk.library.keep_edits([again]).result(SECONDS)
    assert desk.all_accepted(1) == [2]
    assert desk.states(author.study_id) == [(edit.id, EditState.ACCEPTED, 2)]


def test_a_study_brought_in_anew_is_fetched_whole(desk: Desk, author: Author, backend: RealBackend) -> None:
    import httpx

    from tests.backend.serving import Client

    anew = sample_study_bytes().replace(b'"label": "', b'"label": "Anew ', 1)
    with httpx.Client(base_url=backend.url, trust_env=False, timeout=SECONDS) as http:
        client = Client(0, http, backend.token)
        client.bring(anew, key="anew", studyId=author.study_id, baseRevision=1)
        assert desk.updated.get(timeout=SECONDS).revision == 2
    assert desk.opened(author.study_id).to_bytes() == anew
    later = Author(author.study_id, anew, 2)
    desk.save(later.renamed("Later"))
    assert desk.all_accepted(1) == [3]
    assert desk.arrived.empty()
