"""The simulated group: what is assumed of it beside what it comes to, run in worker processes."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QProgressBar,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.simulating import GroupRun
from app.simulation_worker import GroupAsked
from study.changes import UnknownFormatError
from study.language import number_text, translate
from study.plan.plan import Plan
from study.simulation.figures import GroupFigures
from study.simulation.group_words import assumed_lines
from study.simulation.outcomes import OutcomesError, fitted
from study.simulation.outcomes_file import outcomes_text, read_outcomes
from ui.dates.locale_dates import LocaleDates
from ui.icons import icon
from ui.simulator.group_form import GroupForm
from ui.simulator.group_results import GroupExport, GroupResults
from ui.theme import Theme, system_theme
from ui.widgets.empty import paint_empty
from ui.widgets.part import set_part, text_label

FORM_WIDTH = 332
_NARROW_FORM = 276
_NARROW = 760  # pixels of the panel below which the figures need what the form can spare
MakeRun = Callable[[GroupAsked, QWidget], GroupRun]


class _Empty(QWidget):
    """The results' place before there are any."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.title = ""
        self.words = ""

    def say(self, title: str, words: str) -> None:
        """What is not here, and what to do."""
        self.title, self.words = title, words
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Icon, title and a sentence."""
        paint_empty(QPainter(self), self.rect(), self.theme, "users", self.title, self.words)


class _Line(QWidget):
    """Between what scrolls and the buttons below it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.theme = theme
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """One line."""
        QPainter(self).fillRect(self.rect(), self.theme.line)


