"""The gestures that draw a way from a card's edge, and that carry one end of a way elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

from study.language import translate
from ui.accessible import announce
from ui.canvas.frame import Canvas
from ui.canvas.gestures import SLACK
from ui.canvas.hit import Hit, link_at, node_at
from ui.canvas.lettering import CENTRE, type_of
from ui.canvas.lighting import NO_LIGHTING, Lighting
from ui.canvas.marking import paint_ring
from ui.canvas.ports import Port, Side, paint_knob, place_of
from ui.canvas.shapes import NodeKind, Point
from ui.canvas.wishes import Draw, PutOn, Redirect, Spot, Way, Wish

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas

_LAYER = "connecting"
_GRACE = 6.0  # view pixels around a card that still mean the card
_MOST_ASKED = 1_500  # nodes that are asked about at once; more are not in sight where ports are
_EDGE, _STEP = 28.0, 14.0  # view pixels: so near the side the view moves along, by so much


class Connecting:
    """Draws a way from a port, or carries an end of `way` elsewhere; what may be joined is lit while it goes on.

    Let go on a card, the two are joined; on a way, the card comes to stand on it; on the free ground, it is asked
    what is to be added there. A press that does not move asks what is to follow.
    """

    def __init__(self, view: ScheduleCanvas, port: Port, way: Way | None = None) -> None:
        """`port` is where it is held fast: for a way, the end that stays."""
        self._view, self.port, self.way = view, port, way
        self._from = self._at = QPointF()
        self._reasons: dict[int, str] = {}
        self._asked_in: object = None
        self.node: int | None = None
        self.link: int | None = None
        self.reason = ""
        self.has_moved = False

    # What would come of it

    def wish_for(self, node: int) -> Wish | None:
        """What joining with a node means; None for the end that is held."""
        here, there = self._view.editing.key(self.port.node), self._view.editing.key(node)
        out = self.port.side is Side.OUT
        source, target = (here, there) if out else (there, here)
        if node == self.port.node and self.way is None and not out:
            return None
        return Draw(source, target) if self.way is None else Redirect(self.way, source, target)

    def _reason(self, node: int) -> str:
        found = self._reasons.get(node)
        if found is None:
            found = self._reasons[node] = self._ask(node)
        return found

    def _ask(self, node: int) -> str:
        scene, desk = self._view.scene, self._view.editing.desk
        wish = self.wish_for(node)
        if scene is None or desk is None or wish is None:
            return translate("canvas", "The way begins here.")
        if scene.kind[node] == NodeKind.ENTRY and self.port.side is Side.OUT:
            return translate("canvas", "Nothing leads into the entry: the timeline begins there.")
        if scene.kind[node] == NodeKind.EXIT and self.port.side is Side.IN:
            return translate("canvas", "Nothing leads out of an exit: the timeline ends there.")
        return desk.why_not(wish)

    def start(self, at: QPointF) -> None:
        """Light what may be joined."""
        self._from = self._at = QPointF(at)

    def _light(self) -> None:
        """Light and dim what is in sight."""
        scene, view = self._view.scene, self._view
        if scene is None:
            return
        if self._asked_in is None:
            announce(view, self._beginning())
        camera = view.camera
        left, top = camera.to_world((0.0, 0.0))
        right, bottom = camera.to_world((float(view.width()), float(view.height())))
        seen = np.flatnonzero(scene.mask((left, top, right, bottom), 0.0))[:_MOST_ASKED]
        dim, lit = np.zeros(scene.count, np.bool_), np.zeros(scene.count, np.bool_)
        for node in seen.tolist():
            if node == self.port.node:
                continue
            (dim if self._reason(node) else lit)[node] = True
        view.lights.set(_LAYER, Lighting(dim=dim, lit=lit))
        self._asked_in = camera

    def _beginning(self) -> str:
        title = self._view.editing.title(self.port.node)
        if self.port.side is Side.OUT:
            return translate("canvas", "A way from {visit}").format(visit=title)
        return translate("canvas", "A way to {visit}").format(visit=title)

    def move(self, at: QPointF) -> None:
        """Follow the pointer, and say what would come of letting go here."""
        shift = at - self._from
        if not self.has_moved and abs(shift.x()) + abs(shift.y()) < SLACK:
            return
        self.has_moved = True
        self._at = QPointF(at)
        self._move_along(at)
        if self._asked_in != self._view.camera:
            self._light()
        self._find(at)
        self._view.update()

    def _move_along(self, at: QPointF) -> None:
        view = self._view
        dx = _STEP if at.x() < _EDGE else -_STEP if at.x() > view.width() - _EDGE else 0.0
        dy = _STEP if at.y() < _EDGE else -_STEP if at.y() > view.height() - _EDGE else 0.0
        if dx or dy:
            view.show_camera(view.camera.panned(dx, dy))

    def _find(self, at: QPointF) -> None:
        scene, camera = self._view.scene, self._view.camera
        before = (self.node, self.link)
        self.node = self.link = None
        self.reason = ""
        if scene is None:
            return
        x, y = camera.to_world((at.x(), at.y()))
        grace = _GRACE / camera.zoom
        for dx, dy in ((0, 0), (grace, 0), (-grace, 0), (0, grace), (0, -grace)):
            self.node = node_at(scene, x + dx, y + dy)
            if self.node is not None:
                break
        if self.node == self.port.node and self.way is None and self.port.side is Side.IN:
            self.node = None
        if self.node is not None:
            self.reason = self._reason(self.node)
        elif self.way is None:
            self.link = link_at(scene, x, y, 8.0 / camera.zoom)
            wish = self._put_on()
            if self.link is not None and (wish is None or self._touches(self.link)):
                self.link = None
            elif wish is not None and self._view.editing.desk is not None:
                self.reason = self._view.editing.desk.why_not(wish)
        if before != (self.node, self.link) and self.reason:
            announce(self._view, self.reason)

    def _touches(self, link: int) -> bool:
        scene = self._view.scene
        assert scene is not None
        each = scene.content.links[link]
        return self.port.node in (each.source, each.target)

    def _put_on(self) -> PutOn | None:
        way = self._view.editing.way(self.link) if self.link is not None else None
        return PutOn(self._view.editing.key(self.port.node), way) if way is not None else None

    def end(self, at: QPointF) -> None:
        """Join, put on a way, or ask what is to be added; where that cannot be, say why."""
        self.move(at)
        view = self._view
        node, reason, wish = self.node, self.reason, self._put_on()
        self._over()
        desk = view.editing.desk
        if desk is None:
            return
        if not self.has_moved:
            view.choose(Hit(node=self.port.node))
            view.editing.ask("add", self._spot(at))
        elif reason:
            view.editing.told.emit(reason)
        elif node is not None:
            asked = self.wish_for(node)
            if asked is not None and node != self.port.node:
                desk.do(asked)
        elif wish is not None:
            desk.do(wish)
        elif self.way is None:
            view.editing.ask("add", self._spot(at))

    def _spot(self, at: QPointF) -> Spot:
        point = (at.x(), at.y())
        if self.port.side is Side.OUT:
            return Spot(address=self._view.editing.key(self.port.node), at=point)
        way = self._view.editing.way_into(self.port.node)
        return Spot(way=way, at=point) if way is not None else Spot(at=point)

    def cancel(self) -> None:
        """Nothing has happened."""
        self.node = self.link = None
        self._over()

    def _over(self) -> None:
        self._view.lights.set(_LAYER, NO_LIGHTING)
        self._view.update()

    # Painting

    def paint(self, painter: QPainter, canvas: Canvas) -> None:
        """The way as it would be drawn, what it would join, and why not where it cannot."""
        if not self.has_moved:
            return
        scene, theme = canvas.scene, canvas.theme
        color = theme.warning if self.reason else theme.accent
        held = place_of(scene, self.port)
        loose: Point = canvas.camera.to_world((self._at.x(), self._at.y()))
        if self.node is not None and not self.reason and self.node != self.port.node:
            other = Side.IN if self.port.side is Side.OUT else Side.OUT
            loose = place_of(scene, Port(self.node, other))
        start, end = (held, loose) if self.port.side is Side.OUT else (loose, held)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(color, 2.0)
        pen.setDashPattern([3.0, 2.2])
        painter.setPen(pen)
        painter.drawPath(_curve(QPointF(*canvas.camera.to_view(start)), QPointF(*canvas.camera.to_view(end))))
        if self.node is not None and self.node != self.port.node:
            paint_ring(painter, canvas, self.node, color, 2.5, 1.0)
        paint_knob(painter, canvas, held, strong=True)
        paint_knob(painter, canvas, loose, strong=not self.reason)
        said = self.reason or self._said(canvas)
        if said:
            paint_plate(painter, canvas, self._at, said, is_reason=bool(self.reason))

    def _said(self, canvas: Canvas) -> str:
        if self.node is not None and self.node != self.port.node:
            return ""
        if self.link is not None:
            link = canvas.scene.content.links[self.link]
            return translate("canvas", "Between {earlier} and {later}").format(
                earlier=canvas.scene.face(link.source).title, later=canvas.scene.face(link.target).title
            )
        return translate("canvas", "Let go to add something here") if self.way is None else ""


def _curve(start: QPointF, end: QPointF) -> QPainterPath:
    far = abs(end.x() - start.x())
    bend = max(24.0, min(120.0, far / 2))
    # Past what stands between two cards of one row, and round for a way back.
    rise = (
        -min(90.0, far / 4) if abs(end.y() - start.y()) < 40 and (far > 120 or end.x() < start.x()) else 0.0
    )
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(bend, rise), end + QPointF(-bend, rise), end)
    return path


def paint_plate(painter: QPainter, canvas: Canvas, at: QPointF, text: str, *, is_reason: bool) -> None:
    """A sentence beside the pointer, kept inside the view; on two lines where one is too narrow."""
    theme = canvas.theme
    prose = type_of(12, 500)
    lines = prose.lines(text, min(340.0, canvas.width - 48), 3)
    width = max(prose.width(line) for line in lines) + 20
    height = 17.0 * len(lines) + 9
    x = max(8.0, min(at.x() + 16, canvas.width - width - 8))
    y = at.y() + 18 if at.y() + 18 + height < canvas.height - 8 else at.y() - height - 14
    plate = QRectF(x, y, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.pane)
    painter.setPen(QPen(theme.warning if is_reason else theme.accent, 1.0))
    painter.drawRoundedRect(plate, 6, 6)
    painter.setFont(prose.font)
    painter.setPen(theme.text)
    for row, line in enumerate(lines):
        painter.drawText(QRectF(x, y + 4.5 + 17.0 * row, width, 17.0), CENTRE, line)
