"""The simulated group in the simulator's pane: compiled when somebody looks, written to files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog

from services import files
from services.site_calendar import country_codes
from study.language import QT_TRANSLATE_NOOP, translate
from study.plan.compile import compile_plan
from ui.parts.dates import country_name
from ui.simulator.group import GroupPanel
from ui.simulator.group_results import GroupExport
from ui.simulator.group_window import GroupPlace

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow
    from ui.simulator.panel import SimulatorPanel

_FOLDER = "export/folder"
_LEAST = 0.62  # of the window's height: plots need more room than a calendar
_AFTER_EDIT_MS = 150  # what was edited is painted first, and several edits in a row are compiled once
_LONGEST_NAME = 60
_MOST_BYTES = 4_000_000
_KINDS = {
    ".xlsx": QT_TRANSLATE_NOOP("simulation", "Excel workbook"),
    ".tsv": QT_TRANSLATE_NOOP("simulation", "Text with tabs"),
    ".png": QT_TRANSLATE_NOOP("simulation", "PNG picture"),
    ".svg": QT_TRANSLATE_NOOP("simulation", "SVG picture"),
    ".json": QT_TRANSLATE_NOOP("simulation", "Outcomes file"),
}


class SimulatedGroup:
    """A group through the schedule that is shown. Nothing of it goes into the study."""

    def __init__(self, window: MainWindow, simulator: SimulatorPanel) -> None:
        self._window = window
        self._simulator = simulator
        self._is_stale = True
        self._names_asked = False
        self._was_raised = False
        self._later = QTimer(window)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_EDIT_MS)
        self._later.timeout.connect(self._refresh)
        self.panel = GroupPanel(window.theme)
        self.place = GroupPlace(self.panel)
        simulator.set_group(self.place)
        self.panel.seen.connect(self._seen)
        self.panel.chosen.connect(window.select)
        self.panel.export_asked.connect(self._export)
        self.panel.open_asked.connect(self._open)
        window.on("simulate_group", self.show)
        window.theme_changed.connect(self.panel.set_theme)
        window.closed.connect(self._close)
        window.study_changed.connect(self._set_study)
        if window.study is not None:
            self._set_study(window.study)

    def show(self) -> None:
        """Brings the group into view, where it is."""
        if self.place.is_apart:
            self.place.put_apart()
            return
        self._window.show_pane("simulator")
        self._simulator.show_side(1)
        self.panel.form.participants.setFocus()

    def _close(self) -> None:
        self.panel.close_run()
        self.place.bring_back()

    # The study

    def _set_study(self, study: OpenStudy | None) -> None:
        self.panel.set_plan(None)
        self._is_stale = True
        if study is not None:
            study.content_changed.connect(lambda _changed: self._changed())
            self._refresh()

    def _changed(self) -> None:
        self._is_stale = True
        self._later.start()

    def _seen(self) -> None:
        self._ask_countries()
        self._refresh()
        if not self._was_raised:
            self._was_raised = True
            self._raise()

    def _refresh(self) -> None:
        """Compiles the schedule as it now is, where somebody sees the group."""
        study = self._window.study
        if study is None or not self._is_stale or not self.panel.isVisible():
            return
        self._is_stale = False
        projection = study.projection
        main = projection.design.main_timeline if projection is not None else None
        made = compile_plan(study.document, main, study.annexe)
        self.panel.set_plan(made.plan, " ".join(each.text for each in made.obstacles))
        self.panel.suggest(study.dating.country)

    def _ask_countries(self) -> None:
        if self._names_asked:
            return
        self._names_asked = True
        program = self._window.program
        program.when_done(
            program.in_worker(country_codes),
            lambda codes: self.panel.set_countries({code: country_name(code) for code in codes}),
        )

    def _raise(self) -> None:
        """Gives the pane room for plots the first time, where it lies low."""
        pane = self._window.panes.get("simulator")
        wanted = round(self._window.height() * _LEAST)
        if self.place.is_apart:
            return
        if pane is not None and not pane.dock.isFloating() and pane.dock.height() < wanted:
            self._window.resizeDocks([pane.dock], [wanted], Qt.Orientation.Vertical)

    # Files

    def _export(self, export: GroupExport) -> None:
        window = self._window
        memory = window.layout_memory
        folder = Path(str(memory.value(_FOLDER, "") or memory.value("folder", "")))
        suggested = str(folder / (self._file_name(export) + export.ending))
        kinds = f"{translate('simulation', _KINDS[export.ending])} (*{export.ending})"
        chosen, _ = QFileDialog.getSaveFileName(window, translate("simulation", "Export"), suggested, kinds)
        if not chosen:
            return
        path = Path(chosen)
        if path.suffix.lower() != export.ending:
            path = path.with_name(path.name + export.ending)
        memory.setValue(_FOLDER, str(path.parent))
        window.program.write(path, export.make, export.said)

    def _file_name(self, export: GroupExport) -> str:
        study = self._window.study
        words = f"{study.title if study is not None else 'Maestro'} {export.what}"
        name = "".join(letter if letter.isalnum() or letter in "-_ " else "_" for letter in words)
        return name[:_LONGEST_NAME].strip() or "Maestro"

    def _open(self) -> None:
        window = self._window
        folder = str(window.layout_memory.value(_FOLDER, "") or window.layout_memory.value("folder", ""))
        chosen, _ = QFileDialog.getOpenFileName(
            window,
            translate("simulation", "Open assumptions"),
            folder,
            f"{translate('simulation', _KINDS['.json'])} (*.json)",
        )
        if not chosen:
            return
        program = window.program
        program.when_done(program.in_worker(_text_of, Path(chosen)), self.panel.open_outcomes)


def _text_of(path: Path) -> str:
    """The text of a file; what is no UTF-8 cannot be JSON, which is told then. For a worker thread."""
    return files.read(path)[:_MOST_BYTES].decode("utf-8-sig", "replace")
