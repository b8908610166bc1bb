"""Lanes: which row each node and each long edge lies in, so that nothing crosses a card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from ui.canvas.columns import Columns
from ui.canvas.shapes import Link, Node


@dataclass(slots=True)
class Lanes:
    """Rows by number: 0 is the path, branches lie below, ways that skip cards above, loops under all of them.

    `taken` holds for each row the columns that something lies in. `link_row` is the row that a long edge or a
    loop runs along, for those links that need one.
    """

    row_of: list[int]
    link_row: dict[int, int] = field(default_factory=dict)
    taken: dict[int, set[int]] = field(default_factory=dict)

    def is_free(self, row: int, columns: Iterable[int]) -> bool:
        """Whether nothing lies in any of the columns of that row."""
        used = self.taken.get(row)
        return used is None or used.isdisjoint(columns)

    def take(self, row: int, columns: Iterable[int]) -> None:
        """Mark the columns of that row as used."""
        self.taken.setdefault(row, set()).update(columns)


def assign_lanes(
    nodes: Sequence[Node], links: Sequence[Link], columns: Columns, spans: dict[int, range]
) -> Lanes:
    """Give rows to nodes, then to edges over more than one column, then to loops, then to what is off the path.

    `spans` gives, for links that carry a pill, the columns that the pill may cover.
    """
    lanes = Lanes([0] * len(nodes))
    forward_in: list[list[int]] = [[] for _ in nodes]
    for k, link in enumerate(links):
        if columns.of[link.source] < columns.of[link.target]:
            forward_in[link.target].append(k)
    _place_path(nodes, links, columns, lanes, forward_in)
    long_links = [
        k
        for k, link in enumerate(links)
        if nodes[link.source].reached and columns.of[link.target] > columns.of[link.source] + 1
    ]
    for k in sorted(long_links, key=lambda k: columns.of[links[k].target] - columns.of[links[k].source]):
        _place_long(k, links[k], columns, lanes)
    _place_leftward(links, columns, lanes, spans, [node.reached for node in nodes], reached=True)
    _place_unreached(nodes, links, columns, lanes, forward_in)
    _place_leftward(links, columns, lanes, spans, [node.reached for node in nodes], reached=False)
    return lanes


def _place_path(
    nodes: Sequence[Node], links: Sequence[Link], columns: Columns, lanes: Lanes, forward_in: list[list[int]]
) -> None:
    by_column: dict[int, list[int]] = {}
    for i, node in enumerate(nodes):
        if node.reached:
            by_column.setdefault(columns.of[i], []).append(i)
    straight_on = [
        (columns.of[link.source], columns.of[link.target], link.source)
        for link in links
        if link.main and columns.of[link.target] > columns.of[link.source] + 1 and nodes[link.source].reached
    ]
    for column in sorted(by_column):
        # The main way goes straight on over a branch's cards: they make room for it.
        passing = {lanes.row_of[source] for first, last, source in straight_on if first < column < last}

        def wish(i: int) -> tuple[int, float, int]:
            """Straight on first, then by the barycentre of what leads here, then graph order."""
            ways = forward_in[i]
            rows = [lanes.row_of[links[k].source] for k in ways]
            straight = any(links[k].main for k in ways) or not ways
            return (0 if straight else 1, sum(rows) / len(rows) if rows else 0.0, i)

        for i in sorted(by_column[column], key=wish):
            mains = [lanes.row_of[links[k].source] for k in forward_in[i] if links[k].main]
            rows = mains or [lanes.row_of[links[k].source] for k in forward_in[i]]
            row = min(rows, default=0)
            while not lanes.is_free(row, (column,)) or (not mains and row in passing):
                row += 1
            lanes.row_of[i] = row
            lanes.take(row, (column,))


def _place_long(k: int, link: Link, columns: Columns, lanes: Lanes) -> None:
    between = range(columns.of[link.source] + 1, columns.of[link.target])
    here, there = lanes.row_of[link.source], lanes.row_of[link.target]
    for row in (here, there):
        if lanes.is_free(row, between):
            lanes.link_row[k] = row
            lanes.take(row, between)
            return
    row = min(here, there) - 1
    while row >= 0 or not lanes.is_free(row, between):
        row -= 1
    lanes.link_row[k] = row
    lanes.take(row, between)


def _place_leftward(
    links: Sequence[Link],
    columns: Columns,
    lanes: Lanes,
    spans: dict[int, range],
    on_path: Sequence[bool],
    *,
    reached: bool,
) -> None:
    """Loops and other ways back: the shortest nearest to the lane, each below every card between its ends."""
    chosen = [
        k
        for k, link in enumerate(links)
        if columns.of[link.target] <= columns.of[link.source]
        and (on_path[link.source] and on_path[link.target]) == reached
    ]
    for k in sorted(chosen, key=lambda k: columns.of[links[k].source] - columns.of[links[k].target]):
        link = links[k]
        head, tail = columns.of[link.target], columns.of[link.source]
        row_head, row_tail = lanes.row_of[link.target], lanes.row_of[link.source]
        cover = set(range(head, tail + 1)) | set(spans.get(k, ()))
        row = max(row_head, row_tail) + 1
        deepest = max((r for r, used in lanes.taken.items() if not used.isdisjoint(cover)), default=row)
        while not lanes.is_free(row, cover) and row <= deepest:
            row += 1
        lanes.link_row[k] = row
        lanes.take(row, cover)
        for r in range(row_head + 1, row):
            lanes.take(r, (head,))
        for r in range(row_tail + 1, row):
            lanes.take(r, (tail,))


def _place_unreached(
    nodes: Sequence[Node], links: Sequence[Link], columns: Columns, lanes: Lanes, forward_in: list[list[int]]
) -> None:
    segment_of = {i: segment for segment in columns.segments for i in segment.nodes}
    deepest: dict[int, int] = {}  # by column: the row that was taken last
    for i, node in enumerate(nodes):
        if node.reached:
            continue
        column = columns.of[i]
        sources = [links[k].source for k in forward_in[i] if not nodes[links[k].source].reached]
        base = 1 if segment_of[i].reached else 0
        row = lanes.row_of[sources[0]] if sources else deepest.get(column, base)
        while not lanes.is_free(row, (column,)):
            row += 1
        deepest[column] = max(row, deepest.get(column, base))
        lanes.row_of[i] = row
        lanes.take(row, (column,))
    for k, link in enumerate(links):
        if nodes[link.source].reached or columns.of[link.target] <= columns.of[link.source] + 1:
            continue
        between = range(columns.of[link.source] + 1, columns.of[link.target])
        row = lanes.row_of[link.source]
        while not lanes.is_free(row, between):
            row += 1
        lanes.link_row[k] = row
        lanes.take(row, between)
