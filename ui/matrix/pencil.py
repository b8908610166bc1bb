"""Painting from the leading edge: every shape and text of the matrix goes through here, mirrored right-to-left."""

from __future__ import annotations

import functools
from enum import Enum, auto

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen, QStaticText, QTextOption

from ui.icons import paint_icon
from ui.matrix.grid import Grid
from ui.widgets.text import elided, one_line


class Side(Enum):
    """Where a text stands in its area."""

    LEADING = auto()
    CENTER = auto()
    TRAILING = auto()


@functools.lru_cache(maxsize=8192)
def laid_out(text: str, face: QFont) -> tuple[QStaticText, float, float]:
    """A line of plain text ready to paint, with its width and height; its own letters say its direction."""
    made = QStaticText(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    made.setTextOption(option)
    made.prepare(font=face)
    metrics = QFontMetricsF(face)
    return made, metrics.horizontalAdvance(text), metrics.height()


class Pencil:
    """A painter that counts from the leading edge of one grid."""

    def __init__(self, painter: QPainter, grid: Grid) -> None:
        self.painter = painter
        self._grid = grid

    def area(self, x: float, y: float, width: float, height: float) -> QRectF:
        """The rectangle in the viewport."""
        return QRectF(self._grid.mirrored(x, width), y, width, height)

    def point(self, x: float, y: float) -> QPointF:
        """The point in the viewport."""
        return QPointF(self._grid.mirrored(x), y)

    def clip(self, x: float, y: float, width: float, height: float) -> None:
        """Paint only here from now on."""
        self.painter.setClipRect(self.area(x, y, width, height))

    def fill(self, x: float, y: float, width: float, height: float, color: QColor) -> None:
        """A plain rectangle."""
        self.painter.fillRect(self.area(x, y, width, height), color)

    def rounded(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        radius: float,
        ground: QColor | None,
        edge: QColor | None = None,
        thickness: float = 1.0,
    ) -> None:
        """A rectangle with round corners."""
        painter = self.painter
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(edge, thickness) if edge is not None else Qt.PenStyle.NoPen)
        painter.setBrush(ground if ground is not None else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(self.area(x, y, width, height), radius, radius)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def lines(self, ends: list[tuple[float, float, float, float]], color: QColor) -> None:
        """Lines of one pixel, each (x1, y1, x2, y2)."""
        if ends:
            mirrored = self._grid.mirrored
            self.painter.setPen(QPen(color, 1))
            self.painter.drawLines([QLineF(mirrored(a), b, mirrored(c), d) for a, b, c, d in ends])

    def icon(self, name: str, x: float, y: float, side: float, color: QColor) -> None:
        """An icon in a square."""
        if self._grid.right_to_left and name == "chevron-right":
            name = "chevron-left"
        paint_icon(self.painter, name, self.area(x, y, side, side), color)

    def text(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        text: str,
        face: QFont,
        color: QColor,
        side: Side = Side.LEADING,
    ) -> float:
        """A line of text in the middle of the area's height, elided where it is too long; returns its width."""
        shown = elided(text, face, width)
        if not shown:
            return 0.0
        made, wide, high = laid_out(shown, face)
        if side is Side.CENTER:
            x += (width - wide) / 2
        elif side is Side.TRAILING:
            x += width - wide
        painter = self.painter
        painter.setFont(face)
        painter.setPen(color)
        painter.drawStaticText(QPointF(self._grid.mirrored(x, wide), y + (height - high) / 2), made)
        return wide


@functools.lru_cache(maxsize=32_768)  # the names of ten thousand visits
def fits(text: str, face: QFont, width: float) -> bool:
    """Whether a text needs no eliding."""
    return QFontMetricsF(face).horizontalAdvance(one_line(text)) <= width
