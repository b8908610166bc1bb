"""What is true of a participant, worked out from plan and facts alone: the order of recording plays no part in it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from study.dating import Moment, SiteCalendar
from study.interpreter.beside import Beside
from study.interpreter.course import Course, Decision, Ended, Occurrence, Query, QueryKind
from study.interpreter.dates import Counted, Dated, study_day
from study.interpreter.events import Event, EventType
from study.interpreter.facts import Facts, Place, Recorded, Told, at_time, extended, facts_of
from study.interpreter.kept import Kept, in_force
from study.interpreter.queries import queries_of
from study.interpreter.records import declared_not_done, missed_at
from study.interpreter.rules import Asked, Rules
from study.interpreter.runs import MAIN, main_run, sub_run, timeline_of
from study.interpreter.status import Status, closing, judged, opening, prompted
from study.interpreter.trace import Change, Entry, Trace, has_rules, moved_by
from study.interpreter.walking import Walk, forecast_of
from study.interpreter.when import When
from study.plan.plan import Plan, PlanInstance, Way

_NOTHING = Recorded()
_MOST_OCCURRENCES = 20_000  # with what is nested; real participants have a few hundred


def course_of(
    plan: Plan,
    events: tuple[Event, ...],
    clock: When | None,
    calendar: SiteCalendar,
    rules: Rules,
    kept: Sequence[Kept] = (),
    whole: bool = False,
) -> Course:
    """The course of one participant.

    `kept`: what earlier plans said, for what took place under them. `whole`: the whole calendar, with what is nested in
    visits, also where nothing is recorded in it, and with what the path may still lead to, or does not any more.
    """
    facts = facts_of(events, clock, calendar)
    return _Projection(plan, facts, calendar, rules, kept, whole, None).course()


def traced(
    plan: Plan,
    events: tuple[Event, ...],
    clock: When | None,
    calendar: SiteCalendar,
    rules: Rules,
    kept: tuple[Kept, ...],
    before: Trace | None,
) -> Trace:
    """The course and how it was worked out; the same as `course_of`, sooner where `before` was one event ago."""
    facts: Facts | None = None
    if before is not None and before.is_of(plan, calendar, rules, kept):
        if events == before.events:
            if clock == before.clock and before.course is not None:
                return before
            facts, before = at_time(before.facts, clock, calendar), before.since(None)
        elif events[:-1] == before.events and events:
            facts = extended(before.facts, events[-1], clock, calendar)
            told = events[-1]
            before = before.since((told.run or MAIN, told.instance)) if facts is not None else None
            if told.type is EventType.DECISION_ANSWERED and before is not None:
                before.moved = None
        else:
            before = None
    else:
        before = None
    if facts is None:
        facts, before = facts_of(events, clock, calendar), None
    made = _Projection(plan, facts, calendar, rules, kept, False, before)
    course = made.course()
    trace = made.trace
    trace.plan, trace.events, trace.clock, trace.calendar, trace.rules = plan, events, clock, calendar, rules
    trace.kept, trace.facts, trace.course = kept, facts, course
    return trace


@dataclass(frozen=True, slots=True)
class _Limits:
    """What ends a run: from `ended` on nothing more is required of it, or only behind that day (`strictly`)."""

    ended: Ended | None
    strictly: bool
    stopped: Ended | None


class _Projection:
    def __init__(
        self,
        plan: Plan,
        facts: Facts,
        calendar: SiteCalendar,
        rules: Rules,
        kept: Sequence[Kept],
        whole: bool,
        before: Trace | None,
    ) -> None:
        self.before = before
        self.trace = Trace(entries={}, contexts={}, walks={})
        self.change: Change | None = None
        self.plan = plan
        self.facts = facts
        self.calendar = calendar
        self.rules = rules
        self.kept: dict[Place, list[Kept]] = {}
        for each in sorted(kept, key=lambda each: each.until):
            self.kept.setdefault(each.place, []).append(each)
        self.whole = whole
        self.result = Course(now=facts.now)
        self.seen: set[Place] = set()
        self.walks: dict[str, Walk] = {}
        self.main_anchor: dt.date | None = None
        self.reached_the_end: dict[str, bool] = {}

    def course(self) -> Course:
        result, facts = self.result, self.facts
        if facts.now is None:
            return result
        consents = sorted(told.at.date for told in facts.consents)
        result.consent = consents[0] if consents else None
        withdrawn = [told.at.date for told in facts.ends if told.event.type is EventType.CONSENT_WITHDRAWN]
        result.withdrawn = min(withdrawn, default=None)
        result.unscheduled = facts.unscheduled
        for attempt in range(1, facts.attempts + 1):
            self._main(attempt)
        for run, told in sorted(facts.sides.items(), key=lambda item: (item[1].order, item[0])):
            self._side(run, told.at)
        for run in sorted(facts.runs - set(facts.sides)):
            if run.startswith("side:") and "/" not in run:
                self._side(run, None)
                result.queries.append(Query(QueryKind.NOT_STARTED, run))
        beside = Beside(
            self.plan, facts, self.calendar, self.kept, result, self.seen, self.walks, self.main_anchor
        )
        beside.add_what_is_recorded()
        if self.whole:
            beside.add_what_is_not_reached()
        result.queries += queries_of(self.plan, facts)
        last = main_run(facts.attempts)
        over = bool(consents) and (self.reached_the_end.get(last, False) or result.ended is not None)
        result.complete = (
            over
            and not any(each.asked for each in result.decisions)
            and not any(each.status.is_open and each.on_path for each in reversed(result.occurrences))
        )
        return result

    def _main(self, attempt: int) -> None:
        run = main_run(attempt)
        ended = self._ended(attempt)
        stops = [told for told in self.facts.stops if self.facts.attempt_on(told.at.date) == attempt]
        stopped = _earliest(stops)
        walk = Walk(self.plan, run, self.plan.main, self.facts.places, self.calendar)
        consented = self._consent(attempt)
        walk.forecast = forecast_of(walk, consented)
        self._seed(walk)
        anchor = walk.timeline.anchor
        first = walk.counted(anchor, 1) if anchor else None
        self.main_anchor = first.base.date if first is not None else None
        if attempt == self.facts.attempts:
            self.result.ended, self.result.stopped = ended, stopped
        if consented is None and attempt == 1 and not self.facts.runs:
            # Nothing has begun: there is nothing to prompt for.
            self.result.runs[run] = walk.timeline.id
            return
        self._walk(walk, _Limits(ended, False, stopped))

    def _consent(self, attempt: int) -> dt.date | None:
        dates = [told.at.date for told in self.facts.consents]
        mine = [day for day in dates if self.facts.attempt_on(day) == attempt]
        if mine:
            return min(mine)
        if attempt > 1:
            return sorted({told.at.date for told in self.facts.screened_again})[attempt - 2]
        return min(dates, default=None)

    def _ended(self, attempt: int) -> Ended | None:
        """What ends an attempt first: an end of participation, a side timeline that ends the main one."""
        again = sorted({told.at.date for told in self.facts.screened_again})
        ends = []
        for told in self.facts.ends:
            before = told.event.type is EventType.SCREEN_FAILED
            mine = 1 + sum(day < told.at.date or (day == told.at.date and not before) for day in again)
            if mine == attempt:
                ends.append(Ended(told.event.type.value, told.at.date, told.event.reason))
        for run, told in self.facts.sides.items():
            timeline = timeline_of(self.plan, run)
            if timeline is not None and timeline.ends_main and self.facts.attempt_on(told.at.date) == attempt:
                ends.append(Ended(timeline.title, told.at.date, told.event.reason))
        if not ends and attempt <= len(again):
            return Ended(EventType.RE_SCREENED.value, again[attempt - 1])
        return min(ends, key=lambda each: (each.date, each.kind, each.reason), default=None)

    def _side(self, run: str, start: Moment | None) -> None:
        timeline = timeline_of(self.plan, run)
        if timeline is None:
            return
        participation = [each for each in self.facts.ends if each.event.type is not EventType.SCREEN_FAILED]
        walk = Walk(self.plan, run, timeline, self.facts.places, self.calendar, start=start)
        self._seed(walk)
        self._walk(walk, _Limits(_earliest(participation), True, None))

    def _walk(self, walk: Walk, limits: _Limits, covered: Status | None = None) -> None:
        """Goes along one run as far as it is decided; `covered`: the status of the visit that it is nested in."""
        result, timeline, run = self.result, walk.timeline, walk.run
        self.walks[run] = walk
        self.trace.walks[run] = walk
        result.runs[run] = timeline.id
        main = timeline is self.plan.main
        anchor = self.main_anchor if main else None
        day_of_anchor = timeline.day_of_anchor if main else None
        now = self.facts.now
        assert now is not None
        instant = (now.date, now.time or dt.time.min)
        context = (limits, covered, anchor)
        self.trace.contexts[run] = context
        before = self.before.entries if self.before is not None else {}
        if self.before is not None and self.before.contexts.get(run) != context:
            before = {}
        entries, places, planned, onward = self.trace.entries, self.facts.places, walk.planned, walk.onward
        seen, passes, occurrences = self.seen, walk.passes, result.occurrences
        has_nested = self.whole or any("/" in each for each in self.facts.runs)
        key = timeline.entry
        arrival: Counted | None = None
        resolved = True  # all that came before is recorded
        passed: set[str] = set()
        steps = walk.steps
        while True:
            pass_ = passes.get(key, 1) if passes else 1
            place = (run, key, pass_)
            if place in seen:  # only where a loop could not be told as one
                passes[key] = pass_ = pass_ + 1
                place = (run, key, pass_)
            seen.add(place)
            if pass_ > 1:
                walk.arrive(key, arrival)
            instance = steps[key].instance
            here = (key, pass_)
            counted = planned[here] if here in planned else walk.counted(key, pass_)
            if counted is None and instance.is_decision:
                counted = arrival
            forecast_after = (
                counted is not None and not counted.base.happened and self._is_behind(instance, passed)
            )
            if instance.is_decision:
                date = walk.date_of(key, counted)
                way = self._decide(
                    walk, instance, pass_, date, limits, resolved and not forecast_after, anchor
                )
            else:
                entry = before.get(place)
                if (
                    entry is None
                    or (entry.counted is not counted and entry.counted != counted)
                    or entry.recorded is not places.get(place)
                    or (entry.is_open and not entry.still_holds(instant, resolved, forecast_after))
                ):
                    self.change = None
                    made = self._occurrence(
                        walk,
                        instance,
                        pass_,
                        counted,
                        walk.date_of(key, counted),
                        limits,
                        resolved,
                        forecast_after,
                        covered,
                        anchor,
                        day_of_anchor,
                    )
                    recorded = places.get(place)
                    entry = Entry(
                        counted, recorded, resolved, forecast_after, made, made.status.is_open, self.change
                    )
                entries[place] = entry
                occurrence = entry.occurrence
                occurrences.append(occurrence)
                if entry.is_open:
                    resolved = False
                    if entry.change is not None:
                        known = result.next_change
                        if known is None or entry.change < (known[0], known[1] or dt.time.min):
                            day, time = entry.change
                            result.next_change = (day, time if time != dt.time.min else None)
                if has_nested and instance.subs:
                    self._nested(walk, occurrence, limits)
                way = instance.ways[0] if instance.ways else _END
            arrival = onward.get(here) or arrival
            passed.add(key)
            if way is None:
                result.frontiers[run] = key
                return
            if not way.target:
                self.reached_the_end[run] = True
                return
            if way.back:
                walk.go_back(key, way.target)
            key = way.target

    def _is_behind(self, instance: PlanInstance, passed: set[str]) -> bool:
        """Whether the anchor that an instance counts from lies before it on the path."""
        base = instance.time.time_base
        return bool(base) and base != instance.key and base in passed

    def _decide(
        self,
        walk: Walk,
        instance: PlanInstance,
        pass_: int,
        date: Dated | None,
        limits: _Limits,
        resolved: bool,
        anchor: dt.date | None,
    ) -> Way | None:
        """The way taken at a decision; None where it is still to be decided, or nobody decides any more."""
        ways = walk.open_ways(instance.key, pass_)
        if len(ways) < 2:
            return ways[0] if ways else (None if instance.ways else _END)
        recorded = self.facts.places.get((walk.run, instance.key, pass_), _NOTHING)
        answer = recorded.answer
        taken, by_rule = "", False
        if answer is not None and any(way.id == answer.event.answer for way in ways):
            taken = answer.event.answer
        now = self.facts.now
        assert now is not None
        due = resolved or (date is not None and opening(date) <= now.date)
        over = limits.ended is not None
        if not taken and due and not over and any(way.rule for way in ways):
            at = Moment(date.date) if date is not None else None
            number = study_day(at.date, anchor, walk.timeline.day_of_anchor) if at is not None else None
            observations = self.facts.observations
            asked = Asked(
                self.plan, walk.run, instance, pass_, ways, number, at, observations, now, self.facts
            )
            chosen = self.rules.way(asked)
            if chosen is not None and any(way.id == chosen for way in ways):
                taken, by_rule = chosen, True
        self.result.decisions.append(
            Decision(
                walk.run,
                walk.timeline.id,
                instance,
                pass_,
                ways,
                taken,
                by_rule,
                asked=not taken and due and not over,
                dated=date,
            )
        )
        if not taken and not due and not over and date is not None:
            self._changes_on(opening(date))
        return next((way for way in ways if way.id == taken), None) if taken else None

    def _occurrence(
        self,
        walk: Walk,
        instance: PlanInstance,
        pass_: int,
        counted: Counted | None,
        date: Dated | None,
        limits: _Limits,
        resolved: bool,
        forecast_after: bool,
        covered: Status | None,
        anchor: dt.date | None,
        day_of_anchor: int | None,
    ) -> Occurrence:
        now = self.facts.now
        assert now is not None
        place = (walk.run, instance.key, pass_)
        recorded = self.facts.places.get(place)
        provisional = counted is not None and not counted.base.happened
        if recorded is None:
            if self._is_over(instance, None if provisional else date, limits) or covered in (
                Status.NOT_DONE,
                Status.NOT_REQUIRED,
            ):
                status = Status.NOT_REQUIRED
            elif date is None:
                status = Status.DUE if resolved else Status.UPCOMING
            elif forecast_after:
                status = Status.UPCOMING
            else:
                status = self._prompted(date, None, now, provisional)
            return Occurrence(
                walk.run,
                walk.timeline.id,
                instance,
                pass_,
                status,
                date,
                provisional,
                anchor=anchor,
                day_of_anchor=day_of_anchor,
            )
        booking = recorded.booking
        booked = None
        if booking is not None and booking.event.to is not None:
            booked = booking.event.to.at_site(self.calendar)
        actual = walk.actual(instance.key, pass_)
        reason, out = "", None
        missed: tuple[str, ...] = ()
        if actual is not None:
            missed = missed_at(instance, recorded)
            against = in_force(self.kept, place, date, actual.date)
            if against is None or (provisional and against is date):
                status = Status.DONE
            else:
                status, out = judged(against, actual, self.calendar)
            date = against or date
        elif (declared := declared_not_done(instance, recorded)) is not None:
            status, reason = Status.NOT_DONE, declared
        elif self._is_over(instance, None if provisional else date, limits) or covered in (
            Status.NOT_DONE,
            Status.NOT_REQUIRED,
        ):
            status = Status.NOT_REQUIRED
        elif date is None:
            status = Status.DUE if resolved or booked is not None else Status.UPCOMING
        elif forecast_after:
            status = Status.UPCOMING
        else:
            status = self._prompted(date, booked.date if booked is not None else None, now, provisional)
        return Occurrence(
            walk.run,
            walk.timeline.id,
            instance,
            pass_,
            status,
            date,
            provisional,
            actual,
            booked,
            reason,
            out,
            missed=missed,
            anchor=anchor,
            day_of_anchor=day_of_anchor,
        )

    def _prompted(self, date: Dated, booked: dt.date | None, now: Moment, provisional: bool) -> Status:
        status = prompted(date, booked, now, self.calendar)
        first, last = opening(date), closing(date)
        if booked is not None:
            first, last = min(first, booked), max(last, booked)
        if status is Status.UPCOMING:
            at = date.opens or date.at
            timed = at is not None and at.date() == first and booked is None
            self._changes_at(first, at.time() if at is not None and timed and now.date <= first else None)
        elif status is Status.DUE and not provisional:
            closes = date.closes or (date.at if date.last is None else None)
            if closes is not None and booked is None and closes.date() < dt.date.max:
                edge = closes + dt.timedelta(minutes=1)
                self._changes_at(edge.date(), edge.time())
            if last < dt.date.max:
                self._changes_at(last + dt.timedelta(days=1))
        elif status is Status.OVERDUE and provisional:
            return Status.DUE
        return status

    def _changes_at(self, day: dt.date, time: dt.time | None = None) -> None:
        """The status of the occurrence in hand changes then, if not earlier."""
        now = self.facts.now
        change = (day, time or dt.time.min)
        if now is None or change <= (now.date, now.time or dt.time.min):
            return
        if self.change is None or change < self.change:
            self.change = change

    def _seed(self, walk: Walk) -> None:
        """Takes over the dates of the walk before, where what has happened since cannot have moved them."""
        if self.before is None or self.before.moved is None:
            return
        former = self.before.walks.get(walk.run)
        if former is None or (former.start, former.start_happened, former.forecast) != (
            walk.start,
            walk.start_happened,
            walk.forecast,
        ):
            return
        run, key = self.before.moved
        if run == walk.run:
            moves = moved_by(walk, key)
            if moves is None:
                return
            walk.planned = {here: each for here, each in former.planned.items() if here[0] not in moves}
            walk.onward = {here: each for here, each in former.onward.items() if here[0] not in moves}
        elif not has_rules(walk):
            walk.planned, walk.onward = dict(former.planned), dict(former.onward)

    def _changes_on(self, day: dt.date, time: dt.time | None = None) -> None:
        now = self.facts.now
        if now is None or (day, time or dt.time.min) <= (now.date, now.time or dt.time.min):
            return
        known = self.result.next_change
        if known is None or (day, time or dt.time.min) < (known[0], known[1] or dt.time.min):
            self.result.next_change = (day, time)

    def _is_over(self, instance: PlanInstance, date: Dated | None, limits: _Limits) -> bool:
        """Whether something that is not recorded is not required any more; `date` is None for a forecast."""
        for limit, applies in ((limits.ended, True), (limits.stopped, instance.in_treatment)):
            if limit is None or not applies:
                continue
            if date is None:
                return True
            if (opening(date) > limit.date) if limits.strictly else (closing(date) >= limit.date):
                return True
        return False

    def _nested(self, walk: Walk, occurrence: Occurrence, limits: _Limits) -> None:
        """Goes along the sub-timelines of a visit: those in which something is recorded, or all where asked."""
        for sub in occurrence.instance.subs:
            if len(self.result.occurrences) > _MOST_OCCURRENCES:
                return
            timeline = self.plan.by_id.get(sub.timeline)
            run = sub_run(walk.run, occurrence.instance.key, occurrence.pass_, sub.timeline, sub.activity)
            if timeline is None or (run not in self.facts.runs and not self.whole):
                continue
            start = occurrence.actual
            happened = start is not None
            if start is None and occurrence.dated is not None:
                at = occurrence.dated.at
                start = Moment(occurrence.dated.date, at.time() if at is not None else None)
            covered = occurrence.status
            inner = Walk(
                self.plan,
                run,
                timeline,
                self.facts.places,
                self.calendar,
                start=start,
                start_happened=happened,
            )
            if run in self.facts.runs:
                self._seed(inner)
                self._walk(inner, limits, covered)
            else:
                self._shown(inner, limits, covered)

    def _shown(self, inner: Walk, limits: _Limits, covered: Status) -> None:
        """A sub-timeline in which nothing is recorded: it goes with its visit, and asks for nothing of its own."""
        result = self.result
        kept = (len(result.occurrences), len(result.decisions), result.next_change, dict(result.frontiers))
        self._walk(inner, limits, covered)
        first, decisions, result.next_change, result.frontiers = kept
        del result.decisions[decisions:]
        for place, each in enumerate(result.occurrences[first:], first):
            if each.status.is_open or covered.is_done:
                status = Status.DONE if covered.is_done else covered
                result.occurrences[place] = replace(each, status=status)


_END = Way("", "")


def _earliest(told: Iterable[Told]) -> Ended | None:
    first = min(told, key=lambda each: each.order, default=None)
    return None if first is None else Ended(first.event.type.value, first.at.date, first.event.reason)
