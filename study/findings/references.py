"""Findings on identity and references: ids that are missing or repeated, and what refers to nothing."""

from __future__ import annotations

from study.findings.finding import Severity
from study.findings.survey import Reference, Survey, Where, article, capital, title, words
from study.json_types import JsonObject
from study.language import translate

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
# attribute -> (what the holder does with the reference, what follows from its being broken)
_SAYS = {
    "relativeToScheduledInstanceId": (
        "is timed from",
        "its planned day is unknown. Choose what it is timed from",
    ),
    "relativeFromScheduledInstanceId": (
        "is the timing of",
        "it times nothing. Choose what it times, or remove it",
    ),
    "entryId": ("starts with", "its start is unknown. Choose the instance that it starts with"),
    "defaultConditionId": ("goes on to", "the path stops there. Choose what comes next, or an exit"),
    "conditionTargetId": ("leads to", "that way leads nowhere. Choose where it leads"),
    "timelineExitId": ("leaves by the exit", "the path has no end. Choose an exit of its timeline"),
    "epochId": ("is in the epoch", "it stands under no epoch. Choose one"),
    "encounterId": ("takes place at the encounter", "it stands under no encounter. Choose one"),
    "activityIds": ("plans the activity", "that mark cannot be shown. Choose another activity, or remove it"),
    "timelineId": ("runs the timeline", "nothing is run there. Choose a timeline, or none"),
    "previousId": ("comes after", "the order is broken there. Choose what comes before it"),
    "nextId": ("comes before", "the order is broken there. Choose what comes after it"),
    "childIds": ("holds the activity", "the group is incomplete. Choose another activity, or remove it"),
    "scheduledAtId": (
        "is scheduled at the timing",
        "its time is unknown. Choose one of the schedule's timings",
    ),
    "armId": ("is in the arm", "it belongs to no arm. Choose one"),
    "elementIds": ("holds the element", "it is incomplete. Choose another element, or remove it"),
    "contextIds": ("holds in", "the footnote has no such place. Choose another, or remove it"),
    "appliesToIds": ("applies to", "it marks nothing there. Choose something else, or remove it"),
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


def find_broken_references(survey: Survey) -> None:
    """What refers to something that does not exist, or that is not where it has to be."""
    for reference in survey.references:
        target = reference.target
        kind = str(reference.holder.get("instanceType", ""))
        attribute = reference.attribute
        expected = _PLACES.get((kind, attribute))
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
                _report(survey, reference, rule, f"“{target}”, which does not exist")
            continue
        rule, owner, listed, called = expected
        where = survey.where[id(reference.holder)]
        home = where.timeline if owner == "timeline" else where.design
        if target in survey.within(home, listed):
            continue
        found = survey.by_id.get(target)
        if found is None:
            _report(survey, reference, rule, f"“{target}”, which does not exist")
        else:
            here = "this timeline" if owner == "timeline" else "this design"
            _report(survey, reference, rule, f"{title(found)}, which is no {called} of {here}")


def _report(survey: Survey, reference: Reference, rule: str, broken: str) -> None:
    holder, attribute = reference.holder, reference.attribute
    does, follows = _SAYS.get(
        attribute, (f"refers by {attribute} to", "that reference is lost. Correct it, or remove it")
    )
    subject = title(holder)
    timed = holder.get("relativeFromScheduledInstanceId")
    if attribute == "relativeToScheduledInstanceId" and type(timed) is str and timed in survey.by_id:
        subject = survey.title_of(timed)  # people know the visit, not the name of its timing
    survey.report(
        rule,
        Severity.ERROR if attribute in _GRAVE else Severity.WARNING,
        holder,
        f"{capital(subject)} {does} {broken}: {follows}.",
    )


def _called(item: JsonObject) -> str:
    name = next((v for v in (item.get("label"), item.get("name")) if type(v) is str and v.strip()), "")
    return f" “{name.strip()}”" if name else ""


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
