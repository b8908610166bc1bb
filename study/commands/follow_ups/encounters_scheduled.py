"""An encounter is scheduled at the timing of an instance that uses it (USDM Encounter.scheduledAtId)."""

from __future__ import annotations

from study.changes import Remove
from study.commands.draft import Draft
from study.model import Encounter


def keep_scheduled(draft: Draft) -> None:
    """Where the timing of an encounter went, schedule it at that of another instance that uses it, else at none."""
    gone = {
        recorded.change.entity.get("id")
        for recorded in draft.recorded
        if isinstance(recorded.change, Remove) and recorded.change.attribute == "timings"
    } - set(draft.document.index.unique)
    if not gone:
        return
    for design in draft.document.designs():
        for encounter in design.encounters:
            if encounter.scheduled_at in gone and encounter.id in draft.document.index.unique:
                draft.set(encounter.id, "scheduledAtId", _other_timing(draft, encounter))


def _other_timing(draft: Draft, encounter: Encounter) -> str | None:
    for design in draft.document.designs():
        for timeline in design.timelines:
            users = {instance.id for instance in timeline.instances if instance.encounter == encounter.id}
            for timing in timeline.timings:
                if timing.relative_from in users and timing.id in draft.document.index.unique:
                    return timing.id
    return None
