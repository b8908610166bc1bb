"""Compares two studies: matches what they hold, and gathers what differs in the order of the schedule."""

from __future__ import annotations

from study.differences import Area, Difference, StudyDifferences
from study.differences_entities import compared_entities
from study.differences_matching import ids_agree
from study.differences_schedule import Schedules
from study.document import Document


def compare(here: Document, there: Document) -> StudyDifferences:
    """Compares the open study with another. Reads both, changes neither, and never raises for a damaged one."""
    by_id = ids_agree(here, there)
    schedules = Schedules(here, there, by_id)
    schedules.compare()
    items = [*schedules.items, *compared_entities(here, there, schedules, by_id)]
    order = {area: place for place, area in enumerate(Area)}
    items.sort(key=lambda item: order[item.area])
    mine: dict[str, Difference] = {}
    others: dict[str, Difference] = {}
    for item in items:
        # A visit with one mark more is not itself new.
        kind = Difference.CHANGED if item.area is Area.MARKS else item.kind
        _lay(mine, item.address, kind)
        for address in item.also:
            _lay(mine, address, Difference.CHANGED)
        _lay(others, item.other, kind)
    return StudyDifferences(
        tuple(items),
        by_id,
        mine,
        others,
        schedules.tables,
        schedules.tables_there,
        schedules.timelines,
        schedules.columns,
        schedules.rows,
    )


def _lay(found: dict[str, Difference], address: str, kind: Difference) -> None:
    """Added and removed say more than changed."""
    if address and found.get(address, Difference.CHANGED) is Difference.CHANGED:
        found[address] = kind
