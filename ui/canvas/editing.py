"""Editing by hand on one canvas: what may be done here, by whom it is done, and what people ask for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from study.language import translate
from ui.canvas.addresses import found_at
from ui.canvas.collapse import CollapsedProjection
from ui.canvas.connecting import Connecting
from ui.canvas.foreseen import NOTHING_FORESEEN, Foreseen, paint_foreseen
from ui.canvas.frame import Canvas
from ui.canvas.hit import Hit
from ui.canvas.ports import LEAST_ZOOM, Port, Side, end_at, paint_knob, paint_port, port_at, sides_of
from ui.canvas.renaming import Renaming
from ui.canvas.shapes import NodeKind
from ui.canvas.wishes import Cut, Spot, TakeOut, Way, Wish

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas


class Desk(Protocol):
    """Who knows the protocol's rules and changes it: asked while hovering, told on release."""

    def locked(self) -> str:
        """Why nothing can be edited, a sentence; "" where it can."""

    def why_not(self, wish: Wish) -> str:
        """Why this cannot be done, a sentence; "" where it can."""

    def do(self, wish: Wish) -> bool:
        """Do it as one step; whether it was done. Who asks is told why not by others."""


_KEYS: dict[int, str] = {
    Qt.Key.Key_Insert: "add",
    Qt.Key.Key_A: "add",
    Qt.Key.Key_F2: "rename",
    Qt.Key.Key_Delete: "delete",
    Qt.Key.Key_Backspace: "delete",
    Qt.Key.Key_C: "connect",
    Qt.Key.Key_Menu: "menu",
}
_WITH_CONTROL: dict[int, str] = {
    Qt.Key.Key_C: "copy",
    Qt.Key.Key_X: "cut",
    Qt.Key.Key_V: "paste",
    Qt.Key.Key_D: "duplicate",
}


