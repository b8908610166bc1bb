"""`maestro export`: which views go to which files, and what is in them."""

from __future__ import annotations

import csv
import io
import json
import re

import pytest

from app.verbs import VerbError
from app.verbs.export import Asked, export_bytes, require_ending
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
        refusal(minimal(), "gantt", ".csv")
        == "There is no view gantt to export. Choose soa, graph, axis, visit or usdm."
    )


@pytest.mark.parametrize(
    ("view", "ending"),
    [("soa", ".svg"), ("usdm", ".csv"), ("graph", ".docx"), ("soa", ""), ("visit", ".xlsx")],
)
def test_an_ending_that_does_not_fit_is_refused_with_those_that_do(view: str, ending: str) -> None:
    said = refusal(minimal(), view, ending)
    assert (
        said.split("Choose a name that ends in ")[1]
        == {
            "soa": ".pdf, .xlsx, .docx, .html or .csv.",
            "usdm": ".json.",
            "graph": ".pdf, .svg or .png.",
            "visit": ".pdf, .docx or .html.",
        }[view]
    )


@pytest.mark.parametrize(
    ("view", "ending", "asked", "said"),
    [
        ("soa", ".csv", Asked(paper="a4"), "--paper does not go with this"),
        ("soa", ".xlsx", Asked(orientation="portrait"), "--orientation does not go with this"),
        ("soa", ".pdf", Asked(fit="page"), "--fit does not go with this"),
        ("soa", ".pdf", Asked(visit="V1"), "--visit does not go with this"),
        ("usdm", ".json", Asked(anchor="2025-01-07"), "--anchor does not go with this"),
        ("soa", ".csv", Asked(country="DE"), "--country does not go with this"),
        ("soa", ".csv", Asked(time_zone="Europe/Berlin"), "--time-zone does not go with this"),
        ("visit", ".html", Asked(), "Say which visit"),
        ("visit", ".html", Asked(visit="Week 99"), "There is no visit Week 99. The timeline has: "),
        ("soa", ".csv", Asked(anchor="soon"), "soon is no date"),
        ("soa", ".csv", Asked(printed="now"), "now is no time"),
        ("soa", ".csv", Asked(anchor="2025-01-07", time_zone="Mars/Base"), "There is no time zone Mars/Base"),
        ("soa", ".csv", Asked(anchor="2025-01-07", country="XX"), "The holidays of XX are not known"),
    ],
)
def test_options_that_do_not_go_together_get_one_line(
    view: str, ending: str, asked: Asked, said: str
) -> None:
    with pytest.raises(VerbError, match=f"^{re.escape(said)}") as refused:
        export_bytes(minimal(), view, ending, asked=asked)
    assert "\n" not in str(refused.value)


PRINTED = "2026-11-22T18:05+01:00"


@pytest.mark.parametrize(("view", "ending"), [("soa", e) for e in (".csv", ".html", ".xlsx", ".docx")])
def test_the_same_study_at_the_same_time_gives_the_same_bytes(view: str, ending: str) -> None:
    asked = Asked(printed=PRINTED)
    first = export_bytes(minimal(), view, ending, asked=asked)
    assert first == export_bytes(minimal(), view, ending, asked=asked)
    later = Asked(printed="2026-11-22T18:06+01:00")
    assert first != export_bytes(minimal(), view, ending, asked=later)


def test_an_anchor_puts_dates_beside_the_days_and_says_so() -> None:
    document = Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))
    asked = Asked(anchor="2025-01-07", time_zone="Europe/Berlin", country="DE", printed=PRINTED)
    text = export_bytes(document, "soa", ".csv", asked=asked).decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(text)))
    heads = {row[0]: row for row in rows[:7]}
    week_8 = heads["Visit"].index("Week 8")
    assert heads["Date"][week_8] == "2025-03-04"
    assert heads["Allowed"][week_8] == "2025-03-01 to 2025-03-07"
    said = [row[1] for row in rows if row[:1] == ["Shown"]]
    assert "Dates: counted from Dose on 2025-01-07." in said
    assert "Time zone of the site: Europe/Berlin." in said
    assert ["Printed", "2026-11-22 18:05 (UTC+01:00), Maestro"] in rows


def test_a_visit_is_found_by_its_name_its_label_or_its_id() -> None:
    document = Document.from_bytes(shared_study("cdisc-pilot-lzzt-v4"))
    written = {
        export_bytes(document, "visit", ".html", asked=Asked(visit=name, printed=PRINTED))
        for name in ("week 8", "Week 8", "ScheduledActivityInstance_15")
    }
    assert len(written) == 1
    assert b"56 days after Dose, 3 days either way" in written.pop()


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
