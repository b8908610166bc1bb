"""One visit as a checklist on paper: when it is, how, what is done, which times inside it, which footnotes apply.

It says what the protocol states and leaves blanks to fill in by hand; it is no record of what was done.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from study.export.identity import Identity, Imprint
from study.export.printable import one_line, printable
from study.export.shown import Shown
from study.graph import OTHERWISE, EdgeKind
from study.language import translate
from study.model import Encounter, ScheduleTimeline, StudyDesign, objects
from study.soa import ScheduleOfActivities
from study.timeline import PlannedTime, planned_times
from study.wording import day_text, reading_text, sentence, window_text


@dataclass(frozen=True, slots=True)
class VisitItem:
    """An activity of the visit, or the group that the next ones belong to. `inside` numbers its own schedule."""

    title: str
    level: int
    is_group: bool
    letters: tuple[str, ...] = ()
    inside: int = 0
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class InnerTime:
    """One time of a schedule inside the visit: when, its window, its name, what is done then."""

    when: str
    window: str
    activities: tuple[str, ...]
    name: str = ""

    @property
    def what(self) -> str:
        """The activities, behind the name of the time where it has one that says more than they do."""
        done = ", ".join(self.activities) or translate("export", "no activity stated")
        if not self.name or self.name.casefold() in done.casefold():
            return done
        return translate("export", "{name}: {activities}").format(name=self.name, activities=done)


@dataclass(frozen=True, slots=True)
class InnerSchedule:
    """A sub-timeline that is run in the visit: its number, its name, what it counts from, its times in order."""

    number: int
    title: str
    basis: str
    times: tuple[InnerTime, ...]


@dataclass(frozen=True, slots=True)
class VisitSheet:
    """One visit. `facts` are (what, words) in the order in which they are asked for."""

    identity: Identity
    imprint: Imprint
    heading: str
    visit: str
    timeline: str
    facts: tuple[tuple[str, str], ...]
    items: tuple[VisitItem, ...]
    inner: tuple[InnerSchedule, ...]
    footnotes: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    shown: tuple[str, ...]

    @property
    def title(self) -> str:
        """What the file is, in one line."""
        return f"{self.identity.name} · {self.heading} · {self.visit}"


def visit_sheet(
    soa: ScheduleOfActivities,
    key: str,
    design: StudyDesign,
    identity: Identity,
    imprint: Imprint,
    shown: Shown | None = None,
) -> VisitSheet:
    """The checklist of the instance with this key. A hidden activity is on it all the same: a visit is done whole.

    Raises KeyError where the timeline has no such instance.
    """
    column = next((c for c, each in enumerate(soa.columns) if each.key == key), None)
    if column is None:
        raise KeyError(key)
    visit = soa.columns[column]
    dates = shown.dates if shown else None
    inner: dict[str, int] = {}

    def number(timeline: str | None) -> int:
        return inner.setdefault(timeline, len(inner) + 1) if timeline else 0

    used = set(visit.footnotes)
    number(visit.sub_timeline)
    items: list[VisitItem] = []
    above: list[VisitItem] = []
    for r, row in enumerate(soa.rows):
        while above and above[-1].level >= row.level:
            above.pop()
        mark = soa.marks.get((r, column))
        noted = mark.footnotes if mark else soa.unmarked.get((r, column), ())
        letters = tuple(dict.fromkeys((*row.footnotes, *noted)))
        item = VisitItem(
            one_line(row.title),
            row.level,
            row.is_group,
            letters if mark else row.footnotes,
            number(mark.sub_timeline) if mark else 0,
            _notes(row.activity.raw.get("notes")),
        )
        if mark is not None:
            for group in above:
                used.update(group.letters)
                items.append(group)
            above.clear()
            items.append(
                item if not row.is_group else VisitItem(item.title, row.level, False, letters, item.inside)
            )
            used.update(letters)
        elif row.is_group:
            above.append(item)
    texts = dates.texts.get(key) if dates else None
    day = texts.whole_day if texts else ""
    encounter = _encounter(soa, column, design)
    return VisitSheet(
        identity=identity,
        imprint=imprint,
        heading=translate("export", "Visit checklist"),
        visit=_spoken(visit.title, visit.day_text),
        timeline=one_line(soa.timeline.title),
        facts=tuple(
            (label, printable(text).strip())
            for label, text in (
                *_when(soa, column),
                (translate("export", "Date"), day),
                (translate("export", "Allowed dates"), texts.window if texts else ""),
                *_how(soa, column, design),
                *_ways_on(soa, key),
            )
            if text.strip()
        ),
        items=tuple(items),
        inner=tuple(
            _inner(n, timeline, design)
            for identifier, n in inner.items()
            for timeline in design.timelines
            if timeline.id == identifier
        ),
        footnotes=tuple(
            (note.letter, printable(note.text).strip()) for note in soa.footnotes if note.letter in used
        ),
        notes=_notes(encounter.raw.get("notes")) if encounter else (),
        shown=_shown(shown),
    )


def _shown(shown: Shown | None) -> tuple[str, ...]:
    said = [
        translate(
            "export", "The activities stand in the protocol's order; the order within a visit is not stated."
        )
    ]
    if shown is not None and shown.dates is not None:
        said.append(translate("export", "Dates: {basis}.").format(basis=shown.dates.basis.rstrip(".")))
        said += shown.dates.notes
    else:
        said.append(translate("export", "Study days and windows as planned, without dates."))
    return tuple(said)


def _when(soa: ScheduleOfActivities, column: int) -> Iterable[tuple[str, str]]:
    visit = soa.columns[column]
    window = visit.window_text
    yield translate("export", "When"), visit.day_text or visit.planned.reason
    yield translate("export", "Window"), window
    yield translate("export", "In words"), sentence(visit.planned, soa.planned) if visit.day_text else ""
    for run in soa.epochs:
        if run.start <= column < run.start + run.length:
            yield translate("export", "Epoch"), run.title


def _encounter(soa: ScheduleOfActivities, column: int, design: StudyDesign) -> Encounter | None:
    wanted = soa.columns[column].planned.instance.encounter
    return next((each for each in design.encounters if wanted and each.id == wanted), None)


def _how(soa: ScheduleOfActivities, column: int, design: StudyDesign) -> Iterable[tuple[str, str]]:
    encounter = _encounter(soa, column, design)
    if encounter is None:
        return
    yield translate("export", "Encounter"), encounter.title
    if encounter.description not in ("", encounter.title):
        yield translate("export", "Described as"), encounter.description
    modes = ", ".join(code.decode for code in encounter.contact_modes if code.decode)
    yield translate("export", "Contact"), modes
    yield (
        translate("export", "Place"),
        ", ".join(c.decode for c in encounter.environmental_settings if c.decode),
    )
    for label, rule in (
        (translate("export", "Starts when"), encounter.transition_start_rule),
        (translate("export", "Ends when"), encounter.transition_end_rule),
    ):
        yield label, reading_text(rule.text) if rule else ""


def _ways_on(soa: ScheduleOfActivities, key: str) -> Iterable[tuple[str, str]]:
    """What comes next, by default or under a condition, as the schedule's edges say it."""
    titles = {column.key: (column.title, column.day_text) for column in soa.columns}
    ways = []
    for edge in soa.planned.graph.edges:
        if edge.source != key or edge.kind not in (EdgeKind.DEFAULT, EdgeKind.CONDITION, EdgeKind.EXIT):
            continue
        title, day = titles.get(edge.target, (translate("export", "the end of this timeline"), ""))
        spoken = _spoken(title, day)
        target = f"{spoken}, {day}" if day and not edge.back and spoken != day else spoken
        label = translate("export", "otherwise") if edge.label == OTHERWISE else reading_text(edge.label)
        ways.append(f"{label}: {target}" if label else target)
    yield translate("export", "Next"), "\n".join(dict.fromkeys(ways))


