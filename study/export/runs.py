"""Where a wide table is broken into runs of columns, and a long one into pages: epochs and groups stay whole."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

_HAIR = 1e-6  # what sums of fractions may be off
_PAGE = 1.0  # what a further page costs
_CUT_ENCOUNTER = 1000.0  # cutting an encounter that would fit on a page
_CUT_EPOCH = 6.0  # cutting an epoch that would fit on a page
_CUT_LONG_EPOCH = 0.3  # cutting one that has to be cut somewhere


def column_runs(
    widths: Sequence[float], room: float, epochs: Sequence[int] = (), encounters: Sequence[int] = ()
) -> list[range]:
    """The columns of each page, in order, so that each run fits into `room` (in the unit of `widths`).

    `epochs` and `encounters` are the first columns of their runs. An encounter that fits is never cut; an epoch that
    fits is kept whole though it may cost a page; then the fewest pages, evenly filled. A column wider than `room`
    stands alone.
    """
    count = len(widths)
    if not count:
        return []
    reach = [0.0]
    for width in widths:
        reach.append(reach[-1] + width)
    cuts = [0.0] * (count + 1)
    for starts, cost, cost_of_long in (
        (encounters, _CUT_ENCOUNTER, _CUT_LONG_EPOCH),
        (epochs, _CUT_EPOCH, _CUT_LONG_EPOCH),
    ):
        for start, end in pairwise([*sorted({0, *starts}), count]):
            fits = reach[end] - reach[start] <= room + _HAIR
            for place in range(start + 1, end):
                cuts[place] += cost if fits else cost_of_long
    best = [0.0] + [float("inf")] * count
    back = [0] * (count + 1)
    for end in range(1, count + 1):
        for start in range(end - 1, -1, -1):
            width = reach[end] - reach[start]
            if width > room + _HAIR and end - start > 1:
                break
            left = max(0.0, 1 - width / room) if room > 0 else 0.0
            cost = best[start] + _PAGE + 0.2 * left * left + (cuts[end] if end < count else 0.0)
            if cost < best[end]:
                best[end], back[end] = cost, start
    runs: list[range] = []
    end = count
    while end:
        runs.append(range(back[end], end))
        end = back[end]
    return runs[::-1]


def row_pages(
    heights: Sequence[float],
    room: float,
    levels: Sequence[int],
    groups: Sequence[bool],
    first_room: float | None = None,
) -> list[range]:
    """The rows of each page, from the top; `first_room` is the height left on the first page, where it differs.

    A heading never stands last. A page ends before a group rather than inside it, where no more than a third of the
    page stays empty. A row higher than its page stands alone.
    """
    pages: list[range] = []
    start = 0
    while start < len(heights):
        height = first_room if first_room is not None and not pages else room
        end, used = start, 0.0
        while end < len(heights) and (end == start or used + heights[end] <= height):
            used += heights[end]
            end += 1
        if end < len(heights):
            end = _earlier_break(range(start, end), heights, height * 2 / 3, levels, groups)
        pages.append(range(start, end))
        start = end
    return pages


def _earlier_break(
    rows: range, heights: Sequence[float], least: float, levels: Sequence[int], groups: Sequence[bool]
) -> int:
    """The best place to begin the next page: before a group, with at least `least` used, else no later than now."""
    used = sum(heights[rows.start : rows.stop])
    place = rows.stop
    while place > rows.start + 1 and used >= least:
        if groups[place] and levels[place] == 0 and not groups[place - 1]:
            return place
        place -= 1
        used -= heights[place]
    end = rows.stop
    while end > rows.start + 1 and groups[end - 1]:
        end -= 1
    return end
