"""Writing a changed document again quickly: the same text as by looking at all of it, whatever was changed."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.apply import apply, removal_of, setting_of
from study.changes import Insert, Move, Place
from study.document import Document
from study.patch import patched
from tests.shared import SHARED_STUDIES
from tests.study.changing import drawn_changes, pool_of
from tests.study.studies import FIXTURES, SAMPLE, study_bytes

SEEDS = st.lists(st.integers(0, 2**32), min_size=1, max_size=4)


def assert_written_alike(document: Document, text: str) -> None:
    assert document.to_bytes() == patched(text, document.root).encode()


def check(data: bytes, seeds: list[int]) -> None:
    """Changes, taken back or not, with the document written in between: as somebody edits, undoes and goes on."""
    text, document = data.decode(), Document.from_bytes(data)
    first = pool_of(document)
    inverses = []
    for seed in seeds:
        pool = pool_of(document)
        if not (pool.listed and pool.entity_lists and pool.ref_lists):  # a small study may be all but emptied
            pool = first
        changes, back = drawn_changes(document, seed, 1 + seed % 5, pool)
        if seed % 3 == 0:
            assert_written_alike(document, text)
        if seed % 4 == 0:
            apply(document, back)
            apply(document, changes)
        inverses.append(back)
        assert_written_alike(document, text)
    for back in reversed(inverses):
        apply(document, back)
        if len(seeds) % 2:
            assert_written_alike(document, text)
    assert document.to_bytes() == data


@given(SEEDS, st.sampled_from([SAMPLE, *FIXTURES]))
@settings(max_examples=12)
def test_our_studies_are_written_as_by_looking_at_everything(seeds: list[int], name: str) -> None:
    check(study_bytes(name), seeds)


@pytest.mark.parametrize("name", SHARED_STUDIES)
def test_shared_studies_are_written_as_by_looking_at_everything(name: str) -> None:
    data = study_bytes(name)

    @given(SEEDS)
    @settings(max_examples=2)
    def law(seeds: list[int]) -> None:
        check(data, seeds)

    law()


def document_of(*entities: dict[str, object]) -> tuple[Document, str]:
    text = json.dumps({"study": {"versions": [], "one": list(entities), "two": []}, "spaced": [1, 2]})
    return Document.from_bytes(text.encode()), text


def test_what_comes_back_otherwise_than_it_went_is_seen() -> None:
    document, text = document_of(
        {"id": "a", "name": "first"}, {"id": "b", "parts": [{"id": "c", "name": "x"}]}
    )
    apply(document, [removal_of(document, "a")])
    apply(document, [Insert("$study", "one", {"id": "a", "name": "other"}, Place(None))])
    assert_written_alike(document, text)
    # A part moved out of what was put back, to where another of its id had been, before anybody wrote the document.
    apply(document, [Move("c", "$study", "one", Place("a"), "b", "parts", Place(None))])
    assert_written_alike(document, text)
    apply(document, [setting_of(document, "c", "name", "y")])
    removed = removal_of(document, "c")
    apply(document, [removed])
    apply(document, [Insert("b", "parts", removed.entity, Place(None))])
    assert_written_alike(document, text)
    apply(document, [setting_of(document, "c", "name", "x")])
    assert_written_alike(document, text)


def test_a_whole_list_that_is_set_is_seen_where_its_entries_went() -> None:
    document, text = document_of({"id": "a", "name": "first"}, {"id": "b", "name": "second"})
    apply(document, [setting_of(document, "$study", "one", [{"id": "b", "name": "second, changed"}])])
    apply(document, [Move("b", "$study", "two", Place(None), "$study", "one", Place(None))])
    apply(document, [Move("b", "$study", "one", Place(None), "$study", "two", Place(None))])
    assert_written_alike(document, text)


def test_what_is_written_without_saying_where_is_found() -> None:
    document, text = document_of({"id": "a", "name": "first"})
    apply(document, [setting_of(document, "a", "name", "second")])
    assert_written_alike(document, text)
    document.root["study"]["one"][0]["name"] = "third"
    document.note_change()
    assert b"third" in document.to_bytes()
    assert_written_alike(document, text)
