"""What a course is worked out from: plan, facts, the site's calendar, rules, and what earlier plans said."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from study.dating import Moment, SiteCalendar
from study.interpreter.facts import Facts, Place
from study.interpreter.kept import Kept
from study.interpreter.rules import Rules
from study.plan.plan import Plan


@dataclass(slots=True)
class Given:
    """`now`: as far as time is known to have gone. `whole`: with what is nested where nothing is recorded in it."""

    plan: Plan
    facts: Facts
    calendar: SiteCalendar
    rules: Rules
    kept: Mapping[Place, Sequence[Kept]]
    whole: bool
    now: Moment
    nested: bool
    """Whether there is anything nested to be gone along."""
    count: int = 0
    """The occurrences gone along."""

    @property
    def instant(self) -> tuple[dt.date, dt.time]:
        """`now`; a date alone is its first minute."""
        return self.now.date, self.now.time or dt.time.min


def kept_by_place(kept: Sequence[Kept]) -> Mapping[Place, Sequence[Kept]]:
    """What earlier plans said, by place: what was left first before what was left later."""
    found: dict[Place, list[Kept]] = {}
    for each in sorted(kept, key=lambda each: each.until):
        found.setdefault(each.place, []).append(each)
    return found
