"""Which timelines' planned times may differ after some changes, so that only those are computed again."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from study.document import Document
from study.json_types import JsonObject
from study.model import Activity, ScheduleTimeline, objects
from study.timeline import timing_sides

# Attributes of a timeline and of what stands in it that say what a thing is called, where it is shown or which
# visit it makes, never when it is planned.
_TIMELESS = frozenset(
    {
        "name",
        "label",
        "description",
        "epochId",
        "encounterId",
        "windowLabel",
        "valueLabel",
        "notes",
        "entryCondition",
        "plannedDuration",
        "extensionAttributes",
    }
)
_TO_TIMELINES = ("study", "versions", "studyDesigns", "scheduleTimelines")
_TO_ACTIVITIES = ("study", "versions", "studyDesigns", "activities")


def retimed_timelines(document: Document, attributes: Collection[tuple[str, str]]) -> frozenset[str]:
    """Ids of the timelines in which something that decides a planned time differs, and of those that wait for them.

    `attributes` as in `study.apply.Changed`: (address, attribute) that differ. A timeline waits for the
    sub-timelines of its instances and activities where one of its timings counts from an end. What the sentences
    beside a planned time say (whose name they mention) does not count.
    """
    retimed: set[str] = set()
    for address, attribute in attributes:
        if attribute in _TIMELESS:  # wherever it stands
            continue
        retimed |= _timelines_touched(document, address, attribute)
    return _with_those_waiting(document, retimed) if retimed else frozenset()


def _timelines_touched(document: Document, address: str, attribute: str) -> set[str]:
    """The timelines whose own planned times may lean on an attribute, by where it stands in the document."""
    item = document.index.object_at(address)
    if item is None:
        return set()
    holders: list[JsonObject] = [item]
    path = [attribute]
    while (holder := document.index.owner_of(holders[-1])) is not None:
        holders.append(holder[0])
        path.append(holder[1])
    holders.reverse()  # the root, the study, a version, a design, a timeline or activity ...
    path.reverse()
    above = tuple(path[:4])
    if above[:3] != _TO_TIMELINES[: min(3, len(above))]:
        return set()
    if len(above) < 4:  # a version or a design came, went or changed its place
        return {timeline.id for _, _, timeline in document.timelines() if timeline.id}
    design = holders[3]
    if above == _TO_TIMELINES:
        if (
            len(path) == 4 or path[4] == "mainTimeline"
        ):  # which one is the main timeline is told by all of them
            return _ids(_timelines(design))
        return (
            set() if path[4] in _TIMELESS or path[-1] in _TIMELESS else _ids([ScheduleTimeline(holders[4])])
        )
    if above == _TO_ACTIVITIES and (len(path) == 4 or path[4] == "timelineId"):
        marked = [Activity(holders[4])] if len(path) > 4 else None
        return _ids(
            timeline
            for timeline in _timelines(design)
            if marked is None or any(marked[0].id in instance.activities for instance in timeline.instances)
        )
    return set()


def _timelines(design: JsonObject) -> list[ScheduleTimeline]:
    return [ScheduleTimeline(item) for item in objects(design.get("scheduleTimelines"))]


def _ids(timelines: Iterable[ScheduleTimeline]) -> set[str]:
    return {timeline.id for timeline in timelines if timeline.id}


def _with_those_waiting(document: Document, retimed: set[str]) -> frozenset[str]:
    counts_from_an_end = {
        timeline.id
        for _, _, timeline in document.timelines()
        if timeline.id and any("end" in timing_sides(timing) for timing in timeline.timings)
    }
    if counts_from_an_end <= retimed:
        return frozenset(retimed)
    waiting: dict[str, set[str]] = {}
    for design in document.designs():
        carried = {each.id: each.sub_timeline for each in design.activities if each.sub_timeline}
        for timeline in design.timelines:
            own = timeline.id
            if not own:
                continue
            for instance in timeline.instances:
                subs = [instance.sub_timeline]
                if not carried.keys().isdisjoint(instance.activities):
                    subs += [carried.get(each) for each in instance.activities]
                for sub in subs:
                    if sub:
                        waiting.setdefault(sub, set()).add(own)
    reached = set(retimed)
    pending = list(retimed)
    while pending:
        for timeline_id in waiting.get(pending.pop(), ()):
            if timeline_id not in reached:
                reached.add(timeline_id)
                pending.append(timeline_id)
    return frozenset(retimed | (reached & counts_from_an_end))
