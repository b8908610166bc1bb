"""Moving about the graph: the pane around the canvas, finding, filters, ways, timings, tabs and side timelines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.graph.highlights import Way
from ui.graph.pane import GraphPane, kept_strings

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow


class Navigate:
    """Puts the canvas into its pane and keeps the pane in step with the study."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.pane = GraphPane(window.canvas, window.theme, window.layout_memory)
        window.views.put("graph", self.pane)
        self.pane.take_canvas()
        self._order_focus()
        self._bind()
        window.study_changed.connect(self._set_study)
        window.theme_changed.connect(self.pane.set_theme)

    def _order_focus(self) -> None:
        """Tab comes through the graph before the table, as it did before the graph moved into its pane."""
        order = self.pane.focus_order()
        matrix, last = self._window.matrix, None
        each: QWidget | None = self._window.header.menu_button
        while each is not None and each is not matrix and not matrix.isAncestorOf(each):
            if each.focusPolicy() & Qt.FocusPolicy.TabFocus and each not in order:
                last = each
            each = each.nextInFocusChain()
            if each is self._window.header.menu_button:
                return
        for after in order:
            if last is not None:
                QWidget.setTabOrder(last, after)
            last = after

    def _bind(self) -> None:
        window, pane = self._window, self.pane
        stage = pane.stage
        pane.timeline_wanted.connect(self._show_timeline)
        pane.selected.connect(self._select_beside)
        pane.activated.connect(self._activate_beside)
        for name, call in {
            "find_visit": self._find,
            "back_timeline": pane.go_back,
            "forward_timeline": pane.go_forward,
            "next_timeline": lambda: pane.tabs.step(1),
            "previous_timeline": lambda: pane.tabs.step(-1),
            "close_timeline": pane.close_timeline,
            "timeline_beside": pane.toggle_beside,
            "filter_graph": self._filter,
            "clear_filter_graph": self._clear,
            "way_before": self._show_way,
            "way_after": self._show_way,
            "show_timings": self._show_timings,
            "describe_visit": window.canvas.describe,
            "show_map": lambda: stage.show_map(not stage.is_map_shown),
            "show_side_timelines": lambda: pane.sides.set_open(not pane.sides.is_open),
        }.items():
            window.on(name, call)
        for name in ("back_timeline", "forward_timeline"):
            # The inspector has a back and forward of its own: these are for where timelines are shown.
            action = window.actions_by_id[name]
            window.removeAction(action)
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            for view in (pane, window.matrix, window.navigator):
                view.addAction(action)
        memory = window.layout_memory
        window.navigator.set_folded(kept_strings(memory, "navigator_folded"))
        window.navigator.folded_changed.connect(lambda keys: memory.setValue("navigator_folded", keys))
        stage.map_toggled.connect(self._refresh)
        pane.sides.toggled.connect(self._refresh)
        stage.highlights.changed.connect(self._refresh)
        pane.beside_changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        pane, lights = self.pane, self.pane.stage.highlights
        for name, on in {
            "show_map": pane.stage.is_map_shown,
            "show_side_timelines": pane.sides.is_open,
            "timeline_beside": not pane.beside.isHidden(),
            "way_before": lights.way in (Way.BEFORE, Way.BOTH),
            "way_after": lights.way in (Way.AFTER, Way.BOTH),
            "show_timings": self._window.canvas.timings.shown,
        }.items():
            self._window.actions_by_id[name].setChecked(on)

    def _set_study(self, study: OpenStudy | None) -> None:
        if study is not None:
            study.timeline_changed.connect(self.pane.follow)
            study.content_changed.connect(lambda _: self.pane.refresh())
            study.selection_changed.connect(self.pane.set_selection)
            self._follow_dates(study)
        self.pane.set_study(study)
        if study is not None:
            self.pane.set_selection(study.selection)

    def _follow_dates(self, study: OpenStudy) -> None:
        def show() -> None:
            projection = self.pane.beside.projection
            dated = study.dates.dated(projection.planned) if projection is not None else None
            self.pane.beside.canvas.set_dating(dated if dated is not None and dated.is_dated else None)

        study.dating_changed.connect(show)

    def _show_timeline(self, timeline: str) -> None:
        if self._window.study is not None:
            self._window.study.show_timeline(timeline)

    def _select_beside(self, address: str) -> None:
        if self._window.study is not None:
            self._window.study.select(address, stay=True)

    def _activate_beside(self, address: str) -> None:
        study = self._window.study
        if study is not None and not study.show_timeline(address):
            study.select(address, stay=True)

    def _on_graph(self, then: Callable[[], None]) -> None:
        if not self._window.views.is_seen("graph"):
            self._window.show_views("view_split")
        then()

    def _find(self) -> None:
        beside = self.pane.beside
        stage = beside.stage if beside.canvas.hasFocus() else self.pane.stage
        self._on_graph(stage.open_find)

    def _filter(self) -> None:
        beside = self.pane.beside
        stage = beside.stage if beside.canvas.hasFocus() else self.pane.stage
        self._on_graph(stage.open_filter)

    def _clear(self) -> None:
        for stage in (self.pane.stage, self.pane.beside.stage):
            stage.filter.close_bar()
            stage.highlights.set_arm("")
            stage.highlights.show_way(Way.NONE)

    def _show_way(self) -> None:
        actions = self._window.actions_by_id
        before, after = actions["way_before"].isChecked(), actions["way_after"].isChecked()
        way = Way.BOTH if before and after else Way.BEFORE if before else Way.AFTER if after else Way.NONE
        for stage in (self.pane.stage, self.pane.beside.stage):
            stage.highlights.show_way(way)

    def _show_timings(self) -> None:
        shown = self._window.actions_by_id["show_timings"].isChecked()
        for canvas in (self.pane.canvas, self.pane.beside.canvas):
            canvas.timings.show(shown)
