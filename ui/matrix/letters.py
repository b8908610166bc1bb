"""Where footnote letters stand beside what they belong to: for painting them and for finding one under the pointer."""

from __future__ import annotations

from dataclasses import dataclass

from study.soa import Mark
from ui.matrix.fonts import Fonts
from ui.matrix.grid import HEADER, Grid, title_left
from ui.matrix.sheet import Sheet
from ui.widgets.text import elided, lines_within, text_width

DOT = 9.5
PILL_HEIGHT = 17
_PILL_LEAST = 20
_PILL_PADDING = 12
_RAISED = 5  # pixels by which letters stand above the middle
_ROW_ROOM = 60  # the most that a row's letters take from its title


@dataclass(frozen=True, slots=True)
class LetterRun:
    """The letters of one place, from their leading edge: what shows of them, and their area."""

    letters: tuple[str, ...]
    text: str
    x: float
    y: float
    width: float
    height: float


def pill_width(count: int, fonts: Fonts, scale: float) -> float:
    """The width of the pill with a sub-timeline's number."""
    return max(_PILL_LEAST * scale, text_width(str(count), fonts.visit) + _PILL_PADDING * scale)


def reach_of(mark: Mark, fonts: Fonts, scale: float) -> float:
    """How far a mark reaches to either side of its cell's middle."""
    if mark.sub_timeline is not None:
        return pill_width(mark.sub_count, fonts, scale) / 2
    return DOT * scale / 2


def cell_letters(sheet: Sheet, grid: Grid, fonts: Fonts, row: int, column: int) -> LetterRun | None:
    """The letters in a cell of the table, behind its mark or, where nothing is planned, in its middle."""
    soa = sheet.soa
    if soa is None or row not in sheet.row_place or column not in sheet.column_place:
        return None
    mark = soa.marks.get((row, column))
    letters = mark.footnotes if mark is not None else soa.unmarked.get((row, column), ())
    if not letters:
        return None
    place = sheet.row_place[row]
    middle = grid.row_top(place) + grid.row_size(place) / 2
    reach = reach_of(mark, fonts, grid.scale) if mark is not None else 0.0
    center = grid.column_left(sheet.column_place[column]) + grid.column_width / 2
    return _run(
        letters, center + reach + 2, middle - _RAISED * grid.scale, fonts, grid.column_width / 2 - reach - 4
    )


def title_room(sheet: Sheet, grid: Grid, fonts: Fonts, row: int) -> tuple[float, float, float]:
    """Where a row's title starts, the width that is there for it, and what its letters take of it."""
    assert sheet.soa is not None
    activity = sheet.soa.rows[row]
    left = grid.scaled(title_left(activity.level, activity.is_group))
    letters = ",".join(activity.footnotes)
    reserved = min(text_width(letters, fonts.letter) + 4, _ROW_ROOM * grid.scale) if letters else 0.0
    return left, max(20.0, grid.titles_width - left - 8 - reserved), reserved


def title_lines(sheet: Sheet, grid: Grid, fonts: Fonts, row: int) -> tuple[str, ...]:
    """A row's title in the one or two lines that it shows."""
    assert sheet.soa is not None
    activity = sheet.soa.rows[row]
    face = fonts.group if activity.is_group else fonts.body
    _, room, _ = title_room(sheet, grid, fonts, row)
    return lines_within(activity.title, face, room, 2)


def row_letters(sheet: Sheet, grid: Grid, fonts: Fonts, row: int) -> LetterRun | None:
    """The letters behind a row's title."""
    soa = sheet.soa
    if soa is None or row not in sheet.row_place or not soa.rows[row].footnotes:
        return None
    activity = soa.rows[row]
    lines = title_lines(sheet, grid, fonts, row)
    if not lines:
        return None
    left, _, reserved = title_room(sheet, grid, fonts, row)
    place = sheet.row_place[row]
    face = fonts.group if activity.is_group else fonts.body
    middle = grid.row_top(place) + grid.row_size(place) / 2 + (len(lines) - 1) * grid.line / 2
    x = left + text_width(lines[-1], face) + 2
    return _run(activity.footnotes, x, middle - _RAISED * grid.scale, fonts, reserved)


def visit_title(sheet: Sheet, grid: Grid, fonts: Fonts, column: int) -> tuple[tuple[str, ...], float]:
    """A visit's title in the lines that it shows, and the top of the first."""
    assert sheet.soa is not None
    lines = lines_within(
        sheet.soa.columns[column].title, fonts.visit, grid.column_width - 10, grid.title_lines
    )
    below = (len(lines) + grid.time_lines) * grid.line
    return lines, grid.header_height - grid.scaled(8) - below


def column_letters(sheet: Sheet, grid: Grid, fonts: Fonts, column: int) -> LetterRun | None:
    """The letters behind a visit's title."""
    soa = sheet.soa
    if soa is None or column not in sheet.column_place or not soa.columns[column].footnotes:
        return None
    lines, top = visit_title(sheet, grid, fonts, column)
    if not lines:
        return None
    left = grid.column_left(sheet.column_place[column])
    end = left + grid.column_width / 2 + text_width(lines[-1], fonts.visit) / 2 + 2
    middle = top + (len(lines) - 1) * grid.line + 4 * grid.scale
    return _run(soa.columns[column].footnotes, end, middle, fonts, left + grid.column_width - end - 1)


def letters_at(sheet: Sheet, grid: Grid, fonts: Fonts, row: int, column: int) -> LetterRun | None:
    """The letters of a cell, or of a header where `row` or `column` is HEADER."""
    if row == HEADER:
        return column_letters(sheet, grid, fonts, column) if column != HEADER else None
    if column == HEADER:
        return row_letters(sheet, grid, fonts, row)
    return cell_letters(sheet, grid, fonts, row, column)


def letter_under(run: LetterRun | None, x: float, y: float, fonts: Fonts) -> str:
    """The letter at a point (x from the leading edge); "" where there is none."""
    if run is None or not (run.y <= y < run.y + run.height and run.x - 2 <= x < run.x + run.width + 4):
        return ""
    at = run.x
    for letter in run.letters:
        at += text_width(letter + ",", fonts.letter)
        if x < at:
            return letter
    return run.letters[-1]


def _run(letters: tuple[str, ...], x: float, middle: float, fonts: Fonts, room: float) -> LetterRun:
    text = elided(",".join(letters), fonts.letter, max(room, 14))
    half = fonts.letter.pixelSize() * 0.75
    return LetterRun(letters, text, x, middle - half, text_width(text, fonts.letter) + 2, 2 * half)
