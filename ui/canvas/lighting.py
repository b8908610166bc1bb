"""Lighting: what is dimmed, lit, and marked as different, laid over a scene without changing it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
import numpy.typing as npt

from study.language import translate
from ui.canvas.shapes import Bools


class Difference(IntEnum):
    """How a node differs from what it is compared with."""

    NONE = 0
    ADDED = 1
    REMOVED = 2
    CHANGED = 3


def difference_letter(difference: int) -> str:
    """The letter on the corner of a card: never colour alone."""
    if difference == Difference.ADDED:
        return translate("canvas", "A", "short for: added")
    if difference == Difference.REMOVED:
        return translate("canvas", "R", "short for: removed")
    return translate("canvas", "C", "short for: changed")


@dataclass(frozen=True, slots=True, eq=False)
class Lighting:
    """Masks over the n nodes and m links of one scene; None where nothing is meant.

    `dim` (n,) bool: filtered out, painted faintly; a link with a dimmed end is faint too.
    `lit` (n,) bool: found, or on a path that is followed: ringed in the accent.
    `lit_links` (m,) bool, by place in `Content.links`: painted in the accent.
    `current` the one found node that a search stands at, -1 for none: ringed more strongly.
    `differs` (n,) int8 of `Difference`: a coloured corner with a letter.

    Give it to `ScheduleCanvas.set_lighting`. It belongs to the scene it was made for: another scene starts
    without one.
    """

    dim: Bools | None = None
    lit: Bools | None = None
    lit_links: Bools | None = None
    current: int = -1
    differs: npt.NDArray[np.int8] | None = None


NO_LIGHTING = Lighting()
