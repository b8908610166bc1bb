"""The time axis widget: scrolls, zooms, selects and tells; `ui.axis.painting` paints it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from study.axis import Axis
from study.language import translate
from ui.theme import Theme, system_theme
from ui.widgets.empty import paint_empty


class AxisView(QAbstractScrollArea):
    """The planned times of one or more timelines, read-only."""

    selected = Signal(str)
    open_timeline = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._axis: Axis | None = None
        self._selection = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.setAccessibleName(translate("axis", "Time axis"))
        self.setMinimumSize(240, 120)

    def set_axis(self, axis: Axis | None) -> None:
        """Show an axis, or the empty state for None."""
        self._axis = axis
        self.viewport().update()

    def set_selection(self, address: str) -> None:
        """Light what is at `address`; "" for none."""
        self._selection = address
        self.viewport().update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.viewport().update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint what there is, or what to do where there is nothing."""
        paint_empty(
            QPainter(self.viewport()),
            self.viewport().rect(),
            self._theme,
            "chart-gantt",
            translate("axis", "No schedule"),
            translate("axis", "Open a study to see its visits in time here."),
        )
