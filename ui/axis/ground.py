"""Paints what lies under the visits of a section: rows, bands of epochs, days off, grid, squeezed times."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen, QPolygonF

from study.axis import DAY, Unit
from study.axis_dates import days_off
from study.axis_ticks import Tick
from ui.axis.frame import MARGIN, ROW, Frame, SectionFrame
from ui.axis.looks import Lit, hue_of
from ui.theme import Theme, mix

_DAY_SEEN = 3.0  # pixels from which a day on which nobody works is shaded


class GroundPainter:
    """Paints the ground of the sections of one frame."""

    def __init__(self, frame: Frame, theme: Theme, lit: Lit) -> None:
        self.frame = frame
        self.theme = theme
        self.lit = lit
        self.epochs = frame.axis.epochs

    def grounds(self, painter: QPainter, section: SectionFrame, rows: range) -> None:
        """Rows that are selected or under the pointer."""
        if self.frame.is_packed:
            return
        lit, frame = self.lit, self.frame
        here = 0 <= lit.hover.section < len(frame.sections) and frame.sections[lit.hover.section] is section
        for row in rows:
            area = QRectF(0, section.row_top(row) - frame.scroll, frame.width, ROW)
            if section.section.visits[row].key in lit.keys:
                painter.fillRect(area, self.theme.accent_soft)
            elif here and lit.hover.visit == row:
                painter.fillRect(area, self.theme.hover)

    def bands(self, painter: QPainter, section: SectionFrame, top: float, bottom: float) -> None:
        """The epochs, each in its hue."""
        for band in section.section.bands:
            left, right = section.x(band.start), section.x(band.end)
            if right < section.left or left > section.left + section.width:
                continue
            ground = hue_of(self.theme, self.epochs, band.epoch)
            ground.setAlphaF(0.10 if self.theme.is_dark else 0.07)
            painter.fillRect(QRectF(left, top, max(1.0, right - left), bottom - top), ground)

    def days_off(self, painter: QPainter, section: SectionFrame, top: float, bottom: float) -> None:
        """Weekends and holidays of the site, where a day is wide enough to be seen."""
        width = section.scale.density * DAY
        if section.section.zero is None or section.section.unit is Unit.CLOCK or width < _DAY_SEEN:
            return
        weekend = QColor(self.theme.text_2)
        weekend.setAlphaF(0.13 if self.theme.is_dark else 0.10)
        holiday = QBrush(weekend, Qt.BrushStyle.Dense4Pattern)
        begin = section.zoom.scroll - MARGIN
        for start, end in section.scale.stretches(begin, begin + section.width):
            for at, name in days_off(section.section, start, end):
                area = QRectF(section.x(at) - width / 2, top, width, bottom - top)
                painter.fillRect(area, weekend)
                if name:
                    painter.fillRect(area, holiday)

    def grid(
        self, painter: QPainter, section: SectionFrame, ticks: Sequence[Tick], top: float, bottom: float
    ) -> None:
        """Lines of the ruler and between rows, the anchor, and the breaks of squeezed times."""
        lines = [
            QLineF(x, top, x, bottom)
            for tick in ticks
            if tick.text and section.left <= (x := round(section.x(tick.at)) + 0.5)
        ]
        painter.setPen(QPen(mix(self.theme.line, self.theme.pane, 0.7), 1))
        painter.drawLines(lines)
        if not self.frame.is_packed:
            painter.setPen(QPen(self.theme.line_soft, 1))
            rows = self.frame.visible_rows(section)
            ys = [section.row_top(row + 1) - self.frame.scroll - 0.5 for row in rows]
            painter.drawLines([QLineF(section.left, y, section.left + section.width, y) for y in ys])
        if section.section.base and section.facts.has_span:
            x = round(section.x(0)) + 0.5
            painter.setPen(QPen(mix(self.theme.accent, self.theme.pane, 0.55), 1))
            painter.drawLine(QLineF(x, top, x, bottom))
        for squeeze in section.scale.squeezed:
            self._break(painter, section.x(squeeze.start), section.x(squeeze.end), top, bottom)

    def _break(self, painter: QPainter, left: float, right: float, top: float, bottom: float) -> None:
        """A time that is squeezed: a strip that is none of the ground, with torn edges."""
        painter.fillRect(QRectF(left + 8, top, right - left - 16, bottom - top), self.theme.ground)
        painter.setPen(QPen(self.theme.text_3, 1))
        for x in (left + 8, right - 8):
            count = max(1, int((bottom - top) // 9))
            points = [QPointF(x + (3 if n % 2 else -3), top + n * 9) for n in range(count + 1)]
            painter.drawPolyline(QPolygonF(points))
