"""Paints the rows of one section of the time axis: grid, bands, visits with their windows, gaps, overlaps, names."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPen,
    QPixmap,
    QPolygonF,
)

from study.axis import DAY, AxisVisit, Shape, Unit
from study.axis_dates import days_off
from study.axis_notes import length_text
from study.axis_ticks import Tick
from study.dating_words import card_dates_text
from study.language import translate
from study.wording import day_text, window_text
from ui.axis.frame import BAR, CAPTION, DONE, DOT, LABEL_GAP, MARGIN, ROW, Frame, SectionFrame, Zone
from ui.axis.looks import CENTER, LEADING, Fonts, Lit, Marks, hue_of, put
from ui.axis.stamps import Stamps
from ui.dates.locale_dates import LocaleDates
from ui.icons import paint_icon
from ui.theme import Theme, mix
from ui.widgets.text import elided, text_width

PAD = 16  # before the names
_PLAIN = (Shape.POINT, Shape.WINDOW)  # what is painted from a kept picture, where there are hundreds
_WIDEST = 240.0  # pixels of a window that is
_AROUND = 14  # pixels around a point in such a picture
_DAY_SEEN = 3.0  # pixels from which a day on which nobody works is shaded


def name_columns(end: float, widths: tuple[float, float, float]) -> tuple[float, float, float]:
    """The left edges of the columns for day, window and date, which end at `end`; `widths` are theirs, 0 for none."""
    day, window, date = widths
    date_left = end - 12 - date if date else end - 2
    window_left = date_left - 10 - window if window else date_left
    return window_left - 10 - day if day else window_left, window_left, date_left


@dataclass(frozen=True, slots=True)
class Tones:
    """The colours of one epoch's visits, mixed once."""

    hue: QColor
    fill: QColor
    border: QPen
    strong: QColor


