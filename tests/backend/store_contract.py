"""What every study store must do. A subclass gives the fixture `store`; pytest runs all of this over it."""

from __future__ import annotations

import threading
import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from backend.store.content import CHUNK_BYTES, content_hash, split_content
from backend.store.port import (
    ImportRequest,
    RevisionConflictError,
    StoreError,
    StudyRecord,
    StudyStore,
    StudySummary,
    UnknownStudyError,
)

SUMMARY = StudySummary(title="A study", usdm_version="4.0")


def request(
    content: bytes = b'{"study": {}}',
    key: str | None = None,
    study_id: str | None = None,
    base: int | None = None,
    title: str = "A study",
) -> ImportRequest:
    return ImportRequest(
        idempotency_key=key or str(uuid.uuid4()),
        content=content,
        summary=StudySummary(title, "4.0"),
        file_name="a.json",
        study_id=study_id,
        base_revision=base,
    )


class StoreContract:
    def test_has_a_uuid_that_stays(self, store: StudyStore) -> None:
        assert str(uuid.UUID(store.store_id)) == store.store_id

    def test_starts_empty(self, store: StudyStore) -> None:
        page = store.list_studies()
        assert (page.studies, page.end_cursor, page.has_next) == ((), None, False)

    def test_gives_back_what_was_imported(self, store: StudyStore) -> None:
        content = '{"title": "Überwachung"}'.encode()
        study = store.import_study(request(content)).study
        assert study.revision == 1
        assert study.content_hash == content_hash(content)
        assert (study.size, study.chunk_count) == (len(content), 1)
        assert (study.title, study.file_name, study.usdm_version) == ("A study", "a.json", "4.0")
        assert study.created == study.last_modified
        assert study.created.utcoffset() is not None
        assert store.get(study.id) == study
        assert store.read_content(study.id) == content
        assert store.list_studies().studies == (study,)

    def test_same_key_and_bytes_change_nothing(self, store: StudyStore) -> None:
        first = store.import_study(request(key="k"))
        again = store.import_study(request(key="k"))
        assert not first.replayed
        assert again.replayed
        assert again.study == first.study
        assert store.find_import("k") == again
        assert len(store.list_studies().studies) == 1

    def test_a_replay_answers_with_the_revision_it_made(self, store: StudyStore) -> None:
        first = store.import_study(request(key="k")).study
        store.import_study(request(b"2", study_id=first.id, base=1))
        assert store.import_study(request(key="k")).study == first
        assert store.get(first.id).revision == 2

    def test_same_key_for_something_else_is_a_conflict(self, store: StudyStore) -> None:
        study = store.import_study(request(key="k")).study
        with pytest.raises(RevisionConflictError):
            store.import_study(request(b"other", key="k"))
        with pytest.raises(RevisionConflictError):
            store.import_study(request(key="k", study_id=study.id, base=1))
        assert store.list_studies().studies == (study,)

    def test_an_unknown_key_found_nothing(self, store: StudyStore) -> None:
        assert store.find_import("never") is None

    def test_same_bytes_with_a_new_key_are_a_new_study(self, store: StudyStore) -> None:
        first = store.import_study(request()).study
        second = store.import_study(request()).study
        assert first.id != second.id
        assert first.content_hash == second.content_hash
        assert store.read_content(second.id) == store.read_content(first.id)

    def test_revisions_count_up_and_all_stay_readable(self, store: StudyStore) -> None:
        first = store.import_study(request(b"one", title="One")).study
        second = store.import_study(request(b"two", study_id=first.id, base=1, title="Two")).study
        assert (second.id, second.revision, second.title) == (first.id, 2, "Two")
        assert second.created == first.created
        assert second.last_modified >= first.last_modified
        assert store.get(first.id) == second
        assert store.list_studies().studies == (second,)
        assert [store.read_content(first.id, each) for each in (1, 2, None)] == [b"one", b"two", b"two"]

    def test_a_stale_base_is_a_conflict_that_names_the_head(self, store: StudyStore) -> None:
        study = store.import_study(request(b"one")).study
        store.import_study(request(b"two", study_id=study.id, base=1))
        for stale in (1, 3, None):
            with pytest.raises(RevisionConflictError) as caught:
                store.import_study(request(b"three", study_id=study.id, base=stale))
            assert caught.value.current_revision == 2
        assert store.read_content(study.id) == b"two"

    def test_of_many_writers_on_one_base_one_wins(self, store: StudyStore) -> None:
        study = store.import_study(request(b"base")).study
        outcomes: list[str] = []
        together = threading.Barrier(8)

        def write(number: int) -> None:
            together.wait()
            try:
                store.import_study(request(b"w%d" % number, study_id=study.id, base=1))
                outcomes.append("won")
            except RevisionConflictError:
                outcomes.append("conflict")

        threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert sorted(outcomes) == ["conflict"] * 7 + ["won"]
        assert store.get(study.id).revision == 2

    def test_what_is_not_there_is_said(self, store: StudyStore) -> None:
        study = store.import_study(request()).study
        for ask in (
            lambda: store.get("none"),
            lambda: store.read_content("none"),
            lambda: store.read_content(study.id, 2),
            lambda: store.read_content(study.id, 0),
            lambda: store.read_chunk(study.id, 1, 1),
            lambda: store.read_chunk(study.id, 1, -1),
            lambda: store.import_study(request(study_id="none", base=1)),
            lambda: store.append_chunk("none", 0, b"x"),
            lambda: store.read_upload("none"),
        ):
            with pytest.raises(UnknownStudyError):
                ask()

    def test_pages_join_to_the_whole_list(self, store: StudyStore) -> None:
        made = [store.import_study(request(title=f"S{number}")).study for number in range(7)]
        seen: list[StudyRecord] = []
        cursor, more = None, True
        while more:
            page = store.list_studies(after=cursor, limit=3)
            seen += page.studies
            cursor, more = page.end_cursor, page.has_next
        assert seen == made
        assert store.list_studies(after=cursor).studies == ()

    def test_a_new_revision_keeps_a_study_in_its_place(self, store: StudyStore) -> None:
        first, second = (store.import_study(request()).study for _ in range(2))
        store.import_study(request(b"2", study_id=first.id, base=1))
        assert [each.id for each in store.list_studies().studies] == [first.id, second.id]

    @pytest.mark.parametrize("limit", [0, -1, 201])
    def test_a_page_has_a_size(self, store: StudyStore, limit: int) -> None:
        with pytest.raises(ValueError):  # noqa: PT011
            store.list_studies(limit=limit)

    def test_a_foreign_cursor_is_refused(self, store: StudyStore) -> None:
        with pytest.raises(ValueError):  # noqa: PT011
            store.list_studies(after="not a cursor")

    def test_chunks_are_text_and_join_to_the_content(self, store: StudyStore) -> None:
        content = ("x" + "€𝄞é" * 300_000).encode()
        study = store.import_study(request(content)).study
        chunks = [store.read_chunk(study.id, 1, index) for index in range(study.chunk_count)]
        assert study.chunk_count == 3
        assert "".join(chunk.text for chunk in chunks).encode() == content
        assert all(len(chunk.text.encode()) <= CHUNK_BYTES for chunk in chunks)
        assert {(c.total, c.size, c.content_hash, c.revision) for c in chunks} == {
            (3, len(content), content_hash(content), 1)
        }

    def test_an_upload_takes_chunks_in_any_order_and_twice(self, store: StudyStore) -> None:
        upload = store.begin_upload("k", content_hash(b"abcdef"), 6, 3)
        assert upload.received == ()
        store.append_chunk(upload.id, 2, b"ef")
        store.append_chunk(upload.id, 0, b"xy")
        store.append_chunk(upload.id, 0, b"ab")
        with pytest.raises(ValueError, match="missing"):
            store.read_upload(upload.id)
        assert store.begin_upload("k", content_hash(b"abcdef"), 6, 3).received == (0, 2)
        assert store.append_chunk(upload.id, 1, b"cd").complete
        assert store.read_upload(upload.id) == b"abcdef"
        store.drop_upload(upload.id)
        store.drop_upload(upload.id)
        with pytest.raises(UnknownStudyError):
            store.read_upload(upload.id)

    def test_an_upload_stays_inside_what_was_announced(self, store: StudyStore) -> None:
        upload = store.begin_upload("k", content_hash(b"abc"), 3, 2)
        store.append_chunk(upload.id, 0, b"ab")
        for index, piece in ((2, b"c"), (-1, b"c"), (1, b"cd")):
            with pytest.raises(ValueError):  # noqa: PT011
                store.append_chunk(upload.id, index, piece)
        with pytest.raises(RevisionConflictError):
            store.begin_upload("k", content_hash(b"abcd"), 4, 2)
        assert store.append_chunk(upload.id, 1, b"c").complete

    def test_a_closed_store_says_so(self, store: StudyStore) -> None:
        store.close()
        store.close()
        with pytest.raises(StoreError):
            store.list_studies()
        with pytest.raises(StoreError):
            store.import_study(request())


@given(text=st.text(), limit=st.integers(4, 12))
def test_split_content_cuts_between_characters(text: str, limit: int) -> None:
    content = text.encode("utf-8", "replace")
    pieces = split_content(content, limit)
    assert b"".join(pieces) == content
    assert all(len(piece) <= limit for piece in pieces)
    assert "".join(piece.decode() for piece in pieces) == content.decode()
    assert all(pieces) or pieces == [b""]
