"""How a course was worked out, so that the course one event later needs only what that event can have changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from study.dating import SiteCalendar
from study.interpreter.course import Course, Occurrence, Query
from study.interpreter.events import Event
from study.interpreter.facts import Facts, Place
from study.interpreter.kept import Kept
from study.interpreter.line import Line
from study.interpreter.rules import Rules
from study.interpreter.when import When
from study.plan.plan import Plan


class Changed(NamedTuple):
    """A visit on the path that is another one than in the trace before; `before` is None for a new one."""

    before: Occurrence | None
    after: Occurrence


@dataclass(slots=True)
class Trace:
    """A course with what it was worked out from.

    `kept_at`: `kept` by place. `lines`: the main and side runs, gone along; `nested`: something is nested in a visit of
    theirs. `aside`: where something is recorded that no line leads to; `beside`: what is there. `changed`: what is new
    on the paths since the trace before, None where it was worked out from the beginning.
    """

    plan: Plan
    calendar: SiteCalendar
    rules: Rules
    kept: tuple[Kept, ...]
    kept_at: Mapping[Place, Sequence[Kept]]
    facts: Facts
    course: Course
    events: tuple[Event, ...] = ()
    clock: When | None = None
    lines: list[Line] = field(default_factory=list)
    aside: frozenset[Place] = frozenset()
    beside: list[Occurrence] = field(default_factory=list)
    not_started: list[Query] = field(default_factory=list)
    main_anchor: dt.date | None = None
    nested: bool = False
    changed: list[Changed] | None = None
    ids: set[str] = field(default_factory=set)
    """The ids of all events, and perhaps of others: of what has become of the same participant otherwise."""
    passing: Mapping[str, str] = field(default_factory=dict)
    """What is asked of the outside that is looked at after each event, by subject; visits on the path are not."""

    def is_of(self, plan: Plan, calendar: SiteCalendar, rules: Rules, kept: tuple[Kept, ...]) -> bool:
        """Whether it was worked out by the same plan and rules, at the same site."""
        return (
            self.plan is plan
            and (self.calendar is calendar or self.calendar == calendar)
            and self.rules is rules
            and (self.kept is kept or self.kept == kept)
        )
