"""A picture of its own size as SVG, its text as text."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from study.export.printable import printable

_DPI = 96


def svg(paint: Callable[[QPainter], None], width: float, height: float, title: str, about: str) -> bytes:
    """What `paint` paints, in CSS pixels, as SVG; `title` and `about` are its title and description."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(_DPI)
    generator.setSize(QSize(math.ceil(width), math.ceil(height)))
    generator.setViewBox(QRectF(0, 0, math.ceil(width), math.ceil(height)))
    generator.setTitle(title)
    generator.setDescription(about)
    painter = QPainter()
    if not painter.begin(generator):
        raise ValueError("there is nothing to paint")
    paint(painter)
    painter.end()
    written = bytes(buffer.data().data())
    buffer.close()
    # Qt writes whatever a study's texts hold, also what no XML may.
    return printable(written.decode("utf-8", "replace")).encode("utf-8")
