"""Small schedules for tests, written in a line or two: instances, decisions, timings, timelines, designs."""

from __future__ import annotations

import json
from functools import cache

from study.json_types import JsonObject
from study.model import ScheduleTimeline, StudyDesign, StudyVersion
from tests.shared import ROOT, shared_study

_TYPES = {"Before": "C201357", "After": "C201356", "Fixed Reference": "C201358"}
_SIDES = {
    "Start to Start": "C201355",
    "End to Start": "C201353",
    "Start to End": "C201354",
    "End to End": "C201352",
}
EXIT = "exit"


def visit(
    identity: str,
    to: str | None = None,
    *,
    activities: tuple[str, ...] = (),
    sub: str | None = None,
    label: str = "",
) -> JsonObject:
    """A ScheduledActivityInstance; without `to` it takes the timeline's exit."""
    return {
        "id": identity,
        "instanceType": "ScheduledActivityInstance",
        "name": identity,
        "label": label,
        "defaultConditionId": to,
        "timelineExitId": None if to else EXIT,
        "timelineId": sub,
        "activityIds": list(activities),
    }


def decision(identity: str, to: str | None, **ways: str) -> JsonObject:
    """A ScheduledDecisionInstance: `to` is the else branch, `ways` the conditions with their targets."""
    return {
        "id": identity,
        "instanceType": "ScheduledDecisionInstance",
        "name": identity,
        "defaultConditionId": to,
        "conditionAssignments": [
            {"id": f"{identity}_{name}", "condition": name, "conditionTargetId": target}
            for name, target in ways.items()
        ],
    }


def timing(
    timed: str,
    kind: str = "After",
    value: str = "P1D",
    to: str | None = None,
    window: tuple[str | None, str | None] = (None, None),
    sides: str = "Start to Start",
) -> JsonObject:
    """A Timing of the instance `timed`, relative to `to`."""
    return {
        "id": f"timing_{timed}",
        "name": f"timing_{timed}",
        "type": {"code": _TYPES.get(kind, ""), "decode": kind},
        "value": value,
        "valueLabel": value,
        "relativeToFrom": {"code": _SIDES.get(sides, ""), "decode": sides},
        "relativeFromScheduledInstanceId": timed,
        "relativeToScheduledInstanceId": timed if kind == "Fixed Reference" and to is None else to,
        "windowLower": window[0],
        "windowUpper": window[1],
    }


def anchor(timed: str, value: str = "P1D") -> JsonObject:
    """A Fixed Reference."""
    return timing(timed, "Fixed Reference", value)


def timeline(
    instances: list[JsonObject],
    timings: list[JsonObject] | None = None,
    *,
    entry: str | None = "first",
    main: bool = True,
    identity: str = "timeline",
) -> JsonObject:
    """A ScheduleTimeline that starts at its first instance, unless `entry` says otherwise."""
    if entry == "first":
        entry = instances[0]["id"] if instances else None
    return {
        "id": identity,
        "instanceType": "ScheduleTimeline",
        "name": identity,
        "mainTimeline": main,
        "entryId": entry,
        "instances": instances,
        "timings": timings or [],
        "exits": [{"id": EXIT}],
    }


def view(raw: JsonObject) -> ScheduleTimeline:
    return ScheduleTimeline(raw)


def design(*timelines: JsonObject, carried: dict[str, str] | None = None) -> StudyDesign:
    """A design with these timelines; `carried` says which activity carries which timeline."""
    activities = [{"id": activity, "timelineId": target} for activity, target in (carried or {}).items()]
    return StudyDesign({"scheduleTimelines": list(timelines), "activities": activities}, StudyVersion({}))


def first_design(data: bytes) -> StudyDesign:
    version = json.loads(data)["study"]["versions"][0]
    return StudyDesign(version["studyDesigns"][0], StudyVersion(version))


@cache
def shared_design(name: str) -> StudyDesign:
    """The design of a shared study; skips the test when it is not there."""
    return first_design(shared_study(name))


@cache
def sample_design() -> StudyDesign:
    return first_design((ROOT / "resources" / "studies" / "maestro-sample.usdm.json").read_bytes())


def timeline_named(of: StudyDesign, name: str) -> ScheduleTimeline:
    return next(t for t in of.timelines if name in (t.id, t.name, t.label))
