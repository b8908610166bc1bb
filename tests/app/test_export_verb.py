"""`maestro export`: which views go to which files, and what is in them."""

from __future__ import annotations

import json

import pytest

from app.verbs import VerbError
from app.verbs.export import export_bytes, require_ending
from study.document import Document
from tests.shared import ROOT, SHARED_STUDIES, shared_study


def minimal() -> Document:
    return Document.from_bytes((ROOT / "tests/fixtures/minimal-v4.usdm.json").read_bytes())


@pytest.mark.parametrize("name", SHARED_STUDIES)
def test_a_study_comes_out_as_it_went_in(name: str) -> None:
    data = shared_study(name)
    assert export_bytes(Document.from_bytes(data), "usdm", ".json") == data


@pytest.mark.parametrize("ending", [".csv", "csv", ".CSV"])
def test_the_schedule_of_activities_is_written_for_a_spreadsheet(ending: str) -> None:
    assert export_bytes(minimal(), "soa", ending).startswith(b"\xef\xbb\xbfEpoch,Treatment")


@pytest.mark.parametrize("name", ["Timeline_PROFILE", "PROFILE", "profile"])
def test_another_timeline_is_chosen_by_id_or_name(name: str) -> None:
    written = export_bytes(minimal(), "soa", "csv", timeline=name)
    assert b"Sample" in written
    assert written != export_bytes(minimal(), "soa", "csv")


def refusal(document: Document, view: str, ending: str, timeline: str | None = None) -> str:
    with pytest.raises(VerbError) as refused:
        export_bytes(document, view, ending, timeline)
    assert "\n" not in str(refused.value)
    return str(refused.value)


def test_an_unknown_view_is_refused() -> None:
    assert (
        refusal(minimal(), "gantt", ".csv") == "There is no view gantt to export. Choose soa, graph or usdm."
    )


@pytest.mark.parametrize(
    ("view", "ending"), [("soa", ".xlsx"), ("usdm", ".csv"), ("graph", ".svg"), ("soa", "")]
)
def test_an_ending_that_does_not_fit_is_refused_with_the_one_that_does(view: str, ending: str) -> None:
    right = {"soa": ".csv", "usdm": ".json", "graph": ".png"}[view]
    assert refusal(minimal(), view, ending).endswith(f"Choose a name that ends in {right}.")


@pytest.mark.parametrize(("view", "ending"), [("soa", "csv"), ("graph", ".PNG"), ("usdm", ".json")])
def test_an_ending_that_fits_is_let_through(view: str, ending: str) -> None:
    assert require_ending(view, ending) is None  # type: ignore[func-returns-value]


def test_an_unknown_timeline_is_refused_with_those_that_are_there() -> None:
    said = refusal(minimal(), "soa", "csv", "Week 9")
    assert said.startswith(
        "There is no timeline Week 9. The study has: Main timeline (Timeline_MAIN), Profile"
    )


def test_a_name_that_two_timelines_have_is_refused() -> None:
    root = json.loads(minimal().to_bytes())
    for timeline in root["study"]["versions"][0]["studyDesigns"][0]["scheduleTimelines"]:
        timeline["name"] = "SAME"
        timeline["label"] = "the\nsame\ud800"
    said = refusal(Document.from_bytes(json.dumps(root).encode()), "soa", "csv", "same")
    assert said.endswith("Name one by its id.")


def test_a_study_without_a_timeline_has_no_table() -> None:
    root = json.loads(minimal().to_bytes())
    root["study"]["versions"][0]["studyDesigns"][0]["scheduleTimelines"] = []
    said = refusal(Document.from_bytes(json.dumps(root).encode()), "soa", "csv")
    assert said.startswith("The study has no timeline")
