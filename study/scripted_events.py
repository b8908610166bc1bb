"""Scripted events as people write them: visits, activities, answers and timelines by id or by name.

What is named is found among the ids first, then, capitals aside, among the names, labels and titles, and must be one
thing alone. What is not found is refused with the closest that there is.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher, get_close_matches

from study.changes import UnknownFormatError
from study.interpreter.event_fields import KNOWN
from study.interpreter.events import Event, EventType, event_from_json
from study.interpreter.runs import side_run, sub_run, timeline_of
from study.json_types import JsonValue
from study.language import translate
from study.model import StudyDesign
from study.plan.plan import Plan, PlanTimeline

_SOUGHT = 500  # unknown names whose closest are looked for; who has more has another study in hand
_LISTED = 3  # closest names that a refusal lists
_ALIKE = 0.5  # from here on (1 is the same) a name is near enough to be meant
_NEARLY = 0.1  # further names are listed where they are as near as the closest, but for this much
_AT_A_VISIT = frozenset(
    (
        EventType.ANCHOR_HAPPENED,
        EventType.ACTIVITY_DONE,
        EventType.ACTIVITY_NOT_DONE,
        EventType.VISIT_DONE,
        EventType.VISIT_NOT_DONE,
        EventType.VISIT_RESCHEDULED,
        EventType.DECISION_ANSWERED,
    )
)


class NotFoundError(ValueError):
    """Something is named that is not there, or is there several times: a sentence."""


@dataclass(frozen=True, slots=True)
class Names:
    """By what people call the things of one kind: ids by themselves, and by each of their names in small letters."""

    ids: frozenset[str]
    named: Mapping[str, tuple[str, ...]]
    titles: Mapping[str, str]

    def found(self, text: str) -> tuple[str, ...]:
        """The ids that a text may mean."""
        if text in self.ids:
            return (text,)
        return self.named.get(_folded(text), ())

    def closest(self, text: str) -> list[str]:
        """What comes closest to a text, as it is called, the closest first."""
        asked = _folded(text)
        near = sorted(
            ((SequenceMatcher(None, name, asked).ratio(), ids[0]) for name, ids in self.named.items()),
            key=lambda each: -each[0],
        )
        found = [identity for alike, identity in near if alike > max(_ALIKE, near[0][0] - _NEARLY)]
        return [self.titles.get(each, each) for each in dict.fromkeys(found)][:_LISTED]


@dataclass(slots=True)
class Script:
    """Reads one participant's events. `refused`: why an event could not be read, by its place in the list from 0."""

    plan: Plan
    visits: Mapping[str, Names]
    """By timeline."""
    activities: Names
    timelines: Names
    starts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    """The runs that the script starts, by side timeline."""
    refused: dict[int, str] = field(default_factory=dict)
    said: dict[tuple[str, str, str], str] = field(default_factory=dict)
    """Refusals that were worked out already."""

    def read(self, values: Sequence[JsonValue]) -> list[tuple[int, Event]]:
        """The events that can be read, with their places in the list; the others stand in `refused`."""
        plain: list[tuple[int, Event]] = []
        for place, value in enumerate(values):
            try:
                plain.append((place, self._plain(value)))
            except (ValueError, UnknownFormatError) as error:
                self.refused[place] = str(error)
        started: list[tuple[int, Event]] = []
        for place, event in plain:
            try:
                started.append((place, self._started(event)))
            except NotFoundError as error:
                self.refused[place] = str(error)
        found: list[tuple[int, Event]] = []
        for place, event in started:
            try:
                found.append((place, self._meant(event)))
            except NotFoundError as error:
                self.refused[place] = str(error)
        return found

    def _plain(self, value: JsonValue) -> Event:
        _require_known_fields(value)
        return event_from_json(value)

    def _started(self, event: Event) -> Event:
        if event.type is not EventType.SIDE_TIMELINE_STARTED:
            return event
        timeline = self._one(self.timelines, event.timeline, _NO_TIMELINE)
        made = replace(event, timeline=timeline)
        self.starts[timeline].append(made.run or side_run(timeline, made.name or made.identified().id))
        return made

    def _meant(self, event: Event) -> Event:
        if event.type is EventType.CORRECTED and event.instead is not None:
            return replace(event, instead=self._meant(self._named_timeline(event.instead)))
        changes: dict[str, str] = {}
        if event.activity:
            changes["activity"] = self._one(self.activities, event.activity, _NO_ACTIVITY)
        if event.type in _AT_A_VISIT or (
            event.type is EventType.OBSERVATION_RECORDED and (event.instance or event.run)
        ):
            run, key = self._place(event)
            changes |= {"run": run, "instance": key}
            if event.type is EventType.DECISION_ANSWERED:
                changes["answer"] = self._answer(run, key, event.answer)
        return replace(event, **changes) if changes else event  # type: ignore[arg-type]

    def _named_timeline(self, event: Event) -> Event:
        if event.type is not EventType.SIDE_TIMELINE_STARTED:
            return event
        return replace(event, timeline=self._one(self.timelines, event.timeline, _NO_TIMELINE))

    def _place(self, event: Event) -> tuple[str, str]:
        """The run and the key of the instance that an event names."""
        run = self._run(event.run)
        timeline = timeline_of(self.plan, run or "main")
        if timeline is None:
            raise NotFoundError(
                translate("script", "There is no run “{run}”: check which one is meant.").format(
                    run=event.run
                )
            )
        if not event.instance:
            return run, ""
        names = self.visits[timeline.id]
        if not event.run and not names.found(event.instance):
            elsewhere = self._beside(event.instance)
            if elsewhere is not None:
                return elsewhere
        none = _NO_DECISION if event.type is EventType.DECISION_ANSWERED else _NO_VISIT
        return run, self._one(names, event.instance, none, timeline)

    def _beside(self, name: str) -> tuple[str, str] | None:
        """The run and key of a visit that only one side timeline has; None where it has to be looked for elsewhere."""
        holding = [
            (timeline, self.visits[timeline.id].found(name))
            for timeline in self.plan.timelines[1:]
            if timeline.is_side and self.visits[timeline.id].found(name)
        ]
        if len(holding) != 1 or len(holding[0][1]) != 1:
            return None
        timeline, (key,) = holding[0]
        return self._only_run(timeline), key

    def _run(self, text: str) -> str:
        """A run by its name, or by the side timeline that was started once."""
        if not text or timeline_of(self.plan, text) is not None:
            return text
        found = [each for each in self.timelines.found(text) if self.plan.by_id[each] is not self.plan.main]
        if len(found) == 1 and self.plan.by_id[found[0]].is_side:
            return self._only_run(self.plan.by_id[found[0]])
        return self._inside(text) or text

    def _inside(self, text: str) -> str:
        """The run of a timeline inside a visit of the main one: "PK profile", "Day 25 / PK profile"; "" for none.

        "Day 25#2 / PK profile" is the one in its second pass. Raises NotFoundError where several visits have it.
        """
        visit, _, name = text.rpartition(" / ")
        visit, _, number = visit.partition("#") if visit.rpartition("#")[2].isdecimal() else (visit, "", "1")
        wanted = set(self.timelines.found(name.strip()))
        keys = set(self.visits[self.plan.main.id].found(visit.strip())) if visit.strip() else None
        held = [
            (each, sub)
            for each in self.plan.main.instances
            if keys is None or each.key in keys
            for sub in each.subs
            if sub.timeline in wanted
        ]
        if len(held) > 1:
            visits = ", ".join(dict.fromkeys(each.title for each, _ in held[:_LISTED]))
            raise NotFoundError(
                translate(
                    "script",
                    "“{name}” runs inside several visits ({visits}, …): write it as “VISIT / {name}”.",
                ).format(name=name.strip(), visits=visits)
            )
        return "".join(
            sub_run("main", each.key, int(number), sub.timeline, sub.activity) for each, sub in held
        )

    def _only_run(self, timeline: PlanTimeline) -> str:
        runs = list(dict.fromkeys(self.starts.get(timeline.id, ())))
        if len(runs) == 1:
            return runs[0]
        if not runs:
            raise NotFoundError(
                translate(
                    "script", "{timeline} has not been started: record when it was (side timeline started)."
                ).format(timeline=timeline.title)
            )
        raise NotFoundError(
            translate("script", "{timeline} was started several times: name the run ({runs}).").format(
                timeline=timeline.title, runs=", ".join(runs)
            )
        )

    def _answer(self, run: str, key: str, text: str) -> str:
        timeline = timeline_of(self.plan, run or "main")
        instance = timeline.by_key.get(key) if timeline is not None else None
        if timeline is None or instance is None or not instance.is_decision:
            return text  # refused with its reason by the interpreter
        pairs = []
        for way in instance.ways:
            target = timeline.by_key.get(way.target)
            pairs.append((way.id, way.text or way.id, [way.text, target.title if target is not None else ""]))
        return self._one(_names(pairs), text, _NO_ANSWER)

    def _one(self, names: Names, text: str, none: str, timeline: PlanTimeline | None = None) -> str:
        found = names.found(text)
        if len(found) == 1:
            return found[0]
        where = timeline.title if timeline is not None else ""
        if found:
            raise NotFoundError(
                translate("script", "“{name}” may mean several ({ids}): name one by its id.").format(
                    name=text[:80], ids=", ".join(found)
                )
            )
        asked = (none, where, text)
        if asked not in self.said:
            said = _said(none).format(name=text[:80], timeline=where)
            near = names.closest(text[:200]) if len(self.said) < _SOUGHT else []
            if near:
                said = translate("script", "{sentence} The closest: {names}.").format(
                    sentence=said, names=", ".join(f"“{each}”" for each in near)
                )
            self.said[asked] = said
        raise NotFoundError(self.said[asked])


