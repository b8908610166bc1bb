"""A participant's calendar as a workbook: real dates, which sort and filter; no text is ever a formula."""

from __future__ import annotations

import datetime as dt
import io
from typing import Any

from study.export.calendar_sheet import CalendarSheet, doubts, free_day_words, visit_words
from study.export.paper import A4, MARGIN_MM, Paper
from study.export.printable import printable
from study.language import QT_TRANSLATE_NOOP, translate
from study.visit_calendar import CalendarRow, When

_LONGEST_CELL = 32_000  # characters; Excel's limit is 32,767
_LONGEST_LINE = 250  # of a page header or footer; Excel's limit is 255
_WITH_HOUR = 15.5  # characters; a date that is wider than its column is shown as a row of #
_DAY = "yyyy-mm-dd"
_FIRST_DATE = dt.date(1900, 3, 1)  # before it a workbook counts a day that never was

_COLUMNS = (
    (QT_TRANSLATE_NOOP("calendar", "Visit"), 22.0),
    (QT_TRANSLATE_NOOP("calendar", "Pass"), 5.0),
    (QT_TRANSLATE_NOOP("calendar", "Study day"), 7.0),
    (QT_TRANSLATE_NOOP("calendar", "Weekday"), 8.5),
    (QT_TRANSLATE_NOOP("calendar", "Planned"), 10.5),
    (QT_TRANSLATE_NOOP("calendar", "Window opens"), 10.5),
    (QT_TRANSLATE_NOOP("calendar", "Window closes"), 10.5),
    (QT_TRANSLATE_NOOP("calendar", "Provisional"), 10.0),
    (QT_TRANSLATE_NOOP("calendar", "Weekend or holiday"), 12.0),
    (QT_TRANSLATE_NOOP("calendar", "Epoch"), 13.0),
    (QT_TRANSLATE_NOOP("calendar", "Activities"), 46.0),
    (QT_TRANSLATE_NOOP("calendar", "To be noted"), 26.0),
)


def calendar_xlsx(sheet: CalendarSheet, paper: Paper = A4) -> bytes:
    """The sheet as XLSX: the calendar, and what it was made of, a worksheet each."""
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
            "title": printable(sheet.heading)[:_LONGEST_LINE],
            "author": sheet.identity.sponsor[:_LONGEST_LINE],
            "comments": sheet.imprint.short,
            "created": sheet.imprint.printed.astimezone(dt.UTC).replace(tzinfo=None),
        }
    )
    _Book(book, sheet, paper).write()
    book.close()
    return written.getvalue()


