"""The lights of a canvas: what several features dim and light, laid into one `Lighting`."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ui.canvas.lighting import NO_LIGHTING, Lighting
from ui.canvas.shapes import Bools

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas


class Lights:
    """Each feature has a layer by name. What any of them dims is dimmed, what any lights is lit.

    The layers belong to the scene that is shown; another scene starts without them.
    """

    def __init__(self, view: ScheduleCanvas) -> None:
        self._view = view
        self._layers: dict[str, Lighting] = {}

    def set(self, layer: str, lighting: Lighting) -> None:
        """Have a layer dim and light something else; `NO_LIGHTING` for nothing. Raises ValueError for odd masks."""
        scene = self._view.scene
        if scene is None or (lighting is NO_LIGHTING and layer not in self._layers):
            return
        layers = {**self._layers, layer: lighting}
        if lighting is NO_LIGHTING:
            del layers[layer]
        scene.light(_laid_over(list(layers.values())))
        self._layers = layers
        self._view.update()

    def get(self, layer: str) -> Lighting:
        """What a layer dims and lights."""
        return self._layers.get(layer, NO_LIGHTING)

    def forget(self) -> None:
        """Another scene is shown."""
        self._layers.clear()


def _laid_over(layers: list[Lighting]) -> Lighting:
    if not layers:
        return NO_LIGHTING
    current = [each.current for each in layers if each.current >= 0]
    differs = [each.differs for each in layers if each.differs is not None]
    return Lighting(
        dim=_either(layers, lambda each: each.dim),
        lit=_either(layers, lambda each: each.lit),
        lit_links=_either(layers, lambda each: each.lit_links),
        current=current[-1] if current else -1,
        differs=differs[-1] if differs else None,
    )


def _either(layers: list[Lighting], mask: Callable[[Lighting], Bools | None]) -> Bools | None:
    found = [each for layer in layers if (each := mask(layer)) is not None]
    return np.logical_or.reduce(found) if found else None
