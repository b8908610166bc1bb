"""What the matrix says in words: its counts, its tooltips, and each cell for those who do not see it."""

from __future__ import annotations

from html import escape
from typing import TypedDict

from study.language import number_text, translate
from study.said_of_marks import reach_of_span
from study.soa import Column, Footnote, Mark, ScheduleOfActivities
from study.soa_differences import Difference
from study.soa_filter import plain
from study.soa_shown import Shown
from study.soa_steps import timeline_steps
from study.timeline import Status
from ui.matrix.grid import HEADER, Place, Zone, run_of
from ui.matrix.sheet import Overlays, Sheet
from ui.matrix.standings import standing_at, standing_words

_LONGEST = 2000  # characters of one text in a tooltip
_MOST_STEPS = 14


def summary(soa: ScheduleOfActivities, shown: Shown | None = None) -> str:
    """The count at the top left: "17 activities · 46 assessments"; of what is shown, "7 of 35 activities · …"."""
    if shown is not None and shown.is_narrowed:
        return translate(
            "matrix", "{activities} of {all_activities} · {visits} of {all_visits} · {assessments}"
        ).format(
            activities=number_text(shown.activities[0]),
            all_activities=translate("matrix", "%n activit(ies)", "", shown.activities[1]),
            visits=number_text(shown.visits[0]),
            all_visits=translate("matrix", "%n visit(s)", "", shown.visits[1]),
            assessments=translate("matrix", "%n assessment(s)", "", shown.assessments),
        )
    activities = sum(not row.is_group for row in soa.rows)
    return translate("matrix", "{activities} · {assessments}").format(
        activities=translate("matrix", "%n activit(ies)", "", activities),
        assessments=translate("matrix", "%n assessment(s)", "", len(soa.marks)),
    )


def day_and_window(column: Column) -> str:
    """The visit's time in one line: "Day 8, 7 to 9"."""
    return ", ".join(text for text in (column.day_text, column.window_text) if text)


def footnote_texts(soa: ScheduleOfActivities, letters: tuple[str, ...]) -> list[Footnote]:
    """The footnotes behind `letters`, in their order."""
    return [note for note in soa.footnotes if note.letter and note.letter in letters]


def visit_lines(soa: ScheduleOfActivities, column: int, overlays: Overlays | None = None) -> list[str]:
    """Title, time, date, encounter, epoch and, where the time is not known, why."""
    visit = soa.columns[column]
    lines = [visit.title, day_and_window(visit)]
    if overlays is not None:
        lines.append(overlays.told_dates.get(visit.key, ""))
    for number, member in enumerate(visit.members, 1):
        lines.append(
            translate("matrix", "{number}: {visit}, {time}").format(
                number=number, visit=member.title, time=day_and_window(member)
            )
        )
    encounter, epoch = run_of(soa.encounters, column), run_of(soa.epochs, column)
    if encounter and encounter.title and encounter.title != visit.title:
        lines.append(translate("matrix", "Encounter: {encounter}").format(encounter=encounter.title))
    if epoch and epoch.title:
        lines.append(translate("matrix", "Epoch: {epoch}").format(epoch=epoch.title))
    if visit.is_decision:
        lines.append(translate("matrix", "Decision: where the path goes on is decided here"))
    if visit.sub_timeline:
        lines.append(translate("matrix", "Runs a sub-timeline of %n instance(s)", "", visit.sub_count))
    if visit.planned.status is not Status.OK and visit.planned.reason:
        lines.append(visit.planned.reason)
    if overlays is not None and (difference := overlays.differences.columns.get(visit.key)):
        lines.append(difference_words(difference))
    return [line for line in lines if line]


def difference_words(difference: Difference) -> str:
    """How something differs from the study it is compared with."""
    return {
        Difference.ADDED: translate("matrix", "Only here, not in the other study"),
        Difference.REMOVED: translate("matrix", "Only in the other study"),
        Difference.CHANGED: translate("matrix", "Differs from the other study"),
    }[difference]


