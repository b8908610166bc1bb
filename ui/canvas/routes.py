"""Routes: orthogonal ways for links over the placed grid, and where their labels stand."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.canvas import shapes
from ui.canvas.columns import Columns
from ui.canvas.lanes import Lanes
from ui.canvas.shapes import Floats, Label, Link, Measure, Node, NodeKind, Point, Route


@dataclass(frozen=True, slots=True)
class Grid:
    """The placed grid: left and width of each column, the gap after it, the middle of each row in use."""

    lefts: list[float]
    widths: list[float]
    gaps: list[float]
    middles: dict[int, float]
    top: float
    bottom: float


class _Router:
    """Routes links one after the other; remembers how many verticals each gap already holds."""

    def __init__(
        self,
        nodes: Sequence[Node],
        links: Sequence[Link],
        columns: Columns,
        lanes: Lanes,
        grid: Grid,
        rects: Floats,
        measure: Measure,
    ) -> None:
        self.nodes, self.links, self.columns, self.lanes = nodes, links, columns, lanes
        self.grid, self.measure = grid, measure
        self.rects = rects.tolist()
        self.early: dict[tuple[int, int], float] = {}  # (gap, source) -> x: ways of one node share a vertical
        self.late: dict[tuple[int, int], float] = {}
        self.early_count: dict[int, int] = {}
        self.late_count: dict[int, int] = {}
        self.bottoms: dict[int, int] = {}
        self.at: set[tuple[int, int]] = {(columns.of[i], lanes.row_of[i]) for i in range(len(nodes))}
        self.forward_ways: dict[int, int] = {}
        self.out_count: dict[int, int] = {}
        for link in links:
            self.out_count[link.source] = self.out_count.get(link.source, 0) + 1
            if columns.of[link.target] > columns.of[link.source]:
                self.forward_ways[link.source] = self.forward_ways.get(link.source, 0) + 1

    def middle(self, i: int) -> Point:
        """The middle of node `i`."""
        x, y, width, height = self.rects[i]
        return (x + width / 2, y + height / 2)

    def early_x(self, column: int, source: int) -> float:
        """Where a way that leaves `source` turns, just after its column."""
        x = self.early.get((column, source))
        if x is None:
            taken = self.early_count.get(column, 0)
            self.early_count[column] = taken + 1
            right = self.grid.lefts[column] + self.grid.widths[column]
            x = self.early[column, source] = right + shapes.TRACK * (1 + taken)
        return x

    def late_x(self, column: int, target: int) -> float:
        """Where a way that joins `target` turns, just before its column."""
        x = self.late.get((column, target))
        if x is None:
            taken = self.late_count.get(column, 0)
            self.late_count[column] = taken + 1
            x = self.late[column, target] = self.grid.lefts[column] - shapes.TRACK * (1.6 + taken)
        return x

    def forward(self, k: int, link: Link) -> tuple[Route, Label | None]:
        """A way to the right: out of the right side, along its row, into the left side."""
        source, target = link.source, link.target
        x0, _, width, _ = self.rects[source]
        start = (x0 + width, self.middle(source)[1])
        end = (self.rects[target][0], self.middle(target)[1])
        row_from, row_to = self.lanes.row_of[source], self.lanes.row_of[target]
        along = self.lanes.link_row.get(k)
        if along is None:
            along = row_to if self.out_count.get(source, 1) > 1 else row_from
        points: list[Point] = [start]
        if along != row_from:
            y = self.grid.middles[along]
            x = self.early_x(self.columns.of[source], source)
            points += [(x, start[1]), (x, y)]
        if along != row_to:
            x = self.late_x(self.columns.of[target], target)
            points += [(x, self.grid.middles[along]), (x, end[1])]
        points.append(end)
        return Route(k, tuple(points)), self._beside(k, link, points)

    def _beside(self, k: int, link: Link, points: list[Point]) -> Label | None:
        """The text of a way out, beside it: over the diamond where it is the only way on, else on its line."""
        if not link.label:
            return None
        full = self.measure(link.label)
        width = min(full + 4, shapes.LABEL_WIDTH)
        height = shapes.LABEL_LINE * (1 if full + 4 <= shapes.LABEL_WIDTH else 2)
        only = self.forward_ways.get(link.source, 0) == 1
        if self.nodes[link.source].kind is NodeKind.DECISION and only:
            x, y = self.middle(link.source)
            return Label(k, x - width / 2, y - shapes.DIAMOND / 2 - height - 6, width, height, pill=False)
        at = 1 if len(points) > 2 and points[0][1] == points[1][1] else 0
        corner = points[2] if at and len(points) > 3 else points[0]
        turned = len(points) > 3 and points[2][1] != points[0][1]
        x = corner[0] + 6 if turned else points[0][0] + 2 * shapes.TRACK
        y = points[2][1] if turned else points[0][1]
        return Label(k, x, y - height - 4, width, height, pill=False)

    def backward(self, k: int, link: Link) -> tuple[Route, Label | None]:
        """A way back: down out of the source, along a channel below, up into the target from below."""
        source, target = link.source, link.target
        row = self.lanes.link_row[k]
        y = self.grid.middles[row]
        down = self._descend(source, row, leaving=True, same=source == target)
        up = self._descend(target, row, leaving=False, same=source == target)
        points = (*down, (down[-1][0], y), (up[-1][0], y), *reversed(up))
        label = None
        if link.label:
            width = min(self.measure(link.label) + 24, shapes.PILL_WIDTH)
            x = (down[-1][0] + up[-1][0]) / 2
            label = Label(
                k,
                round(x - width / 2),
                y - shapes.PILL_HEIGHT / 2,
                round(width),
                shapes.PILL_HEIGHT,
                pill=True,
            )
        return Route(k, points, loop=True), label

    def _descend(self, i: int, row: int, *, leaving: bool, same: bool) -> list[Point]:
        x, top, width, height = self.rects[i]
        taken = self.bottoms.get(i, 0)
        self.bottoms[i] = taken + 1
        step = shapes.TRACK * 1.4
        shift = (step * ((taken + 1) // 2) * (1 if taken % 2 else -1)) if taken else 0.0
        if same:
            shift += step if leaving else -step
        limit = 0.0 if self.nodes[i].kind is NodeKind.DECISION else width / 2 - 8
        shift = max(-limit, min(limit, shift))
        out = (x + width / 2 + shift, top + height)
        column = self.columns.of[i]
        blocked = any((column, r) in self.at for r in range(self.lanes.row_of[i] + 1, row))
        if not blocked:
            return [out]
        aside = self.early_x(column, -1 - i) if leaving else self.late_x(column, -1 - i)
        turn = out[1] + 12 + 4 * (taken % 3)
        return [out, (out[0], turn), (aside, turn)]


def route_links(
    nodes: Sequence[Node],
    links: Sequence[Link],
    columns: Columns,
    lanes: Lanes,
    grid: Grid,
    rects: Floats,
    measure: Measure,
) -> tuple[tuple[Route, ...], tuple[Label, ...]]:
    """The route of every link and the place of every label."""
    router = _Router(nodes, links, columns, lanes, grid, rects, measure)
    routes: list[Route] = []
    labels: list[Label] = []
    for k, link in enumerate(links):
        if columns.of[link.target] > columns.of[link.source]:
            route, label = router.forward(k, link)
        else:
            route, label = router.backward(k, link)
        routes.append(route)
        if label is not None:
            labels.append(label)
    return tuple(routes), tuple(labels)
