"""The laws of the change contract, on real studies: taken back exactly, told exactly, all or nothing."""

from __future__ import annotations

import json
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.apply import Changed, ChangeRefusedError, apply, place_of, removal_of, setting_of
from study.changes import AddRef, Change, Insert, Move, Place, Remove, RemoveRef, Set, from_text, to_text
from study.document import Document
from study.index import Index
from study.json_types import ABSENT, JsonObject, NumberLiteral
from tests.shared import SHARED_STUDIES
from tests.study.changing import (
    difference,
    drawn_changes,
    flattened,
    opened,
    opened_pool,
    pool_of,
    times_by_timeline,
)
from tests.study.studies import FIXTURES, SAMPLE, assert_reopens, ordered, study_bytes, there

SEEDS = st.integers(0, 2**32)
LARGE = there(*SHARED_STUDIES)


def assert_index_is_true(document: Document) -> None:
    kept, new = document.index, Index(document.root)
    assert {name: id(item) for name, item in kept.unique.items()} == {n: id(i) for n, i in new.unique.items()}
    assert {n: {id(i) for i in items} for n, items in kept.repeated.items()} == {
        n: {id(i) for i in items} for n, items in new.repeated.items()
    }
    assert kept.nameless.keys() == new.nameless.keys()
    assert {at: (id(owner), attribute) for at, (owner, attribute) in kept.owners.items()} == {
        at: (id(owner), attribute) for at, (owner, attribute) in new.owners.items()
    }


@contextmanager
def borrowed(name: str) -> Generator[Document, None, None]:
    """A study that is opened once; where an example fails, the next one gets a fresh one."""
    try:
        yield opened(name)
    except BaseException:
        opened.cache_clear()
        opened_pool.cache_clear()
        raise


def same_but_for_times(one: Changed, other: Changed) -> bool:
    """Whether the same differs. Timelines that may be replanned are those there are afterwards: another question."""
    return replace(one, retimed=frozenset()) == replace(other, retimed=frozenset())


def check_laws(document: Document, data: bytes, seed: int, count: int, schedule: bool, name: str) -> None:
    """Every law for `count` changes drawn from a seed."""
    flat = flattened(document.root)
    pool = opened_pool(name, schedule)
    changes, back = drawn_changes(document, seed, count, pool)
    after = ordered(document.root)
    apply(document, back)
    assert document.to_bytes() == data

    applied = apply(document, [from_text(to_text(change)) for change in changes])
    assert ordered(document.root) == after
    assert_index_is_true(document)
    assert_reopens(document)
    told, plain = applied.changed, difference(flat, flattened(document.root))
    assert (told.structure, told.attributes, told.entities) == (
        plain.structure,
        plain.attributes,
        plain.entities,
    )

    undone = apply(document, [from_text(to_text(change)) for change in applied.inverse])
    assert document.to_bytes() == data
    assert_index_is_true(document)
    assert same_but_for_times(undone.changed, told)

    redone = apply(document, undone.inverse)
    assert ordered(document.root) == after
    assert same_but_for_times(redone.changed, told)
    apply(document, redone.inverse)
    assert document.to_bytes() == data


@given(SEEDS, st.integers(1, 6), st.booleans(), st.sampled_from([SAMPLE, *FIXTURES]))
@settings(max_examples=50)
def test_laws_on_our_studies(seed: int, count: int, schedule: bool, name: str) -> None:
    with borrowed(name) as document:
        check_laws(document, study_bytes(name), seed, count, schedule, name)


@pytest.mark.parametrize("name", SHARED_STUDIES)
def test_laws_on_shared_studies(name: str) -> None:
    data = study_bytes(name)

    @given(SEEDS, st.integers(1, 4), st.booleans())
    @settings(max_examples=6)
    def laws(seed: int, count: int, schedule: bool) -> None:
        with borrowed(name) as document:
            check_laws(document, data, seed, count, schedule, name)

    laws()


@given(SEEDS, st.integers(1, 5), st.sampled_from([SAMPLE, *FIXTURES, *LARGE]))
@settings(max_examples=120)
def test_what_is_replanned_is_told(seed: int, count: int, name: str) -> None:
    with borrowed(name) as document:
        before = times_by_timeline(document)
        changes, back = drawn_changes(document, seed, count, opened_pool(name, schedule=True))
        after = times_by_timeline(document)
        apply(document, back)
        applied = apply(document, changes)
        differ = {each for each in before.keys() & after.keys() if before[each] != after[each]}
        assert differ <= applied.changed.retimed
        assert apply(document, applied.inverse).changed.retimed >= differ
        assert not document.is_changed


