"""Paints the totals of the matrix: behind each row its visits, below each column its assessments, epochs below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from study.language import translate
from study.soa import Column
from ui.matrix.grid import TOTAL_LINE, TOTAL_NUMBER, TOTAL_VISIT
from ui.matrix.pencil import Pencil, Side
from ui.theme import mix

if TYPE_CHECKING:
    from ui.matrix.painting import MatrixPainter


def visit_name(column: Column) -> str:
    """The shortest text that tells a visit: its day, else its title."""
    return column.day_text or column.title


def paint_totals(matrix: MatrixPainter, pencil: Pencil) -> None:
    """The strip at the trailing edge and the one at the bottom; both stay while the cells scroll."""
    grid = matrix.grid
    pencil.clip(grid.body_right, grid.header_height, grid.totals_width, grid.body_height)
    _rows(matrix, pencil)
    pencil.clip(grid.body_right, 0, grid.totals_width, grid.header_height)
    _heads(matrix, pencil)
    pencil.clip(grid.titles_width, grid.body_bottom, grid.body_width, grid.totals_height)
    _columns(matrix, pencil)
    pencil.clip(0, grid.body_bottom, grid.width, grid.totals_height)
    _names(matrix, pencil)


def _spans(matrix: MatrixPainter) -> list[tuple[float, float]]:
    """Edge and width of the number of visits, the first and the last; the number alone where there is no room."""
    grid = matrix.grid
    number, visit = grid.scaled(TOTAL_NUMBER), grid.scaled(TOTAL_VISIT)
    x = grid.body_right
    spans = [(float(x), float(number))]
    if grid.totals_width > number:
        spans += [(float(x + number), float(visit)), (float(x + number + visit), float(visit))]
    return spans


def _rows(matrix: MatrixPainter, pencil: Pencil) -> None:
    grid, theme, totals = matrix.grid, matrix.theme, matrix.sheet.totals
    columns = matrix.soa.columns
    rules = []
    for place in grid.visible_rows():
        total = totals.rows[place]
        top, height = grid.row_top(place), grid.row_size(place)
        matrix.row_ground(pencil, place, grid.body_right, grid.width)
        rules.append((float(grid.body_right), top + height - 0.5, float(grid.width), top + height - 0.5))
        texts = [QLocale().toString(total.visits)]
        if total.visits:
            texts += [visit_name(columns[total.first]), visit_name(columns[total.last])]
        for (x, width), text in zip(_spans(matrix), texts, strict=False):
            pencil.text(
                x + 4, top, width - 8, height, text, matrix.fonts.time,
                theme.text_2 if total.visits else theme.text_3, Side.CENTER,
            )  # fmt: skip
    pencil.lines(rules, theme.line_soft)


def _heads(matrix: MatrixPainter, pencil: Pencil) -> None:
    grid = matrix.grid
    titles = (translate("matrix", "Visits"), translate("matrix", "First"), translate("matrix", "Last"))
    y = grid.header_height - grid.scaled(8) - grid.line
    for (x, width), title in zip(_spans(matrix), titles, strict=False):
        pencil.text(
            x + 2, y, width - 4, grid.line, title, matrix.fonts.visit, matrix.theme.text_2, Side.CENTER
        )


def _columns(matrix: MatrixPainter, pencil: Pencil) -> None:
    grid, theme, totals = matrix.grid, matrix.theme, matrix.sheet.totals
    line = grid.scaled(TOTAL_LINE)
    matrix.lit_columns(pencil, grid.body_bottom, grid.body_bottom + line)
    for place in grid.visible_columns():
        x, number = grid.column_left(place), totals.columns[place]
        ink = theme.text_2 if number else theme.text_3
        pencil.text(
            x,
            grid.body_bottom,
            grid.column_width,
            line,
            QLocale().toString(number),
            matrix.fonts.time,
            ink,
            Side.CENTER,
        )
    if not grid.has_epochs:
        return
    y = grid.body_bottom + line
    for number, run in zip(totals.epochs, matrix.sheet.shown.epochs, strict=True):
        left, right = grid.column_left(run.start), grid.column_left(run.start + run.length)
        if right < grid.titles_width or left > grid.body_right:
            continue
        hue = theme.epoch_hue(matrix.epoch_index.get(run.entity_id, 0))
        pencil.fill(left, y, right - left - 1, line, mix(hue, theme.pane, 0.10))
        left, right = max(left, grid.titles_width), min(right, grid.body_right)
        pencil.text(
            left + 4, y, max(0.0, right - left - 8), line, QLocale().toString(number), matrix.fonts.visit, theme.text_2,
            Side.CENTER,
        )  # fmt: skip


def _names(matrix: MatrixPainter, pencil: Pencil) -> None:
    grid, theme = matrix.grid, matrix.theme
    line = grid.scaled(TOTAL_LINE)
    names = [translate("matrix", "Assessments")]
    if grid.has_epochs:
        names.append(translate("matrix", "Assessments by epoch"))
    for number, name in enumerate(names):
        y = grid.body_bottom + number * line
        pencil.text(16, y, grid.titles_width - 24, line, name, matrix.fonts.time, theme.text_2)
    if grid.totals_width:
        x, width = _spans(matrix)[0]
        text = QLocale().toString(matrix.sheet.totals.all)
        pencil.text(x, grid.body_bottom, width, line, text, matrix.fonts.visit, theme.text, Side.CENTER)