_NO_VISIT, _NO_DECISION, _NO_ACTIVITY = "visit", "decision", "activity"
_NO_TIMELINE, _NO_ANSWER = "timeline", "answer"


def _said(kind: str) -> str:
    match kind:
        case "visit":
            return translate("script", "{timeline} has no visit “{name}”.")
        case "decision":
            return translate("script", "{timeline} has no decision “{name}”.")
        case "activity":
            return translate("script", "The plan has no activity “{name}”.")
        case "timeline":
            return translate("script", "The plan has no side timeline “{name}”.")
        case _:
            return translate("script", "“{name}” is no way on from this decision.")


def script_of(plan: Plan, design: StudyDesign) -> Script:
    """What a script can speak of: the plan's own words, and the names and labels that its study gives."""
    said: dict[str, list[str]] = defaultdict(list)
    for timeline in design.timelines:
        said[timeline.id or ""] += [timeline.name, timeline.label]
        for instance in timeline.instances:
            said[instance.id or ""] += [instance.name, instance.label]
    for activity in design.activities:
        said[activity.id or ""] += [activity.name, activity.label]
    encounters = {each.id: [each.name, each.label] for each in design.encounters if each.id}
    visits: dict[str, Names] = {}
    for each in plan.timelines:
        own = [(i.key, i.title, [i.title, *said.get(i.key, ())]) for i in each.instances]
        held = _names(own)
        through = _names(
            [(i.key, i.title, encounters.get(i.encounter, ())) for i in each.instances if i.encounter]
        )
        visits[each.id] = Names(held.ids, {**through.named, **held.named}, held.titles)
    return Script(
        plan,
        visits,
        _names([(a.id, a.title, [a.title, *said.get(a.id, ())]) for a in plan.activities]),
        _names([(t.id, t.title, [t.title, *said.get(t.id, ())]) for t in plan.timelines[1:]]),
    )


def _names(listed: Iterable[tuple[str, str, Iterable[str]]]) -> Names:
    ids: set[str] = set()
    named: dict[str, dict[str, None]] = defaultdict(dict)
    titles: dict[str, str] = {}
    for identity, title, names in listed:
        ids.add(identity)
        titles[identity] = title
        for name in (*names, identity):
            if folded := _folded(name):
                named[folded][identity] = None
    return Names(frozenset(ids), {name: tuple(each) for name, each in named.items()}, titles)


def _require_known_fields(value: JsonValue) -> None:
    for name in value if isinstance(value, Mapping) else ():
        if name in KNOWN:
            continue
        near = get_close_matches(name, KNOWN, n=1, cutoff=0.6)
        if near:
            raise ValueError(
                translate("script", "There is no field “{name}”: “{closest}” is the closest.").format(
                    name=name[:40], closest=near[0]
                )
            )
        raise ValueError(translate("script", "There is no field “{name}”.").format(name=name[:40]))
    if isinstance(value, Mapping) and isinstance(value.get("instead"), Mapping):
        _require_known_fields(value["instead"])


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("−", "-").split())
