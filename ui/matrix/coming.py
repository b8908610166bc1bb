"""What would be planned and what no longer, before it is done: a fill, and a block from a spreadsheet. No widget."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from study.language import translate
from study.paste_block import PasteError
from study.paste_marks import read_marks
from ui.matrix.chosen import Cell, visits_of
from ui.matrix.gestures import FillCells, MarkedCell, PasteBlock
from ui.matrix.lit import Block
from ui.matrix.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Coming:
    """What a gesture would do: `cells` that would be planned (True) or no longer (False), within `block`.

    `gesture` is what to ask for; None with a sentence in `reason` where it cannot be done.
    """

    block: Block
    cells: Mapping[Cell, bool] = field(default_factory=dict)
    gesture: FillCells | PasteBlock | None = None
    reason: str = ""

    @property
    def words(self) -> str:
        """ "12 to be planned, 3 no longer", or why it cannot be done."""
        if self.reason:
            return self.reason
        planned = sum(self.cells.values())
        cleared = len(self.cells) - planned
        if not self.cells:
            return translate("matrix", "Nothing changes here.")
        if not cleared:
            return translate("matrix", "%n assessment(s) to be planned", "", planned)
        if not planned:
            return translate("matrix", "%n assessment(s) no longer planned", "", cleared)
        return translate("matrix", "{planned} to be planned, {cleared} no longer planned").format(
            planned=planned, cleared=cleared
        )


def filled(sheet: Sheet, source: Block, target: Block) -> Coming:
    """Repeat the marks of `source` over the rest of `target`, which holds it and goes on beyond it on one side.

    Headings and decisions are passed over, in what is repeated and where it goes.
    """
    soa = sheet.soa
    assert soa is not None
    rows, columns = sheet.shown.rows, sheet.shown.columns
    row_from = _repeated(source.rows, target.rows, [not soa.rows[row].is_group for row in rows])
    column_from = _repeated(
        source.columns, target.columns, [not soa.columns[column].is_decision for column in columns]
    )
    cells: dict[Cell, bool] = {}
    planned: list[MarkedCell] = []
    cleared: list[MarkedCell] = []
    for place, row_source in row_from.items():
        for at, column_source in column_from.items():
            if place in source.rows and at in source.columns:
                continue
            wanted = (rows[row_source], columns[column_source]) in soa.marks
            _note(sheet, (rows[place], columns[at]), wanted, cells, planned, cleared)
    gesture = FillCells(tuple(planned), tuple(cleared)) if cells else None
    return Coming(target, cells, gesture)


def _repeated(source: range, target: range, fits: Sequence[bool]) -> dict[int, int]:
    """For each place of `target` that something can be planned in, the place of `source` that it repeats."""
    own = [place for place in source if fits[place]]
    if not own:
        return {}
    made = {place: place for place in own}
    after = [place for place in range(source.stop, target.stop) if fits[place]]
    before = [place for place in range(target.start, source.start) if fits[place]]
    made |= {place: own[n % len(own)] for n, place in enumerate(after)}
    made |= {place: own[-1 - n % len(own)] for n, place in enumerate(reversed(before))}
    return made


def _note(
    sheet: Sheet,
    cell: Cell,
    wanted: bool,
    cells: dict[Cell, bool],
    planned: list[MarkedCell],
    cleared: list[MarkedCell],
) -> None:
    soa = sheet.soa
    assert soa is not None
    mark = soa.marks.get(cell)
    visits = visits_of(soa.columns[cell[1]])
    whole = mark is not None and (not mark.instances or len(mark.instances) == len(visits))
    if wanted == (mark is not None) and (whole or not wanted):
        return
    cells[cell] = wanted
    asked = planned if wanted else cleared
    asked += [(visit.key, soa.rows[cell[0]].key) for visit in visits]


def pasted(sheet: Sheet, corner: Cell, text: str) -> Coming:
    """Lay the marks of a copied text over the table, from a cell on."""
    soa, shown = sheet.soa, sheet.shown
    assert soa is not None
    top = max(0, sheet.row_place.get(corner[0], 0))
    left = max(0, sheet.column_place.get(corner[1], 0))
    here = Block(range(top, min(top + 1, len(shown.rows))), range(left, min(left + 1, len(shown.columns))))
    try:
        block = read_marks(text).block
    except PasteError as why:
        return Coming(here, reason=str(why))
    rows, columns = shown.rows[top : top + len(block)], shown.columns[left : left + len(block[0])]
    over = Block(range(top, top + len(rows)), range(left, left + len(columns)))
    if len(rows) < len(block) or len(columns) < len(block[0]):
        return Coming(
            over,
            reason=translate(
                "matrix",
                "What was copied has {rows} rows and {columns} columns; from this cell on the table has only {below} "
                "and {beside}. Choose a cell further up or to the left.",
            ).format(rows=len(block), columns=len(block[0]), below=len(rows), beside=len(columns)),
        )
    cells: dict[Cell, bool] = {}
    for r, row in enumerate(rows):
        for c, column in enumerate(columns):
            wanted = bool(block[r][c])
            if wanted and soa.rows[row].is_group and (row, column) not in soa.marks:
                return Coming(
                    over,
                    reason=translate(
                        "matrix",
                        "What was copied has a mark in the row of the heading “{name}”, which is not planned itself.",
                    ).format(name=soa.rows[row].title),
                )
            if wanted and soa.columns[column].is_decision:
                return Coming(
                    over,
                    reason=translate(
                        "matrix",
                        "What was copied has a mark in the column of the decision “{name}”, where nothing is planned.",
                    ).format(name=soa.columns[column].title),
                )
            _note(sheet, (row, column), wanted, cells, [], [])
    if not cells:
        return Coming(over)
    visits = [(c, visit.key) for c, column in enumerate(columns) for visit in visits_of(soa.columns[column])]
    return Coming(
        over,
        cells,
        PasteBlock(
            tuple(soa.rows[row].key for row in rows),
            tuple(key for _, key in visits),
            tuple(tuple(row[c] for c, _ in visits) for row in block),
        ),
    )


def filled_from_beside(sheet: Sheet, block: Block, down: bool) -> Coming | None:
    """Ctrl+D and Ctrl+R: the first row (or column) of a block over the rest; of a single one, what is before it.

    None where nothing is before it.
    """
    first, others = (block.rows, block.columns) if down else (block.columns, block.rows)
    soa, shown = sheet.soa, sheet.shown
    assert soa is not None
    start = first.start
    if len(first) == 1:
        start -= 1
        while start >= 0 and (
            soa.rows[shown.rows[start]].is_group if down else soa.columns[shown.columns[start]].is_decision
        ):
            start -= 1
    if start < 0:
        return None
    source, target = range(start, start + 1), range(start, first.stop)
    if down:
        return filled(sheet, Block(source, others), Block(target, others))
    return filled(sheet, Block(others, source), Block(others, target))


def stretched(block: Block, row: int, column: int) -> Block:
    """The block drawn out to a place, on the one side on which it lies further away."""
    rows, columns = block.rows, block.columns
    down = row - rows.stop + 1 if row >= rows.stop else row - rows.start if row < rows.start else 0
    across = column - columns.stop + 1 if column >= columns.stop else min(0, column - columns.start)
    if abs(down) >= abs(across):
        return Block(range(min(rows.start, row), max(rows.stop, row + 1)), columns)
    return Block(rows, range(min(columns.start, column), max(columns.stop, column + 1)))
