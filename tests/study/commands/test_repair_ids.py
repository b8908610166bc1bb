"""Repairing ids: nobody without one, nobody sharing one, references mean what they meant, and undo gives the bytes."""

from __future__ import annotations

import json
from collections import Counter
from itertools import count
from random import Random
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from study.apply import ChangeRefusedError, apply
from study.changes import Insert, Place, Set, from_text, to_text
from study.commands.command import CannotError
from study.commands.execute import Executed, execute
from study.commands.repair_ids import RepairIds, unusable_ids
from study.document import Document
from study.findings import find_problems
from study.json_types import ABSENT
from tests.study.changing import difference, flattened
from tests.study.damage import damaged
from tests.study.studies import SAMPLE, assert_reopens, study_bytes
from tests.study.test_apply import assert_index_is_true

ABOUT_IDS = ("DDF00083", "MAESTRO-MISSING-ID", "MAESTRO-REPEATED-ID")


def repaired(document: Document) -> Executed:
    number = count(1)
    return execute(document, RepairIds(), lambda prefix: f"{prefix}_new{next(number)}")


def about_ids(document: Document) -> Counter[str]:
    return Counter(each.rule for each in find_problems(document) if each.rule in ABOUT_IDS)


def sample() -> dict[str, Any]:
    root: dict[str, Any] = json.loads(study_bytes(SAMPLE))
    return root


def as_document(root: dict[str, Any]) -> Document:
    return Document.from_bytes(json.dumps(root, indent=2).encode())


def test_later_bearers_and_those_without_get_new_ids_and_the_first_keeps_its() -> None:
    root = sample()
    design = root["study"]["versions"][0]["studyDesigns"][0]
    first, second, third = design["activities"][:3]
    kept = first["id"]
    second["id"] = kept
    del third["id"]
    document = as_document(root)
    before = document.to_bytes()
    assert about_ids(document) == {"DDF00083": 1, "MAESTRO-MISSING-ID": 1}
    executed = repaired(document)
    assert executed.title == "Repair 2 ids"
    assert about_ids(document) == Counter()
    activities = document.designs()[0].activities
    assert activities[0].id == kept
    assert [activities[1].id, activities[2].id] == ["Activity_new1", "Activity_new2"]
    assert {kept, "Activity_new1", "Activity_new2"} <= executed.changed.structure
    assert_index_is_true(document)
    assert_reopens(document)
    apply(document, executed.inverse)
    assert document.to_bytes() == before
    assert_index_is_true(document)


def test_a_missing_id_is_written_first_and_taken_away_again_from_there() -> None:
    root = sample()
    encounter = root["study"]["versions"][0]["studyDesigns"][0]["encounters"][0]
    del encounter["id"]
    document = as_document(root)
    before = document.to_bytes()
    executed = repaired(document)
    assert next(iter(document.designs()[0].encounters[0].raw)) == "id"
    apply(document, executed.inverse)
    assert document.to_bytes() == before


def test_another_version_that_uses_the_same_ids_goes_on_meaning_its_own() -> None:
    root = sample()
    version = root["study"]["versions"][0]
    root["study"]["versions"].append(json.loads(json.dumps(version)))
    document = as_document(root)
    assert set(about_ids(document)) == {"MAESTRO-REPEATED-ID"}
    executed = repaired(document)
    assert about_ids(document) == Counter()
    first, second = (design.main_timeline for design in document.designs())
    assert first is not None
    assert second is not None
    assert first.raw == version["studyDesigns"][0]["scheduleTimelines"][0]
    assert [i.title for i in second.instances] == [i.title for i in first.instances]
    own = {instance.id for instance in second.instances}
    assert {way for i in second.instances if (way := i.default_condition) is not None} <= own
    assert second.raw["entryId"] in own
    assert find_problems(document) == []
    apply(document, executed.inverse)
    assert not document.is_changed


def test_nothing_to_repair_is_said() -> None:
    document = Document.from_bytes(study_bytes(SAMPLE))
    assert RepairIds().why_not(document) == "Every id in this study is there once: nothing is to be repaired."
    with pytest.raises(CannotError):
        repaired(document)


