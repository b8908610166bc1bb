"""Paints what would come of a gesture on the time axis, before it is let go: where visits would stand, and why not."""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from study.axis import AxisVisit
from study.axis_edits import Foreseen, Spot
from ui.axis.frame import BAR, DOT, Frame, SectionFrame
from ui.axis.looks import LEADING, Fonts, put
from ui.axis.visits import row_middle
from ui.theme import Theme, mix
from ui.widgets.text import elided, text_width

_HINT_MOST = 560.0
_HEAD_ROOM = 160  # pixels from the top: less, and words above the pointer would lie over the scale


class GhostPainter:
    """Paints over a frame what a proposal would change in it."""

    def __init__(self, frame: Frame, theme: Theme, fonts: Fonts) -> None:
        self.frame = frame
        self.theme = theme
        self.fonts = fonts

    def paint(self, painter: QPainter, foreseen: Foreseen) -> None:
        """Every visit that would stand elsewhere, with the way it goes."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for section in self.frame.visible():
            timeline = section.section.timeline.id or ""
            rows = self.frame.visible_rows(section)
            painter.save()
            painter.setClipRect(QRectF(section.left, 0, section.width, self.frame.height))
            for place in self.frame.in_rows(section, rows):
                visit = section.section.visits[place]
                spot = foreseen.spots.get((timeline, visit.key))
                if spot is not None:
                    self._ghost(painter, section, visit, spot, row_middle(self.frame, section, place))
            painter.restore()

    def _ghost(
        self, painter: QPainter, section: SectionFrame, visit: AxisVisit, spot: Spot, y: float
    ) -> None:
        theme = self.theme
        old, new = section.x(visit.at), section.x(spot.at)
        if spot.opens is not None and spot.closes is not None:
            left, right = section.x(spot.opens), section.x(spot.closes)
            painter.setPen(QPen(theme.accent, 1.4, Qt.PenStyle.DashLine))
            painter.setBrush(theme.accent_soft)
            painter.drawRoundedRect(QRectF(left, y - BAR / 2 - 1, max(right - left, 6), BAR + 2), 3, 3)
        if abs(new - old) > 1:
            painter.setPen(QPen(mix(theme.accent, theme.pane, 0.7), 1.2, Qt.PenStyle.DotLine))
            painter.drawLine(QLineF(old, y, new, y))
        painter.setPen(QPen(theme.pane, 1.2))
        painter.setBrush(theme.accent)
        painter.drawEllipse(QPointF(new, y), DOT + 0.6, DOT + 0.6)

    def hint(self, painter: QPainter, foreseen: Foreseen, at: QPointF) -> None:
        """What it would come to, in words beside the pointer; why not, where it cannot be."""
        text = foreseen.reason or foreseen.sentence
        if not text:
            return
        theme, fonts = self.theme, self.fonts
        shown = elided(text, fonts.strong, min(_HINT_MOST, self.frame.width - 36))
        width = text_width(shown, fonts.strong) + 20
        left = min(max(8.0, at.x() + 14), self.frame.width - width - 8)
        # What moves along stands in the rows below as a rule, and is to be seen.
        top = at.y() - 44 if at.y() > _HEAD_ROOM else at.y() + 18
        area = QRectF(left, top, width, 26)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone = theme.error if foreseen.reason else theme.accent
        painter.setPen(QPen(tone, 1.2))
        painter.setBrush(theme.pane)
        painter.drawRoundedRect(area, 6, 6)
        painter.setFont(fonts.strong)
        painter.setPen(tone if foreseen.reason else theme.text)
        put(painter, area.adjusted(10, 0, -8, 0), LEADING, shown)
