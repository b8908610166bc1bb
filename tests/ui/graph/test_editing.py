"""Editing the graph by hand, in the real window on real studies: with the mouse, and all of it with keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from tests.ui.conftest import ShowStudy
from ui.canvas.connecting import Connecting
from ui.canvas.hit import Hit
from ui.canvas.ports import Port, Side, place_of
from ui.canvas.view import ScheduleCanvas
from ui.graph.adding import AddPalette
from ui.main_window import MainWindow
from ui.parts.canvas_editing import CanvasEditing

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
STUDY = "cdisc-pilot-lzzt-v4"


@pytest.fixture
def study(qtbot: QtBot, window: MainWindow, show_study: ShowStudy) -> OpenStudy:
    made = show_study(STUDY)
    window.show_views("view_graph")
    QApplication.processEvents()
    window.canvas.setFocus()
    return made


@pytest.fixture
def canvas(window: MainWindow, study: OpenStudy) -> ScheduleCanvas:
    return window.canvas


def part(window: MainWindow) -> CanvasEditing:
    found = window.parts["CanvasEditing"]
    assert isinstance(found, CanvasEditing)
    return found


def titles(study: OpenStudy) -> list[str]:
    assert study.projection is not None
    graph = study.projection.graph
    return [graph.instances[key].title for key in graph.order]


def key_of(study: OpenStudy, title: str) -> str:
    assert study.projection is not None
    graph = study.projection.graph
    return next(key for key in graph.order if graph.instances[key].title == title)


def node(canvas: ScheduleCanvas, key: str) -> int:
    assert canvas.scene is not None
    found = canvas.scene.place_of(key)
    assert found is not None
    return found


def middle(canvas: ScheduleCanvas, key: str) -> QPoint:
    x, y = canvas.point_of(node(canvas, key))
    return QPoint(round(x), round(y))


def port(canvas: ScheduleCanvas, key: str, side: Side = Side.OUT) -> QPoint:
    assert canvas.scene is not None
    x, y = canvas.camera.to_view(place_of(canvas.scene, Port(node(canvas, key), side)))
    return QPoint(round(x), round(y))


def carry(canvas: ScheduleCanvas, start: QPoint, end: QPoint, *, let_go: bool = True) -> None:
    """Press at one point, move in steps, and let go at another."""
    QTest.mouseMove(canvas, start)
    QTest.mousePress(canvas, LEFT, NONE, start)
    for step in range(1, 6):
        at = QPointF(start) + (QPointF(end) - QPointF(start)) * step / 5
        QTest.mouseMove(canvas, at.toPoint())
    if let_go:
        QTest.mouseRelease(canvas, LEFT, NONE, end)


def next_of(study: OpenStudy, key: str) -> str | None:
    assert study.projection is not None
    return study.projection.graph.instances[key].default_condition


def opened_palette(qtbot: QtBot, window: MainWindow) -> AddPalette:
    palette = part(window).palette
    assert palette is not None
    qtbot.waitUntil(palette.isVisible)
    return palette


def in_view(canvas: ScheduleCanvas, count: int) -> list[str]:
    """The first visits of the path, brought into view."""
    canvas.setFocus()
    assert canvas.scene is not None
    return [canvas.scene.content.address(i) for i in range(1, 1 + count)]


def open_now(canvas: ScheduleCanvas) -> bool:
    return canvas.editing.renaming.is_open


# Connecting


def test_a_way_is_drawn_from_a_cards_edge_to_another_card(
    window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    first, second, third = in_view(canvas, 3)
    assert next_of(study, first) == second
    carry(canvas, port(canvas, first), middle(canvas, third))
    assert next_of(study, first) == third
    assert len(study.editor.history.steps) == 1
    window.actions_by_id["undo"].trigger()
    assert next_of(study, first) == second


def test_while_a_way_is_drawn_what_may_be_joined_is_lit_and_the_rest_is_dim_with_a_reason(
    study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    first, second = in_view(canvas, 2)
    carry(canvas, port(canvas, first), middle(canvas, second), let_go=False)
    light = canvas.lights.get("connecting")
    assert light.lit is not None
    assert light.dim is not None
    assert light.lit[node(canvas, second)]
    assert light.dim[0]  # the entry: nothing leads into it
    assert canvas.scene is not None
    x, y = canvas.point_of(0)
    QTest.mouseMove(canvas, QPoint(round(x), round(y)))
    gesture = canvas.pointer.gesture
    assert isinstance(gesture, Connecting)
    assert "entry" in gesture.reason
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.lights.get("connecting").lit is None
    assert not canvas.pointer.is_dragging
    assert not study.editor.history.steps


def test_let_go_on_the_free_ground_a_way_asks_what_is_to_be_added(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    first, second = in_view(canvas, 2)
    carry(canvas, port(canvas, first), QPoint(canvas.width() // 2, canvas.height() - 90))
    palette = opened_palette(qtbot, window)
    QTest.keyClicks(palette.field, "Check +3d ±1d")
    assert canvas.editing.foreseen.coming[0].title == "Check"
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    made = key_of(study, "Check")
    assert next_of(study, first) == made
    assert next_of(study, made) == second
    assert study.selection == made
    assert not canvas.editing.foreseen


# Adding


def test_a_visit_is_added_by_keys_alone_and_its_name_typed_on_its_card(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    first, second = in_view(canvas, 2)
    window.select(first)
    QTest.keyClick(canvas, Qt.Key.Key_Insert)
    palette = opened_palette(qtbot, window)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: canvas.editing.renaming.is_open)
    QTest.keyClicks(canvas.editing.renaming.field, "Telephone call")
    QTest.keyClick(canvas.editing.renaming.field, Qt.Key.Key_Return)
    made = key_of(study, "Telephone call")
    assert (next_of(study, first), next_of(study, made)) == (made, second)
    assert not open_now(canvas)
    qtbot.waitUntil(lambda: window.isActiveWindow() and canvas.hasFocus())


def test_a_double_click_on_the_ground_asks_and_escape_changes_nothing(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    at = QPoint(canvas.width() // 2, canvas.height() - 90)
    QTest.mouseDClick(canvas, LEFT, NONE, at)
    palette = opened_palette(qtbot, window)
    QTest.keyClicks(palette.field, "Week 99 +4 moons")
    offer = palette.list.current_item()
    assert "moons" in offer.why_not
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert palette.isVisible()
    QTest.keyClick(palette.field, Qt.Key.Key_Escape)
    assert not study.editor.history.steps
    assert not canvas.editing.foreseen


# Renaming


def test_f2_types_a_name_over_the_card_and_escape_gives_it_up(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    (first,) = in_view(canvas, 1)
    window.select(first)
    before = titles(study)
    renaming = canvas.editing.renaming
    QTest.keyClick(canvas, Qt.Key.Key_F2)
    QTest.keyClicks(renaming.field, "Something else")
    QTest.keyClick(renaming.field, Qt.Key.Key_Escape)
    assert not open_now(canvas)
    assert titles(study) == before
    QTest.keyClick(canvas, Qt.Key.Key_F2)
    renaming.field.setText("")
    QTest.keyClick(renaming.field, Qt.Key.Key_Return)
    assert open_now(canvas)
    assert renaming.error.isVisible()
    assert renaming.error.text()
    QTest.keyClicks(renaming.field, "Pre-screening")
    assert not renaming.error.isVisible()
    QTest.keyClick(renaming.field, Qt.Key.Key_Return)
    assert titles(study)[0] == "Pre-screening"
    assert canvas.selection == Hit(node=node(canvas, first))


# Deleting, copying


def test_what_is_selected_is_deleted_by_key_and_comes_back(
    window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    first, second, third = in_view(canvas, 3)
    before = titles(study)
    window.select(second)
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert next_of(study, first) == third
    window.actions_by_id["undo"].trigger()
    assert titles(study) == before


def test_an_arrow_is_walked_to_and_deleted_by_keys(
    window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    first, _ = in_view(canvas, 2)
    window.select(first)
    QTest.keyClick(canvas, Qt.Key.Key_E)
    link = canvas.selection.link
    assert link is not None
    assert "Arrow from" in canvas.accessibleDescription()
    assert study.selection == first
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert next_of(study, first) is None
    window.actions_by_id["undo"].trigger()
    assert next_of(study, first) is not None


def test_the_end_of_an_arrow_is_carried_to_another_card(
    window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    first, _, third = in_view(canvas, 3)
    window.select(first)
    QTest.keyClick(canvas, Qt.Key.Key_E)
    scene, link = canvas.scene, canvas.selection.link
    assert scene is not None
    assert link is not None
    x, y = canvas.camera.to_view(scene.points_of(link)[-1])
    carry(canvas, QPoint(round(x), round(y)), middle(canvas, third))
    assert next_of(study, first) == third


def test_visits_are_copied_with_keys_and_pasted_after_another(
    window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    _, second, third, fourth = in_view(canvas, 4)
    window.select(second)
    QTest.keyClick(canvas, Qt.Key.Key_C, CONTROL)
    text = QApplication.clipboard().text()
    assert text.split("\t")[0] == study.document.entity(second).title  # type: ignore[union-attr]
    window.select(third)
    QTest.keyClick(canvas, Qt.Key.Key_V, CONTROL)
    pasted = next_of(study, third)
    assert pasted not in (None, fourth)
    assert study.selection == pasted
    assert next_of(study, pasted or "") == fourth


def test_ctrl_d_duplicates_what_is_selected_in_the_graph(
    window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    _, second, third = in_view(canvas, 3)
    window.select(second)
    QTest.keyClick(canvas, Qt.Key.Key_D, CONTROL)
    copy = next_of(study, second)
    assert copy not in (None, third)
    assert next_of(study, copy or "") == third
