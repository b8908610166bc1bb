"""What can be done to what lies under the pointer or is selected on the graph, as entries of its menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Protocol

from app.open_study import OpenStudy, Projection
from study.commands.command import Command
from study.language import translate
from ui.canvas.hit import Hit
from ui.canvas.wishes import Cut, Spot, TakeOut, Way, Wish
from ui.graph.additions import Place, place_of
from ui.graph.clipboard import found_on_clipboard
from ui.graph.menu import Entry

if TYPE_CHECKING:
    from ui.canvas.view import ScheduleCanvas


class Doer(Protocol):
    """Who does what an entry says."""

    def why_not(self, wish: Wish) -> str:
        """Why this cannot be done, a sentence; "" where it can."""

    def do(self, wish: Wish) -> bool:
        """Do it as one step; whether it was done."""

    def open_dialog(
        self, canvas: ScheduleCanvas, what: str, visits: tuple[str, ...], place: Place | None = None
    ) -> None:
        """Ask what an edit still needs, and do it."""


Groups = list[list[Entry]]


class Possible:
    """The entries for one canvas. Each asks the same rule as what is done then."""

    def __init__(self, doer: Doer, canvas: ScheduleCanvas, study: OpenStudy, projection: Projection) -> None:
        self._doer, self._canvas, self._study, self._projection = doer, canvas, study, projection
        self._locked = study.editor.locked

    def groups(self, spot: Spot) -> Groups:
        """The menu for a spot: of an edge, of what is selected, else of the ground."""
        chosen = self._canvas.editing.chosen
        if spot.way is not None:
            return self._of_way(spot, spot.way)
        if spot.address in self._projection.graph.instances:
            return self._of_visits(spot, chosen or (spot.address,))
        if spot.epoch:
            return [self._of_epoch(spot.epoch), *self._of_ground(spot)]
        return self._of_ground(spot)

    def _of_epoch(self, epoch: str) -> list[Entry]:
        """Of all its visits at once."""
        instances = self._projection.graph.instances
        visits = tuple(
            key
            for key in self._projection.graph.order
            if instances[key].epoch == epoch and not instances[key].is_decision
        )
        why = "" if visits else translate("canvas", "This epoch has no visits here.")
        return [
            self._dialog(translate("canvas", "Windows of its visits…"), "window", visits, "timer", why),
            self._dialog(translate("canvas", "Repeat its visits until…"), "repeat", visits, "copy", why),
        ]

    def _entry(
        self, text: str, act: Callable[[], object], why_not: str = "", picture: str = "", keys: str = ""
    ) -> Entry:
        return Entry(text, act, self._locked or why_not, picture, keys)

    def _asked(
        self, text: str, what: str, spot: Spot, picture: str = "", keys: str = "", why: str = ""
    ) -> Entry:
        return self._entry(text, partial(self._canvas.editing.ask, what, spot), why, picture, keys)

    def _dialog(
        self, text: str, what: str, visits: tuple[str, ...], picture: str = "", why: str = ""
    ) -> Entry:
        return self._entry(text, partial(self._doer.open_dialog, self._canvas, what, visits), why, picture)

    def _why(self, command: Command) -> str:
        return self._study.editor.why_not(command)

    def _paste(self, spot: Spot) -> Entry:
        from study.commands.clipping import PasteVisits

        clipping = found_on_clipboard()
        if clipping is None:
            why = translate("canvas", "There are no visits on the clipboard.")
        else:
            place = place_of(spot, self._canvas.editing.chosen, self._projection)
            why = self._why(PasteVisits(clipping, place.after, place.assignment))
        return self._asked(translate("canvas", "Paste after"), "paste", spot, "", "Ctrl+V", why)

    def _of_visits(self, spot: Spot, visits: tuple[str, ...]) -> Groups:
        from study.commands.visits import DuplicateVisit

        one, instances = len(visits) == 1, self._projection.graph.instances
        is_decision = instances[spot.address].is_decision
        timed = [v for v in visits if not instances[v].is_decision]
        only_decisions = "" if timed else translate("canvas", "Only visits have windows.")
        first = [
            self._asked(translate("canvas", "Add after…"), "add", spot, "plus", "A"),
            self._asked(
                translate("canvas", "Rename"),
                "rename",
                spot,
                "",
                "F2",
                "" if one else translate("canvas", "Select one visit to rename it."),
            ),
            self._asked(translate("canvas", "Lead a way to…"), "connect", spot, "link", "C"),
        ]
        if is_decision:
            first.append(
                self._dialog(translate("canvas", "Add a branch…"), "branch", (spot.address,), "git-branch")
            )
        chips = self._opens(spot)
        copying = [
            self._asked(
                translate("canvas", "Duplicate"),
                "duplicate",
                spot,
                "copy",
                "Ctrl+D",
                self._why(DuplicateVisit(visits[0])) if one else "",
            ),
            Entry(
                translate("canvas", "Copy"), partial(self._canvas.editing.ask, "copy", spot), keys="Ctrl+C"
            ),
            self._asked(
                translate("canvas", "Cut"), "cut", spot, "", "Ctrl+X", self._doer.why_not(TakeOut(visits))
            ),
            self._paste(spot),
        ]
        reaching = [
            self._dialog(translate("canvas", "Window…"), "window", tuple(timed), "timer", only_decisions),
            self._dialog(translate("canvas", "Shift what comes after…"), "shift", visits, "chevrons-right"),
            self._dialog(translate("canvas", "Repeat until…"), "repeat", visits, "copy"),
            self._dialog(translate("canvas", "Wrap in a cycle…"), "cycle", visits, "repeat"),
            self._dialog(translate("canvas", "Add a decision after…"), "decision", visits, "diamond"),
            self._dialog(translate("canvas", "Move to an epoch…"), "epoch", visits, "milestone"),
            self._inside(visits),
        ]
        ending = [
            self._dialog(translate("canvas", "Delete and see what follows…"), "deletion", visits),
            self._asked(
                translate("canvas", "Delete"),
                "delete",
                spot,
                "trash-2",
                "Del",
                self._doer.why_not(TakeOut(visits)),
            ),
        ]
        return [first, *([chips] if chips else []), copying, reaching, ending]

    def _inside(self, visits: tuple[str, ...]) -> Entry:
        """The timeline that one visit runs inside it."""
        words = translate("canvas", "Timeline inside it…")
        if len(visits) != 1:
            return self._entry(words, lambda: None, translate("canvas", "Select one visit."), "log-in")
        decision = self._projection.graph.instances[visits[0]].is_decision
        why = translate("canvas", "Nothing runs inside a decision.") if decision else ""
        return self._dialog(words, "sub_timeline", visits, "log-in", why)

    def _opens(self, spot: Spot) -> list[Entry]:
        scene = self._canvas.scene
        node = scene.place_of(spot.address) if scene is not None else None
        if scene is None or node is None or not scene.face(node).chips:
            return []
        return [
            Entry(
                translate("canvas", "Open {timeline}").format(timeline=chip.text),
                partial(self._canvas.activated.emit, chip.address),
                picture="log-in",
            )
            for chip in scene.face(node).chips
        ]

    def _of_way(self, spot: Spot, way: Way) -> Groups:
        link = self._canvas.editing.link_of(way)
        entries = [self._asked(translate("canvas", "Add here…"), "add", spot, "plus", "A")]
        if way.entity and way.target in self._projection.graph.instances:
            entries.append(self._asked(translate("canvas", "Change the condition"), "rename", spot, "", "F2"))
        entries.append(self._paste(spot))
        ends: list[Entry] = []
        scene = self._canvas.scene
        if scene is not None and link is not None:
            each = scene.content.links[link]
            ends = [
                Entry(
                    translate("canvas", "Select {visit}").format(visit=scene.face(node).title),
                    partial(self._canvas.choose, Hit(node=node)),
                )
                for node in (each.source, each.target)
                if self._canvas.editing.key(node) in self._projection.graph.instances
            ]
        cut = self._entry(
            translate("canvas", "Delete this arrow"),
            partial(self._doer.do, Cut(way)),
            self._doer.why_not(Cut(way)),
            "unlink",
            "Del",
        )
        return [entries, *([ends] if ends else []), [cut]]

    def _of_ground(self, spot: Spot) -> Groups:
        hand = self._canvas.hand
        return [
            [
                self._asked(translate("canvas", "Add…"), "add", spot, "plus", "A"),
                self._paste(spot),
                self._dialog(translate("canvas", "Add a side timeline…"), "side_timeline", (), "route"),
                self._dialog(
                    translate("canvas", "Add early termination…"), "early_termination", (), "log-out"
                ),
                self._dialog(translate("canvas", "What starts this timeline…"), "entry", (), "play"),
            ],
            [
                Entry(translate("canvas", "Select all visits"), hand.select_all, keys="Ctrl+A"),
                Entry(
                    translate("canvas", "Show everything"), self._canvas.fit_all, picture="maximize", keys="F"
                ),
                Entry(translate("canvas", "Lay out again…"), hand.preview_layout),
            ],
        ]
