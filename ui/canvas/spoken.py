"""The cards for screen readers: each node as a part of the canvas, with its name, place, state and neighbours."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF

from study.language import translate
from ui.accessible import Part, Role
from ui.canvas.hit import Hit, node_at
from ui.canvas.scene import Scene
from ui.canvas.shapes import NodeKind

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas


class SpokenCards:
    """Follows `ui.accessible.Parts`: the nodes of the scene in graph order, entry and exits included."""

    def __init__(self, view: ScheduleCanvas) -> None:
        self._view = view
        self._linked: Scene | None = None
        self._before: dict[int, list[int]] = {}
        self._after: dict[int, list[int]] = {}

    def _neighbours(self, scene: Scene, place: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The nodes directly before and after a node, ways back included."""
        if self._linked is not scene:
            self._linked, self._before, self._after = scene, {}, {}
            for link in scene.content.links:
                self._after.setdefault(link.source, []).append(link.target)
                self._before.setdefault(link.target, []).append(link.source)
        before, after = self._before.get(place, ()), self._after.get(place, ())
        return tuple(dict.fromkeys(before)), tuple(dict.fromkeys(after))

    def count(self) -> int:
        """How many nodes there are."""
        scene = self._view.scene
        return scene.count if scene is not None else 0

    def part(self, place: int) -> Part:
        """The node at a place, as it is now."""
        scene = self._view.scene
        assert scene is not None
        before, after = self._neighbours(scene, place)
        selected = place in self.selected()
        texts = [_around(scene, before, after)]
        epoch = scene.content.epoch_title(scene.content.nodes[place].epoch)
        if epoch:
            texts.append(translate("canvas", "Epoch {name}").format(name=epoch))
        texts += scene.content.tooltip(place).split("\n")[1:]
        texts += self._view.remarks_on(Hit(node=place))
        dim = scene.lighting.dim
        if dim is not None and dim[place]:
            texts.insert(0, translate("canvas", "Filtered out."))
        return Part(
            name_of(scene, place),
            Role.ListItem,
            self._rect(place),
            description=". ".join(text.rstrip(".") for text in texts if text),
            is_selected=selected,
            is_focused=place == self.focused(),
            follows=before,
            leads_to=after,
            keys=("Return",) if scene.kind[place] == NodeKind.CARD and scene.face(place).chips else (),
        )

    def _rect(self, place: int) -> QRect:
        scene = self._view.scene
        assert scene is not None
        x, y, width, height = scene.rects[place].tolist()
        left, top = self._view.camera.to_view((x, y))
        zoom = self._view.camera.zoom
        return QRectF(left, top, width * zoom, height * zoom).toAlignedRect()

    def at(self, point: QPoint) -> int | None:
        """The node under a point of the canvas."""
        scene = self._view.scene
        if scene is None:
            return None
        return node_at(scene, *self._view.camera.to_world((point.x(), point.y())))

    def focused(self) -> int | None:
        """The node that the keys go on from."""
        return self._view.selection.node

    def selected(self) -> Sequence[int]:
        """The selected nodes."""
        node = self._view.selection.node
        return (node,) if node is not None else ()

    def select(self, place: int) -> None:
        """Select a node and bring it into view."""
        self._view.choose(Hit(node=place))
        self._view.reveal(place)

    def press(self, place: int) -> None:
        """Open the sub-timeline that a card runs, else the card itself."""
        self._view.activate(Hit(node=place))


def name_of(scene: Scene, node: int) -> str:
    """What a person would say of a node: "Week 8, Day 57, 54 to 60, 10 activities"."""
    face = scene.face(node)
    if scene.kind[node] == NodeKind.DECISION:
        return translate("canvas", "Decision: {question}").format(question=face.title)
    parts = (face.title, face.day, face.window, face.date, face.meta)
    return ", ".join(part for part in parts if part)


def _around(scene: Scene, before: Sequence[int], after: Sequence[int]) -> str:
    """Where it stands: "After Week 6, before Week 10"."""
    earlier = ", ".join(scene.face(node).title for node in before)
    later = ", ".join(scene.face(node).title for node in after)
    if earlier and later:
        return translate("canvas", "After {earlier}, before {later}").format(earlier=earlier, later=later)
    if earlier:
        return translate("canvas", "After {earlier}").format(earlier=earlier)
    return translate("canvas", "Before {later}").format(later=later) if later else ""
