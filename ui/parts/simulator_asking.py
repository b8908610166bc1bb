"""What if, in a simulation: the menus of a visit and of the participant, and what is asked before it happens."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, QPoint, Qt, QTimer
from PySide6.QtWidgets import QDialog, QMenu

from study.interpreter.events import Event, EventType
from study.interpreter.facts import Place
from study.interpreter.when import When
from study.language import translate
from study.simulation.session import Session
from study.simulation.session_moves import Move, moves
from ui.canvas.view import ScheduleCanvas
from ui.canvas.wishes import Spot
from ui.graph.menu import Entry
from ui.matrix.grid import HEADER
from ui.simulator.calendar_table import CalendarRow
from ui.simulator.panel import SimulatorPanel
from ui.simulator.player import Player
from ui.simulator.side import ParticipantPane
from ui.simulator.what_if import AT_A_VISIT, TO_THE_PARTICIPANT, WhatIf, WhatIfDialog, menu_text, why_not

if TYPE_CHECKING:
    from ui.main_window import MainWindow

_POSTPONED = (1, 3, 7, 14)  # days


class SimulatorAsking:
    """Asks a person what happens to the simulated participant, wherever a visit is shown.

    `happened(moves)` hears what an event moved; `refused(reason)` why nothing happens.
    """

    def __init__(
        self,
        window: MainWindow,
        panel: SimulatorPanel,
        side: ParticipantPane,
        player: Player,
        happened: Callable[[int, tuple[Move, ...]], None],
        refused: Callable[[str], None],
    ) -> None:
        self._window, self.panel, self.side, self.player = window, panel, side, player
        self._happened, self._refuse = happened, refused
        self.dialog: WhatIfDialog | None = None
        panel.participant_asked.connect(self._participant_menu_at)
        panel.calendar.menu_asked.connect(self._visit_menu_at)
        side.coming.asked.connect(self._ask_coming)
        side.coming.value_given.connect(self._record_value)
        canvases: Any = window.parts.get("CanvasEditing")
        if canvases is not None:
            canvases.entries.append(self._canvas_entries)
        table: Any = window.parts.get("Matrix")
        if table is not None:
            table.entries.append(self._fill_table_menu)

    @property
    def _session(self) -> Session | None:
        return self.player.session

    def give_up(self) -> None:
        """Close what is being asked."""
        if self.dialog is not None:
            self.dialog.reject()

    def ask(
        self,
        what: WhatIf,
        place: Place | None = None,
        *,
        timeline: str = "",
        days: int = 0,
        activity: str = "",
    ) -> None:
        """Ask what is needed, say what moves, and have it happen where a person says so."""
        session = self.player.session
        if session is None:
            return
        self.player.pause()
        visit = session.occurrence(place) if place is not None else None
        if place is not None and (why := why_not(session, what, visit)):
            self._refuse(why)
            return
        self.dialog = dialog = WhatIfDialog(
            session,
            what,
            self._window.theme,
            self._window,
            visit=visit,
            timeline=timeline,
            days=days,
            activity=activity,
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.finished.connect(partial(self._asked, dialog))
        dialog.open()

    def _asked(self, dialog: WhatIfDialog, result: int) -> None:
        self.dialog = None
        if result == QDialog.DialogCode.Accepted and dialog.event_ is not None:
            self.happen(dialog.event_)

    def happen(self, event: Event) -> None:
        """Have something happen to the simulated participant; the calendar marks what it moves."""
        before = self.player.session
        if before is None:
            return
        course = before.course()
        self.player.do(event)
        after = self.player.session
        if after is not None and after is not before:
            self._happened(after.at, moves(course, after.course()))

    def _record_value(self, name: str, text: str, unit: str) -> None:
        session = self.player.session
        if session is None:
            return
        day = session.next().day or session.today
        value = _value(text)
        known = unit if isinstance(value, float | int) and not isinstance(value, bool) else ""
        self.happen(Event(EventType.OBSERVATION_RECORDED, When(day), name=name, value=value, unit=known))

    def _ask_coming(self, what: str) -> None:
        session = self.player.session
        visit = session.next().occurrence if session is not None else None
        if what == "anew":
            self._window.actions_by_id["simulate_start"].trigger()
        elif visit is None:
            return
        elif what == "visit":
            button = self.side.coming.buttons[-1]
            self._pop(self.visit_menu(visit.place), button.mapToGlobal(button.rect().bottomLeft()))
        else:
            self.ask(WhatIf.ANOTHER_DAY, visit.place)

    def visit_menu(self, place: Place | None, activity: str = "") -> QMenu:
        """What if, at a visit; what cannot be says why."""
        menu = QMenu(self.panel)
        self._fill_visit(menu, place, activity)
        return menu

    def _fill_visit(self, menu: QMenu, place: Place | None, activity: str = "") -> None:
        session = self.player.session
        menu.setToolTipsVisible(True)
        visit = session.occurrence(place) if session is not None and place is not None else None
        for what in AT_A_VISIT:
            why = why_not(session, what, visit) if session is not None else ""
            action = menu.addAction(menu_text(what))
            action.setEnabled(not why)
            action.setToolTip(why or menu_text(what))
            action.triggered.connect(lambda _=False, asked=what: self.ask(asked, place, activity=activity))
            if what is WhatIf.ANOTHER_DAY:
                postpone = menu.addMenu(translate("simulator", "Postpone"))
                postpone.setEnabled(not why)
                for days in _POSTPONED:
                    by = postpone.addAction(translate("simulator", "By %n day(s)…", "", days))
                    by.triggered.connect(lambda _=False, n=days: self.ask(WhatIf.ANOTHER_DAY, place, days=n))

    def participant_menu(self) -> QMenu:
        """What if, to the participant."""
        menu = QMenu(self.panel)
        menu.setToolTipsVisible(True)
        session = self.player.session
        if session is None:
            return menu
        ended = session.course().ended is not None
        for what in TO_THE_PARTICIPANT:
            if what is WhatIf.UNSCHEDULED:
                menu.addSeparator()
            action = menu.addAction(menu_text(what))
            over = ended and what is not WhatIf.UNSCHEDULED
            action.setEnabled(not over)
            action.setToolTip(
                translate("simulator", "Participation has ended: jump back first")
                if over
                else menu_text(what)
            )
            action.triggered.connect(lambda _=False, asked=what: self.ask(asked))
        for timeline in session.plan.timelines[1:]:
            if timeline.is_side:
                action = menu.addAction(menu_text(WhatIf.SIDE, timeline.title).replace("&", "&&"))
                action.setToolTip(timeline.entry_condition or timeline.title)
                action.triggered.connect(lambda _=False, id_=timeline.id: self.ask(WhatIf.SIDE, timeline=id_))
        return menu

    def _pop(self, menu: QMenu, at: QPoint) -> None:
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, menu.deleteLater))
        menu.popup(at)

    def _participant_menu_at(self, at: QPoint) -> None:
        self._pop(self.participant_menu(), at)

    def _visit_menu_at(self, row: CalendarRow, at: QPoint) -> None:
        if row.place is not None:
            self._pop(self.visit_menu(row.place), at)

    def ask_participant(self) -> None:
        """The menu of what may happen to the participant, at its button."""
        self._window.show_pane("simulator")
        button = self.panel.what_if
        self._participant_menu_at(button.mapToGlobal(button.rect().bottomLeft()))

    def ask_at_visit(self) -> None:
        """At the visit that is selected, else at the one that comes next."""
        session, study = self.player.session, self._window.study
        if session is None or study is None:
            return
        place = self.place_of(study.selection)
        coming = session.next().occurrence
        if place is None and coming is not None:
            place = coming.place
        if place is None:
            self._refuse(translate("simulator", "Select a visit first"))
            return
        self._window.show_pane("simulator")
        self.panel.calendar.show_place(place)
        table = self.panel.calendar
        at = table.viewport().mapToGlobal(table.visualRect(table.currentIndex()).bottomLeft())
        self._pop(self.visit_menu(place), at)

    def place_of(self, address: str) -> Place | None:
        """The visit that an instance means now: the one open, else the last."""
        session = self.player.session
        if session is None or not address:
            return None
        found = [each for each in session.visits() if each.instance.key == address]
        open_ = [each for each in found if each.status.is_open]
        best = open_[:1] or found[-1:]
        return best[0].place if best else None

    def _canvas_entries(self, _canvas: ScheduleCanvas, spot: Spot) -> list[Entry]:
        session = self.player.session
        place = self.place_of(spot.address)
        if session is None or place is None:
            return []
        visit = session.occurrence(place)
        return [
            Entry(
                translate("simulator", "Simulation: {what}").format(what=menu_text(what)),
                partial(self.ask, what, place),
                why_not(session, what, visit),
                "flask-conical" if what is WhatIf.ANOTHER_DAY else "",
            )
            for what in AT_A_VISIT
        ]

    def _fill_table_menu(self, menu: QMenu) -> None:
        view = self._window.matrix.view
        soa = view.sheet.soa
        row, column = view.current()
        if self.player.session is None or soa is None or column == HEADER:
            return
        place = self.place_of(soa.columns[column].key)
        if place is None:
            return
        inner = menu.addMenu(translate("simulator", "What if, in the simulation"))
        self._fill_visit(inner, place, soa.rows[row].key if row != HEADER else "")
        menu.addSeparator()


def _value(text: str) -> str | int | float | bool:
    """What a person typed for a value: a number, yes or no, or words."""
    plain = text.strip()
    yes, no = translate("simulator", "yes"), translate("simulator", "no")
    if plain.casefold() in (yes.casefold(), "true"):
        return True
    if plain.casefold() in (no.casefold(), "false"):
        return False
    number, is_number = QLocale().toDouble(plain)
    if not is_number:
        try:
            number, is_number = float(plain), True
        except ValueError:
            return plain
    return int(number) if float(number).is_integer() and "." not in plain else float(number)
