"""The dates that a person typed for an open study: kept beside it on this computer, never part of the protocol."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimeZone, Signal
from shiboken6 import isValid

from study.changes import UnknownFormatError
from study.dating import NO_DATING, DatedTimes, Dating, SiteCalendar, dated_times
from study.dating_json import dating_from_json, dating_to_json
from study.model import ScheduleTimeline
from study.timeline import PlannedTimes

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from app.program import Program

SETTING = "dates"
_REMEMBERED = 100


class StudyDates(QObject):
    """The dating of one study with its calendar, and the steps by which it came about. `changed` when it is another.

    `typed` follows what a person did alone: that is to be kept. `unreadable`: what was kept is of a newer program, and
    stays as it is until a person types.
    """

    changed = Signal()
    typed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.dating = NO_DATING
        self.calendar = SiteCalendar()
        self.unreadable = False
        self._undo: list[Dating] = []
        self._redo: list[Dating] = []
        self._made: dict[ScheduleTimeline, DatedTimes] = {}

    def dated(self, planned: PlannedTimes) -> DatedTimes:
        """The dates of one timeline."""
        found = self._made.get(planned.timeline)
        if found is None or found.planned is not planned:
            found = self._made[planned.timeline] = dated_times(planned, self.dating, self.calendar)
        return found

    def change(self, dating: Dating) -> None:
        """What a person typed, as one step that can be undone."""
        if dating == self.dating:
            return
        self._undo = [*self._undo, self.dating][-_REMEMBERED:]
        self._redo.clear()
        self._become(dating)

    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    def can_redo(self) -> bool:
        """Whether there is a step to take again."""
        return bool(self._redo)

    def undo(self) -> None:
        """Takes the last step back."""
        if self._undo:
            self._redo.append(self.dating)
            self._become(self._undo.pop())

    def redo(self) -> None:
        """Takes a step again that was taken back."""
        if self._redo:
            self._undo.append(self.dating)
            self._become(self._redo.pop())

    def set_kept(self, dating: Dating, calendar: SiteCalendar) -> None:
        """What was kept, with its calendar."""
        self.dating, self.calendar = dating, calendar
        self._made.clear()
        self.changed.emit()

    def set_calendar(self, calendar: SiteCalendar) -> None:
        """The calendar of the site that was chosen."""
        self.set_kept(self.dating, calendar)

    def _become(self, dating: Dating) -> None:
        self.dating = dating
        self.unreadable = False
        self._made.clear()
        self.changed.emit()
        self.typed.emit()


def _calendar(dating: Dating, language: str) -> SiteCalendar:
    """The site's days off. For a worker thread, where also the calendars of the world are imported."""
    from services.site_calendar import site_calendar

    return site_calendar(dating, language)


def keep_dates(program: Program, study: OpenStudy) -> None:
    """Brings back the dates that are kept for `study`, and keeps what is typed from now on."""
    dates = study.dates
    made: list[Dating] = []  # the dating whose calendar was asked for last

    def site(dating: Dating) -> tuple[str, str, str]:
        return dating.zone, dating.country, dating.subdivision

    def ask_calendar(dating: Dating) -> None:
        if dating.is_empty or (made and site(made[-1]) == site(dating)):
            return  # without a date nothing falls on a holiday
        made[:] = [dating]
        language = QLocale().name().split("_")[0]
        future = program.in_worker(_calendar, dating, language)
        program.when_done(future, partial(arrived, dating))

    def arrived(dating: Dating, calendar: SiteCalendar) -> None:
        if isValid(dates) and site(dating) == site(dates.dating):
            dates.set_calendar(calendar)

    def found(text: str | None) -> None:
        if not isValid(dates):
            return  # the study was closed meanwhile
        dating = NO_DATING.with_site(*system_site())
        if text:
            try:
                dating = dating_from_json(text)
            except (UnknownFormatError, ValueError):
                dates.unreadable = True
        if dates.dating == NO_DATING:
            dates.set_kept(dating, dates.calendar)
        ask_calendar(dates.dating)

    def keep() -> None:
        ask_calendar(dates.dating)
        text = dating_to_json(dates.dating)
        program.when_done(program.library.keep_study_setting(study.entry.id, SETTING, text), lambda _: None)

    dates.typed.connect(keep)
    program.when_done(program.library.study_setting(study.entry.id, SETTING), found)


def system_site() -> tuple[str, str]:
    """The time zone and the country that this computer is set to; "" where it does not say."""
    zone = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
    territory = QLocale.system().territory()
    country = QLocale.territoryToCode(territory)
    return ("" if zone in ("UTC", "Etc/UTC") else zone), country
