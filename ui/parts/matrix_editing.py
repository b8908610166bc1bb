"""Editing in the table: what a person asks there becomes a command, and what it did is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from study.commands.command import Command
from study.commands.fill_marks import FillMarks
from study.commands.mark_lines import PasteMarks
from study.commands.marks import SetMarks
from ui.accessible import announce
from ui.matrix.gestures import FillCells, PasteBlock, PlanCells

if TYPE_CHECKING:
    from ui.main_window import MainWindow


class MatrixEditing:
    """Makes commands of the table's gestures; the study's editor does them or says why not."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._view = window.matrix.view
        self._view.hand.can_edit = True
        self._view.edit_asked.connect(self._edit)

    def _edit(self, gesture: object) -> None:
        match gesture:
            case PlanCells(cells, planned):
                self._do(SetMarks(cells, planned))
            case FillCells(planned_cells, cleared):
                self._do(FillMarks(planned_cells, cleared))
            case PasteBlock(activities, visits, block):
                self._do(PasteMarks(activities, visits, block))

    def _do(self, command: Command) -> bool:
        """Do it; whether anything changed. The editor says itself why something is refused."""
        study = self._window.study
        made = study.editor.do(command) if study is not None else None
        if made is None:
            return False
        announce(self._view, made.title)
        self._view.told.emit(made.title)
        return True
