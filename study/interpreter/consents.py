"""Consent that was withdrawn and, it may be, given again: from when to when there was none."""

from __future__ import annotations

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from study.dating import Moment
from study.interpreter.events import EventType
from study.interpreter.facts import Facts, Told


@dataclass(frozen=True, slots=True)
class Lapse:
    """A time without consent, from its withdrawal until it was given again; `until` is None where it was not.

    `strictly`: of a run that was begun then, what opened on the very day of the withdrawal is still asked for.
    """

    since: Moment
    until: Moment | None = None
    strictly: bool = False

    def holds(self, at: Moment) -> bool:
        """Whether something was done in it; by the hour on its first and last day, where known."""
        return is_after(at, self.since) and (self.until is None or is_after(self.until, at))

    def has(self, day: dt.date) -> bool:
        """Whether a day lies in it: the day of the withdrawal does, the day of the new consent does not."""
        return self.since.date <= day and (self.until is None or day < self.until.date)


def is_after(at: Moment, other: Moment) -> bool:
    """Whether something was certainly later than another: of one day by the hour, where both are known."""
    if at.date != other.date:
        return at.date > other.date
    return at.time is not None and other.time is not None and at.time > other.time


def given_again(facts: Facts, withdrawn: Told) -> Moment | None:
    """When consent was given for the first time after a withdrawal, whenever that was recorded."""
    later = [told.at for told in facts.consents if is_after(told.at, withdrawn.at)]
    return min(later, key=_order, default=None)


def lapses_of(facts: Facts) -> tuple[Lapse, ...]:
    """The times without consent, earliest first; of those that meet one."""
    withdrawals = [told for told in facts.ends if told.event.type is EventType.CONSENT_WITHDRAWN]
    found: list[Lapse] = []
    for told in sorted(withdrawals, key=lambda told: _order(told.at)):
        again = given_again(facts, told)
        if found and (found[-1].until is None or found[-1].until == again):
            continue
        found.append(Lapse(told.at, again))
    return tuple(found)


def lapsed(lapses: Collection[Lapse], planned: dt.date, opens: dt.date, closes: dt.date) -> bool:
    """Whether a visit was to be done while there was no consent, and so was not required; lapses that ended alone.

    It was planned for a day without consent, or its window closed on one: it could still have been done until then.
    """
    return any(
        (each.has(planned) or each.has(closes)) and not (each.strictly and opens <= each.since.date)
        for each in lapses
        if each.until is not None
    )


def _order(at: Moment) -> tuple[dt.date, dt.time]:
    """A date alone before its hours."""
    return at.date, at.time or dt.time.min
