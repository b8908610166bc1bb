"""What if: asks what happens to a visit or to the participant, and says before it is done what moves."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum

from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFormLayout, QLineEdit, QPushButton, QWidget

from study.dating import Moment
from study.interpreter.course import Occurrence
from study.interpreter.deviations import deviations_of
from study.interpreter.events import Event, EventType
from study.interpreter.status import Status
from study.interpreter.when import When
from study.interpreter.words import deviation_text
from study.language import QT_TRANSLATE_NOOP, translate
from study.simulation.session import RefusedError, Session
from study.simulation.session_conflicts import conflict_text, conflicts, day_off_words, window_words
from study.simulation.session_moves import MoveKind, move_text, moves, visit_name
from ui.accessible import announce
from ui.dates.field import DateField
from ui.dates.locale_dates import LocaleDates
from ui.theme import Theme
from ui.widgets.dialog import Dialog, ok_cancel
from ui.widgets.part import set_part, text_label

_MISFITS = 3  # conflicts with other visits that are named
_LISTED = 8  # moves that are named


class WhatIf(StrEnum):
    """What may happen."""

    ANOTHER_DAY = "another_day"
    SKIP = "skip"
    SKIP_ACTIVITY = "skip activity"
    LATE = "late"
    WITHDRAW = "withdraw"
    STOP = "stop"
    SCREEN_FAILURE = "screen failure"
    LOST = "lost"
    DIED = "died"
    UNSCHEDULED = "unscheduled"
    SIDE = "side"


AT_A_VISIT = (WhatIf.ANOTHER_DAY, WhatIf.SKIP, WhatIf.SKIP_ACTIVITY, WhatIf.LATE)
TO_THE_PARTICIPANT = (
    WhatIf.WITHDRAW,
    WhatIf.STOP,
    WhatIf.SCREEN_FAILURE,
    WhatIf.LOST,
    WhatIf.DIED,
    WhatIf.UNSCHEDULED,
)

_MENU = {
    WhatIf.ANOTHER_DAY: QT_TRANSLATE_NOOP("simulator", "Do it on another day…"),
    WhatIf.SKIP: QT_TRANSLATE_NOOP("simulator", "Skip the visit…"),
    WhatIf.SKIP_ACTIVITY: QT_TRANSLATE_NOOP("simulator", "Skip an activity…"),
    WhatIf.LATE: QT_TRANSLATE_NOOP("simulator", "Record it late…"),
    WhatIf.WITHDRAW: QT_TRANSLATE_NOOP("simulator", "Withdraws consent…"),
    WhatIf.STOP: QT_TRANSLATE_NOOP("simulator", "Stops intervention…"),
    WhatIf.SCREEN_FAILURE: QT_TRANSLATE_NOOP("simulator", "Fails screening…"),
    WhatIf.LOST: QT_TRANSLATE_NOOP("simulator", "Is lost to follow-up…"),
    WhatIf.DIED: QT_TRANSLATE_NOOP("simulator", "Dies…"),
    WhatIf.UNSCHEDULED: QT_TRANSLATE_NOOP("simulator", "Comes unscheduled…"),
    WhatIf.SIDE: QT_TRANSLATE_NOOP("simulator", "Starts {timeline}…"),
}
_TITLES = {
    WhatIf.ANOTHER_DAY: QT_TRANSLATE_NOOP("simulator", "{visit} on another day"),
    WhatIf.SKIP: QT_TRANSLATE_NOOP("simulator", "Skip {visit}"),
    WhatIf.SKIP_ACTIVITY: QT_TRANSLATE_NOOP("simulator", "Skip an activity at {visit}"),
    WhatIf.LATE: QT_TRANSLATE_NOOP("simulator", "Record {visit} late"),
    WhatIf.WITHDRAW: QT_TRANSLATE_NOOP("simulator", "The participant withdraws consent"),
    WhatIf.STOP: QT_TRANSLATE_NOOP("simulator", "The participant stops intervention"),
    WhatIf.SCREEN_FAILURE: QT_TRANSLATE_NOOP("simulator", "The participant fails screening"),
    WhatIf.LOST: QT_TRANSLATE_NOOP("simulator", "The participant is lost to follow-up"),
    WhatIf.DIED: QT_TRANSLATE_NOOP("simulator", "The participant dies"),
    WhatIf.UNSCHEDULED: QT_TRANSLATE_NOOP("simulator", "The participant comes unscheduled"),
    WhatIf.SIDE: QT_TRANSLATE_NOOP("simulator", "Start {timeline}"),
}
_DOES = {
    WhatIf.ANOTHER_DAY: QT_TRANSLATE_NOOP("simulator", "Book it"),
    WhatIf.SKIP: QT_TRANSLATE_NOOP("simulator", "Skip"),
    WhatIf.SKIP_ACTIVITY: QT_TRANSLATE_NOOP("simulator", "Skip"),
    WhatIf.LATE: QT_TRANSLATE_NOOP("simulator", "Record"),
}
_TYPES = {
    WhatIf.WITHDRAW: EventType.CONSENT_WITHDRAWN,
    WhatIf.STOP: EventType.INTERVENTION_STOPPED,
    WhatIf.SCREEN_FAILURE: EventType.SCREEN_FAILED,
    WhatIf.LOST: EventType.LOST_TO_FOLLOW_UP,
    WhatIf.DIED: EventType.DIED,
    WhatIf.UNSCHEDULED: EventType.UNSCHEDULED_VISIT,
    WhatIf.SIDE: EventType.SIDE_TIMELINE_STARTED,
}
_REASONS = {
    WhatIf.SKIP: QT_TRANSLATE_NOOP("simulator", "participant did not come"),
    WhatIf.SKIP_ACTIVITY: QT_TRANSLATE_NOOP("simulator", "not possible that day"),
}


def menu_text(what: WhatIf, timeline: str = "") -> str:
    """What a menu calls it."""
    return translate("simulator", _MENU[what]).format(timeline=timeline)


def why_not(session: Session, what: WhatIf, visit: Occurrence | None) -> str:
    """Why this cannot be asked of a visit now; "" where it can."""
    if visit is None:
        return translate("simulator", "The simulated participant has no such visit now")
    if what is WhatIf.SKIP_ACTIVITY:
        if not visit.instance.activities:
            return translate("simulator", "Nothing is planned at this visit")
        if visit.actual is not None or (visit.status.is_open and visit.on_path):
            return ""
    elif visit.actual is not None:
        return translate("simulator", "It has been done already: jump back first")
    if visit.status is Status.NOT_DONE:
        return translate("simulator", "It was skipped already: jump back first")
    if not visit.status.is_open:
        return translate("simulator", "It is not required of this participant")
    if not visit.on_path:
        return translate("simulator", "The path does not lead there yet: a decision comes first")
    if session.ahead and not session.at:
        return translate("simulator", "Nothing has happened yet")
    return ""


class WhatIfDialog(Dialog):
    """Asks for day, reason or activity, and says below what moves. `event_` is what is to happen once accepted."""

    def __init__(
        self,
        session: Session,
        what: WhatIf,
        theme: Theme,
        parent: QWidget | None = None,
        *,
        visit: Occurrence | None = None,
        timeline: str = "",
        days: int = 0,
        activity: str = "",
    ) -> None:
        """`timeline`: the id of the side timeline that starts; `days`: by how many the visit is postponed at first."""
        self.session, self.what, self.visit = session, what, visit
        self._timeline = session.plan.by_id.get(timeline)
        named = self._timeline.title if self._timeline is not None else ""
        name = visit_name(visit) if visit is not None else ""
        title = translate("simulator", _TITLES[what]).format(visit=name, timeline=named)
        super().__init__(parent, title, self._said(), ok_cancel())
        self.event_: Event | None = None
        self._theme = theme
        self._form = LocaleDates()
        self.form = QFormLayout()
        self.form.setSpacing(10)
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.body.addLayout(self.form)
        self.day = self.recorded = None
        self.reason = self.name = None
        self.activity: QComboBox | None = None
        self._make_fields(days, activity)
        self.warning = text_label("", "warning")
        self.preview = set_part(text_label(""), "card")
        self.preview.setContentsMargins(10, 8, 10, 8)
        self.preview.setMinimumHeight(4 * self.preview.fontMetrics().lineSpacing())
        self.body.addWidget(self.warning)
        self.body.addWidget(self.preview)
        button = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        button.setText(translate("simulator", _DOES.get(what, QT_TRANSLATE_NOOP("simulator", "Simulate"))))
        self.does: QPushButton = button
        self.refresh()

    def _said(self) -> str:
        if self.what is WhatIf.LATE:
            return translate("simulator", "It took place, and was written down on a later day.")
        if self.what is WhatIf.SIDE and self._timeline is not None:
            return self._timeline.entry_condition
        return ""

    day: DateField | None
    recorded: DateField | None
    reason: QLineEdit | None
    name: QLineEdit | None

    def _make_fields(self, days: int, activity: str) -> None:
        what, visit, today = self.what, self.visit, self.session.today
        planned = None
        if visit is not None:
            planned = visit.actual.date if visit.actual is not None else self.session.day_of(visit)
        if what is WhatIf.SKIP_ACTIVITY and visit is not None:
            self.activity = QComboBox()
            titles = self.session.plan.activity_titles
            for each in visit.instance.activities:
                self.activity.addItem(titles.get(each, each), each)
            self.activity.setCurrentIndex(max(0, self.activity.findData(activity)))
            self.activity.setAccessibleName(translate("simulator", "Activity"))
            self.activity.currentIndexChanged.connect(lambda _: self.refresh())
            self.form.addRow(translate("simulator", "Activity"), self.activity)
        if what is WhatIf.ANOTHER_DAY:
            start = (planned or today) + dt.timedelta(days=days)
            self.day = self._date(translate("simulator", "On"), start)
        elif what is WhatIf.LATE:
            on = min(planned or today, dt.date.max - dt.timedelta(days=8))
            self.day = self._date(translate("simulator", "Took place on"), on)
            later = max(on + dt.timedelta(days=7), today)
            self.recorded = self._date(translate("simulator", "Recorded on"), later)
        elif what in (WhatIf.SKIP, WhatIf.SKIP_ACTIVITY):
            pass
        else:
            self.day = self._date(translate("simulator", "On"), today)
        if what is WhatIf.UNSCHEDULED:
            self.name = self._line(
                translate("simulator", "Called"), translate("simulator", "Unscheduled visit")
            )
        elif what not in (WhatIf.ANOTHER_DAY, WhatIf.LATE, WhatIf.SIDE):
            said = _REASONS.get(what)
            self.reason = self._line(
                translate("simulator", "Reason"), translate("simulator", said) if said else ""
            )

    def _date(self, name: str, day: dt.date) -> DateField:
        field = DateField(name, on_leaving=True, theme=self._theme)
        field.set_moment(Moment(day))
        field.set_near(day)
        field.typed.connect(lambda _: self.refresh())
        field.entered.connect(lambda _: self.refresh())
        self.form.addRow(name, field)
        return field

    def _line(self, name: str, text: str) -> QLineEdit:
        line = QLineEdit(text)
        line.setAccessibleName(name)
        line.setMaxLength(500)
        line.textChanged.connect(lambda _: self.refresh())
        self.form.addRow(name, line)
        return line

    # What it would come to

    def would_be(self) -> Event | str:
        """The event with what is typed now, or a sentence that says what is missing."""
        visit, today = self.visit, self.session.today
        moment = self.day.read() if self.day is not None else Moment(today)
        if moment is None:
            return translate("simulator", "Type a date.")
        day = moment.date
        reason = self.reason.text().strip() if self.reason is not None else ""
        if not reason and self.what in (WhatIf.SKIP, WhatIf.SKIP_ACTIVITY):
            return translate("simulator", "What was not done needs a reason: say why.")
        if visit is None:
            name = self.name.text().strip() if self.name is not None else ""
            if self.what is WhatIf.SIDE:
                name = f"{len(self.session.course().runs) + 1}"
            timeline = self._timeline.id if self._timeline is not None else ""
            recorded = When(max(day, today)) if day < today else None
            return Event(_TYPES[self.what], When(day), recorded, reason=reason, name=name, timeline=timeline)
        run, key, pass_ = visit.place
        match self.what:
            case WhatIf.ANOTHER_DAY:
                return Event(
                    EventType.VISIT_RESCHEDULED, When(today), run=run, instance=key, pass_=pass_, to=When(day)
                )
            case WhatIf.LATE:
                recorded_on = self.recorded.read() if self.recorded is not None else None
                if recorded_on is None:
                    return translate("simulator", "Type a date.")
                return Event(
                    EventType.VISIT_DONE,
                    When(day),
                    When(recorded_on.date),
                    run=run,
                    instance=key,
                    pass_=pass_,
                )
            case WhatIf.SKIP_ACTIVITY:
                on = visit.actual.date if visit.actual is not None else today
                chosen = str(self.activity.currentData()) if self.activity is not None else ""
                return Event(
                    EventType.ACTIVITY_NOT_DONE,
                    When(on),
                    When(today) if on < today else None,
                    run=run,
                    instance=key,
                    pass_=pass_,
                    activity=chosen,
                    reason=reason,
                )
            case _:
                on = max(today, self.session.day_of(visit) or today)
                return Event(
                    EventType.VISIT_NOT_DONE, When(on), run=run, instance=key, pass_=pass_, reason=reason
                )

    def refresh(self) -> None:
        """Say what would move, and what does not fit."""
        event = self.would_be()
        self.event_ = None
        warnings: list[str] = []
        lines: list[str] = []
        if isinstance(event, str):
            warnings.append(event)
        else:
            try:
                after = self.session.tried(event)
            except RefusedError as error:
                warnings.append(str(error))
            else:
                self.event_ = event
                warnings += self._misfits(event, after)
                lines = self._told(after)
        self.warning.setText("\n".join(warnings))
        self.warning.setVisible(bool(warnings))
        said = "\n".join(lines)
        if said != self.preview.text():
            self.preview.setText(said)
            self.preview.setAccessibleName(said)
            announce(self, said or self.warning.text())
        self.preview.setVisible(bool(lines))
        self.does.setEnabled(self.event_ is not None)
        if self.isVisible():
            needed = max(
                self._column.totalHeightForWidth(self.width()), self._column.totalMinimumSize().height()
            )
            if needed > self.height():
                self.resize(self.width(), needed)

    def _misfits(self, event: Event, after: Session) -> list[str]:
        """What does not fit about the day: outside the window, a day off, another visit on it."""
        visit, form = self.visit, self._form
        if visit is None:
            return []
        made: list[str] = []
        day = event.to.date if event.to is not None else event.occurred.date
        dated = visit.dated
        if self.what in (WhatIf.ANOTHER_DAY, WhatIf.LATE) and dated is not None:
            first, last = dated.first, dated.last
            window = window_words(first, last, form)
            if first is not None and day < first:
                text = translate("simulator", "%n day(s) before its window, {window}", "", (first - day).days)
                made.append(text.format(window=window))
            elif last is not None and day > last:
                text = translate("simulator", "%n day(s) after its window, {window}", "", (day - last).days)
                made.append(text.format(window=window))
        if self.what is WhatIf.ANOTHER_DAY:
            if not self.session.calendar.is_working_day(day):
                text = translate("simulator", "{date} is no working day: {why}")
                made.append(
                    text.format(date=form.day(day, year=False), why=day_off_words(day, self.session.calendar))
                )
            told: list[str] = []
            known = {(each.kind, each.place) for each in conflicts(self.session)}
            for each in conflicts(after):
                here = each.place == visit.place or each.other == visit_name(visit)
                if here and each.is_trouble and (each.kind, each.place) not in known:
                    text = conflict_text(each, self.session.calendar, form)
                    if each.kind.name in ("SAME_DAY", "ORDER"):
                        told.append(text)
            made += told[:_MISFITS]
            if len(told) > _MISFITS:
                made.append(translate("simulator", "and %n more", "", len(told) - _MISFITS))
        return made

    def _told(self, after: Session) -> list[str]:
        form = self._form
        found = moves(self.session.course(), after.course())
        lines = [move_text(each, form) for each in found[:_LISTED] if each.kind is not MoveKind.DROPPED]
        dropped = [each for each in found if each.kind is MoveKind.DROPPED]
        more = len([each for each in found if each.kind is not MoveKind.DROPPED]) - len(lines)
        if more > 0:
            lines.append(translate("simulator", "and %n more", "", more))
        if dropped:
            names = ", ".join(each.title for each in dropped[:_LISTED])
            if len(dropped) > _LISTED:
                names = translate("simulator", "{visits} …").format(visits=names)
            text = translate("simulator", "%n visit(s) not required any more: {visits}", "", len(dropped))
            lines.append(text.format(visits=names))
        before = {each.subject for each in deviations_of(self.session.course())}
        lines += [
            translate("simulator", "Potential deviation: {text}").format(
                text=deviation_text(each, after.plan, form)
            )
            for each in deviations_of(after.course())
            if each.subject not in before
        ][:3]
        return lines or [translate("simulator", "Nothing else moves.")]
