"""PySide6 must not lose references to None: 6.12.0 loses one on each void call, and the program aborts."""

import gc
import sys

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

PAINTS = 300


class Painted(QWidget):
    """Makes some twenty void calls on each paint, as a canvas does."""

    paints = 0

    def paintEvent(self, event: QPaintEvent) -> None:
        self.paints += 1
        painter = QPainter(self)
        painter.setPen(QPen(QColor("#2f5bea")))
        for row in range(10):
            painter.drawLine(QPointF(0, row), QPointF(50, row))
            painter.drawRect(QRectF(0, row, 20, 5))
        painter.end()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_painting_loses_no_reference_to_none(qapp: QApplication) -> None:
    widget = Painted()
    widget.resize(60, 40)
    image = QImage(60, 40, QImage.Format.Format_ARGB32)
    widget.render(image)  # what is made once is made now
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(PAINTS):
        widget.render(image)
    gc.collect()
    lost = before - sys.getrefcount(None)
    assert widget.paints == PAINTS + 1
    assert lost < PAINTS // 2, f"{lost} references to None lost in {PAINTS} paints"
