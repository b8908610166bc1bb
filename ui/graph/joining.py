"""Where a way may lead, as rows of a palette: drawing a way with keys alone, with the reason where it cannot."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from app.matching import fit
from app.open_study import Projection
from study.language import translate
from study.wording import when_text
from ui.canvas.wishes import Draw, Wish
from ui.palette.offers import Offer

MOST = 60


@dataclass(frozen=True, slots=True)
class Target(Offer):
    """A row that joins: `wish` does it."""

    wish: Wish = field(default_factory=lambda: Draw("", ""))


class Targets:
    """What a way from one instance may lead to: the others of its timeline and the way out, in graph order."""

    def __init__(self, source: str, projection: Projection, why_not: Callable[[Wish], str]) -> None:
        graph, times = projection.graph, projection.planned.times
        self._why_not = why_not
        self._rows = [
            Target(
                translate("canvas", "Decision")
                if graph.instances[key].is_decision
                else translate("canvas", "Visit"),
                graph.instances[key].title,
                "diamond" if graph.instances[key].is_decision else "calendar",
                _nothing,
                hint=when_text(times[key]),
                wish=Draw(source, key),
            )
            for key in graph.order
            if key != source
        ]
        self._rows.append(
            Target(
                translate("canvas", "Exit"),
                translate("canvas", "The end of the timeline"),
                "log-out",
                _nothing,
                words=translate("keywords", "exit out leave"),
                wish=Draw(source, next((e.id for e in projection.timeline.exits if e.id), "")),
            )
        )

    def found(self, query: str) -> list[Offer]:
        """Those that fit, what can be joined first."""
        rated = []
        for place, row in enumerate(self._rows):
            rating = fit(query, f"{row.title} {row.hint} {row.words}") if query.strip() else 1.0
            if rating:
                rated.append((-rating, place, row))
        rated.sort(key=lambda each: each[:2])
        shown = [replace(row, why_not=self._why_not(row.wish)) for *_, row in rated[:MOST]]
        return sorted(shown, key=lambda row: bool(row.why_not))


def _nothing() -> None:
    """A row of the palette is carried out by who opened it."""
