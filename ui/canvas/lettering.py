"""The canvas's type: fonts and widths of texts, kept, for making them costs more than drawing with them."""

from __future__ import annotations

import functools

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPicture, QStaticText, QTransform

from ui.icons import paint_icon
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
        advance = self.metrics.horizontalAdvance

        # Wrapped around Qt's method itself, the cache would ask for its signature, which takes 0.1 s once.
        @functools.lru_cache(maxsize=4096)
        def width(text: str) -> float:
            """How wide the text is, in pixels."""
            return advance(text)

        self.width = width

    def elided(self, text: str, width: float) -> str:
        """The text cut to a width, with an ellipsis where it was cut."""
        if self.width(text) <= width:
            return text
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, width))

    def two_lines(self, text: str, width: float) -> list[str]:
        """The text on at most two lines of a width, broken between words; the second is cut where need be."""
        return self.lines(text, width, 2)

    def lines(self, text: str, width: float, most: int) -> list[str]:
        """The text on at most so many lines of a width, broken between words; the last is cut where need be."""
        found: list[str] = []
        words = text.split(" ")
        while words and len(found) < most - 1:
            line = words.pop(0)
            while words and self.width(f"{line} {words[0]}") <= width:
                line = f"{line} {words.pop(0)}"
            found.append(self.elided(line, width))
        return [*found, self.elided(" ".join(words), width)] if words else found

    def draw(self, painter: QPainter, x: float, top: float, height: float, text: str) -> None:
        """Draw one line from `x` on, in the middle of a row; the painter has this font already."""
        painter.drawText(QPointF(x, top + height / 2 + self._middle), text)

    def stamp(self, painter: QPainter, x: float, top: float, height: float, text: str) -> None:
        """As `draw`, for a text that is drawn again and again: its glyphs are laid out once."""
        laid_out, ascent = _laid_out(self, text)
        painter.drawStaticText(QPointF(x, top + height / 2 + self._middle - ascent), laid_out)


@functools.lru_cache(maxsize=256)
def _laid_out(type_: Type, text: str) -> tuple[QStaticText, float]:
    laid_out = QStaticText(text)
    laid_out.setTextFormat(Qt.TextFormat.PlainText)
    laid_out.prepare(QTransform(), type_.font)
    return laid_out, type_.metrics.ascent()


@functools.cache
def type_of(size_px: float, weight: int, tabular: bool = False) -> Type:
    """The canvas's type of a size and weight."""
    return Type(font(size_px, weight, tabular))


@functools.lru_cache(maxsize=64)
def icon_picture(name: str, color: int) -> QPicture:
    """A Lucide icon in a square of 24, recorded once: played again it stays vectors, on paper too."""
    picture = QPicture()
    painter = QPainter(picture)
    paint_icon(painter, name, QRectF(0, 0, 24, 24), QColor.fromRgba(color))
    painter.end()
    return picture


def draw_icon(painter: QPainter, name: str, x: float, y: float, side: float, color: QColor) -> None:
    """Draw an icon with its top left corner at (x, y)."""
    painter.save()
    painter.translate(x, y)
    painter.scale(side / 24, side / 24)
    icon_picture(name, color.rgba()).play(painter)
    painter.restore()


@functools.cache
def caps_type() -> Type:
    """The type of the epochs' names, to be set in capitals."""
    return Type(caps_font())
