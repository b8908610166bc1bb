"""Arms down, epochs across, and in each cell the elements that an arm has in an epoch (USDM StudyCell)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from study.model import StudyDesign
from study.protocol_order import protocol_order

CellPlace = tuple[str, str]
"""The ids of an arm and an epoch."""


@dataclass(frozen=True, slots=True)
class GridCell:
    """What one arm has in one epoch: its cells' ids, element ids and titles; `shared` are elements of other cells too.

    Several StudyCells for one place, which USDM does not forbid, are read as one with all of their elements.
    """

    cells: tuple[str, ...]
    elements: tuple[str, ...]
    titles: tuple[str, ...]
    shared: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ArmGrid:
    """Arms and epochs as (id, title), in the protocol's order, and the cells that there are."""

    arms: tuple[tuple[str, str], ...] = ()
    epochs: tuple[tuple[str, str], ...] = ()
    cells: dict[CellPlace, GridCell] = field(default_factory=dict)

    def at(self, arm: str, epoch: str) -> GridCell:
        """What an arm has in an epoch; an empty cell where it has nothing."""
        return self.cells.get((arm, epoch), GridCell((), (), ()))


def arm_grid(design: StudyDesign) -> ArmGrid:
    """The grid of a design; arms, epochs and elements without an id, which cells cannot name, are left out."""
    names = {each.id: each.title for each in design.elements if each.id}
    held = Counter(element for cell in design.cells for element in set(cell.elements))
    gathered: dict[CellPlace, tuple[dict[str, None], dict[str, None]]] = {}
    for cell in design.cells:
        if cell.arm and cell.epoch:
            ids, elements = gathered.setdefault((cell.arm, cell.epoch), ({}, {}))
            elements.update(dict.fromkeys(cell.elements))
            if cell.id:
                ids[cell.id] = None
    cells = {
        place: GridCell(
            tuple(ids),
            tuple(elements),
            tuple(names.get(each, each) for each in elements),
            tuple(each for each in elements if held[each] > 1),
        )
        for place, (ids, elements) in gathered.items()
    }
    return ArmGrid(
        tuple((each.id, each.title) for each in design.arms if each.id),
        tuple((each.id, each.title) for each in protocol_order(design.epochs) if each.id),
        cells,
    )
