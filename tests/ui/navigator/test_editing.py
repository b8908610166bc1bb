"""Editing in the navigator of the real window: typed in place, moved, deleted, assigned and merged, and undone."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from resources.sample import sample_study_bytes
from study.commands.rename import RenameEntity
from tests.shared import shared_study
from tests.ui.real_window import opened, real_window
from ui.edit_dialogs.asking import EditDialog
from ui.edit_dialogs.deleting_structure import DeleteEpochDialog
from ui.main_window import MainWindow
from ui.navigator.entries import Entry

Key = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with real_window(qtbot, tmp_path) as made:
        opened(made, sample_study_bytes())
        made.navigator.rows.setFocus(Qt.FocusReason.TabFocusReason)
        yield made


def study_of(window: MainWindow) -> OpenStudy:
    assert window.study is not None
    return window.study


def titles(window: MainWindow, kind: str) -> list[str]:
    window.navigator.refresh()
    return [row.title for row in window.navigator.entries() if isinstance(row, Entry) and row.kind == kind]


def row_of(window: MainWindow, title: str) -> int:
    return next(n for n, row in enumerate(window.navigator.entries()) if row.title == title)


def light(window: MainWindow, title: str) -> Entry:
    """Put the keys on a row."""
    window.navigator.rows.setFocus(Qt.FocusReason.TabFocusReason)
    window.navigator.rows.set_current_row(row_of(window, title))
    entry = window.navigator.rows.current_item()
    assert isinstance(entry, Entry)
    return entry


def unfold(window: MainWindow, title: str) -> None:
    window.navigator.rows.set_current_row(row_of(window, title))
    QTest.keyClick(window.navigator.rows, Key.Key_Right)


def press(
    window: MainWindow, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(window.navigator.rows, key, held)


def line(window: MainWindow) -> QLineEdit:
    assert window.navigator.name_line is not None
    field = window.navigator.name_line.field
    assert field.isVisible()
    return field


def type_name(window: MainWindow, text: str) -> None:
    field = line(window)
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Key.Key_Return)


def menu_of(window: MainWindow) -> QMenu:
    """The menu of the lit row, by its key."""
    press(window, Key.Key_Menu)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def entry_of(menu: QMenu, *words: str) -> QAction:
    """An entry of a menu, or of a menu in it, by what it says."""
    found = next(each for each in menu.actions() if each.text().split("\t")[0] == words[0])
    inside = found.menu()
    if len(words) == 1:
        return found
    assert isinstance(inside, QMenu)
    return entry_of(inside, *words[1:])


def choose(window: MainWindow, title: str, *words: str) -> None:
    light(window, title)
    menu = menu_of(window)
    entry = entry_of(menu, *words)
    assert entry.isEnabled(), entry.toolTip()
    entry.trigger()
    menu.close()


def test_f2_renames_in_place_and_escape_changes_nothing(window: MainWindow) -> None:
    study = study_of(window)
    light(window, "Follow-up")
    press(window, Key.Key_F2)
    assert line(window).text() == "Follow-up"
    type_name(window, "Safety follow-up")
    assert titles(window, "epoch") == ["Screening", "Treatment", "Safety follow-up"]
    assert study.editor.history.position == 1
    assert window.navigator.rows.hasFocus()
    press(window, Key.Key_F2)
    QTest.keyClicks(line(window), "x")
    QTest.keyClick(line(window), Key.Key_Escape)
    assert study.editor.history.position == 1
    study.editor.undo()
    assert titles(window, "epoch")[-1] == "Follow-up"


def test_a_name_that_cannot_be_stays_open_and_says_why(window: MainWindow) -> None:
    light(window, "Treatment")
    press(window, Key.Key_F2)
    field = line(window)
    field.selectAll()
    QTest.keyClick(field, Key.Key_Delete)
    QTest.keyClick(field, Key.Key_Return)
    box = window.navigator.name_line
    assert box is not None
    assert box.error.text() == "A name is missing: type one."
    assert study_of(window).editor.history.position == 0


def test_the_button_of_a_head_adds_in_place(qtbot: QtBot, window: MainWindow) -> None:
    rows = window.navigator.rows
    rows.scrollTo(rows.rows.index(row_of(window, "Activities")))
    before = len(study_of(window).document.designs()[0].activities)
    at = rows.add_area(row_of(window, "Activities")).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    type_name(window, "Spirometry")
    activities = study_of(window).document.designs()[0].activities
    assert [a.title for a in activities][-1] == "Spirometry"
    assert len(activities) == before + 1
    lit = rows.current_item()
    assert lit.title == "Spirometry"
    assert study_of(window).selection == lit.address


def test_an_epoch_is_added_with_a_type_from_the_code_list(window: MainWindow) -> None:
    choose(window, "Screening", "Add an epoch", "Run-in Period")
    type_name(window, "Run-in")
    assert titles(window, "epoch") == ["Screening", "Run-in", "Treatment", "Follow-up"]
    made = next(e for e in study_of(window).document.designs()[0].epochs if e.title == "Run-in")
    assert made.type is not None
    assert made.type.decode == "Run-in Period"
    light(window, "Run-in")
    menu = menu_of(window)
    assert entry_of(menu, "Type", "Run-in Period").isChecked()
    menu.close()
    choose(window, "Run-in", "Type", "Washout Period")
    assert made.type.decode == "Washout Period"


def test_alt_and_arrows_put_rows_in_another_order(window: MainWindow) -> None:
    light(window, "Follow-up")
    press(window, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert titles(window, "epoch") == ["Screening", "Follow-up", "Treatment"]
    assert window.navigator.rows.current_item().title == "Follow-up"
    press(window, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert titles(window, "epoch") == ["Screening", "Treatment", "Follow-up"]
    press(window, Key.Key_Down, Qt.KeyboardModifier.AltModifier)  # the last already
    assert study_of(window).editor.history.position == 2
    menu = menu_of(window)
    down = entry_of(menu, "Move down")
    assert not down.isEnabled()
    assert down.toolTip() == "It is the last already."
    menu.close()


@pytest.mark.parametrize("kind", ["arm", "element", "encounter"])
def test_arms_elements_and_encounters_are_put_in_another_order(
    qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    with real_window(qtbot, tmp_path) as window:
        opened(window, shared_study("cdisc-pilot-lzzt-v4"))
        lists = ("epochs", "arms", "elements", "activities", "encounters")
        window.navigator.set_folded([f"+{each}" if each == f"{kind}s" else each for each in lists])
        before = titles(window, kind)
        light(window, before[1])
        press(window, Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        assert titles(window, kind) == [before[1], before[0], *before[2:]]
        press(window, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        assert titles(window, kind) == before
        drag(window, before[0], row_of(window, before[2]), below=True)
        assert titles(window, kind) == [before[1], before[2], before[0], *before[3:]]
        steps = study_of(window).editor.history.steps
        assert steps[-1].change_set.title == f"Move the {kind} {before[0]} behind {before[2]}"
        if kind == "encounter":
            ids = {each.title: each.id for each in study_of(window).document.designs()[0].encounters}
            moved = study_of(window).entity(ids[before[0]] or "")
            assert moved is not None
            assert moved.raw["previousId"] == ids[before[2]]
            assert moved.raw["nextId"] == ids[before[3]]
        for _ in range(3):
            study_of(window).editor.undo()
        assert titles(window, kind) == before
        light(window, before[0])
        menu = menu_of(window)
        assert entry_of(menu, "Move up").toolTip() == "It is the first already."
        menu.close()


def test_an_activity_moves_within_its_group_and_is_dragged_out_of_it(window: MainWindow) -> None:
    unfold(window, "Safety")
    inside = [row.title for row in window.navigator.entries() if isinstance(row, Entry) and row.level == 1]
    first, second = inside[:2]
    light(window, first)
    press(window, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    window.navigator.refresh()
    now = [row.title for row in window.navigator.entries() if isinstance(row, Entry) and row.level == 1]
    assert now[:2] == [second, first]
    tops = [r.title for r in window.navigator.entries() if isinstance(r, Entry) and r.kind == "activity"]
    assert row_of(window, first) > row_of(window, "Safety")
    drag(window, first, row_of(window, "Activities"), below=True)
    window.navigator.refresh()
    after = [r for r in window.navigator.entries() if isinstance(r, Entry) and r.kind == "activity"]
    assert after[0].title == first
    assert after[0].level == 0
    assert sorted(r.title for r in after) == sorted(tops)
    study_of(window).editor.undo()
    study_of(window).editor.undo()
    window.navigator.refresh()
    assert [r.title for r in window.navigator.entries() if isinstance(r, Entry) and r.level == 1] == inside


def drag(window: MainWindow, title: str, to: int, *, below: bool) -> None:
    """Drag a row with the mouse to the lower or upper edge of another row."""
    rows = window.navigator.rows
    rows.scrollTo(rows.rows.index(to))
    start = rows.visualRect(rows.rows.index(row_of(window, title))).center()
    area = rows.visualRect(rows.rows.index(to))
    end = QPoint(area.center().x(), area.bottom() - 2 if below else area.top() + 2)
    view, left = rows.viewport(), Qt.MouseButton.LeftButton
    QTest.mousePress(view, left, Qt.KeyboardModifier.NoModifier, start)
    QTest.mouseMove(view, start + QPoint(0, 12))
    for at in (start + QPoint(3, 14), (start + end) / 2, end, end):
        move(window, at)
    assert is_dragged(window)
    QTest.mouseRelease(view, left, Qt.KeyboardModifier.NoModifier, end)


def is_dragged(window: MainWindow) -> bool:
    return window.navigator.rows.is_dragging


def move(window: MainWindow, at: QPoint) -> None:
    view = window.navigator.rows.viewport()
    left = Qt.MouseButton.LeftButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        QPointF(view.mapToGlobal(at)),
        Qt.MouseButton.NoButton,
        left,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(view, event)


def test_escape_gives_up_a_drag(window: MainWindow) -> None:
    rows = window.navigator.rows
    start = rows.visualRect(rows.rows.index(row_of(window, "Treatment"))).center()
    QTest.mousePress(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    move(window, start + QPoint(0, 20))
    move(window, start + QPoint(0, 40))
    assert is_dragged(window)
    press(window, Key.Key_Escape)
    assert not is_dragged(window)
    QTest.mouseRelease(rows.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    assert study_of(window).editor.history.position == 0


def test_deleting_an_epoch_says_where_its_visits_go(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []

    def agree(dialog: EditDialog) -> None:
        assert isinstance(dialog, DeleteEpochDialog)
        dialog.refresh()
        assert dialog.into.currentText() == "Treatment"
        said.append(dialog.preview.text())
        dialog.accept()

    monkeypatch.setattr(EditDialog, "exec", agree)
    study = study_of(window)
    epoch = next(e for e in study.document.designs()[0].epochs if e.title == "Follow-up").id
    treatment = next(e for e in study.document.designs()[0].epochs if e.title == "Treatment").id
    there = [i for _, _, t in study.document.timelines() for i in t.instances if i.epoch == epoch]
    light(window, "Follow-up")
    press(window, Key.Key_Delete)
    assert titles(window, "epoch") == ["Screening", "Treatment"]
    count = len(there)
    noun = "visit is" if count == 1 else "visits are"
    assert said[0].startswith(f"Delete the epoch Follow-up: {count} {noun} then in Treatment")
    assert {i.epoch for i in there} == {treatment}
    study.editor.undo()
    assert titles(window, "epoch") == ["Screening", "Treatment", "Follow-up"]


def test_what_reaches_nothing_else_is_deleted_at_once(window: MainWindow) -> None:
    choose(window, "Safety", "Add an activity")
    type_name(window, "Weight at home")
    assert "Weight at home" in titles(window, "activity")
    press(window, Key.Key_Delete)
    assert "Weight at home" not in titles(window, "activity")
    assert window.navigator.rows.hasFocus()


def test_the_selected_visit_is_put_into_an_epoch_or_begins_a_new_one(window: MainWindow) -> None:
    study = study_of(window)
    light(window, "Follow-up")
    menu = menu_of(window)
    put = entry_of(menu, "Put the selected visits into it")
    assert not put.isEnabled()
    assert put.toolTip() == "Select visits in the graph or the table first."
    menu.close()
    window.select("Instance_C_D8")
    visit = study.entity("Instance_C_D8")
    assert visit is not None
    choose(window, "Follow-up", f"Put {visit.title} into it")
    follow_up = next(e.id for e in study.document.designs()[0].epochs if e.title == "Follow-up")
    assert visit.raw["epochId"] == follow_up
    study.editor.undo()
    window.select("Instance_C_D8")
    choose(window, "Treatment", f"Split at {visit.title}")
    type_name(window, "Extension")
    assert titles(window, "epoch") == ["Screening", "Treatment", "Extension", "Follow-up"]
    window.navigator.rows.set_current_row(row_of(window, "Treatment"))
    choose(window, "Treatment", "Merge with the next one")
    assert titles(window, "epoch") == ["Screening", "Treatment", "Follow-up"]


def test_encounters_get_a_contact_together_and_are_merged(qtbot: QtBot, tmp_path: Path) -> None:
    with real_window(qtbot, tmp_path) as window:
        study = opened(window, shared_study("cdisc-pilot-lzzt-v4"))
        unfold(window, "Encounters")
        names = titles(window, "encounter")[:3]
        light(window, names[0])
        for _ in range(2):
            press(window, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        chosen = window.navigator.rows.chosen_entries()
        assert [each.title for each in chosen] == names
        encounters = {e.id: e for e in study.document.designs()[0].encounters}
        before = [{c.code for c in encounters[each.address].contact_modes} for each in chosen]
        menu = menu_of(window)
        entry_of(menu, "Contact", "Telephone Call").trigger()
        menu.close()
        now = [{c.code for c in encounters[each.address].contact_modes} for each in chosen]
        assert now == [codes | {"C171537"} for codes in before]
        assert study.editor.history.position == 1
        light(window, names[0])
        press(window, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
        menu = menu_of(window)
        entry_of(menu, "Merge the chosen ones into this one").trigger()
        menu.close()
        assert len(titles(window, "encounter")) == len(encounters) - 1


def test_a_timeline_is_added_made_the_main_one_and_the_main_one_stays(window: MainWindow) -> None:
    study = study_of(window)
    rows = window.navigator.rows
    main = titles(window, "timeline")[0]
    light(window, main)
    menu = menu_of(window)
    gone = entry_of(menu, "Delete")
    assert not gone.isEnabled()
    assert "Make another one the main timeline first" in gone.toolTip()
    menu.close()
    choose(window, main, "Add a timeline")
    type_name(window, "Extension study")
    assert study.projection is not None
    assert study.projection.timeline.title == "Extension study"
    assert rows.current_item().title == "Extension study"
    choose(window, "Extension study", "Make it the main timeline")
    assert titles(window, "timeline")[0] == "Extension study"


def test_an_arm_like_another_has_its_elements_and_a_cell_is_changed(window: MainWindow) -> None:
    design = study_of(window).document.designs()[0]
    choose(window, "A · 200 mg", "Add an arm like this one")
    type_name(window, "C · 600 mg")
    arm = next(each for each in design.arms if each.title == "C · 600 mg")
    like = next(each for each in design.arms if each.title == "A · 200 mg")
    held = {cell.epoch: cell.elements for cell in design.cells if cell.arm == like.id}
    assert {cell.epoch: cell.elements for cell in design.cells if cell.arm == arm.id} == held
    unfold(window, "C · 600 mg")
    cell = next(
        r for r in window.navigator.entries() if isinstance(r, Entry) and r.title == "Treatment: Treatment A"
    )
    choose(window, cell.title, "Elements", "Treatment A")
    left = [each for each in design.cells if each.arm == arm.id]
    assert len(left) == len(held) - 1


def test_every_entry_that_cannot_be_chosen_says_why(window: MainWindow) -> None:
    def closed(menu: QMenu) -> Iterator[QAction]:
        for each in menu.actions():
            inside = each.menu()
            if isinstance(inside, QMenu):
                yield from closed(inside)
            if not each.isSeparator() and not each.isEnabled():
                yield each

    unfold(window, "Encounters")
    unfold(window, "Footnotes")
    unfold(window, "A · 200 mg")
    seen: set[str] = set()
    for row in list(window.navigator.entries()):
        if not isinstance(row, Entry) or row.kind in seen:
            continue
        seen.add(row.kind)
        light(window, row.title)
        menu = menu_of(window)
        for each in closed(menu):
            assert each.toolTip().endswith("."), (row.kind, each.text(), each.toolTip())
        menu.close()
    assert seen == {"timeline", "epoch", "arm", "cell", "element", "activity", "encounter", "footnote"}


def test_what_has_no_id_of_its_own_says_so_and_nothing_happens(qtbot: QtBot, tmp_path: Path) -> None:
    raw = json.loads(sample_study_bytes())
    design = raw["study"]["versions"][0]["studyDesigns"][0]
    for name in ("epochs", "arms", "elements", "encounters", "activities", "studyCells"):
        design[name].append(dict(design[name][0]))  # everything that stands first is there twice
    with real_window(qtbot, tmp_path) as window:
        study = opened(window, json.dumps(raw).encode())
        for title in ("Screening", "A · 200 mg"):
            light(window, title)
            menu = menu_of(window)
            entry = menu.actions()[0]
            assert not entry.isEnabled()
            assert "repair the ids first" in entry.toolTip()
            menu.close()
            for key in (Key.Key_Delete, Key.Key_Down):
                press(window, key, Qt.KeyboardModifier.AltModifier if key == Key.Key_Down else NONE)
        assert study.editor.history.position == 0


def test_an_edit_elsewhere_is_listed_once_the_navigator_is_seen(qtbot: QtBot, window: MainWindow) -> None:
    study = study_of(window)
    epoch = study.document.designs()[0].epochs[0].id or ""
    study.editor.do(RenameEntity(epoch, "Run-in and screening"))
    qtbot.waitUntil(lambda: "Run-in and screening" in [row.title for row in window.navigator.entries()])
    window.actions_by_id["show_navigator"].trigger()
    study.editor.do(RenameEntity(epoch, "Screening again"))
    window.actions_by_id["show_navigator"].trigger()
    qtbot.waitUntil(lambda: "Screening again" in [row.title for row in window.navigator.entries()])
