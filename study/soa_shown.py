"""Which part of a table is shown: what a person filtered, folded and hid, with its counts. Order never changes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain

import numpy as np
import numpy.typing as npt

from study.soa import HeaderRun, ScheduleOfActivities
from study.soa_filter import find, plain

Bools = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked to see: a phrase, groups to fold (row keys), and whether what is empty is hidden."""

    phrase: str = ""
    folded: frozenset[str] = frozenset()
    hide_empty_rows: bool = False
    hide_empty_columns: bool = False


@dataclass(frozen=True, slots=True)
class Shown:
    """The part of a table that is shown; `rows` and `columns` are indices of the table, in its order.

    `counted` are the rows that are shown or only folded away. `activities` and `visits` say (shown or folded, all);
    groups are no activities. `assessments` are the marks among counted rows and shown columns. `row_phrase` and
    `column_phrase` are what to light in names, as `study.soa_filter.plain` writes it. `epochs` and `encounters`
    count shown columns. `folded_marks` has, for a folded group's row, the number of marks it hides by column.
    """

    rows: tuple[int, ...]
    columns: tuple[int, ...]
    counted: tuple[int, ...]
    activities: tuple[int, int]
    visits: tuple[int, int]
    assessments: int
    epochs: tuple[HeaderRun, ...]
    encounters: tuple[HeaderRun, ...]
    folded: frozenset[str] = frozenset()
    row_phrase: str = ""
    column_phrase: str = ""
    folded_marks: Mapping[int, Sequence[int]] = field(default_factory=dict)

    @property
    def is_narrowed(self) -> bool:
        """Whether rows or columns are filtered or hidden; folding hides nothing."""
        return self.activities[0] < self.activities[1] or self.visits[0] < self.visits[1]


class SoaIndex:
    """One table made ready for questions that come with every key: names to compare, marks as an array."""

    def __init__(self, soa: ScheduleOfActivities) -> None:
        self.soa = soa
        self.members: dict[int, range] = {}
        self.parents: list[int] = []
        self._names: tuple[list[tuple[str, ...]], list[tuple[str, ...]]] | None = None
        self._marked: Bools | None = None
        open_groups: list[int] = []
        for r, row in enumerate(soa.rows):
            while open_groups and soa.rows[open_groups[-1]].level >= row.level:
                self._close(open_groups.pop(), r)
            self.parents.append(open_groups[-1] if open_groups else -1)
            if row.is_group:
                open_groups.append(r)
        for group in open_groups:
            self._close(group, len(soa.rows))

    def remarked(self, soa: ScheduleOfActivities) -> SoaIndex:
        """That of the same rows after an edit: groups are taken over, and names and marks where they are the same."""
        made = SoaIndex.__new__(SoaIndex)
        made.soa = soa
        made.members, made.parents = self.members, self.parents
        was = self.soa
        named_alike = (
            soa.columns is was.columns and soa.epochs is was.epochs and soa.encounters is was.encounters
        )
        made._names = self._names if named_alike else None
        made._marked = self._marked if soa.marks is was.marks else None
        return made

    def _close(self, group: int, end: int) -> None:
        self.members[group] = range(group + 1, end)

    @property
    def marked(self) -> Bools:
        """Where something is planned: an array of rows by columns."""
        if self._marked is None:
            self._marked = self._array()
        return self._marked

    def _array(self) -> Bools:
        rows_at = self.soa.rows_at
        array = np.zeros((len(self.soa.rows), len(rows_at)), bool)
        rows = np.fromiter(chain.from_iterable(rows_at), np.int64)
        array[rows, np.repeat(np.arange(len(rows_at)), [len(each) for each in rows_at])] = True
        return array

    def names(self) -> tuple[list[tuple[str, ...]], list[tuple[str, ...]]]:
        """The `plain` names of rows, and of columns with their encounters, epochs, days and members."""
        if self._names is None:
            soa = self.soa
            above = [_spread(soa.epochs, len(soa.columns)), _spread(soa.encounters, len(soa.columns))]
            columns = []
            for c, column in enumerate(soa.columns):
                own = [column.title, column.day_text, *(titles[c] for titles in above)]
                for member in column.members:
                    own += [member.title, member.day_text]
                columns.append(tuple(map(plain, filter(None, dict.fromkeys(own)))))
            self._names = [(plain(row.title),) for row in soa.rows], columns
        return self._names

    def shown(self, asked: Asked) -> Shown:
        """The part of the table that is shown. Takes time linear in its cells where something is hidden."""
        soa = self.soa
        rows, columns = np.ones(len(soa.rows), bool), np.ones(len(soa.columns), bool)
        row_phrase = column_phrase = ""
        if asked.phrase.strip():
            found = find(asked.phrase, *self.names())
            row_phrase, column_phrase = found.row_phrase, found.column_phrase
            if found.rows is not None:
                rows = self._with_members(found.rows)
            if found.columns is not None:
                columns = np.zeros(len(soa.columns), bool)
                columns[list(found.columns)] = True
        if asked.hide_empty_rows or asked.hide_empty_columns:
            told = self.marked.copy()
            for cell in soa.unmarked:  # letters beside no mark are something to read
                told[cell] = True
            if asked.hide_empty_rows:
                rows &= told[:, columns].any(axis=1)
            if asked.hide_empty_columns:
                columns &= told[rows].any(axis=0)
        counted = self._with_groups(rows, whole=asked.hide_empty_rows or bool(row_phrase))
        folded = frozenset() if row_phrase else asked.folded
        listed, folded_rows = self._unfolded(counted, folded)
        chosen = tuple(int(c) for c in np.flatnonzero(columns))
        everything = bool(counted.all() and columns.all())
        groups = np.array([row.is_group for row in soa.rows], bool)
        return Shown(
            rows=tuple(listed),
            columns=chosen,
            counted=tuple(int(r) for r in np.flatnonzero(counted)),
            activities=(int((counted & ~groups).sum()), int((~groups).sum())),
            visits=(len(chosen), len(soa.columns)),
            assessments=len(soa.marks) if everything else int(self.marked[counted][:, columns].sum()),
            epochs=runs_among(soa.epochs, chosen),
            encounters=runs_among(soa.encounters, chosen),
            folded=folded,
            row_phrase=row_phrase,
            column_phrase=column_phrase,
            folded_marks={
                group: (self.marked[list(members)] & counted[list(members)][:, None]).sum(axis=0).tolist()
                for group, members in folded_rows.items()
            },
        )

    def _with_members(self, found: Iterable[int]) -> Bools:
        """The rows found; of a group that is found, all its members."""
        rows = np.zeros(len(self.soa.rows), bool)
        for r in found:
            rows[r] = True
            if members := self.members.get(r):
                rows[members.start : members.stop] = True
        return rows

    def _with_groups(self, rows: Bools, whole: bool) -> Bools:
        """The rows with the groups above them; `whole`: a group of which nothing is left goes as well."""
        counted = rows.copy()
        if not whole:
            return counted
        marked = self.marked
        for group in self.members:
            counted[group] = bool(rows[group] and marked[group].any())
        for r in np.flatnonzero(rows):
            if r in self.members:
                continue
            above = self.parents[r]
            while above >= 0 and not counted[above]:
                counted[above] = True
                above = self.parents[above]
        # A group that keeps its row for its own marks stands under its own groups.
        for group in self.members:
            above = self.parents[group] if counted[group] else -1
            while above >= 0:
                counted[above] = True
                above = self.parents[above]
        return counted

    def _unfolded(self, counted: Bools, folded: frozenset[str]) -> tuple[list[int], dict[int, range]]:
        """The rows that no folded group hides, and the outermost folded groups with their members."""
        listed: list[int] = []
        hiding: dict[int, range] = {}
        behind = 0
        for r in np.flatnonzero(counted).tolist():
            if r < behind:
                continue
            listed.append(r)
            members = self.members.get(r)
            if members is not None and self.soa.rows[r].key in folded:
                hiding[r] = members
                behind = members.stop
        return listed, hiding


