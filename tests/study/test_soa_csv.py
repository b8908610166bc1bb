"""The Schedule of Activities as CSV: what a spreadsheet and a script find in it."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import pytest

from study.document import Document
from study.soa import schedule_of_activities
from study.soa_csv import soa_csv
from tests.shared import ROOT, shared_study


def rows_of(data: bytes, timeline: str | None = None) -> list[list[str]]:
    """The CSV of the timeline with this id, or of the main one, read back."""
    (design,) = Document.from_bytes(data).designs()
    chosen = next((t for t in design.timelines if t.id == timeline), design.main_timeline)
    assert chosen is not None
    written = soa_csv(schedule_of_activities(chosen, design), design)
    return list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))


def minimal(**design: Any) -> bytes:
    root = json.loads((ROOT / "tests/fixtures/minimal-v4.usdm.json").read_bytes())
    root["study"]["versions"][0]["studyDesigns"][0].update(design)
    return json.dumps(root).encode()


def test_headers_marks_footnotes_and_sub_timelines_of_a_small_study() -> None:
    assert rows_of(minimal()) == [
        ["Epoch", "Treatment", "Treatment", "Treatment"],
        ["Encounter", "Visit", "", "Last visit"],
        ["Visit", "Visit", "Again? (decision)", "Last visit"],
        ["Day", "Day 1", "Day 8", "Day 9 to 11"],
        ["Window", "anchor", "not stated", ""],
        ["Group", "", "", ""],
        ["  Check", "X", "", "X"],
        ["  Profile", "X (a) → Profile", "", ""],
        [],
        ["Footnotes"],
        ["a", "At the first visit only."],
    ]


def test_a_side_timeline_has_times_not_days() -> None:
    rows = rows_of(minimal(), "Timeline_PROFILE")
    assert rows[3][0] == "Time"
    assert not [cell for cell in rows[3] if cell.startswith("Day")]


def test_excel_is_told_that_it_is_unicode() -> None:
    (design,) = Document.from_bytes(minimal()).designs()
    timeline = design.main_timeline
    assert timeline is not None
    written = soa_csv(schedule_of_activities(timeline, design), design)
    assert written.startswith(b"\xef\xbb\xbfEpoch,")
    assert written.endswith(b"\r\n")


@pytest.mark.parametrize("title", ["=1+1", "+1", "-1", "@SUM(A1)", "\tx", " =1"])
def test_no_text_of_the_file_runs_as_a_formula(title: str) -> None:
    rows = rows_of(minimal(activities=[{"id": "Activity_CHECK", "label": title, "instanceType": "Activity"}]))
    assert rows[5][0] == "'" + title


@pytest.mark.parametrize("place", ["epochs", "encounters"])
def test_no_header_of_the_file_runs_as_a_formula(place: str) -> None:
    ids = {"epochs": "Epoch_ONLY", "encounters": "Encounter_VISIT"}
    rows = rows_of(minimal(**{place: [{"id": ids[place], "label": "=HYPERLINK(1)"}]}))
    assert "'=HYPERLINK(1)" in rows[0] + rows[1]
    assert "=HYPERLINK(1)" not in rows[0] + rows[1]


def test_days_before_the_anchor_are_the_programs_own_text_and_stay_as_they_are() -> None:
    rows = rows_of(shared_study("cdisc-pilot-lzzt-v4"))
    assert rows[3][1:3] == ["Day −14", "Day −2"]


def test_text_that_no_encoding_can_write_is_written_in_escapes() -> None:
    rows = rows_of(
        minimal(activities=[{"id": "Activity_CHECK", "label": "a\ud800b", "instanceType": "Activity"}])
    )
    assert rows[5][0] == "a\\ud800b"


def test_every_row_of_a_real_table_is_as_wide_as_its_header() -> None:
    rows = rows_of(shared_study("alexion-nct04573309-v4"))
    table = rows[: rows.index([])]
    assert {len(row) for row in table} == {53}
    assert sum(cell.startswith("X") for row in table for cell in row) == 377
    assert sum(cell.endswith("→ PKPD Timeline") for row in table for cell in row) == 17
