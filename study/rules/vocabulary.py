"""What a rule of a study can speak of: the participant, the study's own observations, activities and visits, and time.

Taken from the document alone. The arm is offered only where the design says that it is open label, or is of a kind
that has no blinding: a rule must never show or use an allocation that is blinded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property
from typing import Final

from study.document import Document
from study.json_types import JsonObject
from study.language import translate
from study.model import Activity, Entity, StudyDesign, objects
from study.rules.model import (
    ANCHOR,
    CONSENT,
    Attribute,
    Done,
    Elapsed,
    Judged,
    Kind,
    Observed,
    Passes,
    Rule,
    StudyDay,
    Term,
    terms_in,
)
from study.rules.situation import AGE
from study.rules.units import UnitError, as_ucum, unit_of

SEX, ARM = "sex", "arm"
_OPEN_LABEL: Final = "C49659"  # NCI: Open Label Study
_NUMBERS: Final = ("float", "integer", "decimal", "double", "numeric", "number")
_TEXTS: Final = ("text", "string", "code", "coding")
# NCI codes of units as CDISC's concepts list them -> UCUM.
_UNITS: Final = {
    "degree celsius": "Cel",
    "degree fahrenheit": "[degF]",
    "kilogram": "kg",
    "pound": "[lb_av]",
    "gram": "g",
    "centimeter": "cm",
    "meter": "m",
    "inch": "[in_i]",
    "millimeter of mercury": "mm[Hg]",
    "beats per minute": "/min",
    "per minute": "/min",
    "breaths per minute": "/min",
    "percentage": "%",
    "milligram per deciliter": "mg/dL",
    "gram per liter": "g/L",
    "gram per deciliter": "g/dL",
    "millimole per liter": "mmol/L",
    "micromole per liter": "umol/L",
    "unit per liter": "U/L",
    "international unit per liter": "[IU]/L",
    "millisecond": "ms",
    "milliequivalent per liter": "meq/L",
    "milliequivalent per deciliter": "meq/dL",
    "billion per liter": "10*9/L",
    "thousand per milliliter": "10*3/mL",
    "microgram per milliliter": "ug/mL",
    "microkatal per liter": "ukat/L",
    "nanokatal per liter": "nkat/L",
    "kelvin": "K",
    "kilogram per square meter": "kg/m2",
    "kilogram per cubic meter": "kg/m3",
    "fraction of 1": "1",
    "year": "a",
}


class Group(StrEnum):
    """Under which heading a word is offered."""

    PARTICIPANT = "participant"
    OBSERVATION = "observation"
    ACTIVITY = "activity"
    VISIT = "visit"
    TIME = "time"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Word:
    """One thing that a rule can speak of.

    `term` is how it is said where nothing more is chosen (a builder may choose another reading, look-back or unit);
    `kind` what it can be compared with; `choices` the texts that it can be, () where any; `units` those in which the
    study records it, () where it does not say. `also` are other names of it.
    """

    group: Group
    title: str
    term: Term
    kind: Kind
    choices: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Vocabulary:
    """The words of one study, by group in the order of the study."""

    words: tuple[Word, ...]
    hides_arm: bool = False
    _ids: frozenset[str] = field(default=frozenset())

    @cached_property
    def by_name(self) -> dict[str, tuple[Word, ...]]:
        """The words by title and other names, in lower case."""
        found: dict[str, list[Word]] = {}
        for word in self.words:
            for name in {word.title.casefold(), *(each.casefold() for each in word.also)}:
                found.setdefault(name, []).append(word)
        return {name: tuple(each) for name, each in found.items()}

    def why_unknown(self, term: Term) -> str:
        """Why a rule of this study cannot speak of a term; "" where it can."""
        match term:
            case Attribute(name) if name == ARM and self.hides_arm:
                return translate("rules", "The arm is blinded: no rule can speak of it.")
            case Observed(of, name) | Done(of, name):
                known = of in self._ids
            case Elapsed(since, name):
                known = since in (CONSENT, ANCHOR) or since in self._ids
            case _:
                return ""
        if known:
            return ""
        if not (term.since if isinstance(term, Elapsed) else term.of):
            return translate("rules", "Choose what “{name}” is in this study.").format(name=name)
        return translate("rules", "“{name}” is not in this study any more.").format(name=name)


def vocabulary(document: Document, design: StudyDesign | None = None) -> Vocabulary:
    """What rules can speak of in a design, the first one for None. Never raises on a damaged study."""
    designs = document.designs()
    chosen = design if design is not None else designs[0] if designs else None
    if chosen is None:
        return Vocabulary(tuple(_everywhere()))
    hidden = _hides_arm(chosen)
    words = [*_participant(chosen, hidden), *_observations(chosen, document), *_everywhere()]
    ids: set[str] = set()
    for each in designs:
        ids.update(a.id for a in each.activities if a.id)
        ids.update(i.id for t in each.timelines for i in t.instances if i.id)
        for listed in ("biomedicalConcepts", "bcSurrogates"):
            for concept in each.on_version_or_design(listed):
                ids.update(e.id for e in (Entity(concept), *map(Entity, _properties(concept))) if e.id)
    for timeline in chosen.timelines:
        for instance in timeline.instances:
            if instance.id and not instance.is_decision and instance.activities:
                title = instance.title
                words.append(
                    Word(
                        Group.VISIT, title, Done(instance.id, _kept(title)), Kind.TRUTH, also=(instance.name,)
                    )
                )
    for activity in chosen.activities:
        if activity.id:
            also = tuple(name for name in (activity.name, *_concept_names(activity, document)) if name)
            words.append(
                Word(
                    Group.ACTIVITY,
                    activity.title,
                    Done(activity.id, _kept(activity.title)),
                    Kind.TRUTH,
                    also=also,
                )
            )
    return Vocabulary(tuple(words), hidden, frozenset(ids))


_LONGEST_NAME: Final = 200


def _kept(title: str) -> str:
    """A title as a rule keeps it beside the id: in one line, and no longer than a name need be."""
    return " ".join(title.split())[:_LONGEST_NAME]


def why_not_said(rule: Rule, words: Vocabulary) -> str:
    """Why a rule speaks of something that this study does not have, or hides; "" where it can say all it says."""
    return next((reason for term in terms_in(rule) if (reason := words.why_unknown(term))), "")


def _participant(design: StudyDesign, hidden: bool) -> Iterator[Word]:
    yield Word(
        Group.PARTICIPANT, translate("rules", "Age"), Attribute(AGE), Kind.NUMBER, units=("a",), also=("age",)
    )
    sexes = tuple(_sexes(design)) or ("female", "male")
    yield Word(
        Group.PARTICIPANT, translate("rules", "Sex"), Attribute(SEX), Kind.TEXT, sexes, also=("sex", "gender")
    )
    if design.arms and not hidden:
        arms = tuple(arm.title for arm in design.arms)
        yield Word(
            Group.PARTICIPANT, translate("rules", "Arm"), Attribute(ARM), Kind.TEXT, arms, also=("arm",)
        )


def _sexes(design: StudyDesign) -> Iterator[str]:
    population = design.raw.get("population")
    codes = objects(population.get("plannedSex")) if type(population) is dict else []
    for code in codes:
        decode = code.get("decode")
        if type(decode) is str and decode.casefold() in ("female", "male"):
            yield decode.casefold()


def _hides_arm(design: StudyDesign) -> bool:
    if design.instance_type == "ObservationalStudyDesign":
        return False
    schema = design.raw.get("blindingSchema")
    code = schema.get("standardCode") if type(schema) is dict else None
    return not (type(code) is dict and code.get("code") == _OPEN_LABEL)


def _observations(design: StudyDesign, document: Document) -> Iterator[Word]:
    """Concepts and surrogates, those of one name once: real files list a concept anew for each place."""
    names: set[str] = set()
    for raw in (
        *design.on_version_or_design("biomedicalConcepts"),
        *design.on_version_or_design("bcSurrogates"),
    ):
        concept = Entity(raw)
        title = concept.title
        if not concept.id or title.casefold() in names or document.entity(concept.id) is None:
            continue
        names.add(title.casefold())
        synonyms = raw.get("synonyms")
        also = tuple(
            dict.fromkeys(
                name
                for name in (concept.name, *(synonyms if type(synonyms) is list else ()))
                if type(name) is str and name
            )
        )
        kind, choices = _kind(raw)
        units = tuple(dict.fromkeys(_units(raw)))
        unit = units[0] if units and kind is Kind.NUMBER else ""
        yield Word(
            Group.OBSERVATION,
            title,
            Observed(concept.id, _kept(title), kind, unit),
            kind,
            choices,
            units,
            also,
        )
        yield from _of_properties(title, raw, document, choices)


def _of_properties(
    title: str, concept: JsonObject, document: Document, result: tuple[str, ...]
) -> Iterator[Word]:
    """What else is recorded with a concept, such as the position or the laterality: properties with texts to choose."""
    for raw in _properties(concept):
        prop = Entity(raw)
        choices = tuple(dict.fromkeys(_decodes(raw)))
        said = raw.get("code")
        code = said.get("standardCode") if type(said) is dict else None
        decode = code.get("decode") if type(code) is dict else None
        name = decode if type(decode) is str and decode else prop.title
        is_unit = any(_is_unit(each) for each in choices) or name.casefold().startswith("unit of")
        if (
            not prop.id
            or document.entity(prop.id) is None
            or len(choices) < 2
            or is_unit
            or choices == result
        ):
            continue
        words = translate("rules", "{concept}: {property}").format(concept=title, property=name)
        yield Word(Group.OBSERVATION, words, Observed(prop.id, _kept(words), Kind.TEXT), Kind.TEXT, choices)


def _is_unit(decode: str) -> bool:
    try:
        unit_of(_UNITS.get(decode.casefold(), as_ucum(decode)))
    except UnitError:
        return False
    return True


def _properties(concept: JsonObject) -> list[JsonObject]:
    return objects(concept.get("properties"))


def _kind(concept: JsonObject) -> tuple[Kind, tuple[str, ...]]:
    """Of its result: a property with a numeric type, else one with a list of texts; a number where nothing is said."""
    for each in _properties(concept):
        kind = each.get("datatype")
        if type(kind) is str and kind.casefold() in _NUMBERS:
            return Kind.NUMBER, ()
    for each in _properties(concept):
        kind = each.get("datatype")
        if type(kind) is str and kind.casefold() in _TEXTS:
            return Kind.TEXT, tuple(dict.fromkeys(_decodes(each)))
    return Kind.NUMBER, ()


def _decodes(prop: JsonObject) -> Iterator[str]:
    for response in objects(prop.get("responseCodes")):
        code = response.get("code")
        decode = code.get("decode") if type(code) is dict else None
        if type(decode) is str and decode and response.get("isEnabled") is not False:
            yield decode


def _units(concept: JsonObject) -> Iterator[str]:
    for each in _properties(concept):
        for decode in _decodes(each):
            if _is_unit(decode):
                yield _UNITS.get(decode.casefold(), as_ucum(decode))


def _concept_names(activity: Activity, document: Document) -> Iterator[str]:
    for identity in (*activity.biomedical_concepts, *activity.bc_surrogates):
        entity = document.entity(identity)
        if entity is not None:
            yield entity.title


def _everywhere() -> Iterator[Word]:
    yield Word(
        Group.TIME, translate("rules", "Study day"), StudyDay(), Kind.NUMBER, also=("study day", "day")
    )
    yield Word(Group.TIME, translate("rules", "Passes of the loop so far"), Passes(), Kind.NUMBER)
    consent = translate("rules", "consent")
    yield Word(
        Group.TIME,
        translate("rules", "Time since consent"),
        Elapsed(CONSENT, consent),
        Kind.NUMBER,
        units=("d", "wk", "mo"),
    )
    anchor = translate("rules", "the anchor")
    yield Word(
        Group.TIME,
        translate("rules", "Time since the anchor"),
        Elapsed(ANCHOR, anchor),
        Kind.NUMBER,
        units=("d", "wk", "mo", "h"),
    )
    yield Word(Group.PERSON, translate("rules", "Somebody decides"), Judged(""), Kind.TRUTH)
