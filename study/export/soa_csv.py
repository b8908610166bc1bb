"""The Schedule of Activities as CSV: the table first, then its footnotes, then what it was made of and shows."""

from __future__ import annotations

import csv
import io

from study.export.soa_page import HeadCell, HeadRow, SheetMark, SoaSheet
from study.language import translate

# A spreadsheet runs a cell that starts with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
# Texts of these rows are the program's own, and no formulas: their minus is no hyphen.
_OWN_WORDS = ("day", "window", "date", "date_window")


def soa_csv(sheet: SoaSheet) -> bytes:
    """The sheet (made `whole`) as CSV (RFC 4180; UTF-8 with a byte order mark, by which Excel knows it).

    Header rows, each cell filled; then a row for each activity with an X at each mark, its footnote letters in
    brackets and the sub-timeline behind an arrow; then the footnotes; then identity, imprint and what was shown.
    """
    rows = [_head_row(head, sheet) for head in sheet.heads]
    for row in sheet.rows:
        cells = [_mark(row.marks[c], sheet) if c in row.marks else "" for c in range(sheet.count)]
        rows.append(["  " * row.level + _guarded(_noted(row.title, row.letters)), *cells])
    if sheet.footnotes:
        rows += [[], [translate("export", "Footnotes")]]
        rows += [[letter, _guarded(text)] for letter, text in sheet.footnotes]
    rows += [[], [translate("export", "About this table")]]
    rows += [[label, _guarded(text)] for label, text in (*sheet.identity.lines, *sheet.imprint.lines)]
    rows.append([translate("export", "Timeline"), _guarded(sheet.timeline)])
    rows += [[translate("export", "Shown"), _guarded(text)] for text in sheet.shown]
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode("utf-8-sig")


def _head_row(head: HeadRow, sheet: SoaSheet) -> list[str]:
    """A header row, its text over each of its columns, so that a column is complete by itself."""
    cells = [""] * sheet.count
    for cell in head.cells:
        text = _head(cell, sheet)
        if head.kind not in _OWN_WORDS:
            text = _guarded(text)
        for column in range(cell.start, cell.start + cell.length):
            cells[column] = text
    return [head.label, *cells]


def _head(cell: HeadCell, sheet: SoaSheet) -> str:
    inside = f" → {sheet.insides[cell.inside - 1]}" if cell.inside else ""
    return _noted(cell.text, cell.letters) + inside


def _mark(mark: SheetMark, sheet: SoaSheet) -> str:
    inside = f" → {sheet.insides[mark.inside - 1]}" if mark.inside else ""
    return _noted(mark.cross, mark.letters) + inside


def _noted(text: str, letters: tuple[str, ...]) -> str:
    return f"{text} ({', '.join(letters)})".lstrip() if letters else text


def _guarded(text: str) -> str:
    """Text from the file, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text
