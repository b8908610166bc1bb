"""The marks of a table: kept as the rows that each visit is planned in, each mark made when it is asked for.

A schedule of thousands of visits and hundreds of activities has hundreds of thousands of marks, of which nobody sees
more than a screen at once; and an edit changes a few of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Mark:
    """A planned assessment. `sub_timeline` is the timeline run inside it, by id; `sub_count` its instances.

    `footnotes` are those of this one cell; those of its row and its column apply as well. In a merged column
    `instances` says at which of its members it is planned, by their places from 1.
    """

    row: int
    column: int
    sub_timeline: str | None = None
    sub_count: int = 0
    footnotes: tuple[str, ...] = ()
    instances: tuple[int, ...] = ()


@dataclass(frozen=True, eq=False)
class Marks(Mapping[tuple[int, int], Mark]):
    """Marks by (row, column), column by column and there by row.

    `rows_at`: the rows of each column, ascending. `row_runs` and `column_runs`: the timeline that a row's activity or
    a column's instance runs, by id; the row's counts where both do. `counts`: the instances of those timelines.
    `letters`: footnotes by cell, of cells that are marked and of others.
    """

    rows_at: tuple[tuple[int, ...], ...]
    row_runs: Mapping[int, str]
    column_runs: Mapping[int, str]
    counts: Mapping[str, int]
    letters: Mapping[tuple[int, int], tuple[str, ...]]

    def __contains__(self, cell: object) -> bool:
        row, column = cell if type(cell) is tuple else (-1, -1)
        if not 0 <= column < len(self.rows_at):
            return False
        rows = self.rows_at[column]
        at = bisect_left(rows, row)
        return at < len(rows) and rows[at] == row

    def __getitem__(self, cell: tuple[int, int]) -> Mark:
        if cell not in self:
            raise KeyError(cell)
        row, column = cell
        run = self.row_runs.get(row) or self.column_runs.get(column)
        return Mark(row, column, run, self.counts.get(run or "", 0), self.letters.get(cell, ()))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return ((row, column) for column, rows in enumerate(self.rows_at) for row in rows)

    def __len__(self) -> int:
        return self._count

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Marks):
            return isinstance(other, Mapping) and dict(self) == dict(other)
        return self.rows_at == other.rows_at and all(
            self[cell] == other[cell]
            for cell in self
            if cell in self.letters
            or cell in other.letters
            or self.row_runs.get(cell[0]) != other.row_runs.get(cell[0])
            or self.column_runs.get(cell[1]) != other.column_runs.get(cell[1])
            or self.counts != other.counts
        )

    @cached_property
    def _count(self) -> int:
        return sum(map(len, self.rows_at))
