"""What the schedule says of the selected entity: when, what is done, which footnotes hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from study.soa import Column, Footnote, ScheduleOfActivities
from study.timeline import Status
from study.wording import sentence
from ui.inspector.fields import Value


@dataclass(frozen=True)
class About:
    """`sentence` for the box at the top; `lines` of (words, value); `chips` under their title; `footnotes`."""

    sentence: str = ""
    sentence_warns: bool = False
    lines: tuple[tuple[str, Value], ...] = ()
    chips_title: str = ""
    chips: tuple[Value, ...] = ()
    footnotes: tuple[Footnote, ...] = ()


def about(address: str, schedules: Sequence[ScheduleOfActivities]) -> About:
    """What the tables say of the entity at `address`; empty where it stands in none of them."""
    for soa in schedules:
        for index, column in enumerate(soa.columns):
            if column.key == address:
                return _of_visit(soa, index, column)
    for soa in schedules:
        for row in soa.rows:
            if row.key == address:
                return _of_activity(address, schedules)
    for soa in schedules:
        for run in (*soa.encounters, *soa.epochs):
            if run.entity_id == address:
                return _of_run(address, soa)
    return About()


def _of_visit(soa: ScheduleOfActivities, index: int, column: Column) -> About:
    planned = column.planned
    said = sentence(planned, soa.planned)
    known = planned.status in (Status.OK, Status.NOMINAL)
    lines: list[tuple[str, Value]] = []
    if column.day_text:
        title = "Study day" if planned.study_day is not None else "Time"
        lines.append((title, Value(column.day_text)))
    if column.window_text:
        lines.append(("Window", Value(column.window_text)))
    if planned.timing is not None and planned.timing.id:
        lines.append(("Timing", Value(planned.timing.title, planned.timing.id)))
    if planned.note:
        lines.append(("Assumed", Value(planned.note)))
    marks = sorted((mark for mark in soa.marks.values() if mark.column == index), key=lambda mark: mark.row)
    chips = tuple(Value(soa.rows[mark.row].title, soa.rows[mark.row].key) for mark in marks)
    letters = {*column.footnotes, *(letter for mark in marks for letter in mark.footnotes)}
    letters.update(letter for mark in marks for letter in soa.rows[mark.row].footnotes)
    letters.update(letter for (_, at), stray in soa.unmarked.items() if at == index for letter in stray)
    return About(
        sentence=_closed(said),
        sentence_warns=not known,
        lines=tuple(lines),
        chips_title="Activities",
        chips=chips,
        footnotes=_notes(soa, letters),
    )


def _of_activity(address: str, schedules: Sequence[ScheduleOfActivities]) -> About:
    chips: list[Value] = []
    notes: dict[str, Footnote] = {}
    lines: list[tuple[str, Value]] = []
    for soa in schedules:
        for number, row in enumerate(soa.rows):
            if row.key != address:
                continue
            marks = sorted(
                (mark for mark in soa.marks.values() if mark.row == number), key=lambda mark: mark.column
            )
            chips += [
                Value(soa.columns[mark.column].title, soa.columns[mark.column].key, hint=soa.timeline.title)
                for mark in marks
            ]
            letters = {*row.footnotes, *(letter for mark in marks for letter in mark.footnotes)}
            for note in _notes(soa, letters):
                notes.setdefault(note.condition.id or note.text, note)
    return About(
        lines=tuple(lines), chips_title="Planned at", chips=tuple(chips), footnotes=tuple(notes.values())
    )


def _of_run(address: str, soa: ScheduleOfActivities) -> About:
    chips = [
        Value(column.title, column.key)
        for run in (*soa.encounters, *soa.epochs)
        if run.entity_id == address
        for column in soa.columns[run.start : run.start + run.length]
    ]
    return About(chips_title="Scheduled instances", chips=tuple(chips))


def _notes(soa: ScheduleOfActivities, letters: set[str]) -> tuple[Footnote, ...]:
    return tuple(note for note in soa.footnotes if note.letter and note.letter in letters)


def _closed(text: str) -> str:
    return text if not text or text.endswith((".", "?")) else text + "."
