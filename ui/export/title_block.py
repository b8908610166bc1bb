"""The title block of a first page: what it is, of which study, made of what and when, and what is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.export.lettering import QUIET, TextBlock, lettering
from ui.export.pages import mm

_SIZE = 7.0
_LABEL_MM = 20.0
_GAP_MM = 8.0
_WIDE_MM = 180.0


class TitleBlock:
    """A heading above the study's and the file's (label, text) pairs and sentences; `height` in page units.

    Where the page is wide, the study stands beside all else, so that most of the page is left for the table.
    """

    def __init__(
        self,
        heading: str,
        study: Sequence[tuple[str, str]],
        made: Sequence[tuple[str, str]],
        sentences: Sequence[str],
        area: QRectF,
    ) -> None:
        text = lettering(_SIZE)
        self._heading = TextBlock(heading, lettering(13.0, 600), area.width())
        is_wide = area.width() > mm(_WIDE_MM)
        width = (area.width() - mm(_GAP_MM)) / 2 if is_wide else area.width()
        label = mm(_LABEL_MM)
        self._placed: list[tuple[TextBlock, float, float]] = []
        top = y = self._heading.height + mm(2.0)
        x = 0.0
        study_end = top
        for n, (name, said) in enumerate((*study, *made)):
            if n == len(study):
                study_end = y
                if is_wide:
                    x, y = width + mm(_GAP_MM), top
            block = TextBlock(said, text, width - label)
            beside = TextBlock(name, text, label - mm(1), ink=QUIET)
            self._placed.append((beside, x, y))
            self._placed.append((block, x + label, y))
            y += max(block.height, beside.height) + mm(0.3)
        y += mm(0.8)
        for sentence in sentences:
            block = TextBlock(sentence, text, width)
            self._placed.append((block, x, y))
            y += block.height + mm(0.3)
        self.height = max(study_end, y)

    def paint(self, painter: QPainter, area: QRectF) -> None:
        """Paints it at the top of the area."""
        self._heading.paint(painter, area.left(), area.top())
        for block, x, y in self._placed:
            block.paint(painter, area.left() + x, area.top() + y)
