"""Opening a study and giving it back: the same bytes when unchanged, only the touched part written anew."""

from __future__ import annotations

import difflib
import json

import pytest

from study.apply import apply, removal_of, setting_of
from study.changes import AddRef, Insert, Place, RemoveRef, Set
from study.document import Document, DocumentError, content_hash_of
from study.json_types import ABSENT, NumberLiteral
from tests.shared import SHARED_STUDIES
from tests.study.studies import (
    FIXTURES,
    SAMPLE,
    any_study,
    assert_reopens,
    ordered,
    read_independently,
    study_bytes,
)

__all__ = ["any_study"]


def study(inside: str = "", *, head: str = "") -> str:
    """The text of a small study, `inside` the study and `head` in front of it."""
    return "{" + head + '"study": {"id": "S", "name": "N"' + (f", {inside}" if inside else "") + "}}"


def refused(data: bytes | str) -> DocumentError:
    with pytest.raises(DocumentError) as caught:
        Document.from_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)
    return caught.value


def changed_lines(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """The lines that a text diff says were taken out and put in."""
    old, new = before.decode().splitlines(keepends=True), after.decode().splitlines(keepends=True)
    start = next((n for n, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), 0)
    while min(len(old), len(new)) > start and old[-1] == new[-1]:
        old.pop()
        new.pop()
    diff = [line for line in difflib.ndiff(old[start:], new[start:]) if line[0] in "+-"]
    out = [line[1:].strip() for line in diff if line[0] == "-"]
    return out, [line[1:].strip() for line in diff if line[0] == "+"]


# -- unchanged ---------------------------------------------------------------------------------------------------


def test_unchanged_gives_the_same_bytes(any_study: bytes) -> None:
    document = Document.from_bytes(any_study)
    assert document.to_bytes() == any_study
    assert not document.is_changed
    assert document.content_hash == content_hash_of(any_study)


def test_the_values_are_those_of_the_file_in_order_and_with_types(any_study: bytes) -> None:
    assert ordered(Document.from_bytes(any_study).root) == read_independently(any_study)


def test_a_change_and_its_inverse_give_the_same_bytes(any_study: bytes) -> None:
    document = Document.from_bytes(any_study)
    applied = apply(document, [setting_of(document, "$study", "name", "Another name")])
    assert document.is_changed
    assert document.to_bytes() != any_study
    apply(document, applied.inverse)
    assert document.to_bytes() == any_study
    assert not document.is_changed


def test_a_copy_is_independent() -> None:
    document = Document.from_bytes(study_bytes(SAMPLE))
    apply(document, [setting_of(document, "$study", "label", "Before the copy")])
    copy = document.copy()
    assert copy.to_bytes() == document.to_bytes()
    apply(copy, [setting_of(copy, "$study", "label", "A preview")])
    assert document.study.label == "Before the copy"
    assert copy.study.label == "A preview"


# -- only the touched part, in the file's own style --------------------------------------------------------------


@pytest.mark.parametrize("name", [*SHARED_STUDIES, SAMPLE, *FIXTURES])
def test_a_changed_attribute_changes_one_line(name: str) -> None:
    data = study_bytes(name)
    document = Document.from_bytes(data)
    found = document.default_timeline()
    assert found is not None
    instance = found[2].instances[0]
    assert instance.id is not None
    apply(document, [setting_of(document, instance.id, "label", "Screening à Genève – 5 µg")])
    out, into = changed_lines(data, document.to_bytes())
    assert len(out) == len(into) == 1
    written = "Screening à Genève – 5 µg" if name.endswith("-v3") else "Screening \\u00e0 Gen\\u00e8ve"
    assert into[0].startswith('"label"')
    assert written in into[0]
    assert into[0].endswith(",") == out[0].endswith(",")
    assert_reopens(document)


@pytest.mark.parametrize("name", [*SHARED_STUDIES, SAMPLE, *FIXTURES])
def test_an_inserted_entity_is_written_with_the_files_indent(name: str) -> None:
    data = study_bytes(name)
    document = Document.from_bytes(data)
    design = document.designs()[0]
    assert design.id is not None
    last = design.encounters[-1].id
    assert last is not None
    encounter = {
        "id": "Encounter_new",
        "name": "E",
        "contactModes": [{"id": "Code_new"}],
        "instanceType": "Encounter",
    }
    apply(document, [Insert(design.id, "encounters", encounter, Place(last))])
    after = document.to_bytes()
    out, into = changed_lines(data, after)
    assert out in ([], ["}"])  # the comma behind the last one before
    assert '"id": "Encounter_new",' in into
    assert len(into) - len(out) == 10
    lines = after.decode().splitlines()
    at = next(n for n, line in enumerate(lines) if '"Encounter_new"' in line)
    step = "\t" if b"\n\t" in data else "  "
    depth = len(lines[at]) - len(lines[at].lstrip())
    assert lines[at] == step * (depth // len(step)) + lines[at].lstrip()
    assert lines[at + 3] == lines[at][:depth] + step + "{"
    assert_reopens(document)


@pytest.mark.parametrize("name", [*SHARED_STUDIES, SAMPLE, *FIXTURES])
def test_a_removed_entity_takes_only_its_own_lines(name: str) -> None:
    data = study_bytes(name)
    document = Document.from_bytes(data)
    found = document.default_timeline()
    assert found is not None
    timing = found[2].timings[-1].id
    assert timing is not None
    removal = removal_of(document, timing)
    apply(document, [removal])
    out, into = changed_lines(data, document.to_bytes())
    assert f'"id": "{timing}",' in out
    assert into in ([], ["}"])
    assert_reopens(document)


STYLES = {
    "two spaces": ('{\n  "study": {\n    "id": null,\n    "refs": [\n      "a"\n    ]\n  }\n}\n', "\n      "),
    "tabs": ('{\n\t"study": {\n\t\t"id": null,\n\t\t"refs": [\n\t\t\t"a"\n\t\t]\n\t}\n}', "\n\t\t\t"),
    "carriage returns": (
        '{\r\n  "study": {\r\n    "id": null,\r\n    "refs": [\r\n      "a"\r\n    ]\r\n  }\r\n}\r\n',
        "\r\n      ",
    ),
    "compact": ('{"study":{"id":null,"refs":["a"]}}', ""),
    "one line": ('{"study": {"id": null, "refs": ["a"]}}', " "),
}


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_is_new_is_written_in_the_style_of_the_file(style: str, mark: str) -> None:
    text, lead = STYLES[style]
    document = Document.from_bytes((mark + text).encode())
    applied = apply(document, [AddRef("$study", "refs", "é", Place("a"))])
    assert document.to_bytes().decode() == mark + text.replace('"a"', f'"a",{lead}"\\u00e9"')
    apply(document, applied.inverse)
    applied = apply(document, [Set("$study", "new", ABSENT, {"k": [1, {}]})])
    after = document.to_bytes().decode()
    assert after.startswith(mark + text[: text.index("]") + 1])
    assert ("\n" in after) == ("\n" in text)
    assert after.count("\r") == (after.count("\n") if "\r" in text else 0)
    assert_reopens(document)
    if style == "compact":
        assert after == mark + text.replace("]}}", '],"new":{"k":[1,{}]}}}')
    if style == "one line":
        assert after == mark + text.replace("]}}", '], "new": {"k": [1, {}]}}}')
    if style == "two spaces":
        assert after == mark + text.replace(
            "    ]\n  }", '    ],\n    "new": {\n      "k": [\n        1,\n        {}\n      ]\n    }\n  }'
        )


def test_a_file_with_raw_letters_gets_raw_letters() -> None:
    document = Document.from_bytes(study('"label": "Genève \\u00e9"').encode())
    apply(document, [Set("$study", "name", "N", "été \ud83d \U0001f489")])
    assert document.to_bytes().decode() == study('"label": "Genève \\u00e9"').replace(
        '"N"', '"été \\ud83d \U0001f489"'
    )


LITERALS = (
    "1.10", "1E2", "1e+05", "-0", "-0.0", "0.0", "1E400", "-1E400", "NaN", "Infinity", "-Infinity", "5e-324",
    "12345678901234567890123", "9" * 400, "1" + "0" * 5000, "0.1000000000000000055511151231257827",
    '"\\/"', '"\\u00e9"', '"\\u00E9"', '"\\ud800"', '"\\udc00\\ud800"', '"\\uD83D\\uDC89"', '"\\b\\f\\u007f"',
    '"\u2028\u00a0"', "{ }", "[ ]", "[ 1 ,2,\t3 ]", '{"b":1 , "a" :2}', "null", "true",
)  # fmt: skip


@pytest.mark.parametrize("literal", LITERALS, ids=[literal[:24] for literal in LITERALS])
def test_untouched_parts_keep_their_text(literal: str) -> None:
    text = study(
        f'"odd": {literal}, "list": [{literal}, {{"id": "x", "odd": {literal}}}]', head=f'"odd": {literal},'
    )
    document = Document.from_bytes(text.encode())
    assert document.to_bytes().decode() == text
    apply(document, [Set("$study", "name", "N", "Another")])
    assert document.to_bytes().decode() == text.replace('"N"', '"Another"')
    apply(document, [removal_of(document, "x")])
    assert document.to_bytes().decode() == study(
        f'"odd": {literal}, "list": [{literal}]', head=f'"odd": {literal},'
    ).replace('"N"', '"Another"')
    assert_reopens(document)


def test_a_moved_number_keeps_its_digits() -> None:
    document = Document.from_bytes(study('"dose": 1.10').encode())
    dose = document.study.raw["dose"]
    assert isinstance(dose, NumberLiteral)
    apply(document, [Set("$study", "dose", dose, ABSENT), Set("$study", "moved", ABSENT, dose)])
    assert document.to_bytes().decode() == study('"moved": 1.10')


def test_white_space_around_what_changes_is_kept() -> None:
    text = '\n {"study" : { "id":null ,\n\n "refs":[ "a" , "b",\n "c"] , "name" : "N" }  }\n\n'
    document = Document.from_bytes(text.encode())
    apply(document, [Set("$study", "name", "N", "M"), RemoveRef("$study", "refs", "b", Place("a"))])
    assert document.to_bytes().decode() == text.replace('"N"', '"M"').replace(' , "b",', " ,")


# -- what is refused, with its place -----------------------------------------------------------------------------


def test_a_repeated_key_is_refused_with_its_place() -> None:
    error = refused(
        b'{\n  "study": {\n    "name": "a",\n    "versions": [{"id": "1", "i\\u0064": "2"}]\n  }\n}'
    )
    assert (error.line, error.column) == (4, 30)
    assert '"id" stands twice' in error.message


def test_the_same_key_in_two_objects_is_fine() -> None:
    Document.from_bytes(study('"a": {"name": {"name": "name"}}, "b": ["name", {"name": 1}]').encode())


def test_deep_nesting_is_refused_and_less_is_not() -> None:
    for opening, closing in (('{"a":', "}"), ("[", "]"), ('[{"a":', "}]"), ('{"a":[[', "]]}")):
        levels = opening.count("[") + opening.count("{")
        times = 198 // levels  # the root and the study are two
        text = study(f'"deep": {opening * times}1{closing * times}')
        assert Document.from_bytes(text.encode()).to_bytes().decode() == text
        for more in (times + 1, 400, 2_000, 100_000):
            error = refused(study(f'"deep": {opening * more}1{closing * more}'))
            assert "levels deep" in error.message


def test_deep_nesting_that_never_ends_is_refused() -> None:
    assert "levels deep" in refused('{"study":' + "[" * 1_000_000).message


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b" \n\t", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\xef\xbb\xbf \n", "empty"),
        (b"hello", "not JSON"),
        (b"<?xml version='1.0'?><a/>", "not JSON"),
        (b"\xef\xbb\xbfhello", "not JSON"),
        (b"PK\x03\x04\xff\xfe\xaa", "not UTF-8"),
        ("\ufeff{}".encode("utf-16-le"), "UTF-16"),
        ('{"study": {}}'.encode("utf-16"), "UTF-16"),
        ('{"study": {}}'.encode("utf-16-le"), "UTF-16"),
        ('{"study": {}}'.encode("utf-16-be"), "UTF-16"),
        (b'{"study": {"name": "caf\xe9"}}', "not UTF-8"),
        (b"[]", "holds no study"),
        (b"12", "holds no study"),
        (b'"study"', "holds no study"),
        (b"{}", "holds no study"),
        (b'{"studies": []}', "holds no study"),
        (b'{"study": null}', "holds no study"),
        (b'{"study": []}', "holds no study"),
        (b'{"clinicalStudy": {"studyTitle": "t"}}', "USDM 2 or older"),
        (b'{"study": {"studyProtocolVersions": [], "studyDesigns": []}}', "USDM 2 or older"),
        (b'{"study": {"studyTitle": "t", "studyDesigns": [{"studyId": 1}]}}', "USDM 2 or older"),
        (b'{"study": {}} trailing', "goes on"),
        (b'{"study": {}}{"study": {}}', "goes on"),
        (b'{"study": {},}', "not readable as JSON"),
        (b"{'study': {}}", "not readable as JSON"),
        (b'{"study": {"a": 01}}', "not readable as JSON"),
        (b'{"study": {"a": "tab\tinside"}}', "not readable as JSON"),
        (b'{"study": {"a": undefined}}', "not readable as JSON"),
        (b'{"study": {"a": "\\x"}}', "not readable as JSON"),
    ],
)
def test_what_is_no_study_is_refused_with_a_sentence(data: bytes, says: str) -> None:
    error = refused(data)
    assert says in error.message
    assert error.message.rstrip(")").count("\n") == 0


