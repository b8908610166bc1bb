"""Where things lie in the matrix: columns, rows, header bands, totals; and what lies at a point.

All lengths are device-independent pixels and already scaled by the zoom. Everything is reckoned from the leading
edge: right-to-left, the whole matrix is mirrored, and `mirrored` gives the place in the viewport.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from study.soa import HeaderRun, ScheduleOfActivities
from ui.theme import MATRIX_ROW_HEIGHT

HEADER = -1  # the row of column headers, or the column of row titles

COLUMN_MIN = 76
COLUMN_MAX = 116
TITLES_MIN = 236
TITLES_MAX = 320
TITLES_LEAST = 120  # however a person drags
EPOCH_BAND = 24
ENCOUNTER_BAND = 22
TITLE_LINE = 16
VISIT_PADDING = 8
HEADER_LEAST = 64  # so that the filter and the count have room in the corner
TOTAL_LINE = 24
TOTAL_NUMBER = 52  # width of the number of visits behind a row, and of each of its first and last visit
TOTAL_VISIT = 96
BORDER_REACH = 4

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
    ROW_TOTAL = auto()
    COLUMN_TOTAL = auto()
    BORDER = auto()
    OUTSIDE = auto()


@dataclass(frozen=True, slots=True)
class Place:
    """What lies at a point: `row` counts shown rows, `column` shown columns, `run` shown epochs or encounters."""

    zone: Zone
    row: int = HEADER
    column: int = HEADER
    run: int = -1


@dataclass
class Grid:
    """The geometry for what is shown of one table in one viewport, scrolled to (`scroll_x`, `scroll_y`).

    `tops` holds the top of each shown row below the header, and the end of the last.
    """

    columns: int
    tops: Sequence[int]
    column_width: float
    titles_width: int
    has_epochs: bool
    has_encounters: bool
    title_lines: int
    width: int
    height: int
    time_lines: int = 2
    scale: float = 1.0
    has_totals: bool = False
    right_to_left: bool = False
    epoch_starts: Sequence[int] = ()
    encounter_starts: Sequence[int] = ()
    scroll_x: int = 0
    scroll_y: int = 0
    row_height: int = field(init=False)
    line: int = field(init=False)
    encounter_top: int = field(init=False)
    visit_top: int = field(init=False)
    header_height: int = field(init=False)
    totals_width: int = field(init=False)
    totals_height: int = field(init=False)

    def __post_init__(self) -> None:
        """Scale what is fixed, once."""
        self.row_height = self.scaled(MATRIX_ROW_HEIGHT)
        self.line = self.scaled(TITLE_LINE)
        self.encounter_top = self.scaled(EPOCH_BAND) if self.has_epochs else 0
        self.visit_top = self.encounter_top + (self.scaled(ENCOUNTER_BAND) if self.has_encounters else 0)
        visits = 2 * self.scaled(VISIT_PADDING) + (self.title_lines + self.time_lines) * self.line
        self.header_height = max(HEADER_LEAST, self.visit_top + visits)
        wanted = self.scaled(TOTAL_NUMBER) + 2 * self.scaled(TOTAL_VISIT)
        room = self.width - self.titles_width - round(self.column_width)
        self.totals_width = 0
        if self.has_totals:
            self.totals_width = wanted if room >= wanted else self.scaled(TOTAL_NUMBER)
        bands = 2 if self.has_epochs else 1
        self.totals_height = bands * self.scaled(TOTAL_LINE) if self.has_totals else 0

    def scaled(self, length: float) -> int:
        """A length at 100 % in pixels at this zoom."""
        return round(length * self.scale)

    @property
    def rows(self) -> int:
        """How many rows are shown."""
        return len(self.tops) - 1

    @property
    def epoch_top(self) -> int:
        """Top of the epoch band."""
        return 0

    @property
    def contents_width(self) -> int:
        """Width of all columns."""
        return round(self.columns * self.column_width)

    @property
    def contents_height(self) -> int:
        """Height of all shown rows."""
        return self.tops[-1]

    @property
    def body_width(self) -> int:
        """Width of the part of the viewport in which columns scroll."""
        return max(0, self.width - self.titles_width - self.totals_width)

    @property
    def body_height(self) -> int:
        """Height of the part of the viewport in which rows scroll."""
        return max(0, self.height - self.header_height - self.totals_height)

    @property
    def body_right(self) -> int:
        """Where the totals behind the rows begin, or the viewport ends."""
        return self.titles_width + self.body_width

    @property
    def body_bottom(self) -> int:
        """Where the totals below the columns begin, or the viewport ends."""
        return self.header_height + self.body_height

    def mirrored(self, x: float, width: float = 0.0) -> float:
        """Where something `width` wide at `x` from the leading edge begins in the viewport."""
        return self.width - x - width if self.right_to_left else x

    def column_left(self, column: int) -> float:
        """Leading edge of a shown column."""
        return self.titles_width - self.scroll_x + column * self.column_width

    def row_top(self, row: int) -> int:
        """Top edge of a shown row (or of what would follow the last), in the viewport."""
        return self.header_height - self.scroll_y + self.tops[row]

    def row_size(self, row: int) -> int:
        """Height of a shown row."""
        return self.tops[row + 1] - self.tops[row]

    def visible_columns(self) -> range:
        """The shown columns of which something is in view."""
        if not self.columns:
            return range(0)
        first = int(self.scroll_x // self.column_width)
        last = int((self.scroll_x + self.body_width) // self.column_width)
        return range(max(0, first), min(self.columns, last + 1))

    def visible_rows(self) -> range:
        """The shown rows of which something is in view."""
        first = bisect_right(self.tops, self.scroll_y) - 1
        last = bisect_right(self.tops, self.scroll_y + self.body_height)
        return range(max(0, first), min(self.rows, last))

    def row_at(self, y: float) -> int:
        """The shown row at a height of the viewport; HEADER where there is none."""
        row = bisect_right(self.tops, y - self.header_height + self.scroll_y) - 1
        return row if 0 <= row < self.rows else HEADER

    def at(self, x: float, y: float) -> Place:
        """What lies at a point of the viewport."""
        if x < 0 or y < 0 or x >= self.width or y >= self.height:
            return Place(Zone.OUTSIDE)
        if self.right_to_left:
            x = self.width - 1 - x
        if abs(x - self.titles_width) <= BORDER_REACH and y < self.header_height:
            return Place(Zone.BORDER)
        column = HEADER
        if x >= self.body_right and self.totals_width:
            if self.header_height <= y < self.body_bottom and (row := self.row_at(y)) != HEADER:
                return Place(Zone.ROW_TOTAL, row)
            return Place(Zone.OUTSIDE)
        if x >= self.titles_width:
            column = int((x - self.titles_width + self.scroll_x) // self.column_width)
            if column >= self.columns:
                return Place(Zone.OUTSIDE)
        if y < self.header_height:
            return self._in_header(column, y)
        if y >= self.body_bottom and self.totals_height:
            return Place(Zone.COLUMN_TOTAL, column=column) if column != HEADER else Place(Zone.OUTSIDE)
        row = self.row_at(y)
        if row == HEADER:
            return Place(Zone.OUTSIDE)
        return Place(Zone.CELL, row, column) if column != HEADER else Place(Zone.TITLE, row)

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
    index = bisect_right(runs, column, key=lambda run: run.start) - 1
    if index < 0:
        return None
    run = runs[index]
    return run if column < run.start + run.length else None


def title_left(level: int, is_group: bool) -> int:
    """Where a row's title starts at 100 %: groups by their depth, activities under their group's title."""
    return TEXT_LEFT + INDENT * min(level if is_group else max(0, level - 1), 6)
