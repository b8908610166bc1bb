"""What a course is: every occurrence of one participant with its status, the decisions, and what is doubtful."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from study.dating import Moment
from study.interpreter.consents import Lapse
from study.interpreter.dates import Dated
from study.interpreter.facts import Place, Told
from study.interpreter.status import Out, Status
from study.plan.plan import PlanInstance, PlanSpan, Role, Way


@dataclass(frozen=True, slots=True)
class Apart:
    """An activity of a visit that was done on another day; `out`: how far out of the visit's window, None if within."""

    activity: str
    at: Moment
    out: Out | None = None


@dataclass(frozen=True, slots=True)
class Treated:
    """What gives the treatment and was done at a visit after the intervention was stopped on a day."""

    stopped: dt.date
    given: tuple[Apart, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One instance in one pass of one run.

    `dated` is None where its date is not known. `provisional`: its date counts from something that has not happened.
    `actual`: when it took place; `booked`: what it was rescheduled to. `reason`: why it was not done. `out`: how far
    out of its window it took place. `on_path`: the path of this participant leads to it; else it was recorded all the
    same. `possible`: the path may still lead to it. `missed`: the ids of activities that were not done though it
    took place. `anchor`: the date that study days count from, `day_of_anchor` its own; None outside the main timeline.
    `waived`: the ids of activities that are not required here: a footnote's rule does not hold, or the treatment has
    stopped. `held_back`: the words of transition rules that do not hold, though it is due or done. `apart`: what of it
    was done on another day. `treated`: the treatment that was given after its stop. `within`: the status of the visit
    that its run is nested in. `earliest` and `latest` (in a
    whole calendar) are set until the visit that it is timed from has taken place, where that one's window leaves it
    open.
    """

    run: str
    timeline: str
    instance: PlanInstance
    pass_: int
    status: Status
    dated: Dated | None = None
    provisional: bool = False
    actual: Moment | None = None
    booked: Moment | None = None
    reason: str = ""
    out: Out | None = None
    on_path: bool = True
    possible: bool = False
    missed: tuple[str, ...] = ()
    anchor: dt.date | None = None
    day_of_anchor: int | None = None
    earliest: dt.date | None = None
    latest: dt.date | None = None
    waived: tuple[str, ...] = ()
    held_back: tuple[str, ...] = ()
    apart: tuple[Apart, ...] = ()
    within: Status | None = None
    treated: Treated | None = None

    @property
    def place(self) -> Place:
        """By which it is addressed."""
        return self.run, self.instance.key, self.pass_


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision in one pass of one run.

    `ways` are those that are open; `taken` is the id of one of them, "" until then.
    `asked`: it has been reached and nothing has answered it. `by_rule`: a rule took the way, not a person.
    """

    run: str
    timeline: str
    instance: PlanInstance
    pass_: int
    ways: tuple[Way, ...]
    taken: str = ""
    by_rule: bool = False
    asked: bool = False
    dated: Dated | None = None

    @property
    def place(self) -> Place:
        """By which it is addressed."""
        return self.run, self.instance.key, self.pass_


class QueryKind(StrEnum):
    """What about the records themselves is doubtful. No deviation: somebody has to look at what was recorded."""

    NO_CONSENT = "no consent"
    RECORDED_TWICE = "recorded twice"
    DONE_AND_NOT_DONE = "done and not done"
    ANSWERED_TWICE = "answered twice"
    AFTER_DEATH = "after death"
    AFTER_LOSS = "after loss to follow-up"
    AFTER_SCREEN_FAILURE = "after screen failure"
    AFTER_TERMINATION = "after early termination"
    NOT_STARTED = "not started"
    NOTHING_TO_CORRECT = "nothing to correct"
    STARTED_TOO_OFTEN = "started too often"
    STARTED_TWICE = "started twice"


@dataclass(frozen=True, slots=True)
class Query:
    """A doubt about what was recorded: at which occurrence or event, and the dates that do not go together."""

    kind: QueryKind
    subject: str
    title: str = ""
    dates: tuple[dt.date, ...] = ()


@dataclass(frozen=True, slots=True)
class Start:
    """A side timeline whose entry rule holds, and which nobody has started: for `role` to start."""

    timeline: str
    title: str
    role: Role


@dataclass(frozen=True, slots=True)
class Ongoing:
    """An activity that goes on between two visits, since a day; `until` is the last visit's planned day, if known."""

    run: str
    span: PlanSpan
    title: str
    since: dt.date
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Ended:
    """The end of participation, or of the main timeline: the type of the event that ended it, its date and reason.

    `stays`: the treatment has stopped, but the participant stays on schedule. `time`: its clock time, where known.
    """

    kind: str
    date: dt.date
    reason: str = ""
    stays: bool = False
    time: dt.time | None = None


@dataclass(slots=True)
class Course:
    """All that is true of one participant, in the order of the path, the runs nested in a visit behind it.

    `withdrawn`: when consent was withdrawn and not given again; `lapses` are all times without it. `ended` is that of
    the latest screening. `complete`: the path has come to its end and nothing is open. `frontiers`: the decision that
    each run waits at, by run.
    """

    now: Moment | None = None
    consent: dt.date | None = None
    withdrawn: dt.date | None = None
    ended: Ended | None = None
    stopped: Ended | None = None
    occurrences: list[Occurrence] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    unscheduled: list[Told] = field(default_factory=list)
    queries: list[Query] = field(default_factory=list)
    starts: list[Start] = field(default_factory=list)
    ongoing: list[Ongoing] = field(default_factory=list)
    frontiers: dict[str, str] = field(default_factory=dict)
    runs: dict[str, str] = field(default_factory=dict)
    """The timeline of each run that has started."""
    complete: bool = False
    consent_time: dt.time | None = None
    """The clock time of consent, where it was recorded."""
    lapses: tuple[Lapse, ...] = ()
    next_change: tuple[dt.date, dt.time | None] | None = None
    """When the status of something changes next, if nothing is recorded until then."""

    @property
    def at(self) -> Mapping[Place, Occurrence]:
        """The occurrences by place."""
        return {each.place: each for each in self.occurrences}
