"""How each USDM attribute is edited: as text, a duration, a code of a list, a reference; or why it is not.

The one table that editors ask. What stands in no table is unknown to this program: it is shown, kept and not edited.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from study.json_types import JsonObject
from study.language import QT_TRANSLATE_NOOP, translate


class Kind(Enum):
    """What a person edits an attribute as."""

    LINE = auto()
    """Text of one line."""
    TEXT = auto()
    """Text of several lines."""
    HTML = auto()
    """Formatted text: HTML in the file (USDM Condition and other syntax templates)."""
    FLAG = auto()
    """Yes or no."""
    DURATION = auto()
    """An ISO 8601 duration, a magnitude."""
    WINDOW = auto()
    """`windowLower` and `windowUpper` of a Timing, one value: neither says anything without the other."""
    CODE = auto()
    """One Code, or AliasCode, of a code list."""
    CODES = auto()
    """Several codes of a code list."""
    REFERENCE = auto()
    """The id of one entity."""
    REFERENCES = auto()
    """A list of ids."""
    RULE = auto()
    """The free text of a TransitionRule, which comes and goes with it."""
    FIXED = auto()
    """Not edited; `why` says why."""
    UNKNOWN = auto()
    """An attribute that this program does not know."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """How one attribute is edited. `required`: it cannot be emptied. `why`: why it is not edited, a sentence."""

    kind: Kind
    required: bool = False
    reason: str = ""

    @property
    def why(self) -> str:
        """The reason in the reader's language; "" where it can be edited."""
        return translate("inspector", self.reason) if self.reason else ""

    @property
    def is_edited(self) -> bool:
        """Whether a person can give it another value."""
        return self.kind not in (Kind.FIXED, Kind.UNKNOWN)


_IDENTIFIER = Attribute(
    Kind.FIXED,
    reason=QT_TRANSLATE_NOOP(
        "inspector", "An identifier is not changed: other parts of the study refer to it."
    ),
)
_CLASS = Attribute(
    Kind.FIXED,
    reason=QT_TRANSLATE_NOOP("inspector", "The USDM class says what this is. It is not changed."),
)
_LINK = Attribute(
    Kind.FIXED,
    reason=QT_TRANSLATE_NOOP("inspector", "This follows the order by itself. Move it in the order instead."),
)
_TIMED = Attribute(
    Kind.FIXED,
    reason=QT_TRANSLATE_NOOP(
        "inspector", "A timing belongs to its visit. Edit the timing of the other visit instead."
    ),
)
_NARRATIVE = Attribute(
    Kind.FIXED,
    reason=QT_TRANSLATE_NOOP("inspector", "The protocol's text is read here and not edited."),
)
_ELSEWHERE = Attribute(
    Kind.FIXED,
    reason=QT_TRANSLATE_NOOP("inspector", "This holds parts of their own. Open each of them to edit it."),
)
_MAIN = Attribute(
    Kind.FIXED,
    reason=QT_TRANSLATE_NOOP(
        "inspector",
        "A design has one main timeline. Make another one the main one, and this one is not any more.",
    ),
)
_CELL = Attribute(
    Kind.FIXED,
    reason=QT_TRANSLATE_NOOP("inspector", "A cell is where an arm meets an epoch: it cannot be another one."),
)
_UNKNOWN = Attribute(
    Kind.UNKNOWN,
    reason=QT_TRANSLATE_NOOP("inspector", "This is kept as it is. Nothing here knows what may stand in it."),
)
_LINE, _TEXT, _FLAG = Attribute(Kind.LINE), Attribute(Kind.TEXT), Attribute(Kind.FLAG)
_NAME = Attribute(Kind.LINE, required=True)
_NEEDED_TEXT = Attribute(Kind.TEXT, required=True)
_HTML = Attribute(Kind.HTML, required=True)
_CODE, _CODES = Attribute(Kind.CODE, required=True), Attribute(Kind.CODES)
_REFERENCE, _REFERENCES = Attribute(Kind.REFERENCE), Attribute(Kind.REFERENCES)
_NEEDED = Attribute(Kind.REFERENCE, required=True)
_RULE = Attribute(Kind.RULE)
_WINDOW = Attribute(Kind.WINDOW)

WINDOW: Final = "window"
"""Both ends of a Timing's window as one; no attribute of USDM's."""

