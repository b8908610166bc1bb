"""Where a key moves the time axis' cursor: a rule without a widget."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt

Key = Qt.Key
Spot = tuple[int, int]  # the section, and the place among its visits and what has no known time


def moved(key: int, cursor: Spot, counts: Sequence[int], page: int) -> Spot | None:
    """The cursor after `key`; None where the key does not move it or there is nowhere to be.

    `counts` says how many places each section has, `page` over how many Page Up and Page Down pass. Sections follow
    one another without a seam; Home and End go to the first and last place of the section.
    """
    spots = [(section, place) for section, count in enumerate(counts) for place in range(count)]
    if not spots:
        return None
    section, place = cursor
    if key in (Key.Key_Home, Key.Key_End):
        section = section if 0 <= section < len(counts) and counts[section] else spots[0][0]
        return section, 0 if key == Key.Key_Home else counts[section] - 1
    steps = {
        Key.Key_Up: -1,
        Key.Key_Left: -1,
        Key.Key_Down: 1,
        Key.Key_Right: 1,
        Key.Key_PageUp: -page,
        Key.Key_PageDown: page,
    }
    if key not in steps:
        return None
    if cursor not in spots:
        return spots[0]
    index = sum(counts[:section]) + place + steps[Key(key)]
    return spots[min(max(0, index), len(spots) - 1)]
