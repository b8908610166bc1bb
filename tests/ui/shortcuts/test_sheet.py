"""The sheet of keys: every shortcut is on it, it fits the screen, and the views do take the keys that it names."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions import ACTIONS, Menu
from resources.sample import sample_study_bytes
from tests.shared import shared_study
from tests.ui.real_window import opened, real_window
from ui.main_window import MainWindow
from ui.shortcuts.rows import VIEW_KEYS, as_text, key_groups, keys_text
from ui.shortcuts.sheet import ShortcutsDialog


@pytest.fixture
def sheet(qtbot: QtBot) -> ShortcutsDialog:
    made = ShortcutsDialog()
    qtbot.addWidget(made)
    made.show()
    return made


def page_of(sheet: ShortcutsDialog) -> QWidget:
    page = sheet.listing.widget()
    assert page is not None
    return page


def words(sheet: ShortcutsDialog) -> list[str]:
    page = page_of(sheet)
    return [label.text() for label in page.findChildren(QLabel)]


def test_every_shortcut_is_listed_under_its_menu() -> None:
    listed = {group.title: {row.title: row.keys for row in group.rows} for group in key_groups()}
    for each in ACTIONS:
        if each.shortcut:
            keys = listed[each.menu.heading][each.title.rstrip("…")]
            for portable in each.shortcuts:
                assert QKeySequence(portable).toString(QKeySequence.SequenceFormat.NativeText) in keys
    order = list(listed)
    assert order[:2] == [Menu.STUDY.heading, Menu.EDIT.heading]
    assert order[-5:] == list(VIEW_KEYS)[-5:]
    assert order[-5:-2] == ["In the graph", "In the table", "On the time axis"]


def test_it_fits_a_small_screen_and_uses_a_wide_one(qtbot: QtBot, sheet: ShortcutsDialog) -> None:
    tops: dict[int, int] = {}
    for width in (440, 760, 1500):
        sheet.resize(width, 480)
        QApplication.processEvents()
        page = page_of(sheet)
        assert sheet.width() == width
        assert page.width() <= sheet.listing.viewport().width()
        for label in page.findChildren(QLabel):
            assert label.mapTo(page, label.rect().topRight()).x() <= page.width()
        heads = [label for label in page.findChildren(QLabel) if label.text() == "In the table"]
        tops[width] = page.height()
        assert len(heads) == 1
    assert tops[440] > tops[760] > tops[1500]
    assert tops[440] > sheet.listing.viewport().height()


def test_a_filter_leaves_what_fits(sheet: ShortcutsDialog) -> None:
    QTest.keyClicks(sheet.field, "zoom in")
    assert "Zoom in" in words(sheet)
    assert "Zoom out" not in words(sheet)
    sheet.field.setText("f10")
    left = [row for group in sheet.groups for row in group.rows]
    assert {row.title for row in left} == {"Menu of all actions", "What can be done here"}
    assert all("F10" in row.keys for row in left)
    sheet.field.setText("time axis")
    assert "Earlier, later" in words(sheet)
    sheet.field.setText("xyzzy")
    assert words(sheet) == ["No shortcut fits “xyzzy”."]
    assert not sheet.copy_button.isEnabled()


def test_it_is_copied_as_text_to_print(sheet: ShortcutsDialog) -> None:
    sheet.field.setText("table")
    sheet.copy_button.click()
    text = QGuiApplication.clipboard().text()
    assert text == as_text(key_groups("table"))
    lines = text.splitlines()
    assert "In the table" in lines
    assert any(line.endswith(" Choose all, copy") and "Ctrl+C" in line for line in lines)
    assert all(len(line) < 100 for line in lines)


def test_arrows_are_said_in_a_word() -> None:
    assert keys_text(("Left", "Right", "Up", "Down")) == "Arrow keys"
    assert keys_text(("Ctrl+Left", "Ctrl+Right", "Ctrl+Up", "Ctrl+Down")) == "Ctrl+Arrow keys"
    assert keys_text(("Home", "End")) == "Home, End"


# The views understand what the sheet says they do


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    with real_window(qtbot, tmp_path) as made:
        study = opened(made, sample_study_bytes())
        assert study.projection is not None
        yield made


def is_taken(widget: QWidget, portable: str) -> bool:
    """Whether a view does something with a key: it takes the event, and no shortcut of the window is before it."""
    pressed = QKeySequence(portable)[0]  # type: ignore[index]
    text = portable if len(portable) == 1 else ""
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers(), text)
    asked.ignore()
    QApplication.sendEvent(widget, asked)
    shortcuts = {QKeySequence(keys).toString() for each in ACTIONS for keys in each.shortcuts}
    if not asked.isAccepted() and QKeySequence(portable).toString() in shortcuts:
        return False
    event = QKeyEvent(QEvent.Type.KeyPress, pressed.key(), pressed.keyboardModifiers(), text)
    QApplication.sendEvent(widget, event)
    return event.isAccepted()


def put_away() -> None:
    """Close the menu or the palette that a key has opened."""
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
        QApplication.processEvents()


@pytest.mark.parametrize(
    ("place", "arrangement", "view"),
    [
        ("In the graph", "view_graph", "canvas"),
        ("In the table", "view_matrix", "matrix"),
        ("On the time axis", "view_axis", "axis"),
    ],
)
def test_the_views_take_the_keys_of_the_sheet(
    qtbot: QtBot, window: MainWindow, place: str, arrangement: str, view: str
) -> None:
    window.show_views(arrangement)
    window.select("Instance_C_D8")
    QApplication.processEvents()
    getattr(window, view).setFocus(Qt.FocusReason.TabFocusReason)
    dead = []
    for title, keys in VIEW_KEYS[place]:
        for portable in keys:
            if view == "matrix" and portable == "Space":
                window.matrix.view.go_to(0, -1)  # a group
            elif view == "canvas":
                put_away()
                window.select("")
                window.select("Instance_C_D8")
                window.activateWindow()
                qtbot.waitUntil(window.isActiveWindow)
                window.canvas.setFocus(Qt.FocusReason.TabFocusReason)
            target = QApplication.focusWidget()
            assert target is not None
            if not is_taken(target, portable):
                dead.append(f"{title}: {portable}")
    put_away()
    assert dead == []


def opens(window: MainWindow, attribute: str) -> QWidget:
    """The input of an attribute's editor in the inspector, with the keys."""
    assert window.inspector.edit(attribute)
    target = QApplication.focusWidget()
    assert target is not None
    return target


