"""The canvas to scale, with its ruler, by real events."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.canvas.camera import Camera
from ui.canvas.frame import Canvas
from ui.canvas.painter import paint_scene
from ui.canvas.scaled import ScaledLayout
from ui.theme import Theme

from .by_hand import LEFT, NONE, RULER, corner, drag, marked, weeks
from .schedules import instance, schedule, timing
from .test_layout import overlapping
from .test_view import shown, spot


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


def test_a_press_on_the_ruler_selects_no_card_below_it(qtbot: QtBot) -> None:
    canvas = shown(qtbot, weeks())
    canvas.hand.show_to_scale(True)
    x, y = corner(canvas, "b")
    canvas.show_camera(Camera(x - 200, y + 20, 1.0))
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(250, 15))
    assert marked(canvas) == set()
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(250, 42))
    assert marked(canvas) == {"b"}
