"""PDFs, read again page by page: headers on each, nothing lost, nothing smaller than can be read, only vectors."""

from __future__ import annotations

import ctypes
import re
from typing import Any
from xml.etree import ElementTree as ET

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtGui import QImage

from app.verbs.export import Asked, prepared
from study.document import Document
from study.export.paper import A4, LETTER, Paper
from study.export.runs import column_runs
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
from ui.export.make import painted
from ui.export.pages import Pages
from ui.export.pdf import pdf
from ui.export.soa_pages import SoaPages
from ui.export.visit_pages import VisitPages

PAPERS = (A4.held("landscape"), A4.held("portrait"), LETTER.held("landscape"), LETTER.held("portrait"))
IMAGE = 3  # FPDF_PAGEOBJ_IMAGE
TEXT = 1  # FPDF_PAGEOBJ_TEXT


def opened(content: bytes) -> Any:
    return pypdfium2.PdfDocument(content)


def text_of(page: Any) -> str:
    """The words of a page, white space made plain."""
    return " ".join(str(page.get_textpage().get_text_range()).split())


def sizes_of(page: Any) -> list[float]:
    """The sizes of all letters of a page, in points."""
    found = page.get_textpage()
    raw = pypdfium2.raw
    return [
        float(raw.FPDFText_GetFontSize(found, n))
        for n in range(found.count_chars())
        if chr(raw.FPDFText_GetUnicode(found, n)).strip()
    ]


def scales_of(page: Any) -> list[float]:
    """How many points high the letters of a page are set, by the matrices of its texts, turned or not."""
    raw = pypdfium2.raw
    found = []
    for each in page.get_objects(max_depth=4):
        if each.type != TEXT:
            continue
        a, b, _, _, _, _ = each.get_matrix().get()
        size = ctypes.c_float()
        raw.FPDFTextObj_GetFontSize(each.raw, size)
        found.append(float(size.value) * (a * a + b * b) ** 0.5)
    return found


@pytest.mark.parametrize("paper", PAPERS, ids=lambda p: f"{p.name}-{'wide' if p.is_landscape else 'high'}")
@pytest.mark.parametrize("name", STUDIES)
def test_a_table_on_paper(qapp: object, name: str, paper: Paper) -> None:
    sheet = sheet_of(document(name))
    made = SoaPages(sheet, paper)
    found = opened(pdf(made))
    assert len(found) == len(made)
    pages = [text_of(page) for page in found]
    for n, (page, text) in enumerate(zip(found, pages, strict=True), 1):
        width, height = page.get_size()
        assert abs(width - paper.width / 25.4 * 72) < 1
        assert abs(height - paper.height / 25.4 * 72) < 1
        assert f"Page {n} of {len(made)}" in text
        assert sheet.identity.short in text
        assert sheet.imprint.short in text
        assert not any(each.type == IMAGE for each in page.get_objects(max_depth=4))
        assert min(scales_of(page)) >= 6.5 * 0.65  # raised letters are smaller than their text
    everything = " ".join(pages)
    for row in sheet.rows:
        assert row.title.split(" ")[0] in everything
    for _, note in sheet.footnotes:
        first = " ".join(note.split()[:3])
        assert first in everything
    tables = [text for text in pages if sheet.rows[0].title in text or "(continued)" in text]
    assert tables
    for text in tables:
        for head in sheet.heads:
            assert head.label in text


@pytest.mark.parametrize("visits", [1, 5, 80, 300])
def test_every_visit_stands_on_a_page_once_and_no_epoch_that_fits_is_cut(qapp: object, visits: int) -> None:
    sheet = sheet_of(awkward(visits=visits, activities=3, visit="Visit {n:03}"))
    made = SoaPages(sheet, A4.held("landscape"))
    assert [c for run in made.fit.runs for c in run] == list(range(visits))
    assert all(run.start in sheet.epochs for run in made.fit.runs)
    assert made.fit.size >= 6.5
    assert made.fit.is_turned == (visits > 5)
    words = " ".join(text_of(page) for page in opened(pdf(made)))
    dense = words.replace(" ", "")  # the reader parts the letters of turned words
    for n in range(1, visits + 1):
        assert dense.count(f"Visit{n:03}") == 1
    assert words.count("Activity 1") == len(made.fit.runs)  # names are repeated for each run of columns


def test_type_as_large_as_a_person_asked_for_but_never_too_small(qapp: object) -> None:
    sheet = sheet_of(document(LZZT))
    assert SoaPages(sheet, A4.held("landscape"), 8.0).fit.size == 8.0
    assert SoaPages(sheet, A4.held("landscape"), 3.0).fit.size == 6.5


@pytest.mark.parametrize("text", [LONG, HEBREW, EMOJI, ILLEGAL, "W" * 400, "<b>x</b> & y"])
def test_awkward_texts_stay_on_their_page(qapp: object, text: str) -> None:
    found = awkward(activity=text, visit=text, footnote=f"<p>{text}</p>", study=text)
    sheet = sheet_of(found)
    made = SoaPages(sheet, A4.held("landscape"))
    for page in opened(pdf(made)):
        width, height = page.get_size()
        for each in page.get_objects(filter=[TEXT], max_depth=4):
            left, bottom, right, top = each.get_bounds() if hasattr(each, "get_bounds") else each.get_pos()
            assert left >= -1
            assert bottom >= -1
            assert right <= width + 1
            assert top <= height + 1


def test_a_long_name_is_given_in_full_below(qapp: object) -> None:
    made = SoaPages(sheet_of(awkward(activity="{n} " + LONG, activities=1)), A4.held("landscape"))
    words = " ".join(text_of(page) for page in opened(pdf(made)))
    assert "Names in full" in words
    assert words.count("whose name goes on and on") >= 52


