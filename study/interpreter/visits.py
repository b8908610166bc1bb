"""One visit on a path: its status, and when time alone changes that."""

from __future__ import annotations

import datetime as dt

from study.dating import Moment
from study.interpreter.consents import lapsed
from study.interpreter.course import Apart, Occurrence, Treated
from study.interpreter.dates import Counted, Dated
from study.interpreter.facts import Told
from study.interpreter.given import Given
from study.interpreter.kept import in_force, is_passed_over
from study.interpreter.line import Change, Entry, Limits, Line
from study.interpreter.records import apart_from, declared_not_done, missed_at, treated_at
from study.interpreter.status import Status, closes_at, closing, judged, opening, opens_at, prompted
from study.interpreter.texts import ruled
from study.plan.plan import PlanInstance

_NOT_TO_BE_DONE = (Status.NOT_DONE, Status.NOT_REQUIRED)


def entry_of(given: Given, line: Line, step: int, counted: Counted | None, resolved: bool) -> Entry:
    """A visit at a place on the path. `resolved`: all before it is recorded."""
    walk, limits = line.walk, line.limits
    key, pass_ = line.path[step]
    instance = walk.steps[key].instance
    place = (walk.run, key, pass_)
    recorded = given.facts.places.get(place)
    date = walk.date_of(key, counted) if counted is not None else None
    provisional = counted is not None and not counted.base.happened
    actual = booked = out = None
    reason = ""
    missed: tuple[str, ...] = ()
    change: Change | None = None
    in_turn = False
    declared: Told | None = None
    apart: tuple[Apart, ...] = ()
    treated: Treated | None = None
    waived = _untreated(given, limits, instance, date) if limits.untreated is not None else ()
    held_back: tuple[str, ...] = ()
    if recorded is not None:
        actual = walk.actual(key, pass_)
        booking = recorded.booking
        if booking is not None and booking.event.to is not None:
            booked = booking.event.to.at_site(given.calendar)
        if actual is None:
            declared = declared_not_done(instance, recorded)
        if limits.untreated is not None:
            treated = treated_at(instance, recorded, given.plan.treatments, limits.untreated)
    if actual is not None:
        assert recorded is not None
        if limits.untreated is not None:
            waived = _untreated(given, limits, instance, None, actual.date)
        against = in_force(given.kept, place, date, actual.date)
        binding = None if provisional and against is date else against
        if binding is None:
            status = Status.DONE
        else:
            status, out = judged(binding, actual, given.calendar)
        if recorded.activities_done:
            apart = apart_from(recorded, binding, actual, given.calendar)
        date = against or date
    elif declared is not None:
        status, reason = Status.NOT_DONE, declared.event.reason
        date = in_force(given.kept, place, date, declared.at.date) or date
    elif walk.start is not None and is_its_start(given, line, instance, pass_):
        status = Status.DONE
    elif (
        (given.kept and is_passed_over(given.kept, place))
        or line.covered in _NOT_TO_BE_DONE
        or is_over(instance, None if provisional else date, limits)
    ):
        status = Status.NOT_REQUIRED
    elif date is None or (provisional and is_behind_its_anchor(line, instance, step)):
        # Behind an anchor that was declared not done there is no date that anything could count from.
        in_turn = True
        at_once = date is None and booked is not None
        status = Status.DUE if resolved or at_once else Status.UPCOMING
    else:
        status, change = _prompted(given, date, booked.date if booked is not None else None, provisional)
    if instance.conditions or instance.gates:
        day = actual or (Moment(date.date) if date is not None and status is not Status.UPCOMING else None)
        if day is not None or status in (Status.DUE, Status.OVERDUE):
            waived, held_back = ruled(given, line, instance, pass_, day, waived, status)
    if actual is None and recorded is not None and recorded.activities_done:
        apart = apart_from(recorded, None if provisional else date, None, given.calendar)
    if actual is not None:
        assert recorded is not None
        missed = missed_at(instance, recorded, waived)
    occurrence = Occurrence(
        walk.run,
        walk.timeline.id,
        instance,
        pass_,
        status,
        date,
        provisional,
        actual,
        booked,
        reason,
        out,
        missed=missed,
        anchor=line.anchor,
        day_of_anchor=line.day_of_anchor,
        waived=waived,
        held_back=held_back,
        apart=apart,
        within=line.covered,
        treated=treated,
    )
    return Entry(occurrence, step, status.is_open, resolved, in_turn, change)


