"""Dates beside the schedule: the pane where they are typed, and every view that shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt

from app.study_dates import keep_dates
from services.site_calendar import country_codes, subdivision_codes, zone_names
from study.dating import Anchor, Dating, Moment, is_anchor_of
from study.language import QT_TRANSLATE_NOOP
from ui.dates.pane import DatesPane

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow


class Dates:
    """What a person types about dates, kept for the study that is open, and shown by all of its views."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._typed: Dating | None = None
        self._country: str | None = None  # whose subdivisions the pane offers
        self.pane = DatesPane(theme=window.theme)
        dock = window.add_pane(
            "dates",
            QT_TRANSLATE_NOOP("panes", "Dates"),
            self.pane,
            Qt.DockWidgetArea.BottomDockWidgetArea,
            "show_dates",
        )
        dock.visibilityChanged.connect(self._ask_names)
        window.on("type_anchor", self._type_anchor)
        window.on("took_place", self._say_when)
        window.on("undo_dates", self._undo)
        window.on("redo_dates", self._redo)
        window.on("clear_dates", self._clear)
        self.pane.changed.connect(self._change)
        self.pane.undo.connect(self._undo)
        self.pane.redo.connect(self._redo)
        self.pane.chosen.connect(window.select)
        window.inspector.took_place.connect(self._took_place)
        window.inspector.dates_wanted.connect(self._type_anchor)
        window.inspector.undo_wanted.connect(self._undo)
        window.inspector.redo_wanted.connect(self._redo)
        window.study_changed.connect(self._set_study)
        window.theme_changed.connect(self.pane.set_theme)
        self._names_asked = False

    def _set_study(self, study: OpenStudy | None) -> None:
        if study is not None:
            study.dating_changed.connect(self._show)
            study.timeline_changed.connect(self._show)
            keep_dates(self._window.program, study)
        self._show()

    def _ask_names(self, is_visible: bool) -> None:
        """Zones and countries by name: once, by a worker, for the list of countries takes a moment to read."""
        if self._names_asked or not is_visible:
            return
        self._names_asked = True
        program = self._window.program
        program.when_done(
            program.in_worker(zone_names), lambda names: self.pane.set_zones({n: n for n in names})
        )
        program.when_done(
            program.in_worker(country_codes),
            lambda codes: self.pane.set_countries({code: country_name(code) for code in codes}),
        )
        if self._window.study is not None:
            self._ask_subdivisions(self._window.study.dating.country)

    def _show(self) -> None:
        window, study = self._window, self._window.study
        dated = study.shown_dated() if study is not None else None
        window.inspector.set_dating(study.all_shown_dated() if study is not None else None)
        window.canvas.set_dating(dated)
        window.matrix.set_dating(dated)
        typed = study.dating if study is not None else None
        if study is not None and study.simulated is not None and typed is self._typed:
            return  # the pane is about what a person types, which a simulation does not touch
        self._typed = typed
        if study is None or study.projection is None:
            self.pane.set_dates(None)
            return
        dates = study.dates
        self.pane.set_dates(
            dates.dated(study.projection.planned),
            unreadable=dates.unreadable,
            can_undo=dates.can_undo(),
            can_redo=dates.can_redo(),
        )
        self._ask_subdivisions(dates.dating.country)

    def _ask_subdivisions(self, country: str) -> None:
        """The parts of the country that is chosen, by a worker; only where somebody sees them."""
        if country == self._country or not self._names_asked:
            return
        self._country = country
        program = self._window.program

        def found(codes: tuple[str, ...]) -> None:
            if country == self._country:
                self.pane.set_subdivisions({code: code for code in codes})

        program.when_done(program.in_worker(subdivision_codes, country), found)

    # What people do

    def _change(self, dating: Dating) -> None:
        if self._window.study is not None:
            self._window.study.dates.change(dating)

    def _took_place(self, key: str, moment: Moment | None) -> None:
        study = self._window.study
        if study is None or study.projection is None:
            return
        dating = study.dating
        if not is_anchor_of(study.projection.planned, key):
            self._change(dating.with_actual(key, moment))
        elif moment is None:
            self._change(dating.with_anchor(key, None))
        else:
            self._change(dating.with_anchor(key, Anchor(moment.date, moment.time)))

    def _undo(self) -> None:
        if self._window.study is not None:
            self._window.study.dates.undo()

    def _redo(self) -> None:
        if self._window.study is not None:
            self._window.study.dates.redo()

    def _clear(self) -> None:
        if self._window.study is not None:
            dating = self._window.study.dating
            self._change(Dating(zone=dating.zone, country=dating.country, subdivision=dating.subdivision))

    def _type_anchor(self) -> None:
        self._window.show_pane("dates")
        self.pane.focus_anchor()

    def _say_when(self) -> None:
        self._window.show_pane("inspector")
        if not self._window.inspector.focus_took_place():
            self._type_anchor()


def country_name(code: str) -> str:
    """The country's name in the language of the program, with its code, by which it is found as well."""
    territory = QLocale.codeToTerritory(code)
    name = QLocale.territoryToString(territory) if territory is not QLocale.Country.AnyTerritory else ""
    return f"{name} ({code})" if name else code
