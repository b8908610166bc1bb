"""What is painted for a file: pages and pictures of a prepared timeline as PDF, SVG or PNG."""

from __future__ import annotations

from dataclasses import dataclass

from app.verbs.export import Prepared
from study.axis import Axis, time_axis
from study.axis_dates import dated_axis
from study.export.printable import one_line
from study.export.shown import Shown
from study.export.soa_page import soa_sheet
from study.export.visit_page import visit_sheet
from study.language import translate
from ui.canvas.export import GraphSheet, ensure_application, scene_of, sheet_png
from ui.canvas.scene import Scene
from ui.export.axis_sheet import AxisSheet, axis_png
from ui.export.pages import Pages
from ui.export.pdf import pdf
from ui.export.picture_pages import AxisPages, GraphPages
from ui.export.soa_pages import SoaPages
from ui.export.svg import svg
from ui.export.visit_pages import VisitPages
from ui.theme import Theme


@dataclass(frozen=True, slots=True)
class Seen:
    """The graph and the axis as a window shows them; None: they are laid out anew."""

    scene: Scene | None = None
    axis: Axis | None = None
    packed: bool = False
    squeezed: bool = False
    notes: tuple[str, ...] = ()


_NOTHING_SEEN = Seen()


def painted(view: str, ending: str, ready: Prepared, seen: Seen = _NOTHING_SEEN) -> bytes:
    """The view as the content of a file. Starts Qt where it is not running.

    Graph and axis are painted in the thread that paints widgets, for they share its fonts; table and visit in any.
    Raises ValueError where there is nothing to paint.
    """
    ensure_application()
    if ending == ".pdf":
        return pdf(pages(view, ready, seen))
    lines = (ready.identity.short, *picture_sentences(ready, seen), ready.imprint.short)
    about = " ".join(lines)
    title = f"{ready.identity.name} · {one_line(ready.timeline.title)}"
    if view == "graph":
        graph = GraphSheet(seen.scene or _scene(ready), title, lines, Theme.light())
        if ending == ".svg":
            return svg(graph.paint, graph.width, graph.height, title, about)
        return sheet_png(graph, 2.0)
    axis = AxisSheet(
        seen.axis or _axis(ready), title, lines, Theme.light(), packed=seen.packed, squeezed=seen.squeezed
    )
    if ending == ".svg":
        return svg(axis.paint, axis.width, axis.height, title, about)
    return axis_png(axis)


def pages(view: str, ready: Prepared, seen: Seen = _NOTHING_SEEN, size: float | None = None) -> Pages:
    """The view on pages of its paper. `size` is the table's type in points, None for what fits best."""
    if view == "soa":
        sheet = soa_sheet(ready.soa, ready.design, ready.identity, ready.imprint, ready.shown)
        return SoaPages(sheet, ready.paper, size)
    if view == "visit":
        visit = visit_sheet(ready.soa, ready.visit, ready.design, ready.identity, ready.imprint, ready.shown)
        return VisitPages(visit, ready.paper)
    said = picture_sentences(ready, seen)
    if view == "graph":
        heading = translate("export", "Graph · {timeline}").format(timeline=one_line(ready.timeline.title))
        return GraphPages(
            seen.scene or _scene(ready),
            heading,
            said,
            ready.identity,
            ready.imprint,
            ready.paper,
            fitted=ready.is_fitted,
        )
    axis = seen.axis or _axis(ready)
    heading = translate("export", "Time axis · {timeline}").format(timeline=one_line(ready.timeline.title))
    if len({section.timeline.id for section in axis.sections}) > 1:
        heading = translate("export", "Time axis")  # each timeline's name stands over its own
    return AxisPages(
        axis,
        heading,
        said,
        ready.identity,
        ready.imprint,
        ready.paper,
        fitted=ready.is_fitted,
        packed=seen.packed,
        squeezed=seen.squeezed,
    )


def picture_sentences(ready: Prepared, seen: Seen = _NOTHING_SEEN) -> tuple[str, ...]:
    """What is shown on a picture of a timeline, which has no rows to hide."""
    return (*Shown(dates=ready.shown.dates).sentences(0, 0)[1:], *seen.notes)


def _scene(ready: Prepared) -> Scene:
    return scene_of(ready.document, ready.design, ready.timeline, ready.dated)


def _axis(ready: Prepared) -> Axis:
    axis = time_axis([ready.planned], ready.design)
    return dated_axis(axis, [ready.dated]) if ready.dated is not None else axis
