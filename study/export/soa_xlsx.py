"""The Schedule of Activities as a workbook: headers stay and print on each page; no text is ever a formula."""

from __future__ import annotations

import io
import re
from datetime import UTC
from typing import Any

from study.export.paper import A4, MARGIN_MM, Paper
from study.export.runs import column_runs
from study.export.soa_page import HeadCell, HeadRow, SheetMark, SheetRow, SoaSheet, arrow
from study.language import translate

_NO_SHEET_NAME = re.compile(r"[\[\]:*?/\\]")
_LONGEST_CELL = 32_000  # characters; Excel's limit is 32,767
_LONGEST_LINE = 250  # of a page header or footer; Excel's limit is 255
_MOST_UPRIGHT = 14  # columns up to which heads are read without turning the head
_LABEL_WIDTH = 38.0  # characters
_MM_A_CHARACTER = 1.95  # of a column's width in the workbook's font
_LEAST_SCALE = 65  # percent at which 10 points print as 6.5


def soa_xlsx(sheet: SoaSheet, paper: Paper = A4) -> bytes:
    """The sheet as XLSX: the table, its footnotes, and what it was made of, a worksheet each.

    Printed on `paper`, pages end between epochs and hold the header rows and the activities' names again; text is
    never scaled below 6.5 points.
    """
    import xlsxwriter  # type: ignore[import-untyped]

    written = io.BytesIO()
    book = xlsxwriter.Workbook(
        written,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "strings_to_numbers": False,
        },
    )
    book.set_properties(
        {
            "title": sheet.title[:_LONGEST_LINE],
            "subject": sheet.heading,
            "author": sheet.identity.sponsor[:_LONGEST_LINE],
            "comments": sheet.imprint.short,
            "created": sheet.imprint.printed.astimezone(UTC).replace(tzinfo=None),
        }
    )
    _Book(book, sheet, paper).write()
    book.close()
    return written.getvalue()


