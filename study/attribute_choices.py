"""What can be chosen for an attribute: the terms of its code list, or what it may refer to, in the schedule's order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from study.code_lists import Term, terms_for
from study.commands.draft import design_of, timeline_of
from study.commands.planned import Sides, TimingType
from study.document import Document
from study.graph import schedule_graph
from study.json_types import JsonObject, JsonValue
from study.language import translate
from study.model import Activity, Entity, StudyDesign, objects
from study.protocol_order import protocol_order
from study.timeline import planned_times
from study.visit_title import visit_title
from study.wording import day_text


@dataclass(frozen=True, slots=True)
class Offered:
    """One thing to choose: a Term, an id, or None for nothing. `more`: what tells it from others of its name."""

    value: Term | str | None
    words: str
    more: str = ""


def offered(document: Document, address: str, attribute: str) -> list[Offered]:
    """What an attribute of the entity at `address` can be given, what stands there included; whether each is allowed
    is the command's to say.
    """
    item = document.index.object_at(address)
    if item is None:
        return []
    design = design_of(document, address)
    find = _REFERENCES.get(attribute)
    if find is None:
        return [Offered(term, term.decode, term.code) for term in _terms(document, item, attribute)]
    return list(find(document, address, design)) if design is not None else []


def term_of(value: JsonValue) -> Term | None:
    """The term that a Code or AliasCode holds; None where it is neither."""
    if type(value) is dict and type(value.get("standardCode")) is dict:
        value = value["standardCode"]
    if type(value) is not dict:
        return None
    code, decode = value.get("code"), value.get("decode")
    if type(code) is not str and type(decode) is not str:
        return None
    return Term(code if type(code) is str else "", decode if type(decode) is str else "")


def terms_in(value: JsonValue) -> tuple[Term, ...]:
    """The terms of a list of codes; of one code too, as v3 files have it."""
    items = [value] if type(value) is dict else objects(value)
    return tuple(term for item in items if (term := term_of(item)) is not None)


def _terms(document: Document, item: JsonObject, attribute: str) -> Iterator[Term]:
    """Those of the code list, then what this study uses beside it in the same place."""
    kind = item.get("instanceType")
    kind = kind if type(kind) is str else ""
    listed: Sequence[Term] = terms_for(kind, attribute)
    if kind == "Timing" and attribute == "type":
        listed = [Term(*each.value) for each in TimingType]
    elif kind == "Timing" and attribute == "relativeToFrom":
        listed = [Term(*each.value) for each in Sides]
    seen = {term.code for term in listed}
    yield from listed
    if kind == "Timing":
        return
    for other in document.index.unique.values():
        if other.get("instanceType") == kind:
            for term in terms_in(other.get(attribute)):
                if term.code not in seen and term.decode:
                    seen.add(term.code)
                    yield term


def _epochs(_document: Document, _address: str, design: StudyDesign) -> Iterator[Offered]:
    yield _none()
    yield from _named(protocol_order(design.epochs))


def _encounters(_document: Document, _address: str, design: StudyDesign) -> Iterator[Offered]:
    yield _none()
    counts: dict[str, int] = {}
    for timeline in design.timelines:
        for instance in timeline.instances:
            if instance.encounter:
                counts[instance.encounter] = counts.get(instance.encounter, 0) + 1
    for encounter in protocol_order(design.encounters):
        if encounter.id:
            count = counts.get(encounter.id, 0)
            more = (
                translate("inspector", "%n visit(s)", "", count)
                if count
                else translate("inspector", "not used")
            )
            yield Offered(encounter.id, encounter.title, more)


def _instances(document: Document, address: str, design: StudyDesign) -> Iterator[Offered]:
    """The instances of a timeline in the order of its path, with their days."""
    timeline = timeline_of(document, address)
    if timeline is None:
        return
    graph = schedule_graph(timeline, design)
    times = planned_times(timeline, design, graph)
    for key in graph.order:
        planned = times.times.get(key)
        instance = graph.instances[key]
        if instance.id and planned is not None:
            yield Offered(instance.id, visit_title(planned), day_text(planned))


def _next(document: Document, address: str, design: StudyDesign) -> Iterator[Offered]:
    item = document.index.object_at(address)
    if item is not None and item.get("instanceType") == "ScheduledActivityInstance":
        yield _none(translate("inspector", "Leads nowhere"))
    yield from (each for each in _instances(document, address, design) if each.value != address)


def _exits(document: Document, address: str, _design: StudyDesign) -> Iterator[Offered]:
    yield _none()
    timeline = timeline_of(document, address)
    exits = timeline.exits if timeline is not None else ()
    for number, each in enumerate(exits, 1):
        if each.id:
            yield Offered(each.id, translate("inspector", "Exit {number}").format(number=number), each.id)


def _timelines(_document: Document, _address: str, design: StudyDesign) -> Iterator[Offered]:
    yield _none()
    for timeline in design.timelines:
        if timeline.id:
            count = translate("inspector", "%n visit(s)", "", len(timeline.instances))
            yield Offered(timeline.id, timeline.title, count)


def _timings(_document: Document, address: str, design: StudyDesign) -> Iterator[Offered]:
    """The timings of the visits that take place at an encounter, then all others."""
    yield _none()
    first: list[Offered] = []
    others: list[Offered] = []
    for timeline in design.timelines:
        at = {instance.id: instance for instance in timeline.instances}
        for timing in timeline.timings:
            if timing.id:
                instance = at.get(timing.relative_from)
                mine = instance is not None and instance.encounter == address
                more = instance.title if instance is not None else timeline.title
                (first if mine else others).append(Offered(timing.id, timing.title, more))
    yield from first
    yield from others


def _activities(_document: Document, _address: str, design: StudyDesign) -> Iterator[Offered]:
    """The activities as the table has them, each with its group."""
    groups = {child: parent for parent in design.activities for child in parent.children}
    for activity in protocol_order(design.activities):
        if activity.id and not activity.children:
            group: Activity | None = groups.get(activity.id)
            yield Offered(activity.id, activity.title, group.title if group is not None else "")


def _elements(_document: Document, _address: str, design: StudyDesign) -> Iterator[Offered]:
    yield from _named(design.elements)


def _named(entities: Iterable[Entity]) -> Iterator[Offered]:
    for entity in entities:
        if entity.id:
            more = entity.name if entity.name != entity.title else ""
            yield Offered(entity.id, entity.title, more)


def _none(words: str = "") -> Offered:
    return Offered(None, words or translate("inspector", "None"))


_REFERENCES: dict[str, Callable[[Document, str, StudyDesign], Iterable[Offered]]] = {
    "epochId": _epochs,
    "encounterId": _encounters,
    "relativeToScheduledInstanceId": _instances,
    "defaultConditionId": _next,
    "conditionTargetId": _next,
    "entryId": _instances,
    "timelineExitId": _exits,
    "timelineId": _timelines,
    "scheduledAtId": _timings,
    "activityIds": _activities,
    "elementIds": _elements,
}
