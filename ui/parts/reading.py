"""Reading a study: its graph, table, navigator, inspector and problems, with one selection for all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from app.open_study import PREPARED
from study.dating_words import dates_text
from study.language import QT_TRANSLATE_NOOP, translate
from study.wording import when_text
from ui.dates.locale_dates import LocaleDates
from ui.inspector.pane import InspectorPane
from ui.navigator.pane import NavigatorPane
from ui.problems.pane import ProblemsPane

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from study.apply import Changed
    from study.findings import Finding
    from ui.main_window import MainWindow
    from ui.theme import Theme


class Reading:
    """Connects the views of a study: what is selected in one is selected in all."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        theme = window.theme
        self.canvas, self.matrix, self.axis = window.canvas, window.matrix, window.axis
        self._is_axis_stale = True
        self.navigator = window.navigator = NavigatorPane(theme=theme)
        self.inspector = window.inspector = InspectorPane(theme=theme)
        self.problems = window.problems = ProblemsPane(theme=theme)
        window.add_pane(
            "navigator",
            QT_TRANSLATE_NOOP("panes", "Navigator"),
            self.navigator,
            Qt.DockWidgetArea.LeftDockWidgetArea,
            "show_navigator",
            is_open=True,
        )
        window.add_pane(
            "inspector",
            QT_TRANSLATE_NOOP("panes", "Inspector"),
            self.inspector,
            Qt.DockWidgetArea.RightDockWidgetArea,
            "show_inspector",
            is_open=True,
        )
        window.add_pane(
            "problems",
            QT_TRANSLATE_NOOP("panes", "Problems"),
            self.problems,
            Qt.DockWidgetArea.BottomDockWidgetArea,
            "show_problems",
        )
        self._bind()
        window.study_changed.connect(self._set_study)
        window.study_shown.connect(self._show_study)
        window.views_changed.connect(self._show_axis)
        window.views_changed.connect(self._focus_view)
        window.theme_changed.connect(self._set_theme)

    def _bind(self) -> None:
        window = self._window
        window.on("fit", self.canvas.fit_all)
        window.on("fit_selection", self.canvas.fit_selection)
        window.on("zoom_in", self.canvas.zoom_in)
        window.on("zoom_out", self.canvas.zoom_out)
        window.on("main_timeline", self._show_main_timeline)
        window.header.main_timeline.connect(self._show_main_timeline)
        for view in (self.canvas, self.matrix, self.axis, self.navigator):
            view.selected.connect(window.select)
        self.canvas.activated.connect(self._activate)
        self.matrix.open_timeline.connect(window.show_timeline)
        self.axis.open_timeline.connect(window.show_timeline)
        self.navigator.open_timeline.connect(window.show_timeline)
        self.inspector.link_activated.connect(window.select)
        self.problems.activated.connect(self._go_to)
        window.status.problems.connect(window.actions_by_id["show_problems"].trigger)

    def _set_theme(self, theme: Theme) -> None:
        for part in (self.navigator, self.inspector, self.problems):
            part.set_theme(theme)

    def _set_study(self, study: OpenStudy | None) -> None:
        if study is None:
            self.canvas.set_schedule(None)
            self.matrix.set_schedule(None)
            self.axis.set_schedule(None)
            self.navigator.set_document(None)
            self.inspector.set_document(None)
            self.problems.set_findings(None)
            return
        study.timeline_changed.connect(self._show_projection)
        study.content_changed.connect(self._show_content)
        study.selection_changed.connect(self._show_selection)
        study.entry_changed.connect(self._show_place)
        study.dating_changed.connect(self._tell_dated)
        study.findings_changed.connect(self._show_findings)
        self.inspector.set_document(study.document, annexe=study.annexe)
        self.canvas.set_findings(study.findings_by_entity)
        self.problems.set_findings(study.findings, self._title_of)
        self._show_projection()
        self._show_selection(study.selection)

    def _show_content(self, _changed: Changed) -> None:
        """After an edit: the same places are seen, with what stands there now."""
        study = self._window.study
        if study is None:
            return
        self.canvas.set_findings(study.findings_by_entity)
        self.problems.set_findings(study.findings, self._title_of)
        self._show_projection(edited=True)
        self._show_selection(study.selection)
        self._window.status.set_findings(len(study.findings))

    def _show_findings(self) -> None:
        """Other findings than before, though nothing of the document was edited."""
        study = self._window.study
        if study is not None:
            self.canvas.set_findings(study.findings_by_entity)
            self.problems.set_findings(study.findings, self._title_of)
            self._window.status.set_findings(len(study.findings))

    def _show_study(self) -> None:
        study = self._window.study
        self._show_place()
        if study is not None:
            self._window.status.set_findings(len(study.findings))
            self._tell_selection(study.selection)
        self._focus_view()

    def _focus_view(self) -> None:
        """The upper view that is seen has the keys; what was there before may be hidden now."""
        views = self._window.views
        for name, view in (("graph", self.canvas), ("matrix", self.matrix), ("axis", self.axis)):
            if self._window.is_study_shown and views.is_seen(name):
                view.setFocus()
                return

    def _show_projection(self, edited: bool = False) -> None:
        study = self._window.study
        projection = study.projection if study else None
        if study is None or projection is None:
            self.canvas.set_schedule(None)
            self.matrix.set_schedule(None)
            self.axis.set_schedule(None)
            self.navigator.set_document(study.document if study else None)
            return
        footnotes = {column.key: column.footnotes for column in projection.soa.columns if column.footnotes}
        self.canvas.set_schedule(
            projection.graph, projection.planned, projection.design, footnotes=footnotes, table=projection.soa
        )
        epochs = [epoch.id for epoch in projection.design.epochs if epoch.id]
        show_table = self.matrix.show_edited if edited else self.matrix.set_schedule
        show_table(projection.soa, epochs)
        main = projection.design.main_timeline
        first = study.projection_of(main.id) if main is not None and main.id else None
        table = first.soa if first else None
        self.navigator.set_document(study.document, projection.design, table, edited=edited)
        self.navigator.set_timeline(projection.timeline.id or "")
        if edited:  # what an edit took down of the other timelines is said in the inspector as well
            for _, _, timeline in study.document.timelines()[:PREPARED]:
                study.projection_of(timeline.id or "")
        self.inspector.set_schedules([each.soa for each in study.all_projections()])
        self._is_axis_stale = True
        self._show_axis()
        self._show_place()

    def _show_axis(self) -> None:
        """The time axis is laid out when it is seen, not before: few look at it as a study opens."""
        study = self._window.study
        if study is None or not self._is_axis_stale or not self._window.views.is_seen("axis"):
            return
        self._is_axis_stale = False
        projection = study.projection
        others = [each for each in study.projections if projection and each.design == projection.design]
        self.axis.set_schedule(projection, [each for each in others if each is not projection])
        self.axis.set_selection(study.selection)

    def _show_place(self) -> None:
        study = self._window.study
        if study is None or not self._window.is_study_shown:
            return
        projection = study.projection
        entry = study.entry
        if entry.source is not None:
            revision = ""
            subtitle = translate("header", "Working copy of {file}").format(file=entry.source.name)
        else:
            revision = (
                translate("header", "Revision {number}").format(number=entry.revision)
                if entry.revision
                else ""
            )
            subtitle = entry.title if entry.title != study.title else study.document.study.description
        self._window.header.show_study(
            study.title,
            subtitle,
            projection.timeline.title if projection else translate("header", "No schedule"),
            revision,
            is_main=projection is None or projection.timeline == projection.design.main_timeline,
        )

    def _show_selection(self, address: str) -> None:
        for view in (self.canvas, self.matrix, self.axis, self.navigator, self.inspector, self.problems):
            view.set_selection(address)
        self._tell_selection(address)

    def _tell_selection(self, address: str) -> None:
        study = self._window.study
        words = ""
        if study is not None and address:
            words = self._title_of(address)
            planned = study.projection.planned.times.get(address) if study.projection else None
            when = when_text(planned) if planned is not None else ""
            words = f"{words} · {when}" if when else words
            dates = dates_text(study.shown_dated(), address, LocaleDates())
            words = f"{words} · {dates}" if dates else words
        self._window.status.set_selection(words)

    def _tell_dated(self) -> None:
        """Other dates than before: those of what is selected are said again."""
        study = self._window.study
        if study is not None:
            self._tell_selection(study.selection)

    def _title_of(self, address: str) -> str:
        study = self._window.study
        entity = study.entity(address) if study is not None else None
        return entity.title if entity is not None else ""

    def _activate(self, address: str) -> None:
        study = self._window.study
        if study is not None and not study.show_timeline(address):
            study.select(address)

    def _show_main_timeline(self) -> None:
        if self._window.study is not None:
            self._window.study.show_main_timeline()

    def _go_to(self, finding: Finding) -> None:
        if self._window.study is not None:
            self._window.study.go_to(finding)
