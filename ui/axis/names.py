"""Paints the words of a section's rows: names with day, window and date, marks of problems, what has no time."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from study.dating_words import card_dates_text
from study.language import translate
from study.wording import day_text, window_text
from ui.axis.frame import CAPTION, LABEL_GAP, ROW, Frame, SectionFrame, Zone
from ui.axis.looks import CENTER, LEADING, Fonts, Lit, Marks, put
from ui.axis.stamps import Stamps
from ui.axis.tones import EpochTones
from ui.axis.visits import row_middle
from ui.dates.locale_dates import LocaleDates
from ui.icons import paint_icon
from ui.theme import Theme
from ui.widgets.text import elided

PAD = 16  # before the names


def name_columns(end: float, widths: tuple[float, float, float]) -> tuple[float, float, float]:
    """The left edges of the columns for day, window and date, which end at `end`; `widths` are theirs, 0 for none."""
    day, window, date = widths
    date_left = end - 12 - date if date else end - 2
    window_left = date_left - 10 - window if window else date_left
    return window_left - 10 - day if day else window_left, window_left, date_left


class NamePainter:
    """Paints the words of one frame. `columns`: the widths of day, window and date; `stamps` keeps laid-out names."""

    def __init__(
        self,
        frame: Frame,
        theme: Theme,
        fonts: Fonts,
        lit: Lit,
        marks: Marks,
        tones: EpochTones,
        columns: tuple[float, float, float],
        stamps: Stamps | None,
    ) -> None:
        self.frame = frame
        self.theme = theme
        self.fonts = fonts
        self.lit = lit
        self.marks = marks
        self.tones = tones
        self.stamps = stamps
        self.day_width, self.window_width, self.date_width = columns
        self.form = LocaleDates()
        self._rule = QPen(theme.line_soft, 1)

    def label(self, painter: QPainter, section: SectionFrame, place: int) -> None:
        """The name beside the bar, where visits are packed."""
        visit = section.section.visits[place]
        y = row_middle(self.frame, section, place)
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

    def name(self, painter: QPainter, section: SectionFrame, row: int) -> None:
        """The name, day, window and date of a row, before its bar."""
        visit = section.section.visits[row]
        top = section.row_top(row) - self.frame.scroll
        end = section.left
        painter.setPen(self._rule)
        painter.drawLine(QLineF(0, top + ROW - 0.5, end, top + ROW - 0.5))
        hue = self.tones.of(visit.epoch).hue
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

    def untimed(self, painter: QPainter, section: SectionFrame) -> None:
        """Below the rows: what has no known time, and why; or that there is nothing."""
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
