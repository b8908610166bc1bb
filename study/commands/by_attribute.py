"""Which command gives an attribute another value: what people mean by it, not merely what is written."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from study.attribute_kinds import TITLE, WINDOW
from study.code_lists import Term
from study.commands.attributes import SetAttribute
from study.commands.cells import AssignElements
from study.commands.code_attribute import SetCode
from study.commands.command import Command
from study.commands.connections import Connect, Disconnect
from study.commands.decisions import SetBranch, SetDefaultBranch
from study.commands.draft import timeline_of
from study.commands.encounters import AssignEncounter, SetContactModes, SetEnvironmentalSettings
from study.commands.epochs import AssignEpoch
from study.commands.footnotes import SetFootnoteText
from study.commands.marks import SetMarks
from study.commands.naming import named
from study.commands.planned import Sides, TimingType, anchor_of, timing_at
from study.commands.references import ChangeAnchor, ToRollingReference
from study.commands.rename import RenameEntity
from study.commands.several import Several
from study.commands.side_timelines import SetEntry, SetSubTimeline
from study.commands.timelines import MakeMainTimeline
from study.commands.timing import SetTiming
from study.commands.transition_rules import END, START, SetTransitionRule
from study.commands.windows import SetWindow
from study.document import Document
from study.graph import is_fixed_reference
from study.json_types import JsonObject, JsonValue
from study.language import translate
from study.model import ScheduledInstance, StudyCell, Timing


@dataclass(frozen=True, slots=True)
class AtSameDay:
    """What a visit is to be counted from, at the planned day that it has now: its distance changes with it."""

    reference: str


def command_for(document: Document, address: str, attribute: str, value: object) -> Command:
    """The command that gives `attribute` of the entity at `address` another value.

    `value`: text, a flag, an id or None; an ISO 8601 duration; a pair of them, or None, for WINDOW; a Term, or several;
    several ids; for what a timing counts from also AtSameDay. What is not there gives a command whose rule says so.
    """
    item = document.index.object_at(address) or {}
    made = None
    match item.get("instanceType"):
        case "Timing":
            made = _of_timing(document, item, attribute, value)
        case "ScheduledActivityInstance" | "ScheduledDecisionInstance":
            made = _of_instance(document, item, address, attribute, value)
        case "Encounter":
            made = _of_encounter(address, attribute, value)
        case "ScheduleTimeline":
            made = _of_timeline(address, attribute, value)
        case "ConditionAssignment":
            made = _of_branch(address, attribute, value)
        case "Condition" if attribute == "text" and isinstance(value, str):
            made = SetFootnoteText(address, value)
        case "Activity" if attribute == "timelineId":
            made = SetSubTimeline(address, value if isinstance(value, str) else "")
        case "StudyCell" if attribute == "elementIds":
            cell = StudyCell(item)
            made = AssignElements(cell.arm or "", cell.epoch or "", tuple(_ids(value)))
    return made or _of_anything(address, attribute, value)


def _of_anything(address: str, attribute: str, value: object) -> Command:
    if attribute == TITLE and isinstance(value, str):
        return RenameEntity(address, value)
    if attribute in (START, END) and isinstance(value, str):
        return SetTransitionRule(address, attribute, value)
    if isinstance(value, Term):
        return SetCode(address, attribute, value)
    plain: JsonValue = value if isinstance(value, str | bool) else None
    return SetAttribute(address, attribute, plain)


def _of_timing(document: Document, item: JsonObject, attribute: str, value: object) -> Command | None:
    timing = Timing(item)
    visit = timing.relative_from or ""
    if (
        timing_at(document, visit) != timing
    ):  # a second timing of the same visit, which its plan does not follow
        return None
    if attribute in (WINDOW, "windowLower", "windowUpper") and isinstance(value, tuple):
        return SetWindow((visit,), value[0], value[1])
    kind = timing_type(timing)
    reference = timing.relative_to or ""
    if attribute == "value" and isinstance(value, str):
        return SetTiming(visit, value, kind, reference)
    if isinstance(value, AtSameDay):
        return ToRollingReference((visit,), value.reference)
    if attribute == "relativeToScheduledInstanceId" and isinstance(value, str):
        if kind is TimingType.FIXED_REFERENCE:
            kind = TimingType.AFTER
        return SetTiming(visit, timing.value, kind, value)
    if not isinstance(value, Term):
        return None
    if attribute == "relativeToFrom":
        sides = next((each for each in Sides if each.value[0] == value.code), None)
        return SetTiming(visit, timing.value, kind, reference, sides) if sides is not None else None
    if attribute == "type":
        chosen = next((each for each in TimingType if each.value[0] == value.code), None)
        if chosen is TimingType.FIXED_REFERENCE and not is_fixed_reference(timing):
            timeline = timeline_of(document, visit)
            if timeline is not None and anchor_of(timeline) is not None:
                return ChangeAnchor(visit)
        return SetTiming(visit, timing.value, chosen, reference) if chosen is not None else None
    return None


def _of_instance(
    document: Document, item: JsonObject, address: str, attribute: str, value: object
) -> Command | None:
    identity = value if isinstance(value, str) and value else None
    if attribute == "epochId":
        return AssignEpoch((address,), identity)
    if attribute == "encounterId":
        return AssignEncounter((address,), identity)
    if attribute == "defaultConditionId" and identity is not None and ScheduledInstance(item).is_decision:
        return SetDefaultBranch(address, identity)
    if attribute == "timelineId":
        return SetSubTimeline(address, identity or "")
    if attribute in ("defaultConditionId", "timelineExitId"):
        return Connect(address, identity) if identity is not None else Disconnect(address)
    if attribute == "activityIds":
        return _marks(document, item, address, list(_ids(value)))
    return None


def _marks(document: Document, item: JsonObject, address: str, chosen: list[str]) -> Command:
    """What is planned at a visit: what is new is added, what is left out goes; one step under one title."""
    there = [each for each in item.get("activityIds") or () if isinstance(each, str)]
    added = tuple((address, each) for each in chosen if each not in there)
    gone = tuple((address, each) for each in there if each not in chosen)
    commands = tuple(SetMarks(cells, marked) for cells, marked in ((added, True), (gone, False)) if cells)
    if len(commands) == 1:
        return commands[0]
    if not commands:
        return SetMarks((), True)
    title = translate("commands", "Change what is planned at {visit}")
    return Several(commands, title.format(visit=named(document, address)))


def _of_encounter(address: str, attribute: str, value: object) -> Command | None:
    terms = tuple(each for each in value if isinstance(each, Term)) if isinstance(value, tuple) else None
    if terms is None:
        return None
    if attribute == "contactModes":
        return SetContactModes((address,), terms)
    if attribute in ("environmentalSettings", "environmentalSetting"):
        return SetEnvironmentalSettings((address,), terms)
    return None


def _of_timeline(address: str, attribute: str, value: object) -> Command | None:
    if attribute == "entryId" and isinstance(value, str):
        return SetEntry(address, entry=value)
    if attribute == "entryCondition" and isinstance(value, str):
        return SetEntry(address, entry_condition=value)
    if attribute == "mainTimeline" and value is True:
        return MakeMainTimeline(address)
    return None


def _of_branch(address: str, attribute: str, value: object) -> Command | None:
    if attribute == "conditionTargetId" and isinstance(value, str):
        return SetBranch(address, to=value)
    if attribute == "condition" and isinstance(value, str):
        return SetBranch(address, condition=value)
    return None


def timing_type(timing: Timing) -> TimingType:
    """Whether a timing is Before, After or a Fixed Reference; After where its file says nothing readable."""
    if is_fixed_reference(timing):
        return TimingType.FIXED_REFERENCE
    code = timing.type.code if timing.type is not None else ""
    return TimingType.BEFORE if code == TimingType.BEFORE.value[0] else TimingType.AFTER


def _ids(value: object) -> Iterable[str]:
    return (each for each in value if isinstance(each, str)) if isinstance(value, tuple | list) else ()
