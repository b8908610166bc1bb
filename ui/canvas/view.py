"""The schedule canvas: the widget that shows a timeline's graph, and lets people move about and select in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QWidget

from study.findings import Finding
from study.graph import ScheduleGraph
from study.model import StudyDesign
from study.timeline import PlannedTimes
from ui.canvas import framing
from ui.canvas.addresses import address_of, as_tooltip, found_at, full_text, opened_by
from ui.canvas.camera import Camera
from ui.canvas.face import Content
from ui.canvas.flight import Flight
from ui.canvas.frame import Canvas
from ui.canvas.ground import Ground
from ui.canvas.hit import NOTHING, Hit
from ui.canvas.keys import Keys
from ui.canvas.lettering import type_of
from ui.canvas.lighting import Lighting
from ui.canvas.overlay import paint_overlay
from ui.canvas.painter import paint_scene
from ui.canvas.pixmaps import Pixmaps
from ui.canvas.pointer import ZOOM_STEP, Pointer
from ui.canvas.projection import ScheduleProjection
from ui.canvas.scene import Scene
from ui.canvas.shapes import Point
from ui.canvas.speech import announce, described
from ui.canvas.surface import Surface
from ui.canvas.zoombar import ZoomBar
from ui.theme import Theme, font

_EMPTY = "This timeline has no instances yet."
_NOTHING = "No schedule to show."


class ScheduleCanvas(Surface):
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
        self._pixmaps = Pixmaps()
        self._ground = Ground()
        self._selection: Hit = NOTHING
        self._wanted = ""  # the shared selection, kept where this timeline does not hold it
        self._untouched = True  # until somebody moves the camera, a resize opens the view anew
        self.flight = Flight(self)
        self.flight.moved.connect(self._show_moved)
        self.flight.settled.connect(self.update)
        self.pointer = Pointer(self)
        self.keys = Keys(self)
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
        scene = None if content is None else Scene.of(content, type_of(11, 500).width)
        self.set_scene(scene, keep_camera=keep_camera)

    def set_scene(self, scene: Scene | None, *, keep_camera: bool = False) -> None:
        """Show a scene that is laid out already."""
        self.pointer.forget()
        self._scene = scene
        self._message = _NOTHING if scene is None else _EMPTY
        self._pixmaps.clear()
        self._selection = found_at(scene, self._wanted)
        if not keep_camera:
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

    def set_lighting(self, lighting: Lighting) -> None:
        """Dim, light and mark nodes and links of the present scene; `NO_LIGHTING` ends it."""
        if self._scene is not None:
            self._scene.light(lighting)
            self.update()

    # Selection

    def set_selection(self, address: str) -> None:
        """Follow the shared selection; bring it into view where this timeline holds it."""
        self._wanted = address
        found = found_at(self._scene, address)
        if found != self._selection:
            self._selection = found
            self._describe()
            self.update()
        if found.node is not None and not self.pointer.is_dragging:
            self.reveal(found.node)

    @property
    def selection(self) -> Hit:
        """What is selected here."""
        return self._selection

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

    def _address(self, what: Hit) -> str:
        return address_of(self._scene, what)

    def activate(self, what: Hit) -> None:
        """Open what a card runs, else the card itself."""
        address = opened_by(self._scene, what)
        if address:
            self.activated.emit(address)

    def tooltip_of(self, what: Hit) -> str:
        """The full texts of what lies under the pointer, as plain text; "" for nothing."""
        return as_tooltip(full_text(self._scene, what))

    # Camera

    @property
    def camera(self) -> Camera:
        """What is shown now."""
        return self.flight.camera

    @property
    def zoom_percent(self) -> int:
        """The zoom in percent."""
        return round(self.flight.camera.zoom * 100)

    def show_camera(self, camera: Camera) -> None:
        """Show another part of the world, at once."""
        self.flight.jump(camera)

    def _show_moved(self, zoomed: bool) -> None:
        self._untouched = False
        if zoomed:
            self._tell_zoom()
        self.update()

    def _tell_zoom(self) -> None:
        self._zoombar.set_percent(self.zoom_percent)
        self.zoom_changed.emit(self.zoom_percent)

    @property
    def _size(self) -> tuple[int, int]:
        return (self.width(), self.height())

    def _open(self) -> None:
        self.flight.begin_at(framing.first_sight(self._scene, self._size))
        self._tell_zoom()

    def fit_all(self) -> None:
        """Show everything."""
        if self._scene is not None and self._scene.count:
            self.flight.fly(framing.whole(self._scene, self._size))

    def fit_selection(self) -> None:
        """Show what is selected, large enough to read; everything where nothing is."""
        if self._scene is None or self._selection.node is None:
            self.fit_all()
        else:
            self.flight.fly(framing.close_to(self._scene, self._selection.node, self._size))

    def zoom_in(self) -> None:
        """One step larger, about what is selected or the middle."""
        self._zoom_step(ZOOM_STEP)

    def zoom_out(self) -> None:
        """One step smaller, about what is selected or the middle."""
        self._zoom_step(1 / ZOOM_STEP)

    def zoom_actual(self) -> None:
        """100 %, about what is selected or the middle."""
        self._zoom_step(1.0 / self.flight.target.zoom)

    def _zoom_step(self, factor: float) -> None:
        node = self._selection.node
        self.flight.fly(framing.stepped(self.flight.target, factor, self._scene, node, self._size))

    def reveal(self, node: int) -> None:
        """Move as little as needed to bring a node into view."""
        if self._scene is None:
            return
        camera = framing.revealed(self.flight.target, self._scene, node, self._size)
        if camera != self.flight.target:
            self.flight.fly(camera)

    # Painting

    def canvas(self) -> Canvas:
        """What a painting of this moment needs to know."""
        assert self._scene is not None
        return Canvas(
            self._scene,
            self._theme,
            self.flight.camera,
            self.width(),
            self.height(),
            self.devicePixelRatioF(),
            self._pixmaps,
            self.flight.is_zooming,
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
            paint_overlay(painter, canvas, self._selection, self.pointer.hover, focused=self.hasFocus())
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

    def event(self, event: QEvent) -> bool:
        """A screen of another density needs other pixmaps."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self._pixmaps.clear()
        return super().event(event)

    # In words

    def _describe(self) -> None:
        text = described(self._scene, self._selection, self._message)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            announce(self, text)

    def point_of(self, node: int) -> Point:
        """The view point in the middle of a node."""
        assert self._scene is not None
        x, y, width, height = self._scene.rects[node].tolist()
        return self.flight.camera.to_view((x + width / 2, y + height / 2))
