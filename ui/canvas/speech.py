"""The canvas in words, for screen readers: what it holds, and what is selected."""

from __future__ import annotations

from study.language import translate
from ui.canvas.addresses import full_text
from ui.canvas.hit import Hit
from ui.canvas.scene import Scene
from ui.canvas.shapes import NodeKind


def described(scene: Scene | None, selection: Hit, message: str) -> str:
    """What the canvas shows now: the selected node in full, else how much there is; `message` for nothing."""
    if scene is None or not scene.count:
        return message
    if selection.node is not None:
        return full_text(scene, selection)
    if selection.link is not None and selection.link < len(scene.content.links):
        link = scene.content.links[selection.link]
        words = translate("canvas", "Arrow from {earlier} to {later}").format(
            earlier=scene.face(link.source).title, later=scene.face(link.target).title
        )
        return f"{words}. {link.label}" if link.label else words
    count = int((scene.kind <= NodeKind.DECISION).sum())
    return translate("canvas", "%n instance(s). Arrow keys move along the schedule.", "", count)
