"""The Schedule of Activities as a Word document: a table for each run of columns, with headers on each page."""

from __future__ import annotations

from collections.abc import Iterator

from study.export.docx_package import cell, package, pairs, paragraph, row, run, table
from study.export.paper import A4, MARGIN_MM, Paper
from study.export.runs import column_runs
from study.export.soa_page import HeadCell, HeadRow, SheetRow, SoaSheet, arrow
from study.language import translate

_SIZE = 7.5  # points of the table's text
_LABEL_MM = 55.0
_WIDEST_MM = 30.0
_UPRIGHT_MM = 15.0  # the least width at which heads are read without turning the head
_NARROW_MM = 8.0
_CHARACTER_MM = _SIZE * 0.19  # a character's width, on average


def soa_docx(sheet: SoaSheet, paper: Paper = A4) -> bytes:
    """The sheet as DOCX on `paper` as it is held, landscape for most; column runs end between epochs."""
    room = paper.width - 2 * MARGIN_MM
    body = [
        paragraph(run(f"{sheet.heading} · {sheet.timeline}"), style="Heading1", text=sheet.timeline),
        pairs([*sheet.identity.lines, *sheet.imprint.lines], (30.0, room - 30.0)),
        paragraph(style="Said"),
        *(paragraph(run(text), style="Said", text=text) for text in (*sheet.shown, *sheet.legend)),
        *_tables(sheet, room),
    ]
    for heading, listed in (
        (translate("export", "Footnotes"), sheet.footnotes),
        (translate("export", "Names in full"), sheet.long_names),
    ):
        if listed:
            body.append(paragraph(run(heading), style="Heading2"))
            body.append(pairs([(mark or "–", text) for mark, text in listed], (8.0, room - 8.0)))
    body.append(paragraph())
    return package(sheet.title, body, sheet.identity, sheet.imprint, paper)


def _tables(sheet: SoaSheet, room: float) -> Iterator[str]:
    """A table for each run of columns, each after the first on a page of its own."""
    if not sheet.count:
        yield _table(sheet, range(0), 0.0, upright=True)
        return
    across = room - _LABEL_MM
    width = across / sheet.count
    upright = width >= _UPRIGHT_MM
    width = min(width, _WIDEST_MM) if upright else max(_NARROW_MM, min(width, 11.0))
    runs = column_runs([width] * sheet.count, across, sheet.epochs, sheet.encounters)
    for n, columns in enumerate(runs):
        heading = ""
        if len(runs) > 1:
            said = translate("export", "Columns {first} to {last} of {count}")
            heading = said.format(first=columns.start + 1, last=columns.stop, count=sheet.count)
        yield paragraph(run(heading), style="Heading2" if heading else "Said", new_page=n > 0)
        yield _table(sheet, columns, width, upright=upright)


def _table(sheet: SoaSheet, columns: range, width: float, *, upright: bool) -> str:
    rows = [_head_row(head, columns, width, upright=upright) for head in sheet.heads]
    rows += [_row(activity, columns, width) for activity in sheet.rows]
    return table(rows, [_LABEL_MM, *[width] * len(columns)], sheet.title)


def _head_row(head: HeadRow, columns: range, width: float, *, upright: bool) -> str:
    cells = [cell(paragraph(run(head.label, points=_SIZE, grey=True)), _LABEL_MM)]
    longest = 0.0
    for each in head.cells:
        start, stop = max(each.start, columns.start), min(each.start + each.length, columns.stop)
        if stop <= start:
            continue
        span = stop - start
        stands = upright or head.kind == "epoch"
        if not stands and span > 1:
            stands = len(each.text) * _CHARACTER_MM <= span * width * 2
        if not stands:
            length = len(_head_text(each)) + len(", ".join(each.letters)) / 2
            longest = max(longest, min(length, max(14.0, length / 2 + 3)) * _CHARACTER_MM + 2)
        bold = head.kind in ("epoch", "visit")
        content = paragraph(
            run(_head_text(each), points=_SIZE, bold=bold),
            run(", ".join(each.letters), points=_SIZE, raised=True),
            align="center",
            text=each.text,
        )
        fill = "EEF0F3" if head.kind == "epoch" else ""
        cells.append(cell(content, span * width, span=span, fill=fill, upright=stands))
    return row(cells, is_header=True, height_mm=min(longest, 48.0))


def _head_text(each: HeadCell) -> str:
    return f"{each.text} {arrow(each.inside)}".strip() if each.inside else each.text


def _row(activity: SheetRow, columns: range, width: float) -> str:
    fill = "F6F7F9" if activity.is_group else ""
    title = paragraph(
        run(activity.title, points=_SIZE, bold=activity.is_group),
        run(f" {', '.join(activity.letters)}" if activity.letters else "", points=_SIZE, raised=True),
        text=activity.title,
        indent_mm=2.5 * min(activity.level, 8),
    )
    cells = [cell(title, _LABEL_MM, fill=fill)]
    for c in columns:
        mark = activity.marks.get(c)
        content = paragraph(
            run(mark.sign if mark else "", points=_SIZE, bold=True),
            run(", ".join(mark.letters) if mark else "", points=_SIZE, raised=True),
            align="center",
        )
        cells.append(cell(content, width, fill=fill))
    return row(cells)
