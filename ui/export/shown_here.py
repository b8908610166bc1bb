"""What the window shows of a study, made ready to be exported: filters, merged visits, dates, revision, print time."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale

from app.verbs.export import Prepared
from app.version import program_version
from study.dating_words import ISO_DATES, DateForm
from study.export.dates import shown_dates
from study.export.identity import Imprint, identity_of
from study.export.printable import one_line
from study.export.shown import Shown
from study.language import translate
from ui.dates.locale_dates import LocaleDates
from ui.export.choice import Choice

if TYPE_CHECKING:
    from app.open_study import OpenStudy, Projection
    from ui.main_window import MainWindow


def prepared_here(window: MainWindow, choice: Choice, printed: dt.datetime) -> Prepared | None:
    """The timeline that the window shows, as it shows it; None where there is none."""
    study = window.study
    projection = study.projection if study is not None else None
    if study is None or projection is None:
        return None
    dated = study.dated() if choice.with_dates else None
    form: DateForm = ISO_DATES if choice.ending == ".csv" else LocaleDates()  # a program reads a CSV
    dates = shown_dates(dated, form) if dated is not None else None
    table = _table_shown(window, projection) if choice.as_filtered else Shown()
    return Prepared(
        document=study.document,
        design=projection.design,
        timeline=projection.timeline,
        planned=projection.planned,
        soa=projection.soa,
        identity=identity_of(study.document, projection.design),
        imprint=Imprint(
            revision=_revision(study),
            content_hash=study.document.content_hash,
            printed=printed,
            printed_text=_time(printed),
            program=_program(),
            language=QLocale().bcp47Name(),
        ),
        paper=choice.sheet,
        shown=Shown(table.columns, table.rows, table.merged, table.filters, dates),
        dated=dated,
        visit=choice.visit,
        is_fitted=choice.fitted,
    )


def is_narrowed(window: MainWindow) -> bool:
    """Whether the table shows less than all, or visits merged."""
    projection = window.study.projection if window.study is not None else None
    return projection is not None and _table_shown(window, projection) != Shown()


def _table_shown(window: MainWindow, projection: Projection) -> Shown:
    """What of the table is shown, in its own words; all of it where it shows something else."""
    view = window.matrix.view
    table = view.shown_schedule(whole=True)
    if table is None or view.schedule() is not projection.soa:
        return Shown()
    shown, asked = view.shown(), view.asked
    filters = []
    if phrase := one_line(asked.phrase):
        filters.append(translate("export", "“{phrase}”").format(phrase=phrase))
    if asked.hide_empty_rows:
        filters.append(translate("export", "no activities without a mark"))
    if asked.hide_empty_columns:
        filters.append(translate("export", "no visits without a mark"))
    if not shown.is_narrowed:
        return Shown(merged=view.sheet.merged, filters=tuple(filters))
    return Shown(
        columns=frozenset(table.columns[c].key for c in shown.columns),
        rows=frozenset(table.rows[r].key for r in shown.counted),
        merged=view.sheet.merged,
        filters=tuple(filters),
    )


def _revision(study: OpenStudy) -> str:
    entry = study.entry
    if entry.source is not None:
        return translate("export", "Working copy of {file}").format(file=one_line(entry.source.name))
    if entry.revision:
        return translate("export", "Revision {number}").format(number=entry.revision)
    return one_line(entry.file_name)


def _time(printed: dt.datetime) -> str:
    """The print time as the locale writes it, with its distance from UTC, for paper travels."""
    form = LocaleDates()
    offset = printed.strftime("%z")
    zone = "UTC" if offset in ("", "+0000") else f"UTC{offset[:3]}:{offset[3:5]}"
    return translate("export", "{date}, {time} ({zone})").format(
        date=form.plain(printed.date()), time=form.clock(printed.time()), zone=zone
    )


def _program() -> str:
    return f"Maestro {program_version()}".strip()
