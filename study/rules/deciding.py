"""The rules of a plan, through the interpreter's port: which way a decision takes, as far as its rules say so.

A decision is judged as of its own day, or that of the visit before it where that came later: what is recorded
afterwards never turns it round. Attributes of the participant and answers of people come as observations that name
them; a laboratory's range of the day as observations named after the value (`LOWER`, `UPPER`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from study.changes import UnknownFormatError
from study.dating import Moment
from study.interpreter.facts import Facts, Told
from study.interpreter.rules import Asked
from study.interpreter.runs import timeline_of
from study.plan.plan import OTHERWISE, Plan
from study.rules.evaluate import Evaluated, evaluate_text
from study.rules.model import (
    ANCHOR,
    CONSENT,
    Answer,
    Attribute,
    Done,
    Elapsed,
    Judged,
    Observed,
    terms_in,
)
from study.rules.situation import Observation, Recorded, Situation
from study.rules.writing import read_rule

LOWER: Final = " lower limit"
UPPER: Final = " upper limit"
"""What is added to an observation's name for the laboratory's range of the same day."""

_END_OF_DAY: Final = dt.time(23, 59, 59)


class PlanRules:
    """Decides by the rules that stand in the plan; what they cannot tell, a person decides."""

    def way(self, asked: Asked) -> str | None:
        """The id of the way to take; None where a rule asks or waits, or a condition without one is reached."""
        told = self.evaluated(asked)
        for way, came_to in told:
            if way == OTHERWISE or (came_to is not None and came_to.answer is Answer.HOLDS):
                return way
            if came_to is None or came_to.answer is not Answer.DOES_NOT_HOLD:
                return None
        return None

    def evaluated(self, asked: Asked) -> tuple[tuple[str, Evaluated | None], ...]:
        """What the rule of each way comes to, in the order in which they are tried; None for a way without one."""
        needs = frozenset(kind for way in asked.ways if way.rule for kind in _kinds_of(way.rule))
        situation = situation_of(asked, needs)
        return tuple((way.id, evaluate_text(way.rule, situation) if way.rule else None) for way in asked.ways)


PLAN_RULES: Final = PlanRules()


_EVERYTHING: Final = frozenset((Attribute, Judged, Observed, Done, Elapsed))


@lru_cache(maxsize=512)
def _kinds_of(text: str) -> frozenset[type]:
    """The kinds of terms that a rule speaks of; none for one that cannot be read, which asks whatever is known."""
    try:
        return frozenset(type(term) for term in terms_in(read_rule(text).when))
    except (UnknownFormatError, ValueError):
        return frozenset()


def situation_of(asked: Asked, needs: frozenset[type] = _EVERYTHING) -> Situation:
    """What is known where a decision has been reached, as far as terms of the kinds `needs` speak of it."""
    now = _as_of(asked)
    speaks = not needs.isdisjoint((Attribute, Judged, Observed))
    told = [each for each in asked.observations if now is None or _time(each.at) <= now] if speaks else []
    limits: dict[tuple[str, dt.date], Recorded] = {
        (name, each.at.date): each.event.value for each in told if (name := _of_limit(each))
    }
    observations: list[Observation] = []
    attributes: dict[str, Recorded] = {}
    judged: dict[str, bool] = {}
    for each in told:
        event = each.event
        if _of_limit(each):
            continue
        names = tuple(name for name in (event.name, event.activity) if name)
        if event.name and not event.activity:
            attributes[event.name] = event.value
            if type(event.value) is bool:
                judged[event.name] = event.value
        low, high = (_limit(limits, names, each.at.date, end) for end in (LOWER, UPPER))
        observations.append(Observation(names, _time(each.at), event.value, event.unit, low, high))
    done = None
    if asked.facts is not None and not needs.isdisjoint((Done, Elapsed)):
        done = done_in(asked.plan, asked.run, asked.facts)
    return Situation(
        now=now,
        attributes=attributes,
        observations=tuple(observations),
        done=done,
        judged=judged,
        study_day=asked.day,
        passes=asked.pass_,
        clock=False,  # a decision stands at a day
    )


def done_in(plan: Plan, run: str, facts: Facts) -> dict[str, tuple[dt.datetime, ...]]:
    """When instances and Activities were done in a run, and consent and the anchor, by id.

    An instance is done when it is recorded as such, or when all of its activities are.
    """
    done: dict[str, list[dt.datetime]] = {CONSENT: [_time(each.at) for each in facts.consents]}
    timeline = timeline_of(plan, run)
    for (where, key, _), recorded in facts.places.items():
        if where != run or timeline is None:
            continue
        instance = timeline.by_key.get(key)
        activities = {name: min(_times(each)) for name, each in recorded.activities_done.items() if each}
        whole = recorded.actual
        times: list[dt.datetime] = []
        if whole is not None:
            times.append(_time(whole.at))
        elif instance is not None and instance.activities and set(instance.activities) <= set(activities):
            times.append(max(activities[name] for name in instance.activities))
        for name, at in activities.items():
            done.setdefault(name, []).append(at)
        if times:
            done.setdefault(key, []).extend(times)
            for name in instance.activities if instance is not None else ():
                if name not in activities and name not in recorded.activities_not_done:
                    done.setdefault(name, []).extend(times)
            if key == timeline.anchor:
                done.setdefault(ANCHOR, []).extend(times)
    return {name: tuple(sorted(times)) for name, times in done.items()}


def _as_of(asked: Asked) -> dt.datetime | None:
    """The end of the day that a decision stands at, or when the visit before it took place, where that was later."""
    if asked.date is None:
        return None if asked.now is None else _end(asked.now)
    last = _end(asked.date)
    timeline = timeline_of(asked.plan, asked.run)
    if asked.facts is None or timeline is None:
        return last
    for instance in timeline.instances:
        if any(way.target == asked.instance.key for way in instance.ways):
            for pass_ in (asked.pass_, 1):
                recorded = asked.facts.places.get((asked.run, instance.key, pass_))
                if recorded is not None and recorded.actual is not None:
                    last = max(last, _end(recorded.actual.at))
                    break
    return last


def _limit(
    limits: dict[tuple[str, dt.date], Recorded], names: Iterable[str], day: dt.date, end: str
) -> Recorded:
    return next((limits[name + end, day] for name in names if (name + end, day) in limits), None)


def _of_limit(told: Told) -> str:
    name = told.event.name
    return name if name.endswith((LOWER, UPPER)) else ""


def _times(told: Iterable[Told]) -> list[dt.datetime]:
    return [_time(each.at) for each in told]


def _time(at: Moment) -> dt.datetime:
    return dt.datetime.combine(at.date, at.time or dt.time.min)


def _end(at: Moment) -> dt.datetime:
    return dt.datetime.combine(at.date, _END_OF_DAY)
