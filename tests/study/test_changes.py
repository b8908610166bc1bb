"""A change as JSON: nothing lost on the way, and what this program does not know kept and refused."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.changes import (
    AddRef,
    Change,
    Insert,
    Move,
    Place,
    Remove,
    RemoveRef,
    Set,
    UnknownFormatError,
    from_json,
    from_text,
    to_json,
    to_text,
)
from study.json_types import ABSENT, JsonObject, NumberLiteral, same

TEXT = st.text(st.characters(codec="utf-8"), max_size=8) | st.just("\ud800")
NUMBERS = st.sampled_from(["1.10", "1E2", "-0", "NaN", "1e999", "9" * 400]).map(NumberLiteral)
VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXT
    | NUMBERS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3),
    max_leaves=8,
)
ENTITIES = st.dictionaries(TEXT, VALUES, max_size=4)
PLACES = st.builds(Place, st.none() | TEXT, st.integers(0, 9))
CHANGES: st.SearchStrategy[Change] = st.one_of(
    st.builds(Insert, TEXT, TEXT, ENTITIES, PLACES),
    st.builds(Remove, TEXT, TEXT, ENTITIES, PLACES),
    st.builds(Move, TEXT, TEXT, TEXT, PLACES, TEXT, TEXT, PLACES),
    st.builds(
        Set,
        TEXT,
        TEXT,
        st.just(ABSENT) | VALUES,
        st.just(ABSENT) | VALUES,
        st.just(ABSENT) | st.none() | TEXT,
    ),
    st.builds(AddRef, TEXT, TEXT, TEXT, PLACES),
    st.builds(RemoveRef, TEXT, TEXT, TEXT, PLACES),
)


@given(CHANGES)
def test_a_change_comes_back_from_its_text(change: Change) -> None:
    text = to_text(change)
    assert text.isascii()
    assert "\n" not in text
    assert repr(from_text(text)) == repr(change)  # types, literals and the order of keys included
    assert to_text(from_text(text)) == text
    assert repr(from_json(to_json(change))) == repr(change)


def test_the_shape_of_each_kind() -> None:
    at = Place("a")
    assert to_json(Insert("o", "items", {"id": "x"}, at)) == {
        "format": 1,
        "kind": "insert",
        "owner": "o",
        "attribute": "items",
        "entity": {"id": "x"},
        "after": "a",
    }
    assert to_json(Remove("o", "items", {"id": "x"}, Place(None, 2))) == {
        "format": 1,
        "kind": "remove",
        "owner": "o",
        "attribute": "items",
        "entity": {"id": "x"},
        "after": None,
        "skip": 2,
    }
    assert to_json(Move("x", "o", "items", at, "p", "things", Place(None))) == {
        "format": 1,
        "kind": "move",
        "entity": "x",
        "owner": "o",
        "attribute": "items",
        "after": "a",
        "oldOwner": "p",
        "oldAttribute": "things",
        "oldAfter": None,
    }
    assert to_json(Set("x", "name", None, "N")) == {
        "format": 1,
        "kind": "set",
        "address": "x",
        "attribute": "name",
        "old": None,
        "new": "N",
    }
    assert to_json(Set("x", "name", ABSENT, "N", None)) == {
        "format": 1,
        "kind": "set",
        "address": "x",
        "attribute": "name",
        "new": "N",
        "keyAfter": None,
    }
    assert to_json(AddRef("x", "refs", "r", at)) == {
        "format": 1,
        "kind": "add_ref",
        "address": "x",
        "attribute": "refs",
        "ref": "r",
        "after": "a",
    }
    assert to_json(RemoveRef("x", "refs", "r", at))["kind"] == "remove_ref"


def test_absent_and_null_differ_on_the_way() -> None:
    for old, new in ((ABSENT, None), (None, ABSENT), (None, None), (ABSENT, ABSENT)):
        back = from_text(to_text(Set("x", "name", old, new)))
        assert isinstance(back, Set)
        assert (back.old is ABSENT, back.new is ABSENT) == (old is ABSENT, new is ABSENT)


def test_a_change_shares_nothing_with_its_json() -> None:
    entity: JsonObject = {"id": "x", "items": [{"id": "y"}]}
    change = Insert("o", "items", entity, Place(None))
    value = to_json(change)
    back = from_json(value)
    value["entity"]["items"].clear()
    assert same(change.entity, {"id": "x", "items": [{"id": "y"}]})
    assert back == change


GOOD = to_json(AddRef("x", "refs", "r", Place("a")))


@pytest.mark.parametrize(
    "other", [{"format": 2}, {"format": "1"}, {"format": True}, {"format": None}, {"format": 1.0}]
)
def test_an_unknown_format_is_kept_and_refused(other: JsonObject) -> None:
    value = {**GOOD, **other}
    kept = json.dumps(value)
    with pytest.raises(UnknownFormatError, match="kept as it is"):
        from_json(value)
    assert json.dumps(value) == kept


@pytest.mark.parametrize("kind", ["rename", None, 1, ["set"], {"set": 1}])
def test_an_unknown_kind_is_kept_and_refused(kind: object) -> None:
    with pytest.raises(UnknownFormatError, match="kept as it is"):
        from_json({**GOOD, "kind": kind})


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        '"set"',
        "{",
        '{"format": 1, "format": 1}',
        '{"format": 1, "kind": "set", "attribute": "a"}',
        '{"format": 1, "kind": "set", "address": 1, "attribute": "a"}',
        '{"format": 1, "kind": "set", "address": "x", "attribute": "a", "keyAfter": 1}',
        '{"format": 1, "kind": "insert", "owner": "x", "attribute": "a", "after": null}',
        '{"format": 1, "kind": "insert", "owner": "x", "attribute": "a", "entity": [], "after": null}',
        '{"format": 1, "kind": "add_ref", "address": "x", "attribute": "a", "ref": "r", "after": 1}',
        '{"format": 1, "kind": "add_ref", "address": "x", "attribute": "a", "ref": "r", "after": "b", "skip": -1}',
        '{"format": 1, "kind": "add_ref", "address": "x", "attribute": "a", "ref": "r", "after": "b", "skip": true}',
        '{"format": 1, "kind": "move", "entity": "x", "owner": "x", "attribute": "a", "after": null}',
    ],
)
def test_a_malformed_change_is_refused(text: str) -> None:
    with pytest.raises(ValueError) as caught:  # noqa: PT011
        from_text(text)
    assert not isinstance(caught.value, UnknownFormatError) or '"format": 1' not in text
    assert "change" in str(caught.value)
