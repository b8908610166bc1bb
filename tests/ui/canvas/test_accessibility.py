"""The canvas in Qt's accessibility tree: cards with name, place, state and neighbours, and what is told of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAnnouncementEvent,
    QAccessibleEvent,
    QAccessibleInterface,
)
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.accessible import Relation, Role, exposure
from ui.canvas.camera import Camera
from ui.canvas.view import ScheduleCanvas

from .schedules import lane
from .test_view import node, shown, spot

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


def tree(canvas: ScheduleCanvas) -> QAccessibleInterface:
    """The canvas in the accessibility tree."""
    found = QAccessible.queryAccessibleInterface(canvas)
    assert found is not None
    return found


def card(canvas: ScheduleCanvas, address: str) -> QAccessibleInterface:
    """A node in the accessibility tree."""
    return tree(canvas).child(node(canvas, address))


def test_every_node_is_a_child_with_a_name_that_a_person_would_say(canvas: ScheduleCanvas) -> None:
    root = tree(canvas)
    assert canvas.scene is not None
    assert (root.text(NAME), root.role()) == ("Schedule graph", Role.List)
    names = [root.child(n).text(NAME) for n in range(canvas.scene.count)]
    assert names == [
        "Entry",
        "Visit a, 1 activity",
        "Visit b, Day 1, −1 to 2, 2 activities",
        "Visit c, Day 8, 7 to 9, 0 activities",
        "Decision: d",
        "Visit e, 0 activities",
        "Visit f, Day 29, 28 to 30, 0 activities",
        "Exit",
    ]
    assert {root.child(n).role() for n in range(canvas.scene.count)} == {Role.ListItem}
    assert all(root.indexOfChild(root.child(n)) == n for n in range(canvas.scene.count))


def test_a_card_lies_where_it_is_painted(canvas: ScheduleCanvas) -> None:
    at = canvas.mapToGlobal(spot(canvas, "c"))
    assert card(canvas, "c").rect().contains(at)
    assert tree(canvas).childAt(at.x(), at.y()).text(NAME).startswith("Visit c")
    before = card(canvas, "c").rect()
    canvas.show_camera(canvas.camera.panned(50, 20))
    assert card(canvas, "c").rect() == before.translated(50, 20)


def test_its_neighbours_are_told_and_can_be_gone_to(canvas: ScheduleCanvas) -> None:
    relations = [(other.text(NAME).split(",")[0], flag) for other, flag in card(canvas, "b").relations()]
    assert relations == [
        ("Visit a", Relation.FlowsFrom),
        ("Decision: d", Relation.FlowsFrom),
        ("Visit c", Relation.FlowsTo),
    ]
    assert card(canvas, "c").text(DESCRIPTION).startswith("After Visit b, before d")
    assert "7 days after" in card(canvas, "c").text(DESCRIPTION)


def test_state_says_what_is_selected_focused_and_out_of_sight(qtbot: QtBot) -> None:
    canvas = shown(qtbot, lane(60))
    qtbot.waitUntil(canvas.hasFocus)
    canvas.set_selection("v1")
    state = card(canvas, "v1").state()
    assert (bool(state.selected), bool(state.focused), bool(state.offscreen)) == (True, True, False)
    far = card(canvas, "v59").state()
    assert (bool(far.selected), bool(far.focused), bool(far.offscreen)) == (False, False, True)
    assert [each.text(NAME).split(",")[0] for each in tree(canvas).selectionInterface().selectedItems()] == [
        "Visit v1"
    ]


def test_a_card_can_be_selected_and_opened_by_a_screen_reader(qtbot: QtBot, canvas: ScheduleCanvas) -> None:
    actions = card(canvas, "b").actionInterface()
    with qtbot.waitSignal(canvas.selected) as told:
        actions.doAction(QAccessibleActionInterface.setFocusAction())
    assert told.args == ["b"]
    with qtbot.waitSignal(canvas.activated) as told:
        actions.doAction(QAccessibleActionInterface.pressAction())
    assert told.args == ["pk"]
    assert actions.keyBindingsForAction(QAccessibleActionInterface.pressAction()) == ["Return"]
    assert card(canvas, "c").actionInterface().keyBindingsForAction("Press") == []


def test_the_keys_tell_focus_and_selection_and_nothing_without_the_focus(
    qtbot: QtBot, canvas: ScheduleCanvas, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[QAccessible.Event, str]] = []

    def hear(event: QAccessibleEvent) -> None:
        if isinstance(event, QAccessibleAnnouncementEvent):
            told.append((event.type(), event.message()))
        else:
            told.append((event.type(), event.accessibleInterface().text(NAME).split(",")[0]))

    monkeypatch.setattr(exposure, "send", hear)
    QAccessible.setActive(True)
    qtbot.waitUntil(canvas.hasFocus)
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    event = QAccessible.Event
    assert told == [
        (event.Selection, "Visit a"),
        (event.Focus, "Visit a"),
        (event.Selection, "Visit b"),
        (event.Focus, "Visit b"),
    ]
    assert tree(canvas).focusChild().text(NAME).startswith("Visit b")
    told.clear()
    canvas.set_selection("")
    assert (event.Announcement, "6 instances. Arrow keys move along the schedule.") in told
    told.clear()
    canvas.clearFocus()
    canvas.set_selection("e")
    assert told == [(event.Selection, "Visit e")]
    assert canvas.accessibleDescription().startswith("Visit e")


def test_another_timeline_makes_the_old_cards_void(canvas: ScheduleCanvas) -> None:
    old = card(canvas, "f")
    canvas.set_schedule(*lane(2))
    assert canvas.scene is not None
    root = tree(canvas)
    assert [root.child(n).text(NAME).split(",")[0] for n in range(4)] == [
        "Entry",
        "Visit v0",
        "Visit v1",
        "Exit",
    ]
    del old
    canvas.set_schedule(None)
    assert tree(canvas).childCount() == 0


def test_cards_far_out_keep_their_names(canvas: ScheduleCanvas) -> None:
    canvas.show_camera(Camera(-40, -200, 0.1))
    assert card(canvas, "c").text(NAME) == "Visit c, Day 8, 7 to 9, 0 activities"
