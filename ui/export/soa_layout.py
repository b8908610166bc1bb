"""How a Schedule of Activities fits a paper: size of type, widths, which heads are turned, runs and pages."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QSizeF

from study.export.runs import column_runs
from study.export.soa_page import HeadCell, HeadRow, SheetMark, SoaSheet, arrow
from ui.export.lettering import Lettering, lettering
from ui.export.pages import LEAST_POINTS, mm

_SIZES = (9.0, 8.5, 8.0, 7.5, 7.0, LEAST_POINTS)
_MANY = 200  # columns
_PAD_MM = 0.8
_TURNED_MM = 25.0  # the longest line of a turned head
_WIDEST_MM = 30.0
_LEAST_LABEL_MM = 38.0
_LABEL_SHARES = (0.28, 0.2)
_PER_COLUMN = ("visit", "day", "window", "date", "date_window")


@dataclass(frozen=True, slots=True)
class Fit:
    """One way to set the table: type size in points, widths in page units, which head rows are turned."""

    size: float
    is_turned: bool
    label_width: float
    widths: tuple[float, ...]
    runs: tuple[range, ...]

    @property
    def text(self) -> Lettering:
        """The type of marks and names."""
        return lettering(self.size)

    @property
    def bold(self) -> Lettering:
        """The type of groups, epochs and visits."""
        return lettering(self.size, 600)


def best_fit(sheet: SoaSheet, area: QSizeF, taken: float, tail: float, size: float | None = None) -> Fit:
    """The way that needs the fewest pages, then has the largest type and the fewest turned heads.

    `area` is what a page has for content, `taken` the height of the title block and `tail` that of the footnotes, in
    page units; `size` one in points that a person asked for.
    """
    is_wide = sheet.count > _MANY  # only narrow columns come into question, and each try takes its time
    sizes = (max(LEAST_POINTS, size),) if size else _SIZES[-2:] if is_wide else _SIZES
    tried = [
        _fit(sheet, area.width(), each, share, is_turned=turned)
        for each in sizes
        for turned in ((True,) if is_wide else (False, True))
        for share in (_LABEL_SHARES[-1:] if is_wide else _LABEL_SHARES)
    ]

    def cost(fit: Fit) -> float:
        pages = _pages(sheet, fit, area.height(), taken, tail)
        return pages + 0.3 * (_SIZES[0] - fit.size) + (0.4 if fit.is_turned else 0.0)

    return min(tried, key=cost)


def _pages(sheet: SoaSheet, fit: Fit, room: float, taken: float, tail: float) -> int:
    """About how many pages the table and its footnotes need."""
    pad = 2 * mm(_PAD_MM)
    name = fit.label_width - pad
    body = sum(
        (1 + int(fit.text.width(row.title) * 1.04 / name)) * fit.text.line_height + pad * 0.8
        for row in sheet.rows
    )
    pages, left = 0, 0.0
    for n, run in enumerate(fit.runs or (range(0),)):
        heads = sum(_head_height(head, fit, run) for head in sheet.heads)
        each = max(mm(10), room - heads)
        first = each - taken if n == 0 else each
        further = max(0, -int(-(body - max(0.0, first)) // each))
        pages += 1 + further
        left = (each * further + max(0.0, first)) - body
    return pages + max(0, -int(-(tail - left + mm(4)) // room)) if tail else pages


def _head_height(head: HeadRow, fit: Fit, columns: range) -> float:
    if fit.is_turned and head.kind in _PER_COLUMN:
        return turned_height(head, fit, columns)
    kind = fit.bold if head.kind in ("epoch", "visit") else fit.text
    lines = 1
    for cell in head.cells:
        span = range(max(cell.start, columns.start), min(cell.start + cell.length, columns.stop))
        if span:
            width = sum(fit.widths[c] for c in span) - mm(_PAD_MM)
            said = head_text(cell)
            if kind.widest_word(said) > width:
                return kind.width(said) + mm(4)
            lines = max(lines, 1 + int(kind.width(said) * 1.1 / width))
    return lines * kind.line_height + 2 * mm(_PAD_MM)


def head_text(cell: HeadCell) -> str:
    """The text of a head with the sign of its sub-timeline."""
    return f"{cell.text} {arrow(cell.inside)}".strip() if cell.inside else cell.text


def _fit(sheet: SoaSheet, room: float, size: float, share: float, *, is_turned: bool) -> Fit:
    text, bold = lettering(size), lettering(size, 600)
    pad = 2 * mm(_PAD_MM)
    longest = max(
        (
            (bold if row.is_group else text).width(row.title)
            + row.level * mm(2.5)
            + (mm(4) if row.letters else 0)
            for row in sheet.rows
        ),
        default=0.0,
    )
    label = max(mm(_LEAST_LABEL_MM), min(longest + pad + mm(1), room * share))
    least = text.width("X") + pad + mm(1.6)
    widths = [least] * sheet.count
    for row in sheet.rows:
        for c, mark in row.marks.items():
            widths[c] = max(widths[c], min(_mark_width(mark, bold, size), mm(12)) + pad)
    for head in sheet.heads:
        if head.kind not in _PER_COLUMN:
            for cell in head.cells if not is_turned else ():
                word = (bold if head.kind == "epoch" else text).widest_word(head_text(cell)) + pad
                for c in range(cell.start, cell.start + cell.length):
                    widths[c] = max(widths[c], min(word / cell.length, mm(22)))
            continue
        kind = bold if head.kind == "visit" else text
        for cell in head.cells:
            said = head_text(cell)
            if is_turned:
                needed = _turned_lines(said, kind) * kind.line_height + pad
            else:
                needed = max(kind.widest_word(said), min(kind.width(said), mm(11))) + pad
                needed += mm(1.5) if cell.letters else 0.0
            widths[cell.start] = min(max(widths[cell.start], needed), mm(_WIDEST_MM))
    if not is_turned and widths:
        spare = (room - label) - sum(widths)
        if spare > 0:  # few visits: air in every column, within reason
            each = min(spare / len(widths), mm(9))
            widths = [width + each for width in widths]
            spare = (room - label) - sum(widths)
            label = min(label + max(0.0, spare), max(label, longest + pad + mm(1)))
    runs = column_runs(widths, room - label, sheet.epochs, sheet.encounters)
    if is_turned and runs:  # what every run leaves free goes to its columns
        spare = min((room - label - sum(widths[c] for c in run)) / len(run) for run in runs)
        widths = [width + max(0.0, min(spare * 0.999, mm(3))) for width in widths]
    return Fit(size, is_turned, label, tuple(widths), tuple(runs))


def _mark_width(mark: SheetMark, kind: Lettering, size: float) -> float:
    raised = ", ".join(mark.letters)
    return kind.width(mark.sign) + (lettering(size).width(raised) * 0.7 + mm(0.4) if raised else 0.0)


def _turned_lines(said: str, kind: Lettering) -> int:
    width = kind.width(said)
    return 1 if width <= mm(_TURNED_MM) else min(3, 1 + int(width / mm(_TURNED_MM * 0.85)))


def turned_height(head: HeadRow, fit: Fit, columns: range) -> float:
    """How high a row of turned heads is over these columns."""
    kind = fit.bold if head.kind == "visit" else fit.text
    highest = 0.0
    for cell in head.cells:
        if columns.start <= cell.start < columns.stop:
            width = kind.width(head_text(cell)) + (mm(3) if cell.letters else 0.0)
            lines = _turned_lines(head_text(cell), kind)
            longest = max(mm(_TURNED_MM), width / lines * 1.15, kind.widest_word(head_text(cell)) + mm(0.5))
            highest = max(highest, width + mm(0.2) if lines == 1 else longest)
    return min(highest, mm(46)) + 2 * mm(_PAD_MM)
