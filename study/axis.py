"""The time axis of timelines: each visit as a point with its window as a bar, epochs as bands, loops as one pass.

All positions are whole seconds from the section's anchor, which is 0. Whole days are dates: Day n reaches half a day
to either side of its point, and a window from Day 54 to Day 60 from the beginning of the one to the end of the other.
Calendar months count as mean months, for ordering only. Visits keep the order of the graph; time never reorders.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from study.dating import DatedTime, DatedTimes
from study.durations import Offset, nominal_seconds
from study.graph import EdgeKind
from study.model import ScheduledInstance, ScheduleTimeline, StudyArm, StudyDesign
from study.timeline import PlannedTime, PlannedTimes, Status

DAY = 86_400
HALF_DAY = DAY // 2
_MOST_LANES = 3


class Shape(StrEnum):
    """How a planned time is drawn: what is known of its window."""

    POINT = "point"  # the window is not stated
    WINDOW = "window"  # both sides are stated
    FROM = "from"  # the earliest is stated, the latest is not
    UNTIL = "until"  # the latest is stated, the earliest is not
    RANGE = "range"  # a span, not a target with a window


class Unit(StrEnum):
    """In what a section counts: study days, days without numbers of their own, or hours and minutes."""

    STUDY_DAYS = "study days"
    DAYS = "days"
    CLOCK = "clock"


@dataclass(frozen=True, slots=True)
class AxisVisit:
    """One instance on the axis. `at` is its planned time, of a range its first day.

    `opens` and `closes` are the outer edges of its window or range, None where not stated. `first` and `last` are the
    edges of all that is drawn of it. `sub_timeline` is the id of the first sub-timeline that it runs, "" for none, and
    `sub_count` how many instances that has. `nominal`: known for ordering only until it is dated. Of a dated section,
    `before` is where the schedule alone puts what an actual date has moved, `actual` when it took place.
    """

    key: str
    title: str
    planned: PlannedTime
    shape: Shape
    at: int
    opens: int | None
    closes: int | None
    first: int
    last: int
    epoch: str = ""
    is_decision: bool = False
    nominal: bool = False
    sub_timeline: str = ""
    sub_count: int = 0
    before: int | None = None
    actual: int | None = None
    dated: DatedTime | None = None

    @property
    def instance(self) -> ScheduledInstance:
        """The USDM instance."""
        return self.planned.instance

    @property
    def is_anchor(self) -> bool:
        """Whether the section's times count from it."""
        return self.planned.is_anchor

    @property
    def end(self) -> int:
        """The planned time, of a range the point of its last day."""
        if self.shape is Shape.RANGE and self.closes is not None:
            return self.closes - (HALF_DAY if self.planned.whole_days else 0)
        return self.at


@dataclass(frozen=True, slots=True)
class Untimed:
    """An instance whose time is not known, and why, in a sentence."""

    key: str
    title: str
    planned: PlannedTime
    reason: str


@dataclass(frozen=True, slots=True)
class Band:
    """A contiguous run of one epoch along the path, from the first of its visits to the last.

    `lane` counts from 0; bands whose times overlap lie in different lanes.
    """

    epoch: str
    title: str
    start: int
    end: int
    lane: int = 0


@dataclass(frozen=True, slots=True)
class LoopSpan:
    """A loop as its one pass: from the first of its visits to the last, and the condition to go round again."""

    head: str
    tail: str
    keys: tuple[str, ...]
    label: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Section:
    """One time base of one timeline; no two sections share a scale.

    `base` is the anchor's key, "" where no time is known. `first_day` is the study day of the anchor, None where the
    section has no study days. `arm` is set where only that arm's visits are shown. `untimed` stands in the timeline's
    first section. `start` and `end` bound all that is drawn. `zero` is the anchor's date, where one is known, with
    `dated` the dates of the timeline.
    """

    timeline: ScheduleTimeline
    times: PlannedTimes
    title: str
    base: str
    base_title: str
    unit: Unit
    first_day: int | None
    visits: tuple[AxisVisit, ...]
    untimed: tuple[Untimed, ...]
    bands: tuple[Band, ...]
    loops: tuple[LoopSpan, ...]
    start: int
    end: int
    arm: str = ""
    zero: date | None = None
    dated: DatedTimes | None = None

    @property
    def key(self) -> str:
        """Names the section among all: timeline, base and arm."""
        return "\n".join((self.timeline.id or "", self.base, self.arm))

    @property
    def items(self) -> tuple[AxisVisit | Untimed, ...]:
        """The visits, then what has no known time."""
        return (*self.visits, *self.untimed)


