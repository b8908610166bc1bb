"""A Schedule of Activities with one column for each contiguous run of visits under one encounter."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from study.language import translate
from study.soa import Column, HeaderRun, Mark, ScheduleOfActivities


def merged_by_encounter(soa: ScheduleOfActivities) -> ScheduleOfActivities:
    """The table with the visits of an encounter in one column, in graph order and never regrouped.

    An encounter that comes back later is a column of its own there, and so is one that goes on in another epoch.
    A visit with no encounter keeps its column. A mark says in `instances` at which of the column's members it is
    planned; letters of cells that are not marked stay with the mark that another member has there.
    """
    spans = list(_spans(soa))
    place = {c: (at, c - start + 1) for at, (start, end) in enumerate(spans) for c in range(start, end)}
    columns = tuple(_column(soa, start, end) for start, end in spans)
    marks: dict[tuple[int, int], Mark] = {}
    for row, column in sorted(soa.marks):
        mark = soa.marks[row, column]
        at, number = place[column]
        if not columns[at].members:
            marks[row, at] = replace(mark, column=at)
            continue
        found = marks.get((row, at))
        if found is None:
            marks[row, at] = replace(mark, column=at, instances=(number,))
            continue
        inside = found if found.sub_timeline is not None else mark
        marks[row, at] = Mark(
            row,
            at,
            inside.sub_timeline,
            inside.sub_count,
            _union((found.footnotes, mark.footnotes)),
            (*found.instances, number),
        )
    unmarked: dict[tuple[int, int], tuple[str, ...]] = {}
    for (row, column), letters in sorted(soa.unmarked.items()):
        cell = (row, place[column][0])
        if cell in marks:
            marks[cell] = replace(marks[cell], footnotes=_union((marks[cell].footnotes, letters)))
        else:
            unmarked[cell] = _union((unmarked.get(cell, ()), letters))
    return replace(
        soa,
        columns=columns,
        epochs=tuple(_runs(soa.epochs, place)),
        encounters=tuple(_runs(soa.encounters, place)),
        marks=marks,
        unmarked=unmarked,
    )


def _spans(soa: ScheduleOfActivities) -> Iterable[tuple[int, int]]:
    """The first column and the one behind the last of each column of the merged table."""
    breaks = {run.start for run in soa.epochs}
    for run in soa.encounters:
        start, stop = run.start, run.start + run.length
        for column in range(start + 1, stop):
            if not run.entity_id or column in breaks:
                yield start, column
                start = column
        yield start, stop


def _column(soa: ScheduleOfActivities, start: int, end: int) -> Column:
    members = soa.columns[start:end]
    first = members[0]
    if len(members) == 1:
        return first
    encounter = next(run for run in soa.encounters if run.start <= start < run.start + run.length)
    inside = next((member for member in members if member.sub_timeline is not None), first)
    return Column(
        key=first.key,
        title=encounter.title,
        planned=first.planned,
        day_text=_days(members),
        window_text=translate("matrix", "%n visit(s)", "", len(members)),
        is_decision=all(member.is_decision for member in members),
        footnotes=_union(member.footnotes for member in members),
        sub_timeline=inside.sub_timeline,
        sub_count=inside.sub_count,
        members=members,
    )


def _days(members: Sequence[Column]) -> str:
    """The days of a merged column: "Day 57, 71" of two, "Day 57 … 155" of more."""
    known = list(dict.fromkeys(member.day_text for member in members if member.day_text))
    if len(known) < 2:
        return known[0] if known else ""
    first, last = known[0], known[-1]
    prefix = first.partition(" ")[0] + " "
    behind = last.removeprefix(prefix) if last.startswith(prefix) else last
    return f"{first}, {behind}" if len(known) == 2 else f"{first} … {behind}"


def _runs(runs: Iterable[HeaderRun], place: dict[int, tuple[int, int]]) -> Iterable[HeaderRun]:
    for run in runs:
        start, last = place[run.start][0], place[run.start + run.length - 1][0]
        yield HeaderRun(start, last - start + 1, run.title, run.entity_id)


def _union(letters: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    """Letters once each, in the order in which they are read: a to z, then aa."""
    return tuple(sorted({each for some in letters for each in some}, key=lambda each: (len(each), each)))
