"""Compiling a schedule into a plan: what it holds, what cannot run and why, and what is doubtful.

An obstacle keeps a schedule from being run; a remark says what was taken for granted where the study is silent.
Decisions without a rule are no obstacle: they ask a person, in the role that the study's words tell.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from study.annexe import Annexe
from study.document import Document
from study.durations import is_clock_duration, parse_duration
from study.graph import EdgeKind, ScheduleGraph, components, instance_keys
from study.json_types import JsonObject
from study.language import translate
from study.model import Entity, ScheduledInstance, ScheduleTimeline, StudyDesign, objects
from study.plan.plan import (
    OTHERWISE,
    Named,
    Plan,
    PlanInstance,
    PlanLoop,
    PlanTime,
    PlanTimeline,
    Role,
    SubTimeline,
    Way,
)
from study.plan.roles import ends_the_main, gives_treatment, only_once, role_of
from study.plan.said import NO_RULE, KeptRule, Said, kept_rules, one_line, visits_before
from study.side_timelines import Role as TimelineRole
from study.side_timelines import timeline_uses
from study.timeline import PlannedTime, PlannedTimes, clock_window_on_date, is_main_timeline, planned_times
from study.visit_title import visit_title

_AT_MOST = re.compile(r"\b(?:at most|up to|maximum|no more than)\b", re.IGNORECASE)
_TREATMENT = "C101526"  # NCI: Treatment Epoch


@dataclass(frozen=True, slots=True)
class Doubt:
    """What keeps a schedule from being run, or what was taken for granted: a sentence, and the address it is about."""

    text: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Compiled:
    """The outcome of compiling: a plan unless there are obstacles."""

    plan: Plan | None
    obstacles: tuple[Doubt, ...]
    remarks: tuple[Doubt, ...]


def compile_plan(
    document: Document, timeline: ScheduleTimeline | str | None = None, annexe: Annexe | None = None
) -> Compiled:
    """Compiles one timeline of a document (a view or an id; None for the main one) with all that hangs on it.

    Never raises on a damaged study: what cannot run is told in `obstacles`. Takes time linear in the timelines.
    """
    found = _found(document, timeline)
    if found is None:
        text = translate("plan", "The study has no such timeline: there is nothing to run.")
        return Compiled(None, (Doubt(text),), ())
    return compile_timeline(found[1], found[0], annexe, document.title)


def compile_timeline(
    timeline: ScheduleTimeline, design: StudyDesign, annexe: Annexe | None = None, study: str = ""
) -> Compiled:
    """`compile_plan` for a timeline in hand."""
    return _Compiler(timeline, design, annexe or Annexe.empty(), study).compiled()


def _found(
    document: Document, wanted: ScheduleTimeline | str | None
) -> tuple[StudyDesign, ScheduleTimeline] | None:
    if isinstance(wanted, ScheduleTimeline):
        return next(((d, t) for _, d, t in document.timelines() if t == wanted), None)
    place = document.default_timeline() if wanted is None else document.find_timeline(wanted)
    return None if place is None else place[1:]


class _Compiler:
    def __init__(self, timeline: ScheduleTimeline, design: StudyDesign, annexe: Annexe, study: str) -> None:
        self.timeline = timeline
        self.design = design
        self.study = study
        self.rules = kept_rules(annexe)
        self.obstacles: list[Doubt] = []
        self.remarks: list[Doubt] = []
        self.epochs = {each.id: each for each in design.epochs if each.id}
        self.activities = {each.id: each for each in design.activities if each.id}
        self.encounters = {each.id: each for each in design.encounters if each.id}
        self.timelines: dict[str, ScheduleTimeline] = {}
        for each in design.timelines:
            if each.id:
                self.timelines.setdefault(each.id, each)
        self.said = Said(design, annexe, self.rules, self._remark)

    def compiled(self) -> Compiled:
        wanted: dict[str, tuple[ScheduleTimeline, bool]] = {
            self.timeline.id or "": (self.timeline, False),
        }
        if is_main_timeline(self.timeline, self.design):
            for use in timeline_uses(self.design):
                if use.timeline != self.timeline and use.role is TimelineRole.SIDE and use.timeline.id:
                    wanted.setdefault(use.timeline.id, (use.timeline, True))
        made: list[PlanTimeline] = []
        waiting = list(wanted)
        for identity in waiting:  # grows while sub-timelines are found
            timeline, is_side = wanted[identity]
            before = len(self.obstacles)
            each, subs = self._timeline(timeline, is_side)
            if (
                made and len(self.obstacles) > before
            ):  # a damaged timeline beside the main one does not stop it
                self.remarks += self.obstacles[before:]
                del self.obstacles[before:]
                continue
            made.append(each)
            for sub in subs:
                if sub not in wanted:
                    wanted[sub] = (self.timelines[sub], False)
                    waiting.append(sub)
        if self.obstacles:
            return Compiled(None, tuple(self.obstacles), tuple(self.remarks))
        made = self._without_circles(made)
        used = {a for t in made for i in t.instances for a in i.activities}
        epochs = {i.epoch for t in made for i in t.instances if i.epoch}
        encounters = {i.encounter for t in made for i in t.instances if i.encounter}
        plan = Plan(
            tuple(made),
            tuple(_named(key, each) for key, each in self.activities.items() if key in used),
            tuple(_named(key, each) for key, each in self.epochs.items() if key in epochs),
            tuple(_named(key, each) for key, each in self.encounters.items() if key in encounters),
            one_line(self.study),
            self._treatments(used),
        )
        return Compiled(plan, (), tuple(self.remarks))

    def _treatments(self, used: Collection[str]) -> tuple[str, ...]:
        """The activities that give the treatment: by what their procedures refer to, else by their names."""
        raws = objects(self.design.version.raw.get("studyInterventions")) + objects(
            self.design.raw.get("studyInterventions")
        )
        names = [Entity(each).title for each in raws]
        return tuple(
            key
            for key, each in self.activities.items()
            if key in used
            and (
                any(type(p.raw.get("studyInterventionId")) is str for p in each.procedures)
                or gives_treatment(each.title, names)
            )
        )

    def _timeline(self, timeline: ScheduleTimeline, is_side: bool) -> tuple[PlanTimeline, list[str]]:
        planned = planned_times(timeline, self.design)
        graph = planned.graph
        title = one_line(timeline.title)
        address = timeline.id or ""
        if not graph.order:
            text = translate("plan", "Timeline “{timeline}” has no instance: there is nothing to run.")
            self.obstacles.append(Doubt(text.format(timeline=title), address))
            return PlanTimeline(address, title, "", ()), []
        key_of = instance_keys(timeline.instances)[1]
        entry = key_of.get(timeline.entry or "")
        if entry is None:
            entry = graph.order[0]
            self._remark(
                translate(
                    "plan", "Timeline “{timeline}” does not say where it starts: taken as “{visit}”."
                ).format(timeline=title, visit=one_line(graph.instances[entry].title)),
                address,
            )
        subs: dict[str, list[SubTimeline]] = {}
        for edge in graph.edges:
            if edge.kind is EdgeKind.SUB_TIMELINE and edge.target in self.timelines:
                subs.setdefault(edge.source, []).append(SubTimeline(edge.target, edge.entity_id))
        ways = _ways(graph, key_of, self.rules)
        before = visits_before(ways, lambda key: graph.instances[key].is_decision or len(ways[key]) > 1)
        instances = tuple(
            replace(
                self._instance(planned, key, ways[key], tuple(subs.get(key, ()))),
                gates=self.said.gates_at(graph, key, before),
            )
            for key in graph.order
        )
        self._look_for_the_end(graph, entry, ways, title)
        for source, attribute, missing in graph.dangling:
            self._remark(
                translate(
                    "plan", "“{name}” refers to “{missing}” ({attribute}), which does not exist."
                ).format(name=source, missing=one_line(missing), attribute=attribute),
                source,
            )
        if not any(each.time.is_anchor for each in instances):
            text = translate(
                "plan", "Timeline “{timeline}” has no Fixed Reference: nothing in it gets a date."
            )
            self._remark(text.format(timeline=title), address)
        anchor, day = _first_anchor(planned)
        said = ends_the_main(timeline.title, timeline.entry_condition) if is_side else ""
        if said:
            text = translate(
                "plan", "Timeline “{timeline}” says “{words}”: once started, it ends the main timeline."
            )
            self._remark(text.format(timeline=title, words=said), address)
        made = PlanTimeline(
            id=address,
            title=title,
            entry=entry,
            instances=instances,
            loops=tuple(PlanLoop(loop.head, loop.tail, loop.body) for loop in graph.loops),
            anchor=anchor,
            day_of_anchor=day,
            entry_condition=one_line(timeline.entry_condition),
            is_side=is_side,
            ends_main=bool(said),
            ends_main_said_by=one_line(said),
            spans=self.said.spans_in(graph),
        )
        if is_side:
            made = self._started(made, timeline)
        return made, list(dict.fromkeys(sub.timeline for each in subs.values() for sub in each))

    def _started(self, made: PlanTimeline, timeline: ScheduleTimeline) -> PlanTimeline:
        """A side timeline with what says when, by whom and how often it is started."""
        kept = self.rules.get(timeline.id or "", NO_RULE)
        role, word = role_of(made.entry_condition, made.title)
        once = only_once(made.entry_condition) or made.ends_main
        return replace(
            made,
            entry_rule=kept.text,
            started_by=role if word else Role.SITE_COORDINATOR,
            at_most=kept.at_most if kept.at_most is not None else 1 if once else None,
        )

    def _instance(
        self, planned: PlannedTimes, key: str, ways: tuple[Way, ...], subs: tuple[SubTimeline, ...]
    ) -> PlanInstance:
        time = planned.times[key]
        instance = time.instance
        epoch = self.epochs.get(instance.epoch or "")
        decides = instance.is_decision or len(ways) > 1
        role, said = Role.SITE_COORDINATOR, ""
        if decides and len(ways) > 1:
            role, said = self._role(planned, instance, ways)
        for way in ways:
            if way.back and not way.rule and way.at_most is None and _AT_MOST.search(way.text):
                text = translate(
                    "plan", "“{condition}” is a text alone: no rule keeps anybody from going round again."
                )
                self._remark(text.format(condition=way.text), way.id)
        done = tuple(dict.fromkeys(instance.activities))
        classed = set(self.said.optional.get(key, ()))
        if time.offset is None and not decides:
            text = translate("plan", "When “{visit}” is cannot be told: {reason}")
            self._remark(text.format(visit=one_line(visit_title(time)), reason=time.reason), key)
        elif time.note:
            self._remark(time.note, key)
        elif clock_window_on_date(time):
            text = translate(
                "plan", "The window of “{visit}” is in hours, around a date: it cannot be judged."
            )
            self._remark(text.format(visit=one_line(visit_title(time))), key)
        return PlanInstance(
            key=key,
            title=one_line(visit_title(time)) or key,
            time=_time(time, planned),
            ways=ways,
            is_decision=decides,
            activities=tuple(a for a in done if a in self.activities),
            optional=tuple(a for a in done if a in classed),
            one_of=tuple(self.said.groups.get(key, ())),
            subs=subs,
            epoch=(instance.epoch or "") if epoch is not None else "",
            encounter=instance.encounter if instance.encounter in self.encounters else "",
            in_treatment=epoch is not None and _is_treatment(epoch.raw),
            role=role,
            role_said_by=one_line(said),
            times=self.said.times_at(instance),
            conditions=() if decides else self.said.conditions_at(instance),
        )

    def _role(
        self, planned: PlannedTimes, instance: ScheduledInstance, ways: Sequence[Way]
    ) -> tuple[Role, str]:
        """Told by its rules, by the conditions, the decision's own words, then by what the ways lead to."""
        asked = next((who for way in ways if way.rule and (who := _asked_by(way.rule)) is not None), None)
        if asked is not None:
            return asked, ""
        said = [way.text for way in ways if way.id != OTHERWISE]
        role, word = role_of(*said, instance.title, instance.name)
        if word:
            return role, word
        targets = [planned.times[way.target].instance.title for way in ways if way.target]
        role, word = role_of(*targets)
        if role is Role.INVESTIGATOR:
            return role, word
        if any(way.rule for way in ways):
            return Role.SITE_COORDINATOR, ""
        self._remark(
            translate(
                "plan", "Nothing tells who decides at “{decision}”: the site coordinator is asked."
            ).format(decision=one_line(instance.title)),
            instance.id or "",
        )
        return Role.SITE_COORDINATOR, ""

    def _look_for_the_end(
        self, graph: ScheduleGraph, entry: str, ways: Mapping[str, tuple[Way, ...]], title: str
    ) -> None:
        """Obstacles for loops that nothing leads out of; remarks for paths that end with no exit."""
        onward = {key: [way.target for way in each if way.target] for key, each in ways.items()}
        reached, waiting = {entry}, [entry]
        while waiting:
            for target in onward[waiting.pop()]:
                if target not in reached:
                    reached.add(target)
                    waiting.append(target)
        exits = {e.source for e in graph.edges if e.kind is EdgeKind.EXIT}
        before: dict[str, list[str]] = {}
        for key in reached:
            for target in onward[key]:
                before.setdefault(target, []).append(key)
        ends = [key for key in reached if not ways[key] or any(not way.target for way in ways[key])]
        leads_out, waiting = set(ends), list(ends)
        while waiting:
            for source in before.get(waiting.pop(), ()):
                if source not in leads_out:
                    leads_out.add(source)
                    waiting.append(source)
        stuck = reached - leads_out
        if stuck:
            inside = components({key: [t for t in onward[key] if t in stuck] for key in stuck})
            members: dict[int, list[str]] = {}
            for key in graph.order:
                if key in stuck:
                    members.setdefault(inside[key], []).append(key)
            for loop in members.values():
                if len(loop) > 1 or loop[0] in onward[loop[0]]:
                    names = ", ".join(one_line(graph.instances[key].title) for key in loop[:4])
                    text = translate(
                        "plan",
                        "No way leads out of the loop of {visits} in “{timeline}”: it would never end. "
                        "Give it a decision with a way on, or an exit.",
                    )
                    self.obstacles.append(Doubt(text.format(visits=names, timeline=title), loop[0]))
        for key in graph.order:
            if key in reached and not ways[key] and key not in exits:
                text = translate(
                    "plan", "After “{visit}” the schedule does not say how it goes on: it ends there."
                )
                self._remark(text.format(visit=one_line(graph.instances[key].title)), key)

    def _without_circles(self, made: list[PlanTimeline]) -> list[PlanTimeline]:
        """The timelines without sub-timelines that would contain themselves, or that could not be made."""
        known = {each.id for each in made}
        holds = {
            each.id: [s.timeline for i in each.instances for s in i.subs if s.timeline in known]
            for each in made
        }
        circle = components(holds)
        result = []
        for each in made:
            instances = []
            for instance in each.instances:
                subs = tuple(
                    s for s in instance.subs if s.timeline in known and circle[s.timeline] != circle[each.id]
                )
                if len(subs) != len(instance.subs):
                    text = translate(
                        "plan", "A timeline inside “{visit}” contains itself or cannot run: left out."
                    )
                    self._remark(text.format(visit=instance.title), instance.key)
                    instance = replace(instance, subs=subs)
                instances.append(instance)
            result.append(replace(each, instances=tuple(instances)))
        return result

    def _remark(self, text: str, address: str) -> None:
        self.remarks.append(Doubt(text, address))


