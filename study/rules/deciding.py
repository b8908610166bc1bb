"""The rules of a plan, through the interpreter's port: which way a decision takes, as far as its rules say so.

A decision is judged as of its own day, or that of the visit before it where that came later: what is recorded
afterwards never turns it round. A rule that waits is judged again as of the end of each pause, and one that asks takes
its default once nobody has answered for so long. Attributes of the participant and answers of people come as
observations that name them; a laboratory's range of the day as observations named after the value (`LOWER`, `UPPER`).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final, NamedTuple

from study.changes import UnknownFormatError
from study.dating import Moment
from study.interpreter.facts import Facts, Told
from study.interpreter.rules import Asked
from study.interpreter.runs import timeline_of
from study.plan.plan import OTHERWISE, Plan, PlanTimeline
from study.rules.evaluate import Evaluated, evaluate_text
from study.rules.model import (
    ANCHOR,
    CONSENT,
    Answer,
    Attribute,
    Default,
    Done,
    Elapsed,
    Judged,
    Observed,
    Quantity,
    terms_in,
)
from study.rules.situation import Observation, Recorded, Situation, converted, months_later
from study.rules.writing import read_rule

LOWER: Final = " lower limit"
UPPER: Final = " upper limit"
"""What is added to an observation's name for the laboratory's range of the same day."""

_END_OF_DAY: Final = dt.time(23, 59, 59)
_KEPT_AT_MOST: Final = 200_000  # of all that is remembered for a plan


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
        return tuple(
            (way.id, judged.came_to if (judged := _judged(asked, way.rule)) is not None else None)
            for way in asked.ways
        )

    def again_on(self, asked: Asked) -> Moment | None:
        """When a rule that waits, or that has a default, is to be asked again; None where nothing comes of time."""
        for way in asked.ways:
            judged = _judged(asked, way.rule)
            if judged is None or judged.came_to.answer in (Answer.ASK, Answer.WAIT):
                return _moment(judged.again) if judged is not None and judged.again is not None else None
            if judged.came_to.answer is Answer.HOLDS:
                return None
        return None

    def waits(self, asked: Asked) -> bool:
        """Whether a rule puts the decision off: nobody is asked until it is over."""
        for _, came_to in self.evaluated(asked):
            if came_to is None or came_to.answer is not Answer.DOES_NOT_HOLD:
                return came_to is not None and came_to.answer is Answer.WAIT
        return False

    def holds(self, rule: str, asked: Asked) -> bool | None:
        """Whether the rule of a text that is no way on holds; None where it asks, waits, or cannot be read."""
        judged = _judged(asked, rule)
        answer = judged.came_to.answer if judged is not None else Answer.ASK
        return {Answer.HOLDS: True, Answer.DOES_NOT_HOLD: False}.get(answer)


PLAN_RULES: Final = PlanRules()


_EVERYTHING: Final = frozenset((Attribute, Judged, Observed, Done, Elapsed))


@lru_cache(maxsize=512)
def _kinds_of(text: str) -> frozenset[type]:
    """The kinds of terms that a rule speaks of; none for one that cannot be read, which asks whatever is known."""
    try:
        return frozenset(type(term) for term in terms_in(read_rule(text).when))
    except (UnknownFormatError, ValueError):
        return frozenset()


@dataclass(frozen=True, slots=True)
class _Judged:
    """What a rule comes to as far as time has gone, and when it may come to something else by time alone."""

    came_to: Evaluated
    again: dt.datetime | None = None


def _judged(asked: Asked, text: str) -> _Judged | None:
    """A way's rule, tried again after each pause that has passed; None where it has none."""
    if not text:
        return None
    needs = frozenset(_kinds_of(text))
    begun = at = _as_of(asked)
    until = None if asked.now is None else _end(asked.now)
    waited = 0
    came_to = _come_to(asked, text, needs, at)
    while came_to.answer is Answer.WAIT and came_to.pause is not None and at is not None:
        at = _after(at, came_to.pause)
        if until is None or at is None or at > until:
            return _Judged(came_to, at)
        waited += 1
        came_to = _come_to(asked, text, needs, at, waited)
    default = _default(text) if came_to.answer is Answer.ASK and _is_unanswered(came_to) else None
    if default is None or begun is None:
        return _Judged(came_to)
    due = _after(at or begun, default.after)
    if until is None or due is None or due > until:
        return _Judged(came_to, due)
    return _Judged(replace(came_to, answer=default.answer))


