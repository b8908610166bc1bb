"""The scene: everything the canvas draws as numpy arrays, with texts made lazily for what comes into view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ui.canvas.edges import EdgeLines
from ui.canvas.face import CardFace, Content
from ui.canvas.layout import lay_out
from ui.canvas.lighting import NO_LIGHTING, Lighting
from ui.canvas.repair import repaired
from ui.canvas.shapes import Bools, Floats, Ints, Label, Layout, Measure, NodeKind, Point, estimated_width

_FEW = 64  # nodes whose routes are looked up one by one
PATH, LOOP, OFF_PATH = 0, 1, 2  # styles of edges


class Scene:
    """A placed projection of n nodes.

    `rects` is (n, 4): x, y, width, height in world units; `left`, `top`, `right`, `bottom`, `kind` and `hue` are
    (n,). `offsets` is (n, 2): how far each node was moved by `move` since it was laid out. `layout` stays as it was
    given; where things are now say `rects`, `labels` and `points_of`. `lighting` is what is dimmed, lit and marked.
    """

    def __init__(self, content: Content, layout: Layout) -> None:
        self.content = content
        self.layout = layout
        self.rects: Floats = np.array(layout.rects, np.float64).reshape(-1, 4)
        self.sizes: list[tuple[float, float]] = [(w, h) for _, _, w, h in layout.rects.tolist()]
        self.left, self.top = self.rects[:, 0].copy(), self.rects[:, 1].copy()
        self.widths, self.heights = self.rects[:, 2].copy(), self.rects[:, 3].copy()
        self.right, self.bottom = self.left + self.rects[:, 2], self.top + self.rects[:, 3]
        self.offsets: Floats = np.zeros((len(self.rects), 2))
        self.moves = (
            0  # how often anything was moved: what is worked out from where things are holds until then
        )
        self.kind: Ints = np.array([node.kind for node in content.nodes], np.int64)
        self.hue: Ints = np.array(content.hues, np.int64)
        pairs = sorted({(int(kind), int(hue)) for kind, hue in zip(self.kind, self.hue, strict=True)})
        # Each kind and hue with its nodes: what is painted alike from far out.
        self.alike = [(k, h, np.flatnonzero((self.kind == k) & (self.hue == h))) for k, h in pairs]
        links = content.links
        style = [
            LOOP if route.loop else PATH if content.nodes[links[route.link].source].reached else OFF_PATH
            for route in layout.routes
        ]
        self.edges = EdgeLines(layout.routes, style)
        count = len(layout.routes)
        # Which link each route is of, and the nodes at its ends.
        self.route_link: Ints = np.fromiter((route.link for route in layout.routes), np.int64, count)
        self.route_source: Ints = np.fromiter((links[r.link].source for r in layout.routes), np.int64, count)
        self.route_target: Ints = np.fromiter((links[r.link].target for r in layout.routes), np.int64, count)
        self.labels: list[Label] = list(layout.labels)
        self._label_boxes: Floats = np.array([_box(label) for label in self.labels], np.float64).reshape(
            -1, 4
        )
        self._label_of_link: dict[int, int] | None = None
        self._route_of_link: dict[int, int] | None = None
        self._blocks: npt.NDArray[np.int32] = np.zeros((len(self.rects), 4), np.int32)
        self._blocks_zoom = 0.0
        self._by_node: tuple[Ints, Ints] | None = None  # where each node's routes begin, and the routes
        self._ink: tuple[int, tuple[float, float, float, float]] | None = None
        self._faces: dict[int, CardFace] = {}
        self._places: dict[str, int] | None = None
        self._outgoing: dict[int, list[int]] | None = None
        self._incoming: dict[int, list[int]] = {}
        self.lighting: Lighting = NO_LIGHTING
        self.dim_routes: Bools | None = None  # (routes,): those with a dimmed end

    @classmethod
    def of(cls, content: Content, measure: Measure = estimated_width) -> Scene:
        """Lay out a projection."""
        return cls(content, lay_out(content.nodes, content.links, measure))

    @property
    def count(self) -> int:
        """How many nodes there are, entry and exits included."""
        return len(self.rects)

    @property
    def ink(self) -> tuple[float, float, float, float]:
        """x, y, width and height around everything that is painted, where it is now."""
        if self._ink is None or self._ink[0] != self.moves:
            x, y, width, height = self.layout.bounds
            left, top, right, bottom = x, y, x + width, y + height
            if self.moves and self.count:
                left, top = min(left, float(self.left.min())), min(top, float(self.top.min()))
                right, bottom = max(right, float(self.right.max())), max(bottom, float(self.bottom.max()))
            if len(self.edges.style):
                box = self.edges.boxes
                left, top = min(left, float(box[0].min())), min(top, float(box[1].min()))
                right, bottom = max(right, float(box[2].max())), max(bottom, float(box[3].max()))
            self._ink = (self.moves, (left, top, right - left, bottom - top))
        return self._ink[1]

    def mask(self, view: tuple[float, float, float, float], margin: float = 8.0) -> Bools:
        """Which nodes show in the world rectangle left, top, right, bottom: (n,)."""
        left, top, right, bottom = view
        shown: Bools = (
            (self.left <= right + margin)
            & (self.right >= left - margin)
            & (self.top <= bottom + margin)
            & (self.bottom >= top - margin)
        )
        return shown

    def blocks(self, zoom: float) -> npt.NDArray[np.int32]:
        """(n, 4) nodes in whole pixels from the world's origin: left, top, and the last pixel's column and row.

        Kept while the zoom stays and nothing is moved.
        """
        if self._blocks_zoom != zoom:
            self._blocks_zoom = zoom
            made = self._blocks
            for side, near, size in ((0, self.left, self.widths), (1, self.top, self.heights)):
                start = np.floor(near * zoom + 0.5)
                made[:, side] = start
                made[:, side + 2] = start + np.maximum(0.0, np.rint(size * zoom) - 1.0)
        return self._blocks

    def visible(self, view: tuple[float, float, float, float]) -> Ints:
        """The nodes that show in the world rectangle left, top, right, bottom."""
        return np.flatnonzero(self.mask(view))

    def visible_labels(self, view: tuple[float, float, float, float]) -> Ints:
        """The places of the labels that show in the world rectangle left, top, right, bottom."""
        left, top, right, bottom = view
        box = self._label_boxes
        return np.flatnonzero(
            (box[:, 0] <= right) & (box[:, 2] >= left) & (box[:, 1] <= bottom) & (box[:, 3] >= top)
        )

    def face(self, node: int) -> CardFace:
        """The texts of a node, kept once made."""
        face = self._faces.get(node)
        if face is None:
            face = self._faces[node] = self.content.face(node)
        return face

    def forget_faces(self) -> None:
        """Make the texts anew when they are next asked for: findings have changed."""
        self._faces.clear()

    def place_of(self, address: str) -> int | None:
        """The node with this address, cards before entries and exits."""
        if self._places is None:
            self._places = {}
            for node in range(self.count):
                key = self.content.address(node)
                if key:
                    self._places.setdefault(key, node)
            for node in np.flatnonzero(self.kind <= NodeKind.DECISION).tolist():
                self._places[self.content.address(node)] = node
        return self._places.get(address) if address else None

    def link_of(self, address: str) -> int | None:
        """The link made by the entity with this address."""
        if not address:
            return None
        return next(
            (k for k in range(len(self.content.links)) if self.content.link_address(k) == address), None
        )

    def first_card(self) -> int | None:
        """The first card or decision in graph order."""
        cards = np.flatnonzero(self.kind <= NodeKind.DECISION)
        return int(cards[0]) if len(cards) else None

    def last_card(self) -> int | None:
        """The last card or decision on the path, in graph order."""
        cards = [
            i
            for i in np.flatnonzero(self.kind <= NodeKind.DECISION).tolist()
            if self.content.nodes[i].reached
        ]
        return cards[-1] if cards else None

    def _link_ends(self) -> None:
        self._outgoing, self._incoming = {}, {}
        for link in self.content.links:
            self._outgoing.setdefault(link.source, []).append(link.target)
            self._incoming.setdefault(link.target, []).append(link.source)

    def along(self, node: int, *, forward: bool) -> int | None:
        """The next card along an edge: the nearest one that lies right (or left) of the node, same row first."""
        if self._outgoing is None:
            self._link_ends()
        ends = (self._outgoing or {}) if forward else self._incoming
        sign = 1 if forward else -1
        ways = [
            other
            for other in ends.get(node, ())
            if self.kind[other] <= NodeKind.DECISION and sign * (self.left[other] - self.left[node]) > 0
        ]
        if not ways:
            return None
        return min(
            ways,
            key=lambda other: (
                abs(self.top[other] - self.top[node]),
                abs(self.left[other] - self.left[node]),
            ),
        )

    def beside(self, node: int, dx: int, dy: int) -> int | None:
        """The nearest card in a direction, by geometry."""
        cx = (self.left + self.right) / 2
        cy = (self.top + self.bottom) / 2
        along = (cx - cx[node]) * dx + (cy - cy[node]) * dy
        across = np.abs((cx - cx[node]) * dy) + np.abs((cy - cy[node]) * dx)
        cost = np.where((along > 1) & (self.kind <= NodeKind.DECISION), along + 2 * across, np.inf)
        if not len(cost):
            return None
        best = int(np.argmin(cost))
        return best if np.isfinite(cost[best]) else None

    def label_of(self, link: int) -> Label | None:
        """The label of a link, where it has one."""
        place = self._label_place(link)
        return None if place is None else self.labels[place]

    def _label_place(self, link: int) -> int | None:
        if self._label_of_link is None:
            self._label_of_link = {label.link: place for place, label in enumerate(self.labels)}
        return self._label_of_link.get(link)

    def points_of(self, link: int) -> list[Point]:
        """The corners of a link's route as they are now; none where it has no route."""
        if self._route_of_link is None:
            self._route_of_link = {each: k for k, each in enumerate(self.route_link.tolist())}
        route = self._route_of_link.get(link)
        return [] if route is None else [(x, y) for x, y in self.edges.points_of(route).tolist()]

    def show_content(self, content: Content) -> None:
        """Take another projection of the same nodes and links; for a copy that nobody shows yet."""
        self.content = content
        self._faces = {}
        self.lighting, self.dim_routes = NO_LIGHTING, None

    # What is laid over it

    def light(self, lighting: Lighting) -> None:
        """Dim, light and mark nodes and links from now on. Raises ValueError for masks of another scene."""
        for mask, count in (
            (lighting.dim, self.count),
            (lighting.lit, self.count),
            (lighting.differs, self.count),
            (lighting.lit_links, len(self.content.links)),
        ):
            if mask is not None and len(mask) != count:
                raise ValueError(f"a mask of {len(mask)} does not fit a scene of {count}")
        self.lighting = lighting
        dim = lighting.dim
        self.dim_routes = None
        if dim is not None and dim.any():
            self.dim_routes = dim[self.route_source] | dim[self.route_target]

    # What is moved by hand

    def move(self, nodes: Ints | Sequence[int], dx: float, dy: float) -> tuple[float, float, float, float]:
        """Move nodes by (dx, dy) world units, and pull their edges and labels along; only these are touched.

        Returns the world rectangle left, top, right, bottom of all that looks different now. Moving back by the
        same way gives back what was there. `offsets` adds up what was moved; bands stay.
        """
        moved = np.unique(np.asarray(nodes, np.int64))
        if not len(moved) or not (dx or dy):
            return (0.0, 0.0, 0.0, 0.0)
        whole, pulled = self._routes_at(moved)
        touched = np.concatenate([whole, pulled])
        before = self._around(moved, touched)
        self._blocks_zoom = 0.0
        self.moves += 1
        self.offsets[moved] += (dx, dy)
        self.rects[moved, :2] += (dx, dy)
        for side, by in ((self.left, dx), (self.right, dx), (self.top, dy), (self.bottom, dy)):
            side[moved] += by
        self.edges.shift(whole, dx, dy)
        for route in pulled.tolist():
            a, b = (self.offsets[i].tolist() for i in self._ends(route))
            points = self.layout.routes[route].points
            self.edges.replace(route, repaired(points, (a[0], a[1]), (b[0], b[1])))
        for route in touched.tolist():
            self._pull_label(route)
        after = self._around(moved, touched)
        return (
            min(before[0], after[0]),
            min(before[1], after[1]),
            max(before[2], after[2]),
            max(before[3], after[3]),
        )

    def put_back(self) -> None:
        """Take back all that `move` did: everything stands where the layout put it."""
        for dx, dy in np.unique(self.offsets, axis=0).tolist():
            if dx or dy:
                self.move(np.flatnonzero((self.offsets == (dx, dy)).all(axis=1)), -dx, -dy)

    @property
    def is_as_laid_out(self) -> bool:
        """Whether nothing stands elsewhere than the layout put it."""
        return not np.abs(self.offsets).max(initial=0.0) > 1e-6

    def _routes_at(self, nodes: Ints) -> tuple[Ints, Ints]:
        """The routes with both ends at these nodes, and those with one."""
        if len(nodes) > _FEW:
            moved = np.zeros(self.count, np.bool_)
            moved[nodes] = True
            source, target = moved[self.route_source], moved[self.route_target]
            return np.flatnonzero(source & target), np.flatnonzero(source ^ target)
        if self._by_node is None:
            ends = np.concatenate([self.route_source, self.route_target])
            order = np.argsort(ends, kind="stable")
            starts = np.searchsorted(ends[order], np.arange(self.count + 1))
            self._by_node = (starts, order % max(1, len(self.route_source)))
        starts, routes = self._by_node
        found = [routes[starts[node] : starts[node + 1]] for node in nodes.tolist()]
        each, often = np.unique(np.concatenate(found), return_counts=True)
        return each[often > 1], each[often == 1]

    def _ends(self, route: int) -> tuple[int, int]:
        return int(self.route_source[route]), int(self.route_target[route])

    def _around(self, moved: Ints, routes: Ints) -> tuple[float, float, float, float]:
        left, top = float(self.left[moved].min()), float(self.top[moved].min())
        right, bottom = float(self.right[moved].max()), float(self.bottom[moved].max())
        if len(routes):
            boxes = self.edges.boxes[:, routes]
            left, top = min(left, float(boxes[0].min())), min(top, float(boxes[1].min()))
            right, bottom = max(right, float(boxes[2].max())), max(bottom, float(boxes[3].max()))
            for link in self.route_link[routes].tolist() if len(self.labels) else ():
                place = self._label_place(link)
                if place is not None:
                    box = self._label_boxes[place].tolist()
                    left, top = min(left, box[0]), min(top, box[1])
                    right, bottom = max(right, box[2]), max(bottom, box[3])
        return (left, top, right, bottom)

    def _pull_label(self, route: int) -> None:
        place = self._label_place(int(self.route_link[route]))
        if place is None:
            return
        source, target = self._ends(route)
        label, (dx, dy) = self.layout.labels[place], self.offsets[source].tolist()
        if label.pill:  # in the middle of the way back
            dx = (dx + float(self.offsets[target, 0])) / 2
        self.labels[place] = replace(label, x=label.x + dx, y=label.y + dy)
        self._label_boxes[place] = _box(self.labels[place])


def _box(label: Label) -> tuple[float, float, float, float]:
    return (label.x, label.y, label.x + label.width, label.y + label.height)
