"""What a hand does on a canvas in tests, and what stands there then."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.canvas.ruler import HEIGHT
from ui.canvas.view import ScheduleCanvas

from .schedules import Schedule, instance, schedule, timing
from .test_view import node

RULER = round(HEIGHT)
"""Pixels."""
LEFT = Qt.MouseButton.LeftButton
NONE, CONTROL, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


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
