"""The figures of a simulated group as tables, for people who read, listen or go on reckoning with them."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from study.export.printable import printable
from study.language import translate
from study.plan.plan import Plan
from study.simulation.figures import GroupFigures, classes_of, tight_windows
from study.simulation.group_plots import (
    deviation_series,
    deviations_by_visit,
    instance_titles,
)
from study.simulation.group_words import how_stopped, sentences

Cell = str | int | float | dt.date | None


@dataclass(frozen=True, slots=True)
class FigureTable:
    """A table: its name, the names of its columns, and rows. `keys` are the instances that the rows are about."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    keys: tuple[str, ...] = field(default=())


def week_table(figures: GroupFigures) -> FigureTable:
    """Week by week: visits, assessments, hours, who was enrolled and who was under way."""
    has_hours = bool(figures.seconds)
    columns = [
        translate("simulation", "Week"),
        translate("simulation", "From"),
        translate("simulation", "Visits"),
        translate("simulation", "Assessments"),
        translate("simulation", "Enrolled"),
        translate("simulation", "Under way"),
    ]
    if has_hours:
        columns.append(translate("simulation", "Hours"))
    rows: list[tuple[Cell, ...]] = []
    for week in range(1, figures.weeks + 1):
        row: list[Cell] = [
            week,
            figures.start + dt.timedelta(days=(week - 1) * 7),
            figures.visits[week],
            figures.assessments[week],
            figures.enrolled[week],
            figures.under_way[week],
        ]
        if has_hours:
            row.append(round(figures.seconds[week] / 3600, 1))
        rows.append(tuple(row))
    return FigureTable(translate("simulation", "Weeks"), tuple(columns), tuple(rows))


def visit_table(figures: GroupFigures, plan: Plan) -> FigureTable:
    """Visit by visit, in the order of the schedule: how often done, missed and out of its window, and what would do.

    The last two columns say by how many days the window would have to be wider so that 95 % come in it.
    """
    tight = {each.key: each for each in tight_windows(figures)}
    rows: list[tuple[Cell, ...]] = []
    keys: list[str] = []
    for timeline in plan.timelines:
        for instance in timeline.instances:
            each = figures.by_visit.get(instance.key)
            if each is None or instance.key in keys:
                continue
            early = sum(n for days, n in each.days_out.items() if days < 0)
            late = sum(n for days, n in each.days_out.items() if days > 0)
            wider = tight.get(instance.key)
            keys.append(instance.key)
            rows.append(
                (
                    instance.title,
                    each.done,
                    each.not_done,
                    early if each.judged else None,
                    late if each.judged else None,
                    round(each.share_out * 100, 1) if each.judged else None,
                    each.no_way or None,
                    wider.earlier if wider is not None else None,
                    wider.later if wider is not None else None,
                )
            )
    columns = (
        translate("simulation", "Visit"),
        translate("simulation", "Done"),
        translate("simulation", "Not done"),
        translate("simulation", "Too early"),
        translate("simulation", "Too late"),
        translate("simulation", "Out of window, %"),
        translate("simulation", "No working day"),
        translate("simulation", "Earlier, days"),
        translate("simulation", "Later, days"),
    )
    return _without_empty(
        FigureTable(translate("simulation", "Visits"), columns, tuple(rows), tuple(keys)), (6, 7, 8)
    )


def deviation_table(figures: GroupFigures, plan: Plan) -> FigureTable:
    """The potential deviations of each visit by kind, the most first."""
    titles = instance_titles(plan)
    by_visit = deviations_by_visit(figures)
    rows = tuple((titles.get(key, key), *parts, sum(parts)) for key, parts in by_visit.items())
    columns = (
        translate("simulation", "Visit"),
        *(each.name for each in deviation_series()),
        translate("simulation", "All"),
    )
    return _without_empty(
        FigureTable(translate("simulation", "Deviations"), columns, rows, tuple(by_visit)), range(1, 5)
    )


