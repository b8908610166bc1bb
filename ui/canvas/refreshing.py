"""Showing a timeline anew after an edit: a layout that still holds is kept, and what is looked at stays in place."""

from __future__ import annotations

from copy import copy

import numpy as np
import numpy.typing as npt

from ui.canvas.arrangement import ArrangedScene
from ui.canvas.camera import Camera
from ui.canvas.projection import ScheduleProjection
from ui.canvas.scene import Scene
from ui.canvas.shapes import NodeKind


def renewed(shown: Scene | None, content: ScheduleProjection) -> ArrangedScene | None:
    """The scene that is shown, with everything where it is, and other texts on its cards.

    `content` has the nodes and links of the one that is shown (`ScheduleProjection.renewed`).
    """
    if not isinstance(shown, ArrangedScene):
        return None
    made = copy(shown)
    made.show_content(content)
    return made


def can_be_renewed(shown: Scene | None) -> ScheduleProjection | None:
    """What a scene shows, where only its texts may have to change; None to scale and with collapsed epochs."""
    if not isinstance(shown, ArrangedScene) or shown.arrangement.to_scale or shown.arrangement.collapsed:
        return None
    return shown.content if isinstance(shown.content, ScheduleProjection) else None


def steady(
    camera: Camera, before: Scene, after: Scene, size: tuple[float, float], held: int | None
) -> Camera:
    """The camera by which what was seen before stays where it was: `held` where that is in view, else the card nearest
    to the middle of the view that is still there."""
    left, top = camera.to_world((0.0, 0.0))
    right, bottom = camera.to_world(size)
    seen: npt.NDArray[np.int64] = np.flatnonzero(
        before.mask((left, top, right, bottom), 0.0) & (before.kind <= NodeKind.DECISION)
    )
    if not len(seen):
        return camera
    x, y = (left + right) / 2, (top + bottom) / 2
    off = np.hypot((before.left + before.right)[seen] / 2 - x, (before.top + before.bottom)[seen] / 2 - y)
    order = seen[np.argsort(off)].tolist()
    if held in order:
        order.insert(0, held)
    for node in order:
        there = after.place_of(before.content.address(node))
        if there is not None:
            dx, dy = after.left[there] - before.left[node], after.top[there] - before.top[node]
            return Camera(camera.x + float(dx), camera.y + float(dy), camera.zoom)
    return camera