@dataclass(frozen=True, slots=True)
class Axis:
    """The sections that are shown, one under the other; `epochs` is the place of each epoch in the design."""

    sections: tuple[Section, ...]
    epochs: Mapping[str, int]


def time_axis(
    timelines: Sequence[PlannedTimes], design: StudyDesign | None = None, arms: Iterable[str] = ()
) -> Axis:
    """The axis of some timelines of a design, in the order given; takes time linear in their size.

    `arms` are ids: with any, the main timeline stands there once for each of them, with the visits of its epochs.
    """
    chosen = [arm for arm in (design.arms if design else ()) if arm.id and arm.id in set(arms)]
    titles = {epoch.id: epoch.title for epoch in design.epochs if epoch.id} if design else {}
    counts = {line.id: len(line.instances) for line in design.timelines if line.id} if design else {}
    main = design.main_timeline if design else None
    sections: list[Section] = []
    for times in timelines:
        made = _sections(times, titles, counts)
        if chosen and design is not None and times.timeline == main:
            for arm in chosen:
                sections += [_of_arm(section, arm, design, titles) for section in made]
        else:
            sections += made
    epochs = {epoch.id: place for place, epoch in enumerate(design.epochs) if epoch.id} if design else {}
    return Axis(tuple(sections), epochs)


def arm_epochs(arm: StudyArm, design: StudyDesign) -> frozenset[str]:
    """The ids of the epochs in which an arm takes part: those for which it has a StudyCell."""
    return frozenset(cell.epoch for cell in design.cells if cell.arm == arm.id and cell.epoch)


def _sections(times: PlannedTimes, titles: Mapping[str, str], counts: Mapping[str, int]) -> list[Section]:
    subs: dict[str, str] = {}
    for edge in times.graph.edges:
        if edge.kind is EdgeKind.SUB_TIMELINE:
            subs.setdefault(edge.source, edge.target)
    bases: dict[str, list[AxisVisit]] = {}
    untimed: list[Untimed] = []
    for key, planned in times.times.items():
        if planned.offset is None:
            title = planned.instance.title
            untimed.append(Untimed(key, title, planned, planned.reason))
            continue
        sub = subs.get(key, "")
        bases.setdefault(planned.time_base, []).append(_visit(planned, sub, counts.get(sub, 0)))
    made = [
        _section(times, base, visits, tuple(untimed) if first else (), titles)
        for first, (base, visits) in zip((True, *(False,) * len(bases)), bases.items(), strict=False)
    ]
    return made or [_section(times, "", [], tuple(untimed), titles)]


def _visit(planned: PlannedTime, sub_timeline: str, sub_count: int) -> AxisVisit:
    assert planned.offset is not None
    at = _position(planned.offset, planned.whole_days)
    half = HALF_DAY if planned.whole_days else 0
    opens = None if planned.window_open is None else _position(planned.window_open, planned.whole_days) - half
    closes = (
        None if planned.window_close is None else _position(planned.window_close, planned.whole_days) + half
    )
    if planned.is_range and closes is not None:
        shape, opens = Shape.RANGE, at - half
    elif opens is not None and closes is not None:
        shape = Shape.WINDOW
    elif opens is not None:
        shape = Shape.FROM
    elif closes is not None:
        shape = Shape.UNTIL
    else:
        shape = Shape.POINT
    edges = [edge for edge in (at - half, at + half, opens, closes) if edge is not None]
    instance = planned.instance
    return AxisVisit(
        key=planned.key,
        title=instance.title,
        planned=planned,
        shape=shape,
        at=at,
        opens=opens,
        closes=closes,
        first=min(edges),
        last=max(edges),
        epoch=instance.epoch or "",
        is_decision=instance.is_decision,
        nominal=planned.status is Status.NOMINAL,
        sub_timeline=sub_timeline,
        sub_count=sub_count,
    )


