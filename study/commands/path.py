"""The path of a timeline as commands read and rewire it: ways from one instance to the next, and out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from study.commands.draft import Draft, gone, timeline_of
from study.commands.naming import named
from study.document import Document
from study.graph import Edge, EdgeKind, ScheduleGraph, schedule_graph
from study.json_types import JsonValue
from study.language import translate
from study.model import ConditionAssignment, ScheduledInstance, ScheduleTimeline


@dataclass(frozen=True, slots=True)
class Way:
    """One way of the path: the default way (or exit) of `source`, or the way of its ConditionAssignment.

    `source` is an instance's id; for the way in, a timeline's (USDM entryId).
    """

    source: str
    assignment: str = ""


@dataclass(frozen=True, slots=True)
class Onward:
    """Where a way leads: an instance or an exit of the timeline, or neither."""

    target: str | None = None
    exit: str | None = None


def way_of(edge: Edge) -> Way | None:
    """The way that an edge of the graph draws; None for a sub-timeline and for a timing."""
    if edge.kind is EdgeKind.CONDITION:
        return Way(edge.source, edge.entity_id)
    return Way(edge.source) if edge.kind in (EdgeKind.ENTRY, EdgeKind.DEFAULT, EdgeKind.EXIT) else None


def spoken(document: Document, address: str) -> str:
    """What a person calls what is at an address; the address itself where nothing is."""
    return named(document, address)


def instance_at(document: Document, address: str) -> ScheduledInstance | None:
    """The instance of a timeline at an address, or None."""
    item = document.index.object_at(address)
    holder = document.index.owner_of(item) if item is not None else None
    if item is None or holder is None or holder[1] != "instances":
        return None
    return ScheduledInstance(item)


def timeline_at(document: Document, address: str) -> ScheduleTimeline | None:
    """The timeline that an instance stands in, or that is itself at the address."""
    return timeline_of(document, address)


def why_no_visits(document: Document, addresses: Sequence[str]) -> str:
    """Why these are no instances of one timeline; "" where they are."""
    if not addresses:
        return translate("commands", "Nothing is selected.")
    timelines = set()
    for address in addresses:
        if instance_at(document, address) is None:
            if document.index.object_at(address) is None:
                return gone(address)
            return translate("commands", "“{name}” is no visit and no decision.").format(
                name=spoken(document, address)
            )
        timeline = timeline_of(document, address)
        timelines.add(id(timeline.raw) if timeline is not None else 0)
    if len(timelines) > 1:
        return translate("commands", "These stand in several timelines: choose those of one.")
    return ""


def graph_of(document: Document, timeline: ScheduleTimeline) -> ScheduleGraph:
    """The graph of a timeline of the document."""
    for design in document.designs():
        if timeline in design.timelines:
            return schedule_graph(timeline, design)
    return schedule_graph(timeline)


def in_order(document: Document, timeline: ScheduleTimeline, addresses: Sequence[str]) -> list[str]:
    """Instances of a timeline in the order of its path, each once."""
    chosen = set(addresses)
    return [key for key in graph_of(document, timeline).order if key in chosen]


def onward(instance: ScheduledInstance) -> Onward:
    """Where an instance leads by default."""
    if instance.default_condition is not None:
        return Onward(target=instance.default_condition)
    return Onward(exit=instance.exit)


def leads_to(document: Document, way: Way) -> Onward | None:
    """Where a way leads now; None where there is no such way."""
    item = document.index.object_at(way.source)
    if item is None:
        return None
    if way.assignment:
        for assignment in ScheduledInstance(item).condition_assignments:
            if assignment.id == way.assignment:
                return Onward(target=assignment.target)
        return None
    if instance_at(document, way.source) is None:
        timeline = timeline_of(document, way.source)
        return Onward(target=timeline.entry) if timeline is not None and timeline.raw is item else None
    return onward(ScheduledInstance(item))


def why_no_way(document: Document, way: Way) -> str:
    """Why a way cannot be found; "" where it is there."""
    if leads_to(document, way) is None:
        return gone(way.assignment or way.source)
    return ""


def ways_to(timeline: ScheduleTimeline, target: str) -> list[Way]:
    """Every way of a timeline that leads to an instance, its entry first."""
    found = [Way(timeline.id)] if timeline.id and timeline.entry == target else []
    for instance in timeline.instances:
        if instance.id is None:
            continue
        if instance.default_condition == target:
            found.append(Way(instance.id))
        found.extend(
            Way(instance.id, assignment.id)
            for assignment in instance.condition_assignments
            if assignment.target == target and assignment.id
        )
    return found


def default_run(timeline: ScheduleTimeline) -> list[ScheduledInstance]:
    """The instances from the entry along the default ways, each once."""
    by_id = {instance.id: instance for instance in timeline.instances if instance.id}
    run: dict[str, ScheduledInstance] = {}
    here = timeline.entry
    while here is not None and here in by_id and here not in run:
        run[here] = by_id[here]
        here = by_id[here].default_condition
    return list(run.values())


def source_name(document: Document, way: Way) -> str:
    """What a person calls the beginning of a way: a visit, a decision with its branch, the timeline."""
    name = spoken(document, way.source)
    item = document.index.object_at(way.assignment) if way.assignment else None
    if item is None:
        return name
    return translate("commands", "{decision}, {condition}").format(
        decision=name, condition=" ".join(ConditionAssignment(item).condition.split())
    )


# Rewiring


def lead(draft: Draft, way: Way, to: Onward) -> None:
    """Have a way lead elsewhere. A decision's ways, and the way in, lead to no exit."""
    if way.assignment:
        draft.set(way.assignment, "conditionTargetId", to.target)
    elif instance_at(draft.document, way.source) is None:
        draft.set(way.source, "entryId", to.target)
    else:
        _point(draft, way.source, "defaultConditionId", to.target)
        _point(draft, way.source, "timelineExitId", to.exit)


def timeline_exit(draft: Draft, timeline: ScheduleTimeline) -> str:
    """The id of the timeline's first exit, which is made where it has none."""
    for exit_ in timeline.exits:
        if exit_.id:
            return exit_.id
    assert timeline.id is not None  # asked by `why_not`
    return draft.insert(timeline.id, "exits", draft.new("ScheduleTimelineExit"))


def can_exit(instance: ScheduledInstance) -> bool:
    """Whether an instance may lead out of its timeline: a decision may not (DDF00064)."""
    return not instance.is_decision


def _point(draft: Draft, address: str, attribute: str, to: str | None) -> None:
    item = draft.document.index.object_at(address)
    if to is None and item is not None and item.get(attribute) is None:
        return  # null or not there: as the file has it
    value: JsonValue = to
    draft.set(address, attribute, value)
