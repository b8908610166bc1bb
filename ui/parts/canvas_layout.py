"""How the graph is laid out: to scale, collapsed, placed by hand; kept for the study, with undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from app.actions import action
from services.trouble import Trouble
from study.language import translate
from study.layout_store import LayoutStore, Step, UnreadableLayoutError, redo_text, undo_text
from study.wording import when_text
from ui.accessible import announce
from ui.canvas.aligning import Edge, Way

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow

SETTING = "layout"
"""Under what name a study's layout is kept beside it."""


class CanvasLayout:
    """Keeps what a person's hand did to the graph of each study, and binds what else it can do.

    It stands before the part that shows a study: the layout of one study must never be taken for another's.
    """

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._hand = hand = window.canvas.hand
        self._study_id = ""
        self._keeps = True  # False where what is kept cannot be read: it is not written over
        calls: dict[str, Callable[[], object]] = {
            "undo": hand.undo,
            "redo": hand.redo,
            "graph_to_scale": lambda: hand.show_to_scale(not hand.is_to_scale),
            "collapse_epoch": hand.collapse,
            "expand_epochs": hand.expand_all,
            "select_all_visits": hand.select_all,
            "layout_again": hand.preview_layout,
            **{f"align_{edge.value}": partial(hand.align, edge) for edge in Edge},
            **{f"distribute_{way.value}": partial(hand.distribute, way) for way in Way},
        }
        for name, call in calls.items():
            window.on(name, call)
        hand.changed.connect(self._changed)
        hand.arranged_anew.connect(self._refresh)
        hand.marked_changed.connect(self._tell_marked)
        hand.told.connect(self._tell)
        window.study_changed.connect(self._set_study)
        window.study_shown.connect(self._refresh)
        if window.study is not None:
            self._set_study(window.study)

    def _set_study(self, study: OpenStudy | None) -> None:
        self._study_id = study.entry.id if study is not None else ""
        self._keeps = True
        self._hand.use_store(LayoutStore())
        if study is not None:
            study.timeline_changed.connect(self._refresh)
            program, mine = self._window.program, self._hand.store
            program.when_done(
                program.library.study_setting(self._study_id, SETTING), lambda text: self._found(text, mine)
            )
        self._refresh()

    def _found(self, text: str | None, mine: LayoutStore) -> None:
        """What was kept arrived: taken over unless another study is open, or a person was quicker."""
        if self._hand.store is not mine or not text or mine.to_text():
            return
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
        self._hand.use_store(store)
        self._refresh()

    def _changed(self) -> None:
        self._refresh()
        if self._study_id and self._keeps:
            program = self._window.program
            text = self._hand.store.to_text()
            program.when_done(
                program.library.keep_study_setting(self._study_id, SETTING, text), lambda _: None
            )

    # What is told

    def _refresh(self) -> None:
        hand, actions = self._hand, self._window.actions_by_id
        store = hand.store
        self._name(actions["undo"], "undo", store.undoable, undo_text)
        self._name(actions["redo"], "redo", store.redoable, redo_text)
        actions["graph_to_scale"].setChecked(hand.is_to_scale)

    def _name(self, item: QAction, name: str, step: Step | None, words: Callable[[Step], str]) -> None:
        if self._window.study is None:
            return
        item.setText(words(step) if step is not None else action(name).title)
        item.setToolTip(words(step) if step is not None else action(name).hint)

    def _tell_marked(self, count: int) -> None:
        if count > 1:
            self._window.status.set_selection(translate("canvas", "%n selected", "", count))
            return
        study = self._window.study
        node, scene = self._window.canvas.selection.node, self._window.canvas.scene
        if study is None or node is None or scene is None:
            return
        planned = study.projection.planned.times.get(study.selection) if study.projection else None
        when = when_text(planned) if planned is not None else ""
        title = scene.face(node).title
        self._window.status.set_selection(f"{title} · {when}" if when else title)

    def _tell(self, sentence: str) -> None:
        self._window.status.set_selection(sentence)
        announce(self._window.canvas, sentence)
