"""Selecting many on the canvas, by real events."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.canvas.view import ScheduleCanvas

from .by_hand import ALT, CONTROL, LEFT, NONE, SHIFT, around, corner, drag, marked
from .test_view import node, spot


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


def test_a_box_may_begin_on_an_epochs_name(canvas: ScheduleCanvas) -> None:
    assert canvas.scene is not None
    band = canvas.scene.layout.bands[1]
    x, y = canvas.camera.to_view((band.x + 4, band.y + 8))
    _, end = around(canvas, "b", "c")
    drag(canvas, [QPoint(round(x), round(y)), end])
    assert marked(canvas) == {"b", "c"}
