"""The Schedule of Activities on pages: headers and activities' names on each, epochs whole, footnotes after."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from study.export.paper import Paper
from study.export.runs import row_pages
from study.export.soa_page import HeadCell, HeadRow, SheetRow, SoaSheet
from study.language import translate
from ui.export.flow import NoteFlow, flow_height
from ui.export.lettering import INK, QUIET, Lettering, TextBlock, lettering
from ui.export.pages import Frame, mm
from ui.export.soa_layout import Fit, best_fit, head_text, turned_height
from ui.export.title_block import TitleBlock
from ui.theme import Theme, mix

_PAD_MM = 0.8
_CENTRE = Qt.AlignmentFlag.AlignHCenter
_RULE_MM = 0.12


@dataclass(frozen=True, slots=True)
class _Head:
    """A header row over one run of columns: its height, and (cell, its columns, its text, turned or not)."""

    row: HeadRow
    height: float
    cells: tuple[tuple[range, TextBlock, bool], ...]


@dataclass(frozen=True, slots=True)
class _TablePage:
    """Which columns and rows stand on a page, from what height on, and the group that goes on from before."""

    columns: range
    rows: range
    top: float
    continued: int | None


class SoaPages:
    """The sheet on `paper`, as it is held. `size` in points is what a person asked for, None for what fits best."""

    def __init__(self, sheet: SoaSheet, paper: Paper, size: float | None = None) -> None:
        self.sheet = sheet
        self.paper = paper
        self.title = sheet.title
        self.imprint = sheet.imprint
        self._theme = Theme.light()
        self._frame = Frame(paper, sheet.identity, sheet.imprint, f"{sheet.heading} · {sheet.timeline}")
        area = self._frame.content
        self._block = TitleBlock(
            f"{sheet.heading} · {sheet.timeline}",
            sheet.identity.lines,
            sheet.imprint.lines,
            [*sheet.shown, *sheet.legend],
            area,
        )
        self.fit: Fit = best_fit(
            sheet,
            area.size(),
            self._block.height + mm(3),
            flow_height((*sheet.footnotes, *sheet.long_names), area.width()),
            size,
        )
        self._rows = [self._row_blocks(row) for row in sheet.rows]
        self._heights = [self._row_height(r) for r in range(len(sheet.rows))]
        self._heads = {run: self._head_blocks(run) for run in self.fit.runs or (range(0),)}
        self._pages = self._table_pages(area)
        last = self._pages[-1]
        taken = last.top - area.top() + self._height_of(last)
        self._notes = NoteFlow(
            (
                (translate("export", "Footnotes"), sheet.footnotes),
                (translate("export", "Names in full"), sheet.long_names),
            ),
            area,
            taken,
        )

    def __len__(self) -> int:
        return len(self._pages) + len(self._notes.pages) - 1

    # Laying out

    def _row_blocks(self, row: SheetRow) -> tuple[TextBlock, dict[int, TextBlock]]:
        fit = self.fit
        kind = fit.bold if row.is_group else fit.text
        indent = self._indent(row)
        raised = ", ".join(row.letters)
        title = TextBlock(row.title, kind, fit.label_width - 2 * mm(_PAD_MM) - indent, raised=raised)
        marks = {
            c: TextBlock(
                mark.sign,
                fit.bold,
                fit.widths[c] - mm(_PAD_MM),
                raised=", ".join(mark.letters),
                align=_CENTRE,
            )
            for c, mark in row.marks.items()
        }
        return title, marks

    def _indent(self, row: SheetRow) -> float:
        return mm(2.5) * min(row.level, 8)

    def _row_height(self, r: int) -> float:
        title, marks = self._rows[r]
        return max(title.height, *(mark.height for mark in marks.values()), 0.0) + 2 * mm(_PAD_MM) * 0.8

    def _head_blocks(self, columns: range) -> list[_Head]:
        return [self._head_row(head, columns) for head in self.sheet.heads]

    def _head_row(self, head: HeadRow, columns: range) -> _Head:
        fit = self.fit
        kind = fit.bold if head.kind in ("visit", "epoch") else fit.text
        turned_row = fit.is_turned and head.kind not in ("epoch", "encounter")
        turned = turned_height(head, fit, columns) if turned_row else 0.0
        label = TextBlock(head.label, fit.text, fit.label_width)
        height = max(turned, label.height + 2 * mm(_PAD_MM))
        spans = [
            (cell, range(max(cell.start, columns.start), min(cell.start + cell.length, columns.stop)))
            for cell in head.cells
        ]
        placed = [
            (cell, span, sum(fit.widths[c] for c in span) - mm(_PAD_MM)) for cell, span in spans if span
        ]
        # In a row over single columns either all heads are turned or none; wide runs stay upright.
        tight = [kind.widest_word(head_text(cell)) > width for cell, _, width in placed]
        any_single = any(
            is_tight and len(span) == 1 for is_tight, (_, span, _) in zip(tight, placed, strict=True)
        )
        cells: list[tuple[range, TextBlock, bool]] = []
        for (cell, span, width), is_tight in zip(placed, tight, strict=True):
            is_turned = turned_row or is_tight or (any_single and len(span) == 1)
            block, needed = self._head_cell(cell, kind, width, turned, is_turned=is_turned)
            height = max(height, needed)
            cells.append((span, block, is_turned))
        return _Head(head, height, tuple(cells))

    def _head_cell(
        self, cell: HeadCell, kind: Lettering, width: float, turned: float, *, is_turned: bool
    ) -> tuple[TextBlock, float]:
        said, raised = head_text(cell), ", ".join(cell.letters)
        pad = 2 * mm(_PAD_MM)
        if not is_turned:
            block = TextBlock(said, kind, width, raised=raised, align=_CENTRE)
            return block, block.height + pad
        room = (turned or min(kind.width(said) + mm(4), mm(46))) - pad
        block = TextBlock(said, kind, room, raised=raised)
        while block.height > width + mm(_PAD_MM) and room < mm(60):
            room *= 1.15
            block = TextBlock(said, kind, room, raised=raised)
        return block, room + pad

    def _head_height(self, columns: range) -> float:
        return sum(head.height for head in self._heads[columns])

    def _table_pages(self, area: QRectF) -> list[_TablePage]:
        sheet = self.sheet
        levels = [row.level for row in sheet.rows]
        groups = [row.is_group for row in sheet.rows]
        group_height = max(
            (height for height, row in zip(self._heights, sheet.rows, strict=True) if row.is_group),
            default=0.0,
        )
        pages: list[_TablePage] = []
        first_top = area.top() + self._block.height + mm(3)
        for columns in self._heads:
            top = first_top if not pages else area.top()
            room = area.bottom() - self._head_height(columns)
            if not pages and sheet.rows and room - top < min(mm(24), sum(self._heights)):
                pages.append(_TablePage(range(0), range(0), first_top, None))  # the title block alone
                top = area.top()
            breaks = row_pages(self._heights, room - area.top() - group_height, levels, groups, room - top)
            for n, rows in enumerate(breaks or [range(0)]):
                continued = self._group_of(rows.start) if n else None
                pages.append(_TablePage(columns, rows, top if n == 0 else area.top(), continued))
        return pages

    def _group_of(self, r: int) -> int | None:
        """The group that row `r` stands in, for the page that it begins."""
        level = self.sheet.rows[r].level
        return next(
            (
                above
                for above in range(r - 1, -1, -1)
                if self.sheet.rows[above].is_group and self.sheet.rows[above].level < level
            ),
            None,
        )

    def _height_of(self, page: _TablePage) -> float:
        if not page.rows and not page.columns and self.sheet.count:
            return 0.0
        rows = sum(self._heights[r] for r in page.rows)
        continued = self._heights[page.continued] if page.continued is not None else 0.0
        return self._head_height(page.columns) + rows + continued

    # Painting

    def paint(self, painter: QPainter, page: int) -> None:
        """Paints one page; its unit is the page unit."""
        area = self._frame.content
        self._frame.paint(painter, page, len(self))
        if page == 0:
            self._block.paint(painter, area)
        if page < len(self._pages):
            self._paint_table(painter, self._pages[page], area)
            self._paint_hint(painter, page, area)
        flow = page - len(self._pages) + 1
        if flow >= 0:
            self._notes.paint(painter, flow)

    def _paint_hint(self, painter: QPainter, page: int, area: QRectF) -> None:
        """Where the footnotes are, below a table that they do not stand beside."""
        on_page = next((n for n, pieces in enumerate(self._notes.pages) if pieces), None)
        if on_page is None or not self.sheet.footnotes:
            return
        found = len(self._pages) - 1 + on_page
        if found == page:
            return
        said = translate("export", "Footnotes: page {page}").format(page=found + 1)
        table = self._pages[page]
        bottom = table.top + self._height_of(table)
        block = TextBlock(said, lettering(7.0), area.width(), ink=QUIET)
        if bottom + mm(1) + block.height <= area.bottom() + mm(1.5):
            block.paint(painter, area.left(), bottom + mm(1))

    def _paint_table(self, painter: QPainter, page: _TablePage, area: QRectF) -> None:
        if not page.rows and not page.columns and self.sheet.count:
            return
        y = page.top
        for head in self._heads[page.columns]:
            self._paint_head(painter, head, page.columns, area.left(), y)
            y += head.height
        if page.continued is not None:
            y = self._paint_row(painter, page.continued, page.columns, area.left(), y, is_continued=True)
        for r in page.rows:
            y = self._paint_row(painter, r, page.columns, area.left(), y)
        pen = QPen(QColor(self._theme.text_3))
        pen.setWidthF(mm(_RULE_MM * 2))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        width = self.fit.label_width + sum(self.fit.widths[c] for c in page.columns)
        painter.drawRect(QRectF(area.left(), page.top, width, y - page.top))
        heads = self._head_height(page.columns)
        painter.drawLine(
            QPointF(area.left(), page.top + heads), QPointF(area.left() + width, page.top + heads)
        )
        x = area.left() + self.fit.label_width
        painter.drawLine(QPointF(x, page.top), QPointF(x, y))
        for c in page.columns:
            if c in self.sheet.epochs and c != page.columns.start:
                painter.drawLine(QPointF(x, page.top), QPointF(x, y))
            x += self.fit.widths[c]

    def _cell(self, painter: QPainter, area: QRectF, fill: QColor | None) -> None:
        pen = QPen(mix(self._theme.text_3, self._theme.pane, 0.45))
        pen.setWidthF(mm(_RULE_MM))
        painter.setPen(pen)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.drawRect(area)

    def _paint_head(self, painter: QPainter, head: _Head, columns: range, left: float, y: float) -> None:
        fit = self.fit
        area = QRectF(left, y, fit.label_width, head.height)
        self._cell(painter, area, None)
        label = TextBlock(head.row.label, fit.text, fit.label_width - 2 * mm(_PAD_MM), ink=QUIET)
        label.paint_in(painter, area.adjusted(mm(_PAD_MM), 0, 0, 0))
        starts = [left + fit.label_width]
        for c in columns:
            starts.append(starts[-1] + fit.widths[c])
        for span, block, is_turned in head.cells:
            x = starts[span.start - columns.start]
            width = starts[span.stop - columns.start] - x
            cell = QRectF(x, y, width, head.height)
            fill = None
            if head.row.kind == "epoch" and block.natural_width > 0:
                place = sum(1 for start in self.sheet.epochs if start <= span.start) - 1
                fill = mix(self._theme.epoch_hue(place), self._theme.pane, 0.13)
            self._cell(painter, cell, fill)
            if is_turned:
                painter.save()
                painter.translate(cell.left(), cell.bottom() - mm(_PAD_MM))
                painter.rotate(-90)
                block.paint(painter, 0, (cell.width() - block.height) / 2)
                painter.restore()
            else:
                block.paint_in(painter, cell.adjusted(mm(_PAD_MM / 2), 0, 0, 0))

    def _paint_row(
        self, painter: QPainter, r: int, columns: range, left: float, y: float, *, is_continued: bool = False
    ) -> float:
        row, fit = self.sheet.rows[r], self.fit
        title, marks = self._rows[r]
        if is_continued:
            said = translate("export", "{group} (continued)").format(group=row.title)
            title = TextBlock(said, fit.bold, fit.label_width - 2 * mm(_PAD_MM) - self._indent(row))
        height = self._heights[r]
        fill = QColor(self._theme.ground) if row.is_group else None
        area = QRectF(left, y, fit.label_width, height)
        self._cell(painter, area, fill)
        title.paint_in(painter, area.adjusted(mm(_PAD_MM) + self._indent(row), 0, 0, 0))
        x = left + fit.label_width
        for c in columns:
            cell = QRectF(x, y, fit.widths[c], height)
            self._cell(painter, cell, fill)
            if not is_continued and c in marks:
                marks[c].ink = INK
                marks[c].paint_in(painter, cell.adjusted(mm(_PAD_MM / 2), 0, 0, 0))
            x += fit.widths[c]
        return y + height
