"""What a person chose to export, and how it is remembered: plain values, apart from any widget."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from PySide6.QtCore import QLocale

from app.verbs.export import ENDINGS
from study.export.paper import ORIENTATIONS, PAPERS, Paper, paper_of_country
from study.language import QT_TRANSLATE_NOOP

VIEWS: Mapping[str, str] = {
    "soa": QT_TRANSLATE_NOOP("export", "Table"),
    "visit": QT_TRANSLATE_NOOP("export", "Visit checklist"),
    "graph": QT_TRANSLATE_NOOP("export", "Graph"),
    "axis": QT_TRANSLATE_NOOP("export", "Time axis"),
    "usdm": QT_TRANSLATE_NOOP("export", "Study (USDM)"),
}
SAID: Mapping[str, str] = {
    "soa": QT_TRANSLATE_NOOP("export", "The table"),
    "visit": QT_TRANSLATE_NOOP("export", "The visit checklist"),
    "graph": QT_TRANSLATE_NOOP("export", "The graph"),
    "axis": QT_TRANSLATE_NOOP("export", "The time axis"),
    "usdm": QT_TRANSLATE_NOOP("export", "The study"),
}
FORMATS: Mapping[str, str] = {
    ".pdf": QT_TRANSLATE_NOOP("export", "PDF"),
    ".xlsx": QT_TRANSLATE_NOOP("export", "Excel workbook"),
    ".docx": QT_TRANSLATE_NOOP("export", "Word document"),
    ".html": QT_TRANSLATE_NOOP("export", "Web page"),
    ".csv": QT_TRANSLATE_NOOP("export", "CSV for a spreadsheet"),
    ".svg": QT_TRANSLATE_NOOP("export", "SVG picture"),
    ".png": QT_TRANSLATE_NOOP("export", "PNG picture"),
    ".json": QT_TRANSLATE_NOOP("export", "USDM JSON"),
}
SIZES = (0.0, 9.0, 8.0, 7.0, 6.5)
"""Sizes of a table's type in points; 0 for what fits best."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to export. `visit` is an instance's key; `orientation` "" is what is usual for the view."""

    view: str = "soa"
    ending: str = ".pdf"
    visit: str = ""
    paper: str = "a4"
    orientation: str = ""
    fitted: bool = False
    size: float = 0.0
    with_dates: bool = True
    as_filtered: bool = True

    def of_view(self, view: str) -> Choice:
        """The same for another view, in a format that it has."""
        endings = ENDINGS[view]
        ending = self.ending if self.ending in endings else endings[0]
        return replace(self, view=view, ending=ending)

    @property
    def sheet(self) -> Paper:
        """The paper as it is held."""
        usual = "portrait" if self.view == "visit" else "landscape"
        return PAPERS[self.paper].held(self.orientation or usual)

    @property
    def is_paged(self) -> bool:
        """Whether it has pages that can be seen before: all that is painted on paper."""
        return self.ending == ".pdf"

    @property
    def kept(self) -> dict[str, str]:
        """What is remembered: everything but the visit."""
        return {
            "view": self.view,
            "ending": self.ending,
            "paper": self.paper,
            "orientation": self.orientation,
            "fitted": str(int(self.fitted)),
            "size": str(self.size),
            "with_dates": str(int(self.with_dates)),
        }


def usual_paper(locale: QLocale | None = None) -> str:
    """The paper of the place where the reader is."""
    territory = (locale or QLocale()).territory()
    return paper_of_country(QLocale.territoryToCode(territory)).name


def choice_from(kept: Mapping[str, object], locale: QLocale | None = None) -> Choice:
    """What was remembered; what is damaged, or unknown to this version, is as at first."""
    first = Choice(paper=usual_paper(locale))
    view = str(kept.get("view", ""))
    paper = str(kept.get("paper", ""))
    orientation = str(kept.get("orientation", ""))
    try:
        size = float(str(kept.get("size", 0)))
    except ValueError:
        size = 0.0
    return Choice(
        ending=str(kept.get("ending", "")),
        paper=paper if paper in PAPERS else first.paper,
        orientation=orientation if orientation in ORIENTATIONS else "",
        fitted=kept.get("fitted") == "1",
        size=size if size in SIZES else 0.0,
        with_dates=kept.get("with_dates") != "0",
    ).of_view(view if view in VIEWS else first.view)
