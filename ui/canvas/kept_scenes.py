"""Scenes that were shown before: what was laid out once is shown again at once when a placing is undone or redone."""

from __future__ import annotations

from typing import Final

from ui.canvas.arrangement import ArrangedScene, Arrangement
from ui.canvas.lighting import NO_LIGHTING
from ui.canvas.projection import ScheduleProjection
from ui.canvas.scene import Scene

MOST_NODES: Final = 50_000
"""Nodes of all kept scenes together; of a schedule of 50 visits, a thousand steps."""
_MOST: Final = 32


class KeptScenes:
    """The last scenes of one projection, the newest last."""

    def __init__(self) -> None:
        self._scenes: list[ArrangedScene] = []

    def keep(self, scene: Scene | None) -> None:
        """Remember a scene that is about to go; not one in which something stands elsewhere than it was laid out."""
        if not isinstance(scene, ArrangedScene) or not scene.is_as_laid_out:
            return
        same = [each for each in self._scenes if each.content is scene.content and each is not scene]
        self._scenes = [*same, scene][-_MOST:]
        while len(self._scenes) > 1 and sum(each.count for each in self._scenes) > MOST_NODES:
            del self._scenes[0]

    def find(self, content: ScheduleProjection, arrangement: Arrangement) -> ArrangedScene | None:
        """A scene of this projection in this arrangement, as it was laid out; None where there is none."""
        for scene in reversed(self._scenes):
            if scene.content is content and scene.arrangement == arrangement and scene.is_as_laid_out:
                scene.forget_faces()
                scene.lighting, scene.dim_routes = NO_LIGHTING, None
                return scene
        return None

    def forget(self) -> None:
        """Another study is shown."""
        self._scenes.clear()
