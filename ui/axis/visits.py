"""Paints the visits of a section: points, windows, ranges, open ends, what took place; gaps and overlaps."""

from __future__ import annotations

import math

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPixmap, QPolygonF

from study.axis import AxisVisit, Shape
from study.axis_notes import length_text
from study.language import translate
from ui.axis.frame import BAR, DONE, DOT, LABEL_GAP, ROW, Frame, SectionFrame
from ui.axis.looks import CENTER, Fonts, put
from ui.axis.stamps import Stamps
from ui.axis.tones import EpochTones
from ui.icons import paint_icon
from ui.theme import Theme, mix
from ui.widgets.text import text_width

_PLAIN = (Shape.POINT, Shape.WINDOW)  # what is painted from a kept picture, where there are hundreds
_WIDEST = 240.0  # pixels of a window that is
_AROUND = 14  # pixels around a point in such a picture


def row_middle(frame: Frame, section: SectionFrame, place: int) -> float:
    """How far down in the viewport the middle of a visit's row or lane lies, in pixels."""
    return section.row_top(section.lanes[place]) - frame.scroll + ROW / 2


class VisitPainter:
    """Paints the visits of one frame; `stamps` keeps pictures of those that look alike."""

    def __init__(
        self, frame: Frame, theme: Theme, fonts: Fonts, tones: EpochTones, stamps: Stamps | None
    ) -> None:
        self.frame = frame
        self.theme = theme
        self.fonts = fonts
        self.tones = tones
        self.stamps = stamps
        self._rim = QPen(theme.pane, 1.2)

    def visit(self, painter: QPainter, section: SectionFrame, place: int) -> None:
        """Paint one visit with its window, when it took place, and where it would be had nothing moved."""
        visit = section.section.visits[place]
        y = row_middle(self.frame, section, place)
        tones = self.tones.of(visit.epoch)
        hue = tones.hue
        x = section.x(visit.at)
        if visit.before is not None:
            self._before(painter, section.x(visit.before), x, y, hue)
        reach = DOT + 0.6
        if visit.shape is Shape.RANGE:
            self._range(painter, section, visit, y, hue)
        elif visit.shape is Shape.WINDOW:
            assert visit.opens is not None
            assert visit.closes is not None
            left, right = section.x(visit.opens), section.x(visit.closes)
            if right - left < 6:
                left, right = (left + right) / 2 - 3, (left + right) / 2 + 3
            painter.setPen(tones.border)
            painter.setBrush(tones.fill)
            painter.drawRoundedRect(QRectF(left, y - BAR / 2, right - left, BAR), 3, 3)
            reach = min(
                reach, max(3.2, (right - left) / 2 - 3.5)
            )  # a narrow window must not hide below its point
        elif visit.shape in (Shape.FROM, Shape.UNTIL):
            self._open_ended(painter, section, visit, y, hue)
        if visit.shape is not Shape.RANGE:
            self._point(painter, visit, QPointF(x, y), hue, reach)
        if visit.actual is not None:
            self._actual(painter, x, section.x(visit.actual), y)
        if visit.sub_timeline and not self.frame.is_packed:
            self._pill(painter, section.extent(visit)[1] + LABEL_GAP, y, visit.sub_count)

    def stamp(self, painter: QPainter, section: SectionFrame, place: int) -> bool:
        """Put the kept picture of a visit that looks like this one; whether there can be one."""
        visit = section.section.visits[place]
        if visit.before is not None or visit.actual is not None or visit.shape not in _PLAIN:
            return False
        x, y = section.x(visit.at), row_middle(self.frame, section, place)
        left = right = x
        if visit.shape is Shape.WINDOW:
            assert visit.opens is not None
            assert visit.closes is not None
            left, right = section.x(visit.opens), section.x(visit.closes)
            if right - left > _WIDEST:
                return False
        assert self.stamps is not None
        column, row = math.floor(x), math.floor(y)
        # To a sixteenth of a pixel.
        key = (
            self.tones.of(visit.epoch).hue.rgb(),
            visit.shape,
            (visit.is_decision, visit.nominal, visit.is_anchor),
            round(16 * (x - column)),
            round(16 * (x - left)),
            round(16 * (right - x)),
            y - row,
        )
        stamp = self.stamps.find(key)
        if stamp is None:
            before = math.ceil(x - left) + _AROUND
            width = before + math.ceil(right - x) + _AROUND
            ratio = self.stamps.ratio
            picture = QPixmap(round(width * ratio), round(2 * _AROUND * ratio))
            picture.setDevicePixelRatio(ratio)
            picture.fill(Qt.GlobalColor.transparent)
            onto = QPainter(picture)
            onto.setRenderHint(QPainter.RenderHint.Antialiasing)
            onto.translate(before - column, _AROUND - row)
            self.visit(onto, section, place)
            onto.end()
            stamp = self.stamps.keep(key, picture, before)
        painter.drawPixmap(column - stamp[1], row - _AROUND, stamp[0])
        return True

    def _point(self, painter: QPainter, visit: AxisVisit, at: QPointF, hue: QColor, size: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        if visit.is_decision:
            reach = DOT + 1.5
            corners = [(0, -reach), (reach, 0), (0, reach), (-reach, 0)]
            painter.setBrush(self.theme.pane)
            painter.setPen(QPen(self.theme.warning, 1.6))
            painter.drawPolygon(QPolygonF([at + QPointF(dx, dy) for dx, dy in corners]))
            return
        if visit.nominal:
            painter.setPen(QPen(hue, 1.6, Qt.PenStyle.DotLine))
            painter.setBrush(self.theme.pane)
            painter.drawEllipse(at, DOT, DOT)
            return
        if visit.is_anchor:
            painter.setPen(QPen(self.theme.accent, 1.6))
            painter.setBrush(self.theme.pane)
            painter.drawEllipse(at, DOT + 3, DOT + 3)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.theme.accent)
            painter.drawEllipse(at, DOT - 0.5, DOT - 0.5)
            return
        painter.setPen(self._rim)
        painter.setBrush(hue)
        painter.drawEllipse(at, size, size)

    def _before(self, painter: QPainter, before: float, now: float, y: float, hue: QColor) -> None:
        """Where it would be had nothing moved: a ring that is not filled, and the way from there."""
        painter.setPen(QPen(mix(hue, self.theme.pane, 0.8), 1.2, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(before, y, now, y))
        painter.setPen(QPen(hue, 1.2))
        painter.setBrush(self.theme.pane)
        painter.drawEllipse(QPointF(before, y), DOT - 0.5, DOT - 0.5)

    def _actual(self, painter: QPainter, planned: float, actual: float, y: float) -> None:
        """When it took place: a tick in a ring, beside the planned point."""
        painter.setPen(QPen(self.theme.ok, 1.4))
        painter.drawLine(QLineF(planned, y, actual, y))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.theme.pane)
        painter.drawEllipse(QPointF(actual, y), DONE / 2, DONE / 2)
        area = QRectF(actual - DONE / 2, y - DONE / 2, DONE, DONE)
        paint_icon(painter, "circle-check", area, self.theme.ok)

    def _range(
        self, painter: QPainter, section: SectionFrame, visit: AxisVisit, y: float, hue: QColor
    ) -> None:
        """A span with a beginning and an end, and no target in it."""
        left, right = section.x(visit.first), section.x(visit.last)
        right = max(right, left + 6)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.tones.of(visit.epoch).strong)
        painter.drawRect(QRectF(left, y - BAR / 2 + 1, right - left, BAR - 2))
        painter.setPen(QPen(hue, 2))
        painter.drawLines([QLineF(x, y - BAR / 2 - 1, x, y + BAR / 2 + 1) for x in (left + 1, right - 1)])

    def _open_ended(
        self, painter: QPainter, section: SectionFrame, visit: AxisVisit, y: float, hue: QColor
    ) -> None:
        """A window with one side stated: it fades where the other is not, and an arrow says that it goes on."""
        x = section.x(visit.at)
        forward = visit.shape is Shape.FROM
        left, right = section.extent(visit)
        known = left if forward else right
        tip = right if forward else left
        known = section.x(visit.first) if forward else section.x(visit.last)
        fade = QLinearGradient(known, 0, tip, 0)
        strong, none = mix(hue, self.theme.pane, 0.4), QColor(self.theme.pane)
        none.setAlphaF(0.0)
        fade.setColorAt(0.0, strong)
        fade.setColorAt(1.0, none)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(fade))
        painter.drawRect(QRectF(min(known, tip), y - BAR / 2, abs(tip - known), BAR))
        painter.setPen(QPen(hue, 1.6))
        painter.drawLine(QLineF(known, y - BAR / 2, known, y + BAR / 2))
        sense = 1 if forward else -1
        painter.drawLine(QLineF(x + sense * (DOT + 4), y, tip, y))
        painter.drawLines(
            [QLineF(tip, y, tip - sense * 4, y - 3.5), QLineF(tip, y, tip - sense * 4, y + 3.5)]
        )

    def _pill(self, painter: QPainter, left: float, y: float, number: int) -> float:
        text = str(number) if number else "…"
        width = max(20.0, text_width(text, self.fonts.strong) + 12)
        area = QRectF(left, y - 8.5, width, 17)
        painter.setPen(QPen(mix(self.theme.accent, self.theme.pane, 0.45), 1))
        painter.setBrush(self.theme.accent_soft)
        painter.drawRoundedRect(area, 8.5, 8.5)
        painter.setFont(self.fonts.strong)
        painter.setPen(self.theme.accent)
        put(painter, area, CENTER, text)
        return width

    def gaps(self, painter: QPainter, section: SectionFrame, rows: range) -> None:
        """Long times without a visit, told in words where there is room."""
        painter.setFont(self.fonts.small)
        for gap in section.facts.gaps:
            place = section.facts.place[gap.after.key]
            if place not in rows:
                continue
            y = row_middle(self.frame, section, place)
            left = section.x(gap.start) + DOT + 6
            right = section.extent(gap.after)[0] - 6
            if right - left < 24:
                continue
            text = translate("axis", "{length}, no visit").format(length=length_text(gap.end - gap.start))
            width = text_width(text, self.fonts.small) + 12
            painter.setPen(QPen(self.theme.text_3, 1, Qt.PenStyle.DotLine))
            lines = [QLineF(left, y, right, y)]
            seen = (max(left, section.left + 4), min(right, section.left + section.width - 4))
            if seen[1] - seen[0] > width + 16:
                middle = (seen[0] + seen[1]) / 2
                lines = [
                    QLineF(left, y, middle - width / 2, y),
                    QLineF(middle + width / 2, y, right, y),
                ]
                painter.drawLines(lines)
                painter.setPen(self.theme.text_2)
                put(painter, QRectF(middle - width / 2, y - 9, width, 18), CENTER, text)
            else:
                painter.drawLines(lines)
            painter.setPen(QPen(self.theme.text_3, 1))
            painter.drawLines([QLineF(x, y - 3, x, y + 3) for x in (left, right)])

    def overlaps(self, painter: QPainter, section: SectionFrame, rows: range) -> None:
        """Windows that overlap, hatched where they do."""
        hatch = QBrush(self.theme.warning, Qt.BrushStyle.BDiagPattern)
        for overlap in section.facts.overlaps:
            first, second = section.facts.place[overlap.first.key], section.facts.place[overlap.second.key]
            low, high = sorted((section.lanes[first], section.lanes[second]))
            if high < rows.start or low >= rows.stop:
                continue
            left, right = section.x(overlap.start), section.x(overlap.end)
            if right < section.left or left > section.left + section.width:
                continue
            width = max(right - left, 3.0)
            for place in (first, second):
                area = QRectF(left, row_middle(self.frame, section, place) - BAR / 2, width, BAR)
                painter.fillRect(area, hatch)
                painter.setPen(QPen(self.theme.warning, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area)
            if not self.frame.is_packed:
                above = row_middle(self.frame, section, min(first, second)) + BAR / 2
                below = row_middle(self.frame, section, max(first, second)) - BAR / 2
                painter.setPen(QPen(self.theme.warning, 1, Qt.PenStyle.DotLine))
                painter.drawLines([QLineF(x, above, x, below) for x in (left, left + width)])
