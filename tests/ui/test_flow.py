"""Widgets in lines like words: inside the margins, the lower ones on the middle of their line, hidden ones nowhere."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.flow import FlowLayout


class _Block(QFrame):
    """Of one size."""

    def __init__(self, width: int, height: int) -> None:
        super().__init__()
        self._size = QSize(width, height)

    def sizeHint(self) -> QSize:
        """Always the same."""
        return self._size


def test_lines_keep_to_the_margins_and_their_middle_and_skip_what_is_hidden(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    flow = FlowLayout(around, 4)
    flow.setContentsMargins(10, 6, 10, 8)
    high, hidden, low, after = (_Block(40, 30), _Block(40, 50), _Block(40, 20), _Block(40, 20))
    for block in (high, hidden, low, after):
        flow.addWidget(block)
    hidden.hide()
    around.resize(120, flow.heightForWidth(120))
    around.show()
    qtbot.waitExposed(around)
    assert high.geometry().topLeft().toTuple() == (10, 6)
    assert low.geometry().topLeft().toTuple() == (54, 11)
    assert after.geometry().topLeft().toTuple() == (10, 40)
    assert flow.heightForWidth(120) == 6 + 30 + 4 + 20 + 8
    assert flow.minimumSize().height() == 6 + 30 + 8
