"""How large everything in the matrix is: columns and names as wide as their texts need, rows as high as their names."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate

from study.soa import ScheduleOfActivities
from ui.matrix.fonts import Fonts
from ui.matrix.grid import (
    COLUMN_MAX,
    COLUMN_MIN,
    TITLE_LINE,
    TITLES_LEAST,
    TITLES_MAX,
    TITLES_MIN,
    Grid,
    encounters_say_more,
    has_epochs,
    title_left,
)
from ui.matrix.pencil import fits
from ui.matrix.sheet import Overlays, Sheet, run_starts
from ui.theme import MATRIX_ROW_HEIGHT
from ui.widgets.text import text_width

_TITLES_SHARE = (
    0.28  # of the room, at most, for the names: a longer one has a second line, and visits go before
)
_WITH_DATES = 1.3  # how much wider a column may be that shows dates


@dataclass(frozen=True, slots=True)
class Widths:
    """What a table's texts need, in pixels at one zoom: the column of names, and the least of a visit's column."""

    titles: int
    column: float


@dataclass(frozen=True, slots=True)
class Room:
    """The viewport in pixels; `titles` is the width that a person gave the names, 0 where none did."""

    width: int
    height: int
    titles: int
    zoom: float
    has_totals: bool


def text_widths(soa: ScheduleOfActivities | None, overlays: Overlays, fonts: Fonts, zoom: float) -> Widths:
    """The widths that a table's names, days, windows and dates need, within limits."""
    if soa is None:
        return Widths(round(TITLES_MIN * zoom), COLUMN_MIN * zoom)
    widest = 0.0
    for row in soa.rows:
        face = fonts.group if row.is_group else fonts.body
        widest = max(widest, title_left(row.level, row.is_group) * zoom + text_width(row.title, face) + 24)
        if widest > TITLES_MAX * zoom:
            break
    titles = round(min(TITLES_MAX * zoom, max(TITLES_MIN * max(zoom, 1.0), widest)))
    times = {text for column in soa.columns for text in (column.day_text, column.window_text)}
    times.update(overlays.dates.values())
    needed = max((text_width(text, fonts.time) for text in times), default=0) + 14
    most = COLUMN_MAX * (_WITH_DATES if overlays.dates else 1.0) * zoom
    return Widths(titles, min(most, max(COLUMN_MIN * zoom, needed)))


def are_texts_others(before: ScheduleOfActivities, now: ScheduleOfActivities) -> bool:
    """Whether a text that `text_widths` measures may differ after an edit: most edits leave all but one of them."""
    if now.rows is not before.rows or len(now.columns) != len(before.columns):
        return True
    return any(
        one is not other and (one.day_text, one.window_text) != (other.day_text, other.window_text)
        for one, other in zip(before.columns, now.columns, strict=True)
    )


def measured(
    sheet: Sheet, overlays: Overlays, fonts: Fonts, widths: Widths, room: Room, *, right_to_left: bool
) -> Grid:
    """The geometry for what is shown, not yet scrolled: columns share the room that is left over."""
    soa, shown = sheet.soa, sheet.shown
    own = min(widths.titles, max(round(TITLES_MIN * room.zoom), round(room.width * _TITLES_SHARE)))
    titles = min(room.titles or own, max(TITLES_LEAST, room.width // 2))
    width = widths.column
    columns = len(shown.columns)
    if columns:
        share = (room.width - titles) / columns
        width = min(max(width, share), max(width, COLUMN_MAX * room.zoom))
    lines = 1
    if soa and not all(fits(soa.columns[c].title, fonts.visit, width - 10) for c in shown.columns):
        lines = 2
    return Grid(
        columns=columns,
        tops=_tops(sheet, fonts, titles, room.zoom),
        column_width=width,
        titles_width=titles,
        has_epochs=bool(soa and has_epochs(soa)),
        has_encounters=bool(soa and encounters_say_more(soa)),
        title_lines=lines,
        time_lines=3 if overlays.dates else 2,
        width=room.width,
        height=room.height,
        scale=room.zoom,
        has_totals=room.has_totals and bool(columns) and soa is not None and bool(soa.rows),
        right_to_left=right_to_left,
        epoch_starts=run_starts(shown.epochs),
        encounter_starts=run_starts(shown.encounters),
    )


def _tops(sheet: Sheet, fonts: Fonts, titles: int, zoom: float) -> list[int]:
    """The top of each shown row: a name that does not fit has a second line."""
    soa = sheet.soa
    one = round(MATRIX_ROW_HEIGHT * zoom)
    two = one + round(TITLE_LINE * zoom)
    heights = []
    for r in sheet.shown.rows:
        assert soa is not None
        row = soa.rows[r]
        left = round(title_left(row.level, row.is_group) * zoom)
        letters = ",".join(row.footnotes)
        reserved = min(text_width(letters, fonts.letter) + 4, 60 * zoom) if letters else 0
        face = fonts.group if row.is_group else fonts.body
        heights.append(one if fits(row.title, face, max(20.0, titles - left - 8 - reserved)) else two)
    return list(accumulate(heights, initial=0))
