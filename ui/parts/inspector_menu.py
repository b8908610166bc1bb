"""The inspector's menu: what the graph and the navigator offer for what is selected, beside what is said of it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from study.language import translate
from ui.canvas.wishes import Spot
from ui.navigator.menu import Offer, menu_of
from ui.parts.canvas_editing import CanvasEditing
from ui.parts.navigator_editing import NavigatorEditing

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class InspectorMenu:
    """Opens the menu of the visit, or of the row of the navigator, that the inspector shows."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        graph, rows = window.parts["CanvasEditing"], window.parts["NavigatorEditing"]
        assert isinstance(graph, CanvasEditing)  # both stand before this one
        assert isinstance(rows, NavigatorEditing)
        self._graph, self._rows = graph, rows
        window.inspector.menu_asked.connect(self._show)

    def menu(self, address: str) -> QMenu:
        """What can be done with what is at an address; one entry, which is off and says so, where nothing can."""
        window, study = self._window, self._window.study
        assert study is not None
        projection = study.projection
        if projection is not None and address in projection.graph.instances:
            return self._graph.menu(window.canvas, Spot(address))
        if home := study.timeline_of(address):
            menu = QMenu(window.inspector)
            entity = study.entity(home)
            words = translate("inspector", "Show it in {timeline}").format(
                timeline=entity.title if entity is not None else home
            )
            action = QAction(words.replace("&", "&&"), menu)
            action.triggered.connect(lambda _checked=False: window.show_timeline(home))
            menu.addAction(action)
            return menu
        entry = window.navigator.entry_at(address)
        if entry is not None:
            window.navigator.go_to(address)  # what a list offers is asked of its rows
            groups = [
                [self._in_navigator(offer, address) for offer in group]
                for group in self._rows.menu.groups(entry, [entry])
            ]
            return menu_of(groups, window.theme, window.inspector)
        menu = QMenu(window.inspector)
        nothing = menu.addAction(translate("inspector", "Its values are edited below"))
        nothing.setEnabled(False)
        return menu

    def _in_navigator(self, offer: Offer, address: str) -> Offer:
        """The same offer, done where it is seen: names are typed in the navigator's rows."""

        def act() -> None:
            if not self._window.navigator.isVisible():
                self._window.show_pane("navigator")
            self._window.navigator.go_to(address)
            offer.act()

        inside = tuple(self._in_navigator(each, address) for each in offer.inside)
        return replace(offer, act=act, inside=inside)

    def _show(self, address: str, at: QPoint) -> None:
        if self._window.study is None:
            return
        menu = self.menu(address)
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, menu.deleteLater))
        menu.popup(at)
