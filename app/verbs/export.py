"""`maestro export`: table, visit, graph, time axis or the study itself as a file, with no window.

What is written needs no Qt; what is painted (PDF, SVG, PNG) is left to `ui.export.make`, for which this prepares.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from app.verbs import VerbError
from study.dating import Anchor, DatedTimes, Dating, dated_times
from study.dating_words import ISO_DATES
from study.export.dates import shown_dates
from study.export.identity import Identity, Imprint, identity_of, printed_text
from study.export.paper import A4, PAPERS, Paper
from study.export.shown import Shown
from study.soa import ScheduleOfActivities, schedule_of_activities
from study.timeline import PlannedTimes, planned_times

if TYPE_CHECKING:
    from study.document import Document
    from study.model import ScheduleTimeline, StudyDesign

# View -> the endings of the files that it is written to, the most usual one first.
ENDINGS: Mapping[str, tuple[str, ...]] = {
    "soa": (".pdf", ".xlsx", ".docx", ".html", ".csv"),
    "graph": (".pdf", ".svg", ".png"),
    "axis": (".pdf", ".svg", ".png"),
    "visit": (".pdf", ".docx", ".html"),
    "usdm": (".json",),
}
PAINTED = frozenset((".pdf", ".svg", ".png"))
ON_PAPER = frozenset((".pdf", ".xlsx", ".docx", ".html"))
_HELD = {"visit": "portrait"}  # all else lies across


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person asked for beside the view and the file; "" or None for what is usual.

    `paper` is "a4" or "letter", `orientation` "landscape" or "portrait", `fit` "pages" or "page". `anchor` is the date
    of the timeline's anchor (YYYY-MM-DD), `printed` the print time (ISO 8601 with its zone).
    """

    timeline: str | None = None
    visit: str | None = None
    paper: str = ""
    orientation: str = ""
    fit: str = ""
    anchor: str = ""
    time_zone: str = ""
    country: str = ""
    printed: str = ""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A timeline ready to be written or painted: what it is of, what is shown of it, on which paper."""

    document: Document
    design: StudyDesign
    timeline: ScheduleTimeline
    planned: PlannedTimes
    soa: ScheduleOfActivities
    identity: Identity
    imprint: Imprint
    paper: Paper
    shown: Shown = field(default_factory=Shown)
    dated: DatedTimes | None = None
    visit: str = ""
    is_fitted: bool = False


def require_ending(view: str, ending: str) -> None:
    """Raises VerbError unless `view` is one that can be exported, to files with this ending ("csv" or ".CSV")."""
    right = ENDINGS.get(view)
    if right is None:
        raise VerbError(f"There is no view {view} to export. Choose {_listed(ENDINGS)}.")
    if "." + ending.lower().lstrip(".") not in right:
        given = (
            f"to a file ending in .{ending.lstrip('.')}"
            if ending.strip(".")
            else "to a file without an ending"
        )
        raise VerbError(
            f"The view {view} cannot be written {given}. Choose a name that ends in {_listed(right)}."
        )


def require_possible(view: str, ending: str, asked: Asked) -> None:
    """Raises VerbError where options do not go with the view or the file, or cannot be read."""
    require_ending(view, ending)
    ending = "." + ending.lower().lstrip(".")
    for option, value, allowed, why in (
        ("--visit", asked.visit, view == "visit", "only the view visit is about one visit"),
        ("--paper", asked.paper, ending in ON_PAPER, f"a {ending} file has no paper"),
        (
            "--orientation",
            asked.orientation,
            ending in ON_PAPER - {".xlsx"},
            "a workbook lies across" if ending == ".xlsx" else f"a {ending} file has no paper",
        ),
        (
            "--fit",
            asked.fit,
            ending == ".pdf" and view in ("graph", "axis"),
            "only the graph and the axis are fitted, to the pages of a PDF",
        ),
        ("--anchor", asked.anchor, view != "usdm", "the study is written as it is"),
        ("--timeline", asked.timeline, view != "usdm", "the study is written whole"),
        ("--time-zone", asked.time_zone, bool(asked.anchor), "it says where the date of --anchor is"),
        ("--country", asked.country, bool(asked.anchor), "its holidays stand beside the dates of --anchor"),
    ):
        if value and not allowed:
            raise VerbError(f"{option} does not go with this: {why}. Leave it out.")
    if view == "visit" and not asked.visit:
        raise VerbError("Say which visit: --visit NAME_OR_ID.")
    if asked.paper and asked.paper not in PAPERS:
        raise VerbError(f"There is no paper {asked.paper}. Choose {_listed(PAPERS)}.")
    _date(asked.anchor)
    _printed(asked.printed)


def prepared(
    document: Document, view: str, asked: Asked, *, revision: str = "", program: str = "Maestro"
) -> Prepared:
    """The timeline that is asked for, projected and dated. `revision` says what file or revision it is of.

    Raises VerbError where there is no such timeline, visit, zone or country, or nothing that a date could be of.
    """
    design, timeline = timeline_named(document, asked.timeline)
    planned = planned_times(timeline, design)
    soa = schedule_of_activities(timeline, design, planned)
    dated = _dated(planned, asked)
    printed = _printed(asked.printed)
    paper = PAPERS.get(asked.paper, A4).held(asked.orientation or _HELD.get(view, "landscape"))
    return Prepared(
        document=document,
        design=design,
        timeline=timeline,
        planned=planned,
        soa=soa,
        identity=identity_of(document, design),
        imprint=Imprint(revision, document.content_hash, printed, printed_text(printed), program),
        paper=paper,
        shown=Shown(dates=shown_dates(dated, ISO_DATES) if dated else None),
        dated=dated,
        visit=visit_named(soa, asked.visit) if view == "visit" and asked.visit else "",
        is_fitted=asked.fit == "page",
    )


def export_bytes(
    document: Document,
    view: str,
    ending: str,
    timeline: str | None = None,
    *,
    asked: Asked | None = None,
    revision: str = "",
    program: str = "Maestro",
) -> bytes:
    """A view of `document` as the content of a file that is written, not painted.

    "usdm" with .json is the study, byte for byte where it is unchanged. Raises VerbError where that is not possible.
    """
    asked = asked or Asked(timeline)
    require_possible(view, ending, asked)
    ending = "." + ending.lower().lstrip(".")
    if view == "usdm":
        return document.to_bytes()
    if ending in PAINTED:
        raise VerbError(f"A {ending} file is painted, not written: it needs the window's painters.")
    return written(view, ending, prepared(document, view, asked, revision=revision, program=program))


def written(view: str, ending: str, ready: Prepared) -> bytes:
    """The table ("soa") or a visit ("visit") as CSV, XLSX, DOCX or HTML."""
    if view == "visit":
        from study.export.visit_docx import visit_docx
        from study.export.visit_html import visit_html
        from study.export.visit_page import visit_sheet

        visit = visit_sheet(ready.soa, ready.visit, ready.design, ready.identity, ready.imprint, ready.shown)
        return (visit_docx if ending == ".docx" else visit_html)(visit, ready.paper)
    from study.export.soa_page import soa_sheet

    sheet = soa_sheet(
        ready.soa, ready.design, ready.identity, ready.imprint, ready.shown, whole=ending == ".csv"
    )
    if ending == ".csv":
        from study.export.soa_csv import soa_csv

        return soa_csv(sheet)
    if ending == ".xlsx":
        from study.export.soa_xlsx import soa_xlsx

        return soa_xlsx(sheet, ready.paper)
    if ending == ".docx":
        from study.export.soa_docx import soa_docx

        return soa_docx(sheet, ready.paper)
    from study.export.soa_html import soa_html

    return soa_html(sheet, ready.paper)


def timeline_named(document: Document, name: str | None) -> tuple[StudyDesign, ScheduleTimeline]:
    """The timeline with this id, else this name or label; the main one for None. Raises VerbError."""
    everything = [(design, timeline) for _, design, timeline in document.timelines()]
    if name is None:
        chosen = document.default_timeline()
        if chosen is None:
            raise VerbError("The study has no timeline, so there is no schedule to export.")
        return chosen[1], chosen[2]
    wanted = name.casefold()
    found = [pair for pair in everything if pair[1].id == name] or [
        pair for pair in everything if wanted in (pair[1].name.casefold(), pair[1].label.casefold())
    ]
    if len(found) == 1:
        return found[0]
    there_are = ", ".join(
        f"{timeline.title} ({timeline.id or 'without id'})" for _, timeline in found or everything
    )
    if found:
        raise VerbError(_line(f"Several timelines are called {name}: {there_are}. Name one by its id."))
    raise VerbError(_line(f"There is no timeline {name}. The study has: {there_are or 'none'}."))


def visit_named(soa: ScheduleOfActivities, name: str) -> str:
    """The key of the visit with this id, else this name, label or encounter's title. Raises VerbError."""
    wanted = name.casefold()
    if any(column.key == name for column in soa.columns):
        return name
    encounters = {c: run.title for run in soa.encounters for c in range(run.start, run.start + run.length)}
    found: list[str] = []
    for titles in (
        [(column.key, column.title, column.planned.instance.name) for column in soa.columns],
        [(column.key, encounters.get(c, "")) for c, column in enumerate(soa.columns)],
    ):
        found = [key for key, *said in titles if wanted in map(str.casefold, said)]
        if found:
            break
    if len(found) == 1:
        return found[0]
    there_are = ", ".join(
        f"{column.title} ({column.key})" for column in soa.columns if column.key in found or not found
    )
    if found:
        raise VerbError(_line(f"Several visits are called {name}: {there_are}. Name one by its id."))
    raise VerbError(_line(f"There is no visit {name}. The timeline has: {there_are or 'none'}."))


