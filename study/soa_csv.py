"""The Schedule of Activities as rows of text for a spreadsheet, and as a CSV file."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

from study.language import translate
from study.model import StudyDesign
from study.soa import Column, Mark, Row, ScheduleOfActivities
from study.timeline import is_main_timeline

# A spreadsheet runs a cell that starts with one of these as a formula.
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def soa_csv(soa: ScheduleOfActivities, design: StudyDesign) -> bytes:
    """The table as CSV (RFC 4180; UTF-8 with a byte order mark, by which Excel knows it).

    The rows of `soa_rows`, then the footnotes.
    """
    rows = soa_rows(soa, design)
    if soa.footnotes:
        rows.append([])
        rows.append([translate("matrix", "Footnotes")])
        rows += [[footnote.letter, _guarded(footnote.text)] for footnote in soa.footnotes]
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue().encode("utf-8-sig", "backslashreplace")


def soa_rows(
    soa: ScheduleOfActivities, design: StudyDesign | None, dates: Mapping[str, str] | None = None
) -> list[list[str]]:
    """The table as rows of cells for a spreadsheet; no text of the file in it runs as a formula.

    Header rows for epoch, encounter, visit, day and window, each cell filled, and one of dates where `dates` has
    any (texts by column key); then a row for each activity with an X at each mark, its footnote letters in
    brackets and the sub-timeline behind an arrow. In a merged column a mark names the visits that it is planned at.
    """
    names = {timeline.id: timeline.title for timeline in design.timelines} if design else {}
    main = is_main_timeline(soa.timeline, design)
    rows: list[list[str]] = [
        [translate("matrix", "Epoch"), *_spread(soa, "epochs")],
        [translate("matrix", "Encounter"), *_spread(soa, "encounters")],
        [translate("matrix", "Visit"), *(_guarded(_visit(column, names)) for column in soa.columns)],
        # Texts of day and window are the program's own, and no formulas: their minus is no hyphen.
        [
            translate("matrix", "Day") if main else translate("matrix", "Time"),
            *(column.day_text for column in soa.columns),
        ],
        [translate("matrix", "Window"), *(column.window_text for column in soa.columns)],
    ]
    if dates:
        rows.append([translate("matrix", "Date"), *(dates.get(column.key, "") for column in soa.columns)])
    for r, row in enumerate(soa.rows):
        cells = []
        for c, column in enumerate(soa.columns):
            mark = soa.marks.get((r, c))
            if mark is not None:
                inside = f" → {names.get(mark.sub_timeline, '')}" if mark.sub_timeline else ""
                cells.append(_noted("X", mark.footnotes) + _instances(mark, column) + inside)
            else:
                cells.append(_noted("", soa.unmarked.get((r, c), ())))
        rows.append([_activity(row), *cells])
    return rows


def _instances(mark: Mark, column: Column) -> str:
    """Which visits of a merged column a mark means, where it does not mean all of them."""
    if not column.members or len(mark.instances) == len(column.members):
        return ""
    return f" [{'; '.join(column.members[number - 1].title for number in mark.instances)}]"


def _spread(soa: ScheduleOfActivities, header: str) -> list[str]:
    """The header's title over each of its columns, so that a column is complete by itself."""
    runs = soa.epochs if header == "epochs" else soa.encounters
    return [_guarded(run.title) for run in runs for _ in range(run.length)]


def _visit(column: Column, names: dict[str | None, str]) -> str:
    inside = f" → {names.get(column.sub_timeline, '')}" if column.sub_timeline else ""
    title = column.title
    if column.is_decision:
        title = translate("matrix", "{visit} (decision)").format(visit=title)
    return _noted(title, column.footnotes) + inside


def _activity(row: Row) -> str:
    return "  " * row.level + _guarded(_noted(row.title, row.footnotes))


def _noted(text: str, letters: tuple[str, ...]) -> str:
    return f"{text} ({', '.join(letters)})".lstrip() if letters else text


def _guarded(text: str) -> str:
    """Text from the file, with an apostrophe before what a spreadsheet would run as a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_STARTS) else text