class BodyPainter:
    """Paints the rows of the sections of one frame. `day_width`, `window_width`: the columns beside the names."""

    def __init__(
        self,
        frame: Frame,
        theme: Theme,
        fonts: Fonts,
        lit: Lit,
        marks: Marks,
        columns: tuple[float, float, float],
        stamps: Stamps | None = None,
    ) -> None:
        self.frame = frame
        self.stamps = stamps
        self.theme = theme
        self.fonts = fonts
        self.lit = lit
        self.marks = marks
        self.day_width, self.window_width, self.date_width = columns
        self.form = LocaleDates()
        self._tones_of: dict[str, Tones] = {}
        self._rim = QPen(theme.pane, 1.2)
        self._rule = QPen(theme.line_soft, 1)
        self.epochs: Mapping[str, int] = frame.axis.epochs

    def rows(self, painter: QPainter, section: SectionFrame, ticks: Sequence[Tick]) -> None:
        """Paint all rows of a section that are in view; the painter is clipped to them."""
        frame = self.frame
        top = section.row_top(0) - frame.scroll
        bottom = top + section.rows * ROW
        rows = frame.visible_rows(section)
        self._grounds(painter, section, rows)
        painter.save()
        painter.setClipRect(
            QRectF(section.left, 0, section.width, frame.height), Qt.ClipOperation.IntersectClip
        )
        self._bands(painter, section, top, bottom)
        self._days_off(painter, section, top, bottom)
        self._grid(painter, section, ticks, top, bottom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = section.in_view(220 if frame.is_packed else 40)
        visits = [place for place in frame.in_rows(section, rows) if seen[place]]
        if not frame.is_packed:
            self._gaps(painter, section, rows)
        for place in visits:
            if self.stamps is None or not frame.is_packed or not self._stamp(painter, section, place):
                self._visit(painter, section, place)
        self._overlaps(painter, section, rows)
        if frame.is_packed:
            for place in visits:
                self._label(painter, section, place)
        painter.restore()
        if not frame.is_packed:
            for row in rows:
                self._name(painter, section, row)
        self._untimed(painter, section)

    # Ground

    def _grounds(self, painter: QPainter, section: SectionFrame, rows: range) -> None:
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

    def _bands(self, painter: QPainter, section: SectionFrame, top: float, bottom: float) -> None:
        for band in section.section.bands:
            left, right = section.x(band.start), section.x(band.end)
            if right < section.left or left > section.left + section.width:
                continue
            ground = hue_of(self.theme, self.epochs, band.epoch)
            ground.setAlphaF(0.10 if self.theme.is_dark else 0.07)
            painter.fillRect(QRectF(left, top, max(1.0, right - left), bottom - top), ground)

    def _days_off(self, painter: QPainter, section: SectionFrame, top: float, bottom: float) -> None:
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

    def _grid(
        self, painter: QPainter, section: SectionFrame, ticks: Sequence[Tick], top: float, bottom: float
    ) -> None:
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

    # Visits

    def _tones(self, epoch: str) -> Tones:
        tones = self._tones_of.get(epoch)
        if tones is None:
            hue = hue_of(self.theme, self.epochs, epoch)
            pane = self.theme.pane
            tones = Tones(hue, mix(hue, pane, 0.28), QPen(mix(hue, pane, 0.75), 1), mix(hue, pane, 0.45))
            self._tones_of[epoch] = tones
        return tones

    def _hue(self, visit: AxisVisit) -> QColor:
        return self._tones(visit.epoch).hue

    def _middle(self, section: SectionFrame, place: int) -> float:
        return section.row_top(section.lanes[place]) - self.frame.scroll + ROW / 2

    def _visit(self, painter: QPainter, section: SectionFrame, place: int) -> None:
        visit = section.section.visits[place]
        y = self._middle(section, place)
        tones = self._tones(visit.epoch)
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

    def _stamp(self, painter: QPainter, section: SectionFrame, place: int) -> bool:
        """Put the kept picture of a visit that looks like this one; whether there can be one."""
        visit = section.section.visits[place]
        if visit.before is not None or visit.actual is not None or visit.shape not in _PLAIN:
            return False
        x, y = section.x(visit.at), self._middle(section, place)
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
            self._tones(visit.epoch).hue.rgb(),
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
            self._visit(onto, section, place)
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
        painter.setBrush(self._tones(visit.epoch).strong)
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

    # Between visits

    def _gaps(self, painter: QPainter, section: SectionFrame, rows: range) -> None:
        painter.setFont(self.fonts.small)
        for gap in section.facts.gaps:
            place = section.facts.place[gap.after.key]
            if place not in rows:
                continue
            y = self._middle(section, place)
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

    def _overlaps(self, painter: QPainter, section: SectionFrame, rows: range) -> None:
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
                area = QRectF(left, self._middle(section, place) - BAR / 2, width, BAR)
                painter.fillRect(area, hatch)
                painter.setPen(QPen(self.theme.warning, 1))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRect(area)
            if not self.frame.is_packed:
                above = self._middle(section, min(first, second)) + BAR / 2
                below = self._middle(section, max(first, second)) - BAR / 2
                painter.setPen(QPen(self.theme.warning, 1, Qt.PenStyle.DotLine))
                painter.drawLines([QLineF(x, above, x, below) for x in (left, left + width)])

    # Words

    def _label(self, painter: QPainter, section: SectionFrame, place: int) -> None:
        visit = section.section.visits[place]
        y = self._middle(section, place)
        first, last = section.extent(visit)
        left = last + LABEL_GAP
        width = self.frame.label_width(visit)
        chosen = visit.key in self.lit.keys
        if chosen:
            first -= 5
            painter.setPen(QPen(self.theme.accent, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(first, y - 11.5, left + width + 5 - first, 23), 6, 6)
        painter.setFont(self.fonts.name)
        painter.setPen(self.theme.accent if chosen else self.theme.text)
        if self.stamps is None:
            text = elided(visit.title, self.fonts.name, width)
            put(painter, QRectF(left, y - ROW / 2, width + 4, ROW), LEADING, text)
        else:
            laid_out, middle = self.stamps.name(visit.title, width)
            painter.drawStaticText(QPointF(left, y - middle), laid_out)
        self._state(painter, visit.key, left - 2, y - 9)

    def _name(self, painter: QPainter, section: SectionFrame, row: int) -> None:
        visit = section.section.visits[row]
        top = section.row_top(row) - self.frame.scroll
        end = section.left
        painter.setPen(self._rule)
        painter.drawLine(QLineF(0, top + ROW - 0.5, end, top + ROW - 0.5))
        hue = self._hue(visit)
        if visit.epoch:
            painter.fillRect(QRectF(0, top, 3, ROW - 1), hue)
        day, window = day_text(visit.planned), window_text(visit.planned)
        day_left, window_left, date_left = name_columns(
            end, (self.day_width, self.window_width, self.date_width)
        )
        painter.setFont(self.fonts.name)
        painter.setPen(self.theme.text)
        room = day_left - PAD - 10
        self._state(painter, visit.key, 4, top + ROW / 2 - 6)
        put(painter, QRectF(PAD, top, room + 4, ROW), LEADING, elided(visit.title, self.fonts.name, room))
        painter.setFont(self.fonts.time)
        if self.day_width:
            width = window_left - day_left - 10 if window else date_left - day_left - 10
            put(painter, QRectF(day_left, top, width + 2, ROW), LEADING, elided(day, self.fonts.time, width))
        painter.setPen(self.theme.text_2)
        if window and self.window_width:
            area = QRectF(window_left, top, self.window_width + 2, ROW)
            put(painter, area, LEADING, elided(window, self.fonts.time, self.window_width))
        if self.date_width and visit.dated is not None:
            date = card_dates_text(visit.dated, self.form)
            area = QRectF(date_left, top, self.date_width + 2, ROW)
            put(painter, area, LEADING, elided(date, self.fonts.time, self.date_width))

    def _state(self, painter: QPainter, key: str, left: float, top: float) -> None:
        """A triangle for what is doubtful or wrong, a sign for what differs: by shape, not by colour alone."""
        if problem := self.marks.problems.get(key):
            name, color = (
                ("circle-alert", self.theme.error) if problem > 1 else ("triangle-alert", self.theme.warning)
            )
            paint_icon(painter, name, QRectF(left, top, 11, 11), color)
        elif change := self.marks.changes.get(key):
            painter.setFont(self.fonts.strong)
            painter.setPen(self.theme.accent)
            put(painter, QRectF(left - 1, top - 3, 13, 17), CENTER, change)

    def _untimed(self, painter: QPainter, section: SectionFrame) -> None:
        frame, theme = self.frame, self.theme
        items = section.section.untimed
        top = section.top + section.untimed - frame.scroll
        if not items:
            if not section.section.visits:
                text = translate("axis", "This timeline has no visits yet.")
                painter.setFont(self.fonts.time)
                painter.setPen(theme.text_2)
                put(painter, QRectF(PAD, top, frame.width - 2 * PAD, ROW), LEADING, text)
            return
        painter.setFont(self.fonts.caps)
        painter.setPen(theme.text_2)
        title = translate("axis", "NO KNOWN TIME · {number}").format(number=len(items))
        put(painter, QRectF(PAD, top + 4, frame.width - 2 * PAD, CAPTION - 4), LEADING, title)
        names = frame.names or min(240.0, frame.width / 3)
        first = max(0, int(-(top + CAPTION) // ROW))
        last = min(len(items), int((frame.height - top - CAPTION) // ROW) + 1)
        hover = self.lit.hover
        here = hover.zone is Zone.UNTIMED and frame.sections[hover.section] is section
        hovered = hover.item if here else -1
        for place in range(first, last):
            item = items[place]
            y = top + CAPTION + place * ROW
            area = QRectF(0, y, frame.width, ROW)
            if item.key in self.lit.keys:
                painter.fillRect(area, theme.accent_soft)
            elif hovered == place:
                painter.fillRect(area, theme.hover)
            painter.setFont(self.fonts.name)
            painter.setPen(theme.text)
            room = names - PAD - 12
            put(painter, QRectF(PAD, y, room + 4, ROW), LEADING, elided(item.title, self.fonts.name, room))
            painter.setFont(self.fonts.time)
            painter.setPen(theme.text_2)
            room = frame.width - names - PAD
            put(
                painter, QRectF(names + 12, y, room, ROW), LEADING, elided(item.reason, self.fonts.time, room)
            )
            self._state(painter, item.key, 4, y + ROW / 2 - 6)
