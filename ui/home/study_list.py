"""How Home paints a study: icon, title and subtitle, where it is, its revision, when it was synced."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from study.language import translate
from ui.home.entries import WHERE_ICONS, WHERE_WORDS, HomeEntry, Section, synced_words
from ui.icons import paint_icon
from ui.theme import SECONDARY_PX, caps_font, font
from ui.widgets.rows import RowDelegate, RowWords
from ui.widgets.text import elided

_SECTION_HEIGHT = 38
_ENTRY_HEIGHT = 52
_PLACE_WIDTH = 196
_SYNC_WIDTH = 168
_NARROW = 620


def now() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def entry_words(item: Section | HomeEntry) -> RowWords:
    """A row of Home in words."""
    if isinstance(item, Section):
        return RowWords(item.title, is_head=True)
    revision = _revision(item)
    details = [
        item.subtitle,
        translate("home", WHERE_WORDS[item.where]),
        revision,
        synced_words(item, now()),
        item.unavailable,
    ]
    said = [text for text in details if text]
    return RowWords(item.title, spoken=", ".join([item.title, *said]), tooltip="\n".join([item.title, *said]))


def _revision(item: HomeEntry) -> str:
    if item.revision is None:
        return ""
    return translate("home", "Revision {number}").format(number=item.revision)


class EntryDelegate(RowDelegate):
    """Two lines: title and subtitle at the left, place and time of sync in columns at the right."""

    inset = 6
    rounded = True

    def height(self, item: Any, _width: int) -> int:
        return _SECTION_HEIGHT if isinstance(item, Section) else _ENTRY_HEIGHT

    def paint_row(self, painter: QPainter, area: QRect, item: Section | HomeEntry, _selected: bool) -> None:
        theme = self.view.theme
        turned = self.view.layoutDirection() is Qt.LayoutDirection.RightToLeft

        def seat(place: QRectF) -> QRectF:
            """A place as it lies in this language: what is worked out from left to right, or turned."""
            if not turned:
                return place
            start = QRectF(area).right() + area.left() - place.right()
            return QRectF(start, place.top(), place.width(), place.height())

        line = int(Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
        if isinstance(item, Section):
            painter.setFont(caps_font())
            painter.setPen(theme.text_2)
            head = QRectF(area.left() + 16, area.top() + 12, area.width() - 32, area.height() - 14)
            painter.drawText(seat(head), line, item.title.upper())
            return
        off = bool(item.unavailable)
        top, right = float(area.top()), float(area.right() - 18)
        small = font(SECONDARY_PX)
        if area.width() >= _NARROW:
            painter.setFont(small)
            painter.setPen(theme.text_2)
            upper, lower = self._sync_lines(item)
            # One line alone stands in the middle of its row.
            column = QRectF(right - _SYNC_WIDTH, top + (8 if lower else 17), _SYNC_WIDTH, 18)
            painter.drawText(seat(column), line, elided(upper, small, _SYNC_WIDTH))
            if item.is_stale:
                painter.setPen(theme.accent)
            painter.drawText(seat(column.translated(0, 18)), line, elided(lower, small, _SYNC_WIDTH))
            right -= _SYNC_WIDTH + 16
            painter.setPen(theme.text_2)
            place = QRectF(right - _PLACE_WIDTH, top, _PLACE_WIDTH, area.height())
            icon_area = QRectF(place.left(), area.center().y() - 7, 14, 14)
            paint_icon(painter, WHERE_ICONS[item.where], seat(icon_area), theme.text_2)
            words = elided(translate("home", WHERE_WORDS[item.where]), small, _PLACE_WIDTH - 22)
            painter.drawText(seat(place.adjusted(22, 0, 0, 0)), line, words)
            right -= _PLACE_WIDTH + 16
        tile = QRectF(area.left() + 16, area.center().y() - 15, 32, 32)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.chip if off else theme.accent_soft)
        painter.drawRoundedRect(seat(tile), 7, 7)
        glyph = (
            "file-text" if item.where == "file" else "flask-conical" if item.where == "sample" else "workflow"
        )
        paint_icon(painter, glyph, seat(tile).adjusted(8, 8, -8, -8), theme.text_2 if off else theme.accent)
        left = tile.right() + 12
        width = right - left
        strong = font(weight=600, tabular=False)
        painter.setFont(strong)
        painter.setPen(theme.text_2 if off else theme.text)
        painter.drawText(seat(QRectF(left, top + 8, width, 18)), line, elided(item.title, strong, width))
        painter.setFont(small)
        painter.setPen(theme.text_2)
        subtitle = item.unavailable or item.subtitle
        painter.drawText(seat(QRectF(left, top + 26, width, 18)), line, elided(subtitle, small, width))
        painter.setPen(QPen(theme.line_soft, 1))
        under = seat(QRectF(left, area.bottom(), area.right() - 18 - left, 0)).toRect()
        painter.drawLine(under.left(), area.bottom(), under.left() + under.width(), area.bottom())

    @staticmethod
    def _sync_lines(item: HomeEntry) -> tuple[str, str]:
        revision = _revision(item)
        if item.is_stale:
            return revision, translate("home", "A newer revision is there")
        said = synced_words(item, now())
        return (revision, said) if revision else (said, "")
