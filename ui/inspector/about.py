"""What the schedule says of the selected entity: when, what is done, what hangs on it, where it is used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from study.annexe import Annexe
from study.dating import DatedTimes
from study.language import translate
from study.model import StudyDesign
from study.said_of_marks import said_of
from study.soa import Footnote, ScheduleOfActivities
from study.soa_footnotes import disagreements, footnote_places, places_text
from study.visit_title import visit_title
from study.where_used import where_used
from study.wording import sentence
from ui.inspector.about_activity import about_activity
from ui.inspector.about_beyond import beyond_section
from ui.inspector.about_design import design_sections
from ui.inspector.about_visit import about_visit
from ui.inspector.fields import Value
from ui.inspector.rows import Row
from ui.inspector.sections import About, Asked, Section, closed, visit_row

_LISTED = 8  # visits that are listed with their sentences; more become chips


def about(
    address: str,
    schedules: Sequence[ScheduleOfActivities],
    dates: Sequence[DatedTimes] = (),
    asked: Asked = lambda _key: False,
    annexe: Annexe | None = None,
) -> About:
    """What the tables say of the entity at `address`; empty where it stands in none of them.

    `dates` are those of the tables' timelines. `asked` says whether a person asked to see what has a key. `annexe`
    holds what was said of marks beside the protocol.
    """
    found = _about(address, schedules, dates, asked)
    if annexe is None or annexe.is_empty:
        return found
    beyond = beyond_section(address, said_of(annexe, schedules), schedules)
    if beyond is None:
        return found
    marks = [number for number, each in enumerate(found.sections, 1) if each.name.startswith(_MARKS)]
    after = marks[-1] if marks else 0
    return replace(found, sections=(*found.sections[:after], beyond, *found.sections[after:]))


_MARKS = ("activities", "planned")  # names of the sections that list marks


def _about(
    address: str, schedules: Sequence[ScheduleOfActivities], dates: Sequence[DatedTimes], asked: Asked
) -> About:
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
    return About(sentence=note.text, sections=tuple(sections))


def _of_other(address: str, schedules: Sequence[ScheduleOfActivities]) -> About:
    """Encounters, epochs, arms, elements, procedures, timings, timelines: where the schedule uses them."""
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
        keys = [key for key in where_used(soa, soa.design)(address) if key != address]
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
