"""Pages: what is painted on each sheet of paper, alike for a PDF, a printer and the preview."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from study.export.identity import Identity, Imprint
from study.export.paper import MARGIN_MM, Paper
from study.language import translate
from ui.export.lettering import INK, QUIET, Lettering
from ui.theme import Theme

DPI = 720
"""Units of every page per inch: a tenth of a point, so that sizes of type are whole numbers."""
LEAST_POINTS = 6.5
"""Nothing on paper is set smaller."""
_HEAD_MM = 6.0
_FOOT_MM = 6.0


def mm(length: float) -> float:
    """Millimetres in page units."""
    return length * DPI / 25.4


def points(size: float) -> float:
    """Points in page units."""
    return size * DPI / 72


class Pages(Protocol):
    """Some pages of one paper. `paint` paints one (from 0) at the origin, in units of 1/720 inch."""

    paper: Paper
    title: str
    imprint: Imprint

    def __len__(self) -> int: ...

    def paint(self, painter: QPainter, page: int) -> None:
        """Paints page `page` on white; the painter's unit is a page unit."""


class Frame:
    """What stands on every page: the study above, what it was made from and when below, with page x of y."""

    def __init__(self, paper: Paper, identity: Identity, imprint: Imprint, subject: str) -> None:
        self.paper = paper
        self.identity = identity
        self.imprint = imprint
        self.subject = subject
        self._type = Lettering(7.0)

    @property
    def content(self) -> QRectF:
        """Where the page's own content may stand, in page units."""
        return QRectF(
            mm(MARGIN_MM),
            mm(MARGIN_MM + _HEAD_MM),
            mm(self.paper.width - 2 * MARGIN_MM),
            mm(self.paper.height - 2 * MARGIN_MM - _HEAD_MM - _FOOT_MM),
        )

    def paint(self, painter: QPainter, page: int, count: int) -> None:
        """Head and foot of page `page` of `count`, from 0."""
        content = self.content
        rule = QPen(QColor(Theme.light().line))
        rule.setWidthF(mm(0.2))
        top, bottom = content.top() - mm(2.2), content.bottom() + mm(2.2)
        painter.setPen(rule)
        painter.drawLine(QPointF(content.left(), top), QPointF(content.right(), top))
        painter.drawLine(QPointF(content.left(), bottom), QPointF(content.right(), bottom))
        height = self._type.line_height
        above = QRectF(content.left(), top - height - mm(0.8), content.width(), height)
        below = QRectF(content.left(), bottom + mm(0.8), content.width(), height)
        number = translate("export", "Page {page} of {pages}").format(page=page + 1, pages=count)
        self._line(painter, above, self.identity.short, self.subject, INK)
        self._line(painter, below, self.imprint.short, number, QUIET)

    def _line(self, painter: QPainter, area: QRectF, leading: str, trailing: str, ink: QColor) -> None:
        """Two texts at the two ends of a line; the leading one gives way."""
        painter.setFont(self._type.font)
        painter.setPen(ink)
        end = self._type.elided(trailing, area.width() * 0.45)
        room = area.width() - self._type.width(end) - mm(6)
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine)
        painter.drawText(area, flags | int(Qt.AlignmentFlag.AlignLeft), self._type.elided(leading, room))
        painter.setPen(QUIET)
        painter.drawText(area, flags | int(Qt.AlignmentFlag.AlignRight), end)
