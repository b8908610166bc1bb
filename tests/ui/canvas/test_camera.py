"""The camera's arithmetic."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.canvas.camera import MAX_ZOOM, Camera, fitting, opening

places = st.floats(-20_000, 20_000)
cameras = st.builds(Camera, places, places, st.floats(0.05, 4.0))
points = st.tuples(st.floats(0, 2000), st.floats(0, 1200))
boxes = st.tuples(places, places, st.floats(1, 30_000), st.floats(1, 3_000))


@given(cameras, points, st.floats(0.01, 10.0))
def test_zooming_keeps_the_point_under_the_pointer(
    camera: Camera, at: tuple[float, float], zoom: float
) -> None:
    zoomed = camera.zoomed(zoom, at)
    assert zoomed.to_view(camera.to_world(at)) == pytest.approx(at, abs=1e-5)
    assert zoomed.zoom <= MAX_ZOOM


@given(cameras, points)
def test_view_and_world_are_inverse(camera: Camera, at: tuple[float, float]) -> None:
    assert camera.to_view(camera.to_world(at)) == pytest.approx(at, abs=1e-5)


@given(boxes, st.floats(200, 2000), st.floats(150, 1200))
def test_fitting_shows_the_whole_box(
    box: tuple[float, float, float, float], width: float, height: float
) -> None:
    camera = fitting(box, width, height)
    left, top = camera.to_view((box[0], box[1]))
    right, bottom = camera.to_view((box[0] + box[2], box[1] + box[3]))
    assert left >= -1e-3
    assert top >= -1e-3
    assert right <= width + 1e-3
    assert bottom <= height + 1e-3
    assert (left + right) / 2 == pytest.approx(width / 2, abs=1e-3)


@given(boxes, st.floats(400, 2000), st.floats(300, 1200))
def test_the_first_view_is_readable_and_shows_the_beginning(
    box: tuple[float, float, float, float], width: float, height: float
) -> None:
    camera = opening(box, width, height)
    assert camera.zoom >= 0.6
    left, _ = camera.to_view((box[0], box[1]))
    assert 0 <= left + 1e-6 <= width


@given(cameras, cameras, st.floats(0, 1))
def test_a_flight_starts_and_ends_where_it_should(one: Camera, other: Camera, share: float) -> None:
    assert one.between(other, 0.0).zoom == pytest.approx(one.zoom)
    assert one.between(other, 1.0) == other
    zoom = one.between(other, share).zoom
    assert min(one.zoom, other.zoom) - 1e-9 <= zoom <= max(one.zoom, other.zoom) + 1e-9


@given(cameras, st.tuples(places, places))
def test_revealing_brings_a_card_into_view_and_moves_no_more_than_needed(
    camera: Camera, at: tuple[float, float]
) -> None:
    box = (*at, 172.0, 70.0)
    shown = camera.revealing(box, 1600, 1000, 24)
    left, top = shown.to_view(at)
    assert left >= 23.99
    assert top >= 23.99
    assert shown.revealing(box, 1600, 1000, 24).x == pytest.approx(shown.x, abs=1e-6)
