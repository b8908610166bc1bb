"""Selecting many, placing by hand, collapsing, to scale, and a new layout seen before it happens: by real events."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from study.layout_store import LayoutStore, Spot, StepKind, undo_text
from ui.canvas.aligning import Edge, Way
from ui.canvas.camera import Camera
from ui.canvas.collapse import CollapsedProjection
from ui.canvas.frame import Canvas
from ui.canvas.painter import paint_scene
from ui.canvas.ruler import HEIGHT
from ui.canvas.scaled import ScaledLayout
from ui.canvas.shapes import NodeKind
from ui.canvas.view import ScheduleCanvas
from ui.theme import Theme

from .schedules import Schedule, cycle, instance, lane, schedule, timing
from .test_layout import crossed, overlapping
from .test_view import node, shown, spot

RULER = round(HEIGHT)
LEFT = Qt.MouseButton.LeftButton
NONE, CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@pytest.fixture
def canvas(qtbot: QtBot) -> ScheduleCanvas:
    """A canvas of 1400 x 500 that shows the cycle at 100 % from its beginning."""
    return shown(qtbot, cycle())


def drag(
    canvas: ScheduleCanvas,
    way: list[QPoint],
    mods: Qt.KeyboardModifier = NONE,
    *,
    release: bool = True,
) -> None:
    """Press at the first point, move over the others, and let go."""
    QTest.mousePress(canvas, LEFT, mods, way[0])
    for start, end in itertools.pairwise(way):
        for step in range(1, 5):
            at = QPointF(start) + (QPointF(end) - QPointF(start)) * step / 4
            event = QMouseEvent(
                QEvent.Type.MouseMove, at, canvas.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, mods
            )
            QApplication.sendEvent(canvas, event)
    if release:
        QTest.mouseRelease(canvas, LEFT, mods, way[-1])


def around(canvas: ScheduleCanvas, *keys: str) -> tuple[QPoint, QPoint]:
    """Corners of a rectangle in the view just outside some cards."""
    assert canvas.scene is not None
    nodes = [node(canvas, key) for key in keys]
    left, top = canvas.camera.to_view(
        (float(canvas.scene.left[nodes].min()), float(canvas.scene.top[nodes].min()))
    )
    right, bottom = canvas.camera.to_view(
        (float(canvas.scene.right[nodes].max()), float(canvas.scene.bottom[nodes].max()))
    )
    return QPoint(round(left) - 12, round(top) - 10), QPoint(round(right) + 12, round(bottom) + 10)


def marked(canvas: ScheduleCanvas) -> set[str]:
    """The addresses of what is selected together."""
    assert canvas.scene is not None
    return {canvas.scene.content.address(i) for i in canvas.hand.marked}


def corner(canvas: ScheduleCanvas, key: str) -> tuple[float, float]:
    """Where a card stands, in the world."""
    assert canvas.scene is not None
    x, y = canvas.scene.rects[node(canvas, key), :2].tolist()
    return x, y


# Selecting many


def test_a_box_selects_what_it_touches_and_shares_the_first(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    start, end = around(canvas, "b", "c")
    with qtbot.waitSignal(canvas.selected) as told:
        drag(canvas, [start, end])
    assert marked(canvas) == {"b", "c"}
    assert told.args == ["b"]


def test_shift_adds_to_the_box_and_escape_while_drawing_takes_it_back(canvas: ScheduleCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, spot(canvas, "a"))
    start, end = around(canvas, "c")
    drag(canvas, [start, end], SHIFT)
    assert marked(canvas) == {"a", "c"}
    drag(canvas, list(around(canvas, "b")), release=False)
    assert marked(canvas) == {"b"}
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert marked(canvas) == {"a", "c"}


def test_a_lasso_selects_the_middles_inside_it(canvas: ScheduleCanvas) -> None:
    (left, top), (right, bottom) = ((p.x(), p.y()) for p in around(canvas, "b", "c"))
    between = (spot(canvas, "b").x() + spot(canvas, "c").x()) // 2
    # Down the left of b, under it, and up between b and c.
    outline = [QPoint(left, top), QPoint(left, bottom), QPoint(between, bottom), QPoint(between, top)]
    drag(canvas, outline, ALT)
    assert marked(canvas) == {"b"}
    assert right > between


def test_control_click_adds_and_takes_away(canvas: ScheduleCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, spot(canvas, "a"))
    QTest.mouseClick(canvas, LEFT, CONTROL, spot(canvas, "c"))
    assert marked(canvas) == {"a", "c"}
    assert canvas.selection.node == node(canvas, "c")
    QTest.mouseClick(canvas, LEFT, CONTROL, spot(canvas, "c"))
    assert marked(canvas) == {"a"}
    assert canvas.selection.node == node(canvas, "a")


def test_control_a_selects_every_card_and_escape_none(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    counts: list[int] = []
    canvas.hand.marked_changed.connect(counts.append)
    QTest.keyClick(canvas, Qt.Key.Key_A, CONTROL)
    assert marked(canvas) == {"a", "b", "c", "d", "e", "f"}
    assert counts[-1] == 6
    with qtbot.waitSignal(canvas.selected) as told:
        QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert marked(canvas) == set()
    assert told.args == ["timeline"]
    assert counts[-1] == 0


def test_a_selection_from_another_view_is_alone_unless_it_is_one_of_many(canvas: ScheduleCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, spot(canvas, "a"))
    QTest.mouseClick(canvas, LEFT, CONTROL, spot(canvas, "b"))
    canvas.set_selection("a")
    assert marked(canvas) == {"a", "b"}
    canvas.set_selection("c")
    assert marked(canvas) == {"c"}


def test_all_that_is_selected_is_ringed(canvas: ScheduleCanvas) -> None:
    QTest.keyClick(canvas, Qt.Key.Key_A, CONTROL)
    assert canvas.scene is not None
    image = canvas.grab().toImage()
    accent = QColor("#2f5bea")
    for key in ("a", "b", "c"):
        x, y = corner(canvas, key)
        at = canvas.camera.to_view((x, y + 35))
        found = [image.pixelColor(round(at[0]) + dx, round(at[1])) for dx in (-1, 0, 1)]
        assert accent.rgb() in {color.rgb() for color in found}


# Placing by hand


def test_a_dragged_card_stays_where_it_was_let_go_and_its_edges_follow(
    qtbot: QtBot, canvas: ScheduleCanvas
) -> None:
    before, others = corner(canvas, "c"), {key: corner(canvas, key) for key in "abef"}
    at = spot(canvas, "c")
    with qtbot.waitSignal(canvas.hand.changed):
        drag(canvas, [at, at + QPoint(0, 150)], ALT)
    assert corner(canvas, "c") == pytest.approx((before[0], before[1] + 150))
    assert {key: corner(canvas, key) for key in "abef"} == others
    place = canvas.hand.store.places("timeline")["c"]
    assert (place.x, place.y, place.by_hand) == (*corner(canvas, "c"), True)
    scene = canvas.scene
    assert scene is not None
    for route in scene.layout.routes:
        link = scene.content.links[route.link]
        assert crossed(scene.layout, route, link) == []
        for end, i in ((route.points[0], link.source), (route.points[-1], link.target)):
            x, y, w, h = scene.rects[i].tolist()
            assert x - 1 <= end[0] <= x + w + 1
            assert y - 1 <= end[1] <= y + h + 1
    for band in scene.layout.bands:
        assert band.y + band.height >= scene.bottom.max()


def test_without_alt_a_card_snaps_to_its_neighbours_line(canvas: ScheduleCanvas) -> None:
    at = spot(canvas, "c")
    drag(canvas, [at, at + QPoint(0, 150)], ALT)
    at = spot(canvas, "c")
    drag(canvas, [at, at + QPoint(0, -146)])
    # 4 pixels off its old line: near enough to be put back into it.
    assert corner(canvas, "c")[1] == corner(canvas, "b")[1]


def test_edges_follow_while_dragging_and_escape_puts_all_back(canvas: ScheduleCanvas) -> None:
    scene = canvas.scene
    assert scene is not None
    before = scene.rects.copy()
    routes = [scene.points_of(k) for k in range(len(scene.content.links))]
    at = spot(canvas, "c")
    drag(canvas, [at, at + QPoint(0, 160)], release=False)
    assert corner(canvas, "c")[1] > before[node(canvas, "c"), 1] + 100
    assert [scene.points_of(k) for k in range(len(scene.content.links))] != routes
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert np.allclose(scene.rects, before)
    assert canvas.hand.store.undoable is None


def test_several_are_dragged_together_as_one_step_and_undone_at_once(canvas: ScheduleCanvas) -> None:
    drag(canvas, list(around(canvas, "a", "b")))
    before = {key: corner(canvas, key) for key in "abc"}
    at = spot(canvas, "b")
    drag(canvas, [at, at + QPoint(8, 120)], ALT)
    for key in "ab":
        assert corner(canvas, key) == pytest.approx((before[key][0] + 8, before[key][1] + 120))
    assert corner(canvas, "c") == before["c"]
    assert marked(canvas) == {"a", "b"}
    step = canvas.hand.store.undoable
    assert step is not None
    assert undo_text(step) == "Undo: move 2 visits"
    canvas.hand.undo()
    assert {key: corner(canvas, key) for key in "abc"} == before
    canvas.hand.redo()
    assert corner(canvas, "a")[1] == pytest.approx(before["a"][1] + 120)


def test_the_entry_goes_along_with_its_first_visit(canvas: ScheduleCanvas) -> None:
    scene = canvas.scene
    assert scene is not None
    before = scene.rects[0].copy()
    at = spot(canvas, "a")
    drag(canvas, [at, at + QPoint(0, 60)], ALT)
    assert canvas.scene is not None
    assert canvas.scene.kind[0] == NodeKind.ENTRY
    assert canvas.scene.rects[0, 1] == before[1] + 60


def test_control_arrows_nudge_and_plain_arrows_still_walk(canvas: ScheduleCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, spot(canvas, "b"))
    x, y = corner(canvas, "b")
    QTest.keyClick(canvas, Qt.Key.Key_Down, CONTROL)
    assert corner(canvas, "b") == (x, y + 4)
    QTest.keyClick(canvas, Qt.Key.Key_Left, CONTROL | SHIFT)
    assert corner(canvas, "b") == (x - 24, y + 4)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selection.node == node(canvas, "c")


def test_aligning_and_distributing_are_one_step_each(canvas: ScheduleCanvas) -> None:
    for key, by in (("b", 40), ("c", 130)):
        at = spot(canvas, key)
        drag(canvas, [at, at + QPoint(0, by)], ALT)
    QTest.mouseClick(canvas, LEFT, NONE, spot(canvas, "a"))
    for key in "bc":
        QTest.mouseClick(canvas, LEFT, CONTROL, spot(canvas, key))
    canvas.hand.align(Edge.TOP)
    assert corner(canvas, "b")[1] == corner(canvas, "c")[1] == corner(canvas, "a")[1]
    assert canvas.hand.store.undoable is not None
    assert canvas.hand.store.undoable.kind is StepKind.ALIGN
    canvas.hand.undo()
    canvas.hand.distribute(Way.DOWN)
    tops = sorted(corner(canvas, key)[1] for key in "abc")
    assert tops[1] - tops[0] == pytest.approx(tops[2] - tops[1])


def test_aligning_one_card_says_what_is_missing(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, spot(canvas, "a"))
    with qtbot.waitSignal(canvas.hand.told) as told:
        canvas.hand.align(Edge.LEFT)
    assert told.args == ["Select 2 or more visits first."]
    assert canvas.hand.store.undoable is None


def test_placed_cards_stand_there_again_when_the_timeline_is_shown_anew(
    qtbot: QtBot, canvas: ScheduleCanvas
) -> None:
    at = spot(canvas, "c")
    drag(canvas, [at, at + QPoint(0, 150)], ALT)
    there = corner(canvas, "c")
    other = shown(qtbot, cycle())
    other.hand.use_store(LayoutStore.from_text(canvas.hand.store.to_text()))
    assert corner(other, "c") == there


# Collapsing


def test_a_collapsed_epoch_is_a_block_with_its_visits_and_days(canvas: ScheduleCanvas) -> None:
    QTest.mouseClick(canvas, LEFT, NONE, spot(canvas, "c"))
    assert canvas.hand.collapse()
    scene = canvas.scene
    assert scene is not None
    assert isinstance(scene.content, CollapsedProjection)
    block = node(canvas, "treatment")
    face = scene.face(block)
    # b, c and e are visits, d a decision; c is planned 7 days after b, e has no timing.
    assert (face.title, face.day, face.meta) == ("Treatment", "Day 1 to 8", "3 visits, collapsed")
    ends = {(link.source, link.target) for link in scene.content.links}
    assert (node(canvas, "a"), block) in ends
    assert (block, node(canvas, "f")) in ends
    assert overlapping(scene.layout) == []
    # What was selected lies inside: its block stands for it.
    assert canvas.selection.node == block


def test_a_double_click_on_the_block_expands_it_and_all_can_be(canvas: ScheduleCanvas) -> None:
    before = canvas.scene.rects.copy() if canvas.scene is not None else np.zeros(0)
    canvas.hand.collapse("treatment")
    canvas.hand.collapse("screening")
    assert canvas.hand.store.collapsed("timeline") == {"treatment", "screening"}
    QTest.mouseDClick(canvas, LEFT, NONE, spot(canvas, "treatment"))
    assert canvas.hand.store.collapsed("timeline") == {"screening"}
    canvas.hand.expand_all()
    assert canvas.scene is not None
    assert np.array_equal(canvas.scene.rects, before)


def test_return_expands_the_block_that_is_selected(canvas: ScheduleCanvas) -> None:
    canvas.hand.collapse("treatment")
    canvas.set_selection("treatment")
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.hand.store.collapsed("timeline") == frozenset()


def test_a_place_by_hand_is_the_same_after_collapsing_and_expanding(canvas: ScheduleCanvas) -> None:
    at = spot(canvas, "f")
    drag(canvas, [at, at + QPoint(30, 90)], ALT)
    there = corner(canvas, "f")
    canvas.hand.collapse("treatment")
    nearer = corner(canvas, "f")
    assert nearer[0] < there[0]
    canvas.set_selection("f")
    canvas.hand.nudge(0, 20)
    canvas.hand.expand_all()
    assert corner(canvas, "f") == pytest.approx((there[0], there[1] + 20))


# To scale


def weeks() -> Schedule:
    """Visits on Day 1, 8, 15 and 22, one with no timing, and two on one day."""
    return schedule(
        [
            instance("a", "b", "screening"),
            instance("b", "c", "treatment"),
            instance("c", "d", "treatment"),
            instance("d", "e", "treatment"),
            instance("e", "f", "treatment"),
            instance("f", None, "follow-up"),
        ],
        timings=[
            timing("t-a", "a", None, "P1D", "C201358"),
            timing("t-b", "b", "a", "P7D"),
            timing("t-c", "c", "a", "P14D"),
            timing("t-d", "d", "a", "P14D"),
            timing("t-f", "f", "a", "P21D"),
        ],
    )


def test_to_scale_equal_times_are_equal_lengths(qtbot: QtBot) -> None:
    canvas = shown(qtbot, weeks())
    QTest.mouseClick(canvas.hand.scalebar.to_scale, LEFT)
    scene = canvas.scene
    assert scene is not None
    assert isinstance(scene.layout, ScaledLayout)
    x = {key: corner(canvas, key)[0] for key in "abcdf"}
    assert x["b"] - x["a"] == pytest.approx(x["c"] - x["b"])
    assert x["c"] == x["d"]
    assert x["f"] - x["c"] == pytest.approx(x["b"] - x["a"])
    assert overlapping(scene.layout) == []
    # e has no time: it stands apart, below, in a band that says so.
    assert scene.layout.untimed == 1
    apart = [band for band in scene.layout.bands if band.title]
    assert [band.title for band in apart] == ["No planned time: not to scale"]
    assert corner(canvas, "e")[1] > apart[0].y
    QTest.mouseClick(canvas.hand.scalebar.ordinal, LEFT)
    assert canvas.scene is not None
    assert not isinstance(canvas.scene.layout, ScaledLayout)


def test_to_scale_cards_are_not_dragged_and_the_reason_is_told(qtbot: QtBot) -> None:
    canvas = shown(qtbot, weeks())
    canvas.hand.show_to_scale(True)
    before = corner(canvas, "b")
    at = spot(canvas, "b")
    with qtbot.waitSignal(canvas.hand.told) as told:
        drag(canvas, [at, at + QPoint(50, 50)])
    assert told.args is not None
    assert "Ordinal" in told.args[0]
    assert corner(canvas, "b") == before
    assert marked(canvas) == {"b"}


def test_the_ruler_stays_at_the_top_while_panning(qtbot: QtBot) -> None:
    canvas = shown(qtbot, weeks())
    canvas.hand.show_to_scale(True)
    for camera in (canvas.camera, canvas.camera.panned(0, -150)):
        canvas.show_camera(camera)
        image = canvas.grab().toImage()
        row = {image.pixelColor(x, 3).rgb() for x in range(300, 1300, 50)}
        assert row == {QColor("#ffffff").rgb()}


# A new layout, seen first


def test_a_new_layout_is_seen_before_it_happens_and_leaves_what_a_person_placed(
    canvas: ScheduleCanvas,
) -> None:
    # c is put on top of e, which would have to give way.
    home = corner(canvas, "e")
    at, to = spot(canvas, "c"), spot(canvas, "e")
    drag(canvas, [at, to + QPoint(0, 10)], ALT)
    there = corner(canvas, "c")
    canvas.hand.preview_layout()
    assert canvas.hand.is_previewing
    assert canvas.hand.bar.words.text() == "1 visit would move"
    assert corner(canvas, "e") == home
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert not canvas.hand.bar.isVisible()
    assert corner(canvas, "c") == there
    assert corner(canvas, "e")[1] > there[1] + 70
    assert canvas.scene is not None
    assert overlapping(canvas.scene.layout) == []
    step = canvas.hand.store.undoable
    assert step is not None
    assert undo_text(step) == "Undo: lay out 1 visit again"
    canvas.hand.undo()
    assert corner(canvas, "e") == home


def test_asked_to_it_takes_what_a_person_placed_along_and_escape_leaves_all(canvas: ScheduleCanvas) -> None:
    home = corner(canvas, "c")
    at = spot(canvas, "c")
    drag(canvas, [at, at + QPoint(0, 150)], ALT)
    there = corner(canvas, "c")
    canvas.hand.preview_layout()
    assert canvas.hand.bar.words.text() == "Nothing would move"
    assert not canvas.hand.bar.apply.isEnabled()
    QTest.mouseClick(canvas.hand.bar.also, LEFT, NONE, QPoint(10, canvas.hand.bar.also.height() // 2))
    assert canvas.hand.bar.words.text() == "1 visit would move"
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert not canvas.hand.is_previewing
    assert corner(canvas, "c") == there
    canvas.hand.preview_layout()
    canvas.hand.bar.also.setChecked(True)
    QTest.mouseClick(canvas.hand.bar.apply, LEFT)
    assert corner(canvas, "c") == home
    assert canvas.hand.store.places("timeline") == {}


def test_a_place_that_a_layout_gave_is_free_again_for_the_next(canvas: ScheduleCanvas) -> None:
    step = canvas.hand.store.step(StepKind.LAY_OUT, "timeline", {"b": Spot(10.0, 400.0, by_hand=False)})
    assert step is not None
    canvas.hand.store.do(step)
    canvas.hand.use_store(canvas.hand.store)
    assert corner(canvas, "b") == (10.0, 400.0)
    canvas.hand.preview_layout()
    assert canvas.hand.bar.words.text() == "1 visit would move"
    assert not canvas.hand.bar.also.isVisible()


# Bad input


def test_three_hundred_instances_on_one_day_to_scale(qtbot: QtBot) -> None:
    keys = [f"v{i}" for i in range(300)]
    what = schedule(
        [instance(key, keys[i + 1] if i < 299 else None) for i, key in enumerate(keys)],
        timings=[
            timing("t0", "v0", None, "P1D", "C201358"),
            *(timing(f"t{i}", key, "v0", "P0D") for i, key in enumerate(keys[1:299], 1)),
            timing("t299", "v299", "v0", "P1Y"),
        ],
    )
    canvas = shown(qtbot, what)
    canvas.hand.show_to_scale(True)
    scene = canvas.scene
    assert scene is not None
    assert isinstance(scene.layout, ScaledLayout)
    assert overlapping(scene.layout) == []
    _left, _top, _width, height = scene.layout.bounds
    assert height < 1000
    assert corner(canvas, "v299")[0] > max(corner(canvas, key)[0] for key in keys[:299])
    assert not canvas.grab().isNull()


def test_seconds_beside_years_to_scale(qtbot: QtBot) -> None:
    values = ["PT1S", "PT30S", "PT5M", "P1D", "P30D", "P1Y", "P3Y"]
    keys = "abcdefgh"
    what = schedule(
        [instance(key, keys[i + 1] if i < 7 else None) for i, key in enumerate(keys)],
        timings=[
            timing("t-a", "a", None, "P1D", "C201358"),
            *(timing(f"t-{key}", key, "a", value) for key, value in zip(keys[1:], values, strict=True)),
        ],
    )
    canvas = shown(qtbot, what)
    canvas.hand.show_to_scale(True)
    scene = canvas.scene
    assert scene is not None
    assert overlapping(scene.layout) == []
    lefts = [corner(canvas, key)[0] for key in keys]
    assert lefts == sorted(lefts)
    assert not canvas.grab().isNull()


def test_a_graph_in_forty_pieces_is_laid_out_in_tidy_rows(qtbot: QtBot) -> None:
    pieces = [
        [instance(f"p{i}a", f"p{i}b"), instance(f"p{i}b", f"p{i}c"), instance(f"p{i}c", None)]
        for i in range(40)
    ]
    canvas = shown(qtbot, schedule([each for piece in pieces for each in piece]))
    scene = canvas.scene
    assert scene is not None
    assert overlapping(scene.layout) == []
    for route in scene.layout.routes:
        assert crossed(scene.layout, route, scene.content.links[route.link]) == []
    for i in range(40):
        a, b, c = (corner(canvas, f"p{i}{letter}") for letter in "abc")
        assert a[1] == b[1] == c[1]
        assert a[0] < b[0] < c[0]
    _, _, width, height = scene.layout.bounds
    assert 0.2 < height / width < 5


def test_a_long_lane_is_dragged_together(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(60))
    QTest.keyClick(canvas, Qt.Key.Key_A, CONTROL)
    before = corner(canvas, "v59")
    at = spot(canvas, "v0")
    drag(canvas, [at, at + QPoint(0, 40)], ALT)
    assert corner(canvas, "v59") == pytest.approx((before[0], before[1] + 40))


def test_a_double_click_on_a_bands_name_collapses_its_epoch(canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    band = canvas.scene.layout.bands[1]
    x, y = canvas.camera.to_view((band.x + 30, band.y + 10))
    QTest.mouseDClick(canvas, LEFT, NONE, QPoint(round(x), round(y)))
    assert canvas.hand.store.collapsed("timeline") == {"treatment"}


def test_on_paper_the_ruler_stands_above_its_strip(qtbot: QtBot) -> None:
    canvas = shown(qtbot, weeks())
    canvas.hand.show_to_scale(True)
    scene = canvas.scene
    assert scene is not None
    assert isinstance(scene.layout, ScaledLayout)
    strip = scene.layout.strips[0]
    image = QImage(1400, 600, QImage.Format.Format_RGB32)
    image.fill(QColor("#102030"))
    painter = QPainter(image)
    paper = Canvas(scene, Theme.light(), Camera(-20.0, strip.top - 100, 1.0), 1400, 600)
    paint_scene(painter, paper, QRectF(0, 0, 1400, 600))
    painter.end()
    middle = 100 - RULER // 2
    row = [image.pixelColor(x, middle).rgb() for x in range(0, 1400, 3)]
    assert row.count(QColor("#ffffff").rgb()) > len(row) / 2
    assert image.pixelColor(700, 20) == QColor("#102030")


def test_the_bar_of_a_new_layout_hears_enter_and_escape_itself(canvas: ScheduleCanvas) -> None:
    at = spot(canvas, "c")
    home = corner(canvas, "c")
    drag(canvas, [at, at + QPoint(0, 150)], ALT)
    canvas.hand.preview_layout()
    QTest.keyClick(canvas.hand.bar.also, Qt.Key.Key_Escape)
    assert not canvas.hand.bar.isVisible()
    canvas.hand.preview_layout()
    QTest.keyClick(canvas.hand.bar.also, Qt.Key.Key_Space)
    QTest.keyClick(canvas.hand.bar.also, Qt.Key.Key_Return)
    assert not canvas.hand.bar.isVisible()
    assert corner(canvas, "c") == home


def test_a_press_on_the_ruler_selects_no_card_below_it(qtbot: QtBot) -> None:
    canvas = shown(qtbot, weeks())
    canvas.hand.show_to_scale(True)
    x, y = corner(canvas, "b")
    canvas.show_camera(Camera(x - 200, y + 20, 1.0))
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(250, 15))
    assert marked(canvas) == set()
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(250, 42))
    assert marked(canvas) == {"b"}


def test_a_visit_without_an_id_of_its_own_is_not_placed(qtbot: QtBot) -> None:
    nameless = instance("x", None, "treatment")
    del nameless["id"]
    canvas = shown(qtbot, schedule([instance("a", None, "screening"), nameless]))
    scene = canvas.scene
    assert scene is not None
    place = next(i for i in range(scene.count) if scene.content.address(i).startswith("#"))
    before = scene.rects.copy()
    x, y = canvas.point_of(place)
    at = QPoint(round(x), round(y))
    with qtbot.waitSignal(canvas.hand.told) as told:
        drag(canvas, [at, at + QPoint(40, 40)])
    assert told.args is not None
    assert "no id" in told.args[0]
    assert canvas.scene is not None
    assert np.array_equal(canvas.scene.rects, before)


def test_a_box_may_begin_on_an_epochs_name(canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    band = canvas.scene.layout.bands[1]
    x, y = canvas.camera.to_view((band.x + 4, band.y + 8))
    _, end = around(canvas, "b", "c")
    drag(canvas, [QPoint(round(x), round(y)), end])
    assert marked(canvas) == {"b", "c"}
