"""Placed by hand: a layout with some of its nodes elsewhere, its ways repaired and its labels settled anew."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

import numpy as np

from ui.canvas import shapes
from ui.canvas.detours import Detours
from ui.canvas.detours import repaired as led_anew
from ui.canvas.labels import settle_labels
from ui.canvas.repair import repaired
from ui.canvas.scaled import wished_label
from ui.canvas.shapes import Band, Floats, Label, Layout, Link, Measure, Node, NodeKind, Point, Route


def followers(nodes: Sequence[Node], links: Sequence[Link], moved: Iterable[int]) -> list[int]:
    """Entries and exits that go along with the cards they belong to."""
    chosen = set(moved)
    return [
        other
        for link in links
        for other, card, kind in (
            (link.source, link.target, NodeKind.ENTRY),
            (link.target, link.source, NodeKind.EXIT),
        )
        if nodes[other].kind is kind and card in chosen
    ]


def placed(
    layout: Layout,
    nodes: Sequence[Node],
    links: Sequence[Link],
    spots: Mapping[int, Point],
    measure: Measure,
) -> Layout:
    """The layout with nodes at these top left corners (world units).

    Only ways that end at a moved node, or that a moved card now stands in, are led otherwise; bands grow downwards and
    upwards to hold their cards.
    """
    offsets = np.zeros((len(nodes), 2))
    for node, (x, y) in spots.items():
        offsets[node] = (x - layout.rects[node, 0], y - layout.rects[node, 1])
    for link in links:
        for end, card, kind in (
            (link.source, link.target, NodeKind.ENTRY),
            (link.target, link.source, NodeKind.EXIT),
        ):
            if nodes[end].kind is kind:
                offsets[end] = offsets[card]
    if not np.abs(offsets).max(initial=0.0) > 0.01:
        return layout
    rects = layout.rects.copy()
    rects[:, :2] += offsets
    routes, touched, anew = _followed(layout.routes, links, offsets, rects)
    labels = settle_labels(
        rects, links, routes, _pulled(layout.labels, links, offsets, routes, touched, anew, measure), measure
    )
    return replace(
        layout, rects=rects, bands=_grown(layout.bands, rects, routes), routes=routes, labels=labels
    )


def _followed(
    routes: Sequence[Route], links: Sequence[Link], offsets: Floats, rects: Floats
) -> tuple[tuple[Route, ...], set[int], set[int]]:
    moved: list[bool] = np.any(np.abs(offsets) > 0.01, axis=1).tolist()
    out: list[Route] = []
    touched: set[int] = set()
    for route in routes:
        link = links[route.link]
        if moved[link.source] or moved[link.target]:
            a, b = offsets[link.source].tolist(), offsets[link.target].tolist()
            route = replace(route, points=repaired(route.points, (a[0], a[1]), (b[0], b[1])))
            touched.add(route.link)
        out.append(route)
    # Ways that stayed can only be met by cards that moved; ways that were pulled by any, their own among them.
    detours, met = Detours(rects), Detours(rects[np.array(moved)])
    astray = {
        r.link
        for r in out
        if (_is_amiss(detours, r, links[r.link]) if r.link in touched else met.crosses(r.points))
    }
    return (led_anew(rects, links, out, astray) if astray else tuple(out)), touched, astray


def _is_amiss(detours: Detours, route: Route, link: Link) -> bool:
    """Whether a way that was pulled along runs through a card, its own among them, or close by another."""
    points = route.points
    return detours.crosses(points) or _slants(points) or detours.brushes(points, (link.source, link.target))


def _slants(points: Sequence[Point]) -> bool:
    return any(abs(a[0] - b[0]) > 0.5 and abs(a[1] - b[1]) > 0.5 for a, b in itertools.pairwise(points))


def _pulled(
    labels: Sequence[Label],
    links: Sequence[Link],
    offsets: Floats,
    routes: Sequence[Route],
    touched: set[int],
    anew: set[int],
    measure: Measure,
) -> list[Label]:
    """Labels of ways that stayed first: they keep their room; then the others, near where they were."""
    of = {route.link: route for route in routes}
    staying = [label for label in labels if label.link not in touched | anew]
    following = []
    for label in labels:
        if label.link in anew or (label.link in touched and label.pill):
            following.append(wished_label(of[label.link], links[label.link].label, measure))
        elif label.link in touched:
            dx, dy = offsets[links[label.link].source].tolist()
            following.append(replace(label, x=label.x + dx, y=label.y + dy))
    return staying + following


def _grown(bands: Sequence[Band], rects: Floats, routes: Sequence[Route]) -> tuple[Band, ...]:
    if not bands:
        return ()
    levels = [y for route in routes for _, y in route.points]
    top = min(
        float(rects[:, 1].min()) - shapes.BAND_HEAD,
        min(levels, default=0.0) - shapes.BAND_HEAD / 2,
        *(band.y for band in bands),
    )
    bottom = max(
        float((rects[:, 1] + rects[:, 3]).max()) + shapes.BAND_FOOT,
        max(levels, default=0.0) + shapes.BAND_FOOT,
        *(band.y + band.height for band in bands),
    )
    return tuple(replace(band, y=top, height=bottom - top) for band in bands)
