"""What the matrix says where there is nothing to show: what is missing, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from study.language import translate
from ui.matrix.sheet import Sheet
from ui.theme import Theme
from ui.widgets.empty import paint_empty


def nothing_words(sheet: Sheet, missing: str) -> tuple[str, str]:
    """The title and sentence of the empty state; `missing` says what a study without a table lacks."""
    soa, asked, shown = sheet.soa, sheet.asked, sheet.shown
    if soa is None:
        if missing:
            return translate("matrix", "No schedule"), missing
        return (
            translate("matrix", "No schedule"),
            translate("matrix", "Open a study to see its Schedule of Activities here."),
        )
    if not soa.columns:
        return (
            translate("matrix", "No visits in this timeline"),
            translate(
                "matrix", "A visit appears here as a column when the timeline has a scheduled instance."
            ),
        )
    if not soa.rows:
        return (
            translate("matrix", "No activities in this timeline"),
            translate("matrix", "An activity appears here as a row when one of the visits plans it."),
        )
    if asked.phrase and (not shown.counted or not shown.columns):
        return (
            translate("matrix", "Nothing matches “{phrase}”").format(phrase=_short(asked.phrase)),
            translate(
                "matrix",
                "Activities, visits, encounters, epochs and days are searched. Esc clears the filter.",
            ),
        )
    return (
        translate("matrix", "Nothing is planned here"),
        translate("matrix", "All activities or visits are hidden because none of them has a mark."),
    )


def paint_nothing(painter: QPainter, area: QRect, theme: Theme, sheet: Sheet, missing: str) -> None:
    """Paint the empty state in `area`."""
    paint_empty(painter, area, theme, "table-2", *nothing_words(sheet, missing))


def _short(phrase: str) -> str:
    phrase = " ".join(phrase.split())
    return phrase if len(phrase) <= 40 else phrase[:39] + "…"
