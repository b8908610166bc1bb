"""The timelines beside the main one: what starts each, from where it is run, and how many instances it has."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from study.graph import instance_keys
from study.model import Activity, ScheduledInstance, ScheduleTimeline, StudyDesign


class Role(StrEnum):
    """What a timeline is beside the main one."""

    MAIN = "main"
    SUB = "sub"  # run inside an activity or instance
    SIDE = "side"  # starts on an event that its entry condition tells


@dataclass(frozen=True, slots=True)
class Start:
    """A place that runs a timeline: an instance by key in another timeline, through an activity where one is named."""

    timeline: ScheduleTimeline
    key: str
    instance: ScheduledInstance
    activity: Activity | None


@dataclass(frozen=True, slots=True)
class TimelineUse:
    """One timeline of a design, and what starts it: its USDM entryCondition, and the places that run it."""

    timeline: ScheduleTimeline
    role: Role
    starts: tuple[Start, ...]


def timeline_uses(design: StudyDesign) -> tuple[TimelineUse, ...]:
    """Every timeline of a design with what starts it: the main one first, then in the file's order.

    USDM: Activity.timelineId and ScheduledInstance.timelineId. An instance that runs a timeline in both ways counts
    once for the instance and once for each activity.
    """
    carried = {
        activity.id: activity for activity in design.activities if activity.id and activity.sub_timeline
    }
    starts: dict[str, list[Start]] = {}
    for timeline in design.timelines:
        instances = timeline.instances
        if not carried and not any(instance.sub_timeline for instance in instances):
            continue
        for key, instance in instance_keys(instances)[0].items():
            if instance.sub_timeline:
                starts.setdefault(instance.sub_timeline, []).append(Start(timeline, key, instance, None))
            if not carried or carried.keys().isdisjoint(instance.activities):
                continue
            for identity in dict.fromkeys(instance.activities):
                activity = carried.get(identity)
                if activity is not None and activity.sub_timeline:
                    start = Start(timeline, key, instance, activity)
                    starts.setdefault(activity.sub_timeline, []).append(start)
    main = design.main_timeline
    uses = []
    for timeline in sorted(design.timelines, key=lambda timeline: timeline != main):
        mine = tuple(starts.get(timeline.id or "", ()))
        role = Role.MAIN if timeline == main else Role.SUB if mine else Role.SIDE
        uses.append(TimelineUse(timeline, role, mine))
    return tuple(uses)
