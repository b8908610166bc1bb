"""What the schedule says of the selected entity: when, what is done, what hangs on it, where it is used."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from study.dating import DatedTime, DatedTimes
from study.language import translate
from study.model import StudyDesign
from study.soa import Column, Footnote, ScheduleOfActivities
from study.soa_footnotes import FootnotePlaces, disagreements, footnote_places, places_text
from study.timeline import PlannedTime, Status
from study.visit_title import visit_title
from study.where_used import WhereUsed
from study.wording import day_text, sentence, when_text
from ui.inspector.fields import Value
from ui.inspector.rows import Row


@dataclass(frozen=True)
class Section:
    """A part under its title: rows, then chips, then a quiet remark. `name` tells sections apart."""

    title: str
    rows: tuple[Row, ...] = ()
    chips: tuple[Value, ...] = ()
    remark: str = ""
    name: str = ""


@dataclass(frozen=True)
class Note:
    """A footnote with where it holds, and what its text and the marks say differently."""

    footnote: Footnote
    places: str = ""
    differs: tuple[str, ...] = ()


@dataclass(frozen=True)
class About:
    """`sentence` for the box at the top; then `sections` and `notes`. `dated` where it has or can have a date."""

    sentence: str = ""
    sentence_warns: bool = False
    sections: tuple[Section, ...] = ()
    notes: tuple[Note, ...] = ()
    dated: DatedTime | None = None
    dates: DatedTimes | None = None
    hidden: frozenset[str] = field(default_factory=frozenset)
    """Attributes that are told above, and need not stand in the list of all attributes again."""


Asked = Callable[[str], bool]


def about(
    address: str,
    schedules: Sequence[ScheduleOfActivities],
    dates: Sequence[DatedTimes] = (),
    asked: Asked = lambda _key: False,
) -> About:
    """What the tables say of the entity at `address`; empty where it stands in none of them.

    `dates` are those of the tables' timelines. `asked` says whether a person asked to see what has a key.
    """
    from ui.inspector.about_activity import about_activity
    from ui.inspector.about_visit import about_visit

    for soa in schedules:
        for index, column in enumerate(soa.columns):
            if column.key == address:
                return about_visit(soa, index, dates, asked, schedules)
    if any(row.key == address for soa in schedules for row in soa.rows):
        return about_activity(address, schedules)
    for soa in schedules:
        for note in soa.footnotes:
            if note.condition.id == address:
                return _of_footnote(note, schedules)
    return _of_other(address, schedules)


def notes_of(soa: ScheduleOfActivities, letters: set[str]) -> tuple[Note, ...]:
    """The footnotes behind `letters`, in their order, with their places and where text and marks differ."""
    if not letters:
        return ()
    places = footnote_places(soa)
    return tuple(
        note_of(soa, note, places.get(note.letter))
        for note in soa.footnotes
        if note.letter and note.letter in letters
    )


def note_of(soa: ScheduleOfActivities, note: Footnote, places: FootnotePlaces | None) -> Note:
    """One footnote with its places and where text and marks differ."""
    where = places_text(soa, places) if places is not None else ""
    return Note(note, where, tuple(disagreements(soa, note, places)) if places is not None else ())


def visit_row(soa: ScheduleOfActivities, key: str) -> Row:
    """A visit as a row: its day, its name as a link, and the sentence of its timing."""
    planned = soa.planned.times[key]
    return Row(
        day_words(planned),
        (
            Value(visit_title(planned), key, hint=when_text(planned)),
            Value(sentence(planned, soa.planned)),
        ),
    )


def day_words(planned: PlannedTime) -> str:
    """The day in a narrow place: "Day 57", "+5 min"; a dash where it is not known."""
    return day_text(planned) or "–"


def visit_chip(soa: ScheduleOfActivities, column: Column) -> Value:
    """A visit as a chip: its name, and when in its tooltip."""
    said = when_text(column.planned)
    return Value(
        visit_title(column.planned),
        column.key,
        hint=f"{soa.timeline.title} · {said}" if said else soa.timeline.title,
    )


def closed(text: str) -> str:
    """A text as a sentence."""
    return text if not text or text.endswith((".", "?", "…")) else text + "."


def is_known(planned: PlannedTime) -> bool:
    """Whether there is a planned time."""
    return planned.status in (Status.OK, Status.NOMINAL)


def _of_footnote(note: Footnote, schedules: Sequence[ScheduleOfActivities]) -> About:
    """Where a Condition holds, in each table, and where its text differs from the marks."""
    sections: list[Section] = []
    for soa in schedules:
        found = [each for each in soa.footnotes if each.condition.id == note.condition.id]
        for each in found:
            places = footnote_places(soa).get(each.letter) if each.letter else None
            rows: list[Row] = []
            if places is not None and (where := places_text(soa, places)):
                rows.append(Row(translate("inspector", "Holds at"), (Value(where),)))
            said = disagreements(soa, each, places)
            rows += [Row(translate("inspector", "Compare"), (Value(text, missing=True),)) for text in said]
            if each.letter:
                rows.insert(0, Row(translate("inspector", "Letter"), (Value(each.letter),)))
            sections.append(Section(soa.timeline.title, tuple(rows)))
    return About(sentence=note.text, sections=tuple(sections), hidden=frozenset(("text",)))


def _of_other(address: str, schedules: Sequence[ScheduleOfActivities]) -> About:
    """Encounters, epochs, arms, elements, procedures, timings, timelines: where the schedule uses them."""
    from ui.inspector.about_design import design_sections

    sections: list[Section] = []
    said = ""
    for soa in schedules:
        for planned in soa.planned.times.values():
            if planned.timing is not None and planned.timing.id == address:
                said = closed(sentence(planned, soa.planned))
    designs: list[StudyDesign] = []
    for soa in schedules:
        if soa.design is not None and soa.design not in designs:
            designs.append(soa.design)
            sections += design_sections(address, soa.design)
    for soa in schedules:
        if soa.design is None:
            continue
        keys = [key for key in WhereUsed(soa, soa.design)(address) if key != address]
        if keys:
            title = translate("inspector", "Where used: {timeline}, %n visit(s)", "", len(keys))
            sections.append(
                Section(
                    title.format(timeline=soa.timeline.title),
                    tuple(visit_row(soa, key) for key in keys) if len(keys) <= _LISTED else (),
                    tuple(Value(visit_title(soa.planned.times[key]), key) for key in keys)
                    if len(keys) > _LISTED
                    else (),
                    name=f"used {soa.timeline.id}",
                )
            )
    return About(sentence=said, sections=tuple(sections))


_LISTED = 8  # visits that are listed with their sentences; more become chips


def unplaced_notes(soa: ScheduleOfActivities) -> tuple[Footnote, ...]:
    """The footnotes for which the file names no place."""
    return tuple(note for note in soa.footnotes if not note.letter)
