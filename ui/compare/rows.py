"""The rows of the list of differences: a head for each area, and below it what differs, with its sign."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from study.differences import Area, Difference, StudyDifference
from study.language import QT_TRANSLATE_NOOP, translate
from ui.theme import BODY_PX, SECONDARY_PX, Theme, caps_font, font
from ui.widgets.rows import RowDelegate, RowWords
from ui.widgets.text import elided

AREA_NAMES = {
    Area.VISITS: QT_TRANSLATE_NOOP("compare", "Visits"),
    Area.TIMES: QT_TRANSLATE_NOOP("compare", "Times and windows"),
    Area.MARKS: QT_TRANSLATE_NOOP("compare", "Marks"),
    Area.ACTIVITIES: QT_TRANSLATE_NOOP("compare", "Activities"),
    Area.FOOTNOTES: QT_TRANSLATE_NOOP("compare", "Footnotes"),
    Area.ENCOUNTERS: QT_TRANSLATE_NOOP("compare", "Encounters"),
    Area.DESIGN: QT_TRANSLATE_NOOP("compare", "Arms, epochs and design"),
    Area.CRITERIA: QT_TRANSLATE_NOOP("compare", "Criteria"),
    Area.OBJECTIVES: QT_TRANSLATE_NOOP("compare", "Objectives and endpoints"),
    Area.TEXT: QT_TRANSLATE_NOOP("compare", "Protocol text"),
    Area.OTHER: QT_TRANSLATE_NOOP("compare", "Everything else"),
}
SIGNS = {Difference.ADDED: "+", Difference.REMOVED: "−", Difference.CHANGED: "≠"}
KIND_NAMES = {
    Difference.ADDED: QT_TRANSLATE_NOOP("compare", "added"),
    Difference.REMOVED: QT_TRANSLATE_NOOP("compare", "removed"),
    Difference.CHANGED: QT_TRANSLATE_NOOP("compare", "changed"),
}
_HEAD = 32
_ROW = 44
_WIDE = 560
_WIDE_ROW = 28


@dataclass(frozen=True, slots=True)
class AreaHead:
    """An area and how many differences it has."""

    area: Area
    count: int


def rows_of(items: Sequence[StudyDifference]) -> list[AreaHead | StudyDifference]:
    """Differences with a head over those of each area; they come in the order of areas."""
    rows: list[AreaHead | StudyDifference] = []
    for area in Area:
        mine = [item for item in items if item.area is area]
        if mine:
            rows += [AreaHead(area, len(mine)), *mine]
    return rows


def sign_color(kind: Difference, theme: Theme) -> QColor:
    """The colour of a sign; the sign itself says the same."""
    return {Difference.ADDED: theme.ok, Difference.REMOVED: theme.error, Difference.CHANGED: theme.warning}[
        kind
    ]


def row_words(item: Any) -> RowWords:
    """A row in words."""
    if isinstance(item, AreaHead):
        return RowWords(translate("compare", AREA_NAMES[item.area]), is_head=True)
    spoken = translate("compare", "{title}: {sentence} ({kind}, {area})").format(
        title=item.title,
        sentence=item.sentence,
        kind=translate("compare", KIND_NAMES[item.kind]),
        area=translate("compare", AREA_NAMES[item.area]),
    )
    return RowWords(f"{item.title}: {item.sentence}", spoken=spoken, tooltip=f"{item.title}\n{item.sentence}")


class DifferenceDelegate(RowDelegate):
    """The sign, what it is about, and what differs; in two lines where there is little room."""

    def height(self, item: Any, width: int) -> int:
        return _HEAD if isinstance(item, AreaHead) else _WIDE_ROW if width >= _WIDE else _ROW

    def paint_row(self, painter: QPainter, area: QRect, item: Any, _selected: bool) -> None:
        theme = self.view.theme
        turned = self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        line = int(Qt.AlignmentFlag.AlignVCenter | side) | int(Qt.TextFlag.TextSingleLine)
        if isinstance(item, AreaHead):
            face = caps_font()
            painter.setFont(face)
            painter.setPen(theme.text_2)
            words = translate("compare", "{area} · {count}").format(
                area=translate("compare", AREA_NAMES[item.area]), count=item.count
            )
            painter.drawText(QRectF(area).adjusted(16, 6, -16, 0), line, words.upper())
            return
        wide = area.width() >= _WIDE
        line_height = 28 if wide else 20
        top = area.top() + (0 if wide else 3)
        sign = QRectF(area.right() - 34 if turned else area.left() + 16, top, 18, line_height)
        painter.setFont(font(BODY_PX, 700))
        painter.setPen(sign_color(item.kind, theme))
        painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, SIGNS[item.kind])
        strong, small = font(BODY_PX, 500, tabular=False), font(SECONDARY_PX)
        room = QRectF(area.left() + (12 if turned else 42), top, area.width() - 54, line_height)
        title = elided(item.title, strong, room.width() * 0.45 if wide else room.width())
        painter.setFont(strong)
        painter.setPen(theme.text)
        painter.drawText(room, line, title)
        if wide:
            used = QFontMetricsF(strong).horizontalAdvance(title) + 12
            rest = room.adjusted(0 if turned else used, 0, -used if turned else 0, 0)
        else:
            rest = room.translated(0, line_height - 1)
        painter.setFont(small)
        painter.setPen(theme.text_2)
        painter.drawText(rest, line, elided(item.sentence, small, rest.width()))
