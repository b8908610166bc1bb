"""The Schedule of Activities of one timeline as a table: a projection, holding no copy of the protocol."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from study.model import (
    Activity,
    Condition,
    Encounter,
    ScheduledInstance,
    ScheduleTimeline,
    StudyDesign,
    StudyEpoch,
)
from study.protocol_order import protocol_order
from study.soa_cells import Mark, Marks
from study.timeline import PlannedTime, PlannedTimes, is_main_timeline, planned_times
from study.wording import day_text, reading_text, window_text

__all__ = [
    "Column",
    "Footnote",
    "HeaderRun",
    "Letters",
    "Mark",
    "Row",
    "ScheduleOfActivities",
    "first_rows",
    "footnote_letter",
    "header_runs",
    "lettered",
    "rows_of",
    "schedule_of_activities",
]


@dataclass(frozen=True, slots=True)
class Column:
    """One instance: a visit or a decision in graph order. Texts are in the one notation of `study.wording`.

    `sub_timeline` is the id of the timeline run inside the instance itself, `sub_count` its instances.
    `members` are the columns that stand in this one where a table is merged by encounter, else none.
    """

    key: str
    title: str
    planned: PlannedTime
    day_text: str
    window_text: str
    is_decision: bool
    footnotes: tuple[str, ...] = ()
    sub_timeline: str | None = None
    sub_count: int = 0
    members: tuple[Column, ...] = ()


@dataclass(frozen=True, slots=True)
class HeaderRun:
    """A contiguous run of columns under one epoch or encounter (`entity_id` "" where they have none)."""

    start: int
    length: int
    title: str
    entity_id: str


@dataclass(frozen=True, slots=True)
class Row:
    """One activity in protocol order; a group is an activity with children, `level` its depth.

    `key` is the activity's id; where that is missing or repeated, `#n` (n: its place among the design's
    activities, from 1).
    """

    activity: Activity
    key: str
    title: str
    level: int
    is_group: bool
    footnotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A Condition with its letter (a, b, ..., z, aa, ab, ...) in the order of first use in the table.

    A condition that names no place, or only places that do not exist, has the letter "": it stands last,
    under the main timeline, so that its text is not lost.
    """

    letter: str
    condition: Condition
    text: str


@dataclass(frozen=True, slots=True)
class ScheduleOfActivities:
    """The table: `marks` by (row, column); `epochs` and `encounters` cover all columns, left to right.

    `unmarked` holds the footnotes of cells that a condition names although nothing is planned there. `design` is
    the one the timeline belongs to, through which a sub-timeline's steps are found.
    """

    timeline: ScheduleTimeline
    planned: PlannedTimes
    columns: tuple[Column, ...]
    epochs: tuple[HeaderRun, ...]
    encounters: tuple[HeaderRun, ...]
    rows: tuple[Row, ...]
    marks: Mapping[tuple[int, int], Mark]
    footnotes: tuple[Footnote, ...]
    unmarked: Mapping[tuple[int, int], tuple[str, ...]] = field(default_factory=dict)
    design: StudyDesign | None = None
    gathered: dict[str, Any] = field(init=False, repr=False, compare=False, default_factory=dict)
    """What others work out of this table when first asked, by what they call it."""

    @property
    def rows_at(self) -> tuple[tuple[int, ...], ...]:
        """The rows that are marked at each column, ascending; of other marks than `Marks` gathered when first asked."""
        if isinstance(self.marks, Marks):
            return self.marks.rows_at
        if "rows_at" not in self.gathered:
            found: list[list[int]] = [[] for _ in self.columns]
            for row, column in self.marks:
                found[column].append(row)
            self.gathered["rows_at"] = tuple(tuple(sorted(rows)) for rows in found)
        rows_at: tuple[tuple[int, ...], ...] = self.gathered["rows_at"]
        return rows_at

    def columns_of(self, row: int) -> list[int]:
        """The columns at which a row is marked, ascending."""
        return [column for column in range(len(self.columns)) if (row, column) in self.marks]

    @property
    def lettered_cells(self) -> dict[tuple[int, int], tuple[str, ...]]:
        """The footnotes of the cells that are marked and have some."""
        if isinstance(self.marks, Marks):
            return {cell: noted for cell, noted in self.marks.letters.items() if noted and cell in self.marks}
        return {cell: mark.footnotes for cell, mark in self.marks.items() if mark.footnotes}

    def carries_condition(self, mark: Mark) -> bool:
        """Whether a condition applies to what is planned here: one of its cell or one of its whole row."""
        return bool(mark.footnotes or self.rows[mark.row].footnotes)


