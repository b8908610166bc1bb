"""`maestro schedule`: a row per scheduled instance with its planned time, as text for people's scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from app.verbs import VerbError
from study.durations import Offset, offset_seconds
from study.model import StudyDesign
from study.timeline import PlannedTime, PlannedTimes, Status, study_times

if TYPE_CHECKING:
    from study.document import Document

COLUMNS = (
    "timeline_id",
    "instance_id",
    "name",
    "kind",
    "offset_s",
    "study_day",
    "window_open_s",
    "window_close_s",
    "status",
)

# How many timelines an error names before it only counts them.
_NAMED = 12

Value = str | int | None


def schedule(document: Document, timeline: str | None, format: str) -> str:  # noqa: A002
    """The planned times of `document`, timelines in the order of the file and instances in graph order.

    Offsets and windows are seconds from each timeline's own anchor; the study day is told on the main timeline
    only; what is unknown is empty in TSV and null in JSON. `format` is "tsv" or "json". `timeline` picks those
    with this id, else this name or label. Raises VerbError when there is no such timeline.
    """
    rows = [row for times in _chosen(document.designs(), timeline) for row in _rows(times)]
    if format == "json":
        return json.dumps([dict(zip(COLUMNS, row, strict=True)) for row in rows], indent=2) + "\n"
    return "".join("\t".join(map(_cell, row)) + "\n" for row in [COLUMNS, *rows])


def _chosen(designs: Iterable[StudyDesign], name: str | None) -> list[PlannedTimes]:
    everything = [times for design in designs for times in study_times(design)]
    if name is None:
        return everything
    by_id = [times for times in everything if times.timeline.id == name]
    if by_id:
        return by_id
    wanted = name.casefold()
    timelines = [(times, times.timeline) for times in everything]
    named = [times for times, t in timelines if wanted in (t.name.casefold(), t.label.casefold())]
    if named and wanted:
        return named
    there_are = ", ".join(f"{t.title} ({t.id or 'without id'})" for _, t in timelines[:_NAMED])
    if len(everything) > _NAMED:
        there_are += f" and {len(everything) - _NAMED} more"
    raise VerbError(_cell(f"There is no timeline {name}. The study has: {there_are or 'none'}."))


def _rows(times: PlannedTimes) -> Iterator[tuple[Value, ...]]:
    for planned in times.times.values():
        yield (
            times.timeline.id,
            planned.instance.id,
            planned.instance.name,
            _kind(planned),
            _seconds(planned, planned.offset),
            planned.study_day,
            _seconds(planned, planned.window_open),
            _seconds(planned, planned.window_close),
            str(planned.status),
        )


def _kind(planned: PlannedTime) -> str:
    decision = planned.instance.is_decision
    return planned.instance.instance_type or (
        "ScheduledDecisionInstance" if decision else "ScheduledActivityInstance"
    )


def _seconds(planned: PlannedTime, offset: Offset | None) -> int | None:
    """Seconds, where there is a number of them: not in calendar months, nor counted from such."""
    return None if offset is None or planned.status is not Status.OK else offset_seconds(offset)


def _cell(value: Value) -> str:
    """A value on one line, with no tab in it, that any encoding of Unicode can write."""
    text = "" if value is None else str(value)
    return " ".join(text.split()).encode("utf-8", "backslashreplace").decode("utf-8")
