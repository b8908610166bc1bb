"""Paints the matrix: bands, visit headers, rows, marks, selection. Reads the table, keeps nothing of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPen, QPolygonF

from study.soa import HeaderRun, ScheduleOfActivities
from ui.icons import paint_icon
from ui.matrix.grid import (
    ENCOUNTER_BAND,
    EPOCH_BAND,
    HEADER,
    INDENT,
    TEXT_LEFT,
    TITLE_LINE,
    VISIT_PADDING,
    Folding,
    Grid,
    Place,
    Zone,
)
from ui.matrix.words import summary
from ui.theme import MATRIX_ROW_HEIGHT, SECONDARY_PX, Theme, caps_font, font, mix
from ui.widgets.text import elided, lines_within, text_width

DOT = 9.5
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CENTER = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_NOT_STATED = "not stated"


@dataclass(frozen=True)
class Fonts:
    """The fonts of the matrix, made once."""

    body: QFont
    group: QFont
    visit: QFont
    time: QFont
    encounter: QFont
    caps: QFont
    letter: QFont

    @staticmethod
    def make() -> Fonts:
        """Inter in the matrix's sizes."""
        return Fonts(
            body=font(tabular=False),
            group=font(weight=600, tabular=False),
            visit=font(SECONDARY_PX, 600, tabular=False),
            time=font(SECONDARY_PX),
            encounter=font(SECONDARY_PX, tabular=False),
            caps=caps_font(),
            letter=font(11, 600),
        )


@dataclass(frozen=True)
class Lit:
    """What is selected, hovered and current, as columns and rows of the table."""

    columns: range
    row: int  # index into the table's rows, HEADER where none
    hover: Place
    cursor: tuple[int, int]  # (row index or HEADER, column or HEADER)
    focused: bool


