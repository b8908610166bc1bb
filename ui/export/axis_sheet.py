"""The time axis on one sheet of its own size, for a picture."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from study.axis import Axis
from ui.axis.painting import axis_frame, paint_axis
from ui.canvas.export import png_of
from ui.theme import SECONDARY_PX, TITLE_PX, Theme, font

WIDTH = 1600.0
"""Pixels at 100 %."""
_MARGIN = 28.0
_LINE = 18.0
_MOST_AREA = 64_000_000  # pixels, a quarter of a gigabyte


class AxisSheet:
    """An axis under its title and lines of text; `width` and `height` are pixels at 100 %."""

    def __init__(
        self,
        axis: Axis,
        title: str,
        lines: Sequence[str],
        theme: Theme,
        *,
        packed: bool = False,
        squeezed: bool = False,
    ) -> None:
        self._packed, self._squeezed = packed, squeezed
        self.title = title
        self.lines = tuple(lines)
        self._axis = axis
        self._theme = theme
        self.width = WIDTH
        self._head = 48.0 + _LINE * len(self.lines) + 8.0
        frame, _, _ = axis_frame(axis, self.width - 2 * _MARGIN, packed=packed, squeezed=squeezed)
        self.height = self._head + frame.contents + _MARGIN

    def paint(self, painter: QPainter) -> None:
        """Paints all of it at the origin, a pixel to a unit of the painter."""
        theme = self._theme
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(QRectF(0, 0, self.width, self.height), theme.pane)
        middle = int(Qt.AlignmentFlag.AlignVCenter)
        painter.setFont(font(TITLE_PX, 600))
        painter.setPen(theme.text)
        painter.drawText(QRectF(_MARGIN, 16, self.width - 2 * _MARGIN, 24), middle, self.title)
        painter.setFont(font(SECONDARY_PX))
        painter.setPen(theme.text_2)
        for n, line in enumerate(self.lines):
            painter.drawText(QRectF(_MARGIN, 42 + n * _LINE, self.width - 2 * _MARGIN, _LINE), middle, line)
        area = QRectF(_MARGIN, self._head, self.width - 2 * _MARGIN, self.height - self._head)
        paint_axis(painter, self._axis, area, theme, packed=self._packed, squeezed=self._squeezed)


def axis_png(sheet: AxisSheet, scale: float = 2.0) -> bytes:
    """The sheet as PNG, `scale` pixels to a unit, or fewer where the image would be too large."""
    scale = min(scale, 30_000 / sheet.height, math.sqrt(_MOST_AREA / (sheet.width * sheet.height)))
    image = QImage(
        math.ceil(sheet.width * scale), math.ceil(sheet.height * scale), QImage.Format.Format_RGB32
    )
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    sheet.paint(painter)
    painter.end()
    return png_of(image)
