"""Laws of ways and labels, real studies and made-up ones: no way through a card, no label over a card or a label."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from resources.sample import sample_study_bytes
from study.document import Document
from study.timeline import study_times
from tests.shared import SHARED_STUDIES, shared_study
from ui.canvas.detours import Detours, repaired
from ui.canvas.layout import lay_out
from ui.canvas.placing import placed
from ui.canvas.projection import ScheduleProjection
from ui.canvas.shapes import CARD_HEIGHT, CARD_WIDTH, Layout, Link, Node, NodeKind, Route, estimated_width

from .test_layout import crossed, graphs, overlapping


def boxes(layout: Layout) -> list[tuple[float, float, float, float]]:
    """left, top, right, bottom of every card."""
    return [(x, y, x + w, y + h) for x, y, w, h in layout.rects.tolist()]


def overlap(a: tuple[float, float, float, float], b: tuple[float, float, float, float]) -> bool:
    """Whether two boxes share area."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def assert_lawful(layout: Layout, links: list[Link]) -> None:
    """No way runs through a card, no label lies over a card or a label."""
    for route in layout.routes:
        assert crossed(layout, route, links[route.link]) == [], f"link {route.link} runs through a card"
    cards = boxes(layout)
    labels = [(each.x, each.y, each.x + each.width, each.y + each.height) for each in layout.labels]
    for i, label in enumerate(labels):
        assert not any(overlap(label, card) for card in cards), f"label {i} lies over a card"
        assert not any(overlap(label, other) for other in labels[:i]), f"label {i} lies over another"


def projections(data: bytes) -> Iterator[ScheduleProjection]:
    """Every timeline of a study."""
    for design in Document.from_bytes(data).designs():
        for planned in study_times(design):
            yield ScheduleProjection(planned.graph, planned, design)


@pytest.mark.parametrize("name", [*SHARED_STUDIES, "sample"])
def test_ways_and_labels_of_real_studies_keep_clear(name: str) -> None:
    data = sample_study_bytes() if name == "sample" else shared_study(name)
    count = 0
    for content in projections(data):
        layout = lay_out(content.nodes, content.links)
        assert_lawful(layout, content.links)
        # Nothing had to be left out: there is room for every condition.
        assert {each.link for each in layout.labels} == {k for k, x in enumerate(content.links) if x.label}
        assert_apart(layout, content.links)
        count += 1
    assert count


@given(graphs())
def test_ways_and_labels_of_any_graph_keep_clear(graph: tuple[list[Node], list[Link]]) -> None:
    nodes, links = graph
    assert_lawful(lay_out(nodes, links), links)


def assert_apart(layout: Layout, links: list[Link]) -> None:
    """Ways that share no end do not run on top of one another."""
    pieces = [
        (route.link, min(a, b), max(a, b)) for route in layout.routes for a, b in pairwise(route.points)
    ]
    for i, (one, a1, a2) in enumerate(pieces):
        for other, b1, b2 in pieces[:i]:
            ends = {links[one].source, links[one].target} & {links[other].source, links[other].target}
            if one == other or ends:
                continue
            for axis in (0, 1):
                along = 1 - axis
                if a1[axis] == a2[axis] and b1[axis] == b2[axis] and abs(a1[axis] - b1[axis]) < 2:
                    shared = min(a2[along], b2[along]) - max(a1[along], b1[along])
                    assert shared <= 0, f"links {one} and {other} run on top of one another"


@st.composite
def scattered(draw: st.DrawFn) -> tuple[list[Node], list[Link], np.ndarray]:
    """Cards that a hand has put anywhere, on a coarse grid so that none overlap, and links between them."""
    spots = draw(
        st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=2, max_size=14, unique=True)
    )
    shift = st.integers(-20, 20)
    rects = np.array(
        [(x * 260.0 + draw(shift), y * 150.0 + draw(shift), CARD_WIDTH, CARD_HEIGHT) for x, y in spots]
    )
    nodes = [Node(NodeKind.CARD) for _ in spots]
    place = st.integers(0, len(spots) - 1)
    links = [
        Link(draw(place), draw(place), back=draw(st.booleans())) for _ in range(draw(st.integers(1, 10)))
    ]
    return nodes, links, rects


