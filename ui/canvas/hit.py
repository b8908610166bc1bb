"""Hit testing: what lies under a world point, by numpy masks."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ui.canvas.scene import Scene
from ui.canvas.shapes import BAND_HEAD, Floats, NodeKind


@dataclass(frozen=True, slots=True)
class Hit:
    """What was hit: at most one of a node, a link and a band is set (its place), else the empty ground."""

    node: int | None = None
    link: int | None = None
    band: int | None = None


NOTHING = Hit()


def node_at(scene: Scene, x: float, y: float) -> int | None:
    """The node under a world point, the last drawn first; a decision counts inside its diamond only."""
    found = np.flatnonzero((scene.left <= x) & (scene.right >= x) & (scene.top <= y) & (scene.bottom >= y))
    for node in found[::-1].tolist():
        if scene.kind[node] == NodeKind.DECISION:
            _, _, width, height = scene.rects[node]
            middle_x = (scene.left[node] + scene.right[node]) / 2
            middle_y = (scene.top[node] + scene.bottom[node]) / 2
            if abs(x - middle_x) / (width / 2) + abs(y - middle_y) / (height / 2) > 1.15:
                continue
        return int(node)
    return None


def link_at(scene: Scene, x: float, y: float, reach: float) -> int | None:
    """The link whose label lies under the point, else the one whose line is nearest within `reach`."""
    labels = scene.visible_labels((x, y, x, y))
    if len(labels):
        return scene.labels[int(labels[0])].link
    best, nearest = None, reach
    for route in np.flatnonzero(scene.edges.mask((x, y, x, y), reach)).tolist():
        points = scene.edges.points_of(route)
        distance = _distance(points[:-1], points[1:], x, y)
        if distance <= nearest:
            best, nearest = route, distance
    return None if best is None else int(scene.route_link[best])


def _distance(starts: Floats, ends: Floats, x: float, y: float) -> float:
    """How far a point lies from the nearest of some segments."""
    way = ends - starts
    length = np.maximum((way * way).sum(axis=1), 1e-12)
    share = np.clip(((np.array((x, y)) - starts) * way).sum(axis=1) / length, 0.0, 1.0)
    off = starts + share[:, None] * way - (x, y)
    return float(np.hypot(off[:, 0], off[:, 1]).min())


def band_at(scene: Scene, x: float, y: float) -> int | None:
    """The band whose head (the strip with the epoch's name) lies under the point."""
    for place, band in enumerate(scene.layout.bands):
        if band.x <= x <= band.x + band.width and band.y <= y <= band.y + BAND_HEAD / 2:
            return place
    return None


def hit(scene: Scene, x: float, y: float, zoom: float) -> Hit:
    """What lies under a world point at this zoom: a node, else a link within 5 view pixels, else a band's head."""
    node = node_at(scene, x, y)
    if node is not None:
        return Hit(node=node)
    link = link_at(scene, x, y, 5.0 / zoom)
    if link is not None:
        return Hit(link=link)
    band = band_at(scene, x, y)
    return Hit(band=band) if band is not None else NOTHING
