"""One export that a person chose: its pages for the preview and the printer, its bytes for the file."""

from __future__ import annotations

import copy
import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from app.verbs.export import PAINTED, Prepared, written
from study.language import translate
from ui.canvas.lighting import NO_LIGHTING
from ui.canvas.projection import ScheduleProjection
from ui.canvas.scene import Scene
from ui.export.choice import Choice
from ui.export.make import Seen, pages, painted
from ui.export.pages import DPI, Pages
from ui.export.pdf import pdf
from ui.export.shown_here import prepared_here

if TYPE_CHECKING:
    from ui.main_window import MainWindow

MOST_PREVIEWED = 30
"""Pages that a preview shows at most."""


@dataclass(frozen=True, slots=True)
class Job:
    """`is_here`: its pages are painted in the thread that paints widgets, whose fonts they share."""

    choice: Choice
    content: Callable[[], bytes]
    pages: Callable[[], Pages] | None = None
    is_here: bool = False

    def make(self) -> Callable[[], bytes]:
        """What a worker calls for the bytes; what has to be painted here is painted now."""
        if not self.is_here:
            return self.content
        made = self.content()
        return lambda: made


def job_of(window: MainWindow, choice: Choice, printed: dt.datetime) -> Job | None:
    """The export of what the window shows; None where it shows no timeline.

    The study's values are taken now, so that a worker reads nothing that the window owns.
    """
    study = window.study
    if study is None:
        return None
    if choice.view == "usdm":
        content = study.document.to_bytes()
        return Job(choice, lambda: content)
    ready = prepared_here(window, choice, printed)
    if ready is None or (choice.view == "visit" and not choice.visit):
        return None
    if choice.ending not in PAINTED:
        return Job(choice, lambda: written(choice.view, choice.ending, ready))
    if choice.view in ("soa", "visit"):
        made = _pages(choice, ready)
        return Job(choice, lambda: pdf(made()), made)
    seen = _seen(window, choice)
    return Job(
        choice,
        lambda: painted(choice.view, choice.ending, ready, seen),
        lambda: pages(choice.view, ready, seen),
        is_here=True,
    )


def _pages(choice: Choice, ready: Prepared) -> Callable[[], Pages]:
    return lambda: pages(choice.view, ready, size=choice.size or None)


def _seen(window: MainWindow, choice: Choice) -> Seen:
    """The graph and axis as they are seen. Without the dates that the window shows, they are laid out anew."""
    study = window.study
    if study is None or study.simulated is not None:
        return Seen()  # nothing of a simulation leaves the window
    if not choice.with_dates and study.dated() is not None:
        return Seen()
    scene = _scene_of(window) if choice.view == "graph" else None
    notes: tuple[str, ...] = ()
    if scene is not None and scene.lighting is not NO_LIGHTING:
        notes = (translate("export", "What is lit and what is faint is as in the window."),)
    view = window.axis.view
    axis = view.axis() if choice.view == "axis" else None
    return Seen(scene, axis, view.is_packed(), view.is_squeezed(), notes)


def _scene_of(window: MainWindow) -> Scene | None:
    """The graph of the timeline that the window shows, as it is laid out there; None where it shows another."""
    scene, study = window.canvas.scene, window.study
    projection = study.projection if study is not None else None
    if scene is None or projection is None or not isinstance(scene.content, ScheduleProjection):
        return None
    return copy.copy(scene) if scene.content.graph.timeline == projection.timeline else None


def page_images(made: Pages, width: int, ratio: float) -> Iterator[QImage]:
    """Pages as pictures `width` pixels wide, one by one, at most MOST_PREVIEWED of them."""
    for page in range(min(len(made), MOST_PREVIEWED)):
        pixels = round(width * ratio)
        high = round(pixels * made.paper.height / made.paper.width)
        image = QImage(pixels, high, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        scale = pixels / (made.paper.width / 25.4 * DPI)
        painter.scale(scale, scale)
        made.paint(painter, page)
        painter.end()
        image.setDevicePixelRatio(ratio)
        yield image