@given(SEEDS, st.integers(0, 4), st.sampled_from([SAMPLE, *FIXTURES]))
@settings(max_examples=30)
def test_all_or_nothing(seed: int, count: int, name: str) -> None:
    with borrowed(name) as document:
        changes, back = drawn_changes(document, seed, count, opened_pool(name))
        apply(document, back)
        last = Set("$study", "name", "what never stood there", "x")
        with pytest.raises(ChangeRefusedError) as refused:
            apply(document, [*changes, last])
        assert refused.value.change is last
        assert document.to_bytes() == study_bytes(name)
        assert_index_is_true(document)


# -- what is told ------------------------------------------------------------------------------------------------


def small(**study: object) -> Document:
    return Document.from_bytes(json.dumps({"study": {"id": None, **study}}).encode())


def entity(identity: str | None, **more: object) -> JsonObject:
    return {"id": identity, **more}


def refusal(document: Document, *changes: Change) -> str:
    """Why changes are refused; the document must be left as it was."""
    before, values = document.to_bytes(), ordered(document.root)
    with pytest.raises(ChangeRefusedError) as caught:
        apply(document, changes)
    assert document.to_bytes() == before
    assert ordered(document.root) == values
    assert_index_is_true(document)
    return caught.value.reason


def test_what_cancels_out_is_not_told() -> None:
    document = small(items=[entity("a", n=1)])
    new = entity("x", n=1)
    applied = apply(
        document,
        [
            Insert("$study", "items", new, Place("a")),
            Set("a", "n", 1, 2),
            Remove("$study", "items", new, Place("a")),
            Set("a", "n", 2, 1),
        ],
    )
    assert applied.changed == type(applied.changed)()
    assert not document.is_changed


def test_what_is_taken_out_and_put_back_with_more_is_told() -> None:
    document = small(items=[entity("a", n=1)])
    applied = apply(
        document,
        [
            Remove("$study", "items", entity("a", n=1), Place(None)),
            Insert("$study", "items", entity("a", n=1, more=2), Place(None)),
        ],
    )
    assert applied.changed.attributes == {("a", "more")}
    assert applied.changed.structure == frozenset()


def test_a_study_with_an_id_is_told_by_its_address() -> None:
    document = Document.from_bytes(b'{"study": {"id": "S", "name": "N", "items": [{"id": "a"}]}}')
    applied = apply(document, [Set("S", "name", "N", "M"), AddRef("$study", "items", "r", Place("a"))])
    assert applied.changed.attributes == {("$study", "name"), ("$study", "items")}
    assert applied.changed.entities == {"$study"}


def test_a_change_inside_an_entity_without_id_is_told_on_its_owner() -> None:
    document = small(items=[entity(None, inner=[entity("a")]), entity("b", inner=[])])
    move = Move("a", "b", "inner", Place(None), "$study", "items", Place(None))
    assert "not in the list" in refusal(document, move)
    applied = apply(
        document, [Set("$study", "items", [entity(None, inner=[entity("a")]), entity("b", inner=[])], [])]
    )
    assert applied.changed.structure == {"a", "b"}
    assert applied.changed.attributes == {("$study", "items")}


def timeline_of(document: Document, name: str) -> str:
    found = document.find_timeline(name)
    assert found is not None
    assert found[2].id is not None
    return found[2].id


@pytest.mark.parametrize("name", [*SHARED_STUDIES, SAMPLE, *FIXTURES])
def test_a_label_replans_nothing(name: str) -> None:
    with borrowed(name) as document:
        for _, design, timeline in document.timelines():
            things = [
                timeline,
                *timeline.instances,
                *timeline.timings,
                *design.activities,
                *design.encounters,
                design,
            ]
            for thing in things:
                if thing.id in document.index.unique:
                    applied = apply(document, [setting_of(document, str(thing.id), "label", "Another label")])
                    apply(document, applied.inverse)
                    assert applied.changed.retimed == frozenset(), thing
        assert not document.is_changed


@pytest.mark.parametrize("name", [*SHARED_STUDIES, SAMPLE, *FIXTURES])
def test_a_timings_value_replans_its_timeline_and_what_ends_with_it(name: str) -> None:
    with borrowed(name) as document:
        for _, _, timeline in document.timelines():
            timing = next((t for t in timeline.timings if t.id in document.index.unique), None)
            if timing is None or timing.id is None:
                continue
            before = times_by_timeline(document)
            applied = apply(document, [setting_of(document, timing.id, "value", "P77D")])
            after = times_by_timeline(document)
            apply(document, applied.inverse)
            assert timeline.id in applied.changed.retimed
            assert {each for each in before if before[each] != after[each]} <= applied.changed.retimed
            if not any("END" in json.dumps(t.raw).upper().replace("APPEND", "") for t in timeline.timings):
                assert len(applied.changed.retimed) <= len(document.timelines())


