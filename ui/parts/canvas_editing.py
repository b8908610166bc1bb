"""Editing the graph by hand: what a person asks of a canvas becomes a command of the study, and is seen beforehand."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from app.actions.edit_graph import ASKED
from app.open_study import projected
from study.change_set import ChangeSet
from study.changes import Insert
from study.commands.command import CannotError, Command
from study.language import translate
from study.timeline import planned_times
from study.wording import when_text
from ui.accessible import announce
from ui.canvas.foreseen import foreseen
from ui.canvas.lettering import type_of
from ui.canvas.lighting import NO_LIGHTING, Lighting
from ui.canvas.projection import ScheduleProjection, footnote_letters
from ui.canvas.view import ScheduleCanvas
from ui.canvas.wishes import Spot, TakeOut, Wish
from ui.graph.adding import AddPalette
from ui.graph.joining import Target, Targets
from ui.graph.menu import Entry, menu_of
from ui.palette.offers import Offer

if TYPE_CHECKING:
    from app.open_study import OpenStudy, Projection
    from study.effects import Effects
    from ui.edit_dialogs.asking import EditDialog
    from ui.graph.additions import Place
    from ui.main_window import MainWindow

_MOST_FORESEEN = 2_000
"""Nodes up to which a change is laid out before it is done; beyond, it is only said in words."""


class CanvasEditing:
    """Stands behind every canvas of the window, as its `ui.canvas.editing.Desk`."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._canvases: list[ScheduleCanvas] = []
        self._last: ScheduleCanvas = window.canvas
        self.entries: list[Callable[[ScheduleCanvas, Spot], list[Entry]]] = []
        """What other parts add to the menu of a spot."""
        self.palette: AddPalette | None = None
        self.dialog: EditDialog | None = None
        for action, what in ASKED.items():
            window.on(action, partial(self._ask, what))
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
        from ui.graph.carrying_out import command_for

        study = self._study
        if study is None:
            return translate("canvas", "No study is open.")
        command, reason = command_for(wish, study, self._timeline)
        return reason or (study.editor.why_not(command) if command is not None else "")

    def do(self, wish: Wish) -> bool:
        """Do it as one step; whether it was done."""
        from study.commands.decisions import AddBranch
        from ui.graph.carrying_out import command_for

        study = self._study
        if study is None:
            return False
        command, reason = command_for(wish, study, self._timeline)
        if command is None:
            self._tell(reason)
            return False
        if isinstance(wish, TakeOut) and self._reaches_further(command, wish):
            self.open_dialog(self._front, "deletion", wish.addresses)
            return False
        done = self.carry_out(command)
        if done is not None and isinstance(command, AddBranch):
            self._type_condition(done)
        return done is not None

    def _reaches_further(self, command: Command, wish: TakeOut) -> bool:
        """Whether more goes, or moves, than what is to be deleted."""
        from study.effects import effects, seen

        study, projection = self._study, self._projection(self._front)
        if study is None or projection is None:
            return False
        before = seen(projection.planned)
        try:
            with study.editor.previewed(command):
                found = study.document.find_timeline(projection.timeline.id or "")
                if found is None:
                    return False
                what = effects(before, seen(planned_times(found[2], found[1])))
        except CannotError:
            return False
        return bool(what.moved) or not what.removed.keys() <= set(wish.addresses)

    def _type_condition(self, done: ChangeSet) -> None:
        """A branch that was drawn has no condition yet: it is typed on it."""
        new = inserted(done, "conditionAssignments")
        self._window.select(new)
        canvas = self._front
        QTimer.singleShot(0, canvas, lambda: canvas.editing.rename(new))

    def carry_out(self, command: Command) -> ChangeSet | None:
        """Do a command, and say what was done."""
        study = self._study
        if study is None:
            return None
        done = study.editor.do(command)
        if done is not None:
            announce(self._window.canvas, done.title)
        return done

    @property
    def _front(self) -> ScheduleCanvas:
        """The canvas in which somebody is at work: the one with the keys, or that had them before a menu had."""
        at_work = [c for c in self._canvases if c.hasFocus() or c.pointer.is_dragging]
        if at_work:
            self._last = at_work[0]
        return self._last if self._last.isVisible() else self._window.canvas

    @property
    def _timeline(self) -> str:
        projection = self._projection(self._front)
        return (projection.timeline.id or "") if projection is not None else ""

    def _projection(self, canvas: ScheduleCanvas) -> Projection | None:
        """What a canvas shows: the timeline in front, or the one beside it."""
        study = self._study
        scene = canvas.scene
        if study is None or scene is None or not isinstance(scene.content, ScheduleProjection):
            return None
        return study.projection_of(scene.content.graph.timeline.id or "")

    # What is asked for

    def _ask(self, what: str) -> None:
        """What an action of the menu asks, in the canvas that is at work."""
        if not self._window.views.is_seen("graph"):
            self._window.show_views("view_split")
        self._front.editing.ask(what)

    def _asked(self, canvas: ScheduleCanvas, what: str, spot: Spot) -> None:
        if self._projection(canvas) is None:
            return
        self._last = canvas
        if what == "add":
            self.open_palette(canvas, spot)
        elif what == "connect":
            self.open_targets(canvas)
        elif what == "menu":
            self._show_menu(canvas, spot)
        elif what in ("copy", "cut"):
            self.copy(canvas, cut=what == "cut")
        elif what == "paste":
            self.paste(canvas, spot)
        elif what == "duplicate":
            self.duplicate(canvas)
        else:
            self.open_dialog(canvas, what, canvas.editing.chosen)

    # The palette

    def open_palette(self, canvas: ScheduleCanvas, spot: Spot) -> None:
        """Ask what is to be added at a spot of a canvas."""
        from ui.graph.additions import Additions, place_of

        projection = self._projection(canvas)
        if projection is None:
            return
        place = place_of(spot, canvas.editing.chosen, projection)
        additions = Additions(place, projection)
        words = (
            translate("canvas", "Add {where}").format(where=place.words),
            translate("canvas", "Add {where}: “Week 10 +4w ±3d”, or what to add").format(where=place.words),
        )
        self._open(canvas, spot.at, words, additions.found, partial(self._add, canvas, place))

    def open_targets(self, canvas: ScheduleCanvas) -> None:
        """Ask where a way from the selected card is to lead: drawing it, with keys alone."""
        projection, chosen = self._projection(canvas), canvas.editing.chosen
        if projection is None or not chosen:
            self._tell(translate("canvas", "Select a visit or a decision to lead a way from it."))
            return
        source = chosen[-1]
        title = projection.graph.instances[source].title
        words = (
            translate("canvas", "A way from {visit}").format(visit=title),
            translate("canvas", "From {visit} to which visit?").format(visit=title),
        )
        targets = Targets(source, projection, self.why_not)
        self._open(canvas, canvas.editing.spot().at, words, targets.found, partial(self._join, canvas))

    def _open(
        self,
        canvas: ScheduleCanvas,
        at: tuple[float, float],
        words: tuple[str, str],
        find: Callable[[str], list[Offer]],
        then: Callable[[Offer], None],
    ) -> None:
        if self.palette is not None:
            self.palette.deleteLater()
        self.palette = AddPalette(
            canvas, at, words, find, self._window.theme, then, partial(self._see, canvas)
        )
        self.palette.show()
        announce(canvas, self.palette.accessibleName())

    def _see(self, canvas: ScheduleCanvas, offer: Offer | None) -> str:
        """Draw what the lit row would do, and say it."""
        from ui.graph.additions import Addition
        from ui.graph.carrying_out import command_for

        command = None
        if isinstance(offer, Addition) and not offer.why_not:
            command = offer.command
        elif isinstance(offer, Target) and not offer.why_not and self._study is not None:
            command, _ = command_for(offer.wish, self._study, self._timeline)
        return self.foresee(canvas, command)

    def foresee(self, canvas: ScheduleCanvas, command: Command | None) -> str:
        """Draw what a command would do to a canvas, and say where what comes would stand; None ends that."""
        study, scene = self._study, canvas.scene
        projection = self._projection(canvas)
        if command is None or study is None or scene is None or projection is None:
            canvas.editing.foresee()
            return ""
        try:
            with study.editor.previewed(command) as executed:
                found = study.document.find_timeline(projection.timeline.id or "")
                if found is None or scene.count > _MOST_FORESEEN:
                    canvas.editing.foresee()
                    return executed.title
                made = projected(found[1], found[2])
                content = ScheduleProjection(
                    made.graph, made.planned, made.design, footnote_letters(made.soa), made.soa
                )
                then = canvas.hand.scene_of(content, type_of(11, 500).width)
                what = foreseen(scene, then, canvas.selection.node)
                words = where_it_comes(made, projection) or executed.title
        except CannotError as cannot:
            canvas.editing.foresee()
            return cannot.reason
        canvas.editing.foresee(what)
        return words

    def _back(self, canvas: ScheduleCanvas) -> None:
        """The keys go back to the canvas when a palette has closed."""
        canvas.editing.foresee()
        self._window.activateWindow()
        canvas.setFocus(Qt.FocusReason.PopupFocusReason)

    def _add(self, canvas: ScheduleCanvas, place: Place, offer: Offer) -> None:
        from ui.graph.additions import Addition

        self._back(canvas)
        if not isinstance(offer, Addition):
            return
        if offer.dialog:
            self.open_dialog(canvas, offer.dialog, place.selected, place)
            return
        done = self.carry_out(offer.command) if offer.command is not None else None
        new = inserted(done, "instances") if done is not None else ""
        if new:
            self._window.select(new)
            if offer.names:
                # Once the palette is gone for good: a popup that closes gives the keys back to who had them.
                QTimer.singleShot(0, canvas, lambda: canvas.editing.rename(new))

    def _join(self, canvas: ScheduleCanvas, offer: Offer) -> None:
        self._back(canvas)
        if isinstance(offer, Target):
            self.do(offer.wish)

    # Dialogs

    def open_dialog(
        self, canvas: ScheduleCanvas, what: str, visits: tuple[str, ...], place: Place | None = None
    ) -> None:
        """Ask what an edit of these visits still needs, show what it would do, and do it."""
        from ui.graph.additions import place_of
        from ui.graph.dialogs import WITHOUT_VISITS, dialog_for

        study, projection = self._study, self._projection(canvas)
        if study is None or projection is None:
            return
        if not visits and what not in WITHOUT_VISITS:
            self._tell(translate("canvas", "Select visits first."))
            return
        place = place or place_of(canvas.editing.spot(), visits, projection)
        timeline, light = projection.timeline.id or "", partial(self._light, canvas)
        made = dialog_for(what, study, timeline, visits, place, self._window, light)
        if self.dialog is not None:
            self.dialog.deleteLater()
        self.dialog = made
        made.exec()
        canvas.setFocus(Qt.FocusReason.PopupFocusReason)
        if made.chosen is not None:
            done = self.carry_out(made.chosen)
            new = inserted(done, "instances") if done is not None and what in ("decision", "cycle") else ""
            if new:
                self._window.select(new)

    def _light(self, canvas: ScheduleCanvas, command: Command | None, what: Effects | None) -> None:
        """Light the cards that would change, and draw those that would come or stand elsewhere."""
        scene = canvas.scene
        self.foresee(canvas, command)
        if scene is None or what is None:
            canvas.lights.set("foreseen", NO_LIGHTING)
            return
        lit = np.zeros(scene.count, np.bool_)
        for key in (*what.moved, *what.windows, *what.epochs):
            node = scene.place_of(key)
            if node is not None:
                lit[node] = True
        canvas.lights.set("foreseen", Lighting(lit=lit))

    # The clipboard

    def copy(self, canvas: ScheduleCanvas, *, cut: bool = False) -> None:
        """Put the selected visits on the clipboard; `cut` also deletes them."""
        from study.commands.clipping import clip
        from ui.graph.clipboard import as_lines, put_on_clipboard

        study, projection, chosen = self._study, self._projection(canvas), canvas.editing.chosen
        if study is None or projection is None or not chosen:
            self._tell(translate("canvas", "Select visits to copy them."))
            return
        try:
            clipping = clip(study.document, chosen)
        except CannotError as cannot:
            self._tell(cannot.reason)
            return
        put_on_clipboard(clipping, as_lines(projection, chosen))
        if not cut:
            self._tell(translate("canvas", "%n visit(s) copied", "", len(chosen)))
        elif self.do(TakeOut(chosen)):
            self._tell(translate("canvas", "%n visit(s) cut", "", len(chosen)))

    def paste(self, canvas: ScheduleCanvas, spot: Spot) -> None:
        """Put the visits of the clipboard on the path, behind what is selected."""
        from study.commands.clipping import PasteVisits
        from ui.graph.additions import place_of
        from ui.graph.clipboard import found_on_clipboard

        projection, clipping = self._projection(canvas), found_on_clipboard()
        if projection is None or clipping is None:
            self._tell(translate("canvas", "There are no visits on the clipboard."))
            return
        place = place_of(spot, canvas.editing.chosen, projection)
        self._select_new(self.carry_out(PasteVisits(clipping, place.after, place.assignment)))

    def duplicate(self, canvas: ScheduleCanvas) -> None:
        """Another one like each selected visit: one behind itself, several behind the last of them."""
        from study.commands.clipping import PasteVisits, clip
        from study.commands.visits import DuplicateVisit

        study, chosen = self._study, canvas.editing.chosen
        if study is None or not chosen:
            self._tell(translate("canvas", "Select visits to duplicate them."))
        elif len(chosen) == 1:
            self._select_new(self.carry_out(DuplicateVisit(chosen[0])))
        else:
            try:
                clipping = clip(study.document, chosen)
            except CannotError as cannot:
                self._tell(cannot.reason)
                return
            self._select_new(self.carry_out(PasteVisits(clipping, chosen[-1])))

    def _select_new(self, done: ChangeSet | None) -> None:
        new = inserted(done, "instances") if done is not None else ""
        if new:
            self._window.select(new)

    # The menu

    def menu(self, canvas: ScheduleCanvas, spot: Spot) -> QMenu:
        """What can be done at a spot of a canvas."""
        from ui.graph.possible import Possible

        study, projection = self._study, self._projection(canvas)
        groups = (
            Possible(self, canvas, study, projection).groups(spot)
            if study is not None and projection is not None
            else []
        )
        groups += [more for fill in self.entries if (more := fill(canvas, spot))]
        return menu_of(groups, self._window.theme, canvas)

    def _show_menu(self, canvas: ScheduleCanvas, spot: Spot) -> None:
        menu = self.menu(canvas, spot)
        # Not before what was chosen is done: hiding comes first.
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, menu.deleteLater))
        menu.popup(canvas.mapToGlobal(QPoint(round(spot.at[0]), round(spot.at[1]))))

    def _tell(self, sentence: str) -> None:
        self._window.status.set_selection(sentence)
        announce(self._window.canvas, sentence)


def inserted(done: ChangeSet, attribute: str) -> str:
    """The first entity that a step put into lists of this name; "" for none."""
    for recorded in done.recorded:
        change = recorded.change
        if isinstance(change, Insert) and change.attribute == attribute:
            return str(change.entity.get("id", ""))
    return ""


def where_it_comes(then: Projection, now: Projection) -> str:
    """Where the first visit that is new would stand: "Week 10, Day 71, 68 to 74: after Week 8"; "" for none."""
    new = next((key for key in then.graph.order if key not in now.graph.instances), "")
    if not new:
        return ""
    visit, when = then.graph.instances[new].title, when_text(then.planned.times[new])
    words = translate("canvas", "{visit}, {when}").format(visit=visit, when=when) if when else visit
    before = next(
        (e.source for e in then.graph.edges if e.target == new and e.source in then.graph.instances), ""
    )
    if not before:
        return translate("canvas", "{visit}: at the beginning").format(visit=words)
    return translate("canvas", "{visit}: after {other}").format(
        visit=words, other=then.graph.instances[before].title
    )
