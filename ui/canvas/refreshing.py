"""Showing a timeline anew after an edit: a layout that still holds is kept, and what is looked at stays in place."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from ui.canvas.arrangement import ArrangedScene, Arrangement
from ui.canvas.camera import Camera
from ui.canvas.projection import ScheduleProjection
from ui.canvas.scene import Scene
from ui.canvas.shapes import NodeKind


def laid_out_alike(
    shown: Scene | None, content: ScheduleProjection, arrangement: Arrangement
) -> ArrangedScene | None:
    """A scene of `content` with the layout that is shown, where it asks for the same; else None.

    Most edits change what stands on cards and not which there are: nothing is laid out then.
    """
    if not isinstance(shown, ArrangedScene) or arrangement.to_scale or arrangement.collapsed:
        return None
    if shown.moves or shown.arrangement != arrangement:
        return None
    before = shown.content
    if before is content or before.links != content.links or before.nodes != content.nodes:
        return None
    if [before.address(i) for i in range(len(before.nodes))] != [
        content.address(i) for i in range(len(content.nodes))
    ]:
        return None
    return ArrangedScene(
        content, shown.layout, replace(shown.layout, rects=shown.automatic), arrangement, shown.home
    )


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
