"""A simulated participant: what was recorded step by step, what comes next, and how it was at any step before.

A `Session` is a value. Every step keeps the state that it left, so that going back costs nothing and what follows is
exactly the same again. Nothing here knows what day it is: the simulated day comes from what was recorded.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from study.dating import ANYWHERE, Moment, SiteCalendar
from study.interpreter.advance import advance, course
from study.interpreter.course import Course, Decision, Occurrence
from study.interpreter.dates import study_day
from study.interpreter.effects import Complete, Effect, Refused
from study.interpreter.events import Event, EventType
from study.interpreter.facts import Place, facts_of
from study.interpreter.migrate import Amended, migrate
from study.interpreter.rules import Asked, Rules
from study.interpreter.state import State, new_state
from study.interpreter.status import opening
from study.interpreter.when import When
from study.language import translate
from study.plan.plan import Plan
from study.rules.deciding import PLAN_RULES, PlanRules
from study.rules.evaluate import Evaluated

_TO_THE_PARTICIPANT = frozenset(
    (
        EventType.INTERVENTION_STOPPED,
        EventType.SCREEN_FAILED,
        EventType.RE_SCREENED,
        EventType.CONSENT_WITHDRAWN,
        EventType.LOST_TO_FOLLOW_UP,
        EventType.DIED,
        EventType.UNSCHEDULED_VISIT,
        EventType.SIDE_TIMELINE_STARTED,
    )
)
_DAY = dt.timedelta(days=1)
_KEPT = 8  # courses that are worked out once
_NEAR = 14  # days that a visit is moved at most to find a working day
MOST_STEPS = 5_000
"""Steps of one participant; a loop that nothing ends stops here."""


class RefusedError(ValueError):
    """An event that was not recorded; the message says why, and what to do."""


class NextKind(Enum):
    """What comes next."""

    CONSENT = auto()
    EVENT = auto()
    QUESTION = auto()
    """A decision that a person has to answer."""
    END = auto()


@dataclass(frozen=True, slots=True)
class Next:
    """What comes next, and on which day. `event` where it happens by itself, `question` where somebody has to answer.

    `occurrence` is the visit of the event. `off_day` is the day that it was planned or booked for, where the event is
    on another one because that is no working day.
    """

    kind: NextKind
    day: dt.date | None = None
    event: Event | None = None
    question: Decision | None = None
    occurrence: Occurrence | None = None
    off_day: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """What was recorded, the state that it left, the plan in force then, and what was asked of the outside.

    `by_rule`: the decisions that rules took because of it.
    """

    event: Event
    state: State
    plan: Plan
    effects: tuple[Effect, ...] = ()
    by_rule: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class Session:
    """One simulated participant.

    `steps` are all that are known, of which the first `at` have happened: after going back, those behind it are kept
    and happen again in the same way, until something else is recorded. `plan` is the one in force. `start`: the day of
    consent. `avoids_days_off`: visits keep to working days of `calendar`, as far as their windows allow.
    """

    plan: Plan
    start: dt.date
    calendar: SiteCalendar = ANYWHERE
    rules: Rules = PLAN_RULES
    avoids_days_off: bool = True
    steps: tuple[Step, ...] = ()
    at: int = 0
    first_plan: Plan | None = None
    _courses: dict[int, tuple[State, Plan, SiteCalendar, Course]] = field(
        default_factory=dict, compare=False, repr=False
    )

    # Where it stands

    @property
    def state(self) -> State:
        """The participant's state now."""
        return self.steps[self.at - 1].state if self.at else new_state(self.first_plan or self.plan)

    @property
    def happened(self) -> tuple[Step, ...]:
        """The steps that have happened."""
        return self.steps[: self.at]

    @property
    def ahead(self) -> tuple[Step, ...]:
        """The steps behind the one that was gone back to."""
        return self.steps[self.at :]

    @property
    def today(self) -> dt.date:
        """The simulated day: as far as time is known to have gone."""
        now = self.now().now
        return now.date if now is not None else self.start

    @property
    def is_complete(self) -> bool:
        """Whether the participant's course has come to its end."""
        return self.at > 0 and self.now().complete

    def course(self) -> Course:
        """All that is true of the participant, with what the path may still lead to, but not what visits hold."""
        state = self.state
        known = self._courses.get(self.at)
        if known is not None and known[0] is state and known[1] is self.plan and known[2] is self.calendar:
            return known[3]
        made = course(self.plan, state, self.calendar, self.rules, whole=True, nested=False)
        if len(self._courses) > _KEPT:
            self._courses.clear()
        self._courses[self.at] = (state, self.plan, self.calendar, made)
        return made

    def now(self) -> Course:
        """All that is true of the participant and lies on their path: quicker than the whole."""
        return course(self.plan, self.state, self.calendar, self.rules)

    def visits(self) -> list[Occurrence]:
        """The visits in the order of the path, those of side timelines behind; what is nested in a visit left out."""
        return [each for each in self.course().occurrences if "/" not in each.run]

    def occurrence(self, place: Place) -> Occurrence | None:
        """The visit at a place; None where the course has none there."""
        for made in (self.now, self.course):
            found = next((each for each in made().occurrences if each.place == place), None)
            if found is not None:
                return found
        return None

    # What comes next

    def next(self) -> Next:
        """What comes next: what was gone back from, else the earliest of what is open; the path breaks ties."""
        if self.ahead:
            return self._again(self.ahead[0])
        if not self.at:
            return Next(NextKind.CONSENT, self.start, Event(EventType.CONSENTED, When(self.start)))
        made = self.now()
        found = min(self._open(made), key=lambda item: item[:2], default=None)
        question = next((each for each in made.decisions if each.asked), None)
        if question is not None:
            day = max(question.dated.date if question.dated is not None else self.today, self.today)
            # The visits before it on the path come first, as far as they take place by then.
            before = [item for item in self._open(made) if item[2].run == question.run and item[0] <= day]
            if not before:
                return Next(NextKind.QUESTION, day, question=question)
            found = min(before, key=lambda item: item[:2])
        waits = min((day for day in self._reached(made)), default=None)
        if waits is not None and (found is None or waits < found[0]):
            return Next(NextKind.EVENT, waits, Event(EventType.TIMER_FIRED, When(waits)))
        if found is None:
            return Next(NextKind.END)
        day, _, each, off = found
        return Next(NextKind.EVENT, day, _done(each, day), occurrence=each, off_day=off)

    def _again(self, step: Step) -> Next:
        event = step.event
        kind = NextKind.CONSENT if event.type is EventType.CONSENTED else NextKind.EVENT
        place = (event.run or "main", event.instance, event.pass_)
        return Next(kind, event.occurred.date, event, occurrence=self.occurrence(place))

    def _open(self, made: Course) -> Iterator[tuple[dt.date, int, Occurrence, dt.date | None]]:
        """The visits that are still to be done, each with the day on which it will be."""
        today, days = self.today, self.days(made)
        reached: dict[str, dt.date] = {}
        for order, each in enumerate(made.occurrences):
            if "/" in each.run or not each.on_path:
                continue
            if each.dated is not None:
                reached[each.run] = each.dated.date
            if not each.status.is_open:
                continue
            day = days.get(each.place)
            if day is None:  # its date is not known: behind the visit before it
                yield max(reached.get(each.run, today), today), order, each, None
                continue
            planned = _wanted(each)
            yield max(day, today), order, each, planned if day != planned else None

    def days(self, made: Course) -> dict[Place, dt.date]:
        """The day on which each open visit of a course will take place, as far as it is known.

        None before the visit that it is timed from, where the path comes to that one first.
        """
        days: dict[Place, dt.date] = {}
        latest: dict[tuple[str, str], dt.date] = {}
        for each in made.occurrences:
            if "/" in each.run or not each.status.is_open:
                continue
            day = self.day_of(each)
            if day is None:
                continue
            floor = latest.get((each.run, each.instance.time.reference)) if each.booked is None else None
            if floor is not None and floor > day:
                day = floor
            days[each.place] = latest[each.run, each.instance.key] = day
        return days

    def _reached(self, made: Course) -> Iterator[dt.date]:
        """The days on which the decisions that runs wait at are reached: until then nobody is asked."""
        for each in made.decisions:
            waiting = made.frontiers.get(each.run) == each.instance.key and not each.taken
            if waiting and not each.asked and each.dated is not None and "/" not in each.run:
                day = opening(each.dated)
                if day > self.today:
                    yield day

    def day_of(self, each: Occurrence) -> dt.date | None:
        """The day on which an open visit will take place: booked, else planned, moved to a working day in its window.

        An anchor with no window goes to the next working day: its date is a forecast. None where no date is known.
        """
        day = _wanted(each)
        if day is None or each.booked is not None or not self.avoids_days_off:
            return day
        if self.calendar.is_working_day(day):
            return day
        assert each.dated is not None
        first, last = each.dated.first, each.dated.last
        if first is None and last is None and not each.instance.time.is_anchor:
            return day
        for away in range(1, _NEAR + 1):
            for other in (day + away * _DAY, day - away * _DAY):
                free = first is None and last is None
                inside = other > day if free else (first or day) <= other <= (last or day)
                if inside and other >= self.today and self.calendar.is_working_day(other):
                    return other
        return day

    # What happens

    def recorded(self, event: Event) -> Session:
        """The session with one more step; what was gone back from is given up. Raises RefusedError with the reason."""
        if self.at >= MOST_STEPS:
            text = translate(
                "simulation",
                "The participant has come to %n event(s): nothing more is simulated.",
                "",
                MOST_STEPS,
            )
            raise RefusedError(text)
        before = self.now().decisions if self.at else []
        state, effects = advance(self.plan, self.state, event, self.calendar, self.rules)
        for effect in effects:
            if isinstance(effect, Refused):
                raise RefusedError(effect.reason)
        if state == self.state:
            return self
        made = self._with(Step(event.identified(), state, self.plan, effects))
        known = {each.place: each.taken for each in before}
        decided = tuple(
            each
            for each in made.now().decisions
            if each.by_rule and each.taken and known.get(each.place) != each.taken
        )
        if not decided:
            return made
        last = replace(made.steps[-1], by_rule=decided)
        return replace(made, steps=(*made.steps[:-1], last))

    def stepped(self) -> Session:
        """The session after what comes next; the same where somebody has to answer first, or at the end."""
        if self.ahead:
            return replace(self, at=self.at + 1, plan=self.ahead[0].plan)
        event = self.next().event
        return self if event is None else self.recorded(event)

    def back_to(self, at: int) -> Session:
        """As it was after the first `at` steps; those behind are kept."""
        at = max(0, min(at, len(self.steps)))
        plan = self.steps[at - 1].plan if at else self.first_plan or self.plan
        return replace(self, at=at, plan=plan)

    def answered(self, question: Decision, way: str, day: dt.date | None = None) -> Session:
        """The session after a person took a way. Raises RefusedError with the reason."""
        on = day or self.next().day or self.today
        return self.recorded(
            Event(
                EventType.DECISION_ANSWERED,
                When(on),
                run=question.run,
                instance=question.instance.key,
                pass_=question.pass_,
                answer=way,
            )
        )

    def until(self, day: dt.date) -> Session:
        """The session after all that comes up to a day, and on that day; it stops at a question before it."""
        session = self
        while session.at < MOST_STEPS:
            coming = session.next()
            if coming.day is None or coming.day > day or coming.event is None:
                break
            session = session.stepped()
        if session.next().kind is NextKind.QUESTION:
            return session
        return session.on_day(day)

    def tried(self, event: Event) -> Session:
        """The session with an event that a person has happen; before one that lies ahead, what comes first happens.

        Raises RefusedError with the reason, also where a decision has to be answered first.
        """
        day, session = event.occurred.date, self
        if self.at and not self.ahead and day > self.today and event.type in _TO_THE_PARTICIPANT:
            session = self.until(day - _DAY)
            asked = session.next().question
            if asked is not None and (session.next().day or day) < day:
                text = translate("simulation", "Answer “{decision}” first: it comes before that day.")
                raise RefusedError(text.format(decision=" ".join(asked.instance.title.split())))
        return session.recorded(event)

    def why_asked(self, question: Decision) -> tuple[tuple[str, Evaluated | None], ...]:
        """What the rule of each way comes to, in the order in which they are tried; None for a way without one."""
        if not isinstance(self.rules, PlanRules):
            return tuple((way.id, None) for way in question.ways)
        facts = facts_of(self.state.facts, self.state.clock, self.calendar)
        at = Moment(question.dated.date) if question.dated is not None else None
        anchor = next((e for e in self.now().occurrences if e.run == question.run and e.anchor), None)
        day = study_day(at.date, anchor.anchor, anchor.day_of_anchor) if at and anchor else None
        asked = Asked(
            self.plan,
            question.run,
            question.instance,
            question.pass_,
            question.ways,
            day,
            at,
            facts.observations,
            self.now().now,
            facts,
        )
        return self.rules.evaluated(asked)

    def on_day(self, day: dt.date) -> Session:
        """The session when nothing more has happened until a day; the same where that is not later than today."""
        if self.ahead or day <= self.today or not self.at:
            return self
        return self.recorded(Event(EventType.TIMER_FIRED, When(day)))

    def amended(self, plan: Plan) -> tuple[Session, Amended]:
        """The session on another plan from today on, and what that changes for the participant: also a dry run."""
        if not self.at:
            return replace(self, plan=plan, first_plan=plan, steps=()), Amended((), ())
        today = When(self.today)
        state, amended = migrate(self.plan, plan, self.state, today, self.calendar, self.rules)
        event = (
            state.facts[-1]
            if len(state.facts) > len(self.state.facts)
            else Event(EventType.AMENDMENT_APPLIED, today, plan=plan.hash)
        )
        return self._with(Step(event, state, plan, amended.effects)), amended

    def _with(self, step: Step) -> Session:
        steps = (*self.happened, step)
        return replace(
            self, plan=step.plan, first_plan=self.first_plan or self.plan, steps=steps, at=len(steps)
        )


