"""The fields of one anchor: its date, its clock time, whether it has happened."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from study.dating import Anchor, Moment
from study.language import translate
from study.timeline import PlannedTime
from study.visit_title import visit_title
from study.wording import day_text
from ui.dates.field import DateField
from ui.dates.locale_dates import LocaleDates, read_time
from ui.theme import Theme
from ui.widgets.part import text_label


class AnchorRow(QWidget):
    """One anchor. `entered(Anchor or None)` when a person typed another, None where its date was taken away."""

    entered = Signal(object)

    def __init__(self, planned: PlannedTime, theme: Theme) -> None:
        super().__init__()
        title = visit_title(planned)
        day = day_text(planned) if planned.study_day is not None else ""
        words = title
        if day and day != title:
            words = translate("dates", "{anchor} ({day})").format(anchor=title, day=day)
        self._theme = theme
        self._anchor: Anchor | None = None
        self.date = DateField(translate("dates", "Date of {anchor}").format(anchor=words), theme=theme)
        self.time = QLineEdit()
        self.time.setAccessibleName(translate("dates", "Clock time of {anchor}").format(anchor=words))
        self.time.setPlaceholderText(translate("dates", "time"))
        self.time.setToolTip(
            translate(
                "dates",
                "The clock time on that day, for what is planned in hours and minutes; may stay empty",
            )
        )
        self.time.setFixedWidth(62)
        self.happened = QCheckBox(translate("dates", "has happened"))
        self.happened.setToolTip(
            translate("dates", "Not yet: its date is a forecast, and so are all dates that count from it")
        )
        self.happened.setAccessibleName(translate("dates", "{anchor} has happened").format(anchor=words))
        self._words = words
        self._name = text_label(words, "label")
        self._name.setBuddy(self.date)
        fields = QHBoxLayout()
        fields.setSpacing(6)
        fields.addWidget(self.date, 1)
        fields.addWidget(self.time)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(4)
        column.addWidget(self._name)
        column.addLayout(fields)
        column.addWidget(self.happened)
        self.date.entered.connect(self._date_entered)
        self.time.editingFinished.connect(self._time_entered)
        self.happened.clicked.connect(self._happened_clicked)
        self.show_anchor(None)

    def show_anchor(self, anchor: Anchor | None) -> None:
        """Shows what is kept; nothing is told."""
        self._anchor = anchor
        said = self._words
        if anchor is not None:
            weekday = LocaleDates().weekday(anchor.date)
            said = translate("dates", "{anchor} · {weekday}").format(anchor=said, weekday=weekday)
        self._name.setText(said)
        if not _is_typing(self.date):
            self.date.set_moment(Moment(anchor.date) if anchor is not None else None)
        at = anchor.time if anchor is not None else None
        if not _is_typing(self.time):
            self.time.setText(LocaleDates().clock(at) if at is not None else "")
            self.time.setStyleSheet("")
        self.time.setEnabled(anchor is not None)
        self.happened.setEnabled(anchor is not None)
        self.happened.setChecked(anchor is not None and anchor.happened)

    def _date_entered(self, moment: Moment | None) -> None:
        if moment is None:
            self.entered.emit(None)
        elif self._anchor is None:
            today = QDate.currentDate()
            lies_ahead = moment.date > dt.date(today.year(), today.month(), today.day())
            self.entered.emit(Anchor(moment.date, None, happened=not lies_ahead))
        else:
            self.entered.emit(replace(self._anchor, date=moment.date))

    def _time_entered(self) -> None:
        if self._anchor is None:
            return
        text = self.time.text().strip()
        time = read_time(text)
        if text and time is None:
            color = self._theme.warning.name()
            self.time.setStyleSheet(f"QLineEdit {{ border-color: {color}; }}")
            return
        if time != self._anchor.time:
            self.entered.emit(replace(self._anchor, time=time))

    def _happened_clicked(self) -> None:
        if self._anchor is not None:
            self.entered.emit(replace(self._anchor, happened=self.happened.isChecked()))

    def set_theme(self, theme: Theme) -> None:
        """Paint in another theme."""
        self._theme = theme
        self.date.set_theme(theme)


def _is_typing(field: QLineEdit) -> bool:
    return field.hasFocus() and field.isModified()
