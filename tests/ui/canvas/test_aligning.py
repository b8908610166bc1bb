"""Laws of aligning, distributing, snapping and the lasso."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.canvas.aligning import GRID, Edge, Way, aligned, distributed, inside, snapped

Rects = st.lists(
    st.tuples(
        st.integers(-2000, 2000),
        st.integers(-2000, 2000),
        st.sampled_from([44, 172]),
        st.sampled_from([44, 70]),
    ),
    min_size=1,
    max_size=9,
).map(lambda rows: np.array(rows, np.float64))


@given(Rects, st.sampled_from(Edge))
def test_aligned_cards_share_a_line_and_keep_the_other_coordinate(rects: np.ndarray, edge: Edge) -> None:
    corners = aligned(rects, edge)
    axis = 0 if edge in (Edge.LEFT, Edge.CENTRE, Edge.RIGHT) else 1
    share = {Edge.LEFT: 0.0, Edge.TOP: 0.0, Edge.CENTRE: 0.5, Edge.MIDDLE: 0.5}.get(edge, 1.0)
    lines = corners[:, axis] + rects[:, axis + 2] * share
    assert np.ptp(lines) < 1e-6
    assert np.array_equal(corners[:, 1 - axis], rects[:, 1 - axis])
    again = np.column_stack([corners, rects[:, 2:]])
    assert np.allclose(aligned(again, edge), corners)


@given(Rects, st.sampled_from(Way))
def test_distributed_cards_have_equal_space_and_the_outer_ones_stay(rects: np.ndarray, way: Way) -> None:
    corners = distributed(rects, way)
    axis = 0 if way is Way.ACROSS else 1
    order = np.argsort(rects[:, axis] + rects[:, axis + 2] / 2, kind="stable")
    low, size = corners[order, axis], rects[order, axis + 2]
    spaces = low[1:] - (low + size)[:-1]
    if len(rects) > 2:
        assert np.ptp(spaces) < 1e-6
    assert low[0] == rects[order[0], axis]
    assert low[-1] == pytest.approx(rects[order[-1], axis])
    assert np.array_equal(corners[:, 1 - axis], rects[:, 1 - axis])


def test_a_dragged_card_takes_over_a_neighbours_edge_and_shows_a_guide() -> None:
    moving = np.array([[0.0, 0.0, 172.0, 70.0]])
    others = np.array([[400.0, 203.0, 172.0, 70.0]])
    found = snapped(moving, others, 396.0, 6.0, reach=6.0)
    assert (found.dx, found.dy) == (400.0, 8.0)
    # The left edges are in line, and with cards of one width the guide runs along what was nearest.
    assert len(found.guides) == 1
    assert found.guides[0].start[0] == found.guides[0].end[0]
    assert found.guides[0].start[1] < 8
    assert found.guides[0].end[1] > 273


def test_far_from_others_it_falls_on_the_grid_without_guides() -> None:
    moving = np.array([[13.0, 7.0, 172.0, 70.0]])
    found = snapped(moving, np.zeros((0, 4)), 101.0, 55.0, reach=6.0)
    assert (13 + found.dx) % GRID == 0
    assert (7 + found.dy) % GRID == 0
    assert found.guides == ()


def test_a_lasso_holds_what_lies_inside_its_outline() -> None:
    # A U: its inside is not its hull.
    outline = [
        (0.0, 0.0),
        (10.0, 0.0),
        (10.0, 10.0),
        (7.0, 10.0),
        (7.0, 3.0),
        (3.0, 3.0),
        (3.0, 10.0),
        (0.0, 10.0),
    ]
    points = np.array([[1.0, 5.0], [5.0, 5.0], [9.0, 5.0], [5.0, 1.0], [11.0, 5.0]])
    assert inside(points, outline).tolist() == [True, False, True, True, False]
    assert not inside(points, outline[:2]).any()
