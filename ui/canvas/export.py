"""Exporting a timeline's graph: the painters are called directly, never the kept pixmaps."""

from __future__ import annotations

import math
import os
from collections.abc import Iterable, Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QBuffer, QIODevice, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QImageWriter, QPainter

from study.dating import DatedTimes
from study.document import Document
from study.findings import Finding, find_problems
from study.graph import schedule_graph
from study.language import translate
from study.model import ScheduleTimeline, StudyDesign
from study.soa import schedule_of_activities
from study.timeline import planned_times
from ui.canvas.camera import Camera
from ui.canvas.frame import Canvas
from ui.canvas.lettering import type_of
from ui.canvas.painter import paint_scene
from ui.canvas.projection import ScheduleProjection, footnote_letters
from ui.canvas.scene import Scene
from ui.theme import SECONDARY_PX, TITLE_PX, Theme, font

MARGIN = 28.0  # world units around the graph
HEAD = 52.0  # the study's and the timeline's name above it
_LINE = 18.0  # world units of a line of text below the names, and at the foot
_MOST_SIDE = 30_000  # pixels; a QImage's side ends at 32,767
_MOST_AREA = 64_000_000  # pixels, a quarter of a gigabyte
_ASPECT = 1.7  # of the sheet that a long lane is broken into
_LEAST_WIDTH = 480.0


def graph_png(
    document: Document, timeline_id: str | None = None, theme: Theme | None = None, scale: float = 2.0
) -> bytes:
    """The graph of one timeline (the main one where none is named) as PNG, `scale` pixels per world unit.

    A long lane is broken between visits into strips under each other, so that its cards stay legible; where even
    that is too large for an image, the scale is taken back. Raises ValueError where there is no such timeline.
    """
    scene, timeline = graph_scene(document, timeline_id)
    sheet = GraphSheet(scene, f"{document.title} · {timeline.title}", (), theme or Theme.light())
    return sheet_png(sheet, scale)


def graph_scene(
    document: Document, timeline_id: str | None = None, dated: DatedTimes | None = None
) -> tuple[Scene, ScheduleTimeline]:
    """The graph of a timeline laid out, with its problems, footnotes and dates; starts Qt where it is not running.

    Raises ValueError where there is no such timeline.
    """
    design, timeline = _timeline(document, timeline_id)
    return scene_of(document, design, timeline, dated), timeline


def scene_of(
    document: Document, design: StudyDesign, timeline: ScheduleTimeline, dated: DatedTimes | None = None
) -> Scene:
    """The graph of one timeline of a design of the document, as `graph_scene`."""
    ensure_application()
    graph = schedule_graph(timeline, design)
    planned = planned_times(timeline, design, graph)
    letters = footnote_letters(schedule_of_activities(timeline, design, planned))
    content = ScheduleProjection(graph, planned, design, letters)
    findings: dict[str, list[Finding]] = {}
    for finding in find_problems(document):
        findings.setdefault(finding.entity_id, []).append(finding)
    content.set_findings(findings)
    content.set_dating(dated)
    return Scene.of(content, type_of(11, 500).width)


class GraphSheet:
    """A scene on one sheet of its own size: its title, lines of text, and the graph as strips under each other.

    `width` and `height` are in world units, one of which is a pixel at 100 %.
    """

    def __init__(self, scene: Scene, title: str, lines: Sequence[str], theme: Theme) -> None:
        self.scene = scene
        self.title = title
        self.lines = tuple(lines)
        self.theme = theme
        _, _, width, high = scene.layout.bounds
        self.strips = strip_bounds(scene)
        wide = max((right - left for left, right in self.strips), default=width) + 2 * MARGIN
        self.width = max(wide, _LEAST_WIDTH)
        self.head = HEAD + _LINE * len(self.lines)
        self.height = self.head + len(self.strips) * (high + MARGIN) + MARGIN

    def paint(self, painter: QPainter) -> None:
        """Paints all of it at the origin, a world unit to a unit of the painter."""
        theme, wide = self.theme, self.width
        painter.fillRect(QRectF(0, 0, wide, self.height), theme.ground)
        title_type = type_of(TITLE_PX, 600)
        painter.setFont(title_type.font)
        painter.setPen(theme.text)
        shown = title_type.elided(self.title, wide - 2 * MARGIN)
        painter.drawText(QRectF(MARGIN, 16, wide - 2 * MARGIN, 24), int(Qt.AlignmentFlag.AlignVCenter), shown)
        line_type = type_of(SECONDARY_PX, 400)
        painter.setPen(theme.text_2)
        for n, line in enumerate(self.lines):
            painter.setFont(line_type.font)
            area = QRectF(MARGIN, 40 + n * _LINE, wide - 2 * MARGIN, _LINE)
            painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), line_type.elided(line, area.width()))
        if not self.scene.count:
            painter.setFont(font(13))
            painter.setPen(theme.text_2)
            said = translate("canvas", "This timeline has no instances.")
            painter.drawText(QRectF(MARGIN, self.head - 4, wide - 2 * MARGIN, 24), said)
        _, y, _, high = self.scene.layout.bounds
        top = self.head + MARGIN / 2
        for left, right in self.strips:
            painter.save()
            painter.translate(MARGIN, top)
            paint_part(painter, self.scene, theme, QRectF(left, y, right - left, high))
            painter.restore()
            top += high + MARGIN


