"""How the graph is laid out: to scale, collapsed, placed by hand; kept for the study, one of the kinds of step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from app import layout_sending
from app.editing import now
from app.layout_exchange import LayoutExchange
from services.trouble import Trouble
from study.language import translate
from study.layout_store import LayoutStore, Step, UnreadableLayoutError
from study.wording import when_text
from ui.accessible import announce
from ui.canvas.aligning import Edge, Way
from ui.canvas.hand import Hand
from ui.canvas.view import ScheduleCanvas

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow

SETTING = layout_sending.SETTING
"""Under what name a study's layout is kept beside it."""


class CanvasLayout:
    """Keeps what a person's hand did to the graph of each study, and binds what else it can do.

    It stands before the part that shows a study: the layout of one study must never be taken for another's.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._hands: list[Hand] = []
        self._study_id = ""
        self._keeps = True  # False where what is kept cannot be read: it is not written over
        self._exchange: LayoutExchange | None = None
        calls: dict[str, Callable[[Hand], object]] = {
            "graph_to_scale": lambda hand: hand.show_to_scale(not hand.is_to_scale),
            "collapse_epoch": Hand.collapse,
            "expand_epochs": Hand.expand_all,
            "select_all_visits": Hand.select_all,
            "layout_again": Hand.preview_layout,
            **{f"align_{edge.value}": partial(_align, edge=edge) for edge in Edge},
            **{f"distribute_{way.value}": partial(_distribute, way=way) for way in Way},
        }
        for name, call in calls.items():
            window.on(name, partial(self._do, call))
        self._find_hands()
        window.study_changed.connect(self._set_study)
        window.study_shown.connect(self._refresh)
        if window.study is not None:
            self._set_study(window.study)

    @property
    def _hand(self) -> Hand:
        """That of the window's own canvas."""
        return self._window.canvas.hand

    def _find_hands(self) -> None:
        """The canvases of the window: a timeline may stand beside another, and both are of one study."""
        for canvas in self._window.findChildren(ScheduleCanvas):
            hand = canvas.hand
            if hand in self._hands:
                continue
            self._hands.append(hand)
            hand.changed.connect(partial(self._changed, hand))
            hand.arranged_anew.connect(self._refresh)
            hand.marked_changed.connect(partial(self._tell_marked, hand))
            hand.told.connect(self._tell)
            if hand is not self._hand:
                hand.use_store(self._hand.store)

    def _do(self, call: Callable[[Hand], object]) -> None:
        """What an action does, in the canvas that has the focus, else in the window's own."""
        self._find_hands()
        focused = [hand for hand in self._hands if hand.view.hasFocus()]
        call(focused[0] if focused else self._hand)

    def _use(self, store: LayoutStore, but: Hand | None = None) -> None:
        for hand in self._hands:
            if hand is not but:
                hand.use_store(store)

    def _set_study(self, study: OpenStudy | None) -> None:
        self._study_id = study.entry.id if study is not None else ""
        self._keeps = True
        if self._exchange is not None:
            self._exchange.stop()
            self._exchange = None
        self._find_hands()
        self._use(LayoutStore())
        if study is not None:
            study.timeline_changed.connect(self._refresh)
            study.editor.steps.follow_placings(self)
            program, mine = self._window.program, self._hand.store
            program.when_done(
                program.library.study_setting(self._study_id, SETTING),
                lambda text: self._found(text, mine, study),
            )
        self._refresh()

    def _found(self, text: str | None, mine: LayoutStore, study: OpenStudy) -> None:
        """What was kept arrived: taken over unless another study is open, or a person was quicker."""
        if self._hand.store is not mine or self._window.study is not study:
            return
        if text and not mine.to_text():
            self._take_over(text)
        if self._keeps:
            self._begin_exchange(study)

    def _take_over(self, text: str) -> None:
        try:
            store = LayoutStore.from_text(text)
        except UnreadableLayoutError:
            self._keeps = False
            self._window.notices.warn(
                Trouble(
                    translate("canvas", "The layout kept for this study was written by a newer Maestro."),
                    kept=translate("canvas", "It is left as it is."),
                    advice=translate("canvas", "What you place until the study is closed is not kept."),
                )
            )
            return
        self._find_hands()
        self._use(store)
        self._refresh()
        if self._window.study is not None:
            self._window.study.editor.steps.changed.emit()

    # With others

    def _begin_exchange(self, study: OpenStudy) -> None:
        if study.entry.source is not None:  # a file that is open has no backend
            return
        self._exchange = LayoutExchange(self._window.program, study, self._hand.store, self._is_held)
        self._exchange.to_keep.connect(self._keep)
        self._exchange.moved.connect(self._show_moved)
        self._exchange.wake()

    def _is_held(self) -> bool:
        return any(hand.view.pointer.is_dragging or hand.is_previewing for hand in self._hands)

    def _show_moved(self, timelines: frozenset[str]) -> None:
        """Others placed something: seen at once, and whoever looks goes on looking where they did."""
        for hand in self._hands:
            if hand.timeline in timelines:
                hand.use_store(hand.store)

    # The placings among the steps of the study (app.all_steps.Placings)

    @property
    def done(self) -> Sequence[Step]:
        """The placings that can be undone, the oldest first."""
        return self._hand.store.done

    @property
    def undone(self) -> Sequence[Step]:
        """Those that can be done again, the next first."""
        return self._hand.store.undone

    def undo(self) -> None:
        """Takes the last placing back, where it is seen."""
        self._do(Hand.undo)
        self._tell_left()

    def redo(self) -> None:
        """Places again what was taken back."""
        self._do(Hand.redo)
        self._tell_left()

    def _tell_left(self) -> None:
        """What undo and redo never do silently, and never at all: take away what somebody else placed since."""
        count = len(self._hand.store.left)
        if count:
            self._window.notices.refuse(
                translate("canvas", "%n visit(s) stay where somebody else placed them since.", "", count)
            )

    def forget_undone(self) -> None:
        """Something else was done meanwhile."""
        self._hand.store.forget_undone()

    def _changed(self, hand: Hand) -> None:
        self._use(hand.store, but=hand)
        study, last = self._window.study, hand.store.undoable
        if study is not None and last is not None and not last.made_at:
            hand.store.stamp_last(study.editor.steps.stamp(now()))
            study.editor.steps.placed()
        self._refresh()
        self._keep()
        if self._exchange is not None and hand.store.sharing.is_waiting:
            self._exchange.wake()

    def _keep(self) -> None:
        if self._study_id and self._keeps:
            program = self._window.program
            text = self._hand.store.to_text()
            program.when_done(
                program.library.keep_study_setting(self._study_id, SETTING, text), lambda _: None
            )

    # What is told

    def _refresh(self) -> None:
        self._window.actions_by_id["graph_to_scale"].setChecked(self._hand.is_to_scale)

    def _tell_marked(self, hand: Hand, count: int) -> None:
        if count > 1:
            self._tell(translate("canvas", "%n selected", "", count))
            return
        study = self._window.study
        node, scene = hand.view.selection.node, hand.view.scene
        if study is None or node is None or scene is None:
            return
        planned = study.projection.planned.times.get(study.selection) if study.projection else None
        when = when_text(planned) if planned is not None else ""
        title = scene.face(node).title
        self._window.status.set_selection(f"{title} · {when}" if when else title)

    def _tell(self, sentence: str) -> None:
        self._window.status.set_selection(sentence)
        announce(self._window.canvas, sentence)


def _align(hand: Hand, edge: Edge) -> None:
    hand.align(edge)


def _distribute(hand: Hand, way: Way) -> None:
    hand.distribute(way)
