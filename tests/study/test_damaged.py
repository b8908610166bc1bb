"""A family of damaged studies: each opens, comes out equal as ordered pairs with types, and takes a change and back."""

from __future__ import annotations

import json
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from study.apply import apply
from study.document import Document
from study.findings import find_problems
from study.json_types import JsonObject, JsonValue
from tests.study.changing import drawn_changes, pool_of
from tests.study.mutants import DAMAGES, damaged_bytes, objects_in
from tests.study.studies import (
    FIXTURES,
    SAMPLE,
    assert_reopens,
    ordered,
    read_independently,
    study_bytes,
    there,
)

SEEDS = st.integers(0, 2**32)


def check(data: bytes, seed: int) -> None:
    document = Document.from_bytes(data)
    assert document.to_bytes() == data
    assert ordered(document.root) == read_independently(data)
    for _, design, timeline in document.timelines():
        assert design.timelines
        assert timeline.raw is not None
    changes, back = drawn_changes(document, seed, 3, pool_of(document))
    assert len(changes) == 3
    assert_reopens(document)
    apply(document, back)
    assert document.to_bytes() == data


@given(SEEDS, st.integers(1, 12), st.sampled_from([*FIXTURES, *FIXTURES, SAMPLE]))
@settings(max_examples=60)
def test_damaged_variants(seed: int, count: int, name: str) -> None:
    check(damaged_bytes(study_bytes(name), Random(seed), count), seed)


@given(
    SEEDS,
    st.integers(1, 40),
    st.sampled_from(there("alexion-nct04573309-v4", "lilly-nct03421379-v3") or [SAMPLE]),
)
@settings(max_examples=6)
def test_damaged_variants_of_shared_studies(seed: int, count: int, name: str) -> None:
    check(damaged_bytes(study_bytes(name), Random(seed), count), seed)


@pytest.mark.parametrize("kind", DAMAGES, ids=[kind.__name__ for kind in DAMAGES])
def test_each_kind_of_damage(kind: object) -> None:
    made = 0
    for seed in range(12):
        data = damaged_bytes(study_bytes(FIXTURES[seed % 2]), Random(seed), 4, only=kind)  # type: ignore[arg-type]
        made += read_independently(data) != read_independently(study_bytes(FIXTURES[seed % 2]))
        check(data, seed)
        find_problems(Document.from_bytes(data))
    assert made


def test_several_versions_and_designs_are_all_there() -> None:
    value: JsonObject = json.loads(study_bytes(FIXTURES[1]))
    versions: list[JsonValue] = value["study"]["versions"]
    versions[0]["studyDesigns"].append(json.loads(json.dumps(versions[0]["studyDesigns"][0])))
    versions.append(json.loads(json.dumps(versions[0])))
    document = Document.from_bytes(json.dumps(value).encode())
    assert len(document.versions()) == 2
    assert len(document.designs()) == 4
    assert {(s.version, s.design) for s, _, _ in document.timelines()} == {(0, 0), (0, 1), (1, 0), (1, 1)}
    assert document.index.repeated
    assert len(objects_in(document.root)) > 4
