"""What differs beside the schedule: activities, encounters, design, footnotes, criteria, objectives and texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from study.differences import Area, Difference, StudyDifference
from study.differences_matching import alike, matched
from study.differences_schedule import Schedules
from study.differences_texts import compared_texts
from study.differences_words import attribute_words
from study.document import Document
from study.json_types import JsonObject, JsonValue
from study.language import QT_TRANSLATE_NOOP, translate
from study.model import (
    Activity,
    Condition,
    Encounter,
    Entity,
    StudyArm,
    StudyDesign,
    StudyElement,
    StudyEpoch,
    objects,
)
from study.narrative import protocol_texts
from study.narrative_html import Resolve, plain_text
from study.narrative_refs import resolver
from study.search_texts import folded
from study.wording import reading_text

_ADDED = {
    "activities": QT_TRANSLATE_NOOP("compare", "Activity added"),
    "encounters": QT_TRANSLATE_NOOP("compare", "Encounter added"),
    "epochs": QT_TRANSLATE_NOOP("compare", "Epoch added"),
    "arms": QT_TRANSLATE_NOOP("compare", "Arm added"),
    "elements": QT_TRANSLATE_NOOP("compare", "Element added"),
}
_REMOVED = {
    "activities": QT_TRANSLATE_NOOP("compare", "Activity removed"),
    "encounters": QT_TRANSLATE_NOOP("compare", "Encounter removed"),
    "epochs": QT_TRANSLATE_NOOP("compare", "Epoch removed"),
    "arms": QT_TRANSLATE_NOOP("compare", "Arm removed"),
    "elements": QT_TRANSLATE_NOOP("compare", "Element removed"),
}
_AREAS = {
    "activities": Area.ACTIVITIES,
    "encounters": Area.ENCOUNTERS,
    "epochs": Area.DESIGN,
    "arms": Area.DESIGN,
    "elements": Area.DESIGN,
}
# Told elsewhere, or the same thing said twice.
_HANDLED = frozenset(
    (
        *("ScheduledActivityInstance", "ScheduledDecisionInstance", "ConditionAssignment", "Timing"),
        *(
            "ScheduleTimelineExit",
            "Condition",
            "NarrativeContent",
            "NarrativeContentItem",
            "Code",
            "AliasCode",
        ),
        *(
            "Activity",
            "Encounter",
            "StudyEpoch",
            "StudyArm",
            "StudyElement",
            "StudyCell",
            "ExtensionAttribute",
        ),
    )
)
_AREA_OF = {
    **dict.fromkeys(("EligibilityCriterion", "EligibilityCriterionItem", "Characteristic"), Area.CRITERIA),
    **dict.fromkeys(("Objective", "Endpoint", "Estimand", "IntercurrentEvent"), Area.OBJECTIVES),
    **dict.fromkeys(
        (
            *("StudyVersion", "InterventionalStudyDesign", "ObservationalStudyDesign", "StudyDesign"),
            *("ScheduleTimeline", "StudyDesignPopulation", "StudyCohort", "StudyIntervention", "Indication"),
            *("StudyTitle", "StudyIdentifier", "Administration"),
        ),
        Area.DESIGN,
    ),
    **dict.fromkeys(("Procedure", "BiomedicalConcept", "BiomedicalConceptSurrogate"), Area.ACTIVITIES),
    "TransitionRule": Area.ENCOUNTERS,
}
# Identity and order are told elsewhere; a reference is an address of the program that wrote the file.
_NO_VALUE = frozenset(
    ("id", "instanceType", "previousId", "nextId", "childIds", "reference", "extensionAttributes")
)
_LONG = 60
_MOST_OTHER = 2_000


def compared_entities(
    here: Document, there: Document, schedules: Schedules, by_id: bool
) -> list[StudyDifference]:
    """Every difference that is not one of the schedule itself."""
    told = _Attributes(here, there)
    found: list[StudyDifference] = []
    for mine, other in schedules.designs:
        for name in _AREAS:
            found += _listed(name, mine, other, by_id, told)
        found += _cells(mine, other, schedules)
        found += _footnotes(mine, other, by_id, schedules)
    found += _all_else(here, there, by_id, told)
    found += compared_texts(protocol_texts(here), protocol_texts(there))
    return found


def _listed(
    name: str, mine: StudyDesign, other: StudyDesign, by_id: bool, told: _Attributes
) -> Iterable[StudyDifference]:
    """Activities, encounters, epochs, arms or elements: added, removed, or with other attributes."""
    entities_here: Sequence[Activity | Encounter | StudyEpoch | StudyArm | StudyElement] = getattr(mine, name)
    entities_there: Sequence[Activity | Encounter | StudyEpoch | StudyArm | StudyElement] = getattr(
        other, name
    )
    area = _AREAS[name]
    for one, before in matched(list(entities_here), list(entities_there), by_id):
        if one is not None and before is None:
            yield StudyDifference(
                area, Difference.ADDED, one.title, translate("compare", _ADDED[name]), one.id or ""
            )
        elif one is None and before is not None:
            yield StudyDifference(
                area,
                Difference.REMOVED,
                before.title,
                translate("compare", _REMOVED[name]),
                "",
                before.id or "",
            )
        elif one is not None and before is not None:
            yield from told.compare(area, one, before)


def _cells(mine: StudyDesign, other: StudyDesign, schedules: Schedules) -> Iterable[StudyDifference]:
    """What an arm goes through in an epoch, by what arms, epochs and elements are called."""

    def told(design: StudyDesign) -> dict[tuple[int, int], tuple[str, str, list[str]]]:
        entities: list[Entity] = [*design.arms, *design.epochs, *design.elements]
        by_id = {each.id: each for each in entities if each.id}
        found: dict[tuple[int, int], tuple[str, str, list[str]]] = {}
        for cell in design.cells:
            arm, epoch = by_id.get(cell.arm or ""), by_id.get(cell.epoch or "")
            if arm is not None and epoch is not None:
                elements = [by_id[each].title for each in cell.elements if each in by_id]
                found[id(arm.raw), id(epoch.raw)] = (
                    arm.id or "",
                    translate("compare", "{arm} in {epoch}").format(arm=arm.title, epoch=epoch.title),
                    elements,
                )
        return found

    before = told(other)
    for (arm, epoch), (address, title, elements) in told(mine).items():
        arm_there, epoch_there = schedules.partner.get(arm), schedules.partner.get(epoch)
        if arm_there is None or epoch_there is None:
            continue
        was = before.get((id(arm_there.raw), id(epoch_there.raw)))
        old = was[2] if was is not None else []
        if [folded(each) for each in old] != [folded(each) for each in elements]:
            yield StudyDifference(
                Area.DESIGN,
                Difference.CHANGED,
                title,
                translate("compare", "Other elements"),
                address,
                was[0] if was is not None else "",
                "\n".join(old),
                "\n".join(elements),
            )


def _footnotes(
    mine: StudyDesign, other: StudyDesign, by_id: bool, schedules: Schedules
) -> Iterable[StudyDifference]:
    texts_here = {id(each.raw): reading_text(each.text) for each in mine.conditions}
    texts_there = {id(each.raw): reading_text(each.text) for each in other.conditions}

    def names(each: Condition) -> tuple[str, ...]:
        text = texts_here.get(id(each.raw), texts_there.get(id(each.raw), ""))
        return (folded(text), folded(each.name), folded(each.label))

    for one, before in matched(list(mine.conditions), list(other.conditions), by_id, names):
        if one is not None and before is None:
            yield StudyDifference(
                Area.FOOTNOTES,
                Difference.ADDED,
                _short(texts_here[id(one.raw)]),
                translate("compare", "Footnote added"),
                one.id or "",
                now=texts_here[id(one.raw)],
            )
        elif one is None and before is not None:
            yield StudyDifference(
                Area.FOOTNOTES,
                Difference.REMOVED,
                _short(texts_there[id(before.raw)]),
                translate("compare", "Footnote removed"),
                "",
                before.id or "",
                was=texts_there[id(before.raw)],
            )
        elif one is not None and before is not None:
            was, now = texts_there[id(before.raw)], texts_here[id(one.raw)]
            if not alike(was, now):
                yield StudyDifference(
                    Area.FOOTNOTES,
                    Difference.CHANGED,
                    _short(now),
                    translate("compare", "The footnote's text changed"),
                    one.id or "",
                    before.id or "",
                    was,
                    now,
                    is_text=True,
                )
            yield from _applies(one, before, mine, other, schedules)


def _applies(
    one: Condition, before: Condition, mine: StudyDesign, other: StudyDesign, schedules: Schedules
) -> Iterable[StudyDifference]:
    """Where a footnote stands: visits and activities, by what they are called."""
    known_here, known_there = _places(mine), _places(other)
    here = [known_here[each] for each in (*one.applies_to, *one.contexts) if each in known_here]
    there = [known_there[each] for each in (*before.applies_to, *before.contexts) if each in known_there]
    expected = {id(schedules.partner[id(each.raw)].raw) for each in here if id(each.raw) in schedules.partner}
    complete = all(id(each.raw) in schedules.partner for each in here)
    if complete and expected == {id(each.raw) for each in there}:
        return
    yield StudyDifference(
        Area.FOOTNOTES,
        Difference.CHANGED,
        _short(reading_text(one.text)),
        translate("compare", "The footnote stands elsewhere"),
        one.id or "",
        before.id or "",
        ", ".join(each.title for each in there),
        ", ".join(each.title for each in here),
    )


def _places(design: StudyDesign) -> Mapping[str, Entity]:
    entities: list[Entity] = list(design.activities)
    for timeline in design.timelines:
        entities += timeline.instances
    return {each.id: each for each in entities if each.id}


def _all_else(here: Document, there: Document, by_id: bool, told: _Attributes) -> list[StudyDifference]:
    """Entities of other classes, by id or by class and name; one that has neither is compared with its owner."""
    numbered = _classes_with_same_ids(here, there) if by_id else frozenset()
    mine, others = _by_key(here, numbered), _by_key(there, numbered)
    if not told.same_generation:  # a class that only one generation of USDM has is no difference of the study
        shared = {kind for kind, _ in mine} & {kind for kind, _ in others}
        mine = {key: one for key, one in mine.items() if key[0] in shared}
        others = {key: one for key, one in others.items() if key[0] in shared}
    found: list[StudyDifference] = []
    for key, one in mine.items():
        before = others.get(key)
        area = _AREA_OF.get(one.instance_type, Area.OTHER)
        if before is not None:
            found += told.compare(area, one, before)
        else:
            found.append(
                StudyDifference(
                    area, Difference.ADDED, _title(one), _added(one), one.id or "", now=_said(one)
                )
            )
        if len(found) >= _MOST_OTHER:
            return found
    for key, before in others.items():
        if key not in mine:
            area = _AREA_OF.get(before.instance_type, Area.OTHER)
            found.append(
                StudyDifference(
                    area,
                    Difference.REMOVED,
                    _title(before),
                    _removed(before),
                    "",
                    before.id or "",
                    was=_said(before),
                )
            )
        if len(found) >= _MOST_OTHER:
            break
    return found


def _classes_with_same_ids(here: Document, there: Document) -> frozenset[str]:
    """The classes whose equal ids mean the same, judged by names: files number each class for itself."""
    alike_of: dict[str, list[bool]] = {}
    for identifier, raw in here.index.unique.items():
        other = there.index.unique.get(identifier)
        kind = raw.get("instanceType")
        if other is not None and type(kind) is str and other.get("instanceType") == kind:
            same = _known(Entity(raw)) == _known(Entity(other))
            alike_of.setdefault(kind, []).append(same)
    return frozenset(kind for kind, found in alike_of.items() if sum(found) >= 0.9 * len(found))


def _known(entity: Entity) -> str:
    return folded(entity.name or entity.label or _text_of(entity.raw))


def _by_key(document: Document, numbered: frozenset[str]) -> dict[tuple[str, str], Entity]:
    found: dict[tuple[str, str], Entity] = {("Study", "$study"): document.study}
    for identifier, raw in document.index.unique.items():
        entity = Entity(raw)
        kind = entity.instance_type
        if not kind or kind in _HANDLED:
            continue
        if kind in numbered:
            found[kind, identifier] = entity
        elif name := _known(entity):
            found.setdefault((kind, name), entity)
    return found


class _Attributes:
    """Compares the attributes of two entities: words, numbers, codes, and what they refer to by its title."""

    def __init__(self, here: Document, there: Document) -> None:
        self._here, self._there = here, there
        self._words_here, self._words_there = resolver(here), resolver(there)
        self.same_generation = here.capabilities.generation == there.capabilities.generation

    def compare(self, area: Area, one: Entity, before: Entity) -> Iterable[StudyDifference]:
        """A difference for each attribute that says something else."""
        for key in dict.fromkeys((*one.raw, *before.raw)):
            if key in _NO_VALUE or (not self.same_generation and (key in one.raw) != (key in before.raw)):
                continue
            now, was = one.raw.get(key), before.raw.get(key)
            if key.endswith(("Id", "Ids")):
                now_words, was_words = _titles(now, self._here), _titles(was, self._there)
            elif now == was:
                continue
            else:
                now_words, was_words = _value(now, self._words_here), _value(was, self._words_there)
            if now_words is None or was_words is None or alike(now_words, was_words):
                continue
            name = attribute_words(re.sub(r"Ids?$", "", key))
            none = translate("compare", "nothing")
            words = (
                translate("compare", "Other {attribute}").format(attribute=name)
                if max(len(now_words), len(was_words)) > _LONG
                else translate("compare", "{attribute}: was “{was}”, is “{now}”").format(
                    attribute=name.capitalize(), was=was_words or none, now=now_words or none
                )
            )
            yield StudyDifference(
                area,
                Difference.CHANGED,
                _title(one),
                words,
                one.id or ("$study" if one.instance_type == "Study" else ""),
                before.id or "",
                was_words,
                now_words,
                is_text=True,
            )


def _value(value: JsonValue, resolve: Resolve) -> str | None:
    """An attribute in words; None where it holds entities of their own, which are compared by themselves."""
    if value is None:
        return ""
    if type(value) is bool:
        return translate("compare", "yes") if value else translate("compare", "no")
    if type(value) is str:
        return plain_text(value, resolve) if "<" in value else value
    if isinstance(value, int | float):
        return str(value)
    if type(value) is dict:
        return _coded(value)
    if type(value) is list:
        if all(type(item) is str for item in value):
            return ", ".join(str(item) for item in value)
        coded = [_coded(item) for item in objects(value)]
        words = [each for each in coded if each is not None]
        return ", ".join(sorted(words)) if len(words) == len(value) else None
    return None


def _coded(value: JsonObject) -> str | None:
    """The words of a Code or AliasCode; None for any other object."""
    standard = value.get("standardCode")
    if type(standard) is dict:
        return _coded(standard)
    decode = value.get("decode")
    if value.get("instanceType") not in ("Code", None):
        return None
    return decode if type(decode) is str else None


def _titles(value: JsonValue, document: Document) -> str | None:
    """What ids refer to, by title; None where that has none but its id, or there is nothing."""
    listed = value if type(value) is list else [value] if type(value) is str else []
    titles: list[str] = []
    for each in listed:
        entity = document.entity(each) if type(each) is str else None
        if entity is None:
            continue
        if not (entity.label or entity.name):
            return None
        titles.append(entity.title)
    return ", ".join(titles)


def _text_of(raw: JsonObject) -> str:
    text = raw.get("text")
    return text[:200] if type(text) is str else ""


def _title(entity: Entity) -> str:
    return entity.label or entity.name or _short(reading_text(_text_of(entity.raw))) or entity.title


def _said(entity: Entity) -> str:
    text = entity.raw.get("text")
    return reading_text(text) if type(text) is str and text else entity.description


def _added(entity: Entity) -> str:
    return translate("compare", "{kind} added").format(
        kind=attribute_words(entity.instance_type).capitalize()
    )


def _removed(entity: Entity) -> str:
    return translate("compare", "{kind} removed").format(
        kind=attribute_words(entity.instance_type).capitalize()
    )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 80 else f"{line[:78].rstrip()}…"
