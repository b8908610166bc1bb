"""What a person said of planned assessments beyond USDM, of the table at hand: only what still stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from study.annexe import (
    ActivitySpan,
    Annexe,
    Cell,
    OneOf,
    conditional_marks,
    one_of_groups,
    optional_marks,
    spans,
    times_in_visit,
)
from study.soa import ScheduleOfActivities


@dataclass(frozen=True, slots=True)
class Said:
    """What the annexe says of marks; cells are (instance id, activity id). `times` holds what is done twice or more."""

    conditional: frozenset[Cell] = frozenset()
    optional: frozenset[Cell] = frozenset()
    times: Mapping[Cell, int] = field(default_factory=dict)
    groups: tuple[OneOf, ...] = ()
    spans: tuple[ActivitySpan, ...] = ()

    def group_of(self, cell: Cell) -> OneOf | None:
        """The group of which the activity of a cell is one."""
        return next(
            (each for each in self.groups if each.instance == cell[0] and cell[1] in each.activities), None
        )


def said_of(annexe: Annexe, tables: Sequence[ScheduleOfActivities]) -> Said:
    """What is said of the marks, visits and activities of some tables of one study.

    What is planned no longer says nothing: such entries of a group are left out, and a group of fewer than two is none.
    """
    if annexe.is_empty:
        return Said()
    planned = {
        (visit.key, soa.rows[row].key)
        for soa in tables
        for row, column in soa.marks
        for visit in (soa.columns[column].members or (soa.columns[column],))
    }
    visits = [{column.key for column in soa.columns} for soa in tables]
    rows = [{row.key for row in soa.rows} for soa in tables]
    groups = (
        OneOf(each.id, each.name, each.instance, left)
        for each in one_of_groups(annexe)
        if len(left := tuple(a for a in dict.fromkeys(each.activities) if (each.instance, a) in planned)) > 1
    )
    return Said(
        conditional_marks(annexe) & planned,
        optional_marks(annexe) & planned,
        {cell: times for cell, times in times_in_visit(annexe).items() if cell in planned},
        tuple(groups),
        tuple(
            each
            for each in spans(annexe)
            if any(
                each.activity in own and {each.first, each.last} <= here
                for here, own in zip(visits, rows, strict=True)
            )
        ),
    )


def reach_of_span(span: ActivitySpan, soa: ScheduleOfActivities) -> range:
    """The columns from its first to its last visit, both included; empty where the table has one of them not."""
    at = {
        visit.key: number
        for number, column in enumerate(soa.columns)
        for visit in (column, *column.members)
        if visit.key in (span.first, span.last)
    }
    if span.first not in at or span.last not in at:
        return range(0)
    first, last = sorted((at[span.first], at[span.last]))
    return range(first, last + 1)


def of_activity(found: Iterable[ActivitySpan], activity: str) -> tuple[ActivitySpan, ...]:
    """The spans of one activity."""
    return tuple(each for each in found if each.activity == activity)
