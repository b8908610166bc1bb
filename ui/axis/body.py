"""Paints the rows of one section of the time axis, in order: ground, visits, what lies between them, names."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from study.axis_ticks import Tick
from ui.axis.frame import ROW, Frame, SectionFrame
from ui.axis.ground import GroundPainter
from ui.axis.looks import Fonts, Lit, Marks
from ui.axis.names import NamePainter
from ui.axis.stamps import Stamps
from ui.axis.tones import EpochTones
from ui.axis.visits import VisitPainter
from ui.theme import Theme


class BodyPainter:
    """Paints the rows of the sections of one frame. `columns`: the widths of day, window and date beside the names."""

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
        tones = EpochTones(theme, frame.axis.epochs)
        self.frame = frame
        self.ground = GroundPainter(frame, theme, lit)
        self.visits = VisitPainter(frame, theme, fonts, tones, stamps)
        self.names = NamePainter(frame, theme, fonts, lit, marks, tones, columns, stamps)

    def rows(self, painter: QPainter, section: SectionFrame, ticks: Sequence[Tick]) -> None:
        """Paint all rows of a section that are in view; the painter is clipped to them."""
        frame = self.frame
        top = section.row_top(0) - frame.scroll
        bottom = top + section.rows * ROW
        rows = frame.visible_rows(section)
        self.ground.grounds(painter, section, rows)
        painter.save()
        painter.setClipRect(
            QRectF(section.left, 0, section.width, frame.height), Qt.ClipOperation.IntersectClip
        )
        self.ground.bands(painter, section, top, bottom)
        self.ground.days_off(painter, section, top, bottom)
        self.ground.grid(painter, section, ticks, top, bottom)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = section.in_view(220 if frame.is_packed else 40)
        visits = [place for place in frame.in_rows(section, rows) if seen[place]]
        if not frame.is_packed:
            self.visits.gaps(painter, section, rows)
        for place in visits:
            if (
                self.visits.stamps is None
                or not frame.is_packed
                or not self.visits.stamp(painter, section, place)
            ):
                self.visits.visit(painter, section, place)
        self.visits.overlaps(painter, section, rows)
        if frame.is_packed:
            for place in visits:
                self.names.label(painter, section, place)
        painter.restore()
        if not frame.is_packed:
            for row in rows:
                self.names.name(painter, section, row)
        self.names.untimed(painter, section)
