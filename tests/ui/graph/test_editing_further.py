"""Editing on the graph what reaches further: menus and dialogs that say beforehand what will change."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from study.commands.rename import RenameEntity
from study.commands.visits import AddVisit
from tests.ui.conftest import ShowStudy
from ui.canvas.hit import Hit
from ui.canvas.shapes import NodeKind
from ui.canvas.view import ScheduleCanvas
from ui.canvas.wishes import Spot
from ui.edit_dialogs.asking import EditDialog
from ui.edit_dialogs.cycles import CycleDialog
from ui.edit_dialogs.shifting import ShiftDialog
from ui.edit_dialogs.windows import WindowDialog
from ui.main_window import MainWindow

from .test_editing import CONTROL, LEFT, NONE, key_of, middle, next_of, node, opened_palette, part, titles


@pytest.fixture
def study(window: MainWindow, show_study: ShowStudy) -> OpenStudy:
    made = show_study("cdisc-pilot-lzzt-v4")
    window.show_views("view_graph")
    QApplication.processEvents()
    window.canvas.setFocus()
    return made


@pytest.fixture
def canvas(window: MainWindow, study: OpenStudy) -> ScheduleCanvas:
    return window.canvas


def shown_menu(qtbot: QtBot) -> QMenu:
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entries(menu: QMenu) -> dict[str, tuple[bool, str]]:
    """What can be chosen, whether now, and the tooltip."""
    return {
        each.text().split("\t")[0]: (each.isEnabled(), each.toolTip())
        for each in menu.actions()
        if not each.isSeparator()
    }


def asked(qtbot: QtBot, dialog: EditDialog) -> EditDialog:
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def timeline(study: OpenStudy) -> str:
    assert study.projection is not None
    return study.projection.timeline.id or ""


def day(study: OpenStudy, key: str) -> int | None:
    assert study.projection is not None
    return study.projection.planned.times[key].study_day


# The menu


@pytest.mark.parametrize(
    "key", [(Qt.Key.Key_Menu, NONE), (Qt.Key.Key_F10, Qt.KeyboardModifier.ShiftModifier)]
)
def test_the_menu_of_a_visit_comes_by_key_and_says_why_not(
    qtbot: QtBot,
    window: MainWindow,
    study: OpenStudy,
    canvas: ScheduleCanvas,
    key: tuple[Qt.Key, Qt.KeyboardModifier],
) -> None:
    QApplication.clipboard().clear()
    window.select(key_of(study, "Week 8"))
    QTest.keyClick(canvas, key[0], key[1])
    menu = shown_menu(qtbot)
    listed = entries(menu)
    assert listed["Delete"][0]
    assert listed["Paste after"] == (False, "There are no visits on the clipboard.")
    menu.close()
    assert not study.editor.history.steps


def test_a_right_click_on_an_arrow_offers_to_delete_it(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    first = canvas.scene.content.address(1) if canvas.scene is not None else ""
    assert canvas.scene is not None
    link = next(k for k, each in enumerate(canvas.scene.content.links) if each.source == 1)
    points = canvas.scene.points_of(link)
    x, y = canvas.camera.to_view(((points[0][0] + points[-1][0]) / 2, points[0][1]))
    at = QPoint(round(x), round(y))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, canvas.mapToGlobal(at))
    QApplication.sendEvent(canvas, event)
    menu = shown_menu(qtbot)
    assert canvas.selection == Hit(link=link)
    next(each for each in menu.actions() if each.text().startswith("Delete this arrow")).trigger()
    menu.close()
    assert next_of(study, first) is None


def test_the_menu_of_the_ground_adds_pastes_and_shows_everything(
    window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    listed = entries(part(window).menu(canvas, Spot(at=(10.0, 10.0))))
    assert listed["Add…"][0]
    assert listed["Add a side timeline…"][0]
    assert "Delete" not in listed


# Keys


def test_tab_adds_after_a_click_and_goes_on_where_one_came_by_keys(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    week_2 = key_of(study, "Screen Two")
    QTest.mouseClick(canvas, LEFT, NONE, middle(canvas, week_2))
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    palette = opened_palette(qtbot, window)
    assert "Screen Two" in palette.accessibleName()
    QTest.keyClick(palette.field, Qt.Key.Key_Tab)
    assert not palette.isVisible()
    qtbot.waitUntil(window.isActiveWindow)
    canvas.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert not palette.isVisible()
    assert QApplication.focusWidget() is not canvas


def test_a_way_is_drawn_by_keys(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    first, target = key_of(study, "Screen One"), key_of(study, "Week 8")
    window.select(first)
    QTest.keyClick(canvas, Qt.Key.Key_C)
    palette = opened_palette(qtbot, window)
    QTest.keyClicks(palette.field, "Week 8")
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    assert next_of(study, first) == target


# What reaches further


def test_everything_after_a_visit_is_shifted_and_said_before(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    week_8, week_12 = key_of(study, "Week 8"), key_of(study, "Week 12")
    seen: list[int] = []
    dialog = ShiftDialog(
        study, timeline(study), week_8, window, lambda _, what: seen.append(len(what.moved) if what else 0)
    )
    asked(qtbot, dialog)
    assert not dialog.does.isEnabled()
    QTest.keyClicks(dialog.by, "soon")
    assert "soon" in dialog.error.text()
    dialog.by.setText("1 week")
    assert "Week 12 from Day 85 to Day 92" in dialog.preview.text() or "visits move" in dialog.preview.text()
    assert day(study, week_12) == 85
    assert seen[-1] > 3
    QTest.keyClick(dialog.by, Qt.Key.Key_Return)
    assert dialog.chosen is not None
    assert part(window).carry_out(dialog.chosen) is not None
    assert (day(study, week_8), day(study, week_12)) == (57, 92)


def test_windows_are_set_for_many_and_the_anchor_is_left_out(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    visits = tuple(key_of(study, name) for name in ("Dose", "Week 8", "Week 12"))
    dialog = WindowDialog(study, timeline(study), visits, window)
    asked(qtbot, dialog)
    dialog.window_field.setText("±1 d")
    dialog.accept()
    assert dialog.chosen is not None
    assert part(window).carry_out(dialog.chosen) is not None
    assert study.projection is not None
    week_8 = study.projection.planned.times[visits[1]]
    assert (week_8.window_open_day, week_8.window_close_day) == (56, 58)


def test_a_cycle_is_foreseen_on_the_graph_and_gone_when_given_up(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    visits = (key_of(study, "Week 2"), key_of(study, "Week 4"))
    before = titles(study)
    dialog = CycleDialog(study, timeline(study), visits, window, lambda c, _: part(window).foresee(canvas, c))
    asked(qtbot, dialog)
    dialog.condition.setText("no progression")
    assert [each.kind for each in canvas.editing.foreseen.coming] == [NodeKind.DECISION]
    assert canvas.editing.foreseen.ways
    dialog.reject()
    assert not canvas.editing.foreseen
    assert titles(study) == before


# Staying where people look


def test_after_an_edit_nothing_that_is_looked_at_jumps(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:
    late, early = key_of(study, "Week 16"), key_of(study, "Screen One")
    window.select(late)
    qtbot.waitUntil(lambda: canvas.rect().contains(middle(canvas, late)))
    qtbot.waitUntil(lambda: canvas.flight.target == canvas.camera)
    was, zoom = middle(canvas, late), canvas.zoom_percent
    window.select(early)
    window.select(late)
    qtbot.waitUntil(lambda: canvas.flight.target == canvas.camera)
    was = middle(canvas, late)

    assert study.editor.do(AddVisit("Call", early)) is not None
    assert middle(canvas, late) == was
    assert canvas.zoom_percent == zoom
    assert canvas.selection == Hit(node=node(canvas, late))


def test_a_name_is_changed_without_laying_anything_out(
    window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas
) -> None:

    assert canvas.scene is not None
    layout, camera = canvas.scene.layout, canvas.camera
    week_8 = key_of(study, "Week 8")
    study.editor.do(RenameEntity(week_8, "Week eight"))
    assert canvas.scene.layout is layout
    assert canvas.camera == camera
    assert canvas.scene.face(node(canvas, week_8)).title == "Week eight"
    QTest.keyClick(canvas, Qt.Key.Key_Z, CONTROL)
    assert canvas.scene.face(node(canvas, week_8)).title == "Week 8"


# Decisions, and other studies


def test_a_way_drawn_from_a_decision_is_a_branch_and_its_condition_is_typed_on_it(
    qtbot: QtBot, window: MainWindow, show_study: ShowStudy
) -> None:
    study = show_study("observational-v4")
    window.show_views("view_graph")
    canvas = window.canvas
    assert study.projection is not None
    graph = study.projection.graph
    decision = next(key for key in graph.order if graph.instances[key].is_decision)
    led = {way.target for way in graph.instances[decision].condition_assignments}
    led.add(graph.instances[decision].default_condition)
    target = next(key for key in graph.order if key not in led and key != decision)
    window.select(decision)
    QTest.keyClick(canvas, Qt.Key.Key_C)
    palette = opened_palette(qtbot, window)
    QTest.keyClicks(palette.field, graph.instances[target].title)
    QTest.keyClick(palette.field, Qt.Key.Key_Return)
    renaming = canvas.editing.renaming
    qtbot.waitUntil(lambda: renaming.is_open)
    QTest.keyClicks(renaming.field, "no response")
    QTest.keyClick(renaming.field, Qt.Key.Key_Return)
    ways = study.projection.graph.instances[decision].condition_assignments
    assert ("no response", target) in [(way.condition, way.target) for way in ways]


def test_visits_are_pasted_into_another_study(
    qtbot: QtBot, window: MainWindow, study: OpenStudy, canvas: ScheduleCanvas, show_study: ShowStudy
) -> None:
    window.select(key_of(study, "Week 8"))
    QTest.keyClick(canvas, Qt.Key.Key_C, CONTROL)
    other = show_study("observational-v4")
    window.show_views("view_graph")
    before = titles(other)
    last = key_of(other, before[0])
    window.select(last)
    QTest.keyClick(canvas, Qt.Key.Key_V, CONTROL)
    assert sorted(titles(other)) == sorted([*before, "Week 8"])
    pasted = other.selection
    assert other.projection is not None
    assert other.projection.graph.instances[pasted].title == "Week 8"
    assert other.projection.graph.instances[pasted].activities


def test_what_is_to_be_deleted_with_more_than_itself_is_asked_about(
    qtbot: QtBot,
    window: MainWindow,
    study: OpenStudy,
    canvas: ScheduleCanvas,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[str] = []

    def give_up(dialog: EditDialog) -> int:
        dialog.show()
        said.append(dialog.preview.text())
        dialog.reject()
        return 0

    monkeypatch.setattr(EditDialog, "exec", give_up)
    before = titles(study)
    window.select(key_of(study, "Dose"))
    QTest.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(said) == 1
    assert "becomes the anchor" in said[0]
    assert titles(study) == before
    assert not study.editor.history.steps
