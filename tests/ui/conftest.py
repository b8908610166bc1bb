"""The real window, over a library whose answers the test decides about."""

from __future__ import annotations

from collections.abc import Callable, Generator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from resources.sample import sample_study_bytes
from services.library_entries import StudyEntry
from tests.app.held_library import ENTRY, HeldLibrary
from tests.shared import shared_study
from tests.ui.real_window import opened, real_window
from ui.main_window import MainWindow

ShowStudy = Callable[..., OpenStudy]


@pytest.fixture
def libraries() -> list[HeldLibrary]:
    """The window's library, once it is made."""
    return []


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, libraries: list[HeldLibrary]) -> Generator[MainWindow, None, None]:
    """The window, shown, with the keys, and with no study."""
    with real_window(qtbot, tmp_path) as made:
        libraries.append(cast(HeldLibrary, made.program.library))
        yield made


@pytest.fixture
def show_study(qtbot: QtBot, window: MainWindow) -> ShowStudy:
    """Shows the sample, or one of the shared studies by its name, as if it had just been opened."""

    def show(name: str = "", entry: StudyEntry = ENTRY) -> OpenStudy:
        made = opened(window, shared_study(name) if name else sample_study_bytes(), entry)
        qtbot.waitUntil(window.canvas.isVisible)
        return made

    return show
