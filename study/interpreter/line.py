"""One run gone along as far as it is decided: its path, and all that is needed to go on, or to mend a part of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from heapq import heappop
from typing import NamedTuple

from study.interpreter.consents import Lapse
from study.interpreter.course import Decision, Ended, Occurrence
from study.interpreter.dates import Counted
from study.interpreter.status import Status
from study.interpreter.walking import Walk

Here = tuple[str, int]
"""Key of an instance, and pass."""

Change = tuple[dt.date, dt.time]
"""A moment from which a status may be another one."""


class Limits(NamedTuple):
    """What ends a run: from `ended` on nothing more is required of it, or only behind that day (`strictly`).

    From `stopped` on no visit of the treatment is required; from `untreated` on nothing that gives the treatment. What
    was to be done in one of the `lapses` of consent is not required.
    """

    ended: Ended | None
    strictly: bool
    stopped: Ended | None
    untreated: Ended | None = None
    lapses: tuple[Lapse, ...] = ()


class Entry(NamedTuple):
    """A visit on the path. `step`: its place on the path; `resolved`: all before it was recorded.

    `in_turn`: it is due as soon as all before it is recorded, as no date tells when. `change`: when time alone changes
    its status, None where it does not.
    """

    occurrence: Occurrence
    step: int
    is_open: bool
    resolved: bool
    in_turn: bool
    change: Change | None


class Decided(NamedTuple):
    """A decision on the path. `step`: its place there; `visits`: how many visits come before it.

    `way` is the id of the way taken, "" where none is. `by_arrival`: it takes the time at which it is reached.
    """

    decision: Decision
    step: int
    visits: int
    way: str
    by_arrival: bool
    change: Change | None


@dataclass(slots=True)
class Line:
    """A run on its way.

    `anchor`: the date that study days count from; `day_of_anchor` its own; None outside the main timeline. `covered`:
    the status of the visit that it is nested in. `next_key`: where it goes on, "" where it waits (at `frontier`) or is
    `over`. `first_open`: the place among the visits of the first that is not recorded. `changes`: a heap of (moment,
    place among the visits), of which some are out of date. `heads`: where on the path a loop's head was reached again.
    `inside`: what is nested in a visit, by its place among the visits.
    """

    walk: Walk
    limits: Limits
    covered: Status | None
    anchor: dt.date | None
    day_of_anchor: int | None
    next_key: str
    path: list[Here] = field(default_factory=list)
    steps: dict[Here, int] = field(default_factory=dict)
    first_at: dict[str, int] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    occurrences: list[Occurrence] = field(default_factory=list)
    visits: dict[Here, int] = field(default_factory=dict)
    decisions: list[Decided] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    in_turn: list[int] = field(default_factory=list)
    changes: list[tuple[Change, int]] = field(default_factory=list)
    first_open: int = 0
    arrival: Counted | None = None
    frontier: str = ""
    over: bool = False
    inside: dict[int, list[Line]] = field(default_factory=dict)

    def copied(self, walk: Walk) -> Line:
        """The same, to be mended, by a walk of its own; to go on with, its path must become its own too."""
        return Line(
            walk,
            self.limits,
            self.covered,
            self.anchor,
            self.day_of_anchor,
            self.next_key,
            self.path,
            self.steps,
            self.first_at,
            self.entries.copy(),
            self.occurrences.copy(),
            self.visits,
            self.decisions.copy(),
            self.heads,
            self.in_turn.copy(),
            self.changes.copy(),
            self.first_open,
            self.arrival,
            self.frontier,
            self.over,
            self.inside,
        )

    def own_path(self) -> None:
        """Makes what it shares with the line that it was copied from its own."""
        self.path, self.steps, self.first_at = self.path.copy(), self.steps.copy(), self.first_at.copy()
        self.visits, self.heads = self.visits.copy(), self.heads.copy()

    def arrived(self, step: int) -> Counted | None:
        """When a place on the path is reached: that of the last before it whose time is known."""
        onward = self.walk.onward
        for here in reversed(self.path[:step]):
            if (found := onward.get(here)) is not None:
                return found
        return None

    def next_change(self) -> Change | None:
        """When the status of a visit changes next by time alone; takes what is out of date from the heap."""
        changes, entries = self.changes, self.entries
        while changes:
            change, place = changes[0]
            if entries[place].change == change:
                return change
            heappop(changes)
        return None

    def find_first_open(self) -> None:
        """Moves `first_open` on behind all that is recorded."""
        entries, place = self.entries, self.first_open
        while place < len(entries) and not entries[place].is_open:
            place += 1
        self.first_open = place
