"""Attributes in the field's words: codes, durations, references, nested objects, and what nobody foresaw."""

from __future__ import annotations

from typing import Any

import pytest

from study.document import Document
from study.model import Entity
from study.usdm_names import attribute_words, class_words
from tests.shared import SHARED_STUDIES, shared_study
from ui.inspector.fields import Field, Fields, code_text, fields_of

KNOWN = {"Activity_1": Entity({"id": "Activity_1", "label": "Vital signs", "instanceType": "Activity"})}


def read(raw: dict[str, Any]) -> Fields:
    return fields_of(raw, KNOWN.get, lambda item: item.get("id"))


def only(raw: dict[str, Any]) -> Field:
    (field,) = read(raw).stated
    return field


@pytest.mark.parametrize(
    ("attribute", "words"),
    [
        ("windowLower", "Window, lower"),
        ("relativeToFrom", "Counts from"),
        ("activityIds", "Activities"),
        ("someVendorThing", "Some vendor thing"),
        ("sponsorDMPId", "Sponsor dmp"),
        ("siteIds", "Sites"),
        ("id", "Identifier"),
        ("x", "X"),
        ("", ""),
    ],
)
def test_attributes_in_words(attribute: str, words: str) -> None:
    assert attribute_words(attribute) == words


def test_classes_in_words() -> None:
    assert class_words("ScheduledActivityInstance") == "Scheduled activity instance"
    assert class_words("") == "Entity of unknown class"


def test_codes_read_as_decode_and_code() -> None:
    code = {"code": "C201356", "decode": "After", "instanceType": "Code"}
    assert only({"type": code}).values[0].text == "After (C201356)"
    alias = {"standardCode": code, "standardCodeAliases": [{"code": "A", "decode": "Later"}]}
    assert code_text(alias) == "After (C201356); also Later (A)"


def test_durations_are_said_beside_what_is_written() -> None:
    assert only({"windowLower": "P3D"}).values[0].text == "3 days (P3D)"
    assert only({"windowLower": "soon"}).values[0].text == "soon"


def test_references_are_links_and_missing_ones_are_told() -> None:
    found, missing = only({"activityIds": ["Activity_1", "Activity_9"]}).values
    assert (found.text, found.address, found.missing) == ("Vital signs", "Activity_1", False)
    assert (missing.text, missing.address, missing.missing) == ("Activity_9 does not exist", "", True)


def test_an_unknown_attribute_that_ends_in_id_is_no_broken_reference() -> None:
    value = only({"registryId": "NCT0123"}).values[0]
    assert (value.text, value.missing) == ("NCT0123", False)


def test_html_is_read_as_text_with_no_mark_up() -> None:
    text = (
        only({"text": "<p>Fasting <b>8 h</b></p><script>alert(1)</script><img src='http://x/y.png'>"})
        .values[0]
        .text
    )
    assert "Fasting 8 h" in text
    assert "<" not in text
    assert "alert" not in text
    assert "http" not in text


def test_numbers_keep_their_literal_and_booleans_are_words() -> None:
    document = Document.from_bytes(b'{"study": {"id": null, "versions": [], "weight": 1.10, "open": false}}')
    values = {
        field.attribute: field.values[0].text
        for field in fields_of(document.study.raw, document.entity, document.index.address_of).stated
    }
    assert values == {"weight": "1.10", "open": "No"}


def test_what_says_nothing_is_named_apart() -> None:
    fields = read({"label": "", "notes": [], "description": None, "name": "X"})
    assert [field.attribute for field in fields.stated] == ["name"]
    assert [field.words for field in fields.empty] == ["Label", "Notes", "Description"]


def test_a_small_nested_object_is_shown_in_place_and_a_large_one_as_a_link() -> None:
    rule = {"id": "TR1", "instanceType": "TransitionRule", "name": "R", "text": "At dosing"}
    assert [(f.words, f.values[0].text) for f in only({"transitionStartRule": rule}).inside] == [
        ("Name", "R"),
        ("Text", "At dosing"),
    ]
    large = {"id": "P1", "name": "Population", **{f"a{n}": "x" for n in range(9)}}
    value = only({"population": large}).values[0]
    assert (value.text, value.address) == ("Population", "P1")


@pytest.mark.parametrize(
    "odd", [[[1, [2]]], {"a": {"b": {"c": {"d": {"e": 1}}}}}, [None, "", {}], 10**30, "x" * 50_000]
)
def test_odd_values_are_shown_whatever_they_are(odd: Any) -> None:
    field = only({"odd": odd})
    assert field.values or field.inside
    assert all(len(value.text) < 30_000 for value in field.values)


@pytest.mark.parametrize("name", SHARED_STUDIES)
def test_every_attribute_of_every_entity_of_real_studies_is_there(name: str) -> None:
    document = Document.from_bytes(shared_study(name))
    for raw in document.index.unique.values():
        fields = fields_of(raw, document.entity, document.index.address_of)
        assert {f.attribute for f in (*fields.stated, *fields.empty)} == set(raw)
        assert all(f.words for f in fields.stated)
