"""The window by keyboard and by menu: every action within reach, wired, and with a reason where it cannot be."""

from __future__ import annotations

from pathlib import Path
from typing import cast

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.actions import ACTIONS
from app.open_study import OpenStudy, prepared
from app.program import Program
from app.settings import Settings
from resources.sample import sample_study_bytes
from services.library import Library, LibrarySettings
from services.library_entries import Freshness, LibraryEvents
from services.trouble import Trouble
from tests.app.held_library import ENTRY, HeldLibrary
from tests.ui.conftest import ShowStudy
from tests.ui.real_window import opened
from ui.main_window import MainWindow
from ui.start import layout_settings
from ui.theme import SystemTheme, Theme


@pytest.fixture
def study(show_study: ShowStudy) -> OpenStudy:
    return show_study()


def test_the_window_stands_before_the_program_is_there(qtbot: QtBot, tmp_path: Path) -> None:
    window = MainWindow(None, SystemTheme(), layout_settings(tmp_path))
    with qtbot.waitSignal(window.painted):
        window.show()
    assert window.pages.currentWidget() is window.home
    window.close()
    window.deleteLater()


def test_a_window_with_a_study_is_taken_down_without_a_word(qtbot: QtBot, tmp_path: Path) -> None:
    def library(settings: LibrarySettings, events: LibraryEvents) -> Library:
        return cast(Library, HeldLibrary(settings, events))

    program = Program(tmp_path, Settings(), library=library)
    window = MainWindow(program, SystemTheme(), layout_settings(tmp_path))
    window.show()
    opened(window, sample_study_bytes())
    assert any(not pane.dock.isHidden() for pane in window.panes.values())
    QApplication.processEvents()
    program.close()
    with qtbot.captureExceptions() as raised:
        shiboken6.delete(window)
    assert raised == []


def test_every_action_is_in_the_menu_and_wired(window: MainWindow) -> None:
    in_menu = {
        each.objectName()
        for part in window._menu.actions()
        if isinstance(part.menu(), QMenu)
        for each in cast(QMenu, part.menu()).actions()
        if not each.isSeparator()
    }
    assert in_menu == {each.id for each in ACTIONS}
    for each in ACTIONS:
        made = window.actions_by_id[each.id]
        assert made.receivers("2triggered(bool)") > 0 or made.isSignalConnected(
            made.metaObject().method(made.metaObject().indexOfSignal("triggered(bool)"))
        ), each.id
        expected = QKeySequence(each.shortcut).toString()
        assert made.shortcut().toString() == expected


def test_what_cannot_be_done_says_why(window: MainWindow, study: OpenStudy) -> None:
    for each in ACTIONS:
        made = window.actions_by_id[each.id]
        assert made.isEnabled(), each.id
        assert each.tip in made.toolTip()
    window.close_study()
    for each in ACTIONS:
        made = window.actions_by_id[each.id]
        assert made.isEnabled() is not each.needs_study
        if each.needs_study:
            assert made.toolTip() == "Open a study first"


def press(window: QWidget, keys: str) -> None:
    combination = QKeySequence(keys)[0]  # type: ignore[index]
    target = QApplication.focusWidget() or window
    QTest.keyClick(target, combination.key(), combination.keyboardModifiers())


def test_the_views_by_keyboard(window: MainWindow, study: OpenStudy) -> None:
    press(window, "Ctrl+1")
    assert (window.canvas.isHidden(), window.matrix.isHidden()) == (False, True)
    press(window, "Ctrl+2")
    assert (window.canvas.isHidden(), window.matrix.isHidden()) == (True, False)
    press(window, "Ctrl+3")
    assert (window.canvas.isHidden(), window.matrix.isHidden()) == (False, False)
    study.show_timeline("Timeline_PK")
    press(window, "Ctrl+M")
    assert study.projection is not None
    assert study.projection.timeline.id == "Timeline_MAIN"
    press(window, "Ctrl+H")
    assert window.pages.currentWidget() is window.home
    press(window, "Ctrl+1")
    assert window.pages.currentWidget() is window.views
    press(window, "Ctrl+W")
    assert window.pages.currentWidget() is window.home
    assert window.program.current is None


@pytest.mark.parametrize(
    ("keys", "dock", "action"),
    [
        ("F6", "navigator", "show_navigator"),
        ("F7", "inspector", "show_inspector"),
        ("F8", "problems", "show_problems"),
    ],
)
def test_the_panes_by_keyboard(
    window: MainWindow, study: OpenStudy, keys: str, dock: str, action: str
) -> None:
    pane = window.panes[dock].dock
    before = pane.isHidden()
    press(window, keys)
    assert pane.isHidden() is not before
    assert window.actions_by_id[action].isChecked() is before
    press(window, keys)
    assert pane.isHidden() is before


