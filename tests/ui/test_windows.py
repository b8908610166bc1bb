"""Several windows: one library, a study in each, and each closed by itself."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.links import Link
from app.program import Program
from app.settings import Settings
from resources.sample import sample_study_bytes
from services.library import Library, LibrarySettings
from services.library_entries import Freshness, LibraryEvents, OpenedStudy
from tests.app.held_library import ENTRY, HeldLibrary
from ui.main_window import MainWindow
from ui.start import layout_settings
from ui.theme import SystemTheme
from ui.windows import Windows


@pytest.fixture
def libraries() -> list[HeldLibrary]:
    return []


@pytest.fixture
def windows(qtbot: QtBot, tmp_path: Path, libraries: list[HeldLibrary]) -> Generator[Windows, None, None]:
    def make(settings: LibrarySettings, events: LibraryEvents) -> Library:
        libraries.append(HeldLibrary(settings, events))
        return cast(Library, libraries[-1])

    program = Program(tmp_path, Settings(), library=make)
    theme, layout = SystemTheme(), layout_settings(tmp_path)
    first = MainWindow(program, theme, layout)
    program.start()
    first.show()
    qtbot.waitUntil(lambda: len(program.entries) == 2)
    made = Windows(first, theme, layout)
    yield made
    made.close()
    first.close()
    program.close()
    first.deleteLater()


def opened(qtbot: QtBot, library: HeldLibrary, window: MainWindow) -> None:
    library.opening["one"].set_result(OpenedStudy(ENTRY, sample_study_bytes(), Freshness.CURRENT))
    qtbot.waitUntil(lambda: window.study is not None)


def test_a_further_window_shows_the_same_place(
    qtbot: QtBot, windows: Windows, libraries: list[HeldLibrary]
) -> None:
    first = windows.all[0]
    first.program.open_study("one", at="Instance_C_D8")
    opened(qtbot, libraries[0], first)
    del libraries[0].opening["one"]
    first.actions_by_id["new_window"].trigger()
    assert len(libraries) == 1
    second = next(window for window in windows.all if window is not first)
    assert second.home.entries() == first.home.entries()
    opened(qtbot, libraries[0], second)
    assert second.study is not None
    assert first.study is not None
    assert second.study is not first.study
    assert second.study.selection == "Instance_C_D8"
    second.study.select("Instance_C_D15")
    assert first.study.selection == "Instance_C_D8"


def test_closing_one_leaves_the_other(qtbot: QtBot, windows: Windows, libraries: list[HeldLibrary]) -> None:
    first = windows.all[0]
    second = windows.open_another()
    assert len(windows.all) == 2
    second.close()
    assert windows.all == [first]
    first.program.open_study("one")
    opened(qtbot, libraries[0], first)
    assert first.is_study_shown


def test_a_link_goes_to_the_window_that_has_the_study(
    qtbot: QtBot, windows: Windows, libraries: list[HeldLibrary]
) -> None:
    first = windows.all[0]
    first.program.open_study("one")
    opened(qtbot, libraries[0], first)
    windows.open_another()
    first.actions_by_id["home"].trigger()
    windows.show_place(Link("one", "Instance_C_D8"))
    assert first.study is not None
    assert first.study.selection == "Instance_C_D8"
    assert first.is_study_shown


def test_what_the_system_has_opened_is_shown(
    qtbot: QtBot, windows: Windows, libraries: list[HeldLibrary]
) -> None:
    first = windows.all[0]
    windows.open_for_system("", "maestro:open?study=one&at=Instance_C_D8")
    opened(qtbot, libraries[0], first)
    qtbot.waitUntil(lambda: first.study is not None and first.study.selection == "Instance_C_D8")
    windows.open_for_system("", "maestro:delete?study=one")
    assert first.notices.sentences == ["This link is not one that Maestro can open."]


def test_the_link_is_copied(qtbot: QtBot, windows: Windows, libraries: list[HeldLibrary]) -> None:
    first = windows.all[0]
    first.program.open_study("one", at="Instance_C_D8")
    opened(qtbot, libraries[0], first)
    first.actions_by_id["copy_link"].trigger()
    assert QGuiApplication.clipboard().text() == "maestro:open?study=one&at=Instance_C_D8"