class GroupPanel(QWidget):
    """`chosen(key)`: go to an instance. `export_asked(GroupExport)`: have something written.

    `open_asked()`: have an outcomes file chosen, whose text then goes to `open_outcomes`. `seen()` whenever it comes
    into view. `apart_asked()`: into a window of its own, or back.
    """

    chosen = Signal(str)
    export_asked = Signal(object)
    open_asked = Signal()
    seen = Signal()
    apart_asked = Signal()

    def __init__(
        self, theme: Theme | None = None, parent: QWidget | None = None, *, make_run: MakeRun = GroupRun
    ) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self._make_run = make_run
        self._plan: Plan | None = None
        self._obstacle = ""
        self._run: GroupRun | None = None
        self._shown: GroupAsked | None = None
        self._is_narrow = False
        self.figures: GroupFigures | None = None
        self.setAccessibleName(translate("simulation", "Simulated group"))
        self.form = GroupForm(self._theme)
        self.form.changed.connect(self._assumes_otherwise)
        self.results = GroupResults(self._theme)
        self.results.chosen.connect(self.chosen)
        self.results.export_asked.connect(self.export_asked)
        self.empty = _Empty(self._theme)
        self.pages = QStackedWidget()
        self.pages.addWidget(self.empty)
        self.pages.addWidget(self.results)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self._left())
        self._splitter.addWidget(self._right())
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([FORM_WIDTH, 900])
        whole.addWidget(self._splitter)
        self.set_plan(None)

    def _left(self) -> QWidget:
        left = set_part(QWidget(), "pane")
        left.setMinimumWidth(_NARROW_FORM)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.form, 1)
        self._line = _Line(self._theme)
        column.addWidget(self._line)
        below = QWidget()
        rows = QVBoxLayout(below)
        rows.setContentsMargins(16, 8, 16, 12)
        rows.setSpacing(4)
        self.button = set_part(QPushButton(translate("simulation", "Simulate the group")), "primary")
        self.button.clicked.connect(lambda _checked=False: self.run())
        rows.addWidget(self.button)
        links = QHBoxLayout()
        links.setSpacing(12)
        self.open_button = set_part(QPushButton(translate("simulation", "Open assumptions…")), "link")
        self.open_button.setToolTip(translate("simulation", "An outcomes file, as maestro simulate takes it"))
        self.open_button.clicked.connect(lambda _checked=False: self.open_asked.emit())
        self.save_button = set_part(QPushButton(translate("simulation", "Save…")), "link")
        self.save_button.setAccessibleName(translate("simulation", "Save assumptions"))
        self.save_button.setToolTip(
            translate("simulation", "As an outcomes file, to open again or for maestro simulate")
        )
        self.save_button.clicked.connect(lambda _checked=False: self.save_outcomes())
        links.addWidget(self.open_button)
        links.addWidget(self.save_button)
        links.addStretch(1)
        self.apart = QToolButton()
        self.apart.clicked.connect(lambda _checked=False: self.apart_asked.emit())
        links.addWidget(self.apart)
        self.show_place(is_apart=False)
        rows.addLayout(links)
        column.addWidget(below)
        return left

    def show_place(self, *, is_apart: bool) -> None:
        """Whether it is in a window of its own: where it can go from here."""
        self._is_apart = is_apart
        words = (
            translate("simulation", "Back into the pane")
            if is_apart
            else translate("simulation", "In a window of its own")
        )
        self.apart.setToolTip(words)
        self.apart.setAccessibleName(words)
        name = "panel-bottom" if is_apart else "external-link"
        self.apart.setIcon(QIcon(icon(name, self._theme.text_2, self._theme.text_3)))

    def _right(self) -> QWidget:
        right = set_part(QWidget(), "ground")
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.strip = set_part(QWidget(), "pane")
        row = QHBoxLayout(self.strip)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        words = QVBoxLayout()
        words.setSpacing(5)
        self.message = text_label("", "label")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(translate("simulation", "Participants simulated"))
        words.addWidget(self.message)
        words.addWidget(self.progress)
        row.addLayout(words, 1)
        self.cancel_button = QPushButton(translate("simulation", "Cancel"))
        self.cancel_button.clicked.connect(lambda _checked=False: self.cancel())
        row.addWidget(self.cancel_button, 0, Qt.AlignmentFlag.AlignTop)
        column.addWidget(self.strip)
        column.addWidget(self.pages, 1)
        self._say("")
        return right

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.form.set_theme(theme)
        self.results.set_theme(theme)
        self.empty.theme = self._line.theme = theme
        self._line.update()
        self.show_place(is_apart=self._is_apart)
        self.empty.update()

    def set_countries(self, names: Mapping[str, str]) -> None:
        """The countries to choose from, by code."""
        self.form.set_countries(names)

    def suggest(self, country: str) -> None:
        """The site's country, where none is chosen."""
        if country and not self.form.country.code:
            self.form.country.set_code(country)

    def set_plan(self, plan: Plan | None, obstacle: str = "") -> None:
        """The schedule as it now is; None where there is none or it cannot run, then `obstacle` says why."""
        if plan is not None and self._plan is not None and plan.hash == self._plan.hash:
            return
        other = plan is None or self._plan is None or plan.study != self._plan.study
        self._plan, self._obstacle = plan, obstacle
        self.form.set_plan(plan)
        can_run = plan is not None
        for widget in (self.button, self.open_button, self.save_button):
            widget.setEnabled(can_run)
        self.button.setToolTip("" if can_run else obstacle or translate("simulation", "No study is open"))
        if other:
            self._forget()
        else:
            self._assumes_otherwise()

    def _forget(self) -> None:
        """Nothing is shown any more: it is another study."""
        self.close_run()
        self.figures, self._shown = None, None
        self._say("")
        self.pages.setCurrentWidget(self.empty)
        self._say_empty()

    def _say_empty(self) -> None:
        if self._plan is not None:
            self.empty.say(
                translate("simulation", "No group is simulated yet"),
                translate(
                    "simulation",
                    "Say how people come and how decisions turn out, and see visits a week, deviations and windows "
                    "that are too tight before anyone is enrolled.",
                ),
            )
        elif self._obstacle:
            self.empty.say(translate("simulation", "This schedule cannot be run yet"), self._obstacle)
        else:
            self.empty.say(
                translate("simulation", "No study is open"),
                translate("simulation", "A group is simulated through the schedule of a study."),
            )

    def _say(self, text: str, part: str = "label", *, is_running: bool = False) -> None:
        self.message.setText(text)
        set_part(self.message, part)
        self.progress.setVisible(is_running)
        self.cancel_button.setVisible(is_running)
        self.strip.setVisible(bool(text))

    def _assumes_otherwise(self) -> None:
        """What is shown is of other assumptions, or of a schedule that has changed since."""
        if self._shown is None or self.is_running:
            return
        asked = self.form.asked()
        if asked is not None and asked == self._shown:
            self._say("")
        else:
            self._say(
                translate(
                    "simulation",
                    "The schedule or the assumptions have changed since. Simulate again to see what they come to.",
                ),
                "warning",
            )

    # Running

    @property
    def is_running(self) -> bool:
        """Whether a group is being simulated."""
        return self._run is not None

    def run(self) -> None:
        """Simulates what stands in the form."""
        if self.is_running or self._plan is None:
            return
        asked = self.form.asked()
        if asked is None:
            self.form.start.take()
            self.form.start.setFocus()
            self._say(translate("simulation", "Type the day on which enrolment starts."), "warning")
            return
        try:
            fitted(asked.outcomes, asked.plan)
        except OutcomesError as error:
            self._failed(str(error))
            return
        self.button.setEnabled(False)
        self.progress.setRange(0, 0)
        self._say(translate("simulation", "Starting…"), is_running=True)
        run = self._run = self._make_run(asked, self)
        run.progressed.connect(self._progressed)
        run.finished.connect(self._finished)
        run.failed.connect(self._failed)
        run.cancelled.connect(self._cancelled)
        run.start()

    def cancel(self) -> None:
        """Ends what is being simulated; nothing of it is kept."""
        if self._run is not None:
            self._run.cancel()

    def close_run(self) -> None:
        """Ends what is being simulated, and says nothing of it."""
        run, self._run = self._run, None
        if run is not None:
            run.close()
            run.deleteLater()
        self.button.setEnabled(self._plan is not None)

    def _progressed(self, done: int, of: int) -> None:
        self.progress.setRange(0, of)
        self.progress.setValue(done)
        self.message.setText(
            translate("simulation", "{done} of {all} participants").format(
                done=number_text(done), all=number_text(of)
            )
        )

    def _finished(self, figures: GroupFigures) -> None:
        run = self._run
        assert run is not None
        asked = run.asked
        self.close_run()
        self.figures, self._shown = figures, asked
        title = translate("simulation", "{participants} through {timeline}").format(
            participants=translate("simulation", "%n participant(s)", "", asked.participants),
            timeline=asked.plan.main.title,
        )
        lines = assumed_lines(
            asked.outcomes, asked.participants, asked.seed, asked.start, asked.country, LocaleDates()
        )
        self.results.show_figures(figures, asked.plan, title, lines)
        self.pages.setCurrentWidget(self.results)
        self._say("")
        self._assumes_otherwise()

    def _failed(self, why: str) -> None:
        self.close_run()
        self._say(why, "warning")

    def _cancelled(self) -> None:
        done = self.progress.value() if self.progress.maximum() else 0
        self.close_run()
        self._say(
            translate("simulation", "Cancelled after {done}: nothing of it was kept.").format(
                done=translate("simulation", "%n participant(s)", "", max(0, done))
            )
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is narrow, the form is as narrow as its fields allow; who drags the line between keeps it so."""
        super().resizeEvent(event)
        is_narrow = self.width() < _NARROW
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            form = _NARROW_FORM if is_narrow else FORM_WIDTH
            self._splitter.setSizes([form, max(1, self.width() - form)])

    def showEvent(self, event: QShowEvent) -> None:
        """Whoever compiles the schedule does so when somebody looks."""
        super().showEvent(event)
        self.seen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape cancels what runs; Ctrl+Enter runs."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape and self.is_running:
            self.cancel()
        elif enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.run()
        else:
            super().keyPressEvent(event)

    # Files

    def open_outcomes(self, text: str) -> None:
        """Takes the assumptions of an outcomes file; says what is wrong with it, and then keeps what stood here."""
        try:
            self.form.show_outcomes(read_outcomes(text))
        except (OutcomesError, UnknownFormatError) as error:
            self._say(
                translate(
                    "simulation", "The assumptions could not be opened, and stay as they were. {why}"
                ).format(why=error),
                "warning",
            )

    def save_outcomes(self) -> None:
        """Asks for the assumptions to be written as an outcomes file."""
        content = outcomes_text(self.form.outcomes()).encode("utf-8")
        self.export_asked.emit(
            GroupExport(
                translate("simulation", "The assumptions"),
                translate("simulation", "assumptions"),
                ".json",
                lambda: content,
            )
        )
