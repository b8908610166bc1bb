"""Paints the head of a section of the time axis, which stays in view: title, ruler, strips of epochs and loops."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from study.axis import Section, Unit
from study.axis_notes import length_text, point_text
from study.axis_ticks import Tick
from study.language import translate
from ui.axis.frame import LOOP, RULER, STRIP, TITLE, Frame, SectionFrame
from ui.axis.looks import CENTER, LEADING, Fonts, Lit, hue_of, put
from ui.axis.names import PAD, name_columns
from ui.icons import paint_icon
from ui.theme import Theme, mix
from ui.widgets.text import elided, one_line, text_width

_TAG = re.compile(r"<[^<>]{0,200}>")


class HeadPainter:
    """Paints the heads of the sections of one frame."""

    def __init__(
        self, frame: Frame, theme: Theme, fonts: Fonts, lit: Lit, columns: tuple[float, float, float]
    ) -> None:
        self.frame = frame
        self.theme = theme
        self.fonts = fonts
        self.lit = lit
        self.columns = columns
        self.epochs: Mapping[str, int] = frame.axis.epochs

    def head(self, painter: QPainter, section: SectionFrame, marks: Sequence[Tick]) -> None:
        """Paint the head over whatever lies below it."""
        top = self.frame.head_top(section)
        area = QRectF(0, top, self.frame.width, section.head)
        painter.fillRect(area, self.theme.pane)
        painter.save()
        painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
        self._title(painter, section, top)
        if section.facts.has_span:
            self._captions(painter, section, top + section.ruler)
            painter.setClipRect(
                QRectF(section.left, top, section.width, section.head), Qt.ClipOperation.IntersectClip
            )
            self._ruler(painter, section, top + section.ruler, marks)
            for place in range(len(section.section.bands)):
                self._band(painter, section, top + section.bands, place)
            for place in range(len(section.section.loops)):
                self._loop(painter, section, top + section.loops, place)
        painter.restore()
        painter.setPen(QPen(self.theme.line, 1))
        y = round(top + section.head) - 0.5
        painter.drawLine(QLineF(0, y, self.frame.width, y))

    # Title

    def _title(self, painter: QPainter, section: SectionFrame, top: float) -> None:
        theme = self.theme
        painter.fillRect(QRectF(0, top, self.frame.width, TITLE), theme.ground)
        painter.setPen(QPen(theme.line, 1))
        painter.drawLines(
            [QLineF(0, y, self.frame.width, y) for y in (round(top) + 0.5, round(top + TITLE) - 0.5)]
        )
        text = elided(section.section.title, self.fonts.title, max(60.0, self.frame.width * 0.5))
        painter.setFont(self.fonts.title)
        painter.setPen(theme.text)
        put(painter, QRectF(PAD, top, self.frame.width, TITLE), LEADING, text)
        left = PAD + text_width(text, self.fonts.title) + 14
        room = self.frame.width - left - PAD
        if room > 60:
            painter.setFont(self.fonts.time)
            painter.setPen(theme.text_2)
            said = elided(facts_text(section), self.fonts.time, room)
            put(painter, QRectF(left, top, room + 2, TITLE), LEADING, said)

    def _captions(self, painter: QPainter, section: SectionFrame, top: float) -> None:
        if self.frame.is_packed:
            return
        theme, end = self.theme, section.left
        painter.setFont(self.fonts.small)
        painter.setPen(theme.text_2)
        y = top + RULER - 20
        day_left, window_left, date_left = name_columns(end, self.columns)
        days = section.section.unit is not Unit.CLOCK
        heads = [(float(PAD), day_left - PAD - 10, translate("axis", "Visit"))]
        if self.columns[0]:
            head = translate("axis", "Day") if days else translate("axis", "Time")
            heads.append((day_left, window_left - day_left - 10, head))
        if self.columns[1]:
            heads.append((window_left, date_left - window_left - 10, translate("axis", "Window")))
        if self.columns[2]:
            heads.append((date_left, end - date_left, translate("axis", "Date")))
        for left, width, text in heads:
            put(painter, QRectF(left, y, width, 18), LEADING, elided(text, self.fonts.small, width))

    # Ruler

    def _ruler(self, painter: QPainter, section: SectionFrame, top: float, marks: Sequence[Tick]) -> None:
        theme = self.theme
        bottom = top + RULER
        painter.setPen(QPen(theme.text_3, 1))
        painter.drawLines(
            [
                QLineF(x, bottom - (7 if tick.text else 4), x, bottom)
                for tick in marks
                for x in (round(section.x(tick.at)) + 0.5,)
            ]
        )
        reached = below = -1e9
        end = section.left + section.width
        squeezed = [(section.x(each.start), section.x(each.end)) for each in section.scale.squeezed]
        for tick in marks:
            if not tick.text:
                continue
            x = section.x(tick.at)
            width = text_width(tick.text, self.fonts.strong)
            if (
                x + max(width, text_width(tick.below, self.fonts.small)) / 2 > end
                or x - width / 2 < section.left
            ):
                continue
            if any(left < x + width / 2 + 4 and x - width / 2 - 4 < right for left, right in squeezed):
                continue
            if x - width / 2 > reached + 8:
                painter.setFont(self.fonts.strong)
                painter.setPen(theme.accent if tick.at == 0 else theme.text)
                put(painter, QRectF(x - width / 2 - 4, top + 2, width + 8, 16), CENTER, tick.text)
                reached = x + width / 2
            width = text_width(tick.below, self.fonts.small)
            if tick.below and x - width / 2 > below + 8:
                painter.setFont(self.fonts.small)
                painter.setPen(theme.text_2)
                put(painter, QRectF(x - width / 2 - 4, top + 17, width + 8, 15), CENTER, tick.below)
                below = x + width / 2
        for squeeze in section.scale.squeezed:
            left, right = section.x(squeeze.start), section.x(squeeze.end)
            painter.fillRect(QRectF(left + 4, top, right - left - 8, RULER), theme.pane)
            painter.setPen(QPen(theme.text_2, 1.2))
            middle = (left + right) / 2
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            slashes = [QLineF(x - 2.5, bottom - 3, x + 2.5, bottom - 13) for x in (middle - 3, middle + 3)]
            painter.drawLines(slashes)
            painter.setFont(self.fonts.small)
            text = length_text(squeeze.end - squeeze.start)
            room = right - left - 2
            put(
                painter, QRectF(left, top + 4, right - left, 15), CENTER, elided(text, self.fonts.small, room)
            )

    # Strips

    def _band(self, painter: QPainter, section: SectionFrame, top: float, place: int) -> None:
        bands = section.section.bands
        band = bands[place]
        theme = self.theme
        y = top + band.lane * STRIP
        left, right = section.x(band.start), max(section.x(band.end), section.x(band.start) + 2)
        following = (other for other in bands[place + 1 :] if other.lane == band.lane)
        limit = min((section.x(other.start) for other in following), default=section.left + section.width)
        if limit < section.left or left > section.left + section.width:
            return
        hue = hue_of(theme, self.epochs, band.epoch)
        chosen = band.epoch in self.lit.bands
        painter.fillRect(
            QRectF(left, y + 2, right - left, STRIP - 3), mix(hue, theme.pane, 0.26 if chosen else 0.12)
        )
        painter.fillRect(QRectF(left, y + STRIP - 3, right - left, 2), hue)
        painter.setFont(self.fonts.caps)
        painter.setPen(theme.text if chosen else theme.text_2)
        start = max(left, section.left) + 6
        room = max(right - 4, limit - 6) - start
        title = one_line(band.title).upper()
        if room > 14:
            put(
                painter,
                QRectF(start, y + 1, room + 2, STRIP - 4),
                LEADING,
                elided(title, self.fonts.caps, room),
            )

    def _loop(self, painter: QPainter, section: SectionFrame, top: float, place: int) -> None:
        loop = section.section.loops[place]
        theme = self.theme
        y = top + section.facts.loop_lanes[place] * LOOP
        left, right = section.x(loop.start), section.x(loop.end)
        right = max(right, left + 18)
        line = y + LOOP - 3
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.text_2, 1.2))
        painter.drawLines(
            [
                QLineF(left, line, right, line),
                QLineF(left, line, left + 5, line - 3.5),
                QLineF(left, line, left + 5, line + 3.5),
                QLineF(right, line - 3.5, right, line + 3),
            ]
        )
        start = max(left, section.left) + 6
        limit = section.left + section.width - 8
        for other, lane in zip(section.section.loops, section.facts.loop_lanes, strict=True):
            if lane == section.facts.loop_lanes[place] and other.start > loop.start:
                limit = min(limit, section.x(other.start) - 8)
        words = loop_text(loop.label)
        room = limit - start - 20
        if room > 0:
            text = elided(words, self.fonts.small, room)
            paint_icon(painter, "repeat", QRectF(start, y + 2, 11, 11), theme.text_2)
            painter.setFont(self.fonts.small)
            painter.setPen(theme.text_2)
            put(painter, QRectF(start + 16, y - 1, room + 4, LOOP - 3), LEADING, text)
        painter.restore()

    # Cross-hair

    def crosshair(self, painter: QPainter, section: SectionFrame, x: float, text: str) -> None:
        """Paint a line through a section at an x of the viewport, and what time that is on its ruler."""
        theme, frame = self.theme, self.frame
        top = frame.head_top(section) + section.ruler
        bottom = min(frame.height, section.top - frame.scroll + section.untimed)
        painter.setPen(QPen(mix(theme.accent, theme.pane, 0.7), 1))
        painter.drawLine(QLineF(round(x) + 0.5, top + 19, round(x) + 0.5, bottom))
        width = text_width(text, self.fonts.strong) + 14
        left = min(max(x - width / 2, section.left), section.left + section.width - width)
        painter.fillRect(QRectF(left - 6, top + 1, width + 12, 18), theme.pane)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawRoundedRect(QRectF(left, top + 1, width, 18), 5, 5)
        painter.setFont(self.fonts.strong)
        painter.setPen(theme.on_accent)
        put(painter, QRectF(left, top + 1, width, 18), CENTER, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def today(self, painter: QPainter, section: SectionFrame, x: float, text: str) -> None:
        """Paint the line of a day at an x of the viewport, with its words on the ruler."""
        theme, frame = self.theme, self.frame
        top = frame.head_top(section) + section.ruler
        bottom = min(frame.height, section.top - frame.scroll + section.untimed)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.accent, 1.6))
        painter.drawLine(QLineF(x, top + 17, x, bottom))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.accent)
        painter.drawEllipse(QRectF(x - 3.5, top + RULER - 4, 7, 7))
        width = text_width(text, self.fonts.strong) + 14
        left = min(max(x - width / 2, section.left), section.left + section.width - width)
        painter.drawRoundedRect(QRectF(left, top + 1, width, 18), 5, 5)
        painter.setFont(self.fonts.strong)
        painter.setPen(theme.on_accent)
        put(painter, QRectF(left, top + 1, width, 18), CENTER, text)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)


def loop_text(label: str) -> str:
    """The condition to go round a loop again, or that it may be gone round."""
    condition = one_line(_TAG.sub(" ", label))
    if not condition:
        return translate("axis", "Repeats")
    return translate("axis", "Repeats: {condition}").format(condition=condition)


def facts_text(frame: SectionFrame) -> str:
    """How much there is in a section and what it counts from: "16 visits · Day −14 to Day 186 · from Dose"."""
    section, facts = frame.section, frame.facts
    visits = sum(not visit.is_decision for visit in section.visits) + sum(
        not item.planned.instance.is_decision for item in section.untimed
    )
    parts = [translate("axis", "%n visit(s)", "", visits)]
    if facts.has_span:
        parts.append(span_text(section))
        if section.base_title:
            parts.append(translate("axis", "counted from {anchor}").format(anchor=anchor_name(section)))
    if facts.overlaps:
        parts.append(translate("axis", "%n overlap(s)", "", len(facts.overlaps)))
    if facts.gaps:
        parts.append(translate("axis", "%n long gap(s)", "", len(facts.gaps)))
    return " · ".join(parts)


def anchor_name(section: Section) -> str:
    """What the anchor is called; where a file names it by a number, its day."""
    title = one_line(section.base_title)
    return title if any(letter.isalpha() for letter in title) else point_text(section, 0)


def span_text(section: Section) -> str:
    """From when to when a section's visits are planned: "Day −14 to Day 183"."""
    first, last = min(v.at for v in section.visits), max(v.end for v in section.visits)
    if first == last:
        return point_text(section, first)
    text = translate("axis", "{start} to {end}")
    return text.format(start=point_text(section, first), end=point_text(section, last))
