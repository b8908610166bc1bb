"""What differs between two studies, or two files of one study, told in the field's words; `study.comparing` finds it.

"Was" is the study that is compared with (there), "is" the one that is open (here).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from study.soa_differences import Difference, TableDifferences

__all__ = ["Area", "Difference", "StudyDifference", "StudyDifferences", "What"]


class What(StrEnum):
    """What differs, as far as it is about the schedule: a word for scripts, and for telling differences together."""

    TIMELINE = "timeline"
    VISIT = "visit"
    DECISION = "decision"
    CONDITIONS = "conditions"
    """Where a decision leads."""
    CYCLE = "cycle"
    NAME = "name"
    ORDER = "order"
    GROUP = "group"
    TIME = "time"
    FOLLOWED = "followed"
    """A time that moves with what it is timed from."""
    TIMING = "timing"
    """How a time is said, which stays the same."""
    WINDOW = "window"
    EPOCH = "epoch"
    ENCOUNTER = "encounter"
    SUB_TIMELINE = "sub_timeline"
    MARK = "mark"


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
    what: What | None = None
    later_s: int | None = None
    """Of a planned time: how much later it is, in seconds; negative for earlier, None where that is not known."""


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
