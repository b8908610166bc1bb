"""One canvas with what lies on it: arms, filter, find, the way to this timeline, the map."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.open_study import Projection
from study.arm_paths import ArmPath
from study.language import translate
from ui.canvas.view import ScheduleCanvas
from ui.graph.filter_bar import FilterBar
from ui.graph.find_bar import FindBar
from ui.graph.floating import Floating
from ui.graph.highlights import Highlights
from ui.graph.minimap import Minimap
from ui.graph.top_bar import TopBar
from ui.graph.trail import Breadcrumb
from ui.theme import Theme

_EDGE = 12
# Lower than this, the map would lie over the cards themselves.
_ROOM_FOR_MAP = 380
_LOW = 260  # pixels of a graph in which cards reach down to the lower bars
_LOWEST = 150  # pixels of a graph that has room for a bar above and one below
_GAP = 8
_PLACING = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.LayoutDirectionChange)


class Stage(QObject):
    """Places the floating bars of a canvas and connects them with its lights. `map_toggled(shown)`."""

    map_toggled = Signal(bool)

    def __init__(self, canvas: ScheduleCanvas, theme: Theme) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        canvas.keeps_zoombar = False
        self.highlights = Highlights(canvas)
        self.top = TopBar(theme, canvas)
        self.trail = Breadcrumb(theme, canvas)
        self.filter = FilterBar(theme, canvas)
        self.find = FindBar(theme, canvas)
        self.map = Minimap(canvas, theme)
        self.map_bar = Floating(theme, canvas)
        self.map_button = self.map_bar.button(
            translate("graph", "Map"), translate("graph", "Show or hide the map (Ctrl+Shift+M)"), "map"
        )
        self.map_button.setCheckable(True)
        self.map_bar.row.addWidget(self.map_button)
        self.map_bar.set_theme(theme)
        self.map_bar.adjustSize()
        self._wants_map = True
        self._connect()
        canvas.installEventFilter(self)
        self._refresh()

    def _connect(self) -> None:
        lights = self.highlights
        self.top.arm_chosen.connect(lights.set_arm)
        self.top.filter_wanted.connect(self.open_filter)
        self.top.finding_wanted.connect(self.open_find)
        self.filter.terms_changed.connect(lights.set_terms)
        self.filter.typed.connect(lights.set_text)
        self.filter.closed.connect(self._close_filter)
        self.filter.resized.connect(self.place)
        self.find.typed.connect(lights.find)
        self.find.stepped.connect(lights.step)
        self.find.closed.connect(self.close_find)
        self.map_button.toggled.connect(self.show_map)
        lights.changed.connect(self._refresh)
        self.canvas.scene_changed.connect(self.place)
        self.canvas.camera_moved.connect(self._show_map_where_needed)

    # What is shown

    def set_projection(self, projection: Projection | None) -> None:
        """Follow the timeline that the canvas shows now."""
        before = self.highlights.known
        self.filter.set_design(projection.design if projection is not None else None)
        self.highlights.set_projection(projection)
        if self.highlights.known is not before and self.find.isVisible():
            self.highlights.find(self.find.field.text())
        if not self.highlights.is_filtering and self.filter.terms:
            self.filter.clear_all()
        self._refresh()

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for bar in (self.top, self.trail, self.filter, self.find, self.map_bar):
            bar.set_theme(theme)
        self.map.set_theme(theme)

    def _refresh(self) -> None:
        known, lights = self.highlights.known, self.highlights
        there = known is not None
        self.top.setVisible(there)
        if known is None:
            self.filter.hide()
            self.find.hide()
        else:
            arm = known.arm(lights.arm)
            arms = known.projection.design.arms
            self.top.set_arms(arms, lights.arm, arm_tip(known.path(arm) if arm is not None else None))
            matching = lights.matching() if lights.is_filtering or arm is not None else None
            self.filter.show_count(matching if matching is None else len(matching), len(known.visits))
            self.find.show_found(lights.found, lights.at)
        self.place()

    def show_map(self, shown: bool) -> None:
        """Show or hide the map."""
        self._wants_map = shown
        self.map_button.setChecked(shown)
        self.place()
        self.map_toggled.emit(shown)

    @property
    def is_map_shown(self) -> bool:
        """Whether the map is wanted."""
        return self._wants_map

    def open_find(self) -> None:
        """Show the field to find in."""
        if self.highlights.known is not None:
            self.find.open()
            self.place()
            self.highlights.find(self.find.field.text())

    def close_find(self) -> None:
        """Select what was found, and put the field away."""
        self.highlights.choose_found()
        self.find.hide()
        self.highlights.find("")
        self.canvas.setFocus()

    def open_filter(self) -> None:
        """Show the field to filter by."""
        if self.highlights.known is not None:
            self.filter.open()
            self.place()

    def _close_filter(self) -> None:
        self.filter.hide()
        self.canvas.setFocus()
        self.place()

    # Where it lies

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the bars in their places."""
        kind = event.type()
        if watched is self.canvas and kind in _PLACING:
            if kind == QEvent.Type.LayoutDirectionChange:
                self.canvas.hand.place_widgets()
            self.place()
        return super().eventFilter(watched, event)

    def place(self) -> None:
        """Arms and finding at the top, the way in and the filter under them, the map at the bottom's end.

        The zoom is below; where the graph is low it would lie on cards there, and stands at the end of the top, or
        gives way where that has no room.
        """
        canvas = self.canvas
        scalebar, zoombar = canvas.hand.scalebar, canvas.zoombar
        width, height = canvas.width(), canvas.height()
        first = _EDGE
        top = scalebar.y() if scalebar.isVisibleTo(canvas) else _EDGE
        if scalebar.isVisibleTo(canvas):
            first = _EDGE + scalebar.width() + _GAP
            if first + self.top.width() > width:  # rather below than cut
                first, top = _EDGE, top + scalebar.height() + _GAP
        self._put(self.top, first, top)
        after = first + self.top.width() + _GAP
        y = top + self.top.height() + _GAP
        room = width - _EDGE
        if self.find.isVisibleTo(canvas):
            if after + self.find.width() <= room:
                room -= self.find.width()
                self._put(self.find, room, top)
                room -= _GAP
            else:
                self._put(self.find, _EDGE, y)
                y += self.find.height() + _GAP
        for bar in (self.trail, self.filter):
            if not bar.isVisibleTo(canvas):
                continue
            if after + bar.width() <= room:
                self._put(bar, after, top)
                after += bar.width() + _GAP
            else:
                self._put(bar, _EDGE, y)
                y += bar.height() + _GAP
        middle = top + self.top.height() // 2
        at, below = _EDGE, True
        both = zoombar.width() + _GAP + self.map_bar.width()
        if height < _LOW and after + both <= room:
            at, below = room - both, False
        # Lower still it would cover what little is seen: the keys and the wheel zoom then.
        there = self.highlights.known is not None and (not below or height >= _LOWEST)
        for low in (zoombar, self.map_bar):
            low.setVisible(there)
            self._put(low, at, height - _EDGE - low.height() if below else middle - low.height() // 2)
            at += low.width() + _GAP
        self._show_map_where_needed()
        self._put(self.map, width - _EDGE - self.map.width(), height - _EDGE - self.map.height())

    def _show_map_where_needed(self) -> None:
        """Not where the view is too small for it, or shows everything already."""
        wanted = self._wants_map and self.highlights.known is not None
        large = self.canvas.width() > 420 and self.canvas.height() > _ROOM_FOR_MAP
        shown = wanted and large and self.map.is_needed()
        if shown == self.map.isHidden():
            self.map.setVisible(shown)

    def _put(self, bar: QWidget, x: int, y: int) -> None:
        """`x` from where reading begins."""
        rtl = self.canvas.layoutDirection() == Qt.LayoutDirection.RightToLeft
        bar.move(self.canvas.width() - bar.width() - x if rtl else x, y)
        bar.raise_()


def arm_tip(path: ArmPath | None) -> str:
    """What the highlight of an arm means, in plain text: nothing is said of any participant."""
    if path is None:
        return translate("graph", "Light the visits that the protocol plans for one arm")
    lines = [
        translate("graph", "Lit: the visits that the protocol plans for arm {arm}.").format(
            arm=path.arm.title
        ),
        translate("graph", "Nothing here says which arm a participant is in."),
    ]
    if path.is_whole_timeline:
        lines.insert(1, translate("graph", "All visits of this timeline are planned for it."))
    for step in path.steps:
        names = ", ".join(element.title for element in step.elements)
        lines.append(
            translate("graph", "{epoch}: {elements}").format(epoch=step.title, elements=names or "–")
        )
    if path.mentions:
        lines.append(
            translate(
                "graph", "%n condition(s) or footnote(s) (name) it: see the cards.", "", len(path.mentions)
            )
        )
    return "\n".join(lines)
