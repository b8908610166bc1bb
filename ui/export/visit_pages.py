"""A visit's checklist on pages: boxes to tick, blanks to fill in, the schedules inside it, its footnotes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from study.export.paper import Paper
from study.export.soa_page import arrow
from study.export.visit_page import InnerSchedule, VisitItem, VisitSheet
from study.language import translate
from ui.export.flow import NoteFlow
from ui.export.lettering import INK, QUIET, TextBlock, lettering
from ui.export.pages import Frame, mm
from ui.export.title_block import TitleBlock
from ui.theme import Theme, mix

_SIZE = 9.0
_PAD_MM = 1.2
_ROW_MM = 7.0
_BOX_MM, _TIME_MM, _INITIALS_MM = 12.0, 24.0, 22.0
_WHEN_MM, _WINDOW_MM = 24.0, 32.0
_LABEL_MM = 30.0


@dataclass(frozen=True, slots=True)
class _Band:
    """A strip across the page. `head` is the index of the table header that stands above it on a new page, -1: none."""

    height: float
    paint: Callable[[QPainter, float, float], None]
    keep_with_next: bool = False
    head: int = -1


class VisitPages:
    """The checklist on `paper` as it is held, portrait for most."""

    def __init__(self, sheet: VisitSheet, paper: Paper) -> None:
        self.sheet = sheet
        self.paper = paper
        self.title = sheet.title
        self.imprint = sheet.imprint
        self._theme = Theme.light()
        self._frame = Frame(paper, sheet.identity, sheet.imprint, f"{sheet.heading} · {sheet.visit}")
        self._area = self._frame.content
        self._block = TitleBlock(
            f"{sheet.heading} · {sheet.visit}",
            sheet.identity.lines,
            sheet.imprint.lines,
            sheet.shown,
            self._area,
        )
        self._bands: list[_Band] = []
        self._make_bands()
        self._pages: list[list[tuple[int, float]]] = [[]]
        end = self._place()
        self._notes = NoteFlow(
            ((translate("export", "Footnotes"), sheet.footnotes),), self._area, end - self._area.top(), 8.0
        )

    def __len__(self) -> int:
        return len(self._pages) + len(self._notes.pages) - 1

    def paint(self, painter: QPainter, page: int) -> None:
        """Paints one page; its unit is the page unit."""
        self._frame.paint(painter, page, len(self))
        if page == 0:
            self._block.paint(painter, self._area)
        if page < len(self._pages):
            for band, y in self._pages[page]:
                self._bands[band].paint(painter, self._area.left(), y)
        flow = page - len(self._pages) + 1
        if flow >= 0:
            self._notes.paint(painter, flow)

    # What stands on it

    def _make_bands(self) -> None:
        width = self._area.width()
        text, bold = lettering(_SIZE), lettering(_SIZE, 600)
        for label, said in self.sheet.facts:
            is_main = label in (self.sheet.facts[0][0], self.sheet.facts[1][0])
            block = TextBlock(said, bold if is_main else text, width - mm(_LABEL_MM))
            name = TextBlock(label, text, mm(_LABEL_MM) - mm(2), ink=QUIET)
            self._bands.append(_Band(max(block.height, name.height) + mm(0.8), _pair(name, block)))
        for said in self.sheet.notes:
            self._bands.append(_text_band(TextBlock(said, text, width)))
        self._heading(translate("export", "Activities"))
        rest = width - mm(_BOX_MM + _TIME_MM + _INITIALS_MM)
        widths = [mm(_BOX_MM), rest, mm(_TIME_MM), mm(_INITIALS_MM)]
        head = self._table_head(
            (
                translate("export", "Done"),
                translate("export", "Activity"),
                translate("export", "Time"),
                translate("export", "Initials"),
            ),
            widths,
        )
        for item in self.sheet.items:
            self._bands.append(self._item(item, widths, head))
        for inner in self.sheet.inner:
            self._inner(inner)

    def _heading(self, text: str) -> None:
        block = TextBlock(text, lettering(11.0, 600), self._area.width())

        def paint(painter: QPainter, x: float, y: float) -> None:
            block.paint(painter, x, y + mm(3.5))

        self._bands.append(_Band(block.height + mm(5.0), paint, keep_with_next=True))

    def _table_head(self, texts: Sequence[str], widths: Sequence[float]) -> int:
        blocks = [
            TextBlock(text, lettering(8.0), width - mm(_PAD_MM), ink=QUIET)
            for text, width in zip(texts, widths, strict=True)
        ]
        height = max(block.height for block in blocks) + mm(_PAD_MM)
        fill = mix(self._theme.text_3, self._theme.pane, 0.16)

        def paint(painter: QPainter, x: float, y: float) -> None:
            for block, width in zip(blocks, widths, strict=True):
                self._cell(painter, QRectF(x, y, width, height), fill)
                block.paint_in(painter, QRectF(x + mm(_PAD_MM / 2 + 0.4), y, width, height))
                x += width

        self._bands.append(_Band(height, paint, keep_with_next=True))
        return len(self._bands) - 1

    def _item(self, item: VisitItem, widths: Sequence[float], head: int) -> _Band:
        indent = mm(3.0) * min(item.level, 8)
        room = widths[1] - 2 * mm(_PAD_MM) - indent
        said = f"{item.title} {arrow(item.inside)}" if item.inside else item.title
        kind = lettering(_SIZE, 600 if item.is_group else 400)
        title = TextBlock(said, kind, room, raised=", ".join(item.letters))
        notes = [TextBlock(note, lettering(7.5), room, ink=QUIET) for note in item.notes]
        needed = title.height + sum(note.height for note in notes)
        height = max(needed + mm(_PAD_MM), mm(0 if item.is_group else _ROW_MM))
        fill = QColor(self._theme.ground) if item.is_group else None

        def paint(painter: QPainter, x: float, y: float) -> None:
            left = x
            for width in widths:
                self._cell(painter, QRectF(left, y, width, height), fill)
                left += width
            if not item.is_group:
                side = mm(3.6)
                self._box(painter, QRectF(x + (widths[0] - side) / 2, y + (height - side) / 2, side, side))
            top = y + (height - needed) / 2
            for block in (title, *notes):
                block.paint(painter, x + widths[0] + mm(_PAD_MM) + indent, top)
                top += block.height

        return _Band(height, paint, keep_with_next=item.is_group, head=head)

    def _inner(self, inner: InnerSchedule) -> None:
        self._heading(f"{arrow(inner.number)} {inner.title}")
        if inner.basis:
            block = TextBlock(inner.basis, lettering(8.0), self._area.width(), ink=QUIET)
            self._bands.append(_text_band(block, keep_with_next=True))
        what = self._area.width() - mm(_WHEN_MM + _WINDOW_MM + _TIME_MM + _INITIALS_MM)
        widths = [mm(_WHEN_MM), mm(_WINDOW_MM), what, mm(_TIME_MM), mm(_INITIALS_MM)]
        head = self._table_head(
            (
                translate("export", "Planned"),
                translate("export", "Window"),
                translate("export", "Activity"),
                translate("export", "Time"),
                translate("export", "Initials"),
            ),
            widths,
        )
        for time in inner.times:
            done = time.what
            inks = (INK, INK, INK if time.activities else QUIET)
            blocks = [
                TextBlock(said, lettering(_SIZE - 0.5), width - 2 * mm(_PAD_MM), ink=ink)
                for said, width, ink in zip((time.when, time.window, done), widths, inks, strict=False)
            ]
            self._bands.append(self._inner_row(blocks, widths, head))

    def _inner_row(self, blocks: Sequence[TextBlock], widths: Sequence[float], head: int) -> _Band:
        height = max(mm(_ROW_MM - 0.6), max(block.height for block in blocks) + mm(_PAD_MM))

        def paint(painter: QPainter, x: float, y: float) -> None:
            for n, width in enumerate(widths):
                self._cell(painter, QRectF(x, y, width, height), None)
                if n < len(blocks):
                    blocks[n].paint_in(painter, QRectF(x + mm(_PAD_MM), y, width, height))
                x += width

        return _Band(height, paint, head=head)

    def _cell(self, painter: QPainter, area: QRectF, fill: QColor | None) -> None:
        pen = QPen(mix(self._theme.text_3, self._theme.pane, 0.5))
        pen.setWidthF(mm(0.12))
        painter.setPen(pen)
        painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
        painter.drawRect(area)

    def _box(self, painter: QPainter, area: QRectF) -> None:
        pen = QPen(QColor(self._theme.text_2))
        pen.setWidthF(mm(0.25))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(area, mm(0.5), mm(0.5))

    # Where it stands

    def _place(self) -> float:
        """Puts the bands on pages; where the last one ends."""
        y = self._area.top() + self._block.height + mm(4)
        n = 0
        while n < len(self._bands):
            group = [n]
            while self._bands[group[-1]].keep_with_next and group[-1] + 1 < len(self._bands):
                group.append(group[-1] + 1)
            needed = sum(self._bands[band].height for band in group)
            if y + needed > self._area.bottom() and self._pages[-1]:
                self._pages.append([])
                y = self._area.top()
                head = self._bands[n].head
                if head >= 0:
                    self._pages[-1].append((head, y))
                    y += self._bands[head].height
            for band in group:
                self._pages[-1].append((band, y))
                y += self._bands[band].height
            n = group[-1] + 1
        return y


def _pair(name: TextBlock, block: TextBlock) -> Callable[[QPainter, float, float], None]:
    def paint(painter: QPainter, x: float, y: float) -> None:
        name.paint(painter, x, y)
        block.paint(painter, x + mm(_LABEL_MM), y)

    return paint


def _text_band(block: TextBlock, *, keep_with_next: bool = False) -> _Band:
    return _Band(block.height + mm(1), block.paint, keep_with_next=keep_with_next)
