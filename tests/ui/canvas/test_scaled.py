"""Laws of a layout to scale, for times of any sort: nothing overlaps, time runs one way, what is not even says so."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from resources.sample import sample_study_bytes
from study.document import Document
from study.timeline import study_times
from tests.shared import SHARED_STUDIES, shared_study
from ui.canvas.arrangement import ArrangedScene, Arrangement, arranged
from ui.canvas.projection import ScheduleProjection
from ui.canvas.scaled import Evenness, ScaledLayout, lay_out_to_scale
from ui.canvas.shapes import Link, Node, NodeKind, estimated_width

from .test_layout import overlapping
from .test_routing import assert_lawful

DAY = 86_400
times = st.one_of(
    st.integers(-90, 900).map(lambda day: day * DAY),
    st.integers(-300, 300),
    st.integers(-20, 20).map(lambda year: year * 365 * DAY),
)


@st.composite
def timed(draw: st.DrawFn) -> tuple[list[Node], list[Link], dict[int, tuple[int, int]]]:
    """A path of visits, most with a time on one of two time bases, some decisions, an entry and an exit."""
    count = draw(st.integers(1, 18))
    kinds = st.sampled_from([NodeKind.CARD, NodeKind.CARD, NodeKind.CARD, NodeKind.DECISION])
    epochs = st.sampled_from(["s", "t", ""])
    nodes = [Node(NodeKind.ENTRY), *(Node(draw(kinds), draw(epochs)) for _ in range(count))]
    links = [Link(i, i + 1) for i in range(count)]
    for _ in range(draw(st.integers(0, 3))):
        a, b = draw(st.integers(1, count)), draw(st.integers(1, count))
        links.append(Link(a, b, draw(st.sampled_from(["", "again", "no progression"])), False, b <= a))
    nodes.append(Node(NodeKind.EXIT))
    links.append(Link(count, count + 1))
    moments = {
        i: (draw(st.sampled_from([0, 0, 0, 1])), draw(times))
        for i in range(1, count + 1)
        if draw(st.integers(0, 5))
    }
    return nodes, links, moments


@given(timed())
@settings(max_examples=40)
def test_nothing_overlaps_and_time_runs_from_left_to_right(
    graph: tuple[list[Node], list[Link], dict[int, tuple[int, int]]],
) -> None:
    nodes, links, moments = graph
    layout = lay_out_to_scale(nodes, links, moments)
    assert overlapping(layout) == []
    assert layout.untimed == sum(n.kind <= NodeKind.DECISION for n in nodes) - len(moments)
    seen: set[int] = set()
    leaders = {node for node, _, _ in layout.leaders}
    for strip in layout.strips:
        assert {moments[node][0] for node, _ in strip.marks} == {strip.section}
        at = dict(strip.marks)
        seen |= set(at)
        for node, x in at.items():
            assert strip.x(moments[node][1]) == pytest.approx(x)
            # A card stands at its time, or has a line to it.
            assert layout.rects[node, 0] == pytest.approx(x) or node in leaders
        ordered = sorted(at, key=lambda node: moments[node][1])
        for a, b in itertools.pairwise(ordered):
            assert (at[a] < at[b]) == (moments[a][1] < moments[b][1])
            if moments[a][1] < moments[b][1]:
                assert layout.rects[a, 0] < layout.rects[b, 0] + 1e-6
    assert seen == set(moments)


@given(timed())
@settings(max_examples=40)
def test_pieces_join_and_only_what_is_even_is_to_scale(
    graph: tuple[list[Node], list[Link], dict[int, tuple[int, int]]],
) -> None:
    for strip in lay_out_to_scale(*graph).strips:
        for before, after in zip(strip.pieces, strip.pieces[1:], strict=False):
            assert before.right == pytest.approx(after.left)
            assert before.end == pytest.approx(after.start)
        for piece in strip.pieces:
            length, time = piece.right - piece.left, piece.end - piece.start
            assert length > 0
            if piece.evenness is Evenness.EVEN:
                assert length == pytest.approx(time * strip.density, rel=1e-6)
            elif piece.evenness is Evenness.CUT:
                assert length < time * strip.density
            else:
                assert time == 0


def test_two_time_bases_are_two_strips_one_below_the_other() -> None:
    nodes = [Node(NodeKind.CARD) for _ in range(4)]
    links = [Link(i, i + 1) for i in range(3)]
    layout = lay_out_to_scale(nodes, links, {0: (0, 0), 1: (0, DAY), 2: (1, 0), 3: (1, 7 * DAY)})
    first, second = layout.strips
    assert first.bottom < second.top
    assert layout.rects[0, 0] == layout.rects[2, 0]
    assert layout.rects[2, 1] > layout.rects[1, 1] + 70


def test_visits_of_two_epochs_at_one_time_share_a_band_that_names_both() -> None:
    nodes = [Node(NodeKind.CARD, epoch) for epoch in ("wash", "two", "two")]
    links = [Link(0, 1), Link(1, 2)]
    layout = lay_out_to_scale(nodes, links, {0: (0, 0), 1: (0, 0), 2: (0, DAY)})
    assert [(band.epoch, band.title) for band in layout.bands] == [("wash", "wash · two"), ("two", "")]


@pytest.mark.parametrize("name", [*SHARED_STUDIES, "sample"])
def test_real_studies_to_scale_keep_the_laws(name: str) -> None:
    data = sample_study_bytes() if name == "sample" else shared_study(name)
    for design in Document.from_bytes(data).designs():
        for planned in study_times(design):
            content = ScheduleProjection(planned.graph, planned, design)
            scene = arranged(content, Arrangement(to_scale=True), estimated_width)
            assert isinstance(scene, ArrangedScene)
            assert isinstance(scene.layout, ScaledLayout)
            assert overlapping(scene.layout) == []
            assert_lawful(scene.layout, content.links)
            known = sum(time.offset is not None for time in planned.times.values())
            assert sum(len(strip.marks) for strip in scene.layout.strips) == known
            for strip in scene.layout.strips:
                xs = np.array([x for _, x in strip.marks])
                assert np.all(xs >= -1e-6)
