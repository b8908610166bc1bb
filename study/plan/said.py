"""What is said beside a schedule and runs with it: the annexe's marks, times, groups and spans, and rules of texts.

A rule of a footnote decides whether activities are done at a visit; a rule of an element's or encounter's transition is
to hold before the visits that it leads to. USDM gives instances no arm: a transition of an element runs only where all
arms have the same element in an epoch, and else is told as a remark.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from study.annexe import Annexe, conditional_marks, one_of_groups, optional_marks, spans, times_in_visit
from study.graph import ScheduleGraph
from study.json_types import JsonObject
from study.language import translate
from study.model import Entity, ScheduledInstance, StudyDesign, StudyElement, objects
from study.narrative_html import plain_text
from study.plan.plan import PlanSpan, Repeated, TextRule, Way

_WHOSE = ("conditionAssignmentId", "conditionId", "timelineId", "transitionRuleId")


@dataclass(frozen=True, slots=True)
class KeptRule:
    """A rule of the annexe as it stands: its JSON, "" for none, and how often at most, None where it does not say."""

    text: str = ""
    at_most: int | None = None


NO_RULE = KeptRule()


def kept_rules(annexe: Annexe) -> Mapping[str, KeptRule]:
    """The executable rules that the annexe keeps, by the id of what each is for; a rule is handed on unread."""
    found: dict[str, KeptRule] = {}
    for each in objects(annexe.root.get("rules")):
        of = next((each[name] for name in _WHOSE if type(each.get(name)) is str and each[name]), None)
        if of is None:
            continue
        rule, at_most = each.get("rule"), each.get("atMost")
        text = json.dumps(rule, sort_keys=True, separators=(",", ":"), default=str) if rule else ""
        found.setdefault(of, KeptRule(text, at_most if type(at_most) is int and at_most > 0 else None))
    return found


@dataclass
class Said:
    """What is said of instances, by their ids, and `remark` for what cannot be run."""

    design: StudyDesign
    annexe: Annexe
    rules: Mapping[str, KeptRule]
    remark: Callable[[str, str], None]
    optional: dict[str, list[str]] = field(default_factory=dict)
    groups: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    times: dict[str, list[Repeated]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for instance, activity in sorted(conditional_marks(self.annexe) | optional_marks(self.annexe)):
            self.optional.setdefault(instance, []).append(activity)
        for group in one_of_groups(self.annexe):
            self.groups.setdefault(group.instance, []).append(group.activities)
        for (instance, activity), times in sorted(times_in_visit(self.annexe).items()):
            self.times.setdefault(instance, []).append(Repeated(activity, times))
        self._footnotes = tuple(self._ruled_footnotes())
        self._elements = self._ruled_elements()

    def times_at(self, instance: ScheduledInstance) -> tuple[Repeated, ...]:
        """What is done several times at an instance."""
        planned = set(instance.activities)
        return tuple(each for each in self.times.get(instance.id or "", ()) if each.activity in planned)

    def spans_in(self, graph: ScheduleGraph) -> tuple[PlanSpan, ...]:
        """What goes on between two instances of a timeline."""
        return tuple(
            PlanSpan(each.activity, each.first, each.last, one_line(each.name))
            for each in spans(self.annexe)
            if each.activity and each.first in graph.instances and each.last in graph.instances
        )

    def conditions_at(self, instance: ScheduledInstance) -> tuple[TextRule, ...]:
        """The footnotes with a rule that speak of activities of an instance."""
        found = []
        for rule, activities, contexts in self._footnotes:
            here = tuple(a for a in dict.fromkeys(instance.activities) if a in activities)
            if here and (not contexts or instance.id in contexts or not contexts.isdisjoint(here)):
                found.append(TextRule(rule.id, rule.rule, rule.text, here))
        return tuple(found)

    def gates_at(
        self, graph: ScheduleGraph, key: str, before: Mapping[str, Sequence[str]]
    ) -> tuple[TextRule, ...]:
        """The transition rules that are to hold before an instance; `before`: the visits that lead to each."""
        instance = graph.instances[key]
        found: dict[str, TextRule] = {}
        came_from = [graph.instances[each] for each in before.get(key, ())]
        encounters = {each.id: each for each in self.design.encounters if each.id}
        here = encounters.get(instance.encounter or "")
        if not any(each.encounter == instance.encounter for each in came_from):
            self._add(found, here, "transitionStartRule")
            for each in came_from:
                self._add(found, encounters.get(each.encounter or ""), "transitionEndRule")
        if not any(each.epoch == instance.epoch for each in came_from):
            for element in self._elements.get(instance.epoch or "", ()):
                self._add(found, element, "transitionStartRule")
            for epoch in dict.fromkeys(each.epoch or "" for each in came_from):
                for element in self._elements.get(epoch, ()):
                    self._add(found, element, "transitionEndRule")
        return tuple(found.values())

    def _add(self, found: dict[str, TextRule], of: Entity | None, name: str) -> None:
        transition = of.raw.get(name) if of is not None else None
        rule = self._rule_of(transition) if type(transition) is dict else None
        if rule is not None:
            found.setdefault(rule.id, rule)

    def _rule_of(self, raw: JsonObject) -> TextRule | None:
        identity, text = raw.get("id"), raw.get("text")
        kept = self.rules.get(identity) if type(identity) is str else None
        if kept is None or not kept.text:
            return None
        return TextRule(str(identity), kept.text, one_line(plain_text(text)) if type(text) is str else "")

    def _ruled_footnotes(self) -> Iterator[tuple[TextRule, frozenset[str], frozenset[str]]]:
        known = {each.id for each in self.design.activities if each.id}
        for condition in self.design.conditions:
            rule = self._rule_of(condition.raw)
            if rule is None:
                continue
            activities = frozenset(condition.applies_to) & known
            if activities:
                yield rule, activities, frozenset(condition.contexts)
                continue
            text = translate(
                "plan", "The rule of “{condition}” is about no activity as a whole: it decides nothing here."
            )
            self.remark(text.format(condition=rule.text), rule.id)

    def _ruled_elements(self) -> Mapping[str, tuple[StudyElement, ...]]:
        """The elements whose transitions run, by epoch: where all arms have the same ones."""
        elements = {each.id: each for each in self.design.elements if each.id}
        ruled = {
            key
            for key, each in elements.items()
            for name in ("transitionStartRule", "transitionEndRule")
            if type(raw := each.raw.get(name)) is dict and self._rule_of(raw) is not None
        }
        by_epoch: dict[str, set[tuple[str, ...]]] = {}
        for cell in self.design.cells:
            by_epoch.setdefault(cell.epoch or "", set()).add(tuple(cell.elements))
        found: dict[str, tuple[StudyElement, ...]] = {}
        for epoch, lists in by_epoch.items():
            if len(lists) == 1:
                found[epoch] = tuple(elements[each] for each in next(iter(lists)) if each in elements)
                continue
            for each in sorted({each for listed in lists for each in listed} & ruled):
                text = translate(
                    "plan",
                    "“{element}” is not in every arm: the rule of its transition is not run, because a schedule "
                    "does not say who is in which arm.",
                )
                self.remark(text.format(element=one_line(elements[each].title)), each)
        return found


def visits_before(
    ways: Mapping[str, Sequence[Way]], is_decision: Callable[[str], bool]
) -> dict[str, list[str]]:
    """The visits that lead to each instance, through decisions too."""
    into: dict[str, list[str]] = {}
    for key, each in ways.items():
        for way in each:
            if way.target:
                into.setdefault(way.target, []).append(key)
    found: dict[str, list[str]] = {}
    for key in ways:
        waiting, seen = list(into.get(key, ())), set()
        visits: list[str] = []
        while waiting:
            each_ = waiting.pop()
            if each_ in seen:
                continue
            seen.add(each_)
            if is_decision(each_):
                waiting += into.get(each_, ())
            else:
                visits.append(each_)
        found[key] = sorted(visits)
    return found


def one_line(text: str) -> str:
    """A text of the study in one line, and such that it can be written as UTF-8."""
    return " ".join(text.split()).encode("utf-8", "replace").decode("utf-8")
