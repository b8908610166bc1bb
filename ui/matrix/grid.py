"""Where things lie in the matrix: columns, rows that fold, header bands; and what lies at a point.

All lengths are device-independent pixels. Contents coordinates start at the top left cell of the body.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from study.soa import HeaderRun, ScheduleOfActivities
from ui.theme import MATRIX_ROW_HEIGHT

HEADER = -1  # the row of column headers, or the column of row titles

COLUMN_MIN = 76
COLUMN_MAX = 116
TITLES_MIN = 200
TITLES_MAX = 300
EPOCH_BAND = 24
ENCOUNTER_BAND = 22
TITLE_LINE = 16
VISIT_PADDING = 8

INDENT = 16
TEXT_LEFT = 32


class Zone(Enum):
    """A part of the matrix that a point can lie in."""

    CORNER = auto()
    EPOCH = auto()
    ENCOUNTER = auto()
    VISIT = auto()
    TITLE = auto()
    CHEVRON = auto()
    CELL = auto()
    OUTSIDE = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """What lies at a point: `row` counts shown rows, `column` columns, `run` epochs or encounters."""

    zone: Zone
    row: int = HEADER
    column: int = HEADER
    run: int = -1


class Folding:
    """Which rows are shown, given the groups that are folded."""

    def __init__(self, soa: ScheduleOfActivities | None, folded: frozenset[str] = frozenset()) -> None:
        self.folded = folded
        self.shown: list[int] = []
        self.position: dict[int, int] = {}
        self.members: dict[int, range] = {}
        rows = soa.rows if soa else ()
        hidden_below: int | None = None
        for index, row in enumerate(rows):
            if row.is_group:
                end = index + 1
                while end < len(rows) and rows[end].level > row.level:
                    end += 1
                self.members[index] = range(index + 1, end)
            if hidden_below is not None:
                if row.level > hidden_below:
                    continue
                hidden_below = None
            self.position[index] = len(self.shown)
            self.shown.append(index)
            if row.is_group and row.key in folded:
                hidden_below = row.level


@dataclass
class Grid:
    """The geometry for one table in one viewport, scrolled to (`scroll_x`, `scroll_y`)."""

    columns: int
    rows: int
    column_width: float
    titles_width: int
    has_epochs: bool
    has_encounters: bool
    title_lines: int
    width: int
    height: int
    epoch_starts: Sequence[int] = ()
    encounter_starts: Sequence[int] = ()
    scroll_x: int = 0
    scroll_y: int = 0

    @property
    def epoch_top(self) -> int:
        """Top of the epoch band."""
        return 0

    @property
    def encounter_top(self) -> int:
        """Top of the encounter band."""
        return EPOCH_BAND if self.has_epochs else 0

    @property
    def visit_top(self) -> int:
        """Top of the visit header."""
        return self.encounter_top + (ENCOUNTER_BAND if self.has_encounters else 0)

    @property
    def header_height(self) -> int:
        """Height of all headers: epoch and encounter bands, title, day and window."""
        return self.visit_top + 2 * VISIT_PADDING + (self.title_lines + 2) * TITLE_LINE

    @property
    def contents_width(self) -> int:
        """Width of all columns."""
        return round(self.columns * self.column_width)

    @property
    def contents_height(self) -> int:
        """Height of all shown rows."""
        return self.rows * MATRIX_ROW_HEIGHT

    @property
    def body_width(self) -> int:
        """Width of the part of the viewport in which columns scroll."""
        return max(0, self.width - self.titles_width)

    @property
    def body_height(self) -> int:
        """Height of the part of the viewport in which rows scroll."""
        return max(0, self.height - self.header_height)

    def column_left(self, column: int) -> float:
        """Left edge of a column, in the viewport."""
        return self.titles_width - self.scroll_x + column * self.column_width

    def row_top(self, row: int) -> int:
        """Top edge of a shown row, in the viewport."""
        return self.header_height - self.scroll_y + row * MATRIX_ROW_HEIGHT

    def visible_columns(self) -> range:
        """The columns of which something is in view."""
        if not self.columns:
            return range(0)
        first = int(self.scroll_x // self.column_width)
        last = int((self.scroll_x + self.body_width) // self.column_width)
        return range(max(0, first), min(self.columns, last + 1))

    def visible_rows(self) -> range:
        """The shown rows of which something is in view."""
        first = self.scroll_y // MATRIX_ROW_HEIGHT
        last = (self.scroll_y + self.body_height) // MATRIX_ROW_HEIGHT
        return range(max(0, first), min(self.rows, last + 1))

    def at(self, x: float, y: float) -> Place:
        """What lies at a point of the viewport."""
        if x < 0 or y < 0 or x >= self.width or y >= self.height:
            return Place(Zone.OUTSIDE)
        column = HEADER
        if x >= self.titles_width:
            column = int((x - self.titles_width + self.scroll_x) // self.column_width)
            if column >= self.columns:
                return Place(Zone.OUTSIDE)
        if y < self.header_height:
            return self._in_header(column, y)
        row = int((y - self.header_height + self.scroll_y) // MATRIX_ROW_HEIGHT)
        if row >= self.rows:
            return Place(Zone.OUTSIDE)
        if column != HEADER:
            return Place(Zone.CELL, row, column)
        return Place(Zone.TITLE, row)

    def _in_header(self, column: int, y: float) -> Place:
        if column == HEADER:
            return Place(Zone.CORNER)
        if self.has_epochs and y < self.encounter_top:
            return Place(Zone.EPOCH, column=column, run=bisect_right(self.epoch_starts, column) - 1)
        if self.has_encounters and y < self.visit_top:
            return Place(Zone.ENCOUNTER, column=column, run=bisect_right(self.encounter_starts, column) - 1)
        return Place(Zone.VISIT, column=column)


def encounters_say_more(soa: ScheduleOfActivities) -> bool:
    """Whether the encounters tell what the visits' titles do not: another name, or several visits in one."""
    return any(
        run.title and (run.length > 1 or run.title != soa.columns[run.start].title) for run in soa.encounters
    )


def has_epochs(soa: ScheduleOfActivities) -> bool:
    """Whether any column has an epoch."""
    return any(run.title or run.entity_id for run in soa.epochs)


def run_of(runs: Sequence[HeaderRun], column: int) -> HeaderRun | None:
    """The run that covers `column`, if any."""
    index = bisect_right([run.start for run in runs], column) - 1
    if index < 0:
        return None
    run = runs[index]
    return run if column < run.start + run.length else None
