"""Two studies are compared in the field's words, each difference with both values and where it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from study.comparing import compare
from study.differences import Area, Difference, StudyDifference, StudyDifferences
from study.differences_words import word_differences
from study.document import Document
from tests.study.studies import EVERY_STUDY, study_bytes

LZZT = "cdisc-pilot-lzzt-v4"


class Changed:
    """A study with something changed in it, and what is needed to change it."""

    def __init__(self, name: str = LZZT) -> None:
        self.root: dict[str, Any] = json.loads(study_bytes(name))
        self.version = self.root["study"]["versions"][0]
        self.design = self.version["studyDesigns"][0]
        self.main = next(t for t in self.design["scheduleTimelines"] if t["mainTimeline"])
        self.visits = {each["name"]: each for each in self.main["instances"]}
        self.activities = {each["name"]: each for each in self.design["activities"]}

    def timing(self, visit: str) -> dict[str, Any]:
        """The Timing of a visit."""
        return next(
            t
            for t in self.main["timings"]
            if t["relativeFromScheduledInstanceId"] == self.visits[visit]["id"]
        )

    def document(self) -> Document:
        """It as a document."""
        return Document.from_bytes(json.dumps(self.root).encode())


def _compare(change: Callable[[Changed], object], name: str = LZZT) -> tuple[Changed, StudyDifferences]:
    made = Changed(name)
    change(made)
    return made, compare(made.document(), Document.from_bytes(study_bytes(name)))


def _of(found: StudyDifferences, *areas: Area) -> list[StudyDifference]:
    return [each for each in found.items if each.area in areas]


@pytest.mark.parametrize("name", EVERY_STUDY)
def test_a_study_does_not_differ_from_itself(name: str) -> None:
    found = compare(Document.from_bytes(study_bytes(name)), Document.from_bytes(study_bytes(name)))
    assert found.items == ()
    assert not found.here
    assert not any(found.tables.values())


def test_a_window_is_told_as_days_were_and_are() -> None:
    made, found = _compare(lambda c: c.timing("WK8").update(windowLower="P2D", windowUpper="P2D"))
    (item,) = _of(found, Area.TIMES)
    assert (item.title, item.sentence) == ("Week 8", "Window was 54 to 60, is 55 to 59")
    assert item.address == item.other == made.visits["WK8"]["id"]
    assert item.was.endswith("3 days either way")
    assert item.now.endswith("2 days either way")
    assert found.here[item.address] is Difference.CHANGED


def test_a_visit_that_moves_takes_along_what_is_timed_from_it() -> None:
    _, found = _compare(lambda c: c.timing("WK8").update(value="P9W"))
    times = {each.title: each.sentence for each in _of(found, Area.TIMES)}
    assert times == {
        "Week 8": "Planned time was Day 57, is Day 64",
        "Week NPI": "Planned time was Day 71, is Day 78: it moves with what it is timed from",
    }


def test_marks_are_told_by_activity_and_visit_and_lit_in_the_table() -> None:
    def change(made: Changed) -> None:
        made.visits["WK8"]["activityIds"].remove(made.activities["NPI-X"]["id"])
        made.visits["WK8"]["activityIds"].append(made.activities["MMSE"]["id"])

    made, found = _compare(change)
    marks = {(each.kind, each.title, each.sentence) for each in _of(found, Area.MARKS)}
    assert marks == {
        (Difference.ADDED, "MMSE at Week 8", "Mark added"),
        (Difference.REMOVED, "NPI-X at Week 8", "Mark removed"),
    }
    visit = made.visits["WK8"]["id"]
    assert found.tables[made.main["id"]].cells == {
        (made.activities["MMSE"]["id"], visit): Difference.ADDED,
        (made.activities["NPI-X"]["id"], visit): Difference.REMOVED,
    }
    assert found.here[visit] is Difference.CHANGED


def test_a_removed_visit_is_told_and_seen_there() -> None:
    def change(made: Changed) -> None:
        gone, before = made.visits["WK20"], made.visits["WK16N"]
        before["defaultConditionId"] = gone["defaultConditionId"]
        made.main["instances"].remove(gone)
        made.main["timings"].remove(made.timing("WK20"))

    made, found = _compare(change)
    removed = [each for each in _of(found, Area.VISITS) if each.kind is Difference.REMOVED]
    assert [(each.title, each.address, each.other) for each in removed] == [
        ("Week 20", "", made.visits["WK20"]["id"])
    ]
    assert found.there[made.visits["WK20"]["id"]] is Difference.REMOVED
    assert found.tables_there[made.main["id"]].columns[made.visits["WK20"]["id"]] is Difference.REMOVED


def test_a_renamed_visit_is_renamed_and_not_another() -> None:
    _, found = _compare(lambda c: c.visits["WK2"].update(label="Week two", name="W2"))
    assert [(each.kind, each.sentence) for each in _of(found, Area.VISITS)] == [
        (Difference.CHANGED, "Renamed: was “Week 2”")
    ]


def test_activities_are_renamed_and_moved() -> None:
    def change(made: Changed) -> None:
        made.activities["MMSE"]["label"] = "Mini-Mental"

    _, found = _compare(change)
    assert [(each.title, each.sentence) for each in _of(found, Area.ACTIVITIES)] == [
        ("Mini-Mental", "Label: was “MMSE”, is “Mini-Mental”")
    ]

    def reorder(made: Changed) -> None:
        chain = made.design["activities"]
        third, fourth, fifth = chain[2], chain[3], chain[4]
        chain[1]["nextId"], fourth["previousId"] = fourth["id"], chain[1]["id"]
        fourth["nextId"], third["previousId"] = third["id"], fourth["id"]
        third["nextId"], fifth["previousId"] = fifth["id"], third["id"]

    _, found = _compare(reorder)
    moved = _of(found, Area.ACTIVITIES)
    assert len(moved) == 1
    assert moved[0].sentence.startswith("Moved: it now follows")


def test_a_footnote_is_compared_word_by_word() -> None:
    def change(made: Changed) -> None:
        made.version["conditions"][0]["text"] += " within 3 days"

    made, found = _compare(change)
    (item,) = _of(found, Area.FOOTNOTES)
    assert item.is_text
    assert item.address == made.version["conditions"][0]["id"]
    added = [
        piece.text for piece in word_differences(item.was, item.now) if piece.difference is Difference.ADDED
    ]
    assert "".join(added).strip() == "within 3 days"


def test_texts_of_the_protocol_are_compared() -> None:
    def change(made: Changed) -> None:
        item = made.version["narrativeContentItems"][9]
        item["text"] = item["text"].replace("</div>", "<p>A new sentence.</p></div>")

    _, found = _compare(change)
    texts = _of(found, Area.TEXT)
    assert texts
    assert all("A new sentence." in each.now and "A new sentence." not in each.was for each in texts)


def test_ids_that_mean_nothing_are_not_believed() -> None:
    def renumber(value: Any, ids: dict[str, str]) -> Any:
        if isinstance(value, dict):
            return {key: renumber(item, ids) for key, item in value.items()}
        if isinstance(value, list):
            return [renumber(item, ids) for item in value]
        return ids.get(value, value) if isinstance(value, str) else value

    here = Document.from_bytes(study_bytes(LZZT))
    ids = {each: f"x{number}" for number, each in enumerate(here.index.unique)}
    there = Document.from_bytes(json.dumps(renumber(json.loads(study_bytes(LZZT)), ids)).encode())
    found = compare(here, there)
    assert not found.by_id
    assert not _of(
        found, Area.VISITS, Area.TIMES, Area.MARKS, Area.ACTIVITIES, Area.FOOTNOTES, Area.ENCOUNTERS
    )
    assert len(found.columns) > 15


def test_the_same_study_in_two_generations_has_the_same_schedule() -> None:
    found = compare(
        Document.from_bytes(study_bytes("lilly-nct03421379-v4")),
        Document.from_bytes(study_bytes("lilly-nct03421379-v3")),
    )
    assert not _of(found, Area.VISITS, Area.TIMES, Area.MARKS, Area.FOOTNOTES, Area.TEXT)
    assert ("LY-G", "Type: was “Experimental Arm”, is “Investigational Arm”") in [
        (each.title, each.sentence) for each in found.items
    ]


def test_two_different_studies_are_compared_to_the_end() -> None:
    found = compare(
        Document.from_bytes(study_bytes("alexion-nct04573309-v4")), Document.from_bytes(study_bytes(LZZT))
    )
    assert not found.by_id
    kinds = {each.kind for each in _of(found, Area.VISITS)}
    assert kinds >= {Difference.ADDED, Difference.REMOVED}
    assert sum(found.counts().values()) == len(found.items)


@given(st.text(max_size=80), st.text(max_size=80))
def test_word_differences_give_both_texts_back(before: str, after: str) -> None:
    pieces = word_differences(before, after)
    assert "".join(p.text for p in pieces if p.difference is not Difference.ADDED) == before
    assert "".join(p.text for p in pieces if p.difference is not Difference.REMOVED) == after


def test_very_long_texts_are_told_by_what_they_begin_and_end_with() -> None:
    before = "same " + "old words " * 5_000 + "end"
    after = "same " + "new terms " * 5_000 + "end"
    pieces = word_differences(before, after)
    assert [p.difference for p in pieces] == [None, Difference.REMOVED, Difference.ADDED, None]
