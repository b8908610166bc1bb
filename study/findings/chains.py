"""Findings on order: previous and next, children, and whether they agree with the schedule."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

from study.findings.finding import Severity
from study.findings.survey import Survey, capital, title, words
from study.graph import EdgeKind, ScheduleGraph
from study.json_types import JsonObject
from study.language import QT_TRANSLATE_NOOP, translate
from study.model import Encounter, ScheduledInstance, StudyDesign, StudyEpoch
from study.protocol_order import protocol_order

Known = TypeVar("Known")


def find_chain_problems(survey: Survey) -> None:
    """Where previousId and nextId contradict each other (DDF00021 to DDF00023), everywhere in the document."""
    for item in survey.linked:
        here, before, after = item.get("id"), item.get("previousId"), item.get("nextId")
        if type(here) is not str or survey.by_id.get(here) is not item:
            continue
        # In a study's content the order of narrative text matters less than the order of its schedule.
        scheduled = item.get("instanceType") in ("Activity", "Encounter", "StudyEpoch", "StudyArm")
        severity = Severity.WARNING if scheduled else Severity.INFO
        if before == here:
            survey.report(
                "DDF00021",
                severity,
                item,
                translate("findings", "{item} comes after itself. Choose what comes before it.").format(
                    item=capital(title(item))
                ),
            )
        if after == here:
            survey.report(
                "DDF00022",
                severity,
                item,
                translate("findings", "{item} comes before itself. Choose what comes after it.").format(
                    item=capital(title(item))
                ),
            )
        for attribute, other_id, back in (("next", after, "previousId"), ("previous", before, "nextId")):
            other = survey.by_id.get(other_id) if type(other_id) is str and other_id != here else None
            # Some classes (StudyAmendment) have a previous and no next.
            if other is None or other.get("instanceType") != item.get("instanceType") or back not in other:
                continue
            returned = other.get(back)
            if returned == here:
                continue
            survey.report(
                "DDF00023",
                severity,
                item,
                _disagreement(attribute, is_empty=not (type(returned) is str and returned)).format(
                    item=capital(title(item)),
                    other=title(other),
                    third=survey.title_of(returned) if type(returned) is str else "",
                    kind=words(item),
                ),
            )
    _find_order_circles(survey)
    _find_child_circles(survey)


_ENCOUNTERS_IN_ORDER = QT_TRANSLATE_NOOP(
    "findings",
    "The encounter {entity} stands before {raw} in the order of encounters, but in the schedule {raw_2} comes "
    "after {raw_3}. Correct the order, or the encounter of that visit.",
)
_EPOCHS_IN_ORDER = QT_TRANSLATE_NOOP(
    "findings",
    "The epoch {entity} stands before {raw} in the order of epochs, but in the schedule {raw_2} comes after "
    "{raw_3}. Correct the order, or the epoch of that visit.",
)


def _disagreement(attribute: str, *, is_empty: bool) -> str:
    """How two entries of a linked list disagree: `attribute` is next or previous, `is_empty` the other's answer."""
    if attribute == "next":
        if is_empty:
            return translate(
                "findings",
                "{item} has {other} as its next, but {other} has no previous. Make the two {kind} entries agree.",
            )
        return translate(
            "findings",
            "{item} has {other} as its next, but {other} has {third} as its previous. Make the two {kind} "
            "entries agree.",
        )
    if is_empty:
        return translate(
            "findings",
            "{item} has {other} as its previous, but {other} has no next. Make the two {kind} entries agree.",
        )
    return translate(
        "findings",
        "{item} has {other} as its previous, but {other} has {third} as its next. Make the two {kind} entries "
        "agree.",
    )


def find_order_problems(survey: Survey, design: StudyDesign, graph: ScheduleGraph) -> None:
    """Encounters and epochs whose own order contradicts that of the schedule (DDF00087, DDF00088)."""
    for rule, told_as, entities, of_instance in (
        ("DDF00087", _ENCOUNTERS_IN_ORDER, protocol_order(design.encounters), _encounter_of),
        ("DDF00088", _EPOCHS_IN_ORDER, protocol_order(design.epochs), _epoch_of),
    ):
        linked: list[Encounter | StudyEpoch] = [e for e in entities if e.id and (e.previous or e.next)]
        position = {entity.id: n for n, entity in enumerate(linked)}
        known = {
            key: instance
            for key, instance in graph.instances.items()
            if of_instance(instance) in position and key not in graph.unreachable
        }
        told: set[tuple[str | None, str | None]] = set()
        for earlier, later in neighbours(graph, known):
            first, then = of_instance(known[earlier]), of_instance(known[later])
            if position[then] >= position[first] or (first, then) in told:
                continue
            told.add((first, then))
            entity = linked[position[then]]
            survey.report(
                rule,
                Severity.WARNING,
                entity.raw,
                translate("findings", told_as).format(
                    entity=title(entity.raw),
                    raw=title(linked[position[first]].raw),
                    raw_2=title(known[later].raw),
                    raw_3=title(known[earlier].raw),
                ),
            )