def runs_among(runs: Sequence[HeaderRun], columns: Sequence[int]) -> tuple[HeaderRun, ...]:
    """The header runs over the chosen `columns`, counted among these; runs that lose all columns are gone."""
    made: list[HeaderRun] = []
    at = 0
    for run in runs:
        start = at
        while at < len(columns) and columns[at] < run.start + run.length:
            at += 1
        if at > start:
            made.append(HeaderRun(start, at - start, run.title, run.entity_id))
    return tuple(made)


def narrowed(soa: ScheduleOfActivities, rows: Sequence[int], columns: Sequence[int]) -> ScheduleOfActivities:
    """A table of these rows and columns alone, in the order given; letters stay, footnotes of other places go.

    Footnotes that name no place stay only where the whole table does.
    """
    if len(rows) == len(soa.rows) and len(columns) == len(soa.columns):
        return soa
    row_at = {r: n for n, r in enumerate(rows)}
    column_at = {c: n for n, c in enumerate(columns)}
    cells = [(r, c) for r, c in chain(soa.marks, soa.unmarked) if r in row_at and c in column_at]
    marks = {
        (row_at[r], column_at[c]): replace(soa.marks[r, c], row=row_at[r], column=column_at[c])
        for r, c in cells
        if (r, c) in soa.marks
    }
    unmarked = {(row_at[r], column_at[c]): soa.unmarked[r, c] for r, c in cells if (r, c) not in soa.marks}
    new_rows = tuple(soa.rows[r] for r in rows)
    new_columns = tuple(soa.columns[c] for c in columns)
    lettered = (
        *(row.footnotes for row in new_rows),
        *(column.footnotes for column in new_columns),
        *(mark.footnotes for mark in marks.values()),
        *unmarked.values(),
    )
    used = set(chain.from_iterable(lettered))
    return replace(
        soa,
        rows=new_rows,
        columns=new_columns,
        epochs=runs_among(soa.epochs, columns),
        encounters=runs_among(soa.encounters, columns),
        marks=marks,
        unmarked=unmarked,
        footnotes=tuple(note for note in soa.footnotes if note.letter in used),
    )


def _spread(runs: Sequence[HeaderRun], columns: int) -> list[str]:
    titles = [""] * columns
    for run in runs:
        titles[run.start : run.start + run.length] = [run.title] * run.length
    return titles