def _position(offset: Offset, whole_days: bool) -> int:
    """An offset in seconds. Of a date, clock time that makes no full day does not count, as in study days."""
    if not whole_days:
        return nominal_seconds(offset)
    rest = abs(offset.seconds) % DAY
    return nominal_seconds(offset) - (rest if offset.seconds >= 0 else -rest)


def _section(
    times: PlannedTimes,
    base: str,
    visits: Sequence[AxisVisit],
    untimed: tuple[Untimed, ...],
    titles: Mapping[str, str],
) -> Section:
    anchor = times.times.get(base)
    return Section(
        timeline=times.timeline,
        times=times,
        title=times.timeline.title,
        base=base,
        base_title=anchor.instance.title if anchor else "",
        unit=_unit(visits),
        first_day=anchor.study_day if anchor else None,
        visits=tuple(visits),
        untimed=untimed,
        bands=bands_of(visits, titles),
        loops=loops_of(times, visits),
        start=min((visit.first for visit in visits), default=0),
        end=max((visit.last for visit in visits), default=0),
    )


def _unit(visits: Sequence[AxisVisit]) -> Unit:
    if any(visit.planned.study_day is not None for visit in visits):
        return Unit.STUDY_DAYS
    timed = [visit for visit in visits if not visit.is_anchor] or visits
    return Unit.DAYS if any(visit.planned.whole_days for visit in timed) else Unit.CLOCK


def bands_of(visits: Sequence[AxisVisit], titles: Mapping[str, str]) -> tuple[Band, ...]:
    """One band for each run of an epoch; what has no epoch of its own (mostly decisions) interrupts none."""
    runs: list[Band] = []
    for visit in visits:
        if not visit.epoch:
            continue
        half = HALF_DAY if visit.planned.whole_days else 0
        start, end = visit.at - half, visit.end + half
        if runs and runs[-1].epoch == visit.epoch:
            run = runs[-1]
            runs[-1] = replace(run, start=min(run.start, start), end=max(run.end, end))
        else:
            runs.append(Band(visit.epoch, titles.get(visit.epoch, visit.epoch), start, end))
    ends: list[int] = []
    made: list[Band] = []
    for run in runs:
        lane = next((n for n, end in enumerate(ends) if end <= run.start), len(ends))
        if lane < len(ends):
            ends[lane] = run.end
        elif lane < _MOST_LANES:
            ends.append(run.end)
        else:  # a damaged file: the last lane takes what is too much
            lane = _MOST_LANES - 1
            ends[lane] = max(ends[lane], run.end)
        made.append(replace(run, lane=lane))
    return tuple(made)


def loops_of(times: PlannedTimes, visits: Sequence[AxisVisit]) -> tuple[LoopSpan, ...]:
    by_key = {visit.key: visit for visit in visits}
    made = []
    for loop in times.graph.loops:
        body = [by_key[key] for key in loop.body if key in by_key]
        if body:
            start = min(visit.at for visit in body)
            end = max(visit.end for visit in body)
            keys = tuple(visit.key for visit in body)
            made.append(LoopSpan(loop.head, loop.tail, keys, loop.label, start, end))
    return tuple(made)


def _of_arm(section: Section, arm: StudyArm, design: StudyDesign, titles: Mapping[str, str]) -> Section:
    """The section with the visits of an arm's epochs; those that belong to no epoch are everyone's."""
    epochs = arm_epochs(arm, design)
    visits = tuple(visit for visit in section.visits if not visit.epoch or visit.epoch in epochs)
    untimed = tuple(u for u in section.untimed if not (e := u.planned.instance.epoch) or e in epochs)
    made = _section(section.times, section.base, visits, untimed, titles)
    return replace(made, title=f"{section.title} · {arm.title}", arm=arm.id or "")
