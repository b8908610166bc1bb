"""How a course was worked out, so that the course one event later needs only what that event can have changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from study.dating import SiteCalendar
from study.interpreter.course import Course, Occurrence
from study.interpreter.dates import Counted
from study.interpreter.events import Event
from study.interpreter.facts import Facts, Place, Recorded
from study.interpreter.kept import Kept
from study.interpreter.rules import Rules
from study.interpreter.walking import Walk
from study.interpreter.when import When
from study.plan.plan import Plan

Change = tuple[dt.date, dt.time]
"""A moment from which a status may be another one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One occurrence, and all that it was worked out from. `change`: when time alone changes its status."""

    counted: Counted | None
    recorded: Recorded | None
    resolved: bool
    forecast_after: bool
    occurrence: Occurrence
    is_open: bool
    change: Change | None

    def still_holds(self, now: Change, resolved: bool, forecast_after: bool) -> bool:
        """Whether it is still the same, given that its date and its records are."""
        return not self.is_open or (
            self.forecast_after == forecast_after
            and (self.occurrence.dated is not None or self.resolved == resolved)
            and (self.change is None or now < self.change)
        )


@dataclass(slots=True)
class Trace:
    """A course with what it was worked out from. `moved`: the run and key at which something was recorded since."""

    entries: dict[Place, Entry]
    contexts: dict[str, object]
    walks: dict[str, Walk]
    plan: Plan | None = None
    events: tuple[Event, ...] = ()
    clock: When | None = None
    calendar: SiteCalendar | None = None
    rules: Rules | None = None
    kept: tuple[Kept, ...] = ()
    facts: Facts = field(default_factory=Facts)
    course: Course | None = None
    moved: tuple[str, str] | None = None

    def is_of(self, plan: Plan, calendar: SiteCalendar, rules: Rules, kept: tuple[Kept, ...]) -> bool:
        """Whether it was worked out by the same plan, at the same site."""
        return (
            self.plan is plan
            and (self.calendar is calendar or self.calendar == calendar)
            and self.rules is rules
            and self.kept == kept
        )

    def since(self, moved: tuple[str, str] | None) -> Trace:
        """The same, when something was recorded at a place, or time alone has gone on."""
        return replace(self, moved=moved or ("", ""))


def has_rules(walk: Walk) -> bool:
    """Whether a rule decides anything in a timeline: then anything that is recorded may change the path."""
    known = walk.plan.memo.get(("rules", walk.timeline.id))
    if known is None:
        known = any(way.rule for each in walk.timeline.instances for way in each.ways)
        walk.plan.memo["rules", walk.timeline.id] = known
    return bool(known)


def moved_by(walk: Walk, key: str) -> frozenset[str] | None:
    """The instances whose dates may be others when something is recorded at one; None where it may be all."""
    if has_rules(walk):
        return None
    asked = ("moved", walk.timeline.id, key)
    memo = walk.plan.memo
    if asked not in memo:
        memo[asked] = _moved_by(walk, key)
    found = memo[asked]
    assert found is None or isinstance(found, frozenset)
    return found


def _moved_by(walk: Walk, key: str) -> frozenset[str] | None:
    timed: dict[str, list[str]] = {}
    steps: Mapping[str, object] = walk.steps
    for each in steps:
        reference = walk.steps[each].reference
        if reference:
            timed.setdefault(reference, []).append(each)
    found, waiting = {key}, [key]
    while waiting:
        for each in timed.get(waiting.pop(), ()):
            if each not in found:
                found.add(each)
                waiting.append(each)
    in_loops = {each for loop in walk.timeline.loops for each in loop.body}
    return None if found & in_loops else frozenset(found)
