"""Planned times: when each instance of a timeline is planned, its study day, its window, or why they are unknown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from study.graph import ScheduleGraph
from study.model import ScheduledInstance, ScheduleTimeline, Timing


@dataclass(frozen=True, slots=True, order=True)
class Offset:
    """A distance in time as USDM writes it: calendar months, whole days and clock seconds, kept apart."""

    months: int = 0
    days: int = 0
    seconds: int = 0


class Status(StrEnum):
    """Whether a planned time is known, or the word that says why not."""

    OK = "ok"
    NOMINAL = "nominal"  # counted in calendar months or years: known for ordering only until dated
    MISSING = "missing"  # no timing, or none with a reference
    DANGLING = "dangling"  # the reference does not exist
    CIRCULAR = "circular"  # the chain of references comes back to itself
    UNREADABLE = "unreadable"  # the value is no ISO 8601 duration


@dataclass(frozen=True, slots=True)
class PlannedTime:
    """When one instance is planned, on its timeline's own time base.

    `offset` is None unless status is ok or nominal. `window_open` and `window_close` are offsets from the same
    zero, inclusive; None where that side is not stated. `study_day`, `window_open_day`, `window_close_day` are
    set on the main timeline only (no Day 0 where the anchor is Day 1). `is_range`: a span such as "Day -42 to -9",
    not a target with a window. `whole_days`: value and window are about dates, not instants. `reason` says in a
    sentence why the status is not ok; `time_base` is the key of the Fixed Reference it counts from.
    """

    key: str
    instance: ScheduledInstance
    timing: Timing | None
    status: Status
    reason: str = ""
    offset: Offset | None = None
    study_day: int | None = None
    window_open: Offset | None = None
    window_close: Offset | None = None
    window_open_day: int | None = None
    window_close_day: int | None = None
    is_anchor: bool = False
    is_range: bool = False
    whole_days: bool = True
    time_base: str = ""


@dataclass(frozen=True, slots=True)
class PlannedTimes:
    """The planned time of every instance of one timeline, by key, for the static view (one pass of each loop)."""

    timeline: ScheduleTimeline
    graph: ScheduleGraph
    times: Mapping[str, PlannedTime]
