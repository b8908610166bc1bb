"""What can be done with a visit of the time axis, as a menu by right click, the Menu key or Shift+F10."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from study.commands.command import Command
from study.language import translate

if TYPE_CHECKING:
    from ui.edit_dialogs.asking import EditDialog
    from ui.main_window import MainWindow


class AxisMenu:
    """Makes the menu of the visit that is pointed at, or that the cursor stands at."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        view = window.axis.view
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._pop_up)

    def _pop_up(self, at: QPoint) -> None:
        view = self._window.axis.view
        menu = self.made()
        if menu is not None:
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(view.viewport().mapToGlobal(at))

    def made(self) -> QMenu | None:
        """The menu of the visit at the cursor; None where there is none, or it has no id of its own."""
        from study.commands.visits import DuplicateVisit
        from ui.edit_dialogs.adding_visits import AddVisitDialog
        from ui.edit_dialogs.deleting import DeleteDialog
        from ui.edit_dialogs.shifting import ShiftDialog
        from ui.edit_dialogs.windows import WindowDialog

        study, found = self._window.study, self._window.axis.view.visit_at_cursor()
        if study is None or found is None:
            return None
        timeline, visit = found
        address = visit.instance.id
        if not address or study.document.index.object_at(address) is None:
            return None
        menu = QMenu(self._window)
        menu.setToolTipsVisible(True)
        menu.setAccessibleName(visit.title)
        if not visit.is_decision:
            if not visit.is_anchor:
                self._dialog(
                    menu, translate("axis", "Window…"), partial(WindowDialog, study, timeline, (address,))
                )
            self._dialog(
                menu,
                translate("axis", "Shift everything after it…"),
                partial(ShiftDialog, study, timeline, address),
            )
            menu.addSeparator()
            self._dialog(
                menu,
                translate("axis", "Add a visit after it…"),
                partial(AddVisitDialog, study, timeline, address),
            )
            self._dialog(
                menu,
                translate("axis", "Add a visit like it…"),
                partial(AddVisitDialog, study, timeline, address, address),
            )
            self._command(menu, translate("axis", "Duplicate"), DuplicateVisit(address))
        self._dialog(menu, translate("axis", "Delete…"), partial(DeleteDialog, study, timeline, (address,)))
        if visit.sub_timeline:
            menu.addSeparator()
            self._add(
                menu,
                translate("axis", "Open the sub-timeline"),
                partial(self._window.show_timeline, visit.sub_timeline),
            )
        return menu

    def _dialog(self, menu: QMenu, text: str, made: Callable[..., EditDialog]) -> None:
        entry = self._add(menu, text, partial(self._ask, made))
        study = self._window.study
        reason = study.editor.locked if study is not None else ""
        entry.setEnabled(not reason)
        entry.setToolTip(reason)

    def _ask(self, made: Callable[..., EditDialog]) -> None:
        dialog = made(parent=self._window)
        study = self._window.study
        if dialog.exec() and dialog.chosen is not None and study is not None:
            study.editor.do(dialog.chosen)
        dialog.deleteLater()

    def _command(self, menu: QMenu, text: str, command: Command) -> None:
        study = self._window.study
        assert study is not None
        entry = self._add(menu, text, partial(study.editor.do, command))
        reason = study.editor.why_not(command)
        entry.setEnabled(not reason)
        entry.setToolTip(reason)

    @staticmethod
    def _add(menu: QMenu, text: str, call: Callable[[], object]) -> QAction:
        action = QAction(text, menu)
        action.triggered.connect(lambda _checked=False: call())
        menu.addAction(action)
        return action
