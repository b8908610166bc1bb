"""Which cells a person chose in the table, and what planning them means for the protocol. No widget, no geometry."""

from __future__ import annotations

from collections.abc import Iterable

from study.language import translate
from study.soa import Column
from ui.matrix.gestures import MarkedCell, PlanCells
from ui.matrix.grid import HEADER
from ui.matrix.lit import Block
from ui.matrix.sheet import Sheet

Cell = tuple[int, int]
"""Row and column of the table, `HEADER` for a header."""


def cells_of(sheet: Sheet, block: Block) -> Iterable[Cell]:
    """The cells of a block, row by row."""
    for place in block.rows:
        row = sheet.shown.rows[place]
        for at in block.columns:
            yield row, sheet.shown.columns[at]


def chosen_cells(sheet: Sheet, block: Block | None, also: frozenset[Cell], cursor: Cell) -> tuple[Cell, ...]:
    """The cells of the block and those chosen besides, each once; the cursor's where nothing else is chosen."""
    if block is None and not also:
        return (cursor,) if HEADER not in cursor and sheet.soa is not None else ()
    cells = dict.fromkeys(sorted(also))
    if block is not None:
        cells.update(dict.fromkeys(cells_of(sheet, block)))
    return tuple(cells)


def visits_of(column: Column) -> tuple[Column, ...]:
    """The visits that stand in a column: itself, or where visits are merged each of them."""
    return column.members or (column,)


def planning(sheet: Sheet, cells: Iterable[Cell], planned: bool | None = None) -> PlanCells | str:
    """What it takes to plan all `cells`, or to plan none of them where all are; `planned` says which.

    A heading is planned through its activities, so its own cells are passed over unless something stands in them; so
    are decisions. In a merged column a cell is planned where it is at every visit. A reason, as a sentence, where
    nothing is left to do.
    """
    soa = sheet.soa
    if soa is None:
        return ""
    targets: list[MarkedCell] = []
    marked: list[MarkedCell] = []
    met: set[str] = set()
    for r, c in cells:
        row, column, mark = soa.rows[r], soa.columns[c], soa.marks.get((r, c))
        if mark is None:
            passed_over = "heading" if row.is_group else "decision" if column.is_decision else ""
            if passed_over:
                met.add(passed_over)
                continue
        visits = visits_of(column)
        here = {visits[n - 1].key for n in mark.instances} if mark is not None and mark.instances else None
        for visit in visits:
            cell = visit.key, row.key
            if mark is not None and (here is None or visit.key in here):
                marked.append(cell)
            elif not visit.is_decision:
                targets.append(cell)
    plan = bool(targets) if planned is None else planned
    asked = targets if plan else marked
    if asked:
        return PlanCells(tuple(asked), plan)
    if targets or marked:
        return (
            translate("matrix", "All of this is planned already.")
            if plan
            else translate("matrix", "Nothing of this is planned.")
        )
    if met == {"heading"}:
        return translate("matrix", "A heading is not planned itself: plan the activities under it.")
    if met == {"decision"}:
        return translate("matrix", "Nothing is planned in a decision: plan it at a visit.")
    return translate("matrix", "Nothing can be planned here.")
