"""Where each footnote of a table holds, in words, and where its text and the marks do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from study.language import translate
from study.soa import Column, Footnote, ScheduleOfActivities

_MOST = 4  # names in one list
_MOST_DAYS = 400  # of one range in a text


@dataclass(slots=True)
class FootnotePlaces:
    """The places of one letter, as indices of the table: whole rows and columns, marked and unmarked cells."""

    rows: list[int] = field(default_factory=list)
    columns: list[int] = field(default_factory=list)
    marked: list[tuple[int, int]] = field(default_factory=list)
    unmarked: list[tuple[int, int]] = field(default_factory=list)


def footnote_places(soa: ScheduleOfActivities) -> Mapping[str, FootnotePlaces]:
    """The places of every letter that stands in the table."""
    places = {note.letter: FootnotePlaces() for note in soa.footnotes if note.letter}
    for r, row in enumerate(soa.rows):
        for letter in row.footnotes:
            places.setdefault(letter, FootnotePlaces()).rows.append(r)
    for c, column in enumerate(soa.columns):
        for letter in column.footnotes:
            places.setdefault(letter, FootnotePlaces()).columns.append(c)
    for cell, letters in sorted(soa.lettered_cells.items()):
        for letter in letters:
            places.setdefault(letter, FootnotePlaces()).marked.append(cell)
    for cell in sorted(soa.unmarked):
        for letter in soa.unmarked[cell]:
            places.setdefault(letter, FootnotePlaces()).unmarked.append(cell)
    return places


def places_text(soa: ScheduleOfActivities, places: FootnotePlaces) -> str:
    """Where a footnote stands: "12-lead ECG at Cycle n Day 8", "Height · Weight", "Screening"."""
    parts = []
    if places.columns:
        parts.append(_listed(visit_name(soa.columns[c]) for c in places.columns))
    if places.rows:
        parts.append(_listed(soa.rows[r].title for r in places.rows))
    by_row: dict[int, list[int]] = {}
    for r, c in sorted([*places.marked, *places.unmarked]):
        by_row.setdefault(r, []).append(c)
    parts += [
        translate("matrix", "{activity} at {visits}").format(
            activity=soa.rows[r].title, visits=_listed(visit_name(soa.columns[c]) for c in columns)
        )
        for r, columns in list(by_row.items())[:_MOST]
    ]
    if len(by_row) > _MOST:
        parts.append(translate("matrix", "%n more activit(ies)", "", len(by_row) - _MOST))
    return " · ".join(parts)


def visit_name(column: Column) -> str:
    """What a person calls a visit: its title, or where a file only numbers it ("22", "-6 through -5") its day."""
    title = column.title
    if column.day_text and (title[:1] in "-+−" or not any(character.isalpha() for character in title)):
        return column.day_text
    return title


def disagreements(soa: ScheduleOfActivities, note: Footnote, places: FootnotePlaces | None) -> list[str]:
    """Sentences on where a footnote and the marks say different things; mostly none.

    Told are: cells that it names though nothing is planned there; a place that is not in the schedule; and study
    days in its text that differ from those its marks stand on. Whether the text means it so, a person judges.
    """
    if places is None:
        return [
            translate("matrix", "The file names no place of this timeline for it"),
            *_of_named_activities(soa, note),
        ]
    said = []
    if places.unmarked:
        cells = [
            translate("matrix", "{activity} at {visits}").format(
                activity=soa.rows[r].title, visits=visit_name(soa.columns[c])
            )
            for r, c in places.unmarked
        ]
        said.append(
            translate("matrix", "Nothing is planned where it stands: {places}").format(places=_listed(cells))
        )
    # Of whole rows only: a cell's footnote often names the day that its condition looks back to.
    named = days_named(note.text)
    if len(named) >= 2 and places.rows:
        said += _days_that_differ(soa, named, set(places.rows))
    return said


_ABBREVIATION = re.compile(r"\b[A-Z]{2,}\b")


def _of_named_activities(soa: ScheduleOfActivities, note: Footnote) -> list[str]:
    """For a footnote without a place: the activities that share an abbreviation ("PK", "ECG") with its text, and
    whose marked days are other ones than the two or more that it names."""
    named, words = days_named(note.text), set(_ABBREVIATION.findall(note.text))
    if len(named) < 2 or not words:
        return []
    said = []
    for r, row in enumerate(soa.rows):
        if row.is_group or not words & set(_ABBREVIATION.findall(row.title)):
            continue
        title = row.title if len(row.title) <= 60 else row.title[:59] + "…"
        said += [
            translate("matrix", "{activity}: {comparison}").format(activity=title, comparison=comparison)
            for comparison in _days_that_differ(soa, named, {r})
        ]
    return said


def _days_that_differ(soa: ScheduleOfActivities, named: set[int], rows: set[int]) -> list[str]:
    """How the days that a text names differ from the study days at which rows are marked, where some agree."""
    marked, possible = _marked_days(soa, rows)
    more, missing = sorted(marked - named), sorted(named - marked - possible)
    if not marked & named or not (more or missing):
        return []
    return [_compared(sorted(named), more, missing)]


def _marked_days(soa: ScheduleOfActivities, rows: set[int]) -> tuple[set[int], set[int]]:
    """The study days at which rows are marked, ranges in full; and the days on which a loop may bring them again."""
    days: set[int] = set()
    possible: set[int] = set()
    again = _last_days_of_loops(soa)
    for c in (column for row in rows for column in soa.columns_of(row)):
        for column in soa.columns[c].members or (soa.columns[c],):
            planned = column.planned
            if planned.study_day is None:
                continue
            end = planned.window_close_day if planned.is_range else None
            end = planned.study_day if end is None else end
            days.update(range(planned.study_day, min(end, planned.study_day + _MOST_DAYS) + 1))
            if (last := again.get(column.key)) is not None:
                possible.update(range(planned.study_day, min(last, planned.study_day + _MOST_DAYS) + 1))
    return days, possible


def _last_days_of_loops(soa: ScheduleOfActivities) -> dict[str, int]:
    """For what lies in a loop, the last day before the path goes on: it may be planned on any day until then."""
    last: dict[str, int] = {}
    order = soa.planned.graph.order
    for loop in soa.planned.graph.loops:
        body = {loop.head, loop.tail, *loop.body}
        end = max((n for n, key in enumerate(order) if key in body), default=len(order))
        behind = next((soa.planned.times[key].study_day for key in order[end + 1 :]), None)
        if behind is not None:
            last.update(dict.fromkeys(body, behind - 1))
    return last


def _compared(named: Sequence[int], more: Sequence[int], missing: Sequence[int]) -> str:
    texts = {"named": days_text(named), "more": days_text(more), "missing": days_text(missing)}
    if more and missing:
        said = translate("matrix", "Text names {named}; marked also on {more}, and not on {missing}")
    elif more:
        said = translate("matrix", "Text names {named}; marked also on {more}")
    else:
        said = translate("matrix", "Text names {named}; not marked on {missing}")
    return said.format(**texts)


_NUMBER = r"[-−–]?\d{1,3}(?!\d)"
_SPAN = rf"{_NUMBER}(?:\s*(?:to|through)\s*(?:day\s*)?{_NUMBER})?"
_DAYS = re.compile(
    rf"\bdays?\s+({_SPAN}(?:\s*(?:,\s*and|,\s*or|,|and|or|&)\s*(?:days?\s+)?{_SPAN})*)(?!\s*(?:±|\+/|h\b|[/%.]\d))",
    re.IGNORECASE,
)
_ONE = re.compile(rf"({_NUMBER})(?:\s*(?:to|through)\s*(?:day\s*)?({_NUMBER}))?", re.IGNORECASE)


def days_named(text: str) -> set[int]:
    """The study days that a text names: "Days 1, 25, and 39", "Day -6 through Day -5"; ranges in full."""
    days: set[int] = set()
    for found in _DAYS.finditer(text):
        for first, last in _ONE.findall(found.group(1)):
            start = _number(first)
            end = _number(last) if last else start
            if start <= end <= start + _MOST_DAYS:
                days.update(day for day in range(start, end + 1) if day)
    return days


def _number(text: str) -> int:
    return -int(text[1:]) if text[0] in "-−–" else int(text)


def days_text(days: Sequence[int]) -> str:
    """Days as people write them, runs of three and more as ranges: "Day 1 to 4, 9, 12"."""
    runs: list[tuple[int, int]] = []
    for day in days:
        if runs and day == runs[-1][1] + 1:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    parts: list[str] = []
    for first, last in runs:
        if last - first >= 2:
            parts.append(
                translate("matrix", "{first} to {last}").format(first=_signed(first), last=_signed(last))
            )
        else:
            parts += [_signed(day) for day in range(first, last + 1)]
    return translate("matrix", "Day {days}").format(days=", ".join(parts))


def _signed(day: int) -> str:
    return f"−{-day}" if day < 0 else str(day)


def _listed(names: Iterable[str]) -> str:
    """A few names, and how many more there are."""
    every = list(dict.fromkeys(names))
    shown = [name if len(name) <= 60 else name[:59] + "…" for name in every[:_MOST]]
    if len(every) > _MOST:
        shown.append(translate("matrix", "%n more", "", len(every) - _MOST))
    return ", ".join(shown)