class _Book:
    """Writes the worksheets of one workbook."""

    def __init__(self, book: Any, sheet: CalendarSheet, paper: Paper) -> None:
        self.book = book
        self.sheet = sheet
        self.paper = paper.held("landscape")
        plain = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
        ruled = {**plain, "border": 1, "border_color": "#C9CFD8"}
        self.title = book.add_format({**plain, "font_size": 14, "bold": True})
        self.note = book.add_format({**plain, "font_color": "#5A6677"})
        self.name = book.add_format({**plain, "bold": True})
        self.text = book.add_format({**plain, "text_wrap": True})
        self.head = book.add_format({**ruled, "bold": True, "text_wrap": True, "bg_color": "#EEF0F3"})
        self.visit = book.add_format({**ruled, "bold": True, "text_wrap": True})
        self.cell = book.add_format({**ruled, "text_wrap": True})
        self.number = book.add_format({**ruled, "align": "center"})
        left = {**ruled, "align": "left"}
        self.weekday = book.add_format({**left, "num_format": "ddd"})
        self.date = book.add_format({**left, "num_format": _DAY})
        self.instant = book.add_format({**left, "num_format": f"{_DAY} hh:mm"})

    def write(self) -> None:
        page = self._page(translate("calendar", "Calendar"))
        sheet = self.sheet
        page.write_string(0, 0, printable(sheet.heading)[:_LONGEST_CELL], self.title)
        for place, text in enumerate(sheet.basis, 1):
            page.write_string(place, 0, printable(text), self.note)
        first = len(sheet.basis) + 2
        hours = {
            column: _WITH_HOUR
            for row in sheet.rows
            for column, when in enumerate((row.planned, row.opens, row.closes), 4)
            if isinstance(when, dt.datetime)
        }
        for column, (name, width) in enumerate(_COLUMNS):
            page.set_column(column, column, max(width, hours.get(column, 0.0)))
            page.write_string(first, column, translate("calendar", name), self.head)
        for number, row in enumerate(sheet.rows, first + 1):
            self._row(page, number, row)
        last = first + max(1, len(sheet.rows))
        page.autofilter(first, 0, last, len(_COLUMNS) - 1)
        page.freeze_panes(first + 1, 1)
        page.repeat_rows(first)
        page.fit_to_pages(1, 0)
        about = self._page(translate("calendar", "About this calendar"))
        about.set_column(0, 0, 18)
        about.set_column(1, 1, 95)
        pairs = [
            *sheet.identity.lines,
            *sheet.imprint.lines,
            (translate("calendar", "Timeline"), printable(sheet.timeline)),
            *(("", printable(text)) for text in sheet.basis),
        ]
        for number, (label, text) in enumerate(pairs):
            about.write_string(number, 0, label, self.name)
            about.write_string(number, 1, text[:_LONGEST_CELL], self.text)

    def _page(self, name: str) -> Any:
        page = self.book.add_worksheet(name[:31])
        page.set_paper(self.paper.excel)
        page.set_landscape()
        inches = MARGIN_MM / 25.4
        page.set_margins(inches, inches, inches + 0.3, inches + 0.3)
        page.set_header(_page_line(self.sheet.heading), {"margin": inches * 0.8})
        pages = translate("export", "Page {page} of {pages}").format(page="&P", pages="&N")
        foot = _page_line(self.sheet.imprint.short)
        page.set_footer(f"{foot[: _LONGEST_LINE - 40]}&R{pages}", {"margin": inches * 0.8})
        page.hide_gridlines(2)
        return page

    def _row(self, page: Any, number: int, row: CalendarRow) -> None:
        page.write_string(number, 0, visit_words(row), self.visit)
        page.write_number(number, 1, row.pass_, self.number)
        if row.study_day is None:
            page.write_blank(number, 2, None, self.number)
        else:
            page.write_number(number, 2, row.study_day, self.number)
        if row.date is not None and row.date >= _FIRST_DATE:
            page.write_datetime(number, 3, dt.datetime.combine(row.date, dt.time.min), self.weekday)
        else:
            page.write_blank(number, 3, None, self.cell)
        for column, when in ((4, row.planned), (5, row.opens), (6, row.closes)):
            self._when(page, number, column, when)
        provisional = translate("calendar", "yes") if row.provisional else translate("calendar", "no")
        texts = (
            provisional,
            free_day_words(row),
            printable(row.epoch),
            printable("; ".join(row.to_do)),
            " ".join(doubts(row)),
        )
        for column, text in enumerate(texts, 7):
            page.write_string(number, column, text[:_LONGEST_CELL], self.cell)

    def _when(self, page: Any, row: int, column: int, when: When | None) -> None:
        if when is None:
            page.write_blank(row, column, None, self.cell)
        elif isinstance(when, dt.datetime):
            page.write_datetime(row, column, when.replace(tzinfo=None), self.instant)
        elif when >= _FIRST_DATE:
            page.write_datetime(row, column, dt.datetime.combine(when, dt.time.min), self.date)
        else:
            page.write_string(row, column, when.isoformat(), self.cell)


def _page_line(text: str) -> str:
    """Text for a page's header or footer, where & begins a code."""
    text = printable(text).replace("\n", " ")
    while len("&L" + text.replace("&", "&&")) > _LONGEST_LINE:
        text = text[:-2].rstrip() + "…"
    return "&L" + text.replace("&", "&&")
