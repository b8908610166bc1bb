"""What a new visit is made of: its instance, its encounter, its place in the path and in the lists of the study."""

from __future__ import annotations

import re
from collections.abc import Sequence

from study.commands.copies import fresh_copy
from study.commands.draft import Draft
from study.commands.path import Onward, Way, default_run, graph_of, lead, leads_to, onward, timeline_exit
from study.document import Document
from study.durations import Offset, nominal_seconds
from study.json_types import JsonObject, JsonValue
from study.model import Encounter, ScheduleTimeline, StudyDesign
from study.timeline import PlannedTimes


def name_like(taken: Sequence[str], called: str) -> str:
    """The USDM name of what a person calls so, in the style of the names around it ("WEEK_10"), taken by none."""
    pattern, called = "{name} ({number})", called.strip()
    shouted = [name for name in taken if name]
    if shouted and all(name == name.upper() and " " not in name for name in shouted):
        called = re.sub(r"[^\w+−-]+", "_", called).strip("_").upper() or called
        pattern = "{name}_{number}"
    name, number = called, 2
    while name in taken:
        name, number = pattern.format(name=called, number=number), number + 1
    return name


def new_instance(
    draft: Draft,
    timeline: ScheduleTimeline,
    called: str,
    *,
    epoch: str | None,
    activities: Sequence[str] = (),
    encounter: str | None = None,
    behind: str | None = None,
) -> str:
    """A new ScheduledActivityInstance that leads nowhere yet, written behind another one; its id."""
    assert timeline.id is not None
    taken = [instance.name for instance in timeline.instances]
    instance = draft.new(
        "ScheduledActivityInstance",
        name=name_like(taken, called),
        label=called,
        description=None,
        timelineId=None,
        timelineExitId=None,
        defaultConditionId=None,
        epochId=epoch,
        activityIds=list(activities),
        encounterId=encounter,
    )
    return draft.insert(timeline.id, "instances", instance, _written_behind(timeline, behind))


def new_decision(
    draft: Draft, timeline: ScheduleTimeline, called: str, *, epoch: str | None, behind: str | None
) -> str:
    """A new ScheduledDecisionInstance without branches, written behind another instance; its id."""
    assert timeline.id is not None
    taken = [instance.name for instance in timeline.instances]
    v3: dict[str, JsonValue] = {}
    if draft.document.capabilities.generation < 4:
        v3 = {"timelineId": None, "timelineExitId": None}
    decision = draft.new(
        "ScheduledDecisionInstance",
        name=name_like(taken, called),
        label=called,
        description=None,
        **v3,
        defaultConditionId=None,
        epochId=epoch,
        conditionAssignments=[],
    )
    return draft.insert(timeline.id, "instances", decision, _written_behind(timeline, behind))


def new_branch(draft: Draft, decision: str, condition: str, target: str) -> str:
    """A new ConditionAssignment of a decision, behind its others; its id."""
    branch = draft.new("ConditionAssignment", condition=condition, conditionTargetId=target)
    return draft.insert(decision, "conditionAssignments", branch)


def put_on_way(draft: Draft, way: Way, first: str, last: str | None = None) -> None:
    """Put an instance, or a run of them, on a way, and have it lead on to where the way led; exits move along."""
    led = leads_to(draft.document, way) or Onward()
    last = last or first
    if led.target is None and led.exit is None:
        led = Onward(exit=timeline_exit(draft, draft.timeline_of(first)))
    lead(draft, way, Onward(target=first))
    lead(draft, Way(last), led)


