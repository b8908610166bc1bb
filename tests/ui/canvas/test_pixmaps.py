"""Kept pixmaps: bounded by their pixels, and never given up while they are shown."""

from __future__ import annotations

from PySide6.QtGui import QPainter
from pytestqt.qtbot import QtBot

from ui.canvas.pixmaps import Pixmaps

SIZE = (172.0, 70.0)
VIEW = 800 * 600


def nothing(painter: QPainter) -> None:
    """Paint nothing."""
    del painter


def test_pixels_are_bounded_and_what_was_seen_last_stays(qtbot: QtBot) -> None:
    pixmaps = Pixmaps()
    for frame in range(60):
        pixmaps.begin(VIEW)
        for card in range(10):
            pixmaps.make((frame, card), SIZE, 1.0, 1.0, nothing)
    assert pixmaps.pixels <= 1_000_000
    assert pixmaps.find((59, 0), 1.0, 1.0, moving=False) is not None
    assert pixmaps.find((0, 0), 1.0, 1.0, moving=False) is None
    pixmaps.clear()
    assert pixmaps.pixels == 0


def test_nothing_that_the_present_frame_shows_is_given_up(qtbot: QtBot) -> None:
    pixmaps = Pixmaps()
    pixmaps.begin(VIEW)
    for card in range(200):
        pixmaps.make(card, SIZE, 1.0, 1.0, nothing)
    assert all(pixmaps.find(card, 1.0, 1.0, moving=False) is not None for card in range(200))


def test_another_zoom_serves_while_moving_only_at_the_same_level_of_detail(qtbot: QtBot) -> None:
    pixmaps = Pixmaps()
    pixmaps.begin(VIEW)
    pixmaps.make(1, SIZE, 1.0, 1.0, nothing)
    assert pixmaps.find(1, 0.8, 1.0, moving=True) is not None
    assert pixmaps.find(1, 0.8, 1.0, moving=False) is None
    assert pixmaps.find(1, 0.45, 1.0, moving=True) is None
    assert pixmaps.find(1, 1.0, 2.0, moving=True) is None
