"""What Ctrl+C takes from the matrix: the marked block with its headers, as text and as an HTML table."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QMimeData

from study.soa_copy import as_html, as_tsv, copied
from study.soa_shown import narrowed
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
