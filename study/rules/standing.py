"""All conditions of a study with how each stands: no rule, one offered, has a rule, or needs a look; made of documents.

The text that a rule was made for is kept beside it, so that a condition whose text was changed since is noticed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from study.annexe import Annexe
from study.changes import UnknownFormatError
from study.document import Document
from study.findings.finding import Finding, Severity
from study.json_types import JsonObject
from study.language import translate
from study.model import Entity, ScheduledInstance, StudyDesign
from study.rules.impact import Branch, impact
from study.rules.kinds import troubles
from study.rules.model import Rule
from study.rules.place import SAID, Place, kept_rules, place_at, places, rule_of
from study.rules.suggest import Suggestion, suggested
from study.rules.vocabulary import Vocabulary, vocabulary, why_not_said
from study.rules.writing import why_too_large

MOST_SUGGESTED: Final = 2_000
"""Texts of one study in which a rule is looked for; a study has some hundred."""


class State(StrEnum):
    """How a condition stands."""

    LOOK = "needs a look"
    OFFERED = "offered"
    NONE = "no rule"
    RULED = "has a rule"


@dataclass(frozen=True, slots=True)
class Standing:
    """One condition: where it is, whose it is in a person's words, its state, and why it needs a look.

    `rule` is None where there is none that can be read, `offer` where nothing in the text is understood or it has one.
    """

    place: Place
    whose: str
    state: State
    why: str = ""
    rule: Rule | None = None
    offer: Suggestion | None = None


def standings(document: Document, annexe: Annexe) -> tuple[Standing, ...]:
    """Every condition of a study, decisions first, then in the order of the file; those without a word are left out.

    Rules of texts that are gone come last. Never raises.
    """
    kept = dict(reversed(list(kept_rules(annexe))))
    words = _Words(document)
    order = {"ConditionAssignment": 0, "ScheduleTimeline": 1, "Condition": 2, "TransitionRule": 3}
    found: list[Standing] = []
    for number, place in enumerate(sorted(places(document), key=lambda each: order[each.kind])):
        entry = kept.pop(place.address, None)
        if entry is None and not place.text and place.kind != "ConditionAssignment":
            continue
        whose = whose_words(document, place)
        if entry is not None:
            found.append(_ruled(place, whose, entry, words.of(place.address)))
            continue
        leads = place.kind == "ConditionAssignment"
        offer = (
            suggested(place.text, words.of(place.address), leads=leads) if number < MOST_SUGGESTED else None
        )
        found.append(Standing(place, whose, State.OFFERED if offer is not None else State.NONE, offer=offer))
    for address, entry in kept.items():
        said = entry.get(SAID)
        why = translate("rules", "The text that this rule was made for is not in the study any more.")
        gone = Place(address, "", said if type(said) is str else "")
        found.append(Standing(gone, translate("rules", "Not in this study any more"), State.LOOK, why))
    return tuple(found)


class _Words:
    """What rules can speak of, by the design that a condition stands in; made once for each."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._made: dict[int, Vocabulary] = {}

    def of(self, address: str) -> Vocabulary:
        design = design_at(self._document, address)
        key = id(design.raw) if design is not None else 0
        if key not in self._made:
            self._made[key] = vocabulary(self._document, design)
        return self._made[key]


def design_at(document: Document, address: str) -> StudyDesign | None:
    """The design that something stands in; None for what stands in none, such as a footnote of the whole version."""
    index = document.index
    item = index.object_at(address)
    designs = {id(each.raw): each for each in document.designs()}
    for _ in range(40):
        if item is None or id(item) in designs:
            break
        owner = index.owner_of(item)
        item = owner[0] if owner is not None else None
    return designs.get(id(item)) if item is not None else None


def _ruled(place: Place, whose: str, entry: JsonObject, words: Vocabulary) -> Standing:
    try:
        rule = rule_of(entry)
    except (UnknownFormatError, ValueError) as error:
        return Standing(place, whose, State.LOOK, str(error))
    why = why_look(place, rule, entry, words)
    return Standing(place, whose, State.LOOK if why else State.RULED, why, rule)


def why_look(place: Place, rule: Rule, entry: JsonObject, words: Vocabulary) -> str:
    """Why a person has to look at a rule again; "" where it can be used, and its text is the one it was made for."""
    found = troubles(rule)
    reason = why_too_large(rule) or (found[0].placed if found else "") or why_not_said(rule, words)
    if reason:
        return reason
    said = entry.get(SAID)
    if type(said) is str and said != place.text:
        return translate("rules", "The text was changed since the rule was made. Before: “{text}”").format(
            text=_short(said)
        )
    return ""


def look_at(document: Document, annexe: Annexe, address: str) -> str:
    """Why the rule at an address needs a look; "" where it does not, or there is none."""
    place = place_at(document, address)
    entry = next((each for whose, each in kept_rules(annexe) if whose == address), None)
    if place is None or entry is None:
        return ""
    try:
        rule = rule_of(entry)
    except (UnknownFormatError, ValueError) as error:
        return str(error)
    return why_look(place, rule, entry, vocabulary(document, design_at(document, address)))


