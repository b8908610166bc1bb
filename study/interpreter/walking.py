"""Walking one run of a timeline: which instances the participant passes, in which pass, and when each is planned."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from study.dating import Moment, SiteCalendar
from study.interpreter.dates import (
    NOTHING,
    Base,
    Counted,
    Dated,
    Step,
    dated,
    follows_the_clock,
    minus,
    moment,
    months_later,
    plus,
    steps_of,
)
from study.interpreter.facts import Place, Recorded
from study.plan.plan import MOST_PASSES, Plan, PlanLoop, PlanTimeline, Way

_KEPT_AT_MOST = 200_000  # dates that are remembered for a plan


@dataclass
class Walk:
    """One run on its way: passes, dates, and the ways open at each decision.

    Dates of (instance, pass): on the first pass as the schedule times it. On re-entry by a way back the loop's head
    takes the time of arrival; what is timed from inside the loop counts from the current pass, and what is timed from
    outside keeps its distance from the head. `start`: what the anchor of a run inside or beside another is laid on.
    `forecasts`: the expected dates of anchors, by key, until they happen.
    """

    plan: Plan
    run: str
    timeline: PlanTimeline
    places: Mapping[Place, Recorded]
    calendar: SiteCalendar
    start: Moment | None = None
    start_happened: bool = True
    forecasts: Mapping[str, dt.date] = field(default_factory=dict)
    passes: dict[str, int] = field(default_factory=dict)
    loops: dict[str, PlanLoop] = field(default_factory=dict)
    planned: dict[tuple[str, int], Counted | None] = field(default_factory=dict)
    onward: dict[tuple[str, int], Counted | None] = field(default_factory=dict)
    spreads: dict[tuple[str, int], tuple[dt.date, dt.date] | None] = field(default_factory=dict)
    timed: dict[tuple[str, int], tuple[str, int] | None] = field(default_factory=dict)
    """What each occurrence whose date was worked out is timed from: in which pass, too."""

    def __post_init__(self) -> None:
        memo = self.plan.memo
        known = memo.get(("steps", self.timeline.id))
        if known is None:
            known = memo["steps", self.timeline.id] = steps_of(self.timeline)
        assert isinstance(known, dict)
        self.steps: dict[str, Step] = known

    def with_places(self, places: Mapping[Place, Recorded]) -> Walk:
        """The same walk with other records, to go on with: what is worked out in one is not in the other."""
        return Walk(
            self.plan,
            self.run,
            self.timeline,
            places,
            self.calendar,
            self.start,
            self.start_happened,
            self.forecasts,
            self.passes.copy(),
            self.loops.copy(),
            self.planned.copy(),
            self.onward.copy(),
            {},
            self.timed.copy(),
        )

    def again_from(self, here: tuple[str, int]) -> set[tuple[str, int]]:
        """Works out anew an occurrence at which something was recorded, and all that is timed from it, near and far.

        Gives those that may be planned for another time now, itself included; none that were not worked out before.
        """
        if here not in self.planned:
            return set()
        before = self.onward[here]
        if here[1] == 1 and self.steps[here[0]].instance.time.is_anchor:
            del self.planned[here]
            self.counted(*here)
        else:
            self._hand_on(here, self.planned[here])
        if self.onward[here] == before:
            return {here}
        return self.follow_from(here)

    def follow_from(self, here: tuple[str, int]) -> set[tuple[str, int]]:
        """Works out anew all that is timed from an occurrence which hands on another time; it and they."""
        found, waiting = {here}, [here]
        followers = _followers(self.plan, self.timeline, self.steps)
        while waiting:
            of = waiting.pop()
            for key in followers.get(of[0], ()):
                for pass_ in range(1, self.passes.get(key, 1) + 1):
                    each = (key, pass_)
                    if each not in found and self.timed.get(each) == of:
                        found.add(each)
                        waiting.append(each)
        if len(found) > 1:
            stale = [each for each in self.planned if each in found and each != here]
            for each in stale:
                del self.planned[each]
            for each in stale:
                self.counted(*each)
        return found

    def pass_of(self, key: str) -> int:
        """The current pass of an instance."""
        return self.passes.get(key, 1)

    def go_back(self, tail: str, head: str) -> None:
        """Begins another pass of the loop that the way back from `tail` to `head` closes."""
        loop = self.timeline.bodies.get((tail, head)) or PlanLoop(head, tail, (head,))
        for key in loop.body:
            self.passes[key] = self.passes.get(key, 1) + 1
            self.loops[key] = loop

    def anchored(self) -> dt.date | None:
        """The date of the timeline's first anchor, expected or happened."""
        first = self.counted(self.timeline.anchor, 1) if self.timeline.anchor else None
        return first.base.date if first is not None else None

    def has_happened(self) -> bool:
        """Whether all anchors have happened, so that nothing is a forecast."""
        return all(self.actual(each, 1) is not None for each in _anchors(self))

    def heads(self, key: str) -> bool:
        """Whether an instance that is reached again takes the time of arrival: a loop's head does."""
        loop = self.loops.get(key)
        return loop is None or loop.head == key

    def arrive(self, key: str, pass_: int, arrival: Counted | None) -> None:
        """Has a loop's head that is reached again take the time of arrival."""
        here = (key, pass_)
        self.planned[here] = arrival
        self._hand_on(here, arrival)

    def counted(self, key: str, pass_: int) -> Counted | None:
        """When an occurrence is planned; None where that is not known."""
        here = (key, pass_)
        if here not in self.planned:
            self._follow(here)
        return self.planned[here]

    def handed_on(self, key: str, pass_: int) -> Counted | None:
        """What is timed from an occurrence counts from this: from itself where it took place, or is booked."""
        self.counted(key, pass_)
        return self.onward[key, pass_]

    def date_of(self, key: str, counted: Counted | None) -> Dated | None:
        """The date and window of an instance that is planned then."""
        if counted is None:
            return None
        base, distance, is_clock = counted
        memo = self.plan.memo
        # The hour that comes twice when the clock is set back is equal to itself: `fold` tells them apart.
        hour = base.time is not None and base.time.fold
        asked = (
            "date",
            self.timeline.id,
            key,
            base.date,
            base.time,
            hour,
            distance,
            is_clock,
            self.calendar.zone,
        )
        try:
            found = memo[asked]
        except KeyError:
            found = dated(self.steps[key], counted, self.calendar)
            if len(memo) < _KEPT_AT_MOST:
                memo[asked] = found
        assert found is None or isinstance(found, Dated)
        return found

    def open_ways(self, key: str, pass_: int) -> tuple[Way, ...]:
        """The ways on that a limit leaves open."""
        ways = self.steps[key].instance.ways
        if len(ways) < 2 or not any(way.back for way in ways):
            return ways
        return tuple(
            way
            for way in ways
            if not way.back or pass_ < (MOST_PASSES if way.at_most is None else min(way.at_most, MOST_PASSES))
        )

    def spread(self, key: str, pass_: int) -> tuple[dt.date, dt.date] | None:
        """The earliest and latest day of an occurrence, as far as the visits that it is timed from leave it open."""
        chain: dict[tuple[str, int], None] = {}
        step: tuple[str, int] | None = (key, pass_)
        while step is not None and step not in self.spreads and step not in chain:
            chain[step] = None
            step = self._timed_from(*step)
        for link in reversed(chain):
            self.spreads[link] = self._spread(*link)
        return self.spreads[key, pass_]

    def _spread(self, key: str, pass_: int) -> tuple[dt.date, dt.date] | None:
        onward = self.handed_on(key, pass_)
        if onward is None:
            return None
        if (onward.base.key, onward.base.pass_) == (key, pass_):  # it took place, is booked, or is an anchor
            return onward.base.date, onward.base.date
        date = self.date_of(key, self.counted(key, pass_))
        if date is None:
            return None
        own = (date.first or date.date, date.last or date.date)
        of = self._timed_from(key, pass_)
        from_ = self.spreads.get(of) if of is not None else None
        step = self.steps[key]
        if (
            of is None
            or from_ is None
            or from_[0] == from_[1]
            or of[0] != step.reference
            or step.distance is None
        ):
            return own
        lower, upper = step.lower or NOTHING, step.upper or NOTHING
        try:
            first = Base(from_[0], None, True, *of)
            last = Base(from_[1], None, True, *of)
            return (
                moment(first, minus(step.distance, lower), False, self.calendar)[0],
                moment(last, plus(step.distance, upper), False, self.calendar)[0],
            )
        except (OverflowError, ValueError):
            return None

    def _follow(self, here: tuple[str, int]) -> None:
        """Works out an occurrence and, first, all that it is timed from."""
        of = self.timed[here] if here in self.timed else self._timed_from(*here)
        if of is None or of in self.planned:  # as a rule: what it is timed from comes before it
            self.timed[here] = of
            self.planned[here] = found = self._count(here[0], here[1], of)
            self._hand_on(here, found)
            return
        chain: dict[tuple[str, int], None] = {}
        step: tuple[str, int] | None = here
        while step is not None and step not in self.planned and step not in chain:
            chain[step] = None
            if step not in self.timed:
                self.timed[step] = self._timed_from(*step)
            step = self.timed[step]
        for link in reversed(chain):
            found = self._count(link[0], link[1], self.timed[link])
            self.planned[link] = found
            self._hand_on(link, found)

    def _timed_from(self, key: str, pass_: int) -> tuple[str, int] | None:
        step = self.steps.get(key)
        if step is None or step.offset is None:
            return None
        reference = step.reference
        if pass_ > 1:
            loop = self.loops.get(key)
            if loop is None or loop.head == key:
                return None
            if step.instance.time.is_anchor or reference not in loop.body:
                reference = loop.head
        elif step.instance.time.is_anchor:
            return None
        return (reference, self.pass_of(reference)) if reference else None

    def _count(self, key: str, pass_: int, of: tuple[str, int] | None) -> Counted | None:
        step = self.steps.get(key)
        if step is None or step.offset is None:
            return None
        time = step.instance.time
        if time.is_anchor and pass_ == 1:
            return self._anchor(key)
        if of is None:
            return None
        known = self.onward.get(of)
        if known is None:
            return None
        distance, reference = step.distance, self.steps[of[0]]
        moves = step.moves
        if of[0] != step.reference:  # timed from outside the loop: its distance from the loop's head
            if reference.offset is None or reference.instance.time.time_base != time.time_base:
                return None
            distance = minus(step.offset, reference.offset)
            moves = distance != NOTHING
        if distance is None:
            return None
        base = known.base
        from_base = base.key == of[0] and base.pass_ == of[1]
        clock = follows_the_clock(time, moves, known, reference.instance.time, from_base)
        return Counted(base, plus(known.distance, distance), clock)

    def _anchor(self, key: str) -> Counted | None:
        actual = self.actual(key, 1)
        recorded = self.places.get((self.run, key, 1))
        if actual is not None:
            return Counted(Base(actual.date, actual.time, True, key, 1), NOTHING, actual.time is not None)
        booking = recorded.booking if recorded is not None else None
        if booking is not None and booking.event.to is not None:
            at = booking.event.to.at_site(self.calendar)
            return Counted(Base(at.date, at.time, False, key, 1), NOTHING, at.time is not None)
        if key == self.timeline.anchor and self.start is not None:
            at = self.start
            base = Base(at.date, at.time, self.start_happened, key, 1)
            return Counted(base, NOTHING, at.time is not None)
        forecast = self.forecasts.get(key)
        return Counted(Base(forecast, None, False, key, 1), NOTHING, False) if forecast is not None else None

    def _hand_on(self, here: tuple[str, int], planned: Counted | None) -> None:
        """Remembers what those timed from an occurrence count from."""
        key, pass_ = here
        recorded = self.places.get((self.run, key, pass_))
        self.onward[here] = planned
        if recorded is None:
            return
        step = self.steps[key]
        if step.offset is None and pass_ == 1:
            return
        actual = self.actual(key, pass_)
        if actual is None and step.instance.is_decision:
            actual = self._decided_late(step, recorded, planned)
        if actual is not None:
            base = Base(actual.date, actual.time, True, key, pass_)
            self.onward[here] = Counted(base, NOTHING, actual.time is not None)
            return
        booking = recorded.booking
        if booking is not None and booking.event.to is not None and planned is not None:
            at = booking.event.to.at_site(self.calendar)
            base = Base(at.date, at.time, planned.base.happened, key, pass_)
            self.onward[here] = Counted(base, NOTHING, at.time is not None)

    def _decided_late(self, step: Step, recorded: Recorded, planned: Counted | None) -> Moment | None:
        """When a decision with a window was taken, where that was behind its planned day.

        A decision without a window is taken for its planned day, whenever somebody wrote it down.
        """
        answer = recorded.answer
        if answer is None or step.upper is None or planned is None:
            return None
        date = self.date_of(step.instance.key, planned)
        return Moment(answer.at.date) if date is not None and answer.at.date > date.date else None

    def actual(self, key: str, pass_: int) -> Moment | None:
        """When an occurrence took place: as recorded for it, else when the first of all its activities was done."""
        recorded = self.places.get((self.run, key, pass_))
        if recorded is None:
            return None
        told = recorded.actual
        if told is not None:
            return told.at
        done = recorded.activities_done
        if not done:
            return None
        instance = self.steps[key].instance
        for activity in instance.activities:
            said = len(done.get(activity, ())) + len(recorded.activities_not_done.get(activity, ()))
            if not said or (instance.times and said < instance.times_of(activity)):
                return None
        return min((each for told in done.values() for each in told), key=lambda each: each.order).at


