"""What the schedule says of one activity: at which visits, at which of them alone, by which steps, in which group."""

from __future__ import annotations

import re
from collections.abc import Sequence

from study.language import translate
from study.loop_passes import passes
from study.model import Activity, StudyDesign
from study.soa import Footnote, Mark, ScheduleOfActivities
from study.soa_footnotes import days_named, days_text
from ui.inspector.about_visit import from_anchor_rows, group_of, steps_rows
from ui.inspector.fields import Value
from ui.inspector.rows import Row
from ui.inspector.sections import About, Note, Section, notes_of, unplaced_notes, visit_chip, visit_row

_MANY = 3


def about_activity(address: str, schedules: Sequence[ScheduleOfActivities]) -> About:
    """What all tables say of the activity at `address`."""
    sections: list[Section] = []
    notes: dict[str, Note] = {}
    told: set[str] = set()
    activity: Activity | None = None
    for soa in schedules:
        for number, row in enumerate(soa.rows):
            if row.key != address:
                continue
            activity = row.activity
            marks = [soa.marks[number, column] for column in soa.columns_of(number)]
            if marks:
                chips = tuple(visit_chip(soa, soa.columns[mark.column]) for mark in marks)
                title = translate("inspector", "Planned at · {number}, {timeline}").format(
                    number=len(marks), timeline=soa.timeline.title
                )
                sections.append(
                    Section(title, _on_days(soa, marks), chips, name=f"planned {soa.timeline.id}")
                )
                sections += _alone(soa, number)
            letters = {*row.footnotes, *(letter for mark in marks for letter in mark.footnotes)}
            letters.update(
                letter for (at, _), stray in soa.unmarked.items() if at == number for letter in stray
            )
            for note in notes_of(soa, letters):
                notes.setdefault(note.footnote.condition.id or note.footnote.text, note)
            for mark in marks:
                if mark.sub_timeline is not None and mark.sub_timeline not in told:
                    told.add(mark.sub_timeline)
                    rows = tuple(steps_rows(soa, mark.sub_timeline, "", ""))
                    sections.append(Section(translate("inspector", "Timed within the visit"), rows))
    if activity is not None:
        design = next((soa.design for soa in schedules if soa.design is not None), None)
        sections += _members(activity, design, schedules) if design is not None else []
        sections += _perhaps(activity, schedules)
        sections += _group(activity, design) if design is not None else []
    return About(sections=tuple(sections), notes=tuple(notes.values()))


def _on_days(soa: ScheduleOfActivities, marks: Sequence[Mark]) -> tuple[Row, ...]:
    """The study days of three marks or more in few words: "Day 1, 25 to 40"."""
    days = _days_of(soa, marks)
    return (Row("", (Value(days_text(days)),)),) if len(days) >= _MANY else ()


def _days_of(soa: ScheduleOfActivities, marks: Sequence[Mark]) -> list[int]:
    """The study days of marks, each pass of a loop; empty where one has no day, or any of several."""
    days: set[int] = set()
    for mark in marks:
        planned = soa.columns[mark.column].planned
        again = passes(soa.planned, soa.columns[mark.column].key)
        if planned.study_day is None or planned.is_range or (again is not None and not again.days):
            return []
        days.update(again.days if again is not None else (planned.study_day,))
    return sorted(days)


def _alone(soa: ScheduleOfActivities, number: int) -> list[Section]:
    """The visits at which nothing else is done."""
    alone = [column for column, rows in enumerate(soa.rows_at) if rows == (number,)]
    if not alone or len(soa.columns) == 1:
        return []
    title = translate("inspector", "For this alone · {number}").format(number=len(alone))
    return [
        Section(
            title, tuple(_with_encounter(soa, column) for column in alone), name=f"alone {soa.timeline.id}"
        )
    ]


