"""The canvas's type: fonts and widths of texts, kept, for making them costs more than drawing with them."""

from __future__ import annotations

import functools

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui.theme import caps_font, font

_ABSOLUTE = Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
LEFT = int(_ABSOLUTE | Qt.AlignmentFlag.AlignLeft) | int(Qt.TextFlag.TextSingleLine)
CENTRE = int(_ABSOLUTE | Qt.AlignmentFlag.AlignHCenter) | int(Qt.TextFlag.TextSingleLine)


class Type:
    """One font of the canvas. Days and counts are set with tabular figures, names and prose without."""

    def __init__(self, font_: QFont) -> None:
        self.font = font_
        self.metrics = QFontMetricsF(font_)
        self._middle = (self.metrics.ascent() - self.metrics.descent()) / 2
        self.width = functools.lru_cache(maxsize=4096)(self.metrics.horizontalAdvance)

    def elided(self, text: str, width: float) -> str:
        """The text cut to a width, with an ellipsis where it was cut."""
        if self.width(text) <= width:
            return text
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))

    def two_lines(self, text: str, width: float) -> list[str]:
        """The text on at most two lines of a width, broken between words; the second is cut where need be."""
        if self.width(text) <= width:
            return [text]
        words = text.split(" ")
        first = words[0]
        taken = 1
        while taken < len(words) and self.width(f"{first} {words[taken]}") <= width:
            first = f"{first} {words[taken]}"
            taken += 1
        rest = " ".join(words[taken:])
        if not rest:
            return [self.elided(first, width)]
        return [self.elided(first, width), self.elided(rest, width)]

    def draw(self, painter: QPainter, x: float, top: float, height: float, text: str) -> None:
        """Draw one line from `x` on, in the middle of a row; the painter has this font already."""
        painter.drawText(QPointF(x, top + height / 2 + self._middle), text)


@functools.cache
def type_of(size_px: float, weight: int, tabular: bool = False) -> Type:
    """The canvas's type of a size and weight."""
    return Type(font(size_px, weight, tabular))


@functools.cache
def caps_type() -> Type:
    """The type of the epochs' names, to be set in capitals."""
    return Type(caps_font())
