"""The time axis with its tools, as one pane."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.open_study import Projection
from study.axis import time_axis
from ui.axis.view import AxisView
from ui.theme import Theme, system_theme
from ui.widgets.part import set_part


class AxisPane(QWidget):
    """The planned times of a study's timelines, one under the other.

    Signals: `selected(address)` when a person chooses a visit or an epoch; `open_timeline(id)` when they open the
    sub-timeline that a visit runs.
    """

    selected = Signal(str)
    open_timeline = Signal(str)

    def __init__(self, parent: QWidget | None = None, theme: Theme | None = None) -> None:
        super().__init__(parent)
        theme = theme or system_theme()
        set_part(self, "pane")
        self.view = AxisView(theme=theme)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.view, 1)
        self.view.selected.connect(self.selected)
        self.view.open_timeline.connect(self.open_timeline)

    def set_schedule(self, projection: Projection | None, others: Sequence[Projection] = ()) -> None:
        """Show the timeline of `projection`, with the `others` of its design to choose from; None: nothing."""
        shown = [projection, *others] if projection else []
        self.view.set_axis(
            time_axis([each.planned for each in shown], projection.design) if projection else None
        )

    def set_selection(self, address: str) -> None:
        """Light what has this address and bring it into view; "" for none."""
        self.view.set_selection(address)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.view.set_theme(theme)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The axis takes the focus. Not as a proxy: Tab would pass by everything else in here."""
        self.view.setFocus(event.reason())
