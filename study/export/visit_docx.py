"""A visit's checklist as a Word document, with boxes to tick and blanks to fill in."""

from __future__ import annotations

from study.export.docx_package import cell, package, pairs, paragraph, row, run, table
from study.export.paper import A4, MARGIN_MM, Paper
from study.export.soa_page import arrow
from study.export.visit_page import InnerSchedule, VisitItem, VisitSheet
from study.language import translate

_BOX = "☐"
_BOX_MM, _TIME_MM, _INITIALS_MM = 12.0, 24.0, 22.0
_WHEN_MM, _WINDOW_MM = 26.0, 34.0


def visit_docx(sheet: VisitSheet, paper: Paper = A4) -> bytes:
    """The checklist as DOCX on `paper` as it is held, portrait for most."""
    room = paper.width - 2 * MARGIN_MM
    body = [
        paragraph(run(f"{sheet.heading} · {sheet.visit}"), style="Heading1", text=sheet.visit),
        pairs([*sheet.identity.lines, *sheet.imprint.lines], (32.0, room - 32.0)),
        paragraph(run(sheet.visit), style="Heading2", text=sheet.visit),
        pairs(sheet.facts, (32.0, room - 32.0)),
        paragraph(style="Said"),
        *(paragraph(run(text), style="Said", text=text) for text in (*sheet.notes, *sheet.shown)),
        paragraph(run(translate("export", "Activities")), style="Heading2"),
        _items(sheet, room),
    ]
    for inner in sheet.inner:
        body.append(
            paragraph(run(f"{arrow(inner.number)} {inner.title}"), style="Heading2", text=inner.title)
        )
        if inner.basis:
            body.append(paragraph(run(inner.basis), style="Said", text=inner.basis))
        body.append(_inner(inner, room))
    if sheet.footnotes:
        body.append(paragraph(run(translate("export", "Footnotes")), style="Heading2"))
        body.append(pairs(sheet.footnotes, (8.0, room - 8.0)))
    body.append(paragraph())
    return package(sheet.title, body, sheet.identity, sheet.imprint, paper)


def _head(texts: tuple[str, ...], widths: list[float]) -> str:
    cells = [
        cell(paragraph(run(text, grey=True)), width, fill="EEF0F3")
        for text, width in zip(texts, widths, strict=True)
    ]
    return row(cells, is_header=True)


def _items(sheet: VisitSheet, room: float) -> str:
    widths = [_BOX_MM, room - _BOX_MM - _TIME_MM - _INITIALS_MM, _TIME_MM, _INITIALS_MM]
    texts = (
        translate("export", "Done"),
        translate("export", "Activity"),
        translate("export", "Time"),
        translate("export", "Initials"),
    )
    return table([_head(texts, widths), *(_item(item, widths) for item in sheet.items)], widths, sheet.title)


def _item(item: VisitItem, widths: list[float]) -> str:
    fill = "F6F7F9" if item.is_group else ""
    inside = f" {arrow(item.inside)}" if item.inside else ""
    title = paragraph(
        run(f"{item.title}{inside}", bold=item.is_group),
        run(f" {', '.join(item.letters)}" if item.letters else "", raised=True),
        text=item.title,
        indent_mm=3.0 * min(item.level, 8),
    )
    title += "".join(paragraph(run(note, points=8, grey=True), text=note) for note in item.notes)
    box = paragraph(run("" if item.is_group else _BOX, points=11), align="center")
    cells = [cell(box, widths[0], fill=fill), cell(title, widths[1], fill=fill)]
    cells += [cell(paragraph(), width, fill=fill) for width in widths[2:]]
    return row(cells, height_mm=0.0 if item.is_group else 6.5)


def _inner(inner: InnerSchedule, room: float) -> str:
    what = room - _WHEN_MM - _WINDOW_MM - _TIME_MM - _INITIALS_MM
    widths = [_WHEN_MM, _WINDOW_MM, what, _TIME_MM, _INITIALS_MM]
    texts = (
        translate("export", "Planned"),
        translate("export", "Window"),
        translate("export", "Activity"),
        translate("export", "Time"),
        translate("export", "Initials"),
    )
    rows = [_head(texts, widths)]
    for time in inner.times:
        done = time.what
        cells = [
            cell(paragraph(run(text, grey=not time.activities), text=text), width)
            for text, width in zip((time.when, time.window, done), widths, strict=False)
        ]
        rows.append(row([*cells, cell(paragraph(), widths[3]), cell(paragraph(), widths[4])], height_mm=6.5))
    return table(rows, widths, inner.title)
