"""Paints the headers of the matrix: bands of epochs and encounters, visits with day, window and date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from study.soa import HeaderRun
from study.wording import not_stated
from ui.matrix.grid import ENCOUNTER_BAND, EPOCH_BAND, HEADER
from ui.matrix.letters import column_letters, visit_title
from ui.matrix.lit import SIGNS, difference_ground
from ui.matrix.pencil import Pencil, Side
from ui.theme import mix
from ui.widgets.text import text_width

if TYPE_CHECKING:
    from ui.matrix.painting import MatrixPainter


def paint_headers(matrix: MatrixPainter, pencil: Pencil) -> None:
    """Everything above the cells that scrolls across with them."""
    grid, shown = matrix.grid, matrix.sheet.shown
    matrix.lit_columns(pencil, grid.visit_top, grid.header_height)
    columns = grid.visible_columns()
    if grid.has_epochs:
        for run in _in_view(shown.epochs, columns):
            _epoch(matrix, pencil, run)
    if grid.has_encounters:
        for run in _in_view(shown.encounters, columns):
            _encounter(matrix, pencil, run)
    for place in columns:
        _visit(matrix, pencil, place)


def _in_view(runs: tuple[HeaderRun, ...], columns: range) -> list[HeaderRun]:
    return [run for run in runs if run.start < columns.stop and run.start + run.length > columns.start]


def _text_span(matrix: MatrixPainter, run: HeaderRun) -> tuple[float, float]:
    """The part of a run that is in view, its edge and width: its title stays readable while columns scroll by."""
    grid = matrix.grid
    left, right = grid.column_left(run.start), grid.column_left(run.start + run.length)
    if run.length == 1:
        return left + 6, right - left - 10
    left, right = max(left, grid.titles_width) + 8, min(right, grid.body_right) - 6
    return left, max(0.0, right - left)


def _epoch(matrix: MatrixPainter, pencil: Pencil, run: HeaderRun) -> None:
    if not run.title and not run.entity_id:
        return
    grid, theme = matrix.grid, matrix.theme
    left, width = grid.column_left(run.start), run.length * grid.column_width
    height = grid.scaled(EPOCH_BAND)
    hue = theme.epoch_hue(matrix.epoch_index.get(run.entity_id, 0))
    pencil.fill(left, 0, width, height, mix(hue, theme.pane, 0.10))
    pencil.fill(left, height - 2, width, 2, hue)
    pencil.fill(left + width - 1, 0, 1, height, theme.pane)
    x, room = _text_span(matrix, run)
    phrase = matrix.sheet.shown.column_phrase
    title = run.title.upper()
    matrix.lit_words(pencil, x, (height - grid.line) / 2 - 1, title, matrix.fonts.caps, phrase)
    pencil.text(x, 0, room, height - 1, title, matrix.fonts.caps, theme.text_2)


def _encounter(matrix: MatrixPainter, pencil: Pencil, run: HeaderRun) -> None:
    grid, theme = matrix.grid, matrix.theme
    top, height = grid.encounter_top, grid.scaled(ENCOUNTER_BAND)
    right = round(grid.column_left(run.start + run.length)) - 0.5
    pencil.lines([(right, top + 4, right, top + height - 2)], theme.line)
    visit = matrix.soa.columns[matrix.sheet.shown.columns[run.start]]
    if run.length == 1 and run.title == visit.title:
        return  # the visit's own title says it
    x, room = _text_span(matrix, run)
    wide = min(room, text_width(run.title, matrix.fonts.encounter))
    at = x + (room - wide) / 2
    phrase = matrix.sheet.shown.column_phrase
    matrix.lit_words(pencil, at, top + (height - grid.line) / 2, run.title, matrix.fonts.encounter, phrase)
    pencil.text(x, top, room, height, run.title, matrix.fonts.encounter, theme.text_2, Side.CENTER)


def _visit(matrix: MatrixPainter, pencil: Pencil, place: int) -> None:
    grid, theme, fonts, sheet = matrix.grid, matrix.theme, matrix.fonts, matrix.sheet
    column = sheet.shown.columns[place]
    visit = matrix.soa.columns[column]
    left, width = grid.column_left(place), grid.column_width
    difference = matrix.overlays.differences.columns.get(visit.key)
    if difference is not None:
        ground, ink = difference_ground(theme, difference)
        pencil.fill(left + 1, grid.visit_top + 1, width - 2, grid.header_height - grid.visit_top - 2, ground)
        pencil.text(left + 4, grid.visit_top + 2, 14, grid.line, SIGNS[difference], fonts.visit, ink)
    if column in matrix.lit.noted_columns:
        matrix.ring(pencil, HEADER, column)
    lines, y = visit_title(sheet, grid, fonts, column)
    for line in lines:
        start = left + (width - text_width(line, fonts.visit)) / 2
        matrix.lit_words(pencil, start, y, line, fonts.visit, sheet.shown.column_phrase)
        pencil.text(left + 3, y, width - 6, grid.line, line, fonts.visit, theme.text, Side.CENTER)
        y += grid.line
    matrix.letters(pencil, column_letters(sheet, grid, fonts, column))
    day_middle = y + grid.line / 2
    half = min(width / 2 - 18, text_width(visit.day_text, fonts.time) / 2) if visit.day_text else 0.0
    middle = left + width / 2
    texts = [visit.day_text, visit.window_text]
    if grid.time_lines > 2:
        texts.append(matrix.overlays.dates.get(visit.key, ""))
    for number, text in enumerate(texts):
        if text:
            ink_of = theme.text_3 if text == not_stated() else theme.text if number == 2 else theme.text_2
            if number == 0 and sheet.shown.column_phrase:
                start = middle - text_width(text, fonts.time) / 2
                matrix.lit_words(pencil, start, y, text, fonts.time, sheet.shown.column_phrase)
            pencil.text(left + 2, y, width - 4, grid.line, text, fonts.time, ink_of, Side.CENTER)
        y += grid.line
    if visit.is_decision:
        side = grid.scaled(11)
        reach = half + grid.scaled(15) if half else side / 2
        pencil.icon("diamond", middle - reach, day_middle - side / 2, side, theme.warning)
    if visit.sub_timeline is not None:
        matrix.pill(pencil, middle + (half + grid.scaled(14) if half else 0), day_middle, visit.sub_count)
