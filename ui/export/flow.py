"""Text that flows through columns and pages below a table: footnotes, and names too long for their cells."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from ui.export.lettering import QUIET, TextBlock, lettering
from ui.export.pages import mm

_GAP_MM = 8.0  # between columns
_AFTER_MM = 1.1  # after each note
_WHOLE = 6  # lines of a note that is not cut
_WIDE_MM = 180.0  # from this width on, two columns are read more easily than one


@dataclass(frozen=True, slots=True)
class _Piece:
    """Lines `first` to before `last` of a note, at (x, y) of a page."""

    note: int
    first: int
    last: int
    x: float
    y: float


def flow_height(notes: Sequence[tuple[str, str]], width: float, size: float = 7.5) -> float:
    """About how high the notes stand on a page of this width, in page units; 0 where there are none."""
    if not notes:
        return 0.0
    columns = 2 if width > mm(_WIDE_MM) else 1
    text = lettering(size)
    room = (width - (columns - 1) * mm(_GAP_MM)) / columns - mm(6.0)
    lines = sum(1 + int(text.width(said) * 1.03 / room) for _, said in notes)
    return (lines * text.line_height + len(notes) * mm(_AFTER_MM) + mm(5)) / columns + mm(4)


class NoteFlow:
    """Headings and (mark, text) notes, laid out from a place on one page through as many as they need.

    `pages` holds the pieces of each page: the first is the page begun on, and empty where nothing fits there.
    """

    def __init__(
        self,
        sections: Iterable[tuple[str, Sequence[tuple[str, str]]]],
        area: QRectF,
        taken: float,
        size: float = 7.5,
    ) -> None:
        """`area` is where a page's content stands, `taken` the height already used on the first page."""
        columns = 2 if area.width() > mm(_WIDE_MM) else 1
        width = (area.width() - (columns - 1) * mm(_GAP_MM)) / columns
        self._hang = mm(6.0)
        text, bold, head = lettering(size), lettering(size, 600), lettering(9.5, 600)
        self._notes: list[tuple[TextBlock | None, TextBlock, float]] = []
        for heading, notes in sections:
            if not notes:
                continue
            self._notes.append((None, TextBlock(heading, head, width), 0.0))
            for mark, said in notes:
                block = TextBlock(said, text, width - self._hang)
                self._notes.append((TextBlock(mark or "–", bold, self._hang, ink=QUIET), block, self._hang))
        self._line = {n: block.height / max(1, block.lines) for n, (_, block, _) in enumerate(self._notes)}
        self._columns, self._width, self._area = columns, width, area
        self.pages: list[list[_Piece]] = [[]]
        if self._notes:
            self._fill(taken)

    def _fill(self, taken: float) -> None:
        note, line = 0, 0
        least = mm(10.0)
        top = self._area.top() + (taken + mm(4.0) if taken else 0.0)
        if self._area.bottom() - top < least:
            self.pages.append([])
            top = self._area.top()
        while True:
            room = self._area.bottom() - top
            pieces, note_after, line_after = self._page(note, line, top, room)
            if note_after >= len(self._notes):
                low, high = 0.0, room  # the rest fits: columns of even height
                for _ in range(12):
                    middle = (low + high) / 2
                    tried, done, _ = self._page(note, line, top, middle)
                    if done >= len(self._notes):
                        pieces, high = tried, middle
                    else:
                        low = middle
                self.pages[-1] = pieces
                return
            self.pages[-1] = pieces
            note, line = note_after, line_after
            self.pages.append([])
            top = self._area.top()

    def _page(self, note: int, line: int, top: float, room: float) -> tuple[list[_Piece], int, int]:
        """The pieces of one page from a note's line on, and the first line that is left over."""
        pieces: list[_Piece] = []
        for column in range(self._columns):
            x = self._area.left() + column * (self._width + mm(_GAP_MM))
            y = top
            while note < len(self._notes):
                mark, block, _ = self._notes[note]
                step = self._line[note]
                fit = int((top + room - y) / step)
                is_heading = mark is None
                if is_heading and note + 1 < len(self._notes):  # never without the beginning of a note
                    after = self._notes[note + 1][1]
                    least = step + mm(_AFTER_MM) + min(2, after.lines) * self._line[note + 1]
                    if y + least > top + room + 1e-6:
                        break
                rest = block.lines - line
                is_begun = y > top  # a short note goes to the next column whole
                if fit <= 0 or (is_begun and rest > fit and rest <= _WHOLE):
                    break
                last = min(block.lines, line + fit)
                pieces.append(_Piece(note, line, last, x, y))
                y += (last - line) * step
                if last < block.lines:
                    line = last
                    break
                note, line = note + 1, 0
                y += mm(_AFTER_MM)
            if note >= len(self._notes):
                break
        if not pieces and room >= self._area.height() - 1 and note < len(self._notes):  # never stand still
            pieces.append(_Piece(note, line, line + 1, self._area.left(), top))
            line += 1
            if line >= self._notes[note][1].lines:
                note, line = note + 1, 0
        return pieces, note, line

    def paint(self, painter: QPainter, page: int) -> None:
        """Paints what stands on the flow's page `page`."""
        for piece in self.pages[page]:
            mark, block, hang = self._notes[piece.note]
            if mark is not None and piece.first == 0:
                mark.paint(painter, piece.x, piece.y)
            block.paint(painter, piece.x + hang, piece.y, piece.first, piece.last)
