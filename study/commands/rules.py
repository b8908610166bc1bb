"""Rules that many commands ask: whether what they name is there, and is of the kind that they are about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from study.commands.draft import gone
from study.commands.naming import named, why_no_name
from study.document import Document
from study.language import QT_TRANSLATE_NOOP, translate
from study.model import ScheduledInstance, StudyDesign

# The list that an entity stands in -> what is said of something else.
_IS_NONE: Final = {
    "activities": QT_TRANSLATE_NOOP("commands", "“{name}” is no activity."),
    "arms": QT_TRANSLATE_NOOP("commands", "“{name}” is no arm."),
    "conditions": QT_TRANSLATE_NOOP("commands", "“{name}” is no footnote."),
    "elements": QT_TRANSLATE_NOOP("commands", "“{name}” is no element."),
    "encounters": QT_TRANSLATE_NOOP("commands", "“{name}” is no encounter."),
    "epochs": QT_TRANSLATE_NOOP("commands", "“{name}” is no epoch."),
    "instances": QT_TRANSLATE_NOOP("commands", "“{name}” is no visit."),
    "scheduleTimelines": QT_TRANSLATE_NOOP("commands", "“{name}” is no timeline."),
    "studyCells": QT_TRANSLATE_NOOP("commands", "“{name}” is no cell of the design."),
}


def why_not_in(document: Document, attribute: str, addresses: Iterable[str]) -> str:
    """Why not all of `addresses` stand in a list called `attribute` ("activities", "epochs"); "" where they do."""
    for address in addresses:
        item = document.index.object_at(address)
        if item is None:
            return gone(address)
        holder = document.index.owner_of(item)
        if holder is None or holder[1] != attribute:
            return translate("commands", _IS_NONE[attribute]).format(name=named(document, address))
    return ""


def why_no_plan_in(document: Document, instances: Iterable[str]) -> str:
    """Why activities cannot be planned in all of these instances; "" where they can."""
    instances = list(instances)
    reason = why_not_in(document, "instances", instances)
    if reason:
        return reason
    for address in instances:
        item = document.index.object_at(address)
        if item is not None and ScheduledInstance(item).is_decision:
            return translate("commands", "“{name}” is a decision: nothing is planned in it.").format(
                name=named(document, address)
            )
    return ""


def why_nothing(chosen: Iterable[object]) -> str:
    """Why nothing can be done to nothing; "" where something is chosen."""
    return "" if any(True for _ in chosen) else translate("commands", "Nothing is chosen.")


def why_no_design(document: Document, address: str | None) -> str:
    """Why a design cannot be found; "" where it can."""
    return "" if design_at(document, address) else translate("commands", "The study has no design to add to.")


def why_not_added(
    document: Document, called: str, attribute: str, after: str | None, design: str | None
) -> str:
    """Why nothing `called` so can be added to such a list behind `after` (None: last, of `design`); "" where it can."""
    reason = why_no_name(called)
    if reason:
        return reason
    if after is not None:
        return why_not_in(document, attribute, (after,))
    return why_no_design(document, design)


def design_at(document: Document, address: str | None) -> StudyDesign | None:
    """The design at an address, or the first one for None; None where there is none that can be changed."""
    for design in document.designs():
        own = document.index.address_of(design.raw)
        if own is not None and address in (None, own):
            return design
    return None
