"""The rows of the search panel: a study with its number of hits, and below it what was found, lit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QTextLayout, QTextOption

from services.search import PER_STUDY, SearchHit, SearchResults
from study.language import QT_TRANSLATE_NOOP, translate
from study.search_texts import SearchKind
from ui.icons import paint_icon
from ui.theme import BODY_PX, SECONDARY_PX, font
from ui.widgets.rows import RowDelegate, RowWords
from ui.widgets.text import elided

KIND_NAMES = {
    SearchKind.VISIT: QT_TRANSLATE_NOOP("search", "Visit"),
    SearchKind.ACTIVITY: QT_TRANSLATE_NOOP("search", "Activity"),
    SearchKind.DESIGN: QT_TRANSLATE_NOOP("search", "Design"),
    SearchKind.FOOTNOTE: QT_TRANSLATE_NOOP("search", "Footnote"),
    SearchKind.TIMING: QT_TRANSLATE_NOOP("search", "Timing"),
    SearchKind.CRITERION: QT_TRANSLATE_NOOP("search", "Criterion"),
    SearchKind.OBJECTIVE: QT_TRANSLATE_NOOP("search", "Objective"),
    SearchKind.OTHER: QT_TRANSLATE_NOOP("search", "Other"),
    SearchKind.CODE: QT_TRANSLATE_NOOP("search", "Code"),
    SearchKind.NARRATIVE: QT_TRANSLATE_NOOP("search", "Protocol text"),
}
_ICONS = {
    SearchKind.VISIT: "calendar",
    SearchKind.ACTIVITY: "clipboard-list",
    SearchKind.DESIGN: "layers",
    SearchKind.FOOTNOTE: "info",
    SearchKind.TIMING: "clock",
    SearchKind.CRITERION: "list-filter",
    SearchKind.OBJECTIVE: "circle-dot",
    SearchKind.OTHER: "circle",
    SearchKind.CODE: "database",
    SearchKind.NARRATIVE: "file-text",
}
_HEAD = 34
_HIT = 46


@dataclass(frozen=True, slots=True)
class StudyHead:
    """The study that the hits below are of."""

    study_id: str
    title: str


@dataclass(frozen=True, slots=True)
class MoreHits:
    """There may be more in a study than is shown: a row that asks for all of them."""

    study_id: str
    title: str


Row = StudyHead | SearchHit | MoreHits


def rows_of(results: SearchResults, *, one_study: bool = False) -> list[Row]:
    """Hits with a head over those of each study, and a row that asks for more where there may be more."""
    rows: list[Row] = []
    for study_id, found in groupby(results.hits, key=lambda hit: hit.study_id):
        hits = list(found)
        rows += [StudyHead(study_id, hits[0].title), *hits]
        if len(hits) >= PER_STUDY and not one_study:
            rows.append(MoreHits(study_id, hits[0].title))
    return rows


def place_words(hit: SearchHit) -> str:
    """What was found, as a person calls it: "Protocol text, 8.2.3 Cardiac safety", "Footnote"."""
    kind = translate("search", KIND_NAMES[hit.kind])
    if hit.kind is SearchKind.NARRATIVE and hit.field:
        return translate("search", "{kind}, {section}").format(kind=kind, section=hit.field)
    return kind


def more_words(item: MoreHits) -> str:
    """What the row that asks for more says."""
    return translate("search", "All results in {study}").format(study=item.title)


def row_words(item: Any) -> RowWords:
    """A row in words."""
    if isinstance(item, StudyHead):
        return RowWords(item.title, is_head=True)
    if isinstance(item, MoreHits):
        return RowWords(more_words(item))
    place = place_words(item)
    spoken = translate("search", "{text}, {place}, in {study}").format(
        text=item.text, place=place, study=item.title
    )
    return RowWords(item.text, spoken=spoken, tooltip=f"{item.text}\n{place}")


class HitDelegate(RowDelegate):
    """Two lines: the text with what was asked lit, and what it is."""

    inset = 6
    rounded = True

    def height(self, item: Any, _width: int) -> int:
        return _HIT if isinstance(item, SearchHit) else _HEAD

    def paint_row(self, painter: QPainter, area: QRect, item: Any, _selected: bool) -> None:
        theme = self.view.theme
        turned = self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        line = int(Qt.AlignmentFlag.AlignVCenter | side) | int(Qt.TextFlag.TextSingleLine)
        if isinstance(item, StudyHead):
            face = font(BODY_PX, 600, tabular=False)
            painter.setFont(face)
            painter.setPen(theme.text)
            room = QRectF(area).adjusted(16, 6, -16, 0)
            painter.drawText(room, line, elided(item.title, face, room.width()))
            return
        if isinstance(item, MoreHits):
            face = font(SECONDARY_PX, tabular=False)
            painter.setFont(face)
            painter.setPen(theme.accent)
            room = QRectF(area).adjusted(16 if turned else 46, 0, -46 if turned else -16, 0)
            painter.drawText(room, line, elided(more_words(item), face, room.width()))
            return
        left = area.right() - 36.0 if turned else area.left() + 20.0
        paint_icon(painter, _ICONS[item.kind], QRectF(left, area.top() + 8, 15, 15), theme.text_2)
        room = QRectF(area).adjusted(16 if turned else 46, 4, -46 if turned else -16, -4)
        self._snippet(painter, QRectF(room.left(), room.top(), room.width(), 20), item, turned)
        small = font(SECONDARY_PX, tabular=False)
        painter.setFont(small)
        painter.setPen(theme.text_2)
        below = QRectF(room.left(), room.top() + 19, room.width(), 18)
        painter.drawText(below, line, elided(place_words(item), small, below.width()))

    def _snippet(self, painter: QPainter, room: QRectF, hit: SearchHit, turned: bool) -> None:
        theme = self.view.theme
        face = font(BODY_PX, tabular=False)
        shown = elided(hit.text, face, room.width())
        layout = QTextLayout(shown, face)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        option.setAlignment(Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft)
        layout.setTextOption(option)
        layout.setFormats(_lit(hit.lit, len(shown), theme.text, theme.warning_soft))
        layout.beginLayout()
        made = layout.createLine()
        made.setLineWidth(room.width())
        layout.endLayout()
        painter.setPen(theme.text)
        layout.draw(painter, QPointF(room.left(), room.top() + 1))


def _lit(
    spans: Sequence[tuple[int, int]], length: int, ink: Any, ground: Any
) -> list[QTextLayout.FormatRange]:
    ranges: list[QTextLayout.FormatRange] = []
    for start, end in spans:
        if start >= length:
            break
        each = QTextLayout.FormatRange()
        each.start, each.length = start, min(end, length) - start
        shape = each.format
        shape.setBackground(ground)
        shape.setForeground(ink)
        shape.setFontWeight(600)
        each.format = shape
        ranges.append(each)
    return ranges
