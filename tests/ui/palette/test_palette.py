"""The palette finds actions, places and studies by a few letters, and carries out what is chosen."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.open_study import OpenStudy, prepared
from resources.sample import sample_study_bytes
from services.library_entries import Freshness
from tests.app.held_library import ENTRY
from ui.main_window import MainWindow
from ui.palette.popup import Palette


def opened(window: MainWindow) -> Palette:
    window.actions_by_id["palette"].trigger()
    popup = window.parts["Palette"].popup  # type: ignore[attr-defined]
    assert isinstance(popup, Palette)
    return popup


def titles(popup: Palette) -> list[str]:
    return [offer.title for offer in popup.list.items()]


def test_a_visit_is_gone_to(window: MainWindow) -> None:
    window.set_study(OpenStudy(prepared(sample_study_bytes()), ENTRY, Freshness.CURRENT))
    popup = opened(window)
    QTest.keyClicks(popup.field, "cycle n day 8")
    assert titles(popup)[0] == "Cycle n Day 8"
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert window.study is not None
    assert window.study.selection == "Instance_C_D8"
    assert not popup.isVisible()


def test_a_visit_is_found_by_its_day(window: MainWindow) -> None:
    window.set_study(OpenStudy(prepared(sample_study_bytes()), ENTRY, Freshness.CURRENT))
    popup = opened(window)
    QTest.keyClicks(popup.field, "day 15, 14")
    assert "Cycle n Day 15" in titles(popup)


def test_an_action_is_done_and_remembered(window: MainWindow) -> None:
    window.set_study(OpenStudy(prepared(sample_study_bytes()), ENTRY, Freshness.CURRENT))
    popup = opened(window)
    QTest.keyClicks(popup.field, "prob")
    assert titles(popup)[0] == "Problems"
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert not window.panes["problems"].dock.isHidden()
    assert titles(opened(window))[0] == "Problems"


def test_what_cannot_be_done_says_why_and_is_not_chosen(window: MainWindow) -> None:
    popup = opened(window)
    QTest.keyClicks(popup.field, "fit the graph")
    offer = popup.list.items()[0]
    assert (offer.title, offer.why_not) == ("Fit the graph", "Open a study first")
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert popup.isVisible()
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()


def test_arrow_keys_choose_from_the_field(window: MainWindow) -> None:
    popup = opened(window)
    first, second = popup.list.items()[:2]
    assert popup.list.current_item() is first
    QTest.keyClick(popup.field, Qt.Key.Key_Down)
    assert popup.list.current_item() is second


def test_nothing_fits_is_said(window: MainWindow) -> None:
    popup = opened(window)
    QTest.keyClicks(popup.field, "zzzz")
    assert titles(popup) == []
    QTest.keyClick(popup.field, Qt.Key.Key_Return)
    assert popup.isVisible()