def test_the_place_counts_characters_not_bytes() -> None:
    error = refused('{"study": {}, "é": "ü",\n "é": x}')
    assert (error.line, error.column) == (2, 7)
    error = refused('{\n"é": "ü'.encode() + b"\xff")
    assert (error.line, error.column) == (2, 8)


def test_trailing_text_is_refused_with_its_place() -> None:
    error = refused('{"study": {}}\n\n  x')
    assert (error.line, error.column) == (3, 3)


@pytest.mark.parametrize(
    "style", [{"indent": 2}, {"ensure_ascii": False, "indent": "\t"}, {"separators": (",", ":")}]
)
def test_a_study_cut_off_anywhere_says_so(style: dict[str, object]) -> None:
    value = {
        "study": {"name": "é \\ ü", "t": True, "f": [False, None, -1.5e3], "o": [{"deep": {"id": "x"}}, []]}
    }
    data = json.dumps(value, **style).encode()  # type: ignore[arg-type]
    for end in range(1, len(data)):
        error = refused(data[:end])
        assert "cut off" in error.message, data[:end]
        assert error.line is not None


def test_a_large_study_cut_off_says_so() -> None:
    data = study_bytes(SAMPLE)
    for end in range(1, len(data) - 2, 9973):
        assert "cut off" in refused(data[:end]).message


