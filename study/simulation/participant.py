"""One simulated participant: a course through a plan, made of nothing but events that the interpreter takes.

What happens next is always what is open next: a visit takes place or is missed, a decision is taken by its rule or
drawn, until nothing is open. Everybody comes to the first visit, on the day of consent, and to the anchor: without
them there would be nothing to count from.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random
from typing import Final

from study.interpreter.advance import advance, course
from study.interpreter.course import Course, Decision, Occurrence
from study.interpreter.dates import Dated
from study.interpreter.events import Event, EventType, Value
from study.interpreter.rules import NO_RULES, Rules
from study.interpreter.runs import MAIN
from study.interpreter.state import State, new_state
from study.interpreter.when import When
from study.language import translate
from study.plan.plan import Plan, Way
from study.simulation.attendance import Works, comes, drawn, next_working
from study.simulation.outcomes import STOPS, Measured, Outcomes

MOST_EVENTS: Final = 5_000
"""After so many events a participant is given up: real ones have a few hundred."""

_MONTH: Final = 365.25 / 12
_MOST_STARTS: Final = 20  # of one side timeline
_LONGEST: Final = 1_200  # months that anybody takes part


class End(StrEnum):
    """How a simulated course ended."""

    COMPLETED = "completed"
    SCREEN_FAILED = "screen failed"
    STOPPED = "stopped"
    UNDECIDED = "undecided"
    """A decision has no way on that is left."""
    CUT_SHORT = "cut short"
    """It went on and on: the limit of the simulation ended it."""


@dataclass(frozen=True, slots=True)
class Simulated:
    """One participant, numbered from 1. `how` says how somebody stopped; `last` is the day of the last event.

    `limited`: a loop was gone round as often as the simulation does, then another way was taken, or none was left.
    """

    number: int
    consented: dt.date
    last: dt.date
    end: End
    how: str
    limited: bool
    course: Course
    state: State


@dataclass(frozen=True, slots=True)
class Assumed:
    """All that the participants of a group have in common. `outcomes` are fitted to the plan."""

    plan: Plan
    outcomes: Outcomes
    rules: Rules = NO_RULES
    works: Works | None = None


def simulated(assumed: Assumed, number: int, consented: dt.date, draw: Random) -> Simulated:
    """The course of one participant. Always ends; the same for the same arguments, on every machine."""
    return _Participant(assumed, number, consented, draw).to_the_end()


@dataclass(slots=True)
class _Coming:
    """One coming to the site: what is planned for the same day is done on the same day, or missed together."""

    planned: dt.date | None = None
    day: dt.date | None = None


class _Participant:
    def __init__(self, assumed: Assumed, number: int, consented: dt.date, draw: Random) -> None:
        self.assumed = assumed
        self.plan = assumed.plan
        self.outcomes = assumed.outcomes
        self.number = number
        self.consented = consented
        self.draw = draw
        self.state = new_state(assumed.plan)
        self.day = consented
        self.events = 0
        self.at = 0  # all occurrences before this one are settled
        self.coming: dict[str, _Coming] = {}
        self.started: dict[str, int] = {}
        self.end: End | None = None
        self.how = ""
        self.limited = False
        self.stops_on, self.fails_screening = self._fate()
        self.measured = _by_visit(assumed.outcomes.observations)

    def _fate(self) -> tuple[dt.date | None, bool]:
        """When somebody stops by the month, and whether screening fails. Drawn first, whatever comes of them."""
        draw, stops = self.draw, self.outcomes.discontinuation
        fails = bool(self.outcomes.screen_failure) and draw.random() < self.outcomes.screen_failure
        if not stops.per_month:
            return None, fails
        for month in range(_LONGEST):
            if draw.random() < stops.per_month:
                days = int((month + draw.random()) * _MONTH)
                try:
                    return self.consented + dt.timedelta(days=max(1, days)), fails
                except OverflowError:
                    break
        return None, fails

    def to_the_end(self) -> Simulated:
        self._happens(EventType.CONSENTED, self.consented)
        for each in self.outcomes.observations:
            if not each.at:
                self._measure(each, self.consented)
        self._book_the_anchor()
        while self.end is None:
            if self.events >= MOST_EVENTS:
                self.end = End.CUT_SHORT
                break
            self._next(self._course())
        return Simulated(
            self.number,
            self.consented,
            self.day,
            self.end,
            self.how,
            self.limited or self.end is End.CUT_SHORT,
            self._course(),
            self.state,
        )

    def _course(self) -> Course:
        return course(self.plan, self.state, rules=self.assumed.rules)

    def _happens(
        self,
        type_: EventType,
        day: dt.date,
        at: Occurrence | Decision | None = None,
        *,
        to: When | None = None,
        answer: str = "",
        reason: str = "",
        timeline: str = "",
        time: dt.time | None = None,
        measured: tuple[Measured, Value] | None = None,
    ) -> None:
        self.events += 1
        name, activity, unit, value = "", "", "", None
        if measured is not None:
            what, value = measured
            name, activity, unit = what.name, what.activity, what.unit
        event = Event(
            type_,
            When(day, time),
            id=str(self.events),
            run=at.run if at is not None else "",
            instance=at.instance.key if at is not None else "",
            pass_=at.pass_ if at is not None else 1,
            activity=activity,
            reason=reason,
            to=to,
            answer=answer,
            name=name,
            value=value,
            unit=unit,
            timeline=timeline,
        )
        before = self.state
        self.state, _ = advance(self.plan, before, event, rules=self.assumed.rules)
        if self.state is before:  # refused: going on would ask the same again
            self.end = End.CUT_SHORT
        self.day = max(self.day, day)

    def _book_the_anchor(self) -> None:
        """Where the anchor is expected on a day on which the site does not work, it is booked for the next one."""
        if self.assumed.works is None:
            return
        anchor = self.plan.main.anchor
        for each in self._course().occurrences:
            if (
                each.instance.key == anchor
                and each.pass_ == 1
                and each.run == MAIN
                and each.dated is not None
            ):
                day = next_working(each.dated.date, self.assumed.works)
                if each.provisional and day != each.dated.date:
                    self._happens(EventType.VISIT_RESCHEDULED, self.consented, each, to=When(day))
                return

    def _next(self, now: Course) -> None:
        """What is open next happens; the end where nothing is."""
        for start in now.starts:  # its entry rule holds: whoever answers for it starts it
            if self.started.get(start.timeline, 0) < _MOST_STARTS:
                self.started[start.timeline] = self.started.get(start.timeline, 0) + 1
                self._happens(EventType.SIDE_TIMELINE_STARTED, self.day, timeline=start.timeline)
                return
        found = self._next_open(now)
        if found is not None:
            if found.pass_ > self.outcomes.most_passes:
                self.end = End.CUT_SHORT
            elif now.ended is not None and found.run == MAIN:
                self._not_done(found, self.day)  # it was due when the participant stopped
            else:
                self._visit(found)
            return
        for asked in now.decisions:
            if asked.asked:
                self._decide(asked)
                return
        if now.complete or now.ended is not None:
            self._ended(now)
        elif now.next_change is not None:  # a rule waits: time goes on
            day, time = now.next_change
            self._happens(EventType.TIMER_FIRED, day, time=time)
        elif now.stopped is not None:
            self._ended(now)
        else:
            self.end = End.UNDECIDED

    def _ended(self, now: Course) -> None:
        ended = now.ended or now.stopped
        if ended is None:
            self.end = End.COMPLETED
            return
        failed = ended.kind == EventType.SCREEN_FAILED.value
        self.end = End.SCREEN_FAILED if failed else End.STOPPED
        self.how = self.how or ended.kind

    def _next_open(self, now: Course) -> Occurrence | None:
        """The next visit of the main run, or of a run beside it that is planned sooner."""
        occurrences = now.occurrences
        place, found = self.at, None
        for place in range(self.at, len(occurrences)):
            each = occurrences[place]
            if each.status.is_open and each.on_path:
                found = each
                break
        if found is None:
            return None
        if found.run == MAIN:
            self.at = place
        if len(now.runs) > 1:
            for each in occurrences[place + 1 :]:
                if (
                    each.run != found.run
                    and each.status.is_open
                    and each.on_path
                    and _day_of(each) < _day_of(found)
                ):
                    found = each
        return found

    def _visit(self, each: Occurrence) -> None:
        day = self._day_of_visit(each)
        around = day if day is not None else max(self.day, _day_of(each))
        if self._stops_before(each, around):
            return
        if day is None:
            self._not_done(each, around)
            return
        for measured in self.measured.get(each.instance.key, ()):
            self._measure(measured, day)
        self._happens(EventType.VISIT_DONE, day, each)
        per_visit = self.outcomes.discontinuation.per_visit
        if per_visit and self.stops_on is None and not self.how and self.draw.random() < per_visit:
            self.stops_on = day + dt.timedelta(days=1) if day < dt.date.max else day

    def _not_done(self, each: Occurrence, day: dt.date) -> None:
        reason = translate("simulation", "did not come (simulated)")
        self._happens(EventType.VISIT_NOT_DONE, day, each, reason=reason)

    def _day_of_visit(self, each: Occurrence) -> dt.date | None:
        """When somebody comes; None where the visit is missed."""
        works = self.assumed.works
        coming = self.coming.setdefault(each.run, _Coming())
        own = self.outcomes.by_visit.get(each.instance.key)
        must = each.instance.time.is_anchor or (each.run == MAIN and self.at == 0)
        dated = each.dated
        if dated is None:
            return next_working(self.day, works)
        if own is None and not must and coming.planned == dated.date:
            return None if coming.day is None else max(coming.day, self.day)
        if must:
            day: dt.date | None = next_working(max(dated.date, self.day), works)
        else:
            compliance = own or self.outcomes.visits
            is_range = each.instance.time.is_range
            day = comes(self.draw, compliance, dated, self.day, works, is_range=is_range)
        coming.planned, coming.day = dated.date, day
        return day

    def _stops_before(self, each: Occurrence, day: dt.date) -> bool:
        """Whether the participant stops, or fails screening, before coming to a visit."""
        anchor = self.plan.main.anchor
        if (
            self.fails_screening
            and each.run == MAIN
            and (each.instance.key == anchor or each.instance.in_treatment)
        ):
            self.fails_screening = False
            self.how = EventType.SCREEN_FAILED.value
            self._happens(EventType.SCREEN_FAILED, self.day)
            return True
        if self.stops_on is None or self.how or day < self.stops_on:
            return False
        how = drawn(self.draw, self.outcomes.discontinuation.how)
        on = max(self.stops_on, self.day)
        self.how, self.stops_on = how, None
        if how in STOPS:
            reason = translate("simulation", "stopped (simulated)")
            self._happens(EventType(how), on, reason=reason)
        else:
            self._happens(EventType.SIDE_TIMELINE_STARTED, on, timeline=how)
            self.how = self.plan.by_id[how].title
        return True

    def _decide(self, asked: Decision) -> None:
        """A decision that no rule takes is drawn; past the limit, no way back is taken any more."""
        ways = asked.ways
        if asked.pass_ >= self.outcomes.most_passes:
            self.limited = True
            ways = tuple(way for way in ways if not way.back)
            if not ways:
                self.end = End.CUT_SHORT
                return
        way = drawn(self.draw, self._weights(asked, ways)) if len(ways) > 1 else ways[0]
        day = max(self.day, asked.dated.date) if asked.dated is not None else self.day
        self._happens(EventType.DECISION_ANSWERED, day, asked, answer=way.id)

    def _weights(self, asked: Decision, ways: tuple[Way, ...]) -> list[tuple[Way, float]]:
        passes = self.outcomes.decisions.get(asked.instance.key)
        if passes:
            said = dict(passes[min(asked.pass_, len(passes)) - 1])
            weighed = [(way, said.get(way.id, 0.0)) for way in ways]
            if any(weight for _, weight in weighed):
                return weighed
        return [(way, 1.0) for way in ways]

    def _measure(self, measured: Measured, day: dt.date) -> None:
        value: Value
        if measured.between is not None:
            low, high = measured.between
            value = round(low + self.draw.random() * (high - low), measured.decimals)
        else:
            value = drawn(self.draw, measured.one_of)
        self._happens(EventType.OBSERVATION_RECORDED, day, measured=(measured, value))


def _by_visit(observations: tuple[Measured, ...]) -> Mapping[str, tuple[Measured, ...]]:
    found: dict[str, tuple[Measured, ...]] = {}
    for each in observations:
        for key in each.at:
            found[key] = (*found.get(key, ()), each)
    return found


def _day_of(each: Occurrence) -> dt.date:
    dated: Dated | None = each.dated
    return dated.date if dated is not None else dt.date.min
