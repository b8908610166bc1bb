"""What was removed is named nowhere any more: marks, groups, encounters, epochs, elements and sub-timelines follow.

The path and the timings of a timeline are not touched here: what leads where, and what is timed from what, are for
the command that removes a visit to say. Cells and footnotes have files of their own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from study.changes import Remove
from study.commands.draft import Draft
from study.json_types import JsonObject, JsonValue

SINGLE: Final = ("epochId", "encounterId", "timelineId", "scheduledAtId", "studyInterventionId")
"""Attributes that hold one id and may be null (USDM ScheduledInstance, Activity, Encounter, Procedure)."""

LISTS: Final = ("activityIds", "childIds", "elementIds", "populationIds", "studyInterventionIds")
"""Attributes that hold a list of ids (USDM ScheduledActivityInstance, Activity, StudyCell, StudyArm, StudyElement)."""


def drop_gone_references(draft: Draft) -> None:
    """Take the ids of what is gone out of lists, and clear single references to it."""
    gone = gone_ids(draft)
    if not gone:
        return
    for address, item in list(draft.document.index.unique.items()):
        for attribute in SINGLE:
            if attribute in item and named_in(item[attribute], gone):
                draft.set(address, attribute, None)
        for attribute in LISTS:
            if attribute in item:
                drop_from_list(draft, address, item, attribute, gone)


def gone_ids(draft: Draft) -> frozenset[str]:
    """The ids of everything that was removed within this step and is not there any more."""
    index = draft.document.index
    removed = {
        name
        for recorded in draft.recorded
        if isinstance(recorded.change, Remove)
        for name in index.ids_in(recorded.change.entity)
    }
    return frozenset(name for name in removed if name not in index.unique and name not in index.repeated)


def named_in(value: JsonValue, gone: frozenset[str]) -> bool:
    """Whether a single reference names something that is gone."""
    return type(value) is str and value in gone


def drop_from_list(
    draft: Draft,
    address: str,
    item: Mapping[str, JsonValue] | JsonObject,
    attribute: str,
    gone: frozenset[str],
) -> None:
    """Takes what is gone out of a list of ids; a list that names it twice is written anew."""
    entries = item.get(attribute)
    if type(entries) is not list:
        return
    leaving = [entry for entry in entries if type(entry) is str and entry in gone]
    if len(leaving) != len(set(leaving)):
        draft.set(address, attribute, [e for e in entries if not (type(e) is str and e in gone)])
        return
    for entry in leaving:
        draft.remove_ref(address, attribute, entry)