# -- what the document says of itself ----------------------------------------------------------------------------


def test_damaged_studies_open() -> None:
    for inside in (
        '"versions": null',
        '"versions": [null, 1, {"studyDesigns": {"id": 1}}]',
        '"versions": [[{}]]',
        "",
    ):
        document = Document.from_bytes(study(inside).encode())
        assert document.designs() == ()
        assert document.timelines() == ()
        assert document.default_timeline() is None


def test_the_title_falls_back() -> None:
    assert Document.from_bytes(b'{"study": {"label": "L", "name": "N"}}').title == "L"
    assert Document.from_bytes(b'{"study": {"label": "", "name": "N"}}').title == "N"
    assert (
        Document.from_bytes(b'{"study": {"versions": [{"titles": [{"text": 1}, {"text": "T"}]}]}}').title
        == "T"
    )
    assert Document.from_bytes(b'{"study": {"name": 7}}').title == "Untitled study"


@pytest.mark.parametrize("name", [*SHARED_STUDIES, SAMPLE, *FIXTURES])
def test_the_generation_is_judged_by_shape(name: str) -> None:
    generation = Document.from_bytes(study_bytes(name)).capabilities.generation
    assert generation == (3 if name.endswith("-v3") else 4)


def test_addresses() -> None:
    document = Document.from_bytes(
        study('"a": [{"id": "x"}, {"id": "y"}, {"id": "y"}, {"id": null}, {"id": 5}, {"id": ""}]').encode()
    )
    assert document.entity("$root") is not None
    assert document.entity("$study") == document.study == document.entity("S")
    assert document.entity("x") is not None
    assert document.entity("y") is None  # which of the two?
    assert document.entity("") is None
    assert len(document.index.repeated["y"]) == 2
    assert len(document.index.nameless) == 3
    assert document.index.address_of(document.study.raw) == "$study"
