"""The grid of arms and epochs in the real window: chosen, filled, merged and split by key, and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from study.arm_grid import arm_grid
from tests.shared import shared_study
from tests.ui.real_window import opened, real_window
from ui.cells import CellsPane
from ui.main_window import MainWindow
from ui.parts.cells import Cells

Key = Qt.Key


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with real_window(qtbot, tmp_path) as made:
        opened(made, shared_study("cdisc-pilot-lzzt-v4"))
        made.actions_by_id["show_cells"].trigger()
        pane = pane_of(made)
        qtbot.waitUntil(lambda: pane.table.isVisible() and pane.table.rowCount() > 0)
        pane.table.setFocus(Qt.FocusReason.TabFocusReason)
        yield made


def pane_of(window: MainWindow) -> CellsPane:
    part = window.parts["Cells"]
    assert isinstance(part, Cells)
    return part.pane


def study_of(window: MainWindow) -> OpenStudy:
    assert window.study is not None
    return window.study


def text(window: MainWindow, row: int, column: int) -> str:
    item = pane_of(window).table.item(row, column)
    assert item is not None
    return item.text()


def entry_of(menu: QMenu, *words: str) -> QAction:
    found = next(each for each in menu.actions() if each.text().split("\t")[0] == words[0])
    inside = found.menu()
    if len(words) == 1:
        return found
    assert isinstance(inside, QMenu)
    return entry_of(inside, *words[1:])


def choose(window: MainWindow, *words: str) -> None:
    """Open the menu of the cell with the cursor by Enter, and take an entry."""
    QTest.keyClick(pane_of(window).table, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entry = entry_of(menu, *words)
    assert entry.isEnabled(), entry.toolTip()
    entry.trigger()
    menu.close()


def type_name(window: MainWindow, name: str) -> None:
    line = pane_of(window).name_line
    assert line is not None
    line.field.selectAll()
    QTest.keyClicks(line.field, name)
    QTest.keyClick(line.field, Key.Key_Return)


def test_arms_stand_down_epochs_across_and_each_cell_says_itself(window: MainWindow) -> None:
    table = pane_of(window).table
    grid = arm_grid(study_of(window).document.designs()[0])
    assert table.rowCount() == len(grid.arms) == 3
    assert [table.horizontalHeaderItem(n).text() for n in range(table.columnCount())] == [  # type: ignore[union-attr]
        title for _, title in grid.epochs
    ]
    assert text(window, 2, 1) == "High - Start"
    spoken = table.model().index(2, 1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Xanomeline High Dose in Treatment One: High - Start"


def test_enter_chooses_elements_and_del_empties_and_undo_brings_them_back(window: MainWindow) -> None:
    table, study = pane_of(window).table, study_of(window)
    table.setCurrentCell(0, 1)
    choose(window, "Low")
    assert text(window, 0, 1) == "Placebo\nLow"
    choose(window, "Placebo")
    assert text(window, 0, 1) == "Low"
    QTest.keyClick(table, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(table, Key.Key_Delete)
    assert (text(window, 0, 1), text(window, 0, 2)) == ("–", "–")
    assert study.editor.history.position == 3
    study.editor.undo()
    assert (text(window, 0, 1), text(window, 0, 2)) == ("Low", "Placebo")


def test_a_new_element_is_typed_in_place_and_given_in_one_step(window: MainWindow) -> None:
    table, study = pane_of(window).table, study_of(window)
    table.setCurrentCell(1, 4)
    choose(window, "A new element")
    type_name(window, "Safety follow-up")
    assert text(window, 1, 4).endswith("\nSafety follow-up")
    assert study.editor.history.position == 1
    study.editor.undo()
    assert "Safety" not in text(window, 1, 4)
    assert "Safety follow-up" not in [each.title for each in study.document.designs()[0].elements]


def test_an_arm_like_another_has_its_cells_and_is_deleted_again(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    from ui.edit_dialogs.asking import EditDialog

    said: list[str] = []

    def agree(dialog: EditDialog) -> None:
        dialog.refresh()
        said.append(dialog.preview.text())
        dialog.accept()

    monkeypatch.setattr(EditDialog, "exec", agree)
    table = pane_of(window).table
    table.setCurrentCell(2, 2)
    choose(window, "Arm Xanomeline High Dose", "Add an arm like this one")
    type_name(window, "Xanomeline Middle Dose")
    assert table.rowCount() == 4
    row = table.currentRow()
    assert pane_of(window).grid.arms[row][1] == "Xanomeline Middle Dose"
    assert [text(window, row, n) for n in range(5)] == [text(window, 2, n) for n in range(5)]
    choose(window, "Arm Xanomeline Middle Dose", "Delete")
    assert said[0].startswith("Delete the arm Xanomeline Middle Dose")
    assert table.rowCount() == 3


def test_cells_are_given_what_is_in_the_first_and_split_again(window: MainWindow) -> None:
    table = pane_of(window).table
    table.setCurrentCell(2, 1)
    QTest.keyClick(table, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    first = text(window, 1, 1)
    choose(window, "Give the others what is in the first")
    assert text(window, 2, 1) == first == "Low"
    table.setCurrentCell(2, 1)
    choose(window, "Give it elements of its own")
    design = study_of(window).document.designs()[0]
    own = pane_of(window).grid.at(*(pane_of(window).current() or ("", "")))
    assert own.shared == ()
    assert sum(own.elements[0] in cell.elements for cell in design.cells) == 1


def test_what_cannot_be_done_says_why(window: MainWindow) -> None:
    table = pane_of(window).table
    table.setCurrentCell(0, 0)
    QTest.keyClick(table, Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    merge = entry_of(menu, "Give the others what is in the first")
    assert not merge.isEnabled()
    assert merge.toolTip() == "Choose two cells or more, with Ctrl or Shift."
    menu.close()


def heads(window: MainWindow) -> tuple[list[str], list[str]]:
    grid = pane_of(window).grid
    return [title for _, title in grid.arms], [title for _, title in grid.epochs]


def test_arms_and_epochs_are_put_in_another_order_by_key_and_from_the_menu(window: MainWindow) -> None:
    table, held = pane_of(window).table, Qt.KeyboardModifier.AltModifier
    arms, epochs = heads(window)
    table.setCurrentCell(0, 1)
    cell = text(window, 0, 1)
    QTest.keyClick(table, Key.Key_Down, held)
    assert heads(window) == ([arms[1], arms[0], *arms[2:]], epochs)
    assert (table.currentRow(), table.currentColumn()) == (1, 1)  # it stays in what was moved
    assert text(window, 1, 1) == cell
    QTest.keyClick(table, Key.Key_Left, held)
    assert heads(window)[1] == [epochs[1], epochs[0], *epochs[2:]]
    assert (table.currentRow(), table.currentColumn()) == (1, 0)
    QTest.keyClick(table, Key.Key_Left, held)  # the first already
    assert len(study_of(window).editor.history.steps) == 2
    study_of(window).editor.undo()
    study_of(window).editor.undo()
    assert heads(window) == (arms, epochs)
    table.setCurrentCell(0, 0)
    choose(window, f"Arm {arms[0]}", "Move down")
    assert heads(window)[0][:2] == [arms[1], arms[0]]
    QTest.keyClick(table, Key.Key_Return)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert entry_of(menu, f"Epoch {epochs[0]}", "Move before the one before").toolTip() == (
        "It is the first already."
    )
    menu.close()


def test_a_dragged_heading_moves_its_arm(qtbot: QtBot, window: MainWindow) -> None:
    table = pane_of(window).table
    arms, _ = heads(window)
    header = table.verticalHeader()
    cells = [text(window, row, 0) for row in range(3)]
    header.moveSection(0, 2)  # what a drag of the heading ends with
    qtbot.waitUntil(lambda: heads(window)[0] == [arms[1], arms[2], arms[0]])
    assert [header.logicalIndex(place) for place in range(3)] == [0, 1, 2]
    assert [text(window, row, 0) for row in range(3)] == [cells[1], cells[2], cells[0]]
    assert study_of(window).editor.history.steps[-1].change_set.title == (
        f"Move the arm {arms[0]} behind {arms[2]}"
    )
