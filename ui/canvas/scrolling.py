"""Scrolling: what the canvas has painted already, and how much of it still holds when the camera has moved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget

from ui.canvas.camera import Camera, Detail
from ui.canvas.frame import Canvas
from ui.canvas.ground import band_titles, dot_strength, title_areas
from ui.canvas.overlay import arc_area, plate_areas
from ui.canvas.pixmaps import HURRIED, ZOOMING, Pixmaps

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas

StillAreas = Callable[[Canvas], list[QRect]]
"""The parts of the view that do not move with the world: a ruler, a name that stays in sight."""


class Scrolling:
    """Scrolls what is painted already while panning; only what comes into view is painted.

    `still` holds what says which parts of the view do not move with the world. Whoever paints such a part adds to
    it; parts at the same place before and after are painted anew on every step.
    """

    def __init__(self, view: ScheduleCanvas) -> None:
        self._view = view
        self._shown: Camera | None = None
        self._parts: list[QRect] = []
        self.hurried = False  # whether the frame to be painted is one step of many
        self.budget = HURRIED  # nodes whose texts that frame may paint
        self._rest = QTimer(view)  # until texts are painted that were left out
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._pay)
        self.still: list[StillAreas] = [self._children, self._focus, self._plates]
        self.scrolled = 0  # steps that scrolled since the start, for tests and benchmarks

    def painted(self, camera: Camera) -> None:
        """The view shows, or will show once painted, what lies before this camera."""
        self._shown = camera

    def follow(self, *, zoomed: bool) -> None:
        """The camera has moved: scroll where that is possible, else have all painted anew."""
        view, shown, scene = self._view, self._shown, self._view.scene
        if zoomed:
            self.budget = ZOOMING
        if zoomed or shown is None or scene is None or not scene.count or not view.isVisible():
            view.update()
            return
        canvas = view.canvas()
        camera, ratio = canvas.camera, canvas.ratio
        dx, dy = (shown.x - camera.x) * camera.zoom, (shown.y - camera.y) * camera.zoom
        across, down = round(dx), round(dy)
        whole = abs(dx - across) * ratio < 0.01 and abs(dy - down) * ratio < 0.01
        kept = max(0.0, 1 - abs(dx) / canvas.width) * max(0.0, 1 - abs(dy) / canvas.height)
        if shown.zoom != camera.zoom or not whole or kept < _LEAST_KEPT or not _is_full(canvas):
            self.hurried = True
            if shown.zoom == camera.zoom:
                self.budget = HURRIED if kept >= _LEAST_KEPT else 0
                self._update_ink(canvas, shown)
            else:
                view.update()
            return
        if not across and not down:
            return
        self.hurried = True
        canvas.camera = shown
        areas = [rect.translated(across, down) for each in self.still for rect in each(canvas)]
        titles = band_titles(canvas)
        canvas.camera = camera
        areas += [rect for each in self.still for rect in each(canvas)]
        areas += title_areas(titles, band_titles(canvas), across, down)
        view.scroll(across, down, view.rect())
        for rect in areas:
            view.update(rect)
        width, height = view.width(), view.height()
        row = QRect(0, 0 if down > 0 else height + down, width, abs(down))
        column = QRect(0 if across > 0 else width + across, max(0, down), abs(across), height - abs(down))
        self._parts = _merged([row, column, *areas], view.rect())
        self._shown = camera
        self.scrolled += 1

    def _update_ink(self, canvas: Canvas, before: Camera) -> None:
        """Have painted what may look different before another camera: from far out the ground is plain."""
        view, zoom = self._view, canvas.camera.zoom
        if dot_strength(zoom) > 0 or view.timings.shown:
            view.update()
            return
        x, y, width, height = canvas.scene.ink
        # Beyond the bounds stand the names of epochs that are too narrow for them.
        for camera in (before, canvas.camera):
            left, top = camera.to_view((x, y))
            ink = QRectF(left - 40, top - 90, width * zoom + 80, height * zoom + 130)
            view.update(ink.toAlignedRect() & view.rect())
        for each in self.still:
            for rect in each(canvas):
                view.update(rect)

    def settle(self) -> None:
        """A zoom has come to rest: have everything painted at its exact size, cards a few at a time."""
        self.hurried, self.budget = True, _SETTLED
        self._view.update()

    def pay(self, pixmaps: Pixmaps) -> None:
        """After a frame: have the texts painted later that a hurried one has left out."""
        self.hurried = False
        if self._view.flight.is_zooming:
            pixmaps.owed.clear()  # all is painted anew once the zoom has come to rest
        elif pixmaps.owed:
            # While a quick pan goes on nobody reads: texts come with the first pause.
            self._rest.start(PAUSE_MS if self.budget <= HURRIED else 0)
        self.budget = HURRIED

    def _pay(self) -> None:
        view, pixmaps = self._view, self._view.pixmaps
        scene = view.scene
        if scene is None or not pixmaps.owed or view.flight.is_zooming:
            return
        canvas, rects = view.canvas(), []
        for node in list(pixmaps.owed):
            del pixmaps.owed[node]
            if -1 - len(scene.labels) < node < scene.count:
                label = scene.labels[-1 - node] if node < 0 else None
                x, y, width, height = (
                    scene.rects[node].tolist()
                    if label is None
                    else (label.x, label.y, label.width, label.height)
                )
                rect = canvas.rect(x, y, width, height).adjusted(-8, -8, 8, 8).toAlignedRect()
                if rect.intersects(view.rect()):
                    rects.append(rect)
            if len(rects) >= _SLICE:
                break
        self._parts = _merged(rects, view.rect())
        for part in self._parts:
            view.update(part)
        if rects:
            self.hurried, self.budget = True, _SLICE

    def drag(self, nodes: Sequence[int], dx: float, dy: float, also: Sequence[QRect] = ()) -> None:
        """Move nodes by (dx, dy) world units, and have painted what looks different then, with `also` (view pixels)."""
        view, scene = self._view, self._view.scene
        if scene is None:
            return
        canvas = view.canvas()
        areas = [arc_area(canvas, view.selection), *also]
        left, top, right, bottom = scene.move(nodes, dx, dy)
        if view.timings.shown:
            view.update()
            return
        areas.append(arc_area(canvas, view.selection))
        touched = canvas.rect(left, top, right - left, bottom - top)
        areas.append(touched.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).toAlignedRect())
        parts = _merged(areas, view.rect())
        for part in parts:
            view.update(part)
        self._parts = parts

    def parts(self, event: QPaintEvent) -> list[QRect]:
        """The rectangles to be painted: what a step of panning left open, where that is all, else one."""
        parts, self._parts = self._parts, []
        if parts and not (event.region() - _region(parts)).isEmpty():
            parts = []
        return parts or [event.rect()]

    def _children(self, canvas: Canvas) -> list[QRect]:
        del canvas
        children = self._view.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return [child.geometry() for child in children if child.isVisible()]

    def _focus(self, canvas: Canvas) -> list[QRect]:
        if not self._view.hasFocus() or self._view.selection.node is not None:
            return []
        width, height = round(canvas.width), round(canvas.height)
        return [
            QRect(0, 0, width, 1),
            QRect(0, height - 1, width, 1),
            QRect(0, 0, 1, height),
            QRect(width - 1, 0, 1, height),
        ]

    def _plates(self, canvas: Canvas) -> list[QRect]:
        return plate_areas(canvas, self._view.selection)


def _is_full(canvas: Canvas) -> bool:
    """Whether so much shows that to scroll costs less than to paint it all: moving a frame's memory costs too."""
    scene = canvas.scene
    if canvas.detail is Detail.BLOCK:
        return scene.count > _MANY_BLOCKS
    view = canvas.camera.shown(canvas.width, canvas.height)
    return int(np.count_nonzero(scene.mask(view))) > _MANY_CARDS


PAUSE_MS = 40  # of a pan, after which the texts of cards first seen are painted
_SLICE, _SETTLED = 16, 60  # nodes whose texts are painted in one turn
_LEAST_KEPT = 0.75  # of the view; where less stays, to scroll and fill in costs more than to paint it all
_AROUND = 16.0  # view pixels around what is moved: rings, shadows, heads of arrows
_MANY_BLOCKS, _MANY_CARDS = 1000, 20


def _merged(rects: list[QRect], within: QRect) -> list[QRect]:
    """Few rectangles that cover these: what overlaps, or hardly costs more as one, becomes one."""
    found: list[QRect] = []
    for each in rects:
        rect = each.intersected(within)
        if rect.isEmpty():
            continue
        for i, other in enumerate(found):
            both = other.united(rect)
            if _area(both) <= _area(other) + _area(rect) + _SPARE:
                found[i] = both
                break
        else:
            found.append(rect)
    return found


_SPARE = 150_000  # pixels: painting so many more costs less than another part


def _area(rect: QRect) -> int:
    return rect.width() * rect.height()


def _region(rects: list[QRect]) -> QRegion:
    region = QRegion()
    for rect in rects:
        region += rect
    return region
