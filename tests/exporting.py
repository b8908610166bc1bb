"""Sheets for tests of exports: of real studies, and of studies made to be awkward."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from study.document import Document
from study.export.identity import Imprint, identity_of, printed_text
from study.export.shown import Shown
from study.export.soa_page import SoaSheet, soa_sheet
from study.export.visit_page import VisitSheet, visit_sheet
from study.json_types import JsonObject
from study.soa import schedule_of_activities
from tests.shared import ROOT, shared_study

PRINTED = dt.datetime(2026, 11, 22, 18, 5, tzinfo=dt.UTC)
SAMPLE = "sample"
ALEXION, LZZT = "alexion-nct04573309-v4", "cdisc-pilot-lzzt-v4"
STUDIES = (SAMPLE, ALEXION, LZZT)


def document(name: str) -> Document:
    """The sample, or a shared study; skips the calling test where that is not there."""
    if name == SAMPLE:
        return Document.from_bytes((ROOT / "resources/studies/maestro-sample.usdm.json").read_bytes())
    return Document.from_bytes(shared_study(name))


def imprint_of(found: Document) -> Imprint:
    """A fixed print time."""
    return Imprint("Revision 3", found.content_hash, PRINTED, printed_text(PRINTED), "Maestro")


def sheet_of(found: Document, shown: Shown | None = None, *, whole: bool = False) -> SoaSheet:
    """The sheet of a document's default timeline."""
    chosen = found.default_timeline()
    assert chosen is not None
    _, design, timeline = chosen
    soa = schedule_of_activities(timeline, design)
    return soa_sheet(soa, design, identity_of(found, design), imprint_of(found), shown, whole=whole)


def visit_of(found: Document, title: str) -> VisitSheet:
    """The checklist of the visit with this title."""
    chosen = found.default_timeline()
    assert chosen is not None
    _, design, timeline = chosen
    soa = schedule_of_activities(timeline, design)
    key = next(column.key for column in soa.columns if column.title == title)
    return visit_sheet(soa, key, design, identity_of(found, design), imprint_of(found))


def awkward(
    *,
    visits: int = 5,
    activities: int = 4,
    visit: str = "Visit {n}",
    activity: str = "Activity {n}",
    footnote: str = "",
    study: str = "STUDY",
) -> Document:
    """A study with a row of visits in epochs of ten, every activity at each; `{n}` counts from 1."""
    instances: list[JsonObject] = []
    timings: list[JsonObject] = []
    for n in range(1, visits + 1):
        last = n == visits
        instances.append(
            {
                "id": f"I{n}",
                "instanceType": "ScheduledActivityInstance",
                "name": f"I{n}",
                "label": visit.format(n=n),
                "epochId": f"E{(n - 1) // 10 + 1}",
                "encounterId": f"C{n}",
                "defaultConditionId": None if last else f"I{n + 1}",
                "timelineExitId": "X" if last else None,
                "activityIds": [f"A{a}" for a in range(1, activities + 1)],
            }
        )
        timings.append(
            {
                "id": f"T{n}",
                "instanceType": "Timing",
                "name": f"T{n}",
                "type": {"code": "C201358" if n == 1 else "C201356"},
                "value": "P1D" if n == 1 else f"P{n}D",
                "relativeToFrom": {"code": "C201355"},
                "relativeFromScheduledInstanceId": f"I{n}",
                "relativeToScheduledInstanceId": "I1",
            }
        )
    conditions: list[Any] = []
    if footnote:
        conditions.append(
            {"id": "N1", "instanceType": "Condition", "name": "N1", "text": footnote, "appliesToIds": ["A1"]}
        )
    version: JsonObject = {
        "id": "V",
        "instanceType": "StudyVersion",
        "versionIdentifier": "1",
        "titles": [{"id": "TT", "text": study, "instanceType": "StudyTitle"}],
        "conditions": conditions,
        "studyDesigns": [
            {
                "id": "D",
                "instanceType": "InterventionalStudyDesign",
                "name": "D",
                "epochs": [
                    {"id": f"E{n}", "instanceType": "StudyEpoch", "name": f"Epoch {n}"}
                    for n in range(1, (visits - 1) // 10 + 2)
                ],
                "encounters": [
                    {"id": f"C{n}", "instanceType": "Encounter", "name": f"Encounter {n}"}
                    for n in range(1, visits + 1)
                ],
                "activities": [
                    {"id": f"A{n}", "instanceType": "Activity", "name": activity.format(n=n)}
                    for n in range(1, activities + 1)
                ],
                "scheduleTimelines": [
                    {
                        "id": "L",
                        "instanceType": "ScheduleTimeline",
                        "name": "Main",
                        "mainTimeline": True,
                        "entryId": "I1" if visits else None,
                        "instances": instances,
                        "timings": timings,
                        "exits": [{"id": "X", "instanceType": "ScheduleTimelineExit"}],
                    }
                ],
            }
        ],
    }
    root = {"study": {"instanceType": "Study", "name": study, "versions": [version]}, "usdmVersion": "4.0"}
    return Document.from_bytes(json.dumps(root).encode())


ILLEGAL = "bell\x07 null\x00 escape\x1b half\ud83d"
LONG = "An activity whose name goes on and on, " * 52  # 2,028 characters
HEBREW = "ביקור שבועי"
EMOJI = "Visit 🩺 with 👩🏽‍⚕️"
"""Texts that files and paper find hard."""