@example(8287279, "minimal-v4")  # an id that the study itself shares
@given(st.integers(0, 2**32), st.sampled_from(["minimal-v3", "minimal-v4", "sample"]))
@settings(max_examples=25, deadline=None)
def test_damaged_studies_are_repaired_and_given_back(seed: int, name: str) -> None:
    document = as_document(damaged(name, Random(seed), 12))
    before, flat = document.to_bytes(), flattened(document.root)
    if not unusable_ids(document):
        return
    executed = repaired(document)
    assert about_ids(document) == Counter()
    assert not unusable_ids(document)
    assert_index_is_true(document)
    plain = difference(flat, flattened(document.root))
    told = executed.changed
    assert (told.structure, told.attributes, told.entities) == (
        plain.structure,
        plain.attributes,
        plain.entities,
    )
    apply(document, executed.inverse)
    assert document.to_bytes() == before
    assert_index_is_true(document)
    apply(document, [from_text(to_text(each.change)) for each in executed.recorded])
    assert not unusable_ids(document)


# -- what may be done by a pointer -------------------------------------------------------------------------------


def two_notes() -> Document:
    notes = [{"text": "one"}, {"id": "N", "text": "two"}, {"id": "N", "a/b": {"c~d": {"x": 1}}}]
    return Document.from_bytes(json.dumps({"study": {"id": None, "name": "S", "notes": notes}}).encode())


def test_what_has_no_address_is_reached_by_where_it_stands() -> None:
    document = two_notes()
    apply(document, [Set("/study/notes/0", "text", "one", "uno")])
    deep = document.index.object_at("/study/notes/2/a~1b/c~0d")
    assert deep == {"x": 1}
    assert document.index.pointer_of(deep) == "/study/notes/2/a~1b/c~0d"
    applied = apply(document, [Set("/study/notes/2/a~1b/c~0d", "x", 1, 2)])
    assert applied.changed.attributes == {("$study", "notes")}
    assert document.study.raw["notes"][0]["text"] == "uno"


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (Set("/study", "name", "S", "T"), "What stands at “/study” is called by its id, “$study”."),
        (Set("/study/notes/7", "text", "one", "x"), "“/study/notes/7” is not there any more."),
        (Set("/study/notes/00", "text", "one", "x"), "“/study/notes/00” is not there any more."),
        (Set("/study/notes", "text", "one", "x"), "“/study/notes” is not there any more."),
        (Set("/study/notes/0", "id", ABSENT, "N"), "The id “N” is taken."),
        (Set("/study/notes/0", "id", ABSENT, "/x"), "An id must be a text that does not begin with “/”."),
        (Set("/study/notes/0", "id", ABSENT, ""), "An id must be a text that does not begin with “/”."),
        (Set("/study/notes/0", "id", "N", "M"), "“id” has another value than when this was planned."),
        (Set("$study", "id", None, "M"), "An id is not changed by setting it: others refer to it."),
    ],
)
def test_what_a_pointer_may_not_do(change: Set, reason: str) -> None:
    document = two_notes()
    before = document.to_bytes()
    with pytest.raises(ChangeRefusedError) as refused:
        apply(document, [change])
    assert refused.value.reason == reason
    assert document.to_bytes() == before


def test_an_id_that_nothing_else_has_stays() -> None:
    document = two_notes()
    apply(document, [Set("/study/notes/1", "id", "N", "M")])
    with pytest.raises(ChangeRefusedError, match="is an id that nothing else has"):
        apply(document, [Set("/study/notes/1", "id", "M", "O")])
    with pytest.raises(ChangeRefusedError, match="others refer to it"):
        apply(document, [Set("M", "id", "M", "O")])


def test_an_entity_goes_into_a_list_of_what_has_no_address() -> None:
    document = Document.from_bytes(b'{"study": {"id": null, "notes": [{"more": []}]}}')
    applied = apply(document, [Insert("/study/notes/0", "more", {"id": "New"}, Place(None))])
    assert applied.changed.structure == {"New"}
    apply(document, applied.inverse)
    assert not document.is_changed
