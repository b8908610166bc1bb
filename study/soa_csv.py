"""The Schedule of Activities as CSV, for a spreadsheet."""

from __future__ import annotations

import csv
import io

from study.model import StudyDesign
from study.soa import Column, Row, ScheduleOfActivities
from study.timeline import is_main_timeline

# A spreadsheet runs a cell that starts with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def soa_csv(soa: ScheduleOfActivities, design: StudyDesign) -> bytes:
    """The table as CSV (RFC 4180; UTF-8 with a byte order mark, by which Excel knows it).

    Header rows for epoch, encounter, visit, day and window, each cell filled; then a row for each activity with
    an X at each mark, its footnote letters in brackets and the sub-timeline behind an arrow; then the footnotes.
    """
    names = {timeline.id: timeline.title for timeline in design.timelines}
    main = is_main_timeline(soa.timeline, design)
    rows: list[list[str]] = [
        ["Epoch", *_spread(soa, "epochs")],
        ["Encounter", *_spread(soa, "encounters")],
        ["Visit", *(_guarded(_visit(column, names)) for column in soa.columns)],
        # Texts of day and window are the program's own, and no formulas: their minus is no hyphen.
        ["Day" if main else "Time", *(column.day_text for column in soa.columns)],
        ["Window", *(column.window_text for column in soa.columns)],
    ]
    for r, row in enumerate(soa.rows):
        cells = []
        for c in range(len(soa.columns)):
            mark = soa.marks.get((r, c))
            if mark is not None:
                inside = f" → {names.get(mark.sub_timeline, '')}" if mark.sub_timeline else ""
                cells.append(_noted("X", mark.footnotes) + inside)
            else:
                cells.append(_noted("", soa.unmarked.get((r, c), ())))
        rows.append([_activity(row), *cells])
    if soa.footnotes:
        rows.append([])
        rows.append(["Footnotes"])
        rows += [[footnote.letter, _guarded(footnote.text)] for footnote in soa.footnotes]
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode("utf-8-sig", "backslashreplace")


def _spread(soa: ScheduleOfActivities, header: str) -> list[str]:
    """The header's title over each of its columns, so that a column is complete by itself."""
    runs = soa.epochs if header == "epochs" else soa.encounters
    return [_guarded(run.title) for run in runs for _ in range(run.length)]


def _visit(column: Column, names: dict[str | None, str]) -> str:
    inside = f" → {names.get(column.sub_timeline, '')}" if column.sub_timeline else ""
    decision = " (decision)" if column.is_decision else ""
    return _noted(column.title + decision, column.footnotes) + inside


def _activity(row: Row) -> str:
    return "  " * row.level + _guarded(_noted(row.title, row.footnotes))


def _noted(text: str, letters: tuple[str, ...]) -> str:
    return f"{text} ({', '.join(letters)})".lstrip() if letters else text


def _guarded(text: str) -> str:
    """Text from the file, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text
