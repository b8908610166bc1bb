"""Potential deviations from the approved protocol in force: proposed by the program, confirmed by people (rule 11).

Proposed for what was done outside its window, was declared not done, was done before consent or after its withdrawal,
lies off the participant's path, or gives the treatment after its stop. Never for what was in its window (also where it
was re-booked), unscheduled, not applicable or not required any more, nor for what merely is overdue. One for a visit,
listing its activities.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from study.dating import Moment
from study.interpreter.consents import is_after, lapsed
from study.interpreter.course import Apart, Course, Occurrence
from study.interpreter.dates import Dated, study_day
from study.interpreter.facts import Told
from study.interpreter.status import Out, Status, closing, opening


class DeviationKind(StrEnum):
    """In what way something departs from the protocol."""

    BEFORE_WINDOW = "before its window"
    AFTER_WINDOW = "after its window"
    NOT_DONE = "visit not done"
    ACTIVITIES_NOT_DONE = "activities not done"
    BEFORE_CONSENT = "before consent"
    AFTER_WITHDRAWAL = "after withdrawal of consent"
    ACTIVITIES_OUTSIDE = "activities outside the window"
    HELD_BACK = "transition rule did not hold"
    AFTER_STOP = "treatment after intervention stopped"
    OFF_THE_PATH = "not on the participant's path"


@dataclass(frozen=True, slots=True)
class Deviation:
    """A potential deviation: the rule it departs from, what was planned, what happened, and how far out it was.

    `rule` is the id of the USDM Timing that says when, "" where the rule is no timing. `planned`, `first` and `last`
    are dates of the site, None where not known; `day`, `first_day`, `last_day` and `actual_day` study days, None
    outside the main timeline. `limit` is the date of consent, of its withdrawal, or of the treatment's stop.
    `activities` are those that were not done; `apart` those that were done on another day than their visit, or after
    the stop.
    """

    kind: DeviationKind
    run: str
    key: str
    pass_: int
    title: str
    rule: str = ""
    label: str = ""
    dated: Dated | None = None
    actual: Moment | None = None
    out: Out | None = None
    day: int | None = None
    first_day: int | None = None
    last_day: int | None = None
    actual_day: int | None = None
    limit: dt.date | None = None
    reason: str = ""
    activities: tuple[str, ...] = ()
    apart: tuple[Apart, ...] = ()

    @property
    def subject(self) -> str:
        """By which it is told from the others of a participant."""
        return f"deviation/{self.kind.value}/{self.run}/{self.key}#{self.pass_}"

    @property
    def content(self) -> str:
        """What it says, to see whether it still says the same."""
        dated = self.dated
        window = f"{dated.date}|{dated.first}|{dated.last}|{dated.opens}|{dated.closes}" if dated else ""
        out = f"{self.out.days}|{self.out.minutes}" if self.out else ""
        actual = f"{self.actual.date}|{self.actual.time}" if self.actual else ""
        apart = (f"{each.activity}@{each.at.date}" for each in self.apart)
        return "|".join((window, out, actual, str(self.limit or ""), self.reason, *self.activities, *apart))


def deviations_of(course: Course) -> list[Deviation]:
    """The potential deviations of a course, in the order of its path."""
    found = [deviation for each in course.occurrences for deviation in deviations_at(each, course)]
    return found + deviations_unscheduled(course)


def deviations_at(each: Occurrence, course: Course) -> tuple[Deviation, ...]:
    """The potential deviations at one occurrence of a course."""
    status, actual = each.status, each.actual
    if actual is None:
        early: list[Deviation] = []
        if status is Status.NOT_DONE and not _excused(each, course):
            early.append(_deviation(DeviationKind.NOT_DONE, each, activities=_required(each)))
        return (*early, *_treated(each, course), *_apart(each, course))
    found: list[Deviation] = []
    kind, limit = _against_consent(actual, course)
    if kind is DeviationKind.AFTER_WITHDRAWAL:  # no window binds any more, and nothing is missing
        return () if "/" in each.run else (_deviation(kind, each, limit=limit),)
    if not each.on_path and not each.possible:
        found.append(_deviation(DeviationKind.OFF_THE_PATH, each))
    if status is Status.DONE_EARLY:
        found.append(_deviation(DeviationKind.BEFORE_WINDOW, each))
    elif status is Status.DONE_AFTER:
        found.append(_deviation(DeviationKind.AFTER_WINDOW, each))
    if each.missed:
        found.append(_deviation(DeviationKind.ACTIVITIES_NOT_DONE, each, activities=each.missed))
    if each.held_back:
        found.append(_deviation(DeviationKind.HELD_BACK, each, reason="; ".join(each.held_back)))
    if kind is not None and "/" not in each.run:  # what is nested went with its visit
        found.append(_deviation(kind, each, limit=limit))
    return (*found, *_treated(each, course), *_apart(each, course, kind))


def _treated(each: Occurrence, course: Course) -> Iterator[Deviation]:
    """One for the treatment that was given after its stop; what was done without consent is told as that."""
    if each.treated is None:
        return
    given = tuple(
        other
        for other in each.treated.given
        if _against_consent(other.at, course)[0] is not DeviationKind.AFTER_WITHDRAWAL
    )
    if given:
        yield _deviation(DeviationKind.AFTER_STOP, each, limit=each.treated.stopped, apart=given)


def _apart(each: Occurrence, course: Course, told: DeviationKind | None = None) -> Iterator[Deviation]:
    """What activities that were done on another day than their visit depart from; `told`: said of the visit already.

    One for those outside its window, one for those before consent, one for those after its withdrawal.
    """
    found: dict[DeviationKind, list[Apart]] = {}
    limits: dict[DeviationKind, dt.date | None] = {}
    for other in each.apart:
        kind, limit = _against_consent(other.at, course)
        if other.out is not None and kind is not DeviationKind.AFTER_WITHDRAWAL:
            said = Status.DONE_EARLY if other.out.early else Status.DONE_AFTER  # of the whole visit
            if each.status is not said:
                found.setdefault(DeviationKind.ACTIVITIES_OUTSIDE, []).append(other)
        if kind is not None and kind is not told and "/" not in each.run:
            found.setdefault(kind, []).append(other)
            limits[kind] = limit
    for kind, those in found.items():
        yield _deviation(kind, each, limit=limits.get(kind), apart=tuple(those))


def deviations_unscheduled(course: Course) -> list[Deviation]:
    """The potential deviations of unscheduled visits: outside of consent alone."""
    found: list[Deviation] = []
    for told in course.unscheduled:
        kind, limit = _against_consent(told.at, course)
        if kind is not None:
            found.append(_unscheduled(kind, told, limit))
    return found


def _against_consent(at: Moment, course: Course) -> tuple[DeviationKind | None, dt.date | None]:
    """Whether something was done before consent, or after its withdrawal and before it was given again."""
    if course.consent is not None and is_after(Moment(course.consent, course.consent_time), at):
        return DeviationKind.BEFORE_CONSENT, course.consent
    for lapse in course.lapses:
        if lapse.holds(at):
            return DeviationKind.AFTER_WITHDRAWAL, lapse.since.date
    return None, None


def _excused(each: Occurrence, course: Course) -> bool:
    """Whether a visit that was declared not done was not required: off the path, or behind the end."""
    if not each.on_path:
        return True
    if "/" in each.run:  # told of by itself only where its visit took place without it
        return each.within is None or not each.within.is_done
    if each.dated is None:
        return course.ended is not None
    last = closing(each.dated)
    if lapsed(course.lapses, each.dated.date, opening(each.dated), last):
        return True
    for end, applies in ((course.ended, True), (course.stopped, each.instance.in_treatment)):
        if end is not None and applies and not end.stays and last >= end.date:
            return True
    return False


def _required(each: Occurrence) -> tuple[str, ...]:
    not_required = {*each.instance.optional, *each.waived, *(other.activity for other in each.apart)}
    return tuple(a for a in each.instance.activities if a not in not_required)


def _deviation(
    kind: DeviationKind,
    each: Occurrence,
    limit: dt.date | None = None,
    activities: tuple[str, ...] = (),
    apart: tuple[Apart, ...] = (),
    reason: str = "",
) -> Deviation:
    dated, time = each.dated, each.instance.time

    def day(date: dt.date | None) -> int | None:
        return study_day(date, each.anchor, each.day_of_anchor) if date is not None else None

    return Deviation(
        kind,
        each.run,
        each.instance.key,
        each.pass_,
        each.instance.title,
        rule=time.timing,
        label=time.label,
        dated=dated,
        actual=each.actual,
        out=each.out,
        day=day(dated.date) if dated is not None else None,
        first_day=day(dated.first) if dated is not None else None,
        last_day=day(dated.last) if dated is not None else None,
        actual_day=day(each.actual.date) if each.actual is not None else None,
        limit=limit,
        reason=reason or each.reason,
        activities=activities,
        apart=apart,
    )


def _unscheduled(kind: DeviationKind, told: Told, limit: dt.date | None) -> Deviation:
    return Deviation(
        kind, told.event.run or "unscheduled", told.event.id, 1, told.event.name, actual=told.at, limit=limit
    )
