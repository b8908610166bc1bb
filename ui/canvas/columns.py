"""Columns: graph order gives x; each contiguous run of one epoch has columns of its own, left to right."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from ui.canvas.shapes import Link, Node, NodeKind


@dataclass(slots=True)
class Segment:
    """A contiguous run of columns under one epoch; `nodes` are places in the list of nodes."""

    epoch: str
    nodes: list[int]
    first: int = 0
    count: int = 0
    reached: bool = True


@dataclass(frozen=True, slots=True)
class Columns:
    """The column of each node, and the segments that cover all columns without overlapping."""

    of: list[int]
    segments: list[Segment]


def effective_epochs(nodes: Sequence[Node]) -> list[str]:
    """The epoch each reached node is shown under.

    A node without an epoch that lies between two of the same epoch (a decision, as real studies write it) is
    shown in theirs; so is an exit, in that of the node before it. An epoch that comes back later is a run of
    its own: runs are never regrouped.
    """
    shown = [node.epoch for node in nodes]
    path = [i for i, node in enumerate(nodes) if node.reached and node.kind is not NodeKind.ENTRY]
    before = ""
    pending: list[int] = []
    for i in path:
        if nodes[i].kind is NodeKind.EXIT:
            shown[i] = before
            continue
        if not shown[i]:
            pending.append(i)
            continue
        if shown[i] == before:
            for place in pending:
                shown[place] = before
        pending = []
        before = shown[i]
    return shown


def assign_columns(nodes: Sequence[Node], links: Sequence[Link]) -> Columns:
    """Give each node a column. Nodes come in graph order; what no path reaches comes last."""
    shown = effective_epochs(nodes)
    segments: list[Segment] = []
    segment_of = [0] * len(nodes)
    for i, node in enumerate(nodes):
        if not node.reached:
            continue
        if node.kind is NodeKind.EXIT and segments:
            source = next((link.source for link in links if link.target == i), None)
            place = segment_of[source] if source is not None else len(segments) - 1
            segments[place].nodes.append(i)
            segment_of[i] = place
            continue
        if (
            not segments
            or segments[-1].epoch != shown[i]
            or nodes[segments[-1].nodes[0]].kind is NodeKind.ENTRY
        ):
            segments.append(Segment(shown[i], []))
        segments[-1].nodes.append(i)
        segment_of[i] = len(segments) - 1
    _add_unreached(nodes, segments, segment_of)

    incoming: list[list[int]] = [[] for _ in nodes]
    pieces = _Pieces(len(nodes))
    for link in links:
        if segment_of[link.source] != segment_of[link.target]:
            continue
        if not link.back and link.source < link.target:
            incoming[link.target].append(link.source)
        if not nodes[link.source].reached and not nodes[link.target].reached:
            pieces.join(link.source, link.target)
    of = [0] * len(nodes)
    first = 0
    for segment in segments:
        segment.first = first
        inside = sorted(segment.nodes)
        for i in inside:
            if nodes[i].reached:
                of[i] = max((of[k] + 1 for k in incoming[i] if nodes[k].reached), default=first)
        on_path = max((of[i] - first + 1 for i in inside if nodes[i].reached), default=0)
        off_path = [i for i in inside if not nodes[i].reached]
        segment.count = max(1, on_path, _spread(off_path, pieces, incoming, of, first, on_path))
        first += segment.count
    return Columns(of, segments)


class _Pieces:
    """Which nodes hang together."""

    def __init__(self, count: int) -> None:
        self._parent = list(range(count))

    def find(self, i: int) -> int:
        """The node that stands for the piece of `i`."""
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join(self, a: int, b: int) -> None:
        """Make one piece of two."""
        self._parent[self.find(b)] = self.find(a)


def _spread(
    off_path: list[int], pieces: _Pieces, incoming: list[list[int]], of: list[int], first: int, on_path: int
) -> int:
    """Give columns to what is off the path; returns how many they take.

    Up to four pieces lie under each other from the first column on. More are spread like words on a page, so that
    hundreds of loose visits make a sheet and no tower.
    """
    groups: dict[int, list[int]] = {}
    for i in off_path:
        groups.setdefault(pieces.find(i), []).append(i)
    widths: dict[int, int] = {}
    for piece, group in groups.items():
        for i in group:
            of[i] = (
                max((of[k] - first + 1 for k in incoming[i] if pieces.find(k) == piece), default=0) + first
            )
        widths[piece] = max(of[i] - first + 1 for i in group)
    if len(groups) <= 4:
        return max(widths.values(), default=0)
    page = max(on_path, *widths.values(), math.ceil(math.sqrt(1.4 * sum(widths.values()))))
    at = taken = 0
    for piece, group in groups.items():
        if at + widths[piece] > page:
            at = 0
        for i in group:
            of[i] += at
        at += widths[piece]
        taken = max(taken, at)
    return taken


def _add_unreached(nodes: Sequence[Node], segments: list[Segment], segment_of: list[int]) -> None:
    """Put what no path reaches below the first run of its epoch, or else into a run of its own at the end."""
    by_epoch: dict[str, int] = {}
    for place, segment in enumerate(segments):
        if segment.epoch:
            by_epoch.setdefault(segment.epoch, place)
    rest: int | None = None
    for i, node in enumerate(nodes):
        if node.reached:
            continue
        home = by_epoch.get(node.epoch) if node.epoch else None
        if home is None:
            if rest is None:
                segments.append(Segment("", [], reached=False))
                rest = len(segments) - 1
            home = rest
        segments[home].nodes.append(i)
        segment_of[i] = home
