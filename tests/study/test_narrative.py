"""The protocol's text is a tree of sections in reading order, and says where it names visits, activities and days."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.document import Document
from study.json_types import JsonObject
from study.narrative import ProtocolText, protocol_texts
from study.narrative_mentions import Named, Names, names_of
from study.narrative_search import aligned, pattern_of, places_of
from tests.study.studies import study_bytes


def _document(contents: list[JsonObject], items: list[JsonObject], **version: object) -> Document:
    study = {
        "name": "S",
        "versions": [{"id": "V", "studyDesigns": [], "narrativeContentItems": items, **version}],
        "documentedBy": [
            {"id": "D", "name": "Protocol", "versions": [{"id": "DV", "version": "2", "contents": contents}]}
        ],
    }
    return Document.from_bytes(json.dumps({"study": study, "usdmVersion": "4.0"}).encode())


def _content(number: int, section: str, title: str, **more: object) -> JsonObject:
    return {
        "id": f"N{number}",
        "sectionNumber": section,
        "sectionTitle": title,
        "contentItemId": f"I{number}",
        "previousId": f"N{number - 1}" if number > 1 else None,
        "nextId": f"N{number + 1}",
        **more,
    }


def test_sections_follow_their_chain_with_levels_from_children_and_numbers() -> None:
    contents = [
        _content(1, "1.", "Synopsis", childIds=["N2"]),
        _content(2, "1.1", "Schema"),
        _content(3, "8.2.3", "Cardiac safety", nextId=None),
    ]
    (text,) = protocol_texts(_document([contents[2], contents[0], contents[1]], []))
    assert [(section.heading, section.level) for section in text.sections] == [
        ("1 Synopsis", 0),
        ("1.1 Schema", 1),
        ("8.2.3 Cardiac safety", 2),
    ]
    assert text.parent_of(text.sections[1]) == text.sections[0]


def test_a_broken_chain_leaves_the_order_of_the_file() -> None:
    contents = [_content(2, "2", "B"), _content(1, "1", "A", nextId="gone")]
    (text,) = protocol_texts(_document(contents, []))
    assert [section.number for section in text.sections] == ["2", "1"]


def test_texts_come_from_their_items_with_references_in_words() -> None:
    items: list[JsonObject] = [
        {"id": "I1", "text": '<p>Aim: <usdm:ref klass="Objective" id="O1" attribute="text"></usdm:ref></p>'},
        {"id": "I2", "text": "<div></div>"},
    ]
    document = _document(
        [_content(1, "1", "A"), _content(2, "2", "B", nextId=None)],
        items,
        dictionaries=[
            {
                "id": "SD",
                "parameterMaps": [
                    {"id": "P", "tag": "drug", "reference": '<usdm:ref id="X" attribute="label"/>'}
                ],
            }
        ],
        extra=[
            {"id": "O1", "text": 'To show that <usdm:tag name="drug"/> works'},
            {"id": "X", "label": "ALXN"},
        ],
    )
    (text,) = protocol_texts(document)
    assert text.text_of(text.sections[0]).plain == "Aim: To show that ALXN works"
    assert [section.is_empty for section in text.sections] == [False, True]


def test_a_study_without_narrative_has_no_texts() -> None:
    assert protocol_texts(Document.from_bytes(study_bytes("minimal-v4"))) == ()


def _study(name: str) -> tuple[tuple[ProtocolText, ...], Names]:
    document = Document.from_bytes(study_bytes(name))
    return protocol_texts(document), names_of(document.designs()[0])


@pytest.mark.parametrize(
    ("name", "counts"),
    [
        ("alexion-nct04573309-v4", [105]),
        ("cdisc-pilot-lzzt-v4", [76, 155]),
        ("lilly-nct03421379-v3", [112]),
        ("lilly-nct03421379-v4", [112]),
        ("observational-v4", [132]),
    ],
)
def test_real_studies_are_read_whole(name: str, counts: list[int]) -> None:
    texts, _ = _study(name)
    assert [len(text.sections) for text in texts] == counts
    assert all("<" not in text.text_of(s).plain[:1] for text in texts for s in text.sections)


def test_when_30_mg_starts_is_found_in_the_text() -> None:
    (text,), names = _study("alexion-nct04573309-v4")
    schema = next(section for section in text.sections if section.number == "1.2")
    plain = text.text_of(schema).plain
    assert "increase to 30 mg/day on Day 29 through Day 39" in plain
    days = {mention.days: mention for mention in names.mentions(plain) if mention.named is Named.DAYS}
    assert len(days[(29, 39)].addresses) == 11


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Samples on Day 29 through Day 39 only", [("Day 29 through Day 39", (29, 39))]),
        (
            "Days 1, 25, 29 and 39.",
            [("Days 1", (1, 1)), ("25", (25, 25)), ("29", (29, 29)), ("39", (39, 39))],
        ),
        ("Day −42 to −9", [("Day −42 to −9", (-42, -9))]),
        ("days 29-39", [("days 29-39", (29, 39))]),
        ("within 28 days", []),
        ("Day 400", []),
        ("Birthday 1", []),
    ],
)
def test_study_days_are_found_as_people_write_them(
    text: str, found: list[tuple[str, tuple[int, int]]]
) -> None:
    _, names = _study("alexion-nct04573309-v4")
    assert [(text[each.start : each.end], each.days) for each in names.mentions(text)] == found


def test_visits_and_activities_are_found_by_whole_words() -> None:
    _, names = _study("cdisc-pilot-lzzt-v4")
    text = "At Week 8 (Visit 8) the ADAS-Cog is done, at Week 80 it is not; the dose stays."
    found = {text[each.start : each.end]: each for each in names.mentions(text)}
    assert set(found) == {"Week 8", "Visit 8", "ADAS-Cog"}
    assert found["Week 8"].named is Named.VISIT
    assert found["ADAS-Cog"].named is Named.ACTIVITY
    assert set(found["Visit 8"].addresses) & set(found["Week 8"].addresses)


@given(st.text(max_size=60))
def test_a_text_is_aligned_character_for_character(text: str) -> None:
    assert len(aligned(text)) == len(text)


def test_words_are_found_without_case_diacritics_and_line_ends() -> None:
    pattern = pattern_of("arztliche  Untersuchung")
    assert pattern is not None
    text = "Die Ärztliche\nUNTERSUCHUNG, die ärztliche Untersuchung"
    assert [text[start:end] for start, end in places_of(aligned(text), pattern)] == [
        "Ärztliche\nUNTERSUCHUNG",
        "ärztliche Untersuchung",
    ]
    assert pattern_of("  ") is None