def _followers(plan: Plan, timeline: PlanTimeline, steps: Mapping[str, Step]) -> Mapping[str, Sequence[str]]:
    """The keys of instances that may be timed from an instance, by its key: in later passes, from a loop's head."""
    known = plan.memo.get(("followers", timeline.id))
    if known is None:
        found: dict[str, dict[str, None]] = {}
        for key, step in steps.items():
            found.setdefault(step.reference, {})[key] = None
        for loop in timeline.loops:
            for key in loop.body:
                found.setdefault(loop.head, {})[key] = None
        known = plan.memo["followers", timeline.id] = {key: tuple(each) for key, each in found.items()}
    assert isinstance(known, dict)
    return known


def forecasts_of(walk: Walk, consented: dt.date | None) -> Mapping[str, dt.date]:
    """The expected dates of the anchors that have not happened, by key.

    Counted from the last visit before the anchor that took place and counts from it; for the first anchor, else from
    consent at the entry. Days count back whole; a range counts from its first day. Absent where nothing can be counted
    from: two Fixed References are two time bases, and no distance is known between them.
    """
    found: dict[str, dt.date] = {}
    for anchor in _anchors(walk):
        if walk.actual(anchor, 1) is not None:
            continue
        day = _forecast(walk, anchor, consented if anchor == walk.timeline.anchor else None)
        if day is not None:
            found[anchor] = day
    return found


def _anchors(walk: Walk) -> Sequence[str]:
    memo = walk.plan.memo
    known = memo.get(("anchors", walk.timeline.id))
    if known is None:
        known = memo["anchors", walk.timeline.id] = tuple(
            key for key, step in walk.steps.items() if step.instance.time.is_anchor
        )
    assert isinstance(known, tuple)
    return known


def _forecast(walk: Walk, anchor: str, consented: dt.date | None) -> dt.date | None:
    steps = walk.steps
    order = list(steps)
    for key in reversed(order[: order.index(anchor)]):
        actual = walk.actual(key, 1)
        if actual is not None and (found := _counted_back(steps[key], anchor, actual.date)) is not None:
            return found
    if consented is None:
        return None
    entry = walk.timeline.entry
    if entry == anchor:
        return consented
    return _counted_back(steps[entry], anchor, consented)


def _counted_back(step: Step, anchor: str, day: dt.date) -> dt.date | None:
    if step.offset is None or step.instance.time.time_base != anchor:
        return None
    months, days, _seconds = step.offset
    if months > 0 or days > 0:
        return None
    try:
        return months_later(day, -months) - dt.timedelta(days=days)
    except (OverflowError, ValueError):
        return None
