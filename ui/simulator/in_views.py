"""What graph, table and time axis show of a simulated participant, and how they are as before once it is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QScrollBar
from shiboken6 import isValid

from study.dating import DatedTimes
from study.interpreter.events import EventType
from study.language import translate
from study.simulation.session import Session
from study.simulation.session_marks import Standings, simulated_dates, standings, ways_gone
from study.timeline import PlannedTimes
from ui.canvas.camera import Camera
from ui.canvas.view import ScheduleCanvas
from ui.dates.locale_dates import LocaleDates
from ui.simulator.token import TokenLayer

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_AT_AN_INSTANCE = (EventType.VISIT_DONE, EventType.ANCHOR_HAPPENED, EventType.VISIT_NOT_DONE)


class InViews:
    """Lays the participant over the views of a window. The study and its typed dates are not touched."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._session: Session | None = None
        self.layers: list[TokenLayer] = []
        self._looked_at: dict[ScheduleCanvas, tuple[str, Camera]] = {}
        self._scrolled = ("", 0, 0)

    def begin(self) -> None:
        """From now on the views show a simulation: a token on every graph, its dates, and the status bar says so."""
        window, study = self._window, self._window.study
        if study is not None:
            study.simulated = self._dates
        canvases = window.findChildren(ScheduleCanvas)
        self.layers = [TokenLayer(canvas) for canvas in canvases]
        self._looked_at = {canvas: (_timeline_of(canvas), canvas.flight.target) for canvas in canvases}
        across, down = self._bars()
        self._scrolled = (self._timeline(), across.value(), down.value())
        tip = translate(
            "simulator",
            "What the views show happens to a simulated participant. Nothing of it goes into the study, its "
            "history or the backend.",
        )
        window.status.set_simulation(translate("simulator", "Simulation: nothing is recorded"), tip)

    def show(self, session: Session, motion: int = 0) -> None:
        """The participant as the session stands; the token takes `motion` ms to get there."""
        self._session = session
        window, study = self._window, self._window.study
        if study is None:
            return
        study.dating_changed.emit()
        self._follow_canvases()
        at, asks = where(session)
        course = session.course()
        for layer in self.layers:
            shown = _timeline_of(layer.canvas)
            layer.show(
                standings(course, shown).instances,
                ways_gone(course, session.plan, shown),
                at.get(shown, ""),
                asks=asks == shown,
                duration=motion,
                follow=layer.canvas.isVisible(),
            )
        window.matrix.set_standings(self._standings())
        projection = study.projection
        key = at.get(projection.timeline.id or "", "") if projection is not None else ""
        view = window.matrix.view
        if key in view.sheet.column_of and not window.matrix.isHidden():
            view.show_visit(view.sheet.column_of[key])
        day = LocaleDates().day(session.today, year=False)
        window.axis.view.set_today(session.today, translate("simulator", "Today, {date}").format(date=day))

    def end(self) -> None:
        """The views as they were before."""
        window, study = self._window, self._window.study
        self._session = None
        for layer in (each for each in self.layers if isValid(each)):
            timeline, camera = self._looked_at.get(layer.canvas, ("", layer.canvas.camera))
            layer.remove()
            if timeline and timeline == _timeline_of(layer.canvas):
                layer.canvas.flight.stop()
                layer.canvas.show_camera(camera)
        self.layers, self._looked_at = [], {}
        window.matrix.set_standings(None)
        window.axis.view.set_today(None)
        window.status.set_simulation("")
        if study is not None and study.simulated is not None:
            study.simulated = None
            study.dating_changed.emit()
        timeline, x, y = self._scrolled
        if timeline and timeline == self._timeline():
            across, down = self._bars()
            across.setValue(x)
            down.setValue(y)

    def _follow_canvases(self) -> None:
        """Graphs come and go, such as those of side timelines: each that is there has its token."""
        self.layers = [each for each in self.layers if isValid(each)]
        known = {layer.canvas for layer in self.layers}
        for canvas in self._window.findChildren(ScheduleCanvas):
            if canvas not in known:
                self.layers.append(TokenLayer(canvas))

    def _bars(self) -> tuple[QScrollBar, QScrollBar]:
        view = self._window.matrix.view
        return view.horizontalScrollBar(), view.verticalScrollBar()

    def _timeline(self) -> str:
        """The id of the timeline that the window shows, "" for none."""
        study = self._window.study
        return (
            (study.projection.timeline.id or "") if study is not None and study.projection is not None else ""
        )

    def _standings(self) -> Standings | None:
        """How the instances of the timeline that is shown stand."""
        session, study = self._session, self._window.study
        if session is None or study is None or study.projection is None:
            return None
        return standings(session.course(), study.projection.timeline.id or "")

    def _dates(self, planned: PlannedTimes) -> DatedTimes | None:
        session = self._session
        return simulated_dates(session.course(), planned, session.calendar) if session is not None else None


def where(session: Session) -> tuple[dict[str, str], str | None]:
    """The instance at which the participant is, by timeline (of what happened last, or asks), and which one asks."""
    at: dict[str, str] = {}
    for step in session.happened:
        timeline = session.plan.main.id
        if step.event.run.startswith("side:"):
            timeline = session.course().runs.get(step.event.run, "")
        if step.event.type in _AT_AN_INSTANCE:
            at[timeline] = step.event.instance
    if not at and session.at:
        at[session.plan.main.id] = session.plan.main.entry
    asked = next((each for each in session.now().decisions if each.asked), None)
    question = session.next().question or (asked if session.ahead else None)
    if question is None:
        return at, None
    at[question.timeline] = question.instance.key
    return at, question.timeline


def _timeline_of(canvas: ScheduleCanvas) -> str:
    """The id of the timeline that a graph shows, "" for none."""
    scene = canvas.scene
    graph = getattr(scene.content, "graph", None) if scene is not None else None
    return (graph.timeline.id or "") if graph is not None else ""
