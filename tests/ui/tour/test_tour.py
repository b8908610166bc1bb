"""The tour goes through the window once, by mouse and by key, and leaves it as it was."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy, prepared
from resources.sample import sample_study_bytes
from services.library_entries import Freshness
from tests.app.held_library import ENTRY
from ui.main_window import MainWindow
from ui.parts.tour import Tour
from ui.tour.guide import Guide


def tour(window: MainWindow) -> Tour:
    return cast(Tour, window.parts["Tour"])


def begun(qtbot: QtBot, window: MainWindow) -> Guide:
    qtbot.waitUntil(lambda: tour(window).guide is not None)
    guide = tour(window).guide
    assert guide is not None
    return guide


def open_sample(window: MainWindow) -> None:
    window.set_study(OpenStudy(prepared(sample_study_bytes()), ENTRY, Freshness.CURRENT))


def test_it_begins_once_with_the_first_study(qtbot: QtBot, window: MainWindow) -> None:
    tour(window).await_sample()
    assert tour(window).guide is None
    open_sample(window)
    QTest.keyClick(begun(qtbot, window), Qt.Key.Key_Escape)
    assert tour(window).guide is None
    tour(window).await_sample()
    open_sample(window)
    qtbot.wait(20)
    assert tour(window).guide is None


def test_it_goes_through_every_part_and_leaves_the_window_as_it_was(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(window)
    window.show_views("view_matrix")
    window.actions_by_id["tour"].trigger()
    guide = begun(qtbot, window)
    seen = []
    while tour(window).guide is not None:
        target = guide._steps[guide.at].target()
        assert target.isVisible()
        seen.append(target)
        assert guide.rect().contains(guide.card.geometry())
        QTest.mouseClick(guide.forward, Qt.MouseButton.LeftButton)
    assert seen == [
        window.canvas,
        window.matrix,
        window.axis,
        window.navigator,
        window.inspector,
        window.header,
    ]
    assert window.views.arrangement == "view_matrix"


def test_keys_go_forth_and_back(qtbot: QtBot, window: MainWindow) -> None:
    open_sample(window)
    window.actions_by_id["tour"].trigger()
    guide = begun(qtbot, window)
    QTest.keyClick(guide, Qt.Key.Key_Right)
    assert guide.at == 1
    QTest.keyClick(guide, Qt.Key.Key_Left)
    QTest.keyClick(guide, Qt.Key.Key_Left)
    assert guide.at == 0


def test_the_card_leaves_the_part_free_where_there_is_room(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(1440, 900)
    open_sample(window)
    window.actions_by_id["tour"].trigger()
    guide = begun(qtbot, window)
    guide.go(3)
    assert not QRect(guide._hole).intersects(guide.card.geometry())
