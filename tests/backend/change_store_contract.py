"""What every study store must do with accepted edits. A subclass gives the fixture `store`."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest

from backend.store.changes import PAGE_CHARACTERS, AcceptedChangeSet, Submission
from backend.store.content import content_hash
from backend.store.port import (
    ContentNotHeldError,
    RevisionConflictError,
    StoreError,
    StudyStore,
    StudySummary,
    UnknownStudyError,
)
from study.audit_chain import AuditKind, AuditRecord, ChainedRecord, first_broken, read_record
from study.revisions import ChangesPage
from tests.backend.store_contract import request


def accepted(identity: str, content: bytes = b"changed", text: str | None = None) -> AcceptedChangeSet:
    line = text or f'{{"id":"{identity}"}}'
    return AcceptedChangeSet(
        id=identity,
        text=line,
        digest=content_hash(line.encode()),
        author="Ada Ødegård",
        captured_at="2026-03-03T16:30:00Z",
        reason="Amendment 2",
        content_hash=content_hash(content),
        size=len(content),
        chunk_count=1,
        summary=StudySummary(f"Title {identity}", "4.0"),
    )


def submission(study_id: str, base: int, *change_sets: AcceptedChangeSet) -> Submission:
    return Submission(study_id, base, change_sets)


def audit_of(store: StudyStore, study_id: str) -> list[AuditRecord]:
    """Every audit record of a study, once its chain was verified."""
    entries = store.audit_trail(study_id).entries
    assert first_broken(study_id, [ChainedRecord(each.text, each.hash) for each in entries]) is None
    return [read_record(each.text) for each in entries]


class ChangeStoreContract:
    def test_a_change_set_makes_a_revision(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        kept = store.submit(submission(study.id, 1, accepted("first"), accepted("second", b"again")))
        assert [(each.id, each.revision, each.content_hash) for each in kept] == [
            ("first", 2, content_hash(b"changed")),
            ("second", 3, content_hash(b"again")),
        ]
        now = store.get(study.id)
        assert (now.revision, now.content_hash, now.size) == (3, content_hash(b"again"), 5)
        assert (now.title, now.file_name) == ("Title second", "a.json")
        assert now.created == study.created
        assert now.last_modified >= study.last_modified
        assert store.list_studies().studies == (now,)
        assert store.find_change_sets(["first", "never", "second"]) == {each.id: each for each in kept}

    def test_a_stale_base_or_a_base_that_never_was_writes_nothing(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        store.submit(submission(study.id, 1, accepted("first")))
        before = audit_of(store, study.id)
        for base in (1, 0, 3, -1):
            with pytest.raises(RevisionConflictError) as caught:
                store.submit(submission(study.id, base, accepted("second")))
            assert caught.value.current_revision == 2
        assert store.get(study.id).revision == 2
        assert store.find_change_sets(["second"]) == {}
        assert audit_of(store, study.id) == before

    def test_an_id_is_taken_once_and_all_or_nothing_is_written(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        other = store.import_study(request(b"two")).study
        store.submit(submission(study.id, 1, accepted("first")))
        for target, base, sets in (
            (study, 2, (accepted("second"), accepted("first"))),
            (other, 1, (accepted("first"),)),
            (study, 2, (accepted("third"), accepted("third"))),
        ):
            with pytest.raises(RevisionConflictError):
                store.submit(submission(target.id, base, *sets))
        assert (store.get(study.id).revision, store.get(other.id).revision) == (2, 1)
        assert store.find_change_sets(["second", "third"]) == {}

    def test_of_many_writers_on_one_base_one_wins(self, store: StudyStore) -> None:
        study = store.import_study(request(b"base")).study
        outcomes: list[str] = []
        together = threading.Barrier(6)

        def write(number: int) -> None:
            together.wait()
            try:
                store.submit(submission(study.id, 1, accepted(f"set-{number}")))
                outcomes.append("won")
            except RevisionConflictError:
                outcomes.append("conflict")

        threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(outcomes) == ["conflict"] * 5 + ["won"]
        assert [each.sequence for each in audit_of(store, study.id)] == [1, 2]

    def test_what_came_since_is_told_in_order_and_by_the_page(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        store.submit(submission(study.id, 1, *(accepted(f"set-{number}") for number in range(5))))
        store.import_study(request(b"whole", study_id=study.id, base=6))
        seen: list[tuple[int, str | None]] = []
        revision, more = 1, True
        while more:
            page = store.changes_since(study.id, revision, limit=2)
            assert (page.newest, page.newest_hash) == (7, content_hash(b"whole"))
            seen += [(each.revision, each.change_set) for each in page.changes]
            revision, more = page.changes[-1].revision, page.has_next
        assert seen == [(number + 2, accepted(f"set-{number}").text) for number in range(5)] + [(7, None)]
        assert store.changes_since(study.id, 7) == ChangesPage(7, content_hash(b"whole"), (), False)
        assert store.changes_since(study.id, 0, limit=1).changes[0].change_set is None

    def test_a_page_of_changes_is_never_endless(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        long = [
            accepted(f"set-{number}", text=f"{number}" * (PAGE_CHARACTERS // 2 + 1)) for number in range(3)
        ]
        store.submit(submission(study.id, 1, *long))
        page = store.changes_since(study.id, 1)
        assert [each.revision for each in page.changes] == [2]
        assert page.has_next

    def test_every_change_and_import_has_its_audit_record(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        store.submit(submission(study.id, 1, accepted("first")))
        store.import_study(request(b"whole", study_id=study.id, base=2))
        other = store.import_study(request(b"other")).study
        records = audit_of(store, study.id)
        assert [(each.sequence, each.revision, each.kind) for each in records] == [
            (1, 1, AuditKind.IMPORT),
            (2, 2, AuditKind.CHANGE),
            (3, 3, AuditKind.IMPORT),
        ]
        change = records[1]
        assert (change.author, change.captured_at, change.reason) == (
            "Ada Ødegård",
            "2026-03-03T16:30:00Z",
            "Amendment 2",
        )
        assert (change.change_set_id, change.change_set) == ("first", accepted("first").text)
        assert change.received_at.startswith(f"{store.get(study.id).created:%Y-%m}")
        assert [each.content_hash for each in records] == [
            content_hash(content) for content in (b"one", b"changed", b"whole")
        ]
        assert len(audit_of(store, other.id)) == 1

    def test_an_import_that_is_repeated_is_audited_once(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one", key="k")).study
        store.import_study(request(b"one", key="k"))
        assert len(audit_of(store, study.id)) == 1

    def test_the_audit_trail_comes_in_pages_both_ways(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        store.submit(submission(study.id, 1, *(accepted(f"set-{number}") for number in range(4))))
        for newest_first, wanted in ((False, [1, 2, 3, 4, 5]), (True, [5, 4, 3, 2, 1])):
            seen: list[int] = []
            after, more = None, True
            while more:
                page = store.audit_trail(study.id, after, 2, newest_first=newest_first)
                assert page.total == 5
                seen += [each.sequence for each in page.entries]
                after, more = seen[-1], page.has_next
            assert seen == wanted

    def test_the_text_of_a_changed_revision_is_held_once_it_is_given(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        store.submit(submission(study.id, 1, accepted("first"), accepted("second", b"again")))
        with pytest.raises(ContentNotHeldError):
            store.read_content(study.id)
        with pytest.raises(ContentNotHeldError):
            store.read_chunk(study.id, 2, 0)
        assert store.held_content(study.id, 3).content == b"one"
        with pytest.raises(ValueError, match=r"content|hash"):
            store.hold_content(study.id, 2, b"something else")
        store.hold_content(study.id, 2, b"changed")
        store.hold_content(study.id, 2, b"changed")
        assert store.read_content(study.id, 2) == b"changed"
        assert store.read_chunk(study.id, 2, 0).text == "changed"
        held = store.held_content(study.id, 3)
        assert (held.revision, held.content) == (2, b"changed")
        imported = store.imported_content(study.id, 3)
        assert (imported.revision, imported.content) == (1, b"one")
        with pytest.raises(ContentNotHeldError):
            store.read_content(study.id, 3)

    def test_the_annexe_s_change_sets_are_found_across_imports(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        beside = replace(accepted("beside", b"one"), target="annexe")
        store.submit(submission(study.id, 1, accepted("first"), beside))
        store.import_study(request(b"whole", study_id=study.id, base=3))
        later = replace(accepted("later", b"whole"), target="annexe")
        store.submit(submission(study.id, 4, later))
        assert [store.annexe_change_sets(study.id, at) for at in (1, 2, 3, 4, 5)] == [
            (),
            (),
            (beside.text,),
            (beside.text,),
            (beside.text, later.text),
        ]
        with pytest.raises(UnknownStudyError):
            store.annexe_change_sets("none", 1)

    def test_what_was_undone_wholly_is_held_already(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        store.submit(submission(study.id, 1, accepted("do-it"), accepted("undo-it", b"one")))
        assert store.read_content(study.id, 3) == b"one"

    def test_a_study_that_others_changed_into_can_still_be_imported(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        store.submit(submission(study.id, 1, accepted("first")))
        other = store.import_study(request(b"changed")).study
        assert store.read_content(other.id) == b"changed"

    def test_what_is_not_there_is_said_of_changes_too(self, store: StudyStore) -> None:
        study = store.import_study(request()).study
        for ask in (
            lambda: store.submit(submission("none", 1, accepted("first"))),
            lambda: store.changes_since("none", 0),
            lambda: store.changes_since(study.id, 2),
            lambda: store.changes_since(study.id, -1),
            lambda: store.audit_trail("none"),
            lambda: store.imported_content(study.id, 2),
            lambda: store.held_content("none", 1),
            lambda: store.hold_content(study.id, 2, b""),
        ):
            with pytest.raises(UnknownStudyError):
                ask()
        for page in (
            lambda: store.changes_since(study.id, 0, 201),
            lambda: store.audit_trail(study.id, limit=0),
        ):
            with pytest.raises(ValueError):  # noqa: PT011
                page()

    def test_a_closed_store_takes_no_change(self, store: StudyStore) -> None:
        study = store.import_study(request()).study
        store.close()
        with pytest.raises(StoreError):
            store.submit(submission(study.id, 1, accepted("first")))
