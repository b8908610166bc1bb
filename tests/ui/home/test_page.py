"""Home: lists, opens, takes dropped files, says where things are and when they were synced."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ui.home import HomeEntry, HomePage
from ui.home.entries import Section, synced_words
from ui.theme import Theme
from ui.widgets.words import ago

NOW = datetime(2026, 3, 3, 14, 2, tzinfo=UTC)
STUDY = HomeEntry("s1", "LZZT", "Xanomeline", "both", 3, NOW - timedelta(minutes=2))
AWAY = HomeEntry("s2", "Elsewhere", "", "backend", 1, None, unavailable="Needs the backend")
FILE = HomeEntry("/studies/x.json", "x.json", "/studies", "file")
SAMPLE = HomeEntry("sample", "Sample study", "Oncology", "sample")


@pytest.fixture
def page(qtbot: QtBot) -> HomePage:
    made = HomePage(theme=Theme.light())
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.set_entries([SAMPLE, FILE, STUDY, AWAY])
    made.show()
    return made


@pytest.mark.parametrize(
    ("before", "words"),
    [
        (timedelta(seconds=20), "just now"),
        (timedelta(seconds=-50), "just now"),
        (timedelta(minutes=2, seconds=30), "2 min ago"),
        (timedelta(hours=5), "5 h ago"),
        (timedelta(days=1, hours=1), "1 day ago"),
        (timedelta(days=6), "6 days ago"),
        (timedelta(days=30), "1 Feb 2026"),
    ],
)
def test_how_long_ago(before: timedelta, words: str) -> None:
    assert ago(NOW - before, NOW) == words
    assert ago(None, NOW) == "never"


def test_each_entry_says_when_it_was_synced() -> None:
    assert synced_words(STUDY, NOW) == "Synced 2 min ago"
    assert synced_words(AWAY, NOW) == "Not on this computer yet"
    assert synced_words(HomeEntry("a", "A", where="cache"), NOW) == "Never synced"
    assert synced_words(FILE, NOW) == ""
    assert synced_words(replace(FILE, last_opened=NOW - timedelta(hours=5)), NOW) == "Opened 5 h ago"


def test_a_file_is_taken_off_the_list_by_key_and_no_study_is(qtbot: QtBot, page: HomePage) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    asked: list[HomeEntry] = []
    page.removal_wanted.connect(asked.append)
    page._list.setFocus()
    for place, item in enumerate(page._list.items()):
        if isinstance(item, HomeEntry):
            before = len(asked)
            page._list.set_current_row(place)
            QTest.keyClick(page._list, Qt.Key.Key_Delete)
            assert len(asked) - before == (item == FILE)
    assert asked == [FILE]


def test_entries_stand_under_their_titles(page: HomePage) -> None:
    titles = [item.title for item in page._list.items() if isinstance(item, Section)]
    assert titles == ["Studies", "Recent files", "Sample"]
    assert page.entries() == [STUDY, AWAY, FILE, SAMPLE]


def test_a_click_opens_a_study(qtbot: QtBot, page: HomePage) -> None:
    view = page._list
    with qtbot.waitSignal(page.open_entry) as signal:
        middle = view.visualRect(view.rows.index(1)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert signal.args == ["s1"]


def test_arrows_pass_over_titles_and_enter_opens(qtbot: QtBot, page: HomePage) -> None:
    page._list.set_current_row(2)
    QTest.keyClick(page._list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.open_entry) as signal:
        QTest.keyClick(page._list, Qt.Key.Key_Return)
    assert signal.args == ["/studies/x.json"]


def test_what_cannot_be_opened_now_says_why_and_does_not_open(qtbot: QtBot, page: HomePage) -> None:
    page._list.set_current_row(2)
    with qtbot.assertNotEmitted(page.open_entry):
        QTest.keyClick(page._list, Qt.Key.Key_Return)
    assert "Needs the backend" in page._list.rows.index(2).data(Qt.ItemDataRole.ToolTipRole)


def test_ctrl_o_asks_for_a_file(qtbot: QtBot, page: HomePage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/studies/new.json", ""))
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    with qtbot.waitSignal(page.open_file) as signal:
        QTest.keyClick(page._list, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert signal.args == ["/studies/new.json"]


def test_import_asks_for_a_file_and_says_why_when_it_cannot(
    qtbot: QtBot, page: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("/studies/new.json", ""))
    with qtbot.waitSignal(page.import_file) as signal:
        QTest.mouseClick(page.import_button, Qt.MouseButton.LeftButton)
    assert signal.args == ["/studies/new.json"]
    page.set_can_import("The backend cannot be reached")
    assert not page.import_button.isEnabled()
    assert page.import_button.toolTip() == "The backend cannot be reached"


def test_a_cancelled_dialog_opens_nothing(
    qtbot: QtBot, page: HomePage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    with qtbot.assertNotEmitted(page.open_file):
        page.pick_to_open()


def mime(*paths: Path) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return made


def test_files_are_dropped_onto_the_page(qtbot: QtBot, page: HomePage, tmp_path: Path) -> None:
    files = mime(tmp_path / "one.json")
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(50, 50), copy, files, left, none)
    page.dragEnterEvent(enter)
    assert enter.isAccepted()
    assert page._veil.isVisible()
    page.dragLeaveEvent(QDragLeaveEvent())
    assert not page._veil.isVisible()
    page.dragEnterEvent(QDragEnterEvent(QPoint(50, 50), copy, files, left, none))
    with qtbot.waitSignal(page.dropped) as signal:
        page.dropEvent(QDropEvent(QPointF(50, 50), copy, files, left, none))
    assert signal.args == [[str(tmp_path / "one.json")]]
    assert not page._veil.isVisible()


def test_text_is_not_taken(page: HomePage) -> None:
    text = QMimeData()
    text.setText("hello")
    event = QDragEnterEvent(
        QPoint(5, 5),
        Qt.DropAction.CopyAction,
        text,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    event.ignore()
    page.dragEnterEvent(event)
    assert not event.isAccepted()


def test_offline_says_since_when(page: HomePage) -> None:
    assert not page._banner.isVisible()
    page.set_offline(NOW)
    clock = NOW.astimezone().strftime("%H:%M")
    assert page._banner.isVisible()
    assert page._banner_text.text() == f"Offline since {clock}. Showing what is on this computer."
    page.set_offline(None)
    assert not page._banner.isVisible()


def test_the_first_start_teaches(page: HomePage) -> None:
    page.set_entries([SAMPLE])
    assert "Ctrl+O" in page._hint.text()
    page.set_entries([STUDY, SAMPLE])
    assert "Ctrl+O" not in page._hint.text()
    page.set_entries([])
    assert page._list._empty is not None
    assert "Ctrl+O" in page._list._empty.text


def test_a_refresh_keeps_what_is_lit(page: HomePage) -> None:
    page._list.set_current_row(4)
    page.set_entries([FILE, STUDY])
    assert page._list.current_item() == FILE


def test_it_rests_when_hidden(page: HomePage) -> None:
    assert page._clock.isActive()
    page.hide()
    assert not page._clock.isActive()
