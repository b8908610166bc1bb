"""A plot of the simulated group as a picture in a file: PNG, or SVG with its text as text, always on white."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QPainter

from study.simulation.group_plots import Plot
from ui.export.svg import svg
from ui.simulator.group_plot import PlotPainter, plot_height
from ui.theme import SECONDARY_PX, Theme, font
from ui.widgets.text import elided

WIDTH = 760
_EDGE = 24.0
_HEAD = 58.0  # title, and what it is of
SCALE = 3.0
"""Pixels of a PNG for each of the plot's."""


def picture(plot: Plot, ending: str, about: str) -> bytes:
    """The plot as a file: `ending` is ".png" or ".svg"; `about` says in a line what it is of.

    Raises ValueError where it cannot be painted.
    """
    high = plot_height(plot) + _HEAD + 2 * _EDGE
    if ending == ".svg":
        return svg(_paints(plot, high, about), WIDTH, high, plot.title, about)
    image = QImage(math.ceil(WIDTH * SCALE), math.ceil(high * SCALE), QImage.Format.Format_RGB32)
    if image.isNull():
        raise ValueError("the picture is too large")
    image.setDotsPerMeterX(round(96 * SCALE / 0.0254))
    image.setDotsPerMeterY(round(96 * SCALE / 0.0254))
    painter = QPainter(image)
    painter.scale(SCALE, SCALE)
    _paints(plot, high, about)(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows names of formats as bytes alone
    return bytes(buffer.data().data())


def _paints(plot: Plot, high: float, about: str) -> Callable[[QPainter], None]:
    theme = Theme.light()

    def paint(painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(QRectF(0, 0, WIDTH, high), theme.card)
        painter.setPen(theme.text)
        painter.setFont(font(weight=600))
        wide = WIDTH - 2 * _EDGE
        left = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        painter.drawText(QRectF(_EDGE, _EDGE, wide, 20), left, plot.title)
        painter.setPen(theme.text_2)
        small = font(SECONDARY_PX)
        painter.setFont(small)
        painter.drawText(QRectF(_EDGE, _EDGE + 22, wide, 18), left, elided(about, small, wide))
        area = QRectF(_EDGE, _EDGE + _HEAD, wide, high - 2 * _EDGE - _HEAD)
        PlotPainter(plot, area, theme, ratio=SCALE).paint(painter)

    return paint
