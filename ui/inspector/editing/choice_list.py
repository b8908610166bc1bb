"""The list that editors choose from: what is offered, narrowed by what is typed, with why not where it is not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from study.language import translate
from ui.icons import paint_icon
from ui.theme import ROW_HEIGHT, SECONDARY_PX, Theme, font
from ui.widgets.part import set_part
from ui.widgets.rows import RowDelegate, RowsView, RowWords
from ui.widgets.text import elided, text_width

if TYPE_CHECKING:
    from study.attribute_choices import Offered


_SEEN = 7  # rows that are seen at once
MOST = 100  # rows that are listed; who looks for others types some letters of them


@dataclass(frozen=True)
class Line:
    """One row: what is offered, whether it is chosen, and why it cannot be."""

    offered: Offered
    chosen: bool
    why_not: str = ""


def fits(offered: Offered, phrase: str) -> bool:
    """Whether every word of a phrase is in what is offered; a hyphen finds a minus."""
    here = _plain(f"{offered.words} {offered.more}")
    return all(word in here for word in _plain(phrase).split())


def best(lines: Sequence[Line], phrase: str) -> int:
    """Which row is meant by a phrase: what is called just so, else what begins so, else the first that is allowed."""
    wanted = " ".join(_plain(phrase).split())

    def rank(line: Line) -> int:
        words = _plain(line.offered.words)
        return 0 if words == wanted else 1 if words.startswith(wanted) else 3 if line.why_not else 2

    return min(range(len(lines)), key=lambda at: rank(lines[at]), default=-1)


def _plain(text: str) -> str:
    return text.casefold().replace("−", "-")


class ChoiceList(RowsView):
    """The rows; as high as they are, up to a few."""

    def __init__(self, name: str, theme: Theme) -> None:
        super().__init__(_words, None, theme)
        set_part(self, "field")
        self.setAccessibleName(name)
        self.setUniformItemSizes(True)
        self.setItemDelegate(_LineDelegate(self))
        self._rows = 0

    def show_lines(self, lines: Sequence[Line], current: int) -> None:
        """Other rows, with one of them lit."""
        self.set_items(lines)
        self.set_current_row(current if lines else -1)
        if len(lines) != self._rows:
            self._rows = len(lines)
            self.updateGeometry()
        self.setVisible(bool(lines))

    def step(self, by: int) -> None:
        """Lights a row further down or up."""
        count = len(self.items())
        if count:
            self.set_current_row(min(max(self.currentIndex().row() + by, 0), count - 1))

    def sizeHint(self) -> QSize:
        """A few rows and the frame."""
        return QSize(160, min(max(self._rows, 1), _SEEN) * ROW_HEIGHT + 4)

    def minimumSizeHint(self) -> QSize:
        """As high as it is to be."""
        return QSize(120, self.sizeHint().height())


def narrowed(
    every: Sequence[Offered],
    phrase: str,
    chosen: Callable[[Offered], bool],
    why_not: Callable[[Offered], str],
) -> tuple[list[Line], int]:
    """The rows that fit a phrase, at most MOST, and how many more there are."""
    found = [offered for offered in every if fits(offered, phrase)]
    lines = []
    for offered in found[:MOST]:
        is_chosen = chosen(offered)
        lines.append(Line(offered, is_chosen, "" if is_chosen else why_not(offered)))
    return lines, len(found) - len(lines)


class _LineDelegate(RowDelegate):
    """A check for what is chosen, the words, and at the far end what tells it from others."""

    def paint_row(self, painter: QPainter, area: QRect, item: Line, _selected: bool) -> None:
        theme = self.view.theme
        turned = self.view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if turned else Qt.AlignmentFlag.AlignLeft
        other = Qt.AlignmentFlag.AlignLeft if turned else Qt.AlignmentFlag.AlignRight
        room = QRectF(area).adjusted(8, 0, -28, 0) if turned else QRectF(area).adjusted(28, 0, -8, 0)
        if item.chosen:
            left = area.right() - 22.0 if turned else area.left() + 7.0
            paint_icon(painter, "check", QRectF(left, area.top() + 7, 14, 14), theme.accent)
        small = font(SECONDARY_PX)
        more = elided(item.offered.more, small, room.width() * 0.35)
        painter.setFont(small)
        painter.setPen(theme.text_3 if item.why_not else theme.text_2)
        absolute = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        flags = int(Qt.TextFlag.TextSingleLine) | int(absolute)
        painter.drawText(room, flags | int(other.value), more)
        taken = text_width(more, small) + 10 if more else 0
        face = font(tabular=False)
        painter.setFont(face)
        painter.setPen(theme.text_3 if item.why_not else theme.text)
        words = room.adjusted(taken, 0, 0, 0) if turned else room.adjusted(0, 0, -taken, 0)
        painter.drawText(words, flags | int(side.value), elided(item.offered.words, face, words.width()))


def _words(line: Line) -> RowWords:
    offered = line.offered
    said = ", ".join(part for part in (offered.words, offered.more) if part)
    if line.chosen:
        said = translate("inspector", "{choice}, chosen").format(choice=said)
    if line.why_not:
        said = translate("inspector", "{choice}, not possible: {reason}").format(
            choice=said, reason=line.why_not
        )
    return RowWords(offered.words, said, line.why_not or said)
