"""A Word document from its parts: the package, its styles, page headers and footers, paragraphs and tables.

WordprocessingML (ISO/IEC 29500-1, chapter 17) in an Open Packaging zip. Every text is escaped, times are the
caller's, so the same input gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC
from xml.sax.saxutils import escape

from study.export.identity import Identity, Imprint
from study.export.paper import MARGIN_MM, Paper
from study.export.printable import reads_right_to_left
from study.language import translate

_NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_GREY = "5A6677"
_RULE = "C9CFD8"


def twips(mm: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(mm * 56.6929)


def run(text: str, *, points: float = 0, bold: bool = False, grey: bool = False, raised: bool = False) -> str:
    """A run of text in one format; line feeds are line breaks. `points` 0 is the style's size."""
    if not text:
        return ""
    form = ""
    if bold:
        form += "<w:b/><w:bCs/>"
    if grey:
        form += f'<w:color w:val="{_GREY}"/>'
    if points:
        half = round(points * 2)
        form += f'<w:sz w:val="{half}"/><w:szCs w:val="{half}"/>'
    if raised:
        form += '<w:vertAlign w:val="superscript"/>'
    if reads_right_to_left(text):
        form += "<w:rtl/>"
    lines = "<w:br/>".join(
        f'<w:t xml:space="preserve">{escape(line.replace(chr(9), " "))}</w:t>' for line in text.split("\n")
    )
    return f"<w:r>{f'<w:rPr>{form}</w:rPr>' if form else ''}{lines}</w:r>"


def paragraph(
    *runs: str,
    style: str = "",
    text: str = "",
    align: str = "",
    new_page: bool = False,
    indent_mm: float = 0.0,
    hanging_mm: float = 0.0,
) -> str:
    """A paragraph of runs. `text` is what they say, by which the reading direction is found."""
    form = ""
    if style:
        form += f'<w:pStyle w:val="{style}"/>'
    if new_page:
        form += "<w:pageBreakBefore/>"
    if text and reads_right_to_left(text):
        form += "<w:bidi/>"
    if indent_mm or hanging_mm:
        hanging = f' w:hanging="{twips(hanging_mm)}"' if hanging_mm else ""
        form += f'<w:ind w:left="{twips(indent_mm)}"{hanging}/>'
    if align:
        form += f'<w:jc w:val="{align}"/>'
    return f"<w:p>{f'<w:pPr>{form}</w:pPr>' if form else ''}{''.join(runs)}</w:p>"


def cell(
    content: str, width_mm: float, *, span: int = 1, fill: str = "", upright: bool = True, middle: bool = True
) -> str:
    """A cell of a table; `content` is paragraphs, `fill` a colour as RRGGBB, not `upright` reads bottom to top."""
    form = f'<w:tcW w:w="{twips(width_mm)}" w:type="dxa"/>'
    if span > 1:
        form += f'<w:gridSpan w:val="{span}"/>'
    if fill:
        form += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>'
    if not upright:
        form += '<w:textDirection w:val="btLr"/>'
    if middle:
        form += '<w:vAlign w:val="center"/>'
    return f"<w:tc><w:tcPr>{form}</w:tcPr>{content}</w:tc>"


def row(cells: Iterable[str], *, is_header: bool = False, height_mm: float = 0.0) -> str:
    """A row that no page cuts; a header row stands again on each page that the table goes on to."""
    form = "<w:cantSplit/>"
    if height_mm:
        form += f'<w:trHeight w:val="{twips(height_mm)}" w:hRule="atLeast"/>'
    if is_header:
        form += "<w:tblHeader/>"
    return f"<w:tr><w:trPr>{form}</w:trPr>{''.join(cells)}</w:tr>"


