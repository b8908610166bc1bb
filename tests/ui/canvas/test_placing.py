"""Placing cards by hand, by real events."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from study.layout_store import LayoutStore, StepKind, undo_text
from ui.canvas.aligning import Edge, Way
from ui.canvas.shapes import NodeKind
from ui.canvas.view import ScheduleCanvas

from .by_hand import ALT, CONTROL, LEFT, NONE, SHIFT, around, corner, drag, marked
from .schedules import cycle, instance, schedule
from .test_layout import crossed
from .test_view import node, shown, spot


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
