"""The tabs of the timelines that are open, above the canvas."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QTabBar, QToolButton, QWidget

from study.language import translate
from ui.canvas.addresses import as_tooltip
from ui.canvas.face import one_line
from ui.icons import icon
from ui.theme import Theme, font
from ui.widgets.part import set_part
from ui.widgets.text import elided


class TimelineTabs(QWidget):
    """A tab for each open timeline; seen from the second on. `chosen(id)`, `closed(id)`, `beside_wanted(id)`."""

    chosen = Signal(str)
    closed = Signal(str)
    beside_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "pane")
        self._theme = theme
        self.bar = QTabBar(self)
        self.bar.setExpanding(False)
        self.bar.setUsesScrollButtons(True)
        self.bar.setAccessibleName(translate("graph", "Open timelines"))
        self.bar.setElideMode(Qt.TextElideMode.ElideRight)
        self.bar.currentChanged.connect(self._choose)
        self.beside = QToolButton(self)
        self.beside.setAccessibleName(translate("graph", "Show beside"))
        self.beside.setToolTip(translate("graph", "Show this timeline beside the main one (Ctrl+Shift+B)"))
        self.beside.setIconSize(QSize(15, 15))
        self.beside.clicked.connect(lambda: self.beside_wanted.emit(self.current))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(4)
        row.addWidget(self.bar, 1)
        row.addWidget(self.beside)
        self.set_theme(theme)
        self.hide()

    @property
    def current(self) -> str:
        """The timeline whose tab is in front, "" for none."""
        return str(self.bar.tabData(self.bar.currentIndex()) or "")

    def ids(self) -> list[str]:
        """The timelines that have a tab, in order."""
        return [str(self.bar.tabData(place)) for place in range(self.bar.count())]

    def show_tabs(self, timelines: Sequence[tuple[str, str]], current: str) -> None:
        """`timelines` as (id, title), the main one first; it cannot be closed."""
        self.bar.blockSignals(True)
        while self.bar.count():
            self.bar.removeTab(0)
        for place, (address, title) in enumerate(timelines):
            text = elided(one_line(title), font(12), 220)
            self.bar.addTab(text.replace("&", "&&"))
            self.bar.setTabData(place, address)
            self.bar.setTabToolTip(place, as_tooltip(one_line(title)))
            if place:
                self._add_cross(place, address, one_line(title))
            if address == current:
                self.bar.setCurrentIndex(place)
        self.bar.blockSignals(False)
        self.setVisible(len(timelines) > 1)

    def _add_cross(self, place: int, address: str, title: str) -> None:
        cross = QToolButton(self.bar)
        cross.setIcon(icon("x", self._theme.text_2, size=12))
        cross.setIconSize(QSize(12, 12))
        cross.setFixedSize(20, 20)
        cross.setStyleSheet("padding: 0;")
        name = translate("graph", "Close {timeline}").format(timeline=title)
        cross.setAccessibleName(name)
        cross.setToolTip(translate("graph", "Close this tab (Ctrl+Shift+W)"))
        cross.clicked.connect(lambda: self.closed.emit(address))
        side = QTabBar.ButtonPosition.RightSide
        self.bar.setTabButton(place, side, cross)

    def step(self, by: int) -> None:
        """Bring the next tab (1) or the one before (-1) to the front, round and round."""
        if self.bar.count():
            self.bar.setCurrentIndex((self.bar.currentIndex() + by) % self.bar.count())

    def _choose(self, place: int) -> None:
        address = self.bar.tabData(place)
        if isinstance(address, str):
            self.chosen.emit(address)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.beside.setIcon(icon("panel-right", theme.text_2, theme.text_3))
        for place in range(1, self.bar.count()):
            cross = self.bar.tabButton(place, QTabBar.ButtonPosition.RightSide)
            if isinstance(cross, QToolButton):
                cross.setIcon(icon("x", theme.text_2, size=12))
