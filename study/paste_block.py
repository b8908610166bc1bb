"""A block that a person copied from a spreadsheet: rows and columns of text, and which cells of it are marked."""

from __future__ import annotations

import csv
from io import StringIO
from typing import Final

from study.language import translate

MOST_CELLS: Final = 1_000_000
_LONGEST_CELL: Final = 40  # characters of a cell within a sentence

_MARKED: Final = frozenset({"x", "1", "✓", "✔", "☑", "☒", "✗", "✘", "×", "yes", "y", "true"})
_UNMARKED: Final = frozenset({"", "0", "-", "–", "—", "−", "☐", "no", "n", "false"})

Block = tuple[tuple[str, ...], ...]
"""Rows of cells; all rows have the same length."""


class PasteError(ValueError):
    """Text that is no block: the message is a sentence for a person."""


def read_block(text: str) -> Block:
    """The rows of a text as spreadsheets copy it: cells apart by tabs, else by semicolons, else by commas.

    Rows are filled up to the length of the longest. Raises PasteError for nothing, for text that is no table, and for
    more than `MOST_CELLS` cells.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    if not text.strip("\n"):
        raise PasteError(translate("commands", "There is nothing to paste: the clipboard holds no text."))
    if "\0" in text:
        raise PasteError(
            translate("commands", "What was copied is no table of text. Copy cells of a spreadsheet.")
        )
    separator = next((each for each in "\t;," if each in text), "\t")
    if text.count(separator) + text.count("\n") >= MOST_CELLS:
        raise PasteError(translate("commands", "What was copied is too large: paste it in smaller blocks."))
    try:
        rows = list(csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True))
    except csv.Error:
        # A quotation mark somewhere in a text: the cells as they stand are what was meant.
        rows = [line.split(separator) for line in text.split("\n")]
    width = max(len(row) for row in rows)
    return tuple(tuple(cell.strip() for cell in [*row, *[""] * (width - len(row))]) for row in rows)


def mark_in(cell: str) -> bool | None:
    """Whether a cell says marked (X, x, ✓, 1) or unmarked (nothing, 0, -); None where it says something else."""
    said = cell.strip().casefold()
    if said in _MARKED:
        return True
    return False if said in _UNMARKED else None


def why_no_marks(block: Block) -> str:
    """Why a block is none of marks: the first cell that says something else, by row and column; "" where it is one."""
    for r, row in enumerate(block, 1):
        for c, cell in enumerate(row, 1):
            if mark_in(cell) is None:
                said = cell if len(cell) <= _LONGEST_CELL else cell[: _LONGEST_CELL - 1] + "…"
                return translate(
                    "commands",
                    "Row {row}, column {column} of what was copied says “{text}”, which is no mark. Marks are X, ✓ or "
                    "1; an empty cell, 0 or - is none. Nothing was pasted.",
                ).format(row=r, column=c, text=said)
    return ""
