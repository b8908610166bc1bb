"""Paints the matrix: rows, marks, selection; headers and totals by their own files. Reads the table, keeps nothing."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPolygonF

from study.language import translate
from study.simulation.standing import Standing
from study.soa import Mark, ScheduleOfActivities
from study.soa_differences import Difference
from study.soa_filter import loosely, plain
from ui.matrix.beyond_paint import paint_beyond
from ui.matrix.editing_paint import paint_coming
from ui.matrix.fonts import Fonts
from ui.matrix.grid import HEADER, Grid, Zone
from ui.matrix.headers import paint_headers
from ui.matrix.letters import (
    DOT,
    PILL_HEIGHT,
    LetterRun,
    cell_letters,
    pill_width,
    reach_of,
    row_letters,
    title_lines,
    title_room,
)
from ui.matrix.lit import SIGNS, Block, Lit, difference_ground
from ui.matrix.pencil import Pencil, Side
from ui.matrix.sheet import Overlays, Sheet
from ui.matrix.standings import paint_on_pill, paint_standing, standing_at
from ui.matrix.totals import paint_totals
from ui.theme import Theme, mix
from ui.widgets.text import text_width


class MatrixPainter:
    """Paints what is shown of one table with one geometry."""

    def __init__(
        self,
        sheet: Sheet,
        grid: Grid,
        theme: Theme,
        fonts: Fonts,
        lit: Lit,
        epoch_index: Mapping[str, int],
        overlays: Overlays | None = None,
    ) -> None:
        assert sheet.soa is not None
        self.sheet = sheet
        self.soa: ScheduleOfActivities = sheet.soa
        self.grid = grid
        self.theme = theme
        self.fonts = fonts
        self.lit = lit
        self.epoch_index = epoch_index
        self.overlays = overlays or Overlays()

    def paint(self, painter: QPainter) -> None:
        """Paint everything in view; the painter's clip is set and left as it was."""
        grid = self.grid
        pencil = Pencil(painter, grid)
        painter.fillRect(0, 0, grid.width, grid.height, self.theme.pane)
        painter.save()
        pencil.clip(grid.titles_width, grid.header_height, grid.body_width, grid.body_height)
        self._body(pencil)
        pencil.clip(0, grid.header_height, grid.titles_width, grid.body_height)
        self._titles(pencil)
        pencil.clip(grid.titles_width, 0, grid.body_width, grid.header_height)
        paint_headers(self, pencil)
        if grid.has_totals:
            painter.setClipping(False)
            paint_totals(self, pencil)
        painter.restore()
        self._rules(pencil)
        self._block(pencil)
        self._cursor(pencil)

    # Body

    def _body(self, pencil: Pencil) -> None:
        grid, sheet = self.grid, self.sheet
        rows, columns = grid.visible_rows(), grid.visible_columns()
        left = grid.titles_width
        right = min(grid.body_right, grid.column_left(grid.columns))
        for place in rows:
            self._row_ground(pencil, place, left, right)
        top, bottom = grid.row_top(0), grid.row_top(grid.rows)
        self.lit_columns(pencil, top, bottom)
        rules: list[tuple[float, float, float, float]] = []
        for place in rows:
            y = grid.row_top(place + 1) - 0.5
            rules.append((left, y, right, y))
        pencil.lines(rules, self.theme.line_soft)
        self._differing_cells(pencil)
        for row, column in self.lit.noted_cells:
            if row in sheet.row_place and column in sheet.column_place:
                self.ring(pencil, row, column)
        marks = self.soa.marks
        unmarked = self.soa.unmarked
        conditional = self.overlays.conditional
        optional, times = self.overlays.optional, self.overlays.times
        if self.overlays.spans or self.overlays.groups:
            paint_beyond(self, pencil)
        dots, rings, dashed = QPolygonF(), QPolygonF(), QPolygonF()
        standings = self.overlays.standings
        middles = [(c, sheet.shown.columns[c], grid.column_left(c) + grid.column_width / 2) for c in columns]
        for place in rows:
            row = sheet.shown.rows[place]
            middle = grid.row_top(place) + grid.row_size(place) / 2
            folded = sheet.shown.folded_marks.get(row)
            for _, column, center in middles:
                mark = marks.get((row, column))
                if mark is not None:
                    stands = standing_at(self.soa, standings, row, column) if standings else None
                    if mark.sub_timeline is not None:
                        self.pill(pencil, center, middle, mark.sub_count)
                        if stands is not None:
                            scale = grid.scale
                            x = center + pill_width(mark.sub_count, self.fonts, scale) / 2
                            paint_on_pill(self, pencil, x, middle - PILL_HEIGHT * scale / 2, stands, scale)
                    elif stands is not None and stands is not Standing.AHEAD:
                        paint_standing(
                            pencil.painter, pencil.point(center, middle), stands, self.theme, grid.scale
                        )
                    elif conditional and self._is_classed(row, column, conditional):
                        rings.append(pencil.point(center, middle))
                    elif optional and self._is_classed(row, column, optional):
                        dashed.append(pencil.point(center, middle))
                    else:
                        dots.append(pencil.point(center, middle))
                    if mark.footnotes:
                        self.letters(pencil, cell_letters(sheet, grid, self.fonts, row, column))
                    if mark.instances:
                        self._instances(pencil, center, middle, mark, column)
                    elif times and (
                        often := times.get((self.soa.rows[row].key, self.soa.columns[column].key))
                    ):
                        self._often(pencil, center, middle, mark, often)
                elif unmarked and (row, column) in unmarked:
                    self.letters(pencil, cell_letters(sheet, grid, self.fonts, row, column))
                elif folded is not None and folded[column]:
                    pencil.text(
                        center - 20,
                        middle - 10,
                        40,
                        20,
                        str(folded[column]),
                        self.fonts.time,
                        self.theme.text_2,
                        Side.CENTER,
                    )
        self._dots(pencil.painter, dots, rings, dashed)

    def _is_classed(self, row: int, column: int, classed: frozenset[tuple[str, str]]) -> bool:
        key = self.soa.rows[row].key
        visit = self.soa.columns[column]
        return any((key, each.key) in classed for each in (visit, *visit.members))

    def _dots(self, painter: QPainter, dots: QPolygonF, rings: QPolygonF, dashed: QPolygonF) -> None:
        theme, size = self.theme, DOT * self.grid.scale
        round_pen = (Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.text_2, size, *round_pen))
        painter.drawPoints(dots)
        if not rings.isEmpty():
            painter.setPen(QPen(theme.text_2, 1.8 * self.grid.scale))
            painter.setBrush(theme.pane)
            for center in rings.toList():
                painter.drawEllipse(center, size / 2 - 0.9, size / 2 - 0.9)
        if not dashed.isEmpty():
            pen = QPen(theme.text_2, 1.8 * self.grid.scale)
            pen.setDashPattern([1.2, 1.3])
            painter.setPen(pen)
            painter.setBrush(theme.pane)
            for center in dashed.toList():
                painter.drawEllipse(center, size / 2 - 0.9, size / 2 - 0.9)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _instances(self, pencil: Pencil, center: float, middle: float, mark: Mark, column: int) -> None:
        """Beside a mark of a merged column: at which of its visits, where it is not at all of them."""
        if len(mark.instances) == len(self.soa.columns[column].members):
            return
        size = self.grid.scaled(14)
        x = center - self.grid.column_width / 2 + 2
        room = self.grid.column_width / 2 - reach_of(mark, self.fonts, self.grid.scale) - 6
        text = ",".join(map(str, mark.instances))
        pencil.text(
            x, middle - size / 2, room, size, text, self.fonts.small, self.theme.text_2, Side.TRAILING
        )

    def _often(self, pencil: Pencil, center: float, middle: float, mark: Mark, often: int) -> None:
        """Before a mark: how often it is done within the visit."""
        size = self.grid.scaled(14)
        reach = reach_of(mark, self.fonts, self.grid.scale)
        x, room = center - self.grid.column_width / 2 + 2, self.grid.column_width / 2 - reach - 6
        key, visit = self.soa.rows[mark.row].key, self.soa.columns[mark.column].key
        if (key, visit) in self.overlays.groups:
            room -= 8 * self.grid.scale  # the rail stands between
        text = translate("matrix", "{times} ×").format(times=often)
        pencil.text(
            x, middle - size / 2, room, size, text, self.fonts.small, self.theme.text_2, Side.TRAILING
        )

    def _differing_cells(self, pencil: Pencil) -> None:
        """The ground and sign of what differs from the other study: cells, whole rows, whole columns."""
        differences = self.overlays.differences
        if not differences:
            return
        grid, sheet = self.grid, self.sheet
        for place in grid.visible_rows():
            row = sheet.shown.rows[place]
            key = self.soa.rows[row].key
            for at in grid.visible_columns():
                column = self.soa.columns[sheet.shown.columns[at]]
                cell = next(
                    (
                        differences.cells[key, each.key]
                        for each in (column, *column.members)
                        if (key, each.key) in differences.cells
                    ),
                    None,
                )
                whole = cell or differences.rows.get(key) or differences.columns.get(column.key)
                if whole is None or (cell is None and whole is Difference.CHANGED):
                    continue
                ground, ink = difference_ground(self.theme, whole)
                x, y = grid.column_left(at), grid.row_top(place)
                pencil.fill(x + 1, y + 1, grid.column_width - 2, grid.row_size(place) - 2, ground)
                if cell is not None:
                    side = grid.scaled(14)
                    pencil.text(x + 4, y, side, grid.row_size(place), SIGNS[cell], self.fonts.visit, ink)

    def _row_ground(self, pencil: Pencil, place: int, left: float, right: float) -> None:
        row = self.sheet.shown.rows[place]
        hover = self.lit.hover
        if row == self.lit.row:
            color = self.theme.accent_soft
        elif hover.row == place and hover.zone in (Zone.CELL, Zone.TITLE, Zone.CHEVRON, Zone.ROW_TOTAL):
            color = self.theme.hover
        elif self.soa.rows[row].is_group:
            color = self.theme.ground
        else:
            return
        pencil.fill(left, self.grid.row_top(place), right - left, self.grid.row_size(place), color)

    def row_ground(self, pencil: Pencil, place: int, left: float, right: float) -> None:
        """The ground of a shown row between two edges: selected, under the pointer, or a group's."""
        self._row_ground(pencil, place, left, right)

    def lit_columns(self, pencil: Pencil, top: float, bottom: float) -> None:
        """The ground of the selected columns and of the one under the pointer, from `top` to `bottom`."""
        grid, hover, sheet = self.grid, self.lit.hover, self.sheet
        shown = sheet.shown.columns
        over = hover.column if hover.zone in (Zone.CELL, Zone.VISIT, Zone.COLUMN_TOTAL) else HEADER
        if 0 <= over < len(shown) and shown[over] not in self.lit.columns:
            pencil.fill(grid.column_left(over), top, grid.column_width, bottom - top, self.theme.hover)
        lit = [sheet.column_place[c] for c in self.lit.columns if c in sheet.column_place]
        if lit:
            x = grid.column_left(lit[0])
            pencil.fill(x, top, len(lit) * grid.column_width, bottom - top, self.theme.accent_soft)

    def pill(self, pencil: Pencil, center: float, middle: float, instances: int) -> None:
        """The pill with a sub-timeline's number of steps, around a point."""
        scale = self.grid.scale
        width, height = pill_width(instances, self.fonts, scale), PILL_HEIGHT * scale
        x, y = center - width / 2, middle - height / 2
        edge = mix(self.theme.accent, self.theme.pane, 0.45)
        pencil.rounded(x, y, width, height, height / 2, self.theme.accent_soft, edge)
        pencil.text(x, y, width, height, str(instances), self.fonts.visit, self.theme.accent, Side.CENTER)

    def letters(self, pencil: Pencil, run: LetterRun | None) -> None:
        """Footnote letters; those of the footnote that is shown on a ground of their own."""
        if run is None:
            return
        theme = self.theme
        if self.lit.letter and self.lit.letter in run.letters:
            pencil.rounded(run.x - 2, run.y + 1, run.width + 3, run.height - 2, 3, theme.accent)
            ink = theme.on_accent
        else:
            ink = theme.accent
        pencil.text(run.x, run.y, run.width + 2, run.height, run.text, self.fonts.letter, ink)

    def ring(self, pencil: Pencil, row: int, column: int) -> None:
        """The frame around a place that the shown footnote is about."""
        area = self.cell_area(row, column)
        if area is not None:
            x, y, width, height = area
            pencil.rounded(
                x + 2,
                y + 2,
                width - 4,
                height - 4,
                5,
                self.theme.accent_soft,
                mix(self.theme.accent, self.theme.pane, 0.6),
            )

    # Row titles

    def _titles(self, pencil: Pencil) -> None:
        theme, grid, sheet, fonts = self.theme, self.grid, self.sheet, self.fonts
        rules = []
        for place in grid.visible_rows():
            row = sheet.shown.rows[place]
            activity = self.soa.rows[row]
            top, height = grid.row_top(place), grid.row_size(place)
            self._row_ground(pencil, place, 0, grid.titles_width)
            rules.append((0.0, top + height - 0.5, float(grid.titles_width), top + height - 0.5))
            if row in self.lit.noted_rows:
                self.ring(pencil, row, HEADER)
            difference = self.overlays.differences.rows.get(activity.key)
            if difference is not None:
                ground, ink = difference_ground(theme, difference)
                pencil.fill(0, top + 1, grid.titles_width, height - 2, ground)
                pencil.text(4, top, grid.scaled(12), height, SIGNS[difference], fonts.group, ink)
            left, room, _ = title_room(sheet, grid, fonts, row)
            if activity.is_group:
                name = "chevron-right" if sheet.is_folded(row) else "chevron-down"
                side = grid.scaled(15)
                pencil.icon(name, left - grid.scaled(18), top + (height - side) / 2, side, theme.text_2)
            face = fonts.group if activity.is_group else fonts.body
            ink = theme.text_2 if activity.is_group else theme.text
            lines = title_lines(sheet, grid, fonts, row)
            y = top + (height - len(lines) * grid.line) / 2
            for line in lines:
                self.lit_words(pencil, left, y, line, face, sheet.shown.row_phrase)
                pencil.text(left, y, room + 4, grid.line, line, face, ink)
                y += grid.line
            self.letters(pencil, row_letters(sheet, grid, fonts, row))
        pencil.lines(rules, theme.line_soft)

    def lit_words(self, pencil: Pencil, x: float, y: float, line: str, face: QFont, phrase: str) -> None:
        """The ground behind what a filter found in a line of text that starts at `x`."""
        if not phrase:
            return
        at = loosely(plain(line), phrase)
        if at < 0:
            return
        before = text_width(line[:at], face) if at else 0.0
        width = text_width(line[at : at + len(phrase)], face)
        if line[:at].endswith(" "):
            before += text_width("a b", face) - text_width("ab", face)
        ground = mix(self.theme.warning, self.theme.pane, 0.28)
        pencil.rounded(x + before - 1, y + 1, width + 2, self.grid.line - 2, 3, ground)

    # Over everything

    def _rules(self, pencil: Pencil) -> None:
        grid = self.grid
        y = grid.header_height - 0.5
        lines = [(0.0, y, float(grid.width), y)]
        if grid.scroll_x:
            lines.append((grid.titles_width - 0.5, 0, grid.titles_width - 0.5, grid.height))
        if grid.totals_width:
            lines.append((grid.body_right + 0.5, 0, grid.body_right + 0.5, grid.height))
        if grid.totals_height:
            lines.append((0, grid.body_bottom + 0.5, grid.width, grid.body_bottom + 0.5))
        pencil.lines(lines, self.theme.line)

    def _block(self, pencil: Pencil) -> None:
        self._also(pencil)
        if self.lit.block is not None:
            self._frame(pencil, self.lit.block)
        paint_coming(self, pencil)

    def _frame(self, pencil: Pencil, block: Block) -> None:
        grid = self.grid
        left = max(grid.titles_width, grid.column_left(block.columns.start))
        right = min(grid.body_right, grid.column_left(block.columns.stop))
        top = max(grid.header_height, grid.row_top(block.rows.start))
        bottom = min(grid.body_bottom, grid.row_top(block.rows.stop))
        if right <= left or bottom <= top:
            return
        ground = QColor(self.theme.accent)
        ground.setAlphaF(0.10)
        pencil.rounded(
            left + 1, top + 1, right - left - 2, bottom - top - 2, 4, ground, self.theme.accent, 1.5
        )

    def _also(self, pencil: Pencil) -> None:
        """The cells that are chosen besides, each on its own."""
        if not self.lit.also:
            return
        grid, shown = self.grid, self.sheet.shown
        ground = QColor(self.theme.accent)
        ground.setAlphaF(0.14)
        painter = pencil.painter
        painter.save()
        pencil.clip(grid.titles_width, grid.header_height, grid.body_width, grid.body_height)
        for place in grid.visible_rows():
            for at in grid.visible_columns():
                if (shown.rows[place], shown.columns[at]) in self.lit.also:
                    x, y = grid.column_left(at), grid.row_top(place)
                    width, height = grid.column_width - 2, grid.row_size(place) - 2
                    pencil.rounded(x + 1, y + 1, width, height, 4, ground, self.theme.accent)
        painter.restore()

    def _cursor(self, pencil: Pencil) -> None:
        area = self.cell_area(*self.lit.cursor) if self.lit.focused else None
        if area is None:
            return
        x, y, width, height = area
        pencil.rounded(x + 2, y + 2, width - 4, height - 4, 5, None, self.theme.focus_ring, 3)
        pencil.rounded(x + 3, y + 3, width - 6, height - 6, 4, None, self.theme.accent, 1.5)

    def cell_area(self, row: int, column: int) -> tuple[float, float, float, float] | None:
        """Where a cell or header lies, from the leading edge; None where it is not shown or scrolled out."""
        return cell_area(self.sheet, self.grid, row, column)


