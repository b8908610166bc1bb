"""A visit's checklist as one HTML file, with boxes to tick and blanks to fill in on paper."""

from __future__ import annotations

from html import escape

from study.export.html_page import foot_of_page, head_of_page, html_page, notes, raised
from study.export.paper import A4, Paper
from study.export.soa_page import arrow
from study.export.visit_page import InnerSchedule, VisitItem, VisitSheet
from study.language import translate


def visit_html(sheet: VisitSheet, paper: Paper = A4) -> bytes:
    """The checklist as a page of HTML that stands alone. `paper` is what it is printed on, as it is held."""
    body = head_of_page(f"{sheet.heading} · {sheet.visit}", sheet.identity, sheet.imprint, sheet.shown)
    body.append('<main><dl class="about">')
    body += [f'<dt>{escape(label)}</dt><dd dir="auto">{_lines(text)}</dd>' for label, text in sheet.facts]
    body.append("</dl>")
    body += [f'<p dir="auto">{_lines(text)}</p>' for text in sheet.notes]
    heads = "".join(
        f'<th scope="col">{escape(text)}</th>'
        for text in (
            translate("export", "Done"),
            translate("export", "Activity"),
            translate("export", "Time"),
            translate("export", "Initials"),
        )
    )
    body.append(f"<h2>{escape(translate('export', 'Activities'))}</h2>")
    body.append(f'<table class="checklist"><thead><tr>{heads}</tr></thead><tbody>')
    body += [_item(item) for item in sheet.items]
    body.append("</tbody></table>")
    for inner in sheet.inner:
        body += _inner(inner)
    body.append("</main>")
    body += notes(translate("export", "Footnotes"), sheet.footnotes)
    body += foot_of_page(sheet.identity, sheet.imprint)
    return html_page(sheet.title, body, sheet.imprint, f"size: {paper.css}")


def _lines(text: str) -> str:
    return "<br>".join(map(escape, text.split("\n")))


def _item(item: VisitItem) -> str:
    indent = f' style="padding-inline-start: {6 + 14 * item.level}px"'
    inside = f" {arrow(item.inside)}" if item.inside else ""
    said = "".join(f"<br><small>{_lines(note)}</small>" for note in item.notes)
    title = (
        f'<th scope="row"{indent} dir="auto">{escape(item.title)}{inside}{raised(item.letters)}{said}</th>'
    )
    if item.is_group:
        return f'<tr class="group"><td></td>{title}<td></td><td></td></tr>'
    return f'<tr><td><span class="box"></span></td>{title}<td class="blank"></td><td class="blank"></td></tr>'


def _inner(inner: InnerSchedule) -> list[str]:
    heads = "".join(
        f'<th scope="col">{escape(text)}</th>'
        for text in (
            translate("export", "Planned"),
            translate("export", "Window"),
            translate("export", "Activity"),
            translate("export", "Time"),
            translate("export", "Initials"),
        )
    )
    rows = []
    for time in inner.times:
        what = time.what
        rows.append(
            f'<tr><th scope="row">{escape(time.when)}</th><td>{escape(time.window)}</td>'
            f'<td dir="auto" class="what">{escape(what)}</td><td class="blank"></td><td class="blank"></td></tr>'
        )
    return [
        f'<section><h2 dir="auto">{escape(arrow(inner.number))} {escape(inner.title)}</h2>',
        f'<p class="subtitle" dir="auto">{escape(inner.basis)}</p>' if inner.basis else "",
        f'<table class="checklist"><thead><tr>{heads}</tr></thead><tbody>',
        *rows,
        "</tbody></table></section>",
    ]