def table(rows: Iterable[str], widths_mm: Sequence[float], title: str = "") -> str:
    """A table of fixed column widths; `title` is what a screen reader says of it."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    borders = "".join(f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="{_RULE}"/>' for side in sides)
    margins = '<w:left w:w="40" w:type="dxa"/><w:right w:w="40" w:type="dxa"/>'
    caption = f"<w:tblCaption w:val={_quoted(title)}/>" if title else ""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths_mm)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths_mm))}" w:type="dxa"/>'
        f'<w:tblBorders>{borders}</w:tblBorders><w:tblLayout w:type="fixed"/>'
        f'<w:tblCellMar>{margins}</w:tblCellMar><w:tblLook w:val="0020"/>{caption}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def pairs(listed: Iterable[tuple[str, str]], widths_mm: tuple[float, float]) -> str:
    """(label, text) rows without rules, as a title block or a list of footnotes."""
    rows = []
    for label, text in listed:
        name = cell(paragraph(run(label, grey=True)), widths_mm[0], middle=False)
        said = cell(paragraph(run(text), text=text), widths_mm[1], middle=False)
        rows.append(f"<w:tr><w:trPr/>{name}{said}</w:tr>")
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths_mm)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths_mm))}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="0" w:type="dxa"/>'
        '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def package(title: str, body: Iterable[str], identity: Identity, imprint: Imprint, paper: Paper) -> bytes:
    """The whole document. `paper` as it is held; identity above each page, imprint and page x of y below it."""
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _relationships(
            ("officeDocument", _OFFICE, "word/document.xml"),
            ("metadata/core-properties", f"{_PACKAGE}/relationships", "docProps/core.xml"),
            ("extended-properties", _OFFICE, "docProps/app.xml"),
        ),
        "docProps/core.xml": _core(title, identity, imprint),
        "docProps/app.xml": (
            '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
            f"<Application>{escape(imprint.program)}</Application></Properties>"
        ),
        "word/_rels/document.xml.rels": _relationships(
            ("styles", _OFFICE, "styles.xml"),
            ("settings", _OFFICE, "settings.xml"),
            ("header", _OFFICE, "header1.xml"),
            ("footer", _OFFICE, "footer1.xml"),
        ),
        "word/styles.xml": _styles(imprint.language),
        "word/settings.xml": (
            f'<w:settings {_NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
            '<w:compat><w:compatSetting w:name="compatibilityMode" '
            'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>'
        ),
        "word/header1.xml": f"<w:hdr {_NAMESPACES}>{_page_line(identity.short, paper)}</w:hdr>",
        "word/footer1.xml": f"<w:ftr {_NAMESPACES}>{_page_line(imprint.short, paper, numbered=True)}</w:ftr>",
        "word/document.xml": (
            f"<w:document {_NAMESPACES}><w:body>{''.join(body)}{_section(paper)}</w:body></w:document>"
        ),
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, (_XML + content).encode("utf-8"))
    return written.getvalue()


def _section(paper: Paper) -> str:
    margin = twips(MARGIN_MM)
    orient = ' w:orient="landscape"' if paper.is_landscape else ""
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="rId3"/>'
        '<w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{twips(paper.width)}" w:h="{twips(paper.height)}"{orient}/>'
        f'<w:pgMar w:top="{twips(20)}" w:right="{margin}" w:bottom="{twips(18)}" w:left="{margin}" '
        f'w:header="{twips(9)}" w:footer="{twips(9)}" w:gutter="0"/></w:sectPr>'
    )


def _page_line(text: str, paper: Paper, *, numbered: bool = False) -> str:
    """The line at the head or foot of each page, with the page's number at its end."""
    end = twips(paper.width - 2 * MARGIN_MM)
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{end}"/></w:tabs>'
    runs = run(text, grey=True, points=7.5)
    if numbered:
        said = translate("export", "Page {page} of {pages}")
        runs += "<w:r><w:tab/></w:r>"
        for piece in _pieces(said):
            runs += _field(piece) if piece in _FIELDS else run(piece, grey=True, points=7.5)
    return f"<w:p><w:pPr>{tab}</w:pPr>{runs}</w:p>"


_FIELDS = {"{page}": "PAGE", "{pages}": "NUMPAGES"}


def _pieces(said: str) -> list[str]:
    """The text around its two numbers, and these, in order."""
    pieces = [said]
    for name in _FIELDS:
        pieces = [
            part
            for piece in pieces
            for n, text in enumerate(piece.split(name))
            for part in ([name, text] if n else [text])
        ]
    return [piece for piece in pieces if piece]


def _field(name: str) -> str:
    form = f'<w:rPr><w:color w:val="{_GREY}"/><w:sz w:val="15"/><w:szCs w:val="15"/></w:rPr>'
    return f'<w:fldSimple w:instr=" {_FIELDS[name]} "><w:r>{form}<w:t>1</w:t></w:r></w:fldSimple>'


def _styles(language: str) -> str:
    """Few and plain: people may change them at once for a whole document."""

    def style(
        name: str, title: str, points: float, *, bold: bool, before: int, after: int, level: int = -1
    ) -> str:
        outline = f'<w:outlineLvl w:val="{level}"/>' if level >= 0 else ""
        keep = "<w:keepNext/>" if level >= 0 else ""
        weight = "<w:b/><w:bCs/>" if bold else ""
        size = f'<w:sz w:val="{round(points * 2)}"/><w:szCs w:val="{round(points * 2)}"/>'
        return (
            f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{title}"/>'
            f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{keep}'
            f'<w:spacing w:before="{before}" w:after="{after}"/>{outline}</w:pPr>'
            f"<w:rPr>{weight}{size}</w:rPr></w:style>"
        )

    fonts = '<w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/>'
    return (
        f"<w:styles {_NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>{fonts}"
        f'<w:sz w:val="18"/><w:szCs w:val="18"/><w:lang w:val="{escape(language)}"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/></w:pPr>'
        "</w:pPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
        + style("Heading1", "heading 1", 15, bold=True, before=0, after=80, level=0)
        + style("Heading2", "heading 2", 11, bold=True, before=160, after=60, level=1)
        + style("Said", "Said", 9, bold=False, before=0, after=20)
        + "</w:styles>"
    )


def _content_types() -> str:
    overrides = {
        "/word/document.xml": f"{_WORD}.document.main+xml",
        "/word/styles.xml": f"{_WORD}.styles+xml",
        "/word/settings.xml": f"{_WORD}.settings+xml",
        "/word/header1.xml": f"{_WORD}.header+xml",
        "/word/footer1.xml": f"{_WORD}.footer+xml",
        "/docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        "/docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
    listed = "".join(
        f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relationships(*listed: tuple[str, str, str]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{n}" Type="{base}/{kind}" Target="{target}"/>'
        for n, (kind, base, target) in enumerate(listed, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def _core(title: str, identity: Identity, imprint: Imprint) -> str:
    time = imprint.printed.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(identity.sponsor)}</dc:creator>"
        f"<dc:description>{escape(imprint.short)}</dc:description>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{time}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{time}</dcterms:modified></cp:coreProperties>'
    )


def _quoted(text: str) -> str:
    return '"' + escape(text, {'"': "&quot;", "\n": " "}) + '"'
