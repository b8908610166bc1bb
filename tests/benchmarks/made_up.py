"""Studies made up for measuring: as long and as wide as asked, every visit timed from the anchor with a window."""

from __future__ import annotations

import json

from study.json_types import JsonObject

_EPOCHS = ("Screening", "Treatment", "Maintenance", "Follow-up")


def long_study(visits: int, activities: int) -> bytes:
    """A USDM 4 study with one timeline: an anchor, and behind it a visit a week, a third of its cells marked."""
    epochs: list[JsonObject] = [
        {"id": f"epoch_{n}", "name": name, "label": name} for n, name in enumerate(_EPOCHS)
    ]
    rows: list[JsonObject] = [
        {"id": f"activity_{n}", "name": f"Activity {n}", "childIds": []} for n in range(activities)
    ]
    meetings: list[JsonObject] = [
        {"id": f"encounter_{n}", "name": f"Visit {n}", "label": f"Visit {n}"} for n in range(visits)
    ]
    for items, kind in ((epochs, "StudyEpoch"), (rows, "Activity"), (meetings, "Encounter")):
        for n, item in enumerate(items):
            item["previousId"] = items[n - 1]["id"] if n else None
            item["nextId"] = items[n + 1]["id"] if n + 1 < len(items) else None
            item["instanceType"] = kind
    instances: list[JsonObject] = [
        {
            "id": f"visit_{n}",
            "name": f"Visit {n}",
            "label": f"Visit {n}",
            "defaultConditionId": f"visit_{n + 1}" if n + 1 < visits else None,
            "timelineExitId": None if n + 1 < visits else "exit",
            "epochId": f"epoch_{n * len(_EPOCHS) // visits}",
            "encounterId": f"encounter_{n}",
            "activityIds": [f"activity_{a}" for a in range(activities) if (a + n) % 3 == 0],
            "timelineId": None,
            "instanceType": "ScheduledActivityInstance",
        }
        for n in range(visits)
    ]
    timings = [_timing(n) for n in range(visits)]
    timeline: JsonObject = {
        "id": "timeline",
        "name": "Main",
        "label": "Main",
        "mainTimeline": True,
        "entryCondition": "Enrolled",
        "entryId": "visit_0",
        "instances": instances,
        "timings": timings,
        "exits": [{"id": "exit", "instanceType": "ScheduleTimelineExit"}],
        "instanceType": "ScheduleTimeline",
    }
    design: JsonObject = {
        "id": "design",
        "name": "Design",
        "extensionAttributes": [],
        "epochs": epochs,
        "activities": rows,
        "encounters": meetings,
        "arms": [],
        "studyCells": [],
        "elements": [],
        "scheduleTimelines": [timeline],
        "instanceType": "InterventionalStudyDesign",
    }
    version = {"id": "version", "versionIdentifier": "1", "studyDesigns": [design], "conditions": []}
    study = {"id": None, "name": f"{visits} visits", "versions": [version], "instanceType": "Study"}
    return json.dumps({"study": study, "usdmVersion": "4.0.0"}).encode()


def _timing(place: int) -> JsonObject:
    is_anchor = place == 0
    kind = ("C201358", "Fixed Reference") if is_anchor else ("C201356", "After")
    return {
        "id": f"timing_{place}",
        "name": f"Timing {place}",
        "type": {"id": f"type_{place}", "code": kind[0], "decode": kind[1], "instanceType": "Code"},
        "value": "P1D" if is_anchor else f"P{place * 7}D",
        "valueLabel": "Day 1" if is_anchor else f"{place * 7} days",
        "relativeToFrom": {
            "id": f"sides_{place}",
            "code": "C201355",
            "decode": "Start to Start",
            "instanceType": "Code",
        },
        "relativeFromScheduledInstanceId": f"visit_{place}",
        "relativeToScheduledInstanceId": "visit_0",
        "windowLower": None if is_anchor else "P2D",
        "windowUpper": None if is_anchor else "P2D",
        "windowLabel": "" if is_anchor else "±2 days",
        "instanceType": "Timing",
    }
