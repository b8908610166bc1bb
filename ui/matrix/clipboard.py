"""A chosen block of the matrix: what lies in it, and what Ctrl+C takes of it as text and as an HTML table."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMimeData

from study.language import translate
from study.soa_copy import as_html, as_tsv, copied
from study.soa_shown import narrowed
from ui.matrix.grid import HEADER
from ui.matrix.lit import Block
from ui.matrix.sheet import Sheet


def block_data(sheet: Sheet, block: Block, dates: Mapping[str, str]) -> QMimeData | None:
    """The shown rows and columns of `block` for the clipboard; a folded group has the numbers that it shows.

    None where there is no table.
    """
    if sheet.soa is None:
        return None
    rows = [sheet.shown.rows[place] for place in block.rows]
    columns = [sheet.shown.columns[place] for place in block.columns]
    part = narrowed(sheet.soa, rows, columns)
    table = copied(part, dates)
    headers = len(table) - len(part.rows)
    for n, row in enumerate(rows):
        folded = sheet.shown.folded_marks.get(row)
        for c, column in enumerate(columns):
            if folded is not None and folded[column] and not table[headers + n][c + 1]:
                table[headers + n][c + 1] = str(folded[column])
    data = QMimeData()
    data.setText(as_tsv(table))
    data.setHtml(as_html(table, headers, [note for note in part.footnotes if note.letter]))
    return data


def block_between(sheet: Sheet, one: tuple[int, int], other: tuple[int, int]) -> Block | None:
    """The block between two cells or headers of the table; a header stands for its whole row or column.

    None where no row or no column is shown.
    """
    shown = sheet.shown
    if not shown.rows or not shown.columns:
        return None
    spans = []
    for at, of, many in ((0, sheet.row_place, shown.rows), (1, sheet.column_place, shown.columns)):
        ends = [of.get(spot[at], HEADER) for spot in (one, other)]
        spans.append(range(len(many)) if HEADER in ends else range(min(ends), max(ends) + 1))
    return Block(*spans)


def block_words(block: Block) -> str:
    """How much is chosen."""
    return translate("matrix", "{rows} by {columns} chosen").format(**_sides(block))


def copied_words(block: Block) -> str:
    """How much was copied."""
    return translate("matrix", "Copied {rows} by {columns}").format(**_sides(block))


def _sides(block: Block) -> dict[str, str]:
    return {
        "rows": translate("matrix", "%n row(s)", "", len(block.rows)),
        "columns": translate("matrix", "%n column(s)", "", len(block.columns)),
    }
