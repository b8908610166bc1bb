"""The Schedule of Activities as one HTML file: an accessible table that prints with its headers on each page."""

from __future__ import annotations

from html import escape

from study.export.html_page import foot_of_page, head_of_page, html_page, notes, raised
from study.export.paper import A4, Paper
from study.export.soa_page import HeadCell, HeadRow, SheetMark, SheetRow, SoaSheet, arrow
from study.language import translate


def soa_html(sheet: SoaSheet, paper: Paper = A4) -> bytes:
    """The sheet as a page of HTML that stands alone. `paper` is what it is printed on, as it is held."""
    body = head_of_page(
        f"{sheet.heading} · {sheet.timeline}", sheet.identity, sheet.imprint, (*sheet.shown, *sheet.legend)
    )
    body.append(f'<main><div class="scroll" tabindex="0" role="region" aria-label="{escape(sheet.heading)}">')
    body.append("<table>")
    body.append(f'<caption class="subtitle">{escape(sheet.title)}</caption>')
    body.append("<thead>")
    body += [_head_row(head) for head in sheet.heads]
    body.append("</thead><tbody>")
    body += [_row(row, sheet.count) for row in sheet.rows]
    body.append("</tbody></table></div></main>")
    body += notes(translate("export", "Footnotes"), sheet.footnotes)
    body += notes(translate("export", "Names in full"), sheet.long_names)
    body += foot_of_page(sheet.identity, sheet.imprint)
    return html_page(sheet.title, body, sheet.imprint, f"size: {paper.css}")


def _head_row(head: HeadRow) -> str:
    cells = "".join(_head_cell(head.kind, cell) for cell in head.cells)
    return f'<tr><th scope="row" class="label">{escape(head.label)}</th>{cells}</tr>'


def _head_cell(kind: str, cell: HeadCell) -> str:
    span = f' colspan="{cell.length}"' if cell.length > 1 else ""
    scope = "colgroup" if cell.length > 1 else "col"
    inside = f" {arrow(cell.inside)}" if cell.inside else ""
    text = escape(cell.text) + inside + raised(cell.letters)
    if not text:
        return f"<td{span}></td>"
    return f'<th scope="{scope}" class="{kind}"{span} dir="auto">{text}</th>'


def _row(row: SheetRow, count: int) -> str:
    indent = f' style="padding-inline-start: {6 + 14 * row.level}px"' if row.level else ""
    title = f'<th scope="row"{indent} dir="auto">{escape(row.title)}{raised(row.letters)}</th>'
    cells = "".join(_mark(row.marks.get(c)) for c in range(count))
    kind = ' class="group"' if row.is_group else ""
    return f"<tr{kind}>{title}{cells}</tr>"


def _mark(mark: SheetMark | None) -> str:
    if mark is None:
        return "<td></td>"
    return f'<td class="mark">{escape(mark.sign)}{raised(mark.letters)}</td>'