def test_the_inspector_takes_the_keys_of_the_sheet(window: MainWindow) -> None:
    def value() -> QWidget:
        page = window.inspector.page()
        assert page is not None
        return next(iter(page.boxes.values()))

    document = window.study.document if window.study is not None else None
    assert document is not None
    footnote = next(
        key for key, item in document.index.unique.items() if item.get("instanceType") == "Condition"
    )
    where = {
        "Edit a value": ("Instance_C_D8", value),
        "Keep it and go on, go back": ("Instance_C_D8", lambda: opens(window, "name")),
        "Begin a new line": (footnote, lambda: opens(window, "text")),
        "Bold, italic, raised, lowered, list": (footnote, lambda: opens(window, "text")),
        "Choose in a list": ("Instance_C_D8", lambda: opens(window, "epochId")),
        "Add to a list, take out": ("Instance_C_D8", lambda: opens(window, "activityIds")),
    }
    rows = VIEW_KEYS["In the inspector"]
    assert {title for title, _ in rows} == set(where)
    dead = []
    for title, keys in rows:
        address, target = where[title]
        for portable in keys:
            window.select(address)
            if not is_taken(target(), portable):
                dead.append(f"{title}: {portable}")
            while (editor := window.inspector.editor()) is not None:
                editor.give_up()
    assert dead == []


def test_the_navigator_and_the_grid_take_the_keys_of_the_sheet(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)  # what is asked before a deletion is given up
    rows = window.navigator.rows
    dead = []
    for title, keys in VIEW_KEYS["In the navigator"]:
        for portable in keys:
            rows.setFocus(Qt.FocusReason.TabFocusReason)
            titles = [each.title for each in window.navigator.entries()]
            rows.set_current_row(titles.index("Treatment"))
            if not is_taken(rows, portable):
                dead.append(f"{title}: {portable}")
            if window.navigator.name_line is not None:
                window.navigator.name_line.give_up()
            put_away()
            if window.study is not None:
                window.study.editor.jump_to(0)
    window.show_pane("cells")
    QApplication.processEvents()
    table = window.parts["Cells"].pane.table  # type: ignore[attr-defined]
    for title, keys in VIEW_KEYS["In arms and elements"]:
        for portable in keys:
            table.setCurrentCell(0, 1)
            if not is_taken(table, portable):
                dead.append(f"{title}: {portable}")
            put_away()
    assert dead == []


def test_problems_take_the_key_of_the_sheet(qtbot: QtBot, tmp_path: Path) -> None:
    with real_window(qtbot, tmp_path) as window:
        study = opened(window, shared_study("alexion-nct04573309-v4"))
        window.show_pane("problems")
        rules = [finding.rule for finding in window.problems.shown()]
        window.problems._list.set_current_row(rules.index("DDF00006"))
        window.problems.setFocus(Qt.FocusReason.TabFocusReason)
        for _, keys in VIEW_KEYS["In Problems"]:
            for portable in keys:
                pressed = QKeySequence(portable)[0]  # type: ignore[index]
                target = QApplication.focusWidget()
                assert target is not None
                QTest.keyClick(target, pressed.key(), pressed.keyboardModifiers())
        assert "DDF00006" not in [finding.rule for finding in study.findings]
