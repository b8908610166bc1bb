"""Which timelines' planned times may differ after some changes, so that only those are computed again."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from study.document import Document
from study.json_types import JsonObject

# Attributes that say what a thing is called, where it is shown or which visit it makes, never when it is planned.
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
    }
)


def retimed_timelines(
    document: Document,
    attributes: Collection[tuple[str, str]],
    structure: Collection[str],
    old_owners: Mapping[str, tuple[str, str] | None],
) -> frozenset[str]:
    """Ids of the timelines in which something that decides a planned time differs, and of those that wait for them.

    A timeline waits for the sub-timelines of its instances and activities, because a timing may count from their
    end. `attributes`, `structure` as in `study.apply.Changed`; `old_owners`: where each moved or removed entity was.
    """
    retimed: set[str] = set()
    for address, attribute in attributes:
        if attribute not in _TIMELESS:
            retimed |= _timelines_around(document, address)
    for address in structure:
        retimed |= _timelines_around(document, address)
        owner = old_owners.get(address)
        while owner is not None:
            retimed |= _timelines_around(document, owner[0])
            owner = old_owners.get(owner[0])
    return _with_those_waiting(document, retimed)


def _timelines_around(document: Document, address: str) -> set[str]:
    """The timeline that an entity stands in; all timelines where it is an activity or holds timelines."""
    item = document.index.object_at(address)
    while item is not None:
        kind = item.get("instanceType")
        if kind == "ScheduleTimeline" or "mainTimeline" in item:
            identifier = item.get("id")
            return {identifier} if type(identifier) is str else set()
        holder = document.index.owner_of(item)
        attribute = holder[1] if holder else ""
        if attribute == "activities":
            return _timelines_marking(document, item)
        if "scheduleTimelines" in item:
            return {timeline.id for _, _, timeline in document.timelines() if timeline.id}
        if attribute in _HOLDERS_WITHOUT_TIME:
            return set()
        item = holder[0] if holder else None
    return set()


_HOLDERS_WITHOUT_TIME = frozenset(
    {
        *("encounters", "epochs", "arms", "elements", "studyCells", "objectives", "estimands", "indications"),
        *(
            "population",
            "eligibilityCriteria",
            "conditions",
            "notes",
            "studyInterventions",
            "biomedicalConcepts",
        ),
        *("narrativeContentItems", "organizations", "roles", "titles", "dictionaries", "amendments"),
    }
)


def _timelines_marking(document: Document, activity: JsonObject) -> set[str]:
    identifier = activity.get("id")
    return {
        timeline.id
        for _, _, timeline in document.timelines()
        if timeline.id and any(identifier in instance.activities for instance in timeline.instances)
    }


def _with_those_waiting(document: Document, retimed: set[str]) -> frozenset[str]:
    if not retimed:
        return frozenset()
    waiting: dict[str, set[str]] = {}
    for _, design, timeline in document.timelines():
        if not timeline.id:
            continue
        sub_timelines = {activity.id: activity.sub_timeline for activity in design.activities}
        for instance in timeline.instances:
            for sub in (instance.sub_timeline, *(sub_timelines.get(each) for each in instance.activities)):
                if sub:
                    waiting.setdefault(sub, set()).add(timeline.id)
    pending = list(retimed)
    while pending:
        for timeline_id in waiting.get(pending.pop(), ()):
            if timeline_id not in retimed:
                retimed.add(timeline_id)
                pending.append(timeline_id)
    return frozenset(retimed)
