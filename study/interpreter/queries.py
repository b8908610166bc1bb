"""Doubts about what is recorded: what does not go together, for somebody to look at."""

from __future__ import annotations

from study.interpreter.course import Query, QueryKind
from study.interpreter.events import EventType
from study.interpreter.facts import Facts
from study.interpreter.runs import timeline_of
from study.plan.plan import Plan


def queries_of(plan: Plan, facts: Facts) -> list[Query]:
    """The doubts about a participant's records, in the order of their places."""
    found: list[Query] = []
    if not facts.consents and (facts.places or facts.unscheduled or facts.sides):
        found.append(Query(QueryKind.NO_CONSENT, "consent"))
    deaths = [told.at.date for told in facts.ends if told.event.type is EventType.DIED]
    died = min(deaths, default=None)
    for place in sorted(facts.doubtful if died is None else facts.places):
        recorded = facts.places[place]
        subject = f"{place[0]}/{place[1]}#{place[2]}"
        timeline = timeline_of(plan, place[0])
        instance = timeline.by_key.get(place[1]) if timeline is not None else None
        title = instance.title if instance is not None else place[1]
        done = sorted({told.at.date for told in recorded.done})
        if len(recorded.done) > 1:
            kind = QueryKind.RECORDED_TWICE
            found.append(Query(kind, subject, title, tuple(sorted(t.at.date for t in recorded.done))))
        if recorded.not_done and recorded.actual is not None:
            found.append(Query(QueryKind.DONE_AND_NOT_DONE, subject, title))
        if len({told.event.answer for told in recorded.answers}) > 1:
            found.append(Query(QueryKind.ANSWERED_TWICE, subject, title))
        if died is not None and any(day > died for day in done):
            found.append(Query(QueryKind.AFTER_DEATH, subject, title, (done[-1], died)))
    found += [Query(QueryKind.NOTHING_TO_CORRECT, each) for each in sorted(facts.corrects_nothing)]
    return found
