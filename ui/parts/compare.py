"""Comparing the open study with another: what differs as a list, lit in all views, and the other table beside."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog

from app.open_study import Comparison, OpenStudy, compared
from services import files
from services.trouble import Trouble
from study.differences import Area, StudyDifference
from study.document import DocumentError
from study.language import QT_TRANSLATE_NOOP, translate
from study.soa_differences import Difference
from ui.canvas.lighting import NO_LIGHTING, Lighting
from ui.canvas.lighting import Difference as Corner
from ui.compare.choice import OtherStudyDialog
from ui.compare.pane import ComparePane
from ui.compare.rows import SIGNS
from ui.compare.table import OtherTable

if TYPE_CHECKING:
    from ui.main_window import MainWindow
    from ui.parts.text import Text
    from ui.theme import Theme

_LAYER = "differences"
_LIST_HEIGHT = 190  # of the list, where two tables want the room
_CORNERS = {
    Difference.ADDED: Corner.ADDED,
    Difference.REMOVED: Corner.REMOVED,
    Difference.CHANGED: Corner.CHANGED,
}


class Compare:
    """Binds comparing to the window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._study: OpenStudy | None = None
        self._is_linking = False
        self.pane = ComparePane(window.theme)
        self.beside = OtherTable(window.theme)
        self.table = self.beside.matrix
        bottom = Qt.DockWidgetArea.BottomDockWidgetArea
        self.dock = window.add_pane(
            "compare", QT_TRANSLATE_NOOP("panes", "Differences"), self.pane, bottom, "show_compare"
        )
        window.views.addWidget(self.beside)
        self.beside.hide()
        self.beside.closed.connect(lambda: self._show_table(False))
        window.on("show_other_table", lambda: self._show_table(self.beside.isHidden()))
        window.on("compare_with", self._pick)
        window.on("end_compare", self._end)
        window.on("next_difference", lambda: self._step(1))
        window.on("previous_difference", lambda: self._step(-1))
        self.pane.chosen.connect(self._go_to)
        self.pane.other_wanted.connect(self._pick)
        self.pane.table_wanted.connect(lambda: self._show_table(self.beside.isHidden()))
        self.pane.end_wanted.connect(self._end)
        self.table.selected.connect(self._select_here)
        window.canvas.scene_changed.connect(self._light_canvas)
        window.study_changed.connect(self._set_study)
        window.theme_changed.connect(self._set_theme)
        self._link_scrolling()
        if window.study is not None:
            self._set_study(window.study)

    # What is compared

    def with_file(self, path: Path) -> None:
        """Compares with a file."""
        study = self._window.study
        if study is not None:
            self._begin(study, path.name, path)

    def with_study(self, study_id: str, title: str) -> None:
        """Compares with a study that is kept on this computer."""
        study, program = self._window.study, self._window.program
        if study is None:
            return
        program.when_done(
            program.library.kept_content(study_id), lambda content: self._begin(study, title, content)
        )

    def _begin(self, study: OpenStudy, title: str, other: Path | bytes) -> None:
        program, here = self._window.program, study.document.to_bytes()

        def work() -> Comparison:
            there = other if isinstance(other, bytes) else files.read(other)
            try:
                return compared(title, here, there)
            except DocumentError as error:
                raise Trouble(error.message, kept=translate("trouble", "Nothing was changed.")) from error

        def arrived(comparison: Comparison) -> None:
            if self._window.study is study:
                study.compare_with(comparison)
                self._window.show_pane("compare")

        program.when_done(program.in_worker(work), arrived)

    def _pick(self) -> None:
        window = self._window
        if window.study is None:
            return
        here = window.study.entry.id
        entries = [entry for entry in window.program.entries if entry.id != here and entry.opens_offline]
        dialog = OtherStudyDialog(entries, window)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted
        study_id, title, from_file = dialog.study_id(), dialog.title(), dialog.file_wanted
        dialog.deleteLater()
        if not chosen:
            return
        if from_file or not study_id:
            folder = str(window.layout_memory.value("folder", ""))
            path, _ = QFileDialog.getOpenFileName(
                window, translate("compare", "Compare with a file"), folder, "USDM (*.json)"
            )
            if path:
                self.with_file(Path(path))
            return
        self.with_study(study_id, title)

    def _end(self) -> None:
        if self._window.study is not None:
            self._window.study.compare_with(None)
        self.dock.hide()

    # What is shown

    def _set_study(self, study: OpenStudy | None) -> None:
        self._study = study
        if study is not None:
            study.differences_changed.connect(self._show)
            study.timeline_changed.connect(self._light)
            study.selection_changed.connect(self._select_there)
        self._show()

    def _show(self) -> None:
        comparison = self._study.comparison if self._study is not None else None
        found = comparison.differences if comparison is not None else None
        self.pane.set_differences(found, comparison.title if comparison is not None else "")
        self.beside.set_title(comparison.title if comparison is not None else "")
        if comparison is None:
            self._show_table(False)
        self._light()

    def _show_table(self, shown: bool) -> None:
        """The other table below this one; where this one is not seen, beside the graph."""
        window = self._window
        if shown and (self._study is None or self._study.comparison is None):
            window.show_pane("compare")
            shown = False
        if shown and window.matrix.isHidden():
            window.show_views("view_matrix")
        self.beside.setVisible(shown)
        window.actions_by_id["show_other_table"].setChecked(shown)
        if shown:
            window.views.setSizes([500] * window.views.count())
            window.resizeDocks([self.dock], [_LIST_HEIGHT], Qt.Orientation.Vertical)
            self._select_there(self._study.selection if self._study is not None else "")

    def _light(self) -> None:
        """Has every view mark what differs in the timeline that is shown, and shows the other one's table."""
        window, study = self._window, self._study
        comparison = study.comparison if study is not None else None
        projection = study.projection if study is not None else None
        self._light_canvas()
        if comparison is None or projection is None:
            window.matrix.set_differences(None)
            window.axis.set_differences(None)
            self.table.set_schedule(None)
            self.table.set_study(
                "", translate("compare", "Compare the study with another to see that one's table here.")
            )
            return
        found = comparison.differences
        window.matrix.set_differences(found.tables.get(projection.timeline.id or ""))
        window.axis.set_differences({key: SIGNS[kind] for key, kind in found.here.items()})
        set_navigator = getattr(window.navigator, "set_differences", None)
        if set_navigator is not None:
            set_navigator(found.here)
        there = comparison.projection(found.timelines.get(projection.timeline.id or "", ""))
        if there is None:
            self.table.set_schedule(None)
            self.table.set_study("", translate("compare", "The other study has no such timeline."))
            return
        self.table.set_study("other", "")
        self.table.set_schedule(there.soa, [epoch.id for epoch in there.design.epochs if epoch.id])
        self.table.set_differences(found.tables_there.get(there.timeline.id or ""))

    def _light_canvas(self) -> None:
        canvas, study = self._window.canvas, self._study
        found = study.differences if study is not None else None
        scene = canvas.scene
        if scene is None:
            return
        if found is None or not found.here:
            canvas.lights.set(_LAYER, NO_LIGHTING)
            return
        count = len(scene.content.nodes)
        differs = np.zeros(count, np.int8)
        for node in range(count):
            kind = found.here.get(scene.content.address(node))
            if kind is not None:
                differs[node] = int(_CORNERS[kind])
        canvas.lights.set(_LAYER, Lighting(differs=differs) if differs.any() else NO_LIGHTING)

    def _set_theme(self, theme: Theme) -> None:
        self.pane.set_theme(theme)
        self.beside.set_theme(theme)

    # What people do

    def _step(self, by: int) -> None:
        self._window.show_pane("compare")  # which says how to begin, where nothing is compared
        self.pane.step(by)

    def _go_to(self, item: StudyDifference) -> None:
        """Selects it here where it is here, and there; a text is opened at its section."""
        window = self._window
        if item.area is Area.TEXT and item.address:
            cast("Text", window.parts["Text"]).show_at(item.address)
        if item.address:
            window.select(item.address)
        if item.other:
            self.table.set_selection(item.other)

    def _select_there(self, address: str) -> None:
        """What is selected here is selected in the other table."""
        found = self._study.differences if self._study is not None else None
        if found is not None and not self._is_linking:
            other = found.columns.get(address) or found.rows.get(address, "")
            self.table.set_selection(other)

    def _select_here(self, address: str) -> None:
        found = self._study.differences if self._study is not None else None
        if found is None:
            return
        back = {other: mine for pairs in (found.columns, found.rows) for mine, other in pairs.items()}
        self.table.set_selection(address)
        if address in back:
            self._is_linking = True
            self._window.select(back[address])
            self._is_linking = False

    def _link_scrolling(self) -> None:
        """Both tables scroll together."""
        here, there = self._window.matrix.view, self.table.view
        for mine, other in (
            (here.horizontalScrollBar(), there.horizontalScrollBar()),
            (here.verticalScrollBar(), there.verticalScrollBar()),
        ):
            mine.valueChanged.connect(lambda value, bar=other: self._scroll(bar, value))
            other.valueChanged.connect(lambda value, bar=mine: self._scroll(bar, value))

    def _scroll(self, bar: object, value: int) -> None:
        if self.beside.isVisible() and not self._is_linking:
            self._is_linking = True
            bar.setValue(value)  # type: ignore[attr-defined]
            self._is_linking = False
