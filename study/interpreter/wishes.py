"""All that a course asks of the outside: tasks, questions, potential deviations, queries, and the next timer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from study.interpreter.course import Course, Decision, Occurrence, Ongoing
from study.interpreter.dates import Dated
from study.interpreter.deviations import Deviation, deviations_at, deviations_unscheduled
from study.interpreter.effects import (
    AskDecision,
    CancelIntegration,
    ClearTimer,
    CloseQuery,
    CloseTask,
    Complete,
    Effect,
    InvokeIntegration,
    OpenTask,
    ProposeDeviation,
    ProposeStart,
    RaiseQuery,
    Reopen,
    SetTimer,
    WithdrawDeviation,
)
from study.interpreter.status import Status
from study.interpreter.trace import Trace
from study.plan.plan import Role

_TIMER, _COMPLETE = "timer/next", "complete"

Wish = tuple[str, Callable[[str], Effect]]
"""What something says, and the effect that asks for it under a key."""


def wishes_of(course: Course) -> tuple[dict[str, Wish], dict[str, str]]:
    """All that is to be open, by subject; and what of it does not come from visits on the path, with what it says."""
    on_path = [each for each in course.occurrences if each.on_path]
    beside = [each for each in course.occurrences if not each.on_path]
    passing = _passing(course, beside)
    return _tasks(on_path) | _deviations(on_path, course) | passing, _contents(passing)


def wishes_since(former: Trace, trace: Trace) -> tuple[Mapping[str, str], dict[str, Wish]]:
    """What was open of all that may have changed since a trace, and what of it is to be open now."""
    assert trace.changed is not None
    passing = _passing(trace.course, trace.beside)
    trace.passing = _contents(passing)
    if not trace.changed:
        return former.passing, passing
    was = [each.before for each in trace.changed if each.before is not None]
    now = [each.after for each in trace.changed]
    before = _contents(_tasks(was) | _deviations(was, former.course))
    return {**before, **former.passing}, _tasks(now) | _deviations(now, trace.course) | passing


def closing_of(subject: str, sequence: int) -> Effect:
    """The effect that takes back what was asked."""
    key = f"{sequence}/close/{subject}"
    if subject == _TIMER:
        return ClearTimer(key, subject)
    if subject == _COMPLETE:
        return Reopen(key, subject)
    if subject.startswith("deviation/"):
        return WithdrawDeviation(key, subject)
    if subject.startswith("integration/"):
        return CancelIntegration(key, subject)
    if subject.startswith("query/"):
        return CloseQuery(key, subject)
    return CloseTask(key, subject)


def _contents(wishes: Mapping[str, Wish]) -> dict[str, str]:
    return {subject: wish[0] for subject, wish in wishes.items()}


def _tasks(occurrences: Iterable[Occurrence]) -> dict[str, Wish]:
    wishes: dict[str, Wish] = {}
    for each in occurrences:
        if each.status is Status.DUE or each.status is Status.OVERDUE:
            subject = f"visit/{each.run}/{each.instance.key}#{each.pass_}"
            wishes[subject] = (_task_content(each), partial(_task, subject, each))
    return wishes


def _deviations(occurrences: Iterable[Occurrence], course: Course) -> dict[str, Wish]:
    found = (deviation for each in occurrences for deviation in deviations_at(each, course))
    return dict(_proposed(each) for each in found)


def _proposed(deviation: Deviation) -> tuple[str, Wish]:
    subject = deviation.subject
    return subject, (deviation.content, partial(ProposeDeviation, subject=subject, deviation=deviation))


def _passing(course: Course, beside: Sequence[Occurrence]) -> dict[str, Wish]:
    wishes: dict[str, Wish] = {}
    for asked in course.decisions:
        if asked.asked:
            subject = f"decision/{asked.run}/{asked.instance.key}#{asked.pass_}"
            says = "|".join(way.id for way in asked.ways)
            wishes[subject] = (says, partial(_question, subject, asked))
            if asked.instance.role is Role.IRT:
                system = f"integration/{subject}"
                wishes[system] = (says, partial(_invocation, system, asked))
    for each in course.starts:
        subject = f"start/{each.timeline}"
        made = partial(
            ProposeStart, subject=subject, timeline=each.timeline, title=each.title, role=each.role
        )
        wishes[subject] = (each.role.value, made)
    for goes_on in course.ongoing:
        span = goes_on.span
        subject = f"span/{goes_on.run}/{span.first}/{span.last}/{span.activity}"
        wishes[subject] = (f"{goes_on.since}|{goes_on.until or ''}", partial(_span, subject, goes_on))
    if beside:
        wishes |= _deviations(beside, course)
    if course.unscheduled:
        wishes |= dict(_proposed(each) for each in deviations_unscheduled(course))
    for query in course.queries:
        subject = f"query/{query.kind.value}/{query.subject}"
        wishes[subject] = (
            "|".join(each.isoformat() for each in query.dates),
            partial(RaiseQuery, subject=subject, query=query),
        )
    if course.complete:
        wishes[_COMPLETE] = ("", partial(Complete, subject=_COMPLETE))
    elif course.next_change is not None:
        day, time = course.next_change
        wishes[_TIMER] = (f"{day}|{time or ''}", partial(SetTimer, subject=_TIMER, date=day, time=time))
    return wishes


def _task_content(each: Occurrence) -> str:
    dated, booked = each.dated, each.booked
    if each.waived or each.held_back:
        more = replace(each, waived=(), held_back=())
        return "|".join((_task_content(more), *each.waived, *each.held_back))
    if dated is None:
        return f"|{booked.date if booked is not None else ''}"
    hours = f"{dated.opens}|{dated.closes}" if dated.opens is not None or dated.closes is not None else ""
    when = f"{dated.date}|{dated.first}|{dated.last}|{hours}|{each.provisional:d}"
    return when if booked is None else f"{when}|{booked.date}"


def _task(subject: str, each: Occurrence, key: str) -> Effect:
    return OpenTask(
        key,
        subject,
        each.run,
        each.instance.key,
        each.pass_,
        each.instance.title,
        each.instance.role,
        each.dated,
        each.provisional,
        each.booked.date if each.booked is not None else None,
        tuple(activity for activity in each.instance.activities if activity not in each.waived)
        if each.waived
        else each.instance.activities,
        each.held_back,
    )


def _span(subject: str, each: Ongoing, key: str) -> Effect:
    dated = Dated(each.since, None, None, None, each.until, None)
    role, activities = Role.SITE_COORDINATOR, (each.span.activity,)
    return OpenTask(
        key, subject, each.run, each.span.first, 1, each.title, role, dated, False, None, activities
    )


def _invocation(subject: str, asked: Decision, key: str) -> Effect:
    return InvokeIntegration(
        key,
        subject,
        asked.instance.role,
        asked.run,
        asked.instance.key,
        asked.pass_,
        asked.instance.title,
        asked.ways,
    )


def _question(subject: str, asked: Decision, key: str) -> Effect:
    return AskDecision(
        key,
        subject,
        asked.run,
        asked.instance.key,
        asked.pass_,
        asked.instance.title,
        asked.instance.role,
        asked.ways,
    )