def _spoken(title: str, day: str) -> str:
    """A visit's title; where a file labels it by a number alone ("1"), its day."""
    return one_line(title) if any(letter.isalpha() for letter in title) or not day else day


def _inner(number: int, timeline: ScheduleTimeline, design: StudyDesign) -> InnerSchedule:
    planned = planned_times(timeline, design)
    names = {activity.id: one_line(activity.title) for activity in design.activities if activity.id}
    anchors = [each.instance.title for each in planned.times.values() if each.is_anchor]
    times = []
    for key in planned.graph.order:
        each = planned.times[key]
        activities = tuple(names[a] for a in each.instance.activities if a in names)
        times.append(InnerTime(day_text(each) or each.reason, window_text(each), activities, _name(each)))
    basis = translate("export", "Times count from {anchor}.").format(anchor=one_line(", ".join(anchors)))
    return InnerSchedule(number, one_line(timeline.title), basis if anchors else "", tuple(times))


def _name(planned: PlannedTime) -> str:
    """A time's label, which people gave it; a technical name tells them nothing."""
    return one_line(planned.instance.label)


def _notes(value: object) -> tuple[str, ...]:
    """The texts of USDM CommentAnnotations."""
    listed = objects(value) if isinstance(value, list) else []
    return tuple(
        printable(reading_text(n["text"])) for n in listed if isinstance(n.get("text"), str) and n["text"]
    )
