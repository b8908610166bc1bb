"""Pages as a vector PDF whose bytes depend on the pages and the print time alone."""

from __future__ import annotations

import re
import uuid
from datetime import UTC
from xml.sax.saxutils import escape

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from study.export.paper import Paper
from ui.export.pages import DPI, Pages

_DATE = re.compile(rb"/(CreationDate|ModDate) \(D:[^)]*\)")


def pdf(pages: Pages) -> bytes:
    """The pages as a PDF of version 1.6, fonts embedded. Raises ValueError where there is nothing to paint."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setTitle(pages.title)
    writer.setCreator(pages.imprint.program)
    writer.setPageLayout(page_layout(pages.paper))
    name = uuid.uuid5(uuid.NAMESPACE_URL, f"{pages.imprint.content_hash} {pages.title}")
    writer.setDocumentId(QUuid(str(name)))
    writer.setDocumentXmpMetadata(QByteArray(_metadata(pages).encode("utf-8")))
    painter = QPainter()
    if not len(pages) or not painter.begin(writer):
        raise ValueError("there is nothing to paint")
    try:
        for page in range(len(pages)):
            if page:
                writer.newPage()
            painter.save()
            pages.paint(painter, page)
            painter.restore()
    finally:
        painter.end()
    written = bytes(buffer.data().data())
    buffer.close()
    return _dated(written, pages)


def page_layout(paper: Paper) -> QPageLayout:
    """The paper for a printer or PDF, without margins: the pages keep their own."""
    size = QPageSize(QSizeF(*sorted((paper.width, paper.height))), QPageSize.Unit.Millimeter, paper.name)
    known = QPageSize(QPageSize.PageSizeId.A4 if paper.name == "a4" else QPageSize.PageSizeId.Letter)
    held = QPageLayout.Orientation.Landscape if paper.is_landscape else QPageLayout.Orientation.Portrait
    layout = QPageLayout(known if paper.name in ("a4", "letter") else size, held, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    return layout


def _metadata(pages: Pages) -> str:
    """Title, program and time as XMP (ISO 16684-1), in place of Qt's own, which asks the clock."""
    time = pages.imprint.printed.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about="" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">'
        f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(pages.title)}</rdf:li></rdf:Alt></dc:title>'
        f"<xmp:CreatorTool>{escape(pages.imprint.program)}</xmp:CreatorTool>"
        f"<xmp:CreateDate>{time}</xmp:CreateDate><xmp:ModifyDate>{time}</xmp:ModifyDate>"
        '</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>'
    )


def _dated(written: bytes, pages: Pages) -> bytes:
    """The file with the print time in place of the clock's, in as many bytes, so that its offsets still hold."""
    time = pages.imprint.printed.astimezone(UTC).strftime("D:%Y%m%d%H%M%SZ").encode()

    def put(found: re.Match[bytes]) -> bytes:
        return (b"/" + found.group(1) + b" (" + time + b")").ljust(len(found.group()))

    return _DATE.sub(put, written)
