"""What stands out in the matrix for now: selection, hover, cursor, marked block, the footnote that is shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtGui import QColor

from study.soa_differences import Difference
from ui.matrix.grid import HEADER, Place, Zone
from ui.theme import Theme, mix

NOWHERE = Place(Zone.OUTSIDE)

SIGNS = {Difference.ADDED: "+", Difference.REMOVED: "−", Difference.CHANGED: "≠"}
"""What says a difference beside its colour."""


@dataclass(frozen=True, slots=True)
class Block:
    """A rectangle of shown rows and columns, as places among those shown."""

    rows: range
    columns: range


@dataclass(frozen=True, slots=True)
class DropLine:
    """Where something would be put: before the shown row (or column) `place`, at a row's `level`; `allowed` or not."""

    place: int
    across: bool
    level: int = 0
    allowed: bool = True


@dataclass(frozen=True, slots=True)
class Lit:
    """`columns` and `row` are selected, as indices of the table; so is the cursor; `hover` and `block` are places;
    `also` are cells of the table that are chosen besides. `coming` says of cells of the table that they would be
    planned, or no longer, within `coming_block`; `has_handle`: what is chosen can be filled from;
    `drop_line`: where what is carried would go.

    `noted_rows`, `noted_columns` and `noted_cells` are where the footnote `letter` stands, as indices of the table.
    """

    columns: range = range(0)
    row: int = HEADER
    hover: Place = NOWHERE
    cursor: tuple[int, int] = (HEADER, HEADER)
    focused: bool = False
    block: Block | None = None
    also: frozenset[tuple[int, int]] = frozenset()
    coming: Mapping[tuple[int, int], bool] = field(default_factory=dict)
    coming_block: Block | None = None
    has_handle: bool = False
    drop_line: DropLine | None = None
    letter: str = ""
    noted_rows: frozenset[int] = frozenset()
    noted_columns: frozenset[int] = frozenset()
    noted_cells: frozenset[tuple[int, int]] = field(default_factory=frozenset)


def difference_ground(theme: Theme, difference: Difference) -> tuple[QColor, QColor]:
    """The ground of something that differs, and the ink of its sign."""
    ink = {
        Difference.ADDED: theme.ok,
        Difference.REMOVED: theme.error,
        Difference.CHANGED: theme.warning,
    }[difference]
    return mix(ink, theme.pane, 0.14), ink