def test_which_timeline_is_main_replans_the_others() -> None:
    document = Document.from_bytes(study_bytes(SAMPLE))
    main = document.default_timeline()
    assert main is not None
    assert main[2].id is not None
    before = times_by_timeline(document)
    applied = apply(document, [setting_of(document, main[2].id, "mainTimeline", False)])
    after = times_by_timeline(document)
    assert {each for each in before if before[each] != after[each]} <= applied.changed.retimed


# -- each kind, and why it is refused ----------------------------------------------------------------------------


def listed(document: Document, attribute: str = "items") -> list[object]:
    return [e.get("id") if isinstance(e, dict) else e for e in document.study.raw[attribute]]


def test_insert_puts_its_subtree_behind_another() -> None:
    document = small(items=[entity("a"), entity("b")])
    new = entity("x", parts=[entity("y")])
    applied = apply(document, [Insert("$study", "items", new, Place("a"))])
    assert listed(document) == ["a", "x", "b"]
    assert applied.inverse == (Remove("$study", "items", new, Place("a")),)
    assert applied.changed.structure == {"x", "y"}
    new["name"] = "a caller may go on using its object"
    assert "name" not in document.index.unique["x"]


def test_insert_is_refused() -> None:
    document = small(items=[entity("a"), entity("twice"), entity("twice")], name="N", gone=[])
    at = Place(None)
    assert "is taken" in refusal(document, Insert("$study", "items", entity("a"), at))
    assert "is taken" in refusal(document, Insert("$study", "items", entity("twice"), at))
    assert "is taken" in refusal(document, Insert("$study", "items", entity("x", y=[entity("x")]), at))
    assert "id of its own" in refusal(document, Insert("$study", "items", entity("$study"), at))
    assert "id of its own" in refusal(document, Insert("$study", "items", entity(None), at))
    assert "id of its own" in refusal(document, Insert("$study", "items", {}, at))
    assert "not a list" in refusal(document, Insert("$study", "name", entity("x"), at))
    assert "not a list" in refusal(document, Insert("$study", "missing", entity("x"), at))
    assert "not there any more" in refusal(document, Insert("nobody", "items", entity("x"), at))
    assert "stands twice" in refusal(document, Insert("twice", "items", entity("x"), at))
    assert "is not there" in refusal(document, Insert("$study", "items", entity("x"), Place("nobody")))
    assert "shorter" in refusal(document, Insert("$study", "items", entity("x"), Place("a", 5)))
    assert "cannot be written" in refusal(
        document, Insert("$study", "items", entity("x", n=float("nan")), at)
    )


def test_remove_carries_what_stood_there() -> None:
    document = small(items=[entity("a"), entity("b", parts=[entity("c")])])
    removal = removal_of(document, "b")
    assert removal == Remove("$study", "items", entity("b", parts=[entity("c")]), Place("a"))
    applied = apply(document, [removal])
    assert listed(document) == ["a"]
    assert applied.changed.structure == {"b", "c"}
    with pytest.raises(KeyError):
        removal_of(document, "b")


def test_remove_is_refused() -> None:
    document = small(
        items=[entity("a", n=1), entity("b", parts=[entity("twice")]), entity("twice")], one=entity("o")
    )
    at = Place(None)
    assert "not there any more" in refusal(document, Remove("$study", "items", entity("x"), at))
    assert "not there any more" in refusal(document, Remove("$study", "items", entity("twice"), at))
    assert "not there any more" in refusal(document, Remove("$study", "items", {}, at))
    assert "not what it was" in refusal(document, Remove("$study", "items", entity("a", n=1.0), at))
    assert "not what it was" in refusal(document, Remove("$study", "items", entity("a"), at))
    assert "Repair ids" in refusal(
        document, Remove("$study", "items", entity("b", parts=[entity("twice")]), at)
    )
    assert "not a list" in refusal(document, Remove("$study", "one", entity("o"), at))
    with pytest.raises(KeyError):
        removal_of(document, "o")
    with pytest.raises(KeyError):
        removal_of(small(items=[[entity("in a list of a list")]]), "in a list of a list")


