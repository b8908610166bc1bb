"""Moving a participant to another plan, an amendment: what changes for them. What was done is never undone."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from enum import StrEnum

from study.dating import ANYWHERE, SiteCalendar
from study.dating_words import ISO_DATES, DateForm
from study.interpreter.advance import course, next_of
from study.interpreter.course import Course, Occurrence
from study.interpreter.effects import Effect
from study.interpreter.events import Event, EventType
from study.interpreter.kept import Kept
from study.interpreter.rules import NO_RULES, Rules
from study.interpreter.state import State
from study.interpreter.status import Status, opening
from study.interpreter.when import When
from study.language import translate
from study.plan.plan import Plan


class ChangeKind(StrEnum):
    """What an amendment does to a visit of one participant."""

    DONE = "already done"
    """It took place, or was declared not done: it stays as it is."""
    RE_DATED = "re-dated"
    ADDED = "added"
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

    @property
    def title(self) -> str:
        """What the visit is called, by the new plan where it is still there."""
        here = self.after or self.before
        return here.instance.title if here is not None else ""


def change_text(change: VisitChange, plan: Plan, form: DateForm = ISO_DATES) -> str:
    """A change in a sentence: "Week 8: 2025-03-04 instead of 2025-03-01". `plan` names the activities."""
    title = change.title
    was, now = (_day_of(each, form) for each in (change.before, change.after))
    match change.kind:
        case ChangeKind.DONE:
            return translate("course", "{visit}: already done or declared, stays as it is").format(
                visit=title
            )
        case ChangeKind.ADDED:
            return translate("course", "{visit}: added, {date}").format(visit=title, date=now)
        case ChangeKind.DROPPED:
            return translate("course", "{visit}: dropped, was planned for {date}").format(
                visit=title, date=was
            )
        case ChangeKind.RE_DATED:
            return translate("course", "{visit}: {date} instead of {former}").format(
                visit=title, date=now, former=was
            )
        case ChangeKind.ACTIVITIES:
            added, dropped = (
                ", ".join(plan.activity_titles.get(each, each) for each in listed) or "–"
                for listed in (change.added, change.dropped)
            )
            return translate("course", "{visit}: more to do: {added}; no longer: {dropped}").format(
                visit=title, added=added, dropped=dropped
            )


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
    """What changes for one participant, in the order of the path, and what the outside is asked to do."""

    changes: tuple[VisitChange, ...]
    effects: tuple[Effect, ...]

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
    moved = replace(state, plan=new.hash, facts=facts, kept=(*state.kept, *_kept(before, day)))
    after_state, effects = next_of(new, moved, calendar, rules)
    after = course(new, after_state, calendar, rules, whole=True)
    return after_state, Amended(tuple(_changes(before, after)), effects)


def _kept(before: Course, day: dt.date) -> list[Kept]:
    """What the old plan said of the visits that could have taken place while it was in force, or that did."""
    return [
        Kept(each.place, day, each.dated, each.instance.title, each.instance.time, each.instance.activities)
        for each in before.occurrences
        if each.dated is not None
        and each.timeline
        and not each.provisional
        and (each.on_path or each.actual is not None)
        and ("/" not in each.run or each.actual is not None)
        and (opening(each.dated) < day or each.actual is not None or each.status is Status.NOT_DONE)
    ]


def _changes(before: Course, after: Course) -> list[VisitChange]:
    was = {each.place: each for each in before.occurrences if _counts(each)}
    now = {each.place: each for each in after.occurrences if _counts(each)}
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
            found.append(VisitChange(ChangeKind.ADDED, None, each))
            continue
        if other.actual is not None or not each.status.is_open:
            continue
        if _when(other) != _when(each):
            found.append(VisitChange(ChangeKind.RE_DATED, other, each))
        had, has = other.instance.activities, each.instance.activities
        if set(had) != set(has):
            added = tuple(a for a in has if a not in had)
            dropped = tuple(a for a in had if a not in has)
            found.append(VisitChange(ChangeKind.ACTIVITIES, other, each, added, dropped))
    order = {each.place: n for n, each in enumerate(after.occurrences) if each.timeline}
    earlier = {each.place: n for n, each in enumerate(before.occurrences)}

    def place_of(change: VisitChange) -> tuple[int, int]:
        here = change.after or change.before
        assert here is not None
        known = order.get(here.place)
        if known is None:  # not in the new plan: behind the last visit before it that is still there
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
