"""A table after an edit that took away and added nothing: what the edit touched is made anew, all else taken over.

Of a schedule of thousands of visits and hundreds of activities nearly all is marks, and a name, a time or the order of
two activities leaves nearly all of those as they were.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Collection
from dataclasses import replace
from operator import is_not
from typing import Final

from study.model import StudyDesign
from study.soa import (
    Column,
    HeaderRun,
    Row,
    ScheduleOfActivities,
    first_rows,
    header_runs,
    lettered,
    rows_of,
)
from study.soa_cells import Marks
from study.timeline import PlannedTimes, is_main_timeline
from study.wording import day_text, window_text

NAMES: Final = frozenset({"name", "label", "description"})
ORDER: Final = frozenset({"activities", "previousId", "nextId"})


def kept_up(
    before: ScheduleOfActivities,
    attributes: Collection[tuple[str, str]],
    design: StudyDesign,
    planned: PlannedTimes,
) -> ScheduleOfActivities | None:
    """`before` after an edit that changed these (address, attribute) and neither added nor removed an entity.

    They are names, values and windows of timings, and the order of activities; `planned` has the same visits in the
    same order. None where the table is to be made anew.
    """
    named = {address for address, attribute in attributes if attribute in NAMES}
    columns = _columns(before, planned, named)
    epochs, encounters = before.epochs, before.encounters
    if named:
        instances = [column.planned.instance for column in columns]
        if any(each.raw.get("id") in named for each in design.epochs):
            epochs = _same_or(epochs, header_runs([each.epoch for each in instances], design.epochs))
        if any(each.raw.get("id") in named for each in design.encounters):
            runs = header_runs([each.encounter for each in instances], design.encounters)
            encounters = _same_or(encounters, runs)
    rows = before.rows
    if any(row.activity.id in named for row in rows):
        rows = tuple(
            replace(row, title=row.activity.title) if row.activity.id in named else row for row in rows
        )
    made = replace(
        before,
        planned=planned,
        timeline=planned.timeline,
        columns=columns,
        epochs=epochs,
        encounters=encounters,
        rows=rows,
        design=design,
    )
    # Where something is used leans on no name, time or order of rows.
    made.gathered.update(before.gathered)
    return _ordered(made, design) if any(attribute in ORDER for _, attribute in attributes) else made


def _columns(
    before: ScheduleOfActivities, planned: PlannedTimes, named: Collection[str]
) -> tuple[Column, ...]:
    """The columns, of which only those are made that are named or planned otherwise."""
    if planned is before.planned and not named:
        return before.columns
    columns = list(before.columns)
    for c, column in enumerate(columns):
        time = planned.times[column.key]
        if time is not column.planned and time != column.planned:
            columns[c] = column = replace(
                column, planned=time, day_text=day_text(time), window_text=window_text(time)
            )
        if column.key in named:  # an id that can be edited is the key of its visit
            columns[c] = replace(column, title=column.planned.instance.title)
    made = tuple(columns)
    return made if any(map(is_not, made, before.columns)) else before.columns


def _same_or(before: tuple[HeaderRun, ...], now: tuple[HeaderRun, ...]) -> tuple[HeaderRun, ...]:
    return before if before == now else now


def _ordered(table: ScheduleOfActivities, design: StudyDesign) -> ScheduleOfActivities | None:
    """The table with its rows in the order that activities have now; None where ids do not tell them apart."""
    activities = design.activities
    counts = Counter(activity.id for activity in activities)
    if None in counts or len(counts) < len(activities):
        return None
    was = {id(row.activity.raw): r for r, row in enumerate(table.rows)}
    bare = rows_of(activities, lambda activity, _is_group: id(activity.raw) in was)
    if was.keys() != {id(row.activity.raw) for row in bare}:
        return None
    now = {was[id(row.activity.raw)]: r for r, row in enumerate(bare)}
    moved = {old: new for old, new in now.items() if old != new}
    if not moved:
        return table
    instances = [column.planned.instance for column in table.columns]
    is_main = is_main_timeline(table.timeline, design)
    letters = lettered(design, first_rows(bare), instances, is_main=is_main)
    rows_at = list(table.rows_at)
    for c, rows in enumerate(rows_at):
        if not moved.keys().isdisjoint(rows):
            here = list(rows)
            for r in moved.keys() & rows:
                here[bisect_left(rows, r)] = moved[r]
            here.sort()
            rows_at[c] = tuple(here)
    was_marks = table.marks
    if not isinstance(was_marks, Marks):
        return None
    marks = replace(
        was_marks,
        rows_at=tuple(rows_at),
        row_runs={now[r]: run for r, run in was_marks.row_runs.items()},
        letters=letters.cells,
    )
    made = replace(
        table,
        rows=tuple(
            Row(row.activity, row.key, row.title, row.level, row.is_group, letters.rows.get(r, ()))
            for r, row in enumerate(bare)
        ),
        columns=tuple(
            column
            if column.footnotes == letters.columns.get(c, ())
            else replace(column, footnotes=letters.columns.get(c, ()))
            for c, column in enumerate(table.columns)
        ),
        marks=marks,
        footnotes=letters.footnotes,
        unmarked={cell: noted for cell, noted in letters.cells.items() if cell not in marks},
    )
    made.gathered.update(table.gathered)
    return made
