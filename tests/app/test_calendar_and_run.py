"""`maestro calendar` and `maestro run` agree: whoever keeps to the calendar of a real study departs from nothing."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import icalendar
import pytest

from app.verbs import calendar as calendars
from app.verbs import run as runs
from app.verbs.run_json import as_json
from study.document import Document
from study.json_types import JsonObject
from tests.shared import SHARED_STUDIES, shared_study
from tests.study.studies import SAMPLE, study_bytes

ANCHOR = "2025-01-07"


def rows(document: Document, **wanted: Any) -> list[dict[str, str]]:
    asked = calendars.Wanted(ANCHOR, follow_texts=True, **wanted)
    text = calendars.calendar(document, asked).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE))


def told(document: Document, events: list[JsonObject], **wanted: Any) -> dict[str, Any]:
    result = runs.ran(document, events, runs.Wanted(follow_texts=True, **wanted))
    made: dict[str, Any] = json.loads(as_json(result))
    return made


def kept_to(found: list[dict[str, str]]) -> list[JsonObject]:
    """Everything that is certain to come, done on the very day that the calendar says; consent before all of it."""
    certain = [row for row in found if row["planned"] and not row["depends_on"]]
    first = min(row["planned"] for row in certain)
    return [
        {"type": "consented", "occurred": first},
        *(
            {
                "type": "visit done",
                "instance": row["instance_id"],
                "pass": int(row["pass"]),
                "occurred": row["planned"],
            }
            for row in certain
        ),
    ]


@pytest.mark.parametrize("name", [*SHARED_STUDIES, SAMPLE])
def test_whoever_keeps_to_the_calendar_departs_from_nothing(name: str) -> None:
    document = Document.from_bytes(study_bytes(name))
    found = rows(document)
    assert len(found) >= 5
    made = told(document, kept_to(found))
    assert made["refused"] == []
    assert made["deviations"] == []
    assert made["queries"] == []
    done = {(row["instance_id"], row["pass"]) for row in found if row["planned"] and not row["depends_on"]}
    for row in made["calendar"]:
        if (row["instance"], str(row["pass"])) in done:
            assert row["status"] in ("done", "done in window"), row


@pytest.mark.parametrize("name", [*SHARED_STUDIES, SAMPLE])
def test_every_study_comes_out_as_a_calendar_file_and_a_workbook(name: str) -> None:
    document = Document.from_bytes(study_bytes(name))
    dated = [row for row in rows(document) if row["planned"]]
    written = calendars.calendar(document, calendars.Wanted(ANCHOR, format="ics", follow_texts=True))
    events = icalendar.Calendar.from_ical(written).events
    assert len(events) == len(dated)
    assert len({str(event["uid"]) for event in events}) == len(events)
    assert calendars.calendar(document, calendars.Wanted(ANCHOR, format="xlsx")).startswith(b"PK")


def test_alexion_runs_to_its_end() -> None:
    document = Document.from_bytes(shared_study("alexion-nct04573309-v4"))
    made = told(document, kept_to(rows(document)))
    assert made["complete"]
    assert [each["taken"] is not None and each["by_rule"] for each in made["decisions"]] == [True, True]
    loop = [
        (each["pass"], each["done_study_day"])
        for each in made["calendar"]
        if each["visit"] == "-6 through -5"
    ]
    assert loop == [(1, -6), (2, -5)]


def test_alexion_without_its_texts_asks_at_the_loop() -> None:
    document = Document.from_bytes(shared_study("alexion-nct04573309-v4"))
    result = runs.ran(document, kept_to(rows(document))[:7], runs.Wanted())
    made = json.loads(as_json(result))
    (asked,) = [each for each in made["decisions"] if each["asked"]]
    assert asked["decision"] == "D-6-5_DECISION"
    assert [way["text"] for way in asked["ways"]] == ["Day = -6", ""]
