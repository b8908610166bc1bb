"""Paints behind the marks what a person said of them beyond USDM: what goes on, and of which one is done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from study.said_of_marks import reach_of_span
from ui.matrix.letters import DOT
from ui.matrix.pencil import Pencil
from ui.theme import mix

if TYPE_CHECKING:
    from study.annexe import ActivitySpan, OneOf
    from ui.matrix.painting import MatrixPainter


def paint_beyond(matrix: MatrixPainter, pencil: Pencil) -> None:
    """A line with ends from visit to visit for what goes on; a rail that joins the marks of which one is done."""
    painter = pencil.painter
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for span in matrix.overlays.spans:
        _span(matrix, pencil, span)
    for group in {each.id: each for each in matrix.overlays.groups.values()}.values():
        _one_of(matrix, pencil, group)
    painter.restore()


def _span(matrix: MatrixPainter, pencil: Pencil, span: ActivitySpan) -> None:
    grid, sheet, theme = matrix.grid, matrix.sheet, matrix.theme
    row = sheet.row_of.get(span.activity)
    if row is None or row not in sheet.row_place:
        return
    shown = [sheet.column_place[c] for c in reach_of_span(span, matrix.soa) if c in sheet.column_place]
    place = sheet.row_place[row]
    if not shown or place not in grid.visible_rows():
        return
    middle = grid.row_top(place) + grid.row_size(place) / 2
    half, reach = grid.column_width / 2, 5 * grid.scale
    start = pencil.point(grid.column_left(min(shown)) + half, middle)
    end = pencil.point(grid.column_left(max(shown)) + half, middle)
    painter = pencil.painter
    ink = mix(theme.accent, theme.pane, 0.65)
    painter.setPen(QPen(ink, 2.5 * grid.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(start, end)
    painter.setPen(QPen(ink, 2 * grid.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for at in (start, end):
        painter.drawLine(at - QPointF(0, reach + 2), at + QPointF(0, reach + 2))


def _one_of(matrix: MatrixPainter, pencil: Pencil, group: OneOf) -> None:
    """A rail before the marks, with a foot to each: those that it joins are the ones of which one is done."""
    grid, sheet, theme = matrix.grid, matrix.sheet, matrix.theme
    column = sheet.column_of.get(group.instance)
    if column is None or column not in sheet.column_place:
        return
    rows = [sheet.row_of[each] for each in group.activities if each in sheet.row_of]
    places = sorted(sheet.row_place[row] for row in rows if row in sheet.row_place)
    if not places:
        return
    half = DOT * grid.scale / 2
    center = grid.column_left(sheet.column_place[column]) + grid.column_width / 2
    rail, foot = center - half - 7 * grid.scale, center - half - 2 * grid.scale
    middles = [grid.row_top(place) + grid.row_size(place) / 2 for place in places]
    painter = pencil.painter
    painter.setPen(QPen(theme.accent, 1.5 * grid.scale, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(pencil.point(rail, middles[0]), pencil.point(rail, middles[-1]))
    for middle in middles:
        painter.drawLine(pencil.point(rail, middle), pencil.point(foot, middle))
