"""What the matrix says in words: its counts, its tooltips, and each cell for those who do not see it."""

from __future__ import annotations

from html import escape

from study.soa import Column, Footnote, Mark, ScheduleOfActivities
from study.timeline import Status
from ui.matrix.grid import HEADER, Place, Zone, run_of
from ui.widgets.words import count

_LONGEST = 2000  # characters of one text in a tooltip


def summary(soa: ScheduleOfActivities) -> str:
    """The count at the top left: "17 activities · 46 assessments"."""
    activities = sum(not row.is_group for row in soa.rows)
    return f"{count(activities, 'activity', 'activities')} · {count(len(soa.marks), 'assessment')}"


def day_and_window(column: Column) -> str:
    """The visit's time in one line: "Day 8, 7 to 9"."""
    return ", ".join(text for text in (column.day_text, column.window_text) if text)


def footnote_texts(soa: ScheduleOfActivities, letters: tuple[str, ...]) -> list[Footnote]:
    """The footnotes behind `letters`, in their order."""
    return [note for note in soa.footnotes if note.letter in letters]


def visit_lines(soa: ScheduleOfActivities, column: int) -> list[str]:
    """Title, time, encounter, epoch and, where the time is not known, why."""
    visit = soa.columns[column]
    lines = [visit.title, day_and_window(visit)]
    encounter, epoch = run_of(soa.encounters, column), run_of(soa.epochs, column)
    if encounter and encounter.title and encounter.title != visit.title:
        lines.append(f"Encounter: {encounter.title}")
    if epoch and epoch.title:
        lines.append(f"Epoch: {epoch.title}")
    if visit.is_decision:
        lines.append("Decision: where the path goes on is decided here")
    if visit.sub_timeline:
        lines.append(f"Runs a sub-timeline of {count(visit.sub_count, 'instance')}")
    if visit.planned.status is not Status.OK and visit.planned.reason:
        lines.append(visit.planned.reason)
    return [line for line in lines if line]


def mark_line(mark: Mark | None) -> str:
    """What is planned in a cell, in words."""
    if mark is None:
        return "Not planned here"
    if mark.sub_timeline is not None:
        return f"Planned here, with a sub-timeline of {count(mark.sub_count, 'instance')}"
    return "Planned here"


def describe(soa: ScheduleOfActivities, row: int, column: int) -> str:
    """A cell in a sentence, for assistive technology; `row` and `column` may be `HEADER`."""
    if row == HEADER:
        return ". ".join(visit_lines(soa, column)) if column != HEADER else summary(soa)
    activity = soa.rows[row]
    if column == HEADER:
        kind = "Group of activities" if activity.is_group else "Activity"
        return f"{kind}: {activity.title}{_letters(activity.footnotes)}"
    mark = soa.marks.get((row, column))
    text = f"{activity.title}, {soa.columns[column].title}. {mark_line(mark)}"
    return text + (_letters(mark.footnotes) if mark else "")


def _letters(letters: tuple[str, ...]) -> str:
    if not letters:
        return ""
    return f". {'Footnote' if len(letters) == 1 else 'Footnotes'} {', '.join(letters)}"


def tooltip(lines: list[str], notes: list[Footnote]) -> str:
    """A tooltip of plain text: the first line strong, footnotes with their letter below."""

    def plain(text: str) -> str:
        short = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        return escape(short)

    parts = [f"<b>{plain(lines[0])}</b>", *map(plain, lines[1:])] if lines else []
    parts += [f"<b>{plain(note.letter)}</b> {plain(note.text)}" for note in notes]
    return "<qt>" + "<br>".join(parts) + "</qt>" if parts else ""


def place_tooltip(soa: ScheduleOfActivities, place: Place, row: int) -> str:
    """The full texts of what lies at `place`, on the table's `row`; "" where there is nothing to say."""
    if place.zone is Zone.VISIT:
        visit = soa.columns[place.column]
        return tooltip(visit_lines(soa, place.column), footnote_texts(soa, visit.footnotes))
    if place.zone in (Zone.TITLE, Zone.CHEVRON):
        activity = soa.rows[row]
        lines = [activity.title]
        if activity.activity.description not in ("", activity.title):
            lines.append(activity.activity.description)
        return tooltip(lines, footnote_texts(soa, activity.footnotes))
    if place.zone is Zone.CELL:
        mark = soa.marks.get((row, place.column))
        letters = mark.footnotes if mark else soa.unmarked.get((row, place.column), ())
        if mark is None and not letters:
            return ""
        lines = [soa.rows[row].title, visit_lines(soa, place.column)[0], mark_line(mark)]
        return tooltip(lines, footnote_texts(soa, letters))
    runs = {Zone.EPOCH: soa.epochs, Zone.ENCOUNTER: soa.encounters}.get(place.zone, ())
    if 0 <= place.run < len(runs) and runs[place.run].title:
        return tooltip([runs[place.run].title], [])
    return ""
