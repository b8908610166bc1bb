"""What differs between two studies, or two files of one study, told in the field's words.

"Was" is the study that is compared with (there), "is" the one that is open (here).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from study.document import Document
from study.soa_differences import Difference, TableDifferences

__all__ = ["Area", "Difference", "StudyDifference", "StudyDifferences", "compare"]


class Area(StrEnum):
    """What a difference is about, in the order in which they are listed."""

    VISITS = "visits"
    TIMES = "times"
    MARKS = "marks"
    ACTIVITIES = "activities"
    FOOTNOTES = "footnotes"
    ENCOUNTERS = "encounters"
    DESIGN = "design"
    CRITERIA = "criteria"
    OBJECTIVES = "objectives"
    TEXT = "text"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class StudyDifference:
    """One difference. `title` is what it is about, `sentence` what differs; `was` and `now` both values, "" for none.

    `address` is where it is seen here, `other` there; "" where it is not. `also` are further addresses here that it
    concerns, `also_there` there. `is_text`: the values are texts, to be compared word by word.
    """

    area: Area
    kind: Difference
    title: str
    sentence: str
    address: str = ""
    other: str = ""
    was: str = ""
    now: str = ""
    also: tuple[str, ...] = ()
    is_text: bool = False


@dataclass(frozen=True, slots=True)
class StudyDifferences:
    """All differences, by area and in the order of the schedule. `by_id`: whether entities were matched by id.

    `here` and `there` say by address how each side differs (there, what is missing here is `removed`); `tables` and
    `tables_there` the same for the Schedule of Activities of each timeline, by its id.
    """

    items: tuple[StudyDifference, ...] = ()
    by_id: bool = True
    here: Mapping[str, Difference] = field(default_factory=dict)
    there: Mapping[str, Difference] = field(default_factory=dict)
    tables: Mapping[str, TableDifferences] = field(default_factory=dict)
    tables_there: Mapping[str, TableDifferences] = field(default_factory=dict)
    timelines: Mapping[str, str] = field(default_factory=dict)
    """Timelines here by id -> the same there."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Visits here by key -> the same there."""
    rows: Mapping[str, str] = field(default_factory=dict)
    """Activities here by key -> the same there."""

    def counts(self) -> Counter[Area]:
        """How many there are of each area."""
        return Counter(item.area for item in self.items)


def compare(here: Document, there: Document) -> StudyDifferences:
    """Compares the open study with another. Reads both, changes neither, and never raises for a damaged one."""
    from study.differences_entities import compared_entities
    from study.differences_matching import ids_agree
    from study.differences_schedule import Schedules

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
