"""The dated schedule of one participant as rows: which visit, on which study day, when, how late, and what is done.

What the verbs and exports write of a `Course`. Nothing here judges: status and deviations are the interpreter's.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from study.dating import Moment, SiteCalendar
from study.interpreter.course import Apart, Course, Occurrence
from study.interpreter.dates import study_day
from study.interpreter.status import Out, Status
from study.plan.plan import Plan, PlanTime

When = dt.date | dt.datetime
"""A date of the site, or an instant in its time zone where the schedule counts in hours from a known hour."""


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """One visit of a participant.

    `planned` is its day (the first one of a range, `is_range`); `opens` and `closes` its window, both inclusive, None
    where that side is not stated or cannot be judged (`window_unjudged`: hours around a date). `earliest` and `latest`
    say between which days it lies as long as what it is timed from has not taken place. `study_day` is that of the
    planned day, None outside the main timeline. `provisional`: it counts from an anchor, or from another visit, that
    has not happened. `free_day`: "weekend", or the name of the holiday, "" on a working day. `depends_on` is the
    decision that has to be taken first, "" where none has. `activities` are the titles of what is done, in the order
    of the study; `activity_ids` their ids. `not_required`: the titles of those that need not be done here, as a
    footnote's rule does not hold or the treatment has stopped. `held_back`: the words of transition rules that do not
    hold. `apart`: what of it was done on another day.
    """

    run: str
    timeline: str
    instance: str
    visit: str
    pass_: int
    status: Status
    study_day: int | None
    planned: When | None
    opens: When | None
    closes: When | None
    earliest: dt.date | None
    latest: dt.date | None
    provisional: bool
    is_range: bool
    is_anchor: bool
    window_unjudged: bool
    free_day: str
    depends_on: str
    epoch: str
    encounter: str
    timing: str
    activities: tuple[str, ...]
    activity_ids: tuple[str, ...]
    actual: Moment | None
    actual_day: int | None
    booked: Moment | None
    reason: str
    out: Out | None
    not_required: tuple[str, ...] = ()
    held_back: tuple[str, ...] = ()
    apart: tuple[Apart, ...] = ()

    @property
    def to_do(self) -> tuple[str, ...]:
        """The titles of the activities that are required."""
        return tuple(each for each in self.activities if each not in self.not_required)

    @property
    def date(self) -> dt.date | None:
        """The planned day."""
        return self.planned.date() if isinstance(self.planned, dt.datetime) else self.planned


def calendar_rows(plan: Plan, course: Course, calendar: SiteCalendar) -> list[CalendarRow]:
    """The visits of a course, in its order; what is nested in a visit has a row only where it is recorded by itself."""
    epochs = {each.id: each.title for each in plan.epochs}
    encounters = {each.id: each.title for each in plan.encounters}
    done = frozenset((each.run, each.instance.key) for each in course.occurrences if each.actual is not None)
    done |= frozenset((each.run, each.instance.key) for each in course.decisions if each.taken)
    return [_row(plan, course, each, calendar, epochs, encounters, done) for each in _visits(course)]


def _visits(course: Course) -> Iterator[Occurrence]:
    for each in course.occurrences:
        if "/" not in each.run or each.actual is not None or each.reason:
            yield each


def _row(
    plan: Plan,
    course: Course,
    each: Occurrence,
    calendar: SiteCalendar,
    epochs: dict[str, str],
    encounters: dict[str, str],
    done: frozenset[tuple[str, str]],
) -> CalendarRow:
    instance, dated = each.instance, each.dated
    timeline = plan.by_id.get(each.timeline)
    planned: When | None = None
    opens: When | None = None
    closes: When | None = None
    if dated is not None:
        planned = dated.at or dated.date
        opens, closes = dated.opens or dated.first, dated.closes or dated.last

    def day(date: dt.date | None) -> int | None:
        return study_day(date, each.anchor, each.day_of_anchor) if date is not None else None

    return CalendarRow(
        run=each.run,
        timeline=timeline.title if timeline is not None else "",
        instance=instance.key,
        visit=instance.title,
        pass_=each.pass_,
        status=each.status,
        study_day=day(dated.date) if dated is not None else None,
        planned=planned,
        opens=opens,
        closes=closes,
        earliest=each.earliest if each.booked is None else None,
        latest=each.latest if each.booked is None else None,
        provisional=each.actual is None and (each.provisional or _rolls(plan, each, done)),
        is_range=instance.time.is_range,
        is_anchor=instance.time.is_anchor,
        window_unjudged=opens is None and closes is None and _has_window(instance.time),
        free_day=_free_day(dated.date, calendar) if dated is not None else "",
        depends_on=_decision(plan, course, each),
        epoch=epochs.get(instance.epoch, ""),
        encounter=encounters.get(instance.encounter, ""),
        timing=instance.time.label,
        activities=tuple(plan.activity_titles.get(a, a) for a in instance.activities),
        activity_ids=instance.activities,
        actual=each.actual,
        actual_day=day(each.actual.date) if each.actual is not None else None,
        booked=each.booked,
        reason=each.reason,
        out=each.out,
        not_required=tuple(plan.activity_titles.get(a, a) for a in each.waived),
        held_back=each.held_back,
        apart=each.apart,
    )


def _decision(plan: Plan, course: Course, each: Occurrence) -> str:
    """The decision that the path waits at before it may lead to an occurrence; "" where it leads there already."""
    if each.on_path or not each.possible:
        return ""
    timeline = plan.by_id.get(each.timeline)
    frontier = course.frontiers.get(each.run, "")
    found = timeline.by_key.get(frontier) if timeline is not None else None
    return found.title if found is not None else ""


def _has_window(time: PlanTime) -> bool:
    return time.lower is not None or time.upper is not None


def _rolls(plan: Plan, each: Occurrence, done: frozenset[tuple[str, str]]) -> bool:
    """Whether a date follows that of another visit which has not taken place (rule 5 of time)."""
    timeline = plan.by_id.get(each.timeline)
    here, seen = each.instance, {each.instance.key}
    while timeline is not None and not here.time.is_anchor:
        of = timeline.by_key.get(here.time.reference)
        if of is None or of.key in seen or of.time.is_anchor or (each.run, of.key) in done:
            return False
        if not of.is_decision or of.time.upper is not None:
            return True
        seen.add(of.key)
        here = of  # without a window a decision is taken for its planned day, which follows another
    return False


def _free_day(day: dt.date, calendar: SiteCalendar) -> str:
    """Kept as a word of files and scripts: "weekend", else the holiday's name."""
    if name := calendar.holiday(day):
        return name
    return "weekend" if day.weekday() in calendar.weekend else ""
