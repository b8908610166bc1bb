"""Decoding in pieces says exactly what decoding at once says: the same values, the same errors, the same places."""

from __future__ import annotations

import json
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from study import decode as decoding
from study.decode import DocumentError, decode
from tests.study.studies import SAMPLE, ordered, study_bytes

LITERALS = st.sampled_from(
    ["0", "-0", "1.10", "1E2", "NaN", "-Infinity", "9" * 40, "true", "false", "null", "01", "tru"]
)
KEYS = st.sampled_from(['"a"', '"b"', '"\\u0061"', '"id"', '""', "a"])
STRINGS = st.sampled_from(
    ['"text"', '"\\/"', '"{"', '"]"', '"\\""', '"\\\\"', '"\\ud800"', '"é"', '"a\nb"', '"\\x"', '"']
)
SPACES = st.sampled_from(["", "", "", " ", "\n", "\t", "\r\n"])


def containers(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    member = st.tuples(SPACES, KEYS, SPACES, inner, SPACES).map(
        lambda p: f"{p[0]}{p[1]}{p[2]}:{p[2]}{p[3]}{p[4]}"
    )
    item = st.tuples(SPACES, inner, SPACES).map("".join)
    return st.lists(member, max_size=5).map(lambda parts: "{" + ",".join(parts) + "}") | st.lists(
        item, max_size=5
    ).map(lambda parts: "[" + ",".join(parts) + "]")


TEXTS = st.recursive(LITERALS | STRINGS, containers, max_leaves=25)


def outcome(text: str) -> object:
    try:
        return ordered(decode(text))
    except DocumentError as error:
        return (error.message, error.line, error.column)


def in_pieces(text: str, piece: int) -> object:
    with patch.object(decoding, "PIECEWISE_FROM", 0), patch.object(decoding, "PIECE", piece):
        return outcome(text)


@given(TEXTS, st.integers(1, 40), st.data())
@settings(max_examples=400)
@example('{"a": {"b": 1, "b": 2}, "c": x}', 4, None)
@example('{"a": 1, "a": x}', 4, None)
def test_pieces_say_what_the_whole_says(text: str, piece: int, data: st.DataObject | None) -> None:
    assert in_pieces(text, piece) == outcome(text)
    if data is None:
        return
    cut = text[: data.draw(st.integers(0, len(text)))]
    assert in_pieces(cut, piece) == outcome(cut)
    at = data.draw(st.integers(0, len(text)))
    broken = text[:at] + data.draw(st.sampled_from(list('{}[],:" x0'))) + text[at + 1 :]
    assert in_pieces(broken, piece) == outcome(broken)


@pytest.mark.parametrize("piece", [1, 50, 1_000, 20_000])
def test_a_study_in_pieces(piece: int) -> None:
    text = study_bytes(SAMPLE).decode()
    assert in_pieces(text, piece) == outcome(text)
    assert in_pieces(text[:-30], piece) == outcome(text[:-30])


def test_deep_nesting_in_pieces() -> None:
    for levels in (199, 200, 500):
        text = "[" * levels + "1" + "]" * levels
        said = in_pieces(text, 16)
        assert ("levels deep" in str(said)) == (levels > decoding.MAX_DEPTH)


def test_above_the_limit_pieces_are_used_and_give_the_same() -> None:
    text = json.dumps({"study": {"items": [{"id": f"x{n}", "text": "y" * 500} for n in range(9_000)]}})
    assert len(text) > decoding.PIECEWISE_FROM
    with patch.object(decoding, "PIECEWISE_FROM", len(text) + 1):
        whole = decode(text)
    assert decode(text) == whole
