"""Framing: which camera shows all of a scene, one node of it, or the same part a step larger."""

from __future__ import annotations

from ui.canvas.camera import Camera, fitting, opening
from ui.canvas.scene import Scene
from ui.canvas.shapes import BAND_HEAD

Size = tuple[float, float]
"""Width and height of the view, in view pixels."""


def first_sight(scene: Scene | None, size: Size) -> Camera:
    """The view that a scene opens with."""
    return opening(scene.layout.bounds, *size) if scene is not None and scene.count else Camera()


def whole(scene: Scene, size: Size) -> Camera:
    """The view of everything."""
    return fitting(scene.layout.bounds, *size, 20.0)


def close_to(scene: Scene, node: int, size: Size) -> Camera:
    """The view of one node, large enough to read, with what lies around it."""
    x, y, width, height = scene.rects[node].tolist()
    room = 2.2 * BAND_HEAD
    return fitting((x - room, y - room, width + 2 * room, height + 2 * room), *size, 24.0, 1.25)


def stepped(camera: Camera, factor: float, scene: Scene | None, node: int | None, size: Size) -> Camera:
    """The view some steps larger or smaller, about the node where it is in sight, else about the middle."""
    about = (size[0] / 2, size[1] / 2)
    if node is not None and scene is not None:
        x, y, width, height = scene.rects[node].tolist()
        spot = camera.to_view((x + width / 2, y + height / 2))
        if 0 <= spot[0] <= size[0] and 0 <= spot[1] <= size[1]:
            about = spot
    return camera.zoomed(camera.zoom * factor, about)


def revealed(camera: Camera, scene: Scene, node: int, size: Size) -> Camera:
    """The view moved as little as needed to show a node, and above it the timing arc."""
    x, y, width, height = scene.rects[node].tolist()
    return camera.revealing((x, y - BAND_HEAD / 2, width, height + BAND_HEAD / 2), *size, 28.0)
