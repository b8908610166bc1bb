"""What is said of an entity, as values: sections of rows and chips, footnotes, and the words that all kinds share."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from study.dating import DatedTime, DatedTimes
from study.soa import Column, Footnote, ScheduleOfActivities
from study.soa_footnotes import FootnotePlaces, disagreements, footnote_places, places_text
from study.timeline import PlannedTime, Status
from study.visit_title import visit_title
from study.wording import day_text, sentence, when_text
from ui.inspector.editing.asking import Place
from ui.inspector.fields import Value
from ui.inspector.rows import Row


@dataclass(frozen=True)
class Section:
    """A part under its title: rows, then chips, then a quiet remark. `name` tells sections apart.

    `place`: what a person edits of all of it, from a button beside the title, None for nothing.
    """

    title: str
    rows: tuple[Row, ...] = ()
    chips: tuple[Value, ...] = ()
    remark: str = ""
    name: str = ""
    place: Place | None = None


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


def unplaced_notes(soa: ScheduleOfActivities) -> tuple[Footnote, ...]:
    """The footnotes for which the file names no place."""
    return tuple(note for note in soa.footnotes if not note.letter)