def mark_line(
    mark: Mark | None,
    visit: Column | None = None,
    conditional: bool = False,
    optional: bool = False,
    times: int = 1,
) -> str:
    """What is planned in a cell, in words: how binding, how often; in a merged column at which of its visits."""
    if mark is None:
        return translate("matrix", "Not planned here")
    if mark.sub_timeline is not None:
        said = translate("matrix", "Planned here, with a sub-timeline of %n instance(s)", "", mark.sub_count)
    elif conditional:
        said = translate("matrix", "Planned here, classed as conditional")
    elif optional:
        said = translate("matrix", "Planned here, classed as optional")
    else:
        said = translate("matrix", "Planned here")
    if times > 1:
        said = translate("matrix", "{planned}, %n time(s) within the visit", "", times).format(planned=said)
    if visit is not None and visit.members and len(mark.instances) < len(visit.members):
        at = ", ".join(visit.members[number - 1].title for number in mark.instances)
        said = translate("matrix", "{planned}, at {visits} only").format(planned=said, visits=at)
    return said


def beyond_lines(soa: ScheduleOfActivities, overlays: Overlays | None, row: int, column: int) -> list[str]:
    """How a mark stands in a simulation, of which group it is one, what goes on across the cell: a sentence each."""
    if overlays is None or not (overlays.groups or overlays.spans or overlays.standings):
        return []
    key, visit = soa.rows[row].key, soa.columns[column]
    titles = {each.key: each.title for each in soa.rows}
    lines = []
    stands = standing_at(soa, overlays.standings, row, column)
    if stands is not None:
        words = translate("matrix", "in the simulation: {standing}")
        lines.append(words.format(standing=standing_words(stands)))
    groups = (overlays.groups.get((key, each.key)) for each in (visit, *visit.members))
    for group in dict.fromkeys(each for each in groups if each is not None):
        names = ", ".join(titles[each] for each in group.activities if each in titles)
        said = translate("matrix", "One of these is done: {activities}").format(activities=names)
        if group.name:
            said = translate("matrix", "{group}: one of {activities}").format(
                group=group.name, activities=names
            )
        lines.append(said)
    named = {each.key: each.title for c in soa.columns for each in (c, *c.members)}
    for span in overlays.spans:
        if span.activity == key and column in reach_of_span(span, soa):
            words = translate("matrix", "Goes on from {first} to {last}")
            if span.name:
                words = translate("matrix", "Goes on from {first} to {last}: {how}")
            first, last = named.get(span.first, ""), named.get(span.last, "")
            lines.append(words.format(first=first, last=last, how=span.name))
    return lines


def step_lines(soa: ScheduleOfActivities, timeline_id: str | None) -> list[str]:
    """The steps of a sub-timeline, a line each: "+5 min Vital signs supine"."""
    if not timeline_id:
        return []
    name, steps = timeline_steps(soa, timeline_id)
    if not name:
        return []
    lines = [name]
    for step in steps[:_MOST_STEPS]:
        line = f"{step.when}  {step.title}".strip()
        if not step.is_planned:
            line = translate("matrix", "{step} (nothing planned)").format(step=line)
        lines.append(line)
    if len(steps) > _MOST_STEPS:
        lines.append(translate("matrix", "%n more", "", len(steps) - _MOST_STEPS))
    return lines


def describe(sheet: Sheet, row: int, column: int, overlays: Overlays | None = None) -> str:
    """A cell in a sentence, for assistive technology; `row` and `column` may be `HEADER`."""
    soa = sheet.soa
    if soa is None:
        return translate("matrix", "No schedule to show")
    if row == HEADER:
        if column == HEADER:
            return summary(soa, sheet.shown)
        lines = visit_lines(soa, column, overlays)
        return ". ".join(lines) + _letters(soa.columns[column].footnotes)
    activity = soa.rows[row]
    if column == HEADER:
        if not activity.is_group:
            said = translate("matrix", "Activity: {activity}")
        elif sheet.is_folded(row):
            said = translate("matrix", "Group of activities: {activity}, folded")
        else:
            said = translate("matrix", "Group of activities: {activity}")
        return said.format(activity=activity.title) + _letters(activity.footnotes)
    mark = soa.marks.get((row, column))
    said = mark_line(mark, soa.columns[column], **_classed(soa, overlays, row, column))
    if mark is None and (folded := sheet.shown.folded_marks.get(row)) is not None and folded[column]:
        said = translate("matrix", "%n assessment(s) folded away", "", folded[column])
    letters = mark.footnotes if mark else soa.unmarked.get((row, column), ())
    text = translate("matrix", "{activity}, {visit}. {planned}").format(
        activity=activity.title, visit=soa.columns[column].title, planned=said
    )
    beyond = beyond_lines(soa, overlays, row, column)
    return ". ".join((text, *beyond)) + _letters(letters)


