"""Ports: where on a card's edge a way is drawn from, and the two ends by which a selected way is carried elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPen

from ui.canvas.camera import Camera
from ui.canvas.frame import Canvas
from ui.canvas.scene import Scene
from ui.canvas.shapes import NodeKind, Point

RADIUS = 5.5  # view pixels
REACH = 10.0  # view pixels from a port's middle within which a press is meant for it
LEAST_ZOOM = 0.3  # smaller, cards are blocks that nobody could aim at the edge of


class Side(Enum):
    """Where a way is taken hold of: where it leaves a card, or where it comes in."""

    OUT = "out"
    IN = "in"


@dataclass(frozen=True, slots=True)
class Port:
    """One side of a node."""

    node: int
    side: Side


def sides_of(scene: Scene, node: int) -> tuple[Side, ...]:
    """The ports of a node: nothing leads into the entry, nothing out of an exit."""
    kind = scene.kind[node]
    if kind == NodeKind.ENTRY:
        return (Side.OUT,)
    return (Side.IN,) if kind == NodeKind.EXIT else (Side.OUT, Side.IN)


def place_of(scene: Scene, port: Port) -> Point:
    """The middle of a port, in world units."""
    x, y, width, height = scene.rects[port.node].tolist()
    return (x + width if port.side is Side.OUT else x, y + height / 2)


def port_at(scene: Scene, camera: Camera, at: Point) -> Port | None:
    """The port under a point of the view."""
    if camera.zoom < LEAST_ZOOM:
        return None
    x, y = camera.to_world(at)
    near = REACH / camera.zoom
    found = np.flatnonzero(
        (scene.left - near <= x)
        & (scene.right + near >= x)
        & (scene.top <= y + near)
        & (scene.bottom >= y - near)
    )
    best, least = None, REACH
    for node in found[::-1].tolist():
        for side in sides_of(scene, node):
            px, py = camera.to_view(place_of(scene, Port(node, side)))
            distance = float(np.hypot(px - at[0], py - at[1]))
            if distance < least:
                best, least = Port(node, side), distance
    return best


def end_at(scene: Scene, camera: Camera, link: int, at: Point) -> Side | None:
    """Which end of a way lies under a point of the view: OUT where it leaves its source, IN where it arrives."""
    points = scene.points_of(link)
    if len(points) < 2 or camera.zoom < LEAST_ZOOM:
        return None
    for side, point in ((Side.IN, points[-1]), (Side.OUT, points[0])):
        x, y = camera.to_view(point)
        if float(np.hypot(x - at[0], y - at[1])) <= REACH:
            return side
    return None


def paint_port(painter: QPainter, canvas: Canvas, port: Port, *, strong: bool) -> None:
    """A dot on the card's edge with a plus in it where ways leave; filled when the pointer is on it."""
    paint_knob(painter, canvas, place_of(canvas.scene, port), strong=strong, plus=port.side is Side.OUT)


def paint_knob(painter: QPainter, canvas: Canvas, place: Point, *, strong: bool, plus: bool = False) -> None:
    """A dot to take hold of, at a place in world units."""
    theme = canvas.theme
    middle = QPointF(*canvas.camera.to_view(place))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.accent, 1.5))
    painter.setBrush(theme.accent if strong else theme.card)
    painter.drawEllipse(middle, RADIUS, RADIUS)
    if plus:
        arm = RADIUS - 2.6
        painter.setPen(QPen(theme.card if strong else theme.accent, 1.4, c=Qt.PenCapStyle.RoundCap))
        painter.drawLine(middle - QPointF(arm, 0), middle + QPointF(arm, 0))
        painter.drawLine(middle - QPointF(0, arm), middle + QPointF(0, arm))
