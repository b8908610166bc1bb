"""What the tour shows: a sentence or two beside each part of the window."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from study.language import translate

if TYPE_CHECKING:
    from ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class TourStep:
    """One stop: `target` is lit; `before` brings it into view."""

    title: str
    text: str
    target: Callable[[], QWidget]
    before: Callable[[], object]


def tour_steps(window: MainWindow) -> tuple[TourStep, ...]:
    """The stops, in order."""

    def pane(name: str) -> Callable[[], object]:
        return lambda: window.show_pane(name)

    def navigator() -> None:
        window.show_views("view_split")
        window.show_pane("navigator")

    return (
        TourStep(
            translate("tour", "The schedule as a graph"),
            translate(
                "tour",
                "Each card is a visit, with its study day and window. Click one and everything else follows. "
                "Wheel to zoom, arrow keys to go along the path.",
            ),
            lambda: window.canvas,
            lambda: window.show_views("view_split"),
        ),
        TourStep(
            translate("tour", "The same schedule as a table"),
            translate(
                "tour",
                "Activities down, visits across, footnotes below. What you select here is selected in the graph.",
            ),
            lambda: window.matrix,
            lambda: window.show_views("view_split"),
        ),
        TourStep(
            translate("tour", "When everything is"),
            translate("tour", "Planned times and windows on a time axis, with overlaps and gaps."),
            lambda: window.axis,
            lambda: window.show_views("view_axis"),
        ),
        TourStep(
            translate("tour", "Where things are"),
            translate("tour", "Timelines, epochs, arms and activities. Choose one to see where it is used."),
            lambda: window.navigator,
            navigator,
        ),
        TourStep(
            translate("tour", "Everything about the selection"),
            translate(
                "tour", "The sentence a person would say, the activities, the footnotes, and the file itself."
            ),
            lambda: window.inspector,
            pane("inspector"),
        ),
        TourStep(
            translate("tour", "Find or do anything"),
            translate(
                "tour", "Ctrl+K and a few letters: a visit, a day, an activity, a study, or any action."
            ),
            lambda: window.header,
            lambda: None,
        ),
    )