def schedule_of_activities(
    timeline: ScheduleTimeline, design: StudyDesign, planned: PlannedTimes | None = None
) -> ScheduleOfActivities:
    """The Schedule of Activities of `timeline`, as its USDM instances, activities and conditions say it.

    The main timeline has a row for every activity of the design that is not used in other timelines alone;
    any other timeline has those that it marks. A group has a row where one of its children has. What refers
    to nothing is left out, never an error: `study.findings` tells of it.
    """
    if planned is None:
        planned = planned_times(timeline, design)
    timelines = design.timelines
    is_main = is_main_timeline(timeline, design)
    sub_counts: dict[str, int] = {
        other.id: len(other.instances) for other in timelines if other.id and other != timeline
    }

    instances = [planned.graph.instances[key] for key in planned.graph.order]
    rows = _rows(design.activities, _marked_here(instances), _marked_elsewhere(timelines, timeline), is_main)
    row_of = first_rows(rows)
    letters = lettered(design, row_of, instances, is_main=is_main)

    columns = []
    rows_at: list[tuple[int, ...]] = []
    for c, (key, instance) in enumerate(zip(planned.graph.order, instances, strict=True)):
        time = planned.times[key]
        sub_timeline = instance.sub_timeline if instance.sub_timeline in sub_counts else None
        columns.append(
            Column(
                key=key,
                title=instance.title,
                planned=time,
                day_text=day_text(time),
                window_text=window_text(time),
                is_decision=instance.is_decision,
                footnotes=letters.columns.get(c, ()),
                sub_timeline=sub_timeline,
                sub_count=sub_counts.get(sub_timeline or "", 0),
            )
        )
        rows_at.append(tuple(sorted({row_of[each] for each in instance.activities if each in row_of})))
    marks = Marks(
        tuple(rows_at),
        {r: run for r, row in enumerate(rows) if (run := row.activity.sub_timeline) in sub_counts and run},
        {c: column.sub_timeline for c, column in enumerate(columns) if column.sub_timeline},
        sub_counts,
        letters.cells,
    )

    return ScheduleOfActivities(
        timeline=timeline,
        planned=planned,
        columns=tuple(columns),
        epochs=header_runs([instance.epoch for instance in instances], design.epochs),
        encounters=header_runs([instance.encounter for instance in instances], design.encounters),
        rows=tuple(
            Row(row.activity, row.key, row.title, row.level, row.is_group, letters.rows.get(r, ()))
            for r, row in enumerate(rows)
        ),
        marks=marks,
        footnotes=letters.footnotes,
        unmarked={cell: noted for cell, noted in letters.cells.items() if cell not in marks},
        design=design,
    )


def first_rows(rows: Sequence[Row]) -> dict[str, int]:
    """The row of each activity by its id; the first one of an id that is repeated."""
    row_of: dict[str, int] = {}
    for index, row in enumerate(rows):
        if row.activity.id:
            row_of.setdefault(row.activity.id, index)
    return row_of


def lettered(
    design: StudyDesign, row_of: Mapping[str, int], instances: Sequence[ScheduledInstance], *, is_main: bool
) -> Letters:
    """The letters of a table with these rows and columns; footnotes without a place are the main timeline's."""
    conditions = design.conditions
    if not conditions:
        return Letters({}, {}, {}, ())
    places = _Places(design, design.timelines, row_of, instances)
    for condition in conditions:
        places.add(condition, keep_unplaced=is_main)
    return places.letters()


