"""The scene: what moves with a card that is moved by hand, and what is laid over it."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from ui.canvas.camera import Camera
from ui.canvas.edges import EdgeLines
from ui.canvas.frame import Canvas
from ui.canvas.hit import Hit, hit, node_at
from ui.canvas.lighting import Difference, Lighting
from ui.canvas.marking import paint_selected
from ui.canvas.painter import paint_scene
from ui.canvas.pixmaps import Pixmaps
from ui.canvas.projection import ScheduleProjection
from ui.canvas.repair import repaired
from ui.canvas.scene import Scene
from ui.canvas.shapes import Bools, Point, Route
from ui.theme import Theme

from .schedules import cycle

Shift = tuple[float, float]
SHIFT = st.tuples(st.integers(-400, 400).map(float), st.integers(-400, 400).map(float))


@pytest.fixture
def scene() -> Scene:
    """The cycle: screening, three visits with a way back, and a follow-up."""
    return Scene.of(ScheduleProjection(*cycle()))


def place(scene: Scene, address: str) -> int:
    """The node of an address."""
    found = scene.place_of(address)
    assert found is not None
    return found


def links_of(scene: Scene, node: int) -> list[int]:
    """The links that begin or end at a node."""
    return [k for k, link in enumerate(scene.content.links) if node in (link.source, link.target)]


def test_a_moved_card_takes_its_edges_along_and_nothing_else(scene: Scene) -> None:
    card = place(scene, "c")
    mine = links_of(scene, card)
    rects = scene.rects.copy()
    before = {k: scene.points_of(k) for k in range(len(scene.content.links))}
    touched = scene.move([card], 30.0, 120.0)
    others = np.arange(scene.count) != card
    assert np.array_equal(scene.rects[others], rects[others])
    assert scene.rects[card].tolist() == (rects[card] + (30.0, 120.0, 0.0, 0.0)).tolist()
    assert scene.offsets[card].tolist() == [30.0, 120.0]
    for k, link in enumerate(scene.content.links):
        points = scene.points_of(k)
        if k not in mine:
            assert points == before[k]
            continue
        away = (30.0, 120.0)
        source, target = (away if node == card else (0.0, 0.0) for node in (link.source, link.target))
        assert points[0] == (before[k][0][0] + source[0], before[k][0][1] + source[1])
        assert points[-1] == (before[k][-1][0] + target[0], before[k][-1][1] + target[1])
        for x, y in points:
            assert touched[0] <= x <= touched[2]
            assert touched[1] <= y <= touched[3]
    assert node_at(scene, scene.left[card] + 5, scene.top[card] + 5) == card


def test_moving_back_gives_back_what_was_there(scene: Scene) -> None:
    links = range(len(scene.content.links))
    before = [scene.points_of(k) for k in links], scene.rects.copy(), list(scene.labels)
    for step in ((17.0, -90.0), (4.0, 33.0), (-21.0, 57.0)):
        scene.move([place(scene, "c"), place(scene, "d")], *step)
    assert [scene.points_of(k) for k in links] == before[0]
    assert np.array_equal(scene.rects, before[1])
    assert scene.labels == before[2]


def test_all_moved_together_keep_their_shape(scene: Scene) -> None:
    links = range(len(scene.content.links))
    before = [scene.points_of(k) for k in links]
    labels = list(scene.labels)
    scene.move(np.arange(scene.count), 12.0, -7.0)
    assert [scene.points_of(k) for k in links] == [[(x + 12.0, y - 7.0) for x, y in each] for each in before]
    assert [(new.x, new.y) for new in scene.labels] == [(old.x + 12.0, old.y - 7.0) for old in labels]


def test_a_moved_edge_is_hit_where_it_is_now(scene: Scene) -> None:
    card = place(scene, "f")
    link = links_of(scene, card)[0]
    scene.move([card], 0.0, 300.0)
    x, y = scene.points_of(link)[-1]
    assert hit(scene, x - 8, y, 1.0) == Hit(link=link)


@given(st.lists(st.integers(20, 200).map(float), min_size=1, max_size=6), SHIFT, SHIFT, SHIFT)
@settings(deadline=None, max_examples=80)
def test_repair_keeps_ends_and_right_angles(
    lengths: list[float], source: Shift, target: Shift, further: Shift
) -> None:
    points: list[Point] = [(0.0, 0.0)]
    for i, length in enumerate(lengths):
        x, y = points[-1]
        points.append((x + length, y) if i % 2 == 0 else (x, y + length))
    made = repaired(points, source, target)
    assert made[0] == (points[0][0] + source[0], points[0][1] + source[1])
    assert made[-1] == (points[-1][0] + target[0], points[-1][1] + target[1])
    assert all(a[0] == b[0] or a[1] == b[1] for a, b in pairwise(made))
    again = repaired(
        points,
        (source[0] + further[0], source[1] + further[1]),
        (target[0] + further[0], target[1] + further[1]),
    )
    assert again == tuple((x + further[0], y + further[1]) for x, y in made)


def test_edges_lie_where_their_routes_say() -> None:
    edges = EdgeLines([Route(0, ((0, 0), (10, 0))), Route(1, ((0, 5), (20, 5), (20, 40)), loop=True)], [0, 1])
    assert edges.boxes.T.tolist() == [[0, 0, 10, 0], [0, 5, 20, 40]]
    assert edges.tips.tolist() == [[10, 0, 1, 0], [20, 40, 0, 1]]
    assert edges.mask((15, 20, 30, 30)).tolist() == [False, True]
    coarse = {each.style: each.rects.tolist() for each in edges.coarse((0, 0, 100, 100), 2.0)}
    assert coarse == {0: [[0, 0, 20, 0]], 1: [[0, 10, 40, 10], [40, 10, 40, 80]]}
    near = edges.coarse((15, 20, 30, 30), 2.0, np.array([True, True]))
    assert [each.style for each in near] == [1]
    fine = edges.fine(np.array([1]))
    assert fine.lines[0, :2].tolist() == [0, 5]
    assert fine.lines[-1, 2:].tolist() == [20, 40]
    assert set(fine.of.tolist()) == {1}


def picture(scene: Scene, zoom: float, selected: Bools | None = None) -> QImage:
    """The scene's beginning, painted as the window paints it."""
    image = QImage(1200, 400, QImage.Format.Format_RGB32)
    theme = Theme.light()
    image.fill(theme.ground)
    canvas = Canvas(scene, theme, Camera(-20, -40, zoom), 1200, 400, 1.0, Pixmaps())
    painter = QPainter(image)
    paint_scene(painter, canvas, QRectF(image.rect()))
    if selected is not None:
        paint_selected(painter, canvas, canvas.camera.shown(1200, 400), selected)
    painter.end()
    return image