class _Known(NamedTuple):
    """What a rule came to when it was asked last, and by what; None where the rule does not speak of it."""

    at: dt.datetime | None
    observations: Sequence[Told] | None
    facts: Facts | None
    came_to: Evaluated


def _come_to(
    asked: Asked, text: str, needs: frozenset[type], at: dt.datetime | None, waited: int = 0
) -> Evaluated:
    """What a rule comes to as of a moment: what it came to before, as long as nothing that it speaks of is another.

    A decision is judged again after every event, and of most events its rule does not speak. Records are told apart by
    identity: they are never changed once they have been asked about. Sentences are in the language of the day, so what
    has any is judged anew.
    """
    observed = not needs.isdisjoint((Attribute, Judged, Observed))
    done = not needs.isdisjoint((Done, Elapsed))
    memo = asked.plan.memo
    key = ("came_to", text, asked.day, asked.pass_, waited, asked.run if done else "")
    known = memo.get(key)
    if (
        isinstance(known, _Known)
        and (known.at == at or not needs)
        and (not observed or known.observations is asked.observations)
        and (not done or known.facts is asked.facts)
    ):
        return known.came_to
    came_to = evaluate_text(text, situation_of(asked, needs, at, waited))
    if not came_to.troubles and len(memo) < _KEPT_AT_MOST:
        memo[key] = _Known(
            at, asked.observations if observed else None, asked.facts if done else None, came_to
        )
    return came_to


def _is_unanswered(came_to: Evaluated) -> bool:
    """Whether it asks a person and nothing else: no value that a site has to record is missing, nothing is broken."""
    return not came_to.troubles and all(isinstance(each.term, Judged) for each in came_to.missing)


@lru_cache(maxsize=512)
def _default(text: str) -> Default | None:
    try:
        return read_rule(text).default
    except (UnknownFormatError, ValueError):
        return None


def _after(at: dt.datetime, pause: Quantity) -> dt.datetime | None:
    """When a pause from a moment is over; the end of that day where the pause counts days. None beyond all dates."""
    try:
        if pause.unit in ("mo", "a"):
            months = int(pause.value * (12 if pause.unit == "a" else 1))
            return dt.datetime.combine(months_later(at.date(), months), at.time())
        return at + dt.timedelta(seconds=float(converted(pause.value, pause.unit, "s")))
    except (OverflowError, ValueError):
        return None


def _moment(at: dt.datetime) -> Moment:
    return Moment(at.date())


def situation_of(
    asked: Asked,
    needs: frozenset[type] = _EVERYTHING,
    at: dt.datetime | None = None,
    waited: int = 0,
) -> Situation:
    """What is known where a decision has been reached, as far as terms of the kinds `needs` speak of it.

    `at`: as of another moment than the decision's own; `waited`: how often the rule was put off until then.
    """
    now = at or _as_of(asked)
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
        waited=waited,
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
    places = asked.facts.places
    for key in _leading_to(asked.plan, timeline, asked.instance.key):
        for pass_ in (asked.pass_, 1):
            recorded = places.get((asked.run, key, pass_))
            if recorded is not None and (actual := recorded.actual) is not None:
                last = max(last, _end(actual.at))
                break
    return last


def _leading_to(plan: Plan, timeline: PlanTimeline, key: str) -> tuple[str, ...]:
    """The instances with a way to another one."""
    asked = ("leading_to", timeline.id, key)
    found = plan.memo.get(asked)
    if found is None:
        found = plan.memo[asked] = tuple(
            each.key for each in timeline.instances if any(way.target == key for way in each.ways)
        )
    assert isinstance(found, tuple)
    return found


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
