"""Collapsed epochs on the canvas, by real events."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from ui.canvas.collapse import CollapsedProjection
from ui.canvas.view import ScheduleCanvas

from .by_hand import ALT, LEFT, NONE, corner, drag
from .test_layout import overlapping
from .test_view import node, spot


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


def test_a_double_click_on_a_bands_name_collapses_its_epoch(canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    band = canvas.scene.layout.bands[1]
    x, y = canvas.camera.to_view((band.x + 30, band.y + 10))
    QTest.mouseDClick(canvas, LEFT, NONE, QPoint(round(x), round(y)))
    assert canvas.hand.store.collapsed("timeline") == {"treatment"}
