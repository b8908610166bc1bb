"""Editing the graph by hand: what a person asks of a canvas becomes a command of the study, and is seen beforehand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer

from app.open_study import projected
from study.change_set import ChangeSet
from study.changes import Insert
from study.commands.command import CannotError, Command
from study.commands.decisions import AddBranch
from study.language import translate
from ui.accessible import announce
from ui.canvas.foreseen import foreseen
from ui.canvas.lettering import type_of
from ui.canvas.projection import ScheduleProjection, footnote_letters
from ui.canvas.shapes import NodeKind
from ui.canvas.view import ScheduleCanvas
from ui.canvas.wishes import Spot, Wish
from ui.graph.adding import AddPalette
from ui.graph.additions import Addition, Additions, place_of
from ui.graph.carrying_out import command_for
from ui.palette.offers import Offer

if TYPE_CHECKING:
    from app.open_study import OpenStudy, Projection
    from ui.main_window import MainWindow

_MOST_FORESEEN = 2_000
"""Nodes up to which a change is laid out before it is done; beyond, it is only said in words."""


class CanvasEditing:
    """Stands behind every canvas of the window, as its `ui.canvas.editing.Desk`."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._canvases: list[ScheduleCanvas] = []
        self.palette: AddPalette | None = None
        self._find_canvases()
        window.study_changed.connect(self._set_study)
        if window.study is not None:
            self._set_study(window.study)

    def _find_canvases(self) -> None:
        for canvas in self._window.findChildren(ScheduleCanvas):
            if canvas not in self._canvases:
                self._canvases.append(canvas)
                canvas.editing.told.connect(self._tell)
                canvas.editing.asked.connect(partial(self._asked, canvas))

    def _set_study(self, study: OpenStudy | None) -> None:
        self._find_canvases()
        for canvas in self._canvases:
            canvas.editing.desk = self if study is not None else None
            canvas.editing.foresee()

    @property
    def _study(self) -> OpenStudy | None:
        return self._window.study

    # The desk of a canvas

    def locked(self) -> str:
        """Why nothing can be edited, a sentence; "" where it can."""
        return self._study.editor.locked if self._study is not None else ""

    def why_not(self, wish: Wish) -> str:
        """Why this cannot be done, a sentence; "" where it can."""
        study = self._study
        if study is None:
            return translate("canvas", "No study is open.")
        command, reason = command_for(wish, study, self._timeline)
        return reason or (study.editor.why_not(command) if command is not None else "")

    def do(self, wish: Wish) -> bool:
        """Do it as one step; whether it was done."""
        study = self._study
        if study is None:
            return False
        command, reason = command_for(wish, study, self._timeline)
        if command is None:
            self._tell(reason)
            return False
        done = self.carry_out(command)
        if done is not None and isinstance(command, AddBranch):
            self._type_condition(done)
        return done is not None

    def _type_condition(self, done: ChangeSet) -> None:
        """A branch that was drawn has no condition yet: it is typed on it."""
        new = _inserted(done, "conditionAssignments")
        self._window.select(new)
        canvas = self._front
        QTimer.singleShot(0, canvas, lambda: canvas.editing.rename(new))

    def carry_out(self, command: Command) -> ChangeSet | None:
        """Do a command, select the visit that it adds, and say what was done."""
        study = self._study
        if study is None:
            return None
        done = study.editor.do(command)
        if done is not None:
            announce(self._window.canvas, done.title)
        return done

    # What is asked for

    @property
    def _front(self) -> ScheduleCanvas:
        """The canvas in which somebody is at work: the one with the keys, else the window's own."""
        at_work = [c for c in self._canvases if c.hasFocus() or c.pointer.is_dragging]
        return at_work[0] if at_work else self._window.canvas

    @property
    def _timeline(self) -> str:
        projection = self._projection(self._front)
        return (projection.timeline.id or "") if projection is not None else ""

    def _asked(self, canvas: ScheduleCanvas, what: str, spot: Spot) -> None:
        if what == "add":
            self.open_palette(canvas, spot)

    def _projection(self, canvas: ScheduleCanvas) -> Projection | None:
        """What a canvas shows: the timeline in front, or the one beside it."""
        study = self._study
        scene = canvas.scene
        if study is None or scene is None or not isinstance(scene.content, ScheduleProjection):
            return None
        return study.projection_of(scene.content.graph.timeline.id or "")

    def open_palette(self, canvas: ScheduleCanvas, spot: Spot) -> None:
        """Ask what is to be added at a spot of a canvas."""
        projection = self._projection(canvas)
        if projection is None:
            return
        place = place_of(spot, canvas.editing.chosen, projection)
        additions = Additions(place, projection)
        self.palette = AddPalette(
            canvas,
            spot.at,
            (
                translate("canvas", "Add {where}").format(where=place.words),
                translate("canvas", "Add {where}: “Week 10 +4w ±3d”, or what to add").format(
                    where=place.words
                ),
            ),
            lambda query: self._judged(additions.found(query)),
            self._window.theme,
            partial(self._add, canvas),
            partial(self._see, canvas),
        )
        self.palette.show()
        announce(canvas, self.palette.accessibleName())

    def _judged(self, offers: Sequence[Offer]) -> list[Offer]:
        return list(offers)

    def _see(self, canvas: ScheduleCanvas, offer: Offer | None) -> None:
        """Draw what the lit row would do."""
        command = offer.command if isinstance(offer, Addition) and not offer.why_not else None
        self.foresee(canvas, command)

    def foresee(self, canvas: ScheduleCanvas, command: Command | None) -> None:
        """Draw what a command would do to a canvas; None ends that."""
        study, scene = self._study, canvas.scene
        projection = self._projection(canvas)
        if command is None or study is None or scene is None or projection is None:
            canvas.editing.foresee()
            return
        if scene.count > _MOST_FORESEEN:
            return
        try:
            with study.editor.previewed(command):
                found = study.document.find_timeline(projection.timeline.id or "")
                if found is None:
                    canvas.editing.foresee()
                    return
                made = projected(found[1], found[2])
                content = ScheduleProjection(
                    made.graph, made.planned, made.design, footnote_letters(made.soa), made.soa
                )
                then = canvas.hand.scene_of(content, type_of(11, 500).width)
                what = foreseen(scene, then, canvas.selection.node)
        except CannotError:
            canvas.editing.foresee()
            return
        canvas.editing.foresee(what)

    def _add(self, canvas: ScheduleCanvas, offer: Offer) -> None:
        canvas.editing.foresee()
        self._window.activateWindow()
        canvas.setFocus(Qt.FocusReason.PopupFocusReason)
        if not isinstance(offer, Addition) or offer.command is None:
            return
        done = self.carry_out(offer.command)
        if done is None:
            return
        new = _inserted(done, "instances")
        if new:
            self._window.select(new)
            if offer.names:
                # Once the palette is gone for good: a popup that closes gives the keys back to who had them.
                QTimer.singleShot(0, canvas, lambda: self._rename(canvas, new))

    def _rename(self, canvas: ScheduleCanvas, address: str) -> None:
        node = canvas.scene.place_of(address) if canvas.scene is not None else None
        if node is not None and canvas.scene is not None and canvas.scene.kind[node] <= NodeKind.DECISION:
            canvas.editing.rename(address)

    def _tell(self, sentence: str) -> None:
        self._window.status.set_selection(sentence)
        announce(self._window.canvas, sentence)


def _inserted(done: ChangeSet, attribute: str) -> str:
    """The first entity that a step put into lists of this name; "" for none."""
    for recorded in done.recorded:
        change = recorded.change
        if isinstance(change, Insert) and change.attribute == attribute:
            return str(change.entity.get("id", ""))
    return ""
