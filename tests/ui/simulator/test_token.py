"""The token's way over the graph: along the links, straight where there are none, and painted over the cards."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from study.simulation.standing import Standing
from tests.ui.conftest import ShowStudy
from ui.canvas.camera import Camera
from ui.main_window import MainWindow
from ui.simulator.token import TokenLayer, along, way_between


def test_a_share_of_a_way_is_of_its_length() -> None:
    way = [(0.0, 0.0), (10.0, 0.0), (10.0, 30.0)]
    assert along(way, 0.0) == (0.0, 0.0)
    assert along(way, 0.25) == (10.0, 0.0)
    assert along(way, 0.5) == (10.0, 10.0)
    assert along(way, 1.0) == (10.0, 30.0)


def test_the_way_follows_the_links_and_is_straight_where_there_is_none(
    window: MainWindow, show_study: ShowStudy
) -> None:
    show_study()
    scene = window.canvas.scene
    assert scene is not None
    first, last = scene.place_of("Instance_C_D1"), scene.place_of("Instance_C_D15")
    assert first is not None
    assert last is not None
    onward = way_between(scene, first, last)
    link = next(n for n, each in enumerate(scene.content.links) if each.source == first)
    assert all(point in onward for point in scene.points_of(link))
    failure = scene.place_of("Instance_SCREEN_FAILURE")
    assert failure is not None
    assert len(way_between(scene, failure, first)) == 2


def test_signs_and_token_are_painted_and_gone_again(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study()
    canvas = window.canvas
    qtbot.waitUntil(lambda: not canvas.flight.is_zooming)
    before = canvas.grab().toImage()
    layer = TokenLayer(canvas)
    layer.show({"Instance_SCREEN": Standing.DONE}, frozenset(), "Instance_BASELINE", follow=False)
    with_token = canvas.grab().toImage()
    assert with_token != before
    node = canvas.scene.place_of("Instance_SCREEN") if canvas.scene is not None else None
    assert node is not None
    assert any("Done" in text for text in [layer.remark(node)])
    layer.remove()
    assert canvas.grab().toImage() == before


def test_the_token_is_shown_below_the_bars_where_there_is_room(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    show_study()
    window.actions_by_id["view_graph"].trigger()
    canvas = window.canvas
    qtbot.waitUntil(lambda: not canvas.flight.is_zooming)
    scene = canvas.scene
    assert scene is not None
    node = scene.place_of("Instance_BASELINE")
    assert node is not None
    x, y = scene.rects[node].tolist()[:2]
    canvas.show_camera(Camera(x - 100, y - 4, 1.0))
    layer = TokenLayer(canvas)
    layer.show({"Instance_SCREEN": Standing.DONE}, frozenset(), "Instance_BASELINE")
    top = canvas.flight.target.to_view((x, y))[1]
    layer.remove()
    assert canvas.height() > 200
    assert top >= 90
