"""A canvas that is shown."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.canvas.view import ScheduleCanvas

from .schedules import cycle
from .test_view import shown


@pytest.fixture
def canvas(qtbot: QtBot) -> ScheduleCanvas:
    """A canvas of 1400 x 500 that shows the cycle at 100 % from its beginning."""
    return shown(qtbot, cycle())
