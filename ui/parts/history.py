"""History: the pane that names every step, tells what each changed, lights it in the graph and jumps to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QMenu

from app.all_steps import ListedStep
from study import layout_store
from study.language import QT_TRANSLATE_NOOP, translate
from study.model import Timing
from ui.accessible import announce
from ui.canvas.lighting import NO_LIGHTING, Lighting
from ui.history.pane import HistoryPane
from ui.history.told import Told, told_changes, told_placings

if TYPE_CHECKING:
    from app.open_study import OpenStudy
    from ui.main_window import MainWindow

_LAYER = "history"


class History:
    """Keeps the pane with the study's steps; it is made anew only while somebody sees it."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._is_stale = True
        self.pane = HistoryPane(theme=window.theme)
        self._dock = window.add_pane(
            "history",
            QT_TRANSLATE_NOOP("panes", "History"),
            self.pane,
            Qt.DockWidgetArea.BottomDockWidgetArea,
            "show_history",
        )
        self._dock.visibilityChanged.connect(self._seen)
        self.pane.jump.connect(self._jump)
        self.pane.chosen.connect(self._go_to)
        self.pane.looked_at.connect(self._light)
        self.pane.reason_given.connect(self._take_reason)
        self.pane.menu_asked.connect(self._show_menu)
        window.study_changed.connect(self._set_study)
        window.theme_changed.connect(self.pane.set_theme)
        if window.study is not None:
            self._set_study(window.study)

    def _set_study(self, study: OpenStudy | None) -> None:
        self.pane.why.clear()
        if study is not None:
            study.editor.steps.changed.connect(self._show)
        self._show()

    def _seen(self, is_visible: bool) -> None:
        if not is_visible:
            self._light(None)
        elif self._is_stale:
            self._show()

    def _show(self) -> None:
        study = self._window.study
        self._is_stale = not self.pane.isVisible()
        if study is None:
            self.pane.set_steps(None)
        elif not self._is_stale:
            self.pane.set_steps(study.editor.steps.listed(), self._told)

    def _told(self, step: ListedStep) -> Sequence[Told]:
        study = self._window.study
        if study is None:
            return ()
        if isinstance(step.step, layout_store.Step):
            return told_placings(step.step, study.document)
        return told_changes(step.step.change_set, study.document)

    def _jump(self, position: int) -> None:
        if self._window.study is not None:
            self._window.study.editor.steps.jump_to(position)

    def menu(self, listed: ListedStep) -> QMenu:
        """What can be done with a step: it alone undone, or all down to it."""
        menu = QMenu(self.pane)
        menu.setToolTipsVisible(True)
        study = self._window.study
        if study is None:
            return menu
        step = listed.edit
        alone = menu.addAction(translate("history", "Undo only this step"))
        if step is None:
            why = translate("history", "Where a card stands is taken back in its order alone.")
        else:
            why = study.editor.why_not_alone(step)
        alone.setEnabled(not why)
        alone.setToolTip(why or translate("history", "What came after it stays; this is a step of its own."))
        alone.triggered.connect(lambda _checked=False: self._undo_alone(listed))
        steps = study.editor.steps.listed()
        at = next((n for n, each in enumerate(steps) if each.step is listed.step), -1)
        back = menu.addAction(translate("history", "Go back to here"))
        back.setEnabled(at >= 0 and at + 1 != study.editor.steps.position)
        back.setToolTip("" if back.isEnabled() else translate("history", "The study is here already."))
        back.triggered.connect(lambda _checked=False: self._jump(at + 1))
        return menu

    def _show_menu(self, listed: ListedStep, at: QPoint) -> None:
        menu = self.menu(listed)
        menu.aboutToHide.connect(lambda: QTimer.singleShot(0, menu, menu.deleteLater))
        menu.popup(at)

    def _undo_alone(self, listed: ListedStep) -> None:
        study = self._window.study
        made = study.editor.undo_alone(listed.edit) if study is not None and listed.edit is not None else None
        if made is not None:
            self._window.status.set_selection(made.title)
            announce(self.pane, made.title)

    def _take_reason(self, reason: str) -> None:
        if self._window.study is not None:
            self._window.study.editor.reason = reason

    def _go_to(self, address: str) -> None:
        study = self._window.study
        if study is None or study.entity(address) is None:
            return
        study.select(_timed(study, address))

    def _light(self, step: ListedStep | None) -> None:
        """Lights the cards that a step touched, while it is looked at."""
        canvas, study = self._window.canvas, self._window.study
        scene = canvas.scene
        if scene is None:
            return
        if study is None or step is None or not self.pane.isVisible():
            canvas.lights.set(_LAYER, NO_LIGHTING)
            return
        places = [scene.place_of(_timed(study, address)) for address in _touched(step)]
        mask = np.zeros(scene.count, bool)
        mask[[place for place in places if place is not None]] = True
        canvas.lights.set(_LAYER, Lighting(lit=mask) if mask.any() else NO_LIGHTING)


def _touched(step: ListedStep) -> set[str]:
    if isinstance(step.step, layout_store.Step):
        return {each.instance for each in step.step.placings}
    return {*step.step.changed.entities}


def _timed(study: OpenStudy, address: str) -> str:
    """What is shown for an address: a timing is seen at the visit that it times."""
    entity = study.entity(address)
    if entity is not None and entity.instance_type == "Timing":
        return Timing(entity.raw).relative_from or address
    return address