def middle(scene: Scene, node: int, zoom: float) -> tuple[int, int]:
    """The view pixel a little inside the lower edge of a node."""
    x = (scene.left[node] + scene.right[node]) / 2
    return round((x + 20) * zoom), round((scene.bottom[node] + 40) * zoom)


@pytest.mark.parametrize("zoom", [0.2, 0.4, 1.0])
def test_a_selected_card_is_ringed_in_the_accent(qtbot: QtBot, scene: Scene, zoom: float) -> None:
    mask = np.zeros(scene.count, np.bool_)
    mask[place(scene, "b")] = True
    plain, ringed = picture(scene, zoom), picture(scene, zoom, mask)

    def accents(image: QImage, node: int) -> int:
        x, y = middle(scene, node, zoom)
        accent = Theme.light().accent
        near = [image.pixelColor(x, y + dy) for dy in range(-3, 4)]
        return sum(abs(c.red() - accent.red()) + abs(c.blue() - accent.blue()) < 60 for c in near)

    assert accents(ringed, place(scene, "b")) > accents(plain, place(scene, "b"))
    assert accents(ringed, place(scene, "c")) == accents(plain, place(scene, "c"))


@pytest.mark.parametrize("zoom", [0.2, 0.4, 1.0])
def test_what_is_filtered_out_is_faint_and_the_rest_as_before(
    qtbot: QtBot, scene: Scene, zoom: float
) -> None:
    plain = picture(scene, zoom)
    dim = np.zeros(scene.count, np.bool_)
    dim[place(scene, "b")] = True
    scene.light(Lighting(dim=dim))
    faint = picture(scene, zoom)

    def same(node: int) -> bool:
        rect = [round(v * zoom) for v in (scene.left[node] + 20, scene.top[node] + 40, 172, 70)]
        return plain.copy(*rect) == faint.copy(*rect)

    assert same(place(scene, "f"))
    assert not same(place(scene, "b"))


@pytest.mark.parametrize("zoom", [0.2, 0.4, 1.0])
@pytest.mark.parametrize("kind", [Difference.ADDED, Difference.REMOVED, Difference.CHANGED])
def test_a_difference_shows_at_every_zoom(qtbot: QtBot, scene: Scene, zoom: float, kind: Difference) -> None:
    plain = picture(scene, zoom)
    differs = np.zeros(scene.count, np.int8)
    differs[place(scene, "c")] = kind
    scene.light(Lighting(differs=differs))
    assert picture(scene, zoom) != plain
    scene.light(Lighting())
    assert picture(scene, zoom) == plain


def test_lit_links_and_found_cards_show(qtbot: QtBot, scene: Scene) -> None:
    plain = picture(scene, 1.0)
    links = np.zeros(len(scene.content.links), np.bool_)
    links[0] = True
    scene.light(Lighting(lit_links=links))
    one = picture(scene, 1.0)
    scene.light(Lighting(lit_links=links, current=place(scene, "b")))
    two = picture(scene, 1.0)
    assert plain != one
    assert one != two


def test_a_mask_of_another_scene_is_refused(scene: Scene) -> None:
    with pytest.raises(ValueError, match="does not fit"):
        scene.light(Lighting(dim=np.zeros(scene.count + 1, np.bool_)))
