"""What a builder is about: one text of the study with its rule, and the other ways of its decision; without Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from study.annexe import Annexe
from study.changes import UnknownFormatError
from study.commands.command import Command
from study.commands.rules_set import ClearRule, SetRule, SetRules
from study.document import Document
from study.graph import schedule_graph
from study.language import translate
from study.model import Entity, ScheduledInstance
from study.rules.decision import decision_at, ways_of
from study.rules.model import Rule, Who
from study.rules.place import Place, kept_rules, place_at, rule_at
from study.rules.standing import design_at, look_at, whose_words
from study.rules.suggest import Suggestion, suggested
from study.rules.vocabulary import Vocabulary, vocabulary
from study.rules.ways import ASKS, ELSE, WAITS


@dataclass(frozen=True)
class Subject:
    """One text with a rule, or to get one. `ways` are the addresses of its decision's ways, or its own alone.

    `broken`: why a rule that is kept cannot be read. `who` is asked where nothing else is said.
    """

    place: Place
    whose: str
    words: Vocabulary
    ways: tuple[str, ...]
    rules: Mapping[str, Rule | None]
    is_decision: bool = False
    titles: Mapping[str, str] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)
    default: str = ""
    back: frozenset[str] = frozenset()
    look: str = ""
    broken: str = ""
    offer: Suggestion | None = None
    called: str = ""

    @property
    def way(self) -> str:
        """The way that the builder was opened for."""
        return self.place.address

    @property
    def text(self) -> str:
        """The protocol's own words."""
        return self.place.text

    @property
    def who(self) -> Who:
        """Who is asked, where a rule does not say."""
        return self.offer.rule.who if self.offer is not None else Who.INVESTIGATOR

    @property
    def title(self) -> str:
        """What the builder is called."""
        if self.is_decision:
            return translate("rules", "Rule of the decision “{decision}”").format(
                decision=_short(self.called)
            )
        return translate("rules", "Rule: {whose}").format(whose=_short(self.whose))

    def loops(self, way: str) -> bool:
        """Whether a way leads back, so that its passes can be limited."""
        return way in self.back

    def way_words(self, way: str) -> str:
        """A way, by its condition and where it leads: "Day = -6 → Visit 3"."""
        title = _short(self.titles.get(way, "") or translate("rules", "a way without words"), 44)
        target = self.targets.get(way, "")
        if not target:
            return title
        return translate("rules", "{condition} → {visit}").format(condition=title, visit=_short(target, 30))

    def outcome_words(self, outcome: str) -> str:
        """What an outcome means here: "to Visit 3", "it does not hold"."""
        if outcome == ASKS:
            return translate("rules", "somebody decides")
        if outcome == WAITS:
            return translate("rules", "it waits, and is tried again")
        if not self.is_decision:
            if outcome == ELSE:
                return translate("rules", "it does not hold")
            return translate("rules", "it holds")
        if outcome == ELSE:
            if not self.default:
                return translate("rules", "the path ends")
            return translate("rules", "to “{visit}”").format(visit=_short(self.default, 40))
        target = self.targets.get(outcome, "")
        same = [way for way in self.ways if self.targets.get(way) == target]
        if not target or len(same) > 1 or target == self.default:
            return translate("rules", "the way “{condition}”").format(
                condition=_short(self.titles.get(outcome, ""), 40)
            )
        return translate("rules", "to “{visit}”").format(visit=_short(target, 40))

    def command(self, rules: Mapping[str, Rule | None]) -> Command | None:
        """What saving these rules would do; None where nothing would change."""
        made: list[SetRule | ClearRule] = []
        for way in self.ways:
            rule = rules.get(way)
            kept = self.rules.get(way)
            again = way == self.way and bool(self.look or self.broken)
            if rule is None:
                if kept is not None:
                    made.append(ClearRule(way))
            elif rule != kept or again:
                made.append(SetRule(way, rule))
        if not made:
            return None
        return made[0] if len(made) == 1 else SetRules(tuple(made), self.called)

    def clearing(self, ways: Sequence[str]) -> Command | None:
        """What taking the rules of some ways away would do; None where there are none."""
        kept = [way for way in ways if self.rules.get(way) is not None or (way == self.way and self.broken)]
        if not kept:
            return None
        if len(kept) == 1:
            return ClearRule(kept[0])
        return SetRules(tuple(ClearRule(way) for way in kept), self.called)


def subject_at(document: Document, annexe: Annexe, address: str) -> Subject | None:
    """What the builder shows for the text at an address; None where no rule can stand."""
    place = place_at(document, address)
    if place is None:
        return None
    words = vocabulary(document, design_at(document, address))
    rule, broken = _kept(annexe, address)
    decision = decision_at(document, address)
    leads = place.kind == "ConditionAssignment"
    offer = suggested(place.text, words, leads=leads) if place.text else None
    look = broken or look_at(document, annexe, address)
    whose = whose_words(document, place)
    if not decision:
        return Subject(
            place,
            whose,
            words,
            (address,),
            {address: rule},
            look=look,
            broken=broken,
            offer=offer,
            called=place.text,
        )
    item = document.index.object_at(decision)
    instance = ScheduledInstance(item if item is not None else {})
    branches = ways_of(document, annexe, decision)
    texts = {each.id or "": " ".join(each.condition.split()) for each in instance.condition_assignments}
    targets = {
        each.id or "": _title(document, each.target) for each in instance.condition_assignments if each.id
    }
    return Subject(
        place,
        whose,
        words,
        tuple(each.id for each in branches) or (address,),
        {each.id: each.rule for each in branches} or {address: rule},
        True,
        texts,
        targets,
        _title(document, instance.default_condition),
        _back(document, decision, instance),
        look,
        broken,
        offer,
        instance.title,
    )


def _kept(annexe: Annexe, address: str) -> tuple[Rule | None, str]:
    try:
        return rule_at(annexe, address), ""
    except (UnknownFormatError, ValueError) as error:
        return None, str(error)


def has_rule(annexe: Annexe, address: str) -> bool:
    """Whether a rule is kept for an address, readable or not."""
    return any(whose == address for whose, _ in kept_rules(annexe))


def _title(document: Document, address: str | None) -> str:
    entity = document.entity(address) if address else None
    return " ".join(entity.title.split()) if isinstance(entity, Entity) else ""


def _back(document: Document, decision: str, instance: ScheduledInstance) -> frozenset[str]:
    """The ways that close a loop."""
    for _, design, timeline in document.timelines():
        if any(each.id == instance.id for each in timeline.instances if instance.id):
            graph = schedule_graph(timeline, design)
            ends = {edge.target for edge in graph.edges if edge.back and edge.source == decision}
            return frozenset(
                each.id for each in instance.condition_assignments if each.id and each.target in ends
            )
    return frozenset()


def first_of(document: Document, annexe: Annexe, address: str) -> str:
    """The text to open the builder for: of a decision its first way without a rule, else its first; "" for none.

    Of a visit's encounter or an element, its transition rules.
    """
    item = document.index.object_at(address)
    if item is None:
        return ""
    if place_at(document, address) is not None:
        return address
    places = [each.id for each in ways_of(document, annexe, address)]
    for key in ("transitionStartRule", "transitionEndRule"):
        held = item.get(key)
        inside = document.index.address_of(held) if isinstance(held, dict) else None
        if inside is not None and place_at(document, inside) is not None:
            places.append(inside)
    return next((each for each in places if not has_rule(annexe, each)), places[0] if places else "")


def _short(text: str, longest: int = 70) -> str:
    text = " ".join(text.split())
    return text if len(text) <= longest else text[: longest - 1] + "…"