def _without_empty(table: FigureTable, those: Iterable[int]) -> FigureTable:
    """Without those columns that say nothing in any row."""
    said = [
        column
        for column in range(len(table.columns))
        if column not in those or any(row[column] for row in table.rows)
    ]
    return replace(
        table,
        columns=tuple(table.columns[column] for column in said),
        rows=tuple(tuple(row[column] for column in said) for row in table.rows),
    )


def length_table(figures: GroupFigures) -> FigureTable:
    """How many courses to the end of the schedule last how long, in classes of weeks."""
    rows = tuple((first, last, number) for first, last, number in classes_of(figures.lengths) if number)
    columns = (
        translate("simulation", "Days from"),
        translate("simulation", "Days to"),
        translate("simulation", "Participants"),
    )
    return FigureTable(translate("simulation", "Course lengths"), columns, rows)


def end_table(figures: GroupFigures) -> FigureTable:
    """How those stopped who did."""
    columns = (translate("simulation", "Stopped by"), translate("simulation", "Participants"))
    return FigureTable(translate("simulation", "Stopped"), columns, tuple(how_stopped(figures)))


def all_tables(figures: GroupFigures, plan: Plan) -> tuple[FigureTable, ...]:
    """All tables that hold anything."""
    made = (
        visit_table(figures, plan),
        week_table(figures),
        deviation_table(figures, plan),
        length_table(figures),
        end_table(figures),
    )
    return tuple(each for each in made if each.rows)


def tables_tsv(figures: GroupFigures, plan: Plan, assumed: Sequence[str] = ()) -> bytes:
    """What a group comes to as text: sentences, what was assumed, then the tables with an empty line between them."""
    blocks = ["\n".join(_cell(each) for each in (*sentences(figures, plan), *assumed))]
    for table in all_tables(figures, plan):
        lines = [_cell(table.name), "\t".join(map(_cell, table.columns))]
        lines += ["\t".join(map(_cell, row)) for row in table.rows]
        blocks.append("\n".join(lines))
    return ("\n\n".join(blocks) + "\n").encode("utf-8", "backslashreplace")


def tables_xlsx(figures: GroupFigures, plan: Plan, assumed: Sequence[str] = ()) -> bytes:
    """The same as a workbook: a worksheet for each table, the sentences and what was assumed on the first."""
    import xlsxwriter  # type: ignore[import-untyped]

    written = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(written, {"in_memory": True, **safe})
    # Always the same moment: the same group gives the same bytes.
    book.set_properties({"created": dt.datetime(2026, 1, 1)})  # noqa: DTZ001 - workbooks know no zone
    bold = book.add_format({"bold": True})
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    day = book.add_format({"num_format": "yyyy-mm-dd", "align": "left"})
    first = book.add_worksheet(translate("simulation", "Summary")[:31])
    first.set_column(0, 0, 100)
    line = 0
    for text in sentences(figures, plan):
        first.write_string(line, 0, printable(text), wrapped)
        line += 1
    if assumed:
        first.write_string(line + 1, 0, translate("simulation", "Assumed"), bold)
        for place, text in enumerate(assumed, line + 2):
            first.write_string(place, 0, printable(text), wrapped)
    for table in all_tables(figures, plan):
        sheet = book.add_worksheet(table.name[:31])
        sheet.freeze_panes(1, 1)
        for column, name in enumerate(table.columns):
            sheet.write_string(0, column, name, head)
            longest = max((len(_cell(row[column])) for row in table.rows), default=0)
            sheet.set_column(column, column, min(48, max(11, longest + 2)))
        for number, row in enumerate(table.rows, 1):
            for column, value in enumerate(row):
                if isinstance(value, dt.date):
                    midnight = dt.datetime(value.year, value.month, value.day)  # noqa: DTZ001 - as above
                    sheet.write_datetime(number, column, midnight, day)
                elif isinstance(value, int | float):
                    sheet.write_number(number, column, value)
                elif value is not None:
                    sheet.write_string(number, column, printable(value))
    book.close()
    return written.getvalue()


def _cell(value: Cell) -> str:
    """A value on one line, with no tab in it."""
    if value is None:
        return ""
    text = value.isoformat() if isinstance(value, dt.date) else str(value)
    return " ".join(text.split())
