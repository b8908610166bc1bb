"""Packs visits into as few lanes as their lengths need, the first lanes first."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush


def packed(spans: Sequence[tuple[float, float]]) -> tuple[int, ...]:
    """The lane of each span (left, right), from 0: no two spans of a lane overlap, and no lane is without need.

    Spans are placed by their left ends, those at the same place in the order given, each into the first lane that is
    free there. Takes n log n.
    """
    lanes = [0] * len(spans)
    taken: list[tuple[float, int]] = []  # (where it is free again, lane)
    free: list[int] = []
    count = 0
    for place in sorted(range(len(spans)), key=lambda n: (spans[n][0], n)):
        left, right = spans[place]
        while taken and taken[0][0] <= left:
            heappush(free, heappop(taken)[1])
        if free:
            lane = heappop(free)
        else:
            lane, count = count, count + 1
        lanes[place] = lane
        heappush(taken, (max(left, right), lane))
    return tuple(lanes)