class _Book:
    """Writes the worksheets of one workbook."""

    def __init__(self, book: Any, sheet: SoaSheet, paper: Paper) -> None:
        self.book = book
        self.sheet = sheet
        self.paper = paper.held("landscape")
        self.upright = sheet.count <= _MOST_UPRIGHT
        plain = {"font_name": "Calibri", "font_size": 10, "valign": "vcenter"}
        ruled = {**plain, "border": 1, "border_color": "#C9CFD8"}
        turned = {} if self.upright else {"rotation": 90}
        self.raised = book.add_format({**plain, "font_script": 1})
        self.plain = book.add_format(plain)
        self.title = book.add_format({**plain, "font_size": 14, "bold": True})
        self.label = book.add_format({**ruled, "font_color": "#5A6677", "text_wrap": True})
        self.heads = {
            "epoch": book.add_format(
                {**ruled, "bold": True, "align": "center", "text_wrap": True, "bg_color": "#EEF0F3"}
            ),
            "encounter": book.add_format({**ruled, "align": "center", "text_wrap": True, **turned}),
            "visit": book.add_format({**ruled, "bold": True, "align": "center", "text_wrap": True, **turned}),
        }
        self.head = book.add_format({**ruled, "align": "center", "text_wrap": True, **turned})
        self.mark = book.add_format({**ruled, "align": "center"})
        self.group_mark = book.add_format({**ruled, "align": "center", "bg_color": "#F6F7F9"})
        self.rows = [
            book.add_format({**ruled, "text_wrap": True, "indent": min(level, 15)}) for level in range(16)
        ]
        self.groups = [
            book.add_format(
                {**ruled, "text_wrap": True, "indent": level, "bold": True, "bg_color": "#F6F7F9"}
            )
            for level in range(16)
        ]
        self.text = book.add_format({**plain, "valign": "top", "text_wrap": True})
        self.name = book.add_format({**plain, "valign": "top", "bold": True})

    def write(self) -> None:
        table = self._page(translate("export", "Schedule"))
        self._table(table)
        sheet = self.sheet
        if sheet.footnotes or sheet.long_names:
            below = self._page(translate("export", "Footnotes"), narrow=True)
            row = self._pairs(below, 0, translate("export", "Footnotes"), sheet.footnotes)
            self._pairs(below, row, translate("export", "Names in full"), sheet.long_names)
        about = self._page(translate("export", "About this table"), narrow=True)
        pairs = [
            *sheet.identity.lines,
            *sheet.imprint.lines,
            (translate("export", "Timeline"), sheet.timeline),
        ]
        row = self._pairs(about, 0, sheet.heading, pairs)
        shown = [("", text) for text in (*sheet.shown, *sheet.legend)]
        self._pairs(about, row, translate("export", "What is shown"), shown)

    def _free_name(self, name: str) -> str:
        """A worksheet's name as Excel takes it: at most 31 characters, none of seven, and no name twice."""
        plain = _NO_SHEET_NAME.sub(" ", name).strip(" '")[:31] or "1"
        taken = {each.get_name().casefold() for each in self.book.worksheets()}
        number = 1
        free = plain
        while free.casefold() in taken:
            number += 1
            free = f"{plain[:27]} {number}"
        return free

    def _page(self, name: str, *, narrow: bool = False) -> Any:
        """A worksheet with the study's identity on each printed page."""
        page = self.book.add_worksheet(self._free_name(name))
        page.set_paper(self.paper.excel)
        inches = MARGIN_MM / 25.4
        page.set_margins(inches, inches, inches + 0.3, inches + 0.3)
        page.set_header(
            _page_line("&L", self.sheet.identity.short, self.sheet.timeline), {"margin": inches * 0.8}
        )
        page_number = translate("export", "Page {page} of {pages}").format(page="&P", pages="&N")
        foot = _page_line("&L", self.sheet.imprint.short)
        page.set_footer(f"{foot[: _LONGEST_LINE - 40]}&R{page_number}", {"margin": inches * 0.8})
        page.hide_gridlines(2)
        if narrow:
            page.set_portrait()
            page.fit_to_pages(1, 0)
            page.set_column(0, 0, 16)
            page.set_column(1, 1, 95)
        else:
            page.set_landscape()
        return page

    def _pairs(self, page: Any, row: int, heading: str, pairs: Any) -> int:
        """A heading with (label, text) rows below it; the row after them."""
        listed = list(pairs)
        if not listed:
            return row
        page.write_string(row, 0, heading, self.title)
        row += 1
        for label, text in listed:
            for start in range(0, max(1, len(text)), _LONGEST_CELL):
                page.write_string(row, 0, label if not start else "", self.name)
                page.write_string(row, 1, text[start : start + _LONGEST_CELL], self.text)
                row += 1
        return row + 1

    def _table(self, page: Any) -> None:
        sheet = self.sheet
        widths = [13.0 if self.upright else 5.5] * sheet.count
        page.set_column(0, 0, _LABEL_WIDTH)
        if sheet.count:
            page.set_column(1, sheet.count, widths[0])
        page.write_string(0, 0, sheet.title, self.title)
        first = 1
        for n, head in enumerate(sheet.heads):
            self._head(page, first + n, head)
        body = first + len(sheet.heads)
        for r, row in enumerate(sheet.rows):
            self._row(page, body + r, row)
        page.freeze_panes(body, 1)
        page.repeat_rows(first, body - 1)
        page.repeat_columns(0)
        last = body + max(0, len(sheet.rows) - 1)
        page.print_area(0, 0, last, sheet.count)
        self._breaks(page, widths)

    def _breaks(self, page: Any, widths: list[float]) -> None:
        """Page breaks between epochs, at the largest scale that needs no more pages than the smallest."""
        across = self.paper.width - 2 * MARGIN_MM

        def runs(scale: int) -> list[range]:
            room = across * 100 / scale - _LABEL_WIDTH * _MM_A_CHARACTER
            mm = [width * _MM_A_CHARACTER for width in widths]
            return column_runs(mm, room, self.sheet.epochs, self.sheet.encounters)

        fewest = len(runs(_LEAST_SCALE))
        scale = next(s for s in (100, 95, 90, 85, 80, 75, 70, _LEAST_SCALE) if len(runs(s)) == fewest)
        page.set_print_scale(scale)
        breaks = [run.start + 1 for run in runs(scale)[1:]]
        if breaks:
            page.set_v_pagebreaks(breaks)

    def _head(self, page: Any, row: int, head: HeadRow) -> None:
        page.write_string(row, 0, head.label, self.label)
        form = self.heads.get(head.kind, self.head)
        for cell in head.cells:
            last = cell.start + cell.length
            if cell.length > 1:
                page.merge_range(row, cell.start + 1, row, last, "", form)
            if cell.text or cell.letters or cell.inside:
                self._letters(page, row, cell.start + 1, _head_text(cell), cell.letters, form)
            elif cell.length == 1:
                page.write_blank(row, cell.start + 1, None, form)
        if self.upright:
            page.set_row(row, 13.5 * max((_lines(cell) for cell in head.cells), default=1))
        elif head.kind != "epoch":
            longest = max((len(_head_text(cell)) + len(cell.letters) for cell in head.cells), default=1)
            page.set_row(row, min(150.0, max(15.0, 5.6 * min(longest, 26) + 6)))
        else:
            narrow = max((len(cell.text) / cell.length for cell in head.cells), default=1)
            page.set_row(row, 13.5 * min(6, max(1, -(-narrow // 5))))

    def _row(self, page: Any, row: int, activity: SheetRow) -> None:
        forms = self.groups if activity.is_group else self.rows
        self._letters(page, row, 0, activity.title, activity.letters, forms[min(activity.level, 15)])
        form = self.group_mark if activity.is_group else self.mark
        for c in range(self.sheet.count):
            mark: SheetMark | None = activity.marks.get(c)
            if mark is None:
                page.write_blank(row, c + 1, None, form)
            else:
                self._letters(page, row, c + 1, mark.sign, mark.letters, form)

    def _letters(
        self, page: Any, row: int, column: int, text: str, letters: tuple[str, ...], form: Any
    ) -> None:
        """Text as text, whatever it begins with, and its footnote letters raised behind it."""
        if letters and text:
            page.write_rich_string(row, column, self.plain, f"{text} ", self.raised, ", ".join(letters), form)
        else:
            page.write_string(row, column, text or ", ".join(letters), form)


def _head_text(cell: HeadCell) -> str:
    return f"{cell.text} {arrow(cell.inside)}".strip() if cell.inside else cell.text


def _lines(cell: HeadCell) -> int:
    return max(1, min(7, -(-len(_head_text(cell)) // (11 * cell.length))))


def _page_line(place: str, *parts: str) -> str:
    """Text for a page's header or footer, where & begins a code."""
    text = " · ".join(part for part in parts if part)
    while len(place + text.replace("&", "&&")) > _LONGEST_LINE:
        text = text[:-2].rstrip() + "…"
    return place + text.replace("&", "&&")
