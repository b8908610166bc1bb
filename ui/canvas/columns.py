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
    loose: frozenset[int]  # off the path and linked to nothing: these fill free places


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

    linked = {link.source for link in links} | {link.target for link in links}
    loose = frozenset(i for i, node in enumerate(nodes) if not node.reached and i not in linked)
    incoming: list[list[int]] = [[] for _ in nodes]
    for link in links:
        if not link.back and link.source < link.target and segment_of[link.source] == segment_of[link.target]:
            incoming[link.target].append(link.source)
    of = [0] * len(nodes)
    first = 0
    for segment in segments:
        widest = 1
        free = 0
        segment.first = first
        for i in sorted(segment.nodes):
            if i in loose:
                free += 1
                continue
            of[i] = max((of[source] + 1 for source in incoming[i]), default=first)
            widest = max(widest, of[i] - first + 1)
        if free:
            widest = max(widest, math.ceil(math.sqrt(2.5 * free)) if free > 3 else free)
            if len(segment.nodes) > free:
                widest = max(min(widest, 8), _reached_width(segment, nodes, of, first))
        segment.count = widest
        first += widest
    return Columns(of, segments, loose)


def _reached_width(segment: Segment, nodes: Sequence[Node], of: list[int], first: int) -> int:
    return max((of[i] - first + 1 for i in segment.nodes if nodes[i].reached), default=1)


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
