"""Findings on identity and references: ids that are missing or repeated, and what refers to nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from itertools import chain
from typing import Final

from study.findings.finding import Severity
from study.findings.survey import Reference, Survey, Where, article, capital, mention, title, words
from study.json_types import JsonObject
from study.language import QT_TRANSLATE_NOOP, translate

# (class, attribute) -> (rule, whose list, which list of it, what one entry is called). An attribute alone stands
# for every class. A reference that exists, but not in this list, is broken as well: nothing will find it there.
_PLACES = {
    ("Timing", "relativeFromScheduledInstanceId"): ("DDF00046", "timeline", "instances", "instance"),
    ("Timing", "relativeToScheduledInstanceId"): ("DDF00046", "timeline", "instances", "instance"),
    ("ScheduleTimeline", "entryId"): ("DDF00262", "timeline", "instances", "instance"),
    ("ScheduledActivityInstance", "defaultConditionId"): ("DDF00262", "timeline", "instances", "instance"),
    ("ScheduledDecisionInstance", "defaultConditionId"): ("DDF00262", "timeline", "instances", "instance"),
    ("ConditionAssignment", "conditionTargetId"): ("DDF00262", "timeline", "instances", "instance"),
    ("ScheduledActivityInstance", "timelineExitId"): ("DDF00102", "timeline", "exits", "exit"),
    ("ScheduledDecisionInstance", "timelineExitId"): ("DDF00102", "timeline", "exits", "exit"),
    ("ScheduledActivityInstance", "epochId"): ("DDF00105", "design", "epochs", "epoch"),
    ("ScheduledDecisionInstance", "epochId"): ("DDF00105", "design", "epochs", "epoch"),
    ("ScheduledActivityInstance", "encounterId"): ("DDF00106", "design", "encounters", "encounter"),
    ("ScheduledActivityInstance", "activityIds"): ("DDF00262", "design", "activities", "activity"),
    ("ScheduledActivityInstance", "timelineId"): ("DDF00107", "design", "scheduleTimelines", "timeline"),
    ("ScheduledDecisionInstance", "timelineId"): ("DDF00107", "design", "scheduleTimelines", "timeline"),
    ("Activity", "timelineId"): ("DDF00152", "design", "scheduleTimelines", "timeline"),
    ("Activity", "previousId"): ("DDF00028", "design", "activities", "activity"),
    ("Activity", "nextId"): ("DDF00028", "design", "activities", "activity"),
    ("Activity", "childIds"): ("DDF00254", "design", "activities", "activity"),
    ("Encounter", "previousId"): ("DDF00029", "design", "encounters", "encounter"),
    ("Encounter", "nextId"): ("DDF00029", "design", "encounters", "encounter"),
    ("StudyEpoch", "previousId"): ("DDF00024", "design", "epochs", "epoch"),
    ("StudyEpoch", "nextId"): ("DDF00024", "design", "epochs", "epoch"),
    ("StudyCell", "armId"): ("DDF00071", "design", "arms", "arm"),
    ("StudyCell", "epochId"): ("DDF00072", "design", "epochs", "epoch"),
    ("StudyCell", "elementIds"): ("DDF00047", "design", "elements", "element"),
}
_RULES = {
    ("Encounter", "scheduledAtId"): "DDF00127",
    ("StudyArm", "populationIds"): "DDF00050",
    ("Procedure", "studyInterventionId"): "DDF00240",
    ("StudyElement", "studyInterventionIds"): "DDF00252",
    ("Condition", "appliesToIds"): "DDF00091",
    ("Condition", "contextIds"): "DDF00114",
}
# attribute -> what its being broken means; {broken} is what it names, and why that is wrong
_SAYS = {
    "relativeToScheduledInstanceId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} is timed from {broken}: its planned day is unknown. Choose what it is timed from.",
    ),
    "relativeFromScheduledInstanceId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} is the timing of {broken}: it times nothing. Choose what it times, or remove it.",
    ),
    "entryId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} starts with {broken}: its start is unknown. Choose the instance that it starts with.",
    ),
    "defaultConditionId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} goes on to {broken}: the path stops there. Choose what comes next, or an exit.",
    ),
    "conditionTargetId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} leads to {broken}: that way leads nowhere. Choose where it leads.",
    ),
    "timelineExitId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} leaves by the exit {broken}: the path has no end. Choose an exit of its timeline.",
    ),
    "epochId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} is in the epoch {broken}: it stands under no epoch. Choose one.",
    ),
    "encounterId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} takes place at the encounter {broken}: it stands under no encounter. Choose one.",
    ),
    "activityIds": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} plans the activity {broken}: that mark cannot be shown. Choose another activity, or "
        "remove it.",
    ),
    "timelineId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} runs the timeline {broken}: nothing is run there. Choose a timeline, or none.",
    ),
    "previousId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} comes after {broken}: the order is broken there. Choose what comes before it.",
    ),
    "nextId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} comes before {broken}: the order is broken there. Choose what comes after it.",
    ),
    "childIds": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} holds the activity {broken}: the group is incomplete. Choose another activity, or "
        "remove it.",
    ),
    "scheduledAtId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} is scheduled at the timing {broken}: its time is unknown. Choose one of the schedule's "
        "timings.",
    ),
    "armId": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} is in the arm {broken}: it belongs to no arm. Choose one.",
    ),
    "elementIds": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} holds the element {broken}: it is incomplete. Choose another element, or remove it.",
    ),
    "contextIds": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} holds in {broken}: the footnote has no such place. Choose another, or remove it.",
    ),
    "appliesToIds": QT_TRANSLATE_NOOP(
        "findings",
        "{subject} applies to {broken}: it marks nothing there. Choose something else, or remove it.",
    ),
}
# (what it is to be, whose) -> the target, where it is another thing or stands elsewhere
_ELSEWHERE = {
    ("activity", "design"): QT_TRANSLATE_NOOP("findings", "{target}, which is no activity of this design"),
    ("arm", "design"): QT_TRANSLATE_NOOP("findings", "{target}, which is no arm of this design"),
    ("element", "design"): QT_TRANSLATE_NOOP("findings", "{target}, which is no element of this design"),
    ("encounter", "design"): QT_TRANSLATE_NOOP("findings", "{target}, which is no encounter of this design"),
    ("epoch", "design"): QT_TRANSLATE_NOOP("findings", "{target}, which is no epoch of this design"),
    ("timeline", "design"): QT_TRANSLATE_NOOP("findings", "{target}, which is no timeline of this design"),
    ("exit", "timeline"): QT_TRANSLATE_NOOP("findings", "{target}, which is no exit of this timeline"),
    ("instance", "timeline"): QT_TRANSLATE_NOOP(
        "findings", "{target}, which is no instance of this timeline"
    ),
}
# Without these, the path or the planned times are broken; other references lose a detail.
_GRAVE = frozenset(
    (
        "relativeToScheduledInstanceId",
        "relativeFromScheduledInstanceId",
        "entryId",
        "defaultConditionId",
        "conditionTargetId",
        "timelineExitId",
        "activityIds",
    )
)


def find_identity_problems(survey: Survey) -> None:
    """Ids that are missing (design.md: such a thing cannot be edited) or repeated (DDF00083)."""
    index = survey.document.index
    for item in index.nameless.values():
        # What has neither id nor class is no entity: an extension's own structure, for example.
        if item.get("instanceType") or _is_scheduled(item, survey.where.get(id(item), Where())):
            survey.report(
                "MAESTRO-MISSING-ID",
                Severity.ERROR,
                item,
                translate(
                    "findings",
                    "{item}{called} has no id: nothing can refer to it, and it cannot be edited. Give it "
                    "an id of its own.",
                ).format(item=capital(article(words(item))), called=_called(item)),
            )
    for identity, sharing in index.repeated.items():
        in_order = sorted(sharing, key=lambda item: survey.place.get(id(item), 0))
        first_in: dict[int, JsonObject] = {}
        for item in in_order:
            version = survey.where.get(id(item), Where()).version
            same = first_in.setdefault(version, item)
            if same is not item:
                survey.report(
                    "DDF00083",
                    Severity.ERROR,
                    item,
                    translate(
                        "findings",
                        "The id “{identity}” of the {item}{called} is also that of the {same}{called_2}: "
                        "what refers to it is ambiguous. Give one of them another id.",
                    ).format(
                        identity=identity,
                        item=words(item),
                        called=_called(item),
                        same=words(same),
                        called_2=_called(same),
                    ),
                )
            elif item is not in_order[0]:
                survey.report(
                    "MAESTRO-REPEATED-ID",
                    Severity.INFO,
                    item,
                    translate(
                        "findings",
                        "The id “{identity}” of the {item}{called} is used in another version of the study "
                        "too: neither can be edited. Give one of them another id.",
                    ).format(identity=identity, item=words(item), called=_called(item)),
                )


def find_broken_references(survey: Survey, holders: Iterable[int] | None = None) -> None:
    """What refers to something that does not exist, or that is not where it has to be.

    `holders`: only of these objects, by identity; None: of all.
    """
    every = survey.references.values() if holders is None else (survey.references.get(h, []) for h in holders)
    for reference in chain.from_iterable(every):
        kind = str(reference.holder.get("instanceType", ""))
        attribute = reference.attribute
        expected = _PLACES.get((kind, attribute))
        there: Mapping[str, JsonObject] = survey.by_id
        if expected is not None:
            _, owner, listed, _ = expected
            where = survey.where[id(reference.holder)]
            there = survey.within(where.timeline if owner == "timeline" else where.design, listed)
        # Thousands of visits refer to hundreds of activities each: all of them are looked for at once.
        if set(map(type, reference.targets)) <= _TEXT and there.keys() >= set(reference.targets):
            continue
        _find_broken(survey, reference, kind, there)


_TEXT: Final = frozenset({str})


def _find_broken(survey: Survey, reference: Reference, kind: str, there: Mapping[str, JsonObject]) -> None:
    """Which of the ids of one attribute mean nothing; `there` is what they can mean, by id."""
    attribute = reference.attribute
    expected = _PLACES.get((kind, attribute))
    for target in reference.targets:
        if type(target) is not str:
            survey.report(
                "DDF00262",
                Severity.WARNING,
                reference.holder,
                translate(
                    "findings",
                    "{holder} has something in {attribute} that is no id. Correct it, or remove it.",
                ).format(holder=capital(title(reference.holder)), attribute=attribute),
            )
            continue
        if expected is None:
            if target not in survey.by_id:
                rule = _RULES.get((kind, attribute), "DDF00262")
                _report(survey, reference, rule, _missing(target))
            continue
        rule, owner, _, called = expected
        if target in there:
            continue
        found = survey.by_id.get(target)
        if found is None:
            _report(survey, reference, rule, _missing(target))
        else:
            broken = translate("findings", _ELSEWHERE[called, owner]).format(target=title(found))
            _report(survey, reference, rule, broken)


def _missing(target: str) -> str:
    return translate("findings", "“{target}”, which does not exist").format(target=target)


def _report(survey: Survey, reference: Reference, rule: str, broken: str) -> None:
    holder, attribute = reference.holder, reference.attribute
    says = (
        translate("findings", _SAYS[attribute])
        if attribute in _SAYS
        else translate(
            "findings",
            "{subject} refers by {attribute} to {broken}: that reference is lost. Correct it, or remove it.",
        )
    )
    subject = title(holder)
    timed = holder.get("relativeFromScheduledInstanceId")
    if attribute == "relativeToScheduledInstanceId" and type(timed) is str and timed in survey.by_id:
        subject = survey.title_of(timed)  # people know the visit, not the name of its timing
    survey.report(
        rule,
        Severity.ERROR if attribute in _GRAVE else Severity.WARNING,
        holder,
        says.format(subject=capital(subject), attribute=attribute, broken=broken),
    )


def _called(item: JsonObject) -> str:
    name = next((v for v in (item.get("label"), item.get("name")) if type(v) is str and v.strip()), "")
    called = f" “{name.strip()}”" if name else ""
    mention(item, called)
    return called


def _is_scheduled(item: JsonObject, where: Where) -> bool:
    """Whether an object without a class stands where only an entity of the schedule can stand."""
    for owner, lists in (
        (where.timeline, ("instances", "timings", "exits")),
        (
            where.design,
            ("activities", "encounters", "epochs", "scheduleTimelines", "arms", "studyCells", "elements"),
        ),
    ):
        for listed in lists:
            entries = owner.get(listed) if owner is not None else None
            if type(entries) is list and any(entry is item for entry in entries):
                return True
    return False
