"""Type on paper: the bundled font in tenths of a point, measured and broken into lines without any screen."""

from __future__ import annotations

import threading

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ui.theme import FONT_FAMILY, Theme, load_fonts

INK = QColor(Theme.light().text)
QUIET = QColor(Theme.light().text_2)


_MOST_KEPT = 20_000  # widths of texts


class Lettering:
    """One size and weight of the bundled font; all lengths are in page units (1/720 inch)."""

    def __init__(self, size: float, weight: int = 400) -> None:
        """`size` in points."""
        load_fonts()
        self.size = size
        self.font = QFont(FONT_FAMILY)
        self.font.setPixelSize(max(1, round(size * 10)))
        self.font.setWeight(QFont.Weight(weight))
        self.font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self.font.setFeature(QFont.Tag("calt"), 0)  # as in ui.theme: letters that can be searched for
        self.metrics = QFontMetricsF(self.font)
        self.line_height = self.metrics.height() * 1.04
        self._widths: dict[str, float] = {}

    def width(self, text: str) -> float:
        """How wide the text is on one line; the same words come back in many cells."""
        found = self._widths.get(text)
        if found is None:
            if len(self._widths) > _MOST_KEPT:
                self._widths.clear()
            found = self._widths[text] = self.metrics.horizontalAdvance(text)
        return found

    def widest_word(self, text: str) -> float:
        """How wide the longest piece of it is that no line can break."""
        return max((self.width(word) for word in text.split()), default=0.0)

    def elided(self, text: str, room: float) -> str:
        """The text, cut with an ellipsis where it is wider than `room`."""
        return self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0.0, room))


class _Made(threading.local):
    """Fonts belong to the thread that measures with them: a worker has its own beside those of the window."""

    def __init__(self) -> None:
        self.letterings: dict[tuple[float, int], Lettering] = {}


_made = _Made()


def lettering(size: float, weight: int = 400) -> Lettering:
    """The `Lettering` of a size in points and a weight, made once in each thread."""
    found = _made.letterings.get((size, weight))
    if found is None:
        found = _made.letterings[size, weight] = Lettering(size, weight)
    return found


class TextBlock:
    """A text laid out to a width, with raised letters behind it; `height` is what it takes."""

    def __init__(
        self,
        text: str,
        letter_type: Lettering,
        width: float,
        *,
        raised: str = "",
        align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
        ink: QColor = INK,
    ) -> None:
        self.width = width
        self.ink = ink
        self._type = letter_type
        whole = f"{text}\u202f{raised}" if raised and text else text or raised
        shown = whole.replace("\n", "\u2028").replace("\t", " ")
        layout = QTextLayout(shown, letter_type.font)
        option = QTextOption(align)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        if raised:
            form = QTextCharFormat()
            form.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
            span = QTextLayout.FormatRange()
            span.start = len(shown) - len(raised)
            span.length = len(raised)
            span.format = form
            layout.setFormats([span])
        layout.setCacheEnabled(True)
        layout.beginLayout()
        self.line_heights: list[float] = []
        y = 0.0
        widest = 0.0
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, y))
            y += letter_type.line_height
            widest = max(widest, line.naturalTextWidth())
            self.line_heights.append(letter_type.line_height)
        layout.endLayout()
        self.layout = layout
        self.height = y
        self.natural_width = widest

    @property
    def lines(self) -> int:
        """How many lines it takes."""
        return self.layout.lineCount()

    def paint(self, painter: QPainter, x: float, y: float, first: int = 0, last: int | None = None) -> None:
        """Paints the lines from `first` to before `last`, the first of them at (x, y)."""
        painter.setPen(self.ink)
        shift = first * self._type.line_height
        for n in range(first, self.lines if last is None else min(last, self.lines)):
            self.layout.lineAt(n).draw(painter, QPointF(x, y - shift))

    def paint_in(self, painter: QPainter, area: QRectF) -> None:
        """Paints all of it in the middle of the area's height."""
        self.paint(painter, area.left(), area.top() + max(0.0, (area.height() - self.height) / 2))