def starting_day(plan: Plan, anchor: dt.date, calendar: SiteCalendar = ANYWHERE) -> dt.date:
    """The day of consent from which the main anchor is forecast for a day; that day itself where nothing is before it.

    What the plan says in months and with ranges is left to the interpreter: the forecast is asked and corrected.
    """
    start = anchor
    for _ in range(6):
        at = _forecast(plan, start, calendar)
        if at is None or at == anchor:
            return start
        start -= at - anchor
    return start


def _forecast(plan: Plan, start: dt.date, calendar: SiteCalendar) -> dt.date | None:
    state, _ = advance(plan, new_state(plan), Event(EventType.CONSENTED, When(start)), calendar, PLAN_RULES)
    made = course(plan, state, calendar, PLAN_RULES, whole=True)
    return next((each.anchor for each in made.occurrences if each.run == "main" and each.anchor), None)


def _wanted(each: Occurrence) -> dt.date | None:
    if each.booked is not None:
        return each.booked.date
    return each.dated.date if each.dated is not None else None


def _done(each: Occurrence, day: dt.date) -> Event:
    return Event(EventType.VISIT_DONE, When(day), run=each.run, instance=each.instance.key, pass_=each.pass_)


def completes(step: Step) -> bool:
    """Whether the course came to its end with a step."""
    return any(isinstance(each, Complete) for each in step.effects)