def paint_part(painter: QPainter, scene: Scene, theme: Theme, part: QRectF) -> None:
    """Paints a part of a scene (world units) at the origin, as vectors, a world unit to a unit of the painter."""
    canvas = Canvas(scene, theme, Camera(part.left(), part.top(), 1.0), part.width(), part.height())
    area = QRectF(0, 0, part.width(), part.height())
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.setClipRect(area.adjusted(-1, -8, 1, 8), Qt.ClipOperation.IntersectClip)
    paint_scene(painter, canvas, area)


def sheet_png(sheet: GraphSheet, scale: float) -> bytes:
    """A sheet as PNG, `scale` pixels to a unit, or fewer where the image would be too large."""
    wide, high = sheet.width, sheet.height
    scale = min(scale, _MOST_SIDE / wide, _MOST_SIDE / high, math.sqrt(_MOST_AREA / (wide * high)))
    image = QImage(math.ceil(wide * scale), math.ceil(high * scale), QImage.Format.Format_RGB32)
    image.fill(sheet.theme.ground)
    painter = QPainter(image)
    painter.scale(scale, scale)
    sheet.paint(painter)
    painter.end()
    return png_of(image)


def strip_bounds(scene: Scene) -> list[tuple[float, float]]:
    """Left and right of each strip, in world units: one where the graph is no longer than a sheet is wide.

    Breaks lie between columns, where no label is cut if that can be helped.
    """
    x, _, width, height = scene.layout.bounds
    if not scene.count:
        return []
    target = max(1600.0, math.sqrt(width * (height + MARGIN) * _ASPECT))
    if width <= target * 1.25:
        return [(x, x + width)]
    breaks, harm = column_breaks(scene), Harm(scene)
    end = x + width
    strips: list[tuple[float, float]] = []
    left = x
    for rest in range(math.ceil(width / target), 1, -1):
        share = (end - left) / rest
        reach = [b for b in breaks if left + 0.6 * share <= b <= left + 1.3 * share]
        if not reach:
            break
        best = min(reach, key=lambda b: abs(b - left - share) / share + harm.at(b))
        strips.append((left, best))
        left = best
    strips.append((left, end))
    return strips


def column_breaks(scene: Scene) -> list[float]:
    """The middles between columns of cards, from the left, in world units."""
    columns = scene.layout.columns
    order = np.argsort(columns, kind="stable")
    starts = np.flatnonzero(np.diff(columns[order], prepend=columns[order][:1] - 1))
    lefts = np.minimum.reduceat(scene.left[order], starts)
    rights = np.maximum.reduceat(scene.right[order], starts)
    return [float(place) for place in (rights[:-1] + lefts[1:]) / 2]


class Harm:
    """How much a break at a place costs in legibility: it may cut a label, a loop, or an epoch."""

    def __init__(self, scene: Scene) -> None:
        layout = scene.layout
        self._labels = _spans((label.x, label.x + label.width) for label in layout.labels)
        ends = ((route.points[0][0], route.points[-1][0]) for route in layout.routes if route.loop)
        self._loops = _spans((min(a, b), max(a, b)) for a, b in ends)
        self._bands = _spans((band.x, band.x + band.width) for band in layout.bands)

    def at(self, x: float) -> float:
        """The cost at `x`, in world units; 0 where nothing is cut."""
        return 2.0 * _cut(self._labels, x) + 0.6 * _cut(self._loops, x) + 0.25 * _cut(self._bands, x)


def _spans(pairs: Iterable[tuple[float, float]]) -> npt.NDArray[np.float64]:
    """Lefts and rights, (2, n)."""
    return np.array(list(pairs), np.float64).reshape(-1, 2).T


def _cut(spans: npt.NDArray[np.float64], x: float) -> bool:
    return bool(((spans[0] < x) & (spans[1] > x)).any())


def _timeline(document: Document, timeline_id: str | None) -> tuple[StudyDesign, ScheduleTimeline]:
    if timeline_id is None:
        found = document.default_timeline()
        if found is None:
            raise ValueError("the study has no schedule timeline")
    else:
        found = document.find_timeline(timeline_id)
        if found is None:
            raise ValueError(f"the study has no timeline called {timeline_id!r}")
    return found[1], found[2]


def ensure_application() -> None:
    """Fonts need a QGuiApplication; a verb on a machine with no screen has none yet."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        global _application  # noqa: PLW0603
        _application = QGuiApplication(["maestro"])


_application: QGuiApplication | None = None


def png_of(image: QImage) -> bytes:
    """An image as PNG."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    if not writer.write(image):
        raise ValueError(f"the image could not be written as PNG: {writer.errorString()}")
    return bytes(buffer.data().data())
