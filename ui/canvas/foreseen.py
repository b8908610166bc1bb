"""What a change would do to the graph, seen before it is done: cards that would come, move, or go, drawn dashed."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPen

from ui.canvas.frame import Canvas
from ui.canvas.lettering import LEFT, type_of
from ui.canvas.scene import Scene
from ui.canvas.shapes import NodeKind
from ui.theme import RADIUS_CARD, mix

Box = tuple[float, float, float, float]
_MOST = 400  # cards that are drawn; more are dust


@dataclass(frozen=True, slots=True)
class Coming:
    """A card that would come: where (x, y, width, height in world units), and what it says."""

    box: Box
    kind: int
    title: str
    day: str


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What would come, where those that are there would stand (by node), and which would go (nodes)."""

    coming: tuple[Coming, ...] = ()
    moved: tuple[tuple[int, Box], ...] = ()
    going: frozenset[int] = frozenset()
    ways: tuple[tuple[tuple[float, float], ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.coming or self.moved or self.going or self.ways)


NOTHING_FORESEEN = Foreseen()


def foreseen(now: Scene, then: Scene, held: int | None) -> Foreseen:
    """What differs between the scene that is shown and the one that would be; `held` keeps its place.

    Nothing of what is returned is read from the document later. Nodes are told apart by their addresses.
    """
    dx = dy = 0.0
    if held is not None and (same := then.place_of(now.content.address(held))) is not None:
        dx = float(now.left[held] - then.left[same])
        dy = float(now.top[held] - then.top[same])
    coming: list[Coming] = []
    moved: list[tuple[int, Box]] = []
    new: set[int] = set()
    for node in range(then.count):
        kind = int(then.kind[node])
        if kind > NodeKind.DECISION:
            continue
        x, y, width, height = then.rects[node].tolist()
        box = (x + dx, y + dy, width, height)
        here = now.place_of(then.content.address(node))
        if here is None:
            new.add(node)
            face = then.face(node)
            coming.append(Coming(box, kind, face.title, face.day))
        elif np.hypot(box[0] - now.left[here], box[1] - now.top[here]) > 0.5:
            moved.append((here, box))
    going = frozenset(
        node
        for node in range(now.count)
        if now.kind[node] <= NodeKind.DECISION and then.place_of(now.content.address(node)) is None
    )
    ways = tuple(
        tuple((x + dx, y + dy) for x, y in then.points_of(link))
        for link, each in enumerate(then.content.links)
        if each.source in new or each.target in new or _is_new(now, then, link)
    )
    return Foreseen(tuple(coming[:_MOST]), tuple(moved[:_MOST]), going, ways[:_MOST])


def _is_new(now: Scene, then: Scene, link: int) -> bool:
    each = then.content.links[link]
    if then.kind[each.target] == NodeKind.EXIT or then.kind[each.source] == NodeKind.ENTRY:
        return False
    source, target = then.content.address(each.source), then.content.address(each.target)
    a, b = now.place_of(source), now.place_of(target)
    return a is not None and b is not None and (a, b) not in _pairs(now)


def _pairs(scene: Scene) -> set[tuple[int, int]]:
    return {(link.source, link.target) for link in scene.content.links}


def paint_foreseen(painter: QPainter, canvas: Canvas, what: Foreseen) -> None:
    """Dashed cards where something would come, dashed outlines where others would move, crosses on what would go."""
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    theme, zoom = canvas.theme, canvas.camera.zoom
    quiet = QPen(mix(theme.accent, theme.ground, 0.5), 1.2)
    quiet.setDashPattern([3.0, 3.0])
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(quiet)
    for _, box in what.moved:
        painter.drawRoundedRect(canvas.rect(*box), RADIUS_CARD * zoom, RADIUS_CARD * zoom)
    strong = QPen(theme.accent, 1.8)
    strong.setDashPattern([3.0, 2.2])
    painter.setPen(strong)
    for points in what.ways:
        at = [canvas.camera.to_view(point) for point in points]
        for (x1, y1), (x2, y2) in pairwise(at):
            painter.drawLine(round(x1), round(y1), round(x2), round(y2))
    for each in what.coming:
        _paint_coming(painter, canvas, each, strong)
    painter.setPen(QPen(theme.error, 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for node in what.going:
        rect = canvas.rect(*canvas.scene.rects[node].tolist())
        painter.drawLine(rect.topLeft(), rect.bottomRight())
        painter.drawLine(rect.bottomLeft(), rect.topRight())


def _paint_coming(painter: QPainter, canvas: Canvas, card: Coming, pen: QPen) -> None:
    theme, zoom = canvas.theme, canvas.camera.zoom
    rect = canvas.rect(*card.box)
    painter.setPen(pen)
    painter.setBrush(mix(theme.accent_soft, theme.card, 0.7))
    if card.kind == NodeKind.DECISION:
        painter.save()
        painter.translate(rect.center())
        painter.rotate(45)
        side = rect.width() * 0.7
        painter.drawRoundedRect(round(-side / 2), round(-side / 2), round(side), round(side), 3, 3)
        painter.restore()
        return
    painter.drawRoundedRect(rect, RADIUS_CARD * zoom, RADIUS_CARD * zoom)
    if zoom < 0.5:
        return
    name, when = type_of(13, 600), type_of(11, 400, tabular=True)
    painter.save()
    painter.translate(rect.topLeft())
    painter.scale(zoom, zoom)
    width = card.box[2] - 24
    painter.setPen(theme.text)
    painter.setFont(name.font)
    painter.drawText(12, 8, round(width), 20, LEFT, name.elided(card.title, width))
    painter.setPen(theme.text_2)
    painter.setFont(when.font)
    painter.drawText(12, 28, round(width), 18, LEFT, when.elided(card.day, width))
    painter.restore()
