"""Simulating a participant: the pane, its actions, and what the views show of it until the simulation is left."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale, Qt, QTimer

from services.site_calendar import country_codes, site_calendar
from study.dating import ANYWHERE, Dating, SiteCalendar
from study.interpreter.amended_decisions import decision_change_text
from study.interpreter.dates import study_day
from study.interpreter.facts import Place
from study.interpreter.migrate import ChangeKind, change_text
from study.language import QT_TRANSLATE_NOOP, translate
from study.plan.compile import Compiled, compile_plan
from study.simulation.session import NextKind, Session, starting_day
from study.simulation.session_moves import Move, moves
from ui.accessible import announce
from ui.dates.locale_dates import LocaleDates
from ui.parts.dates import country_name
from ui.parts.simulator_asking import SimulatorAsking
from ui.simulator.calendar_table import CalendarRow
from ui.simulator.in_views import InViews
from ui.simulator.panel import SimulatorPanel
from ui.simulator.player import NORMAL, Player
from ui.simulator.side import MOVED, ParticipantPane
from ui.simulator.start_page import Beginning
from ui.simulator.telling import coming_of, lists_of, rows_of
from ui.simulator.words import event_text, today_text

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from study.apply import Changed
    from ui.main_window import MainWindow
    from ui.theme import Theme

_SPEED = "simulator/speed"
_HEIGHT = 300  # pixels of the pane while it simulates
_CHANGES = 6  # of an amendment that are named
_POSTPONED = (1, 3, 7, 14)  # days
_AFTER_EDIT_MS = 120
_RUNNING = (
    "simulate_step",
    "simulate_run",
    "simulate_run_to",
    "simulate_back",
    "simulate_visit",
    "simulate_participant",
    "simulate_leave",
)


class SimulatorPart:
    """One simulated participant of the study that is open. Nothing of it goes into the study or anywhere else."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self.player = Player(window)
        self.panel = SimulatorPanel(window.actions_by_id, window.theme)
        self.side = ParticipantPane(window.theme)
        self.moved: tuple[int, tuple[Move, ...]] = (0, ())
        self.views = InViews(window)
        self._plan_of_edit: Compiled | None = None
        self._compiled: Compiled | None = None
        self._height = 0
        self._side_was_hidden = True
        self._names_asked = False
        self._shown_to: OpenStudy | None = None
        self._starting = 0
        self.dock = window.add_pane(
            "simulator",
            QT_TRANSLATE_NOOP("panes", "Simulation"),
            self.panel,
            Qt.DockWidgetArea.BottomDockWidgetArea,
            "show_simulator",
        )
        self.side_dock = window.add_pane(
            "simulated_participant",
            QT_TRANSLATE_NOOP("panes", "Participant"),
            self.side,
            Qt.DockWidgetArea.RightDockWidgetArea,
            "show_simulated",
        )
        self._edited = QTimer(window)
        self._edited.setSingleShot(True)
        self._edited.setInterval(_AFTER_EDIT_MS)
        self._edited.timeout.connect(self._recompile)
        self.asking = SimulatorAsking(
            window, self.panel, self.side, self.player, self._moved_by, self._refuse
        )
        self._bind()
        self._add_group()
        kept = window.layout_memory.value(_SPEED, NORMAL, int)
        self.panel.speed.setCurrentIndex(max(0, self.panel.speed.findData(kept)))
        self.player.interval = int(self.panel.speed.currentData())
        if window.study is not None:
            self._set_study(window.study)
        self._refresh_actions()

    def _bind(self) -> None:
        window, panel, side, player = self._window, self.panel, self.side, self.player
        for name, call in (
            ("simulate_start", self.start_or_anew),
            ("simulate_step", partial(self._of_session, player.step)),
            ("simulate_run", partial(self._of_session, self.toggle_run)),
            ("simulate_run_to", partial(self._of_session, self._type_until)),
            ("simulate_back", partial(self._of_session, player.back)),
            ("simulate_visit", partial(self._of_session, self.asking.ask_at_visit)),
            ("simulate_participant", partial(self._of_session, self.asking.ask_participant)),
            ("simulate_leave", self.leave),
        ):
            window.on(name, call)
        player.changed.connect(self._show)
        player.ran.connect(self._show_running)
        player.refused.connect(self._refuse)
        panel.start_page.begun.connect(self.begin)
        panel.start_page.chosen.connect(window.select)
        panel.run_to_asked.connect(self._run_to)
        panel.speed_chosen.connect(self._choose_speed)
        side.jumped.connect(player.jump)
        side.place_chosen.connect(self._go_to_place)
        panel.edited_answered.connect(self._answer_edited)
        panel.calendar.chosen.connect(self._go_to_row)
        side.coming.done.connect(player.step)
        side.coming.answered.connect(player.answer)
        self.dock.visibilityChanged.connect(self._seen)
        window.study_changed.connect(self._set_study)
        window.study_shown.connect(self._refresh_start)
        window.study_shown.connect(self._show_beside)
        window.theme_changed.connect(self._set_theme)

    def _add_group(self) -> None:
        """The simulated group beside the one participant, where the program has one."""
        with suppress(ImportError):
            module = import_module("ui.parts.simulator_group")
            self.group = module.SimulatedGroup(self._window, self.panel)

    # The study

    def _set_study(self, study: OpenStudy | None) -> None:
        self._drop()
        self._compiled = self._plan_of_edit = None
        self.panel.start_page.set_doubts(False, (), ())
        if study is not None:
            study.content_changed.connect(self._content_changed)
            study.timeline_changed.connect(self._show_views)
            study.selection_changed.connect(self._follow_selection)
            self._refresh_start()
        self._refresh_actions()

    def _content_changed(self, _changed: Changed) -> None:
        self._compiled = None
        self._edited.start()

    def compiled(self) -> Compiled | None:
        """The study as it is now, compiled; None without a study."""
        study = self._window.study
        if study is None:
            return None
        if self._compiled is None:
            projection = study.projection
            main = projection.design.main_timeline if projection is not None else None
            self._compiled = compile_plan(study.document, main, study.annexe)
        return self._compiled

    def _seen(self, visible: bool) -> None:
        if visible:
            self._ask_countries()
            self._refresh_start()
        elif self.dock.isHidden() and self._window.is_study_shown and self.player.session is not None:
            self.leave()

    def _refresh_start(self) -> None:
        """How it would begin, or what keeps the study from being run: only where somebody sees it."""
        study = self._window.study
        if study is None or not self.dock.isVisible() or self.player.session is not None:
            return
        made = self.compiled()
        if made is None:
            return
        page = self.panel.start_page
        page.set_doubts(made.plan is not None, made.obstacles, made.remarks)
        if page.day.moment is None or self._shown_to is not study:
            self._shown_to = study
            dating = study.dating
            anchor = dating.anchors.get(made.plan.main.anchor) if made.plan is not None else None
            page.suggest(anchor.date if anchor is not None else None, anchor is not None, dating.country)

    def _ask_countries(self) -> None:
        if self._names_asked:
            return
        self._names_asked = True
        program = self._window.program
        program.when_done(
            program.in_worker(country_codes),
            lambda codes: self.panel.start_page.set_countries({code: country_name(code) for code in codes}),
        )

    # Beginning and leaving

    def start_or_anew(self) -> None:
        """Start with what stands in the fields; while one is simulated, begin again in the same way."""
        self._window.show_pane("simulator")
        self._refresh_start()
        if self.player.session is None:
            self.panel.start_page.begin()
            return
        made = self.compiled()
        plan = made.plan if made is not None else None
        session = self.player.session
        self._begin_with(plan or session.plan, session.start, session.calendar, session.avoids_days_off)

    def begin(self, beginning: Beginning) -> None:
        """Begin a simulation, once the site's calendar is known."""
        study, made = self._window.study, self.compiled()
        if study is None or made is None or made.plan is None:
            return
        self._starting += 1
        turn, plan = self._starting, made.plan
        dating = study.dating.with_site(study.dating.zone, beginning.country)
        program = self._window.program

        def start(calendar: SiteCalendar) -> None:
            if turn != self._starting or self._window.study is not study:
                return
            day = starting_day(plan, beginning.day, calendar) if beginning.is_anchor else beginning.day
            self._begin_with(plan, day, calendar, beginning.avoids_days_off)

        language = QLocale().name().split("_")[0]
        program.when_done(program.in_worker(_calendar_of, dating, language), start)

    def _begin_with(self, plan: Any, day: dt.date, calendar: SiteCalendar, avoids: bool) -> None:
        study = self._window.study
        if study is None:
            return
        is_first = self.player.session is None
        self.moved = (0, ())
        self._plan_of_edit = None
        self.panel.say_edited("", can_go_on=False)
        if is_first:
            self.views.begin()
        self.panel.show_simulating(True)
        self.player.begin(Session(plan, day, calendar, avoids_days_off=avoids))
        if is_first:
            self._make_room()
        self._refresh_actions()

    def _make_room(self) -> None:
        """The pane gets room for its calendar; what it had is given back at the end."""
        self._height = self.dock.height()
        if self._height < _HEIGHT:
            self._window.resizeDocks([self.dock], [_HEIGHT], Qt.Orientation.Vertical)
        self._side_was_hidden = self.side_dock.isHidden()
        self._show_beside()

    def _show_beside(self) -> None:
        if self.player.session is not None and self._window.is_study_shown:
            self.side_dock.show()
            self.side_dock.raise_()

    def leave(self) -> None:
        """End the simulation: all views are as they were before."""
        if self.player.session is None:
            return
        had_keys = self.panel.isAncestorOf(self._window.focusWidget())
        self._drop()
        self._refresh_start()
        self._refresh_actions()
        if had_keys:
            self.panel.start_page.button.setFocus()

    def _drop(self) -> None:
        self._starting += 1
        self.asking.give_up()
        was_running = self.player.session is not None
        self.player.end()
        self.moved = (0, ())
        self._plan_of_edit = None
        if not was_running:
            return
        window = self._window
        self.views.end()
        self.panel.show_simulating(False)
        self.panel.say_edited("", can_go_on=False)
        if self._height and self._height < self.dock.height() and not self.dock.isHidden():
            window.resizeDocks([self.dock], [self._height], Qt.Orientation.Vertical)
        self._height = 0
        self.side.show_nothing()
        if self._side_was_hidden:
            self.side_dock.hide()

    # What the views show

    def _show(self, motion: int = 0) -> None:
        """Everything as the session stands now; the token takes `motion` ms to get there."""
        session = self.player.session
        if session is None:
            return
        self._show_pane(session)
        self._show_views(motion)
        self._refresh_actions()
        if session.happened and not self.player.is_running:
            step, form = session.happened[-1], LocaleDates()
            day = form.day(step.event.occurred.date, year=False)
            text = translate("simulator", "{date}: {event}")
            announce(self.panel, text.format(date=day, event=event_text(step, form)))

    def _show_pane(self, session: Session) -> None:
        form, panel = LocaleDates(), self.panel
        at, moved = self.moved
        if session.at < at:
            moved = ()
        today = session.today
        number = self._study_day(session, today)
        panel.set_today(today_text(session.course(), today, number, form))
        panel.set_near(today)
        rows = rows_of(session, moved, form) if session.at else []
        panel.calendar.set_rows(rows, today if session.at else None, "")
        panel.calendar.show_today()
        self.side.coming.show_coming(coming_of(session, form))
        self.side.set_lists(lists_of(session, moved, form))

    def _study_day(self, session: Session, day: dt.date) -> int | None:
        found = next(
            (each for each in session.course().occurrences if each.run == "main" and each.anchor), None
        )
        return study_day(day, found.anchor, found.day_of_anchor) if found is not None else None

    def _show_views(self, motion: int = 0) -> None:
        if self.player.session is not None:
            self.views.show(self.player.session, motion)

    def _moved_by(self, at: int, moved: tuple[Move, ...]) -> None:
        """What a person asked for has moved visits: the calendar marks them."""
        self.moved = (at, moved)
        self._show()
        if moved:
            self.side.tabs.setCurrentIndex(MOVED)

    def _show_running(self) -> None:
        self.panel.show_running(self.player.is_running)
        session = self.player.session
        if session is not None and not self.player.is_running:
            coming = coming_of(session, LocaleDates())
            announce(self.panel, f"{coming.head}: {coming.title}")

    def _set_theme(self, theme: Theme) -> None:
        self.panel.set_theme(theme)
        self.side.set_theme(theme)
        self._show_running()

    def _refresh_actions(self) -> None:
        session, study = self.player.session, self._window.study
        actions = self._window.actions_by_id
        reasons = dict.fromkeys(_RUNNING, "")
        if session is not None:
            coming = session.next()
            if coming.kind is NextKind.QUESTION:
                said = translate("simulator", "Answer the decision first")
                reasons |= dict.fromkeys(("simulate_step", "simulate_run"), said)
            elif coming.kind is NextKind.END:
                said = translate("simulator", "The participant's course has come to its end")
                reasons |= dict.fromkeys(("simulate_step", "simulate_run", "simulate_run_to"), said)
            if session.at <= 1:
                reasons["simulate_back"] = translate("simulator", "Nothing has happened since consent")
        if study is None:
            return
        for name, reason in reasons.items():
            action = actions[name]
            action.setEnabled(not reason)
            action.setToolTip(reason or action.statusTip())

    # Selecting

    def _go_to_row(self, row: CalendarRow) -> None:
        if row.address:
            self._window.select(row.address)

    def _go_to_place(self, place: Place | None) -> None:
        if place is not None:
            self.panel.calendar.show_place(place)
            self._window.select(place[1])

    def _follow_selection(self, address: str) -> None:
        if self.player.session is not None and address:
            self.panel.calendar.show_address(address)

    # Controls

    def _of_session(self, call: Callable[[], object]) -> None:
        """What the controls do; before there is a participant, how one begins is shown."""
        if self.player.session is not None:
            call()
            return
        self._window.show_pane("simulator")
        self._refresh_start()
        self.panel.start_page.button.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def toggle_run(self) -> None:
        """Run to the end, or pause."""
        if self.player.is_running:
            self.player.pause()
        else:
            self.player.run()

    def _choose_speed(self, interval: int) -> None:
        self.player.interval = interval
        self._window.layout_memory.setValue(_SPEED, interval)

    def _type_until(self) -> None:
        self._window.show_pane("simulator")
        self.panel.until.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.panel.until.selectAll()

    def _run_to(self, moment: Any) -> None:
        session = self.player.session
        if session is None or moment is None:
            return
        if moment.date <= session.today:
            self._refuse(
                translate("simulator", "That day is over in the simulation: jump back to an event before it.")
            )
            return
        self.player.run(moment.date)

    def _refuse(self, reason: str) -> None:
        if reason:
            self._window.notices.tell(reason)

    # Edits of the study

    def _recompile(self) -> None:
        session = self.player.session
        if session is None:
            self._refresh_start()
            return
        made = self.compiled()
        if made is None:
            return
        self._plan_of_edit = made
        if made.plan is None:
            why = made.obstacles[0].text if made.obstacles else ""
            text = translate(
                "simulator",
                "The study was edited and cannot be run now: {why} The simulation keeps the plan it has.",
            )
            self.panel.say_edited(text.format(why=why), can_go_on=False)
        elif made.plan.hash == session.plan.hash:
            self.panel.say_edited("", can_go_on=False)
        else:
            self.panel.say_edited(self.amendment_text(), can_go_on=True)
        self._show_views()

    def amendment_text(self) -> str:
        """What going on with the edited study would change for this participant."""
        session, made = self.player.session, self._plan_of_edit
        if session is None or made is None or made.plan is None:
            return ""
        head = translate("simulator", "The study was edited; this simulation runs the plan from before.")
        _after, amended = session.amended(made.plan)
        changed = [each for each in amended.changes if each.kind is not ChangeKind.DONE]
        if not changed and not amended.decisions:
            said = translate("simulator", "Going on with the new plan changes no visit of this participant.")
            return f"{head} {said}"
        form = LocaleDates()
        every = [change_text(each, made.plan, form) for each in changed]
        every += [decision_change_text(each) for each in amended.decisions]
        told = "; ".join(every[:_CHANGES])
        more = len(every) - _CHANGES
        if more > 0:
            rest = translate("simulator", "and %n more", "", more)
            told = f"{told}; {rest}"
        return f"{head} {told}"

    def _answer_edited(self, said: str) -> None:
        session, made = self.player.session, self._plan_of_edit
        self.panel.say_edited("", can_go_on=False)
        if session is None or made is None or made.plan is None or said == "later":
            return
        if said == "anew":
            self.start_or_anew()
            return
        after, _amended = session.amended(made.plan)
        self.moved = (after.at, moves(session.course(), after.course()))
        self.player.replace(after)


def _calendar_of(dating: Dating, language: str) -> SiteCalendar:
    """The site's calendar; any site's where no country is stated."""
    return site_calendar(dating, language) if dating.country or dating.zone else ANYWHERE
