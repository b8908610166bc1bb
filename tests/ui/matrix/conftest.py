"""A real study in the table of the real window, with the keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.open_study import OpenStudy
from tests.ui.conftest import ShowStudy
from ui.main_window import MainWindow
from ui.matrix.view import MatrixView

ALEXION = "alexion-nct04573309-v4"


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: QApplication) -> Iterator[None]:
    """What is copied belongs to Python, and must not outlive it on the clipboard of the process."""
    yield
    qapp.clipboard().clear()


@pytest.fixture
def study(window: MainWindow, show_study: ShowStudy) -> OpenStudy:
    made = show_study(ALEXION)
    window.show_views("view_matrix")
    return made


@pytest.fixture
def view(qtbot: QtBot, window: MainWindow, study: OpenStudy) -> MatrixView:
    made = window.matrix.view
    qtbot.waitUntil(made.isVisible)
    made.setFocus()
    return made