def neighbours(graph: ScheduleGraph, known: Mapping[str, Known]) -> list[tuple[str, str]]:
    """Pairs of instances that follow each other on a way forward, looking past those that are not `known`.

    Back edges of loops are left out: a loop's head does come after its tail, on the next pass.
    """
    ahead: dict[str, list[str]] = {}
    for edge in graph.edges:
        if edge.kind in (EdgeKind.DEFAULT, EdgeKind.CONDITION) and not edge.back:
            ahead.setdefault(edge.source, []).append(edge.target)
    pairs: dict[tuple[str, str], None] = {}
    # key -> the known instances last passed on the ways to it. `order` without back edges is topological.
    passed: dict[str, dict[str, None]] = {}
    for key in graph.order:
        before = passed.get(key, {})
        if key in known:
            pairs.update(((earlier, key), None) for earlier in before if earlier != key)
            before = {key: None}
        for target in ahead.get(key, ()):
            held = passed.setdefault(target, {})
            # Many branches past many unknown instances would multiply; the first ones found are enough.
            for earlier in before:
                if len(held) >= 8:
                    break
                held[earlier] = None
    return list(pairs)


def _encounter_of(instance: ScheduledInstance) -> str | None:
    return instance.encounter


def _epoch_of(instance: ScheduledInstance) -> str | None:
    return instance.epoch


def _find_order_circles(survey: Survey) -> None:
    def following(item: JsonObject) -> list[JsonObject]:
        after = item.get("nextId")
        found = survey.by_id.get(after) if type(after) is str else None
        return [found] if found is not None and found is not item else []

    for circle in circles(survey.linked, following):
        survey.report(
            "MAESTRO-ORDER-CIRCLE",
            Severity.WARNING,
            circle[0],
            translate(
                "findings",
                "The order of {path} runs in a circle. Choose which comes first, and clear what "
                "comes before it.",
            ).format(path=" → ".join(title(item) for item in [*circle[:6], circle[0]])),
        )


def _find_child_circles(survey: Survey) -> None:
    def children(item: JsonObject) -> list[JsonObject]:
        ids = item.get("childIds")
        found = [survey.by_id.get(child) for child in ids if type(child) is str] if type(ids) is list else []
        return [child for child in found if child is not None and child is not item]

    for item in survey.parents:
        ids = item.get("childIds")
        if type(ids) is list and item.get("id") in ids:
            survey.report(
                "DDF00018",
                Severity.WARNING,
                item,
                translate("findings", "{item} is its own child. Remove it from its children.").format(
                    item=capital(title(item))
                ),
            )
    for circle in circles(survey.parents, children):
        survey.report(
            "MAESTRO-CHILD-CIRCLE",
            Severity.WARNING,
            circle[0],
            translate(
                "findings", "{circle} lies within itself, through {path}. Take it out of one of these groups."
            ).format(
                circle=capital(title(circle[0])),
                path=" → ".join(title(item) for item in [*circle[1:6], circle[0]]),
            ),
        )


def circles(
    items: list[JsonObject], following: Callable[[JsonObject], list[JsonObject]]
) -> list[list[JsonObject]]:
    """Each circle that `following` makes among `items`, once, from its first item on; linear in what is walked."""
    found: list[list[JsonObject]] = []
    done: set[int] = set()
    for root in items:
        if id(root) in done:
            continue
        path: list[JsonObject] = [root]
        depth = {id(root): 0}
        walk = [iter(following(root))]
        while walk:
            target = next(walk[-1], None)
            if target is None:
                walk.pop()
                last = path.pop()
                del depth[id(last)]
                done.add(id(last))
            elif id(target) in depth:
                found.append(path[depth[id(target)] :])
            elif id(target) not in done:
                depth[id(target)] = len(path)
                path.append(target)
                walk.append(iter(following(target)))
    return found
