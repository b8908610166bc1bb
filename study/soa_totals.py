"""Totals of a table as it is shown: visits of an activity, activities of a visit, assessments of an epoch."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from study.soa_shown import Shown, SoaIndex


@dataclass(frozen=True, slots=True)
class RowTotal:
    """At how many shown visits a row is planned, and the first and last of them (columns of the table, or -1)."""

    visits: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Totals:
    """`rows` by the shown rows, `columns` by the shown columns, `epochs` by the shown runs of epochs.

    A group counts the visits at which any of its members is planned; a column counts assessments, those of folded
    groups too, as `all` does.
    """

    rows: tuple[RowTotal, ...]
    columns: tuple[int, ...]
    epochs: tuple[int, ...]
    all: int


def totals(index: SoaIndex, shown: Shown) -> Totals:
    """The totals of what is shown, by one pass over its cells."""
    columns = np.array(shown.columns, np.int64)
    counted = np.zeros(len(index.soa.rows), bool)
    counted[list(shown.counted)] = True
    marked = index.marked[:, columns]
    by_column = marked[counted].sum(axis=0)
    rows: list[RowTotal] = []
    for r in shown.rows:
        own = marked[r]
        if members := index.members.get(r):
            inside = slice(members.start, members.stop)
            own = own | (marked[inside] & counted[inside, None]).any(axis=0)
        planned = np.flatnonzero(own)
        if len(planned):
            rows.append(RowTotal(len(planned), int(columns[planned[0]]), int(columns[planned[-1]])))
        else:
            rows.append(RowTotal(0, -1, -1))
    epochs = tuple(int(by_column[run.start : run.start + run.length].sum()) for run in shown.epochs)
    return Totals(tuple(rows), tuple(map(int, by_column)), epochs, int(by_column.sum()))
