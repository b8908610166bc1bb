"""A table, or the part of it that a person marked, as the clipboard takes it to a spreadsheet or a document."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from study.language import translate
from study.soa import Footnote, ScheduleOfActivities
from study.soa_csv import soa_rows


def copied(soa: ScheduleOfActivities, dates: Mapping[str, str] | None = None) -> list[list[str]]:
    """The rows of the clipboard's table: those of `soa_rows`, without header rows that say nothing."""
    rows = soa_rows(soa, soa.design, dates)
    headers = len(rows) - len(soa.rows)
    return [row for n, row in enumerate(rows) if n >= headers or any(row[1:])]


def as_tsv(rows: Iterable[Sequence[str]]) -> str:
    """The rows as lines of cells with tabs between them; a cell's own tabs and line breaks become spaces."""
    return "".join("\t".join(map(_flat, row)) + "\n" for row in rows)


def as_html(rows: Sequence[Sequence[str]], headers: int, footnotes: Sequence[Footnote] = ()) -> str:
    """The rows as an HTML table, the first `headers` of them as its head, with its footnotes below.

    All text is escaped: what a study says is never mark-up.
    """
    parts = ['<meta charset="utf-8"><table>']
    for n, row in enumerate(rows):
        cells = []
        for c, cell in enumerate(row):
            name, scope = ("th", "col" if c else "row") if n < headers or c == 0 else ("td", "")
            opening = f'<{name} scope="{scope}">' if scope else f"<{name}>"
            indent = len(cell) - len(cell.lstrip(" "))
            cells.append(f"{opening}{'&nbsp;' * indent}{escape(_flat(cell[indent:]))}</{name}>")
        parts.append(f"<tr>{''.join(cells)}</tr>")
    parts.append("</table>")
    if footnotes:
        parts.append(f"<p>{escape(translate('matrix', 'Footnotes'))}</p>")
    parts += [f"<p>{escape(note.letter)} {escape(_flat(note.text))}</p>" for note in footnotes]
    return "".join(parts)


def _flat(cell: str) -> str:
    indent = len(cell) - len(cell.lstrip(" "))
    return " " * indent + " ".join(cell.split())
