"""Moving about the canvas by fingers and keys: pinch, two fingers, pages, branches, and describing what is selected."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from ui.canvas.hit import Hit
from ui.canvas.view import ScheduleCanvas

from .schedules import cycle, decision, instance, lane, schedule
from .test_view import node, shown, spot, wheel


def pinch(canvas: ScheduleCanvas, at: QPoint, value: float) -> None:
    """Two fingers move apart (positive) or together, as a touchpad tells it."""
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(at),
        QPointF(at),
        canvas.mapToGlobal(QPointF(at)),
        value,
        QPointF(),
    )
    QApplication.sendEvent(canvas, event)


def test_a_pinch_zooms_to_the_fingers(qtbot: QtBot) -> None:
    canvas = shown(qtbot, cycle())
    at = spot(canvas, "c")
    world = canvas.camera.to_world((at.x(), at.y()))
    pinch(canvas, at, 0.2)
    assert canvas.zoom_percent == 120
    assert canvas.camera.to_view(world) == pytest.approx((at.x(), at.y()), abs=0.6)
    pinch(canvas, at, -0.5)
    assert canvas.zoom_percent == 60
    assert canvas.camera.to_view(world) == pytest.approx((at.x(), at.y()), abs=0.6)


def test_another_native_gesture_changes_nothing(qtbot: QtBot) -> None:
    canvas = shown(qtbot, cycle())
    before = canvas.camera
    event = QNativeGestureEvent(
        Qt.NativeGestureType.RotateNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(10, 10),
        QPointF(10, 10),
        QPointF(10, 10),
        15.0,
        QPointF(),
    )
    QApplication.sendEvent(canvas, event)
    assert canvas.camera == before


def test_two_fingers_scroll_in_both_directions(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(60))
    before = canvas.camera
    wheel(canvas, QPoint(300, 200), pixels=QPoint(-40, 0))
    wheel(canvas, QPoint(300, 200), pixels=QPoint(0, 15))
    assert canvas.camera == before.panned(-40, 15)


def test_page_keys_move_by_most_of_the_view(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(60))
    before = canvas.camera
    QTest.keyClick(canvas, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: canvas.camera == before.panned(-0.8 * canvas.width(), 0))
    QTest.keyClick(canvas, Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: canvas.camera == before)


def test_up_and_down_change_between_branches_and_left_leads_back(qtbot: QtBot) -> None:
    canvas = shown(
        qtbot,
        schedule(
            [
                instance("a", "d", "screening"),
                decision("d", "b", {"else": "x", "other": "y"}, "screening"),
                instance("b", None, "screening"),
                instance("x", None, "screening"),
                instance("y", None, "screening"),
            ]
        ),
    )
    heard: list[str] = []
    canvas.selected.connect(heard.append)
    canvas.set_selection("d")
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left):
        QTest.keyClick(canvas, key)
    assert heard[0] == "b"
    assert set(heard[1:3]) == {"x", "y"}
    assert heard[3] == heard[1]
    assert heard[4] == "d"


def test_a_key_describes_what_is_selected(qtbot: QtBot) -> None:
    canvas = shown(qtbot, cycle())
    canvas.set_selection("c")
    QTest.keyClick(canvas, Qt.Key.Key_I)
    qtbot.waitUntil(QToolTip.isVisible)
    text = QToolTip.text()
    assert "Visit c" in text
    assert "Day 8, 7 to 9" in text
    assert "7 days after" in text
    QToolTip.hideText()


def test_a_tooltip_tells_activities_by_group_and_what_moves_with_a_visit(qtbot: QtBot) -> None:
    canvas = shown(qtbot, cycle())
    tip = canvas.tooltip_of(Hit(node=node(canvas, "b")))
    for words in (
        "Visit b",
        "Day 1",
        "2 activities",
        "Vital signs",
        "Runs PK profile",
        "Moves with it: Visit c, Visit f",
    ):
        assert words in tip
