"""The schedule canvas: the widget that shows a timeline's graph, and lets people move about and select in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import (
    QEasingCurve,
    QEvent,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    QVariantAnimation,
    Signal,
)
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QStyle, QToolTip, QWidget

from study.findings import Finding
from study.graph import ScheduleGraph
from study.model import StudyDesign
from study.timeline import PlannedTimes
from ui.canvas.camera import Camera, fitting, opening
from ui.canvas.cards import Pixmaps
from ui.canvas.face import Content
from ui.canvas.gestures import Gesture, Pan, Select
from ui.canvas.hit import NOTHING, Hit, hit
from ui.canvas.overlay import paint_overlay, reach
from ui.canvas.painter import Canvas, Ground, paint_scene
from ui.canvas.projection import ScheduleProjection
from ui.canvas.scene import Scene
from ui.canvas.shapes import BAND_HEAD, NodeKind, Point
from ui.canvas.zoombar import ZoomBar
from ui.theme import Theme, font

ZOOM_STEP = 1.25
MOTION_MS = 120
IDLE_MS = 90  # after the last zoom, cards are painted anew at their exact size
_EMPTY = "This timeline has no instances yet."
_NOTHING = "No schedule to show."


class ScheduleCanvas(QWidget):
    """One timeline as a graph.

    `selected` carries the address of what a person selected (an instance, a condition, an epoch, or the timeline
    for the empty ground); `activated` the timeline to open where a card runs one, else the card's own address;
    `hovered` the address under the pointer, "" for none; `zoom_changed` the zoom in percent.
    """

    selected = Signal(str)
    activated = Signal(str)
    hovered = Signal(str)
    zoom_changed = Signal(int)

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or Theme.light()
        self._scene: Scene | None = None
        self._findings: Mapping[str, Sequence[Finding]] = {}
        self._message = _NOTHING
        self._camera = Camera()
        self._pixmaps = Pixmaps()
        self._ground = Ground()
        self._selection: Hit = NOTHING
        self._wanted = ""  # the shared selection, kept where this timeline does not hold it
        self._hover: Hit = NOTHING
        self._gesture: Gesture | None = None
        self._button = Qt.MouseButton.NoButton
        self._space = False
        self._moving = False
        self._untouched = True  # until somebody moves the camera, a resize opens the view anew
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOTION_MS)
        self._motion.setStartValue(0.0)
        self._motion.setEndValue(1.0)
        self._motion.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._motion.valueChanged.connect(self._step_motion)
        self._from = self._to = self._camera
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.setInterval(IDLE_MS)
        self._idle.timeout.connect(self._settle)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self.setAccessibleName("Schedule graph")
        self._zoombar = ZoomBar(self._theme, self)
        self._zoombar.smaller.connect(self.zoom_out)
        self._zoombar.larger.connect(self.zoom_in)
        self._zoombar.actual.connect(self.zoom_actual)
        self._zoombar.fit.connect(self.fit_all)
        self._describe()

    # What is shown

    def set_schedule(
        self,
        graph: ScheduleGraph | None,
        planned: PlannedTimes | None = None,
        design: StudyDesign | None = None,
        *,
        footnotes: Mapping[str, Sequence[str]] | None = None,
    ) -> None:
        """Show a timeline, from its beginning where it was not shown before; None shows that there is none.

        `footnotes` gives the footnote letters of each instance's key.
        """
        if graph is None or planned is None or design is None:
            self.set_content(None)
            return
        same = (
            self._scene is not None
            and isinstance(self._scene.content, ScheduleProjection)
            and self._scene.content.graph.timeline.id == graph.timeline.id
            and self._scene.content.design.id == design.id
        )
        content = ScheduleProjection(graph, planned, design, footnotes)
        content.set_findings(self._findings)
        self.set_content(content, keep_camera=same)

    def set_content(self, content: Content | None, *, keep_camera: bool = False) -> None:
        """Show any projection that follows `Content`."""
        metrics = QFontMetricsF(font(11, 500))
        self.set_scene(
            None if content is None else Scene.of(content, metrics.horizontalAdvance), keep_camera=keep_camera
        )

    def set_scene(self, scene: Scene | None, *, keep_camera: bool = False) -> None:
        """Show a scene that is laid out already."""
        self._stop_gesture()
        self._scene = scene
        self._message = _NOTHING if scene is None else _EMPTY
        self._pixmaps.clear()
        self._hover = NOTHING
        self._selection = self._find(self._wanted)
        if not keep_camera:
            self._motion.stop()
            self._untouched = True
            self._open()
        self._zoombar.setVisible(scene is not None and scene.count > 0)
        self._describe()
        self.update()

    @property
    def scene(self) -> Scene | None:
        """What is shown."""
        return self._scene

    def set_findings(self, findings: Mapping[str, Sequence[Finding]]) -> None:
        """Mark what findings are about; `findings` by entity id."""
        self._findings = findings
        if self._scene is not None and isinstance(self._scene.content, ScheduleProjection):
            self._scene.content.set_findings(findings)
            self._scene.forget_faces()
            self._pixmaps.clear()
            self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self._pixmaps.clear()
        self._zoombar.set_theme(theme)
        self.update()

    # Selection

    def set_selection(self, address: str) -> None:
        """Follow the shared selection; bring it into view where this timeline holds it."""
        self._wanted = address
        found = self._find(address)
        if found != self._selection:
            self._selection = found
            self._describe()
            self.update()
        if found.node is not None and self._gesture is None:
            self._reveal(found.node)

    @property
    def selection(self) -> Hit:
        """What is selected here."""
        return self._selection

    def _find(self, address: str) -> Hit:
        if self._scene is None or not address:
            return NOTHING
        node = self._scene.place_of(address)
        if node is not None and self._scene.kind[node] != NodeKind.ENTRY:
            return Hit(node=node)
        link = self._scene.link_of(address)
        if link is not None:
            return Hit(link=link)
        for place, band in enumerate(self._scene.layout.bands):
            if band.epoch == address:
                return Hit(band=place)
        return NOTHING

    def _address(self, what: Hit) -> str:
        if self._scene is None:
            return ""
        if what.node is not None:
            return self._scene.content.address(what.node)
        if what.link is not None:
            return self._scene.content.link_address(what.link)
        if what.band is not None:
            return self._scene.layout.bands[what.band].epoch
        return ""

    def choose(self, what: Hit) -> None:
        """Select what a person pointed at; the empty ground means the timeline itself."""
        address = self._address(what)
        if not address and what.link is not None and self._scene is not None:
            what = Hit(node=self._scene.content.links[what.link].source)
            address = self._address(what)
        self._selection = what
        self._wanted = address
        self._describe()
        self.update()
        if not address and self._scene is not None and isinstance(self._scene.content, ScheduleProjection):
            address = self._scene.content.graph.timeline.id or ""
        if address:
            self.selected.emit(address)

    def _activate(self, what: Hit) -> None:
        if self._scene is None or what.node is None:
            return
        if self._scene.kind[what.node] > NodeKind.DECISION:
            return
        face = self._scene.face(what.node)
        address = self._address(what)
        if face.chips:
            address = face.chips[0].address
        if address:
            self.activated.emit(address)

    # Camera

    @property
    def camera(self) -> Camera:
        """What is shown now."""
        return self._camera

    @property
    def zoom_percent(self) -> int:
        """The zoom in percent."""
        return round(self._camera.zoom * 100)

    def show_camera(self, camera: Camera) -> None:
        """Show another part of the world, at once."""
        before = self._camera
        self._camera = camera
        self._untouched = False
        if camera.zoom != before.zoom:
            self._moving = True
            self._idle.start()
            self._zoombar.set_percent(self.zoom_percent)
            self.zoom_changed.emit(self.zoom_percent)
        self.update()

    def fly_to(self, camera: Camera) -> None:
        """Show another part of the world in 120 ms; at once where the system asks for less motion."""
        self._motion.stop()
        if not self.isVisible() or not self._may_move():
            self.show_camera(camera)
            return
        self._from, self._to = self._camera, camera
        self._motion.start()

    def _may_move(self) -> bool:
        return self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self) > 0

    def _step_motion(self, share: object) -> None:
        assert isinstance(share, float)
        if self._motion.state() != QVariantAnimation.State.Running and self._camera == self._to:
            return
        self.show_camera(self._from.between(self._to, share))

    @property
    def _target(self) -> Camera:
        running = self._motion.state() == QVariantAnimation.State.Running
        return self._to if running else self._camera

    def _settle(self) -> None:
        self._moving = False
        self.update()

    def _open(self) -> None:
        if self._scene is None or not self._scene.count:
            self._camera = Camera()
        else:
            self._camera = opening(self._scene.layout.bounds, self.width(), self.height())
        self._zoombar.set_percent(self.zoom_percent)
        self.zoom_changed.emit(self.zoom_percent)

    def fit_all(self) -> None:
        """Show everything."""
        if self._scene is not None and self._scene.count:
            self.fly_to(fitting(self._scene.layout.bounds, self.width(), self.height(), 20.0))

    def fit_selection(self) -> None:
        """Show what is selected, large enough to read; everything where nothing is."""
        if self._scene is None or self._selection.node is None:
            self.fit_all()
            return
        x, y, width, height = self._scene.rects[self._selection.node].tolist()
        room = 2.2 * BAND_HEAD
        box = (x - room, y - room, width + 2 * room, height + 2 * room)
        self.fly_to(fitting(box, self.width(), self.height(), 24.0, 1.25))

    def zoom_in(self) -> None:
        """One step larger, about the middle."""
        self._zoom_step(ZOOM_STEP)

    def zoom_out(self) -> None:
        """One step smaller, about the middle."""
        self._zoom_step(1 / ZOOM_STEP)

    def zoom_actual(self) -> None:
        """100 %, about the middle."""
        self._zoom_step(1.0 / self._target.zoom)

    def _zoom_step(self, factor: float) -> None:
        target = self._target
        middle = (self.width() / 2, self.height() / 2)
        if self._selection.node is not None and self._scene is not None:
            x, y, width, height = self._scene.rects[self._selection.node].tolist()
            spot = target.to_view((x + width / 2, y + height / 2))
            if 0 <= spot[0] <= self.width() and 0 <= spot[1] <= self.height():
                middle = spot
        self.fly_to(target.zoomed(target.zoom * factor, middle))

    def _zoom_at(self, factor: float, at: QPointF) -> None:
        self._motion.stop()
        self.show_camera(self._camera.zoomed(self._camera.zoom * factor, (at.x(), at.y())))

    def _reveal(self, node: int) -> None:
        if self._scene is None:
            return
        x, y, width, height = self._scene.rects[node].tolist()
        # The head above a card holds its timing arc: keep it in sight too.
        box = (x, y - BAND_HEAD / 2, width, height + BAND_HEAD / 2)
        camera = self._target.revealing(box, self.width(), self.height(), 28.0)
        if camera != self._target:
            self.fly_to(camera)

    # Painting

    def canvas(self) -> Canvas:
        """What a painting of this moment needs to know."""
        assert self._scene is not None
        return Canvas(
            self._scene,
            self._theme,
            self._camera,
            self.width(),
            self.height(),
            self.devicePixelRatioF(),
            self._pixmaps,
            self._moving,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed."""
        painter = QPainter(self)
        exposed = QRectF(event.rect())
        painter.setClipRect(exposed)
        if self._scene is None or not self._scene.count:
            painter.fillRect(exposed, self._theme.ground)
            painter.setPen(self._theme.text_2)
            painter.setFont(font(13))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._message)
        else:
            canvas = self.canvas()
            self._ground.paint(painter, canvas, exposed)
            paint_scene(painter, canvas, exposed)
            paint_overlay(painter, canvas, self._selection, self._hover, focused=self.hasFocus())
        if self.hasFocus() and self._selection == NOTHING:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the zoom control in its corner; an untouched view opens anew."""
        super().resizeEvent(event)
        self._zoombar.adjustSize()
        self._zoombar.move(12, self.height() - self._zoombar.height() - 12)
        if self._untouched:
            self._open()
            self._pixmaps.clear()

    def sizeHint(self) -> QSize:
        """Room for a lane of a few cards."""
        return QSize(1000, 400)

    # Pointer

    def _hit(self, at: QPointF) -> Hit:
        if self._scene is None or not self._scene.count:
            return NOTHING
        x, y = self._camera.to_world((at.x(), at.y()))
        return hit(self._scene, x, y, self._camera.zoom)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture: pan on the empty ground, with the middle button or with space, else select."""
        if self._gesture is not None:
            return
        at = event.position()
        button = event.button()
        found = self._hit(at)
        gesture: Gesture
        if button == Qt.MouseButton.MiddleButton or (button == Qt.MouseButton.LeftButton and self._space):
            gesture = Pan(self)
        elif button == Qt.MouseButton.LeftButton:
            gesture = Pan(self, found) if found.node is None and found.link is None else Select(self, found)
        else:
            event.ignore()
            return
        self._motion.stop()
        self._gesture, self._button = gesture, button
        gesture.start(at)
        self._show_cursor()
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or light what is under the pointer."""
        if self._gesture is not None:
            self._gesture.move(event.position())
            return
        self._hover_at(self._hit(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture that this button began."""
        if self._gesture is not None and event.button() == self._button:
            gesture, self._gesture = self._gesture, None
            gesture.end(event.position())
            self._show_cursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what the card runs."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        found = self._hit(event.position())
        if found.node is None:
            self.mousePressEvent(event)
            return
        self._activate(found)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover_at(NOTHING)
        super().leaveEvent(event)

    def _hover_at(self, found: Hit) -> None:
        if found == self._hover:
            return
        before, self._hover = self._hover, found
        self._show_cursor()
        if self._scene is not None:
            for each in (before, found):
                if each.link is not None:
                    self.update()
                elif each.node is not None:
                    self.update(reach(self.canvas(), each).toAlignedRect())
        self.hovered.emit(self._address(found))

    def _show_cursor(self) -> None:
        if isinstance(self._gesture, Pan):
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._hover.node is not None or self._hover.link is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        else:
            self.unsetCursor()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A mouse wheel zooms to the pointer; two fingers pan; ctrl zooms with both, shift pans sideways."""
        if self._gesture is not None or self._scene is None:
            return
        mods = event.modifiers()
        pixels, angle = event.pixelDelta(), event.angleDelta()
        fingers = not pixels.isNull() and event.phase() != Qt.ScrollPhase.NoScrollPhase
        if mods & Qt.KeyboardModifier.ControlModifier:
            turn = pixels.y() * 1.5 if fingers else angle.y()
            self._zoom_at(ZOOM_STEP ** (turn / 120), event.position())
        elif fingers:
            self._motion.stop()
            self.show_camera(self._camera.panned(pixels.x(), pixels.y()))
        elif mods & Qt.KeyboardModifier.ShiftModifier or (angle.x() and not angle.y()):
            self._motion.stop()
            self.show_camera(self._camera.panned(angle.y() or angle.x(), 0))
        elif angle.y():
            self._zoom_at(ZOOM_STEP ** (angle.y() / 120), event.position())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Pinching zooms to the fingers; a tooltip tells the full texts; Escape ends a gesture only."""
        if isinstance(event, QNativeGestureEvent):
            if event.gestureType() == Qt.NativeGestureType.ZoomNativeGesture:
                self._zoom_at(max(0.2, 1.0 + event.value()), event.position())
                return True
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._tell(event)
            return True
        elif event.type() in (QEvent.Type.DevicePixelRatioChange, QEvent.Type.UngrabMouse):
            if event.type() == QEvent.Type.UngrabMouse and self._gesture is not None:
                self._stop_gesture()
            else:
                self._pixmaps.clear()
        return super().event(event)

    def _tell(self, event: QHelpEvent) -> None:
        found = self._hit(QPointF(event.pos()))
        text = self.tooltip_of(found)
        if text:
            QToolTip.showText(event.globalPos(), text, self, self._hover_area(found))
        else:
            QToolTip.hideText()

    def _hover_area(self, found: Hit) -> QRect:
        if found.node is not None:
            return reach(self.canvas(), found).toAlignedRect()
        return QRect()

    def tooltip_of(self, what: Hit) -> str:
        """The full texts of what lies under the pointer, as plain text; "" for nothing."""
        if self._scene is None:
            return ""
        if what.node is not None:
            return _plain(self._scene.content.tooltip(what.node))
        if what.link is not None:
            return _plain(self._scene.content.links[what.link].label)
        if what.band is not None:
            return _plain(self._scene.content.epoch_title(self._scene.layout.bands[what.band].epoch))
        return ""

    def _stop_gesture(self) -> None:
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
        self._show_cursor()

    # Keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows along the graph; + - 0 for the zoom; F fits all, Shift+F what is selected; Home and End."""
        key, mods = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape and self._gesture is not None:
            self._stop_gesture()
        elif mods & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Space:
            self._space = True
            self._show_cursor()
        elif key in _ARROWS:
            self._step(*_ARROWS[key])
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif key == Qt.Key.Key_0:
            self.zoom_actual()
        elif key == Qt.Key.Key_F:
            (self.fit_selection if mods & Qt.KeyboardModifier.ShiftModifier else self.fit_all)()
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._scene is not None:
            node = self._scene.first_card() if key == Qt.Key.Key_Home else self._scene.last_card()
            self._go_to(node)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._activate(self._selection)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Letting go of space ends panning by it."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._space = False
            self._show_cursor()
        else:
            super().keyReleaseEvent(event)

    def _step(self, dx: int, dy: int) -> None:
        if self._scene is None:
            return
        node = self._selection.node
        if node is None:
            self._go_to(self._scene.first_card())
            return
        following = self._scene.along(node, forward=dx > 0) if dx else None
        self._go_to(following if following is not None else self._scene.beside(node, dx, dy))

    def _go_to(self, node: int | None) -> None:
        if node is not None:
            self.choose(Hit(node=node))
            self._reveal(node)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """A gesture does not outlive the focus."""
        self._space = False
        super().focusOutEvent(event)
        self.update()

    # Telling others

    def _describe(self) -> None:
        if self._scene is None or not self._scene.count:
            self.setAccessibleDescription(self._message)
        elif self._selection.node is not None:
            self.setAccessibleDescription(self._scene.content.tooltip(self._selection.node))
        else:
            cards = int((self._scene.kind <= NodeKind.DECISION).sum())
            self.setAccessibleDescription(f"{cards} instances. Arrow keys move along the schedule.")

    def point_of(self, node: int) -> Point:
        """The view point in the middle of a node."""
        assert self._scene is not None
        x, y, width, height = self._scene.rects[node].tolist()
        return self._camera.to_view((x + width / 2, y + height / 2))


_ARROWS: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


def _plain(text: str) -> str:
    """A tooltip that Qt shows as it is: markup in a protocol's labels must stay letters."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\n", "<br>")
    return f"<qt>{escaped}</qt>" if escaped else ""