def cell_name(sheet: Sheet, row: int, column: int, overlays: Overlays | None = None) -> str:
    """A cell in few words, as a screen reader says it while moving: "ECG at Week 8: planned, footnote c, d"."""
    soa = sheet.soa
    if soa is None:
        return ""
    if row == HEADER or column == HEADER:
        if row == HEADER and column != HEADER:
            visit = soa.columns[column]
            return ", ".join(text for text in (visit.title, day_and_window(visit)) if text)
        return describe(sheet, row, column, overlays)
    mark = soa.marks.get((row, column))
    folded = sheet.shown.folded_marks.get(row)
    if mark is None:
        said = translate("matrix", "not planned")
        if folded is not None and folded[column]:
            said = translate("matrix", "%n assessment(s) folded away", "", folded[column])
    elif mark.sub_timeline is not None:
        said = translate("matrix", "planned, sub-timeline of %n step(s)", "", mark.sub_count)
    elif is_conditional(soa, overlays, row, column):
        said = translate("matrix", "planned, conditional")
    elif _classed(soa, overlays, row, column)["optional"]:
        said = translate("matrix", "planned, optional")
    else:
        said = translate("matrix", "planned")
    if beyond := beyond_lines(soa, overlays, row, column):
        said = ", ".join((said, *beyond))
    letters = mark.footnotes if mark else soa.unmarked.get((row, column), ())
    names = {"activity": soa.rows[row].title, "visit": soa.columns[column].title, "planned": said}
    if not letters:
        return translate("matrix", "{activity} at {visit}: {planned}").format(**names)
    return translate("matrix", "{activity} at {visit}: {planned}, footnote {letters}").format(
        **names, letters=", ".join(letters)
    )


def is_conditional(soa: ScheduleOfActivities, overlays: Overlays | None, row: int, column: int) -> bool:
    """Whether a person classed this mark as conditional, or in a merged column one of its visits."""
    if overlays is None or not overlays.conditional:
        return False
    visit = soa.columns[column]
    return any((soa.rows[row].key, each.key) in overlays.conditional for each in (visit, *visit.members))


class _Classed(TypedDict):
    conditional: bool
    optional: bool
    times: int


def _classed(soa: ScheduleOfActivities, overlays: Overlays | None, row: int, column: int) -> _Classed:
    """What a person said of a mark beyond USDM."""
    if overlays is None:
        return _Classed(conditional=False, optional=False, times=1)
    key, visit = soa.rows[row].key, soa.columns[column]
    cells = [(key, each.key) for each in (visit, *visit.members)]
    return _Classed(
        conditional=is_conditional(soa, overlays, row, column),
        optional=any(cell in overlays.optional for cell in cells),
        times=max(overlays.times.get(cell, 1) for cell in cells),
    )


def _letters(letters: tuple[str, ...]) -> str:
    if not letters:
        return ""
    return translate("matrix", ". %n footnote(s): {letters}", "", len(letters)).format(
        letters=", ".join(letters)
    )


def tooltip(lines: list[str], notes: list[Footnote], warnings: list[str] | None = None) -> str:
    """A tooltip of plain text: the first line strong, footnotes with their letter below."""

    def safe(text: str) -> str:
        short = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
        return escape(short).replace("\n", "<br>")

    parts = [f"<b>{safe(lines[0])}</b>", *map(safe, lines[1:])] if lines else []
    parts += [f"<b>{safe(note.letter)}</b> {safe(note.text)}" for note in notes]
    parts += map(safe, warnings or [])
    return "<qt>" + "<br>".join(parts) + "</qt>" if parts else ""


