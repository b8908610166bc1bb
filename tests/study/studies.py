"""The studies that tests open, and how two of them are compared: as ordered pairs with types, never with `==`."""

from __future__ import annotations

import json
from functools import cache

import pytest

from study.document import Document
from study.json_types import JsonValue, NumberLiteral
from tests.shared import ROOT, SHARED, SHARED_STUDIES, shared_study

SAMPLE = "maestro-sample"
FIXTURES = ("minimal-v3", "minimal-v4")
EVERY_STUDY = (*SHARED_STUDIES, SAMPLE, *FIXTURES)


@cache
def study_bytes(name: str) -> bytes:
    """The bytes of one of EVERY_STUDY; skips the test where it is a shared one that is not there."""
    if name in SHARED_STUDIES:
        return shared_study(name)
    folder = "resources/studies" if name == SAMPLE else "tests/fixtures"
    return (ROOT / folder / f"{name}.usdm.json").read_bytes()


def there(*names: str) -> list[str]:
    """Those of the studies that are there, so that a property is tested on what can be read."""
    return [name for name in names if name not in SHARED_STUDIES or _shared(name)]


def _shared(name: str) -> bool:
    return (SHARED / "data" / "usdm" / f"{name}.json").is_file()


@pytest.fixture(params=EVERY_STUDY)
def any_study(request: pytest.FixtureRequest) -> bytes:
    """The bytes of each study in turn."""
    return study_bytes(str(request.param))


def ordered(value: JsonValue) -> object:
    """A document's value as nested pairs that `==` compares to the letter: types, literals, order of keys."""
    match value:
        case dict():
            return ("object", tuple((key, ordered(item)) for key, item in value.items()))
        case list():
            return ("array", tuple(ordered(item) for item in value))
        case NumberLiteral():
            return ("number", value.literal)
        case bool() | None:
            return ("word", str(value))
        case int() | float():
            return ("number", repr(value))
        case str():
            return ("text", value)
        case _:
            raise AssertionError(f"{value!r} is no JSON value")


def read_independently(data: bytes) -> object:
    """The same pairs, read from a file by the standard library's decoder and by nothing of ours."""

    def number(literal: str) -> object:
        return _Read(("number", literal))

    decoder = json.JSONDecoder(
        object_pairs_hook=lambda pairs: _Read(("object", tuple((k, _plain(v)) for k, v in pairs))),
        parse_float=number,
        parse_int=number,
        parse_constant=number,
    )
    return _plain(decoder.decode(data.decode("utf-8").removeprefix("\ufeff")))


class _Read(tuple[object, ...]):
    """A value that is already in pairs."""

    __slots__ = ()


def _plain(value: object) -> object:
    match value:
        case _Read():
            return tuple(value)
        case list():
            return ("array", tuple(_plain(item) for item in value))
        case bool() | None:
            return ("word", str(value))
        case _:
            return ("text", value)


def assert_reopens(document: Document) -> None:
    """What the document writes opens to the same values, and an index built anew equals the one kept up to date."""
    data = document.to_bytes()
    assert read_independently(data) == ordered(document.root)
    assert ordered(Document.from_bytes(data).root) == ordered(document.root)
