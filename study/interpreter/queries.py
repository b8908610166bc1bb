"""Doubts about what is recorded: what does not go together, for somebody to look at."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from study.interpreter.course import Query, QueryKind
from study.interpreter.events import EventType
from study.interpreter.facts import Facts, Recorded
from study.interpreter.runs import main_run, timeline_of
from study.interpreter.starting import started_too_often
from study.plan.plan import Plan


def queries_of(plan: Plan, facts: Facts) -> list[Query]:
    """The doubts about a participant's records, in the order of their places."""
    found: list[Query] = []
    if not facts.consents and (facts.places or facts.unscheduled or facts.sides):
        found.append(Query(QueryKind.NO_CONSENT, "consent"))
    over = _over(plan, facts)
    for place in sorted(facts.places if over else facts.doubtful):
        recorded = facts.places[place]
        subject = f"{place[0]}/{place[1]}#{place[2]}"
        timeline = timeline_of(plan, place[0])
        instance = timeline.by_key.get(place[1]) if timeline is not None else None
        title = instance.title if instance is not None else place[1]
        dates = sorted(told.at.date for told in (*recorded.happened, *recorded.done))
        if recorded.is_repeated:
            found.append(Query(QueryKind.RECORDED_TWICE, subject, title, tuple(dates)))
        if recorded.not_done and recorded.actual is not None:
            found.append(Query(QueryKind.DONE_AND_NOT_DONE, subject, title))
        if len({told.event.answer for told in recorded.answers}) > 1:
            found.append(Query(QueryKind.ANSWERED_TWICE, subject, title))
        done = max((*dates, *(_activities(recorded) if over else ())), default=None)
        for kind, end, run in over:
            if done is not None and done > end and (not run or run == place[0]):
                found.append(Query(kind, subject, title, (done, end)))
                break
    for kind, end, run in over:
        if not run:
            found += [
                Query(kind, told.event.id, told.event.name, (told.at.date, end))
                for told in facts.unscheduled
                if told.at.date > end
            ]
            break
    found += [
        Query(QueryKind.STARTED_TOO_OFTEN, each.id, each.title, tuple(days))
        for each, days in started_too_often(plan, facts)
    ]
    for run, starts in sorted(facts.starts.items()):
        if len(starts) > 1 and (timeline := timeline_of(plan, run)) is not None:
            days = tuple(sorted(told.at.date for told in starts))
            found.append(Query(QueryKind.STARTED_TWICE, run, timeline.title, days))
    found += [Query(QueryKind.NOTHING_TO_CORRECT, each) for each in sorted(facts.corrects_nothing)]
    return found


def _activities(recorded: Recorded) -> Iterator[dt.date]:
    """The days on which activities were done."""
    return (told.at.date for each in recorded.activities_done.values() for told in each)


def _over(plan: Plan, facts: Facts) -> list[tuple[QueryKind, dt.date, str]]:
    """After what nothing can be done any more, with its date: of one run of the main timeline, or ("") of all."""
    found: list[tuple[QueryKind, dt.date, str]] = []
    again = sorted({told.at.date for told in facts.screened_again})
    for told in facts.ends:
        day = told.at.date
        match told.event.type:
            case EventType.DIED:
                found.append((QueryKind.AFTER_DEATH, day, ""))
            case EventType.LOST_TO_FOLLOW_UP:
                found.append((QueryKind.AFTER_LOSS, day, ""))
            case EventType.SCREEN_FAILED:
                attempt = 1 + sum(each < day for each in again)
                found.append((QueryKind.AFTER_SCREEN_FAILURE, day, main_run(attempt)))
            case _:
                pass
    for run, told in facts.sides.items():
        timeline = timeline_of(plan, run)
        if timeline is not None and timeline.ends_main:
            attempt = facts.attempt_on(told.at.date)
            found.append((QueryKind.AFTER_TERMINATION, told.at.date, main_run(attempt)))
    order = list(QueryKind)
    return sorted(found, key=lambda each: (order.index(each[0]), each[1]))
