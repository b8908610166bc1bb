"""A timing goes with the instance that it times (USDM Timing.relativeFromScheduledInstanceId)."""

from __future__ import annotations

from study.changes import Insert, Remove
from study.commands.draft import Draft
from study.json_types import JsonObject
from study.model import ScheduleTimeline


def remove_timings(draft: Draft) -> None:
    """Remove the timings of the instances that went."""
    gone = gone_instances(draft)
    names = {item.get("id") for item, _ in gone}
    for owner in dict.fromkeys(owner for _, owner in gone):
        timeline = draft.document.index.object_at(owner)
        if timeline is None:
            continue
        for timing in ScheduleTimeline(timeline).timings:
            if timing.relative_from in names and timing.id in draft.document.index.unique:
                draft.remove(timing.id)


def gone_instances(draft: Draft) -> list[tuple[JsonObject, str]]:
    """The instances that a command removed for good, each with the timeline that it stood in."""
    found: dict[str, tuple[JsonObject, str]] = {}
    for recorded in draft.recorded:
        match recorded.change:
            case Remove(attribute="instances") as change:
                found[str(change.entity.get("id"))] = (change.entity, change.owner)
            case Insert(attribute="instances") as change:
                found.pop(str(change.entity.get("id")), None)
    return list(found.values())