def new_encounter(
    draft: Draft, design: StudyDesign, called: str, *, like: Encounter | None, behind: str | None
) -> str:
    """A new Encounter: type, settings and contact modes of another one, transition rules not; its id.

    `behind` is the encounter that it follows (previousId and nextId follow by themselves); None: the first.
    """
    assert design.id is not None
    name = name_like([encounter.name for encounter in design.encounters], called)
    if like is not None:
        encounter = fresh_copy(draft, _without(like.raw, ("notes",)))
        encounter.update({"name": name, "label": called})
        for attribute in ("description", "previousId", "nextId", "scheduledAtId"):
            if attribute in encounter:
                encounter[attribute] = None
        for attribute in ("transitionStartRule", "transitionEndRule"):
            if attribute in encounter:
                encounter[attribute] = None
    else:
        capabilities = draft.document.capabilities
        settings = "environmentalSettings" if capabilities.environmental_settings else "environmentalSetting"
        notes: dict[str, JsonValue] = {"notes": []} if capabilities.generation >= 4 else {}
        encounter = draft.new(
            "Encounter",
            name=name,
            label=called,
            description=None,
            type=draft.code("C25716", "Visit"),
            previousId=None,
            nextId=None,
            scheduledAtId=None,
            **{settings: []},
            contactModes=[],
            transitionStartRule=None,
            transitionEndRule=None,
            **notes,
        )
    return draft.insert(design.id, "encounters", encounter, behind)


def _without(item: JsonObject, lists: tuple[str, ...]) -> JsonObject:
    """A copy of the object's surface with some lists empty."""
    return {key: [] if key in lists and type(value) is list else value for key, value in item.items()}


def encounter_before(draft: Draft, design: StudyDesign, timeline: ScheduleTimeline, way: Way) -> str | None:
    """The encounter that one on a way follows: that of the nearest instance before it in the path that has one."""
    known = {encounter.id for encounter in design.encounters if encounter.id in draft.document.index.unique}
    order = graph_of(draft.document, timeline).order
    instances = {instance.id: instance for instance in timeline.instances if instance.id}
    before = order[: order.index(way.source) + 1] if way.source in order else ()
    for key in reversed(before):
        instance = instances.get(key)
        if instance is not None and instance.encounter in known:
            return instance.encounter
    if way.source in order or timeline.main:
        return None
    # Beside the main timeline there is no order of encounters to keep: what is new comes last.
    return next((e.id for e in reversed(design.encounters) if e.id in known), None)


def way_in_time(timeline: ScheduleTimeline, times: PlannedTimes, offset: Offset, base: str) -> Way:
    """The way of the path on which something at an offset belongs: behind the last that is not later.

    The entry where all are later. Only the path along the default ways is looked at: branches are not meant.
    """
    assert timeline.id is not None
    way = Way(timeline.id)
    for instance in default_run(timeline):
        assert instance.id is not None
        planned = times.times.get(instance.id)
        if planned is None or planned.offset is None or planned.time_base != base:
            continue
        if nominal_seconds(planned.offset) > nominal_seconds(offset):
            break
        if onward(instance) == Onward():
            break
        way = Way(instance.id)
    return way


def way_behind(
    document: Document,
    times: PlannedTimes,
    behind: str,
    offset: Offset,
    base: str,
    *,
    within_part: bool = False,
) -> Way:
    """The way behind an instance, and behind those after it in the path that are not planned later than `offset`.

    `within_part`: not past a decision, which would lead out of a cycle or into another part, and not past what is
    planned at the same time: what a person puts behind a visit stays next to it.
    """
    seen, here = {behind}, behind
    while True:
        led = leads_to(document, Way(here))
        planned = times.times.get(led.target or "") if led is not None else None
        if planned is None or planned.key in seen or planned.offset is None or planned.time_base != base:
            return Way(here)
        apart = nominal_seconds(offset) - nominal_seconds(planned.offset)
        if apart < 0 or (within_part and (apart == 0 or planned.instance.is_decision)):
            return Way(here)
        if leads_to(document, Way(planned.key)) == Onward():
            return Way(here)
        seen.add(planned.key)
        here = planned.key


def _written_behind(timeline: ScheduleTimeline, behind: str | None) -> str | None:
    return behind if any(instance.id == behind for instance in timeline.instances) else None
