"""The pane beside the views while somebody is simulated: what comes next, what happened, and what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QSplitter, QTabWidget, QVBoxLayout, QWidget

from study.language import translate
from ui.simulator.coming import Coming, ComingCard
from ui.simulator.lists import ListRow, rows_view
from ui.theme import INSPECTOR_WIDTH, Theme, system_theme
from ui.widgets.part import set_part, text_label
from ui.widgets.rows import Empty, RowsView

DEVIATIONS, CONFLICTS, MOVED = range(3)


@dataclass(frozen=True, slots=True)
class Lists:
    """The rows of the four lists."""

    events: Sequence[ListRow] = ()
    deviations: Sequence[ListRow] = ()
    conflicts: Sequence[ListRow] = ()
    moved: Sequence[ListRow] = ()


class ParticipantPane(QWidget):
    """`jumped(int)` to so many events; `place_chosen(place)` for the visit that a row is about."""

    jumped = Signal(int)
    place_chosen = Signal(object)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme or system_theme()
        set_part(self, "pane")
        self.coming = ComingCard(self.theme)
        self.events = rows_view(
            translate("simulator", "Events of the simulated participant"),
            Empty(
                "list",
                translate("simulator", "No events yet"),
                translate("simulator", "Every event stands here, with a way back to it."),
            ),
            self.theme,
        )
        self.events.chosen.connect(lambda row: self.jumped.emit(row.carries))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.tabBar().setUsesScrollButtons(False)
        self.tabs.tabBar().setElideMode(Qt.TextElideMode.ElideRight)
        # Long words must not make the pane wider than the inspector beside it: they are cut in the tab, not in a row.
        self.tabs.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        self.tabs.setStyleSheet("QTabBar::tab { padding: 7px 9px; }")
        self.tabs.setAccessibleName(translate("simulator", "Lists of the simulation"))
        self.lists: tuple[RowsView, ...] = (
            rows_view(
                translate("simulator", "Potential deviations"),
                Empty(
                    "shield-check",
                    translate("simulator", "No potential deviations"),
                    translate("simulator", "What departs from the protocol is listed here."),
                ),
                self.theme,
            ),
            rows_view(
                translate("simulator", "Conflicts"),
                Empty(
                    "calendar-days",
                    translate("simulator", "No conflicts"),
                    translate("simulator", "Days off, windows and visits on one day are told here."),
                ),
                self.theme,
            ),
            rows_view(
                translate("simulator", "What moved"),
                Empty(
                    "calendar",
                    translate("simulator", "Nothing was moved"),
                    translate("simulator", "What another day, a skip or a withdrawal moves is listed here."),
                ),
                self.theme,
            ),
        )
        for view in self.lists:
            view.chosen.connect(lambda row: self.place_chosen.emit(row.carries))
            self.tabs.addTab(view, "")
        self._events_head = text_label("", "caps")
        self._events_head.setContentsMargins(12, 8, 12, 4)
        middle = QFrame()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._events_head)
        column.addWidget(self.events, 1)
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.setChildrenCollapsible(False)
        self.split.setHandleWidth(1)
        for part, least in ((self.coming, 120), (middle, 90), (self.tabs, 110)):
            part.setMinimumHeight(least)
            self.split.addWidget(part)
        self.split.setSizes([250, 260, 240])
        for place, share in enumerate((2, 3, 3)):
            self.split.setStretchFactor(place, share)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.split)
        self.show_nothing()

    def sizeHint(self) -> QSize:
        """As wide as the inspector."""
        return QSize(INSPECTOR_WIDTH, 700)

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.theme = theme
        self.coming.set_theme(theme)
        for view in (self.events, *self.lists):
            view.set_theme(theme)

    def show_nothing(self) -> None:
        """Nobody is simulated."""
        self.coming.show_coming(
            Coming(
                translate("simulator", "Next"),
                translate("simulator", "No participant is simulated"),
                (translate("simulator", "Start one in the pane “Simulation” below the views."),),
            )
        )
        self.set_lists(Lists())

    def set_lists(self, lists: Lists) -> None:
        """Show other rows in the lists, with how many there are."""
        names = (
            translate("simulator", "Deviations"),
            translate("simulator", "Conflicts"),
            translate("simulator", "Moved"),
        )
        for place, (name, rows) in enumerate(
            zip(names, (lists.deviations, lists.conflicts, lists.moved), strict=True)
        ):
            _fill(self.lists[place], rows)
            self.tabs.setTabText(place, _counted(name, rows))
        _fill(self.events, lists.events)
        happened = _counted(translate("simulator", "Events"), lists.events)
        self._events_head.setText(happened.upper())
        self._events_head.setAccessibleName(happened)
        here = next((n for n, row in enumerate(lists.events) if row.here), -1)
        if here >= 0:
            self.events.scrollTo(self.events.rows.index(here))


def _fill(view: RowsView, rows: Sequence[ListRow]) -> None:
    if list(view.items()) != list(rows):
        view.set_items(rows)


def _counted(name: str, rows: Sequence[ListRow]) -> str:
    number = sum(not row.faint for row in rows)
    if not number:
        return name
    return translate("simulator", "{list} · {number}").format(list=name, number=number)