def footnote_letter(index: int) -> str:
    """The letter of the footnote at `index` (0: a, 25: z, 26: aa)."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("a") + rest) + letters
    return letters


def _marked_here(instances: Iterable[ScheduledInstance]) -> set[str]:
    return set().union(*(instance.activities for instance in instances))


def _marked_elsewhere(timelines: Iterable[ScheduleTimeline], here: ScheduleTimeline) -> set[str]:
    return set().union(*(_marked_here(other.instances) for other in timelines if other != here))


def _rows(activities: Sequence[Activity], here: set[str], elsewhere: set[str], is_main: bool) -> list[Row]:
    """The rows that are shown, without footnotes: groups before their children, each activity once."""

    def shown(activity: Activity, is_group: bool) -> bool:
        if activity.id in here:
            return True
        return is_main and not is_group and activity.id not in elsewhere

    return rows_of(activities, shown)


def rows_of(activities: Sequence[Activity], shown: Callable[[Activity, bool], bool]) -> list[Row]:
    """The rows of a table, without footnotes, in the protocol's order: groups before their children.

    `shown` says of an activity, and of whether it is a group, whether it has a row of its own; a group also has one
    where something in it has.
    """
    by_id = {activity.id: activity for activity in reversed(activities) if activity.id}
    place = {id(activity.raw): n for n, activity in enumerate(activities, 1)}
    counts = Counter(activity.id for activity in activities)
    children = {
        id(activity.raw): [by_id[child] for child in activity.children if child in by_id]
        for activity in activities
    }
    is_child = {id(child.raw) for group in children.values() for child in group}
    ordered = protocol_order(activities)
    placed: set[int] = set()
    rows: list[Row] = []

    # Roots first; what only a circle of childIds holds has no root, and is taken in the second round.
    roots = [a for a in ordered if id(a.raw) not in is_child]
    for root in [*roots, *ordered]:
        # A stack of (activity, level), so that no depth of groups exhausts the interpreter's own.
        stack = [(root, 0)]
        groups: list[tuple[int, Row]] = []  # groups above the activity at hand that have no shown child yet
        while stack:
            activity, level = stack.pop()
            if id(activity.raw) in placed:
                continue
            placed.add(id(activity.raw))
            while groups and groups[-1][0] >= level:
                groups.pop()
            identity = activity.id
            key = identity if identity and counts[identity] == 1 else f"#{place[id(activity.raw)]}"
            below = children[id(activity.raw)]
            row = Row(activity, key, activity.title, level, bool(below))
            if shown(activity, bool(below)):
                rows.extend(group for _, group in groups)
                groups.clear()
                rows.append(row)
            elif below:
                groups.append((level, row))
            stack.extend((child, level + 1) for child in reversed(below))
    return rows


def header_runs(
    ids: Sequence[str | None], entities: Iterable[StudyEpoch | Encounter]
) -> tuple[HeaderRun, ...]:
    """Contiguous runs of columns with the same id; the same epoch further on is a run of its own."""
    titles: dict[str | None, str] = {entity.id: entity.title for entity in entities if entity.id}
    runs: list[HeaderRun] = []
    start = 0
    for index in range(1, len(ids) + 1):
        here = ids[start]
        if index < len(ids) and ids[index] == here:
            continue
        known = here in titles
        title = titles[here] if known else f"{here} (missing)" if here else ""
        runs.append(HeaderRun(start, index - start, title, here if known and here else ""))
        start = index
    return tuple(runs)


@dataclass(frozen=True, slots=True)
class Letters:
    """The letters of columns, rows and cells, and all footnotes of a table."""

    columns: dict[int, tuple[str, ...]]
    rows: dict[int, tuple[str, ...]]
    cells: dict[tuple[int, int], tuple[str, ...]]
    footnotes: tuple[Footnote, ...]


class _Places:
    """Finds the columns, rows and cells of one table that each Condition is about.

    Source: USDM Condition. What it applies to says the rows; contexts that are instances say the columns, and
    contexts that are activities narrow the rows.
    """

    def __init__(
        self,
        design: StudyDesign,
        timelines: Iterable[ScheduleTimeline],
        row_of: Mapping[str, int],
        instances: Sequence[ScheduledInstance],
    ) -> None:
        self.row_of = row_of
        self.column_of: dict[str, int] = {}
        for c, instance in enumerate(instances):
            if instance.id:
                self.column_of.setdefault(instance.id, c)
        self.instance_ids = {instance.id for timeline in timelines for instance in timeline.instances}
        # The activities that something a condition can apply to belongs to.
        self.activities_of: dict[str, list[str]] = {}
        self.activity_ids: set[str] = set()
        for activity in design.activities:
            if not activity.id:
                continue
            self.activity_ids.add(activity.id)
            parts = [procedure.id for procedure in activity.procedures if procedure.id]
            for part in (
                activity.id,
                *parts,
                *activity.biomedical_concepts,
                *activity.bc_categories,
                *activity.bc_surrogates,
            ):
                self.activities_of.setdefault(part, []).append(activity.id)
        self.columns: dict[int, list[Condition]] = {}
        self.rows: dict[int, list[Condition]] = {}
        self.cells: dict[tuple[int, int], list[Condition]] = {}
        self.unplaced: list[Condition] = []

    def add(self, condition: Condition, keep_unplaced: bool) -> None:
        """Note where `condition` holds in this table; one that holds nowhere in the design only if asked."""
        contexts = condition.contexts
        applies_to = condition.applies_to
        within = [c for c in contexts if c in self.activity_ids]
        at = [c for c in contexts if c in self.instance_ids]
        applied = list(dict.fromkeys(a for part in applies_to for a in self.activities_of.get(part, ())))
        if within:
            narrowed = set(within)
            applied = [a for a in applied if a in narrowed] if applies_to else list(dict.fromkeys(within))
        if not (applied or (at and not applies_to)) or (contexts and not within and not at):
            if keep_unplaced:
                self.unplaced.append(condition)
            return
        columns = list(dict.fromkeys(self.column_of[i] for i in at if i in self.column_of))
        if not applied:
            for c in columns:
                self.columns.setdefault(c, []).append(condition)
            return
        rows = [self.row_of[a] for a in applied if a in self.row_of]
        if not at:
            for r in rows:
                self.rows.setdefault(r, []).append(condition)
            return
        for c in columns:
            for r in rows:
                self.cells.setdefault((r, c), []).append(condition)
            if not rows:  # the activity has no row in this table: the visit is the nearest place
                self.columns.setdefault(c, []).append(condition)

    def letters(self) -> Letters:
        """Letters in the order in which a reader meets them: columns, then each row and its cells."""
        given: dict[Condition, str] = {}

        def noted(conditions: Iterable[Condition]) -> tuple[str, ...]:
            return tuple(given.setdefault(condition, footnote_letter(len(given))) for condition in conditions)

        columns = {c: noted(self.columns[c]) for c in sorted(self.columns)}
        rows: dict[int, tuple[str, ...]] = {}
        cells: dict[tuple[int, int], tuple[str, ...]] = {}
        # (r, -1) is the row itself, so it is met before its cells.
        for r, c in sorted([*((r, -1) for r in self.rows), *self.cells]):
            if c < 0:
                rows[r] = noted(self.rows[r])
            else:
                cells[r, c] = noted(self.cells[r, c])
        footnotes = [
            Footnote(letter, condition, reading_text(condition.text)) for condition, letter in given.items()
        ]
        footnotes += [Footnote("", condition, reading_text(condition.text)) for condition in self.unplaced]
        return Letters(columns, rows, cells, tuple(footnotes))