def test_move_within_a_list_and_to_another() -> None:
    document = small(items=[entity("a"), entity("b", items=[]), entity("c")])
    applied = apply(document, [Move("c", "$study", "items", Place(None), "$study", "items", Place("b"))])
    assert listed(document) == ["c", "a", "b"]
    assert applied.changed.structure == frozenset()
    assert applied.changed.attributes == {("$study", "items")}
    applied = apply(document, [Move("c", "b", "items", Place(None), "$study", "items", Place(None))])
    assert listed(document) == ["a", "b"]
    assert applied.changed.structure == {"c"}
    assert applied.changed.attributes == {("$study", "items"), ("b", "items")}


def test_move_is_refused() -> None:
    document = small(items=[entity("a", items=[entity("b", items=[])]), entity("c")], name="N")
    at = Place(None)
    assert "into itself" in refusal(document, Move("a", "a", "items", at, "$study", "items", at))
    assert "into itself" in refusal(document, Move("a", "b", "items", at, "$study", "items", at))
    assert "not there any more" in refusal(document, Move("x", "$study", "items", at, "$study", "items", at))
    assert "not in the list" in refusal(document, Move("b", "$study", "items", at, "$study", "items", at))
    assert "not a list" in refusal(document, Move("c", "$study", "name", at, "$study", "items", at))
    assert "not a list" in refusal(document, Move("a", "c", "items", at, "$study", "items", at))
    assert "is not there" in refusal(
        document, Move("c", "$study", "items", Place("c"), "$study", "items", at)
    )
    assert "shorter" in refusal(document, Move("c", "$study", "items", Place("a", 1), "$study", "items", at))


def test_set_tells_absent_from_null() -> None:
    document = small(name=None)
    assert "another value" in refusal(document, Set("$study", "name", ABSENT, "x"))
    assert "another value" in refusal(document, Set("$study", "label", None, "x"))
    applied = apply(document, [Set("$study", "name", None, ABSENT)])
    assert "name" not in document.study.raw
    assert applied.inverse == (Set("$study", "name", ABSENT, None, "id"),)
    apply(document, applied.inverse)
    assert list(document.study.raw) == ["id", "name"]
    assert document.study.raw["name"] is None


def test_set_compares_types_and_literals() -> None:
    document = Document.from_bytes(b'{"study": {"a": 1, "b": 1.10, "c": {"x": 1, "y": 2}}}')
    assert "another value" in refusal(document, Set("$study", "a", True, 2))
    assert "another value" in refusal(document, Set("$study", "a", 1.0, 2))
    assert "another value" in refusal(document, Set("$study", "b", 1.1, 2))
    assert "another value" in refusal(document, Set("$study", "c", {"y": 2, "x": 1}, 2))
    apply(document, [Set("$study", "b", NumberLiteral("1.10"), NumberLiteral("1.1000"))])
    assert b'"b": 1.1000' in document.to_bytes()


def test_set_puts_a_new_attribute_where_it_is_told() -> None:
    document = small(name="N")
    apply(document, [Set("$study", "first", ABSENT, 1, None), Set("$study", "second", ABSENT, 2, "id")])
    apply(document, [Set("$study", "last", ABSENT, 3), Set("$study", "later", ABSENT, 4, "not there")])
    assert list(document.study.raw) == ["first", "id", "second", "name", "last", "later"]


def test_set_is_refused() -> None:
    document = small(items=[entity("a"), entity("twice"), entity("twice")], one=entity("o", deep=entity("d")))
    assert "not changed by setting" in refusal(document, Set("a", "id", "a", "b"))
    assert "cannot be replaced" in refusal(document, Set("$root", "study", document.study.raw, {}))
    assert "not there any more" in refusal(document, Set("nobody", "name", ABSENT, "x"))
    assert "Repair ids" in refusal(document, Set("twice", "name", ABSENT, "x"))
    assert "Repair ids" in refusal(document, Set("$study", "items", document.study.raw["items"], []))
    assert "is taken" in refusal(document, Set("$study", "new", ABSENT, [entity("a")]))
    assert "is taken" in refusal(document, Set("$study", "new", ABSENT, entity("x", y=entity("x"))))
    apply(document, [Set("$study", "one", entity("o", deep=entity("d")), entity("d", deep=entity("o")))])
    assert document.index.unique["o"] == entity("o")


def test_what_no_file_can_hold_is_refused() -> None:
    for value in (float("nan"), float("inf"), 10**5000, "\ud83d\ude00", b"x", (1,), {1: 2}, [object()]):
        assert "cannot be written" in refusal(small(), Set("$study", "new", ABSENT, value))
    assert "cannot be written" in refusal(small(), Set("$study", "new", ABSENT, {"\ud83d\ude00": 1}))
    assert "cannot be written" in refusal(small(), Set("$study", "\ud83d\ude00", ABSENT, 1))


