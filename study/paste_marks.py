"""Marks that a person copied from a spreadsheet or from a table of ours: what is pasted, without its headings."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from study.language import translate
from study.paste_block import Block, PasteError, mark_in, read_block, why_no_marks

# What `study.soa_csv` writes behind a mark: footnote letters, the visits of a merged column, the sub-timeline.
_BESIDE: Final = re.compile(r"\s*(?:\([a-z]+(?:, [a-z]+)*\)|\[[^\]]*\]|→.*)\s*$")


@dataclass(frozen=True, slots=True)
class PastedMarks:
    """Rows of cells, each "x" or "", all of one length; `headings`: names stood around them and were left out."""

    block: Block
    headings: bool


def read_marks(text: str) -> PastedMarks:
    """The marks of a copied text; headings above and names before them are left out.

    Raises PasteError, whose message is a sentence for a person, where it is no table of marks.
    """
    cells = tuple(tuple(_bare(cell) for cell in row) for row in read_block(text))
    if not why_no_marks(cells):
        return PastedMarks(_plain(cells), headings=False)
    for left in (0, 1):
        body = [row[left:] for row in cells]
        top = next((n for n, row in enumerate(body) if row and _are_marks(row)), len(body))
        below = tuple(body[top:])
        if below and not why_no_marks(below) and any(mark_in(cell) for row in below for cell in row):
            return PastedMarks(_plain(below), headings=True)
    raise PasteError(_why_not(cells))


def _are_marks(row: tuple[str, ...]) -> bool:
    return all(mark_in(cell) is not None for cell in row)


def _bare(cell: str) -> str:
    before = None
    while cell != before:
        before, cell = cell, _BESIDE.sub("", cell)
    return cell.strip()


def _plain(block: Block) -> Block:
    return tuple(tuple("x" if mark_in(cell) else "" for cell in row) for row in block)


def _why_not(block: Block) -> str:
    if len(block) == 1 and len(block[0]) == 1:
        said = block[0][0]
        return translate(
            "matrix",
            "“{text}” is no mark. Marks are X, ✓ or 1; an empty cell, 0 or - is none. Nothing was pasted.",
        ).format(text=said if len(said) <= 40 else said[:39] + "…")
    return why_no_marks(block)
