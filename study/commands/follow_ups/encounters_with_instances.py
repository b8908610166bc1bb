"""An encounter goes with the last instance that used it (USDM ScheduledActivityInstance.encounterId)."""

from __future__ import annotations

from study.commands.draft import Draft
from study.commands.follow_ups.timings_with_instances import gone_instances


def remove_encounters(draft: Draft) -> None:
    """Remove the encounters that only instances used which went."""
    left = dict.fromkeys(item.get("encounterId") for item, _ in gone_instances(draft))
    if not left:
        return
    used = {
        instance.encounter
        for design in draft.document.designs()
        for timeline in design.timelines
        for instance in timeline.instances
    }
    for encounter in left:
        if type(encounter) is not str or encounter in used:
            continue
        item = draft.document.index.unique.get(encounter)
        holder = draft.document.index.owner_of(item) if item is not None else None
        if holder is not None and holder[1] == "encounters":
            draft.remove(encounter)
