"""Framing: which camera shows all of a scene, one node of it, or the same part a step larger."""

from __future__ import annotations

from ui.canvas.camera import Camera, fitting, opening
from ui.canvas.scene import Scene
from ui.canvas.shapes import BAND_HEAD

Size = tuple[float, float]
"""Width and height of the view, in view pixels."""


HEADROOM = 20.0  # view pixels at most between the bars at the top and what is below them, at first sight
BARS = 44.0  # view pixels at the top, and at the bottom, on which controls lie


def first_sight(scene: Scene | None, size: Size) -> Camera:
    """The view that a scene opens with."""
    if scene is None or not scene.count:
        return Camera()
    height, shift = _between_bars(size[1])
    bounds = scene.layout.bounds
    seen = opening(bounds, size[0], height).panned(0.0, shift)
    # A schedule is read from its top: what room is left lies below it, where other panes may take it.
    spare = seen.to_view((bounds[0], bounds[1]))[1] - shift - HEADROOM
    return seen.panned(0.0, -spare) if spare > 0 else seen


def whole(scene: Scene, size: Size) -> Camera:
    """The view of everything."""
    height, shift = _between_bars(size[1])
    return fitting(scene.layout.bounds, size[0], height, 20.0).panned(0.0, shift)


def _between_bars(height: float) -> tuple[float, float]:
    """The height that controls leave free, and how far down it begins; a low view is shared with them."""
    if height >= 420.0:
        return height - 2 * BARS, BARS
    return (height - BARS, BARS) if height >= 200.0 else (height, 0.0)


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


def lowered(camera: Camera, scene: Scene, node: int, size: Size, bars: float) -> Camera:
    """The view moved down as far as there is room, so that a node is clear of bars of that height above it."""
    x, y, _, height = scene.rects[node].tolist()
    top, bottom = camera.to_view((x, y))[1], camera.to_view((x, y + height))[1]
    down = min(bars - top, size[1] - 14.0 - bottom)
    return camera.panned(0.0, down) if down > 0 else camera


def kept_in_sight(camera: Camera, scene: Scene, node: int, before: Size, size: Size) -> Camera:
    """The view after a resize: moved as little as needed for a node that was wholly in sight to stay so."""
    x, y, width, height = scene.rects[node].tolist()
    left, top = camera.to_view((x, y))
    right, bottom = camera.to_view((x + width, y + height))
    if left < 0 or top < 0 or right > before[0] or bottom > before[1]:
        return camera
    return camera.revealing((x, y, width, height), *size, 14.0)


def centred(camera: Camera, scene: Scene, node: int, size: Size) -> Camera:
    """The view with a node in its middle, at the same zoom where its texts can be read."""
    x, y, width, height = scene.rects[node].tolist()
    zoom = max(camera.zoom, 0.8)
    return Camera(x + width / 2 - size[0] / zoom / 2, y + height / 2 - size[1] / zoom / 2, zoom)