def _with_encounter(soa: ScheduleOfActivities, index: int) -> Row:
    key = soa.columns[index].key
    row = visit_row(soa, key)
    # Beside the visit that it hangs on: how far from the anchor that is, as the plan is read.
    row = Row(
        row.words,
        (*row.values, *(Value(far.values[0].text) for far in from_anchor_rows(soa, soa.planned.times[key]))),
    )
    run = next((run for run in soa.encounters if run.start <= index < run.start + run.length), None)
    if run is None or not run.entity_id:
        return row
    under = translate("inspector", "Under the encounter {encounter}").format(encounter=run.title)
    return Row(row.words, (*row.values, Value(under, run.entity_id)))


def _members(
    activity: Activity, design: StudyDesign, schedules: Sequence[ScheduleOfActivities]
) -> list[Section]:
    """Of a group, each of its activities and when it is planned."""
    by_id = {each.id: each for each in design.activities if each.id}
    members = [by_id[each] for each in dict.fromkeys(activity.children) if each in by_id]
    if not members:
        return []
    title = translate("inspector", "Activities in this group · {number}").format(number=len(members))
    rows = tuple(
        Row("", (Value(each.title, each.id or ""), *planned_at(each.id or "", schedules))) for each in members
    )
    return [Section(title, rows, name="members")]


def _group(activity: Activity, design: StudyDesign) -> list[Section]:
    parent = group_of(activity, design)
    if parent is None or not parent.id:
        return []
    row = Row(translate("inspector", "In group"), (Value(parent.title, parent.id),))
    return [Section(translate("inspector", "Group"), (row,))]


def planned_at(address: str, schedules: Sequence[ScheduleOfActivities]) -> list[Value]:
    """On which days an activity is planned, a line for each timeline; the number of visits where it is not by days."""
    said: list[Value] = []
    for soa in schedules:
        rows = [number for number, row in enumerate(soa.rows) if row.key == address]
        marks = [soa.marks[number, column] for number in rows for column in soa.columns_of(number)]
        if not marks:
            continue
        days = _days_of(soa, marks)
        if days:
            text = days_text(days)
        elif len(marks) <= _MANY:
            text = ", ".join(visit_chip(soa, soa.columns[mark.column]).text for mark in marks)
        else:
            text = translate("inspector", "%n visit(s)", "", len(marks))
        if said:
            text = translate("inspector", "{timeline}: {days}").format(timeline=soa.timeline.title, days=text)
        said.append(Value(text))
    return said or [Value(translate("inspector", "not planned"))]


# An abbreviation; three digits and more make the code of a product, which most of a protocol's texts name.
_MEANT = re.compile(r"\b(?=\w*[A-Z]\w*[A-Z0-9])(?!\w*\d{3})\w{2,}")


def _perhaps(activity: Activity, schedules: Sequence[ScheduleOfActivities]) -> list[Section]:
    """Footnotes that the file gives no place, but that name an abbreviation of this activity ("PK", "ECG").

    Beside them stands on which days the activity is marked, where the text names days: a person judges.
    """
    words = set(_MEANT.findall(activity.title))
    rows: list[Row] = []
    for soa in schedules:
        meant = [note for note in unplaced_notes(soa) if words & set(_MEANT.findall(note.text))]
        rows += [
            Row("", (Value(note.text, note.condition.id or ""), *_compared(activity, note, soa)))
            for note in meant
        ]
    title = translate("inspector", "Footnotes without a place that may mean this · {number}")
    return [Section(title.format(number=len(rows)), tuple(rows), name="perhaps")] if rows else []


def _compared(activity: Activity, note: Footnote, soa: ScheduleOfActivities) -> list[Value]:
    named = days_named(note.text)
    marked = [
        planned.study_day
        for number, row in enumerate(soa.rows)
        if row.activity == activity
        for column in soa.columns_of(number)
        if (planned := soa.columns[column].planned).study_day is not None
    ]
    if not named or not marked or set(marked) == named:
        return []
    text = translate(
        "inspector", "It names {named}; marks stand on %n day(s): {marked}", "", len(set(marked))
    )
    return [
        Value(
            text.format(named=days_text(sorted(named)), marked=days_text(sorted(set(marked)))), missing=True
        )
    ]
