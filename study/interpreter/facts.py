"""What is recorded of a participant, put where it belongs: corrections carried out, each fact at its occurrence.

Nothing here depends on the order in which things were recorded, but on what they say.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from study.dating import Moment, SiteCalendar
from study.interpreter.events import Event, EventType
from study.interpreter.runs import MAIN, around, main_run, side_run
from study.interpreter.when import When

Place = tuple[str, str, int]
"""Run, key of the instance, pass."""


@dataclass(frozen=True, slots=True)
class Told:
    """An event with its times at the site: when it occurred, and when it was known."""

    event: Event
    at: Moment
    known: Moment

    @property
    def order(self) -> tuple[str, str, str]:
        """What occurred first by the site's clock, then by what it says: never by when it reached us."""
        return _text(self.at), self.event.reason, self.event.id

    @property
    def order_known(self) -> tuple[str, str, str]:
        """What was recorded first by the site's clock, then what occurred first."""
        return _text(self.known), _text(self.at), self.event.id


def told_of(event: Event, calendar: SiteCalendar) -> Told:
    """An event with its times at a site; what does not say when it was recorded was known when it occurred."""
    at = event.occurred.at_site(calendar)
    return Told(event, at, event.recorded.at_site(calendar) if event.recorded is not None else at)


def _text(moment: Moment) -> str:
    """A moment as text that sorts: a date alone before its hours."""
    return f"{moment.date}T{moment.time.isoformat('microseconds')}" if moment.time else f"{moment.date}"


@dataclass(slots=True)
class Recorded:
    """All that is recorded at one occurrence."""

    done: list[Told] = field(default_factory=list)
    happened: list[Told] = field(default_factory=list)
    not_done: list[Told] = field(default_factory=list)
    answers: list[Told] = field(default_factory=list)
    booked: list[Told] = field(default_factory=list)
    activities_done: dict[str, list[Told]] = field(default_factory=dict)
    activities_not_done: dict[str, list[Told]] = field(default_factory=dict)

    @property
    def actual(self) -> Told | None:
        """When it took place: an anchor that happened, else the earliest record that says it was done."""
        return _first(self.happened) or _first(self.done)

    @property
    def is_doubtful(self) -> bool:
        """Whether what is recorded here may not go together."""
        return self.is_repeated or len(self.answers) > 1 or (bool(self.not_done) and self.actual is not None)

    @property
    def is_repeated(self) -> bool:
        """Whether it is recorded as done more than once; an anchor may be recorded as a visit too, on the same day."""
        if len(self.done) > 1 or len(self.happened) > 1:
            return True
        return bool(self.done and self.happened) and self.done[0].at.date != self.happened[0].at.date

    def copy(self) -> Recorded:
        """The same, to add to."""
        return Recorded(
            list(self.done),
            list(self.happened),
            list(self.not_done),
            list(self.answers),
            list(self.booked),
            {activity: list(each) for activity, each in self.activities_done.items()},
            {activity: list(each) for activity, each in self.activities_not_done.items()},
        )

    @property
    def answer(self) -> Told | None:
        """The answer that counts: the one recorded last."""
        return _last(self.answers)

    @property
    def booking(self) -> Told | None:
        """The date it was rescheduled to last."""
        return _last(self.booked)


@dataclass(slots=True)
class Facts:
    """Everything recorded of one participant. `now` is as far as time is known to have gone."""

    now: Moment | None = None
    places: dict[Place, Recorded] = field(default_factory=dict)
    consents: list[Told] = field(default_factory=list)
    ends: list[Told] = field(default_factory=list)
    stops: list[Told] = field(default_factory=list)
    screened_again: list[Told] = field(default_factory=list)
    unscheduled: list[Told] = field(default_factory=list)
    observations: list[Told] = field(default_factory=list)
    sides: dict[str, Told] = field(default_factory=dict)
    starts: dict[str, list[Told]] = field(default_factory=dict)
    """All that is recorded as the start of each side run; the earliest counts."""
    corrected: bool = False
    corrects_nothing: set[str] = field(default_factory=set)
    """The ids of corrections that name no event that is recorded."""
    doubtful: set[Place] = field(default_factory=set)
    """Where what is recorded may not go together."""
    runs: set[str] = field(default_factory=set)
    """Runs in which anything is recorded, and the runs that these are nested in."""

    @property
    def attempts(self) -> int:
        """How often the participant was screened."""
        return 1 + len({told.at.date for told in self.screened_again})

    def attempt_on(self, day: dt.date) -> int:
        """Which screening a day belongs to."""
        return 1 + sum(each <= day for each in {told.at.date for told in self.screened_again})


