"""USDM's class and attribute names in the field's words; a name we do not know is split at its capitals."""

from __future__ import annotations

import re

from study.language import QT_TRANSLATE_NOOP, translate

# Attribute -> words, where splitting the name would not say it well.
_WORDS = {
    "activityIds": QT_TRANSLATE_NOOP("usdm", "Activities"),
    "appliesToIds": QT_TRANSLATE_NOOP("usdm", "Applies to"),
    "armId": QT_TRANSLATE_NOOP("usdm", "Arm"),
    "bcCategoryIds": QT_TRANSLATE_NOOP("usdm", "Concept categories"),
    "bcCategories": QT_TRANSLATE_NOOP("usdm", "Concept categories"),
    "bcSurrogateIds": QT_TRANSLATE_NOOP("usdm", "Concept surrogates"),
    "bcSurrogates": QT_TRANSLATE_NOOP("usdm", "Concept surrogates"),
    "biomedicalConceptIds": QT_TRANSLATE_NOOP("usdm", "Biomedical concepts"),
    "childIds": QT_TRANSLATE_NOOP("usdm", "Activities in this group"),
    "conditionTargetId": QT_TRANSLATE_NOOP("usdm", "Leads to"),
    "contactModes": QT_TRANSLATE_NOOP("usdm", "Contact"),
    "criterionIds": QT_TRANSLATE_NOOP("usdm", "Criteria"),
    "contextIds": QT_TRANSLATE_NOOP("usdm", "Holds in"),
    "dataOriginDescription": QT_TRANSLATE_NOOP("usdm", "Data origin, described"),
    "dataOriginType": QT_TRANSLATE_NOOP("usdm", "Data origin"),
    "defaultConditionId": QT_TRANSLATE_NOOP("usdm", "Goes on to"),
    "definedProcedures": QT_TRANSLATE_NOOP("usdm", "Procedures"),
    "elementIds": QT_TRANSLATE_NOOP("usdm", "Elements"),
    "encounterId": QT_TRANSLATE_NOOP("usdm", "Encounter"),
    "entryCondition": QT_TRANSLATE_NOOP("usdm", "Starts when"),
    "entryId": QT_TRANSLATE_NOOP("usdm", "Starts with"),
    "environmentalSetting": QT_TRANSLATE_NOOP("usdm", "Setting"),
    "environmentalSettings": QT_TRANSLATE_NOOP("usdm", "Setting"),
    "epochId": QT_TRANSLATE_NOOP("usdm", "Epoch"),
    "extensionAttributes": QT_TRANSLATE_NOOP("usdm", "Extensions"),
    "id": QT_TRANSLATE_NOOP("usdm", "Identifier"),
    "instanceType": QT_TRANSLATE_NOOP("usdm", "USDM class"),
    "instances": QT_TRANSLATE_NOOP("usdm", "Scheduled instances"),
    "mainTimeline": QT_TRANSLATE_NOOP("usdm", "Main timeline"),
    "nextId": QT_TRANSLATE_NOOP("usdm", "Next"),
    "notes": QT_TRANSLATE_NOOP("usdm", "Notes"),
    "plannedDuration": QT_TRANSLATE_NOOP("usdm", "Planned duration"),
    "populationIds": QT_TRANSLATE_NOOP("usdm", "Populations"),
    "previousId": QT_TRANSLATE_NOOP("usdm", "Previous"),
    "relativeFromScheduledInstanceId": QT_TRANSLATE_NOOP("usdm", "Timed instance"),
    "relativeToFrom": QT_TRANSLATE_NOOP("usdm", "Counts from"),
    "relativeToScheduledInstanceId": QT_TRANSLATE_NOOP("usdm", "Reference"),
    "scheduledAtId": QT_TRANSLATE_NOOP("usdm", "Scheduled at"),
    "studyInterventionIds": QT_TRANSLATE_NOOP("usdm", "Interventions"),
    "subsetOfIds": QT_TRANSLATE_NOOP("usdm", "Subset of"),
    "timelineExitId": QT_TRANSLATE_NOOP("usdm", "Leaves by"),
    "timelineId": QT_TRANSLATE_NOOP("usdm", "Sub-timeline"),
    "transitionEndRule": QT_TRANSLATE_NOOP("usdm", "Ends when"),
    "transitionStartRule": QT_TRANSLATE_NOOP("usdm", "Starts when"),
    "uri": QT_TRANSLATE_NOOP("usdm", "URI"),
    "url": QT_TRANSLATE_NOOP("usdm", "URL"),
    "usdmVersion": QT_TRANSLATE_NOOP("usdm", "USDM version"),
    "valueLabel": QT_TRANSLATE_NOOP("usdm", "Value, in words"),
    "windowLabel": QT_TRANSLATE_NOOP("usdm", "Window, in words"),
    "windowLower": QT_TRANSLATE_NOOP("usdm", "Window, lower"),
    "windowUpper": QT_TRANSLATE_NOOP("usdm", "Window, upper"),
}

