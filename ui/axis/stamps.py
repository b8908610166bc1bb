"""Kept pictures of visits that look alike on a time axis, and names that are laid out once: for hundreds in view."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QPixmap, QStaticText, QTransform

from ui.axis.looks import Fonts
from ui.theme import Theme
from ui.widgets.text import elided

_MOST = 1500


class Stamps:
    """Kept while theme, fonts and density stay; a picture with how far it reaches before its point, in pixels."""

    def __init__(self) -> None:
        self.ratio = 1.0
        self._of: tuple[Theme, Fonts] | None = None
        self._pictures: dict[object, tuple[QPixmap, int]] = {}
        self._names: dict[tuple[str, float], tuple[QStaticText, float]] = {}

    def begin(self, ratio: float, theme: Theme, fonts: Fonts) -> None:
        """A picture with so many pixels of the screen per pixel is begun."""
        if ratio != self.ratio or self._of is None or self._of[0] is not theme or self._of[1] is not fonts:
            self._pictures.clear()
            self._names.clear()
            self.ratio, self._of = ratio, (theme, fonts)

    @property
    def count(self) -> int:
        """How many pictures are kept."""
        return len(self._pictures)

    def find(self, key: object) -> tuple[QPixmap, int] | None:
        """What is kept."""
        return self._pictures.get(key)

    def keep(self, key: object, picture: QPixmap, before: int) -> tuple[QPixmap, int]:
        """Keep one more; all others are given up where there are too many."""
        if len(self._pictures) >= _MOST:
            self._pictures.clear()
        made = self._pictures[key] = (picture, before)
        return made

    def name(self, title: str, width: float) -> tuple[QStaticText, float]:
        """A name of at most a width whose glyphs are laid out, and how far its middle lies below its top."""
        found = self._names.get((title, width))
        if found is None:
            assert self._of is not None
            if len(self._names) >= _MOST:
                self._names.clear()
            font = self._of[1].name
            laid_out = QStaticText(elided(title, font, width))
            laid_out.setTextFormat(Qt.TextFormat.PlainText)
            laid_out.prepare(QTransform(), font)
            found = self._names[title, width] = (laid_out, QFontMetricsF(font).height() / 2)
        return found
