"""What moves: the visits whose dates another dating changes, and why."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from study.dating import ANYWHERE, DatedTime, DatedTimes, Dating, SiteCalendar, dated_times
from study.language import translate
from study.timeline import PlannedTimes
from study.visit_title import visit_title


@dataclass(frozen=True, slots=True)
class Moved:
    """One instance whose date differs after a change: its dates before and after, and why in a sentence."""

    key: str
    title: str
    before: DatedTime
    after: DatedTime
    why: str

    @property
    def old(self) -> dt.date:
        """The planned day before."""
        assert self.before.date is not None
        return self.before.date

    @property
    def new(self) -> dt.date:
        """The planned day after."""
        assert self.after.date is not None
        return self.after.date


def moved(
    planned: PlannedTimes, before: Dating, after: Dating, calendar: SiteCalendar = ANYWHERE
) -> tuple[Moved, ...]:
    """The visits whose planned date or window another dating moves, in graph order.

    What took place does not move, and what had no date before, or has none after, has not moved.
    """
    old, new = dated_times(planned, before, calendar), dated_times(planned, after, calendar)
    found: list[Moved] = []
    for key, now in new.times.items():
        was = old.times[key]
        if now.actual is not None or was.actual is not None or was.date is None or now.date is None:
            continue
        if (was.date, was.first, was.last, was.at) != (now.date, now.first, now.last, now.at):
            found.append(Moved(key, visit_title(now.planned), was, now, _why(now, planned)))
    return tuple(found)


def next_that_stays(after: DatedTimes, moves: Sequence[Moved]) -> DatedTime | None:
    """The first visit behind all that took place whose date none of `moves` touches; None where there is none.

    A visit with a Fixed Reference of its own is none: its date is typed.
    """
    touched = {move.key for move in moves}
    found: DatedTime | None = None
    for dated in reversed(tuple(after.times.values())):
        if dated.actual is not None:
            break
        if dated.date is not None and dated.key not in touched and not dated.planned.is_anchor:
            found = dated
    return found


def _why(dated: DatedTime, planned: PlannedTimes) -> str:
    if dated.planned.is_anchor:
        return translate("dates", "because its own date changed")
    reference = planned.times.get(dated.planned.reference)
    title = visit_title(reference) if reference is not None else ""
    return translate("dates", "because it is timed from {visit}").format(visit=title)