def consent_of(facts: Facts, attempt: int) -> dt.date | None:
    """The date from which a screening is counted before its anchor has happened: that of its consent."""
    dates = [told.at.date for told in facts.consents]
    mine = [day for day in dates if facts.attempt_on(day) == attempt]
    if mine:
        return min(mine)
    if attempt > 1:
        return sorted({told.at.date for told in facts.screened_again})[attempt - 2]
    return min(dates, default=None)


ENDS = frozenset(
    (EventType.SCREEN_FAILED, EventType.CONSENT_WITHDRAWN, EventType.LOST_TO_FOLLOW_UP, EventType.DIED)
)


def facts_of(events: Iterable[Event], clock: When | None, calendar: SiteCalendar) -> Facts:
    """The facts that a participant's events and the last timer tell."""
    facts = Facts()
    if clock is not None:
        facts.now = clock.at_site(calendar)
    events = list(events)
    ids = {event.id for event in events}
    events = _corrected(events, calendar)
    placed: list[Told] = []
    for event in events:
        told = told_of(event, calendar)
        known = told.known
        if facts.now is None or later(known, facts.now):
            facts.now = known
        match event.type:
            case EventType.CONSENTED:
                facts.consents.append(told)
            case EventType.RE_SCREENED:
                facts.screened_again.append(told)
            case EventType.INTERVENTION_STOPPED:
                facts.stops.append(told)
            case EventType.UNSCHEDULED_VISIT:
                facts.unscheduled.append(told)
            case EventType.SIDE_TIMELINE_STARTED:
                run = event.run or side_run(event.timeline, event.name or event.id)
                starts = facts.starts.setdefault(run, [])
                starts.append(told)
                facts.sides[run] = min(starts, key=lambda told: told.order)
            case EventType.OBSERVATION_RECORDED:
                facts.observations.append(told)
            case EventType.CORRECTED:
                facts.corrected = True
                if event.target not in ids or event.target == event.id:
                    facts.corrects_nothing.add(event.id)
            case EventType.AMENDMENT_APPLIED | EventType.TIMER_FIRED:
                pass
            case _ if event.type in ENDS:
                facts.ends.append(told)
            case _:
                placed.append(told)
    for told in placed:
        _place(facts, told)
    facts.unscheduled.sort(key=lambda told: told.order)
    facts.observations.sort(key=lambda told: told.order)
    return facts


_PLACED = frozenset(
    (
        EventType.VISIT_DONE,
        EventType.ANCHOR_HAPPENED,
        EventType.VISIT_NOT_DONE,
        EventType.DECISION_ANSWERED,
        EventType.VISIT_RESCHEDULED,
        EventType.ACTIVITY_DONE,
        EventType.ACTIVITY_NOT_DONE,
    )
)


def at_time(facts: Facts, clock: When | None, calendar: SiteCalendar) -> Facts:
    """The same facts when time has gone on."""
    now = clock.at_site(calendar) if clock is not None else None
    if now is None or (facts.now is not None and not later(now, facts.now)):
        return facts
    return replace(facts, now=now)


def extended(facts: Facts, event: Event, clock: When | None, calendar: SiteCalendar) -> Facts | None:
    """The facts with one more event, as `facts_of` would have them; None where it may change more than its place."""
    observed = event.type is EventType.OBSERVATION_RECORDED
    if not (observed or event.type in _PLACED) or facts.screened_again or facts.corrected:
        return None
    told = told_of(event, calendar)
    now = told.known if facts.now is None or later(told.known, facts.now) else facts.now
    if observed:
        observations = sorted((*facts.observations, told), key=lambda told: told.order)
        return at_time(replace(facts, now=now, observations=observations), clock, calendar)
    place = (event.run or MAIN, event.instance, event.pass_)
    places = facts.places.copy()
    if (here := places.get(place)) is not None:
        places[place] = here.copy()
    made = Facts(
        now,
        places,
        facts.consents,
        facts.ends,
        facts.stops,
        facts.screened_again,
        facts.unscheduled,
        facts.observations,
        facts.sides,
        facts.starts,
        facts.corrected,
        facts.corrects_nothing,
        facts.doubtful.copy(),
        facts.runs.copy(),
    )
    _place(made, told)
    return at_time(made, clock, calendar)


