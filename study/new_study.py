"""A new study from a template: USDM v4 as bytes, which open without a finding of severity error.

What nobody has said yet stays empty: no dates, no sponsor, no identifiers are made up. `study` knows no randomness:
who asks for a study brings the source of ids.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import pairwise
from typing import Final

from study.code_lists import (
    CDISC,
    CLINIC,
    IN_PERSON,
    TERMINOLOGY_VERSION,
    VISIT,
    WITHIN_STUDY,
    Term,
)
from study.json_types import JsonObject, JsonValue, why_unwritable
from study.language import translate
from study.new_study_templates import EMPTY, MAIN_ENTRY, MAIN_TIMELINE, SidePlan, Template, VisitPlan

USDM_VERSION: Final = "4.0"

_TIMINGS: Final = {
    "Before": Term("C201357", "Before"),
    "After": Term("C201356", "After"),
    "Fixed Reference": Term("C201358", "Fixed Reference"),
}
_START_TO_START: Final = Term("C201355", "Start to Start")


def new_study(
    title: str, template: Template = EMPTY, *, fresh_id: Callable[[str], str], system_version: str = ""
) -> bytes:
    """A new study called `title` as a USDM v4 file, two-space indent and ASCII like the files of others.

    `fresh_id` gives a new id that begins with the given text; it may give none twice. `system_version`: the program's
    own version, for the file's `systemVersion`. Raises ValueError with a sentence for a title that is none.
    """
    if not title or title.isspace():
        raise ValueError(translate("new study", "A study needs a title: type one."))
    if why_unwritable(title) is not None:
        raise ValueError(
            translate("new study", "This title cannot be written to a file: type it again by hand.")
        )
    return _Making(fresh_id).study(title, template, system_version)


class _Making:
    """One study being made."""

    def __init__(self, fresh_id: Callable[[str], str]) -> None:
        self._fresh_id = fresh_id

    def study(self, title: str, template: Template, system_version: str) -> bytes:
        version = self._entity(
            "StudyVersion",
            versionIdentifier="1",
            rationale="",
            documentVersionIds=[],
            dateValues=[],
            amendments=[],
            businessTherapeuticAreas=[],
            studyIdentifiers=[],
            referenceIdentifiers=[],
            studyDesigns=[self._design(title, template)],
            titles=[
                self._entity(
                    "StudyTitle", text=title, type=self._code(Term("C99905x2", "Official Study Title"))
                )
            ],
            eligibilityCriterionItems=[],
            narrativeContentItems=[],
            abbreviations=[],
            roles=[],
            organizations=[],
            studyInterventions=[],
            administrableProducts=[],
            medicalDevices=[],
            productOrganizationRoles=[],
            biomedicalConcepts=[],
            bcCategories=[],
            bcSurrogates=[],
            dictionaries=[],
            conditions=[],
            notes=[],
        )
        root: JsonObject = {
            "study": {
                "id": None,
                "name": title,
                "description": "",
                "label": title,
                "versions": [version],
                "documentedBy": [],
                "instanceType": "Study",
            },
            "usdmVersion": USDM_VERSION,
            "systemName": "Maestro",
            "systemVersion": system_version,
        }
        return json.dumps(root, indent=2).encode("ascii")

    def _design(self, title: str, template: Template) -> JsonObject:
        epochs = self._linked(
            [
                self._named("StudyEpoch", name, type=self._code(term), previousId=None, nextId=None, notes=[])
                for name, term in template.epochs
            ]
        )
        population = self._named(
            "StudyDesignPopulation",
            "Population",
            includesHealthySubjects=False,
            plannedEnrollmentNumber=None,
            plannedCompletionNumber=None,
            plannedSex=[],
            criterionIds=[],
            plannedAge=None,
            cohorts=[],
            notes=[],
        )
        arms = [
            self._named(
                "StudyArm",
                name,
                type=self._code(term),
                dataOriginDescription=WITHIN_STUDY.decode,
                dataOriginType=self._code(WITHIN_STUDY),
                populationIds=[population["id"]],
                notes=[],
            )
            for name, term in template.arms
        ]
        elements = {
            name: self._named(
                "StudyElement",
                name,
                transitionStartRule=None,
                transitionEndRule=None,
                studyInterventionIds=[],
                notes=[],
            )
            for name in dict.fromkeys(template.elements.values())
        }
        cells = [
            self._entity(
                "StudyCell",
                armId=_id_of(arms, arm),
                epochId=_id_of(epochs, epoch),
                elementIds=[elements[element]["id"]],
            )
            for (arm, epoch), element in template.elements.items()
        ]
        activities = self._activities(template)
        encounters: list[JsonObject] = []
        main = self._main_timeline(template, epochs, activities, encounters)
        sides = [self._side_timeline(side, activities, encounters) for side in template.sides]
        return self._named(
            "InterventionalStudyDesign",
            title,
            studyType=self._code(Term("C98388", "Interventional Study")),
            studyPhase=None,
            therapeuticAreas=[],
            characteristics=[],
            encounters=encounters,
            activities=activities,
            arms=arms,
            studyCells=cells,
            rationale="",
            epochs=epochs,
            elements=list(elements.values()),
            estimands=[],
            indications=[],
            studyInterventionIds=[],
            objectives=[],
            population=population,
            scheduleTimelines=[main, *sides],
            biospecimenRetentions=[],
            documentVersionIds=[],
            eligibilityCriteria=[],
            analysisPopulations=[],
            notes=[],
            subTypes=[],
            model=self._code(
                Term("C82639", "Parallel Study")
                if len(template.arms) > 1
                else Term("C82640", "Single Group Study")
            ),
            intentTypes=[],
            blindingSchema=None,
        )

    def _activities(self, template: Template) -> list[JsonObject]:
        rows: list[JsonObject] = []
        for group, names in template.rows:
            children = [self._activity(name, []) for name in names]
            rows += [self._activity(group, [child["id"] for child in children]), *children]
        return self._linked(rows)

    def _activity(self, name: str, children: list[JsonValue]) -> JsonObject:
        return self._named(
            "Activity",
            name,
            previousId=None,
            nextId=None,
            childIds=children,
            definedProcedures=[],
            biomedicalConceptIds=[],
            bcCategoryIds=[],
            bcSurrogateIds=[],
            timelineId=None,
            notes=[],
        )

    def _main_timeline(
        self,
        template: Template,
        epochs: list[JsonObject],
        activities: list[JsonObject],
        encounters: list[JsonObject],
    ) -> JsonObject:
        visits = [
            self._instance(visit.name, _ids_of(activities, visit.activities), _id_of(epochs, visit.epoch))
            for visit in template.visits
        ]
        anchor = next(
            visit
            for visit, plan in zip(visits, template.visits, strict=True)
            if plan.kind == "Fixed Reference"
        )
        timings = []
        for visit, plan in zip(visits, template.visits, strict=True):
            timing = self._timing(plan, str(visit["id"]), str(anchor["id"]))
            timings.append(timing)
            encounters.append(self._encounter(plan.name, str(timing["id"])))
            visit["encounterId"] = encounters[-1]["id"]
        self._linked(encounters)
        path = list(visits)
        if template.cycle is not None:
            cycle = template.cycle
            decision = self._named(
                "ScheduledDecisionInstance",
                cycle.name,
                defaultConditionId=None,
                epochId=next(v["epochId"] for v in visits if v["name"] == cycle.last),
                conditionAssignments=[
                    self._entity(
                        "ConditionAssignment",
                        condition=cycle.condition,
                        conditionTargetId=_id_of(visits, cycle.first),
                    )
                ],
            )
            path.insert(1 + next(n for n, v in enumerate(visits) if v["name"] == cycle.last), decision)
        return self._timeline(MAIN_TIMELINE, MAIN_ENTRY, path, timings, main=True)

    def _side_timeline(
        self, side: SidePlan, activities: list[JsonObject], encounters: list[JsonObject]
    ) -> JsonObject:
        visit = self._instance(side.name, _ids_of(activities, side.activities), None)
        plan = VisitPlan(side.name, "", "Fixed Reference", "P0D", side.name)
        timing = self._timing(plan, str(visit["id"]), str(visit["id"]))
        # Outside the linked order of encounters: these visits come when they come.
        encounters.append(self._encounter(side.name, str(timing["id"])))
        visit["encounterId"] = encounters[-1]["id"]
        return self._timeline(side.name, side.entry, [visit], [timing], main=False)

    def _timeline(
        self, name: str, entry: str, path: list[JsonObject], timings: list[JsonObject], *, main: bool
    ) -> JsonObject:
        way_out = self._entity("ScheduleTimelineExit")
        for before, after in pairwise(path):
            before["defaultConditionId"] = after["id"]
        path[-1]["timelineExitId"] = way_out["id"]
        return self._named(
            "ScheduleTimeline",
            name,
            mainTimeline=main,
            entryCondition=entry,
            entryId=path[0]["id"],
            exits=[way_out],
            timings=timings,
            instances=path,
            plannedDuration=None,
        )

    def _instance(self, name: str, activities: list[JsonValue], epoch: JsonValue) -> JsonObject:
        return self._named(
            "ScheduledActivityInstance",
            name,
            defaultConditionId=None,
            epochId=epoch,
            timelineId=None,
            timelineExitId=None,
            activityIds=activities,
            encounterId=None,
        )

    def _timing(self, plan: VisitPlan, timed: str, anchor: str) -> JsonObject:
        lower, upper = plan.window if plan.window is not None else (None, None)
        return self._named(
            "Timing",
            plan.name,
            type=self._code(_TIMINGS[plan.kind]),
            value=plan.value,
            valueLabel=plan.label,
            relativeToFrom=self._code(_START_TO_START),
            relativeFromScheduledInstanceId=timed,
            relativeToScheduledInstanceId=anchor,
            windowLower=lower,
            windowUpper=upper,
            windowLabel=f"-{_days(lower)}..+{_days(upper)} days" if lower and upper else "",
        )

    def _encounter(self, name: str, timing: str) -> JsonObject:
        return self._named(
            "Encounter",
            name,
            type=self._code(VISIT),
            previousId=None,
            nextId=None,
            scheduledAtId=timing,
            environmentalSettings=[self._code(CLINIC)],
            contactModes=[self._code(IN_PERSON)],
            transitionStartRule=None,
            transitionEndRule=None,
            notes=[],
        )

    def _linked(self, entities: list[JsonObject]) -> list[JsonObject]:
        for before, after in pairwise(entities):
            before["nextId"], after["previousId"] = after["id"], before["id"]
        return entities

    def _code(self, term: Term) -> JsonObject:
        return self._entity(
            "Code",
            code=term.code,
            codeSystem=CDISC,
            codeSystemVersion=TERMINOLOGY_VERSION,
            decode=term.decode,
        )

    def _named(self, instance_type: str, name: str, **attributes: JsonValue) -> JsonObject:
        return self._entity(instance_type, name=name, label=name, description="", **attributes)

    def _entity(self, instance_type: str, **attributes: JsonValue) -> JsonObject:
        return {
            "id": self._fresh_id(instance_type),
            "extensionAttributes": [],
            **attributes,
            "instanceType": instance_type,
        }


def _id_of(entities: list[JsonObject], name: str) -> str:
    return next(str(entity["id"]) for entity in entities if entity["name"] == name)


def _ids_of(entities: list[JsonObject], names: tuple[str, ...]) -> list[JsonValue]:
    """The ids of the rows with these names, in the rows' order."""
    return [entity["id"] for entity in entities if entity["name"] in names]


def _days(duration: str) -> str:
    return duration.removeprefix("P").removesuffix("D")
