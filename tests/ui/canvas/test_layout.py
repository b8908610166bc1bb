"""Laws of the layout, for graphs of any shape."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from ui.canvas.layout import lay_out
from ui.canvas.projection import ScheduleProjection
from ui.canvas.shapes import BAND_PADDING, Layout, Link, Node, NodeKind, Route

from .schedules import cycle, decision, instance, lane, schedule


@st.composite
def graphs(draw: st.DrawFn) -> tuple[list[Node], list[Link]]:
    """A path with decisions, branches, loops, epochs that come and go, and nodes that nothing reaches."""
    count = draw(st.integers(1, 24))
    reached = draw(st.integers(1, count))
    epochs = draw(st.lists(st.sampled_from(["", "s", "t", "f"]), min_size=count, max_size=count))
    shapes = st.sampled_from([NodeKind.CARD, NodeKind.CARD, NodeKind.DECISION])
    kinds = draw(st.lists(shapes, min_size=count, max_size=count))
    nodes = [Node(kinds[i], epochs[i], i < reached) for i in range(count)]
    links = [Link(i, i + 1) for i in range(reached - 1)]
    for _ in range(draw(st.integers(0, 8))):
        a, b = draw(st.integers(0, count - 1)), draw(st.integers(0, count - 1))
        label = draw(
            st.sampled_from(["", "if eligible", "no progression, recovered: the next cycle on Day 22"])
        )
        links.append(Link(a, b, label, main=False, back=b <= a))
    if draw(st.booleans()):
        nodes.append(Node(NodeKind.EXIT, epochs[reached - 1]))
        links.append(Link(reached - 1, count))
    return nodes, links


def overlapping(layout: Layout) -> list[tuple[int, int]]:
    """Pairs of nodes whose rectangles share area."""
    x, y, w, h = layout.rects.T
    apart = (
        (x[:, None] + w[:, None] <= x[None, :])
        | (x[None, :] + w[None, :] <= x[:, None])
        | (y[:, None] + h[:, None] <= y[None, :])
        | (y[None, :] + h[None, :] <= y[:, None])
    )
    np.fill_diagonal(apart, True)
    return [(int(a), int(b)) for a, b in np.argwhere(~apart)]


def crossed(layout: Layout, route: Route, link: Link) -> list[int]:
    """The nodes, other than its ends, that a route runs through."""
    found = []
    for i, (x, y, w, h) in enumerate(layout.rects.tolist()):
        if i in (link.source, link.target):
            continue
        for (x1, y1), (x2, y2) in zip(route.points, route.points[1:], strict=False):
            if (
                max(x1, x2) > x + 1
                and min(x1, x2) < x + w - 1
                and max(y1, y2) > y + 1
                and min(y1, y2) < y + h - 1
            ):
                found.append(i)
                break
    return found


@given(graphs())
def test_no_two_nodes_overlap(graph: tuple[list[Node], list[Link]]) -> None:
    assert overlapping(lay_out(*graph)) == []


@given(graphs())
def test_what_leads_to_a_node_lies_left_of_it(graph: tuple[list[Node], list[Link]]) -> None:
    nodes, links = graph
    layout = lay_out(nodes, links)
    for link in links:
        if nodes[link.source].reached and nodes[link.target].reached and not link.back:
            right = layout.rects[link.source, 0] + layout.rects[link.source, 2]
            assert right <= layout.rects[link.target, 0]


@given(graphs())
def test_bands_hold_the_cards_of_their_epoch_and_no_others(graph: tuple[list[Node], list[Link]]) -> None:
    nodes, links = graph
    layout = lay_out(nodes, links)
    for left, right in zip(layout.bands, layout.bands[1:], strict=False):
        assert left.x + left.width <= right.x
    for node, (x, y, width, height) in zip(nodes, layout.rects.tolist(), strict=True):
        middle = x + width / 2
        around = [band for band in layout.bands if band.x <= middle <= band.x + band.width]
        if not node.epoch or node.kind is NodeKind.EXIT:
            continue
        assert len(around) == 1
        band = around[0]
        assert band.epoch == node.epoch or (not band.reached and not node.reached)
        assert band.x + BAND_PADDING <= x
        assert x + width + BAND_PADDING <= band.x + band.width
        assert band.y <= y
        assert y + height <= band.y + band.height


@given(graphs())
def test_no_route_crosses_a_card_of_the_path(graph: tuple[list[Node], list[Link]]) -> None:
    nodes, links = graph
    layout = lay_out(nodes, links)
    for route in layout.routes:
        link = links[route.link]
        if nodes[link.source].reached and nodes[link.target].reached:
            assert crossed(layout, route, link) == []


@given(graphs())
def test_routes_are_orthogonal_and_end_at_their_nodes(graph: tuple[list[Node], list[Link]]) -> None:
    nodes, links = graph
    layout = lay_out(nodes, links)
    assert len(layout.routes) == len(links)
    for route in layout.routes:
        for (x1, y1), (x2, y2) in zip(route.points, route.points[1:], strict=False):
            assert abs(x1 - x2) < 0.75 or abs(y1 - y2) < 0.75
        for end, node in (
            (route.points[0], links[route.link].source),
            (route.points[-1], links[route.link].target),
        ):
            x, y, width, height = layout.rects[node].tolist()
            assert x - 1 <= end[0] <= x + width + 1
            assert y - 1 <= end[1] <= y + height + 1


@given(graphs())
def test_pills_lie_over_no_card(graph: tuple[list[Node], list[Link]]) -> None:
    nodes, links = graph
    layout = lay_out(nodes, links)
    for label in layout.labels:
        if (
            not label.pill
            or not nodes[links[label.link].source].reached
            or not nodes[links[label.link].target].reached
        ):
            continue
        for i, (x, y, w, h) in enumerate(layout.rects.tolist()):
            apart = (
                label.x + label.width <= x
                or x + w <= label.x
                or label.y + label.height <= y
                or y + h <= label.y
            )
            assert apart, f"the pill of link {label.link} lies over node {i}"


def test_a_straight_path_is_one_row_in_graph_order() -> None:
    graph, planned, design = lane(52)
    layout = lay_out(*_shape(ScheduleProjection(graph, planned, design)))
    cards = layout.rects[1:53]
    assert len(set(cards[:, 1].tolist())) == 1
    assert np.all(np.diff(cards[:, 0]) > 0)


def test_the_main_way_stays_straight_and_the_branch_lies_below() -> None:
    graph, planned, design = schedule(
        [
            instance("a", "d", "screening"),
            decision("d", "b", {"not eligible": "x"}, "screening"),
            instance("x", None, "screening"),
            instance("b", None, "treatment"),
        ]
    )
    content = ScheduleProjection(graph, planned, design)
    layout = lay_out(*_shape(content))
    middle = {key: float(layout.rects[i, 1] + layout.rects[i, 3] / 2) for i, key in enumerate(content.keys)}
    assert middle["a"] == middle["d"] == middle["b"]
    assert middle["x"] > middle["a"]


def test_a_loop_runs_below_its_lane_with_its_sentence_in_a_pill() -> None:
    graph, planned, design = cycle()
    content = ScheduleProjection(graph, planned, design)
    layout = lay_out(*_shape(content))
    loops = [route for route in layout.routes if route.loop]
    assert len(loops) == 1
    deepest = max(y for _, y in loops[0].points)
    assert deepest > float((layout.rects[:, 1] + layout.rects[:, 3]).max())
    pills = [label for label in layout.labels if label.pill]
    assert [content.links[pill.link].label for pill in pills] == ["no progression: next cycle"]


def test_an_epoch_that_comes_back_is_a_band_of_its_own() -> None:
    graph, planned, design = schedule(
        [instance("a", "b", "treatment"), instance("b", "c", "follow-up"), instance("c", None, "treatment")]
    )
    layout = lay_out(*_shape(ScheduleProjection(graph, planned, design)))
    assert [band.epoch for band in layout.bands] == ["treatment", "follow-up", "treatment"]


def test_a_decision_without_an_epoch_lies_in_the_band_around_it() -> None:
    graph, planned, design = cycle()
    layout = lay_out(*_shape(ScheduleProjection(graph, planned, design)))
    assert [band.epoch for band in layout.bands] == ["screening", "treatment", "follow-up"]


def test_three_hundred_instances_that_nothing_leads_to_stay_on_a_sheet() -> None:
    graph, planned, design = schedule([instance(f"v{i}", None) for i in range(300)])
    layout = lay_out(*_shape(ScheduleProjection(graph, planned, design)))
    assert overlapping(layout) == []
    _, _, width, height = layout.bounds
    assert 0.2 < height / width < 5


def test_nothing_at_all_has_no_extent() -> None:
    assert lay_out([], []).bounds == (0.0, 0.0, 0.0, 0.0)


def _shape(content: ScheduleProjection) -> tuple[list[Node], list[Link]]:
    return content.nodes, content.links