def _place(facts: Facts, told: Told) -> None:
    event = told.event
    run = event.run
    if not run:
        run = main_run(facts.attempt_on(told.at.date)) if facts.screened_again else MAIN
    place = (run, event.instance, event.pass_)
    here = facts.places.get(place)
    if here is None:
        here = facts.places[place] = Recorded()
        while run and run not in facts.runs:
            facts.runs.add(run)
            run = around(run)
    match event.type:
        case EventType.VISIT_DONE:
            here.done.append(told)
        case EventType.ANCHOR_HAPPENED:
            here.happened.append(told)
        case EventType.VISIT_NOT_DONE:
            here.not_done.append(told)
        case EventType.DECISION_ANSWERED:
            here.answers.append(told)
        case EventType.VISIT_RESCHEDULED:
            here.booked.append(told)
        case EventType.ACTIVITY_DONE:
            here.activities_done.setdefault(event.activity, []).append(told)
        case EventType.ACTIVITY_NOT_DONE:
            here.activities_not_done.setdefault(event.activity, []).append(told)
        case _:
            pass
    if here.is_doubtful:
        facts.doubtful.add(place)


def _corrected(events: Sequence[Event], calendar: SiteCalendar) -> Sequence[Event]:
    """The events as corrections leave them: the correction recorded last counts; its target may come after it.

    A correction of a correction says anew what should have been recorded in the first place; one that says nothing
    instead takes back the correction, so that what that one corrected stands as it was.
    """
    corrections = {
        event.id: told_of(event, calendar) for event in events if event.type is EventType.CORRECTED
    }
    if not corrections:
        return events
    taken_back = _taken_back(corrections)
    last: dict[str, Told] = {}
    roots: dict[str, str] = {}
    for told in corrections.values():
        event = told.event
        if event.id in taken_back or (event.instead is None and event.target in corrections):
            continue
        target = _first_target(corrections, event, roots)
        if target not in last or last[target].order_known < told.order_known:
            last[target] = told
    result = []
    for event in events:
        correction = last.get(event.id) if event.type is not EventType.CORRECTED else None
        if correction is None:
            result.append(event)
        elif correction.event.instead is not None:
            result.append(_instead(event, correction.event.instead))
    return result


def _first_target(corrections: Mapping[str, Told], event: Event, known: dict[str, str]) -> str:
    """The id of what a correction corrects in the end; `known` remembers it of all that lie between."""
    between, target = {event.id: None}, event.target
    while target in corrections and target not in between and target not in known:
        between[target] = None
        target = corrections[target].event.target
    target = known.get(target, target)
    known.update(dict.fromkeys(between, target))
    return target


def _taken_back(corrections: Mapping[str, Told]) -> set[str]:
    """The ids of corrections that another one takes back, which is not taken back itself.

    Those that take back each other in a ring take nothing back.
    """
    strikes: dict[str, list[str]] = {}
    for name, told in corrections.items():
        if told.event.instead is None and told.event.target in corrections:
            strikes.setdefault(told.event.target, []).append(name)
    undecided = {target: len(names) for target, names in strikes.items()}
    found: set[str] = set()
    waiting = [name for names in strikes.values() for name in names if name not in undecided]
    while waiting:
        name = waiting.pop()
        target = corrections[name].event.target
        if undecided.get(target, 0) <= 0 or corrections[name].event.instead is not None:
            continue
        if name not in found:
            found.add(target)
            undecided[target] = 0
        else:
            undecided[target] -= 1
        if not undecided[target]:
            waiting.append(target)
    return found


def _instead(event: Event, said: Event) -> Event:
    """What should have been said, under the id of what was said."""
    return replace(said, id=event.id, recorded=said.recorded or event.recorded)


def later(first: Moment, second: Moment) -> bool:
    """Whether a moment is later than another; a date alone counts as its first minute."""
    if first.date != second.date:
        return first.date > second.date
    return (first.time or dt.time.min) > (second.time or dt.time.min)


def _first(told: list[Told]) -> Told | None:
    if len(told) < 2:
        return told[0] if told else None
    return min(told, key=lambda each: each.order)


def _last(told: list[Told]) -> Told | None:
    if len(told) < 2:
        return told[0] if told else None
    return max(told, key=lambda each: each.order_known)
