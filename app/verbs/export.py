"""`maestro export`: the Schedule of Activities as CSV for a spreadsheet, and the study itself as USDM JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.verbs import VerbError
from study.soa import schedule_of_activities
from study.soa_csv import soa_csv

if TYPE_CHECKING:
    from study.document import Document
    from study.model import ScheduleTimeline, StudyDesign

# View -> the ending of the file that it is written to.
ENDINGS = {"soa": ".csv", "graph": ".png", "usdm": ".json"}


def require_ending(view: str, ending: str) -> None:
    """Raises VerbError unless `view` is one that can be exported, to files with this ending ("csv" or ".CSV")."""
    right = ENDINGS.get(view)
    if right is None:
        raise VerbError(f"There is no view {view} to export. Choose {', '.join(list(ENDINGS)[:-1])} or usdm.")
    if "." + ending.lower().lstrip(".") != right:
        given = (
            f"to a file ending in .{ending.lstrip('.')}"
            if ending.strip(".")
            else "to a file without an ending"
        )
        raise VerbError(f"The view {view} cannot be written {given}. Choose a name that ends in {right}.")


def export_bytes(document: Document, view: str, ending: str, timeline: str | None = None) -> bytes:
    """A view of `document` as the content of a file.

    "usdm" with .json is the study, byte for byte where it is unchanged. "soa" with .csv is the table of the main
    timeline, or of the one with this id, name or label. Raises VerbError where that is not possible.
    """
    require_ending(view, ending)
    if view == "usdm":
        return document.to_bytes()
    if view != "soa":
        raise VerbError(f"The view {view} is painted, not written: it needs the window's painters.")
    design, chosen = timeline_named(document, timeline)
    return soa_csv(schedule_of_activities(chosen, design), design)


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


def _line(text: str) -> str:
    """Text with a study's own words in it, on one line that any encoding of Unicode can write."""
    return " ".join(text.split()).encode("utf-8", "backslashreplace").decode("utf-8")
