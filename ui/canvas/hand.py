"""The hand: how the shown timeline is arranged, placing cards by hand, and a new layout seen first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter

from study.language import translate
from study.layout_store import LayoutStore, Spot, Step, StepKind
from ui.canvas.aligning import GRID, Edge, Way, aligned, distributed
from ui.canvas.arrangement import ArrangedScene, Arrangement, arranged, whole_of
from ui.canvas.collapse import CollapsedProjection
from ui.canvas.face import Content
from ui.canvas.frame import Canvas
from ui.canvas.hit import Hit
from ui.canvas.kept_scenes import KeptScenes
from ui.canvas.preview import PreviewBar, ghosts, paint_ghosts, tidied
from ui.canvas.projection import ScheduleProjection
from ui.canvas.ruler import HEIGHT as RULER_HEIGHT
from ui.canvas.ruler import paint_rulers, ruler_rects
from ui.canvas.scalebar import ScaleBar
from ui.canvas.scene import Scene
from ui.canvas.shapes import Floats, Measure, Point
from ui.canvas.together import Together
from ui.theme import Theme

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas

_NUDGES: dict[int, tuple[int, int]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_FAR = 6  # grid steps of a nudge with Shift


class Hand(Together):
    """What a person's hand does to the layout of one canvas.

    `store` holds where cards were placed and how each timeline is looked at; `changed` tells that it is to be kept.
    `told` carries a sentence for the person; `arranged_anew` tells that the timeline is arranged in another way.
    """

    changed = Signal()
    told = Signal(str)
    arranged_anew = Signal()

    def __init__(self, view: ScheduleCanvas, theme: Theme) -> None:
        super().__init__(view)
        self.store = LayoutStore()
        self._preview: dict[str, Spot | None] | None = None
        self.scalebar = ScaleBar(theme, view)
        self.scalebar.chosen.connect(self.show_to_scale)
        self.bar = PreviewBar(theme, view)
        self.bar.hide()
        self.bar.applied.connect(self.apply_preview)
        self.bar.cancelled.connect(self.cancel_preview)
        self.bar.by_hand_changed.connect(self._preview_changed)
        self._kept = KeptScenes()
        view.scrolling.still.append(self._still)

    # The scene

    def scene_of(self, content: Content, measure: Measure) -> Scene:
        """Lay out what is to be shown, a timeline in the way its person left it."""
        if not isinstance(content, ScheduleProjection):
            return Scene.of(content, measure)
        return arranged(content, self.arrangement_of(content), measure, self._view.scene)

    def arrangement_of(self, content: ScheduleProjection) -> Arrangement:
        """How a timeline is to be arranged."""
        timeline = content.graph.timeline.id or ""
        epochs = {node.epoch for node in whole_of(content).nodes if node.epoch}
        return Arrangement(
            self.store.is_to_scale(timeline),
            self.store.collapsed(timeline) & epochs,
            {key: (spot.x, spot.y) for key, spot in self.store.places(timeline).items()},
        )

    def use_store(self, store: LayoutStore) -> None:
        """Work with what was kept of another study, or of this one; the scene is laid out anew."""
        self.store = store
        self._kept.forget()
        self._rearrange()

    def scene_changed(self) -> None:
        """Follow the scene that is shown now: what was marked stays so where it is still there."""
        scene = self._view.scene
        self._end_preview()
        arranged_scene = scene if isinstance(scene, ArrangedScene) else None
        self.scalebar.setVisible(arranged_scene is not None and scene is not None and scene.count > 0)
        if arranged_scene is not None:
            self.scalebar.show_scale(arranged_scene.arrangement.to_scale)
        self.place_widgets()
        self.carry_over()

    def _rearrange(self) -> None:
        scene = self._view.scene
        if isinstance(scene, ArrangedScene) and isinstance(scene.content, ScheduleProjection):
            content = whole_of(scene.content)
            self._kept.keep(scene)
            kept = self._kept.find(content, self.arrangement_of(content))
            if kept is not None:
                self._view.set_scene(kept, keep_camera=True)
            else:
                self._view.set_content(content, keep_camera=True)
            self.arranged_anew.emit()

    @property
    def timeline(self) -> str:
        """The id of the timeline that is shown; "" where none is."""
        scene = self._view.scene
        if scene is not None and isinstance(scene.content, ScheduleProjection):
            return scene.content.graph.timeline.id or ""
        return ""

    # In order or to scale, and collapsed epochs

    @property
    def is_to_scale(self) -> bool:
        """Whether the shown timeline is to scale."""
        scene = self._view.scene
        return isinstance(scene, ArrangedScene) and scene.arrangement.to_scale

    def show_to_scale(self, to_scale: bool) -> None:
        """Show the timeline by planned time, or in order; what is selected stays in view."""
        if to_scale == self.is_to_scale or not self.timeline:
            return
        self.store.show_to_scale(self.timeline, to_scale)
        self._rearrange()
        node = self._view.selection.node
        if node is not None:
            self._view.reveal(node)
        else:
            self._view.show_beginning()
        self.changed.emit()

    def collapse(self, epoch: str = "") -> bool:
        """Collapse an epoch, else that of what is selected; whether there was one to collapse."""
        scene = self._view.scene
        if scene is None or not isinstance(scene.content, ScheduleProjection):
            return False
        epoch = epoch or self._epoch_of(self._view.selection)
        collapsed = self.store.collapsed(self.timeline)
        if not epoch or epoch in collapsed or all(n.epoch != epoch for n in scene.content.nodes):
            self.told.emit(translate("canvas", "Select a visit or an epoch to collapse its epoch."))
            return False
        self._collapse_only({*collapsed, epoch})
        return True

    def _epoch_of(self, what: Hit) -> str:
        scene = self._view.scene
        if scene is None:
            return ""
        if what.band is not None:
            return scene.layout.bands[what.band].epoch
        if what.node is None:
            return ""
        # A decision without an epoch lies in the band around it.
        middle = float(scene.left[what.node] + scene.right[what.node]) / 2
        around = [b for b in scene.layout.bands if b.reached and b.x <= middle <= b.x + b.width]
        return scene.content.nodes[what.node].epoch or (around[0].epoch if around else "")

    def expand(self, what: Hit) -> bool:
        """Expand the epoch whose block was pointed at; whether it was one."""
        scene = self._view.scene
        if scene is None or what.node is None or not isinstance(scene.content, CollapsedProjection):
            return False
        if what.node not in scene.content.members:
            return False
        self._collapse_only(self.store.collapsed(self.timeline) - {scene.content.keys[what.node]})
        return True

    def expand_all(self) -> None:
        """Expand every epoch."""
        if self.store.collapsed(self.timeline):
            self._collapse_only(())

    def _collapse_only(self, epochs: Iterable[str]) -> None:
        self.store.collapse(self.timeline, epochs)
        self._rearrange()
        if self._view.selection.node is not None:
            self._view.reveal(self._view.selection.node)
        self.changed.emit()

    # Placing

    def why_fixed(self, node: int | None) -> str:
        """Why a card cannot be placed by hand, in a sentence; "" where it can."""
        scene = self._view.scene
        if self._preview is not None:
            return translate("canvas", "Apply or cancel the new layout first.")
        if not isinstance(scene, ArrangedScene) or not self.timeline:
            return translate("canvas", "Visits of this graph cannot be placed by hand.")
        if scene.arrangement.to_scale:
            return translate(
                "canvas",
                "To scale, visits stand at their planned time. Switch to Ordinal to place them by hand.",
            )
        if node is not None and self._key(node).startswith("#"):
            return translate(
                "canvas", "This visit has no id of its own in the file: its place could not be kept."
            )
        if node is not None and node not in self._placeable():
            return translate("canvas", "Expand the epoch to place its visits by hand.")
        return ""

    def _placeable(self) -> frozenset[int]:
        scene = self._view.scene
        if not isinstance(scene, ArrangedScene):
            return frozenset()
        members = scene.content.members if isinstance(scene.content, CollapsedProjection) else {}
        cards = self.cards_among(np.ones(scene.count, np.bool_))
        # What has no id of its own has a key that another revision gives to something else.
        return frozenset(
            node
            for node in cards
            if node not in members and self._key(node) in scene.home and not self._key(node).startswith("#")
        )

    def movable(self) -> frozenset[int]:
        """Those of the selected cards that can be placed by hand."""
        return self._marked & self._placeable()

    def drop(self, nodes: Iterable[int], kind: StepKind = StepKind.MOVE) -> None:
        """Keep where these nodes stand in the scene now, as one step."""
        scene = self._view.scene
        if isinstance(scene, ArrangedScene):
            self._place(kind, {node: (float(scene.left[node]), float(scene.top[node])) for node in nodes})

    def _place(self, kind: StepKind, corners: Mapping[int, Point]) -> None:
        scene = self._view.scene
        if not isinstance(scene, ArrangedScene):
            return
        new: dict[str, Spot | None] = {}
        for node, (x, y) in corners.items():
            at = scene.uncollapsed(node, x, y)
            new[self._key(node)] = Spot(round(at[0], 2), round(at[1], 2))
        step = self.store.step(kind, self.timeline, new)
        if step is not None:
            self._do(step)

    def _do(self, step: Step) -> None:
        self.store.do(step)
        if self._view.scene is not None:
            self._view.scene.put_back()  # as it was laid out: so it is shown again when the step is undone
        self._rearrange()
        self.changed.emit()

    def nudge(self, dx: float, dy: float) -> bool:
        """Move what is selected by world units; whether there was anything to move."""
        scene = self._view.scene
        reason = self.why_fixed(None)
        if reason and self._marked:
            self.told.emit(reason)
            return True
        nodes = self.movable()
        if scene is None or not nodes:
            return False
        self._place(
            StepKind.MOVE,
            {node: (float(scene.left[node]) + dx, float(scene.top[node]) + dy) for node in nodes},
        )
        return True

    def align(self, edge: Edge) -> None:
        """Put what is selected in line."""
        self._arrange(StepKind.ALIGN, 2, lambda rects: aligned(rects, edge))

    def distribute(self, way: Way) -> None:
        """Put equal space between what is selected."""
        self._arrange(StepKind.DISTRIBUTE, 3, lambda rects: distributed(rects, way))

    def _arrange(self, kind: StepKind, least: int, how: object) -> None:
        scene = self._view.scene
        reason = self.why_fixed(None)
        nodes = sorted(self.movable())
        if not reason and len(nodes) < least:
            reason = translate("canvas", "Select %n or more visit(s) first.", "", least)
        if reason or scene is None:
            self.told.emit(reason)
            return
        assert callable(how)
        corners: Floats = how(scene.rects[nodes])
        self._place(kind, {node: (float(x), float(y)) for node, (x, y) in zip(nodes, corners, strict=True)})

    def undo(self) -> None:
        """Take back the last placing, on whatever timeline it was."""
        nothing = translate("canvas", "No visit was placed by hand that could be put back.")
        self._went_back(self.store.undo(), nothing)

    def redo(self) -> None:
        """Place again what was taken back."""
        self._went_back(
            self.store.redo(), translate("canvas", "Nothing was undone that could be done again.")
        )

    def _went_back(self, step: Step | None, nothing: str) -> None:
        if step is None:
            self.told.emit(nothing)
            return
        self._rearrange()
        self.changed.emit()
        if all(each.timeline != self.timeline for each in step.placings):
            self.told.emit(translate("canvas", "That was on another timeline of this study."))

    # Layout again

    @property
    def is_previewing(self) -> bool:
        """Whether a new layout is shown that has not happened yet."""
        return self._preview is not None

    def preview_layout(self) -> None:
        """Show where a new layout would put the cards; it happens when it is applied."""
        scene = self._view.scene
        if not isinstance(scene, ArrangedScene) or not scene.count:
            return
        if scene.arrangement.to_scale:
            self.told.emit(self.why_fixed(None))
            return
        self.expand_all()
        self.bar.also.setChecked(False)
        self._show_preview(also_by_hand=False)
        self.bar.show()
        self.bar.raise_()
        self.place_widgets()
        self._view.setFocus()

    def _show_preview(self, *, also_by_hand: bool) -> None:
        scene = self._view.scene
        assert isinstance(scene, ArrangedScene)
        spots = self.store.places(self.timeline)
        self._preview = tidied(scene, spots, also_by_hand=also_by_hand)
        by_hand = sum(spot.by_hand for key, spot in spots.items() if scene.place_of(key) is not None)
        self.bar.show_count(len(ghosts(scene, self._preview)), by_hand)
        self.place_widgets()
        self._view.update()

    def _preview_changed(self, also_by_hand: bool) -> None:
        if self._preview is not None:
            self._show_preview(also_by_hand=also_by_hand)

    def apply_preview(self) -> None:
        """Take the new layout, as one step."""
        preview = self._preview
        self._end_preview()
        if preview:
            step = self.store.step(StepKind.LAY_OUT, self.timeline, preview)
            if step is not None:
                self._do(step)
        self._view.setFocus()

    def cancel_preview(self) -> None:
        """Leave everything where it is."""
        self._end_preview()
        self._view.setFocus()

    def _end_preview(self) -> None:
        self._preview = None
        self.bar.hide()
        self._view.update()

    # Keys, painting, widgets

    def press(self, event: QKeyEvent) -> bool:
        """What a key means to the hand; False where it means nothing."""
        key, mods = event.key(), event.modifiers()
        control = bool(mods & Qt.KeyboardModifier.ControlModifier)
        if self._preview is not None and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.bar.apply.isEnabled():
                self.apply_preview()
        elif self._preview is not None and key == Qt.Key.Key_Escape:
            self.cancel_preview()
        elif control and key == Qt.Key.Key_A and not mods & Qt.KeyboardModifier.ShiftModifier:
            self.select_all()
        elif control and key in _NUDGES:
            dx, dy = _NUDGES[key]
            far = _FAR if mods & Qt.KeyboardModifier.ShiftModifier else 1
            return self.nudge(dx * GRID * far, dy * GRID * far)
        elif key == Qt.Key.Key_Escape and not self._view.pointer.is_dragging:
            return self.clear()
        else:
            return False
        return True

    def paint(self, painter: QPainter, canvas: Canvas, exposed: QRectF) -> None:
        """Paint what is selected together, what is drawn by hand, a preview, and the rulers over all."""
        self.paint_marked(painter, canvas, exposed)
        if self._preview is not None and isinstance(canvas.scene, ArrangedScene):
            paint_ghosts(painter, canvas, ghosts(canvas.scene, self._preview))
        self._view.pointer.paint(painter, canvas)
        paint_rulers(painter, canvas, self._view.selection.node)

    def _still(self, canvas: Canvas) -> list[QRect]:
        """The rulers do not move down with the world; along it they show other numbers."""
        return [rect.toAlignedRect() for _, _, rect in ruler_rects(canvas)]

    def place_widgets(self) -> None:
        """Keep the controls in their places at the top."""
        top = 12 + (round(RULER_HEIGHT) if self.is_to_scale else 0)
        self.scalebar.adjustSize()
        rtl = self._view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self.scalebar.move(self._view.width() - self.scalebar.width() - 12 if rtl else 12, top)
        self.bar.adjustSize()
        x = max(12, (self._view.width() - self.bar.width()) // 2)
        # Below the row in which this control and others stand.
        self.bar.move(x, self.scalebar.geometry().bottom() + 10)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.scalebar.set_theme(theme)
        self.bar.set_theme(theme)
