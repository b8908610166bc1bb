"""CSV, HTML, XLSX and DOCX, read again by other readers than those that wrote them."""

from __future__ import annotations

import csv
import io
import zipfile
from html.parser import HTMLParser
from typing import Any
from xml.etree import ElementTree as ET

import docx
import openpyxl  # type: ignore[import-untyped]
import pytest

from study.export.paper import A4, LETTER
from study.export.soa_csv import soa_csv
from study.export.soa_docx import soa_docx
from study.export.soa_html import soa_html
from study.export.soa_page import SoaSheet
from study.export.soa_xlsx import soa_xlsx
from study.export.visit_docx import visit_docx
from study.export.visit_html import visit_html
from study.language import set_translator
from study.soa import schedule_of_activities
from study.soa_csv import soa_csv as plain_csv
from tests.exporting import (
    ALEXION,
    EMOJI,
    HEBREW,
    ILLEGAL,
    LONG,
    LZZT,
    SAMPLE,
    STUDIES,
    awkward,
    document,
    sheet_of,
    visit_of,
)

HOSTILE = "<script>alert(1)</script><img src='http://evil.example/x.png'>&\"'"


class Page(HTMLParser):
    """What a page is made of: tags with attributes, text by tag."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.rows: list[list[str]] = []
        self._open: list[str] = []
        self.feed(content.decode("utf-8"))
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._open.append(tag)
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        if "style" in self._open:
            return
        self.text += data
        if "td" in self._open or "th" in self._open:
            self.rows[-1][-1] += data


@pytest.mark.parametrize("name", STUDIES)
def test_csv_begins_as_a_plain_table_and_then_says_what_it_is(name: str) -> None:
    found = document(name)
    chosen = found.default_timeline()
    assert chosen is not None
    content = soa_csv(sheet_of(found, whole=True))
    assert content.startswith(plain_csv(schedule_of_activities(chosen[2], chosen[1]), chosen[1]))
    rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"))))
    assert ["Printed", "2026-11-22 18:05 (UTC), Maestro"] in rows
    assert ["Content", found.content_hash] in rows


@pytest.mark.parametrize("name", STUDIES)
def test_html_stands_alone_and_has_every_mark(name: str) -> None:
    sheet = sheet_of(document(name))
    content = soa_html(sheet, LETTER.held("landscape"))
    page = Page(content)
    assert {tag for tag, _ in page.tags} & {"script", "img", "link", "iframe", "object", "base"} == set()
    assert not any(key in ("src", "href") or key.startswith("on") for _, keys in page.tags for key in keys)
    assert b"http" not in content.replace(b"http-equiv", b"")
    assert "size: letter landscape" in content.decode()
    assert {keys["scope"] for tag, keys in page.tags if tag == "th"} <= {"row", "col", "colgroup"}
    assert all("scope" in keys for tag, keys in page.tags if tag == "th")
    body = page.rows[len(sheet.heads) :][: len(sheet.rows)]
    for row, cells in zip(sheet.rows, body, strict=True):
        assert [c for c in range(sheet.count) if cells[c + 1]] == sorted(row.marks)
    for _, text in sheet.footnotes:
        assert text in page.text


@pytest.mark.parametrize("write", [soa_html, lambda s: soa_html(s, A4)])
def test_html_in_names_and_footnotes_is_only_text(write: Any) -> None:
    found = awkward(
        activity=HOSTILE, visit=HOSTILE, footnote="&lt;script&gt;x&lt;/script&gt; a &amp; b", study=HOSTILE
    )
    page = Page(write(sheet_of(found)))
    assert {tag for tag, _ in page.tags} & {"script", "img"} == set()
    assert HOSTILE in page.text
    assert "<script>x</script> a & b" in page.text


def marks_in(sheet: SoaSheet) -> set[tuple[int, int]]:
    return {(r, c) for r, row in enumerate(sheet.rows) for c in row.marks}


def _part(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


def worksheet(content: bytes) -> Any:
    return openpyxl.load_workbook(io.BytesIO(content)).worksheets[0]


@pytest.mark.parametrize("name", STUDIES)
def test_a_workbook_has_every_mark_and_prints_its_headers_on_each_page(name: str) -> None:
    sheet = sheet_of(document(name))
    content = soa_xlsx(sheet, LETTER)
    book = openpyxl.load_workbook(io.BytesIO(content))
    table = book.worksheets[0]
    body = 2 + len(sheet.heads)
    found = {
        (r - body, c - 2)
        for r in range(body, body + len(sheet.rows))
        for c in range(2, sheet.count + 2)
        if table.cell(r, c).value
    }
    assert found == marks_in(sheet)
    assert table.print_title_rows == f"$2:${body - 1}"
    assert table.print_title_cols == "$A:$A"
    assert table.freeze_panes == f"B{body}"
    assert table.page_setup.orientation == "landscape"
    assert int(table.page_setup.paperSize) == 1
    assert int(table.page_setup.scale or 100) >= 65
    assert sheet.identity.short.split(" · ")[0] in table.oddHeader.left.text
    assert "2026-11-22 18:05" in table.oddFooter.left.text
    assert "Page &P of &N" in str(
        ET.fromstring(_part(content, "xl/worksheets/sheet1.xml")).findtext(".//{*}oddFooter")
    )
    notes = [cell.value for cell in book["Footnotes"]["B"] if cell.value]
    assert notes == [text for _, text in sheet.footnotes]
    about = {row[0].value: row[1].value for row in book["About this table"].iter_rows() if row[0].value}
    assert about["Content"] == sheet.imprint.content_hash
    breaks = [each.id for each in table.col_breaks.brk]
    assert all(place - 1 in sheet.encounters for place in breaks)


def test_a_workbook_merges_what_stands_over_several_columns() -> None:
    sheet = sheet_of(document(LZZT))
    table = worksheet(soa_xlsx(sheet))
    wide = sum(1 for head in sheet.heads for cell in head.cells if cell.length > 1)
    assert len(table.merged_cells.ranges) == wide
    assert wide > 4


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x")', "http://x.example"]
)
def test_no_text_becomes_a_formula_or_a_link(text: str) -> None:
    table = worksheet(soa_xlsx(sheet_of(awkward(activity=text, visit=text, study=text))))
    cells = [cell for row in table.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell for cell in cells if cell.hyperlink] == []
    assert sum(cell.value == text for cell in cells) >= 2


def paragraphs(found: Any) -> str:
    texts = [each.text for each in found.paragraphs]
    texts += [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join(texts)


@pytest.mark.parametrize("name", STUDIES)
def test_a_document_has_every_mark_in_runs_of_columns(name: str) -> None:
    sheet = sheet_of(document(name))
    content = soa_docx(sheet, A4.held("landscape"))
    found = docx.Document(io.BytesIO(content))
    section = found.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)  # type: ignore[union-attr]
    assert sheet.identity.short in section.header.paragraphs[0].text
    footer = section.footer._element.xml
    assert "PAGE" in footer
    assert "NUMPAGES" in footer
    assert sheet.imprint.short in section.footer.paragraphs[0].text
    tables = [table for table in found.tables if "tblHeader" in table._element.xml]
    marks: set[tuple[int, int]] = set()
    first = 0
    for table in tables:
        count = len(table._element.findall(".//{*}gridCol")) - 1
        rows = table.rows
        assert all("tblHeader" in row._tr.xml for row in list(rows)[: len(sheet.heads)])
        for r, row in enumerate(list(rows)[len(sheet.heads) :]):
            cells = row._tr.findall("{*}tc")
            said = ["".join(t.text or "" for t in cell.iter("{*}t")) for cell in cells[1:]]
            marks |= {(r, first + c) for c, text in enumerate(said) if text}
        first += count
    assert first == sheet.count
    assert marks == marks_in(sheet)
    for _, text in sheet.footnotes:
        assert text in paragraphs(found)


@pytest.mark.parametrize("made", [soa_docx, soa_xlsx])
@pytest.mark.parametrize("text", [ILLEGAL, LONG, HEBREW, EMOJI, HOSTILE, "a\tb\nc", ""])
def test_every_part_of_a_package_is_well_formed_whatever_it_says(made: Any, text: str) -> None:
    found = awkward(activity=text, visit=text, footnote=f"<p>{text}</p>", study=text)
    with zipfile.ZipFile(io.BytesIO(made(sheet_of(found)))) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ET.fromstring(archive.read(name))
            assert archive.getinfo(name).date_time == (1980, 1, 1, 0, 0, 0)


def test_right_to_left_text_is_set_so() -> None:
    content = soa_docx(sheet_of(awkward(activity=HEBREW)))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        body = archive.read("word/document.xml").decode()
    assert body.count("<w:bidi/>") == body.count("<w:rtl/>") == 4
    page = Page(soa_html(sheet_of(awkward(activity=HEBREW))))
    names = [
        keys
        for tag, keys in page.tags
        if tag == "th" and keys["scope"] == "row" and keys.get("class") != "label"
    ]
    assert len(names) == 4
    assert all(keys.get("dir") == "auto" for keys in names)


@pytest.mark.parametrize("visits", [0, 1, 5, 300])
def test_any_number_of_visits(visits: int) -> None:
    sheet = sheet_of(awkward(visits=visits))
    assert worksheet(soa_xlsx(sheet)).max_column == max(1, visits + 1)
    found = docx.Document(io.BytesIO(soa_docx(sheet)))
    tables = [table for table in found.tables if "tblHeader" in table._element.xml]
    widths = [len(table._element.findall(".//{*}gridCol")) - 1 for table in tables]
    assert sum(widths) == visits
    assert all(width <= 62 for width in widths)  # Word has no wider tables
    assert all(width % 10 == 0 for width in widths) or visits < 10  # no epoch is cut
    assert len(Page(soa_html(sheet)).rows) == len(sheet.heads) + 4


def test_a_visit_as_a_page_and_as_a_document() -> None:
    visit = visit_of(document(LZZT), "Week 8")
    page = Page(visit_html(visit))
    found = docx.Document(io.BytesIO(visit_docx(visit, A4)))
    assert sum(keys.get("class") == "box" for _, keys in page.tags) == 10
    assert paragraphs(found).count("☐") == 10
    for text in ("Day 57", "54 to 60", "56 days after Dose, 3 days either way", "Vital signs while supine"):
        assert text in page.text
        assert text in paragraphs(found)
    assert "In Person, Telephone Call" in page.text


def test_a_visit_says_its_way_on_and_its_footnotes() -> None:
    visit = visit_of(document(SAMPLE), "Cycle n Day 8")
    assert dict(visit.facts)["Window"] == "7 to 9"
    assert [letter for letter, _ in visit.footnotes] == sorted(
        {x for item in visit.items for x in item.letters}
    )
    decision = visit_of(document(SAMPLE), "Eligible?")
    assert dict(decision.facts)["Next"].startswith("otherwise: Cycle n Day 1")
    assert visit_of(document(ALEXION), "2").visit == "Day 2"


def test_an_unknown_visit_is_refused() -> None:
    from study.export.visit_page import visit_sheet

    found = document(SAMPLE)
    sheet = sheet_of(found)
    chosen = found.default_timeline()
    assert chosen is not None
    soa = schedule_of_activities(chosen[2], chosen[1])
    with pytest.raises(KeyError):
        visit_sheet(soa, "nowhere", chosen[1], sheet.identity, sheet.imprint)


def test_worksheets_have_names_that_excel_takes_in_any_language() -> None:
    set_translator(lambda _context, text, _comment, _n: f"[{text}: a/b*?]" if len(text) < 20 else "")
    try:
        content = soa_xlsx(sheet_of(document(SAMPLE)))
    finally:
        set_translator(None)
    names = openpyxl.load_workbook(io.BytesIO(content)).sheetnames
    assert len(set(names)) == len(names) == 3
    assert all(len(name) <= 31 and not set(name) & set("[]:*?/\\") for name in names)
