"""Paints a row of the navigator: a head in small capitals with its button, or an entry with what it is and counts."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QLocale, QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from ui.icons import paint_icon
from ui.navigator.entries import Entry, Head
from ui.navigator.rows import NavigatorRows
from ui.theme import ROW_HEIGHT, SECONDARY_PX, caps_font, font
from ui.widgets.rows import RowDelegate, RowsView
from ui.widgets.text import elided, text_width

_HEAD_HEIGHT = 34
INDENT = 16
"""Pixels that each level stands further in."""


class EntryDelegate(RowDelegate):
    """Icon, epoch hue or letter, title, count; heads in small capitals; an arrow on what folds."""

    inset = 8
    rounded = True

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self.timeline = ""
        self.can_add = False

    def height(self, item: Any, _width: int) -> int:
        return _HEAD_HEIGHT if isinstance(item, Head) else ROW_HEIGHT

    def paint_row(self, painter: QPainter, area: QRect, item: Head | Entry, selected: bool) -> None:
        theme = self.view.theme
        rtl = self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        middle = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading)
        middle |= int(Qt.TextFlag.TextSingleLine)

        def box(x: float, width: float, top: float = 0.0, height: float | None = None) -> QRectF:
            """From where reading begins, within the row."""
            high = area.height() if height is None else height
            left = area.right() + 1 - x - width if rtl else area.left() + x
            return QRectF(left, area.top() + top, width, high)

        if isinstance(item, Head):
            self._arrow(painter, item.is_folded, box(8, 11, 13.5, 11), rtl)
            painter.setFont(caps_font())
            painter.setPen(theme.text_2)
            room = area.width() - 34 - (24 if self.can_add else 0)
            painter.drawText(
                box(23, room, 10, area.height() - 12), middle, elided(item.title.upper(), caps_font(), room)
            )
            if self.can_add:
                self._plus(painter, item)
            return
        shown = item.kind == "timeline" and item.address == self.timeline and bool(item.address)
        if shown and not selected:
            self._ground(painter, area, theme.accent_soft)
        color = theme.accent if selected or shown else theme.text
        quiet = theme.accent if selected or shown else theme.text_2
        end = area.width() - 16.0
        if item.count is not None:
            number = QLocale().toString(item.count)
            width = text_width(number, font(SECONDARY_PX))
            painter.setFont(font(SECONDARY_PX))
            painter.setPen(quiet)
            painter.drawText(box(end - width, width + 2), middle, number)
            end -= width + 8
        start = 20.0 + INDENT * item.level
        if item.has_children:
            self._arrow(painter, item.is_folded, box(start - 12, 11, 8.5, 11), rtl)
        if item.letter:
            painter.setFont(font(SECONDARY_PX, 600))
            painter.setPen(theme.accent)
            painter.drawText(box(start, 20), middle, item.letter)
        elif item.hue >= 0:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.epoch_hue(item.hue))
            painter.drawRoundedRect(box(start + 3, 9, area.height() / 2 - 4.5, 9), 2.5, 2.5)
        elif item.icon:
            paint_icon(painter, item.icon, box(start, 15, 6.5, 15), quiet)
        face = font(weight=500 if shown else 400, tabular=False)
        painter.setFont(face)
        painter.setPen(color)
        painter.drawText(
            box(start + 24, end - start - 24), middle, elided(item.title, face, end - start - 24)
        )

    def _plus(self, painter: QPainter, item: Head) -> None:
        """The button that adds to a list; quiet until somebody points at it."""
        view, theme = self.view, self.view.theme
        assert isinstance(view, NavigatorRows)
        row = next(n for n, each in enumerate(view.items()) if each is item)
        area = QRectF(view.add_area(row))
        if view.hovered_add == row:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.chip)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 5, 5)
        color = theme.text if view.hovered_add == row else theme.text_2
        paint_icon(painter, "plus", area.adjusted(6, 6, -6, -6), color)

    def _arrow(self, painter: QPainter, is_folded: bool, area: QRectF, rtl: bool) -> None:
        name = ("chevron-left" if rtl else "chevron-right") if is_folded else "chevron-down"
        paint_icon(painter, name, area, self.view.theme.text_2)
