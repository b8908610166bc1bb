"""The schedule canvas: the widget that shows a timeline's graph, and lets people move about and select in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from study.dating import DatedTimes
from study.findings import Finding
from study.graph import ScheduleGraph
from study.language import QT_TRANSLATE_NOOP, translate
from study.model import StudyDesign
from study.soa import ScheduleOfActivities
from study.timeline import PlannedTimes
from ui.accessible import announce, expose
from ui.canvas import framing
from ui.canvas.addresses import address_of, as_tooltip, found_at, full_text, opened_by
from ui.canvas.camera import Camera
from ui.canvas.editing import Editing
from ui.canvas.face import Content
from ui.canvas.flight import Flight
from ui.canvas.frame import Canvas
from ui.canvas.ground import Ground
from ui.canvas.hand import Hand
from ui.canvas.hit import NOTHING, Hit
from ui.canvas.keys import Keys
from ui.canvas.lettering import type_of
from ui.canvas.lighting import Lighting
from ui.canvas.lights import Lights
from ui.canvas.overlay import paint_overlay
from ui.canvas.painter import paint_scene
from ui.canvas.pixmaps import Pixmaps
from ui.canvas.pointer import ZOOM_STEP, Pointer
from ui.canvas.projection import ScheduleProjection
from ui.canvas.refreshing import can_be_renewed, renewed, steady
from ui.canvas.scene import Scene
from ui.canvas.scrolling import Scrolling
from ui.canvas.shapes import Point
from ui.canvas.speech import described
from ui.canvas.spoken import SpokenCards
from ui.canvas.surface import Surface
from ui.canvas.timings import Timings
from ui.canvas.zoombar import ZoomBar
from ui.theme import Theme, font

_EMPTY = QT_TRANSLATE_NOOP("canvas", "This timeline has no instances yet.")
_NOTHING = QT_TRANSLATE_NOOP("canvas", "No schedule to show.")


class ScheduleCanvas(Surface):
    """One timeline as a graph.

    `selected` carries the address of what a person selected (an instance, a condition, an epoch, or the timeline
    for the empty ground); `activated` the timeline to open where a card runs one, else the card's own address;
    `hovered` the address under the pointer, "" for none; `zoom_changed` the zoom in percent. `camera_moved` tells
    of every step of it, `scene_changed` that something else is drawn.
    """

    selected = Signal(str)
    activated = Signal(str)
    hovered = Signal(str)
    zoom_changed = Signal(int)
    camera_moved = Signal()
    scene_changed = Signal()

    def __init__(self, theme: Theme | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme or Theme.light()
        self._scene: Scene | None = None
        self._findings: Mapping[str, Sequence[Finding]] = {}
        self._dating: DatedTimes | None = None
        self._message = translate("canvas", _NOTHING)
        self.lights = Lights(self)
        self.timings = Timings(self)
        self.remarks: list[Callable[[int], str]] = []
        self.layers: list[Callable[[QPainter, Canvas], None]] = []  # painted over the scene, never exported
        self.pixmaps = Pixmaps()
        self._ground = Ground()
        self._selection: Hit = NOTHING
        self._wanted = ""  # the shared selection, kept where this timeline does not hold it
        self._whole: Camera | None = None  # where everything was in view when somebody asked for that
        self._untouched = True  # until somebody moves the camera, a resize opens the view anew
        self.scrolling = Scrolling(self)
        self.flight = Flight(self)
        self.flight.moved.connect(self._show_moved)
        self.flight.settled.connect(self.scrolling.settle)
        self.hand = Hand(self, self._theme)
        self.editing = Editing(self)
        self.pointer = Pointer(self)
        self.keys = Keys(self)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumSize(160, 120)
        self.exposure = expose(self, SpokenCards(self))
        self.setAccessibleName(translate("canvas", "Schedule graph"))
        self.keeps_zoombar = True
        """Whether it keeps the zoom control in its corner; who lays other bars over it may see to that."""
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
        table: ScheduleOfActivities | None = None,
    ) -> None:
        """Show a timeline, from its beginning where it was not shown before; None shows that there is none.

        `footnotes` gives the footnote letters of each instance's key, `table` what they say.
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
        before, size = self._scene, self._size
        shown = can_be_renewed(before) if same else None
        kept = shown.renewed(graph, planned, design, footnotes, table) if shown is not None else None
        content = kept or ScheduleProjection(graph, planned, design, footnotes, table)
        content.set_findings(self._findings)
        content.set_dating(self._dating if _is_of(self._dating, planned) else None)
        scene = renewed(before, content) if kept is not None else None
        if scene is not None:
            self.set_scene(scene, keep_camera=True)
            return
        self.set_content(content, keep_camera=same)
        if same and before is not None and self._scene is not None:
            held = self.hand.place_before(before)
            seen = steady(self.flight.target, before, self._scene, size, held)
            if seen != self.flight.target:
                self.flight.stop()
                self.show_camera(seen)

    def set_content(self, content: Content | None, *, keep_camera: bool = False) -> None:
        """Show any projection that follows `Content`."""
        scene = None if content is None else self.hand.scene_of(content, type_of(11, 500).width)
        self.set_scene(scene, keep_camera=keep_camera)

    def set_scene(self, scene: Scene | None, *, keep_camera: bool = False) -> None:
        """Show a scene that is laid out already."""
        self.pointer.forget()
        way = self.editing.chosen_way
        self._scene = scene
        self._message = translate("canvas", _NOTHING) if scene is None else translate("canvas", _EMPTY)
        self.pixmaps.clear()
        self.lights.forget()
        self.exposure.rebuilt()
        self._selection = found_at(scene, self._wanted)
        if way is not None and not way.entity and (link := self.editing.link_of(way)) is not None:
            self._selection = Hit(link=link)
        self.hand.scene_changed()
        self.editing.scene_changed()
        if not keep_camera:
            self._untouched = True
            self._open()
        self._zoombar.setVisible(scene is not None and scene.count > 0)
        self._describe()
        self.update()
        self.scene_changed.emit()

    @property
    def scene(self) -> Scene | None:
        """What is shown."""
        return self._scene

    def set_findings(self, findings: Mapping[str, Sequence[Finding]]) -> None:
        """Mark what findings are about; `findings` by entity id."""
        self._findings = findings
        if self._scene is not None and isinstance(self._scene.content, ScheduleProjection):
            self._scene.content.set_findings(findings)
            self._faces_changed()

    def set_dating(self, dating: DatedTimes | None) -> None:
        """Show dates beside the days where they are of the timeline that is shown; None for none."""
        self._dating = dating
        if self._scene is not None and isinstance(self._scene.content, ScheduleProjection):
            planned = self._scene.content.planned
            self._scene.content.set_dating(dating if _is_of(dating, planned) else None)
            self._faces_changed()

    def _faces_changed(self) -> None:
        assert self._scene is not None
        self._scene.forget_faces()
        self.pixmaps.clear()
        self._describe()
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self._theme = theme
        self.pixmaps.clear()
        self._zoombar.set_theme(theme)
        self.hand.set_theme(theme)
        self.update()

    def set_lighting(self, lighting: Lighting) -> None:
        """Mark nodes and links of the present scene, beside what `lights` dim and light; `NO_LIGHTING` ends it."""
        self.lights.set("", lighting)

    # Selection

    def set_selection(self, address: str) -> None:
        """Follow the shared selection; bring it into view where this timeline holds it."""
        self._wanted = address
        found = found_at(self._scene, address)
        if self._selection.link is not None and found == self._stand_in(self._selection):
            return  # an arrow that has no address of its own is shared as the card it leaves
        if found != self._selection:
            self._selection = found
            self.hand.follow(found)
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
        if not address and what.link is not None:
            address = self._address(self._stand_in(what))
        self._selection = what
        self._wanted = address
        self.hand.chosen(what)
        self._describe()
        self.update()
        if not address and self._scene is not None and isinstance(self._scene.content, ScheduleProjection):
            address = self._scene.content.graph.timeline.id or ""
        if address:
            self.selected.emit(address)

    def _stand_in(self, what: Hit) -> Hit:
        """What is shared in place of an arrow that has no address: the card it leaves."""
        if what.link is None or self._scene is None or self._address(what):
            return what
        return Hit(node=self._scene.content.links[what.link].source)

    def _address(self, what: Hit) -> str:
        return address_of(self._scene, what)

    def activate(self, what: Hit) -> None:
        """Open what a card runs, else the card itself; the block of a collapsed epoch is expanded."""
        if self.hand.expand(what):
            return
        address = opened_by(self._scene, what)
        if address:
            self.activated.emit(address)

    def tooltip_of(self, what: Hit) -> str:
        """The full texts of what lies under the pointer, as plain text; "" for nothing."""
        return as_tooltip(
            "\n".join(line for line in (full_text(self._scene, what), *self.remarks_on(what)) if line)
        )

    def remarks_on(self, what: Hit) -> list[str]:
        """What others have to say of a node, such as why it is lit."""
        if what.node is None or self._scene is None or what.node >= self._scene.count:
            return []
        return [text for remark in self.remarks if (text := remark(what.node))]

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
        self.scrolling.follow(zoomed=zoomed)
        self.camera_moved.emit()

    def _tell_zoom(self) -> None:
        self._zoombar.set_percent(self.zoom_percent)
        self.zoom_changed.emit(self.zoom_percent)

    @property
    def _size(self) -> tuple[int, int]:
        return (self.width(), self.height())

    def _open(self) -> None:
        self.flight.begin_at(framing.first_sight(self._scene, self._size))
        self._tell_zoom()

    def show_beginning(self) -> None:
        """Show the timeline as when it is first seen."""
        self._open()
        self.update()

    def _fly(self, camera: Camera) -> None:
        """Go there because somebody asked: a resize on the way opens nothing anew."""
        self._untouched = False
        self.flight.fly(camera)

    def fit_all(self) -> None:
        """Show everything."""
        if self._scene is not None and self._scene.count:
            self._whole = framing.whole(self._scene, self._size)
            self._fly(self._whole)

    def fit_selection(self) -> None:
        """Show what is selected, large enough to read; everything where nothing is."""
        if self._scene is None or self._selection.node is None:
            self.fit_all()
        else:
            self._fly(framing.close_to(self._scene, self._selection.node, self._size))

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
        self._fly(framing.stepped(self.flight.target, factor, self._scene, node, self._size))

    def show_node(self, node: int) -> None:
        """Fly to a node: into the middle, large enough to read."""
        if self._scene is not None:
            self._fly(framing.centred(self.flight.target, self._scene, node, self._size))

    def page(self, by: int) -> None:
        """Move the view by most of its width, along the reading direction."""
        self._fly(self.flight.target.panned(-by * 0.8 * self.width(), 0))

    def describe(self) -> None:
        """Show, and have read out, all that is known of what is selected, as a tooltip does."""
        text = self.tooltip_of(self._selection)
        if not text or self._selection.node is None:
            return
        x, y = self.point_of(self._selection.node)
        QToolTip.showText(self.mapToGlobal(QPoint(round(x), round(y))), text, self)
        announce(self, full_text(self._scene, self._selection))

    @property
    def zoombar(self) -> ZoomBar:
        """The floating zoom control."""
        return self._zoombar

    def reveal(self, node: int, bars: float = 0.0) -> None:
        """Move as little as needed to bring a node into view, where there is room below `bars` pixels of the top."""
        if self._scene is None:
            return
        camera = framing.revealed(self.flight.target, self._scene, node, self._size)
        if bars:
            camera = framing.lowered(camera, self._scene, node, self._size, bars)
        if camera != self.flight.target:
            self._fly(camera)

    # Painting

    def canvas(self) -> Canvas:
        """What a painting of this moment needs to know."""
        assert self._scene is not None
        return Canvas(
            self._scene,
            self._theme,
            self.flight.camera.snapped(self.devicePixelRatioF()),
            self.width(),
            self.height(),
            self.devicePixelRatioF(),
            self.pixmaps,
            self.flight.is_zooming,
            self.flight.is_zooming or self.scrolling.hurried,
        )

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is exposed."""
        painter = QPainter(self)
        pixels = self.width() * self.height() * self.devicePixelRatioF() ** 2
        self.pixmaps.begin(pixels, self.scrolling.budget)
        for part in self.scrolling.parts(event):
            self._paint_part(painter, QRectF(part))
        painter.end()
        self.scrolling.pay(self.pixmaps)

    def _paint_part(self, painter: QPainter, exposed: QRectF) -> None:
        painter.setClipRect(exposed)
        if self._scene is None or not self._scene.count:
            painter.fillRect(exposed, self._theme.ground)
            painter.setPen(self._theme.text_2)
            painter.setFont(font(13))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._message)
        else:
            canvas = self.canvas()
            self.scrolling.painted(canvas.camera)
            self._ground.paint(painter, canvas, exposed)
            paint_scene(painter, canvas, exposed)
            self.timings.paint(painter, canvas)
            paint_overlay(painter, canvas, self._selection, self.pointer.hover, focused=self.hasFocus())
            for layer in self.layers:
                layer(painter, canvas)
            self.hand.paint(painter, canvas, exposed)
            self.editing.paint(painter, canvas)
        if self.hasFocus() and self._selection == NOTHING:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(self._theme.accent)
            painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the zoom control in its corner; an untouched view opens anew, and all of it stays in view."""
        super().resizeEvent(event)
        self._zoombar.adjustSize()
        rtl = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        if self.keeps_zoombar:
            x = self.width() - self._zoombar.width() - 12 if rtl else 12
            self._zoombar.move(x, self.height() - self._zoombar.height() - 12)
        self.hand.place_widgets()
        node = self._selection.node
        if self._untouched:
            self._open()
            self.pixmaps.clear()
        elif self._scene is not None and self.flight.target == self._whole:
            self.flight.stop()
            self._whole = framing.whole(self._scene, self._size)
            self.show_camera(self._whole)
        elif self._scene is not None and node is not None:
            was = (event.oldSize().width(), event.oldSize().height())
            seen = framing.kept_in_sight(self.camera, self._scene, node, was, self._size)
            if seen != self.camera:
                self.show_camera(seen)

    def sizeHint(self) -> QSize:
        """Room for a lane of a few cards."""
        return QSize(1000, 400)

    def event(self, event: QEvent) -> bool:
        """A screen of another density needs other pixmaps."""
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.pixmaps.clear()
        return super().event(event)

    # In words

    def _describe(self) -> None:
        text = described(self._scene, self._selection, self._message)
        if text != self.accessibleDescription():
            self.setAccessibleDescription(text)
            node = self._selection.node
            if node is None:
                announce(self, text)
            self.exposure.selection_moved(node)
            self.exposure.focus_moved(node)

    def point_of(self, node: int) -> Point:
        """The view point in the middle of a node."""
        assert self._scene is not None
        x, y, width, height = self._scene.rects[node].tolist()
        return self.flight.camera.to_view((x + width / 2, y + height / 2))


def _is_of(dating: DatedTimes | None, planned: PlannedTimes) -> bool:
    return dating is not None and dating.planned.timeline == planned.timeline
