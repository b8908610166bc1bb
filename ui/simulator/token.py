"""The participant on the graph: a token that moves along the path, and how each card stands for them."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Mapping
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QEasingCurve, QObject, QPointF, QRectF, Qt, QVariantAnimation
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle

from study.language import translate
from study.simulation.standing import Standing
from ui.canvas.camera import Detail
from ui.canvas.frame import Canvas
from ui.canvas.lighting import NO_LIGHTING, Lighting
from ui.canvas.scene import Scene
from ui.canvas.shapes import NodeKind, Point
from ui.canvas.view import ScheduleCanvas
from ui.icons import paint_icon
from ui.matrix.standings import paint_standing, standing_words

_LAYER = "simulation"
_RADIUS = 12.0  # view pixels of the token at 100 %
_BARS = 96.0  # view pixels from the top that the bars there, a band's name and the token over a card need
Taken = frozenset[tuple[str, str]]
"""The ways that were gone: (instance it leaves, instance it leads to)."""


class TokenLayer(QObject):
    """Lies over one canvas while a participant is simulated. Nothing of it is exported."""

    def __init__(self, canvas: ScheduleCanvas) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self._standings: Mapping[str, Standing] = {}
        self._taken: Taken = frozenset()
        self._at = ""
        self._asks = False
        self._path: list[Point] = []
        self._share = 1.0
        self._motion = QVariantAnimation(self)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.InOutCubic)
        self._motion.valueChanged.connect(self._moved)
        canvas.layers.append(self.paint)
        canvas.remarks.append(self.remark)
        canvas.scene_changed.connect(self._scene_changed)

    # What is shown

    def show(
        self,
        standings: Mapping[str, Standing],
        taken: Taken,
        at: str,
        *,
        asks: bool = False,
        duration: int = 0,
        follow: bool = True,
    ) -> None:
        """Show how the instances stand, and the token at one of them: "" for nowhere.

        `asks`: it waits for an answer there. `duration` in ms of its way there, 0 for none, as where the system asks
        for no motion; `follow`: it is brought into view.
        """
        before, scene = self._at, self.canvas.scene
        self._standings, self._taken, self._asks = standings, taken, asks
        self._at = at
        self._motion.stop()
        self._path, self._share = [], 1.0
        self._light()
        if scene is not None and at:
            node = scene.place_of(at)
            start = scene.place_of(before) if before and before != at else None
            if node is not None and start is not None and duration > 0 and self._may_move():
                self._path = way_between(scene, start, node)
                self._share = 0.0
                self._motion.setDuration(duration)
                self._motion.start()
            if node is not None and follow:
                self.canvas.reveal(node, _BARS)
        self.canvas.update()

    def clear(self) -> None:
        """Show nothing: the canvas is as it was."""
        self._motion.stop()
        self._standings, self._taken, self._at, self._asks = {}, frozenset(), "", False
        self._path, self._share = [], 1.0
        self.canvas.lights.set(_LAYER, NO_LIGHTING)
        self.canvas.update()

    def remove(self) -> None:
        """Take the layer off the canvas."""
        self.clear()
        if self.paint in self.canvas.layers:
            self.canvas.layers.remove(self.paint)
        if self.remark in self.canvas.remarks:
            self.canvas.remarks.remove(self.remark)
        self.canvas.scene_changed.disconnect(self._scene_changed)
        self.deleteLater()

    @property
    def at(self) -> str:
        """The instance at which the token stands, "" for none."""
        return self._at

    @property
    def is_moving(self) -> bool:
        """Whether the token is on its way."""
        return self._motion.state() == QVariantAnimation.State.Running

    def standing(self, key: str) -> Standing | None:
        """How an instance is shown."""
        return self._standings.get(key)

    def remark(self, node: int) -> str:
        """How a card stands, for its tooltip and for screen readers."""
        scene = self.canvas.scene
        if scene is None or not self._standings:
            return ""
        address = scene.content.address(node)
        stands = self._standings.get(address)
        if stands is None:
            return ""
        text = translate("simulator", "In the simulation: {standing}").format(standing=standing_words(stands))
        if address == self._at:
            text = translate("simulator", "{text}; the participant is here").format(text=text)
        return text

    def _scene_changed(self) -> None:
        self._motion.stop()
        self._path, self._share = [], 1.0
        self._light()

    def _light(self) -> None:
        scene = self.canvas.scene
        if scene is None or not self._standings:
            self.canvas.lights.set(_LAYER, NO_LIGHTING)
            return
        addresses = [scene.content.address(node) for node in range(scene.count)]
        stands = [self._standings.get(each) for each in addresses]
        dim = np.fromiter((each is Standing.OFF for each in stands), np.bool_, scene.count)
        links = scene.content.links
        lit = np.fromiter(
            ((addresses[each.source], addresses[each.target]) in self._taken for each in links),
            np.bool_,
            len(links),
        )
        if not dim.any() and not lit.any():
            self.canvas.lights.set(_LAYER, NO_LIGHTING)
            return
        self.canvas.lights.set(_LAYER, Lighting(dim=dim if dim.any() else None, lit_links=lit))

    def _moved(self, share: object) -> None:
        assert isinstance(share, float)
        self._share = share
        self.canvas.update()

    def _may_move(self) -> bool:
        duration = QStyle.StyleHint.SH_Widget_Animation_Duration
        canvas = self.canvas
        return canvas.isVisible() and canvas.style().styleHint(duration, None, canvas) > 0

    # Painting

    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        """Paint the signs of the cards in view, then the token over them."""
        if not self._standings:
            return
        scene = canvas.scene
        zoom = canvas.camera.zoom
        scale = max(0.75, min(1.5, zoom * 1.15))
        left, top = canvas.camera.to_world((0, 0))
        right, bottom = canvas.camera.to_world((canvas.width, canvas.height))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for node in np.flatnonzero(scene.mask((left, top, right, bottom), 16.0)).tolist():
            stands = self._standings.get(scene.content.address(node))
            if stands is None or stands is Standing.AHEAD:
                continue
            if scene.kind[node] != NodeKind.CARD and stands is Standing.OPEN:
                continue  # the token stands on it
            self._paint_sign(painter, canvas, node, stands, scale)
        place = self._place(scene)
        if place is not None:
            self._paint_token(painter, canvas, place, scale)

    def _paint_sign(
        self, painter: QPainter, canvas: Canvas, node: int, stands: Standing, scale: float
    ) -> None:
        scene = canvas.scene
        x, y, width, _ = scene.rects[node].tolist()
        kind = scene.kind[node]
        if canvas.detail is Detail.BLOCK:
            scale *= 0.62
        corner = (x + 1, y + 1) if kind == NodeKind.CARD else (x + width / 2, y - 2)
        at = QPointF(*canvas.camera.to_view(corner))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(canvas.theme.card)
        painter.drawEllipse(at, 8.6 * scale, 8.6 * scale)
        paint_standing(painter, at, stands, canvas.theme, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _place(self, scene: Scene) -> Point | None:
        """Where the token is, in world units."""
        if self._path and self._share < 1.0:
            return along(self._path, self._share)
        node = scene.place_of(self._at) if self._at else None
        return None if node is None else _stand(scene, node)

    def _paint_token(self, painter: QPainter, canvas: Canvas, place: Point, scale: float) -> None:
        theme = canvas.theme
        at = QPointF(*canvas.camera.to_view(place))
        radius = _RADIUS * scale
        soft = QColor(theme.accent)
        soft.setAlphaF(0.22)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(soft)
        painter.drawEllipse(at, radius + 5, radius + 5)
        painter.setPen(QPen(theme.card, 2.0))
        painter.setBrush(theme.accent)
        painter.drawEllipse(at, radius, radius)
        name = "circle-help" if self._asks and self._share >= 1.0 else "user"
        side = radius * 1.25
        paint_icon(painter, name, QRectF(at.x() - side / 2, at.y() - side / 2, side, side), theme.on_accent)


def _stand(scene: Scene, node: int) -> Point:
    """Where the token stands at a node: on the middle of its upper edge, clear of its words."""
    x, y, width, height = scene.rects[node].tolist()
    return (x + width / 2, y - 3.0 if scene.kind[node] == NodeKind.CARD else y + height / 2)


def way_between(scene: Scene, start: int, end: int) -> list[Point]:
    """The way of the token from one node to another: along the shortest path of links, straight where there is none."""
    parents: dict[int, int] = {start: -1}
    onward: dict[int, list[int]] = {}
    for link, each in enumerate(scene.content.links):
        onward.setdefault(each.source, []).append(link)
    waiting = deque([start])
    while waiting and end not in parents:
        here = waiting.popleft()
        for link in onward.get(here, ()):
            target = scene.content.links[link].target
            if target not in parents:
                parents[target] = link
                waiting.append(target)
    points = [_stand(scene, end)]
    here = end
    while here != start and parents.get(here, -1) >= 0:
        link = parents[here]
        points += reversed(scene.points_of(link))
        here = scene.content.links[link].source
    points.append(_stand(scene, start))
    return points[::-1]


def along(points: list[Point], share: float) -> Point:
    """The point at a share, 0 to 1, of the length of a way."""
    lengths = [math.dist(a, b) for a, b in pairwise(points)]
    left = share * sum(lengths)
    for (a, b), length in zip(pairwise(points), lengths, strict=True):
        if left <= length and length > 0:
            part = left / length
            return (a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part)
        left -= length
    return points[-1]