def cell_area(sheet: Sheet, grid: Grid, row: int, column: int) -> tuple[float, float, float, float] | None:
    """As `MatrixPainter.cell_area`, for a table and geometry."""
    x: float
    if column == HEADER:
        x, width = 0.0, float(grid.titles_width)
    else:
        if column not in sheet.column_place:
            return None
        x, width = grid.column_left(sheet.column_place[column]), grid.column_width
        if x + width <= grid.titles_width or x >= grid.body_right:
            return None
    if row == HEADER:
        return x, grid.visit_top, width, grid.header_height - grid.visit_top
    if row not in sheet.row_place:
        return None
    y, height = grid.row_top(sheet.row_place[row]), grid.row_size(sheet.row_place[row])
    if y + height <= grid.header_height or y >= grid.body_bottom:
        return None
    return x, y, width, height


def area_in_viewport(sheet: Sheet, grid: Grid, row: int, column: int) -> QRectF:
    """The rectangle of a cell or header in the viewport's own pixels, in sight or not; empty where not shown."""
    if (row != HEADER and row not in sheet.row_place) or (
        column != HEADER and column not in sheet.column_place
    ):
        return QRectF()
    x, width = 0.0, float(grid.titles_width)
    if column != HEADER:
        x, width = grid.column_left(sheet.column_place[column]), grid.column_width
    y, height = float(grid.visit_top), float(grid.header_height - grid.visit_top)
    if row != HEADER:
        y, height = grid.row_top(sheet.row_place[row]), grid.row_size(sheet.row_place[row])
    return QRectF(QPointF(grid.mirrored(x, width), y), QPointF(grid.mirrored(x, width) + width, y + height))