class MatrixPainter:
    """Paints one table with one geometry."""

    def __init__(
        self,
        soa: ScheduleOfActivities,
        grid: Grid,
        folding: Folding,
        theme: Theme,
        fonts: Fonts,
        lit: Lit,
        epoch_index: Mapping[str, int],
        hidden_marks: Mapping[tuple[int, int], int],
    ) -> None:
        self.soa = soa
        self.grid = grid
        self.folding = folding
        self.theme = theme
        self.fonts = fonts
        self.lit = lit
        self.epoch_index = epoch_index
        self.hidden_marks = hidden_marks

    def paint(self, painter: QPainter) -> None:
        """Paint everything in view; the painter's clip is set and left as it was."""
        grid = self.grid
        painter.fillRect(0, 0, grid.width, grid.height, self.theme.pane)
        painter.save()
        painter.setClipRect(grid.titles_width, grid.header_height, grid.body_width, grid.body_height)
        self._body(painter)
        painter.setClipRect(0, grid.header_height, grid.titles_width, grid.body_height)
        self._titles(painter)
        painter.setClipRect(grid.titles_width, 0, grid.body_width, grid.header_height)
        self._headers(painter)
        painter.setClipRect(0, 0, grid.titles_width, grid.header_height)
        self._corner(painter)
        painter.restore()
        self._rules(painter)
        self._cursor(painter)

    # Body

    def _body(self, painter: QPainter) -> None:
        theme, grid = self.theme, self.grid
        rows, columns = grid.visible_rows(), grid.visible_columns()
        left = grid.titles_width
        right = round(min(grid.width, grid.column_left(grid.columns)))
        for shown in rows:
            self._row_ground(painter, shown, left, right)
        self._lit_columns(painter, grid.row_top(0), grid.row_top(grid.rows))
        painter.setPen(QPen(theme.line_soft, 1))
        for shown in rows:
            y = grid.row_top(shown) + MATRIX_ROW_HEIGHT - 0.5
            painter.drawLine(QPointF(left, y), QPointF(right, y))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        dots = QPolygonF()
        for shown in rows:
            row = self.folding.shown[shown]
            middle = grid.row_top(shown) + MATRIX_ROW_HEIGHT / 2
            for column in columns:
                mark = self.soa.marks.get((row, column))
                center = QPointF(grid.column_left(column) + grid.column_width / 2, middle)
                if mark is not None:
                    if mark.sub_timeline is None:
                        dots.append(center)
                        reach = DOT / 2
                    else:
                        reach = self._pill(painter, center, mark.sub_count)
                    if mark.footnotes:
                        room = grid.column_width / 2 - reach - 4
                        self._letters(painter, center.x() + reach + 2, middle - 5, mark.footnotes, room)
                elif stray := self.soa.unmarked.get((row, column)):
                    room = grid.column_width / 2 - 4
                    self._letters(painter, center.x() + 2, middle - 5, stray, room)
                elif hidden := self.hidden_marks.get((row, column)):
                    painter.setFont(self.fonts.time)
                    painter.setPen(theme.text_2)
                    self._text(painter, QRectF(center.x() - 20, middle - 10, 40, 20), _CENTER, str(hidden))
        painter.setPen(
            QPen(theme.text_2, DOT, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPoints(dots)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _row_ground(self, painter: QPainter, shown: int, left: float, right: float) -> None:
        row = self.folding.shown[shown]
        area = QRectF(left, self.grid.row_top(shown), right - left, MATRIX_ROW_HEIGHT)
        if row == self.lit.row:
            painter.fillRect(area, self.theme.accent_soft)
        elif self.lit.hover.row == shown and self.lit.hover.zone in (Zone.CELL, Zone.TITLE, Zone.CHEVRON):
            painter.fillRect(area, self.theme.hover)
        elif self.soa.rows[row].is_group:
            painter.fillRect(area, self.theme.ground)

    def _lit_columns(self, painter: QPainter, top: float, bottom: float) -> None:
        grid, hover = self.grid, self.lit.hover
        if hover.zone in (Zone.CELL, Zone.VISIT) and hover.column not in self.lit.columns:
            painter.fillRect(
                QRectF(grid.column_left(hover.column), top, grid.column_width, bottom - top),
                self.theme.hover,
            )
        if self.lit.columns:
            x = grid.column_left(self.lit.columns.start)
            width = len(self.lit.columns) * grid.column_width
            painter.fillRect(QRectF(x, top, width, bottom - top), self.theme.accent_soft)

    def _pill(self, painter: QPainter, center: QPointF, instances: int) -> float:
        text = str(instances)
        width = max(20.0, text_width(text, self.fonts.visit) + 12)
        area = QRectF(center.x() - width / 2, center.y() - 8.5, width, 17)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(mix(self.theme.accent, self.theme.pane, 0.45), 1))
        painter.setBrush(self.theme.accent_soft)
        painter.drawRoundedRect(area, 8.5, 8.5)
        painter.setFont(self.fonts.visit)
        painter.setPen(self.theme.accent)
        self._text(painter, area, _CENTER, text)
        return width / 2

    def _letters(
        self, painter: QPainter, x: float, middle: float, letters: tuple[str, ...], room: float
    ) -> float:
        text = elided(",".join(letters), self.fonts.letter, max(room, 14))
        painter.setFont(self.fonts.letter)
        painter.setPen(self.theme.accent)
        self._text(painter, QRectF(x, middle - 8, max(room, 14) + 2, 16), _LEFT, text)
        return text_width(text, self.fonts.letter)

    # Row titles

    def _titles(self, painter: QPainter) -> None:
        theme, grid = self.theme, self.grid
        for shown in grid.visible_rows():
            row = self.folding.shown[shown]
            activity = self.soa.rows[row]
            top = grid.row_top(shown)
            self._row_ground(painter, shown, 0, grid.titles_width)
            painter.setPen(QPen(theme.line_soft, 1))
            painter.drawLine(
                QPointF(0, top + MATRIX_ROW_HEIGHT - 0.5),
                QPointF(grid.titles_width, top + MATRIX_ROW_HEIGHT - 0.5),
            )
            left = title_left(activity.level, activity.is_group)
            if activity.is_group:
                name = "chevron-right" if activity.key in self.folding.folded else "chevron-down"
                paint_icon(painter, name, QRectF(left - 18, top + 6, 15, 15), theme.text_2)
            letters = ",".join(activity.footnotes)
            reserved = min(text_width(letters, self.fonts.letter) + 4, 60) if letters else 0
            face = self.fonts.group if activity.is_group else self.fonts.body
            room = grid.titles_width - left - 8 - reserved
            text = elided(activity.title, face, max(room, 20))
            painter.setFont(face)
            painter.setPen(theme.text_2 if activity.is_group else theme.text)
            self._text(painter, QRectF(left, top, room + 4, MATRIX_ROW_HEIGHT), _LEFT, text)
            if letters:
                x = left + text_width(text, face) + 2
                self._letters(painter, x, top + MATRIX_ROW_HEIGHT / 2 - 5, activity.footnotes, reserved)

    # Headers

    def _headers(self, painter: QPainter) -> None:
        grid = self.grid
        self._lit_columns(painter, grid.visit_top, grid.header_height)
        if grid.has_epochs:
            for run in self.soa.epochs:
                self._epoch(painter, run)
        if grid.has_encounters:
            for run in self.soa.encounters:
                self._encounter(painter, run)
        for column in grid.visible_columns():
            self._visit(painter, column)

    def _run_area(self, run: HeaderRun, top: float, height: float) -> QRectF | None:
        left = self.grid.column_left(run.start)
        right = self.grid.column_left(run.start + run.length)
        if right < self.grid.titles_width or left > self.grid.width:
            return None
        return QRectF(left, top, right - left, height)

    def _run_text_area(self, run: HeaderRun, area: QRectF) -> QRectF:
        """The part of a run that is in view: its title stays readable while its columns scroll by."""
        if run.length == 1:
            return area.adjusted(6, 0, -4, 0)
        left = max(area.left(), self.grid.titles_width) + 8
        right = min(area.right(), self.grid.width) - 6
        return QRectF(left, area.top(), max(0.0, right - left), area.height())

    def _epoch(self, painter: QPainter, run: HeaderRun) -> None:
        area = self._run_area(run, self.grid.epoch_top, EPOCH_BAND)
        if area is None:
            return
        theme = self.theme
        if run.title or run.entity_id:
            hue = theme.epoch_hue(self.epoch_index.get(run.entity_id, 0))
            painter.fillRect(area, mix(hue, theme.pane, 0.10))
            painter.fillRect(QRectF(area.left(), area.bottom() - 2, area.width(), 2), hue)
            painter.fillRect(QRectF(area.right() - 1, area.top(), 1, area.height()), theme.pane)
            text_area = self._run_text_area(run, area)
            text_area.setBottom(area.bottom() - 1)
            painter.setFont(self.fonts.caps)
            painter.setPen(theme.text_2)
            text = elided(run.title.upper(), self.fonts.caps, text_area.width())
            self._text(painter, text_area, _LEFT, text)

    def _encounter(self, painter: QPainter, run: HeaderRun) -> None:
        area = self._run_area(run, self.grid.encounter_top, ENCOUNTER_BAND)
        if area is None:
            return
        theme = self.theme
        painter.setPen(QPen(theme.line, 1))
        right = round(area.right()) - 0.5
        painter.drawLine(QPointF(right, area.top() + 4), QPointF(right, area.bottom() - 2))
        text_area = self._run_text_area(run, area)
        painter.setPen(theme.text_2)
        if run.length == 1 and run.title == self.soa.columns[run.start].title:
            return  # the visit's own title says it
        painter.setFont(self.fonts.encounter)
        self._text(painter, text_area, _CENTER, elided(run.title, self.fonts.encounter, text_area.width()))

    def _visit(self, painter: QPainter, column: int) -> None:
        grid, theme, visit = self.grid, self.theme, self.soa.columns[column]
        left, width = grid.column_left(column), grid.column_width
        lines = lines_within(visit.title, self.fonts.visit, width - 10, grid.title_lines)
        top = grid.visit_top + VISIT_PADDING + (grid.title_lines - len(lines)) * TITLE_LINE
        painter.setFont(self.fonts.visit)
        painter.setPen(theme.text)
        for number, line in enumerate(lines):
            self._text(painter, QRectF(left, top + number * TITLE_LINE, width, TITLE_LINE), _CENTER, line)
        if visit.footnotes and lines:
            end = left + width / 2 + text_width(lines[-1], self.fonts.visit) / 2 + 2
            room = left + width - end - 1
            self._letters(painter, end, top + (len(lines) - 1) * TITLE_LINE + 4, visit.footnotes, room)
        painter.setFont(self.fonts.time)
        y = top + len(lines) * TITLE_LINE
        for text, color in ((visit.day_text, theme.text_2), (visit.window_text, theme.text_2)):
            if text:
                painter.setFont(self.fonts.time)
                painter.setPen(theme.text_3 if text == _NOT_STATED else color)
                shown = elided(text, self.fonts.time, width - 6)
                self._text(painter, QRectF(left, y, width, TITLE_LINE), _CENTER, shown)
            y += TITLE_LINE
        day_y, half = y - 1.5 * TITLE_LINE, text_width(visit.day_text, self.fonts.time) / 2
        middle = left + width / 2
        if visit.is_decision:
            reach = half + 15 if half else 5.5
            paint_icon(painter, "diamond", QRectF(middle - reach, day_y - 5.5, 11, 11), theme.warning)
        if visit.sub_timeline is not None:
            self._pill(painter, QPointF(middle + (half + 14 if half else 0), day_y), visit.sub_count)

    def _corner(self, painter: QPainter) -> None:
        grid = self.grid
        area = QRectF(16, grid.visit_top, grid.titles_width - 24, grid.header_height - grid.visit_top)
        painter.setFont(self.fonts.time)
        painter.setPen(self.theme.text_2)
        text = elided(summary(self.soa), self.fonts.time, area.width())
        self._text(painter, area, _LEFT, text)

    # Over everything

    def _rules(self, painter: QPainter) -> None:
        grid = self.grid
        painter.setPen(QPen(self.theme.line, 1))
        y = grid.header_height - 0.5
        painter.drawLine(QPointF(0, y), QPointF(grid.width, y))
        if grid.scroll_x:
            x = grid.titles_width - 0.5
            painter.drawLine(QPointF(x, 0), QPointF(x, grid.height))

    def _cursor(self, painter: QPainter) -> None:
        if not self.lit.focused:
            return
        area = self.cell_area(*self.lit.cursor)
        if area is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self.theme.focus_ring, 3))
        painter.drawRoundedRect(area.adjusted(2, 2, -2, -2), 5, 5)
        painter.setPen(QPen(self.theme.accent, 1.5))
        painter.drawRoundedRect(area.adjusted(3, 3, -3, -3), 4, 4)
        painter.restore()

    def cell_area(self, row: int, column: int) -> QRectF | None:
        """Where a cell or header lies in the viewport; None where it is folded away or scrolled out."""
        grid = self.grid
        x: float
        if column == HEADER:
            x, width = 0.0, float(grid.titles_width)
        else:
            x, width = grid.column_left(column), grid.column_width
            if x + width <= grid.titles_width:
                return None
        if row == HEADER:
            y, height = grid.visit_top, grid.header_height - grid.visit_top
        else:
            if row not in self.folding.position:
                return None
            y, height = grid.row_top(self.folding.position[row]), MATRIX_ROW_HEIGHT
            if y + height <= grid.header_height:
                return None
        return QRectF(x, y, width, height)

    @staticmethod
    def _text(painter: QPainter, area: QRectF, alignment: Qt.AlignmentFlag, text: str) -> None:
        painter.drawText(area, int(alignment) | int(Qt.TextFlag.TextSingleLine), text)


def title_left(level: int, is_group: bool) -> int:
    """Where a row's title starts: groups by their depth, activities under their group's title."""
    return TEXT_LEFT + INDENT * (level if is_group else max(0, level - 1))
