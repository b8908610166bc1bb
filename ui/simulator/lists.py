"""The lists beside the calendar: what happened, potential deviations, conflicts, and what moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui.icons import paint_icon
from ui.theme import SECONDARY_PX, Theme, font
from ui.widgets.rows import Empty, RowDelegate, RowsView, RowWords, wrapped_height
from ui.widgets.text import breakable, text_width

_LEFT, _ICON, _GAP = 12, 14, 8


@dataclass(frozen=True, slots=True)
class ListRow:
    """A row: a picture in one of the theme's colours (`accent`, `ok`, `warning`, `error`, `text_2`), a text that wraps.

    `more` stands below in small, `trailing` at the end of the first line. `faint`: not happened; `here`: the last that
    has. `carries` is what the pane does with it when it is chosen.
    """

    picture: str
    color: str
    text: str
    more: str = ""
    trailing: str = ""
    faint: bool = False
    here: bool = False
    carries: Any = None
    spoken: str = ""


def words_of(row: ListRow) -> RowWords:
    """What a row says."""
    parts = (row.trailing, row.text, row.more)
    return RowWords(row.text, row.spoken or ". ".join(each for each in parts if each), row.more)


class ListRowDelegate(RowDelegate):
    """Paints a picture, a text in as many lines as it needs, and what is at the end."""

    def __init__(self, view: RowsView) -> None:
        super().__init__(view)
        self._heights: dict[tuple[str, str, str, int], int] = {}

    def height(self, item: ListRow, width: int) -> int:
        """As high as its words need."""
        key = (item.text, item.more, item.trailing, width)
        known = self._heights.get(key)
        if known is None:
            room = self._room(item, width)
            known = 10 + wrapped_height(breakable(item.text), font(SECONDARY_PX, tabular=False), room)
            if item.more:
                below = width - _LEFT - _ICON - _GAP - 12
                known += 1 + wrapped_height(breakable(item.more), font(11, tabular=False), below)
            if len(self._heights) > 2_000:
                self._heights.clear()
            self._heights[key] = known = max(28, known)
        return known

    def _room(self, item: ListRow, width: int) -> float:
        trailing = text_width(item.trailing, font(SECONDARY_PX)) + 10 if item.trailing else 0.0
        return max(60.0, width - _LEFT - _ICON - _GAP - 12 - trailing)

    def paint_row(self, painter: QPainter, area: QRect, item: ListRow, _selected: bool) -> None:
        """Paint it from the leading edge."""
        theme: Theme = self.view.theme
        rtl = self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text as its own letters say
        width = area.width()

        def place(x: float, y: float, wide: float, high: float) -> QRectF:
            return QRectF(area.left() + (width - x - wide if rtl else x), area.top() + y, wide, high)

        ink: QColor = theme.text_2 if item.faint else theme.text
        color = theme.text_3 if item.faint else getattr(theme, item.color)
        if item.here:
            painter.fillRect(place(0, 0, 3, area.height()), theme.accent)
        paint_icon(painter, item.picture, place(_LEFT, 7, _ICON, _ICON), color)
        x = _LEFT + _ICON + _GAP
        room = self._room(item, width)
        face = font(SECONDARY_PX, 600 if item.here else 400, tabular=False)
        if item.faint:
            face.setItalic(True)
        text = breakable(item.text)
        high = wrapped_height(text, font(SECONDARY_PX, tabular=False), room)
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        flags = int(side | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute)
        painter.setFont(face)
        painter.setPen(ink)
        painter.drawText(place(x, 5, room + 2, high + 4), flags | int(Qt.TextFlag.TextWordWrap), text)
        if item.trailing:
            painter.setFont(font(SECONDARY_PX))
            painter.setPen(theme.text_2)
            wide = text_width(item.trailing, font(SECONDARY_PX)) + 2
            other = Qt.AlignmentFlag.AlignLeft if rtl else Qt.AlignmentFlag.AlignRight
            painter.drawText(
                place(width - 12 - wide, 5, wide, 20),
                int(other | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute),
                item.trailing,
            )
        if item.more:
            painter.setFont(font(11, tabular=False))
            painter.setPen(theme.text_2)
            painter.drawText(
                place(x, 6 + high, width - x - 12, area.height() - high - 6),
                flags | int(Qt.TextFlag.TextWordWrap),
                breakable(item.more),
            )


def rows_view(name: str, empty: Empty, theme: Theme) -> RowsView:
    """A list of `ListRow`s with a name for assistive technology."""
    view = RowsView(words_of, empty, theme)
    view.setAccessibleName(name)
    view.setItemDelegate(ListRowDelegate(view))
    return view
