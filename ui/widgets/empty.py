"""The empty state: an icon, what is not here, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.theme import SECONDARY_PX, Theme, font

_WIDEST = 320


def paint_empty(painter: QPainter, area: QRect, theme: Theme, icon: str, title: str, text: str) -> None:
    """Paint the empty state in the middle of `area`: icon, title, and a sentence that teaches."""
    painter.fillRect(area, theme.pane)
    width = min(_WIDEST, area.width() - 32)
    if width < 80:
        return
    left = area.center().x() - width / 2
    top = max(area.top() + 16.0, area.center().y() - 56)
    paint_icon(painter, icon, QRectF(area.center().x() - 12, top, 24, 24), theme.text_3)
    centered = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop) | int(Qt.TextFlag.TextWordWrap)
    painter.setFont(font(weight=600))
    painter.setPen(theme.text)
    # A title may hold a name of the study, so that it takes the lines it needs.
    titled = painter.boundingRect(QRectF(left, top + 34, width, 80), centered, title)
    painter.drawText(titled, centered, title)
    painter.setFont(font(SECONDARY_PX))
    painter.setPen(theme.text_2)
    painter.drawText(QRectF(left, max(top + 56, titled.bottom() + 4), width, 80), centered, text)
