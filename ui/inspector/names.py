"""USDM's class and attribute names in the field's words; a name we do not know is split at its capitals."""

from __future__ import annotations

import re

# Attribute -> words, where splitting the name would not say it well.
_WORDS = {
    "activityIds": "Activities",
    "appliesToIds": "Applies to",
    "armId": "Arm",
    "bcCategoryIds": "Concept categories",
    "bcCategories": "Concept categories",
    "bcSurrogateIds": "Concept surrogates",
    "bcSurrogates": "Concept surrogates",
    "biomedicalConceptIds": "Biomedical concepts",
    "childIds": "Activities in this group",
    "conditionTargetId": "Leads to",
    "contactModes": "Contact",
    "contextIds": "Holds in",
    "dataOriginDescription": "Data origin, described",
    "dataOriginType": "Data origin",
    "defaultConditionId": "Goes on to",
    "definedProcedures": "Procedures",
    "elementIds": "Elements",
    "encounterId": "Encounter",
    "entryCondition": "Starts when",
    "entryId": "Starts with",
    "environmentalSetting": "Setting",
    "environmentalSettings": "Setting",
    "epochId": "Epoch",
    "extensionAttributes": "Extensions",
    "id": "Identifier",
    "instanceType": "USDM class",
    "instances": "Scheduled instances",
    "mainTimeline": "Main timeline",
    "nextId": "Next",
    "notes": "Notes",
    "plannedDuration": "Planned duration",
    "populationIds": "Populations",
    "previousId": "Previous",
    "relativeFromScheduledInstanceId": "Timed instance",
    "relativeToFrom": "Counts from",
    "relativeToScheduledInstanceId": "Reference",
    "scheduledAtId": "Scheduled at",
    "studyInterventionIds": "Interventions",
    "timelineExitId": "Leaves by",
    "timelineId": "Sub-timeline",
    "transitionEndRule": "Ends when",
    "transitionStartRule": "Starts when",
    "uri": "URI",
    "url": "URL",
    "usdmVersion": "USDM version",
    "valueLabel": "Value, in words",
    "windowLabel": "Window, in words",
    "windowLower": "Window, lower",
    "windowUpper": "Window, upper",
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
        return _WORDS[attribute]
    for ending, plural in (("Ids", "s"), ("Id", "")):
        stem = attribute.removesuffix(ending)
        if stem and stem != attribute:
            return split_words(stem) + plural
    return split_words(attribute)


def class_words(instance_type: str) -> str:
    """What a person calls a USDM class: "ScheduledActivityInstance" -> "Scheduled activity instance"."""
    return split_words(instance_type) if instance_type else "Entity of unknown class"