def _named(key: str, entity: Entity) -> Named:
    return Named(key, one_line(entity.title))


def _is_treatment(epoch: JsonObject) -> bool:
    kind = epoch.get("type")
    if type(kind) is not dict:
        return False
    code, decode = kind.get("code"), kind.get("decode")
    if type(code) is str and code:
        return code == _TREATMENT
    return type(decode) is str and "treatment" in decode.casefold()


def _first_anchor(planned: PlannedTimes) -> tuple[str, int | None]:
    """The anchor from which study days count, and its study day; else the first anchor, which has none."""
    anchors = [time for time in planned.times.values() if time.is_anchor]
    counting = next((time for time in anchors if time.study_day is not None), None)
    if counting is not None:
        return counting.key, counting.study_day
    return (anchors[0].key if anchors else ""), None


def _time(time: PlannedTime, planned: PlannedTimes) -> PlanTime:
    timing = time.timing
    if timing is None or time.offset is None:
        return PlanTime(unknown=time.status.value, timing=(timing.id or "") if timing is not None else "")
    reference = planned.times.get(time.reference)
    lower, upper = parse_duration(timing.window_lower), parse_duration(timing.window_upper)
    return PlanTime(
        offset=time.offset,
        reference=time.reference if reference is not None else "",
        time_base=time.time_base,
        is_anchor=time.is_anchor,
        is_range=time.is_range,
        whole_days=time.whole_days,
        in_hours=is_clock_duration(timing.value),
        lower=lower,
        upper=upper,
        lower_in_hours=is_clock_duration(timing.window_lower),
        upper_in_hours=is_clock_duration(timing.window_upper),
        clock_window_on_date=clock_window_on_date(time),
        study_day=time.study_day,
        timing=timing.id or "",
        label=one_line(timing.value_label or timing.label or timing.name),
    )