class Editing(QObject):
    """What a person's hand does to the protocol of one canvas. Without a `desk` it is only read.

    `asked(what, Spot)` carries what somebody is to see to: "add", "connect", "menu", "copy", "cut", "paste",
    "duplicate", "delete". `told` carries a sentence for the person.
    """

    asked = Signal(str, object)
    told = Signal(str)

    def __init__(self, view: ScheduleCanvas) -> None:
        super().__init__(view)
        self._view = view
        self.desk: Desk | None = None
        self.hovered: Port | None = None
        self.handle: Side | None = None
        self._foreseen = NOTHING_FORESEEN
        self.renaming = Renaming(view)
        self.came_by_hand = False  # whether the keys came here with the mouse: then Tab adds

    # What is here, by address

    @property
    def is_possible(self) -> bool:
        """Whether anything can be edited here."""
        return self.desk is not None and not self.desk.locked() and self._view.scene is not None

    def key(self, node: int) -> str:
        """The address of a card, decision or exit; "" for the entry."""
        scene = self._view.scene
        if scene is None or scene.kind[node] == NodeKind.ENTRY:
            return ""
        return scene.content.address(node)

    def title(self, node: int) -> str:
        """What a person calls a node."""
        scene = self._view.scene
        return scene.face(node).title if scene is not None else ""

    def way(self, link: int) -> Way | None:
        """A link as an edge of the protocol; None where it leads to or from a collapsed epoch."""
        scene = self._view.scene
        if scene is None:
            return None
        each = scene.content.links[link]
        if isinstance(scene.content, CollapsedProjection):
            members = scene.content.members
            if each.source in members or each.target in members:
                return None
        return Way(self.key(each.source), self.key(each.target), scene.content.link_address(link))

    def link_of(self, way: Way) -> int | None:
        """The link of an edge in the scene that is shown."""
        scene = self._view.scene
        if scene is None:
            return None
        return next((k for k in range(len(scene.content.links)) if self.way(k) == way), None)

    def way_into(self, node: int) -> Way | None:
        """The first edge that leads into a node."""
        return self._way_at(node, Side.IN)

    def way_out_of(self, node: int) -> Way | None:
        """The first edge that leads out of a node."""
        return self._way_at(node, Side.OUT)

    def _way_at(self, node: int, side: Side) -> Way | None:
        scene = self._view.scene
        if scene is None:
            return None
        for k, each in enumerate(scene.content.links):
            if node == (each.target if side is Side.IN else each.source) and not each.back:
                return self.way(k)
        return None

    @property
    def chosen(self) -> tuple[str, ...]:
        """The addresses of the selected cards and decisions, in graph order."""
        scene = self._view.scene
        if scene is None or self._view.selection.link is not None:
            return ()
        members = scene.content.members if isinstance(scene.content, CollapsedProjection) else {}
        return tuple(
            self.key(node)
            for node in sorted(self._view.hand.marked)
            if scene.kind[node] <= NodeKind.DECISION and node not in members
        )

    @property
    def chosen_way(self) -> Way | None:
        """The selected edge."""
        link = self._view.selection.link
        return self.way(link) if link is not None else None

    def spot(self, at: QPointF | None = None, what: Hit | None = None) -> Spot:
        """Where something is asked for: at what is selected, or at what lies under a point of the view."""
        view, scene = self._view, self._view.scene
        what = what if what is not None else view.selection
        point = (at.x(), at.y()) if at is not None else self._point_of(what)
        if scene is None:
            return Spot(at=point)
        if what.link is not None:
            return Spot(way=self.way(what.link), at=point)
        if what.node is not None:
            if scene.kind[what.node] == NodeKind.EXIT:
                return Spot(address=self.key(what.node), way=self.way_into(what.node), at=point)
            if scene.kind[what.node] == NodeKind.ENTRY:
                return Spot(way=self.way_out_of(what.node), at=point)
            return Spot(address=self.key(what.node), at=point)
        if what.band is not None:
            return Spot(epoch=scene.layout.bands[what.band].epoch, at=point)
        return Spot(at=point)

    def _point_of(self, what: Hit) -> tuple[float, float]:
        """Where a menu or a palette for it may lie: below a card, in the middle of a way, else of the view."""
        view, scene = self._view, self._view.scene
        middle = (view.width() / 2, view.height() / 3)
        if scene is None:
            return middle
        if what.node is not None:
            x, y, width, height = scene.rects[what.node].tolist()
            found = view.camera.to_view((x + width / 2, y + height))
        elif what.link is not None and (points := scene.points_of(what.link)):
            found = view.camera.to_view(points[len(points) // 2])
        else:
            return middle
        return found if 0 <= found[0] <= view.width() and 0 <= found[1] <= view.height() else middle

    # What people ask for

    def ask(self, what: str, spot: Spot | None = None) -> bool:
        """Have somebody see to it; whether it can be at all."""
        if self.desk is None:
            return False
        locked = self.desk.locked()
        if locked and what not in ("copy", "menu"):
            self.told.emit(locked)
            return True
        if what == "rename":
            self.rename()
        elif what == "delete":
            self.delete()
        else:
            self.asked.emit(what, spot if spot is not None else self.spot())
        return True

    def rename(self, address: str = "") -> None:
        """Open the editor over what has an address, else over what is selected."""
        scene = self._view.scene
        what = found_at(scene, address) if address else self._view.selection
        card = scene is not None and what.node is not None and scene.kind[what.node] <= NodeKind.DECISION
        way = self.way(what.link) if what.link is not None else None
        if self.desk is not None and (card or (way is not None and way.entity)):
            self.renaming.open(what, self.desk)
        else:
            self.told.emit(
                translate("canvas", "Select a visit, a decision, or a way with a condition to rename it.")
            )

    def delete(self) -> None:
        """Delete the selected edge, else what is selected together."""
        way, chosen = self.chosen_way, self.chosen
        if self.desk is None:
            return
        if way is not None:
            self.desk.do(Cut(way))
        elif chosen:
            self.desk.do(TakeOut(chosen))
        else:
            self.told.emit(translate("canvas", "Select visits, decisions or an arrow to delete them."))

    def press(self, event: QKeyEvent) -> bool:
        """What a key means to editing; False where it means nothing."""
        what = self._meaning(event)
        if what is None or self.desk is None:
            return False
        if what in ("next_way", "previous_way"):
            return self._step_way(1 if what == "next_way" else -1)
        return self.ask(what)

    def claims(self, event: QKeyEvent) -> bool:
        """Whether a key is the canvas's own although an action of the window has it too."""
        what = self._meaning(event)
        if self.desk is None or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        return what is not None and (what == "paste" or bool(self.chosen))

    def _meaning(self, event: QKeyEvent) -> str | None:
        key, mods = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if mods == Qt.KeyboardModifier.ControlModifier:
            return _WITH_CONTROL.get(key)
        if mods == Qt.KeyboardModifier.ShiftModifier:
            if key == Qt.Key.Key_F10:
                return "menu"
            return "previous_way" if key == Qt.Key.Key_E else None
        if mods != Qt.KeyboardModifier.NoModifier:
            return None
        if key == Qt.Key.Key_Tab:
            return "add" if self.came_by_hand and self.is_possible else None
        return "next_way" if key == Qt.Key.Key_E else _KEYS.get(key)

    def _step_way(self, by: int) -> bool:
        """Select the next of the edges around the selected card, or around the selected edge's source."""
        view, scene = self._view, self._view.scene
        if scene is None:
            return False
        link = view.selection.link
        node = scene.content.links[link].source if link is not None else view.selection.node
        if node is None:
            return True
        around = [k for k, each in enumerate(scene.content.links) if each.source == node]
        around += [k for k, each in enumerate(scene.content.links) if each.target == node and k not in around]
        if around:
            first = 0 if by > 0 else len(around) - 1
            place = (around.index(link) + by) % len(around) if link in around else first
            view.choose(Hit(link=around[place]))
        return True

    # The pointer

    def gesture_at(self, at: QPointF) -> Connecting | None:
        """The gesture that a press at a point of the view begins, where it is on a port or the end of a way."""
        scene, view = self._view.scene, self._view
        if scene is None or not self.is_possible:
            return None
        point = (at.x(), at.y())
        link = view.selection.link
        if link is not None and (side := end_at(scene, view.camera, link, point)) is not None:
            way = self.way(link)
            if way is not None:
                each = scene.content.links[link]
                held = Port(each.source, Side.OUT) if side is Side.IN else Port(each.target, Side.IN)
                return Connecting(view, held, way)
        port = port_at(scene, view.camera, point)
        if port is None or self._is_folded(port.node):
            return None
        return Connecting(view, port)

    def _is_folded(self, node: int) -> bool:
        scene = self._view.scene
        return (
            scene is not None
            and isinstance(scene.content, CollapsedProjection)
            and node in scene.content.members
        )

    def hover(self, at: QPointF, found: Hit) -> Hit:
        """Show the ports of what lies under the pointer; the card whose port it is on counts as under it."""
        scene = self._view.scene
        port = None
        handle = None
        if scene is not None and self.is_possible:
            point = (at.x(), at.y())
            port = port_at(scene, self._view.camera, point)
            link = self._view.selection.link
            handle = end_at(scene, self._view.camera, link, point) if link is not None else None
        if handle != self.handle or port != self.hovered:
            self.handle, self.hovered = handle, port
            self._view.update()
        if port is not None and handle is None:
            return Hit(node=port.node)
        return found

    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        """What would come of a change, the ports of what is under the pointer, the ends of the selected way."""
        if self._foreseen:
            paint_foreseen(painter, canvas, self._foreseen)
        if not self.is_possible or self._view.pointer.is_dragging:
            return
        node, link = self._view.pointer.hover.node, self._view.selection.link
        if canvas.camera.zoom < LEAST_ZOOM:
            return
        if node is not None and node < canvas.scene.count and not self._is_folded(node):
            for side in sides_of(canvas.scene, node):
                port = Port(node, side)
                paint_port(painter, canvas, port, strong=port == self.hovered and self.handle is None)
        if link is not None and link < len(canvas.scene.content.links):
            points = canvas.scene.points_of(link)
            if len(points) > 1:
                paint_knob(painter, canvas, points[0], strong=self.handle is Side.OUT)
                paint_knob(painter, canvas, points[-1], strong=self.handle is Side.IN)

    # What would be

    def foresee(self, what: Foreseen = NOTHING_FORESEEN) -> None:
        """Draw what a change would do; nothing ends that."""
        if what != self._foreseen:
            self._foreseen = what
            self._view.update()

    @property
    def foreseen(self) -> Foreseen:
        """What is drawn of a change that has not happened."""
        return self._foreseen

    def scene_changed(self) -> None:
        """Another scene is shown: what was drawn for the old one goes."""
        self.hovered, self.handle = None, None
        self._foreseen = NOTHING_FORESEEN
        self.renaming.scene_changed()
