"""The form of the simulated group: how many, who comes when, who stops, and how decisions turn out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QDate, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.simulation_worker import GroupAsked
from study.dating import Moment
from study.language import QT_TRANSLATE_NOOP, translate
from study.plan.plan import Plan, PlanInstance, Way
from study.simulation.outcomes import (
    STOPS,
    Discontinuation,
    Minutes,
    Outcomes,
    Weights,
    fitted,
)
from ui.dates.choice import ChoiceField
from ui.dates.field import DateField
from ui.simulator.group_fields import WIDTH, NumberField, compliance_of, numbers_of
from ui.theme import Theme, system_theme
from ui.widgets.part import set_part, text_label

PARTICIPANTS = 200
PER_MONTH = 10
MOST_PARTICIPANTS = 100_000
SEED = 1

_HOW = {
    STOPS[0]: QT_TRANSLATE_NOOP("simulation", "Consent withdrawn"),
    STOPS[1]: QT_TRANSLATE_NOOP("simulation", "Lost to follow-up"),
    STOPS[2]: QT_TRANSLATE_NOOP("simulation", "Intervention stopped"),
    STOPS[3]: QT_TRANSLATE_NOOP("simulation", "Died"),
}


class GroupForm(QScrollArea):
    """`changed()` when what stands in it says something else."""

    changed = Signal()

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = theme or system_theme()
        self._plan: Plan | None = None
        self._base = Outcomes()
        self._ways: dict[str, dict[str, NumberField]] = {}
        self._keeps_how = False  # an opened file says several ways of stopping
        self._is_showing = False
        self._visits_as_file = False
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("simulation", "What is assumed of the group"))
        page = set_part(QWidget(), "pane")
        self.setWidget(page)
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(16, 12, 16, 16)
        self._column.setSpacing(6)
        self._make_group(theme)
        self._make_visits()
        self._make_stopping()
        self._decisions = QWidget()
        self._decision_rows = QVBoxLayout(self._decisions)
        self._decision_rows.setContentsMargins(0, 0, 0, 0)
        self._decision_rows.setSpacing(6)
        self._column.addWidget(self._decisions)
        self._make_work()
        self._column.addStretch(1)

    # Making

    def _section(self, title: str, below: str = "") -> QGridLayout:
        if self._column.count():
            self._column.addSpacing(10)
        self._column.addWidget(text_label(title.upper(), "caps"))
        if below:
            self._column.addWidget(text_label(below, "secondary"))
        holder = QWidget()
        grid = _grid(holder)
        self._column.addWidget(holder)
        return grid

    def _make_group(self, theme: Theme) -> None:
        grid = self._section(translate("simulation", "Group"))
        self.participants = NumberField(
            translate("simulation", "Participants"), 1, MOST_PARTICIPANTS, PARTICIPANTS, step=50
        )
        self.per_month = NumberField(
            translate("simulation", "Enrolled in a month"),
            0,
            10_000,
            PER_MONTH,
            decimals=1,
            none=translate("simulation", "all at once"),
        )
        self.start = DateField(translate("simulation", "Enrolment starts"), theme=theme)
        self.country = ChoiceField(translate("simulation", "Country of the site"))
        self.country.setPlaceholderText(translate("simulation", "every day alike"))
        self.country.setToolTip(
            translate("simulation", "With a country, nobody comes on its weekends and public holidays.")
        )
        self.seed = NumberField(translate("simulation", "Seed"), 0, 2**31 - 1, SEED)
        self.seed.setGroupSeparatorShown(False)
        self.seed.setToolTip(
            translate(
                "simulation", "The same seed gives the same group; another one shows how much is chance."
            )
        )
        for row, (name, field) in enumerate(
            (
                (translate("simulation", "Participants"), self.participants),
                (translate("simulation", "Enrolled a month"), self.per_month),
                (translate("simulation", "Starts"), self.start),
                (translate("simulation", "Country"), self.country),
                (translate("simulation", "Seed"), self.seed),
            )
        ):
            _row(grid, row, name, field)
        for number in (self.participants, self.per_month, self.seed):
            number.valueChanged.connect(self._changed)
        self.start.entered.connect(self._changed)
        self.country.entered.connect(self._changed)
        today = QDate.currentDate()
        monday = today.addDays(8 - today.dayOfWeek())
        self.set_start(dt.date(monday.year(), monday.month(), monday.day()))

    def _make_visits(self) -> None:
        grid = self._section(translate("simulation", "Coming to visits"))
        self.on_day = NumberField(
            translate("simulation", "Come on the planned day"), 0, 100, 75, decimals=1, suffix=" %", step=5
        )
        self.farthest = NumberField(
            translate("simulation", "Else at most so many days off"),
            1,
            60,
            2,
            suffix=translate("simulation", " days"),
        )
        self.missed = NumberField(
            translate("simulation", "Miss a visit"), 0, 100, 3, decimals=1, suffix=" %", step=1
        )
        self._as_file = text_label(
            translate("simulation", "Who comes when is as the opened file says."), "secondary"
        )
        self._set_here = set_part(QPushButton(translate("simulation", "Set it here instead")), "link")
        self._set_here.clicked.connect(lambda _checked=False: self._take_visits())
        self._visit_fields: list[QWidget] = []
        for row, (name, field) in enumerate(
            (
                (translate("simulation", "On the planned day"), self.on_day),
                (translate("simulation", "Else off by at most"), self.farthest),
                (translate("simulation", "Visit missed"), self.missed),
            )
        ):
            self._visit_fields += [_row(grid, row, name, field), field]
            field.valueChanged.connect(self._changed)
        grid.addWidget(self._as_file, 3, 0, 1, 2)
        grid.addWidget(self._set_here, 4, 0, 1, 2, Qt.AlignmentFlag.AlignLeading)
        self._show_visits(as_file=False)

    def _make_stopping(self) -> None:
        grid = self._section(translate("simulation", "Stopping"))
        self.screen_failure = NumberField(
            translate("simulation", "Fail screening"), 0, 100, 0, decimals=1, suffix=" %", step=5
        )
        self.stopping = NumberField(
            translate("simulation", "Stop in a month"), 0, 100, 2, decimals=2, suffix=" %", step=0.5
        )
        self.how = QComboBox()
        self.how.setAccessibleName(translate("simulation", "How they stop"))
        self.how.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        for row, (name, field) in enumerate(
            (
                (translate("simulation", "Fail screening"), self.screen_failure),
                (translate("simulation", "Stop in a month"), self.stopping),
            )
        ):
            _row(grid, row, name, field)
        label = text_label(translate("simulation", "How"), "label")
        label.setBuddy(self.how)
        beside = QHBoxLayout()
        beside.setSpacing(8)
        beside.addWidget(label)
        beside.addWidget(self.how, 1)  # its words are as long as the study's titles
        grid.addLayout(beside, 2, 0, 1, 2)
        self.screen_failure.valueChanged.connect(self._changed)
        self.stopping.valueChanged.connect(self._changed)
        self.how.currentIndexChanged.connect(self._how_changed)
        self._fill_how(None)

    def _make_work(self) -> None:
        grid = self._section(translate("simulation", "Work"))
        self.minutes = NumberField(
            translate("simulation", "Minutes that an assessment takes"),
            0,
            1_000,
            0,
            decimals=1,
            suffix=translate("simulation", " min"),
            step=5,
            none=translate("simulation", "not stated"),
        )
        _row(grid, 0, translate("simulation", "An assessment takes"), self.minutes)
        self.minutes.setToolTip(
            translate(
                "simulation",
                "Studies do not say how long assessments take; with this, work is told in hours.",
            )
        )
        self.minutes.valueChanged.connect(self._changed)

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self.start.set_theme(theme)

    def set_countries(self, names: Mapping[str, str]) -> None:
        """The countries to choose from, by code."""
        self.country.set_choices(names)

    def set_start(self, day: dt.date) -> None:
        """Enrolment starts on a day."""
        self.start.set_moment(Moment(day))
        self.start.set_near(day)

    def set_plan(self, plan: Plan | None) -> None:
        """The decisions and side timelines of a plan; what was said of those that stay is kept."""
        kept = self._weights()
        self._plan = plan
        self._fill_how(plan)
        while (item := self._decision_rows.takeAt(0)) is not None:
            gone = item.widget()
            if gone is not None:
                gone.hide()
                gone.deleteLater()
        self._ways = {}
        decisions = [each for each in plan.main.instances if each.is_decision and each.asks] if plan else []
        self._decisions.setVisible(bool(decisions))
        if not decisions or plan is None:
            return
        self._decision_rows.addSpacing(10)
        self._decision_rows.addWidget(text_label(translate("simulation", "Decisions").upper(), "caps"))
        titles = {each.key: each.title for each in plan.main.instances}
        for each in decisions:
            self._add_decision(each, titles, kept.get(each.key, {}))

    def _add_decision(
        self, decision: PlanInstance, titles: Mapping[str, str], kept: Mapping[str, float]
    ) -> None:
        holder = QWidget()
        grid = _grid(holder)
        title = text_label(decision.title)
        title.setToolTip(
            translate("simulation", "Weights: what counts is their share of the sum, at each pass of a loop.")
        )
        grid.addWidget(title, 0, 0, 1, 2)
        row = 1
        if any(way.rule for way in decision.ways):
            ruled = translate("simulation", "Decided by its rule; by chance only where that asks.")
            grid.addWidget(text_label(ruled, "secondary"), row, 0, 1, 2)
            row += 1
        fields: dict[str, NumberField] = {}
        usual = round(100 / len(decision.ways), 1)
        for way in decision.ways:
            words = way_words(way, titles)
            field = NumberField(
                translate("simulation", "{decision}: {way}").format(decision=decision.title, way=words),
                0,
                100,
                kept.get(way.id, usual),
                decimals=1,
                suffix=" %",
                step=5,
            )
            field.valueChanged.connect(partial(self._way_changed, decision.key))
            label = _row(grid, row, words, field)
            set_part(label, "secondary")
            fields[way.id] = field
            row += 1
        self._ways[decision.key] = fields
        self._decision_rows.addWidget(holder)

    def _fill_how(self, plan: Plan | None) -> None:
        chosen = self.how.currentData()
        with QSignalBlocker(self.how):
            self.how.clear()
            for how, words in _HOW.items():
                self.how.addItem(translate("simulation", words), how)
            for each in plan.timelines[1:] if plan is not None else ():
                if each.is_side and each.ends_main:
                    self.how.addItem(each.title, each.id)
            self.how.setCurrentIndex(max(0, self.how.findData(chosen)))
        self.how.setToolTip(self.how.currentText())

    def _show_visits(self, *, as_file: bool) -> None:
        self._visits_as_file = as_file
        for field in self._visit_fields:
            field.setVisible(not as_file)
        self._as_file.setVisible(as_file)
        self._set_here.setVisible(as_file)

    def _take_visits(self) -> None:
        self._show_visits(as_file=False)
        self.on_day.setFocus()
        self._changed()

    # What is said

    def outcomes(self) -> Outcomes:
        """What stands in the form, with what an opened file says beside it."""
        visits = self._base.visits
        if not self._visits_as_file:
            visits = compliance_of(
                self.on_day.value() / 100, round(self.farthest.value()), self.missed.value() / 100
            )
        per_month = self.per_month.value()
        minutes = self.minutes.value()
        decisions: dict[str, tuple[Weights, ...]] = {}
        for key, weights in self._weights().items():
            said: Weights = tuple(weights.items())
            if any(weight for _, weight in said):
                decisions[key] = (said,)
        decisions |= self._base.decisions
        how = self._base.discontinuation.how
        if not self._keeps_how and self.how.currentData() is not None:
            how = ((str(self.how.currentData()), 1.0),)
        return replace(
            self._base,
            per_month=per_month or None,
            screen_failure=self.screen_failure.value() / 100,
            discontinuation=Discontinuation(
                self.stopping.value() / 100, self._base.discontinuation.per_visit, how
            ),
            visits=visits,
            decisions=decisions,
            minutes=Minutes(minutes or None, self._base.minutes.by_assessment),
        )

    def asked(self) -> GroupAsked | None:
        """The group that is asked for; None where the date is none, or nothing can run."""
        moment = self.start.read()
        if moment is None or self._plan is None:
            return None
        return GroupAsked(
            self._plan,
            self.outcomes(),
            round(self.participants.value()),
            round(self.seed.value()),
            moment.date,
            self.country.code,
        )

    def show_outcomes(self, outcomes: Outcomes) -> None:
        """What a file says; what the form has no field for is kept. Raises OutcomesError where it does not fit."""
        assert self._plan is not None
        fit = fitted(outcomes, self._plan)
        self._base = fit
        self._is_showing = True
        with QSignalBlocker(self):
            self.per_month.setValue(fit.per_month or 0)
            self.screen_failure.setValue(fit.screen_failure * 100)
            self.stopping.setValue(fit.discontinuation.per_month * 100)
            self.how.setCurrentIndex(max(0, self.how.findData(fit.discontinuation.how[0][0])))
            self.minutes.setValue(fit.minutes.each or 0)
            said = numbers_of(fit.visits)
            self._show_visits(as_file=said is None)
            if said is not None:
                on_day, farthest, missed = said
                self.on_day.setValue(on_day * 100)
                self.farthest.setValue(farthest)
                self.missed.setValue(missed * 100)
            for key, fields in self._ways.items():
                passes = fit.decisions.get(key)
                if passes:
                    weights = dict(passes[0])
                    whole = sum(weights.values())
                    for way, field in fields.items():
                        field.setValue(weights.get(way, 0.0) / whole * 100)
        self._is_showing = False
        self._keeps_how = len(fit.discontinuation.how) > 1
        self._changed()

    def _weights(self) -> dict[str, dict[str, float]]:
        return {
            key: {way: field.value() for way, field in fields.items()} for key, fields in self._ways.items()
        }

    def _way_changed(self, key: str, _value: float) -> None:
        """What is typed counts in place of what an opened file says of each pass."""
        if not self._is_showing:
            others = {each: passes for each, passes in self._base.decisions.items() if each != key}
            self._base = replace(self._base, decisions=others)
        self._changed()

    def _how_changed(self, _index: int) -> None:
        self.how.setToolTip(self.how.currentText())
        if not self._is_showing:
            self._keeps_how = False
        self._changed()

    def _changed(self, *_: object) -> None:
        self.changed.emit()


def way_words(way: Way, titles: Mapping[str, str]) -> str:
    """A way on in words: its condition, else where it leads."""
    if way.text:
        return way.text
    if not way.target:
        return translate("simulation", "otherwise: end")
    return translate("simulation", "otherwise: {visit}").format(visit=titles.get(way.target, way.target))


def _grid(holder: QWidget) -> QGridLayout:
    grid = QGridLayout(holder)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    return grid


def _row(grid: QGridLayout, row: int, name: str, field: QWidget) -> QWidget:
    """A label with its field behind it; the label."""
    label = text_label(name, "label")
    label.setBuddy(field)
    field.setFixedWidth(WIDTH)
    grid.addWidget(label, row, 0)
    grid.addWidget(field, row, 1)
    return label