# The classes that people meet most; others are split into words.
_CLASSES = {
    "Activity": QT_TRANSLATE_NOOP("usdm", "Activity"),
    "BiomedicalConcept": QT_TRANSLATE_NOOP("usdm", "Biomedical concept"),
    "Condition": QT_TRANSLATE_NOOP("usdm", "Condition"),
    "ConditionAssignment": QT_TRANSLATE_NOOP("usdm", "Condition assignment"),
    "Encounter": QT_TRANSLATE_NOOP("usdm", "Encounter"),
    "NarrativeContent": QT_TRANSLATE_NOOP("usdm", "Narrative content"),
    "Procedure": QT_TRANSLATE_NOOP("usdm", "Procedure"),
    "ScheduleTimeline": QT_TRANSLATE_NOOP("usdm", "Schedule timeline"),
    "ScheduleTimelineExit": QT_TRANSLATE_NOOP("usdm", "Schedule timeline exit"),
    "ScheduledActivityInstance": QT_TRANSLATE_NOOP("usdm", "Scheduled activity instance"),
    "ScheduledDecisionInstance": QT_TRANSLATE_NOOP("usdm", "Scheduled decision instance"),
    "Study": QT_TRANSLATE_NOOP("usdm", "Study"),
    "StudyArm": QT_TRANSLATE_NOOP("usdm", "Study arm"),
    "StudyCell": QT_TRANSLATE_NOOP("usdm", "Study cell"),
    "StudyElement": QT_TRANSLATE_NOOP("usdm", "Study element"),
    "StudyEpoch": QT_TRANSLATE_NOOP("usdm", "Study epoch"),
    "StudyIntervention": QT_TRANSLATE_NOOP("usdm", "Study intervention"),
    "StudyVersion": QT_TRANSLATE_NOOP("usdm", "Study version"),
    "Timing": QT_TRANSLATE_NOOP("usdm", "Timing"),
}

_ABBREVIATIONS = {"bc": "BC", "usdm": "USDM", "uri": "URI", "id": "ID"}
_PARTS = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|[A-Z]+|\d+")


def split_words(name: str) -> str:
    """A camel-case name as words: "environmentalSetting" -> "Environmental setting"."""
    parts = [_ABBREVIATIONS.get(part.lower(), part.lower()) for part in _PARTS.findall(name)]
    text = " ".join(parts)
    return text[:1].upper() + text[1:] if text else name


def attribute_words(attribute: str) -> str:
    """What a person calls a USDM attribute: "windowLower" -> "Window, lower"."""
    if attribute in _WORDS:
        return translate("usdm", _WORDS[attribute])
    for ending, plural in (("Ids", "s"), ("Id", "")):
        stem = attribute.removesuffix(ending)
        if stem and stem != attribute:
            return translate("usdm", split_words(stem) + plural)
    return translate("usdm", split_words(attribute))


def class_words(instance_type: str) -> str:
    """What a person calls a USDM class: "ScheduledActivityInstance" -> "Scheduled activity instance"."""
    if instance_type in _CLASSES:
        return translate("usdm", _CLASSES[instance_type])
    return (
        translate("usdm", split_words(instance_type))
        if instance_type
        else translate("usdm", "Entity of unknown class")
    )
