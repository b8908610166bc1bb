"""What a simulated group comes to: figures that are added up participant by participant, and shares of it together.

Counted is what took place. A visit is one participant's coming on one day, however many steps of the schedule are done
on it; weeks begin on the day on which the simulation starts, the first of them is week 1. An assessment is an activity
of the plan that was done at a visit, or, where the activity runs a sub-timeline, each of those in it.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from statistics import median

from study.interpreter.course import Occurrence
from study.interpreter.deviations import deviations_of
from study.interpreter.status import Status, closing, opening
from study.json_types import JsonObject, JsonValue
from study.plan.plan import Plan, PlanInstance
from study.simulation.attendance import Works
from study.simulation.outcomes import Minutes
from study.simulation.participant import End, Simulated

_DEEPEST = 8  # sub-timelines within each other
_JUDGED = (Status.DONE_IN_WINDOW, Status.DONE_EARLY, Status.DONE_AFTER)


@dataclass(slots=True)
class VisitFigures:
    """One instance of the schedule over all participants and passes.

    `days_out`: how many of those done were so many days out of their window (negative: before it); a window in minutes
    counts as one day. `judged`: how many were done that have a window to be judged by. `closed`: planned on a day on
    which the site does not work; `no_way`: so that no day of the window is left.
    """

    done: int = 0
    judged: int = 0
    not_done: int = 0
    closed: int = 0
    no_way: int = 0
    days_out: Counter[int] = field(default_factory=Counter)

    @property
    def out(self) -> int:
        """How many were done out of their window."""
        return sum(self.days_out.values())

    @property
    def share_out(self) -> float:
        """The share of those done with a window that were out of it; 0 where there are none."""
        return self.out / self.judged if self.judged else 0.0


@dataclass(slots=True)
class GroupFigures:
    """The figures of a group, or of a part of one.

    By week: `visits`, `assessments`, `seconds` (of assessments whose length is said), `enrolled`, `under_way` (who has
    consented and not ended). `untimed`: assessments whose length is not said. `lengths`: how many courses lasted so
    many days, from consent to the last event, both included, of those who came to the end of the schedule,
    `lengths_of_others` of the others. `limited`: participants whom the limit of passes ended or turned.
    `ends`: how the courses ended. `deviations` by kind and key of the instance.
    """

    start: dt.date
    participants: int = 0
    visits: Counter[int] = field(default_factory=Counter)
    assessments: Counter[int] = field(default_factory=Counter)
    seconds: Counter[int] = field(default_factory=Counter)
    untimed: int = 0
    enrolled: Counter[int] = field(default_factory=Counter)
    under_way: Counter[int] = field(default_factory=Counter)
    lengths: Counter[int] = field(default_factory=Counter)
    lengths_of_others: Counter[int] = field(default_factory=Counter)
    ends: Counter[tuple[End, str]] = field(default_factory=Counter)
    deviations: Counter[tuple[str, str]] = field(default_factory=Counter)
    by_visit: dict[str, VisitFigures] = field(default_factory=dict)
    limited: int = 0

    def add(self, one: Simulated, work: Workload, works: Works | None = None) -> None:
        """Counts one participant."""
        self.participants += 1
        self.limited += one.limited
        self.ends[one.end, one.how if one.end is End.STOPPED else ""] += 1
        length = (one.last - one.consented).days + 1
        (self.lengths if one.end is End.COMPLETED else self.lengths_of_others)[length] += 1
        self.enrolled[self._week(one.consented)] += 1
        for week in range(self._week(one.consented), self._week(one.last) + 1):
            self.under_way[week] += 1
        came: set[dt.date] = set()
        for each in one.course.occurrences:
            self._visit(each, work, works, came)
        for day in came:
            self.visits[self._week(day)] += 1
        for deviation in deviations_of(one.course):
            self.deviations[deviation.kind.value, deviation.key] += 1

    def _visit(self, each: Occurrence, work: Workload, works: Works | None, came: set[dt.date]) -> None:
        key, status, actual = each.instance.key, each.status, each.actual
        if actual is None and status is not Status.NOT_DONE:
            return
        figures = self.by_visit.get(key)
        if figures is None:
            figures = self.by_visit[key] = VisitFigures()
        if works is not None and each.dated is not None and not works(each.dated.date):
            figures.closed += 1
            if each.dated.first is not None and each.dated.last is not None and not _any_open(each, works):
                figures.no_way += 1
        if actual is None:
            figures.not_done += 1
            return
        figures.done += 1
        came.add(actual.date)
        if status in _JUDGED:
            figures.judged += 1
        if each.out is not None:
            figures.days_out[each.out.days or (-1 if each.out.minutes < 0 else 1)] += 1
        week = self._week(actual.date)
        assessments, seconds, untimed = work.of(each.instance)
        self.assessments[week] += assessments
        self.untimed += untimed
        if seconds:
            self.seconds[week] += seconds

    def _week(self, day: dt.date) -> int:
        return (day - self.start).days // 7 + 1

    def join(self, other: GroupFigures) -> None:
        """Adds another part of the same group."""
        self.participants += other.participants
        self.untimed += other.untimed
        self.limited += other.limited
        for mine, more in (
            (self.visits, other.visits),
            (self.assessments, other.assessments),
            (self.seconds, other.seconds),
            (self.lengths, other.lengths),
            (self.lengths_of_others, other.lengths_of_others),
            (self.enrolled, other.enrolled),
            (self.under_way, other.under_way),
        ):
            mine.update(more)
        self.ends.update(other.ends)
        self.deviations.update(other.deviations)
        for key, theirs in other.by_visit.items():
            figures = self.by_visit.setdefault(key, VisitFigures())
            for name in ("done", "judged", "not_done", "closed", "no_way"):
                setattr(figures, name, getattr(figures, name) + getattr(theirs, name))
            figures.days_out.update(theirs.days_out)

    @property
    def weeks(self) -> int:
        """How many weeks it takes until the last participant has ended."""
        return max(self.under_way, default=0)

    @property
    def shortest(self) -> int | None:
        """Days of the shortest course to the end of the schedule."""
        return min(self.lengths, default=None)

    @property
    def median_length(self) -> float | None:
        """Days of the median course to the end of the schedule."""
        return median(sorted(self.lengths.elements())) if self.lengths else None

    @property
    def longest(self) -> int | None:
        """Days of the longest course to the end of the schedule."""
        return max(self.lengths, default=None)

    def deviations_by_kind(self) -> Counter[str]:
        """How many deviations there are of each kind."""
        found: Counter[str] = Counter()
        for (kind, _), number in self.deviations.items():
            found[kind] += number
        return found

    def deviations_of_kind(self, kind: str) -> Counter[str]:
        """How many deviations of a kind there are at each instance."""
        return Counter({key: number for (each, key), number in self.deviations.items() if each == kind})


class Workload:
    """How many assessments an instance asks for, and how long those take whose length is said."""

    def __init__(self, plan: Plan, minutes: Minutes) -> None:
        self._plan = plan
        self._minutes = minutes
        self._known: dict[int, tuple[int, int, int]] = {}

    def of(self, instance: PlanInstance) -> tuple[int, int, int]:
        """Assessments, the seconds of those whose length is said, and for how many it is not said."""
        found = self._known.get(id(instance))
        if found is None:
            names = list(self._assessments(instance, 0))
            lengths = [self._minutes.by_assessment.get(name, self._minutes.each) for name in names]
            said = [each for each in lengths if each is not None]
            found = self._known[id(instance)] = (
                len(names),
                sum(round(each * 60) for each in said),
                len(names) - len(said),
            )
        return found

    def _assessments(self, instance: PlanInstance, depth: int) -> Iterable[str]:
        carrying: dict[str, list[str]] = {}
        for sub in instance.subs:
            timeline = self._plan.by_id.get(sub.timeline)
            if timeline is None or depth > _DEEPEST:
                continue
            inside = [name for each in timeline.instances for name in self._assessments(each, depth + 1)]
            carrying.setdefault(sub.activity, []).extend(inside)
        for activity in instance.activities:
            yield from carrying.pop(activity, None) or (activity,)
        for inside in carrying.values():
            yield from inside


@dataclass(frozen=True, slots=True)
class TightWindow:
    """A visit whose window is missed: by how many, and how many days more, before and behind, would hold `wanted`.

    `out` of `judged` were out of it, `share` is their share.
    """

    key: str
    out: int
    judged: int
    share: float
    earlier: int
    later: int
    would_hold: float


def tight_windows(figures: GroupFigures, wanted: float = 0.95, least: float = 0.01) -> list[TightWindow]:
    """The visits whose windows are missed by more than `least` of those who come, most often first.

    Each with the smallest widening, in days at both ends together, with which `wanted` would have come in it; of two
    alike the one that adds at the later end.
    """
    found = []
    for key, each in figures.by_visit.items():
        if not each.out or each.share_out <= least:
            continue
        earlier, later = _wider(each, max(wanted, 1 - each.share_out))
        inside = each.judged - sum(n for days, n in each.days_out.items() if not -earlier <= days <= later)
        found.append(
            TightWindow(key, each.out, each.judged, each.share_out, earlier, later, inside / each.judged)
        )
    return sorted(found, key=lambda each: (-each.share, each.key))


def _wider(figures: VisitFigures, wanted: float) -> tuple[int, int]:
    """So many days earlier and later that the wanted share comes in the window."""
    allowed = figures.judged * (1 - wanted) + 1e-9
    early = sorted({0, *(-days for days in figures.days_out if days < 0)})
    late = sorted({0, *(days for days in figures.days_out if days > 0)})
    best: tuple[int, int, int] | None = None
    for before in early:
        for after in late:
            still = sum(n for days, n in figures.days_out.items() if not -before <= days <= after)
            if still <= allowed and (best is None or (before + after, before, after) < best):
                best = (before + after, before, after)
    assert best is not None  # all of them are held by the widest
    return best[1], best[2]


def _any_open(each: Occurrence, works: Works) -> bool:
    assert each.dated is not None
    first, last = opening(each.dated), closing(each.dated)
    return any(works(first + dt.timedelta(days=days)) for days in range(min((last - first).days, 60) + 1))


def classes_of(lengths: Mapping[int, int], bins: int = 24) -> list[tuple[int, int, int]]:
    """Course lengths in classes of 1 or 2 days, or whole weeks: first day, last day, how many; about `bins` at most."""
    if not lengths:
        return []
    low, high = min(lengths), max(lengths)
    width = next((each for each in (1, 2) if (high - low) // each < bins), 0)
    while not width or (width > 2 and (high - low) // width + 1 > bins):
        width += 7
    first = (low - 1) // width * width + 1
    counted: Counter[int] = Counter()
    for each, number in lengths.items():
        counted[(each - first) // width] += number
    return [
        (first + place * width, first + (place + 1) * width - 1, counted[place])
        for place in range(max(counted) + 1)
    ]


def figures_to_json(figures: GroupFigures) -> JsonObject:
    """Figures as a JSON object, for another process."""
    return {
        "start": figures.start.isoformat(),
        "participants": figures.participants,
        "visits": _weeks(figures.visits),
        "assessments": _weeks(figures.assessments),
        "seconds": _weeks(figures.seconds),
        "untimed": figures.untimed,
        "limited": figures.limited,
        "enrolled": _weeks(figures.enrolled),
        "under_way": _weeks(figures.under_way),
        "lengths": _weeks(figures.lengths),
        "lengths_of_others": _weeks(figures.lengths_of_others),
        "ends": [[end.value, how, number] for (end, how), number in figures.ends.items()],
        "deviations": [[kind, key, number] for (kind, key), number in figures.deviations.items()],
        "by_visit": {
            key: {
                "done": each.done,
                "judged": each.judged,
                "not_done": each.not_done,
                "closed": each.closed,
                "no_way": each.no_way,
                "days_out": _weeks(each.days_out),
            }
            for key, each in figures.by_visit.items()
        },
    }


def figures_from_json(value: JsonValue) -> GroupFigures:
    """What `figures_to_json` wrote. Raises KeyError, TypeError or ValueError for anything else."""
    return GroupFigures(
        dt.date.fromisoformat(value["start"]),
        int(value["participants"]),
        Counter(_read(value["visits"])),
        Counter(_read(value["assessments"])),
        Counter(_read(value["seconds"])),
        int(value["untimed"]),
        Counter(_read(value["enrolled"])),
        Counter(_read(value["under_way"])),
        Counter(_read(value["lengths"])),
        Counter(_read(value["lengths_of_others"])),
        Counter({(End(end), str(how)): int(number) for end, how, number in value["ends"]}),
        Counter({(str(kind), str(key)): int(number) for kind, key, number in value["deviations"]}),
        {
            str(key): VisitFigures(
                int(each["done"]),
                int(each["judged"]),
                int(each["not_done"]),
                int(each["closed"]),
                int(each["no_way"]),
                Counter(_read(each["days_out"])),
            )
            for key, each in value["by_visit"].items()
        },
        int(value["limited"]),
    )


def _weeks(counted: Mapping[int, int]) -> list[list[int]]:
    return [[week, number] for week, number in sorted(counted.items())]


def _read(pairs: JsonValue) -> dict[int, int]:
    return {int(week): int(number) for week, number in pairs}