@given(scattered())
@settings(max_examples=60)
def test_ways_lead_around_cards_wherever_a_hand_has_put_them(
    world: tuple[list[Node], list[Link], np.ndarray],
) -> None:
    nodes, links, rects = world
    begun = [Route(k, ((0.0, 0.0), (1.0, 0.0)), link.back) for k, link in enumerate(links)]
    routes = repaired(rects, links, begun, range(len(links)))
    layout = Layout(rects, np.zeros(len(nodes), np.int64), (), routes, ())
    assert [route.link for route in routes] == list(range(len(links)))
    for route in routes:
        link = links[route.link]
        assert crossed(layout, route, link) == []
        for (x1, y1), (x2, y2) in pairwise(route.points):
            assert x1 == x2 or y1 == y2
        for end, node in ((route.points[0], link.source), (route.points[-1], link.target)):
            x, y, w, h = rects[node].tolist()
            on_side = end[0] in (x, x + w) and y <= end[1] <= y + h
            on_edge = end[1] in (y, y + h) and x <= end[0] <= x + w
            assert on_side or on_edge


def test_a_card_that_is_shut_in_is_reached_by_a_way_with_more_turns() -> None:
    # The target stands in a room of four cards with one narrow door.
    places = [(0, 0), (600, 0), (400, -90), (590, -90), (400, 90), (590, 90), (790, 0)]
    rects = np.array([(float(x), float(y), CARD_WIDTH, CARD_HEIGHT) for x, y in places])
    points = Detours(rects).way(0, 1)
    assert not Detours(rects).crosses(points, (0, 1))


def test_two_links_between_the_same_cards_run_apart() -> None:
    rects = np.array([(0.0, 0.0, CARD_WIDTH, CARD_HEIGHT), (600.0, 200.0, CARD_WIDTH, CARD_HEIGHT)])
    links = [Link(0, 1), Link(0, 1)]
    begun = [Route(k, ((0.0, 0.0), (1.0, 0.0))) for k in range(2)]
    first, second = repaired(rects, links, begun, (0, 1))
    assert first.points[1:-1] != second.points[1:-1]


def test_a_label_with_no_room_is_narrowed_and_never_covers_a_card() -> None:
    nodes = [Node(NodeKind.DECISION)] + [Node(NodeKind.CARD) for _ in range(6)]
    text = "the participant has recovered from every toxicity to grade 1 or better"
    links = [Link(0, k, text, main=k == 1) for k in range(1, 7)]
    layout = lay_out(nodes, links)
    assert_lawful(layout, links)
    assert layout.labels


@given(graphs(), st.data())
@settings(max_examples=40)
def test_cards_put_anywhere_by_hand_keep_the_laws(
    graph: tuple[list[Node], list[Link]], data: st.DataObject
) -> None:
    nodes, links = graph
    automatic = lay_out(nodes, links)
    cards = [i for i, node in enumerate(nodes) if node.kind <= NodeKind.DECISION]
    shift = st.integers(-60, 60).map(lambda steps: steps * 8.0)
    moved = data.draw(st.dictionaries(st.sampled_from(cards), st.tuples(shift, shift), max_size=3))
    spots = {
        i: (float(automatic.rects[i, 0]) + dx, float(automatic.rects[i, 1]) + dy)
        for i, (dx, dy) in moved.items()
    }
    layout = placed(automatic, nodes, links, spots, estimated_width)
    for i, (x, y) in spots.items():
        assert layout.rects[i, :2].tolist() == [x, y]
    assume(not overlapping(layout))
    assert_lawful(layout, links)
    for route in layout.routes:
        link = links[route.link]
        for (x1, y1), (x2, y2) in pairwise(route.points):
            assert abs(x1 - x2) < 0.75 or abs(y1 - y2) < 0.75
        for end, node in ((route.points[0], link.source), (route.points[-1], link.target)):
            x, y, width, height = layout.rects[node].tolist()
            assert x - 1 <= end[0] <= x + width + 1
            assert y - 1 <= end[1] <= y + height + 1


def test_a_way_from_a_decision_to_itself_can_be_seen() -> None:
    rects = np.array([(0.0, 0.0, 44.0, 44.0)])
    points = Detours(rects).way(0, 0, back=True)
    assert len(points) >= 4
    assert max(x for x, _ in points) > 44 or max(y for _, y in points) > 44
    assert points[0] != points[-1]
