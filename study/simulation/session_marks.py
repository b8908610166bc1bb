"""What a simulated participant's course says of a schedule's views: marks of the table, states of nodes, dates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from study.dating import Anchor, DatedTime, DatedTimes, DateStatus, Dating, SiteCalendar
from study.interpreter.course import Course, Occurrence
from study.interpreter.dates import study_day
from study.interpreter.status import Status
from study.plan.plan import Plan
from study.simulation.standing import Standing
from study.timeline import PlannedTime, PlannedTimes


@dataclass(frozen=True, slots=True)
class Standings:
    """The standing of each instance by key, and of what was done otherwise than its visit by (activity, instance).

    Where a loop passes an instance several times, its latest pass that has been reached speaks.
    """

    instances: Mapping[str, Standing] = field(default_factory=dict)
    activities: Mapping[tuple[str, str], Standing] = field(default_factory=dict)

    def of(self, activity: str, instance: str) -> Standing | None:
        """How a planned assessment stands; None where nothing is known of its visit."""
        return self.activities.get((activity, instance)) or self.instances.get(instance)


def standings(course: Course, timeline: str) -> Standings:
    """How the instances of a timeline stand, in all of its runs that are not nested in a visit."""
    latest = latest_of(course, timeline)
    instances = {key: standing_of(each) for key, each in latest.items()}
    for asked in course.decisions:
        if asked.timeline == timeline:
            instances[asked.instance.key] = (
                Standing.DONE if asked.taken else Standing.OPEN if asked.asked else Standing.AHEAD
            )
    missed = {
        (activity, key): Standing.MISSED
        for key, each in latest.items()
        if each.actual is not None
        for activity in each.missed
    }
    return Standings(instances, missed)


def ways_gone(course: Course, plan: Plan, timeline: str) -> frozenset[tuple[str, str]]:
    """The ways of a timeline that were gone, as (instance, the one that it leads to)."""
    of = plan.by_id.get(timeline)
    if of is None:
        return frozenset()
    stands = standings(course, timeline).instances
    taken = {
        (each.instance.key, way.target)
        for each in course.decisions
        if each.timeline == timeline
        for way in each.ways
        if way.id == each.taken
    }
    left, reached = (Standing.DONE, Standing.MISSED), (Standing.DONE, Standing.MISSED, Standing.OPEN)
    gone = set()
    for each in of.instances:
        for way in each.ways:
            step = (each.key, way.target)
            if stands.get(each.key) not in left or stands.get(way.target) not in reached:
                continue
            if step in taken or not (each.is_decision or each.asks):
                gone.add(step)
    return frozenset(gone)


def latest_of(course: Course, timeline: str) -> dict[str, Occurrence]:
    """The occurrence that speaks for each instance of a timeline, by key."""
    latest: dict[str, Occurrence] = {}
    for each in course.occurrences:
        if each.timeline != timeline or "/" in each.run:
            continue
        known = latest.get(each.instance.key)
        if known is None or _rank(each) >= _rank(known):
            latest[each.instance.key] = each
    return latest


def _rank(each: Occurrence) -> tuple[int, int]:
    return (2 if each.on_path or each.actual is not None else 1 if each.possible else 0), each.pass_


def standing_of(each: Occurrence) -> Standing:
    """How one occurrence stands."""
    status = each.status
    if status.is_done:
        return Standing.DONE
    if status is Status.NOT_DONE:
        return Standing.MISSED
    if status in (Status.NOT_REQUIRED, Status.NOT_APPLICABLE):
        return Standing.OFF
    if status in (Status.DUE, Status.OVERDUE):
        return Standing.OPEN if each.on_path else Standing.AHEAD
    return Standing.AHEAD


def simulated_dates(course: Course, planned: PlannedTimes, calendar: SiteCalendar) -> DatedTimes | None:
    """The dates of one timeline's instances as the course has them; None where it has none."""
    timeline = planned.timeline.id or ""
    times: dict[str, DatedTime] = {}
    anchors: dict[str, Anchor] = {}
    for key, each in latest_of(course, timeline).items():
        time = planned.times.get(key)
        if time is None:
            continue
        times[key] = _dated(key, each, time, calendar)
        if each.instance.time.is_anchor and times[key].day is not None:
            day = times[key].day
            assert day is not None
            anchors[key] = Anchor(day, happened=each.actual is not None)
    if not any(each.day is not None for each in times.values()):
        return None
    dating = Dating(anchors, {k: e.actual for k, e in times.items() if e.actual is not None})
    return DatedTimes(planned, dating, calendar, times)


def _dated(key: str, each: Occurrence, time: PlannedTime, calendar: SiteCalendar) -> DatedTime:
    dated = each.dated
    if each.actual is not None:
        status = DateStatus.DONE
    elif dated is None:
        status = DateStatus.UNKNOWN
    else:
        status = DateStatus.FORECAST if each.provisional else DateStatus.DATED
    day = each.actual.date if each.actual is not None else dated.date if dated is not None else None
    if each.actual is None and each.booked is not None:
        day = each.booked.date
    return DatedTime(
        key,
        time,
        status,
        date=(each.booked.date if each.booked and not each.actual else dated.date) if dated else day,
        first=dated.first if dated else None,
        last=dated.last if dated else None,
        earliest=each.earliest,
        latest=each.latest,
        actual=each.actual,
        study_day=_study_day(each, day),
        weekend=day is not None and day.weekday() in calendar.weekend,
        holiday=calendar.holiday(day) if day is not None else "",
    )


def _study_day(each: Occurrence, day: dt.date | None) -> int | None:
    if day is None:
        return None
    return study_day(day, each.anchor, each.day_of_anchor)
