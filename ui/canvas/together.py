"""Selected together: the cards of one canvas that a person has chosen, one of which is the shared selection."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter

from ui.canvas.frame import Canvas
from ui.canvas.hit import NOTHING, Hit
from ui.canvas.marking import paint_selected
from ui.canvas.scene import Scene
from ui.canvas.shapes import Bools, NodeKind

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas


class Together(QObject):
    """What is selected beside the shared selection. `marked_changed` carries how many cards that makes."""

    marked_changed = Signal(int)

    def __init__(self, view: ScheduleCanvas) -> None:
        super().__init__(view)
        self._view = view
        self._marked: frozenset[int] = frozenset()
        self._marked_in: Scene | None = None  # a scene made anew has other places
        self._marked_mask: Bools = np.zeros(0, np.bool_)

    @property
    def view(self) -> ScheduleCanvas:
        """The canvas that it belongs to."""
        return self._view

    @property
    def marked(self) -> frozenset[int]:
        """The cards that are selected, by their place; the shared selection is one of them."""
        return self._marked

    def cards_among(self, mask: Bools) -> frozenset[int]:
        """The cards and decisions of a mask over the scene's nodes; entries and exits follow them."""
        scene = self._view.scene
        if scene is None:
            return frozenset()
        return frozenset(np.flatnonzero(mask & (scene.kind <= NodeKind.DECISION)).tolist())

    def mark(self, nodes: Iterable[int]) -> None:
        """Select these cards together; the shared selection stays what it is."""
        chosen = frozenset(nodes)
        if chosen == self._marked:
            return
        self._set_marked(chosen)
        self.marked_changed.emit(len(chosen))
        self._view.update()

    def _set_marked(self, nodes: frozenset[int]) -> None:
        self._marked, self._marked_in = nodes, self._view.scene
        self._marked_mask = self._mask(nodes)

    def settle(self) -> None:
        """Share one of what is selected, the first in graph order, unless one of them is shared already."""
        if self._marked and self._view.selection.node not in self._marked:
            marked = self._marked
            self._view.choose(Hit(node=min(marked)))
            self.mark(marked)

    def toggle(self, node: int) -> None:
        """Add a card, or take it away."""
        if node not in self.cards_among(self._mask((node,))):
            return
        if node in self._marked:
            rest = self._marked - {node}
            if self._view.selection.node == node:
                self._view.choose(Hit(node=min(rest)) if rest else NOTHING)
            self.mark(rest)
        else:
            marked = self._marked | {node}
            self._view.choose(Hit(node=node))
            self.mark(marked)

    def select_all(self) -> None:
        """Select every card."""
        scene = self._view.scene
        if scene is not None:
            self.mark(self.cards_among(np.ones(scene.count, np.bool_)))
            self.settle()

    def clear(self) -> bool:
        """Select nothing but the timeline; whether anything was selected."""
        if not self._marked and self._view.selection == NOTHING:
            return False
        self._view.choose(NOTHING)
        self.mark(())
        return True

    def follow(self, what: Hit) -> None:
        """The shared selection is another one: it is selected alone, unless it is one of those selected."""
        if what.node is None or what.node not in self._marked:
            self.mark(() if what.node is None else self.cards_among(self._mask((what.node,))))

    def chosen(self, what: Hit) -> None:
        """A person pointed at one thing: it alone is selected."""
        self.mark(() if what.node is None else self.cards_among(self._mask((what.node,))))

    def _mask(self, nodes: Iterable[int]) -> Bools:
        scene = self._view.scene
        mask = np.zeros(scene.count if scene is not None else 0, np.bool_)
        mask[list(nodes)] = True
        return mask

    def _key(self, node: int) -> str:
        scene = self._view.scene
        return scene.content.address(node) if scene is not None else ""

    def place_before(self, scene: Scene) -> int | None:
        """Where what is selected stood in the scene that was shown before; None where it was not there."""
        here = self._view.selection.node
        if here is None and (link := self._view.selection.link) is not None and self._view.scene is not None:
            here = self._view.scene.content.links[link].source
        return scene.place_of(self._key(here)) if here is not None else None

    def carry_over(self) -> None:
        """Another scene is shown: what was selected stays so where it is still there."""
        scene = self._view.scene
        before, old = self._marked, self._marked_in
        if scene is old:
            return
        found = frozenset[int]()
        if scene is not None and old is not None and before:
            keys = {old.content.address(node) for node in before}
            there = [node for key in keys if (node := scene.place_of(key)) is not None]
            found = frozenset(self.cards_among(self._mask(there)))
        self._set_marked(found)
        if before:
            self.marked_changed.emit(len(found))

    def paint_marked(self, painter: QPainter, canvas: Canvas, exposed: QRectF) -> None:
        """Ring what is selected, where it is more than one card."""
        if len(self._marked) > 1:
            left, top = canvas.camera.to_world((exposed.left() - 4, exposed.top() - 4))
            right, bottom = canvas.camera.to_world((exposed.right() + 4, exposed.bottom() + 4))
            paint_selected(painter, canvas, (left, top, right, bottom), self._marked_mask)
