"""A new layout, seen before it happens, by real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from study.layout_store import Spot, StepKind, undo_text
from ui.canvas.view import ScheduleCanvas

from .by_hand import ALT, CONTROL, LEFT, NONE, corner, drag
from .schedules import instance, lane, schedule
from .test_layout import crossed, overlapping
from .test_view import shown, spot


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
