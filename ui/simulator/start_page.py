"""Before a simulation: when and where it begins, or why the study cannot be run, with ways to the places."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from study.dating import Moment
from study.language import translate
from study.plan.compile import Doubt
from ui.dates.choice import ChoiceField
from ui.dates.field import DateField
from ui.theme import Theme, system_theme
from ui.widgets.flow import FlowLayout
from ui.widgets.part import set_part, text_label

CONSENT, ANCHOR = "consent", "anchor"
_WIDEST = 860


@dataclass(frozen=True, slots=True)
class Beginning:
    """How a simulation begins: the day of consent, or (`is_anchor`) the day for which Day 1 is forecast.

    `country` is an ISO 3166-1 code, "" for none; `avoids_days_off`: visits keep to working days in their windows.
    """

    day: dt.date
    is_anchor: bool = False
    country: str = ""
    avoids_days_off: bool = True


class StartPage(QScrollArea):
    """`begun(Beginning)` when a person starts; `chosen(address)` to go to what cannot run."""

    begun = Signal(object)
    chosen = Signal(str)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or system_theme()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(translate("simulator", "Begin a simulation"))
        page = set_part(QWidget(), "pane")
        self.setWidget(page)
        outer = QHBoxLayout(page)
        outer.setContentsMargins(16, 8, 16, 12)
        column = QVBoxLayout()
        column.setSpacing(6)
        outer.addLayout(column, 1)
        outer.addStretch(0)
        self._title = text_label(translate("simulator", "Simulate one participant"), "title")
        self._text = text_label(
            translate(
                "simulator",
                "The schedule runs as it is drawn: step by step, with its windows, decisions and rules. "
                "Nothing is recorded, and the study stays as it is.",
            ),
            "label",
        )
        column.addWidget(self._title)
        column.addWidget(self._text)
        self._form = QWidget()
        column.addWidget(self._form)
        self._make_form()
        self._obstacles = QWidget()
        self._obstacle_rows = QVBoxLayout(self._obstacles)
        self._obstacle_rows.setContentsMargins(0, 0, 0, 0)
        self._obstacle_rows.setSpacing(4)
        column.addWidget(self._obstacles)
        self._remarks = QWidget()
        self._remark_rows = QVBoxLayout(self._remarks)
        self._remark_rows.setContentsMargins(0, 4, 0, 0)
        self._remark_rows.setSpacing(2)
        column.addWidget(self._remarks)
        column.addStretch(1)
        for widget in (self._title, self._text, self._form, self._obstacles, self._remarks):
            widget.setMaximumWidth(_WIDEST)
        self.set_doubts(False, (), ())

    def _make_form(self) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        fields_in_lines = QWidget()
        flow = FlowLayout(fields_in_lines, 8)
        column.addWidget(fields_in_lines)
        self.kind = QComboBox()
        self.kind.addItem(translate("simulator", "Consent on"), CONSENT)
        self.kind.addItem(translate("simulator", "Day 1 on"), ANCHOR)
        self.kind.setAccessibleName(translate("simulator", "What the date is of"))
        self.day = DateField(
            translate("simulator", "Date of the beginning"), on_leaving=True, theme=self._theme
        )
        self.day.setMinimumWidth(150)
        self.country = ChoiceField(translate("simulator", "Country of the site"))
        self.country.setPlaceholderText(translate("simulator", "not stated: no holidays"))
        self.country.setMinimumWidth(248)
        self.avoid = QCheckBox(translate("simulator", "Keep visits to working days in their windows"))
        self.avoid.setChecked(True)
        self.button = set_part(QPushButton(translate("simulator", "Start")), "primary")
        self.button.clicked.connect(self.begin)
        self.day.returnPressed.connect(self._enter)
        for words, fields in (
            (translate("simulator", "Begins"), (self.kind, self.day)),
            (translate("simulator", "Site"), (self.country,)),
        ):
            group = QWidget()
            row = QHBoxLayout(group)
            row.setContentsMargins(0, 0, 14, 0)
            row.setSpacing(8)
            row.addWidget(text_label(words, "label"))
            for field in fields:
                row.addWidget(field)
            flow.addWidget(group)
        flow.addWidget(self.button)
        column.addWidget(self.avoid)

    # What is shown

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.day.set_theme(theme)

    def set_countries(self, names: Mapping[str, str]) -> None:
        """The countries to choose from, by code."""
        self.country.set_choices(names)

    def suggest(self, day: dt.date | None, is_anchor: bool, country: str) -> None:
        """Begin with the anchor that is typed for the study and its country, where they are; else next Monday."""
        if day is None:
            today = QDate.currentDate()
            monday = today.addDays(8 - today.dayOfWeek())
            day, is_anchor = dt.date(monday.year(), monday.month(), monday.day()), False
        self.day.set_moment(Moment(day))
        self.day.set_near(day)
        self.kind.setCurrentIndex(self.kind.findData(ANCHOR if is_anchor else CONSENT))
        if country:
            self.country.set_code(country)

    def set_doubts(self, can_run: bool, obstacles: Sequence[Doubt], remarks: Sequence[Doubt]) -> None:
        """What keeps the study from being run, and what was taken for granted; each leads to its place."""
        self._form.setVisible(can_run)
        self._title.setText(
            translate("simulator", "Simulate one participant")
            if can_run
            else translate("simulator", "This study cannot be run yet")
        )
        self._text.setVisible(can_run)
        _empty(self._obstacle_rows)
        _empty(self._remark_rows)
        self._obstacles.setVisible(bool(obstacles))
        for doubt in obstacles:
            self._obstacle_rows.addWidget(self._told(doubt, "warning"))
        self._remarks.setVisible(can_run and bool(remarks))
        if can_run and remarks:
            said = translate("simulator", "Taken for granted, as the study does not say:")
            self._remark_rows.addWidget(text_label(said, "secondary"))
            for doubt in remarks:
                self._remark_rows.addWidget(self._told(doubt, "secondary"))

    def _told(self, doubt: Doubt, part: str) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(text_label(doubt.text, part), 1)
        if doubt.address:
            show = set_part(QPushButton(translate("simulator", "Show")), "link")
            show.setAccessibleName(translate("simulator", "Show: {what}").format(what=doubt.text))
            show.clicked.connect(lambda _checked=False: self.chosen.emit(doubt.address))
            line.addWidget(show, 0, Qt.AlignmentFlag.AlignTop)
        return row

    # What people do

    def beginning(self) -> Beginning | None:
        """What stands in the fields; None where the date is none."""
        moment = self.day.read()
        if moment is None:
            return None
        return Beginning(
            moment.date, self.kind.currentData() == ANCHOR, self.country.code, self.avoid.isChecked()
        )

    def begin(self) -> None:
        """Start with what stands in the fields."""
        made = self.beginning()
        if made is None:
            self.day.take()
            self.day.setFocus()
            return
        self.begun.emit(made)

    def _enter(self) -> None:
        if self.beginning() is not None:
            self.begin()


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        gone = item.widget()
        if gone is not None:
            gone.hide()
            gone.deleteLater()
