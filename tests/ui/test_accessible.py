"""A self-painted widget in Qt's accessibility tree: its parts, their neighbours, what is told, and what outlives it."""

from __future__ import annotations

import gc
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.accessible import Part, Relation, Role, expose, exposure

NAME = QAccessible.Text.Name


class Beads(QWidget):
    """Beads on a string, 20 pixels each."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.beads = count
        self.chosen = 0
        self.pressed: list[int] = []
        self.setAccessibleName("Beads")
        self.exposure = expose(self, self)

    def count(self) -> int:
        return self.beads

    def part(self, place: int) -> Part:
        return Part(
            f"Bead {place + 1}",
            Role.ListItem,
            QRect(20 * place, 0, 20, 20),
            is_selected=place == self.chosen,
            is_focused=place == self.chosen,
            follows=(place - 1,) if place else (),
            leads_to=(place + 1,) if place + 1 < self.beads else (),
            keys=("Return",),
        )

    def at(self, point: QPoint) -> int | None:
        return point.x() // 20 if 0 <= point.y() < 20 and point.x() // 20 < self.beads else None

    def focused(self) -> int | None:
        return self.chosen

    def selected(self) -> Sequence[int]:
        return [self.chosen]

    def select(self, place: int) -> None:
        self.chosen = place

    def press(self, place: int) -> None:
        self.pressed.append(place)


@pytest.fixture
def beads(qtbot: QtBot) -> Beads:
    made = Beads(5)
    qtbot.addWidget(made)
    made.resize(60, 40)
    made.show()
    qtbot.waitExposed(made)
    return made


def tree(widget: QWidget) -> QAccessibleInterface:
    """The widget in the accessibility tree."""
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found


def test_painted_parts_are_children_with_name_role_and_place_on_the_screen(beads: Beads) -> None:
    root = tree(beads)
    assert (root.text(NAME), root.role(), root.childCount()) == ("Beads", Role.List, 5)
    bead = root.child(1)
    assert (bead.text(NAME), bead.role()) == ("Bead 2", Role.ListItem)
    assert bead.rect() == QRect(beads.mapToGlobal(QPoint(20, 0)), beads.mapToGlobal(QPoint(39, 19)))
    assert bead.parent().object() is beads
    assert root.indexOfChild(bead) == 1
    assert root.child(5) is None


def test_the_state_tells_what_is_selected_and_what_is_out_of_sight(beads: Beads) -> None:
    root = tree(beads)
    beads.select(2)
    assert [bool(root.child(n).state().selected) for n in range(5)] == [False, False, True, False, False]
    assert [bool(root.child(n).state().offscreen) for n in range(5)] == [False, False, False, True, True]
    chosen = root.selectionInterface()
    assert [each.text(NAME) for each in chosen.selectedItems()] == ["Bead 3"]
    assert chosen.select(root.child(4))
    assert beads.chosen == 4


def test_neighbours_are_relations(beads: Beads) -> None:
    found = [(other.text(NAME), flag) for other, flag in tree(beads).child(1).relations()]
    assert found == [("Bead 1", Relation.FlowsFrom), ("Bead 3", Relation.FlowsTo)]
    assert [o.text(NAME) for o, _ in tree(beads).child(1).relations(Relation.FlowsTo)] == ["Bead 3"]


def test_a_part_is_found_under_a_point_and_can_be_selected_and_pressed(beads: Beads) -> None:
    root = tree(beads)
    at = beads.mapToGlobal(QPoint(50, 5))
    bead = root.childAt(at.x(), at.y())
    assert bead.text(NAME) == "Bead 3"
    actions = bead.actionInterface()
    assert actions.keyBindingsForAction(QAccessibleActionInterface.pressAction()) == ["Return"]
    actions.doAction(QAccessibleActionInterface.setFocusAction())
    actions.doAction(QAccessibleActionInterface.pressAction())
    assert (beads.chosen, beads.pressed) == (2, [2])


def test_the_focused_part_is_told_where_the_widget_has_the_focus(
    beads: Beads, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[tuple[QAccessible.Event, str]] = []

    def hear(event: QAccessibleEvent) -> None:
        told.append((event.type(), event.accessibleInterface().text(NAME)))

    monkeypatch.setattr(exposure, "send", hear)
    QAccessible.setActive(True)
    beads.exposure.focus_moved(3)
    assert told == []
    beads.activateWindow()
    beads.setFocus()
    qtbot.waitUntil(beads.hasFocus)
    beads.select(3)
    beads.exposure.focus_moved(3)
    beads.exposure.selection_moved(3)
    assert told == [(QAccessible.Event.Focus, "Bead 4"), (QAccessible.Event.Selection, "Bead 4")]
    assert tree(beads).focusChild().text(NAME) == "Bead 4"


def test_widgets_that_lie_on_it_stay_children(beads: Beads) -> None:
    button = QPushButton("Fit", beads)
    button.setGeometry(0, 20, 40, 20)
    button.show()
    root = tree(beads)
    assert root.childCount() == 6
    assert root.child(5).text(NAME) == "Fit"
    assert root.indexOfChild(root.child(5)) == 5
    at = beads.mapToGlobal(QPoint(5, 25))
    assert root.childAt(at.x(), at.y()).text(NAME) == "Fit"


def test_a_part_that_is_gone_is_void_and_other_parts_take_its_place(beads: Beads) -> None:
    root = tree(beads)
    last = root.child(4)
    beads.beads = 2
    assert not last.isValid()
    assert last.text(NAME) == ""
    beads.exposure.rebuilt()
    assert root.childCount() == 2
    assert root.child(1).text(NAME) == "Bead 2"


def test_a_widget_that_grew_slots_while_it_was_watched_goes_in_peace(qtbot: QtBot) -> None:
    QAccessible.setActive(True)
    for _ in range(3):
        gone = Beads(4)
        tree(gone)
        for attribute in ("close", "lower", "raise_"):
            button = QPushButton(attribute, gone)
            button.clicked.connect(getattr(gone, attribute))
            button.objectNameChanged.connect(gone.windowTitle)
            assert tree(gone).text(NAME) == "Beads"
        gone.deleteLater()
        QApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
        assert not gone.exposure.is_kept


def test_a_widget_that_goes_takes_its_interfaces_along(qtbot: QtBot) -> None:
    gone = Beads(50)
    root = tree(gone)
    names = [root.child(n).text(NAME) for n in range(50)]
    assert names[-1] == "Bead 50"
    del root
    gone.deleteLater()
    QApplication.sendPostedEvents(gone, QEvent.Type.DeferredDelete)
    number = gone.exposure.number
    del gone
    gc.collect()
    assert number not in exposure._children
    fresh = Beads(3)
    qtbot.addWidget(fresh)
    assert tree(fresh).childCount() == 3