def test_a_table_with_no_visits_says_what_it_is(qapp: object) -> None:
    made = SoaPages(sheet_of(awkward(visits=0)), A4.held("landscape"))
    assert len(made) == 1
    assert "Schedule of Activities" in text_of(opened(pdf(made))[0])


def test_footnotes_longer_than_a_page_go_on(qapp: object) -> None:
    note = " ".join(f"word{n}" for n in range(6000))
    made = SoaPages(sheet_of(awkward(footnote=note)), A4.held("landscape"))
    words = " ".join(text_of(page) for page in opened(pdf(made)))
    assert len(made) > 2
    found = [int(n) for n in re.findall(r"word(\d+)", words)]
    assert found == list(range(6000))


@pytest.mark.parametrize("name", [LZZT, SAMPLE])
def test_the_same_pages_give_the_same_bytes(qapp: object, name: str) -> None:
    sheet = sheet_of(document(name))
    first = pdf(SoaPages(sheet, A4.held("landscape")))
    assert first == pdf(SoaPages(sheet, A4.held("landscape")))
    found = opened(first)
    assert found.get_metadata_value("CreationDate") == "D:20261122180500Z"
    assert found.get_metadata_value("Title") == sheet.title
    assert b"Inter" in first


def test_a_visit_on_paper(qapp: object) -> None:
    visit = visit_of(document(ALEXION), "1")
    pages: Pages = VisitPages(visit, LETTER)
    found = opened(pdf(pages))
    words = " ".join(text_of(page) for page in found)
    for item in visit.items:
        assert item.title.split(" ")[0] in words
    for text in ("Visit checklist · Day 1", "+24 h", "no activity stated", "PKPD Timeline", "Initials"):
        assert text in words
    for n, page in enumerate(found, 1):
        assert f"Page {n} of {len(pages)}" in text_of(page)


def ready(view: str, found: Document, **asked: str) -> Any:
    return prepared(found, view, Asked(printed="2026-11-22T18:05+00:00", **asked), revision="Revision 3")


@pytest.mark.parametrize("view", ["graph", "axis"])
@pytest.mark.parametrize("name", STUDIES)
def test_pictures_in_parts_and_on_one_page(qapp: object, view: str, name: str) -> None:
    found = document(name)
    parts = opened(painted(view, ".pdf", ready(view, found)))
    whole = opened(painted(view, ".pdf", ready(view, found, fit="page")))
    assert len(whole) == 1
    assert len(parts) >= len(whole)
    timeline = found.default_timeline()
    assert timeline is not None
    titles = [each.title for each in timeline[2].instances if len(each.title) > 3]
    for made in (parts, whole):
        words = " ".join(text_of(page) for page in made)
        assert sum(title in words for title in titles) > 0.7 * len(titles)
        assert all("Page" in text_of(page) for page in made)
    assert not any(each.type == IMAGE for page in parts for each in page.get_objects(max_depth=4))
    # What is in parts is legible.
    assert min(size for page in parts for size in scales_of(page)) > 6.4


def test_a_long_graph_says_how_its_parts_hang_together(qapp: object) -> None:
    found = opened(painted("graph", ".pdf", ready("graph", document(ALEXION))))
    words = [text_of(page) for page in found]
    assert len(found) > 2
    assert "to part 2" in words[0]
    assert "from part" in words[-1]


@pytest.mark.parametrize("view", ["graph", "axis"])
def test_svg_is_vectors_and_text(qapp: object, view: str) -> None:
    content = painted(view, ".svg", ready(view, document(LZZT), anchor="2025-01-07"))
    root = ET.fromstring(content)
    tags = {each.tag.rpartition("}")[2] for each in root.iter()}
    assert "image" not in tags
    assert "script" not in tags
    assert not any("href" in key for each in root.iter() for key in each.attrib)
    words = " ".join("".join(each.itertext()) for each in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "Week 8" in words
    assert "counted from Dose on 2025-01-07" in words
    assert root.findtext("{http://www.w3.org/2000/svg}title")


@pytest.mark.parametrize("view", ["graph", "axis"])
def test_png_is_a_picture(qapp: object, view: str) -> None:
    image = QImage.fromData(painted(view, ".png", ready(view, document(SAMPLE))))
    assert image.width() > 1000


def test_runs_are_those_of_the_widths(qapp: object) -> None:
    sheet = sheet_of(awkward(visits=80))
    made = SoaPages(sheet, A4.held("landscape"))
    room = made._frame.content.width() - made.fit.label_width
    assert list(made.fit.runs) == column_runs(made.fit.widths, room, sheet.epochs, sheet.encounters)


@pytest.mark.parametrize("view", ["graph", "axis"])
@pytest.mark.parametrize("text", [ILLEGAL, LONG, HEBREW, EMOJI, '<script>alert(1)</script> & "x"'])
def test_pictures_of_awkward_texts_are_well_formed(qapp: object, view: str, text: str) -> None:
    found = awkward(activity=text, visit=text, study=text)
    root = ET.fromstring(painted(view, ".svg", ready(view, found)))
    assert "script" not in {each.tag.rpartition("}")[2] for each in root.iter()}
    assert len(opened(painted(view, ".pdf", ready(view, found)))) >= 1


@pytest.mark.parametrize("view", ["graph", "axis"])
@pytest.mark.parametrize("ending", [".pdf", ".svg", ".png"])
def test_a_timeline_with_nothing_in_it_is_a_page_that_says_so(qapp: object, view: str, ending: str) -> None:
    content = painted(view, ending, ready(view, awkward(visits=0)))
    if ending == ".pdf":
        assert len(opened(content)) == 1
    elif ending == ".svg":
        ET.fromstring(content)
    else:
        assert not QImage.fromData(content).isNull()
