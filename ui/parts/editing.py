"""Editing: undo and redo of all views as one history, and why something was not done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from app.actions import action
from app.all_steps import AnyStep
from study import layout_store
from study.history import Step
from study.language import translate
from ui.accessible import announce

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow


class Editing:
    """Takes steps back and does them again, names them in the menu, and tells what is refused."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        window.on("undo", self._undo)
        window.on("redo", self._redo)
        window.on("repair_ids", self._repair_ids)
        window.study_changed.connect(self._set_study)
        window.study_shown.connect(self._name_actions)
        if window.study is not None:
            self._set_study(window.study)

    def _set_study(self, study: OpenStudy | None) -> None:
        if study is not None:
            study.editor.refused.connect(self._tell_refused)
            study.editor.edited.connect(lambda *_: self._window.notices.reconcile())
            study.editor.steps.changed.connect(self._name_actions)
        self._name_actions()

    def _undo(self) -> None:
        study = self._window.study
        if study is None:
            return
        step = study.editor.steps.to_undo
        if step is None:
            self._tell(translate("history", "Nothing was done that could be undone."))
        elif study.editor.steps.undo():
            self._tell(undo_words(step))

    def _redo(self) -> None:
        study = self._window.study
        if study is None:
            return
        step = study.editor.steps.to_redo
        if step is None:
            self._tell(translate("history", "Nothing was undone that could be done again."))
        elif study.editor.steps.redo():
            self._tell(redo_words(step))

    def _repair_ids(self) -> None:
        from study.commands.repair_ids import RepairIds

        study = self._window.study
        done = study.editor.do(RepairIds()) if study is not None else None
        if done is not None:
            self._tell(done.title)

    def _tell(self, sentence: str) -> None:
        self._window.status.set_selection(sentence)
        announce(self._window, sentence)

    def _tell_refused(self, reason: str) -> None:
        self._window.notices.refuse(reason)
        announce(self._window, reason)

    def _name_actions(self) -> None:
        study, actions = self._window.study, self._window.actions_by_id
        if study is None:
            return
        steps = study.editor.steps
        undo, redo = steps.to_undo, steps.to_redo
        _name(actions["undo"], undo_words(undo) if undo is not None else "")
        _name(actions["redo"], redo_words(redo) if redo is not None else "")


def undo_words(step: AnyStep) -> str:
    """What undoing a step is called: "Undo: Move Week 8 to Week 9"."""
    if isinstance(step, layout_store.Step):
        return layout_store.undo_text(step)
    return translate("history", "Undo: {title}").format(title=_titled(step))


def redo_words(step: AnyStep) -> str:
    """What doing a step again is called."""
    if isinstance(step, layout_store.Step):
        return layout_store.redo_text(step)
    return translate("history", "Redo: {title}").format(title=_titled(step))


_LONGEST = 80  # characters of a title in a menu


def _titled(step: Step) -> str:
    title = " ".join(step.change_set.title.split())
    return title if len(title) <= _LONGEST else f"{title[: _LONGEST - 1]}…"


def _name(item: QAction, words: str) -> None:
    listed = action(item.objectName())
    item.setText((words or listed.title).replace("&", "&&"))
    item.setToolTip(words or listed.hint)
