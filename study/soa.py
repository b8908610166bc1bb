"""The Schedule of Activities of one timeline as a table: a projection, holding no copy of the protocol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from study.model import Activity, Condition, ScheduleTimeline
from study.timeline import PlannedTime, PlannedTimes


@dataclass(frozen=True, slots=True)
class Column:
    """One instance: a visit or a decision in graph order. Texts are in the one notation of `study.wording`."""

    key: str
    title: str
    planned: PlannedTime
    day_text: str
    window_text: str
    is_decision: bool
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeaderRun:
    """A contiguous run of columns under one epoch or encounter (`entity_id` "" where they have none)."""

    start: int
    length: int
    title: str
    entity_id: str


@dataclass(frozen=True, slots=True)
class Row:
    """One activity in protocol order; a group is an activity with children, `level` its depth."""

    activity: Activity
    key: str
    title: str
    level: int
    is_group: bool
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Mark:
    """A planned assessment. `sub_timeline` is the id of the timeline run inside it, `sub_count` its instances."""

    row: int
    column: int
    sub_timeline: str | None = None
    sub_count: int = 0
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A Condition with its letter (a, b, ..., z, aa, ab, ...) in the order of first use in the table."""

    letter: str
    condition: Condition
    text: str


@dataclass(frozen=True, slots=True)
class ScheduleOfActivities:
    """The table: `marks` by (row, column); `epochs` and `encounters` cover all columns, left to right."""

    timeline: ScheduleTimeline
    planned: PlannedTimes
    columns: tuple[Column, ...]
    epochs: tuple[HeaderRun, ...]
    encounters: tuple[HeaderRun, ...]
    rows: tuple[Row, ...]
    marks: Mapping[tuple[int, int], Mark]
    footnotes: tuple[Footnote, ...]