def _untreated(
    given: Given, limits: Limits, instance: PlanInstance, date: Dated | None, on: dt.date | None = None
) -> tuple[str, ...]:
    """What gives the treatment, where it is not required any more: at a visit `on` a day, else planned for `date`."""
    assert limits.untreated is not None
    if on is None:
        on = closing(date) if date is not None else dt.date.max
    if on < limits.untreated.date:
        return ()
    return tuple(each for each in instance.activities if each in given.plan.treatments)


def is_its_start(given: Given, line: Line, instance: PlanInstance, pass_: int) -> bool:
    """Whether an instance is but the moment at which a run that has begun is laid: nothing is to be done or recorded.

    Of a run inside a visit that alone, as long as nothing in it is recorded, its visit stands for it.
    """
    walk = line.walk
    return (
        walk.start_happened
        and pass_ == 1
        and instance.key == walk.timeline.anchor
        and not instance.activities
        and not instance.subs
        and ("/" not in walk.run or walk.run in given.facts.runs)
    )


def is_behind_its_anchor(line: Line, instance: PlanInstance, step: int) -> bool:
    """Whether the anchor that an instance counts from lies before it on the path."""
    base = instance.time.time_base
    return bool(base) and base != instance.key and line.first_at.get(base, step) < step


def is_over(instance: PlanInstance, date: Dated | None, limits: Limits) -> bool:
    """Whether something that is not recorded is not required any more; `date` is None for a forecast."""
    if limits.lapses and date is not None and lapsed(limits.lapses, date.date, opening(date), closing(date)):
        return True
    if limits.ended is None and limits.stopped is None:
        return False
    for limit, applies in ((limits.ended, True), (limits.stopped, instance.in_treatment)):
        if limit is None or not applies:
            continue
        if date is None:
            return True
        if (opening(date) > limit.date) if limits.strictly else (closing(date) >= limit.date):
            return True
    return False


def _prompted(
    given: Given, date: Dated, booked: dt.date | None, provisional: bool
) -> tuple[Status, Change | None]:
    now = given.now
    status = prompted(date, booked, now, given.calendar)
    first, last = opening(date), closing(date)
    if booked is not None:
        first, last = min(first, booked), max(last, booked)
    changes: list[Change] = []
    if status is Status.UPCOMING:
        at = opens_at(date) if booked is None else None
        changes += _by_the_clock(at) if at is not None and at.date() == first else [(first, dt.time.min)]
    elif status is Status.DUE and not provisional:
        closes = closes_at(date)
        if closes is not None and booked is None and closes.date() < dt.date.max:
            changes += _by_the_clock(closes + dt.timedelta(minutes=1))
        if last < dt.date.max:
            changes.append((last + dt.timedelta(days=1), dt.time.min))
    elif status is Status.OVERDUE and provisional:
        return Status.DUE, None
    instant = (now.date, now.time or dt.time.min)
    return status, min((each for each in changes if each > instant), default=None)


def _by_the_clock(at: dt.datetime) -> list[Change]:
    """A moment of the site's clock; and an hour later, as the clock may have been set back in between."""
    again = at.replace(tzinfo=None) + dt.timedelta(hours=1) if at.date() < dt.date.max else at
    return [(each.date(), each.time()) for each in (at, again)]


def started_by(occurrence: Occurrence) -> tuple[Moment | None, bool]:
    """When what is nested in a visit begins, and whether that has happened."""
    if occurrence.actual is not None:
        return occurrence.actual, True
    dated = occurrence.dated
    if dated is None:
        return None, False
    return Moment(dated.date, dated.at.time() if dated.at is not None else None), False
