"""The table at hand: merged or not, what of it is shown, where its footnotes stand. No widget, no geometry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from study.annexe import ActivitySpan, OneOf
from study.soa import HeaderRun, ScheduleOfActivities
from study.soa_differences import TableDifferences
from study.soa_footnotes import FootnotePlaces, footnote_places
from study.soa_merge import merged_by_encounter
from study.soa_shown import Asked, Shown, SoaIndex
from study.soa_totals import Totals, totals
from ui.matrix.grid import HEADER, run_of

if TYPE_CHECKING:
    from study.simulation.session_marks import Standings


@dataclass(frozen=True, slots=True)
class Overlays:
    """What others know about the table: dates by column key, differences, marks that a person classed as conditional.

    `conditional` and `optional` hold (row key, column key); `times` says by those how often in a visit, where more than
    once, `groups` of which group it is one; `spans` what goes on between visits. `dates` stand in the headers,
    `told_dates` in tooltips and speech. `standings` are those of a simulated participant.
    """

    dates: Mapping[str, str] = field(default_factory=dict)
    told_dates: Mapping[str, str] = field(default_factory=dict)
    differences: TableDifferences = field(default_factory=TableDifferences)
    conditional: frozenset[tuple[str, str]] = frozenset()
    optional: frozenset[tuple[str, str]] = frozenset()
    times: Mapping[tuple[str, str], int] = field(default_factory=dict)
    groups: Mapping[tuple[str, str], OneOf] = field(default_factory=dict)
    spans: tuple[ActivitySpan, ...] = ()
    standings: Standings | None = None


class Sheet:
    """One table as a person asked to see it. Immutable but for what it works out when first asked."""

    def __init__(
        self,
        original: ScheduleOfActivities | None,
        asked: Asked | None = None,
        merged: bool = False,
        index: SoaIndex | None = None,
    ) -> None:
        self.original = original
        self.asked = asked or Asked()
        self.merged = merged
        if index is None and original is not None:
            index = SoaIndex(merged_by_encounter(original) if merged else original)
        self.index = index
        self.soa: ScheduleOfActivities | None = index.soa if index else None
        self.shown: Shown = index.shown(self.asked) if index else Shown((), (), (), (0, 0), (0, 0), 0, (), ())
        self.row_place = {row: place for place, row in enumerate(self.shown.rows)}
        self.column_place = {column: place for place, column in enumerate(self.shown.columns)}
        self.column_of: dict[str, int] = {}
        self.row_of: dict[str, int] = {}
        if self.soa is not None:
            for c, column in enumerate(self.soa.columns):
                for each in (column, *column.members):
                    self.column_of.setdefault(each.key, c)
            for r, row in enumerate(self.soa.rows):
                self.row_of.setdefault(row.key, r)

    def asking(self, asked: Asked) -> Sheet:
        """The same table, asked for otherwise."""
        return Sheet(self.original, asked, self.merged, self.index)

    def edited(self, soa: ScheduleOfActivities) -> Sheet:
        """The same question asked of the table as an edit left it."""
        if self.index is not None and not self.merged and soa.rows is self.index.soa.rows:
            return Sheet(soa, self.asked, False, self.index.remarked(soa))
        return Sheet(soa, self.asked, self.merged)

    def same_cell(self, other: Sheet, cell: tuple[int, int]) -> tuple[int, int] | None:
        """Where a cell or header of another sheet is here, by its visit and activity; None where it is not shown."""
        row, column = cell
        if other.soa is None:
            return None
        if row != HEADER:
            row = self.row_of.get(other.soa.rows[row].key, HEADER)
        if column != HEADER:
            column = self.column_of.get(other.soa.columns[column].key, HEADER)
        if (row == HEADER) != (cell[0] == HEADER) or (column == HEADER) != (cell[1] == HEADER):
            return None
        if (row != HEADER and row not in self.row_place) or (
            column != HEADER and column not in self.column_place
        ):
            return None
        return row, column

    def merging(self, merged: bool) -> Sheet:
        """The same table with visits merged by encounter, or each in a column of its own."""
        return self if merged == self.merged else Sheet(self.original, self.asked, merged)

    @cached_property
    def totals(self) -> Totals:
        """Totals of what is shown. Only where there is a table."""
        assert self.index is not None
        return totals(self.index, self.shown)

    @cached_property
    def places(self) -> Mapping[str, FootnotePlaces]:
        """Where each letter stands."""
        return footnote_places(self.soa) if self.soa else {}

    def letter_of(self, address: str) -> str:
        """The letter of the footnote whose Condition has this id, "" where there is none."""
        notes = self.soa.footnotes if self.soa and address else ()
        return next((note.letter for note in notes if note.condition.id == address), "")

    def is_folded(self, row: int) -> bool:
        """Whether the group at `row` of the table is folded."""
        return self.soa is not None and row != HEADER and self.soa.rows[row].key in self.shown.folded

    def address(self, row: int, column: int) -> str:
        """The address of what the cursor chooses there: the visit, its encounter where merged, else the activity."""
        soa = self.soa
        if soa is None:
            return ""
        if column != HEADER:
            if soa.columns[column].members:
                run = run_of(soa.encounters, column)
                return run.entity_id if run else ""
            return soa.columns[column].key
        return soa.rows[row].key if row != HEADER else ""

    def run_columns(self, address: str) -> range:
        """The columns of the table under the encounter or epoch with this id; all its runs must be one."""
        soa = self.soa
        for run in (*soa.encounters, *soa.epochs) if soa and address else ():
            if run.entity_id == address:
                return range(run.start, run.start + run.length)
        return range(0)

    def with_folded(self, folded: frozenset[str]) -> Sheet:
        """The same with exactly these groups folded."""
        return self.asking(replace(self.asked, folded=folded))

    def groups(self) -> frozenset[str]:
        """The row keys of all groups."""
        return frozenset(row.key for row in self.soa.rows if row.is_group) if self.soa else frozenset()


def run_starts(runs: Sequence[HeaderRun]) -> list[int]:
    """Where header runs start, for finding one by column."""
    return [run.start for run in runs]
