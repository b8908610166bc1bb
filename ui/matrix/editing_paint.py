"""Paints what an edit under way would do: marks to come and to go, the frame they lie in, the handle to fill from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ui.matrix.grid import INDENT, TEXT_LEFT
from ui.matrix.letters import DOT
from ui.matrix.lit import Block, DropLine
from ui.matrix.pencil import Pencil

if TYPE_CHECKING:
    from ui.matrix.painting import MatrixPainter

HANDLE = 8  # pixels of its side
HANDLE_REACH = 7  # how far from its middle a press still takes it


def paint_coming(matrix: MatrixPainter, pencil: Pencil) -> None:
    """Marks to come as dots of the accent on its soft ground, marks to go crossed out; all within the body."""
    grid, lit, painter = matrix.grid, matrix.lit, pencil.painter
    painter.save()
    pencil.clip(grid.titles_width, grid.header_height, grid.body_width, grid.body_height)
    if lit.coming:
        _marks(matrix, pencil)
    if lit.coming_block is not None:
        _dashed(matrix, pencil, lit.coming_block)
    if lit.has_handle and (middle := handle_middle(matrix, lit.block)) is not None:
        x, y = middle
        side = HANDLE
        pencil.rounded(x - side / 2 - 1, y - side / 2 - 1, side + 2, side + 2, 2, matrix.theme.pane)
        pencil.rounded(x - side / 2, y - side / 2, side, side, 2, matrix.theme.accent)
    painter.restore()
    if lit.drop_line is not None:
        _drop_line(matrix, pencil, lit.drop_line)


def _drop_line(matrix: MatrixPainter, pencil: Pencil, line: DropLine) -> None:
    """A line between two rows or columns, with a knob where it begins: at a row's level, or at the visits' names."""
    grid, painter = matrix.grid, pencil.painter
    ink = matrix.theme.accent if line.allowed else matrix.theme.warning
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(ink, 2.0)
    if not line.allowed:
        pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(matrix.theme.pane)
    if line.across:
        pencil.clip(
            grid.titles_width - 4, grid.visit_top, grid.body_width + 8, grid.body_bottom - grid.visit_top
        )
        x = grid.column_left(line.place)
        start, end = pencil.point(x, grid.visit_top + 8), pencil.point(x, grid.body_bottom)
    else:
        pencil.clip(0, grid.header_height - 4, grid.body_right, grid.body_height + 8)
        y = float(grid.row_top(line.place))
        left = grid.scaled(TEXT_LEFT + INDENT * line.level) - 12
        start, end = pencil.point(left, y), pencil.point(grid.body_right, y)
    painter.drawLine(start, end)
    painter.setPen(QPen(ink, 2.0))
    painter.drawEllipse(start, 3.5, 3.5)
    painter.restore()


def handle_middle(matrix: MatrixPainter, block: Block | None) -> tuple[float, float] | None:
    """Where the handle's middle lies, from the leading edge; None where nothing is chosen."""
    grid, sheet = matrix.grid, matrix.sheet
    if block is None:
        row, column = matrix.lit.cursor
        if row not in sheet.row_place or column not in sheet.column_place:
            return None
        place, at = sheet.row_place[row], sheet.column_place[column]
        block = Block(range(place, place + 1), range(at, at + 1))
    return grid.column_left(block.columns.stop) - 3, grid.row_top(block.rows.stop) - 3


def _marks(matrix: MatrixPainter, pencil: Pencil) -> None:
    grid, shown, theme, painter = matrix.grid, matrix.sheet.shown, matrix.theme, pencil.painter
    size = DOT * grid.scale
    round_pen = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    for place in grid.visible_rows():
        y = grid.row_top(place)
        for at in grid.visible_columns():
            planned = matrix.lit.coming.get((shown.rows[place], shown.columns[at]))
            if planned is None:
                continue
            x, height = grid.column_left(at), grid.row_size(place)
            pencil.fill(x + 1, y + 1, grid.column_width - 2, height - 2, theme.accent_soft)
            middle = pencil.point(x + grid.column_width / 2, y + height / 2)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            if planned:
                painter.setPen(QPen(theme.accent, size, *round_pen))
                painter.drawPoint(middle)
            else:
                painter.setPen(QPen(theme.text_3, size, *round_pen))
                painter.drawPoint(middle)
                painter.setPen(QPen(theme.error, 1.6 * grid.scale, *round_pen))
                reach = size * 0.8
                painter.drawLine(middle + QPointF(-reach, reach), middle + QPointF(reach, -reach))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def _dashed(matrix: MatrixPainter, pencil: Pencil, block: Block) -> None:
    grid, painter = matrix.grid, pencil.painter
    x, y = grid.column_left(block.columns.start), float(grid.row_top(block.rows.start))
    width = grid.column_left(block.columns.stop) - x
    height = grid.row_top(block.rows.stop) - y
    area: QRectF = pencil.area(x + 1, y + 1, width - 2, height - 2)
    ground = QColor(matrix.theme.accent)
    ground.setAlphaF(0.06)
    pen = QPen(matrix.theme.accent, 1.5)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen)
    painter.setBrush(ground)
    painter.drawRoundedRect(area, 4, 4)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
