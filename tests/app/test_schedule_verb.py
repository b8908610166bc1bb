"""`maestro schedule`: the rows that people's scripts read."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from typing import Any

import pytest

from app.verbs import VerbError
from app.verbs.schedule import COLUMNS, schedule
from study.document import Document
from tests.shared import ROOT, shared_file, shared_study

SAMPLE = ROOT / "resources" / "studies" / "maestro-sample.usdm.json"


@pytest.fixture
def sample() -> Document:
    return Document.from_bytes(SAMPLE.read_bytes())


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def study_with(
    instances: list[dict[str, Any]], timings: list[dict[str, Any]], name: str = "Main"
) -> Document:
    timeline = {
        "id": "t",
        "name": name,
        "mainTimeline": True,
        "instanceType": "ScheduleTimeline",
        "entryId": "a",
        "exits": [],
        "instances": instances,
        "timings": timings,
    }
    design = {"id": "d", "instanceType": "InterventionalStudyDesign", "scheduleTimelines": [timeline]}
    version = {"id": "v", "instanceType": "StudyVersion", "studyDesigns": [design]}
    study = {"id": None, "instanceType": "Study", "name": "S", "versions": [version]}
    return Document.from_bytes(json.dumps({"study": study, "usdmVersion": "4.0.0"}).encode())


def fixed(instance: str) -> dict[str, Any]:
    return {
        "id": f"timing_{instance}",
        "type": {"code": "C201358", "decode": "Fixed Reference"},
        "value": "P1D",
        "relativeFromScheduledInstanceId": instance,
    }


def test_the_columns_are_these_and_stay_these(sample: Document) -> None:
    header = schedule(sample, None, "tsv").splitlines()[0]
    assert header == (
        "timeline_id\tinstance_id\tname\tkind\toffset_s\tstudy_day\twindow_open_s\twindow_close_s\tstatus"
    )


def test_every_instance_of_every_timeline_has_a_row(sample: Document) -> None:
    rows = table(schedule(sample, None, "tsv"))
    timelines = [t for design in sample.designs() for t in design.timelines]
    assert [row["timeline_id"] for row in rows] == [t.id for t in timelines for _ in t.instances]
    assert {row["instance_id"] for row in rows} == {i.id for t in timelines for i in t.instances}


def test_offsets_agree_with_the_independent_ones() -> None:
    with shared_file("data/oracle/planned-offsets.tsv").open(encoding="utf-8", newline="") as lines:
        expected = [
            r for r in csv.DictReader(lines, delimiter="\t") if r["file"] == "alexion-nct04573309-v4.json"
        ]
    rows = table(schedule(Document.from_bytes(shared_study("alexion-nct04573309-v4")), None, "tsv"))
    ours = {
        (r["timeline_id"], r["instance_id"]): (r["name"], r["kind"], r["offset_s"], r["status"]) for r in rows
    }
    assert ours == {
        (r["timeline_id"], r["instance_id"]): (r["name"], r["kind"], r["offset_s"], r["status"])
        for r in expected
    }


@pytest.mark.parametrize("name", ["Timeline_PK", "PK", "pk profile"])
def test_one_timeline_by_id_name_or_label(sample: Document, name: str) -> None:
    rows = table(schedule(sample, name, "tsv"))
    assert {row["timeline_id"] for row in rows} == {"Timeline_PK"}
    first = rows[0]
    assert (first["offset_s"], first["window_open_s"], first["window_close_s"]) == ("-900", "-1800", "-300")
    assert {row["study_day"] for row in rows} == {""}


def test_json_holds_the_same_rows_with_numbers_and_nulls(sample: Document) -> None:
    rows = json.loads(schedule(sample, None, "json"))
    assert [tuple(row) for row in rows] == [COLUMNS] * len(rows)
    as_text = [{k: "" if v is None else str(v) for k, v in row.items()} for row in rows]
    assert as_text == table(schedule(sample, None, "tsv"))
    day_8 = next(row for row in rows if row["name"] == "C_D8")
    assert (day_8["offset_s"], day_8["study_day"], day_8["window_open_s"]) == (604800, 8, 518400)


def test_an_unknown_timeline_is_told_in_one_line_with_those_there_are(sample: Document) -> None:
    with pytest.raises(VerbError) as told:
        schedule(sample, "no\nsuch", "tsv")
    message = str(told.value)
    assert "\n" not in message
    assert "no such" in message
    assert "PK profile (Timeline_PK)" in message


def test_calendar_months_are_nominal_with_the_offset_empty() -> None:
    month = {
        "id": "timing_b",
        "type": {"code": "C201356", "decode": "After"},
        "value": "P1M",
        "windowLower": "P3D",
        "windowUpper": "P3D",
        "relativeFromScheduledInstanceId": "b",
        "relativeToScheduledInstanceId": "a",
    }
    study = study_with([{"id": "a", "defaultConditionId": "b"}, {"id": "b"}], [fixed("a"), month])
    row = table(schedule(study, None, "tsv"))[1]
    assert row["status"] == "nominal"
    assert (row["offset_s"], row["study_day"], row["window_open_s"], row["window_close_s"]) == (
        "",
        "",
        "",
        "",
    )


def test_odd_names_keep_to_their_cell_and_missing_ids_are_empty() -> None:
    study = study_with(
        [{"id": "a", "name": "a\tb\nc \ud800"}, {"name": "nameless"}], [fixed("a")], name="x\ty"
    )
    text = schedule(study, None, "tsv")
    assert text.encode("utf-8").count(b"\n") == 3
    first, second = table(text)
    assert (first["name"], first["kind"], first["status"]) == (
        "a b c \\ud800",
        "ScheduledActivityInstance",
        "ok",
    )
    assert (second["instance_id"], second["status"]) == ("", "missing")
    assert json.loads(schedule(study, None, "json"))[0]["name"] == "a\tb\nc \ud800"


def test_a_study_without_timelines_has_a_header_alone() -> None:
    study = {
        "study": {"versions": [{"studyDesigns": [{"id": "d"}]}], "instanceType": "Study"},
        "usdmVersion": "4.0",
    }
    document = Document.from_bytes(json.dumps(study).encode())
    assert schedule(document, None, "tsv").splitlines() == ["\t".join(COLUMNS)]
    assert json.loads(schedule(document, None, "json")) == []
    with pytest.raises(VerbError, match="The study has: none"):
        schedule(document, "x", "tsv")


def test_the_verb_needs_no_qt() -> None:
    code = "import sys, app.verbs.schedule; sys.exit(any(m.startswith('PySide6') for m in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