def _ways(
    graph: ScheduleGraph, key_of: Mapping[str, str], rules: Mapping[str, KeptRule]
) -> dict[str, tuple[Way, ...]]:
    """The ways on of every instance: its conditions in the file's order, then what happens otherwise."""
    back = {(edge.source, edge.target) for edge in graph.edges if edge.back}
    found: dict[str, tuple[Way, ...]] = {}
    for key, instance in graph.instances.items():
        ways: list[Way] = []
        taken = {OTHERWISE}
        for place, each in enumerate(instance.condition_assignments, 1):
            identity = each.id or f"way {place}"
            while identity in taken:
                identity += "*"
            taken.add(identity)
            target = key_of.get(each.target or "", "")
            rule = rules.get(each.id or "", NO_RULE)
            text = one_line(each.condition)
            ways.append(Way(identity, target, text, (key, target) in back, rule.text, rule.at_most))
        default = key_of.get(instance.default_condition or "", "")
        if default or ways:
            ways.append(Way(OTHERWISE, default, back=(key, default) in back))
        found[key] = tuple(ways)
    return found


_ROLES = {each.value: each for each in Role}


def _asked_by(rule: str) -> Role | None:
    """Who answers where a rule asks; None for one of another format."""
    kept = json.loads(rule)
    if type(kept) is not dict or kept.get("format") != 1:
        return None
    who = kept.get("who", Role.INVESTIGATOR.value)
    return _ROLES.get(who.casefold()) if type(who) is str else None