def test_nothing_is_nested_so_deep_that_it_could_not_be_opened_again() -> None:
    def nested(levels: int) -> object:
        return [nested(levels - 1)] if levels else "x"

    document = small(items=[entity("a")])
    assert "levels deep" in refusal(document, Set("$study", "deep", ABSENT, nested(199)))
    assert "levels deep" in refusal(document, Set("a", "deep", ABSENT, nested(197)))
    apply(document, [Set("$study", "deep", ABSENT, nested(198)), Set("a", "deep", ABSENT, nested(196))])
    assert_reopens(document)
    document = small(items=[entity("a", items=[])])
    at = Place(None)
    chain = [
        Insert("a" if n == 0 else f"x{n - 1}", "items", entity(f"x{n}", items=[]), at) for n in range(97)
    ]
    applied = apply(document, chain[:96])
    assert_reopens(document)
    assert "levels deep" in refusal(document, *chain[96:], Insert("x96", "items", entity("y", items=[]), at))
    apply(document, applied.inverse)
    apply(
        document, [*chain[:50], *(Insert("$study", "items", entity(f"y{n}", items=[]), at) for n in range(1))]
    )
    apply(
        document,
        [Insert("y0" if n == 0 else f"z{n - 1}", "items", entity(f"z{n}", items=[]), at) for n in range(60)],
    )
    assert "levels deep" in refusal(document, Move("z0", "x49", "items", at, "y0", "items", at))


def test_refs_are_added_and_removed_one_by_one() -> None:
    document = small(refs=["a", "b"], items=[entity("a")])
    applied = apply(
        document, [AddRef("$study", "refs", "x", Place("a")), RemoveRef("$study", "refs", "a", Place(None))]
    )
    assert document.study.raw["refs"] == ["x", "b"]
    assert applied.changed.attributes == {("$study", "refs")}
    assert applied.changed.structure == frozenset()
    apply(document, applied.inverse)
    assert document.study.raw["refs"] == ["a", "b"]


def test_refs_are_refused() -> None:
    document = small(refs=["a", "b", "b"], name="N")
    at = Place(None)
    assert "there already" in refusal(document, AddRef("$study", "refs", "a", at))
    assert "not a list" in refusal(document, AddRef("$study", "name", "x", at))
    assert "not a list" in refusal(document, AddRef("$study", "missing", "x", at))
    assert "is not there" in refusal(
        document, AddRef("$study", "refs", "x", Place("b"))
    )  # behind which of the two?
    assert "not there any more" in refusal(document, RemoveRef("$study", "refs", "x", at))
    assert "more than once" in refusal(document, RemoveRef("$study", "refs", "b", at))
    assert "not there any more" in refusal(document, AddRef("nobody", "refs", "x", at))


def test_places_among_entries_that_cannot_be_named() -> None:
    document = small(
        items=[entity(None), entity("a"), {}, entity("t"), entity("t"), "ref", "r", "r", entity("z")]
    )
    entries = document.study.raw["items"]
    assert place_of(document, entries, 0) == Place(None, 0)
    assert place_of(document, entries, 1) == Place(None, 1)
    assert place_of(document, entries, 4) == Place("a", 2)
    assert place_of(document, entries, 6) == Place("ref", 0)
    assert place_of(document, entries, 8) == Place("ref", 2)
    before = ordered(document.root)
    for name in ("a", "z"):
        applied = apply(document, [removal_of(document, name)])
        apply(document, applied.inverse)
        assert ordered(document.root) == before
    for at in range(len(entries) + 1):
        place = place_of(document, [*entries[:at], None, *entries[at:]], at)
        applied = apply(document, [Insert("$study", "items", entity("x"), place)])
        assert document.study.raw["items"][at] == entity("x")
        apply(document, applied.inverse)
        assert ordered(document.root) == before


def test_a_ref_before_its_double_can_be_put_back() -> None:
    document = small(refs=["a", "b", "a"])
    applied = apply(document, [RemoveRef("$study", "refs", "b", Place(None, 1))])
    apply(document, applied.inverse)
    assert document.study.raw["refs"] == ["a", "b", "a"]


def test_an_empty_ref_of_a_damaged_file_can_be_taken_out_and_put_back() -> None:
    document = small(refs=["a", ""])
    applied = apply(document, [RemoveRef("$study", "refs", "", Place("a"))])
    apply(document, applied.inverse)
    assert document.study.raw["refs"] == ["a", ""]


def test_pools_hold_something_to_draw_from() -> None:
    for schedule in (False, True):
        pool = pool_of(opened(SAMPLE), schedule=schedule)
        assert len(pool.addresses) > 100
        assert len(pool.entity_lists) > 5
        assert len(pool.ref_lists) > 5
