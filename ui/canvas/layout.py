"""Layout: from nodes and links to places, bands, routes and labels, in world units. No Qt, no protocol."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from ui.canvas import shapes
from ui.canvas.columns import Columns, assign_columns
from ui.canvas.detours import crossing, repaired
from ui.canvas.labels import settle_labels
from ui.canvas.lanes import Lanes, assign_lanes
from ui.canvas.routes import Grid, route_links
from ui.canvas.shapes import Band, Layout, Link, Measure, Node, NodeKind, estimated_width

REPAIRED = 2_000
"""Nodes up to which every route is held against every card; beyond, the grid's own rules have to do."""


def lay_out(nodes: Sequence[Node], links: Sequence[Link], measure: Measure = estimated_width) -> Layout:
    """Place a timeline's graph.

    Graph order gives x: a node lies right of all that lead to it, save over back edges. Runs of one epoch are
    bands; branches share y; ways back run below. No two nodes overlap and no route crosses a card it does not
    belong to.
    """
    if not nodes:
        return Layout(np.zeros((0, 4)), np.zeros(0, np.int64), (), (), ())
    columns = assign_columns(nodes, links)
    widths = _column_widths(nodes, columns)
    gaps = _gaps(nodes, links, columns, measure)
    spans = _pill_spans(links, columns, widths, gaps, measure)
    lanes = assign_lanes(nodes, links, columns, spans)
    tracks = _tracks(links, columns, lanes)
    for gap, count in tracks.items():
        gaps[gap] += shapes.TRACK * max(0, count - 2)
    grid = _grid(nodes, lanes, widths, gaps)
    rects = _rects(nodes, columns, lanes, grid)
    routes, labels = route_links(nodes, links, columns, lanes, grid, rects, measure)
    if len(nodes) <= REPAIRED:
        astray = crossing(rects, links, routes)
        if astray:
            routes = repaired(rects, links, routes, astray)
    labels = settle_labels(rects, links, routes, labels, measure)
    return Layout(rects, np.array(columns.of, np.int64), _bands(columns, grid), routes, labels)


def _column_widths(nodes: Sequence[Node], columns: Columns) -> list[float]:
    total = sum(segment.count for segment in columns.segments)
    widths = [shapes.DOT] * total
    for i, node in enumerate(nodes):
        widths[columns.of[i]] = max(widths[columns.of[i]], shapes.SIZES[node.kind][0])
    return widths


def _gaps(nodes: Sequence[Node], links: Sequence[Link], columns: Columns, measure: Measure) -> list[float]:
    """The gap after each column: wider between bands, and where several labelled ways leave a decision."""
    gaps = [shapes.COLUMN_GAP] * sum(segment.count for segment in columns.segments)
    for segment in columns.segments[:-1]:
        if segment.count:
            is_entry = nodes[segment.nodes[0]].kind is NodeKind.ENTRY if segment.nodes else False
            gaps[segment.first + segment.count - 1] = (
                shapes.COLUMN_GAP if is_entry else 2 * shapes.BAND_PADDING + shapes.BAND_GAP
            )
    ways: dict[int, list[Link]] = {}
    for link in links:
        if columns.of[link.target] > columns.of[link.source] and link.label:
            ways.setdefault(link.source, []).append(link)
    for source, out in ways.items():
        if len(out) > 1 or nodes[source].kind is not NodeKind.DECISION:
            width = max(min(measure(link.label), shapes.LABEL_WIDTH) for link in out)
            column = columns.of[source]
            gaps[column] = max(gaps[column], math.ceil(width) + 4 * shapes.TRACK)
    return gaps


def _pill_spans(
    links: Sequence[Link], columns: Columns, widths: list[float], gaps: list[float], measure: Measure
) -> dict[int, range]:
    """The columns that the pill of a way back covers where it is wider than the way itself."""
    lefts = [0.0]
    for width, gap in zip(widths, gaps, strict=True):
        lefts.append(lefts[-1] + width + gap)
    spans: dict[int, range] = {}
    for k, link in enumerate(links):
        head, tail = columns.of[link.target], columns.of[link.source]
        if tail < head or not link.label:
            continue
        middle = (lefts[head] + widths[head] / 2 + lefts[tail] + widths[tail] / 2) / 2
        # The slack covers ways that turn aside on their way down, and gaps that are widened later.
        half = min(measure(link.label) + 24, shapes.PILL_WIDTH) / 2 + 56
        first = max(0, bisect_right(lefts, middle - half) - 1)
        last = min(len(widths) - 1, bisect_right(lefts, middle + half) - 1)
        spans[k] = range(first, last + 1)
    return spans


def _tracks(links: Sequence[Link], columns: Columns, lanes: Lanes) -> dict[int, int]:
    """How many verticals share each gap, at most."""
    count: dict[int, int] = {}
    for k, link in enumerate(links):
        source, target = columns.of[link.source], columns.of[link.target]
        if lanes.row_of[link.source] == lanes.row_of[link.target] and k not in lanes.link_row:
            continue
        for gap in {source, max(0, target - 1)}:
            count[gap] = count.get(gap, 0) + 1
    return count


def _grid(nodes: Sequence[Node], lanes: Lanes, widths: list[float], gaps: list[float]) -> Grid:
    lefts: list[float] = []
    x = 0.0
    for width, gap in zip(widths, gaps, strict=True):
        lefts.append(x)
        x += width + gap
    heights: dict[int, float] = {}
    for i, node in enumerate(nodes):
        row = lanes.row_of[i]
        heights[row] = max(heights.get(row, 0.0), shapes.SIZES[node.kind][1])
    used = set(heights) | set(lanes.link_row.values())
    middles: dict[int, float] = {}
    y = 0.0
    for row in sorted(used):
        height = max(heights.get(row, shapes.CHANNEL_HEIGHT), shapes.CHANNEL_HEIGHT)
        middles[row] = y + height / 2
        y += height + shapes.ROW_GAP
    return Grid(lefts, widths, gaps, middles, top=0.0, bottom=y - shapes.ROW_GAP)


def _rects(nodes: Sequence[Node], columns: Columns, lanes: Lanes, grid: Grid) -> shapes.Floats:
    rects = np.empty((len(nodes), 4))
    for i, node in enumerate(nodes):
        width, height = shapes.SIZES[node.kind]
        column = columns.of[i]
        rects[i] = (
            round(grid.lefts[column] + (grid.widths[column] - width) / 2),
            round(grid.middles[lanes.row_of[i]] - height / 2),
            width,
            height,
        )
    return rects


def _bands(columns: Columns, grid: Grid) -> tuple[Band, ...]:
    # Labels of ways that leave the lane stand above it: the head leaves room for two lines.
    top = grid.top - shapes.BAND_HEAD
    height = grid.bottom - grid.top + shapes.BAND_HEAD + shapes.BAND_FOOT
    bands = []
    for segment in columns.segments:
        if (not segment.epoch and segment.reached) or not segment.count:
            continue
        last = segment.first + segment.count - 1
        left = grid.lefts[segment.first] - shapes.BAND_PADDING
        right = grid.lefts[last] + grid.widths[last] + shapes.BAND_PADDING
        bands.append(Band(segment.epoch, left, top, right - left, height, segment.reached))
    return tuple(bands)