TITLE: Final = "title"
"""What people call an entity: its label, its name, or both; no attribute of USDM's."""

# Of whatever has them.
_COMMON: Final[Mapping[str, Attribute]] = {
    "id": _IDENTIFIER,
    "instanceType": _CLASS,
    TITLE: _NAME,
    "name": _NAME,
    "label": _LINE,
    "description": _TEXT,
    "previousId": _LINK,
    "nextId": _LINK,
    "notes": _ELSEWHERE,
    "rationale": _TEXT,
    "summary": _TEXT,
    "purpose": _LINE,
    "isRareDisease": _FLAG,
    "includesHealthySubjects": _FLAG,
    "isMasked": _FLAG,
    "isSubstantial": _FLAG,
    "isRequired": _FLAG,
    "isEnabled": _FLAG,
    "isApproximate": _FLAG,
    "durationWillVary": _FLAG,
    "substantialImpact": _FLAG,
    "transitionStartRule": _RULE,
    "transitionEndRule": _RULE,
}

# USDM class -> its own attributes.
_OWN: Final[Mapping[str, Mapping[str, Attribute]]] = {
    "ScheduleTimeline": {
        "entryCondition": _NEEDED_TEXT,
        "entryId": _NEEDED,
        "mainTimeline": _FLAG,
        "instances": _ELSEWHERE,
        "timings": _ELSEWHERE,
        "exits": _ELSEWHERE,
    },
    "ScheduledActivityInstance": {
        "defaultConditionId": _REFERENCE,
        "epochId": _REFERENCE,
        "encounterId": _REFERENCE,
        "timelineId": _REFERENCE,
        "timelineExitId": _REFERENCE,
        "activityIds": _REFERENCES,
    },
    "ScheduledDecisionInstance": {
        "defaultConditionId": _NEEDED,
        "epochId": _REFERENCE,
        "conditionAssignments": _ELSEWHERE,
    },
    "ConditionAssignment": {"condition": _NEEDED_TEXT, "conditionTargetId": _NEEDED},
    "Condition": {"text": _HTML},
    "Timing": {
        "type": _CODE,
        "value": Attribute(Kind.DURATION, required=True),
        "valueLabel": _LINE,
        "relativeToFrom": _CODE,
        "relativeFromScheduledInstanceId": _TIMED,
        "relativeToScheduledInstanceId": _NEEDED,
        "windowLower": _WINDOW,
        "windowUpper": _WINDOW,
        WINDOW: _WINDOW,
        "windowLabel": _LINE,
    },
    "Encounter": {
        "type": _CODE,
        "scheduledAtId": _REFERENCE,
        "contactModes": _CODES,
        "environmentalSettings": _CODES,
        "environmentalSetting": _CODES,
    },
    "Activity": {"timelineId": _REFERENCE, "definedProcedures": _ELSEWHERE},
    "StudyCell": {"armId": _CELL, "epochId": _CELL, "elementIds": _REFERENCES},
    "StudyEpoch": {"type": _CODE},
    "StudyArm": {"type": _CODE, "dataOriginType": _CODE, "dataOriginDescription": _TEXT},
    "TransitionRule": {"text": _NEEDED_TEXT},
    "Procedure": {"procedureType": _LINE},
    "CommentAnnotation": {"text": _NEEDED_TEXT},
    "Objective": {"text": _HTML},
    "Endpoint": {"text": _HTML},
    "EligibilityCriterionItem": {"text": _HTML},
    "Characteristic": {"text": _HTML},
    "StudyTitle": {"text": _NEEDED_TEXT},
    "StudyVersion": {"versionIdentifier": _NAME},
    "Abbreviation": {"abbreviatedText": _NAME, "expandedText": _NAME},
    "NarrativeContent": {
        "sectionNumber": _NARRATIVE,
        "sectionTitle": _NARRATIVE,
        "text": _NARRATIVE,
        "name": _NARRATIVE,
    },
    "NarrativeContentItem": {"text": _NARRATIVE, "name": _NARRATIVE},
}


def attribute_of(item: JsonObject, name: str) -> Attribute:
    """How the attribute `name` of an object is edited; by its class (`instanceType`)."""
    kind = item.get("instanceType")
    if name == "mainTimeline" and item.get(name) is True:
        return _MAIN
    own = _OWN.get(kind, {}) if type(kind) is str else {}
    return own.get(name) or _COMMON.get(name) or _UNKNOWN