def _dated(planned: PlannedTimes, asked: Asked) -> DatedTimes | None:
    date = _date(asked.anchor)
    if date is None:
        return None
    anchors = [key for key in planned.graph.order if planned.times[key].is_anchor]
    if not anchors:
        raise VerbError("This timeline has no anchor that --anchor could be the date of. Leave it out.")
    from services.site_calendar import country_codes, is_zone, site_calendar

    country = asked.country.upper()
    if asked.time_zone and not is_zone(asked.time_zone):
        raise VerbError(_line(f"There is no time zone {asked.time_zone}. Name one like Europe/Berlin."))
    if country and country not in country_codes():
        raise VerbError(
            _line(f"The holidays of {asked.country} are not known. Name a country like DE or US.")
        )
    dating = Dating({anchors[0]: Anchor(date)}, {}, asked.time_zone, country)
    return dated_times(planned, dating, site_calendar(dating))


def _date(text: str) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise VerbError(_line(f"{text} is no date. Write it as 2025-01-31.")) from None


def _printed(text: str) -> dt.datetime:
    """The print time, now where none is given."""
    if not text:
        return dt.datetime.now().astimezone()
    try:
        found = dt.datetime.fromisoformat(text)
    except ValueError:
        raise VerbError(_line(f"{text} is no time. Write it as 2025-01-31T16:30+01:00.")) from None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def _listed(names: Mapping[str, object] | tuple[str, ...]) -> str:
    """ "a, b or c"."""
    *first, last = names
    return f"{', '.join(first)} or {last}" if first else str(last)


def _line(text: str) -> str:
    """Text with a study's own words in it, on one line that any encoding of Unicode can write."""
    return " ".join(text.split()).encode("utf-8", "backslashreplace").decode("utf-8")
