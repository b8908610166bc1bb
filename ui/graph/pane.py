"""The graph's pane: tabs of timelines, the canvas with its bars, another one beside it, and the side timelines."""

from __future__ import annotations

from PySide6.QtCore import QSettings, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSplitter, QToolButton, QVBoxLayout, QWidget

from app.open_study import OpenStudy, Projection
from study.language import translate
from study.model import StudyDesign
from study.side_timelines import timeline_uses
from study.soa import ScheduleOfActivities
from ui.canvas.addresses import as_tooltip
from ui.canvas.projection import footnote_letters, short_title
from ui.canvas.view import ScheduleCanvas
from ui.graph.sides import SideTimelines
from ui.graph.stage import Stage
from ui.graph.tabs import TimelineTabs
from ui.graph.trail import History
from ui.icons import icon
from ui.theme import Theme
from ui.widgets.part import set_part
from ui.widgets.text import text_width


class GraphPane(QWidget):
    """What surrounds the canvas. Keeps which timelines are open, and what is beside, in `memory`.

    `timeline_wanted(id)`: show it in all views. `selected(address)` and `activated(address)` from the canvas beside.
    """

    timeline_wanted = Signal(str)
    beside_changed = Signal()
    selected = Signal(str)
    activated = Signal(str)

    def __init__(
        self, canvas: ScheduleCanvas, theme: Theme, memory: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.canvas = canvas
        self._theme, self._memory = theme, memory
        self._study: OpenStudy | None = None
        self._open: list[str] = []
        self.history = History()
        self.tabs = TimelineTabs(theme)
        self.sides = SideTimelines(theme)
        self.stage = Stage(canvas, theme)
        self.beside = Beside(theme)
        self.split = QSplitter(Qt.Orientation.Horizontal)
        self.split.setChildrenCollapsible(False)
        self.split.addWidget(self.beside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tabs)
        column.addWidget(self.split, 1)
        column.addWidget(self.sides)
        self.setMinimumHeight(160)
        self.sides.set_open(memory.value("graph_sides", False, bool) is True)
        self.stage.show_map(memory.value("graph_map", True, bool) is True)
        self._connect()

    def _connect(self) -> None:
        self.tabs.chosen.connect(self.timeline_wanted)
        self.tabs.closed.connect(self.close_timeline)
        self.tabs.beside_wanted.connect(self.show_beside)
        self.sides.chosen.connect(self.timeline_wanted)
        self.sides.beside_wanted.connect(self.show_beside)
        self.sides.toggled.connect(lambda shown: self._memory.setValue("graph_sides", shown))
        self.stage.map_toggled.connect(lambda shown: self._memory.setValue("graph_map", shown))
        self.stage.trail.chosen.connect(self.timeline_wanted)
        self.stage.trail.back.connect(self.go_back)
        self.stage.trail.forward.connect(self.go_forward)
        self.beside.closed.connect(lambda: self.show_beside(""))
        self.beside.canvas.selected.connect(self.selected)
        self.beside.canvas.activated.connect(self.activated)

    def sizeHint(self) -> QSize:
        """Room for a lane of a few cards."""
        return QSize(1000, 420)

    def setVisible(self, visible: bool) -> None:
        """The canvas is hidden with its pane: others ask it whether the graph is seen."""
        super().setVisible(visible)
        self.canvas.setVisible(visible)

    def take_canvas(self) -> None:
        """Put the canvas into its place, once the pane stands in the window."""
        self.split.insertWidget(0, self.canvas)
        self.canvas.setVisible(not self.isHidden())

    def focus_order(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        stage = self.stage
        listed: list[QWidget] = [self.tabs.bar, self.tabs.beside, self.canvas, self.canvas.hand.scalebar]
        listed += [
            stage.top,
            stage.trail,
            stage.filter,
            stage.find,
            self.canvas.zoombar,
            stage.map_bar,
            stage.map,
        ]
        listed += [self.beside, self.sides]
        found: list[QWidget] = []
        for each in listed:
            inner = each.findChildren(QWidget) if each is not self.canvas else []
            found += [
                w for w in (each, *inner) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w not in found
            ]
        return found

    # What is shown

    def set_study(self, study: OpenStudy | None) -> None:
        """Another study is open, or none; its tabs are as they were left."""
        self._study = study
        self.history.clear()
        self._open = []
        if study is None:
            self.stage.set_projection(None)
            self.sides.set_uses([], "")
            self.tabs.show_tabs([], "")
            self.beside.show_projection(None)
            return
        kept = kept_strings(self._memory, f"graph_tabs/{study.entry.id}")
        self._open = [each for each in kept if self._projection(each) is not None]
        self.beside.canvas.set_findings(study.findings_by_entity)
        self.follow()
        beside = str(self._memory.value(f"graph_beside/{study.entry.id}", ""))
        self.beside.show_projection(self._projection(beside))

    def follow(self) -> None:
        """Another timeline of the study is shown; the canvas shows it already."""
        projection = self._shown
        self.stage.set_projection(projection)
        if self._study is None or projection is None:
            self.sides.set_uses([], "")
            self.tabs.show_tabs([], "")
            return
        here = projection.timeline.id or ""
        main = projection.design.main_timeline
        main_id = (main.id or "") if main is not None else ""
        self._open = list(
            dict.fromkeys([*([main_id] if main_id else []), *self._open, *([here] if here else [])])
        )
        if here:
            self.history.visit(here)
        self._keep_tabs()
        self.sides.set_uses(timeline_uses(projection.design), here)
        self.tabs.show_tabs([(each, self._title(each)) for each in self._open], here)
        self.stage.trail.show_way(
            [(each, self._title(each)) for each in self._way(here, projection.design)], self.history
        )
        self.stage.place()

    def refresh(self) -> None:
        """The study was edited: what surrounds the canvas, and what is beside it, is made anew where it is."""
        study = self._study
        if study is None:
            return
        self._open = [each for each in self._open if self._projection(each) is not None]
        self.beside.canvas.set_findings(study.findings_by_entity)
        before = self.beside.projection
        if before is not None:
            now = self._projection(before.timeline.id or "")
            self.beside.show_projection(now)
            if now is None:
                self.beside_changed.emit()
        self.follow()

    def set_selection(self, address: str) -> None:
        """Follow the shared selection."""
        self.stage.highlights.set_selection(address)
        self.beside.set_selection(address)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        for part in (self.tabs, self.sides, self.stage, self.beside):
            part.set_theme(theme)

    @property
    def _shown(self) -> Projection | None:
        return self._study.projection if self._study is not None else None

    def _projection(self, timeline: str) -> Projection | None:
        return self._study.projection_of(timeline) if self._study is not None and timeline else None

    def _title(self, timeline: str) -> str:
        projection = self._projection(timeline)
        return short_title(projection.timeline) if projection is not None else timeline

    def _way(self, here: str, design: StudyDesign) -> list[str]:
        """From the main timeline to the one shown: through the one that was left, where that one runs it."""
        main = design.main_timeline
        first = (main.id or "") if main is not None else ""
        if here == first or not first:
            return [here]
        runs = {u.timeline.id: {start.timeline.id for start in u.starts} for u in timeline_uses(design)}
        way = [here]
        came_from = self.history.before
        if came_from and came_from != first and came_from in runs.get(here, ()):
            way.insert(0, came_from)
        return [first, *way]

    def _keep_tabs(self) -> None:
        if self._study is not None:
            self._memory.setValue(f"graph_tabs/{self._study.entry.id}", self._open)

    # What people do

    def close_timeline(self, timeline: str = "") -> None:
        """Close a tab, the one in front where none is named; the main timeline stays."""
        timeline = timeline or self.tabs.current
        if timeline not in self._open[1:]:
            return
        place = self._open.index(timeline)
        self._open.remove(timeline)
        if self._shown is not None and self._shown.timeline.id == timeline:
            self.timeline_wanted.emit(self._open[place - 1])
        else:
            self.follow()

    def go_back(self) -> None:
        """Show the timeline that was shown before."""
        if timeline := self.history.back():
            self.timeline_wanted.emit(timeline)

    def go_forward(self) -> None:
        """Show the timeline that one went back from."""
        if timeline := self.history.forward():
            self.timeline_wanted.emit(timeline)

    def show_beside(self, timeline: str) -> None:
        """Show a timeline beside the one in front; "" ends that. The one in front gives way to the main one."""
        if self._study is None:
            return
        projection = self._projection(timeline)
        shown = self._shown
        if projection is not None and shown is not None and projection is shown:
            main = shown.design.main_timeline
            if main is not None and main.id and main != shown.timeline:
                self.timeline_wanted.emit(main.id)
        self.beside.show_projection(projection)
        self._memory.setValue(f"graph_beside/{self._study.entry.id}", timeline)
        self.beside_changed.emit()
        if projection is not None:
            half = max(2, self.split.width()) // 2
            self.split.setSizes([half, half])

    def toggle_beside(self) -> None:
        """Show the timeline in front beside the main one; from the main one, the first other that is open or exists."""
        if not self.beside.isHidden():
            self.show_beside("")
            return
        shown = self._shown
        if shown is None:
            return
        main = shown.design.main_timeline
        if shown.timeline != main:
            self.show_beside(shown.timeline.id or "")
            return
        others = [each for each in self._open if each != shown.timeline.id]
        others += [t.id for t in shown.design.timelines if t.id and t != main]
        if others:
            self.show_beside(others[0])


class Beside(QWidget):
    """Another timeline's canvas under its name, with a button that ends it."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_part(self, "pane")
        self._theme = theme
        self.projection: Projection | None = None
        self.canvas = ScheduleCanvas(theme)
        self.canvas.setAccessibleName(translate("graph", "Schedule graph beside"))
        self.stage = Stage(self.canvas, theme)
        self.stage.show_map(False)
        self.name = QLabel()
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        set_part(self.name, "label")
        self.away = QToolButton()
        self.away.setIconSize(QSize(14, 14))
        self.away.setAccessibleName(translate("graph", "Close the timeline beside"))
        self.away.setToolTip(translate("graph", "Close the timeline beside (Ctrl+Shift+B)"))
        self.away.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setContentsMargins(12, 2, 6, 2)
        row.addWidget(self.name, 1)
        row.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self.canvas, 1)
        self.set_theme(theme)
        self.hide()

    def show_projection(self, projection: Projection | None) -> None:
        """Show a timeline; None hides it all."""
        self.projection = projection
        show_on(self.canvas, projection)
        self.stage.set_projection(projection)
        title = short_title(projection.timeline) if projection is not None else ""
        self.name.setText(title)
        self.name.setToolTip(as_tooltip(title))
        self.name.setMinimumWidth(min(120, round(text_width(title, self.name.font()))))
        self.setVisible(projection is not None)

    def set_selection(self, address: str) -> None:
        """Follow the shared selection."""
        self.canvas.set_selection(address)
        self.stage.highlights.set_selection(address)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.canvas.set_theme(theme)
        self.stage.set_theme(theme)
        self.away.setIcon(icon("x", theme.text_2, size=14))


def show_on(canvas: ScheduleCanvas, projection: Projection | None) -> None:
    """Show a projection on a canvas, with its footnotes."""
    if projection is None:
        canvas.set_schedule(None)
        return
    table: ScheduleOfActivities = projection.soa
    canvas.set_schedule(
        projection.graph,
        projection.planned,
        projection.design,
        footnotes=footnote_letters(table),
        table=table,
    )


def kept_strings(memory: QSettings, name: str) -> list[str]:
    """A list of texts as it was kept; settings give one of a single text back as that text."""
    value = memory.value(name, [])
    if isinstance(value, str):
        return [value] if value else []
    return [str(each) for each in value] if isinstance(value, (list, tuple)) else []
