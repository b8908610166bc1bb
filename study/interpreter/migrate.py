"""Moving a participant to another plan, an amendment: what changes for them. What was done is never undone."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from study.dating import ANYWHERE, SiteCalendar
from study.dating_words import ISO_DATES, DateForm
from study.interpreter.advance import course, next_of
from study.interpreter.amended_decisions import DecisionChange, changed_decisions
from study.interpreter.course import Course, Occurrence
from study.interpreter.dates import Dated
from study.interpreter.effects import Effect
from study.interpreter.events import Event, EventType
from study.interpreter.facts import Place
from study.interpreter.kept import Kept
from study.interpreter.rules import NO_RULES, Rules
from study.interpreter.state import State
from study.interpreter.status import Status, closing, opening
from study.interpreter.when import When
from study.language import translate
from study.plan.plan import Plan


class ChangeKind(StrEnum):
    """What an amendment does to a visit of one participant."""

    DONE = "already done"
    """It took place, or was declared not done: it stays as it is."""
    RE_DATED = "re-dated"
    ADDED = "added"
    ADDED_TOO_LATE = "added too late"
    """It would have been before the amendment came into force for the participant: it is not required."""
    DROPPED = "dropped"
    ACTIVITIES = "activities changed"


@dataclass(frozen=True, slots=True)
class VisitChange:
    """What changes at one visit; `before` is None where it is added, `after` where it is dropped.

    `added` and `dropped` are the ids of activities, for visits that are still to come.
    """

    kind: ChangeKind
    before: Occurrence | None
    after: Occurrence | None
    added: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    left: Mapping[str, str] = field(default_factory=dict, compare=False)
    """What the plan that is left calls its activities."""

    @property
    def title(self) -> str:
        """What the visit is called, by the new plan where it is still there."""
        here = self.after or self.before
        return here.instance.title if here is not None else ""


def change_text(change: VisitChange, plan: Plan, form: DateForm = ISO_DATES) -> str:
    """A change in a sentence: "Week 8: 2025-03-04 instead of 2025-03-01". `plan` names the activities."""
    here = change.after or change.before
    title = change.title
    if here is not None and here.pass_ > 1:
        title = translate("course", "{visit} (pass {number})").format(visit=title, number=here.pass_)
    was, now = (_day_of(each, form) for each in (change.before, change.after))
    match change.kind:
        case ChangeKind.DONE:
            return _stays(change, title, form)
        case ChangeKind.ADDED:
            return translate("course", "{visit}: added, {date}").format(visit=title, date=now)
        case ChangeKind.ADDED_TOO_LATE:
            return translate(
                "course",
                "{visit}: added, but would have been on {date}, before the amendment came into force: not required",
            ).format(visit=title, date=now)
        case ChangeKind.DROPPED:
            if (booked := _booked(change.before, form)) != "":
                return translate(
                    "course", "{visit}: dropped, was planned for {date}; cancel the appointment on {booked}"
                ).format(visit=title, date=was, booked=booked)
            return translate("course", "{visit}: dropped, was planned for {date}").format(
                visit=title, date=was
            )
        case ChangeKind.RE_DATED:
            return _re_dated(change, title, form)
        case ChangeKind.ACTIVITIES:
            return _activities(change, title, plan)


def _stays(change: VisitChange, title: str, form: DateForm) -> str:
    here = change.after or change.before
    if here is not None and here.actual is not None:
        text = translate("course", "{visit}: already done on {date}, stays as it is")
        return text.format(visit=title, date=form.plain(here.actual.date))
    return translate("course", "{visit}: declared not done, stays as it is").format(visit=title)


def _re_dated(change: VisitChange, title: str, form: DateForm) -> str:
    """On which day it is now, and by how much that is another one; what is booked outside its window now is said."""
    before, after = change.before, change.after
    was, now = (_day_of(each, form) for each in (before, after))
    dated = after.dated if after is not None else None
    former = before.dated if before is not None else None
    days = (dated.date - former.date).days if dated is not None and former is not None else 0
    if dated is not None and former is not None and not days:
        text = translate("course", "{visit}: still {date}; its window is {window} now, was {former}")
        parts = {
            "date": form.plain(dated.date),
            "window": _window(dated, form),
            "former": _window(former, form),
        }
    else:
        parts = {"date": now, "former": was}
        if days > 0:
            text = translate("course", "{visit}: %n day(s) later, {date} instead of {former}", "", days)
        elif days < 0:
            text = translate("course", "{visit}: %n day(s) earlier, {date} instead of {former}", "", -days)
        else:
            text = translate("course", "{visit}: {date} instead of {former}")
    told = text.format(visit=title, **parts)
    booked = after.booked.date if after is not None and after.booked is not None else None
    if booked is None or dated is None or opening(dated) <= booked <= closing(dated):
        return told
    return translate("course", "{change}; booked for {booked}, outside its window now: book it anew").format(
        change=told, booked=form.plain(booked)
    )


def _activities(change: VisitChange, title: str, plan: Plan) -> str:
    added, dropped = (
        ", ".join(plan.activity_titles.get(each, each) for each in listed)
        for listed in (change.added, change.dropped)
    )
    if not dropped:
        return translate("course", "{visit}: more to do: {added}").format(visit=title, added=added)
    dropped = ", ".join(_called(each, change, plan) for each in change.dropped)
    if not added:
        return translate("course", "{visit}: no longer to do: {dropped}").format(visit=title, dropped=dropped)
    return translate("course", "{visit}: more to do: {added}; no longer: {dropped}").format(
        visit=title, added=added, dropped=dropped
    )


def _called(activity: str, change: VisitChange, plan: Plan) -> str:
    """What an activity is called: by the new plan, else by the one that is left, which alone may have it."""
    return plan.activity_titles.get(activity) or change.left.get(activity, activity)


def _booked(each: Occurrence | None, form: DateForm) -> str:
    return form.plain(each.booked.date) if each is not None and each.booked is not None else ""


def _window(dated: Dated, form: DateForm) -> str:
    if dated.first is None or dated.last is None:
        return translate("course", "not stated")
    return form.span(dated.first, dated.last)


def _day_of(each: Occurrence | None, form: DateForm) -> str:
    """The planned day, with its window where it has one."""
    if each is None or each.dated is None:
        return translate("course", "no date")
    dated = each.dated
    day = form.plain(dated.date)
    if dated.first is None or dated.last is None:
        return day
    return translate("course", "{date} ({window})").format(
        date=day, window=form.span(dated.first, dated.last)
    )


@dataclass(frozen=True, slots=True)
class Amended:
    """What changes for one participant, in the order of the path, and what the outside is asked to do.

    `decisions`: what changes of the decisions that they may still come to.
    """

    changes: tuple[VisitChange, ...]
    effects: tuple[Effect, ...]
    decisions: tuple[DecisionChange, ...] = ()

    def of_kind(self, kind: ChangeKind) -> tuple[VisitChange, ...]:
        """The changes of one kind."""
        return tuple(each for each in self.changes if each.kind is kind)


def migrate(
    old: Plan,
    new: Plan,
    state: State,
    occurred: When | None = None,
    calendar: SiteCalendar = ANYWHERE,
    rules: Rules = NO_RULES,
) -> tuple[State, Amended]:
    """The participant's state on another plan, in force from `occurred` (else the last record) on, and what changes.

    Free of effects of its own: called and thrown away, it is a dry run. What took place before `occurred`, also where
    it is recorded later, is judged by the plan that was in force then. On the new plan already, nothing changes.
    Raises ValueError where the state is on neither plan.
    """
    if state.plan == new.hash:
        return state, Amended((), ())
    if state.plan != old.hash:
        raise ValueError("The participant is on another plan than the one to be left: nothing was changed.")
    before = course(old, state, calendar, rules, whole=True)
    if occurred is None:
        now = before.now
        occurred = When(now.date, now.time) if now is not None else When(dt.date(1970, 1, 1))
    day = occurred.at_site(calendar).date
    amended = Event(
        EventType.AMENDMENT_APPLIED,
        occurred,
        id=f"amendment:{state.sequence}:{new.hash}",
        plan=new.hash,
    )
    facts = (*state.facts, amended) if before.now is not None else state.facts
    moved = replace(state, plan=new.hash, facts=facts, kept=(*state.kept, *_kept(before, day)), trace=None)
    passed_over = _passed_over(before, course(new, moved, calendar, rules), day)
    moved = replace(moved, kept=(*moved.kept, *passed_over))
    after_state, effects = next_of(new, moved, calendar, rules)
    after = course(new, after_state, calendar, rules, whole=True)
    places = {each.place for each in passed_over}
    changes = _changes(before, after, places, old.activity_titles)
    return after_state, Amended(tuple(changes), effects, tuple(changed_decisions(old, new, before, after)))


def _kept(before: Course, day: dt.date) -> list[Kept]:
    """What the old plan said of the visits that could have taken place while it was in force, or that did.

    What was recorded by it for the very day on which it is left was done under it.
    """
    return [
        Kept(
            each.place,
            _until(each, day),
            each.dated,
            each.instance.title,
            each.instance.time,
            each.instance.activities,
        )
        for each in before.occurrences
        if each.timeline
        and not each.provisional
        and (each.on_path or each.actual is not None)
        and ("/" not in each.run or each.actual is not None)
        and (
            each.dated is None
            or opening(each.dated) < day
            or each.actual is not None
            or each.status is Status.NOT_DONE
        )
    ]


def _until(each: Occurrence, day: dt.date) -> dt.date:
    """The day before which a visit that was recorded already is judged by the plan that is left on `day`."""
    on_that_day = each.status is Status.NOT_DONE or (each.actual is not None and each.actual.date == day)
    return day + dt.timedelta(days=1) if on_that_day and day < dt.date.max else day


def _passed_over(before: Course, after: Course, day: dt.date) -> list[Kept]:
    """The visits that were in no plan of the participant before the day, and whose windows had closed by then."""
    known = {each.place for each in before.occurrences}
    return [
        Kept(each.place, day, each.dated, each.instance.title, each.instance.time, passed_over=True)
        for each in after.occurrences
        if each.place not in known
        and each.dated is not None
        and each.on_path
        and each.status.is_open
        and not each.provisional
        and "/" not in each.run
        and closing(each.dated) < day
    ]


def _changes(
    before: Course, after: Course, passed_over: Collection[Place], names: Mapping[str, str]
) -> list[VisitChange]:
    was = {each.place: each for each in before.occurrences if _counts(each)}
    now = {each.place: each for each in after.occurrences if _counts(each) or each.place in passed_over}
    found: list[VisitChange] = []
    for place, each in was.items():
        other = now.get(place)
        if each.actual is not None or each.status is Status.NOT_DONE:
            found.append(VisitChange(ChangeKind.DONE, each, other or each))
        elif other is None:
            found.append(VisitChange(ChangeKind.DROPPED, each, None))
    for place, each in now.items():
        other = was.get(place)
        if other is None:
            kind = ChangeKind.ADDED_TOO_LATE if place in passed_over else ChangeKind.ADDED
            found.append(VisitChange(kind, None, each))
            continue
        if other.actual is not None or not each.status.is_open:
            continue
        if _when(other) != _when(each):
            found.append(VisitChange(ChangeKind.RE_DATED, other, each))
        had, has = other.instance.activities, each.instance.activities
        if set(had) != set(has):
            added = tuple(a for a in has if a not in had)
            dropped = tuple(a for a in had if a not in has)
            found.append(VisitChange(ChangeKind.ACTIVITIES, other, each, added, dropped, names))
    order = {each.place: n for n, each in enumerate(after.occurrences) if each.timeline}
    earlier = {each.place: n for n, each in enumerate(before.occurrences)}
    runs = [each.run for each in after.occurrences]
    days = [
        (n, on.date)
        for n, each in enumerate(after.occurrences)
        if each.timeline and each.on_path and (on := each.actual or each.dated) is not None
    ]

    def place_of(change: VisitChange) -> tuple[int, int]:
        here = change.after or change.before
        assert here is not None
        known = order.get(here.place)
        if (
            known is None
        ):  # not in the new plan: by its day, else behind the last visit before it that is still there
            if here.dated is not None:
                day = here.dated.date
                known = max((n for n, of in days if of <= day and runs[n] == here.run), default=-1)
                return known, 1
            mine = earlier[here.place]
            known = max((order[p] for p, n in earlier.items() if n < mine and p in order), default=-1)
            return known, 1
        return known, 0

    return sorted(found, key=place_of)


def _counts(each: Occurrence) -> bool:
    """Visits of the main and side runs that took place, were declared not done, or may still come."""
    return "/" not in each.run and (
        each.actual is not None or each.status is Status.NOT_DONE or each.status.is_open
    )


def _when(each: Occurrence) -> object:
    dated = each.dated
    return None if dated is None else (dated.date, dated.first, dated.last, dated.opens, dated.closes)