def place_tooltip(sheet: Sheet, place: Place, overlays: Overlays | None = None) -> str:
    """The full texts of what lies at `place`, which counts what is shown; "" where there is nothing to say."""
    soa, shown = sheet.soa, sheet.shown
    if soa is None:
        return ""
    row = shown.rows[place.row] if 0 <= place.row < len(shown.rows) else HEADER
    column = shown.columns[place.column] if 0 <= place.column < len(shown.columns) else HEADER
    if place.zone in (Zone.VISIT, Zone.COLUMN_TOTAL) and column != HEADER:
        visit = soa.columns[column]
        lines = visit_lines(soa, column, overlays)
        if place.zone is Zone.COLUMN_TOTAL:
            total = sheet.totals.columns[place.column]
            lines.insert(1, translate("matrix", "%n assessment(s)", "", total))
        lines += step_lines(soa, visit.sub_timeline)
        return tooltip(lines, footnote_texts(soa, visit.footnotes))
    if place.zone in (Zone.TITLE, Zone.CHEVRON) and row != HEADER:
        activity = soa.rows[row]
        lines = [activity.title]
        if activity.activity.description not in ("", activity.title):
            lines.append(activity.activity.description)
        if overlays is not None and (difference := overlays.differences.rows.get(activity.key)):
            lines.append(difference_words(difference))
        return tooltip(lines, footnote_texts(soa, activity.footnotes))
    if place.zone is Zone.ROW_TOTAL and row != HEADER:
        return tooltip(_row_total_lines(sheet, place.row, row), [])
    if place.zone is Zone.CELL and row != HEADER and column != HEADER:
        return _cell_tooltip(sheet, row, column, overlays)
    runs = {Zone.EPOCH: shown.epochs, Zone.ENCOUNTER: shown.encounters}.get(place.zone, ())
    if 0 <= place.run < len(runs) and runs[place.run].title:
        return tooltip([runs[place.run].title], [])
    return ""


def _cell_tooltip(sheet: Sheet, row: int, column: int, overlays: Overlays | None) -> str:
    soa = sheet.soa
    assert soa is not None
    mark = soa.marks.get((row, column))
    letters = mark.footnotes if mark else soa.unmarked.get((row, column), ())
    key, visit = soa.rows[row].key, soa.columns[column]
    difference = overlays.differences.cells.get((key, visit.key)) if overlays is not None else None
    beyond = beyond_lines(soa, overlays, row, column)
    if mark is None and not letters and difference is None and not beyond:
        return ""
    lines = [soa.rows[row].title, visit_lines(soa, column)[0]]
    lines.append(mark_line(mark, visit, **_classed(soa, overlays, row, column)))
    lines += beyond
    lines += step_lines(soa, mark.sub_timeline if mark else None)
    if difference is not None:
        lines.append(difference_words(difference))
    warnings = []
    if mark is None and letters:
        warnings.append(translate("matrix", "A footnote names this place, and nothing is planned here."))
    return tooltip(lines, footnote_texts(soa, letters), warnings)


def _row_total_lines(sheet: Sheet, place: int, row: int) -> list[str]:
    soa, total = sheet.soa, sheet.totals.rows[place]
    assert soa is not None
    lines = [soa.rows[row].title, translate("matrix", "Planned at %n visit(s)", "", total.visits)]
    if total.visits:
        for template, column in (
            (translate("matrix", "First: {visit}"), total.first),
            (translate("matrix", "Last: {visit}"), total.last),
        ):
            visit = soa.columns[column]
            named = ", ".join(filter(None, (visit.title, day_and_window(visit))))
            lines.append(template.format(visit=named))
    return lines


def lettered(note: Footnote) -> str:
    """A footnote as its tooltip: letter and text."""
    return tooltip([], [note])


def starts_with(title: str, typed: str) -> bool:
    """Whether a title, or a word in it, starts with what was typed."""
    own, wanted = plain(title), plain(typed)
    return own.startswith(wanted) or f" {wanted}" in own