def test_zooming_by_keyboard(qtbot: QtBot, window: MainWindow, study: OpenStudy) -> None:
    QApplication.processEvents()  # laid out: a canvas that nobody has touched opens anew with its size
    before = window.canvas.zoom_percent
    press(window, "Ctrl+=")
    qtbot.waitUntil(lambda: window.canvas.zoom_percent > before * 1.2)
    press(window, "Ctrl+-")
    press(window, "Ctrl+-")
    qtbot.waitUntil(lambda: window.canvas.zoom_percent < before * 0.9)


def test_the_menu_opens_by_f10_and_closes_by_escape(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[bool] = []
    window._menu.aboutToShow.connect(lambda: shown.append(True))
    # The menu would wait for a choice: it is closed as soon as it is there.
    window._menu.aboutToShow.connect(window._menu.close, Qt.ConnectionType.QueuedConnection)
    press(window, "F10")
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.waitUntil(window._menu.isHidden)


def test_opening_and_importing_by_keyboard(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def nothing(_parent: QWidget, title: str, *_: object) -> tuple[str, str]:
        asked.append(title)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getOpenFileName", staticmethod(nothing))
    press(window, "Ctrl+O")
    press(window, "Ctrl+I")
    assert asked == ["Open a study", "Import a study"]


def test_the_dialogs_by_keyboard(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []

    def note(self: QDialog) -> int:
        opened.append(self.windowTitle())
        self.deleteLater()
        return 0

    monkeypatch.setattr(QDialog, "exec", note)
    press(window, "F1")
    for name in ("backend", "passphrase", "about"):
        window.actions_by_id[name].trigger()
    assert opened[:3] == ["Keyboard shortcuts", "Backend", "Passphrase"]
    assert opened[3].startswith("Maestro")


def tab_order(window: MainWindow, times: int) -> list[QWidget]:
    """The widgets that Tab leads to."""
    found: list[QWidget] = []
    for _ in range(times):
        press(window, "Tab")
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget in found:
            break
        found.append(widget)
    return found


def test_tab_reaches_every_part_and_comes_round(window: MainWindow, study: OpenStudy) -> None:
    press(window, "Ctrl+3")
    window.header.menu_button.setFocus()
    reached = tab_order(window, 200)
    for part in (window.canvas, window.matrix.view, window.navigator._list, window.header.menu_button):
        assert part in reached, part
    assert any(window.inspector.isAncestorOf(widget) for widget in reached)
    assert all(widget.isVisible() and widget.isEnabled() for widget in reached)
    # The graph comes before the table, as they stand.
    assert reached.index(window.canvas) < reached.index(window.matrix.view)


def test_tab_on_home(window: MainWindow) -> None:
    window.header.menu_button.setFocus()
    reached = tab_order(window, 30)
    assert window.home.open_button in reached
    assert window.home.import_button in reached
    assert window.home._list in reached


def test_the_layout_is_remembered(qtbot: QtBot, tmp_path: Path, window: MainWindow, study: OpenStudy) -> None:
    press(window, "Ctrl+2")
    press(window, "F6")
    window.resize(777, 555)  # the screen of a test is small
    window.close()
    again = MainWindow(window.program, SystemTheme(), layout_settings(tmp_path))
    assert (again.width(), again.height()) == (777, 555)
    assert again.actions_by_id["view_matrix"].isChecked()
    other = OpenStudy(prepared(sample_study_bytes()), ENTRY, Freshness.CURRENT)
    again.show()
    again.set_study(other)
    assert again.canvas.isHidden()
    assert again.panes["navigator"].dock.isHidden()
    assert not again.panes["inspector"].dock.isHidden()
    again.reset_layout()
    assert not again.canvas.isHidden()
    assert not again.panes["navigator"].dock.isHidden()
    again.close()
    again.deleteLater()


def test_another_theme_changes_every_part(window: MainWindow, study: OpenStudy) -> None:
    window.set_theme(Theme.dark())
    dark = window.grab().toImage()
    window.set_theme(Theme.light())
    light = window.grab().toImage()
    middle = dark.rect().center()
    assert dark.pixelColor(middle).lightness() < light.pixelColor(middle).lightness()


def test_notices_are_dismissed_by_escape_and_never_said_twice(window: MainWindow) -> None:
    trouble = Trouble("It broke.", advice="Try again.")
    window.notices.warn(trouble)
    window.notices.warn(trouble)
    assert window.notices.sentences == ["It broke. Try again."]
    window.notices.setFocus()
    QTest.keyClick(window.notices, Qt.Key.Key_Escape)
    assert window.notices.sentences == []


def test_a_newer_revision_is_offered(window: MainWindow, study: OpenStudy) -> None:
    window.program.study_updated.emit(ENTRY)
    assert window.notices.sentences == [
        f"Revision 1 of {ENTRY.title} has arrived. You are reading the one before."
    ]