def whose_words(document: Document, place: Place) -> str:
    """What a condition belongs to: "Decision “Day -6?”, to Visit 3", "Footnote “Table 1 Note a”"."""
    item = document.index.object_at(place.address)
    owner = document.index.owner_of(item) if item is not None else None
    if item is None:
        return ""
    if place.kind == "ConditionAssignment" and owner is not None:
        target = document.entity(str(item.get("conditionTargetId") or ""))
        if target is None:
            return translate("rules", "Decision “{decision}”").format(decision=Entity(owner[0]).title)
        return translate("rules", "Decision “{decision}”, to {visit}").format(
            decision=Entity(owner[0]).title, visit=target.title
        )
    if place.kind == "ScheduleTimeline":
        return translate("rules", "Entry to “{timeline}”").format(timeline=Entity(item).title)
    if place.kind == "Condition":
        return translate("rules", "Footnote “{name}”").format(name=Entity(item).title)
    title = Entity(owner[0]).title if owner is not None else ""
    if owner is not None and owner[1] == "transitionStartRule":
        return translate("rules", "“{name}” starts").format(name=title)
    if owner is not None and owner[1] == "transitionEndRule":
        return translate("rules", "“{name}” ends").format(name=title)
    return title


def rule_findings(document: Document, annexe: Annexe) -> tuple[Finding, ...]:
    """What is doubtful in a study's rules: decisions that a person has to make, and rules that need a look.

    Cheap enough for every edit: looks at the rules that are kept and at decisions, and reads no text.
    """
    found: list[Finding] = []
    words = _Words(document)
    rules: dict[str, Rule] = {}
    for address, entry in dict(reversed(list(kept_rules(annexe)))).items():
        place = place_at(document, address)
        if place is None:
            continue
        standing = _ruled(place, "", entry, words.of(address))
        if standing.rule is not None:
            rules[address] = standing.rule
        if standing.why:
            text = translate("findings", "The rule of “{text}” needs a look: {reason}").format(
                text=_short(place.text), reason=standing.why
            )
            found.append(_finding("MAESTRO-RULE", Severity.WARNING, document, address, place.kind, text))
    for _, _, timeline in document.timelines():
        for instance in timeline.instances:
            if instance.is_decision or "conditionAssignments" in instance.raw:
                found += _of_decision(document, instance, rules)
    return tuple(found)


def _of_decision(
    document: Document, instance: ScheduledInstance, rules: Mapping[str, Rule]
) -> Iterator[Finding]:
    """That a person is asked each time, or which of its ways are never taken."""
    address = document.index.address_of(instance.raw)
    ways = tuple(
        Branch(each.id, _short(each.condition), rules.get(each.id))
        for each in instance.condition_assignments
        if each.id and document.index.object_at(each.id) is not None
    )
    if address is None or not ways:
        return
    if all(way.rule is None for way in ways):
        text = translate("findings", "No rule decides “{decision}”: a person is asked each time.")
        yield _finding(
            "MAESTRO-DECISION-ASKS",
            Severity.INFO,
            document,
            address,
            instance.instance_type,
            text.format(decision=instance.title),
        )
        return
    never = _unreachable(ways)
    for way in ways:
        if way.id in never:
            text = translate("findings", "By the rules of “{decision}” the way “{way}” is never taken.")
            yield _finding(
                "MAESTRO-RULE",
                Severity.WARNING,
                document,
                way.id,
                "ConditionAssignment",
                text.format(decision=instance.title, way=way.title),
            )


@lru_cache(maxsize=64)
def _unreachable(ways: tuple[Branch, ...]) -> tuple[str, ...]:
    """The ways that are never taken; kept, for most edits leave rules alone."""
    return impact(ways).unreachable


def _finding(
    rule: str, severity: Severity, document: Document, address: str, kind: str, text: str
) -> Finding:
    item = document.index.object_at(address)
    owner = document.index.owner_of(item) if item is not None else None
    timeline = ""
    for _ in range(6):
        if owner is None:
            break
        if owner[0].get("instanceType") == "ScheduleTimeline":
            identity = owner[0].get("id")
            timeline = identity if type(identity) is str else ""
            break
        owner = document.index.owner_of(owner[0])
    return Finding(rule, severity, address, kind, text, timeline)


def _short(text: str) -> str:
    return text if len(text) <= 60 else text[:59] + "…"


def next_open(found: Sequence[Standing], after: str) -> str:
    """The address of the next condition, behind the one at `after`, that is offered or needs a look; "" for none."""
    waiting = [each.place.address for each in found if each.state in (State.LOOK, State.OFFERED)]
    addresses = [each.place.address for each in found]
    begin = addresses.index(after) + 1 if after in addresses else 0
    for address in (*addresses[begin:], *addresses[:begin]):
        if address in waiting and address != after:
            return address
    return ""


__all__ = [
    "Standing",
    "State",
    "design_at",
    "look_at",
    "next_open",
    "rule_findings",
    "standings",
    "whose_words",
    "why_look",
]
