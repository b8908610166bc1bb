"""The scene: everything the canvas draws as numpy arrays, with texts made lazily for what comes into view."""

from __future__ import annotations

import numpy as np

from ui.canvas.edges import EdgeLines
from ui.canvas.face import CardFace, Content
from ui.canvas.layout import lay_out
from ui.canvas.shapes import Bools, Floats, Ints, Label, Layout, Measure, NodeKind, estimated_width

PATH, LOOP, OFF_PATH = 0, 1, 2  # styles of edges


class Scene:
    """A placed projection.

    `rects` is (n, 4): x, y, width, height in world units; `kind` and `hue` are (n,). `labels` by link.
    """

    def __init__(self, content: Content, layout: Layout) -> None:
        self.content = content
        self.layout = layout
        self.rects: Floats = np.ascontiguousarray(layout.rects)
        self.sizes: list[tuple[float, float]] = [(w, h) for _, _, w, h in layout.rects.tolist()]
        self.left, self.top = self.rects[:, 0].copy(), self.rects[:, 1].copy()
        self.widths, self.heights = self.rects[:, 2].copy(), self.rects[:, 3].copy()
        self.right, self.bottom = self.left + self.rects[:, 2], self.top + self.rects[:, 3]
        self.kind: Ints = np.array([node.kind for node in content.nodes], np.int64)
        self.hue: Ints = np.array(content.hues, np.int64)
        pairs = sorted({(int(kind), int(hue)) for kind, hue in zip(self.kind, self.hue, strict=True)})
        # Each kind and hue with its nodes: what is painted alike from far out.
        self.alike = [(k, h, np.flatnonzero((self.kind == k) & (self.hue == h))) for k, h in pairs]
        style = [
            LOOP
            if route.loop
            else PATH
            if content.nodes[content.links[route.link].source].reached
            else OFF_PATH
            for route in layout.routes
        ]
        self.edges = EdgeLines(layout.routes, style)
        self._label_boxes: Floats = np.array(
            [(each.x, each.y, each.x + each.width, each.y + each.height) for each in layout.labels],
            np.float64,
        ).reshape(-1, 4)
        self._faces: dict[int, CardFace] = {}
        self._places: dict[str, int] | None = None
        self._outgoing: dict[int, list[int]] | None = None
        self._incoming: dict[int, list[int]] = {}

    @classmethod
    def of(cls, content: Content, measure: Measure = estimated_width) -> Scene:
        """Lay out a projection."""
        return cls(content, lay_out(content.nodes, content.links, measure))

    @property
    def count(self) -> int:
        """How many nodes there are, entry and exits included."""
        return len(self.rects)

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
        return next((label for label in self.layout.labels if label.link == link), None)
