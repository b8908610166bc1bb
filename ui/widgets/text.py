"""Text in a narrow place: broken into lines between words, and elided where it must be."""

from __future__ import annotations

import functools
import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

_SEAM = re.compile(r"(?<=[a-z])(?=[A-Z])|(?<=[_/.,;:-])")
_LONGEST_PIECE = 12
BREAK = "\u200b"  # where a long word may break; not to be copied

_SENSIBLE = 400  # characters that could ever show in a narrow place


def one_line(text: str) -> str:
    """`text` with line breaks and runs of blanks as single spaces, and no longer than can be seen."""
    return " ".join(text[: 4 * _SENSIBLE].split())


@functools.lru_cache(maxsize=8192)
def elided(text: str, font: QFont, width: float) -> str:
    """`text` in one line of at most `width` pixels, its end elided where it is longer."""
    return QFontMetricsF(font).elidedText(one_line(text)[:_SENSIBLE], Qt.TextElideMode.ElideRight, width)


@functools.lru_cache(maxsize=8192)
def lines_within(text: str, font: QFont, width: float, most: int) -> tuple[str, ...]:
    """`text` broken into at most `most` lines of `width` pixels; the last is elided where it is longer."""
    text = breakable(one_line(text)[:_SENSIBLE], 10)
    if not text:
        return ()
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    spans: list[tuple[int, int]] = []
    layout.beginLayout()
    while len(spans) <= most:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        spans.append((line.textStart(), line.textLength()))
    layout.endLayout()
    lines = [unbroken(text[start : start + length]).strip() for start, length in spans[:most]]
    if len(spans) > most:
        rest = unbroken(text[spans[most - 1][0] :])
        lines[-1] = QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width)
    return tuple(lines)


@functools.lru_cache(maxsize=32_768)  # the days and windows of ten thousand visits
def text_width(text: str, font: QFont) -> float:
    """The width of `text` in one line, in pixels."""
    return QFontMetricsF(font).horizontalAdvance(one_line(text))


def breakable(text: str, longest: int = 18) -> str:
    """`text` with places where words of `longest` letters may break: capitals and marks first, else anywhere."""

    def spread(word: re.Match[str]) -> str:
        pieces: list[str] = []
        for part in _SEAM.split(word.group()):
            pieces += [part[at : at + _LONGEST_PIECE] for at in range(0, len(part), _LONGEST_PIECE)]
        return BREAK.join(pieces)

    return re.sub(rf"\S{{{longest},}}", spread, text)


def unbroken(text: str) -> str:
    """`text` without the marks of `breakable`."""
    return text.replace(BREAK, "")
