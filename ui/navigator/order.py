"""Where a row of the navigator can be put: behind which other, and in which group. No Qt, no command."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ui.navigator.entries import Entry

MOVABLE = ("epoch", "arm", "element", "activity", "encounter")
"""The kinds whose order people set; the others stand as the schedule, or the file, has them."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Behind the row at `after` (None: the first of all), in the group at `group` (None: in none)."""

    after: str | None
    group: str | None = None


def step(entries: Sequence[Entry], address: str, down: bool) -> Placed | None:
    """One row up or down among those of its own level and group; None where it is the first or last of them."""
    at = _place(entries, address)
    if at < 0:
        return None
    around = _parent(entries, at)
    level = [
        place
        for place, entry in enumerate(entries)
        if entry.level == entries[at].level and _parent(entries, place) == around
    ]
    here = level.index(at)
    to = here + 1 if down else here - 2
    group = entries[around].address if around >= 0 else None
    if to >= len(level) or to < -1:
        return None
    return Placed(entries[level[to]].address if to >= 0 else group, group)


def dropped(entries: Sequence[Entry], moved: Collection[str], above: Entry | None) -> Placed | None:
    """Behind the row `above` that is seen over the gap (None: at the top); None where it would be put into itself.

    Below a group that is unfolded it becomes the first in it, below one that is folded it stands behind it.
    """
    if above is None:
        return Placed(None)
    at = _place(entries, above.address)
    if at < 0:
        return None
    around = [at]
    while (up := _parent(entries, around[-1])) >= 0:
        around.append(up)
    if above.address not in moved and any(entries[place].address in moved for place in around):
        return None
    if above.has_children and not above.is_folded and above.address not in moved:
        return Placed(above.address, above.address)
    parent = _parent(entries, at)
    return Placed(above.address, entries[parent].address if parent >= 0 else None)


def _place(entries: Sequence[Entry], address: str) -> int:
    return next((n for n, entry in enumerate(entries) if entry.address == address and address), -1)


def _parent(entries: Sequence[Entry], at: int) -> int:
    for place in range(at - 1, -1, -1):
        if entries[place].level < entries[at].level:
            return place
    return -1
