"""Schedules made by hand, small enough to know by heart."""

from __future__ import annotations

from study.graph import ScheduleGraph, schedule_graph
from study.json_types import JsonObject, JsonValue
from study.model import StudyDesign, StudyVersion
from study.timeline import PlannedTimes, planned_times

Schedule = tuple[ScheduleGraph, PlannedTimes, StudyDesign]


def instance(key: str, to: str | None, epoch: str | None = None, **more: JsonValue) -> JsonObject:
    """An activity instance; `to` is the next one, None for the exit."""
    way: JsonObject = {"defaultConditionId": to} if to else {"timelineExitId": "exit"}
    return {
        "id": key,
        "name": key,
        "label": f"Visit {key}",
        "instanceType": "ScheduledActivityInstance",
        "activityIds": [],
        "epochId": epoch,
        **way,
        **more,
    }


def decision(key: str, to: str, ways: dict[str, str], epoch: str | None = None) -> JsonObject:
    """A decision: `ways` from condition to target."""
    return {
        "id": key,
        "name": key,
        "instanceType": "ScheduledDecisionInstance",
        "defaultConditionId": to,
        "epochId": epoch,
        "conditionAssignments": [
            {
                "id": f"{key}-{target}",
                "instanceType": "ConditionAssignment",
                "condition": text,
                "conditionTargetId": target,
            }
            for text, target in ways.items()
        ],
    }


def schedule(instances: list[JsonObject], entry: str | None = None, **more: JsonValue) -> Schedule:
    """A design with one main timeline of these instances, its graph and its planned times."""
    first = instances[0]["id"] if instances else ""
    timeline: JsonObject = {
        "id": "timeline",
        "name": "Main",
        "instanceType": "ScheduleTimeline",
        "mainTimeline": True,
        "entryCondition": "Consent",
        "entryId": entry or first,
        "instances": list(instances),
        "exits": [{"id": "exit", "instanceType": "ScheduleTimelineExit"}],
        "timings": [],
    }
    sub: JsonObject = {
        "id": "pk",
        "name": "PK profile timeline",
        "instanceType": "ScheduleTimeline",
        "instances": [instance(f"pk{i}", None) for i in range(8)],
        "exits": [],
        "timings": [],
    }
    timeline.update(more)
    raw: JsonObject = {
        "id": "design",
        "instanceType": "InterventionalStudyDesign",
        "epochs": [
            {"id": "screening", "name": "Screening", "instanceType": "StudyEpoch"},
            {"id": "treatment", "name": "Treatment", "instanceType": "StudyEpoch"},
            {"id": "follow-up", "name": "Follow-up", "instanceType": "StudyEpoch"},
        ],
        "activities": [
            {"id": "sampling", "name": "Sampling", "instanceType": "Activity", "timelineId": "pk"},
            {"id": "vitals", "name": "Vital signs", "instanceType": "Activity"},
        ],
        "encounters": [],
        "scheduleTimelines": [timeline, sub],
    }
    design = StudyDesign(raw, StudyVersion({}))
    graph = schedule_graph(design.timelines[0], design)
    return graph, planned_times(design.timelines[0], design, graph), design


def timing(key: str, of: str, to: str | None, value: str, kind: str = "C201356") -> JsonObject:
    """A timing of instance `of`, after instance `to`."""
    return {
        "id": key,
        "name": key,
        "instanceType": "Timing",
        "type": {"code": kind, "decode": "Fixed Reference" if kind == "C201358" else "After"},
        "value": value,
        "valueLabel": value,
        "relativeToFrom": {"code": "C201355", "decode": "Start to Start"},
        "relativeFromScheduledInstanceId": of,
        "relativeToScheduledInstanceId": to,
        "windowLower": "P1D",
        "windowUpper": "P1D",
        "windowLabel": "",
    }


def cycle() -> Schedule:
    """Screening, a cycle of three visits with a decision that goes round, a branch, and a follow-up."""
    return schedule(
        [
            instance("a", "b", "screening", activityIds=["vitals"]),
            instance("b", "c", "treatment", activityIds=["vitals", "sampling"]),
            instance("c", "d", "treatment"),
            decision("d", "e", {"no progression: next cycle": "b"}),
            instance("e", "f", "treatment"),
            instance("f", None, "follow-up"),
        ],
        timings=[
            timing("t-b", "b", None, "P1D", "C201358"),
            timing("t-c", "c", "b", "P7D"),
            timing("t-f", "f", "b", "P28D"),
        ],
    )


def lane(count: int) -> Schedule:
    """A straight path of many visits."""
    return schedule(
        [
            instance(f"v{i}", f"v{i + 1}" if i + 1 < count else None, "treatment" if i else "screening")
            for i in range(count)
        ]
    )
